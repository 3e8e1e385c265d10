# What went wrong, for the person in the recovery window: what it is, and the next step.
# Nothing here may tell whether an account exists: what depends on one is worded with "if".

# Typed in
failure-username-empty = Nothing is typed yet
    .next = Type the name you sign in with.
failure-username-malformed = There is a space or a hidden character in it
    .next = Take it out, or type the name by hand instead of pasting it.
failure-username-not-contact = { $kind ->
        [email] This is not an email address
        [phone] This is not a phone number
       *[other] This is not an email address or a phone number
    }
    .next = { $kind ->
        [email] Type your whole email address, with the @ in it.
        [phone] Type your phone number with its country code, for example +44 20 7946 0018.
       *[other] Type your whole email address, or your phone number with its country code.
    }
failure-username-too-long = This is too long for a user name
    .next = A user name has 128 characters at most. Check what you pasted.
failure-code-empty = The code is missing
    .next = Type the code from the message you got.
failure-code-malformed = This is not a code
    .next = A code is a row of digits, usually six. Copy only the digits from the message.
failure-code-too-long = This is too long for a code
    .next = A code is a row of digits, usually six. Copy only the digits from the message.
failure-password-empty = The new password is missing
    .next = Type the password that you want to use from now on.
failure-password-edge-space = There is a space at the start or the end
    .next = Take it out. Spaces inside the password are fine.
failure-password-too-long = This password is too long
    .next = Make it shorter: 256 characters at most.
failure-password-too-short = This password is too short
    .next = { $minimum ->
        [0] Make it longer.
       *[other] Make it { $minimum } characters or more.
    }
failure-password-needs-uppercase = A capital letter is missing
    .next = Add at least one letter from A to Z.
failure-password-needs-lowercase = A small letter is missing
    .next = Add at least one letter from a to z.
failure-password-needs-number = A number is missing
    .next = Add at least one digit from 0 to 9.
failure-password-needs-symbol = A symbol is missing
    .next = Add a sign such as ! or #, or a space between two words.
failure-password-refused = This password was not accepted
    .next = Make it longer, with capital and small letters, numbers and a symbol, and try again.
failure-password-reused = You used this password lately
    .next = Choose one that you have not used before.
failure-password-not-new = This is your temporary password
    .next = Choose another one, which only you know.

# The connection
failure-connection-empty = There is nothing in this connection
    .next = Ask the person who gave it to you to send it again.
failure-connection-too-large = This is too large for a connection
    .next = Check that you picked the right file. Its name ends in .readmit.
failure-connection-cut-short = The end of this connection is missing
    .next = It was cut off on its way to you. Ask your help desk to send it again.
failure-connection-malformed = This is not a connection
    .next = Check that you picked the right file. Its name ends in .readmit.
failure-connection-unknown-key = This connection has an entry that Readmit does not know
    .next = Ask your help desk for a new connection, and tell them the place below.
failure-connection-wrong-value = One entry of this connection is wrong
    .next = Ask your help desk for a new connection, and tell them the place below.
failure-connection-insecure-endpoint = This connection is not safe
    .next = It would send your password unprotected. Do not use it, and tell your help desk.
failure-connection-wrong-region = This connection contradicts itself
    .next = It names two different places. Ask your help desk for a new one.
failure-connection-newer = This connection is for a newer Readmit
    .next = Update Readmit, or ask your help desk.
failure-connection-unreadable = This file could not be read
    .next = Check that it is still there and that you may open it.
failure-setup-code-empty = Nothing is pasted yet
    .next = Copy the setup code from your help desk’s message and paste it here.
failure-setup-code-malformed = This is not a setup code
    .next = A setup code begins with READMIT1 and a dash. Copy all of it and paste it again.
failure-setup-code-incomplete = A part of this setup code is missing or changed
    .next = Copy it again, from its first to its last character.

# This computer
failure-keychain-absent = This computer has no password store
    .next = So Readmit cannot keep this connection. You can go on now; if it does not work next time, open the connection again.
failure-keychain-locked = This computer’s password store is locked
    .next = Unlock it, then try again.
failure-keychain-denied = Readmit was not let into this computer’s password store
    .next = Try again, and allow it when you are asked.
failure-keychain-failed = This computer’s password store does not work
    .next = Try again. If it stays like this, ask your help desk.
failure-keychain-too-long = This is too long for this computer’s password store
    .next = You can go on: it is held until Readmit is closed. After that, open the connection again.
failure-keychain-item-gone = What Readmit kept is no longer in this computer’s password store
    .next = Sign in again, or open the connection again.
