# Mit einem Pool verbinden, wie er eingerichtet ist, und was man weitergibt. Hier stehen die Namen der AWS-Konsole neben unseren.
region-and-code = { $name } ({ $code })
connect-pool-title = Welchen Personen helfen Sie?
connect-pool-intro = In AWS stehen sie in einem „User Pool“ (Benutzerpool). Wählen Sie ihn nach seinem Namen.
connect-kept = Mit einer vorhandenen Verbindung weiterarbeiten
connect-kept-else = Oder mit einem Pool verbinden
connect-managed-none = Hier ist noch kein Pool eingerichtet. Bitten Sie die Person, die diesen Computer verwaltet, einen hinzuzufügen; er erscheint dann hier.
connect-region = Region
connect-region-choose = Region wählen
connect-filter = Nach Name suchen
connect-looking = Pools werden gesucht …
connect-looking-everywhere = Alle Regionen werden durchsucht …
connect-looking-long = AWS hat noch nicht geantwortet.
connect-found = { $count ->
    [0] Keine Pools
    [one] Ein Pool
   *[other] { $count } Pools
}
connect-none-named = Kein Pool heißt hier „{ $name }“
    .next = Wählen Sie eine andere Region, oder geben Sie einen Teil des Namens ein und suchen Sie überall.
connect-none-anywhere = Kein Pool mit diesem Namen
    .next = Prüfen Sie den Namen. Vielleicht sind Sie auch im falschen Konto oder dürfen den Pool nicht sehen.
connect-everywhere = Alle Regionen nach „{ $name }“ durchsuchen
    .hint = Sie kennen die Region nicht? Geben Sie oben einen Teil des Namens ein.
connect-everywhere-plain = Alle Regionen durchsuchen
connect-everywhere-shown = Alle Regionen, durchsucht nach { $name }
connect-here = Zurück zu { $region }
pool-by-id = Stattdessen die ID des Pools eingeben
    .label = ID des User Pools (Benutzerpools)
    .hint = Die AWS-Konsole zeigt sie in der Übersicht des Pools. Sie sieht so aus: eu-central-1_AbC123xyz.
    .use = Mit diesem Pool weitermachen
pool-id-empty = Die ID fehlt
    .next = Geben Sie die ID des Pools ein, oder fügen Sie sie ein.
pool-id-malformed = Das ist nicht die ID eines Pools
    .next = Sie besteht aus der Region, einem Unterstrich und danach nur Buchstaben und Ziffern, etwa eu-central-1_AbC123xyz. Der Name des Pools genügt hier nicht.
pool-id-too-long = Diese ID ist zu lang
    .next = Die ID eines Pools hat höchstens 55 Zeichen. Kopieren Sie sie noch einmal aus der AWS-Konsole.
connect-client-title = Wo melden sie sich an?
connect-client-intro = Jede App, die { $pool } benutzt, ist in AWS ein „App Client“ (App-Client). Wählen Sie die, in der man sich anmeldet.
connect-clients-reading = Apps werden gesucht …
connect-clients-none = Keine App benutzt diesen Pool
    .next = Sie können ohne weitermachen.
connect-without-client = Ohne App weitermachen
    .hint = Sie können trotzdem helfen. Readmit weiß dann nicht genau, was „Kennwort vergessen“ den Personen sagt, und es gibt nichts, was man ihnen weitergeben könnte.
client-by-id = Stattdessen die ID der App eingeben
    .label = ID des App Clients
    .hint = Die AWS-Konsole zeigt sie in der Liste der App-Clients des Pools, als „Client-ID“.
    .use = Mit dieser App weitermachen
client-id-empty = Die ID fehlt
    .next = Geben Sie die ID der App ein, oder machen Sie ohne App weiter.
client-id-malformed = Das ist nicht die ID einer App
    .next = Sie besteht nur aus Buchstaben und Ziffern, manchmal auch „_“ oder „+“, ohne Leerzeichen. Der Name der App genügt hier nicht.
