# Signing in: with a temporary password, or to see that one can

# User name and password
sign-in-title = Check that you can sign in
sign-in-title-temporary = Sign in with your temporary password
sign-in-intro = Type what you sign in with. Nothing is changed by it, and you are not kept signed in here.
sign-in-intro-temporary = After this you choose a password of your own.
sign-in-password = Password
sign-in-password-temporary = The password you were given
sign-in-hint-temporary = Type it exactly as it stands: capital and small letters matter. { $days ->
    [0] It works for some days only.
    [one] It works for one day only.
   *[other] It works for { $days } days only.
}
sign-in-go = Check
sign-in-go-temporary = Go on
sign-in-forgot = I forgot my password

# A password of one’s own
own-password-title = Choose a password of your own
own-password-intro = From now on you sign in with it. The one you were given then stops working.
own-password-intro-details = From now on you sign in with it. The one you were given then stops working. Your account needs a few details as well.
own-password-label = Your own password
own-password-details = Your details
own-password-choose = Use this password

# Details, by their names
attribute-name = Full name
attribute-given-name = First name
attribute-middle-name = Middle name
attribute-family-name = Last name
attribute-nickname = Nickname
attribute-preferred-username = Preferred user name
attribute-profile = Address of your profile page
attribute-picture = Address of your picture
attribute-website = Address of your website
attribute-email = Email
attribute-phone-number = Phone number
attribute-gender = Gender
attribute-birthdate = Date of birth
attribute-zoneinfo = Time zone
attribute-locale = Language and country
attribute-address = Postal address
attribute-updated-at = Time of the last change
attribute-country = Country
attribute-number = Number
attribute-day = Day
attribute-month = Month
attribute-year = Year

# The code of the second step
sign-in-code-title-email = Enter the code from your email
sign-in-code-title-sms = Enter the code from your text message
sign-in-code-title-authenticator = Enter the code from your app
sign-in-sent-email = A code is on its way to { $destination }. It works for a few minutes.
sign-in-sent-sms = A code is on its way to { $destination }. It works for a few minutes.
sign-in-code-email = A code is on its way to your email. It works for a few minutes.
sign-in-code-sms = A code is on its way to your phone. It works for a few minutes.
sign-in-code-authenticator = Open your authenticator app and type the six digits that it shows for this account.
sign-in-code-go = Go on
sign-in-resend = Send a new code
sign-in-resend-in = Send a new code in { $time }
sign-in-resend-effect = A new code replaces the one before it.
sign-in-resent = A new code is on its way. Only the newest one works.
sign-in-renewed-email = That took a while, so a new code is on its way to your email. The one before it no longer works.
sign-in-renewed-sms = That took a while, so a new code is on its way to your phone. The one before it no longer works.
sign-in-renewed-authenticator = That took a while. Type the code that your app shows now.
sign-in-renewed-new-password = That took a while, but nothing is lost. Please press the button once more.
sign-in-renewed-choose-factor = That took a while. Please choose once more.
sign-in-renewed-choose-first-factor = That took a while. Please choose once more.
sign-in-renewed-set-up-authenticator = That took a while, so the picture below is a new one. Delete the entry you made in your app, and scan again.

# Choosing
choose-factor-title = How do you want to confirm that it is you?
choose-factor-intro = There is a second step. Take whichever is at hand.
second-step-email = With a code by email
second-step-sms = With a code by text message
second-step-authenticator = With a code from my authenticator app
choose-first-factor-title = How do you want to sign in?
choose-first-factor-intro = Your organisation lets you choose.
first-factor-password = With my password
first-factor-email-code = With a code by email
first-factor-sms-code = With a code by text message
first-factor-passkey = With a passkey

# An authenticator app, for the first time
authenticator-title = Set up your authenticator app
authenticator-intro = From now on, signing in has a second step: a code from an app on your phone. Any authenticator app will do.
authenticator-scan = 1. Scan this with your app
authenticator-qr = QR code to scan with an authenticator app. The same as text stands beside it.
authenticator-secret = Or type this key into the app:
authenticator-copy = Copy the key
authenticator-copied = Copied for a minute
authenticator-marked = Marked. Press Ctrl and C to copy it.
authenticator-type = 2. Type the code that the app then shows
authenticator-code = Code from the app
authenticator-confirm = Finish the set-up
authenticator-next = { $seconds ->
    [one] Codes change every 30 seconds. The next one comes in about { $seconds } second.
   *[other] Codes change every 30 seconds. The next one comes in about { $seconds } seconds.
}

# Only in their own app
own-app-passkey = A passkey only works in your own app
    .next = Go back to the app where you want to sign in, and use your passkey there. If you would rather use something else, go back and choose it.
own-app-custom-challenge = Your organisation has a step of its own
    .next = It is only there in your organisation’s own app. Your user name and password were accepted so far, so go on in that app.
