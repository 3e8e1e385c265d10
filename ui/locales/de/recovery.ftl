# Der Rahmen
frame-page-title = { $screen } · { $name }
frame-step = Schritt { $step } von { $steps }
frame-stuck = Kommen Sie nicht weiter? Helpdesk von { $organisation }:
frame-stuck-plain = Kommen Sie nicht weiter? Ihr Helpdesk:
frame-no-contact = Kommen Sie nicht weiter? Fragen Sie, wer Ihnen Readmit gegeben hat, oder den Helpdesk Ihrer Organisation.
frame-other-connection = Andere Verbindung
frame-another-account = Anderes Konto
frame-endpoint = Codes und Kennwörter gehen an { $endpoint }, nicht an Amazon.
frame-opening = Einen Moment …

# Warten
waiting-send-code = Es dauert noch. Der Anmeldedienst hat noch nicht geantwortet, ob er einen Code sendet.
waiting-resend = Es dauert noch. Der Anmeldedienst hat noch nicht geantwortet, ob er einen neuen Code sendet.
waiting-change-password = Es dauert noch. Der Anmeldedienst hat noch nicht geantwortet, ob Ihr Kennwort geändert ist.
waiting-send-sign-up-code = Es dauert noch. Der Anmeldedienst hat noch nicht geantwortet, ob er einen Registrierungscode sendet.
waiting-confirm-sign-up = Es dauert noch. Der Anmeldedienst hat noch nicht geantwortet, ob Ihre Registrierung abgeschlossen ist.
waiting-sign-in = Es dauert noch. Der Anmeldedienst hat noch nicht geantwortet.
waiting-choose-own-password = Es dauert noch. Der Anmeldedienst hat noch nicht geantwortet, ob Ihr eigenes Kennwort gesetzt ist.
waiting-use-connection = Es dauert noch. Readmit wartet auf den Kennwortspeicher dieses Computers. Vielleicht liegt hinter diesem Fenster eine Rückfrage.
waiting-other = Es dauert noch. Readmit wartet auf diesen Computer.

# Wer sind Sie?
who-title = Wer sind Sie?
who-intro = Geben Sie ein, womit Sie sich anmelden. Wenn es ein Konto gibt, geht ein Code an dessen E-Mail-Adresse oder Telefon.
who-label-any = E-Mail-Adresse, Telefonnummer oder Benutzername
who-label-email = E-Mail-Adresse
who-label-phone = Telefonnummer
who-label-username = Benutzername
who-label-email-phone = E-Mail-Adresse oder Telefonnummer
who-label-email-username = E-Mail-Adresse oder Benutzername
who-label-phone-username = Telefonnummer oder Benutzername
who-hint-phone = Mit Ländervorwahl, zum Beispiel +49 30 901820
who-hint-case = Groß- und Kleinbuchstaben zählen
who-send = Code senden
who-have-code = Ich habe schon einen Code
who-sign-up = Meine Registrierung ist nicht abgeschlossen
who-temporary = Ich habe ein vorläufiges Kennwort
who-check = Prüfen, ob ich mich anmelden kann
who-again-in = Sie können es in { $time } noch einmal versuchen

# Der Code und das neue Kennwort
code-title = Code eingeben
code-sent = Wenn es ein Konto für { $username } gibt, ist ein Code an { $target } unterwegs. Das kann einige Minuten dauern.
code-sent-email = Wenn es ein Konto für { $username } gibt, ist ein Code an dessen E-Mail-Adresse unterwegs. Das kann einige Minuten dauern.
code-sent-sms = Wenn es ein Konto für { $username } gibt, ist ein Code an dessen Telefon unterwegs. Das kann einige Minuten dauern.
code-sent-unknown = Wenn es ein Konto für { $username } gibt, ist ein Code an dessen E-Mail-Adresse oder Telefon unterwegs. Das kann einige Minuten dauern.
code-have = Geben Sie den Code aus der neuesten Nachricht für { $username } ein, und wählen Sie ein neues Kennwort.
code-label = Code
code-good-for = { $minutes ->
    [one] noch { $minutes } Minute gültig
   *[other] noch { $minutes } Min. gültig
}
code-expired = abgelaufen
code-no-code = Kein Code da?
code-resend = Neuen Code senden
code-resend-in = Neuer Code in { $time }
code-resend-effect = Ein neuer Code macht den vorigen ungültig.
code-resent = Ein neuer Code ist angefordert. Nehmen Sie die neueste Nachricht; wenn deren Code nicht geht, versuchen Sie den vorigen.
code-remedy-junk = Sehen Sie im Spam-Ordner nach. Der Absender ist oft no-reply@verificationemail.com.
code-remedy-other = Sehen Sie in Ihren anderen E-Mail-Postfächern und auf Ihrem Telefon nach.
code-remedy-wait = Warten Sie fünf Minuten: Nachrichten brauchen manchmal länger.
code-remedy-spelling = Prüfen Sie die Schreibweise: Sie haben { $username } eingegeben.
code-remedy-help-desk = Immer noch nichts? Ihr Helpdesk kann sehen, woran es liegt.
code-other-name = Namen ändern
code-change = Kennwort ändern
code-change-again-in = Sie können es in { $time } noch einmal versuchen

