# The way in to AWS.
welcome-title = Help people back into their accounts
welcome-title-again = Sign in to AWS
welcome-intro = Readmit looks up a user, says why they cannot get in, and does the one thing that helps. For that it needs your access to AWS.
welcome-go-on = Go on with this access
welcome-ways = How do you sign in to AWS?
welcome-use-identity-center = With my organisation’s sign-in
    .hint = IAM Identity Center: you sign in in the browser, as you do for the AWS console.
welcome-use-profile = With a profile on this computer
    .hint = The AWS CLI or another program set one up here already.
welcome-use-keys = With an access key
    .hint = Somebody gave you an access key ID and a secret access key.
welcome-unsure = Not sure yet?
welcome-practice = Try it with practice users
    .hint = Made-up people in a made-up organisation, only on this computer. No access needed.
welcome-keeps = What Readmit keeps, and what it never does
welcome-keeps-keychain = Keys and secrets go to this computer’s password store, and nowhere else.
welcome-keeps-never = It never keeps a user’s password or code, and sends nothing to anybody but AWS.
welcome-keeps-record = Every change you make is written down on this computer: who, whom, what, when and why.
welcome-recovery = Open the window for people who forgot their password

access-go = Connect
access-opening = Asking AWS who you are …
access-held = Your access works, and is held only until Readmit is closed. To keep it, put this right and sign in again.
access-opening-long = AWS has not answered yet. A question from this computer’s password store may also be behind this window.

# A role on top
role-open = Act in another role
role-typed = In another role, as you typed
role-intro = Only if your organisation told you to. You then work with that role’s permissions.
role-arn = Role
role-factor = Device for the second factor
    .hint = The serial number or ARN of your authenticator, if the role asks for a code. You are asked for the code afterwards.
role-external = External ID, if there is one

# The code of a second factor
factor-title = Code of your second factor
factor-intro = AWS asks for the six digits that your authenticator shows now. Each code works once.
factor-label = Code
factor-go = Continue

# Access keys
keys-title = Sign in with an access key
keys-intro = Paste both lines at once, or the file that the AWS console gave you: Readmit sorts them into the fields.
keys-id = Access key ID
keys-secret = Secret access key
keys-token = Session token
    .hint = Keys that begin with ASIA are for some hours only and need it.
keys-region = Region
keys-region-unknown = I don’t know
keys-pasted = The keys were found in what you pasted.
keys-kept = Once AWS accepts them, the keys go to this computer’s password store. This page never gets them back.

# Profiles
profile-title = Choose a profile
profile-intro = These were set up on this computer for AWS. Readmit reads them anew whenever they change.
profile-reading = Reading the profiles …
profile-reading-long = The files of the profiles are on a slow disk or network.
profile-none = There is no profile on this computer
    .next = Set one up with the AWS CLI, or go back and choose another way in.
profile-static = Access key
profile-role = Acts in a role
profile-process = Keys from a program
profile-identity-center = IAM Identity Center
profile-console-login = Console sign-in
profile-incomplete = Cannot be used: something is missing in it
profile-incomplete-key = Cannot be used: “{ $key }” is missing or wrong in it
profile-incomplete-loops = Cannot be used: it leads back to itself over other profiles
profile-incomplete-not-found = Cannot be used: it builds on a profile that is not there
profile-factor = asks for a second factor

# IAM Identity Center
center-title = Sign in with your organisation
center-intro = Your browser opens and you sign in there, as you do for the AWS console. Readmit never sees your password.
center-start = Address of your start page
    .hint = It is in your invitation, or in the browser when you go to AWS. It often ends in .awsapps.com/start.
center-region = Where Identity Center is
center-go = Open the browser
center-beginning = Asking Identity Center …
center-beginning-long = Identity Center has not answered yet.
browser-title = Go on in your browser
browser-intro-code = A page has opened there. It shows a code: let it in only if it is this one.
browser-intro = A page has opened there. Sign in and allow Readmit to see your accounts. Then come back: this window goes on by itself.
browser-code = The code is { $code }
browser-compare = Another code means that somebody else wants to come in: then stop here.
browser-left = Waiting for your browser, { $time } left
browser-again = Open the browser again
browser-stop = Stop
browser-landing-done = Readmit has what it needs. You can close this page and go back to it.
browser-landing-refused = Readmit was not let in. You can close this page and go back to it.
browser-address = Nothing opened? Go to
account-title = Which account?
account-filter = Search by name or number
account-none = No account is called “{ $text }”.
account-roles = Your role in { $account }
account-roles-reading = Looking for your roles …
account-roles-long = Identity Center has not answered yet.
