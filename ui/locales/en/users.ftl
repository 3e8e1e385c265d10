# Finding somebody, and the card.

# The list
users-title = Users
users-search = Find somebody
users-search-hint = Name, email, phone number or user name: its beginning is enough
users-filter = Show:
users-filter-all = everybody
users-filter-switched-off = switched off
users-list = Users found
users-looking = Looking …
users-looking-long = Still looking. The user directory has not answered yet.
users-more = Fetching more …
users-more-long = Still waiting for the next users.
users-found = { $count ->
    [one] One user found
   *[other] { $count } users found
}
users-found-more = { $count } users shown; more come as you scroll
users-end = { $count ->
    [one] That is all: one user.
   *[other] That is all: { $count } users.
}
users-let-go = { $count } users further up are no longer kept here.
users-let-go-again = Start again from the top
users-no-contact = no email or phone
users-twin = same name, other capitals
users-twin-hint = Somebody else’s user name differs from this one only in capital letters. Make sure which one calls.
users-gone = { $name } is no longer there
    .next = The account was deleted after this list was read. Nothing was done.

users-none-title = Nobody found
users-none-all = There are no users yet, or none that this list may show.
users-none-status = Nobody is in the state you chose.
users-none-tried = Nothing that starts with { $text } was found among names, emails, phone numbers and user names.
users-none-starts = Only beginnings are searched: type the start of a name, not its middle.
users-none-contact = Ask for the exact email, or for the phone number with its country code, such as +44.
users-none-filter = You are looking only at some users. Show everybody?
users-none-filter-off = Show everybody
users-none-fresh = An account made a moment ago can take some seconds to appear.
users-hint-national-number = Phone numbers are found only with their country code, such as +44.
users-hint-domain-alone = An address is found by its beginning: what stands before the @ is needed.

# Statuses, as a person would say them
users-status-confirmed = active
users-status-force-change-password = waiting for first sign-in
users-status-reset-required = needs a new password
users-status-unconfirmed = sign-up not finished
users-status-external-provider = signs in elsewhere
users-status-archived = archived
users-status-compromised = stopped as unsafe
users-status-unknown = unknown
users-switched-off = switched off
users-switched-on = switched on
users-factor-authenticator = authenticator app
users-factor-sms = codes by text message
users-factor-email = codes by email

# The card
users-nobody-open = Nobody is open
users-nobody-open-hint = Find the person who calls, and press Enter on their name. Opening somebody counts them as active on this month’s AWS bill; looking at the list does not.
users-person = this person
users-username = user name { $username }
users-opening = Opening { $name } …
users-opening-long = Still waiting for the answer about { $name }.
users-back = Back to the list
users-read = Read { $ago }
users-read-now = Read just now
users-look-again = Look again
users-changed-meanwhile = Somebody changed this user a moment ago
    .next = Nothing was done. This is how things stand now: look again before you act.
users-likely = Probably:
users-reckoned-why = Nothing tells when a temporary password was made. This is reckoned from the last change to the user.
users-likely-why = Amazon’s own documentation contradicts itself here, so this is the best guess.
users-tell = What to tell the caller
users-or = Or
users-acts = What you can do
users-not-possible = Not possible now ({ $count })
users-not-possible-few = Not possible now
users-know = What we know
users-know-status = Status
users-know-enabled = Account
users-know-email = Email
users-know-phone = Phone
users-know-factors = Second step
users-know-providers = Signs in with
users-know-recovery = A code would go to
users-know-forgot = “Forgot password” now
users-know-temporary = Temporary password
users-know-groups = Groups
users-know-created = Created
users-know-modified = Last changed
users-know-password = Password
users-know-username = User name
users-know-sub = Unchanging id
users-none-value = none
users-nowhere = nowhere
users-verified = verified
users-unverified = not verified
users-preferred = asked for first
users-groups-unread = may not be read with this access
users-by-email = { $to } by email
users-by-phone = { $to } by text message
users-temporary-estimate = { $days ->
    [0] from today
    [1] about one day old
   *[other] about { $days } days old
}, good for { $life ->
    [1] one day
   *[other] { $life } days
}. This is an estimate: only the last change is known, not its cause.
users-copy = Copy
users-copied = Copied
users-not-copied = Not copied
users-copy-username = Copy the user name
users-copy-sub = Copy the unchanging id

