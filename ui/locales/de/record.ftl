# Das Protokoll: wer was für wen getan hat.
record-title = Protokoll
record-intro = Alles, was hier getan wurde, das Neueste zuerst. Kennwörter und Codes stehen nie darin.
record-search = Im Protokoll suchen
record-search-hint = Wer, wen, Grund, Anfragenummer
record-too-long = Das ist zu lang für eine Suche
    .next = Im Protokoll lässt sich nach höchstens 256 Zeichen suchen. Ein Name oder eine Anfragenummer genügt.
record-act = Was geschah:
record-act-all = alles
record-outcome = Wie es ausging:
record-outcome-all = gleich wie
record-outcome-done = erledigt
record-outcome-refused = abgelehnt
record-outcome-unknown = nicht sicher
record-list = Einträge
record-looking = Das Protokoll wird gelesen …
record-looking-long = Das Protokoll wird noch von diesem Computer gelesen.
record-more = Weitere werden gelesen …
record-end = { $count ->
    [one] Das ist alles: ein Eintrag.
   *[other] Das ist alles: { $count } Einträge.
}
record-let-go = { $count } neuere Einträge weiter oben werden hier nicht mehr vorgehalten.
record-let-go-again = Wieder beim neuesten beginnen
record-empty = Noch wurde nichts getan
    .next = Sobald Sie etwas für jemanden tun, steht es hier: eingetragen, bevor es gesendet wird, und danach vervollständigt.
record-nothing-found = Kein Eintrag passt
    .next = Suchen Sie nach weniger, oder lassen Sie alles zeigen.
record-show-all = Alles zeigen
record-pick = Kein Eintrag ist geöffnet
    .next = Wählen Sie einen, um zu sehen, wer was wann und warum getan hat.
record-back = Zurück zum ganzen Protokoll
record-number = Eintrag { $entry }
record-when = Wann
record-who = Von
record-whom = Für
record-contact = Kontakt
record-why = Grund
record-why-none = keiner angegeben
record-verified = Anrufer geprüft durch
record-verified-none = nichts angehakt
record-ended = Ausgang
record-ended-done = Erledigt, Antwort nach { $seconds } s
record-ended-refused = Abgelehnt: { $why }
record-ended-unknown = Nicht sicher. Es kam keine Antwort, oder Readmit wurde vorher geschlossen. Öffnen Sie die Person, um zu sehen, wie es steht.
record-where = Wo
record-request = AWS-Anfrage
record-request-hint = Mit dieser Nummer findet es in CloudTrail, wer AWS verwaltet.
record-request-none = keine
record-copy-request = Kopieren: Nummer der Anfrage
record-verify = Auf Vollständigkeit prüfen
record-verifying = Wird geprüft …
record-whole = { $count ->
    [0] Das Protokoll ist vollständig. Noch hat es keine Einträge.
    [one] Das Protokoll ist vollständig: ein Eintrag, seit { $since }.
   *[other] Das Protokoll ist vollständig: { $count } Einträge, seit { $since }.
}
    .next = Um das später beweisen zu können, notieren Sie dies an einem anderen Ort: { $hash }
record-broken = Das Protokoll wurde von außen verändert
    .next = { $entry ->
        [none] Es ist nicht mehr so, wie Readmit es geschrieben hat.
       *[other] Ab Eintrag { $entry } ist es nicht mehr so, wie Readmit es geschrieben hat.
    } Sagen Sie es denen, die sich um die Sicherheit kümmern, und lassen Sie die Datei, wie sie ist.
record-export-csv = Als Tabelle (CSV) speichern
record-export-json = Als JSON speichern
record-export-title = Protokoll speichern
record-exported = Das Protokoll ist gespeichert. Darin stehen Namen und Kontakte: Verwahren Sie es, wo es nur sieht, wer es sehen soll.
record-act-newer = Etwas, das ein neueres Readmit getan hat
