//! Setting up an authenticator app: AssociateSoftwareToken, VerifySoftwareToken.
//!
//! Both are called by somebody who is signed in, with an access token, or by somebody whom a
//! sign-in asked to set one up, with the session of MFA_SETUP; never with both.

use serde::Deserialize;
use serde_json::{Value, json};

use super::access_token::bearer;
use super::{Authority, Operation, Outcome, Turn, read};
use crate::errors::ServiceError;
use crate::limits::Category;
use crate::pool::Pool;
use crate::shapes::{FREE_TEXT, SESSION, TOKEN_TEXT, USER_CODE};
use crate::totp::{Authenticator, Verdict};
use crate::user::Factor;
use crate::validation::{optional, required};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "AssociateSoftwareToken",
        authority: Authority::Public,
        category: Category::UserResourceUpdate,
        members: &[
            optional("AccessToken", &TOKEN_TEXT),
            optional("Session", &SESSION),
        ],
        run: associate_software_token,
    },
    Operation {
        name: "VerifySoftwareToken",
        authority: Authority::Public,
        category: Category::UserResourceUpdate,
        members: &[
            optional("AccessToken", &TOKEN_TEXT),
            optional("Session", &SESSION),
            required("UserCode", &USER_CODE),
            optional("FriendlyDeviceName", &FREE_TEXT),
        ],
        run: verify_software_token,
    },
];

/// What authorises the call; exactly one of the two.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Pass {
    access_token: Option<String>,
    session: Option<String>,
}

/// Whose authenticator it is, and the sign-in that is under way.
struct Owner {
    client_id: String,
    sub: String,
    session: Option<String>,
}

fn owner(turn: &mut Turn<'_>, pass: Pass) -> Result<Owner, ServiceError> {
    match (pass.access_token, pass.session) {
        (Some(token), None) => {
            let bearer = bearer(turn, &token)?;
            Ok(Owner {
                client_id: bearer.client.id.clone(),
                sub: bearer.sub,
                session: None,
            })
        }
        (None, Some(session)) => {
            let pool = turn.state.pools.of_session(&session)?;
            let (client_id, sub) = pool.sessions.setting_up(&session, turn.now)?;
            Ok(Owner {
                client_id: client_id.to_owned(),
                sub,
                session: Some(session),
            })
        }
        _ => Err(ServiceError::invalid_parameter(
            "Either an AccessToken or a Session must be provided, not both.",
        )),
    }
}

/// The pool, if users can have an authenticator there.
fn pool<'a>(turn: &'a mut Turn<'_>, owner: &Owner) -> Result<&'a mut Pool, ServiceError> {
    let (pool, _) = turn.state.pools.of_client(&owner.client_id)?;
    if pool.offers(Factor::Authenticator) {
        Ok(pool)
    } else {
        Err(ServiceError::software_token_not_found())
    }
}

/// Adds the session that takes the place of the one that was sent.
fn carry_on(
    turn: &mut Turn<'_>,
    owner: &Owner,
    verified: bool,
    mut answer: Value,
) -> Result<Value, ServiceError> {
    if let Some(session) = &owner.session {
        let now = turn.now;
        let (pool, client) = turn.state.pools.of_client(&owner.client_id)?;
        let next = pool
            .sessions
            .carry_on_setting_up(session, verified, client.session_life(), now)?;
        answer["Session"] = json!(next);
    }
    Ok(answer)
}

/// An authenticator that was set up before stays good until the new one is verified.
fn associate_software_token(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let owner = owner(turn, read(input)?)?;
    let authenticator = Authenticator::generate();
    let secret = authenticator.secret();
    let user = pool(turn, &owner)?.user_mut(&owner.sub)?;
    user.mfa.new_authenticator = Some(authenticator);
    carry_on(turn, &owner, false, json!({ "SecretCode": secret }))
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct VerifySoftwareToken {
    user_code: String,
    friendly_device_name: Option<String>,
    #[serde(flatten)]
    pass: Pass,
}

/// A wrong code is an exception. `Status` is ERROR where the device's clock is wrong (AWS API
/// reference); a code counts as such a device's for five minutes to either side.
fn verify_software_token(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: VerifySoftwareToken = read(input)?;
    let owner = owner(turn, input.pass)?;
    let now = turn.now;
    let user = pool(turn, &owner)?.user_mut(&owner.sub)?;
    let Some(authenticator) = &mut user.mfa.new_authenticator else {
        // In which words is not documented.
        return Err(ServiceError::software_token_not_found());
    };
    match authenticator.check(&input.user_code, now) {
        Verdict::Right => {}
        Verdict::OffTime => return carry_on(turn, &owner, false, json!({ "Status": "ERROR" })),
        Verdict::Used => return Err(ServiceError::authenticator_code_used()),
        Verdict::Wrong => {
            return Err(ServiceError::new(
                "EnableSoftwareTokenMFAException",
                "Code mismatch",
            ));
        }
    }
    authenticator.name = input.friendly_device_name.filter(|name| !name.is_empty());
    user.mfa.authenticator = user.mfa.new_authenticator.take();
    user.modified = now;
    carry_on(turn, &owner, true, json!({ "Status": "SUCCESS" }))
}
