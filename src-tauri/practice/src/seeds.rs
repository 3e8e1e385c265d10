//! Three pools to practise on, and people in each state that matters.
//!
//! `northwind` is strict: its client has a secret, it hides who exists, and people sign in with
//! their email. `fabrikam` is older and lenient: no secret, user names, errors that tell. In
//! `tailspin` only administrators reset passwords, and every sign-in wants a second factor; nobody
//! can recover there on their own, so mostly a help desk has to do with it.

mod desk_people;
mod people;

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use crate::client::Client;
use crate::clock::Moment;
use crate::pool::Pool;
use crate::state::State;
pub use desk_people::{DESK_PEOPLE, DeskPerson, DeskStory};
pub use people::{PEOPLE, Person, Story};

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

/// The secret of the authenticator that everybody seeded with one has, in Base32.
pub const AUTHENTICATOR_SECRET: &str = "PRACT5CEPRACT5CEPRACT5CEPRACT5CE";

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

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Makes the pools and everybody in them.
pub(crate) fn plant(state: &mut State, now: Moment) {
    let northwind = json!({
        "PoolName": "Northwind",
        "SmsConfiguration": { "SnsCallerArn": "arn:aws:iam::111122223333:role/practice-texts" },
        "UsernameAttributes": ["email"],
        "UsernameConfiguration": { "CaseSensitive": false },
        "AutoVerifiedAttributes": ["email"],
        "Schema": [
            { "Name": "given_name", "Required": true }, { "Name": "family_name", "Required": true },
        ],
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
        // For those who have a second factor.
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
                "ALLOW_USER_SRP_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH",
                "ALLOW_REFRESH_TOKEN_AUTH",
            ],
            "PreventUserExistenceErrors": existence,
        });
        let secret = seeded.client_secret.map(str::to_owned);
        let mut client = Client::new(secret, object(settings), planted);
        seeded.client_id.clone_into(&mut client.id);
        pool.clients.insert(client.id.clone(), Arc::new(client));
        people::plant(&mut pool, seeded, now);
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
