//! A forgotten password: ForgotPassword, ConfirmForgotPassword, and AdminResetUserPassword,
//! which starts the same thing from the other side.

use serde::Deserialize;
use serde_json::{Value, json};

use super::deliveries::send_reset_code;
use super::given_codes::user_giving_code;
use super::{Authority, Operation, Outcome, Turn, read};
use crate::codes;
use crate::errors::ServiceError;
use crate::limits::{Attempt, Category};
use crate::password_policy::Asker;
use crate::pool::Pool;
use crate::recovery_channel::{Contact, RecoverySetting};
use crate::shapes::{
    ANALYTICS_METADATA, CLIENT_ID, CLIENT_METADATA, CONFIRMATION_CODE, PASSWORD, SECRET_HASH,
    USER_CONTEXT_DATA, USER_POOL_ID, USERNAME,
};
use crate::state::State;
use crate::user::UserStatus;
use crate::validation::{optional, required};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "ForgotPassword",
        authority: Authority::Public,
        category: Category::UserAccountRecovery,
        members: &[
            required("ClientId", &CLIENT_ID),
            optional("SecretHash", &SECRET_HASH),
            required("Username", &USERNAME),
            USER_CONTEXT_DATA,
            ANALYTICS_METADATA,
            CLIENT_METADATA,
        ],
        run: forgot_password,
    },
    Operation {
        name: "ConfirmForgotPassword",
        authority: Authority::Public,
        category: Category::UserAccountRecovery,
        members: &[
            required("ClientId", &CLIENT_ID),
            optional("SecretHash", &SECRET_HASH),
            required("Username", &USERNAME),
            required("ConfirmationCode", &CONFIRMATION_CODE),
            required("Password", &PASSWORD),
            USER_CONTEXT_DATA,
            ANALYTICS_METADATA,
            CLIENT_METADATA,
        ],
        run: confirm_forgot_password,
    },
    Operation {
        name: "AdminResetUserPassword",
        authority: Authority::Iam,
        category: Category::UserAccountRecovery,
        members: &[
            required("UserPoolId", &USER_POOL_ID),
            required("Username", &USERNAME),
            CLIENT_METADATA,
        ],
        run: admin_reset_user_password,
    },
];

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ForgotPassword {
    client_id: String,
    secret_hash: Option<String>,
    username: String,
}

fn forgot_password(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: ForgotPassword = read(input)?;
    let State { pools, inbox, .. } = &mut *turn.state;
    let (pool, client) = pools.of_client(&input.client_id)?;
    client.check_secret_hash(&input.username, input.secret_hash.as_deref())?;
    let hidden = client.hides_existence();
    if hidden && pool.rules.recovery == RecoverySetting::AdminOnly {
        // Says something about the pool, not about the user.
        return Err(ServiceError::administrator_resets());
    }
    let user = pool.resolve(&input.username);
    if user.is_none() && !hidden {
        return Err(ServiceError::username_client_combination_not_found());
    }
    let who = user.clone().unwrap_or_else(|| pool.fold(&input.username));
    pool.attempts.count(&who, Attempt::Recovery, turn.now)?;
    let contact = match &user {
        Some(sub) => contact_for_reset(pool, sub),
        None => Err(ServiceError::user_not_found()),
    };
    match (contact, user) {
        (Ok(contact), Some(sub)) => send_reset_code(pool, inbox, &sub, contact, turn.now),
        (Err(error), _) if !hidden => Err(error),
        _ => Ok(json!({ "CodeDeliveryDetails": pool.pretend_delivery(&input.username) })),
    }
}

/// Where this user's reset code goes, or why they get none.
fn contact_for_reset(pool: &Pool, sub: &str) -> Result<Contact, ServiceError> {
    let user = pool.user(sub)?;
    if !user.enabled {
        return Err(ServiceError::user_disabled());
    }
    match user.status {
        UserStatus::ForceChangePassword | UserStatus::ExternalProvider => {
            return Err(ServiceError::cannot_reset_in_this_state());
        }
        UserStatus::Confirmed | UserStatus::ResetRequired | UserStatus::Unconfirmed => {}
    }
    if pool.rules.recovery == RecoverySetting::AdminOnly {
        return Err(ServiceError::administrator_resets());
    }
    pool.rules
        .recovery
        .choose(user)
        .ok_or_else(ServiceError::no_recovery_contact)
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ConfirmForgotPassword {
    client_id: String,
    secret_hash: Option<String>,
    username: String,
    confirmation_code: String,
    password: String,
}

fn confirm_forgot_password(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: ConfirmForgotPassword = read(input)?;
    let now = turn.now;
    let (pool, client) = turn.state.pools.of_client(&input.client_id)?;
    client.check_secret_hash(&input.username, input.secret_hash.as_deref())?;
    let hidden = client.hides_existence();
    let sub = user_giving_code(pool, &input.username, hidden, Attempt::Recovery, now)?;
    let user = pool.user(&sub)?;
    codes::check(user.recovery_code.as_ref(), &input.confirmation_code, now)?;
    // A password that is refused leaves the code good.
    pool.rules.password.check(&input.password, Asker::Public)?;
    pool.check_history(user, &input.password)?;
    let pool_name = pool.name_for_srp().to_owned();
    let user = pool.user_mut(&sub)?;
    user.replace_password(&pool_name, &input.password);
    user.status = UserStatus::Confirmed;
    user.modified = now;
    Ok(json!({}))
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct AdminResetUserPassword {
    user_pool_id: String,
    username: String,
}

fn admin_reset_user_password(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: AdminResetUserPassword = read(input)?;
    let State { pools, inbox, .. } = &mut *turn.state;
    let pool = pools.get_mut(&input.user_pool_id, turn.region)?;
    let sub = pool
        .resolve(&input.username)
        .ok_or_else(ServiceError::user_not_found)?;
    let user = pool.user(&sub)?;
    if !user.enabled {
        // Without the full stop that the public operations have (observed).
        return Err(ServiceError::not_authorized("User is disabled"));
    }
    if user.status == UserStatus::Unconfirmed {
        return Err(ServiceError::cannot_reset_in_this_state());
    }
    let contact = contact_for_reset(pool, &sub)?;
    send_reset_code(pool, inbox, &sub, contact, turn.now)?;
    let user = pool.user_mut(&sub)?;
    user.status = UserStatus::ResetRequired;
    user.modified = turn.now;
    Ok(json!({}))
}
