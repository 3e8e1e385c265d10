# Der Rahmen des Helpdesks, seine Sperre, seine Einstellungen.
desk-page-title = { $screen } · Readmit-Helpdesk
desk-opening = Einen Moment …
desk-not-begun = Der Helpdesk konnte nicht starten
desk-production = Produktion
desk-endpoint = Alles geht an { $endpoint }, nicht an Amazon.
desk-reference = Angabe dazu: { $reference }
desk-who = Sie sind { $name } im Konto { $account }.
desk-who-named = Sie sind { $name } im Konto { $account } ({ $id }).
desk-who-practice = Sie üben. Hier ist nichts echt.

desk-practice = Diese Personen sind erfunden, und niemand bekommt etwas gesendet.
desk-practice-leave = Übung beenden
desk-practice-inbox-empty = Noch keine Nachrichten. Was sonst an eine Person ginge, kommt hier an.

# Was auf der Schaltfläche neben einem Fehler steht
desk-remedy-try-again = Noch einmal versuchen
desk-remedy-look-again = Noch einmal nachsehen
desk-remedy-sign-in = Anders bei AWS anmelden
desk-remedy-permissions = Zeigen, was erlaubt ist
desk-remedy-settings = Einstellungen öffnen

# Wege
nav-name = Bereiche des Helpdesks
nav-users = Personen
nav-record = Protokoll
nav-pool = Pool
nav-settings = Einstellungen
nav-lock = Sperren
switcher-title = Wo möchten Sie arbeiten?
switcher-line = { $region } · { $pool }
switcher-here = in Gebrauch
switcher-another = Mit weiterem Pool verbinden
switcher-waiting = Wechsel …
switcher-waiting-long = AWS hat noch nicht geantwortet. Bis dahin bleiben Sie, wo Sie sind.

# Die Sperre
locked-title = Der Helpdesk ist gesperrt
locked-text = Eine Weile hat ihn niemand benutzt, oder jemand hat ihn gesperrt. Beim Entsperren wird AWS noch einmal gefragt, ob Sie hineindürfen. Alles Eingegebene ist noch da.
locked-text-practice = Eine Weile hat ihn niemand benutzt, oder jemand hat ihn gesperrt. Entsperren Sie ihn und üben Sie weiter. Alles Eingegebene ist noch da.
locked-unlock = Entsperren
locked-another = Anders anmelden
confirm-title = Melden Sie sich noch einmal bei AWS an
confirm-kept = Ihre Eingaben bleiben erhalten. Danach können Sie den letzten Schritt wiederholen.
confirm-again = Noch einmal anmelden
confirm-not-now = Jetzt nicht

# Einstellungen
settings-saved = Gespeichert
settings-rules = Was hier getan werden darf
settings-mode = Modus
mode-help-desk = Helpdesk
    .hint = Personen finden, sehen, woran es liegt, und ihnen wieder hineinhelfen. Nichts, was jemanden aussperrt.
mode-full = Alles
    .hint = Auch Konten abschalten, und dauerhafte Kennwörter, wenn Sie sie unten erlauben.
settings-permanent = Dauerhafte Kennwörter erlauben
    .hint = Dann kennt jemand am Helpdesk ein Kennwort, das weiter gilt. Ein vorläufiges ist sicherer.
settings-before = Bevor etwas geändert wird
settings-reason = Ein Grund oder eine Ticketnummer
reason-optional = kann angegeben werden
    .hint = Das Feld ist da und kann leer bleiben.
reason-mandatory = muss angegeben werden
    .hint = Ohne Grund wird nichts geändert.
checklist-title = Fragen, um Anrufende zu prüfen
checklist-hint = Jede muss abgehakt sein, bevor jemand geändert wird, und das Protokoll hält das fest.
checklist-empty = Noch keine Fragen: Änderungen gehen ohne.
checklist-new = Weitere Frage
checklist-add = Hinzufügen
checklist-up = Nach oben
    .name = Nach oben: { $item }
checklist-remove = Entfernen
    .name = Entfernen: { $item }
checklist-twice = Diese Frage steht schon auf der Liste.
checklist-full = Mehr als { $count } Fragen gehen nicht.
settings-safety = Sicherheit
settings-lock = Sperren nach dieser Zeit ohne Benutzung
settings-minutes = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
}
settings-record = Protokoll aufbewahren
    .hint = Ältere Einträge werden entfernt, und das Protokoll sagt das.
settings-record-ever = für immer
settings-days = { $count ->
    [365] 1 Jahr
    [1095] 3 Jahre
    [3650] 10 Jahre
   *[other] { $count } Tage
}
access-title = Zugang zu AWS
access-way = Wie
way-keys = Zugriffsschlüssel, der auf { $label } endet
way-profile = Profil „{ $label }“
way-identity-center = IAM Identity Center, als { $label }
access-role = In der Rolle
access-arn = AWS nennt Sie
access-kept = Aufbewahrt
access-kept-yes = Im Kennwortspeicher dieses Computers, bis Sie ihn vergessen lassen
access-kept-no = Nur bis Readmit geschlossen wird
access-replace = Anders anmelden
access-forget = Diesen Zugang vergessen
forget-title = Diesen Zugang vergessen?
forget-text = Readmit entfernt dann alles davon von diesem Computer. Um weiterzumachen, melden Sie sich wieder bei AWS an.
forget-stays = Verbindungen, Einstellungen und Protokoll bleiben. Den Schlüssel selbst gibt es in AWS weiterhin.
connections-title = Verbindungen
connections-locked = Hier lassen sich nur die Pools verwenden, die für diesen Computer eingerichtet sind. Fehlt einer, fragen Sie, wer ihn verwaltet.
connections-remove = Entfernen
    .name = Verbindung { $name } entfernen
remove-title = Die Verbindung { $name } entfernen?
remove-text = Readmit vergisst die Verbindung und das Geheimnis, das dazugehört.
remove-stays = In AWS ändert sich nichts, und das Protokoll bleibt.
remove-confirm = Entfernen
settings-window = Dieses Programm
settings-practice-on = Sie üben mit erfundenen Personen.
settings-practice-off = Üben Sie mit erfundenen Personen. Ihr Zugang und Ihre Verbindungen warten auf Sie.