client-id-too-long = Diese ID ist zu lang
    .next = Die ID einer App hat höchstens 128 Zeichen. Kopieren Sie sie noch einmal aus der AWS-Konsole.
client-recommended = Vorschlag
client-unknown = Readmit darf nicht sehen, was diese App kann.
client-password = Man meldet sich mit einem Kennwort an.
client-no-password = Hier meldet sich niemand mit einem Kennwort an, ein neues hilft also niemandem.
client-hides = Fremde erfahren nicht, wer ein Konto hat.
client-shows = Fremde können herausfinden, wer ein Konto hat.
client-secret = Hat ein Geheimnis. Readmit holt es und legt es in den Kennwortspeicher dieses Computers.
client-no-secret = Hat kein Geheimnis und eignet sich darum zum Weitergeben.
connect-name-title = Geben Sie ihr einen Namen
connect-name = Name
connect-nameless = Der Name fehlt
    .next = Geben Sie ein, wie diese Verbindung hier heißen soll, damit niemand sie mit einer anderen verwechselt.
connect-organisation = Organisation
    .hint = Unter welchem Namen man Sie kennt. Die Personen sehen ihn, wenn Sie diese Verbindung weitergeben.
connect-colour = Farbe
colour-blue = Blau
colour-green = Grün
colour-violet = Violett
colour-slate = Grau
colour-amber = Bernstein
colour-red = Rot
connect-production = Echte Personen (Produktion)
    .hint = Dann sieht sie überall anders aus, damit sie niemand für einen Test hält.
connect-unshown = Darin ist ein unsichtbares Zeichen
    .next = Ein Teil davon lässt sich nicht zeigen. Tippen Sie es von Hand, statt es einzufügen.
connect-no-such-client = In diesem Pool gibt es keine App mit dieser ID
    .next = Gehen Sie zurück, um die ID zu berichtigen oder ohne App weiterzumachen.
connect-before = Bevor Sie weitermachen
connect-healthy = Der Pool ist gut dafür eingerichtet, Menschen wieder hineinzulassen.
connect-denied = { $count ->
    [one] Ihnen fehlt eine Berechtigung. Verbinden können Sie trotzdem; unter „Pool“ finden Sie dann eine Anfrage für die Person, die AWS verwaltet.
   *[other] Ihnen fehlen { $count } Berechtigungen. Verbinden können Sie trotzdem; unter „Pool“ finden Sie dann eine Anfrage für die Person, die AWS verwaltet.
}
connect-allowed = Nichts, was sich ausprobieren ließ, wurde abgelehnt.
connect-permissions = Alle Berechtigungen
connect-keep = Verbinden
connect-keep-secret = Das Geheimnis der App kommt direkt in den Kennwortspeicher dieses Computers. Niemand sieht es.
connect-keep-plain = Readmit bewahrt den Namen auf und wo der Pool ist. Ein Geheimnis braucht es nicht.

# Auf dem Weg dorthin fehlt eine Berechtigung
refused-pools = Darum kann Readmit Ihnen die Pools hier nicht zeigen. Wenn Sie die ID des Pools kennen, geht es trotzdem weiter.
refused-clients = Darum kann Readmit Ihnen die Apps nicht zeigen. Wenn Sie die ID der App kennen, geht es trotzdem weiter, und auch ohne App.
refused-pool = Ohne sie kann sich Readmit nicht mit diesem Pool verbinden. Senden Sie die Anfrage unten an die Person, die AWS verwaltet, und versuchen Sie es danach noch einmal.
refused-ask = Das ist das Wenigste, was AWS dem Helpdesk erlauben muss, für { $pool } und sonst nichts. Senden Sie es der Person, die AWS verwaltet.
refused-ask-later = Sobald die ID des Pools eingegeben ist, können Sie hier kopieren, um welche Berechtigungen genau Sie bitten müssen.

