# Die Eingriffe: vorher, nachher, und die Worte fürs Telefon.
acts-send-reset-code = Code zum Zurücksetzen senden
    .open = Code zum Zurücksetzen senden …
    .short = Senden …
    .title = { $name } einen Code zum Zurücksetzen senden?
    .do = Code senden
    .done = Der Code ist unterwegs
    .refused = Der Code wurde nicht gesendet
    .unknown = Es ist nicht sicher, ob der Code gesendet wurde
acts-give-temporary-password = Vorläufiges Kennwort am Telefon geben
    .open = Vorläufiges Kennwort geben …
    .short = Geben …
    .title = { $name } ein vorläufiges Kennwort geben?
    .do = Vorläufiges Kennwort erzeugen
    .done = Das vorläufige Kennwort ist gesetzt
    .refused = Es wurde kein vorläufiges Kennwort gesetzt
    .unknown = Es ist nicht sicher, ob das vorläufige Kennwort gesetzt wurde
acts-set-permanent-password = Dauerhaftes Kennwort setzen
    .open = Dauerhaftes Kennwort setzen …
    .short = Setzen …
    .title = Ein dauerhaftes Kennwort für { $name } setzen?
    .do = Dieses Kennwort setzen
    .done = Das Kennwort ist gesetzt
    .refused = Das Kennwort wurde nicht gesetzt
    .unknown = Es ist nicht sicher, ob das Kennwort gesetzt wurde
acts-resend-invitation = Neue Einladung senden
    .open = Neue Einladung senden …
    .short = Senden …
    .title = { $name } eine neue Einladung senden?
    .do = Einladung senden
    .done = Die Einladung ist unterwegs
    .refused = Die Einladung wurde nicht gesendet
    .unknown = Es ist nicht sicher, ob die Einladung gesendet wurde
acts-mark-email-verified = E-Mail-Adresse als bestätigt vermerken
    .open = E-Mail-Adresse als bestätigt vermerken …
    .short = Vermerken …
    .title = Die E-Mail-Adresse von { $name } als bestätigt vermerken?
    .do = Als bestätigt vermerken
    .done = Die E-Mail-Adresse ist als bestätigt vermerkt
    .refused = Die E-Mail-Adresse wurde nicht vermerkt
    .unknown = Es ist nicht sicher, ob die E-Mail-Adresse vermerkt wurde
acts-mark-phone-verified = Telefonnummer als bestätigt vermerken
    .open = Telefonnummer als bestätigt vermerken …
    .short = Vermerken …
    .title = Die Telefonnummer von { $name } als bestätigt vermerken?
    .do = Als bestätigt vermerken
    .done = Die Telefonnummer ist als bestätigt vermerkt
    .refused = Die Telefonnummer wurde nicht vermerkt
    .unknown = Es ist nicht sicher, ob die Telefonnummer vermerkt wurde
acts-confirm-sign-up = Registrierung abschließen
    .open = Registrierung abschließen …
    .short = Abschließen …
    .title = Die Registrierung von { $name } abschließen?
    .do = Registrierung abschließen
    .done = Die Registrierung ist abgeschlossen
    .refused = Die Registrierung wurde nicht abgeschlossen
    .unknown = Es ist nicht sicher, ob die Registrierung abgeschlossen ist
acts-switch-on = Konto einschalten
    .open = Konto einschalten …
    .short = Einschalten …
    .title = Das Konto von { $name } einschalten?
    .do = Einschalten
    .done = Das Konto ist eingeschaltet
    .refused = Das Konto wurde nicht eingeschaltet
    .unknown = Es ist nicht sicher, ob das Konto eingeschaltet ist
acts-switch-off = Konto abschalten
    .open = Konto abschalten …
    .short = Abschalten …
    .title = Das Konto von { $name } abschalten?
    .do = Abschalten
    .done = Das Konto ist abgeschaltet
    .refused = Das Konto wurde nicht abgeschaltet
    .unknown = Es ist nicht sicher, ob das Konto abgeschaltet ist
