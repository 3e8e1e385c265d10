# The acts: before, after, and the words for the phone.
acts-send-reset-code = Send a reset code
    .open = Send a reset code…
    .short = Send…
    .title = Send a reset code to { $name }?
    .do = Send the code
    .done = The code is on its way
    .refused = The code was not sent
    .unknown = It is not certain whether the code was sent
acts-give-temporary-password = Give a temporary password on the phone
    .open = Give a temporary password…
    .short = Give…
    .title = Give { $name } a temporary password?
    .do = Make the temporary password
    .done = The temporary password is set
    .refused = No temporary password was set
    .unknown = It is not certain whether the temporary password was set
acts-set-permanent-password = Set a permanent password
    .open = Set a permanent password…
    .short = Set…
    .title = Set a permanent password for { $name }?
    .do = Set this password
    .done = The password is set
    .refused = The password was not set
    .unknown = It is not certain whether the password was set
acts-resend-invitation = Send a new invitation
    .open = Send a new invitation…
    .short = Send…
    .title = Send { $name } a new invitation?
    .do = Send the invitation
    .done = The invitation is on its way
    .refused = The invitation was not sent
    .unknown = It is not certain whether the invitation was sent
acts-mark-email-verified = Mark the email as verified
    .open = Mark the email as verified…
    .short = Mark…
    .title = Mark the email of { $name } as verified?
    .do = Mark it as verified
    .done = The email is marked as verified
    .refused = The email was not marked
    .unknown = It is not certain whether the email was marked
acts-mark-phone-verified = Mark the phone number as verified
    .open = Mark the phone number as verified…
    .short = Mark…
    .title = Mark the phone number of { $name } as verified?
    .do = Mark it as verified
    .done = The phone number is marked as verified
    .refused = The phone number was not marked
    .unknown = It is not certain whether the phone number was marked
acts-confirm-sign-up = Finish the sign-up
    .open = Finish the sign-up…
    .short = Finish…
    .title = Finish the sign-up of { $name }?
    .do = Finish the sign-up
    .done = The sign-up is finished
    .refused = The sign-up was not finished
    .unknown = It is not certain whether the sign-up is finished
acts-switch-on = Switch the account on
    .open = Switch the account on…
    .short = Switch on…
    .title = Switch the account of { $name } on?
    .do = Switch on
    .done = The account is on
    .refused = The account was not switched on
    .unknown = It is not certain whether the account is on
acts-switch-off = Switch the account off
    .open = Switch the account off…
    .short = Switch off…
    .title = Switch the account of { $name } off?
    .do = Switch off
    .done = The account is off
    .refused = The account was not switched off
    .unknown = It is not certain whether the account is off
acts-sign-out-everywhere = Sign out everywhere
    .open = Sign out everywhere…
    .short = Sign out…
    .title = Sign { $name } out everywhere?
    .do = Sign out everywhere
    .done = Everything is signed out
    .refused = Nothing was signed out
    .unknown = It is not certain whether everything is signed out
acts-turn-off-authenticator = Turn off the lost authenticator app
    .open = Turn off the authenticator app…
    .short = Turn off…
    .title = Turn off the authenticator app of { $name }?
    .do = Turn it off
    .done = The authenticator app is off
    .refused = The authenticator app was not turned off
    .unknown = It is not certain whether the authenticator app is off
acts-turn-off-sms-factor = Turn off codes by text message
    .open = Turn off codes by text message…
    .short = Turn off…
    .title = Turn off codes by text message for { $name }?
    .do = Turn them off
    .done = Codes by text message are off
    .refused = Codes by text message were not turned off
    .unknown = It is not certain whether codes by text message are off
acts-turn-off-email-factor = Turn off codes by email
    .open = Turn off codes by email…
    .short = Turn off…
    .title = Turn off codes by email for { $name }?
    .do = Turn them off
    .done = Codes by email are off
    .refused = Codes by email were not turned off
    .unknown = It is not certain whether codes by email are off

