//! Signing in: InitiateAuth and RespondToAuthChallenge.
//!
//! What follows a good password is in [`finish`]: a new password where one is due, then tokens.
//! Answers to further challenges (a new password, second factors) are added to
//! [`respond_to_auth_challenge`].

mod finish;
mod password_proof;
mod refresh;

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::{Authority, Operation, Outcome, Turn, read};
use crate::client::Client;
use crate::clock::Moment;
use crate::errors::ServiceError;
use crate::limits::Category;
use crate::pool::Pool;
use crate::shapes::{ANALYTICS_METADATA, CLIENT_ID, CLIENT_METADATA, MAP, SESSION, USER_CONTEXT_DATA};
use crate::user::{User, UserStatus};
use crate::validation::{Shape, optional, required};

const FLOWS: Shape = Shape::Choice(&[
    "USER_SRP_AUTH",
    "REFRESH_TOKEN_AUTH",
    "REFRESH_TOKEN",
    "CUSTOM_AUTH",
    "ADMIN_NO_SRP_AUTH",
    "USER_PASSWORD_AUTH",
    "ADMIN_USER_PASSWORD_AUTH",
    "USER_AUTH",
]);
const CHALLENGES: Shape = Shape::Choice(&[
    "SMS_MFA",
    "EMAIL_OTP",
    "SOFTWARE_TOKEN_MFA",
    "SELECT_MFA_TYPE",
    "MFA_SETUP",
    "PASSWORD_VERIFIER",
    "CUSTOM_CHALLENGE",
    "SELECT_CHALLENGE",
    "DEVICE_SRP_AUTH",
    "DEVICE_PASSWORD_VERIFIER",
    "ADMIN_NO_SRP_AUTH",
    "NEW_PASSWORD_REQUIRED",
    "SMS_OTP",
    "PASSWORD",
    "WEB_AUTHN",
    "PASSWORD_SRP",
]);

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "InitiateAuth",
        authority: Authority::Public,
        category: Category::UserAuthentication,
        members: &[
            required("AuthFlow", &FLOWS),
            required("ClientId", &CLIENT_ID),
            optional("AuthParameters", &MAP),
            optional("Session", &SESSION),
            USER_CONTEXT_DATA,
            ANALYTICS_METADATA,
            CLIENT_METADATA,
        ],
        run: initiate_auth,
    },
    Operation {
        name: "RespondToAuthChallenge",
        authority: Authority::Public,
        category: Category::UserAuthentication,
        members: &[
            required("ClientId", &CLIENT_ID),
            required("ChallengeName", &CHALLENGES),
            optional("Session", &SESSION),
            optional("ChallengeResponses", &MAP),
            USER_CONTEXT_DATA,
            ANALYTICS_METADATA,
            CLIENT_METADATA,
        ],
        run: respond_to_auth_challenge,
    },
];

/// AuthParameters or ChallengeResponses.
#[derive(Default, Deserialize)]
#[serde(transparent)]
struct Parameters(BTreeMap<String, Option<String>>);

