# Was schiefgegangen ist, wo der Helpdesk etwas anderes liest als die Person im Fenster „Konto wiedererlangen“.

# Eingegeben
desk-failure-username-empty = Der Benutzername fehlt
    .next = Suchen Sie die Person noch einmal und öffnen Sie sie.
desk-failure-password-empty = Das Kennwort fehlt
    .next = Geben Sie das Kennwort ein, das die Person bekommen soll.
desk-failure-password-reused = Dieses Kennwort hatte die Person kürzlich
    .next = Wählen Sie eines, das sie noch nicht verwendet hat.
desk-failure-password-not-new = Das ist das vorläufige Kennwort
    .next = Wählen Sie ein anderes.

# Eine Verbindung
desk-failure-connection-empty = In dieser Verbindung steht nichts
    .next = Stellen Sie die Verbindung neu her.
desk-failure-connection-cut-short = Das Ende dieser Verbindung fehlt
    .next = Stellen Sie die Verbindung neu her.
desk-failure-connection-unknown-key = Diese Verbindung hat einen Eintrag, den Readmit nicht kennt
    .next = Stellen Sie die Verbindung neu her.
desk-failure-connection-wrong-value = Ein Eintrag dieser Verbindung ist falsch
    .next = Prüfen Sie Ihre Eingaben. Hilft das nicht, stellen Sie die Verbindung neu her.
desk-failure-connection-insecure-endpoint = Diese Verbindung ist nicht sicher
    .next = Sie würde Kennwörter ungeschützt senden, darum verwendet Readmit sie nicht. Stellen Sie die Verbindung neu her.
desk-failure-connection-wrong-region = Diese Verbindung widerspricht sich
    .next = Sie nennt zwei verschiedene Regionen. Stellen Sie sie neu her.
desk-failure-connection-newer = Diese Verbindung stammt von einem neueren Readmit
    .next = Aktualisieren Sie Readmit.
desk-failure-setup-code-empty = Der Einrichtungscode fehlt
    .next = Erstellen Sie ihn noch einmal.

# Dieser Computer
desk-failure-keychain-absent = Dieser Computer hat keinen Kennwortspeicher
    .next = Ohne ihn bewahrt Readmit nichts über das Schließen hinaus auf. Starten Sie unter Linux GNOME Keyring, KWallet oder KeePassXC, und versuchen Sie es noch einmal.
desk-failure-keychain-failed = Der Kennwortspeicher dieses Computers arbeitet nicht
    .next = Versuchen Sie es noch einmal. Bleibt es so, fragen Sie die Person, die diesen Computer verwaltet.
desk-failure-keychain-too-long = Dieser Zugang ist zu lang für den Kennwortspeicher dieses Computers
    .next = Nehmen Sie einen Zugriffsschlüssel ohne Sitzungstoken: Der ist kurz genug.
desk-failure-keychain-item-gone = Ihr Zugang ist nicht mehr im Kennwortspeicher dieses Computers
    .next = Jemand hat ihn entfernt. Melden Sie sich noch einmal bei AWS an.
desk-failure-settings-unreadable = Readmit konnte seine Einstellungen nicht lesen
    .next = Vielleicht ist die Datei beschädigt oder für Sie gesperrt. Fragen Sie die Person, die diesen Computer verwaltet.
desk-failure-settings-unwritable = Readmit konnte das nicht speichern
    .next = Es wurde nichts geändert. Vielleicht ist der Datenträger voll oder der Ordner geschützt. Bringen Sie das in Ordnung, und versuchen Sie es noch einmal.
desk-failure-settings-set-aside = Die Einstellungen des Helpdesks waren beschädigt
    .next = Sie liegen jetzt als { $detail } daneben, und Readmit beginnt neu. Um sie zurückzuholen, bringen Sie diese Datei in Ordnung, schließen Sie Readmit und geben Sie ihr den alten Namen.
desk-failure-ca-file-unreadable = Eine Datei, die diese Verbindung braucht, fehlt
    .next = Ihre Zertifikatsdatei ist nicht auf diesem Computer. Fragen Sie, wer sie eingerichtet hat.

# Die Person
desk-failure-user-not-found = Diese Person gibt es hier nicht mehr
    .next = Vielleicht wurde sie gerade gelöscht. Suchen Sie noch einmal.
desk-failure-wrong-password = AWS hat das Kennwort abgelehnt
    .next = Sehen Sie noch einmal nach, bevor Sie weitermachen.
desk-failure-locked-out = Zu viele falsche Kennwörter
    .next = Die Person muss bis zu 15 Minuten warten und es dann einmal versuchen. Das kann niemand abkürzen.
desk-failure-user-disabled = Dieses Konto ist abgeschaltet
    .next = Schalten Sie es zuerst ein.
