# Was schiefgegangen ist, für die Person im Fenster „Konto wiedererlangen“: was es ist, und der nächste Schritt.
# Nichts hier darf verraten, ob es ein Konto gibt: Was davon abhängt, beginnt mit „wenn“.

# Eingegeben
failure-username-empty = Hier steht noch nichts
    .next = Geben Sie den Namen ein, mit dem Sie sich anmelden.
failure-username-malformed = Darin ist ein Leerzeichen oder ein unsichtbares Zeichen
    .next = Nehmen Sie es heraus, oder tippen Sie den Namen, statt ihn einzufügen.
failure-username-not-contact = { $kind ->
        [email] Das ist keine E-Mail-Adresse
        [phone] Das ist keine Telefonnummer
       *[other] Das ist weder eine E-Mail-Adresse noch eine Telefonnummer
    }
    .next = { $kind ->
        [email] Geben Sie Ihre ganze E-Mail-Adresse ein, mit dem @ darin.
        [phone] Geben Sie Ihre Telefonnummer mit Ländervorwahl ein, zum Beispiel +49 30 901820.
       *[other] Geben Sie Ihre ganze E-Mail-Adresse ein, oder Ihre Telefonnummer mit Ländervorwahl.
    }
failure-username-too-long = Das ist zu lang für einen Benutzernamen
    .next = Ein Benutzername hat höchstens 128 Zeichen. Prüfen Sie, was Sie eingefügt haben.
failure-code-empty = Der Code fehlt
    .next = Geben Sie den Code aus der Nachricht ein, die Sie bekommen haben.
failure-code-malformed = Das ist kein Code
    .next = Ein Code ist eine Reihe von Ziffern, meist sechs. Kopieren Sie nur die Ziffern aus der Nachricht.
failure-code-too-long = Das ist zu lang für einen Code
    .next = Ein Code ist eine Reihe von Ziffern, meist sechs. Kopieren Sie nur die Ziffern aus der Nachricht.
failure-password-empty = Das neue Kennwort fehlt
    .next = Geben Sie das Kennwort ein, das Sie von jetzt an verwenden möchten.
failure-password-edge-space = Am Anfang oder Ende steht ein Leerzeichen
    .next = Nehmen Sie es heraus. Leerzeichen im Inneren sind erlaubt.
failure-password-too-long = Dieses Kennwort ist zu lang
    .next = Kürzen Sie es: Ein Kennwort hat höchstens 256 Zeichen.
failure-password-too-short = Dieses Kennwort ist zu kurz
    .next = { $minimum ->
        [0] Machen Sie es länger.
       *[other] Nehmen Sie mindestens { $minimum } Zeichen.
    }
failure-password-needs-uppercase = Ein Großbuchstabe fehlt
    .next = Fügen Sie mindestens einen Buchstaben von A bis Z hinzu.
failure-password-needs-lowercase = Ein Kleinbuchstabe fehlt
    .next = Fügen Sie mindestens einen Buchstaben von a bis z hinzu.
failure-password-needs-number = Eine Ziffer fehlt
    .next = Fügen Sie mindestens eine Ziffer von 0 bis 9 hinzu.
failure-password-needs-symbol = Ein Sonderzeichen fehlt
    .next = Fügen Sie ein Zeichen wie ! oder # hinzu, oder ein Leerzeichen zwischen zwei Wörtern.
failure-password-refused = Dieses Kennwort wurde nicht angenommen
    .next = Machen Sie es länger, mit Groß- und Kleinbuchstaben, Ziffern und einem Sonderzeichen, und versuchen Sie es noch einmal.
failure-password-reused = Dieses Kennwort hatten Sie kürzlich
    .next = Wählen Sie eines, das Sie noch nicht verwendet haben.
failure-password-not-new = Das ist Ihr vorläufiges Kennwort
    .next = Wählen Sie ein anderes, das nur Sie kennen.

