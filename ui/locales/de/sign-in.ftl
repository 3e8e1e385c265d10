# Anmelden: mit einem vorläufigen Kennwort, oder um zu sehen, dass es geht

# Benutzername und Kennwort
sign-in-title = Prüfen, ob Sie sich anmelden können
sign-in-title-temporary = Mit dem vorläufigen Kennwort anmelden
sign-in-intro = Geben Sie ein, womit Sie sich anmelden. Geändert wird dabei nichts, und Sie bleiben hier nicht angemeldet.
sign-in-intro-temporary = Danach wählen Sie ein eigenes Kennwort.
sign-in-password = Kennwort
sign-in-password-temporary = Das Kennwort, das Sie bekommen haben
sign-in-hint-temporary = Geben Sie es genau so ein, wie es dasteht: Groß- und Kleinbuchstaben zählen. { $days ->
    [0] Es gilt nur einige Tage.
    [one] Es gilt nur einen Tag.
   *[other] Es gilt nur { $days } Tage.
}
sign-in-go = Prüfen
sign-in-go-temporary = Weiter
sign-in-forgot = Ich habe mein Kennwort vergessen

# Ein eigenes Kennwort
own-password-title = Wählen Sie ein eigenes Kennwort
own-password-intro = Damit melden Sie sich künftig an. Das Kennwort, das Sie bekommen haben, gilt dann nicht mehr.
own-password-intro-details = Damit melden Sie sich künftig an. Das Kennwort, das Sie bekommen haben, gilt dann nicht mehr. Außerdem braucht Ihr Konto noch einige Angaben.
own-password-label = Ihr eigenes Kennwort
own-password-details = Ihre Angaben
own-password-choose = Dieses Kennwort verwenden

# Angaben, nach ihren Namen
attribute-name = Ganzer Name
attribute-given-name = Vorname
attribute-middle-name = Zweiter Vorname
attribute-family-name = Nachname
attribute-nickname = Rufname
attribute-preferred-username = Bevorzugter Benutzername
attribute-profile = Adresse Ihrer Profilseite
attribute-picture = Adresse Ihres Bildes
attribute-website = Adresse Ihrer Website
attribute-email = E-Mail-Adresse
attribute-phone-number = Telefonnummer
attribute-gender = Geschlecht
attribute-birthdate = Geburtsdatum
attribute-zoneinfo = Zeitzone
attribute-locale = Sprache und Land
attribute-address = Postanschrift
attribute-updated-at = Zeit der letzten Änderung
attribute-country = Land
attribute-number = Nummer
attribute-day = Tag
attribute-month = Monat
attribute-year = Jahr

# Der Code des zweiten Schritts
sign-in-code-title-email = Geben Sie den Code aus der E-Mail ein
sign-in-code-title-sms = Geben Sie den Code aus der SMS ein
sign-in-code-title-authenticator = Geben Sie den Code aus Ihrer App ein
sign-in-sent-email = Ein Code ist an { $destination } unterwegs. Er gilt einige Minuten.
sign-in-sent-sms = Ein Code ist an { $destination } unterwegs. Er gilt einige Minuten.
sign-in-code-email = Ein Code ist an Ihre E-Mail-Adresse unterwegs. Er gilt einige Minuten.
sign-in-code-sms = Ein Code ist an Ihr Telefon unterwegs. Er gilt einige Minuten.
sign-in-code-authenticator = Öffnen Sie Ihre Authenticator-App, und geben Sie die sechs Ziffern ein, die sie für dieses Konto zeigt.
sign-in-code-go = Weiter
sign-in-resend = Neuen Code senden
sign-in-resend-in = Neuer Code in { $time }
sign-in-resend-effect = Ein neuer Code macht den vorigen ungültig.
sign-in-resent = Ein neuer Code ist unterwegs. Nur der neueste gilt.
sign-in-renewed-email = Das hat eine Weile gedauert, darum ist ein neuer Code an Ihre E-Mail-Adresse unterwegs. Der vorige gilt nicht mehr.
sign-in-renewed-sms = Das hat eine Weile gedauert, darum ist ein neuer Code an Ihr Telefon unterwegs. Der vorige gilt nicht mehr.
sign-in-renewed-authenticator = Das hat eine Weile gedauert. Geben Sie den Code ein, den Ihre App jetzt zeigt.
sign-in-renewed-new-password = Das hat eine Weile gedauert, aber nichts ist verloren. Bitte drücken Sie noch einmal auf den Knopf.
sign-in-renewed-choose-factor = Das hat eine Weile gedauert. Bitte wählen Sie noch einmal.
sign-in-renewed-choose-first-factor = Das hat eine Weile gedauert. Bitte wählen Sie noch einmal.
sign-in-renewed-set-up-authenticator = Das hat eine Weile gedauert, darum ist das Bild unten ein neues. Löschen Sie den Eintrag in Ihrer App, und scannen Sie noch einmal.

