//! What follows a good password. The service's order is: a new password where one is due, then
//! second factors, then tokens.

use serde_json::{Value, json};

use super::super::{Outcome, Turn};
use crate::client::Client;
use crate::errors::ServiceError;
use crate::random;
use crate::schema;
use crate::sessions::Grant;
use crate::tokens;
use crate::user::UserStatus;

/// Asks for what is still due, or gives tokens.
pub(super) fn after_password(turn: &mut Turn<'_>, client: &Client, sub: &str) -> Outcome {
    let now = turn.now;
    let (pool, _) = turn.state.pools.of_client(&client.id)?;
    let user = pool.user(sub)?;
    if user.status == UserStatus::ForceChangePassword {
        let life = pool.temporary_password_life();
        if user.temporary_since.is_none_or(|since| now.since(since) >= life) {
            return Err(ServiceError::not_authorized(
                "Temporary password has expired and must be reset by an administrator.",
            ));
        }
        let missing: Vec<String> = schema::required(&pool.settings)
            .filter(|name| user.attribute(name).is_none())
            .map(|name| format!("userAttributes.{name}"))
            .collect();
        let parameters = json!({
            "USER_ID_FOR_SRP": user.username,
            "requiredAttributes": json!(missing).to_string(),
            "userAttributes": json!(user.attributes).to_string(),
        });
        let challenge = "NEW_PASSWORD_REQUIRED";
        let username = user.username.clone();
        let session = pool.sessions.open(challenge, &username, client, now);
        return Ok(json!({
            "ChallengeName": challenge,
            "Session": session,
            "ChallengeParameters": parameters,
        }));
    }
    if !user.mfa.enabled.is_empty() || pool.mfa() == "ON" {
        // There are no second factors here yet, and tokens without one would be wrong.
        return Err(ServiceError::new(
            "MFAMethodNotFoundException",
            "The practice pool does not ask for second factors",
        ));
    }
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