# Die Verbindung
failure-connection-empty = In dieser Verbindung steht nichts
    .next = Bitten Sie um eine neue, wo Sie diese bekommen haben.
failure-connection-too-large = Das ist zu groß für eine Verbindung
    .next = Prüfen Sie, ob es die richtige Datei ist. Ihr Name endet auf .readmit.
failure-connection-cut-short = Das Ende dieser Verbindung fehlt
    .next = Sie wurde unterwegs abgeschnitten. Bitten Sie Ihren Helpdesk, sie noch einmal zu senden.
failure-connection-malformed = Das ist keine Verbindung
    .next = Prüfen Sie, ob es die richtige Datei ist. Ihr Name endet auf .readmit.
failure-connection-unknown-key = Diese Verbindung hat einen Eintrag, den Readmit nicht kennt
    .next = Bitten Sie Ihren Helpdesk um eine neue Verbindung, und nennen Sie die Stelle unten.
failure-connection-wrong-value = Ein Eintrag dieser Verbindung ist falsch
    .next = Bitten Sie Ihren Helpdesk um eine neue Verbindung, und nennen Sie die Stelle unten.
failure-connection-insecure-endpoint = Diese Verbindung ist nicht sicher
    .next = Sie würde Ihr Kennwort ungeschützt senden. Verwenden Sie sie nicht, und sagen Sie Ihrem Helpdesk Bescheid.
failure-connection-wrong-region = Diese Verbindung widerspricht sich
    .next = Sie nennt zwei verschiedene Orte. Bitten Sie Ihren Helpdesk um eine neue.
failure-connection-newer = Diese Verbindung ist für ein neueres Readmit
    .next = Aktualisieren Sie Readmit, oder fragen Sie Ihren Helpdesk.
failure-connection-unreadable = Diese Datei ließ sich nicht lesen
    .next = Prüfen Sie, ob sie noch da ist und ob Sie sie öffnen dürfen.
failure-setup-code-empty = Hier ist noch nichts eingefügt
    .next = Kopieren Sie den Einrichtungscode aus der Nachricht Ihres Helpdesks, und fügen Sie ihn hier ein.
failure-setup-code-malformed = Das ist kein Einrichtungscode
    .next = Ein Einrichtungscode beginnt mit READMIT1 und einem Strich. Kopieren Sie ihn ganz, und fügen Sie ihn noch einmal ein.
failure-setup-code-incomplete = Ein Teil dieses Einrichtungscodes fehlt oder ist verändert
    .next = Kopieren Sie ihn noch einmal, vom ersten bis zum letzten Zeichen.

# Dieser Computer
failure-keychain-absent = Dieser Computer hat keinen Kennwortspeicher
    .next = Darum kann Readmit diese Verbindung nicht behalten. Sie können jetzt weitermachen; wenn es beim nächsten Mal nicht geht, öffnen Sie die Verbindung wieder.
failure-keychain-locked = Der Kennwortspeicher dieses Computers ist gesperrt
    .next = Entsperren Sie ihn, und versuchen Sie es noch einmal.
failure-keychain-denied = Readmit durfte nicht an den Kennwortspeicher dieses Computers
    .next = Versuchen Sie es noch einmal, und erlauben Sie es, wenn Sie gefragt werden.
failure-keychain-failed = Der Kennwortspeicher dieses Computers arbeitet nicht
    .next = Versuchen Sie es noch einmal. Wenn es so bleibt, fragen Sie Ihren Helpdesk.
failure-keychain-too-long = Das ist zu lang für den Kennwortspeicher dieses Computers
    .next = Sie können weitermachen: Es wird behalten, bis Readmit geschlossen wird. Danach öffnen Sie die Verbindung wieder.
failure-keychain-item-gone = Was Readmit aufbewahrt hat, ist nicht mehr im Kennwortspeicher dieses Computers
    .next = Melden Sie sich noch einmal an, oder öffnen Sie die Verbindung wieder.
failure-settings-unreadable = Readmit konnte seine Einstellungen nicht lesen
    .next = Bitten Sie Ihren Helpdesk, sie anzusehen.
