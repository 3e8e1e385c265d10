# What is only said on the command line.

self-check-title = Readmit { $version } checks this computer.
self-check-all-good = Nothing failed.
self-check-failed = Something failed. It is said above how to mend it.
check-state-passed = ok
check-state-noted = note
check-state-failed = FAILED
check-state-skipped = skipped
self-check-asked = No connection is set up, so Amazon’s own address in { $region } is asked.

purge-nothing = Readmit keeps nothing for you on this computer.
purge-list = This is removed, and cannot be brought back:
purge-settings = settings and connections
purge-record = the record of what was done at the help desk
purge-logs = the log
purge-web-view = what the web view keeps
purge-keychain = what Readmit keeps in the password store
purge-ask = Type “yes” to remove it:
purge-yes = yes
purge-left = Nothing was removed.
purge-done = It is removed.
purge-running = Readmit is open. Close it, then try again.
purge-failed = Not everything could be removed. What is left:
purge-foreign = This is not of Readmit’s making and stays:
