//! Who an access token speaks for.

use std::sync::Arc;

use super::Turn;
use crate::client::Client;
use crate::errors::ServiceError;
use crate::tokens::SELF_SERVICE_SCOPE;
use crate::user::UserStatus;

/// Whom a token was given to.
pub(super) struct Bearer {
    pub(super) client: Arc<Client>,
    pub(super) sub: String,
}

/// Checks an access token that an operation on one's own account was called with: its signature,
/// its scope, its time, whether it was revoked, and whether its user may still act.
pub(super) fn bearer(turn: &mut Turn<'_>, token: &str) -> Result<Bearer, ServiceError> {
    let invalid = || ServiceError::not_authorized("Invalid Access Token");
    let claims = turn
        .state
        .signing_key()?
        .verify(token)
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
    let sub = user.sub.clone();
    Ok(Bearer { client, sub })
}