failure-settings-unwritable = Readmit konnte das nicht speichern
    .next = Vielleicht ist der Datenträger voll oder der Ordner geschützt. Fragen Sie Ihren Helpdesk.
failure-settings-set-aside = Die Einstellungen von Readmit waren beschädigt
    .next = Sie liegen jetzt als { $detail } daneben, und Readmit beginnt neu. Öffnen Sie Ihre Verbindungsdatei noch einmal, oder bitten Sie Ihren Helpdesk um eine.
failure-ca-file-unreadable = Eine Datei, die diese Verbindung braucht, fehlt
    .next = Sagen Sie Ihrem Helpdesk, dass deren Zertifikatsdatei nicht auf diesem Computer ist.

# Das Konto
failure-user-not-found = Prüfen Sie Ihre Eingabe
    .next = Prüfen Sie die Schreibweise, oder versuchen Sie einen anderen Namen, mit dem Sie sich anmelden. Wenn Sie sicher sind, fragen Sie Ihren Helpdesk.
failure-wrong-password = Der Name oder das Kennwort stimmt nicht
    .next = Prüfen Sie beides, und versuchen Sie es noch einmal.
failure-locked-out = Zu viele falsche Kennwörter
    .next = Warten Sie 15 Minuten, und versuchen Sie es dann einmal.
failure-user-disabled = Das muss sich Ihr Helpdesk ansehen
    .next = Ein neues Kennwort lässt sich hier nicht wählen. Ihr Helpdesk kann sehen, warum, und es in Ordnung bringen.
failure-temporary-password-pending = Verwenden Sie zuerst Ihr vorläufiges Kennwort
    .next = Wenn Sie eingeladen wurden und sich noch nie angemeldet haben, verwenden Sie das vorläufige Kennwort aus der Einladung. { $days ->
        [0] Wenn Sie es nicht mehr haben oder es zu alt ist, bitten Sie Ihren Helpdesk um ein neues.
        [one] Wenn Sie es nicht mehr haben oder es älter als einen Tag ist, bitten Sie Ihren Helpdesk um ein neues.
       *[other] Wenn Sie es nicht mehr haben oder es älter als { $days } Tage ist, bitten Sie Ihren Helpdesk um ein neues.
    }
    .action = Ich habe ein vorläufiges Kennwort
failure-temporary-password-expired = Ihr vorläufiges Kennwort ist vielleicht zu alt
    .next = Ein vorläufiges Kennwort gilt nur einige Tage. Bitten Sie Ihren Helpdesk um ein neues.
failure-temporary-password-spent = Ihr vorläufiges Kennwort ist verbraucht
    .next = Die Wahl des eigenen hat eine Weile gedauert, und ein vorläufiges gilt nur einmal. Ihr Helpdesk kann Ihnen gleich ein neues geben.
    .say = Mein vorläufiges Kennwort ist verbraucht, bitte senden Sie mir ein neues.
failure-recovery-by-admin-only = Neue Kennwörter kommen von Ihrem Helpdesk
    .next = Hier werden keine Codes gesendet. Bitten Sie Ihren Helpdesk um ein neues Kennwort.
failure-no-verified-contact = Es kann kein Code gesendet werden
    .next = Ein Code geht nur an eine E-Mail-Adresse oder Telefonnummer, die vorher bestätigt wurde. Wenn Sie sich registriert und den Code von damals nie eingegeben haben, holen Sie das zuerst nach. Sonst kann Ihr Helpdesk eine bestätigen oder Ihnen ein vorläufiges Kennwort geben.
    .action = Registrierung abschließen
failure-sign-up-unfinished = Ihre Registrierung ist vielleicht nicht abgeschlossen
    .next = Wenn Sie sich registriert und den Code von damals nie eingegeben haben, holen Sie das zuerst nach. Danach können Sie ein neues Kennwort wählen.
    .action = Registrierung abschließen
