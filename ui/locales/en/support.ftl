# The window that checks this computer and makes a report for support.
support-page-title = { $screen } · Readmit
support-opening = One moment …
support-stuck = Still stuck? { $organisation } help desk:
support-stuck-plain = Still stuck? Your help desk:
support-no-contact = Still stuck? Ask the people who gave you Readmit, or your organisation’s help desk.
support-version = Readmit { $version }

# The checks
support-title = Check of this computer
support-intro = Readmit looks at everything it needs. Your account is not touched.
support-other-checks = What else Readmit needs
support-list = Checks of this computer
support-state-waiting = waiting
support-state-running = checking …
support-state-passed = in order
support-state-noted = good to know
support-state-failed = needs attention
support-state-skipped = not checked
support-state-broken = needs attention
support-broken = This could not be checked.
    .mend = Check again. If it stays like this, save a report and send it to your help desk.
support-long = This takes longer than usual. It ends by itself, within a minute at most.
support-summary-running = Checking … { $count } of { $checks }
    .next = This takes a few seconds, or up to a minute where the network is slow.
support-summary-fine = Everything is in order here
    .desk = If you still cannot get in, your help desk can see more:
    .next = If you still cannot get in, ask your help desk. A report helps them to see why.
support-summary-noted = { $count ->
        [one] Readmit works here, and one thing is good to know
       *[other] Readmit works here, and { $count } things are good to know
    }
    .next = See below what it is about. If you still cannot get in, ask your help desk.
support-summary-failed = { $count ->
        [one] One thing needs attention
       *[other] { $count } things need attention
    }
    .next = What to do is said below. Begin at the top, then check again.
support-others-running = Checking … { $count } of { $checks }
support-others-fine = All of this is in order.
support-others-noted = { $count ->
        [one] One thing here is good to know.
       *[other] { $count } things here are good to know.
    }
support-others-failed = { $count ->
        [one] One thing here needs attention as well.
       *[other] { $count } things here need attention as well.
    }
support-show-all = Show what was found
support-show-less = Show less
support-again = Check again
support-report = Save a report for support

# When the policy cannot be used
support-refused-title = Readmit cannot start on this computer yet
support-refused-why = Whoever manages this computer set rules for Readmit, and something in them is wrong. So that no rule is passed over, Readmit stays closed until it is put right.
support-refused-who = Only your IT department can mend this. Send them the report: everything they need is in it. When they have put it right, press “Check again”.
support-refused-problems = { $count ->
        [one] What is wrong
       *[other] What is wrong, in { $count } places
    }
support-refused-source = The rules come from { $source }
support-mended = The rules are in order now
    .next = Close this window and open Readmit again.

# The report
support-report-title = A report for support
support-report-intro = This is everything that will be written, word for word. Nothing is sent: you decide who gets it.
support-report-without = There are no user names, passwords, codes or keys in it.
support-report-text = The report
support-report-waits = Putting the report together …
support-report-long = Some of what goes into it takes its time. You can go back and come here again.
support-save = Save …
support-save-title = Save the report for support
support-copy = Copy
support-try-again = Try again
support-saved = The report is saved.
    .next = Send the file to your help desk.
support-copied = The report is copied.
    .next = Paste it into a message to your help desk.
support-failure-export-unwritable = The report could not be saved
    .next = Choose another folder, or free some space. You can also copy it.
support-failure-clipboard-unavailable = Nothing can be copied on this computer right now
    .next = Save the report instead.
support-failure-unknown = The report could not be made
    .next = Try again. If it happens again, take a picture of this window for your help desk.