# What an act does now
acts-effect-password-stops-working = The current password stops working now.
acts-effect-temporary-password-stops-working = The temporary password from before stops working.
acts-effect-earlier-code-void = A code that was sent earlier stops working.
acts-effect-code-goes-to-email = An email with a code goes to { $to }. The code is good for one hour.
acts-effect-code-goes-to-phone = A text message with a code goes to { $to }. The code is good for one hour.
acts-effect-invitation-goes-to-email = An email with a new temporary password goes to { $to }. It is good for { $days ->
    [1] one day
   *[other] { $days } days
}.
acts-effect-invitation-goes-to-phone = A text message with a new temporary password goes to { $to }. It is good for { $days ->
    [1] one day
   *[other] { $days } days
}.
acts-effect-you-tell-the-password = You tell them the new password. Nothing is sent.
acts-effect-must-choose-within = At the next sign-in, within { $days ->
    [1] one day
   *[other] { $days } days
}, it has to be replaced by one of their own.
acts-effect-password-stays = It goes on working until somebody changes it.
acts-effect-locked-out-until-code = Signing in is not possible until the code is entered.
acts-effect-sessions-stay-open = Devices that are signed in stay signed in.
acts-effect-sessions-end = Every device is signed out. What is open already may go on for up to { $minutes ->
    [1] a minute
    [60] an hour
   *[other] { $minutes } minutes
}.
acts-effect-factor-still-asked-authenticator = The authenticator app is still asked for.
acts-effect-factor-still-asked-sms = A code by text message is still asked for.
acts-effect-factor-still-asked-email = A code by email is still asked for.
acts-effect-factor-no-longer-asked-authenticator = The authenticator app is no longer asked for.
acts-effect-factor-no-longer-asked-sms = A code by text message is no longer asked for.
acts-effect-factor-no-longer-asked-email = A code by email is no longer asked for.
acts-effect-new-factor-at-sign-in = A new second step has to be set up at the next sign-in.
acts-effect-stays-switched-off = The account stays switched off, so signing in does not work yet.
acts-effect-can-sign-in-again = Signing in works again.
acts-effect-can-not-sign-in-any-more = Signing in does not work any more.
acts-effect-on-again = The account is on again. Whatever else keeps them out still does.
acts-effect-counts-as-verified-email = The email { $to } counts as theirs.
acts-effect-counts-as-verified-phone = The phone number { $to } counts as theirs.
acts-effect-codes-can-go-to-email = From now on codes for a new password can go to { $to }. Be sure that this address is theirs.
acts-effect-codes-can-go-to-phone = From now on codes for a new password can go to { $to }. Be sure that this number is theirs.
acts-effect-sign-up-confirmed = The sign-up counts as finished, without its code. Email and phone are as verified as they were.
acts-effect-becomes-local = The account gets a password of its own here and no longer counts as signing in elsewhere. Amazon advises against it.
acts-effect-becomes-confirmed = The account becomes active.
acts-effects-likely = Amazon’s documentation is not clear about this case. Readmit looks afterwards and says what really happened.

# Why not
acts-not-switched-off = Not while the account is switched off: Amazon refuses it.
acts-not-already-on = The account is on.
acts-not-already-off = The account is off already.
acts-not-never-signed-in = Not before the first sign-in: Amazon refuses it.
acts-not-signed-in-before = Only for somebody who never signed in.
acts-not-sign-up-unfinished = The sign-up has to be finished first.
acts-not-already-confirmed = The sign-up is finished.
acts-not-signs-in-elsewhere = There is no password here: signing in happens elsewhere.
acts-not-only-administrators-reset = Codes for a new password are switched off for everybody here.
acts-not-no-verified-contact = There is no verified contact that a code could go to.
acts-not-no-such-contact = There is none.
acts-not-already-verified = It is verified.
acts-not-no-such-factor = It is not set up.
acts-not-factor-required = Everybody here needs a second step, and this is the only one: it would be asked for all the same.
acts-not-nowhere-to-send = There is no contact that an invitation could go to.
acts-not-not-in-this-mode = Switched off in Readmit’s settings.
acts-not-no-permission = Your AWS access does not allow it.
acts-not-status-not-in-use = Not in the state that the account is in.

# Before
acts-will = This happens
acts-production = This is production: { $connection }
    .next = It changes a real person’s account.
