# Erster Start, und eine Verbindung annehmen.
start-title = Zurück in Ihr Konto
start-intro = Mit Readmit wählen Sie ein neues Kennwort. Zuerst muss es wissen, wo Sie sich anmelden: Fragen Sie Ihren Helpdesk nach einer Verbindung.
start-open-file = Verbindungsdatei öffnen
start-paste-code = Einrichtungscode einfügen
start-no-connection = Keine Verbindung zur Hand?
start-practice = Mit Übungskonten ausprobieren
    .hint = Erfundene Personen und ein erfundener Posteingang, nur auf diesem Computer
start-help-desk = Ich arbeite am Helpdesk
start-intro-offered = Mit Readmit wählen Sie ein neues Kennwort. Sagen Sie zuerst, wo Sie sich anmelden.
start-intro-locked = Mit Readmit wählen Sie ein neues Kennwort. Ihre Organisation hat noch nicht eingerichtet, wo Sie sich anmelden: Bitten Sie Ihren Helpdesk darum.
start-not-offered = Nicht das Richtige dabei?
start-elsewhere = Etwas anderes?

choose-title = Um welches Konto geht es?
choose-intro = Wählen Sie, wo Sie sich anmelden. Sie können das später ändern.

setup-title = Einrichtungscode einfügen
setup-intro = Er beginnt mit READMIT1 und kommt von Ihrem Helpdesk. Zeilenumbrüche schaden nicht.
setup-label = Einrichtungscode
setup-read = Weiter

offer-title = Diese Verbindung verwenden?
offer-intro = Prüfen Sie, ob Sie sich hier anmelden. Wenn Sie das nicht erwartet haben, gehen Sie zurück und fragen Sie Ihren Helpdesk.
offer-organisation = Organisation
offer-name = Name
offer-region = Standort
offer-sign-in = Anmeldung mit
offer-help-desk = Helpdesk
offer-secret = Geheimnis
offer-secret-kept = Es bringt eines mit. Readmit legt es in den Kennwortspeicher dieses Computers.
offer-ca-file = Vertraut auch
offer-reference = Kennung
offer-endpoint-title = Diese Verbindung führt nicht zu Amazon
offer-endpoint = Codes und Kennwörter gingen an { $endpoint }. Machen Sie nur weiter, wenn Ihr Helpdesk Ihnen das angekündigt hat.
offer-accept = Diese Verbindung verwenden

arrived-intro = Eine Verbindungsdatei oder ein Link wurde geöffnet. Prüfen Sie, ob Sie sich hier anmelden. Wenn Sie das nicht erwartet haben, wählen Sie „Jetzt nicht“, und fragen Sie Ihren Helpdesk.
arrived-replaces = Sie tritt an die Stelle der Verbindung zu { $name }, und Ihre Eingaben hier werden gelöscht.
arrived-ends-practice = Die Übung endet dann.
arrived-ends-sign-in = Die begonnene Anmeldung endet dann auch.
arrived-not-now = Jetzt nicht
arrived-refused = Das kam mit einer Datei oder einem Link. Hier hat sich nichts geändert.

leave-title = Andere Verbindung verwenden?
leave-text = Readmit vergisst dann die Verbindung zu { $name }. Um zurückzukehren, brauchen Sie wieder die Datei oder den Einrichtungscode.
leave-text-offered = Readmit vergisst dann die Verbindung zu { $name }. Die von Ihrer Organisation eingerichteten stehen auf dem ersten Bildschirm; für jede andere brauchen Sie wieder die Datei oder den Einrichtungscode.
leave-locked = Ihre Organisation hat inzwischen festgelegt, welche Verbindungen auf diesem Computer verwendet werden. Gehen Sie zurück, und machen Sie mit dieser weiter.
leave-title-practice = Übung beenden?
leave-text-practice = Sie kehren zum ersten Bildschirm zurück. Die Übungskonten bleiben auf diesem Computer, bis Sie Readmit schließen.
leave-confirm = Verbindung vergessen
leave-confirm-practice = Übung beenden
leave-again-hint = An Ihrem Konto ändert sich nichts.

name-email = E-Mail-Adresse
name-phone = Telefonnummer
name-username = Benutzername

# Wo eine Region liegt. Eine, die hier fehlt, wird mit ihrem Kürzel gezeigt.
region-af-south-1 = Kapstadt, Südafrika
region-ap-east-1 = Hongkong
region-ap-east-2 = Taipeh, Taiwan
region-ap-northeast-1 = Tokio, Japan
region-ap-northeast-2 = Seoul, Südkorea
region-ap-northeast-3 = Osaka, Japan
region-ap-south-1 = Mumbai, Indien
region-ap-south-2 = Hyderabad, Indien
region-ap-southeast-1 = Singapur
region-ap-southeast-2 = Sydney, Australien
region-ap-southeast-3 = Jakarta, Indonesien
region-ap-southeast-4 = Melbourne, Australien
region-ap-southeast-5 = Malaysia
region-ap-southeast-6 = Neuseeland
region-ap-southeast-7 = Thailand
region-ca-central-1 = Montréal, Kanada
region-ca-west-1 = Calgary, Kanada
region-cn-north-1 = Peking, China
region-cn-northwest-1 = Ningxia, China
region-eu-central-1 = Frankfurt, Deutschland
region-eu-central-2 = Zürich, Schweiz
region-eu-north-1 = Stockholm, Schweden
region-eu-south-1 = Mailand, Italien
region-eu-south-2 = Spanien
region-eu-west-1 = Irland
region-eu-west-2 = London, Vereinigtes Königreich
region-eu-west-3 = Paris, Frankreich
region-il-central-1 = Tel Aviv, Israel
region-me-central-1 = Vereinigte Arabische Emirate
region-me-south-1 = Bahrain
region-mx-central-1 = Mexiko
region-sa-east-1 = São Paulo, Brasilien
region-us-east-1 = Virginia, USA
region-us-east-2 = Ohio, USA
region-us-gov-east-1 = USA (Behörden, Osten)
region-us-gov-west-1 = USA (Behörden, Westen)
region-us-west-1 = Kalifornien, USA
region-us-west-2 = Oregon, USA
