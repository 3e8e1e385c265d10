//! What an administrator does to one user's state: AdminConfirmSignUp, AdminEnableUser,
//! AdminDisableUser, AdminUserGlobalSignOut.

use serde_json::{Value, json};

use super::users::OneUser;
use super::{Authority, Operation, Outcome, Turn, read};
use crate::errors::ServiceError;
use crate::limits::Category;
use crate::pool::Pool;
use crate::shapes::{CLIENT_METADATA, USER_POOL_ID, USERNAME};
use crate::user::UserStatus;
use crate::validation::{Member, required};

const ONE_USER: &[Member] = &[
    required("UserPoolId", &USER_POOL_ID),
    required("Username", &USERNAME),
];

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "AdminConfirmSignUp",
        authority: Authority::Iam,
        category: Category::UserCreation,
        members: &[
            required("UserPoolId", &USER_POOL_ID),
            required("Username", &USERNAME),
            CLIENT_METADATA,
        ],
        run: admin_confirm_sign_up,
    },
    Operation {
        name: "AdminEnableUser",
        authority: Authority::Iam,
        category: Category::UserUpdate,
        members: ONE_USER,
        run: admin_enable_user,
    },
    Operation {
        name: "AdminDisableUser",
        authority: Authority::Iam,
        category: Category::UserUpdate,
        members: ONE_USER,
        run: admin_disable_user,
    },
    Operation {
        name: "AdminUserGlobalSignOut",
        authority: Authority::Iam,
        category: Category::UserUpdate,
        members: ONE_USER,
        run: admin_user_global_sign_out,
    },
];

/// The pool of a request, and the sub of the user it names.
fn named<'a>(turn: &'a mut Turn<'_>, input: Value) -> Result<(&'a mut Pool, String), ServiceError> {
    let input: OneUser = read(input)?;
    let pool = turn.state.pools.get_mut(&input.user_pool_id, turn.region)?;
    let sub = pool
        .resolve(&input.username)
        .ok_or_else(ServiceError::user_not_found)?;
    Ok((pool, sub))
}

/// Confirms the user and none of their contacts (AWS developer guide).
fn admin_confirm_sign_up(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let now = turn.now;
    let (pool, sub) = named(turn, input)?;
    let status = pool.user(&sub)?.status;
    if status != UserStatus::Unconfirmed {
        return Err(ServiceError::cannot_confirm(status.name()));
    }
    let user = pool.user_mut(&sub)?;
    user.status = UserStatus::Confirmed;
    user.sign_up_code = None;
    user.modified = now;
    Ok(json!({}))
}

fn admin_enable_user(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let now = turn.now;
    let (pool, sub) = named(turn, input)?;
    let user = pool.user_mut(&sub)?;
    user.enabled = true;
    user.modified = now;
    Ok(json!({}))
}

/// Also revokes every token; enabling the user again brings none of them back (API reference).
fn admin_disable_user(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let now = turn.now;
    let (pool, sub) = named(turn, input)?;
    let user = pool.user_mut(&sub)?;
    user.enabled = false;
    user.modified = now;
    pool.grants.sign_out(&sub);
    Ok(json!({}))
}

fn admin_user_global_sign_out(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let (pool, sub) = named(turn, input)?;
    pool.user(&sub)?;
    pool.grants.sign_out(&sub);
    Ok(json!({}))
}
