# Was nur auf der Kommandozeile gesagt wird.

self-check-title = Readmit { $version } prüft diesen Computer.
self-check-all-good = Es gibt keinen Fehler.
self-check-failed = Es gibt Fehler. Oben steht, wie sie zu beheben sind.
check-state-passed = gut
check-state-noted = Hinweis
check-state-failed = FEHLER
check-state-skipped = entfällt
self-check-asked = Es ist keine Verbindung eingerichtet, darum wird Amazons eigene Adresse in { $region } gefragt.

purge-nothing = Readmit bewahrt auf diesem Computer nichts für Sie auf.
purge-list = Das wird entfernt und lässt sich nicht zurückholen:
purge-settings = Einstellungen und Verbindungen
purge-record = das Protokoll dessen, was am Helpdesk getan wurde
purge-logs = die Aufzeichnungen für den Support
purge-web-view = was die Webansicht aufbewahrt
purge-keychain = was Readmit im Kennwortspeicher aufbewahrt
purge-ask = Geben Sie „ja“ ein, um es zu entfernen:
purge-yes = ja
purge-left = Es wurde nichts entfernt.
purge-done = Es ist entfernt.
purge-running = Readmit ist geöffnet. Schließen Sie es, und versuchen Sie es noch einmal.
purge-failed = Nicht alles ließ sich entfernen. Übrig ist:
purge-foreign = Das stammt nicht von Readmit und bleibt:
