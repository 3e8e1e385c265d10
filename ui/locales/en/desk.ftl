# The help desk's frame, its lock, its settings.
desk-page-title = { $screen } · Readmit help desk
desk-opening = One moment …
desk-not-begun = The help desk could not start
desk-production = Production
desk-endpoint = Everything goes to { $endpoint }, not to Amazon.
desk-reference = Reference: { $reference }
desk-who = You are { $name } in account { $account }.
desk-who-named = You are { $name } in account { $account } ({ $id }).
desk-who-practice = You are practising. Nothing here is real.

desk-practice = These users are made up, and nothing is sent to anybody.
desk-practice-leave = Stop practising
desk-practice-inbox-empty = No messages yet. When something would be sent to a user, it arrives here.

# What a button beside a failure says
desk-remedy-try-again = Try again
desk-remedy-look-again = Look again
desk-remedy-sign-in = Sign in to AWS another way
desk-remedy-permissions = Show what is allowed
desk-remedy-settings = Open the settings

# Going round
nav-name = Rooms of the help desk
nav-users = Users
nav-record = Record
nav-pool = Pool
nav-settings = Settings
nav-lock = Lock
switcher-title = Where do you want to work?
switcher-line = { $region } · { $pool }
switcher-here = in use
switcher-another = Connect to another pool
switcher-waiting = Changing …
switcher-waiting-long = AWS has not answered yet. Until it does, you go on where you were.

# The lock
locked-title = The help desk is locked
locked-text = Nobody used it for a while, or somebody locked it. Unlock it, and AWS is asked once more whether you may come in. Whatever you typed is still there.
locked-text-practice = Nobody used it for a while, or somebody locked it. Unlock it and go on practising. Whatever you typed is still there.
locked-unlock = Unlock
locked-another = Sign in another way
confirm-title = Sign in to AWS again
confirm-kept = Nothing you typed is lost. Once you are in again, you can repeat the last step.
confirm-again = Sign in again
confirm-not-now = Not now

# Settings
settings-saved = Saved
settings-rules = What may be done here
settings-mode = Mode
mode-help-desk = Help desk
    .hint = Find a user, see why they are stuck, get them back in. Nothing that keeps anybody out.
mode-full = Everything
    .hint = Switching users off too, and permanent passwords if you allow them below.
settings-permanent = Allow permanent passwords
    .hint = Then somebody at the desk knows a password that goes on working. A temporary one is safer.
settings-before = Before something is changed
settings-reason = A reason or ticket number
reason-optional = may be given
    .hint = The field is there and can stay empty.
reason-mandatory = must be given
    .hint = Nothing is changed without one.
checklist-title = Questions to verify a caller
checklist-hint = Each has to be ticked before a user is changed, and the record says that it was.
checklist-empty = No questions yet: changes go through without any.
checklist-new = Another question
checklist-add = Add
checklist-up = Up
    .name = Move up: { $item }
checklist-remove = Remove
    .name = Remove: { $item }
checklist-twice = It is on the list already.
checklist-full = { $count } questions are the most.
settings-safety = Safety
settings-lock = Lock after this time without use
settings-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
settings-record = Keep the record for
    .hint = Older entries are removed, and the record says so.
settings-record-ever = ever
settings-days = { $count ->
    [365] 1 year
    [1095] 3 years
    [3650] 10 years
   *[other] { $count } days
}
access-title = Access to AWS
access-way = How
way-keys = Access key ending in { $label }
way-profile = Profile “{ $label }”
way-identity-center = IAM Identity Center, as { $label }
access-role = Acting in the role
access-arn = AWS calls you
access-kept = Kept
access-kept-yes = In this computer’s password store, until you forget it
access-kept-no = Only until Readmit is closed
access-replace = Sign in another way
access-forget = Forget this access
forget-title = Forget this access?
forget-text = Readmit then removes everything it keeps of it from this computer. To go on you sign in to AWS again.
forget-stays = Your connections, settings and the record stay. The key itself still exists in AWS.
connections-title = Connections
connections-locked = Only the pools set up for this computer can be used here. If one is missing, ask whoever manages it.
connections-remove = Remove
    .name = Remove the connection { $name }
remove-title = Remove the connection { $name }?
remove-text = Readmit forgets the connection, and the secret that came with it.
remove-stays = Nothing changes in AWS, and the record stays.
remove-confirm = Remove
settings-window = This program
settings-practice-on = You are practising with made-up users.
settings-practice-off = Practise with made-up users. Your access and connections wait for you.