# The one sentence
users-finding-switched-off = { $name } can’t sign in because the account is switched off.
users-finding-signs-in-elsewhere = { $name } signs in through another company’s sign-in, so there is no password here to reset.
users-finding-signs-in-elsewhere-named = { $name } signs in with { $providers }, so there is no password here to reset.
users-finding-invitation-waiting = { $name } got a temporary password { $days ->
    [0] today
    [1] yesterday
   *[other] { $days } days ago
} and has not signed in with it yet. It should still be good: it lasts { $life ->
    [1] one day
   *[other] { $life } days
}.
users-finding-invitation-waiting-undated = { $name } has a temporary password and has not signed in with it yet. It lasts { $life ->
    [1] one day
   *[other] { $life } days
}; when it was made is not known.
users-finding-invitation-probably-expired = { $name } got a temporary password { $days ->
    [1] yesterday
   *[other] { $days } days ago
} and never signed in with it. It lasts { $life ->
    [1] one day
   *[other] { $life } days
}, so it has probably expired.
users-finding-sign-up-unfinished = { $name } signed up but never entered the sign-up code.
users-finding-sign-up-unfinished-verified = { $name } signed up but never entered the sign-up code. Email or phone is verified all the same.
users-finding-reset-waiting-email = { $name } can’t sign in before choosing a new password with a code. The code goes by email to { $to }.
users-finding-reset-waiting-phone = { $name } can’t sign in before choosing a new password with a code. The code goes by text message to { $to }.
users-finding-reset-without-contact = { $name } can’t sign in before choosing a new password with a code, and there is nowhere a code could go.
users-finding-only-administrators-reset = { $name } can sign in. If the password is forgotten, only you can give a new one: codes are switched off for everybody here.
users-finding-contact-not-verified-email = { $name } can sign in, but if the password is forgotten no code comes: the email is not verified.
users-finding-contact-not-verified-phone = { $name } can sign in, but if the password is forgotten no code comes: the phone number is not verified.
users-finding-contact-not-verified-both = { $name } can sign in, but if the password is forgotten no code comes: neither email nor phone number is verified.
users-finding-no-contact = { $name } can sign in, but if the password is forgotten no code comes: there is no email or phone number for it to go to.
users-finding-contact-is-second-factor-email = { $name } can sign in, but if the password is forgotten no code comes: the only verified contact, { $to }, is also the second step at sign-in.
users-finding-contact-is-second-factor-phone = { $name } can sign in, but if the password is forgotten no code comes: the only verified contact, { $to }, is also the second step at sign-in.
users-finding-nothing-wrong-email = Nothing is wrong. { $name } can sign in, and “Forgot password” sends a code by email to { $to }.
users-finding-nothing-wrong-phone = Nothing is wrong. { $name } can sign in, and “Forgot password” sends a code by text message to { $to }.
users-finding-status-not-in-use = The account of { $name } is in a state that is no longer in use. Ask whoever manages AWS.

