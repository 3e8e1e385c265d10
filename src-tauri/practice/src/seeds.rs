//! Three pools to practise on, and people in each state that matters.
//!
//! `northwind` is strict: its client has a secret, it hides who exists, and people sign in with
//! their email. `fabrikam` is older and lenient: no secret, user names, errors that tell. In
//! `tailspin` only administrators reset passwords, and every sign-in wants a second factor; nobody
//! can recover there on their own, so only a help desk has to do with it.

mod desk_people;

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use serde_json::{Value, json};

use crate::client::Client;
use crate::clock::Moment;
use crate::pool::Pool;
use crate::random;
use crate::recovery_channel::Contact;
use crate::state::State;
use crate::user::{Factor, User, UserStatus};
pub use desk_people::{DESK_PEOPLE, DeskPerson, DeskStory};

/// A seeded pool and its one client.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SeededPool {
    /// What the pool is called.
    pub name: &'static str,
    /// The Region it says it is in.
    pub region: &'static str,
    /// Its id.
    pub pool_id: &'static str,
    /// The id of its client.
    pub client_id: &'static str,
    /// The secret of its client, if it has one. It guards nothing but made-up people.
    pub client_secret: Option<&'static str>,
}

/// Shows everything but the secret.
impl std::fmt::Debug for SeededPool {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            formatter,
            "SeededPool({}, {}, {})",
            self.name, self.pool_id, self.client_id
        )
    }
}

/// The strict pool.
pub const NORTHWIND: SeededPool = SeededPool {
    name: "northwind",
    region: "eu-central-1",
    pool_id: "eu-central-1_Nw1ndPrct",
    client_id: "4n0rthw1ndpract1ceclient26",
    client_secret: Some("1northwindpracticeclientsecretof51charactersxxxxxxx"),
};

/// The older, lenient pool.
pub const FABRIKAM: SeededPool = SeededPool {
    name: "fabrikam",
    region: "eu-central-1",
    pool_id: "eu-central-1_Fabr1kam0",
    client_id: "7fabr1kampract1ceclientid0",
    client_secret: None,
};

/// The pool in which only administrators reset passwords.
pub const TAILSPIN: SeededPool = SeededPool {
    name: "tailspin",
    region: "eu-central-1",
    pool_id: "eu-central-1_Ta1lsp1n0",
    client_id: "5ta1lsp1npract1ceclientid0",
    client_secret: None,
};

/// The password of every seeded person who has one, the temporary ones too.
pub const PASSWORD: &str = "Practice-Pool-2026";

/// What CUSTOM_AUTH asks, in every pool whose client allows it.
pub const CUSTOM_QUESTION: &str = "What is the practice pools' answer?";

/// What it wants to hear.
pub const CUSTOM_ANSWER: &str = "practice";

/// The AWS account that the pools and [`ACCESS_KEY`] are in.
pub const ACCOUNT: &str = "111122223333";

/// The access key that signs IAM operations, id and secret key.
pub const ACCESS_KEY: (&str, &str) = ("practice", "practice-secret");

/// The ARN of whoever [`ACCESS_KEY`] belongs to.
pub const ACCESS_KEY_ARN: &str = "arn:aws:iam::111122223333:user/practice-helpdesk";

/// Why a seeded person is stuck.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Story {
    /// Forgot the password, and everything else is in order.
    Forgot,
    /// Forgot the password, and only a phone can receive the code.
    PhoneOnly,
    /// Signed up and never confirmed it.
    SignUpUnfinished,
    /// Was invited and has a temporary password.
    Invited,
    /// Was invited so long ago that the temporary password has expired.
    InvitationExpired,
    /// Was switched off by an administrator.
    Disabled,
    /// An administrator asked for a new password.
    ResetRequired,
    /// Has nowhere that a code could go.
    NoVerifiedContact,
    /// Has a contact, but it is also the second factor.
    FactorIsContact,
    /// Signs in through another identity provider.
    Federated,
}

/// One seeded person.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Person {
    /// What they type to say who they are.
    pub username: &'static str,
    /// What they are called.
    pub display_name: &'static str,
    /// The name of their pool.
    pub pool: &'static str,
    /// Why they are stuck.
    pub story: Story,
}

