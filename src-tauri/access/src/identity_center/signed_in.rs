//! What a token opens: accounts, their roles, and a role's credentials.

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, future};
use aws_sdk_ssooidc::error::ProvideErrorMetadata;
use cognito::{Failure, FailureCode};
use secrecy::ExposeSecret;
use serde::Serialize;
use tokio::sync::Mutex;
use tokio::time::Instant;

use super::IdentityCenter;
use super::answer::{Asked, failure, incomplete};
use super::kept::{self, Keychain};
use super::token::Token;

/// Shortest time between two tries to renew a token that is still good, as the AWS SDKs have it.
const BETWEEN_RENEWALS: Duration = Duration::from_secs(30);
/// Most accounts or roles in one page: the model's limit.
const PAGE: i32 = 100;

/// An AWS account that a person may enter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct Account {
    /// Its twelve digits.
    pub id: String,
    /// What the organisation calls it.
    pub name: Option<String>,
}

/// A person who is signed in. Clones share the token; whoever needs it near its end renews it,
/// one at a time.
#[derive(Clone)]
pub struct SignedIn {
    center: IdentityCenter,
    held: Arc<Mutex<Held>>,
}

struct Held {
    token: Token,
    /// Whether a renewed token goes into the keychain.
    kept: bool,
    tried: Option<Instant>,
}

impl SignedIn {
    /// With a token of `center`, held in memory only until [`keep`](Self::keep).
    #[must_use]
    pub fn new(center: IdentityCenter, token: Token) -> Self {
        center.registrations.remember(token.registration());
        Self {
            center,
            held: Arc::new(Mutex::new(Held {
                token,
                kept: false,
                tried: None,
            })),
        }
    }

    /// With the token of `center` that the keychain holds, or `None` where it holds none.
    ///
    /// # Errors
    /// Those of the keychain; `KeychainItemGone` if only a part of it is there.
    pub async fn kept(center: IdentityCenter) -> Result<Option<Self>, Failure> {
        let Some(token) = kept::read(&Keychain, &center).await? else {
            return Ok(None);
        };
        let signed_in = Self::new(center, token);
        signed_in.held.lock().await.kept = true;
        Ok(Some(signed_in))
    }

    /// Puts the token into the keychain, now and whenever it is renewed. Where the keychain
    /// refuses, the token is still held in memory.
    ///
    /// # Errors
    /// Those of the keychain.
    pub async fn keep(&self) -> Result<(), Failure> {
        let mut held = self.held.lock().await;
        kept::write(&Keychain, &self.center, &held.token).await?;
        held.kept = true;
        Ok(())
    }

    /// Takes the token out of the keychain, for good: no clone puts a renewed one there.
    ///
    /// # Errors
    /// Those of the keychain.
    pub async fn forget(&self) -> Result<(), Failure> {
        let mut held = self.held.lock().await;
        held.kept = false;
        self.center.forget_token().await
    }

    /// The Identity Center this person is signed in to: to sign in again with the same registration.
    #[must_use]
    pub fn center(&self) -> &IdentityCenter {
        &self.center
    }

    /// The accounts this person may enter, by name.
    ///
    /// # Errors
    /// `IdentityCenterNothing` if there are none, `AccessExpired` if the sign-in is over, `Busy`,
    /// and those of the network.
    pub async fn accounts(&self) -> Result<Vec<Account>, Failure> {
        let token = self.token().await?;
        let mut pages = self
            .center
            .portal
            .list_accounts()
            .access_token(token.access())
            .max_results(PAGE)
            .into_paginator()
            .send();
        let mut accounts = Vec::new();
        while let Some(page) = pages.next().await {
            let page = page.map_err(|error| failure(Asked::List, error))?;
            let listed = page.account_list.unwrap_or_default().into_iter();
            accounts.extend(listed.filter_map(|account| {
                Some(Account {
                    id: account.account_id?,
                    name: account.account_name.filter(|name| !name.trim().is_empty()),
                })
            }));
        }
        accounts.sort_by_cached_key(|account| {
            let name = account.name.as_ref().unwrap_or(&account.id);
            (name.to_lowercase(), account.id.clone())
        });
        something(accounts)
    }

    /// The names of the roles this person may take in an account, in alphabetical order.
    ///
    /// # Errors
    /// As [`accounts`](Self::accounts).
    pub async fn roles(&self, account_id: &str) -> Result<Vec<String>, Failure> {
        let token = self.token().await?;
        let mut pages = self
            .center
            .portal
            .list_account_roles()
            .access_token(token.access())
            .account_id(account_id)
            .max_results(PAGE)
            .into_paginator()
            .send();
        let mut roles = Vec::new();
        while let Some(page) = pages.next().await {
            let page = page.map_err(|error| failure(Asked::List, error))?;
            let listed = page.role_list.unwrap_or_default().into_iter();
            roles.extend(listed.filter_map(|role| role.role_name));
        }
        roles.sort_by_cached_key(|role| role.to_lowercase());
        something(roles)
    }

    /// The credentials of a role, for the SDK.
    #[must_use]
    pub fn credentials(&self, account_id: &str, role_name: &str) -> RoleCredentials {
        RoleCredentials {
            signed_in: self.clone(),
            account_id: account_id.to_owned(),
            role_name: role_name.to_owned(),
        }
    }