desk-failure-temporary-password-pending = Diese Person hat sich noch nie angemeldet
    .next = Senden Sie die Einladung noch einmal, oder geben Sie ihr ein vorläufiges Kennwort. Ein Code ist vor der ersten Anmeldung nicht möglich.
desk-failure-temporary-password-expired = Das vorläufige Kennwort ist zu alt
    .next = Geben Sie der Person ein neues, oder senden Sie die Einladung noch einmal.
desk-failure-temporary-password-spent = Das vorläufige Kennwort ist verbraucht
    .next = Geben Sie der Person ein neues, oder senden Sie die Einladung noch einmal.
desk-failure-recovery-by-admin-only = Hier werden keine Codes gesendet
    .next = Es ist so eingestellt, dass nur Sie Kennwörter zurücksetzen. Geben Sie der Person ein vorläufiges Kennwort.
desk-failure-no-verified-contact = Es gibt nichts, wohin ein Code gehen könnte
    .next = Die Person hat keine bestätigte E-Mail-Adresse oder Telefonnummer. Bestätigen Sie eine, nachdem Sie sie mit ihr geprüft haben, oder geben Sie ihr ein vorläufiges Kennwort.
desk-failure-sign-up-unfinished = Diese Person hat ihre Registrierung nie abgeschlossen
    .next = Bestätigen Sie zuerst die Registrierung.
desk-failure-already-confirmed = Diese Registrierung ist schon abgeschlossen
    .next = Vielleicht hat es gerade jemand getan. Sehen Sie noch einmal nach.
desk-failure-codes-not-sent = Registrierungscodes werden hier nicht gesendet
    .next = Bestätigen Sie die Registrierung selbst.
desk-failure-password-reset-required = Diese Person muss ein neues Kennwort wählen
    .next = Senden Sie ihr einen Code.
desk-failure-code-expired = Der Code der Person ist zu alt
    .next = Senden Sie ihr einen neuen.
desk-failure-too-many-tries = AWS nimmt für diese Person keine Versuche mehr an
    .next = Etwa eine Stunde lang bekommt sie keine Codes, und weitere Versuche können das verlängern. Ein vorläufiges Kennwort geht sofort.
desk-failure-session-ended = Das hat zu lange gedauert
    .next = Beginnen Sie von vorn.
desk-failure-attribute-missing = Dieser Person fehlt eine Angabe, die verlangt wird
    .next = Bitten Sie die Person, die den Pool verwaltet, sie zu ergänzen.
desk-failure-attribute-malformed = Eine Angabe zu dieser Person kann nicht stimmen
    .next = Sehen Sie nach, wie sie geschrieben ist, und bitten Sie die Person, die den Pool verwaltet, sie zu berichtigen.
desk-failure-attribute-fixed = Diese Angabe darf hier nicht geändert werden
    .next = Fragen Sie, wer den Pool verwaltet.
desk-failure-alias-taken = Jemand anderes hat diese E-Mail-Adresse oder Telefonnummer
    .next = Suchen Sie danach: Nur bei einer Person kann sie bestätigt sein.
desk-failure-user-exists = Diesen Namen gibt es schon
    .next = Suchen Sie danach.
desk-failure-invitation-not-possible = Diese Person war schon angemeldet
    .next = Eine Einladung geht nur vor der ersten Anmeldung noch einmal hinaus. Senden Sie stattdessen einen Code.
desk-failure-second-factor-missing = Es wird ein zweiter Faktor verlangt, den diese Person nicht hat
    .next = Sie richtet ihn bei der nächsten Anmeldung ein, wenn die App das anbietet. Sonst fragen Sie, wer den Pool verwaltet.
desk-failure-blocked-by-risk = AWS hat das zur Sicherheit angehalten
    .next = Dem Schutz des Pools kam es verdächtig vor. Bitten Sie die Person, die ihn verwaltet, in dessen Aufzeichnungen nachzusehen.

# Der Pool
desk-failure-secret-wrong = Das Geheimnis der App hat sich geändert
    .next = Stellen Sie die Verbindung neu her: Dann holt Readmit das neue.
desk-failure-secret-missing = Diese App hat jetzt ein Geheimnis
    .next = Stellen Sie die Verbindung neu her: Dann holt Readmit es.
desk-failure-pool-not-found = Diesen Pool gibt es nicht mehr
    .next = Er wurde gelöscht oder ist in einem anderen Konto. Wählen Sie eine andere Verbindung, oder stellen Sie eine neue her.
desk-failure-client-not-found = Die App dieser Verbindung gibt es nicht mehr
    .next = Stellen Sie die Verbindung neu her, und wählen Sie eine andere App.
desk-failure-group-not-found = Diese Gruppe gibt es nicht mehr
    .next = Sehen Sie noch einmal nach.