# Der Pool, mit dem man arbeitet
pool-id = User Pool
pool-client = App Client
pool-client-none = keiner gewählt
pool-region = Standort
pool-users = Personen
pool-users-about = etwa { $count }
pool-health = Wie er eingerichtet ist
pool-health-intro = Was jede Einstellung für Menschen bedeutet, die nicht hineinkommen.
pool-examining = Einstellungen des Pools werden gelesen …
pool-examining-long = AWS hat noch nicht geantwortet.
pool-permissions = Was Sie dürfen
pool-permissions-intro = Ausprobiert wurde nur, was nichts ändert. Ob das Übrige erlaubt ist, zeigt sich, wenn Sie es tun.
health-state-good = gut
health-state-mind = beachten
health-state-bad = sperrt Menschen aus
permission-allowed = erlaubt
permission-denied = abgelehnt
permission-not-tried = nicht ausprobiert
    .means = Wird es abgelehnt: { $breaks }
contact-email = E-Mail
contact-phone = Telefon
factor-sms = SMS
factor-authenticator = Authenticator-App

health-recovery-by-code = Codes gehen an: { $contacts }
    .means = Man kommt selbst wieder hinein, mit einem Code an das erste davon, das bestätigt ist.
health-recovery-never-set = Niemand hat festgelegt, wie man wieder hineinkommt
    .means = Es gilt die alte Regel: Ein Code geht zuerst ans Telefon, dann an die E-Mail-Adresse. Besser ist es, das festzulegen.
health-recovery-by-administrators = Nur Sie können Kennwörter zurücksetzen
    .means = „Kennwort vergessen“ sendet hier nichts. Man braucht ein vorläufiges Kennwort vom Helpdesk.
health-contacts-verified = Adressen werden beim Registrieren bestätigt
    .means = Es gibt also etwas, wohin ein Code gehen kann.
health-contacts-not-verified = Wird nie von selbst bestätigt: { $contacts }
    .means = Ein Code geht nur an Bestätigtes. Viele haben vielleicht nichts davon; Sie können etwas bestätigen, nachdem Sie es mit der Person geprüft haben.
health-small-mailer = E-Mails gehen über Cognito selbst hinaus
    .means = Es sendet { $perDay } Nachrichten am Tag für das ganze Konto, von einer Adresse, die oft im Spam landet. Vor vielen Rücksetzungen richten Sie Amazon SES ein.
health-own-mailer = E-Mails gehen über Ihr eigenes Amazon SES hinaus
    .means = { $from ->
        [none] Die Grenze von 50 am Tag gilt nicht.
       *[other] Sie kommen von { $from }. Die Grenze von 50 am Tag gilt nicht.
    }
health-mail-fails = E-Mails gehen nicht hinaus
    .means = AWS meldet: { $reason }. Bis es behoben ist, bekommt niemand einen Code oder eine Einladung per E-Mail.
health-text-messages-work = SMS sind eingerichtet
    .means = Codes können an Telefone gehen.
health-text-messages-not-set-up = SMS sind nicht eingerichtet
    .means = Der Pool rechnet mit Telefonen, und an sie lässt sich nichts senden.
health-text-messages-in-sandbox = SMS gehen nur an Testnummern
    .means = Das Konto ist in der SMS-Sandbox. Alle anderen bekommen keinen Code; wer den Pool verwaltet, muss AWS bitten, es freizugeben.
health-text-messages-fail = SMS gehen nicht hinaus
    .means = AWS meldet: { $reason }. Wer den Pool verwaltet, muss es beheben.
health-accounts-hidden = Fremde erfahren nicht, wer ein Konto hat
    .means = „Kennwort vergessen“ sieht für alle gleich aus, auch wenn kein Code hinausging. Jemand wartet also vielleicht auf einen Code, der nie kommt.
health-accounts-shown = Fremde können herausfinden, wer ein Konto hat
    .means = Die Fehlermeldungen verraten es. Schalten Sie für den App Client „Prevent user existence errors“ ein.
health-no-app-client = Es wurde keine App gewählt
    .means = Was man bei „Kennwort vergessen“ sieht, lässt sich nur vermuten.