acts-sign-out-everywhere = Überall abmelden
    .open = Überall abmelden …
    .short = Abmelden …
    .title = { $name } überall abmelden?
    .do = Überall abmelden
    .done = Überall abgemeldet
    .refused = Es wurde nichts abgemeldet
    .unknown = Es ist nicht sicher, ob überall abgemeldet ist
acts-turn-off-authenticator = Verlorene Authenticator-App abschalten
    .open = Authenticator-App abschalten …
    .short = Abschalten …
    .title = Die Authenticator-App von { $name } abschalten?
    .do = Authenticator-App abschalten
    .done = Die Authenticator-App ist abgeschaltet
    .refused = Die Authenticator-App wurde nicht abgeschaltet
    .unknown = Es ist nicht sicher, ob die Authenticator-App abgeschaltet ist
acts-turn-off-sms-factor = Codes per SMS abschalten
    .open = Codes per SMS abschalten …
    .short = Abschalten …
    .title = Codes per SMS für { $name } abschalten?
    .do = Codes per SMS abschalten
    .done = Codes per SMS sind abgeschaltet
    .refused = Codes per SMS wurden nicht abgeschaltet
    .unknown = Es ist nicht sicher, ob Codes per SMS abgeschaltet sind
acts-turn-off-email-factor = Codes per E-Mail abschalten
    .open = Codes per E-Mail abschalten …
    .short = Abschalten …
    .title = Codes per E-Mail für { $name } abschalten?
    .do = Codes per E-Mail abschalten
    .done = Codes per E-Mail sind abgeschaltet
    .refused = Codes per E-Mail wurden nicht abgeschaltet
    .unknown = Es ist nicht sicher, ob Codes per E-Mail abgeschaltet sind

# Was ein Eingriff jetzt bewirkt
acts-effect-password-stops-working = Das jetzige Kennwort gilt ab sofort nicht mehr.
acts-effect-temporary-password-stops-working = Das bisherige vorläufige Kennwort gilt nicht mehr.
acts-effect-earlier-code-void = Ein früher gesendeter Code gilt nicht mehr.
acts-effect-code-goes-to-email = Eine E-Mail mit einem Code geht an { $to }. Der Code gilt eine Stunde.
acts-effect-code-goes-to-phone = Eine SMS mit einem Code geht an { $to }. Der Code gilt eine Stunde.
acts-effect-invitation-goes-to-email = Eine E-Mail mit einem neuen vorläufigen Kennwort geht an { $to }. Es gilt { $days ->
    [1] einen Tag
   *[other] { $days } Tage
}.
acts-effect-invitation-goes-to-phone = Eine SMS mit einem neuen vorläufigen Kennwort geht an { $to }. Es gilt { $days ->
    [1] einen Tag
   *[other] { $days } Tage
}.
acts-effect-you-tell-the-password = Sie sagen der Person das neue Kennwort. Gesendet wird nichts.
acts-effect-must-choose-within = Bei der nächsten Anmeldung, binnen { $days ->
    [1] eines Tages
   *[other] { $days } Tagen
}, ist es durch ein eigenes zu ersetzen.
acts-effect-password-stays = Es gilt, bis es jemand ändert.
acts-effect-locked-out-until-code = Bis der Code eingegeben ist, ist keine Anmeldung möglich.
acts-effect-sessions-stay-open = Angemeldete Geräte bleiben angemeldet.
acts-effect-sessions-end = Alle Geräte werden abgemeldet. Was schon offen ist, geht vielleicht noch bis zu { $minutes ->
    [1] einer Minute
    [60] einer Stunde
   *[other] { $minutes } Minuten
} weiter.
acts-effect-factor-still-asked-authenticator = Die Authenticator-App wird weiterhin verlangt.
acts-effect-factor-still-asked-sms = Ein Code per SMS wird weiterhin verlangt.
acts-effect-factor-still-asked-email = Ein Code per E-Mail wird weiterhin verlangt.
acts-effect-factor-no-longer-asked-authenticator = Die Authenticator-App wird nicht mehr verlangt.
acts-effect-factor-no-longer-asked-sms = Ein Code per SMS wird nicht mehr verlangt.
acts-effect-factor-no-longer-asked-email = Ein Code per E-Mail wird nicht mehr verlangt.
acts-effect-new-factor-at-sign-in = Bei der nächsten Anmeldung ist ein neuer zweiter Schritt einzurichten.
acts-effect-stays-switched-off = Das Konto bleibt abgeschaltet; die Anmeldung geht also noch nicht.
acts-effect-can-sign-in-again = Die Anmeldung geht wieder.
acts-effect-can-not-sign-in-any-more = Die Anmeldung geht nicht mehr.
acts-effect-on-again = Das Konto ist wieder eingeschaltet. Was sonst noch im Weg steht, bleibt.
acts-effect-counts-as-verified-email = Die E-Mail-Adresse { $to } gilt als die eigene dieser Person.
acts-effect-counts-as-verified-phone = Die Telefonnummer { $to } gilt als die eigene dieser Person.
acts-effect-codes-can-go-to-email = Codes für ein neues Kennwort können ab jetzt an { $to } gehen. Seien Sie sicher, dass die Adresse dieser Person gehört.
acts-effect-codes-can-go-to-phone = Codes für ein neues Kennwort können ab jetzt an { $to } gehen. Seien Sie sicher, dass die Nummer dieser Person gehört.
acts-effect-sign-up-confirmed = Die Registrierung gilt als abgeschlossen, ohne ihren Code. E-Mail-Adresse und Telefon sind so weit bestätigt wie bisher.
acts-effect-becomes-local = Das Konto bekommt hier ein eigenes Kennwort und gilt nicht mehr als eines, das sich woanders anmeldet. Amazon rät davon ab.
acts-effect-becomes-confirmed = Das Konto wird aktiv.
acts-effects-likely = Amazons Dokumentation ist in diesem Fall nicht eindeutig. Readmit sieht danach nach und sagt, was wirklich geschehen ist.

