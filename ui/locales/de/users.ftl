# Jemanden finden, und die Karte.

# Die Liste
users-title = Personen
users-search = Person suchen
users-search-hint = Name, E-Mail-Adresse, Telefonnummer oder Benutzername: Der Anfang genügt
users-filter = Zeigen:
users-filter-all = alle
users-filter-switched-off = abgeschaltet
users-list = Gefundene Personen
users-looking = Wird gesucht …
users-looking-long = Die Suche dauert noch. Das Benutzerverzeichnis hat noch nicht geantwortet.
users-more = Weitere werden geholt …
users-more-long = Es dauert noch, bis die nächsten Personen kommen.
users-found = { $count ->
    [one] Eine Person gefunden
   *[other] { $count } Personen gefunden
}
users-found-more = { $count } Personen gezeigt; beim Blättern kommen weitere
users-end = { $count ->
    [one] Das sind alle: eine Person.
   *[other] Das sind alle: { $count } Personen.
}
users-let-go = { $count } Personen weiter oben werden hier nicht mehr vorgehalten.
users-let-go-again = Wieder von vorn beginnen
users-no-contact = keine E-Mail-Adresse, kein Telefon
users-twin = gleicher Name, andere Großschreibung
users-twin-hint = Der Benutzername einer anderen Person unterscheidet sich hiervon nur in Groß- und Kleinbuchstaben. Vergewissern Sie sich, wer anruft.
users-gone = { $name } gibt es nicht mehr
    .next = Das Konto wurde gelöscht, nachdem diese Liste gelesen wurde. Es wurde nichts geändert.

users-none-title = Niemand gefunden
users-none-all = Es gibt noch niemanden, oder niemanden, den diese Liste zeigen darf.
users-none-status = Niemand ist in dem Zustand, den Sie gewählt haben.
users-none-tried = Unter Namen, E-Mail-Adressen, Telefonnummern und Benutzernamen beginnt nichts mit { $text }.
users-none-starts = Gesucht wird nur nach Anfängen: Geben Sie ein, womit ein Name beginnt, nicht seine Mitte.
users-none-contact = Fragen Sie nach der genauen E-Mail-Adresse oder nach der Telefonnummer mit Ländervorwahl, etwa +49.
users-none-filter = Sie sehen nur einen Teil der Personen. Alle zeigen?
users-none-filter-off = Alle zeigen
users-none-fresh = Ein gerade erst angelegtes Konto erscheint manchmal erst nach einigen Sekunden.
users-hint-national-number = Telefonnummern werden nur mit ihrer Ländervorwahl gefunden, etwa +49.
users-hint-domain-alone = Eine Adresse wird über ihren Anfang gefunden: Es braucht, was vor dem @ steht.

# Zustände, wie man sie sagen würde
users-status-confirmed = aktiv
users-status-force-change-password = wartet auf erste Anmeldung
users-status-reset-required = braucht neues Kennwort
users-status-unconfirmed = Registrierung offen
users-status-external-provider = meldet sich woanders an
users-status-archived = archiviert
users-status-compromised = als unsicher gesperrt
users-status-unknown = unbekannt
users-switched-off = abgeschaltet
users-switched-on = eingeschaltet
users-factor-authenticator = Authenticator-App
users-factor-sms = Codes per SMS
users-factor-email = Codes per E-Mail

# Die Karte
users-nobody-open = Niemand ist geöffnet
users-nobody-open-hint = Suchen Sie die Person, die anruft, und drücken Sie auf ihrem Namen die Eingabetaste. Wer geöffnet wird, zählt auf der AWS-Rechnung dieses Monats als aktiv; die Liste anzusehen zählt nicht.
users-person = diese Person
users-username = Benutzername { $username }
users-opening = { $name } wird geöffnet …
users-opening-long = Die Antwort zu { $name } steht noch aus.
users-back = Zurück zur Liste
users-read = Gelesen { $ago }
users-read-now = Gerade gelesen
users-look-again = Neu lesen
users-changed-meanwhile = Jemand hat dieses Konto gerade eben geändert
    .next = Es wurde nichts ausgeführt. So steht es jetzt: Sehen Sie noch einmal hin, bevor Sie etwas tun.
