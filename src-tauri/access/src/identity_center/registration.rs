//! Who we are to Identity Center: it gives every program an id and a secret before anything else.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_sdk_ssooidc::operation::register_client::RegisterClientOutput;
use cognito::Failure;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};

use super::IdentityCenter;
use super::answer::{Asked, failure, incomplete};
use super::callback::REGISTERED_REDIRECT;

/// The name that a person is asked to let in.
const CLIENT_NAME: &str = "Readmit";
/// What a token is good for: the accounts and roles of its person. With it the service hands out
/// refresh tokens too.
pub(crate) const SCOPE: &str = "sso:account:access";
/// A registration with less time left than this isn't begun with.
const TOO_LITTLE: Duration = Duration::from_secs(15 * 60);

/// The way to a token. A registration is for one of the two: the service has refused clients that
/// ask for both (with an internal error, or `InvalidScopeException`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Grant {
    AuthorizationCode,
    DeviceCode,
}

/// One client of Identity Center.
#[derive(Clone)]
pub(crate) struct Registration {
    pub(crate) grant: Grant,
    pub(crate) client_id: String,
    pub(crate) client_secret: SecretString,
    pub(crate) expires_at: SystemTime,
}

impl Registration {
    /// Whether nothing can be asked with it any more.
    pub(crate) fn is_over(&self, now: SystemTime) -> bool {
        self.expires_at <= now
    }
}

/// The registrations at one Identity Center, kept for as long as the service honours them.
#[derive(Clone, Default)]
pub(crate) struct Registrations(Arc<Mutex<Vec<Registration>>>);

impl Registrations {
    /// Puts this one in the place of another for the same grant.
    pub(crate) fn remember(&self, registration: &Registration) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|other| other.grant != registration.grant);
        all.push(registration.clone());
    }

    /// The service doesn't know it any more.
    pub(crate) fn forget(&self, registration: &Registration) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .retain(|other| other.client_id != registration.client_id);
    }

    /// One that is good for long enough to sign in with.
    fn usable(&self, grant: Grant, now: SystemTime) -> Option<Registration> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .find(|registration| registration.grant == grant && !registration.is_over(now + TOO_LITTLE))
            .cloned()
    }
}

impl IdentityCenter {
    /// A registration for this grant: the one at hand, or a new one.
    ///
    /// # Errors
    /// `IdentityCenterUnknown` if the service refuses the registration, `Busy`, and those of the network.
    pub(crate) async fn registration(&self, grant: Grant) -> Result<Registration, Failure> {
        if let Some(registration) = self.registrations.usable(grant, self.now()) {
            return Ok(registration);
        }
        let call = self
            .oidc
            .register_client()
            .client_name(CLIENT_NAME)
            .client_type("public")
            .scopes(SCOPE);
        // A client of the device grant names no grants: as the AWS CLI registers it, and as the
        // service always took it.
        let call = match grant {
            Grant::DeviceCode => call,
            Grant::AuthorizationCode => call
                .grant_types("authorization_code")
                .grant_types("refresh_token")
                .redirect_uris(REGISTERED_REDIRECT)
                .issuer_url(self.start_url.as_str()),
        };
        let answer = call.send().await.map_err(|error| failure(Asked::Client, error))?;
        let registration = registered(grant, answer)?;
        self.registrations.remember(&registration);
        Ok(registration)
    }
}

fn registered(grant: Grant, answer: RegisterClientOutput) -> Result<Registration, Failure> {
    let expires_at = u64::try_from(answer.client_secret_expires_at).map_err(|_| incomplete())?;
    Ok(Registration {
        grant,
        client_id: answer.client_id.ok_or_else(incomplete)?,
        client_secret: SecretString::from(answer.client_secret.ok_or_else(incomplete)?),
        expires_at: UNIX_EPOCH
            .checked_add(Duration::from_secs(expires_at))
            .ok_or_else(incomplete)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn registration(grant: Grant, client_id: &str, seconds: u64) -> Registration {
        Registration {
            grant,
            client_id: client_id.into(),
            client_secret: SecretString::from("secret"),
            expires_at: UNIX_EPOCH + Duration::from_secs(seconds),
        }
    }

    #[test]
    fn a_registration_is_used_until_shortly_before_its_end() {
        let registrations = Registrations::default();
        let id = |grant, seconds| {
            registrations
                .usable(grant, UNIX_EPOCH + Duration::from_secs(seconds))
                .map(|registration| registration.client_id)
        };
        registrations.remember(&registration(Grant::DeviceCode, "old", 10_000));
        registrations.remember(&registration(Grant::DeviceCode, "new", 20_000));
        registrations.remember(&registration(Grant::AuthorizationCode, "other", 20_000));
        assert_eq!(id(Grant::DeviceCode, 19_099).as_deref(), Some("new"));
        assert_eq!(id(Grant::DeviceCode, 19_100), None);
        assert_eq!(id(Grant::AuthorizationCode, 0).as_deref(), Some("other"));
        registrations.forget(&registration(Grant::DeviceCode, "new", 0));
        assert_eq!(id(Grant::DeviceCode, 0), None);
        assert_eq!(id(Grant::AuthorizationCode, 0).as_deref(), Some("other"));
    }
}