acts-channel = Send it by
acts-channel-email = email to { $to }
acts-channel-phone = text message to { $to }
acts-checklist = Who is calling?
acts-checklist-hint = Tick each one that you checked. It goes into the record.
acts-reason = Reason or ticket
acts-reason-optional = optional
acts-reason-hint = It goes into the record.
acts-reason-left = { $count ->
    [one] room for one more character
   *[other] room for { $count } more characters
}
acts-federated = I know that this person signs in elsewhere, and the other company’s sign-in is not what they need.
acts-federated-missing = Tick this first
    .next = Usually the password has to be reset at the other company.
acts-password = New password
acts-password-hint = The person keeps using it. A temporary password is safer: only they then know their own.
acts-next-preview = What they will see next
acts-cancel = Cancel
acts-waiting = Waiting for the answer …
acts-waiting-long = It was sent once and is not sent again. Readmit is still waiting for the answer; if none comes, it looks how things stand.

# After
acts-close = Done
acts-back-to-card = Back to the card
acts-changed = What changed
acts-change-status-confirmed = The account is now active.
acts-change-status-force-change-password = The account now waits for a sign-in with the temporary password.
acts-change-status-reset-required = The account now needs a new password.
acts-change-status-unconfirmed = The sign-up is now not finished.
acts-change-status-external-provider = Signing in now happens elsewhere.
acts-change-status-archived = The account is now archived.
acts-change-status-compromised = The account is now stopped as unsafe.
acts-change-status-unknown = The account is now in an unknown state.
acts-change-on = The account is now switched on.
acts-change-off = The account is now switched off.
acts-change-verified-email = The email is now verified.
acts-change-verified-phone = The phone number is now verified.
acts-change-unverified-email = The email is now not verified.
acts-change-unverified-phone = The phone number is now not verified.
acts-change-factor-on-authenticator = The authenticator app is now asked for.
acts-change-factor-on-sms = A code by text message is now asked for.
acts-change-factor-on-email = A code by email is now asked for.
acts-change-factor-off-authenticator = The authenticator app is no longer asked for.
acts-change-factor-off-sms = A code by text message is no longer asked for.
acts-change-factor-off-email = A code by email is no longer asked for.
acts-change-unseen = The account was changed just now. What exactly does not show; for this step that is as it should be.
acts-unchanged = Looking again shows no difference; for this step that is as it should be.
acts-unknown-unseen = The account was changed just now, so it probably happened. Ask the caller what arrives or works before you do it again.
acts-unknown-unchanged = Looking again shows no difference, so it probably did not happen. A message could be on its way all the same: ask the caller before you do it again.
acts-changes-unread = Looking again did not work, so what changed is not known here. Open the person once more in a minute.
acts-refused-nothing = Nothing was changed.
acts-unknown-look = No answer came back, so Readmit looked again. See what changed below before you do anything else: doing it twice can void what the first time sent.
acts-unknown-unread = No answer came back, and looking again did not work either. Wait a minute, open the person again and compare; do not simply repeat it.
acts-recorded = It is in the record as number { $entry }.
acts-request = AWS request
acts-say = Say on the phone
acts-say-send-reset-code-email = “A code comes to you by email in the next few minutes; look in the junk folder too. Open the page where you sign in, and follow ‘Forgot password’ to the place for the code. Use the newest code, then choose a new password. The code is good for one hour.”
acts-say-send-reset-code-phone = “A code comes to you by text message in the next few minutes. Open the page where you sign in, and follow ‘Forgot password’ to the place for the code. Use the newest code, then choose a new password. The code is good for one hour.”
acts-say-give-temporary-password = { $days ->
    [1] “I read you a temporary password; please write it down. Sign in with it as you always do. You are then asked for a password of your own. It works once, and only today and tomorrow.”
   *[other] “I read you a temporary password; please write it down. Sign in with it as you always do. You are then asked for a password of your own. It works once, within { $days } days.”
}
acts-say-set-permanent-password = “Your new password is set, as we agreed. You can sign in with it now.”
acts-say-resend-invitation-email = { $days ->
    [1] “A new invitation comes to you by email in the next few minutes; look in the junk folder too. Use only the newest one. Sign in with the temporary password in it within a day; then you choose your own.”
   *[other] “A new invitation comes to you by email in the next few minutes; look in the junk folder too. Use only the newest one. Sign in with the temporary password in it within { $days } days; then you choose your own.”
}
acts-say-resend-invitation-phone = { $days ->
    [1] “A new invitation comes to you by text message in the next few minutes. Use only the newest one. Sign in with the temporary password in it within a day; then you choose your own.”
   *[other] “A new invitation comes to you by text message in the next few minutes. Use only the newest one. Sign in with the temporary password in it within { $days } days; then you choose your own.”
}
acts-say-mark-email-verified = “Your email address is confirmed now. Choose ‘Forgot password’ where you sign in, and a code comes to it.”
acts-say-mark-phone-verified = “Your phone number is confirmed now. Choose ‘Forgot password’ where you sign in, and a code comes to it.”
acts-say-confirm-sign-up = “Your sign-up is finished. Sign in with the password you chose then. If you don’t remember it, tell me.”
acts-say-switch-on = “Your account is on again. Try to sign in now, while we are talking.”
acts-say-switch-off = “Your account is off now. Nobody can sign in to it, you neither, until you ask us to switch it on.”
acts-say-sign-out-everywhere = “You are signed out on all devices. Something that is open already may go on for up to an hour. Sign in again with your password.”
acts-say-turn-off-factor = “At the next sign-in your old second step is no longer asked for. Please set up a new one as soon as you are in.”
acts-say-factor-authenticator = “You still need your authenticator app.”
acts-say-factor-sms = “You still get a code by text message as the second step.”
acts-say-factor-email = “You still get a code by email as the second step.”
acts-say-new-factor = “When you sign in, you are asked to set up a second step. Follow what the page says.”
acts-say-still-off = “Your account is still switched off, so it does not work yet. We tell you when it is on.”