# Fertig
done-title = Ihr Kennwort ist geändert
done-next = Gehen Sie zurück zu der App, in der Sie sich anmelden, und verwenden Sie dort das neue Kennwort.
done-remember = Bietet Ihr Browser oder Kennwortmanager an, es zu speichern? Sagen Sie Ja, und lassen Sie das alte ersetzen.
done-second-step = Wenn die Anmeldung einen zweiten Schritt hat, etwa einen Code aus einer App, brauchen Sie ihn weiterhin.
done-devices = Angemeldete Geräte bleiben vielleicht noch eine Weile angemeldet. Wenn jemand anderes Ihr altes Kennwort kennen könnte, bitten Sie Ihren Helpdesk, Sie überall abzumelden.
done-close = Sie können dieses Fenster jetzt schließen.
done-again = Noch einmal für jemand anderen

# Registrieren
sign-up-title = Registrierung abschließen
sign-up-intro = Bei der Registrierung haben Sie einen Code bekommen. Geben Sie ihn ein, oder lassen Sie sich einen neuen senden. Danach können Sie ein neues Kennwort wählen.
sign-up-send = Registrierungscode senden
sign-up-have-code = Ich habe meinen Registrierungscode
sign-up-code-title = Registrierungscode eingeben
sign-up-code-sent = Wenn für { $username } eine Registrierung offen ist, ist ein Code an { $target } unterwegs. Das kann einige Minuten dauern.
sign-up-code-sent-email = Wenn für { $username } eine Registrierung offen ist, ist ein Code an die E-Mail-Adresse unterwegs. Das kann einige Minuten dauern.
sign-up-code-sent-sms = Wenn für { $username } eine Registrierung offen ist, ist ein Code an das Telefon unterwegs. Das kann einige Minuten dauern.
sign-up-code-sent-unknown = Wenn für { $username } eine Registrierung offen ist, ist ein Code an die E-Mail-Adresse oder das Telefon unterwegs. Das kann einige Minuten dauern.
sign-up-code-have = Geben Sie den Code aus der neuesten Registrierungsnachricht für { $username } ein.
sign-up-code-label = Registrierungscode
sign-up-confirm = Registrierung abschließen
signed-up-title = Ihre Registrierung ist abgeschlossen
signed-up-next = Wählen Sie jetzt ein neues Kennwort. Dafür bekommen Sie noch einen Code.
signed-up-know = Wenn Sie Ihr Kennwort wissen, können Sie sich jetzt damit anmelden und dieses Fenster schließen.

# Wenn es nicht weitergeht
stuck-try-at = In { $left }, um { $time }, können Sie es noch einmal versuchen.
stuck-now = Sie können es jetzt noch einmal versuchen.
stuck-help-desk = Ihr Helpdesk
stuck-say = Sie können sagen:
stuck-kept = Was Sie eingegeben haben, bleibt erhalten.
stuck-computer = Funktioniert etwas nicht?
stuck-reference = Kennung für den Helpdesk: { $reference }
stuck-detail = Stelle: { $detail }
unsure-send-code = Vielleicht ist ein Code unterwegs, vielleicht nicht
    .next = Es kam keine Antwort. Sehen Sie in Ihren Nachrichten nach, bevor Sie es noch einmal versuchen: Ein zweiter Code macht den ersten ungültig.
unsure-resend = Vielleicht ist ein neuer Code unterwegs, vielleicht nicht
    .next = Es kam keine Antwort. Warten Sie einige Minuten, und nehmen Sie die neueste Nachricht.
unsure-change-password = Vielleicht ist Ihr Kennwort geändert, vielleicht nicht
    .next = Es kam keine Antwort. Versuchen Sie zuerst, sich mit dem neuen Kennwort anzumelden. Geht das nicht, verwenden Sie den Code hier noch einmal, oder lassen Sie sich einen neuen senden.
unsure-send-sign-up-code = Vielleicht ist ein Registrierungscode unterwegs, vielleicht nicht
    .next = Es kam keine Antwort. Sehen Sie in Ihren Nachrichten nach, bevor Sie es noch einmal versuchen.
unsure-confirm-sign-up = Vielleicht ist Ihre Registrierung abgeschlossen, vielleicht nicht
    .next = Es kam keine Antwort. Versuchen Sie den Code noch einmal. Wird er abgelehnt, gehen Sie zurück und fordern Sie einen Code für ein neues Kennwort an.
unsure-choose-own-password = Vielleicht ist Ihr eigenes Kennwort gesetzt, vielleicht nicht
    .next = Es kam keine Antwort. Drücken Sie noch einmal auf die Schaltfläche: Readmit findet dann heraus, welches Ihrer Kennwörter gilt, und macht dort weiter.