users-likely = Wahrscheinlich:
users-reckoned-why = Wann ein vorläufiges Kennwort gesetzt wurde, ist nirgends zu lesen. Dies ist aus der letzten Änderung am Konto geschätzt.
users-likely-why = Die Dokumentation von Amazon widerspricht sich hier; das ist die beste Vermutung.
users-tell = Was Sie am Telefon sagen können
users-or = Oder
users-acts = Was Sie tun können
users-not-possible = Jetzt nicht möglich ({ $count })
users-not-possible-few = Jetzt nicht möglich
users-know = Was bekannt ist
users-know-status = Zustand
users-know-enabled = Konto
users-know-email = E-Mail-Adresse
users-know-phone = Telefon
users-know-factors = Zweiter Schritt
users-know-providers = Anmeldung über
users-know-recovery = Ein Code ginge an
users-know-forgot = „Kennwort vergessen“ jetzt
users-know-temporary = Vorläufiges Kennwort
users-know-groups = Gruppen
users-know-created = Angelegt
users-know-modified = Zuletzt geändert
users-know-password = Kennwort
users-know-username = Benutzername
users-know-sub = Feste Kennung
users-none-value = keine
users-nowhere = niemanden
users-verified = bestätigt
users-unverified = nicht bestätigt
users-preferred = zuerst verlangt
users-groups-unread = mit diesem Zugang nicht lesbar
users-by-email = { $to } per E-Mail
users-by-phone = { $to } per SMS
users-temporary-estimate = { $days ->
    [0] von heute
    [1] etwa einen Tag alt
   *[other] etwa { $days } Tage alt
}, gültig { $life ->
    [1] einen Tag
   *[other] { $life } Tage
}. Das ist geschätzt: Bekannt ist nur die letzte Änderung, nicht ihr Anlass.
users-copy = Kopieren
users-copied = Kopiert
users-not-copied = Nicht kopiert
users-copy-username = Kopieren: Benutzername
users-copy-sub = Kopieren: feste Kennung