# Wählen
choose-factor-title = Wie möchten Sie bestätigen, dass Sie es sind?
choose-factor-intro = Es gibt einen zweiten Schritt. Nehmen Sie, was Sie gerade zur Hand haben.
second-step-email = Mit einem Code per E-Mail
second-step-sms = Mit einem Code per SMS
second-step-authenticator = Mit einem Code aus meiner Authenticator-App
choose-first-factor-title = Womit möchten Sie sich anmelden?
choose-first-factor-intro = Ihre Organisation lässt Ihnen die Wahl.
first-factor-password = Mit meinem Kennwort
first-factor-email-code = Mit einem Code per E-Mail
first-factor-sms-code = Mit einem Code per SMS
first-factor-passkey = Mit einem Passkey

# Eine Authenticator-App, zum ersten Mal
authenticator-title = Authenticator-App einrichten
authenticator-intro = Von jetzt an hat die Anmeldung einen zweiten Schritt: einen Code aus einer App auf Ihrem Telefon. Jede Authenticator-App ist recht.
authenticator-scan = 1. Scannen Sie das mit Ihrer App
authenticator-qr = QR-Code für eine Authenticator-App. Daneben steht dasselbe als Text.
authenticator-secret = Oder geben Sie diesen Schlüssel in der App ein:
authenticator-copy = Schlüssel kopieren
authenticator-copied = Für eine Minute kopiert
authenticator-marked = Markiert. Kopieren Sie ihn mit Strg und C.
authenticator-type = 2. Geben Sie den Code ein, den die App dann zeigt
authenticator-code = Code aus der App
authenticator-confirm = Einrichtung abschließen
authenticator-next = { $seconds ->
    [one] Codes wechseln alle 30 Sekunden. Der nächste kommt in etwa { $seconds } Sekunde.
   *[other] Codes wechseln alle 30 Sekunden. Der nächste kommt in etwa { $seconds } Sekunden.
}

# Nur in der eigenen App
own-app-passkey = Ein Passkey geht nur in Ihrer eigenen App
    .next = Gehen Sie zurück zu der App, in der Sie sich anmelden möchten, und verwenden Sie Ihren Passkey dort. Wenn Sie lieber etwas anderes nehmen, gehen Sie hier zurück und wählen Sie es.
own-app-custom-challenge = Ihre Organisation hat einen eigenen Schritt
    .next = Den gibt es nur in der App Ihrer Organisation. Ihr Benutzername und Ihr Kennwort wurden bis hierher angenommen; machen Sie also dort weiter.
own-app-device = Ihre Organisation möchte dieses Gerät kennen
    .next = Das geht nur in der App Ihrer Organisation. Ihr Benutzername und Ihr Kennwort wurden bis hierher angenommen; machen Sie also dort weiter.
own-app-factor-set-up-elsewhere = Zuerst ist ein zweiter Schritt einzurichten
    .next = Die Anmeldung braucht einen, und Ihrer ist noch nicht eingerichtet. Readmit kann die Art, die Ihre Organisation verwendet, nicht einrichten. Tun Sie es in der App Ihrer Organisation, oder fragen Sie Ihren Helpdesk.
own-app-unknown = Diesen Schritt kennt Readmit noch nicht
    .next = Machen Sie in der App weiter, in der Sie sich anmelden möchten, oder fragen Sie Ihren Helpdesk.

# Es geht
signed-in-title = Sie können sich anmelden
signed-in-chosen = Das Kennwort, das Sie gewählt haben, ist gesetzt, und es funktioniert. Das vorläufige brauchen Sie nicht mehr.
signed-in-password = Ihr Kennwort stimmt. Es wurde nur geprüft; geändert wurde nichts.
signed-in-code = Der Code stimmt. Es wurde nur geprüft; geändert wurde nichts.
signed-in-equipped = Ihre Authenticator-App ist eingerichtet. Von jetzt an fragt die Anmeldung nach einem Code daraus.
signed-in-next = Gehen Sie zurück zu der App, in der Sie sich anmelden möchten, und melden Sie sich dort an.
signed-in-kept = Bei Readmit bleiben Sie nicht angemeldet. Sie können dieses Fenster jetzt schließen.

# Da hilft nur ein neues Kennwort
reset-demanded = Ihr altes Kennwort gilt nicht mehr
reset-demanded-ask = Sie sollen ein neues wählen, und dafür brauchen Sie einen Code. Wenn Sie kürzlich eine Nachricht mit einem bekommen haben, geben Sie diesen ein. Sonst lassen Sie sich einen senden.
reset-demanded-sent = Sie sollen ein neues wählen, mit dem Code, der unterwegs ist.

# Was schiefgegangen ist, wo man beim Anmelden etwas anderes erfährt
sign-in-failure-password-empty = Das Kennwort fehlt
    .next = Geben Sie das Kennwort ein, mit dem Sie sich anmelden, oder das, das Sie bekommen haben.
sign-in-failure-wrong-password = Der Name oder das Kennwort stimmt nicht
    .next = Prüfen Sie beides, und versuchen Sie es noch einmal. Groß- und Kleinbuchstaben zählen; 0 und O sehen sich ähnlich, ebenso 1 und l.
sign-in-failure-locked-out = Zu viele falsche Kennwörter
    .next = Vor dem nächsten Versuch gibt es eine kurze Pause. Jedes falsche Kennwort verlängert sie. Prüfen Sie Ihres also gut, oder bitten Sie Ihren Helpdesk um ein neues.