failure-settings-unreadable = Readmit could not read its settings
    .next = Ask your help desk to look at them.
failure-settings-unwritable = Readmit could not save this
    .next = The disk may be full, or the folder protected. Ask your help desk.
failure-settings-set-aside = Readmit’s settings were damaged
    .next = They are kept as { $detail }, and Readmit begins anew. If you had set it up yourself, open your connection file again; else ask your help desk for one.
failure-ca-file-unreadable = A file that this connection needs is missing
    .next = Tell your help desk that its certificate file is not on this computer.

# The account
failure-user-not-found = Check what you typed
    .next = Check the spelling, or try another name you may sign in with. If you are sure, ask your help desk.
failure-wrong-password = The name or the password is not right
    .next = Check both, and try again.
failure-locked-out = Too many wrong passwords
    .next = Wait 15 minutes, then try once.
failure-user-disabled = Your help desk has to look at this
    .next = A new password cannot be chosen here. Your help desk can see why, and put it right.
failure-temporary-password-pending = Use your temporary password first
    .next = If you were invited and have not signed in yet, use the temporary password from your invitation. { $days ->
        [0] If it is lost or too old, ask your help desk for a new one.
        [one] If it is lost or older than one day, ask your help desk for a new one.
       *[other] If it is lost or older than { $days } days, ask your help desk for a new one.
    }
    .action = I have a temporary password
failure-temporary-password-expired = Your temporary password may be too old
    .next = A temporary password works for some days only. Ask your help desk for a new one.
failure-temporary-password-spent = Your temporary password is used up
    .next = It took a while to choose your own, and a temporary password works once. Your help desk can give you a new one at once.
    .say = My temporary password is used up, please send me a new one.
failure-recovery-by-admin-only = New passwords come from your help desk
    .next = No codes are sent here. Ask your help desk for a new password.
failure-no-verified-contact = No code can be sent
    .next = A code only goes to an email or phone that was confirmed before. If you signed up and never entered the code you were sent, finish that first. Otherwise your help desk can confirm one, or give you a temporary password.
    .action = Finish signing up
failure-sign-up-unfinished = Your sign-up may not be finished
    .next = If you signed up and never entered the code you were sent, do that first. After that you can choose a new password.
    .action = Finish signing up
failure-already-confirmed = There is no sign-up to finish
    .next = If you forgot your password, have a code sent and choose a new one.
    .action = Send me a code
failure-codes-not-sent = Sign-up codes are not sent here
    .next = Ask your help desk to finish your sign-up.
failure-password-reset-required = It is time for a new password
    .next = Have a code sent, and choose a new password.
    .action = Send me a code
failure-code-wrong = This code does not work
    .next = Use the newest message. If it is old or used already, have a new one sent. If you asked twice, wait for the second message; if its code fails, try the first.
failure-code-expired = This code does not work any more
    .next = It may be too old, used before, or replaced by a newer one. Send a new one with the button below.
failure-authenticator-code-used = This code was used already
    .next = Wait for the next code in your authenticator app.
failure-too-many-tries = Too many tries
    .next = For your safety there is a pause now, usually about an hour. Trying before it ends can make it longer.
    .action = Go back and try again
failure-session-ended = That took too long
    .next = Start again. Nothing was changed.
failure-signed-out = You are signed out
    .next = Sign in again.
failure-attribute-malformed = One of your details cannot be right
    .next = Check what you typed, and try again.
failure-attribute-missing = Some of your details are missing
    .next = Ask your help desk to fill them in.
failure-attribute-fixed = One of your details cannot be changed here
    .next = Ask your help desk.
failure-alias-taken = This cannot be finished here
    .next = Ask your help desk to look at your sign-up.
failure-user-exists = This name cannot be used
    .next = Ask your help desk.
failure-invitation-not-possible = No invitation can be sent
    .next = Ask your help desk.
failure-second-factor-missing = The second step is not set up
    .next = Ask your help desk to set it up with you.
failure-blocked-by-risk = This was stopped for your safety
    .next = Try again from a place and network you usually work from, or ask your help desk.

# The other side
failure-secret-wrong = This program’s connection is out of date
    .next = Ask your help desk for a new connection file.
    .action = Use another connection
failure-secret-missing = This program’s connection is not complete
    .next = Ask your help desk for a new connection file.
    .action = Use another connection
failure-pool-not-found = This connection leads nowhere any more
    .next = Ask your help desk for a new connection file.
    .action = Use another connection
failure-client-not-found = This connection leads nowhere any more
    .next = Ask your help desk for a new connection file.
    .action = Use another connection