# Der eine Satz
users-finding-switched-off = { $name } kann sich nicht anmelden, weil das Konto abgeschaltet ist.
users-finding-signs-in-elsewhere = { $name } meldet sich über ein anderes Unternehmen an; hier gibt es kein Kennwort, das sich zurücksetzen ließe.
users-finding-signs-in-elsewhere-named = { $name } meldet sich mit { $providers } an; hier gibt es kein Kennwort, das sich zurücksetzen ließe.
users-finding-invitation-waiting = { $name } hat { $days ->
    [0] heute
    [1] gestern
   *[other] vor { $days } Tagen
} ein vorläufiges Kennwort bekommen und sich noch nicht damit angemeldet. Es sollte noch gelten: Es gilt { $life ->
    [1] einen Tag
   *[other] { $life } Tage
}.
users-finding-invitation-waiting-undated = { $name } hat ein vorläufiges Kennwort und hat sich noch nicht damit angemeldet. Es gilt { $life ->
    [1] einen Tag
   *[other] { $life } Tage
}; von wann es ist, ist nicht bekannt.
users-finding-invitation-probably-expired = { $name } hat { $days ->
    [1] gestern
   *[other] vor { $days } Tagen
} ein vorläufiges Kennwort bekommen und sich nie damit angemeldet. Es gilt { $life ->
    [1] einen Tag
   *[other] { $life } Tage
} und ist darum wahrscheinlich abgelaufen.
users-finding-sign-up-unfinished = { $name } hat sich registriert, aber den Registrierungscode nie eingegeben.
users-finding-sign-up-unfinished-verified = { $name } hat sich registriert, aber den Registrierungscode nie eingegeben. E-Mail-Adresse oder Telefon sind trotzdem bestätigt.
users-finding-reset-waiting-email = { $name } kann sich erst anmelden, wenn mit einem Code ein neues Kennwort gewählt ist. Der Code geht per E-Mail an { $to }.
users-finding-reset-waiting-phone = { $name } kann sich erst anmelden, wenn mit einem Code ein neues Kennwort gewählt ist. Der Code geht per SMS an { $to }.
users-finding-reset-without-contact = { $name } kann sich erst anmelden, wenn mit einem Code ein neues Kennwort gewählt ist, und ein Code könnte nirgendwohin gehen.
users-finding-only-administrators-reset = { $name } kann sich anmelden. Ist das Kennwort vergessen, können nur Sie ein neues geben: Codes sind hier für alle abgeschaltet.
users-finding-contact-not-verified-email = { $name } kann sich anmelden, doch ist das Kennwort vergessen, kommt kein Code: Die E-Mail-Adresse ist nicht bestätigt.
users-finding-contact-not-verified-phone = { $name } kann sich anmelden, doch ist das Kennwort vergessen, kommt kein Code: Die Telefonnummer ist nicht bestätigt.
users-finding-contact-not-verified-both = { $name } kann sich anmelden, doch ist das Kennwort vergessen, kommt kein Code: Weder E-Mail-Adresse noch Telefonnummer sind bestätigt.
users-finding-no-contact = { $name } kann sich anmelden, doch ist das Kennwort vergessen, kommt kein Code: Es gibt keine E-Mail-Adresse oder Telefonnummer, an die er gehen könnte.
users-finding-contact-is-second-factor-email = { $name } kann sich anmelden, doch ist das Kennwort vergessen, kommt kein Code: Der einzige bestätigte Kontakt, { $to }, ist zugleich der zweite Schritt der Anmeldung.
users-finding-contact-is-second-factor-phone = { $name } kann sich anmelden, doch ist das Kennwort vergessen, kommt kein Code: Der einzige bestätigte Kontakt, { $to }, ist zugleich der zweite Schritt der Anmeldung.
users-finding-nothing-wrong-email = Alles in Ordnung. { $name } kann sich anmelden, und „Kennwort vergessen“ sendet einen Code per E-Mail an { $to }.
users-finding-nothing-wrong-phone = Alles in Ordnung. { $name } kann sich anmelden, und „Kennwort vergessen“ sendet einen Code per SMS an { $to }.
users-finding-status-not-in-use = Das Konto von { $name } ist in einem Zustand, den es nicht mehr geben sollte. Fragen Sie, wer AWS verwaltet.

