# What went wrong, where the help desk is told something else than the person in the recovery window: who does not
# know whether an account exists, and asks the help desk. Here the help desk reads.

# Typed in
desk-failure-username-empty = The user name is missing
    .next = Search for the user again and open them.
desk-failure-password-empty = The password is missing
    .next = Type the password that the user is to have.
desk-failure-password-reused = The user had this password lately
    .next = Choose one that they have not used before.
desk-failure-password-not-new = This is the temporary password
    .next = Choose another one.

# A connection
desk-failure-connection-empty = There is nothing in this connection
    .next = Connect to the pool again.
desk-failure-connection-cut-short = The end of this connection is missing
    .next = Connect to the pool again.
desk-failure-connection-unknown-key = This connection has an entry that Readmit does not know
    .next = Connect to the pool again.
desk-failure-connection-wrong-value = One entry of this connection is wrong
    .next = Check what you typed. If nothing helps, connect to the pool again.
desk-failure-connection-insecure-endpoint = This connection is not safe
    .next = It would send passwords unprotected, so Readmit does not use it. Connect to the pool again.
desk-failure-connection-wrong-region = This connection contradicts itself
    .next = It names two different Regions. Connect to the pool again.
desk-failure-connection-newer = This connection is from a newer Readmit
    .next = Update Readmit.
desk-failure-setup-code-empty = The setup code is missing
    .next = Make it again.

# This computer
desk-failure-keychain-absent = This computer has no password store
    .next = Without one, Readmit keeps nothing beyond closing. To have one, start GNOME Keyring, KWallet or KeePassXC on Linux, then try again.
desk-failure-keychain-failed = This computer’s password store does not work
    .next = Try again. If it stays like this, ask whoever manages this computer.
desk-failure-keychain-too-long = This access is too long for this computer’s password store
    .next = Use an access key without a session token: that is short enough.
desk-failure-keychain-item-gone = Your access is no longer in this computer’s password store
    .next = Somebody removed it. Sign in to AWS again.
desk-failure-settings-unreadable = Readmit could not read its settings
    .next = The file may be damaged, or closed to you. Ask whoever manages this computer.
desk-failure-settings-unwritable = Readmit could not save this
    .next = Nothing was changed. The disk may be full, or the folder protected. Put that right, then try again.
desk-failure-settings-set-aside = The desk’s settings were damaged
    .next = They are kept as { $detail }, and the desk begins anew. To have them back, mend that file, close Readmit, and give it its old name.
desk-failure-ca-file-unreadable = A file that this connection needs is missing
    .next = Its certificate file is not on this computer. Ask whoever set it up.

# The user
desk-failure-user-not-found = There is no such user any more
    .next = They may have been deleted a moment ago. Search again.
desk-failure-wrong-password = AWS refused the password
    .next = Look at the user again before you go on.
desk-failure-locked-out = Too many wrong passwords
    .next = The user has to wait up to 15 minutes and then try once. Nobody can shorten that.
desk-failure-user-disabled = This user is switched off
    .next = Switch them on first, then help them.
desk-failure-temporary-password-pending = This user has never signed in
    .next = Send the invitation again, or give them a temporary password. A reset code is not possible before the first sign-in.
desk-failure-temporary-password-expired = The temporary password is too old
    .next = Give the user a new one, or send the invitation again.
desk-failure-temporary-password-spent = The temporary password is used up
    .next = Give the user a new one, or send the invitation again.
desk-failure-recovery-by-admin-only = This pool sends no codes
    .next = It is set so that only you reset passwords. Give the user a temporary password.
desk-failure-no-verified-contact = There is nowhere to send a code to
    .next = The user has no verified email or phone. Mark one as verified after you checked it with them, or give them a temporary password.
desk-failure-sign-up-unfinished = This user never finished signing up
    .next = Confirm the sign-up first.
desk-failure-already-confirmed = This user’s sign-up is finished already
    .next = Somebody may just have done it. Look again.