health-password-sign-in = Man meldet sich mit einem Kennwort an
    .means = { $withoutSendingIt ->
        [yes] Mit einem neuen oder vorläufigen Kennwort kommt man hinein.
       *[other] Mit einem neuen oder vorläufigen Kennwort kommt man hinein. Die App sendet es, wie es ist; SRP wäre sicherer.
    }
health-no-password-sign-in = Niemand meldet sich mit einem Kennwort an
    .means = Die App erlaubt keine Anmeldung mit Kennwort. Weder ein Code noch ein vorläufiges Kennwort bringt jemanden hinein.
health-case-matters = Groß- und Kleinschreibung zählt
    .means = „Jana“ und „jana“ sind zwei Personen. Readmit sucht nach den üblichen Schreibweisen und zeigt Doppelgänger.
health-case-ignored = Groß- und Kleinschreibung zählt nicht
    .means = „Jana“ und „jana“ sind dieselbe Person.
health-temporary-password-life = { $days ->
    [one] Ein vorläufiges Kennwort gilt { $days } Tag
   *[other] Ein vorläufiges Kennwort gilt { $days } Tage
}
    .means = { $state ->
        [good] Danach braucht die Person ein neues.
       *[other] Sehr kurz ist vorbei, bevor man es versucht; sehr lang ist ein Risiko, wenn es jemand findet.
    }
health-password-rules = Kennwörter haben mindestens { $minimumLength } Zeichen
    .means = { $state ->
        [good] Readmit macht vorläufige Kennwörter, die passen.
       *[other] Das ist kurz. Empfohlen werden mindestens acht.
    }
health-password-history = Die letzten { $size } Kennwörter gehen nicht noch einmal
    .means = Auch vorläufige zählen mit.
health-owners-functions = Unterwegs laufen eigene Funktionen: { $names }
    .means = Schlägt eine fehl, kann eine Rücksetzung auf halbem Weg stehen bleiben. Fragen Sie dann, wer den Pool verwaltet.
health-factors-off = Ein zweiter Faktor wird nicht verlangt
    .means = Zum Anmelden reicht ein Kennwort.
health-factors-optional = Manche haben einen zweiten Faktor
    .means = Eine Rücksetzung entfernt ihn nicht: Er wird weiter gebraucht.
health-factors-required = Alle brauchen einen zweiten Faktor
    .means = Eine Rücksetzung entfernt ihn nicht, und ein verlorener lässt sich hier nicht abschalten.
health-factors-take-recovery = Der zweite Faktor versperrt den Rückweg: { $factors }
    .means = Was zweiter Faktor ist, kann den Code für ein neues Kennwort nicht bekommen. Diese Personen brauchen Sie.
health-factors-unknown = Welche zweiten Faktoren es gibt, ließ sich nicht lesen
    .means = Dafür fehlt Ihnen eine Berechtigung.

breaks-ListUserPools = Pools lassen sich nicht auflisten.
breaks-DescribeUserPool = Es gibt keine Diagnose, und nicht zu sehen ist, wie der Pool eingerichtet ist.
breaks-ListUserPoolClients = Apps lassen sich nicht auflisten.
breaks-DescribeUserPoolClient = Was „Kennwort vergessen“ sagt, lässt sich nur vermuten, und ein Geheimnis lässt sich nicht holen.
breaks-GetUserPoolMfaConfig = Welche zweiten Faktoren es gibt, bleibt unbekannt.
breaks-ListUsers = Personen lassen sich nicht suchen.
breaks-AdminGetUser = Personen lassen sich nicht öffnen, also lässt sich nichts für sie tun.
breaks-AdminListGroupsForUser = Die Gruppen einer Person werden nicht gezeigt.
breaks-AdminResetUserPassword = Codes lassen sich nicht senden.
breaks-AdminSetUserPassword = Kennwörter lassen sich nicht vergeben.
breaks-AdminCreateUser = Einladungen lassen sich nicht noch einmal senden.
breaks-AdminConfirmSignUp = Registrierungen lassen sich nicht abschließen.
breaks-AdminUpdateUserAttributes = E-Mail-Adressen und Telefonnummern lassen sich nicht bestätigen.
breaks-AdminEnableUser = Konten lassen sich nicht einschalten.
breaks-AdminDisableUser = Konten lassen sich nicht abschalten.
breaks-AdminUserGlobalSignOut = Personen lassen sich nicht überall abmelden.
breaks-AdminSetUserMFAPreference = Ein verlorener zweiter Faktor lässt sich nicht abschalten.
breaks-ListGroups = Gruppen lassen sich nicht auflisten.
breaks-ListUsersInGroup = Die Personen einer Gruppe lassen sich nicht auflisten.

