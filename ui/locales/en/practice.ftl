practice-real = Nothing here is real
practice-people = People to try
practice-inbox = Inbox
practice-inbox-count = { $count ->
    [0] Inbox
   *[other] Inbox ({ $count })
}
practice-new-message = A message came to the practice inbox
practice-close = Close
practice-people-intro = Pick someone to be. Their user name is filled in for you.
practice-pool-northwind = Northwind
    .hint = A careful organisation. People sign in with their email; nobody learns who has an account.
practice-pool-fabrikam = Fabrikam
    .hint = An older set-up. People sign in with a user name.
practice-pool-tailspin = Tailspin
    .hint = A strict one. Every sign-in has a second step, and only the help desk resets passwords.
practice-inbox-intro = Every message that the practice accounts would have got.
practice-inbox-empty = No messages yet. Ask for a code, and it arrives here.
practice-inbox-failed = The messages could not be read. Close this and open it again.
practice-use-code = Use this code
practice-use-password = Use this password
practice-authenticators = Authenticator apps
practice-authenticator-left = { $seconds ->
    [one] for { $seconds } more second
   *[other] for { $seconds } more seconds
}
practice-temporary = This is a temporary password for a first sign-in, not a code.
practice-purpose-reset = Code for a new password
practice-purpose-sign-up = Sign-up code
practice-purpose-invitation = Invitation
practice-purpose-verify = Code to confirm an address
practice-purpose-mfa = Sign-in code
practice-by-email = to { $to } by email, { $time }
practice-by-sms = to { $to } by text message, { $time }
practice-by-unknown = to { $to }, { $time }
practice-story-forgot = Forgot the password. The everyday case.
practice-story-phone-only = Forgot the password; the code goes to a phone.
practice-story-sign-up-unfinished = Signed up but never entered the sign-up code.
practice-story-invited = Was invited and has not signed in yet.
practice-story-invitation-expired = Was invited too long ago.
practice-story-disabled = The account is switched off.
practice-story-reset-required = The organisation demands a new password.
practice-story-no-verified-contact = No confirmed email or phone, so no code can be sent.
practice-story-factor-is-contact = The only confirmed email is also the second step when signing in.
practice-story-federated = Signs in through another company’s sign-in.
practice-story-invited-incomplete = Was invited, and has a few details to fill in at the first sign-in.
practice-story-authenticator = Signs in with an authenticator app as the second step.
practice-story-text-message-factor = Signs in with a code by text message as the second step.
practice-story-email-factor = Signs in with a code by email as the second step.
practice-story-several-factors = Has two kinds of second step and picks one at each sign-in.
practice-story-authenticator-due = Has to set up an authenticator app at the next sign-in.