# The temporary password
acts-temporary-title = Temporary password for { $name }
acts-temporary-unknown = It is not certain that this password was set
    .next = No answer came back. Let the person try it while you are on the phone; if it fails, give another.
acts-temporary-once = It is shown only now. Closing this forgets it, and it can’t be shown again; you can always give another.
acts-temporary-valid = { $days ->
    [1] Good for one day, and for one sign-in.
   *[other] Good for { $days } days, and for one sign-in.
}
acts-temporary-copy = Copy the password
acts-temporary-copied = { $count ->
    [one] Copied. The clipboard is cleared in one second.
   *[other] Copied. The clipboard is cleared in { $count } seconds.
}
acts-temporary-cleared = The clipboard was cleared.
acts-temporary-spell = Spell it
acts-temporary-spell-hide = Hide the spelling
acts-temporary-print = Print a slip…
acts-temporary-close = Close and forget it
acts-spell-upper = capital { $word }
acts-spell-lower = small { $word }
acts-spell-digit = number { $word }
acts-spell-symbol = { $word }
acts-digit-0 = zero
acts-digit-1 = one
acts-digit-2 = two
acts-digit-3 = three
acts-digit-4 = four
acts-digit-5 = five
acts-digit-6 = six
acts-digit-7 = seven
acts-digit-8 = eight
acts-digit-9 = nine
acts-symbol-hyphen = hyphen
acts-symbol-underscore = underscore
acts-symbol-full-stop = full stop
acts-symbol-comma = comma
acts-symbol-exclamation = exclamation mark
acts-symbol-question = question mark
acts-symbol-hash = hash
acts-symbol-plus = plus
acts-symbol-equals = equals sign
acts-symbol-asterisk = asterisk
acts-symbol-slash = slash
acts-symbol-colon = colon
acts-symbol-semicolon = semicolon
acts-symbol-at = at sign
acts-symbol-percent = per cent
acts-symbol-ampersand = ampersand
acts-symbol-dollar = dollar sign
acts-slip-title = Your temporary password
acts-slip-for = For
acts-slip-sign-in = Sign in as
acts-slip-password = Temporary password
acts-slip-valid = Good until
acts-slip-what = What to do
acts-slip-1 = Open the page or app where you sign in.
acts-slip-2 = Sign in with the name and the temporary password above. Capital and small letters matter.
acts-slip-3 = You are asked for a password of your own. Choose one that you use nowhere else.
acts-slip-4 = Then destroy this slip.
acts-slip-printed = Printed { $date }