# Warum nicht
acts-not-switched-off = Nicht, solange das Konto abgeschaltet ist: Amazon lehnt es ab.
acts-not-already-on = Das Konto ist eingeschaltet.
acts-not-already-off = Das Konto ist schon abgeschaltet.
acts-not-never-signed-in = Nicht vor der ersten Anmeldung: Amazon lehnt es ab.
acts-not-signed-in-before = Nur für jemanden, der sich noch nie angemeldet hat.
acts-not-sign-up-unfinished = Zuerst ist die Registrierung abzuschließen.
acts-not-already-confirmed = Die Registrierung ist abgeschlossen.
acts-not-signs-in-elsewhere = Hier gibt es kein Kennwort: Die Anmeldung läuft woanders.
acts-not-only-administrators-reset = Codes für ein neues Kennwort sind hier für alle abgeschaltet.
acts-not-no-verified-contact = Es gibt keinen bestätigten Kontakt, an den ein Code gehen könnte.
acts-not-no-such-contact = Es gibt keinen.
acts-not-already-verified = Schon bestätigt.
acts-not-no-such-factor = Nicht eingerichtet.
acts-not-factor-required = Hier brauchen alle einen zweiten Schritt, und dies ist der einzige: Er würde trotzdem verlangt.
acts-not-nowhere-to-send = Es gibt keinen Kontakt, an den eine Einladung gehen könnte.
acts-not-not-in-this-mode = In den Einstellungen von Readmit abgeschaltet.
acts-not-no-permission = Ihr AWS-Zugang erlaubt es nicht.
acts-not-status-not-in-use = Nicht in dem Zustand, in dem das Konto ist.

# Vorher
acts-will = Das geschieht
acts-production = Das ist der echte Betrieb: { $connection }
    .next = Sie ändern das Konto eines wirklichen Menschen.
acts-channel = Senden per
acts-channel-email = E-Mail an { $to }
acts-channel-phone = SMS an { $to }
acts-checklist = Wer ruft an?
acts-checklist-hint = Haken Sie an, was Sie geprüft haben. Es kommt ins Protokoll.
acts-reason = Grund oder Ticket
acts-reason-optional = freiwillig
acts-reason-hint = Kommt ins Protokoll.
acts-reason-left = { $count ->
    [one] Platz für noch ein Zeichen
   *[other] Platz für noch { $count } Zeichen
}
acts-federated = Ich weiß, dass sich diese Person woanders anmeldet, und die Anmeldung dort ist nicht, was sie braucht.
acts-federated-missing = Haken Sie das zuerst an
    .next = Meist ist das Kennwort beim anderen Unternehmen zurückzusetzen.
