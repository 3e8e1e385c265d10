# Shared by both windows.
common-program = Readmit
common-practice = Practice
common-language = Language
common-close = Close
common-cancel = Cancel
frame-back = Back
clock-minutes = { $minutes } min
waiting-quiet = Working …
waiting-stop = Stop waiting

# Passwords, as they are typed
password-label = New password
password-show = Show
    .name = Show the password
password-hide = Hide
    .name = Hide the password
password-rules = What it needs
password-met = { $rule }: done
password-unmet = { $rule }: still missing
password-asked = { $rule }: asked for
password-rule-length = { $minimum } characters or more
password-rule-length-unknown = more characters
password-rule-uppercase = a capital letter
password-rule-lowercase = a small letter
password-rule-number = a number
password-rule-symbol = a symbol, like ! or #
password-rule-edge-space = no space at either end
password-rule-too-long = 256 characters at most
password-strength = Strength
password-strength-0 = very easy to guess
password-strength-1 = easy to guess
password-strength-2 = fair
password-strength-3 = good
password-strength-4 = strong
password-check-failed = The rules could not be checked here. They are checked when you send it.
