# Der Weg zu AWS.
welcome-title = Helfen Sie Menschen zurück in ihr Konto
welcome-title-again = Melden Sie sich bei AWS an
welcome-intro = Readmit findet eine Person, sagt, warum sie nicht hineinkommt, und tut das eine, was hilft. Dafür braucht es Ihren Zugang zu AWS.
welcome-go-on = Mit diesem Zugang weiter
welcome-ways = Wie melden Sie sich bei AWS an?
welcome-use-identity-center = Mit der Anmeldung meiner Organisation
    .hint = IAM Identity Center: Sie melden sich im Browser an, wie für die AWS-Konsole.
welcome-use-profile = Mit einem Profil auf diesem Computer
    .hint = Die AWS CLI oder ein anderes Programm hat hier schon eines eingerichtet.
welcome-use-keys = Mit einem Zugriffsschlüssel
    .hint = Sie haben eine Zugriffsschlüssel-ID und einen geheimen Zugriffsschlüssel bekommen.
welcome-unsure = Noch unsicher?
welcome-practice = Mit Übungskonten ausprobieren
    .hint = Erfundene Personen in einer erfundenen Organisation, nur auf diesem Computer. Ohne Zugang.
welcome-keeps = Was Readmit aufbewahrt, und was es nie tut
welcome-keeps-keychain = Schlüssel und Geheimnisse kommen in den Kennwortspeicher dieses Computers, sonst nirgendwohin.
welcome-keeps-never = Es bewahrt nie das Kennwort oder den Code einer Person auf, und sendet nichts an jemand anderen als AWS.
welcome-keeps-record = Jede Änderung wird auf diesem Computer festgehalten: wer, bei wem, was, wann und warum.
welcome-recovery = Das Fenster für Menschen öffnen, die ihr Kennwort vergessen haben

access-go = Verbinden
access-opening = AWS wird gefragt, wer Sie sind …
access-held = Ihr Zugang geht, wird aber nur behalten, bis Readmit geschlossen wird. Um ihn aufzubewahren, bringen Sie das in Ordnung und melden Sie sich noch einmal an.
access-opening-long = AWS hat noch nicht geantwortet. Vielleicht liegt hinter diesem Fenster auch eine Rückfrage des Kennwortspeichers.

# Eine Rolle dazu
role-open = In einer anderen Rolle arbeiten
role-typed = In einer anderen Rolle, wie eingegeben
role-intro = Nur, wenn Ihre Organisation es Ihnen gesagt hat. Sie arbeiten dann mit den Rechten dieser Rolle.
role-arn = Rolle
role-factor = Gerät für den zweiten Faktor
    .hint = Die Seriennummer oder der ARN Ihres Authenticators, wenn die Rolle einen Code verlangt. Den Code geben Sie danach ein.
role-external = Externe ID, falls es eine gibt

# Der Code eines zweiten Faktors
factor-title = Code Ihres zweiten Faktors
factor-intro = AWS verlangt die sechs Ziffern, die Ihr Authenticator jetzt zeigt. Jeder Code gilt einmal.
factor-label = Code
factor-go = Weiter

# Zugriffsschlüssel
keys-title = Mit einem Zugriffsschlüssel anmelden
keys-intro = Fügen Sie beide Zeilen auf einmal ein, oder die Datei aus der AWS-Konsole: Readmit verteilt sie auf die Felder.
keys-id = Zugriffsschlüssel-ID
keys-secret = Geheimer Zugriffsschlüssel
keys-token = Sitzungstoken
    .hint = Schlüssel, die mit ASIA beginnen, gelten nur einige Stunden und brauchen es.
keys-region = Region
keys-region-unknown = Weiß ich nicht
keys-pasted = Die Schlüssel wurden im Eingefügten gefunden.
keys-kept = Sobald AWS sie annimmt, kommen die Schlüssel in den Kennwortspeicher dieses Computers. Diese Seite bekommt sie nie zurück.

# Profile
profile-title = Wählen Sie ein Profil
profile-intro = Diese wurden auf diesem Computer für AWS eingerichtet. Readmit liest sie neu, sobald sie sich ändern.
profile-reading = Profile werden gelesen …
profile-reading-long = Die Dateien der Profile liegen auf einem langsamen Datenträger oder im Netz.
profile-none = Auf diesem Computer ist kein Profil
    .next = Richten Sie mit der AWS CLI eines ein, oder gehen Sie zurück und wählen Sie einen anderen Weg.
profile-static = Zugriffsschlüssel
profile-role = Arbeitet in einer Rolle
profile-process = Schlüssel aus einem Programm
profile-identity-center = IAM Identity Center
profile-console-login = Konsolen-Anmeldung
profile-incomplete-key = Geht nicht: „{ $key }“ fehlt darin oder ist falsch
profile-incomplete-loops = Geht nicht: Es führt über andere Profile zu sich selbst zurück
profile-incomplete-not-found = Geht nicht: Es baut auf einem Profil auf, das es nicht gibt
profile-incomplete = Geht nicht: Darin fehlt etwas
profile-factor = verlangt einen zweiten Faktor

# IAM Identity Center
center-title = Mit Ihrer Organisation anmelden
center-intro = Ihr Browser öffnet sich, und Sie melden sich dort an, wie für die AWS-Konsole. Readmit sieht Ihr Kennwort nie.
center-start = Adresse Ihrer Startseite
    .hint = Sie steht in Ihrer Einladung, oder im Browser, wenn Sie zu AWS gehen. Sie endet oft auf .awsapps.com/start.
center-region = Wo Identity Center ist
center-go = Browser öffnen
center-beginning = Identity Center wird gefragt …
center-beginning-long = Identity Center hat noch nicht geantwortet.
browser-title = Machen Sie im Browser weiter
browser-intro-code = Dort hat sich eine Seite geöffnet. Sie zeigt einen Code: Lassen Sie nur diesen herein.
browser-intro = Dort hat sich eine Seite geöffnet. Melden Sie sich an, und erlauben Sie Readmit, Ihre Konten zu sehen. Kommen Sie dann zurück: Dieses Fenster macht von selbst weiter.
browser-code = Der Code ist { $code }
browser-compare = Ein anderer Code heißt, dass jemand anderes hineinwill: Dann brechen Sie hier ab.
browser-left = Wartet auf Ihren Browser, noch { $time }
browser-again = Browser noch einmal öffnen
browser-stop = Abbrechen
browser-landing-done = Readmit hat, was es braucht. Sie können diese Seite schließen und zu Readmit zurückkehren.
browser-landing-refused = Readmit wurde nicht hereingelassen. Sie können diese Seite schließen und zu Readmit zurückkehren.
browser-address = Hat sich nichts geöffnet? Gehen Sie zu
account-title = Welches Konto?
account-filter = Nach Name oder Nummer suchen
account-none = Kein Konto heißt „{ $text }“.
account-roles = Ihre Rolle in { $account }
account-roles-reading = Ihre Rollen werden gesucht …
account-roles-long = Identity Center hat noch nicht geantwortet.