desk-failure-flow-not-enabled = Die App erlaubt diese Art der Anmeldung nicht
    .next = Bitten Sie die Person, die den Pool verwaltet, sie für die App einzuschalten.
desk-failure-mail-limit = Für heute sind alle Nachrichten des Pools aufgebraucht
    .next = Es wurde nichts gesendet. Geben Sie der Person ein vorläufiges Kennwort, oder warten Sie bis morgen. Mit Amazon SES gäbe es diese Grenze nicht.
desk-failure-delivery-failed = Die Nachricht ließ sich nicht senden
    .next = Sehen Sie noch einmal nach: Die Änderung kann trotzdem gemacht sein. Ein vorläufiges Kennwort braucht keine Nachricht.
desk-failure-delivery-setup = Dieser Pool darf keine Nachrichten senden
    .next = Seine Rechte für E-Mails oder SMS sind falsch eingestellt. Sagen Sie es der Person, die ihn verwaltet; ein vorläufiges Kennwort braucht keine Nachricht.
desk-failure-pool-function-failed = Eine eigene Funktion dieses Pools ist fehlgeschlagen
    .next = Sehen Sie noch einmal nach: Die Änderung kann trotzdem gemacht sein. Sagen Sie es dann der Person, die den Pool verwaltet.
desk-failure-blocked-by-firewall = Eine Firewall vor dem Pool hat abgelehnt
    .next = Versuchen Sie es aus dem Büro oder dessen Netz, oder fragen Sie, wer den Pool verwaltet.
desk-failure-pool-misconfigured = Der Pool ist so eingerichtet, dass es nicht gehen kann
    .next = Sagen Sie es der Person, die ihn verwaltet.
desk-failure-wrong-region = Hier ist nur eine Kopie dieses Pools
    .next = Stellen Sie die Verbindung in der Region her, in der er angelegt wurde.
desk-failure-tier-lacks-feature = Das gibt der Tarif dieses Pools nicht her
    .next = Fragen Sie, wer den Pool verwaltet.
desk-failure-changed-meanwhile = Jemand hat diese Person gerade eben geändert
    .next = Es wurde nichts getan. Sehen Sie noch einmal nach, bevor Sie weitermachen.
desk-failure-filter-malformed = Danach lässt sich nicht suchen
    .next = Geben Sie den Anfang eines Namens, einer E-Mail-Adresse oder einer Telefonnummer ein.
desk-failure-input-refused = AWS hat das nicht angenommen
    .next = Es wurde nichts getan. Prüfen Sie Ihre Eingaben, und versuchen Sie es noch einmal.
desk-failure-not-supported = Das geht hier nicht
    .next = Der Pool bietet es nicht an. Wenn Sie es brauchen, fragen Sie, wer ihn verwaltet.

# Der Zugang
desk-failure-access-denied = { $detail ->
    [none] Dafür fehlt Ihnen eine Berechtigung
   *[other] Ihnen fehlt die Berechtigung „{ $detail }“
}
    .next = Es wurde nichts getan. Unter „Pool“ finden Sie eine Anfrage, die Sie kopieren und an die Person senden können, die AWS verwaltet.
desk-failure-access-invalid = AWS nimmt diesen Zugang nicht an
    .next = Vielleicht ist der Schlüssel falsch, abgeschaltet oder gelöscht. Prüfen Sie ihn, oder melden Sie sich anders an.
desk-failure-access-expired = Ihre Anmeldung bei AWS ist abgelaufen
    .next = Melden Sie sich noch einmal an. Es wurde nichts getan.

# Der Weg dorthin
desk-failure-busy = AWS bekommt gerade zu viele Anfragen
    .next = Warten Sie eine Minute, und versuchen Sie es noch einmal.
desk-failure-service-fault = AWS hat eine Störung
    .next = Versuchen Sie es in einigen Minuten noch einmal.
desk-failure-name-not-found = Dieses Netz kennt die Adresse von AWS nicht
    .next = Prüfen Sie, ob Sie online sind: Öffnen Sie eine Seite im Webbrowser. Geht das, bitten Sie die Person, die Ihr Netz verwaltet, die Namensauflösung anzusehen. Es wurde nichts getan.
desk-failure-connection-blocked = AWS ist aus diesem Netz nicht erreichbar
    .next = Die Verbindung ist gesperrt, oder es kam nie eine Antwort. Versuchen Sie es noch einmal oder in einem anderen Netz, oder fragen Sie, wer Ihres verwaltet. Es wurde nichts getan.
