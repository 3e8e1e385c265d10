//! CUSTOM_AUTH. In the service a pool's own functions ask and judge; here there is one question
//! with one answer, so that clients meet the challenge.

use serde_json::json;

use super::super::{Outcome, Turn};
use super::answers::{Answer, put};
use super::{Parameters, check_may_sign_in, finish, new_password, password_proof};
use crate::errors::ServiceError;
use crate::seeds::{CUSTOM_ANSWER, CUSTOM_QUESTION};
use crate::sessions::{Asked, Caller, Next};
use crate::user::UserStatus;

pub(super) fn begin(turn: &mut Turn<'_>, caller: &Caller, parameters: &Parameters) -> Outcome {
    let client = &caller.client;
    let username = parameters.require("USERNAME")?;
    if parameters.get("CHALLENGE_NAME") == Some("SRP_A") {
        return password_proof::ask(turn, caller, parameters, Next::CustomChallenge);
    }
    client.check_secret_hash(username, parameters.get("SECRET_HASH"))?;
    let (pool, _) = turn.state.pools.of_client(&client.id)?;
    let Some(sub) = pool.resolve(username) else {
        return if client.hides_existence() {
            let pretended = pool.pretend_username(username);
            ask(turn, caller, None, &pretended)
        } else {
            Err(ServiceError::user_not_found())
        };
    };
    let user = pool.user(&sub)?;
    check_may_sign_in(user, client)?;
    let stored = user.username.clone();
    ask(turn, caller, Some(&sub), &stored)
}

pub(super) fn ask(turn: &mut Turn<'_>, caller: &Caller, sub: Option<&str>, username: &str) -> Outcome {
    let (pool, _) = turn.state.pools.of_client(&caller.client.id)?;
    let parameters = json!({ "question": CUSTOM_QUESTION, "USERNAME": username });
    let asked = Asked::new("CUSTOM_CHALLENGE", sub.map(str::to_owned), username.to_owned());
    Ok(put(pool, caller, turn.now, asked, &parameters))
}

/// One try, whatever the answer is; no second factor follows (AWS developer guide, custom
/// authentication challenges).
pub(super) fn take(turn: &mut Turn<'_>, caller: &Caller, answer: &Answer<'_>) -> Outcome {
    let typed = answer.responses.require("ANSWER")?;
    let (pool, _) = turn.state.pools.of_client(&caller.client.id)?;
    pool.sessions.use_up(answer.session);
    let Some(sub) = answer.asked.sub.as_deref().filter(|_| typed == CUSTOM_ANSWER) else {
        return Err(ServiceError::incorrect_username_or_password());
    };
    if pool.user(sub)?.status == UserStatus::ForceChangePassword {
        new_password::ask(turn, caller, sub)
    } else {
        finish::grant(turn, caller, sub)
    }
}