# Worum man bitten kann
policy-title = Um das Fehlende bitten
policy-intro = Das ist das Wenigste, was AWS für eine Aufgabe erlauben muss, für diesen Pool und sonst nichts. Senden Sie es der Person, die AWS verwaltet.
policy-job = Was soll hier getan werden?
job-look-only = Nur nachsehen
    .hint = Personen finden und sehen, woran es liegt.
job-help-desk = Helpdesk
    .hint = Das, und einzelnen Personen wieder hineinhelfen.
job-bulk = Viele auf einmal
    .hint = Das, für ganze Gruppen, und Konten abschalten.
policy-text = Die Richtlinie, als JSON
policy-copy-letter = Anfrage mit Richtlinie kopieren
policy-copy = Nur die Richtlinie kopieren
policy-copied = Kopiert
policy-letter = Guten Tag, ich helfe mit Readmit den Personen des User Pools { $pool } im Konto { $account }. Bitte ordnen Sie { $who } diese Richtlinie zu. Sie ist das Wenigste, was dafür nötig ist: { $job }. Vielen Dank!

# Für Endbenutzer
export-title = Menschen sich selbst helfen lassen
export-practice = Für Übungskonten gibt es nichts weiterzugeben. Bei einem echten Pool finden Sie es hier.
export-intro = Damit wählen Menschen, die ihr Kennwort vergessen haben, in Readmit selbst ein neues, ohne Sie. Senden Sie es ihnen, oder lassen Sie es auf ihre Computer verteilen.
export-no-client = Es gibt noch nichts weiterzugeben
    .next = Diese Verbindung hat keine App. Verbinden Sie den Pool noch einmal, und wählen Sie die App, in der man sich anmeldet.
export-contact = Wie man Sie erreicht
    .hint = Es steht am Fuß jedes Bildschirms. Alles davon ist freiwillig.
export-phone = Telefon
export-email = E-Mail
export-link = Webseite
export-hours = Zeiten
export-secret = Das Geheimnis der App mitgeben
export-secret-no = Ohne es geht die Verbindung dieser App für Endbenutzer nicht. Besser ist eine App ohne Geheimnis: Verbinden Sie dafür eine.
export-secret-yes = Wer die Datei oder den Code bekommt, kann das Geheimnis lesen, und alle, denen er weitergegeben wird, auch. Es beweist dann nicht mehr, dass eine Anfrage von Ihrer App kommt. Nehmen Sie eine App ohne Geheimnis, wenn es geht.
export-file = Als Datei speichern …
export-code = Einrichtungscode erstellen
export-dialog = Verbindung für Endbenutzer speichern
export-saved = Gespeichert
export-code-made = Man fügt ihn auf dem ersten Bildschirm von Readmit ein.
export-code-text = Einrichtungscode
export-code-copied =
    { $seconds ->
        [one] Der Einrichtungscode liegt { $seconds } Sekunde lang in der Zwischenablage: Fügen Sie ihn jetzt ein, wo er hingehört. Er enthält das Geheimnis und wird deshalb nicht angezeigt.
       *[other] Der Einrichtungscode liegt { $seconds } Sekunden lang in der Zwischenablage: Fügen Sie ihn jetzt ein, wo er hingehört. Er enthält das Geheimnis und wird deshalb nicht angezeigt.
    }
export-code-copy = Einrichtungscode kopieren
