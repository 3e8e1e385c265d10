//! The practice accounts: a user pool in memory, reached without a port.

use std::sync::OnceLock;

use aws_smithy_runtime_api::client::http::SharedHttpClient;
use cognito::connection_file::{Offer, parse};
use cognito::{DeliveryMedium, Failure, FailureCode};
use practice::seeds::{FABRIKAM, NORTHWIND, SeededPool, TAILSPIN};
use practice::{PracticePools, Purpose, Story};
use serde_json::json;
use url::Url;

use crate::view::{
    MessagePurpose, PracticeAuthenticator, PracticeMessage, PracticePerson, PracticePoolName, PracticeStory,
};

/// Where the practice pools answer: a name that nobody can ever register, so nothing typed there could leave
/// this computer.
const ADDRESS: &str = "https://practice.invalid";

/// The pools that the desk practises on.
pub const DESK_POOLS: [&SeededPool; 3] = [&NORTHWIND, &FABRIKAM, &TAILSPIN];

/// The practice pools, made when they are first asked for.
#[derive(Default)]
pub struct Practice {
    pools: OnceLock<PracticePools>,
}

impl Practice {
    /// The connection to a practice pool, in the form of a connection file.
    ///
    /// # Errors
    /// None in practice: what is written here is valid.
    pub fn offer(pool: PracticePoolName) -> Result<Offer, Failure> {
        let seeded = seeded(pool);
        let mut file = match pool {
            PracticePoolName::Northwind => json!({
                "name": "Northwind",
                "organisation": "Northwind",
                "signInNames": ["email"],
                "caseSensitive": false,
                "passwordPolicy": { "minimumLength": 12, "requireUppercase": true, "requireLowercase": true,
                    "requireNumbers": true, "requireSymbols": false },
                "temporaryPasswordDays": 7,
                "helpDesk": { "phone": "+1 206 555 0134", "hours": "8:00 to 18:00" },
            }),
            PracticePoolName::Fabrikam => json!({
                "name": "Fabrikam",
                "organisation": "Fabrikam",
                "signInNames": ["username", "email"],
                "caseSensitive": true,
                "passwordPolicy": { "minimumLength": 8, "requireUppercase": true, "requireLowercase": true,
                    "requireNumbers": true, "requireSymbols": true },
                "temporaryPasswordDays": 7,
                "helpDesk": { "email": "help@fabrikam.example" },
            }),
            PracticePoolName::Tailspin => json!({
                "name": "Tailspin",
                "organisation": "Tailspin",
                "signInNames": ["username"],
                "caseSensitive": false,
                "passwordPolicy": { "minimumLength": 14, "requireUppercase": true, "requireLowercase": true,
                    "requireNumbers": true, "requireSymbols": true },
                "temporaryPasswordDays": 1,
                "helpDesk": { "phone": "+1 206 555 0178" },
            }),
        };
        file["readmit"] = json!(1);
        file["region"] = json!(seeded.region);
        file["userPoolId"] = json!(seeded.pool_id);
        file["clientId"] = json!(seeded.client_id);
        file["clientSecret"] = json!(seeded.client_secret);
        file["endpoint"] = json!(ADDRESS);
        parse(file.to_string().as_bytes())
    }

    /// Where the practice pools answer.
    ///
    /// # Errors
    /// None in practice: it is an address.
    pub fn endpoint() -> Result<Url, Failure> {
        Url::parse(ADDRESS).map_err(|_| FailureCode::Unknown.into())
    }

    /// The HTTP client that ends in the practice pools.
    pub fn http_client(&self) -> SharedHttpClient {
        practice::connector::http_client(self.pools())
    }

    /// Who there is to try the program with.
    pub fn people(&self) -> Vec<PracticePerson> {
        let people = self.pools().people();
        people
            .into_iter()
            .map(|person| PracticePerson {
                username: person.username.to_owned(),
                display_name: person.display_name.to_owned(),
                pool: match person.pool {
                    name if name == NORTHWIND.name => PracticePoolName::Northwind,
                    name if name == TAILSPIN.name => PracticePoolName::Tailspin,
                    _ => PracticePoolName::Fabrikam,
                },
                story: story(person.story),
            })
            .collect()
    }

    /// The messages that were sent, newest last.
    pub fn inbox(&self) -> Vec<PracticeMessage> {
        let messages = self.pools().inbox();
        messages
            .into_iter()
            .map(|message| PracticeMessage {
                to: message.to,
                medium: match message.medium {
                    practice::Medium::Email => DeliveryMedium::Email,
                    practice::Medium::Sms => DeliveryMedium::Sms,
                },
                purpose: purpose(message.purpose),
                code: message.code,
                sent_at: message.sent_at.epoch_milliseconds(),
            })
            .collect()
    }

    /// What the authenticator apps of a pool's people show now, also one that is being set up.
    pub fn authenticators(&self, pool: PracticePoolName) -> Vec<PracticeAuthenticator> {
        let mut codes = self.pools().authenticator_codes();
        codes.sort_by(|one, other| one.display_name.cmp(&other.display_name));
        codes
            .into_iter()
            .filter(|code| code.pool == seeded(pool).pool_id)
            .map(|code| PracticeAuthenticator {
                display_name: code.display_name.unwrap_or_else(|| code.username.clone()),
                username: code.username,
                code: code.code,
                seconds_left: code.seconds_left,
            })
            .collect()
    }

    /// The password that somebody was given in practice, while it is theirs; `None` once they chose their own.
    pub fn password(&self, pool: PracticePoolName, username: &str) -> Option<String> {
        self.pools().known_password(seeded(pool).pool_id, username)
    }

    fn pools(&self) -> &PracticePools {
        self.pools.get_or_init(PracticePools::seeded)
    }
}

fn seeded(pool: PracticePoolName) -> &'static SeededPool {
    match pool {
        PracticePoolName::Northwind => &NORTHWIND,
        PracticePoolName::Fabrikam => &FABRIKAM,
        PracticePoolName::Tailspin => &TAILSPIN,
    }
}

fn story(story: Story) -> PracticeStory {
    match story {
        Story::Forgot => PracticeStory::Forgot,
        Story::PhoneOnly => PracticeStory::PhoneOnly,
        Story::SignUpUnfinished => PracticeStory::SignUpUnfinished,
        Story::Invited => PracticeStory::Invited,
        Story::InvitationExpired => PracticeStory::InvitationExpired,
        Story::Disabled => PracticeStory::Disabled,
        Story::ResetRequired => PracticeStory::ResetRequired,
        Story::NoVerifiedContact => PracticeStory::NoVerifiedContact,
        Story::FactorIsContact => PracticeStory::FactorIsContact,
        Story::Federated => PracticeStory::Federated,
        Story::InvitedIncomplete => PracticeStory::InvitedIncomplete,
        Story::Authenticator => PracticeStory::Authenticator,
        Story::TextMessageFactor => PracticeStory::TextMessageFactor,
        Story::EmailFactor => PracticeStory::EmailFactor,
        Story::SeveralFactors => PracticeStory::SeveralFactors,
        Story::AuthenticatorDue => PracticeStory::AuthenticatorDue,
    }
}

fn purpose(purpose: Purpose) -> MessagePurpose {
    match purpose {
        Purpose::Reset => MessagePurpose::Reset,
        Purpose::SignUp => MessagePurpose::SignUp,
        Purpose::Invitation => MessagePurpose::Invitation,
        Purpose::Verify => MessagePurpose::Verify,
        Purpose::Mfa => MessagePurpose::Mfa,
    }
}