    /// The token, renewed if it is near its end.
    async fn token(&self) -> Result<Token, Failure> {
        let mut held = Arc::clone(&self.held).lock_owned().await;
        if held.is_to_be_renewed(self.center.now()) {
            let center = self.center.clone();
            // A refresh token is good for one use: what it brought must not get lost because
            // whoever asked for it has stopped waiting.
            let renewing = tokio::spawn(async move {
                let renewed = center.renew_held(&mut held).await;
                (held, renewed)
            });
            let (renewed, result) = renewing
                .await
                .map_err(|_| Failure::new(FailureCode::StoppedWaiting))?;
            held = renewed;
            result?;
        }
        if held.token.is_over(self.center.now()) {
            return Err(FailureCode::AccessExpired.into());
        }
        Ok(held.token.clone())
    }
}

impl std::fmt::Debug for SignedIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SignedIn(…)")
    }
}

impl Held {
    fn is_to_be_renewed(&self, now: SystemTime) -> bool {
        let just_tried = self.tried.is_some_and(|tried| tried.elapsed() < BETWEEN_RENEWALS);
        self.token.is_to_be_renewed(now) && (self.token.is_over(now) || !just_tried)
    }
}

impl IdentityCenter {
    /// Takes whatever token of this Identity Center the keychain holds out of it, every part.
    ///
    /// # Errors
    /// Those of the keychain.
    pub async fn forget_token(&self) -> Result<(), Failure> {
        kept::remove(&Keychain, self).await
    }

    /// Renews the held token. As long as the old one is good, a failure is none.
    async fn renew_held(&self, held: &mut Held) -> Result<(), Failure> {
        held.tried = Some(Instant::now());
        match self.renewed(&held.token).await {
            Ok(token) => held.token = token,
            Err(failure) => {
                if failure.code == FailureCode::AccessExpired {
                    held.token = held.token.unrenewable();
                }
                return if held.token.is_over(self.now()) {
                    Err(failure)
                } else {
                    Ok(())
                };
            }
        }
        if held.kept
            && let Err(failure) = kept::write(&Keychain, self, &held.token).await
        {
            tracing::warn!(code = %failure.code, "the renewed token could not be kept");
        }
        Ok(())
    }

    /// A new token in the place of this one.
    async fn renewed(&self, token: &Token) -> Result<Token, Failure> {
        let refresh = token.refresh().ok_or(FailureCode::AccessExpired)?;
        let registration = token.registration();
        let answer = self
            .oidc
            .create_token()
            .client_id(&registration.client_id)
            .client_secret(registration.client_secret.expose_secret())
            .grant_type("refresh_token")
            .refresh_token(refresh.expose_secret())
            .send()
            .await
            .map_err(|error| {
                if error.code() == Some("InvalidClientException") {
                    self.registrations.forget(registration);
                }
                failure(Asked::Renewal, error)
            })?;
        Token::from_answer(answer, Some(refresh.clone()), registration.clone(), self.now())
    }
}

/// Provides the credentials of one role in one account, anew whenever the SDK asks.
///
/// The SDK's caches ask again before the credentials' end. An error is a [`Failure`] at the
/// bottom of the SDK's: `AccessExpired` if the sign-in is over, `RoleRefused` if the role isn't this person's any more.
#[derive(Clone)]
pub struct RoleCredentials {
    signed_in: SignedIn,
    account_id: String,
    role_name: String,
}

impl RoleCredentials {
    /// Asks for credentials now.
    ///
    /// # Errors
    /// `AccessExpired`, `RoleRefused`, `Busy`, and those of the network.
    pub async fn fetch(&self) -> Result<Credentials, Failure> {
        let token = self.signed_in.token().await?;
        let answer = self
            .signed_in
            .center
            .portal
            .get_role_credentials()
            .access_token(token.access())
            .account_id(&self.account_id)
            .role_name(&self.role_name)
            .send()
            .await
            .map_err(|error| failure(Asked::Role, error))?;
        let given = answer.role_credentials.ok_or_else(incomplete)?;
        let ends = u64::try_from(given.expiration)
            .ok()
            .and_then(|milliseconds| UNIX_EPOCH.checked_add(Duration::from_millis(milliseconds)))
            .ok_or_else(incomplete)?;
        let credentials = Credentials::builder()
            .access_key_id(given.access_key_id.ok_or_else(incomplete)?)
            .secret_access_key(given.secret_access_key.ok_or_else(incomplete)?)
            .session_token(given.session_token.ok_or_else(incomplete)?)
            .account_id(self.account_id.as_str())
            .expiry(ends)
            .provider_name("IdentityCenter");
        Ok(credentials.build())
    }
}

impl ProvideCredentials for RoleCredentials {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(async {
            self.fetch().await.map_err(CredentialsError::provider_error)
        })
    }
}

impl std::fmt::Debug for RoleCredentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RoleCredentials(…)")
    }
}

/// The list, unless nothing is on it.
fn something<T>(list: Vec<T>) -> Result<Vec<T>, Failure> {
    if list.is_empty() {
        return Err(FailureCode::IdentityCenterNothing.into());
    }
    Ok(list)
}

#[cfg(test)]
mod tests;
