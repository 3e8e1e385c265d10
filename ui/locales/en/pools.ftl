# Connecting to a pool, how it stands, and what to hand out. Here the AWS console's own names stand beside ours.
region-and-code = { $name } ({ $code })
connect-pool-title = Which users do you help?
connect-pool-intro = In AWS they are in a “user pool”. Choose it by its name.
connect-kept = Go on with a connection you have
connect-kept-else = Or connect to a pool
connect-managed-none = No pool is set up here yet. Ask whoever manages this computer to add one; it then appears here.
connect-region = Region
connect-region-choose = Choose a Region
connect-filter = Search by name
connect-looking = Looking for pools …
connect-looking-everywhere = Looking in every Region …
connect-looking-long = AWS has not answered yet.
connect-found = { $count ->
    [0] No pools
    [one] One pool
   *[other] { $count } pools
}
connect-none-named = No pool here is called “{ $name }”
    .next = Choose another Region, or type a part of the name and search everywhere.
connect-none-anywhere = No pool with that name
    .next = Check the name. You may also be in the wrong account, or not be allowed to see that pool.
connect-everywhere = Search every Region for “{ $name }”
    .hint = Not sure about the Region? Type a part of the name above.
connect-everywhere-plain = Search every Region
connect-everywhere-shown = Every Region, searched for { $name }
connect-here = Back to { $region }
pool-by-id = Use the pool’s id instead
    .label = User pool ID
    .hint = The AWS console shows it in the pool’s overview. It looks like eu-central-1_AbC123xyz.
    .use = Go on with this pool
pool-id-empty = The id is missing
    .next = Type or paste the pool’s id.
pool-id-malformed = This is not a pool’s id
    .next = It is the Region, an underscore, then only letters and digits, such as eu-central-1_AbC123xyz. The pool’s name does not work here.
pool-id-too-long = This id is too long
    .next = A pool’s id has at most 55 characters. Copy it from the AWS console once more.
connect-client-title = Where do they sign in?
connect-client-intro = Each app that people use with { $pool } is an “app client” in AWS. Choose the one they sign in with.
connect-clients-reading = Looking for apps …
connect-clients-none = No app uses this pool
    .next = You can go on without one.
connect-without-client = Go on without an app
    .hint = You can still help users. Readmit then cannot tell exactly what “Forgot password” says to them, and there is nothing to hand out to them.
client-by-id = Use the app’s id instead
    .label = App client ID
    .hint = The AWS console shows it in the pool’s list of app clients, as “Client ID”.
    .use = Go on with this app
client-id-empty = The id is missing
    .next = Type or paste the app’s id, or go on without an app.
client-id-malformed = This is not an app’s id
    .next = It has only letters and digits, and perhaps “_” or “+”, without spaces. The app’s name does not work here.
client-id-too-long = This id is too long
    .next = An app’s id has at most 128 characters. Copy it from the AWS console once more.
client-recommended = Suggested
client-unknown = Readmit may not see what this app can do.
client-password = People sign in with a password.
client-no-password = Nobody can sign in with a password here, so a new one helps nobody.
client-hides = Strangers do not learn who has an account.
client-shows = Strangers can find out who has an account.
client-secret = Has a secret. Readmit fetches it and keeps it in this computer’s password store.
client-no-secret = Has no secret, so it is good to hand out.
connect-name-title = Give it a name
connect-name = Name
connect-nameless = The name is missing
    .next = Type what this connection is to be called here, so that nobody takes it for another.
connect-organisation = Organisation
    .hint = What users know you by. It is shown to them if you hand out this connection.
connect-colour = Colour
colour-blue = Blue
colour-green = Green
colour-violet = Violet
colour-slate = Grey
colour-amber = Amber
colour-red = Red
connect-production = Real users (production)
    .hint = It then looks different everywhere, so that nobody takes it for a test.
connect-unshown = There is a hidden character in it
    .next = Some part of it cannot be shown. Type it by hand instead of pasting it.
connect-no-such-client = The pool has no app with this id
    .next = Go back to mend the id, or to go on without an app.
connect-before = Before you go on
connect-healthy = The pool is set up well for getting people back in.
connect-denied = { $count ->
    [one] You lack a permission. You can connect all the same; “Pool” then has a request to send to whoever manages AWS.
   *[other] You lack { $count } permissions. You can connect all the same; “Pool” then has a request to send to whoever manages AWS.
}
connect-allowed = Nothing that could be tried was refused.
connect-permissions = All permissions
connect-keep = Connect
connect-keep-secret = The app’s secret goes straight to this computer’s password store. Nobody sees it.
connect-keep-plain = Readmit keeps the name and where the pool is. No secret is needed.

