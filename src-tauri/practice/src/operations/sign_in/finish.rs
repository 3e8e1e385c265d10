//! What follows a good password, and the tokens at the end.

use serde_json::{Value, json};

use super::super::{Outcome, Turn};
use super::{new_password, second_factor};
use crate::client::Client;
use crate::errors::ServiceError;
use crate::random;
use crate::sessions::{Caller, Grant};
use crate::tokens;
use crate::user::UserStatus;

/// Asks for what is still due after the password, or gives tokens.
pub(super) fn after_password(turn: &mut Turn<'_>, caller: &Caller, sub: &str) -> Outcome {
    let (pool, _) = turn.state.pools.of_client(&caller.client.id)?;
    if pool.user(sub)?.status == UserStatus::ForceChangePassword {
        new_password::ask(turn, caller, sub)
    } else {
        second_factor::ask(turn, caller, sub)
    }
}

/// Signs the user in: nothing more is due.
pub(super) fn grant(turn: &mut Turn<'_>, caller: &Caller, sub: &str) -> Outcome {
    let now = turn.now;
    let client = &caller.client;
    let (pool, _) = turn.state.pools.of_client(&client.id)?;
    let grant = Grant {
        sub: sub.to_owned(),
        client_id: client.id.clone(),
        origin_jti: random::uuid(),
        authenticated: now,
        expires: now.plus(client.refresh_token_life()),
        revoked: false,
        signed_out: false,
    };
    let refresh_token = pool.grants.open(grant.clone());
    let mut result = tokens(turn, client, &grant)?;
    result["RefreshToken"] = json!(refresh_token);
    Ok(json!({ "ChallengeParameters": {}, "AuthenticationResult": result }))
}

/// `AuthenticationResult` without a refresh token.
pub(super) fn tokens(turn: &mut Turn<'_>, client: &Client, grant: &Grant) -> Result<Value, ServiceError> {
    let key = turn.state.signing_key()?;
    let (pool, _) = turn.state.pools.of_client(&client.id)?;
    let issuer = format!("{}/{}", turn.endpoint, pool.id);
    let user = pool.user(&grant.sub)?;
    let (access, id) = tokens::issue(&key, &issuer, user, client, grant, turn.now)?;
    Ok(json!({
        "AccessToken": access,
        "IdToken": id,
        "ExpiresIn": client.access_token_life().as_secs(),
        "TokenType": "Bearer",
    }))
}
