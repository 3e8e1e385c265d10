# Für beide Fenster.
common-program = Readmit
common-practice = Übung
common-language = Sprache
common-close = Schließen
common-cancel = Abbrechen
frame-back = Zurück
clock-minutes = { $minutes } Min.
waiting-quiet = Wird erledigt …
waiting-stop = Nicht länger warten

# Kennwörter, wie sie eingegeben werden
password-label = Neues Kennwort
password-show = Zeigen
    .name = Kennwort zeigen
password-hide = Verbergen
    .name = Kennwort verbergen
password-rules = Was es braucht
password-met = { $rule }: erfüllt
password-unmet = { $rule }: fehlt noch
password-asked = { $rule }: verlangt
password-rule-length = mindestens { $minimum } Zeichen
password-rule-length-unknown = mehr Zeichen
password-rule-uppercase = ein Großbuchstabe
password-rule-lowercase = ein Kleinbuchstabe
password-rule-number = eine Ziffer
password-rule-symbol = ein Sonderzeichen wie !
password-rule-edge-space = kein Leerzeichen am Rand
password-rule-too-long = höchstens 256 Zeichen
password-strength = Stärke
password-strength-0 = sehr leicht zu erraten
password-strength-1 = leicht zu erraten
password-strength-2 = mittel
password-strength-3 = gut
password-strength-4 = stark
password-check-failed = Die Regeln ließen sich hier nicht prüfen. Sie werden beim Absenden geprüft.
