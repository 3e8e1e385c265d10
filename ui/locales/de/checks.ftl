# Was die Selbstprüfung ergeben hat, im Fenster und auf der Kommandozeile. `.mend` sagt, was zu tun ist.
# Wo eine Angabe fehlt, steht das Wort „none“.

check-name-policy = Richtlinie
check-name-settings = Einstellungen
check-name-web-view = Fensteranzeige
check-name-keychain = Kennwortspeicher
check-name-proxy = Proxy
check-name-name-lookup = Namensauflösung (DNS)
check-name-secure-connection = Sichere Verbindung
check-name-clock = Datum und Uhrzeit
check-name-pool = Anmeldedienst

# Jede von ihnen
check-not-checked = Nicht geprüft, weil zuerst etwas anderes zu beheben ist.
check-took-too-long = Das hat zu lange gedauert.
    .mend = Prüfen Sie noch einmal. Wenn es so bleibt, senden Sie Ihrem Helpdesk einen Bericht.

# Richtlinie
check-policy-none = Auf diesem Computer ist nichts durch eine Richtlinie vorgegeben.
check-policy-in-force = Eine Richtlinie gilt: { $source }
check-policy-refused = In der Richtlinie sind Fehler, darum öffnet sich Readmit nicht: { $source }
    .mend = Bitten Sie die Person, die diesen Computer verwaltet, zu berichtigen, was hier genannt ist. Starten Sie Readmit danach neu.

# Einstellungen
check-settings-none = Noch ist nichts eingerichtet, und Einstellungen lassen sich aufbewahren.
check-settings-fine = Die Einstellungen lassen sich lesen und aufbewahren.
check-settings-damaged = Eine Datei lässt sich nicht lesen: { $file }
    .mend = Legen Sie diese Datei an einen anderen Ort, und starten Sie Readmit neu. Was darin stand, muss neu eingerichtet werden.
check-settings-newer = Eine Datei stammt von einem neueren Readmit: { $file }
    .mend = Aktualisieren Sie Readmit. Bis dahin bleibt sie, wie sie ist.
check-settings-unwritable = In diesem Ordner lässt sich nichts aufbewahren: { $folder }
    .mend = Sehen Sie nach, ob der Datenträger voll ist und ob der Ordner Ihnen gehört und Sie darin schreiben dürfen.

# Webansicht
check-web-view-fine = Was die Fenster anzeigt, ist da (Version { $version }).
check-web-view-missing = Was die Fenster anzeigt, fehlt. Ohne das öffnet sich kein Fenster.
    .mend = Installieren Sie unter Windows die Microsoft Edge WebView2 Runtime, unter Linux WebKitGTK 4.1 mit Ihrer Paketverwaltung.

# Kennwortspeicher
check-keychain-fine = Der Kennwortspeicher bewahrt auf, gibt zurück und vergisst.
check-keychain-absent = Dieser Computer hat keinen Kennwortspeicher. Readmit arbeitet trotzdem, behält aber nichts Geheimes über das Schließen hinaus.
    .mend = Um einen zu haben, melden Sie sich am Desktop an und starten Sie GNOME Keyring, KWallet oder KeePassXC. Ohne Desktop gibt es keinen.
check-keychain-locked = Der Kennwortspeicher ist gesperrt.
    .mend = Entsperren Sie ihn, und prüfen Sie noch einmal.
check-keychain-denied = Readmit durfte nicht an den Kennwortspeicher.
    .mend = Prüfen Sie noch einmal, und erlauben Sie es, wenn Sie gefragt werden.
check-keychain-failed = Der Kennwortspeicher arbeitet nicht.
    .mend = Starten Sie den Computer neu. Wenn es so bleibt, fragen Sie, wer ihn verwaltet.

