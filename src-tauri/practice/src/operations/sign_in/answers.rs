//! RespondToAuthChallenge and its Admin twin: whose answer it is, and to what.

use serde::Deserialize;
use serde_json::{Value, json};

use super::super::{Outcome, Turn, read};
use super::{
    Parameters, caller, check_may_sign_in, choice, custom, new_password, password_proof, second_factor,
};
use crate::clock::Moment;
use crate::errors::ServiceError;
use crate::pool::Pool;
use crate::sessions::{Asked, Caller};

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct RespondToAuthChallenge {
    /// Only in the Admin twin.
    user_pool_id: Option<String>,
    client_id: String,
    challenge_name: String,
    session: Option<String>,
    challenge_responses: Option<Parameters>,
}

/// An answer to a challenge that has a session.
pub(super) struct Answer<'a> {
    pub(super) session: &'a str,
    pub(super) asked: &'a Asked,
    pub(super) responses: &'a Parameters,
}

impl Answer<'_> {
    /// Whose answer it is. Nobody's is right, where the challenge is pretended.
    pub(super) fn sub(&self) -> Result<&str, ServiceError> {
        self.asked
            .sub
            .as_deref()
            .ok_or_else(ServiceError::invalid_session)
    }
}

pub(in crate::operations) fn respond_to_auth_challenge(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: RespondToAuthChallenge = read(input)?;
    let responses = &input.challenge_responses.unwrap_or_default();
    let now = turn.now;
    let caller = &caller(turn, &input.client_id, input.user_pool_id.as_deref())?;
    let username = responses.require("USERNAME")?;
    caller
        .client
        .check_secret_hash(username, responses.get("SECRET_HASH"))?;
    if input.challenge_name == "PASSWORD_VERIFIER" {
        return password_proof::verify(turn, caller, responses);
    }
    let session = &input
        .session
        .ok_or_else(|| ServiceError::missing_auth_parameter("Session"))?;
    let (pool, _) = turn.state.pools.of_client(&caller.client.id)?;
    let asked = &pool.sessions.asked(session, &input.challenge_name, caller, now)?;
    let is_theirs = match &asked.sub {
        Some(sub) => pool.resolve(username).as_ref() == Some(sub),
        None => username == asked.username || pool.pretend_username(username) == asked.username,
    };
    if !is_theirs {
        return Err(ServiceError::invalid_session());
    }
    if let Some(sub) = &asked.sub {
        check_may_sign_in(pool.user(sub)?, &caller.client)?;
    }
    let answer = &Answer {
        session,
        asked,
        responses,
    };
    match asked.name {
        "NEW_PASSWORD_REQUIRED" => new_password::take(turn, caller, answer),
        "SMS_MFA" | "SMS_OTP" | "EMAIL_OTP" => second_factor::take_code(turn, caller, answer),
        "SOFTWARE_TOKEN_MFA" => second_factor::take_authenticator_code(turn, caller, answer),
        "SELECT_MFA_TYPE" => second_factor::take_choice(turn, caller, answer),
        "MFA_SETUP" => second_factor::take_set_up(turn, caller, answer),
        "CUSTOM_CHALLENGE" => custom::take(turn, caller, answer),
        _ => choice::take(turn, caller, answer),
    }
}

/// Puts a challenge to somebody.
pub(super) fn put(pool: &mut Pool, caller: &Caller, now: Moment, asked: Asked, parameters: &Value) -> Value {
    json!({
        "ChallengeName": asked.name,
        "Session": pool.sessions.open(asked, caller, now),
        "ChallengeParameters": parameters,
    })
}