# Was noch zu wissen ist
users-also-forgot-password-pretends = „Kennwort vergessen“ sagt, dass ein Code unterwegs ist, sendet aber keinen.
users-also-factor-still-asked-authenticator = Ein neues Kennwort ersetzt den zweiten Schritt nicht: Die Authenticator-App wird weiterhin verlangt.
users-also-factor-still-asked-sms = Ein neues Kennwort ersetzt den zweiten Schritt nicht: Ein Code per SMS wird weiterhin verlangt.
users-also-factor-still-asked-email = Ein neues Kennwort ersetzt den zweiten Schritt nicht: Ein Code per E-Mail wird weiterhin verlangt.
users-also-factor-required-and-missing = Hier brauchen alle einen zweiten Schritt, und diese Person hat noch keinen. Bei der nächsten Anmeldung ist er einzurichten.
users-also-may-be-stolen-password = Manchmal erzwingt Amazon das, wenn ein Kennwort als gestohlen bekannt ist. Das alte sollte nirgends mehr verwendet werden.
users-also-unverified-email = Die E-Mail-Adresse { $to } ist nicht bestätigt; dorthin geht kein Code.
users-also-unverified-phone = Die Telefonnummer { $to } ist nicht bestätigt; dorthin geht kein Code.
users-also-factor-not-for-recovery-email = Die E-Mail-Adresse { $to } ist zugleich der zweite Schritt der Anmeldung; dorthin geht kein Code für ein neues Kennwort.
users-also-factor-not-for-recovery-phone = Das Telefon { $to } ist zugleich der zweite Schritt der Anmeldung; dorthin geht kein Code für ein neues Kennwort.
users-also-not-in-recovery-setting-email = Codes für ein neues Kennwort gehen hier nie per E-Mail; { $to } hilft also nicht.
users-also-not-in-recovery-setting-phone = Codes für ein neues Kennwort gehen hier nie per SMS; { $to } hilft also nicht.
users-also-only-administrators-reset = Codes für ein neues Kennwort sind hier für alle abgeschaltet.
users-also-no-app-client = Diese Verbindung weiß nicht, in welcher App man sich anmeldet. Darum ist auch nicht bekannt, was „Kennwort vergessen“ dort sagt.
users-also-no-password-flow = Die App dieser Verbindung lässt niemanden mit Kennwort anmelden.
users-also-small-mailer = E-Mails gehen über Amazons kleinen Versand: höchstens 50 am Tag für alle, und oft landen sie im Spam-Ordner.
users-also-text-messages-fail = SMS kommen hier zurzeit nicht an. Das muss beheben, wer AWS verwaltet.
users-also-mail-fails = E-Mails gehen hier zurzeit nicht hinaus. Das muss beheben, wer AWS verwaltet.
users-also-case-matters = Im Benutzernamen zählen hier Groß- und Kleinbuchstaben.
users-would-be-switched-off = Ist es wieder eingeschaltet, sehen Sie noch einmal hin.
users-would-be-signs-in-elsewhere = Ist es wieder eingeschaltet: Die Anmeldung läuft über ein anderes Unternehmen; hier gibt es kein Kennwort.
users-would-be-invitation-waiting = Ist es wieder eingeschaltet: Das vorläufige Kennwort sollte noch gelten.
users-would-be-invitation-probably-expired = Ist es wieder eingeschaltet: Das vorläufige Kennwort ist wahrscheinlich abgelaufen.
users-would-be-sign-up-unfinished = Ist es wieder eingeschaltet: Die Registrierung ist noch abzuschließen.
users-would-be-reset-waiting = Ist es wieder eingeschaltet: Mit einem Code ist ein neues Kennwort zu wählen.
users-would-be-reset-without-contact = Ist es wieder eingeschaltet: Ein neues Kennwort ist nötig, und ein Code könnte nirgendwohin gehen.
users-would-be-only-administrators-reset = Ist es wieder eingeschaltet: Die Anmeldung geht, und nur Sie können ein neues Kennwort geben.
users-would-be-contact-not-verified = Ist es wieder eingeschaltet: Die Anmeldung geht, aber kein Kontakt ist für einen Code bestätigt.
users-would-be-no-contact = Ist es wieder eingeschaltet: Die Anmeldung geht, aber es gibt keinen Kontakt für einen Code.
users-would-be-contact-is-second-factor = Ist es wieder eingeschaltet: Die Anmeldung geht, aber der einzige bestätigte Kontakt ist zugleich der zweite Schritt.
users-would-be-nothing-wrong = Ist es wieder eingeschaltet, ist sonst alles in Ordnung.
users-would-be-status-not-in-use = Ist es wieder eingeschaltet, ist das Konto noch immer in einem Zustand, den es nicht mehr geben sollte.