# A permission is missing on the way there
refused-pools = So Readmit cannot show you the pools here. If you know the pool’s id, you can go on all the same.
refused-clients = So Readmit cannot show you the apps. If you know the app’s id, you can go on all the same, and also without an app.
refused-pool = Without it Readmit cannot connect to this pool. Send the request below to whoever manages AWS. Once they have answered, try again.
refused-ask = This is the least that AWS has to allow the help desk, on { $pool } and nothing else. Send it to whoever manages AWS.
refused-ask-later = Once the pool’s id is typed, you can copy here exactly which permissions to ask for.

# The pool at work
pool-id = User pool
pool-client = App client
pool-client-none = none chosen
pool-region = Where it is
pool-users = Users
pool-users-about = about { $count }
pool-health = How it is set up
pool-health-intro = What each setting means for people who cannot get in.
pool-examining = Reading the pool’s settings …
pool-examining-long = AWS has not answered yet.
pool-permissions = What you may do
pool-permissions-intro = Only what changes nothing was tried. Whether the rest is allowed shows when you do it.
health-state-good = good
health-state-mind = mind this
health-state-bad = keeps people out
permission-allowed = allowed
permission-denied = refused
permission-not-tried = not tried
    .means = If it is refused: { $breaks }
contact-email = email
contact-phone = phone
factor-sms = text message
factor-authenticator = authenticator app

health-recovery-by-code = Codes go to: { $contacts }
    .means = Users get back in by themselves, with a code to the first of these that is verified.
health-recovery-never-set = Nobody set how users recover
    .means = The old rule holds: a code goes to the phone first, then to the email. It is better to set it.
health-recovery-by-administrators = Only you can reset passwords
    .means = “Forgot password” sends nothing here. Users need a temporary password from the help desk.
health-contacts-verified = Contacts are verified when people sign up
    .means = So there is somewhere to send a code to.
health-contacts-not-verified = Never verified by itself: { $contacts }
    .means = A code only goes to a verified contact. Many users may have none; you can mark one as verified after you checked it with the person.
health-small-mailer = Email goes out through Cognito itself
    .means = It sends { $perDay } messages a day for the whole account, from an address that often lands in junk. Before many resets, set up Amazon SES.
health-own-mailer = Email goes out through your own Amazon SES
    .means = { $from ->
        [none] There is no daily limit of 50.
       *[other] It comes from { $from }. There is no daily limit of 50.
    }
health-mail-fails = Email does not go out
    .means = AWS says: { $reason }. Nobody gets a code or an invitation by email until the pool’s owner mends it.
health-text-messages-work = Text messages are set up
    .means = Codes can go to phones.
health-text-messages-not-set-up = Text messages are not set up
    .means = The pool counts on phones, and nothing can be sent to them.
health-text-messages-in-sandbox = Text messages only go to test numbers
    .means = The account is in the SMS sandbox. Everybody else gets no code; the pool’s owner has to ask AWS to leave it.
health-text-messages-fail = Text messages do not go out
    .means = AWS says: { $reason }. The pool’s owner has to mend it.
health-accounts-hidden = Strangers do not learn who has an account
    .means = “Forgot password” looks the same for everybody, even where no code was sent. So a user may wait for a code that never comes.
health-accounts-shown = Strangers can find out who has an account
    .means = Error messages tell them apart. Turn on “Prevent user existence errors” for the app client.
health-no-app-client = No app was chosen
    .means = What users see at “Forgot password” is a guess.
health-password-sign-in = People sign in with a password
    .means = { $withoutSendingIt ->
        [yes] A new or temporary password gets them in.
       *[other] A new or temporary password gets them in. The app sends it as it is; SRP would be safer.
    }
health-no-password-sign-in = Nobody signs in with a password
    .means = The app allows no sign-in with a password, so neither a code nor a temporary password gets anybody in.
health-case-matters = Capital and small letters matter
    .means = “Jane” and “jane” are two users. Readmit searches for the usual spellings and shows twins.
health-case-ignored = Capital and small letters do not matter
    .means = “Jane” and “jane” are the same user.
health-temporary-password-life = { $days ->
    [one] A temporary password is good for { $days } day
   *[other] A temporary password is good for { $days } days
}
    .means = { $state ->
        [good] After that the user needs a new one.
       *[other] Very short is over before people try; very long is a risk for whoever finds it.
    }
health-password-rules = Passwords have { $minimumLength } characters or more
    .means = { $state ->
        [good] Readmit makes temporary passwords that fit.
       *[other] That is short. Eight is the least that is advised.
    }
health-password-history = The last { $size } passwords cannot be used again
    .means = Temporary ones count too.
health-owners-functions = Functions of the owner’s run on the way: { $names }
    .means = If one fails, a reset can stop halfway. Then ask the pool’s owner.
health-factors-off = No second factor is asked for
    .means = A password is enough to sign in.
health-factors-optional = Some users have a second factor
    .means = A reset does not remove it: they still need it.
health-factors-required = Everybody needs a second factor
    .means = A reset does not remove it, and a lost one cannot be turned off here.
health-factors-take-recovery = The second factor takes the way back: { $factors }
    .means = A contact that is the second factor cannot get the code for a new password. Those users need you.
health-factors-unknown = Which second factors there are could not be read
    .means = You lack a permission for it.

breaks-ListUserPools = pools cannot be listed.
breaks-DescribeUserPool = there is no diagnosis, and no word on how the pool is set up.
breaks-ListUserPoolClients = apps cannot be listed.
breaks-DescribeUserPoolClient = what “Forgot password” says to users is a guess, and a secret cannot be fetched.
breaks-GetUserPoolMfaConfig = it is not known which second factors there are.
breaks-ListUsers = users cannot be searched for.
breaks-AdminGetUser = users cannot be opened, so nothing can be done for them.
breaks-AdminListGroupsForUser = a user’s groups are not shown.
breaks-AdminResetUserPassword = reset codes cannot be sent.
breaks-AdminSetUserPassword = passwords cannot be given.
breaks-AdminCreateUser = invitations cannot be sent again.
breaks-AdminConfirmSignUp = sign-ups cannot be finished.
breaks-AdminUpdateUserAttributes = emails and phones cannot be marked as verified.
breaks-AdminEnableUser = users cannot be switched on.
breaks-AdminDisableUser = users cannot be switched off.
breaks-AdminUserGlobalSignOut = users cannot be signed out everywhere.
breaks-AdminSetUserMFAPreference = a lost second factor cannot be turned off.
breaks-ListGroups = groups cannot be listed.
breaks-ListUsersInGroup = the users of a group cannot be listed.

# What to ask for
policy-title = Ask for what is missing
policy-intro = This is the least that AWS has to allow for a job, on this pool and nothing else. Send it to whoever manages AWS.
policy-job = What is to be done here?
job-look-only = Only look
    .hint = Find users and see why they are stuck.
job-help-desk = Help desk
    .hint = That, and get one user back in.
job-bulk = Many at once
    .hint = That, for whole groups, and switching users off.
policy-text = The policy, as JSON
policy-copy-letter = Copy the request with the policy
policy-copy = Copy only the policy
policy-copied = Copied
policy-letter = Hello, I help users of the user pool { $pool } in account { $account } with Readmit. Please attach this policy to { $who }. It is the least that is needed for: { $job }. Thank you!

# For end users
export-title = Let users help themselves
export-practice = Practice users have no connection to hand out. With a real pool you find it here.
export-intro = With this, people who forgot their password can choose a new one in Readmit, without you. Send it to them, or have it rolled out to their computers.
export-no-client = There is nothing to hand out yet
    .next = This connection has no app. Connect to the pool again and choose the app that people sign in with.
export-contact = How to reach you
    .hint = It is shown at the foot of every screen. All of it is optional.
export-phone = Phone
export-email = Email
export-link = Web page
export-hours = Hours
export-secret = Include the app’s secret
export-secret-no = Left out, this app’s connection does not work for end users. An app without a secret is better: connect to one for this.
export-secret-yes = Whoever gets the file or the code can read the secret, and so can everybody they pass it on to. It then no longer proves that a request comes from your app. Use an app without a secret if you can.
export-file = Save as a file …
export-code = Make a setup code
export-dialog = Save the connection for end users
export-saved = Saved
export-code-made = People paste this on Readmit’s first screen.
export-code-text = Setup code
export-code-copied =
    { $seconds ->
        [one] The setup code is on the clipboard for { $seconds } second: paste it where it belongs now. It holds the secret, so it is not shown.
       *[other] The setup code is on the clipboard for { $seconds } seconds: paste it where it belongs now. It holds the secret, so it is not shown.
    }
export-code-copy = Copy the setup code