/// Shows only why they are stuck.
impl std::fmt::Debug for Person {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Person({}, {:?})", self.pool, self.story)
    }
}

const fn person(
    pool: &SeededPool,
    username: &'static str,
    display_name: &'static str,
    story: Story,
) -> Person {
    Person {
        username,
        display_name,
        pool: pool.name,
        story,
    }
}

/// Everybody who recovers on their own, in the order to show them. [`DESK_PEOPLE`] are the others.
pub const PEOPLE: [Person; 14] = [
    person(&NORTHWIND, "jane@example.com", "Jane Ellis", Story::Forgot),
    person(&NORTHWIND, "omar@example.com", "Omar Haddad", Story::PhoneOnly),
    person(
        &NORTHWIND,
        "lena@example.com",
        "Lena Vogt",
        Story::SignUpUnfinished,
    ),
    person(&NORTHWIND, "diego@example.com", "Diego Ramos", Story::Invited),
    person(&NORTHWIND, "priya@example.com", "Priya Nair", Story::Disabled),
    person(&NORTHWIND, "tom@example.com", "Tom Becker", Story::ResetRequired),
    person(&FABRIKAM, "maria", "Maria Rossi", Story::Forgot),
    person(&FABRIKAM, "kiosk-4", "Kiosk 4", Story::NoVerifiedContact),
    person(&FABRIKAM, "noah", "Noah Lind", Story::SignUpUnfinished),
    person(&FABRIKAM, "aiko", "Aiko Mori", Story::InvitationExpired),
    person(&FABRIKAM, "sam", "Sam Okafor", Story::Disabled),
    person(&FABRIKAM, "ruth", "Ruth Meyer", Story::FactorIsContact),
    person(&FABRIKAM, "felix", "Felix Brandt", Story::Federated),
    person(&FABRIKAM, "nina", "Nina Kovac", Story::Invited),
];

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Makes the pools and everybody in them.
pub(crate) fn plant(state: &mut State, now: Moment) {
    let northwind = json!({
        "PoolName": "Northwind",
        "SmsConfiguration": { "SnsCallerArn": "arn:aws:iam::111122223333:role/practice-texts" },
        "UsernameAttributes": ["email"],
        "UsernameConfiguration": { "CaseSensitive": false },
        "AutoVerifiedAttributes": ["email"],
        "AccountRecoverySetting": { "RecoveryMechanisms": [
            { "Priority": 1, "Name": "verified_email" },
            { "Priority": 2, "Name": "verified_phone_number" },
        ] },
        "Policies": { "PasswordPolicy": {
            "MinimumLength": 12, "RequireUppercase": true, "RequireLowercase": true,
            "RequireNumbers": true, "RequireSymbols": false, "TemporaryPasswordValidityDays": 7,
        } },
    });
    let fabrikam = json!({
        "PoolName": "Fabrikam",
        "SmsConfiguration": { "SnsCallerArn": "arn:aws:iam::111122223333:role/practice-texts" },
        "AliasAttributes": ["email"],
        "UsernameConfiguration": { "CaseSensitive": true },
        "AutoVerifiedAttributes": ["email"],
        // For the one user whose second factor is her email.
        "MfaConfiguration": "OPTIONAL",
        "Policies": { "PasswordPolicy": {
            "MinimumLength": 8, "RequireUppercase": true, "RequireLowercase": true,
            "RequireNumbers": true, "RequireSymbols": true, "TemporaryPasswordValidityDays": 7,
        } },
    });
    let tailspin = json!({
        "PoolName": "Tailspin",
        "UsernameConfiguration": { "CaseSensitive": false },
        "AutoVerifiedAttributes": ["email"],
        "MfaConfiguration": "ON",
        "AccountRecoverySetting": { "RecoveryMechanisms": [{ "Priority": 1, "Name": "admin_only" }] },
        "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": true },
        "Policies": { "PasswordPolicy": {
            "MinimumLength": 14, "RequireUppercase": true, "RequireLowercase": true,
            "RequireNumbers": true, "RequireSymbols": true, "TemporaryPasswordValidityDays": 1,
        } },
    });
    let authenticator = json!({ "SoftwareTokenMfaConfiguration": { "Enabled": true } });
    let both_factors = json!({
        "SoftwareTokenMfaConfiguration": { "Enabled": true }, "EmailMfaConfiguration": {},
    });
    let planted = now.minus(90 * DAY);
    for (seeded, settings, factors, existence) in [
        (&NORTHWIND, northwind, json!({}), "ENABLED"),
        (&FABRIKAM, fabrikam, both_factors, "LEGACY"),
        (&TAILSPIN, tailspin, authenticator, "ENABLED"),
    ] {
        let mut pool = Pool::new(seeded.pool_id.to_owned(), object(settings), planted);
        pool.factors = object(factors);
        let settings = json!({
            "ClientName": "readmit",
            "ExplicitAuthFlows": [
                "ALLOW_USER_SRP_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH",
            ],
            "PreventUserExistenceErrors": existence,
        });
        let secret = seeded.client_secret.map(str::to_owned);
        let mut client = Client::new(secret, object(settings), planted);
        seeded.client_id.clone_into(&mut client.id);
        pool.clients.insert(client.id.clone(), Arc::new(client));
        for person in PEOPLE.iter().filter(|person| person.pool == seeded.name) {
            let user = make_user(&pool, person, now);
            pool.users.insert(user);
        }
        desk_people::plant(&mut pool, seeded, now);
        desk_people::plant_groups(&mut pool, seeded, planted);
        state.pools.insert(pool);
    }
}