desk-failure-codes-not-sent = This pool sends no sign-up codes
    .next = Confirm the sign-up yourself.
desk-failure-password-reset-required = This user has to choose a new password
    .next = Send them a reset code.
desk-failure-code-expired = The user’s code is too old
    .next = Send them a new one.
desk-failure-too-many-tries = AWS has had enough tries for this user
    .next = It sends them no more codes for about an hour, and trying again can make it longer. A temporary password works at once.
desk-failure-session-ended = That took too long
    .next = Begin again.
desk-failure-attribute-missing = This user lacks something that the pool demands
    .next = Ask the pool’s owner to fill it in.
desk-failure-attribute-malformed = Something about this user cannot be right
    .next = Look at how it is written, and ask the pool’s owner to correct it.
desk-failure-attribute-fixed = The pool does not let this be changed
    .next = Ask the pool’s owner.
desk-failure-alias-taken = Another user has this email or phone
    .next = Search for it: only one user can have it verified.
desk-failure-user-exists = There is such a user already
    .next = Search for them.
desk-failure-invitation-not-possible = This user was in already
    .next = An invitation can be sent again only before the first sign-in. Send a reset code instead.
desk-failure-second-factor-missing = The pool demands a second factor that this user does not have
    .next = They set it up when they next sign in, if the app offers it. Otherwise ask the pool’s owner.
desk-failure-blocked-by-risk = AWS stopped this for safety
    .next = The pool’s protection found it suspicious. Ask the pool’s owner to look at its log.

# The pool
desk-failure-secret-wrong = The app’s secret has changed
    .next = Connect to the pool again: Readmit then fetches the new one.
desk-failure-secret-missing = This app has a secret now
    .next = Connect to the pool again: Readmit then fetches it.
desk-failure-pool-not-found = This pool is gone
    .next = It was deleted, or is in another account. Choose another connection, or connect again.
desk-failure-client-not-found = The app of this connection is gone
    .next = Connect to the pool again and choose another app.
desk-failure-group-not-found = This group is gone
    .next = Look again.
desk-failure-flow-not-enabled = The app does not allow this way of signing in
    .next = Ask the pool’s owner to switch it on for the app.
desk-failure-mail-limit = The pool has sent all its messages for today
    .next = Nothing was sent. Give the user a temporary password, or wait until tomorrow. Amazon SES would lift the limit.
desk-failure-delivery-failed = The message could not be sent
    .next = Look at the user again: the change may have been made all the same. A temporary password needs no message.
desk-failure-delivery-setup = This pool may not send messages
    .next = Its permissions for email or text messages are broken. Tell the pool’s owner; a temporary password needs no message.
desk-failure-pool-function-failed = A function of the pool’s owner failed
    .next = Look at the user again: the change may have been made all the same. Then tell the pool’s owner.
desk-failure-blocked-by-firewall = A firewall in front of the pool said no
    .next = Try from your office or its network, or ask the pool’s owner.
desk-failure-pool-misconfigured = The pool is set up in a way that cannot work
    .next = Tell the pool’s owner.
desk-failure-wrong-region = Only a copy of this pool is here
    .next = Connect to it in the Region where it was made.
desk-failure-tier-lacks-feature = The pool’s plan lacks this
    .next = Ask the pool’s owner.
desk-failure-changed-meanwhile = Somebody changed this user a moment ago
    .next = Nothing was done. Look again before you go on.
desk-failure-filter-malformed = This cannot be searched for
    .next = Type the beginning of a name, an email or a phone number.
desk-failure-input-refused = AWS did not accept this
    .next = Nothing was done. Check what you typed, then try again.
desk-failure-not-supported = This cannot be done here
    .next = The pool does not offer it. If you need it, ask the pool’s owner.

# Access
desk-failure-access-denied = { $detail ->
    [none] You lack a permission for this
   *[other] You lack the permission “{ $detail }”
}
    .next = Nothing was done. “Pool” has a request to copy and send to whoever manages AWS.