# Proxy
check-proxy-none = Kein Proxy ist eingestellt. Readmit verbindet sich direkt.
check-proxy-in-use = Der Proxy ist { $proxy }, eingestellt { $origin ->
        [policy] durch die Richtlinie
        [environment] in der Umgebung
        [desktop] in den Einstellungen des Desktops
        [system] in den Einstellungen des Systems
       *[other] durch { $origin }
    }.
check-proxy-unreachable = Der Proxy { $proxy } antwortet nicht.
    .mend = Prüfen Sie seine Adresse und seinen Port, und ob dieser Computer in dem Netz ist, in dem er antwortet (am Arbeitsplatz oder über VPN).
check-proxy-asks-for-password = Der Proxy { $proxy } verlangt eine Anmeldung. Die von Readmit fehlt oder wurde nicht angenommen.
    .mend = Bitten Sie die Stelle, die das Netz betreibt, Readmit ohne Anmeldung durchzulassen oder Ihnen Benutzername und Kennwort für HTTPS_PROXY zu geben. Eine Windows-Anmeldung (Negotiate, NTLM) kann Readmit nicht.
check-proxy-script = Der Proxy wird durch ein Skript gewählt, eingestellt { $origin ->
        [policy] durch die Richtlinie
        [environment] in der Umgebung
        [desktop] in den Einstellungen des Desktops
        [system] in den Einstellungen des Systems
       *[other] durch { $origin }
    }. Readmit führt solche Skripte nicht aus.
    .mend = Wenn es ohne Proxy nicht hinausgeht, tragen Sie seine Adresse in die Richtlinie oder in die Einstellungen des Systems ein.
check-proxy-socks = Ein SOCKS-Proxy ist eingestellt, { $origin ->
        [policy] durch die Richtlinie
        [environment] in der Umgebung
        [desktop] in den Einstellungen des Desktops
        [system] in den Einstellungen des Systems
       *[other] durch { $origin }
    }. Mit solchen Proxys spricht Readmit nicht.
    .mend = Tragen Sie an seiner Stelle einen HTTP-Proxy ein, in der Richtlinie oder in den Einstellungen des Systems.
check-proxy-refused = Der Proxy { $proxy } lässt Readmit nicht durch.
    .mend = Bitten Sie die Person, die ihn betreibt, { $host } zu erlauben.

# Namensauflösung
check-name-lookup-fine = { $host } hat eine Adresse.
check-name-lookup-failed = Für { $host } wurde keine Adresse gefunden.
    .mend = Prüfen Sie, ob dieser Computer online ist. Sehen Sie in einem Firmennetz nach, ob dessen DNS-Server eingestellt sind und Namen außerhalb kennen.
check-name-lookup-left-to-proxy = Namen löst der Proxy auf.

# Sichere Verbindung
check-secure-connection-fine = Die Verbindung zu { $host } ist vertraulich.
check-secure-connection-intercepted = Etwas zwischen hier und dem Anmeldedienst öffnet Verbindungen, mit Zertifikaten von { $issuer }.
    .mend = Tut das Ihre Firma, geben Sie Readmit deren Zertifikat: in den Zertifikaten des Systems oder als Datei in der Richtlinie. Sonst verwenden Sie ein anderes Netz.
check-secure-connection-untrusted = Die Gegenseite konnte nicht beweisen, dass sie der Anmeldedienst ist.
    .mend = Versuchen Sie ein anderes Netz. Öffnet Ihre Firma Verbindungen, geben Sie Readmit deren Zertifikat: in den Zertifikaten des Systems oder als Datei in der Richtlinie.
check-secure-connection-blocked = { $host } antwortet nicht.
    .mend = Bitten Sie die Stelle, die das Netz betreibt, HTTPS (meist Port 443) zu dieser Adresse zu öffnen oder einen Proxy zu nennen.
check-secure-connection-captive = Dieses Netz verlangt zuerst eine Anmeldung.
    .mend = Öffnen Sie einen Webbrowser, erledigen Sie, was das Netz verlangt, und prüfen Sie noch einmal.
