//! The codes that the authenticator apps of a practice pool's people show, for a page that shows
//! them in place of a phone.

use serde::Serialize;

use crate::clock::Moment;
use crate::state::Pools;
use crate::totp::{self, Authenticator};
use crate::user::User;

/// What one person's authenticator app shows now.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct AuthenticatorCode {
    /// The id of the pool.
    pub pool: String,
    /// The user's name as the pool stores it.
    pub username: String,
    /// The user's `sub`.
    pub sub: String,
    /// What they are called, if the pool knows.
    pub display_name: Option<String>,
    /// Six digits.
    pub code: String,
    /// For how many more seconds the app shows them; 1 to 30.
    pub seconds_left: u64,
    /// Whether the app has been registered. Otherwise it has the secret, and the code that the
    /// pool wants to see is still to come.
    pub registered: bool,
}

/// Shows neither whose it is nor the code.
impl std::fmt::Debug for AuthenticatorCode {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("AuthenticatorCode")
            .field("pool", &self.pool)
            .field("registered", &self.registered)
            .finish_non_exhaustive()
    }
}

/// The codes of everybody who has an authenticator or is setting one up.
pub(crate) fn of_everybody(pools: &Pools, now: Moment) -> Vec<AuthenticatorCode> {
    let shown = |pool: &str, user: &User, authenticator: &Authenticator, registered| AuthenticatorCode {
        pool: pool.to_owned(),
        username: user.username.clone(),
        sub: user.sub.clone(),
        display_name: user.attribute("name").map(str::to_owned),
        code: authenticator.code(now),
        seconds_left: totp::seconds_left(now),
        registered,
    };
    let mut codes = Vec::new();
    for pool in pools.iter() {
        for user in pool.users.known() {
            let of = |authenticator: &Option<Authenticator>, registered| {
                authenticator
                    .as_ref()
                    .map(|authenticator| shown(&pool.id, user, authenticator, registered))
            };
            codes.extend(of(&user.mfa.authenticator, true));
            codes.extend(of(&user.mfa.new_authenticator, false));
        }
    }
    codes
}
