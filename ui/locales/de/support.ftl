# Das Fenster, das diesen Computer prüft und einen Bericht für den Support erstellt.
support-page-title = { $screen } · Readmit
support-opening = Einen Moment …
support-stuck = Kommen Sie nicht weiter? Helpdesk von { $organisation }:
support-stuck-plain = Kommen Sie nicht weiter? Ihr Helpdesk:
support-no-contact = Kommen Sie nicht weiter? Fragen Sie, wer Ihnen Readmit gegeben hat, oder den Helpdesk Ihrer Organisation.
support-version = Readmit { $version }

# Die Prüfungen
support-title = Prüfung dieses Computers
support-intro = Readmit prüft alles, was es braucht. Ihr Konto bleibt unberührt.
support-other-checks = Was Readmit sonst braucht
support-list = Prüfungen dieses Computers
support-state-waiting = wartet
support-state-running = wird geprüft …
support-state-passed = in Ordnung
support-state-noted = gut zu wissen
support-state-failed = zu beheben
support-state-skipped = nicht geprüft
support-state-broken = zu beheben
support-broken = Das ließ sich nicht prüfen.
    .mend = Prüfen Sie noch einmal. Wenn es so bleibt, speichern Sie einen Bericht und senden Sie ihn Ihrem Helpdesk.
support-long = Das dauert länger als sonst. Es endet von selbst, spätestens nach einer Minute.
support-summary-running = Prüfung läuft … { $count } von { $checks }
    .next = Das dauert einige Sekunden, in langsamen Netzen bis zu einer Minute.
support-summary-fine = Hier ist alles in Ordnung
    .desk = Wenn Sie trotzdem nicht hineinkommen, kann Ihr Helpdesk mehr sehen:
    .next = Wenn Sie trotzdem nicht hineinkommen, fragen Sie Ihren Helpdesk. Ein Bericht hilft ihm, den Grund zu finden.
support-summary-noted = { $count ->
        [one] Readmit kann hier arbeiten, und eines ist gut zu wissen
       *[other] Readmit kann hier arbeiten, und { $count } Dinge sind gut zu wissen
    }
    .next = Worum es geht, steht unten. Wenn Sie trotzdem nicht hineinkommen, fragen Sie Ihren Helpdesk.
support-summary-failed = { $count ->
        [one] Eines ist zu beheben
       *[other] { $count } Dinge sind zu beheben
    }
    .next = Was zu tun ist, steht unten. Beginnen Sie oben, und prüfen Sie dann noch einmal.
support-others-running = Prüfung läuft … { $count } von { $checks }
support-others-fine = Das alles ist in Ordnung.
support-others-noted = { $count ->
        [one] Eines davon ist gut zu wissen.
       *[other] { $count } davon sind gut zu wissen.
    }
support-others-failed = { $count ->
        [one] Eines davon ist auch zu beheben.
       *[other] { $count } davon sind auch zu beheben.
    }
support-show-all = Zeigen, was gefunden wurde
support-show-less = Weniger zeigen
support-again = Noch einmal prüfen
support-report = Bericht für den Support speichern

# Wenn die Richtlinie nicht verwendet werden kann
support-refused-title = Readmit kann auf diesem Computer noch nicht starten
support-refused-why = Wer diesen Computer verwaltet, hat Regeln für Readmit festgelegt, und etwas darin ist falsch. Damit keine Regel übergangen wird, bleibt Readmit geschlossen, bis das in Ordnung gebracht ist.
support-refused-who = Das kann nur Ihre IT-Abteilung beheben. Senden Sie ihr den Bericht: Darin steht alles, was sie braucht. Wenn sie es in Ordnung gebracht hat, wählen Sie „Noch einmal prüfen“.
support-refused-problems = { $count ->
        [one] Was falsch ist
       *[other] Was falsch ist, an { $count } Stellen
    }
support-refused-source = Die Regeln kommen aus { $source }
support-mended = Die Regeln sind jetzt in Ordnung
    .next = Schließen Sie dieses Fenster, und öffnen Sie Readmit wieder.

# Der Bericht
support-report-title = Ein Bericht für den Support
support-report-intro = Das ist alles, was geschrieben wird, Wort für Wort. Nichts wird gesendet: Sie entscheiden, wer es bekommt.
support-report-without = Benutzernamen, Kennwörter, Codes und Schlüssel stehen nicht darin.
support-report-text = Der Bericht
support-report-waits = Der Bericht wird zusammengestellt …
support-report-long = Manches darin braucht seine Zeit. Sie können zurückgehen und später wiederkommen.
support-save = Speichern …
support-save-title = Bericht für den Support speichern
support-copy = Kopieren
support-try-again = Noch einmal versuchen
support-saved = Der Bericht ist gespeichert.
    .next = Senden Sie die Datei an Ihren Helpdesk.
support-copied = Der Bericht ist kopiert.
    .next = Fügen Sie ihn in eine Nachricht an Ihren Helpdesk ein.
support-failure-export-unwritable = Der Bericht ließ sich nicht speichern
    .next = Wählen Sie einen anderen Ordner, oder schaffen Sie Platz. Sie können ihn auch kopieren.
support-failure-clipboard-unavailable = An diesem Computer lässt sich gerade nichts kopieren
    .next = Speichern Sie den Bericht stattdessen.
support-failure-unknown = Der Bericht ließ sich nicht erstellen
    .next = Versuchen Sie es noch einmal. Wenn es wieder passiert, machen Sie für Ihren Helpdesk ein Bild von diesem Fenster.
