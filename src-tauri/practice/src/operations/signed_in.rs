//! What a signed-in user may do: GetUser, ChangePassword, GlobalSignOut, RevokeToken.

use serde::Deserialize;
use serde_json::{Value, json};

use super::access_token::{Bearer, bearer};
use super::{Authority, Operation, Outcome, Turn, read};
use crate::errors::ServiceError;
use crate::limits::{Attempt, Category};
use crate::password_policy::Asker;
use crate::shapes::{CLIENT_ID, CLIENT_SECRET, PASSWORD, TOKEN_TEXT};
use crate::validation::{Shape, optional, required};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "GetUser",
        authority: Authority::Public,
        category: Category::UserRead,
        members: &[required("AccessToken", &TOKEN_TEXT)],
        run: get_user,
    },
    Operation {
        name: "ChangePassword",
        authority: Authority::Public,
        category: Category::UserAccountRecovery,
        members: &[
            optional("PreviousPassword", &PASSWORD),
            required("ProposedPassword", &PASSWORD),
            required("AccessToken", &TOKEN_TEXT),
        ],
        run: change_password,
    },
    Operation {
        name: "GlobalSignOut",
        authority: Authority::Public,
        category: Category::UserUpdate,
        members: &[required("AccessToken", &TOKEN_TEXT)],
        run: global_sign_out,
    },
    Operation {
        name: "RevokeToken",
        authority: Authority::Public,
        category: Category::UserToken,
        members: &[
            required("Token", &TOKEN_TEXT),
            required("ClientId", &CLIENT_ID),
            optional("ClientSecret", &CLIENT_SECRET),
            optional("RevokeAssociatedSessions", &Shape::Choice(&["NONE", "LINKED"])),
        ],
        run: revoke_token,
    },
];

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct OwnAccount {
    access_token: String,
}

fn get_user(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: OwnAccount = read(input)?;
    let Bearer { client, sub } = bearer(turn, &input.access_token)?;
    let (pool, _) = turn.state.pools.of_client(&client.id)?;
    let user = pool.user(&sub)?;
    let mut answer = json!({
        "Username": user.username,
        "UserAttributes": user.attribute_list(),
    });
    user.mfa.describe_into(&mut answer);
    Ok(answer)
}

fn global_sign_out(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: OwnAccount = read(input)?;
    let Bearer { client, sub } = bearer(turn, &input.access_token)?;
    let (pool, _) = turn.state.pools.of_client(&client.id)?;
    pool.grants.sign_out(&sub);
    Ok(json!({}))
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ChangePassword {
    access_token: String,
    previous_password: Option<String>,
    proposed_password: String,
}

/// Only whoever has no password can leave the previous one out. Nobody is signed out by it.
fn change_password(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: ChangePassword = read(input)?;
    let Bearer { client, sub } = bearer(turn, &input.access_token)?;
    let now = turn.now;
    let (pool, _) = turn.state.pools.of_client(&client.id)?;
    pool.attempts.count(&sub, Attempt::ChangePassword, now)?;
    let user = pool.user(&sub)?;
    let right = match (&user.password, &input.previous_password) {
        (Some(known), Some(typed)) => known.is(pool.name_for_srp(), &user.username, typed),
        (Some(_), None) => false,
        (None, _) => true,
    };
    if !right {
        return Err(ServiceError::incorrect_username_or_password());
    }
    pool.rules
        .password
        .check(&input.proposed_password, Asker::Public)?;
    pool.check_history(user, &input.proposed_password)?;
    let pool_name = pool.name_for_srp().to_owned();
    let user = pool.user_mut(&sub)?;
    user.replace_password(&pool_name, &input.proposed_password);
    user.modified = now;
    Ok(json!({}))
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct RevokeToken {
    token: String,
    client_id: String,
    client_secret: Option<String>,
}

fn revoke_token(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: RevokeToken = read(input)?;
    let key = turn.state.signing_key()?;
    let (pool, client) = turn.state.pools.of_client(&input.client_id)?;
    match (&client.secret, &input.client_secret) {
        (Some(_), None) => {
            return Err(ServiceError::invalid_parameter(format!(
                "Client {} is configured for secret but secret was not received",
                client.id
            )));
        }
        (known, sent) if known != sent => {
            return Err(ServiceError::new(
                "UnauthorizedException",
                "Invalid client secret",
            ));
        }
        _ => {}
    }
    if !client.allows_revocation() {
        return Err(ServiceError::new(
            "UnsupportedOperationException",
            "Token revocation is not enabled for this client",
        ));
    }
    match pool.grants.of_token(&input.token) {
        Some(grant) if grant.client_id == client.id => {
            grant.revoked = true;
            Ok(json!({}))
        }
        Some(_) => Err(ServiceError::new(
            "UnauthorizedException",
            "The token was not issued to this client",
        )),
        None if key.verify(&input.token).is_some() => Err(ServiceError::new(
            "UnsupportedTokenTypeException",
            "Unsupported token type",
        )),
        None => Err(ServiceError::invalid_parameter("Invalid Refresh Token")),
    }
}
