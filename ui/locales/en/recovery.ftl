# The frame
frame-page-title = { $screen } · { $name }
frame-step = Step { $step } of { $steps }
frame-stuck = Stuck? { $organisation } help desk:
frame-stuck-plain = Stuck? Your help desk:
frame-no-contact = Stuck? Ask the people who gave you Readmit, or your organisation’s help desk.
frame-other-connection = Use another connection
frame-another-account = Another account
frame-endpoint = Codes and passwords go to { $endpoint }, not to Amazon.
frame-opening = One moment …

# Waiting
waiting-send-code = Still waiting. The sign-in service has not yet said whether it is sending a code.
waiting-resend = Still waiting. The sign-in service has not yet said whether it is sending a new code.
waiting-change-password = Still waiting. The sign-in service has not yet said whether your password is changed.
waiting-send-sign-up-code = Still waiting. The sign-in service has not yet said whether it is sending a sign-up code.
waiting-confirm-sign-up = Still waiting. The sign-in service has not yet said whether your sign-up is finished.
waiting-sign-in = Still waiting. The sign-in service has not answered yet.
waiting-choose-own-password = Still waiting. The sign-in service has not yet said whether your own password is set.
waiting-use-connection = Still waiting for this computer’s password store. A question from it may be behind this window.
waiting-other = Still waiting for this computer.

# Who are you?
who-title = Who are you?
who-intro = Type what you sign in with. If there is an account, a code goes to its email or phone.
who-label-any = Email, phone number or user name
who-label-email = Email
who-label-phone = Phone number
who-label-username = User name
who-label-email-phone = Email or phone number
who-label-email-username = Email or user name
who-label-phone-username = Phone number or user name
who-hint-phone = With the country code, for example +44 20 7946 0018
who-hint-case = Capital and small letters matter
who-send = Send me a code
who-have-code = I already have a code
who-sign-up = I never finished signing up
who-temporary = I have a temporary password
who-check = Check that I can sign in
who-again-in = You can ask again in { $time }

# The code and the new password
code-title = Enter your code
code-sent = If there is an account for { $username }, a code is on its way to { $target }. It can take a few minutes.
code-sent-email = If there is an account for { $username }, a code is on its way to its email. It can take a few minutes.
code-sent-sms = If there is an account for { $username }, a code is on its way to its phone. It can take a few minutes.
code-sent-unknown = If there is an account for { $username }, a code is on its way to its email or phone. It can take a few minutes.
code-have = Enter the code from the newest message for { $username }, and choose a new password.
code-label = Code
code-good-for = { $minutes ->
    [one] good for { $minutes } minute
   *[other] good for { $minutes } min
}
code-expired = expired
code-no-code = No code came?
code-resend = Send a new code
code-resend-in = Send a new code in { $time }
code-resend-effect = A new code replaces the one before it.
code-resent = A new code was asked for. Use the newest message; if its code fails, try the one before.
code-remedy-junk = Look in your spam or junk folder. The sender is often no-reply@verificationemail.com.
code-remedy-other = Look in your other email addresses and on your phone.
code-remedy-wait = Wait five minutes: messages can be slow.
code-remedy-spelling = Check the spelling: you typed { $username }.
code-remedy-help-desk = Still nothing? Your help desk can see what is wrong.
code-other-name = Change the name
code-change = Change my password
code-change-again-in = You can try again in { $time }

# Done
done-title = Your password is changed
done-next = Go back to the app where you sign in, and use your new password there.
done-remember = Does your browser or password manager offer to save it? Say yes, and let it replace the old one.
done-second-step = If signing in has a second step, such as a code from an app, you still need it.
done-devices = Devices that are signed in may stay signed in for a while. If somebody else may know your old password, ask your help desk to sign you out everywhere.
done-close = You can close this window now.
done-again = Start again for someone else

# Signing up
sign-up-title = Finish signing up
sign-up-intro = When you signed up, you were sent a code. Enter it, or have a new one sent. After that you can choose a new password.
sign-up-send = Send me a sign-up code
sign-up-have-code = I have my sign-up code
sign-up-code-title = Enter your sign-up code
sign-up-code-sent = If { $username } has a sign-up to finish, a code is on its way to { $target }. It can take a few minutes.
sign-up-code-sent-email = If { $username } has a sign-up to finish, a code is on its way to its email. It can take a few minutes.
sign-up-code-sent-sms = If { $username } has a sign-up to finish, a code is on its way to its phone. It can take a few minutes.
sign-up-code-sent-unknown = If { $username } has a sign-up to finish, a code is on its way to its email or phone. It can take a few minutes.
sign-up-code-have = Enter the code from the newest sign-up message for { $username }.
sign-up-code-label = Sign-up code
sign-up-confirm = Finish signing up
signed-up-title = Your sign-up is finished
signed-up-next = Now choose a new password. For that, one more code is sent to you.
signed-up-know = If you know your password, you can sign in with it now and close this window.

# When it doesn't go on
stuck-try-at = You can try again at { $time }, in { $left }.
stuck-now = You can try again now.
stuck-help-desk = Your help desk
stuck-say = You can say:
stuck-kept = What you typed is kept.
stuck-computer = Something isn’t working?
stuck-reference = Reference for the help desk: { $reference }
stuck-detail = Place: { $detail }
unsure-send-code = A code may or may not be on its way
    .next = No answer came back. Look at your messages before you ask again: a second code makes the first one void.
unsure-resend = A new code may or may not be on its way
    .next = No answer came back. Wait a few minutes and use the newest message you get.
unsure-change-password = Your password may or may not be changed
    .next = No answer came back. Try to sign in with the new password first. If that fails, use the code here once more, or have a new one sent.
unsure-send-sign-up-code = A sign-up code may or may not be on its way
    .next = No answer came back. Look at your messages before you ask again.
unsure-confirm-sign-up = Your sign-up may or may not be finished
    .next = No answer came back. Try the code once more. If it is refused, go back and ask for a code to choose a new password.
unsure-choose-own-password = Your own password may or may not be set
    .next = No answer came back. Press the button once more: Readmit then finds out which of your passwords works, and goes on from there.
