# What the self-check found, in the window and on the command line. `.mend` says what to do about it.
# Where a fact is not known, it is the word “none”.

check-name-policy = Policy
check-name-settings = Settings
check-name-web-view = Window display
check-name-keychain = Password store
check-name-proxy = Proxy
check-name-name-lookup = Name lookup (DNS)
check-name-secure-connection = Secure connection
check-name-clock = Date and time
check-name-pool = Sign-in service

# Any of them
check-not-checked = Not checked, because something before it has to be mended first.
check-took-too-long = This took too long.
    .mend = Check again. If it stays like this, send a report to your help desk.

# The policy
check-policy-none = Nothing on this computer is set by a policy.
check-policy-in-force = A policy is in force: { $source }
check-policy-refused = The policy has mistakes, so Readmit does not open: { $source }
    .mend = Ask whoever manages this computer to correct what is named here. Then start Readmit again.

# Settings
check-settings-none = Nothing is set up yet, and settings can be kept.
check-settings-fine = The settings can be read and kept.
check-settings-damaged = A file cannot be read: { $file }
    .mend = Move this file to another place and start Readmit again. What was in it has to be set up anew.
check-settings-newer = A file is from a newer Readmit: { $file }
    .mend = Update Readmit. Until then it is left as it is.
check-settings-unwritable = Nothing can be kept in this folder: { $folder }
    .mend = See that the disk is not full, and that the folder belongs to you and lets you write.

# Web view
check-web-view-fine = What draws the windows is there (version { $version }).
check-web-view-missing = What draws the windows is missing. Without it, no window opens.
    .mend = On Windows, install the Microsoft Edge WebView2 Runtime. On Linux, install WebKitGTK 4.1 with your package manager.

# Password store
check-keychain-fine = The password store keeps, gives back and forgets.
check-keychain-absent = This computer has no password store. Readmit works, and keeps no secret beyond closing.
    .mend = To have one, sign in to the desktop and start GNOME Keyring, KWallet or KeePassXC. Without a desktop there is none.
check-keychain-locked = The password store is locked.
    .mend = Unlock it, then check again.
check-keychain-denied = Readmit was not let into the password store.
    .mend = Check again, and allow it when you are asked.
check-keychain-failed = The password store does not work.
    .mend = Start the computer again. If it stays like this, ask whoever manages it.

# Proxy
check-proxy-none = No proxy is set. Readmit connects directly.
check-proxy-in-use = The proxy is { $proxy }, set { $origin ->
        [policy] by the policy
        [environment] in the environment
        [desktop] in the desktop’s settings
        [system] in the system’s settings
       *[other] by { $origin }
    }.
check-proxy-unreachable = The proxy { $proxy } does not answer.
    .mend = Check its address and port, and that this computer is in the network where it answers (at work, or by VPN).
check-proxy-asks-for-password = The proxy { $proxy } asks for a sign-in, and Readmit’s was not accepted or is missing.
    .mend = Ask whoever runs the network to let Readmit through without one, or to give you a user name and a password for HTTPS_PROXY. Readmit cannot do a Windows sign-in (Negotiate, NTLM).
check-proxy-script = The proxy is chosen by a script, set { $origin ->
        [policy] by the policy
        [environment] in the environment
        [desktop] in the desktop’s settings
        [system] in the system’s settings
       *[other] by { $origin }
    }. Here Readmit cannot follow it.
    .mend = If there is no way out without a proxy, name its address in the policy or in the system’s settings.
check-proxy-socks = A SOCKS proxy is set { $origin ->
        [policy] by the policy
        [environment] in the environment
        [desktop] in the desktop’s settings
        [system] in the system’s settings
       *[other] by { $origin }
    }. Readmit does not speak to such proxies.
    .mend = Name an HTTP proxy in its place, in the policy or in the system’s settings.
check-proxy-refused = The proxy { $proxy } does not let Readmit through.
    .mend = Ask whoever runs it to allow { $host }.

# Name lookup
check-name-lookup-fine = { $host } has an address.
check-name-lookup-failed = No address was found for { $host }.
    .mend = Check that this computer is online. In a company’s network, see that its DNS servers are set and know names outside.
check-name-lookup-left-to-proxy = The proxy looks names up.

# Secure connection
check-secure-connection-fine = The connection to { $host } is private.
check-secure-connection-intercepted = Something between here and the sign-in service opens connections, with certificates of { $issuer }.
    .mend = If your company does this, give Readmit its certificate: in the system’s certificates, or as a file in the policy. If not, use another network.
check-secure-connection-untrusted = The other side could not prove that it is the sign-in service.
    .mend = Try another network. If your company opens connections, give Readmit its certificate: in the system’s certificates, or as a file in the policy.
check-secure-connection-blocked = { $host } does not answer.
    .mend = Ask whoever runs the network to let HTTPS (mostly port 443) through to this address, or to name a proxy.
check-secure-connection-captive = This network wants you to sign in to it first.
    .mend = Open a web browser, finish what the network asks for, then check again.
check-secure-connection-ca-file = The certificate file cannot be used: { $file }
    .mend = See that the file is there, that you may read it, and that it holds certificates as text (PEM).
check-secure-connection-out-of-date = A certificate is not valid on the date that this computer shows.
    .mend = Check the date and the time. If they are right, tell whoever runs the network.
check-secure-connection-offline = This computer is not in any network.
    .mend = Connect it to a network or Wi-Fi, then check again.

# Date and time
check-clock-fine = The clock is right.
check-clock-wrong = The clock is wrong by { $minutes } minutes.
    .mend = Set the date and the time, best by having the system set them from the network. Check the time zone as well.
check-clock-unknown = Whether the clock is right could not be found out, because no answer came.

# The sign-in service
check-pool-fine = The sign-in service answers for { $name }.
check-pool-none = No connection is set up yet, so there is nothing to ask.
check-pool-unknown = The sign-in service answers, and does not know this connection.
    .mend = It was removed or changed there. Ask your help desk for a new connection.
check-pool-failed = The sign-in service did not answer as it should ({ $code }).
    .mend = First mend what is wrong above. If nothing is, check again in a few minutes, then send a report to your help desk.

# What is wrong with a policy
policy-problem-unknown-key = { $key } is not an entry that Readmit knows. Check its spelling.
policy-problem-wrong-type = { $key } is of the wrong kind. { $expected ->
        [none] See the description of the policy.
       *[other] Expected: { $expected }.
    }
policy-problem-wrong-value = { $key } has a value that is not allowed. { $expected ->
        [none] See the description of the policy.
       *[other] Expected: { $expected }.
    }
policy-problem-needs-key = { $key } is of no use by itself. { $expected ->
        [none] Set what belongs to it, or take it out.
       *[other] Set { $expected } as well, or take it out.
    }
policy-problem-malformed = { $source } cannot be understood. { $expected ->
        [none] Compare it with the example.
       *[other] The mistake is at { $expected }.
    }
policy-problem-too-large = { $source } is too large for a policy. Check that it is the right file.
policy-problem-symlink = { $source } leads to another place (a symbolic link). Put the file itself there.
policy-problem-not-a-file = { $source } is not a file. Put a file there.
policy-problem-not-owned-by-root = { $source } does not belong to root. Only an administrator may set a policy.
policy-problem-writable-by-others = { $source } can be changed by others than root. Take that permission away.
policy-problem-unreadable = { $source } cannot be read. See that everybody may read it.
