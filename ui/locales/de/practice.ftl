practice-real = Hier ist nichts echt
practice-people = Personen
practice-inbox = Posteingang
practice-inbox-count = { $count ->
    [0] Posteingang
   *[other] Posteingang ({ $count })
}
practice-new-message = Im Übungsposteingang ist eine Nachricht angekommen
practice-close = Schließen
practice-people-intro = Wählen Sie, wer Sie sein möchten. Der Benutzername wird für Sie eingetragen.
practice-pool-northwind = Northwind
    .hint = Eine vorsichtige Organisation. Man meldet sich mit der E-Mail-Adresse an; niemand erfährt, wer ein Konto hat.
practice-pool-fabrikam = Fabrikam
    .hint = Eine ältere Einrichtung. Man meldet sich mit einem Benutzernamen an.
practice-pool-tailspin = Tailspin
    .hint = Eine strenge. Jede Anmeldung hat einen zweiten Schritt, und nur der Helpdesk setzt Kennwörter zurück.
practice-inbox-intro = Alle Nachrichten, die die Übungskonten bekommen hätten.
practice-inbox-empty = Noch keine Nachrichten. Fordern Sie einen Code an, dann kommt er hier an.
practice-inbox-failed = Die Nachrichten ließen sich nicht lesen. Schließen Sie das Feld und öffnen Sie es noch einmal.
practice-use-code = Diesen Code verwenden
practice-use-password = Dieses Kennwort verwenden
practice-authenticators = Authenticator-Apps
practice-authenticator-left = { $seconds ->
    [one] noch { $seconds } Sekunde
   *[other] noch { $seconds } Sekunden
}
practice-temporary = Das ist ein vorläufiges Kennwort für die erste Anmeldung, kein Code.
practice-purpose-reset = Code für ein neues Kennwort
practice-purpose-sign-up = Registrierungscode
practice-purpose-invitation = Einladung
practice-purpose-verify = Code zum Bestätigen einer Adresse
practice-purpose-mfa = Anmeldecode
practice-by-email = an { $to } per E-Mail, { $time }
practice-by-sms = an { $to } per SMS, { $time }
practice-by-unknown = an { $to }, { $time }
practice-story-forgot = Hat das Kennwort vergessen. Der alltägliche Fall.
practice-story-phone-only = Hat das Kennwort vergessen; der Code geht an ein Telefon.
practice-story-sign-up-unfinished = Hat sich registriert, aber den Registrierungscode nie eingegeben.
practice-story-invited = Wurde eingeladen und hat sich noch nicht angemeldet.
practice-story-invitation-expired = Wurde vor zu langer Zeit eingeladen.
practice-story-disabled = Das Konto ist abgeschaltet.
practice-story-reset-required = Die Organisation verlangt ein neues Kennwort.
practice-story-no-verified-contact = Keine bestätigte E-Mail-Adresse oder Telefonnummer, also geht kein Code hinaus.
practice-story-factor-is-contact = Die einzige bestätigte E-Mail-Adresse ist auch der zweite Schritt beim Anmelden.
practice-story-federated = Meldet sich über die Anmeldung einer anderen Firma an.
practice-story-invited-incomplete = Wurde eingeladen und muss bei der ersten Anmeldung noch Angaben ergänzen.
practice-story-authenticator = Meldet sich mit einer Authenticator-App als zweitem Schritt an.
practice-story-text-message-factor = Meldet sich mit einem Code per SMS als zweitem Schritt an.
practice-story-email-factor = Meldet sich mit einem Code per E-Mail als zweitem Schritt an.
practice-story-several-factors = Hat zwei Arten von zweitem Schritt und wählt bei jeder Anmeldung eine.
practice-story-authenticator-due = Muss bei der nächsten Anmeldung eine Authenticator-App einrichten.