acts-password = Neues Kennwort
acts-password-hint = Die Person verwendet es weiter. Sicherer ist ein vorläufiges: Dann kennt nur sie ihr eigenes.
acts-next-preview = Was die Person als Nächstes sieht
acts-cancel = Abbrechen
acts-waiting = Wartet auf die Antwort …
acts-waiting-long = Es ist einmal gesendet und wird nicht noch einmal gesendet. Readmit wartet noch auf die Antwort; kommt keine, sieht es nach, wie es steht.

# Nachher
acts-close = Fertig
acts-back-to-card = Zurück zur Karte
acts-changed = Was sich geändert hat
acts-change-status-confirmed = Das Konto ist jetzt aktiv.
acts-change-status-force-change-password = Das Konto wartet jetzt auf eine Anmeldung mit dem vorläufigen Kennwort.
acts-change-status-reset-required = Das Konto braucht jetzt ein neues Kennwort.
acts-change-status-unconfirmed = Die Registrierung ist jetzt nicht abgeschlossen.
acts-change-status-external-provider = Die Anmeldung läuft jetzt woanders.
acts-change-status-archived = Das Konto ist jetzt archiviert.
acts-change-status-compromised = Das Konto ist jetzt als unsicher gesperrt.
acts-change-status-unknown = Das Konto ist jetzt in einem unbekannten Zustand.
acts-change-on = Das Konto ist jetzt eingeschaltet.
acts-change-off = Das Konto ist jetzt abgeschaltet.
acts-change-verified-email = Die E-Mail-Adresse ist jetzt bestätigt.
acts-change-verified-phone = Die Telefonnummer ist jetzt bestätigt.
acts-change-unverified-email = Die E-Mail-Adresse ist jetzt nicht bestätigt.
acts-change-unverified-phone = Die Telefonnummer ist jetzt nicht bestätigt.
acts-change-factor-on-authenticator = Die Authenticator-App wird jetzt verlangt.
acts-change-factor-on-sms = Ein Code per SMS wird jetzt verlangt.
acts-change-factor-on-email = Ein Code per E-Mail wird jetzt verlangt.
acts-change-factor-off-authenticator = Die Authenticator-App wird nicht mehr verlangt.
acts-change-factor-off-sms = Ein Code per SMS wird nicht mehr verlangt.
acts-change-factor-off-email = Ein Code per E-Mail wird nicht mehr verlangt.
acts-change-unseen = Das Konto wurde gerade eben geändert. Was genau, ist nicht zu sehen; bei diesem Schritt ist das richtig so.
acts-unchanged = Beim Nachsehen zeigt sich kein Unterschied; bei diesem Schritt ist das richtig so.
acts-unknown-unseen = Das Konto wurde gerade eben geändert, es ist also wahrscheinlich geschehen. Fragen Sie, was ankommt oder geht, bevor Sie es noch einmal tun.
acts-unknown-unchanged = Beim Nachsehen zeigt sich kein Unterschied, es ist also wahrscheinlich nicht geschehen. Eine Nachricht könnte trotzdem unterwegs sein: Fragen Sie nach, bevor Sie es noch einmal tun.
acts-changes-unread = Das Nachsehen ging nicht; was sich geändert hat, ist hier also nicht bekannt. Öffnen Sie die Person in einer Minute noch einmal.
acts-refused-nothing = Es wurde nichts geändert.
acts-unknown-look = Es kam keine Antwort, darum hat Readmit nachgesehen. Lesen Sie unten, was sich geändert hat, bevor Sie etwas anderes tun: Ein zweites Mal kann ungültig machen, was das erste Mal gesendet hat.
acts-unknown-unread = Es kam keine Antwort, und auch das Nachsehen ging nicht. Warten Sie eine Minute, öffnen Sie die Person noch einmal und vergleichen Sie; wiederholen Sie es nicht einfach.
acts-recorded = Im Protokoll ist es Nummer { $entry }.
acts-request = AWS-Anfrage
acts-say = Sagen Sie am Telefon
acts-say-send-reset-code-email = „In den nächsten Minuten bekommen Sie einen Code per E-Mail; sehen Sie auch im Spam-Ordner nach. Öffnen Sie die Seite, auf der Sie sich anmelden, und folgen Sie ‚Kennwort vergessen‘ bis zum Feld für den Code. Nehmen Sie den neuesten Code, und wählen Sie dann ein neues Kennwort. Der Code gilt eine Stunde.“
acts-say-send-reset-code-phone = „In den nächsten Minuten bekommen Sie einen Code per SMS. Öffnen Sie die Seite, auf der Sie sich anmelden, und folgen Sie ‚Kennwort vergessen‘ bis zum Feld für den Code. Nehmen Sie den neuesten Code, und wählen Sie dann ein neues Kennwort. Der Code gilt eine Stunde.“
acts-say-give-temporary-password = { $days ->
    [1] „Ich lese Ihnen ein vorläufiges Kennwort vor; bitte schreiben Sie mit. Melden Sie sich damit an wie immer. Dann werden Sie nach einem eigenen gefragt. Es gilt einmal und nur heute und morgen.“
   *[other] „Ich lese Ihnen ein vorläufiges Kennwort vor; bitte schreiben Sie mit. Melden Sie sich damit an wie immer. Dann werden Sie nach einem eigenen gefragt. Es gilt einmal, binnen { $days } Tagen.“
}
acts-say-set-permanent-password = „Ihr neues Kennwort ist gesetzt, wie besprochen. Sie können sich jetzt damit anmelden.“
acts-say-resend-invitation-email = { $days ->
    [1] „In den nächsten Minuten bekommen Sie eine neue Einladung per E-Mail; sehen Sie auch im Spam-Ordner nach. Nehmen Sie nur die neueste. Melden Sie sich binnen eines Tages mit dem vorläufigen Kennwort darin an; dann wählen Sie ein eigenes.“
   *[other] „In den nächsten Minuten bekommen Sie eine neue Einladung per E-Mail; sehen Sie auch im Spam-Ordner nach. Nehmen Sie nur die neueste. Melden Sie sich binnen { $days } Tagen mit dem vorläufigen Kennwort darin an; dann wählen Sie ein eigenes.“
}
acts-say-resend-invitation-phone = { $days ->
    [1] „In den nächsten Minuten bekommen Sie eine neue Einladung per SMS. Nehmen Sie nur die neueste. Melden Sie sich binnen eines Tages mit dem vorläufigen Kennwort darin an; dann wählen Sie ein eigenes.“
   *[other] „In den nächsten Minuten bekommen Sie eine neue Einladung per SMS. Nehmen Sie nur die neueste. Melden Sie sich binnen { $days } Tagen mit dem vorläufigen Kennwort darin an; dann wählen Sie ein eigenes.“
}
acts-say-mark-email-verified = „Ihre E-Mail-Adresse ist jetzt bestätigt. Wählen Sie dort, wo Sie sich anmelden, ‚Kennwort vergessen‘; dann kommt ein Code dorthin.“
acts-say-mark-phone-verified = „Ihre Telefonnummer ist jetzt bestätigt. Wählen Sie dort, wo Sie sich anmelden, ‚Kennwort vergessen‘; dann kommt ein Code dorthin.“
acts-say-confirm-sign-up = „Ihre Registrierung ist abgeschlossen. Melden Sie sich mit dem Kennwort an, das Sie damals gewählt haben. Wissen Sie es nicht mehr, sagen Sie es mir.“
acts-say-switch-on = „Ihr Konto ist wieder eingeschaltet. Versuchen Sie jetzt gleich, sich anzumelden, solange wir sprechen.“
acts-say-switch-off = „Ihr Konto ist jetzt abgeschaltet. Niemand kann sich damit anmelden, auch Sie nicht, bis Sie uns bitten, es einzuschalten.“
acts-say-sign-out-everywhere = „Sie sind jetzt auf allen Geräten abgemeldet. Was schon offen ist, geht vielleicht noch bis zu einer Stunde weiter. Melden Sie sich mit Ihrem Kennwort neu an.“
acts-say-turn-off-factor = „Bei der nächsten Anmeldung wird Ihr alter zweiter Schritt nicht mehr verlangt. Richten Sie bitte einen neuen ein, sobald Sie angemeldet sind.“
acts-say-factor-authenticator = „Ihre Authenticator-App brauchen Sie weiterhin.“
acts-say-factor-sms = „Als zweiten Schritt bekommen Sie weiterhin einen Code per SMS.“
acts-say-factor-email = „Als zweiten Schritt bekommen Sie weiterhin einen Code per E-Mail.“
acts-say-new-factor = „Bei der Anmeldung werden Sie gebeten, einen zweiten Schritt einzurichten. Folgen Sie dem, was die Seite sagt.“
acts-say-still-off = „Ihr Konto ist noch abgeschaltet, es geht also noch nicht. Wir sagen Ihnen Bescheid, sobald es eingeschaltet ist.“

