//! New access and ID tokens for a refresh token: REFRESH_TOKEN_AUTH, and the operation
//! GetTokensFromRefreshToken.

use serde::Deserialize;
use serde_json::{Value, json};

use super::super::{Outcome, Turn, read};
use super::{Parameters, check_may_sign_in, finish};
use crate::client::Client;
use crate::errors::ServiceError;
use crate::pool::Pool;
use crate::sessions::Grant;
use crate::user::User;

pub(super) fn refresh(turn: &mut Turn<'_>, client: &Client, parameters: &Parameters) -> Outcome {
    let token = parameters.require("REFRESH_TOKEN")?;
    let (pool, _) = turn.state.pools.of_client(&client.id)?;
    let grant = granted(pool, client, token)?;
    // No user name is sent; the hash is over the stored one.
    let user = holder(pool, &grant)?;
    client.check_secret_hash(&user.username, parameters.get("SECRET_HASH"))?;
    let tokens = renew(turn, client, &grant)?;
    Ok(json!({ "ChallengeParameters": {}, "AuthenticationResult": tokens }))
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct GetTokensFromRefreshToken {
    refresh_token: String,
    client_id: String,
    client_secret: Option<String>,
}

/// Takes the secret itself, where the flow takes a hash (AWS API reference). How a wrong one is
/// refused is not documented.
pub(super) fn get_tokens_from_refresh_token(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: GetTokensFromRefreshToken = read(input)?;
    let (pool, client) = turn.state.pools.of_client(&input.client_id)?;
    match (&client.secret, &input.client_secret) {
        (Some(_), None) => {
            return Err(ServiceError::not_authorized(format!(
                "Client {} is configured for secret but secret was not received",
                client.id
            )));
        }
        (known, sent) if known != sent => {
            return Err(ServiceError::not_authorized("Invalid client secret"));
        }
        _ => {}
    }
    let grant = granted(pool, &client, &input.refresh_token)?;
    Ok(json!({ "AuthenticationResult": renew(turn, &client, &grant)? }))
}

fn granted(pool: &mut Pool, client: &Client, token: &str) -> Result<Grant, ServiceError> {
    pool.grants
        .of_token(token)
        .filter(|grant| grant.client_id == client.id)
        .map(|grant| grant.clone())
        .ok_or_else(invalid)
}

fn holder<'a>(pool: &'a Pool, grant: &Grant) -> Result<&'a User, ServiceError> {
    pool.users.get(&grant.sub).ok_or_else(invalid)
}

fn invalid() -> ServiceError {
    ServiceError::not_authorized("Invalid Refresh Token")
}

fn renew(turn: &mut Turn<'_>, client: &Client, grant: &Grant) -> Result<Value, ServiceError> {
    if grant.revoked || grant.signed_out {
        return Err(ServiceError::not_authorized("Refresh Token has been revoked"));
    }
    if turn.now >= grant.expires {
        return Err(ServiceError::not_authorized("Refresh Token has expired"));
    }
    let (pool, _) = turn.state.pools.of_client(&client.id)?;
    check_may_sign_in(holder(pool, grant)?, client)?;
    finish::tokens(turn, client, grant)
}
