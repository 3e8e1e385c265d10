# First start, and taking a connection.
start-title = Get back into your account
start-intro = Readmit helps you to choose a new password. First it needs to know where you sign in: ask your help desk for a connection.
start-open-file = Open a connection file
start-paste-code = Paste a setup code
start-no-connection = No connection at hand?
start-practice = Try it with practice accounts
    .hint = Made-up people and a made-up inbox, only on this computer
start-help-desk = I work at the help desk
start-intro-offered = Readmit helps you to choose a new password. First say where you sign in.
start-intro-locked = Readmit helps you to choose a new password. Your organisation has not set up yet where you sign in: ask your help desk to do that.
start-not-offered = Not the right one?
start-elsewhere = Something else?

choose-title = Which account is this about?
choose-intro = Choose where you sign in. You can change it later.

setup-title = Paste your setup code
setup-intro = It begins with READMIT1 and comes from your help desk. Line breaks do no harm.
setup-label = Setup code
setup-read = Continue

offer-title = Use this connection?
offer-intro = Check that this is where you sign in. If you did not expect it, go back and ask your help desk.
offer-organisation = Organisation
offer-name = Name
offer-region = Where it is
offer-sign-in = You sign in with
offer-help-desk = Help desk
offer-secret = Secret
offer-secret-kept = One comes with it. Readmit keeps it in this computer’s password store.
offer-ca-file = Also trusts
offer-reference = Reference
offer-endpoint-title = This connection does not lead to Amazon
offer-endpoint = Codes and passwords would go to { $endpoint }. Go on only if your help desk told you to expect this.
offer-accept = Use this connection

arrived-intro = A connection file or a link was opened. Check that this is where you sign in. If you did not expect it, choose “Not now” and ask your help desk.
arrived-replaces = It takes the place of the connection to { $name }, and what you typed here is cleared.
arrived-ends-practice = Practising then ends.
arrived-ends-sign-in = The sign-in that you have begun then ends too.
arrived-not-now = Not now
arrived-refused = It came with a file or a link that was opened. Nothing has changed here.

leave-title = Use another connection?
leave-text = Readmit then forgets the connection to { $name }. To come back you need its file or its setup code again.
leave-text-offered = Readmit then forgets the connection to { $name }. The ones that your organisation set up are on the first screen; for any other you need its file or its setup code again.
leave-locked = Your organisation has decided since which connections can be used on this computer. Go back and carry on with this one.
leave-title-practice = Stop practising?
leave-text-practice = You go back to the first screen. The practice accounts stay on this computer until you close Readmit.
leave-confirm = Forget this connection
leave-confirm-practice = Stop practising
leave-again-hint = Nothing about your account changes.

name-email = email
name-phone = phone number
name-username = user name

# Where a region is. One that isn't listed is shown by its code.
region-af-south-1 = Cape Town, South Africa
region-ap-east-1 = Hong Kong
region-ap-east-2 = Taipei, Taiwan
region-ap-northeast-1 = Tokyo, Japan
region-ap-northeast-2 = Seoul, South Korea
region-ap-northeast-3 = Osaka, Japan
region-ap-south-1 = Mumbai, India
region-ap-south-2 = Hyderabad, India
region-ap-southeast-1 = Singapore
region-ap-southeast-2 = Sydney, Australia
region-ap-southeast-3 = Jakarta, Indonesia
region-ap-southeast-4 = Melbourne, Australia
region-ap-southeast-5 = Malaysia
region-ap-southeast-6 = New Zealand
region-ap-southeast-7 = Thailand
region-ca-central-1 = Montréal, Canada
region-ca-west-1 = Calgary, Canada
region-cn-north-1 = Beijing, China
region-cn-northwest-1 = Ningxia, China
region-eu-central-1 = Frankfurt, Germany
region-eu-central-2 = Zurich, Switzerland
region-eu-north-1 = Stockholm, Sweden
region-eu-south-1 = Milan, Italy
region-eu-south-2 = Spain
region-eu-west-1 = Ireland
region-eu-west-2 = London, United Kingdom
region-eu-west-3 = Paris, France
region-il-central-1 = Tel Aviv, Israel
region-me-central-1 = United Arab Emirates
region-me-south-1 = Bahrain
region-mx-central-1 = Mexico
region-sa-east-1 = São Paulo, Brazil
region-us-east-1 = Virginia, United States
region-us-east-2 = Ohio, United States
region-us-gov-east-1 = United States (government, east)
region-us-gov-west-1 = United States (government, west)
region-us-west-1 = California, United States
region-us-west-2 = Oregon, United States
