# Für beide Fenster.
common-program = Readmit
common-practice = Übung
common-language = Sprache