# What else to know
users-also-forgot-password-pretends = “Forgot password” says that a code is on its way, but none is sent.
users-also-factor-still-asked-authenticator = A new password does not replace the second step: the authenticator app is still asked for.
users-also-factor-still-asked-sms = A new password does not replace the second step: a code by text message is still asked for.
users-also-factor-still-asked-email = A new password does not replace the second step: a code by email is still asked for.
users-also-factor-required-and-missing = Everybody here needs a second step, and this person has none yet. The next sign-in asks to set one up.
users-also-may-be-stolen-password = Amazon sometimes forces this when a password is known to be stolen. The old password should not be used again, here or anywhere.
users-also-unverified-email = The email { $to } is not verified, so no code goes there.
users-also-unverified-phone = The phone number { $to } is not verified, so no code goes there.
users-also-factor-not-for-recovery-email = The email { $to } is also the second step at sign-in, so no code for a new password goes there.
users-also-factor-not-for-recovery-phone = The phone { $to } is also the second step at sign-in, so no code for a new password goes there.
users-also-not-in-recovery-setting-email = Codes for a new password never go by email here, so { $to } does not help.
users-also-not-in-recovery-setting-phone = Codes for a new password never go by text message here, so { $to } does not help.
users-also-only-administrators-reset = Codes for a new password are switched off for everybody here.
users-also-no-app-client = Which app people sign in with is not known to this connection, so what “Forgot password” says is not known either.
users-also-no-password-flow = The app of this connection lets nobody sign in with a password.
users-also-small-mailer = Mail goes out by Amazon’s small mailer: at most 50 messages a day for everybody, and often taken for junk.
users-also-text-messages-fail = Text messages fail here at the moment. Whoever manages AWS has to mend that.
users-also-mail-fails = Mail fails here at the moment. Whoever manages AWS has to mend that.
users-also-case-matters = Capital and small letters in the user name matter here.
users-would-be-switched-off = Once it is on again, look once more.
users-would-be-signs-in-elsewhere = Once it is on again: signing in happens at another company, and there is no password here.
users-would-be-invitation-waiting = Once it is on again: the temporary password should still be good.
users-would-be-invitation-probably-expired = Once it is on again: the temporary password has probably expired.
users-would-be-sign-up-unfinished = Once it is on again: the sign-up still has to be finished.
users-would-be-reset-waiting = Once it is on again: a new password has to be chosen with a code.
users-would-be-reset-without-contact = Once it is on again: a new password is needed, and there is nowhere a code could go.
users-would-be-only-administrators-reset = Once it is on again: signing in works, and only you can give a new password.
users-would-be-contact-not-verified = Once it is on again: signing in works, but no contact is verified for a code.
users-would-be-no-contact = Once it is on again: signing in works, but there is no contact for a code.
users-would-be-contact-is-second-factor = Once it is on again: signing in works, but the only verified contact is also the second step.
users-would-be-nothing-wrong = Once it is on again, nothing else is wrong.
users-would-be-status-not-in-use = Once it is on again, the account is still in a state that is no longer in use.

# What to read to the caller, where nothing has to be done first
users-tell-signs-in-elsewhere = “Your password isn’t kept with us. On the sign-in page, use the button of your company or provider, and reset the password there.”
users-tell-signs-in-elsewhere-named = “Your password isn’t kept with us. On the sign-in page, use the button for { $providers }. If you forgot that password, reset it there.”
users-tell-invitation-waiting = “Sign in with the temporary password you were given; then you choose your own. If it came by message, look in the junk folder too.”
users-tell-reset-waiting-email = “Choose ‘Forgot password’ where you sign in. A code comes by email within a few minutes; look in the junk folder too. With it you choose a new password.”
users-tell-reset-waiting-phone = “Choose ‘Forgot password’ where you sign in. A code comes by text message within a few minutes. With it you choose a new password.”
users-tell-nothing-wrong-email = “Your account is fine. If the password doesn’t work, choose ‘Forgot password’ where you sign in. A code comes by email; look in the junk folder too.”
users-tell-nothing-wrong-phone = “Your account is fine. If the password doesn’t work, choose ‘Forgot password’ where you sign in. A code comes by text message.”

# What “Forgot password” would do now
users-forgot-code-sent-email = sends a code by email to { $to }
users-forgot-code-sent-phone = sends a code by text message to { $to }
users-forgot-pretended = says that a code was sent, but sends none
users-forgot-done = works, and sends nothing
users-forgot-refused = is refused
users-forgot-refused-user-disabled = is refused: the account is switched off
users-forgot-refused-temporary-password-pending = is refused before the first sign-in
users-forgot-refused-recovery-by-admin-only = is refused: codes are switched off for everybody
users-forgot-refused-no-verified-contact = is refused: there is nowhere a code could go
users-forgot-refused-sign-up-unfinished = is refused: the sign-up is not finished
users-forgot-unknown = not known: this connection names no app
users-forgot-probably = probably

## Would this password work?

try-open = Try a password…
try-title = Would this password work for { $name }?
try-intro = Readmit signs in with it once, and out again. A wrong one counts: after five, signing in is locked for a while.
try-password = Password to try
try-go = Try it
try-waits = Trying the password …
try-waits-long = Trying the password. AWS takes longer than usual.
try-works = It works
    .next =
        { $factors ->
            [0] They can sign in with it.
           *[other] They can sign in with it, and are asked for the second step after it.
        }
try-wrong = It does not work
    .next = That counted as one wrong try. Ask whether it was typed as they type it, capitals too.
try-locked-out = Nobody looked at it
    .next = There were too many wrong tries, so signing in is locked for up to 15 minutes. Trying again makes it no longer.
try-not-temporary = not tried: a temporary password could be used up by it
try-not-sending = not tried: a code would go out to them
try-not-now = not tried: they can’t sign in now