impl Parameters {
    fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_deref().filter(|text| !text.is_empty())
    }

    fn require(&self, name: &str) -> Result<&str, ServiceError> {
        self.get(name)
            .ok_or_else(|| ServiceError::missing_auth_parameter(name))
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct InitiateAuth {
    client_id: String,
    auth_flow: String,
    auth_parameters: Option<Parameters>,
}

fn initiate_auth(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: InitiateAuth = read(input)?;
    let parameters = input.auth_parameters.unwrap_or_default();
    let (_, client) = turn.state.pools.of_client(&input.client_id)?;
    match input.auth_flow.as_str() {
        "USER_PASSWORD_AUTH" if !client.allows("USER_PASSWORD_AUTH") => Err(ServiceError::invalid_parameter(
            "USER_PASSWORD_AUTH flow not enabled for this client",
        )),
        "USER_PASSWORD_AUTH" => password_auth(turn, &client, &parameters),
        "USER_SRP_AUTH" if client.allows("USER_SRP_AUTH") => password_proof::ask(turn, &client, &parameters),
        "REFRESH_TOKEN_AUTH" | "REFRESH_TOKEN" if client.allows("REFRESH_TOKEN_AUTH") => {
            refresh::refresh(turn, &client, &parameters)
        }
        "ADMIN_NO_SRP_AUTH" | "ADMIN_USER_PASSWORD_AUTH" => Err(ServiceError::invalid_parameter(
            "Initiate Auth method not supported.",
        )),
        _ => Err(ServiceError::invalid_parameter(
            "Auth flow not enabled for this client",
        )),
    }
}

fn password_auth(turn: &mut Turn<'_>, client: &Client, parameters: &Parameters) -> Outcome {
    let username = parameters.require("USERNAME")?;
    let password = parameters.require("PASSWORD")?;
    client.check_secret_hash(username, parameters.get("SECRET_HASH"))?;
    let now = turn.now;
    let (pool, _) = turn.state.pools.of_client(&client.id)?;
    let Some(sub) = pool.resolve(username) else {
        if !client.hides_existence() {
            return Err(ServiceError::user_not_found());
        }
        let who = pool.fold(username);
        return Err(wrong_password(pool, &who, now));
    };
    pool.lockouts.check(&sub, now)?;
    let user = pool.user(&sub)?;
    check_may_sign_in(user, client)?;
    let right = user
        .password
        .as_ref()
        .is_some_and(|known| known.is(pool.name_for_srp(), &user.username, password));
    if !right {
        return Err(wrong_password(pool, &sub, now));
    }
    pool.lockouts.succeeded(&sub);
    finish::after_password(turn, client, &sub)
}

/// Refuses a user whose state keeps them from signing in, before the password is looked at
/// (observed for users who are not confirmed).
fn check_may_sign_in(user: &User, client: &Client) -> Result<(), ServiceError> {
    if !user.enabled {
        return Err(if client.hides_existence() {
            ServiceError::incorrect_username_or_password()
        } else {
            ServiceError::user_disabled()
        });
    }
    match user.status {
        UserStatus::Unconfirmed => Err(ServiceError::user_not_confirmed()),
        UserStatus::ResetRequired => Err(ServiceError::password_reset_required()),
        UserStatus::ExternalProvider => Err(ServiceError::incorrect_username_or_password()),
        UserStatus::Confirmed | UserStatus::ForceChangePassword => Ok(()),
    }
}

/// Counts a wrong password of `who`, a sub or a name that nobody has, and words the refusal.
fn wrong_password(pool: &mut Pool, who: &str, now: Moment) -> ServiceError {
    match pool.lockouts.check(who, now) {
        Err(locked_out) => locked_out,
        Ok(()) => {
            pool.lockouts.failed(who, now);
            ServiceError::incorrect_username_or_password()
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct RespondToAuthChallenge {
    client_id: String,
    challenge_name: String,
    session: Option<String>,
    challenge_responses: Option<Parameters>,
}

fn respond_to_auth_challenge(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: RespondToAuthChallenge = read(input)?;
    let responses = input.challenge_responses.unwrap_or_default();
    let now = turn.now;
    let (pool, client) = turn.state.pools.of_client(&input.client_id)?;
    let username = responses.require("USERNAME")?;
    client.check_secret_hash(username, responses.get("SECRET_HASH"))?;
    if input.challenge_name == "PASSWORD_VERIFIER" {
        return password_proof::verify(turn, &client, &responses);
    }
    let session = input
        .session
        .ok_or_else(|| ServiceError::missing_auth_parameter("Session"))?;
    pool.sessions
        .check(&session, &input.challenge_name, &client, username, now)?;
    Err(ServiceError::invalid_parameter(format!(
        "The practice pool does not take answers to {}",
        input.challenge_name
    )))
}