# Das vorläufige Kennwort
acts-temporary-title = Vorläufiges Kennwort für { $name }
acts-temporary-unknown = Es ist nicht sicher, ob dieses Kennwort gesetzt wurde
    .next = Es kam keine Antwort. Lassen Sie die Person es versuchen, solange Sie telefonieren; geht es nicht, geben Sie ein anderes.
acts-temporary-once = Es ist nur jetzt zu sehen. Beim Schließen wird es vergessen und lässt sich nicht noch einmal zeigen; ein anderes können Sie jederzeit geben.
acts-temporary-valid = { $days ->
    [1] Gilt einen Tag, für eine Anmeldung.
   *[other] Gilt { $days } Tage, für eine Anmeldung.
}
acts-temporary-copy = Kennwort kopieren
acts-temporary-copied = { $count ->
    [one] Kopiert. In einer Sekunde wird die Zwischenablage geleert.
   *[other] Kopiert. In { $count } Sekunden wird die Zwischenablage geleert.
}
acts-temporary-cleared = Die Zwischenablage wurde geleert.
acts-temporary-spell = Buchstabieren
acts-temporary-spell-hide = Buchstabieren ausblenden
acts-temporary-print = Zettel drucken …
acts-temporary-close = Schließen und vergessen
acts-spell-upper = groß { $word }
acts-spell-lower = klein { $word }
acts-spell-digit = Ziffer { $word }
acts-spell-symbol = { $word }
acts-digit-0 = null
acts-digit-1 = eins
acts-digit-2 = zwo
acts-digit-3 = drei
acts-digit-4 = vier
acts-digit-5 = fünf
acts-digit-6 = sechs
acts-digit-7 = sieben
acts-digit-8 = acht
acts-digit-9 = neun
acts-symbol-hyphen = Bindestrich
acts-symbol-underscore = Unterstrich
acts-symbol-full-stop = Punkt
acts-symbol-comma = Komma
acts-symbol-exclamation = Ausrufezeichen
acts-symbol-question = Fragezeichen
acts-symbol-hash = Raute
acts-symbol-plus = Plus
acts-symbol-equals = Gleichheitszeichen
acts-symbol-asterisk = Stern
acts-symbol-slash = Schrägstrich
acts-symbol-colon = Doppelpunkt
acts-symbol-semicolon = Strichpunkt
acts-symbol-at = At-Zeichen
acts-symbol-percent = Prozentzeichen
acts-symbol-ampersand = Und-Zeichen
acts-symbol-dollar = Dollarzeichen
acts-slip-title = Ihr vorläufiges Kennwort
acts-slip-for = Für
acts-slip-sign-in = Anmelden als
acts-slip-password = Vorläufiges Kennwort
acts-slip-valid = Gültig bis
acts-slip-what = Was zu tun ist
acts-slip-1 = Öffnen Sie die Seite oder App, in der Sie sich anmelden.
acts-slip-2 = Melden Sie sich mit dem Namen und dem vorläufigen Kennwort oben an. Groß- und Kleinbuchstaben zählen.
acts-slip-3 = Sie werden nach einem eigenen Kennwort gefragt. Wählen Sie eines, das Sie nirgendwo sonst verwenden.
acts-slip-4 = Vernichten Sie dann diesen Zettel.
acts-slip-printed = Gedruckt am { $date }