failure-group-not-found = Something is missing at your organisation
    .next = Tell your help desk. It is nothing you did.
failure-flow-not-enabled = This way in is switched off
    .next = Tell your help desk. It is nothing you did.
failure-mail-limit = No more messages can be sent today
    .next = Your organisation has used up its messages for today. Try again tomorrow, or ask your help desk now.
failure-delivery-failed = The message could not be sent
    .next = Try again in a few minutes, or ask your help desk.
failure-delivery-setup = Your organisation’s messages do not work
    .next = Tell your help desk. It is nothing you did, and trying again will not help.
failure-pool-function-failed = Something went wrong at your organisation
    .next = It is nothing you did. Try again in a few minutes, or tell your help desk.
failure-blocked-by-firewall = You are not let through from here
    .next = Try again from your office or its network, or ask your help desk.
failure-pool-misconfigured = Something is set up wrong at your organisation
    .next = Tell your help desk. It is nothing you did.
failure-wrong-region = This connection leads to the wrong place
    .next = Ask your help desk for a new connection file.
    .action = Use another connection
failure-tier-lacks-feature = This is not available at your organisation
    .next = Ask your help desk.
failure-changed-meanwhile = Something changed in the meantime
    .next = Try again.
failure-filter-malformed = This cannot be searched for
    .next = Check what you typed, and try again.
failure-input-refused = This was not accepted
    .next = Check what you typed, and try again. If you are sure, ask your help desk.
failure-not-supported = This cannot be done here
    .next = Ask your help desk.

# Access to AWS, as it is typed: only at the help desk
failure-access-key-malformed = This is not an access key ID
    .next = It begins with AKIA or ASIA and has no spaces. Copy it again from where you got it.
failure-secret-key-malformed = This is not a secret access key
    .next = It is one row of 40 characters. Copy it again from where you got it.
failure-session-token-malformed = This is not a session token
    .next = Keys that begin with ASIA come with a very long token. Copy all of it; for other keys leave this empty.
failure-role-malformed = This is not a role
    .next = A role is written like arn:aws:iam::123456789012:role/Name. Copy it from the message you got.
failure-factor-serial-malformed = This is not a device for a second factor
    .next = It is a serial number, or written like arn:aws:iam::123456789012:mfa/name. Copy it again from where you got it.
failure-factor-code-malformed = This is not a code
    .next = Type the six digits that your authenticator shows.
failure-start-url-malformed = This is not the address of a start page
    .next = It begins with https:// and often ends in .awsapps.com/start. Copy it from the message you got.
failure-region-malformed = This is not a Region
    .next = Type one that is written like eu-central-1.

# Being allowed to
failure-access-missing = There is no access to AWS yet
    .next = Sign in to AWS first.
failure-access-denied = Readmit may not do this
    .next = Tell your help desk.
failure-access-invalid = Readmit’s access does not work
    .next = Tell your help desk.
failure-access-expired = Readmit’s access has run out
    .next = Tell your help desk.
failure-factor-code-needed = AWS asks for a second factor
    .next = Try again, and type the code that your authenticator shows.
failure-factor-code-wrong = This code was not accepted
    .next = Each code works once. Wait for the next one and type that.
failure-role-refused = AWS does not let you act in this role
    .next = Check the role. If it is right, ask whoever manages AWS to let you use it.
failure-profile-not-found = This profile is gone
    .next = Somebody removed or renamed it on this computer. Choose another.
failure-profile-loops = This profile leads back to itself
    .next = Its file names a source that names it again. Ask whoever set it up, or choose another.
failure-profile-unusable = { $detail ->
    [none] This profile cannot be used
   *[other] This profile cannot be used: see “{ $detail }” in it
}
    .next = Something is missing in it, or it is of a kind that only works inside AWS. Ask whoever set it up, or choose another.
failure-profile-program-failed = The program of this profile gave no keys
    .next = Start it by hand and see what it says, then try again.
failure-profile-sign-in-over = The sign-in of this profile is over
    .next = Renew it where it was made, for example with “aws sso login” or “aws login”. Then try again.
failure-identity-center-unknown = Identity Center does not know this start page
    .next = Check the address. If it is right, choose another place below it.
failure-identity-center-denied = The browser said no
    .next = Somebody refused the sign-in there. Try again and allow it, if it was you who began.
failure-identity-center-too-late = The time for the sign-in is over
    .next = Begin again; you then have a few minutes in the browser.
failure-identity-center-nothing = Nothing is assigned to you here
    .next = Ask whoever manages AWS to assign an account and a role to you.

# Only at the help desk
failure-desk-locked = The help desk is locked
    .next = Unlock it and try again. What you typed is kept.
