//! The template's German texts. The English ones are the doc comments of `Policy`.

use crate::settings::Section;

/// What a section is called.
pub(super) fn section(section: Section) -> &'static str {
    match section {
        Section::Organisation => "Organisation und Helpdesk",
        Section::Connections => "Verbindungen",
        Section::Windows => "Fenster und Sprache",
        Section::Desk => "Das Fenster des Helpdesks",
        Section::Network => "Netzwerk und Aufzeichnung",
    }
}

/// Title and description of a setting.
pub(super) fn text(key: &str) -> (&'static str, &'static str) {
    TEXTS
        .iter()
        .find(|(of, _, _)| *of == key)
        .map(|(_, title, description)| (*title, *description))
        .unwrap_or_default()
}

const TEXTS: [(&str, &str, &str); 25] = [
    (
        "organisationName",
        "Name der Organisation",
        "Wessen Programm dies ist. Der Name steht in den Fenstern und neben jeder Einstellung, die diese Richtlinie \
         festlegt: „verwaltet von …“.",
    ),
    (
        "organisationLogo",
        "Logo der Organisation",
        "Der vollständige Pfad einer PNG-Datei auf dem Computer, höchstens 256 KiB. Sie wird oben in den Fenstern etwa \
         32 Pixel hoch gezeigt.",
    ),
    (
        "accentColour",
        "Akzentfarbe",
        "Die Farbe von Schaltflächen und Links als #rrggbb, zum Beispiel #0b5cad. Wo sie schwer zu lesen wäre, wählen \
         die Fenster einen helleren oder dunkleren Ton davon.",
    ),
    (
        "helpDeskPhone",
        "Helpdesk: Telefonnummer",
        "Wird überall gezeigt, wo jemand allein nicht weiterkommt, anstelle der Angaben einer Verbindung.",
    ),
    (
        "helpDeskEmail",
        "Helpdesk: E-Mail-Adresse",
        "Wird neben der Telefonnummer gezeigt.",
    ),
    (
        "helpDeskLink",
        "Helpdesk: Webseite",
        "Ein Link, der mit https:, http: oder mailto: beginnt.",
    ),
    (
        "helpDeskHours",
        "Helpdesk: Zeiten",
        "Wann jemand antwortet, so wie man es schreibt: „Mo bis Fr, 8 bis 18 Uhr“.",
    ),
    (
        "connections",
        "Verbindungen",
        "Für welche Konten das Programm da ist, höchstens 32. Jede ist der Text einer Verbindungsdatei in einer Zeile \
         oder ein Einrichtungscode (READMIT1-…), eine pro Zeile. Ein Client-Geheimnis wird abgelehnt: Eine Richtlinie \
         können alle auf dem Computer lesen.",
    ),
    (
        "connectionChoice",
        "Ob andere Verbindungen hinzugefügt werden dürfen",
        "locked: nur die Verbindungen dieser Richtlinie; Dateien, Links und Einrichtungscodes mit anderen werden \
         abgelehnt. offered: diese zuerst, andere dürfen hinzugefügt werden. Ohne diese Einstellung gilt locked.",
    ),
    (
        "windows",
        "Welche Fenster es gibt",
        "recovery: nur das Fenster für Menschen, die sich nicht anmelden können. desk: nur das Fenster des Helpdesks. \
         both: beide, wie ohne diese Einstellung.",
    ),
    (
        "language",
        "Sprache",
        "Die Sprache der Fenster: en oder de. Ohne diese Einstellung ist es die Sprache des Computers.",
    ),
    (
        "deskMode",
        "Modus des Helpdesk-Fensters",
        "help-desk: was ein Helpdesk braucht. full: alles, was der AWS-Zugang erlaubt.",
    ),
    (
        "permanentPasswords",
        "Dauerhafte Kennwörter",
        "Ob der Helpdesk im Modus full ein Kennwort setzen darf, das nicht geändert werden muss.",
    ),
    (
        "reasonRequired",
        "Ein Grund ist Pflicht",
        "Ob der Helpdesk aufschreiben muss, warum er etwas ändert. Der Grund steht dann im Protokoll.",
    ),
    (
        "callerChecklist",
        "Checkliste für Anrufende",
        "Was der Helpdesk abhaken muss, bevor er etwas ändert, zum Beispiel „Personalnummer geprüft“: höchstens 12 \
         Zeilen mit 120 Zeichen.",
    ),
    (
        "allowedActs",
        "Erlaubte Handlungen",
        "Was der Helpdesk tun darf, ein Name pro Zeile: send-reset-code, give-temporary-password, resend-invitation, \
         confirm-sign-up, mark-email-verified, mark-phone-verified, switch-on, sign-out-everywhere, \
         turn-off-authenticator, turn-off-sms-factor, turn-off-email-factor, set-permanent-password, switch-off, \
         try-password. Was der AWS-Zugang nicht erlaubt, wird dadurch nicht möglich.",
    ),
    (
        "runMaximumUsers",
        "Höchstzahl der Personen in einem Durchlauf",
        "Wie viele Personen ein Durchlauf über viele Personen höchstens umfasst. Diese Version hat noch keine Durchläufe; die Einstellung ist erlaubt und noch ohne Wirkung.",
    ),
    (
        "runMaximumPerMinute",
        "Höchstzahl der Personen pro Minute in einem Durchlauf",
        "Wie viele Personen ein Durchlauf über viele Personen in einer Minute höchstens ändert. Diese Version hat noch keine Durchläufe; die Einstellung ist erlaubt und noch ohne Wirkung.",
    ),
    (
        "recordDays",
        "Wie lange das Protokoll aufbewahrt wird",
        "Nach wie vielen Tagen Einträge im Protokoll des Helpdesks auf diesem Computer gelöscht werden.",
    ),
    (
        "lockMinutes",
        "Sperren, wenn niemand da ist",
        "Nach wie vielen Minuten ohne Taste oder Klick sich das Fenster des Helpdesks sperrt.",
    ),
    (
        "proxy",
        "Proxy",
        "system: was auf dem Computer eingestellt ist, wie ohne diese Einstellung. direct: keiner. Oder eine Adresse, \
         zum Beispiel http://proxy.example.com:3128. Benutzername und Kennwort darin werden abgelehnt: Eine Richtlinie \
         können alle auf dem Computer lesen.",
    ),
    (
        "proxyExceptions",
        "Ohne den Proxy erreichbar",
        "Rechner (intranet.example.com), Endungen (.example.com) und Netze (10.0.0.0/8), die ohne den Proxy erreicht \
         werden, einer pro Zeile. Braucht eine Adresse als Proxy.",
    ),
    (
        "caFile",
        "Zertifizierungsstellen",
        "Der vollständige Pfad einer PEM-Datei mit Zertifizierungsstellen, denen außer denen des Computers vertraut \
         wird, für Netze, die TLS untersuchen.",
    ),
    (
        "fips",
        "Nur FIPS-Endpunkte",
        "Ob nur die nach FIPS 140 geprüften Endpunkte von AWS verwendet werden. Wo es in einer Region keine gibt, sagt \
         das Programm es und sendet nichts.",
    ),
    (
        "logLevel",
        "Wie viel protokolliert wird",
        "off, error, warn, info, debug oder trace. Auf keiner Stufe stehen Benutzernamen, Adressen, Codes oder \
         Kennwörter in den Aufzeichnungen.",
    ),
];

#[test]
fn every_setting_has_german_words_of_its_own() {
    let keys: Vec<&str> = crate::Policy::SETTINGS
        .iter()
        .map(|setting| setting.key)
        .collect();
    let texts: Vec<&str> = TEXTS.iter().map(|(key, _, _)| *key).collect();
    assert_eq!(texts, keys);
    for setting in crate::Policy::SETTINGS {
        let (title, description) = text(setting.key);
        // "Proxy" is the same word in both.
        assert!(
            title != setting.title() || setting.key == "proxy",
            "{}",
            setting.key
        );
        assert_ne!(description, setting.description());
    }
}