own-app-device = Your organisation wants to know this device
    .next = That is only possible in your organisation’s own app. Your user name and password were accepted so far, so go on in that app.
own-app-factor-set-up-elsewhere = A second step has to be set up first
    .next = Signing in needs one, and yours is not set up yet. Readmit cannot set up the kind that your organisation uses. Do it in your organisation’s own app, or ask your help desk.
own-app-unknown = This step is new to Readmit
    .next = Go on in the app where you want to sign in, or ask your help desk.

# It works
signed-in-title = You can sign in
signed-in-chosen = The password that you chose is set, and it works. The temporary one is no longer needed.
signed-in-password = Your password works. It was only checked; nothing was changed.
signed-in-code = The code worked. It was only checked; nothing was changed.
signed-in-equipped = Your authenticator app is set up. From now on, signing in asks for a code from it.
signed-in-next = Go back to the app where you want to sign in, and sign in there.
signed-in-kept = Readmit does not keep you signed in. You can close this window now.

# Only a new password helps
reset-demanded = Your old password no longer works
reset-demanded-ask = You are to choose a new one, and for that you need a code. If you got a message with one lately, enter that code. Otherwise have one sent.
reset-demanded-sent = You are to choose a new one, with the code that is on its way.

# What went wrong, where somebody who signs in is told something else
sign-in-failure-password-empty = The password is missing
    .next = Type the password that you sign in with, or the one that you were given.
sign-in-failure-wrong-password = The name or the password is not right
    .next = Check both, and try again. Capital and small letters matter; 0 and O look alike, and so do 1 and l.
sign-in-failure-locked-out = Too many wrong passwords
    .next = There is a short pause before the next try. Every wrong password makes it longer, so check yours well, or ask your help desk for a new one.
sign-in-failure-user-disabled = Your help desk has to look at this
    .next = You cannot sign in at the moment. Your help desk can see why, and put it right.
sign-in-failure-sign-up-unfinished = Your sign-up may not be finished
    .next = When you signed up, you were sent a code. Enter that first. After that you can sign in.
sign-in-failure-temporary-password-expired = Your temporary password has expired
    .next = It worked for some days only. Your help desk can give you a new one at once.
    .say = My temporary password has expired, please send me a new one.
sign-in-failure-code-empty = The code is missing
    .next = { $via ->
        [authenticator] Type the six digits that your authenticator app shows.
       *[other] Type the code from the message you got.
    }
sign-in-failure-code-malformed = This is not a code
    .next = { $via ->
        [authenticator] It is the six digits that your authenticator app shows. Type only those.
       *[other] A code is a row of digits, usually six. Copy only the digits from the message.
    }
sign-in-failure-code-too-long = This is too long for a code
    .next = { $via ->
        [authenticator] It is the six digits that your authenticator app shows. Type only those.
       *[other] A code is a row of digits, usually six. Copy only the digits from the message.
    }
sign-in-failure-code-wrong = This code does not work
    .next = { $via ->
        [authenticator] Type the code that your app shows now, for this account. If none works, let your phone set its clock by itself.
       *[other] Use the code from the newest message, or have a new one sent.
    }
sign-in-failure-code-expired = This code does not work any more
    .next = { $via ->
        [authenticator] Type the code that your app shows now.
       *[other] Have a new one sent with the button below.
    }
sign-in-failure-authenticator-code-used = This code was used already
    .next = Each code works once. Wait until your app shows another, then type that.
sign-in-failure-session-ended = That took too long
    .next = Your name and password are still here: go on from here once more. A code that you got before no longer works.
sign-in-failure-attribute-missing = This is still missing
    .next = Your account needs it. Fill it in, then go on.
sign-in-failure-attribute-malformed = { $attribute ->
        [email] This is not an email address
        [phone] This is not a phone number
        [date] There is no such day
       *[other] This was not accepted
    }
    .next = { $attribute ->
        [email] Type the whole address, with the @ in it.
        [phone] Choose the country and type the number as you would dial it there.
        [date] Check the day, the month and the year, with four digits.
       *[other] Check what you typed. If you are sure, ask your help desk what belongs here.
    }
sign-in-failure-attribute-fixed = This cannot be set here
    .next = Ask your help desk to set it for you.
sign-in-failure-alias-taken = One of your details cannot be used
    .next = Ask your help desk to look at your account.
sign-in-failure-flow-not-enabled = Readmit may not sign you in
    .next = Your organisation has not allowed it, which says nothing about your password. Use it in the app where you want to sign in; if it is a temporary one, the app then asks for your own.
sign-in-failure-clock-wrong = Check this computer’s date and time
    .next = Signing in depends on them, and they seem to be wrong. If the clock is right, tell your help desk.
sign-in-practice-password = Use this person’s practice password
sign-in-practice-unknown = Nobody gave this person a password that is still theirs.