failure-not-allowed-here = This cannot be done here now
    .next = The mode of the help desk does not allow it, or you are practising. Look under “Settings”.
failure-act-not-possible = This cannot be done to this user now
    .next = Look at the user again: the reason is said there.
failure-reason-missing = The reason is missing
    .next = Type why you do this, or the number of the ticket.
failure-reason-too-long = This is too long
    .next = Make it shorter: 500 characters at most.
failure-caller-not-verified = Not every question is ticked
    .next = Ask the caller what is still open, and tick it.
failure-search-too-long = This is too long to search for
    .next = Type the beginning of a name, an email or a phone number.
failure-search-malformed = There is a hidden character in it
    .next = Type it by hand instead of pasting it.
failure-search-ended = This list is too old to go on
    .next = Search again.
failure-no-pools-here = Nothing to connect to in this Region
    .next = Choose another Region, or search every Region by name.
failure-record-unreadable = The record cannot be read
    .next = Its file may be damaged, or closed to you. Ask whoever manages this computer.
failure-record-unwritable = The record cannot be written, so nothing was done
    .next = The disk may be full or protected. Put that right, then try again.
failure-record-newer = The record is from a newer Readmit
    .next = Update Readmit. Until then nothing is changed here.
failure-export-unwritable = The file could not be saved
    .next = Choose another folder, or free some space.

# The way there
failure-busy = Too much is going on right now
    .next = Wait a minute, then try again.
failure-service-fault = The sign-in service has a problem
    .next = It is nothing you did. Try again in a few minutes.
failure-offline = There is no internet connection
    .next = Check your network or Wi-Fi, then try again. What you typed is kept.
failure-name-not-found = This network does not know the sign-in service
    .next = Check that you are online: open a page in a web browser. If that works, tell your help desk that the name of the sign-in service is not found. Nothing was sent.
failure-connection-blocked = The sign-in service cannot be reached from this network
    .next = Try again, or try another network. If it stays like this, tell your help desk that the connection is blocked. Nothing was sent.
failure-timed-out = No answer came
    .next = The network may be slow. Try again. What you typed is kept.
failure-answer-lost = The connection broke off
    .next = Check your network, then try again. What you typed is kept.
failure-captive-portal = This network wants you to sign in to it first
    .next = Open a web browser, finish what the network asks for, then try again here.
failure-tls-untrusted = The connection is not private
    .next = Something on this network reads along, as a company’s inspection does, or pretends to be the sign-in service. Nothing was sent. Try another network, or tell your help desk that the certificate is not trusted.
failure-clock-wrong = Check this computer’s date and time
    .next = A certificate is out of date, which mostly means that the clock is wrong. If the clock is right, tell your help desk. Nothing was sent.
failure-proxy-refused = Your network’s exit is closed to Readmit
    .next = Tell your help desk that the proxy refused the connection.
failure-proxy-unreachable = The way out of your network does not answer
    .next = Check that you are on your organisation’s network, then try again. If you are, tell your help desk that the proxy does not answer.
failure-proxy-asks-for-password = The way out of your network asks for a password
    .next = Call your help desk and say: “The proxy asks for a password.” Nothing was sent.
failure-proxy-asks-for-sign-in = The way out of your network asks for a sign-in that Readmit does not know
    .next = Call your help desk and say: “The proxy asks for a Windows sign-in, Negotiate or NTLM.” Nothing was sent.
failure-proxy-script = Your network chooses the way out by a script
    .next = Readmit cannot follow it here. Call your help desk and say: “The proxy is set by a script. Readmit needs its address.”
failure-proxy-socks = Your network’s way out is of a kind that Readmit does not know
    .next = Call your help desk and say: “It is a SOCKS proxy. Readmit needs an HTTP proxy.”
failure-fips-unavailable = Your organisation’s rules leave no way to this service
    .next = Call your help desk and say: “There is no FIPS address for this connection.”
failure-stopped-waiting = You stopped waiting
    .next = What you typed is kept. Try again when you like.
failure-unknown = Something unexpected happened
    .next = Try again. If it happens again, ask your help desk.

# What IT decided, and what a link brings
failure-managed-by-organisation = Your organisation decides this on this computer
    .next = Go on with what Readmit shows here. If something you need is missing, ask your help desk.
failure-link-with-secret = This link was not taken: it carries a secret
    .next = Others can read a link on its way. Ask your help desk for a connection file instead.
failure-link-malformed = This is not a link for Readmit
    .next = A part of it may be missing. Open the whole link from your help desk’s message again, or ask for a connection file.
