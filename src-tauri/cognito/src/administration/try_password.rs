//! Whether a password would work, found out by signing in with it.

use aws_sdk_cognitoidentityprovider::types::{AuthFlowType, AuthenticationResultType, UserPoolMfaType};
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;

use super::{AdminClient, told};
use crate::connection::ClientSecret;
use crate::failure::{Failure, FailureCode};
use crate::input::Username;
use crate::secret_hash::secret_hash;
use crate::unlogged::unlogged;
use crate::user::{OpenedUser, SecondFactor, UserStatus};

/// What came of trying a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum TriedPassword {
    /// It is right. The user may be asked for more after it.
    Works,
    /// It is wrong. That counts towards the lock after five.
    Wrong,
    /// There were too many wrong ones, so nobody looked at this one.
    LockedOut,
}

/// The app client to try a password with.
#[derive(Clone, Copy, Debug)]
pub struct TrialClient<'a> {
    /// Its id. It has to allow `ADMIN_USER_PASSWORD_AUTH`.
    pub id: &'a str,
    /// Its secret, if it has one.
    pub secret: Option<&'a ClientSecret>,
}

impl AdminClient {
    /// Tries a user's password (`AdminInitiateAuth`), where that harms nothing, and revokes the tokens.
    ///
    /// The user is looked at first. A temporary password is not tried: some pools take it once
    /// (observed), and then the person it was meant for has none. Nor is that of somebody who would
    /// get a code by email or text for it: because such a factor is switched on, or because the pool wants
    /// one of everybody and takes whatever contact there is (developer guide, "Adding MFA to a user pool").
    ///
    /// # Errors
    /// `ActNotPossible` for such users and for those who can't sign in; `FlowNotEnabled`;
    /// `UserNotFound`, and any other code of the pool, the access to AWS and the way there.
    pub async fn try_password(
        &self,
        pool_id: &str,
        client: TrialClient<'_>,
        username: &Username,
        password: &SecretString,
    ) -> Result<TriedPassword, Failure> {
        let user = self.get_user(pool_id, username).await?;
        if !may_be_tried(&user) {
            return Err(FailureCode::ActNotPossible.into());
        }
        if may_get_an_unasked_code(&user) && self.wants_a_code_of_everybody(pool_id).await? {
            return Err(FailureCode::ActNotPossible.into());
        }
        let name = user.user.username.as_str();
        let hash = client.secret.map(|secret| secret_hash(secret, name, client.id));
        let call = self
            .sdk
            .admin_initiate_auth()
            .user_pool_id(pool_id)
            .client_id(client.id)
            .auth_flow(AuthFlowType::AdminUserPasswordAuth)
            .auth_parameters("USERNAME", name)
            .auth_parameters("PASSWORD", password.expose_secret());
        let call = match hash {
            Some(hash) => call.auth_parameters("SECRET_HASH", hash),
            None => call,
        };
        let typed = vec![username.as_str(), name, password.expose_secret()];
        let answer = unlogged(call.send())
            .await
            .map_err(|error| told::act(typed, error));
        match answer {
            Ok(answer) => {
                if let Some(tokens) = answer.authentication_result {
                    self.revoke(client, tokens).await;
                }
                Ok(TriedPassword::Works)
            }
            Err(failure) => match failure.code {
                FailureCode::WrongPassword => Ok(TriedPassword::Wrong),
                FailureCode::LockedOut => Ok(TriedPassword::LockedOut),
                _ => Err(failure),
            },
        }
    }

    /// Whether the pool wants a second factor of everybody, and email or text would do.
    async fn wants_a_code_of_everybody(&self, pool_id: &str) -> Result<bool, Failure> {
        let config = self
            .sdk
            .get_user_pool_mfa_config()
            .user_pool_id(pool_id)
            .send()
            .await
            .map_err(|error| told::read(vec![pool_id], error))?;
        let by_code = config.sms_mfa_configuration().is_some() || config.email_mfa_configuration().is_some();
        Ok(by_code && config.mfa_configuration() == Some(&UserPoolMfaType::On))
    }

    /// Revokes what a trial brought; whether it worked changes nothing for anybody.
    async fn revoke(&self, client: TrialClient<'_>, tokens: AuthenticationResultType) {
        let Some(refresh) = tokens.refresh_token else {
            return;
        };
        let secret = client.secret.map(|secret| secret.expose().expose_secret());
        let call = self
            .sdk
            .revoke_token()
            .client_id(client.id)
            .set_client_secret(secret.map(str::to_owned))
            .token(refresh);
        if unlogged(call.send()).await.is_err() {
            tracing::info!("the tokens of a trial were not revoked; they are gone from this computer");
        }
    }
}

fn may_be_tried(user: &OpenedUser) -> bool {
    let sends_a_code = user
        .factors
        .iter()
        .any(|factor| matches!(factor, SecondFactor::Email | SecondFactor::Sms));
    user.user.enabled && user.user.status == UserStatus::Confirmed && !sends_a_code
}

/// Whether there is a contact and no factor, so that the pool's own rule decides.
fn may_get_an_unasked_code(user: &OpenedUser) -> bool {
    user.factors.is_empty() && (user.user.email.is_some() || user.user.phone.is_some())
}