# Zum Vorlesen, wo vorher nichts zu tun ist
users-tell-signs-in-elsewhere = „Ihr Kennwort liegt nicht bei uns. Nehmen Sie auf der Anmeldeseite die Schaltfläche Ihres Unternehmens oder Anbieters, und setzen Sie das Kennwort dort zurück.“
users-tell-signs-in-elsewhere-named = „Ihr Kennwort liegt nicht bei uns. Nehmen Sie auf der Anmeldeseite die Schaltfläche für { $providers }. Haben Sie jenes Kennwort vergessen, setzen Sie es dort zurück.“
users-tell-invitation-waiting = „Melden Sie sich mit dem vorläufigen Kennwort an, das Sie bekommen haben; danach wählen Sie ein eigenes. Kam es als Nachricht, sehen Sie auch im Spam-Ordner nach.“
users-tell-reset-waiting-email = „Wählen Sie dort, wo Sie sich anmelden, ‚Kennwort vergessen‘. In einigen Minuten kommt ein Code per E-Mail; sehen Sie auch im Spam-Ordner nach. Damit wählen Sie ein neues Kennwort.“
users-tell-reset-waiting-phone = „Wählen Sie dort, wo Sie sich anmelden, ‚Kennwort vergessen‘. In einigen Minuten kommt ein Code per SMS. Damit wählen Sie ein neues Kennwort.“
users-tell-nothing-wrong-email = „Mit Ihrem Konto ist alles in Ordnung. Geht das Kennwort nicht, wählen Sie dort, wo Sie sich anmelden, ‚Kennwort vergessen‘. Ein Code kommt per E-Mail; sehen Sie auch im Spam-Ordner nach.“
users-tell-nothing-wrong-phone = „Mit Ihrem Konto ist alles in Ordnung. Geht das Kennwort nicht, wählen Sie dort, wo Sie sich anmelden, ‚Kennwort vergessen‘. Ein Code kommt per SMS.“

# Was „Kennwort vergessen“ jetzt täte
users-forgot-code-sent-email = sendet einen Code per E-Mail an { $to }
users-forgot-code-sent-phone = sendet einen Code per SMS an { $to }
users-forgot-pretended = sagt, ein Code sei gesendet, sendet aber keinen
users-forgot-done = geht, und sendet nichts
users-forgot-refused = wird abgelehnt
users-forgot-refused-user-disabled = wird abgelehnt: Das Konto ist abgeschaltet
users-forgot-refused-temporary-password-pending = wird vor der ersten Anmeldung abgelehnt
users-forgot-refused-recovery-by-admin-only = wird abgelehnt: Codes sind für alle abgeschaltet
users-forgot-refused-no-verified-contact = wird abgelehnt: Ein Code könnte nirgendwohin gehen
users-forgot-refused-sign-up-unfinished = wird abgelehnt: Die Registrierung ist nicht abgeschlossen
users-forgot-unknown = nicht bekannt: Diese Verbindung nennt keine App
users-forgot-probably = wahrscheinlich:

## Würde dieses Kennwort gehen?

try-open = Kennwort ausprobieren …
try-title = Würde dieses Kennwort für { $name } gehen?
try-intro = Readmit meldet sich damit einmal an und gleich wieder ab. Ein falsches zählt: Nach fünf ist die Anmeldung eine Weile gesperrt.
try-password = Kennwort zum Ausprobieren
try-go = Ausprobieren
try-waits = Das Kennwort wird ausprobiert …
try-waits-long = Das Kennwort wird ausprobiert. AWS braucht länger als sonst.
try-works = Es geht
    .next =
        { $factors ->
            [0] Man kann sich damit anmelden.
           *[other] Man kann sich damit anmelden und wird danach nach dem zweiten Schritt gefragt.
        }
try-wrong = Es geht nicht
    .next = Das zählte als ein falscher Versuch. Fragen Sie, ob es so geschrieben ist, auch groß und klein.
try-locked-out = Es wurde nicht angesehen
    .next = Es gab zu viele falsche Versuche, daher ist die Anmeldung bis zu 15 Minuten gesperrt. Ein weiterer Versuch verlängert das nicht.
try-not-temporary = nicht ausprobiert: Ein vorläufiges Kennwort könnte dadurch verbraucht werden
try-not-sending = nicht ausprobiert: Es ginge ein Code hinaus
try-not-now = nicht ausprobiert: Eine Anmeldung ist jetzt nicht möglich