failure-already-confirmed = Es ist keine Registrierung offen
    .next = Wenn Sie Ihr Kennwort vergessen haben, lassen Sie sich einen Code senden und wählen Sie ein neues.
    .action = Code senden
failure-codes-not-sent = Registrierungscodes werden hier nicht gesendet
    .next = Bitten Sie Ihren Helpdesk, Ihre Registrierung abzuschließen.
failure-password-reset-required = Es ist Zeit für ein neues Kennwort
    .next = Lassen Sie sich einen Code senden, und wählen Sie ein neues Kennwort.
    .action = Code senden
failure-code-wrong = Dieser Code gilt nicht
    .next = Nehmen Sie die neueste Nachricht. Ist sie alt oder schon verwendet, lassen Sie sich eine neue senden. Wenn Sie zweimal gefragt haben, warten Sie auf die zweite; geht deren Code nicht, versuchen Sie den ersten.
failure-code-expired = Dieser Code gilt nicht mehr
    .next = Vielleicht ist er zu alt, schon verwendet oder durch einen neueren ersetzt. Lassen Sie sich unten einen neuen senden.
failure-authenticator-code-used = Dieser Code wurde schon verwendet
    .next = Warten Sie auf den nächsten Code in Ihrer Authenticator-App.
failure-too-many-tries = Zu viele Versuche
    .next = Zu Ihrer Sicherheit gibt es jetzt eine Pause, meist etwa eine Stunde. Wer es vorher versucht, kann sie verlängern.
    .action = Zurück und noch einmal versuchen
failure-session-ended = Das hat zu lange gedauert
    .next = Beginnen Sie von vorn. Es wurde nichts geändert.
failure-signed-out = Sie sind abgemeldet
    .next = Melden Sie sich wieder an.
failure-attribute-malformed = Eine Ihrer Angaben kann nicht stimmen
    .next = Prüfen Sie Ihre Eingabe, und versuchen Sie es noch einmal.
failure-attribute-missing = Einige Ihrer Angaben fehlen
    .next = Bitten Sie Ihren Helpdesk, sie zu ergänzen.
failure-attribute-fixed = Eine Ihrer Angaben lässt sich hier nicht ändern
    .next = Fragen Sie Ihren Helpdesk.
failure-alias-taken = Das lässt sich hier nicht abschließen
    .next = Bitten Sie Ihren Helpdesk, sich Ihre Registrierung anzusehen.
failure-user-exists = Dieser Name lässt sich nicht verwenden
    .next = Fragen Sie Ihren Helpdesk.
failure-invitation-not-possible = Es kann keine Einladung gesendet werden
    .next = Fragen Sie Ihren Helpdesk.
failure-second-factor-missing = Der zweite Schritt ist nicht eingerichtet
    .next = Bitten Sie Ihren Helpdesk, ihn mit Ihnen einzurichten.
failure-blocked-by-risk = Das wurde zu Ihrer Sicherheit angehalten
    .next = Versuchen Sie es von einem Ort und Netz aus, in dem Sie sonst arbeiten, oder fragen Sie Ihren Helpdesk.

# Die andere Seite
failure-secret-wrong = Die Verbindung dieses Programms ist veraltet
    .next = Bitten Sie Ihren Helpdesk um eine neue Verbindungsdatei.
    .action = Andere Verbindung verwenden
failure-secret-missing = Die Verbindung dieses Programms ist unvollständig
    .next = Bitten Sie Ihren Helpdesk um eine neue Verbindungsdatei.
    .action = Andere Verbindung verwenden
failure-pool-not-found = Diese Verbindung führt nirgends mehr hin
    .next = Bitten Sie Ihren Helpdesk um eine neue Verbindungsdatei.
    .action = Andere Verbindung verwenden
failure-client-not-found = Diese Verbindung führt nirgends mehr hin
    .next = Bitten Sie Ihren Helpdesk um eine neue Verbindungsdatei.
    .action = Andere Verbindung verwenden