fn object(value: Value) -> serde_json::Map<String, Value> {
    match value {
        Value::Object(object) => object,
        _ => serde_json::Map::new(),
    }
}

fn make_user(pool: &Pool, person: &Person, now: Moment) -> User {
    let sub = random::uuid();
    let signs_in_by_email = !pool.rules.username_attributes.is_empty();
    let username = if signs_in_by_email { &sub } else { person.username };
    let created = match person.story {
        Story::Invited => now.minus(DAY),
        Story::SignUpUnfinished => now.minus(2 * DAY),
        _ => now.minus(40 * DAY),
    };
    let mut user = User::new(username.to_owned(), sub.clone(), status(person.story), created);
    user.attributes
        .insert("name".to_owned(), person.display_name.to_owned());
    if let Some((given, family)) = person.display_name.split_once(' ') {
        for (name, value) in [("given_name", given), ("family_name", family)] {
            user.attributes.insert(name.to_owned(), value.to_owned());
        }
    }
    if person.story != Story::Federated {
        user.replace_password(pool.name_for_srp(), PASSWORD);
    }
    let email = if signs_in_by_email {
        person.username.to_owned()
    } else {
        format!("{}@example.com", person.username)
    };
    if person.story != Story::NoVerifiedContact {
        user.attributes.insert("email".to_owned(), email);
        let unverified = matches!(person.story, Story::PhoneOnly | Story::SignUpUnfinished);
        user.set_verified(Contact::Email, !unverified);
    }
    match person.story {
        Story::PhoneOnly => {
            user.attributes
                .insert("phone_number".to_owned(), "+4915112349934".to_owned());
            user.set_verified(Contact::Phone, true);
        }
        Story::Invited | Story::InvitationExpired => user.temporary_since = Some(created),
        Story::Disabled => user.enabled = false,
        Story::FactorIsContact => {
            user.mfa.enabled.insert(Factor::Email);
            user.mfa.preferred = Some(Factor::Email);
        }
        _ => {}
    }
    user
}

const fn status(story: Story) -> UserStatus {
    match story {
        Story::SignUpUnfinished => UserStatus::Unconfirmed,
        Story::Invited | Story::InvitationExpired => UserStatus::ForceChangePassword,
        Story::ResetRequired => UserStatus::ResetRequired,
        Story::Federated => UserStatus::ExternalProvider,
        Story::Forgot
        | Story::PhoneOnly
        | Story::Disabled
        | Story::NoVerifiedContact
        | Story::FactorIsContact => UserStatus::Confirmed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_secret_have_the_services_form() {
        assert_eq!(NORTHWIND.client_id.len(), 26);
        assert_eq!(FABRIKAM.client_id.len(), 26);
        assert_eq!(TAILSPIN.client_id.len(), 26);
        assert_eq!(NORTHWIND.client_secret.map(str::len), Some(51));
    }
}
