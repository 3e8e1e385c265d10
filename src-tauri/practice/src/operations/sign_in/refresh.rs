//! REFRESH_TOKEN_AUTH: new access and ID tokens for a refresh token.

use serde_json::json;

use super::super::{Outcome, Turn};
use super::{Parameters, check_may_sign_in, finish};
use crate::client::Client;
use crate::errors::ServiceError;

pub(super) fn refresh(turn: &mut Turn<'_>, client: &Client, parameters: &Parameters) -> Outcome {
    let token = parameters.require("REFRESH_TOKEN")?;
    let now = turn.now;
    let (pool, _) = turn.state.pools.of_client(&client.id)?;
    let grant = pool
        .grants
        .of_token(token)
        .filter(|grant| grant.client_id == client.id)
        .ok_or_else(|| ServiceError::not_authorized("Invalid Refresh Token"))?
        .clone();
    let user = pool
        .users
        .get(&grant.sub)
        .ok_or_else(|| ServiceError::not_authorized("Invalid Refresh Token"))?;
    // No user name is sent; the hash is over the stored one.
    client.check_secret_hash(&user.username, parameters.get("SECRET_HASH"))?;
    if grant.revoked || grant.signed_out {
        return Err(ServiceError::not_authorized("Refresh Token has been revoked"));
    }
    if now >= grant.expires {
        return Err(ServiceError::not_authorized("Refresh Token has expired"));
    }
    check_may_sign_in(user, client)?;
    let tokens = finish::tokens(turn, client, &grant)?;
    Ok(json!({ "ChallengeParameters": {}, "AuthenticationResult": tokens }))
}