failure-group-not-found = In Ihrer Organisation fehlt etwas
    .next = Sagen Sie Ihrem Helpdesk Bescheid. Es liegt nicht an Ihnen.
failure-flow-not-enabled = Dieser Weg ist abgeschaltet
    .next = Sagen Sie Ihrem Helpdesk Bescheid. Es liegt nicht an Ihnen.
failure-mail-limit = Heute können keine Nachrichten mehr gesendet werden
    .next = Ihre Organisation hat die Nachrichten für heute aufgebraucht. Versuchen Sie es morgen, oder fragen Sie jetzt Ihren Helpdesk.
failure-delivery-failed = Die Nachricht ließ sich nicht senden
    .next = Versuchen Sie es in einigen Minuten noch einmal, oder fragen Sie Ihren Helpdesk.
failure-delivery-setup = Die Nachrichten Ihrer Organisation gehen nicht hinaus
    .next = Sagen Sie Ihrem Helpdesk Bescheid. Es liegt nicht an Ihnen, und weitere Versuche helfen nicht.
failure-pool-function-failed = In Ihrer Organisation ist etwas schiefgegangen
    .next = Es liegt nicht an Ihnen. Versuchen Sie es in einigen Minuten noch einmal, oder sagen Sie Ihrem Helpdesk Bescheid.
failure-blocked-by-firewall = Von hier aus werden Sie nicht durchgelassen
    .next = Versuchen Sie es aus dem Büro oder dessen Netz, oder fragen Sie Ihren Helpdesk.
failure-pool-misconfigured = In Ihrer Organisation ist etwas falsch eingerichtet
    .next = Sagen Sie Ihrem Helpdesk Bescheid. Es liegt nicht an Ihnen.
failure-wrong-region = Diese Verbindung führt an den falschen Ort
    .next = Bitten Sie Ihren Helpdesk um eine neue Verbindungsdatei.
    .action = Andere Verbindung verwenden
failure-tier-lacks-feature = Das gibt es in Ihrer Organisation nicht
    .next = Fragen Sie Ihren Helpdesk.
failure-changed-meanwhile = Inzwischen hat sich etwas geändert
    .next = Versuchen Sie es noch einmal.
failure-filter-malformed = Danach lässt sich nicht suchen
    .next = Prüfen Sie Ihre Eingabe, und versuchen Sie es noch einmal.
failure-input-refused = Das wurde nicht angenommen
    .next = Prüfen Sie Ihre Eingabe, und versuchen Sie es noch einmal. Wenn Sie sicher sind, fragen Sie Ihren Helpdesk.
failure-not-supported = Das geht hier nicht
    .next = Fragen Sie Ihren Helpdesk.

# Der Zugang zu AWS, wie er eingegeben wird: nur am Helpdesk
failure-access-key-malformed = Das ist keine Zugriffsschlüssel-ID
    .next = Sie beginnt mit AKIA oder ASIA und hat keine Leerzeichen. Kopieren Sie sie noch einmal.
failure-secret-key-malformed = Das ist kein geheimer Zugriffsschlüssel
    .next = Er ist eine Reihe von 40 Zeichen. Kopieren Sie ihn noch einmal.
failure-session-token-malformed = Das ist kein Sitzungstoken
    .next = Zu Schlüsseln, die mit ASIA beginnen, gehört ein sehr langes Token. Kopieren Sie es ganz; bei anderen Schlüsseln lassen Sie das Feld leer.
failure-role-malformed = Das ist keine Rolle
    .next = Eine Rolle sieht so aus: arn:aws:iam::123456789012:role/Name. Kopieren Sie sie aus der Nachricht, die Sie bekommen haben.
failure-factor-serial-malformed = Das ist kein Gerät für einen zweiten Faktor
    .next = Es ist eine Seriennummer oder sieht so aus: arn:aws:iam::123456789012:mfa/name. Kopieren Sie es noch einmal.