desk-failure-access-invalid = AWS does not accept this access
    .next = The key may be wrong, switched off or deleted. Check it, or sign in another way.
desk-failure-access-expired = Your sign-in to AWS is over
    .next = Sign in again. Nothing was done.

# The way there
desk-failure-busy = AWS gets too many requests right now
    .next = Wait a minute, then try again.
desk-failure-service-fault = AWS has a problem
    .next = Try again in a few minutes.
desk-failure-name-not-found = This network does not know the address of AWS
    .next = Check that you are online: open a page in a web browser. If that works, ask whoever manages your network to look at the name lookup. Nothing was done.
desk-failure-connection-blocked = AWS cannot be reached from this network
    .next = The connection is blocked, or never answered. Try again, try another network, or ask whoever manages yours. Nothing was done.
desk-failure-tls-untrusted = The connection is not private
    .next = Something on this network inspects connections, or pretends to be AWS, with a certificate that this computer does not trust. Nothing was sent. Ask whoever manages your network for its certificate file, or try another network.
desk-failure-clock-wrong = Check this computer’s date and time
    .next = AWS accepts a few minutes of difference only. Set the clock, then try again. Nothing was done.
desk-failure-proxy-refused = Your network’s exit is closed to Readmit
    .next = The proxy refused the connection. Ask whoever manages your network.
desk-failure-proxy-unreachable = The proxy does not answer
    .next = Check that you are on your organisation’s network, then try again. If you are, ask whoever manages it. Nothing was done.
desk-failure-proxy-asks-for-password = The proxy asks for a password
    .next = Ask whoever manages your network to let Readmit through, or to set the proxy with user name and password in HTTPS_PROXY. Nothing was done.
desk-failure-proxy-asks-for-sign-in = The proxy asks for a sign-in that Readmit does not know
    .next = It wants Negotiate or NTLM. Ask whoever manages your network to let Readmit through without. Nothing was done.
desk-failure-proxy-script = The proxy is chosen by a script
    .next = Readmit cannot run it here. Ask whoever manages this computer to set the proxy’s address by policy or in HTTPS_PROXY.
desk-failure-proxy-socks = The proxy is a SOCKS proxy
    .next = Readmit needs an HTTP proxy. Ask whoever manages this computer to set one by policy or in HTTPS_PROXY.
desk-failure-fips-unavailable = There is no FIPS address for this
    .next = Only FIPS addresses may be used on this computer, and AWS has none for this service in this Region. Choose another Region, or another way to sign in; or ask whoever manages this computer.
desk-failure-answer-lost = The connection broke off
    .next = Look again before you repeat anything: it may have been done.
desk-failure-unknown = Something unexpected happened
    .next = Look again before you repeat anything. If it happens again, give the reference to whoever manages this computer.

# Codes that only the desk meets
failure-external-id-malformed = This is not an external ID
    .next = It has at least two characters: letters, digits and + = , . @ : / _ -, without spaces. Copy it from the message you got.
failure-clipboard-unavailable = Nothing can be copied on this computer now
    .next = Read it out, or type it where it is needed. Copying may work again later.
failure-printing-unavailable = Nothing can be printed on this computer now
    .next = Read it out, or write it down. Printing may work again later.
failure-password-told = This temporary password is not held any more
    .next = Readmit forgets it when the desk is locked. Set a new one; the one before then stops working.

# What IT decided, and what a link brings
desk-failure-managed-by-organisation = This is fixed for this computer
    .next = Nothing was changed. Ask whoever manages the computer if it has to be different.
desk-failure-link-with-secret = This link was not taken: it carries a secret
    .next = Others can read a link on its way. Hand out a connection file instead.
desk-failure-link-malformed = This is not a link for Readmit
    .next = A part of it may be missing. Copy the whole link, or hand out a connection file.
