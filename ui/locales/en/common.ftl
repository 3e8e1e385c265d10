# Shared by both windows.
common-program = Readmit
common-practice = Practice
common-language = Language