failure-factor-code-malformed = Das ist kein Code
    .next = Geben Sie die sechs Ziffern ein, die Ihr Authenticator zeigt.
failure-start-url-malformed = Das ist nicht die Adresse einer Startseite
    .next = Sie beginnt mit https:// und endet oft auf .awsapps.com/start. Kopieren Sie sie aus der Nachricht, die Sie bekommen haben.
failure-region-malformed = Das ist keine Region
    .next = Geben Sie eine ein, die so aussieht: eu-central-1.

# Dürfen
failure-access-missing = Es gibt noch keinen Zugang zu AWS
    .next = Melden Sie sich zuerst bei AWS an.
failure-access-denied = Readmit darf das nicht
    .next = Sagen Sie Ihrem Helpdesk Bescheid.
failure-access-invalid = Der Zugang von Readmit gilt nicht
    .next = Sagen Sie Ihrem Helpdesk Bescheid.
failure-access-expired = Der Zugang von Readmit ist abgelaufen
    .next = Sagen Sie Ihrem Helpdesk Bescheid.
failure-factor-code-needed = AWS verlangt einen zweiten Faktor
    .next = Versuchen Sie es noch einmal, und geben Sie den Code ein, den Ihr Authenticator zeigt.
failure-factor-code-wrong = Dieser Code wurde nicht angenommen
    .next = Jeder Code gilt einmal. Warten Sie auf den nächsten und geben Sie den ein.
failure-role-refused = AWS lässt Sie diese Rolle nicht annehmen
    .next = Prüfen Sie die Rolle. Stimmt sie, bitten Sie die Person, die AWS verwaltet, sie für Sie freizugeben.
failure-profile-not-found = Dieses Profil gibt es nicht mehr
    .next = Jemand hat es auf diesem Computer entfernt oder umbenannt. Wählen Sie ein anderes.
failure-profile-loops = Dieses Profil führt zu sich selbst zurück
    .next = Seine Datei nennt eine Quelle, die wieder dieses Profil nennt. Fragen Sie, wer es eingerichtet hat, oder wählen Sie ein anderes.
failure-profile-unusable = { $detail ->
    [none] Dieses Profil lässt sich nicht verwenden
   *[other] Dieses Profil lässt sich nicht verwenden: siehe „{ $detail }“ darin
}
    .next = Darin fehlt etwas, oder es ist von einer Art, die nur innerhalb von AWS geht. Fragen Sie, wer es eingerichtet hat, oder wählen Sie ein anderes.
failure-profile-program-failed = Das Programm dieses Profils hat keine Schlüssel geliefert
    .next = Starten Sie es von Hand, sehen Sie nach, was es meldet, und versuchen Sie es noch einmal.
failure-profile-sign-in-over = Die Anmeldung dieses Profils ist abgelaufen
    .next = Erneuern Sie sie dort, wo sie gemacht wurde, zum Beispiel mit „aws sso login“ oder „aws login“. Versuchen Sie es dann noch einmal.
failure-identity-center-unknown = Identity Center kennt diese Startseite nicht
    .next = Prüfen Sie die Adresse. Stimmt sie, wählen Sie darunter einen anderen Ort.
failure-identity-center-denied = Im Browser wurde abgelehnt
    .next = Jemand hat die Anmeldung dort abgelehnt. Versuchen Sie es noch einmal und erlauben Sie sie, wenn Sie selbst begonnen haben.
failure-identity-center-too-late = Die Zeit für die Anmeldung ist um
    .next = Beginnen Sie von vorn; Sie haben dann einige Minuten im Browser.
failure-identity-center-nothing = Ihnen ist hier nichts zugewiesen
    .next = Bitten Sie die Person, die AWS verwaltet, Ihnen ein Konto und eine Rolle zuzuweisen.

# Nur am Helpdesk
failure-desk-locked = Der Helpdesk ist gesperrt
    .next = Entsperren Sie ihn und versuchen Sie es noch einmal. Ihre Eingaben bleiben erhalten.
failure-not-allowed-here = Das geht hier gerade nicht
    .next = Der Modus des Helpdesks erlaubt es nicht, oder Sie üben gerade. Sehen Sie unter „Einstellungen“ nach.
failure-act-not-possible = Das geht bei dieser Person gerade nicht
    .next = Sehen Sie noch einmal nach: Dort steht, warum.
failure-reason-missing = Der Grund fehlt
    .next = Schreiben Sie, warum Sie das tun, oder die Nummer des Tickets.
failure-reason-too-long = Das ist zu lang
    .next = Kürzen Sie ihn: Ein Grund hat höchstens 500 Zeichen.
failure-caller-not-verified = Nicht jede Frage ist abgehakt
    .next = Fragen Sie, was noch offen ist, und haken Sie es ab.
failure-search-too-long = Das ist zu lang für eine Suche
    .next = Geben Sie den Anfang eines Namens, einer E-Mail-Adresse oder einer Telefonnummer ein.
failure-search-malformed = Darin ist ein unsichtbares Zeichen
    .next = Tippen Sie es, statt es einzufügen.
failure-search-ended = Diese Liste ist zu alt, um weiterzublättern
    .next = Suchen Sie noch einmal.
failure-no-pools-here = In dieser Region gibt es nichts zu verbinden
    .next = Wählen Sie eine andere Region, oder suchen Sie den Namen in allen.
failure-record-unreadable = Das Protokoll lässt sich nicht lesen
    .next = Vielleicht ist die Datei beschädigt oder für Sie gesperrt. Fragen Sie die Person, die diesen Computer verwaltet.
failure-record-unwritable = Das Protokoll lässt sich nicht schreiben, darum wurde nichts getan
    .next = Vielleicht ist der Datenträger voll oder geschützt. Bringen Sie das in Ordnung, und versuchen Sie es noch einmal.
failure-record-newer = Das Protokoll stammt von einem neueren Readmit
    .next = Aktualisieren Sie Readmit. Bis dahin wird hier nichts geändert.
failure-export-unwritable = Die Datei ließ sich nicht speichern
    .next = Wählen Sie einen anderen Ordner, oder schaffen Sie Platz.

# Der Weg dorthin
failure-busy = Gerade ist zu viel los
    .next = Warten Sie eine Minute, und versuchen Sie es noch einmal.
failure-service-fault = Der Anmeldedienst hat eine Störung
    .next = Es liegt nicht an Ihnen. Versuchen Sie es in einigen Minuten noch einmal.
failure-offline = Es gibt keine Verbindung zum Internet
    .next = Prüfen Sie Ihr Netz oder WLAN, und versuchen Sie es noch einmal. Ihre Eingaben bleiben erhalten.
failure-name-not-found = Dieses Netz kennt den Anmeldedienst nicht
    .next = Prüfen Sie, ob Sie online sind: Öffnen Sie eine Seite im Webbrowser. Geht das, sagen Sie Ihrem Helpdesk, dass der Name des Anmeldedienstes nicht gefunden wird. Es wurde nichts gesendet.
failure-connection-blocked = Der Anmeldedienst ist aus diesem Netz nicht erreichbar
    .next = Versuchen Sie es noch einmal oder in einem anderen Netz. Bleibt es so, sagen Sie Ihrem Helpdesk, dass die Verbindung gesperrt ist. Es wurde nichts gesendet.
failure-timed-out = Es kam keine Antwort
    .next = Vielleicht ist das Netz langsam. Versuchen Sie es noch einmal. Ihre Eingaben bleiben erhalten.
failure-answer-lost = Die Verbindung ist abgebrochen
    .next = Prüfen Sie Ihr Netz, und versuchen Sie es noch einmal. Ihre Eingaben bleiben erhalten.
failure-captive-portal = Dieses Netz verlangt zuerst eine Anmeldung
    .next = Öffnen Sie einen Webbrowser, erledigen Sie, was das Netz verlangt, und versuchen Sie es dann hier noch einmal.