check-secure-connection-ca-file = Die Zertifikatsdatei lässt sich nicht verwenden: { $file }
    .mend = Sehen Sie nach, ob die Datei da ist, ob Sie sie lesen dürfen, und ob sie Zertifikate als Text enthält (PEM).
check-secure-connection-out-of-date = Ein Zertifikat ist an dem Datum, das dieser Computer zeigt, nicht gültig.
    .mend = Prüfen Sie Datum und Uhrzeit. Stimmen sie, sagen Sie es dem, der das Netz betreibt.
check-secure-connection-offline = Dieser Computer ist in keinem Netz.
    .mend = Verbinden Sie ihn mit einem Netz oder WLAN, und prüfen Sie noch einmal.

# Datum und Uhrzeit
check-clock-fine = Die Uhr geht richtig.
check-clock-wrong = Die Uhr geht um { $minutes } Minuten falsch.
    .mend = Stellen Sie Datum und Uhrzeit; am besten lassen Sie das System sie aus dem Netz übernehmen. Prüfen Sie auch die Zeitzone.
check-clock-unknown = Ob die Uhr richtig geht, ließ sich nicht feststellen, weil keine Antwort kam.

# Der Anmeldedienst
check-pool-fine = Der Anmeldedienst antwortet für { $name }.
check-pool-none = Noch ist keine Verbindung eingerichtet, darum gibt es nichts zu fragen.
check-pool-unknown = Der Anmeldedienst antwortet, kennt aber diese Verbindung nicht.
    .mend = Sie wurde dort entfernt oder geändert. Bitten Sie Ihren Helpdesk um eine neue Verbindung.
check-pool-failed = Der Anmeldedienst hat nicht geantwortet, wie er soll ({ $code }).
    .mend = Beheben Sie zuerst, was darüber nicht stimmt. Stimmt alles, prüfen Sie in einigen Minuten noch einmal, und senden Sie dann Ihrem Helpdesk einen Bericht.

# Was an einer Richtlinie nicht stimmt
policy-problem-unknown-key = { $key } ist kein Eintrag, den Readmit kennt. Prüfen Sie die Schreibweise.
policy-problem-wrong-type = { $key } ist von der falschen Art. { $expected ->
        [none] Sehen Sie in der Beschreibung der Richtlinie nach.
       *[other] Erwartet: { $expected }.
    }
policy-problem-wrong-value = { $key } hat einen Wert, der nicht erlaubt ist. { $expected ->
        [none] Sehen Sie in der Beschreibung der Richtlinie nach.
       *[other] Erwartet: { $expected }.
    }
policy-problem-needs-key = { $key } ist für sich allein ohne Wirkung. { $expected ->
        [none] Setzen Sie auch, was dazu gehört, oder nehmen Sie den Eintrag heraus.
       *[other] Setzen Sie auch { $expected }, oder nehmen Sie den Eintrag heraus.
    }
policy-problem-malformed = { $source } ist nicht zu verstehen. { $expected ->
        [none] Vergleichen Sie mit dem Beispiel.
       *[other] Der Fehler ist bei { $expected }.
    }
policy-problem-too-large = { $source } ist zu groß für eine Richtlinie. Prüfen Sie, ob es die richtige Datei ist.
policy-problem-symlink = { $source } führt an einen anderen Ort (eine symbolische Verknüpfung). Legen Sie die Datei selbst dorthin.
policy-problem-not-a-file = { $source } ist keine Datei. Legen Sie dort eine Datei hin.
policy-problem-not-owned-by-root = { $source } gehört nicht root. Nur wer den Computer verwaltet, darf eine Richtlinie setzen.
policy-problem-writable-by-others = { $source } kann von anderen als root geändert werden. Nehmen Sie dieses Recht weg.
policy-problem-unreadable = { $source } lässt sich nicht lesen. Sehen Sie nach, ob alle sie lesen dürfen.