desk-failure-tls-untrusted = Die Verbindung ist nicht vertraulich
    .next = Etwas in diesem Netz prüft Verbindungen oder gibt sich als AWS aus, mit einem Zertifikat, dem dieser Computer nicht vertraut. Darum wurde nichts gesendet. Bitten Sie die Person, die Ihr Netz verwaltet, um dessen Zertifikatsdatei, oder versuchen Sie ein anderes Netz.
desk-failure-clock-wrong = Prüfen Sie Datum und Uhrzeit dieses Computers
    .next = AWS lässt nur wenige Minuten Abweichung zu. Stellen Sie die Uhr, und versuchen Sie es noch einmal. Es wurde nichts getan.
desk-failure-proxy-refused = Ihr Netz lässt Readmit nicht hinaus
    .next = Der Proxy hat die Verbindung abgelehnt. Fragen Sie, wer Ihr Netz verwaltet.
desk-failure-proxy-unreachable = Der Proxy antwortet nicht
    .next = Prüfen Sie, ob Sie im Netz Ihrer Organisation sind, und versuchen Sie es noch einmal. Wenn ja, fragen Sie, wer es verwaltet. Es wurde nichts getan.
desk-failure-proxy-asks-for-password = Der Proxy verlangt ein Kennwort
    .next = Bitten Sie die Person, die Ihr Netz verwaltet, Readmit hinauszulassen oder den Proxy mit Benutzername und Kennwort in HTTPS_PROXY anzugeben. Es wurde nichts getan.
desk-failure-proxy-asks-for-sign-in = Der Proxy verlangt eine Anmeldung, die Readmit nicht kennt
    .next = Er will Negotiate oder NTLM. Bitten Sie die Person, die Ihr Netz verwaltet, Readmit ohne sie hinauszulassen. Es wurde nichts getan.
desk-failure-proxy-script = Der Proxy wird durch ein Skript bestimmt
    .next = Readmit kann es hier nicht ausführen. Bitten Sie die Person, die diesen Computer verwaltet, die Adresse des Proxys durch eine Richtlinie oder in HTTPS_PROXY anzugeben.
desk-failure-proxy-socks = Der Proxy ist ein SOCKS-Proxy
    .next = Readmit braucht einen HTTP-Proxy. Bitten Sie die Person, die diesen Computer verwaltet, einen durch eine Richtlinie oder in HTTPS_PROXY anzugeben.
desk-failure-fips-unavailable = Dafür gibt es keine FIPS-Adresse
    .next = Auf diesem Computer dürfen nur FIPS-Adressen benutzt werden, und AWS hat für diesen Dienst in dieser Region keine. Wählen Sie eine andere Region oder eine andere Anmeldung, oder fragen Sie die Person, die diesen Computer verwaltet.
desk-failure-answer-lost = Die Verbindung ist abgebrochen
    .next = Sehen Sie noch einmal nach, bevor Sie etwas wiederholen: Es kann getan sein.
desk-failure-unknown = Etwas Unerwartetes ist passiert
    .next = Sehen Sie noch einmal nach, bevor Sie etwas wiederholen. Wenn es wieder passiert, geben Sie die Angabe unten an die Person weiter, die diesen Computer verwaltet.

# Was nur der Helpdesk antrifft
failure-external-id-malformed = Das ist keine externe ID
    .next = Sie hat mindestens zwei Zeichen: Buchstaben, Ziffern und + = , . @ : / _ -, ohne Leerzeichen. Kopieren Sie sie aus der Nachricht, die Sie bekommen haben.
failure-clipboard-unavailable = An diesem Computer lässt sich gerade nichts kopieren
    .next = Lesen Sie es vor, oder tippen Sie es dort ein, wo es gebraucht wird. Später geht es vielleicht wieder.
failure-printing-unavailable = An diesem Computer lässt sich gerade nichts drucken
    .next = Lesen Sie es vor, oder schreiben Sie es auf. Später geht es vielleicht wieder.
failure-password-told = Dieses vorläufige Kennwort wird nicht mehr bereitgehalten
    .next = Readmit vergisst es, wenn der Helpdesk gesperrt wird. Setzen Sie ein neues; das bisherige gilt dann nicht mehr.

# Was die IT festgelegt hat, und was ein Link mitbringt
desk-failure-managed-by-organisation = Das ist für diesen Computer festgelegt
    .next = Es wurde nichts geändert. Wenn es anders sein muss, fragen Sie, wer den Computer verwaltet.
desk-failure-link-with-secret = Dieser Link wurde nicht angenommen: Er enthält ein Geheimnis
    .next = Einen Link können unterwegs andere lesen. Geben Sie stattdessen eine Verbindungsdatei heraus.
desk-failure-link-malformed = Das ist kein Link für Readmit
    .next = Vielleicht fehlt ein Teil davon. Kopieren Sie den ganzen Link, oder geben Sie eine Verbindungsdatei heraus.