sign-in-failure-user-disabled = Das muss sich Ihr Helpdesk ansehen
    .next = Sie können sich zurzeit nicht anmelden. Ihr Helpdesk kann sehen, warum, und es in Ordnung bringen.
sign-in-failure-sign-up-unfinished = Ihre Registrierung ist vielleicht nicht abgeschlossen
    .next = Bei der Registrierung haben Sie einen Code bekommen. Geben Sie ihn zuerst ein. Danach können Sie sich anmelden.
sign-in-failure-temporary-password-expired = Ihr vorläufiges Kennwort ist abgelaufen
    .next = Es galt nur einige Tage. Ihr Helpdesk kann Ihnen gleich ein neues geben.
    .say = Mein vorläufiges Kennwort ist abgelaufen, bitte senden Sie mir ein neues.
sign-in-failure-code-empty = Der Code fehlt
    .next = { $via ->
        [authenticator] Geben Sie die sechs Ziffern ein, die Ihre Authenticator-App zeigt.
       *[other] Geben Sie den Code aus der Nachricht ein, die Sie bekommen haben.
    }
sign-in-failure-code-malformed = Das ist kein Code
    .next = { $via ->
        [authenticator] Es sind die sechs Ziffern, die Ihre Authenticator-App zeigt. Geben Sie nur diese ein.
       *[other] Ein Code ist eine Reihe von Ziffern, meist sechs. Kopieren Sie nur die Ziffern aus der Nachricht.
    }
sign-in-failure-code-too-long = Das ist zu lang für einen Code
    .next = { $via ->
        [authenticator] Es sind die sechs Ziffern, die Ihre Authenticator-App zeigt. Geben Sie nur diese ein.
       *[other] Ein Code ist eine Reihe von Ziffern, meist sechs. Kopieren Sie nur die Ziffern aus der Nachricht.
    }
sign-in-failure-code-wrong = Dieser Code gilt nicht
    .next = { $via ->
        [authenticator] Geben Sie den Code ein, den Ihre App jetzt für dieses Konto zeigt. Geht keiner, lassen Sie Ihr Telefon die Uhr selbst stellen.
       *[other] Nehmen Sie den Code aus der neuesten Nachricht, oder lassen Sie sich einen neuen senden.
    }
sign-in-failure-code-expired = Dieser Code gilt nicht mehr
    .next = { $via ->
        [authenticator] Geben Sie den Code ein, den Ihre App jetzt zeigt.
       *[other] Lassen Sie sich unten einen neuen senden.
    }
sign-in-failure-authenticator-code-used = Dieser Code wurde schon verwendet
    .next = Jeder Code gilt einmal. Warten Sie, bis Ihre App einen anderen zeigt, und geben Sie diesen ein.
sign-in-failure-session-ended = Das hat zu lange gedauert
    .next = Ihr Name und Ihr Kennwort stehen noch da: Machen Sie von hier aus weiter. Ein Code, den Sie vorher bekommen haben, gilt nicht mehr.
sign-in-failure-attribute-missing = Das fehlt noch
    .next = Ihr Konto braucht es. Füllen Sie es aus, dann geht es weiter.
sign-in-failure-attribute-malformed = { $attribute ->
        [email] Das ist keine E-Mail-Adresse
        [phone] Das ist keine Telefonnummer
        [date] Diesen Tag gibt es nicht
       *[other] Das wurde nicht angenommen
    }
    .next = { $attribute ->
        [email] Geben Sie die ganze Adresse ein, mit dem @ darin.
        [phone] Wählen Sie das Land, und geben Sie die Nummer so ein, wie man sie dort wählt.
        [date] Prüfen Sie Tag, Monat und Jahr, das Jahr mit vier Ziffern.
       *[other] Prüfen Sie Ihre Eingabe. Wenn Sie sicher sind, fragen Sie Ihren Helpdesk, was hierher gehört.
    }
sign-in-failure-attribute-fixed = Das lässt sich hier nicht setzen
    .next = Bitten Sie Ihren Helpdesk, es für Sie zu setzen.
sign-in-failure-alias-taken = Eine Ihrer Angaben lässt sich nicht verwenden
    .next = Bitten Sie Ihren Helpdesk, sich Ihr Konto anzusehen.
sign-in-failure-flow-not-enabled = Readmit darf Sie nicht anmelden
    .next = Ihre Organisation hat es nicht erlaubt; über Ihr Kennwort sagt das nichts. Verwenden Sie es in der App, in der Sie sich anmelden möchten; ist es ein vorläufiges, fragt die App dann nach Ihrem eigenen.
sign-in-failure-clock-wrong = Prüfen Sie Datum und Uhrzeit dieses Computers
    .next = Die Anmeldung hängt davon ab, und sie scheinen falsch zu gehen. Wenn die Uhr stimmt, sagen Sie Ihrem Helpdesk Bescheid.
sign-in-practice-password = Übungskennwort dieser Person einsetzen
sign-in-practice-unknown = Diese Person hat kein Kennwort mehr, das ihr gegeben wurde.
