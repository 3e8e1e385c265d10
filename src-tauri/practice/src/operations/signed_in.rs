//! What a signed-in user may do: GetUser, RevokeToken.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{Authority, Operation, Outcome, Turn, read};
use crate::errors::ServiceError;
use crate::limits::Category;
use crate::shapes::{CLIENT_ID, CLIENT_SECRET, TOKEN_TEXT};
use crate::tokens::SELF_SERVICE_SCOPE;
use crate::user::UserStatus;
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
struct GetUser {
    access_token: String,
}

fn get_user(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: GetUser = read(input)?;
    let invalid = || ServiceError::not_authorized("Invalid Access Token");
    let claims = turn
        .state
        .signing_key()?
        .verify(&input.access_token)
        .filter(|claims| claims["token_use"] == "access")
        .ok_or_else(invalid)?;
    let text = |name: &str| claims[name].as_str().unwrap_or_default();
    if claims["exp"].as_i64().unwrap_or_default() <= turn.now.epoch_seconds() {
        return Err(ServiceError::not_authorized("Access Token has expired"));
    }
    if !text("scope").split(' ').any(|scope| scope == SELF_SERVICE_SCOPE) {
        return Err(ServiceError::not_authorized(
            "Access Token does not have required scopes",
        ));
    }
    let (pool, client) = turn
        .state
        .pools
        .of_client(text("client_id"))
        .map_err(|_| invalid())?;
    let jti = text("origin_jti");
    // Signing out everywhere works for clients without token revocation too.
    if pool.grants.is_signed_out(jti) || (client.allows_revocation() && pool.grants.is_revoked(jti)) {
        return Err(ServiceError::not_authorized("Access Token has been revoked"));
    }
    let user = pool.user(text("sub"))?;
    if !user.enabled {
        return Err(ServiceError::user_disabled());
    }
    if user.status == UserStatus::ResetRequired {
        return Err(ServiceError::password_reset_required());
    }
    let mut answer = json!({
        "Username": user.username,
        "UserAttributes": user.attribute_list(),
    });
    user.mfa.describe_into(&mut answer);
    Ok(answer)
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