failure-tls-untrusted = Die Verbindung ist nicht vertraulich
    .next = Etwas in diesem Netz liest mit, etwa eine Prüfung Ihrer Organisation, oder gibt sich als der Anmeldedienst aus. Darum wurde nichts gesendet. Versuchen Sie ein anderes Netz, oder sagen Sie Ihrem Helpdesk, dass dem Zertifikat nicht vertraut wird.
failure-clock-wrong = Prüfen Sie Datum und Uhrzeit dieses Computers
    .next = Ein Zertifikat ist nicht gültig; meist geht dann die Uhr falsch. Stimmt die Uhr, sagen Sie es Ihrem Helpdesk. Es wurde nichts gesendet.
failure-proxy-refused = Ihr Netz lässt Readmit nicht hinaus
    .next = Sagen Sie Ihrem Helpdesk, dass der Proxy die Verbindung abgelehnt hat.
failure-proxy-unreachable = Der Weg aus Ihrem Netz hinaus antwortet nicht
    .next = Prüfen Sie, ob Sie im Netz Ihrer Organisation sind, und versuchen Sie es noch einmal. Wenn ja, sagen Sie Ihrem Helpdesk, dass der Proxy nicht antwortet.
failure-proxy-asks-for-password = Der Weg aus Ihrem Netz hinaus verlangt ein Kennwort
    .next = Rufen Sie Ihren Helpdesk an, und sagen Sie: „Der Proxy verlangt ein Kennwort.“ Es wurde nichts gesendet.
failure-proxy-asks-for-sign-in = Der Weg aus Ihrem Netz hinaus verlangt eine Anmeldung, die Readmit nicht kennt
    .next = Rufen Sie Ihren Helpdesk an, und sagen Sie: „Der Proxy verlangt eine Windows-Anmeldung, Negotiate oder NTLM.“ Es wurde nichts gesendet.
failure-proxy-script = Ihr Netz wählt den Weg hinaus mit einem Skript
    .next = Readmit kann ihm hier nicht folgen. Rufen Sie Ihren Helpdesk an, und sagen Sie: „Der Proxy ist durch ein Skript bestimmt. Readmit braucht seine Adresse.“
failure-proxy-socks = Der Weg aus Ihrem Netz hinaus ist von einer Art, die Readmit nicht kennt
    .next = Rufen Sie Ihren Helpdesk an, und sagen Sie: „Es ist ein SOCKS-Proxy. Readmit braucht einen HTTP-Proxy.“
failure-fips-unavailable = Die Regeln Ihrer Organisation lassen keinen Weg zu diesem Dienst
    .next = Rufen Sie Ihren Helpdesk an, und sagen Sie: „Für diese Verbindung gibt es keine FIPS-Adresse.“
failure-stopped-waiting = Sie haben nicht länger gewartet
    .next = Ihre Eingaben bleiben erhalten. Versuchen Sie es noch einmal, wann Sie möchten.
failure-unknown = Etwas Unerwartetes ist passiert
    .next = Versuchen Sie es noch einmal. Wenn es wieder passiert, fragen Sie Ihren Helpdesk.

# Was die IT festgelegt hat, und was ein Link mitbringt
failure-managed-by-organisation = Das legt auf diesem Computer Ihre Organisation fest
    .next = Machen Sie mit dem weiter, was Readmit hier zeigt. Fehlt etwas, das Sie brauchen, fragen Sie Ihren Helpdesk.
failure-link-with-secret = Dieser Link wurde nicht angenommen: Er enthält ein Geheimnis
    .next = Einen Link können unterwegs andere lesen. Bitten Sie Ihren Helpdesk stattdessen um eine Verbindungsdatei.
failure-link-malformed = Das ist kein Link für Readmit
    .next = Vielleicht fehlt ein Teil davon. Öffnen Sie den ganzen Link aus der Nachricht Ihres Helpdesks noch einmal, oder bitten Sie um eine Verbindungsdatei.
