//! Acts: what changes one user. Each is sent once; where no answer came it may or may not have
//! happened (`Retry::UnknownOutcome`), and only reading the user tells.

use aws_sdk_cognitoidentityprovider::operation::RequestId;
use aws_sdk_cognitoidentityprovider::types::{
    AttributeType, DeliveryMediumType, EmailMfaSettingsType, MessageActionType, SmsMfaSettingsType,
    SoftwareTokenMfaSettingsType,
};
use serde::{Deserialize, Serialize};

use super::{AdminClient, told};
use crate::failure::Failure;
use crate::input::{NewPassword, Username};
use crate::user::SecondFactor;

/// An act that the service carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acted {
    /// The service's id of the request, as CloudTrail holds it.
    pub request_id: Option<String>,
}

impl Acted {
    fn by(answer: &impl RequestId) -> Self {
        let well_formed = |id: &&str| {
            id.len() <= 64
                && id
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        Self {
            request_id: answer.request_id().filter(well_formed).map(str::to_owned),
        }
    }
}

/// How long a password that an administrator sets is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum PasswordLife {
    /// Until the first sign-in, which asks for another, and only for the pool's number of days.
    Temporary,
    /// Until somebody changes it.
    Permanent,
}

/// By what an invitation travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum InvitationMedium {
    /// An email.
    Email,
    /// A text message.
    Sms,
}

impl AdminClient {
    /// Sends the user a code for a new password (`AdminResetUserPassword`).
    ///
    /// The present password is dead at once: the status becomes `RESET_REQUIRED`.
    ///
    /// # Errors
    /// `RecoveryByAdminOnly`, `NoVerifiedContact`, `TemporaryPasswordPending`, `UserDisabled`,
    /// `MailLimit`, and any other code of the account, the pool, the access to AWS and the way there.
    pub async fn reset_password(&self, pool_id: &str, username: &Username) -> Result<Acted, Failure> {
        self.sdk
            .admin_reset_user_password()
            .user_pool_id(pool_id)
            .username(username.as_str())
            .send()
            .await
            .map(|answer| Acted::by(&answer))
            .map_err(|error| told::act(vec![username.as_str()], error))
    }

    /// Gives the user a password (`AdminSetUserPassword`). The service tells nobody of it.
    ///
    /// A temporary one puts the user in `FORCE_CHANGE_PASSWORD`, a permanent one in `CONFIRMED`, a
    /// federated user too, who should not get one.
    ///
    /// # Errors
    /// The `Password…` codes, `UserNotFound`, and any other code of the pool, the access to AWS and
    /// the way there.
    pub async fn set_password(
        &self,
        pool_id: &str,
        username: &Username,
        password: &NewPassword,
        life: PasswordLife,
    ) -> Result<Acted, Failure> {
        self.sdk
            .admin_set_user_password()
            .user_pool_id(pool_id)
            .username(username.as_str())
            .password(password.expose())
            .permanent(life == PasswordLife::Permanent)
            .send()
            .await
            .map(|answer| Acted::by(&answer))
            .map_err(|error| told::act(vec![username.as_str(), password.expose()], error))
    }

    /// Sends an invited user the invitation again, with a new temporary password
    /// (`AdminCreateUser` with `RESEND`, which creates nobody).
    ///
    /// # Errors
    /// `UserNotFound`; `InvitationNotPossible` for users who have signed in before; `MailLimit`,
    /// `DeliveryFailed`, and any other code of the pool, the access to AWS and the way there.
    pub async fn resend_invitation(
        &self,
        pool_id: &str,
        username: &Username,
        medium: InvitationMedium,
    ) -> Result<Acted, Failure> {
        let medium = match medium {
            InvitationMedium::Email => DeliveryMediumType::Email,
            InvitationMedium::Sms => DeliveryMediumType::Sms,
        };
        self.sdk
            .admin_create_user()
            .user_pool_id(pool_id)
            .username(username.as_str())
            .message_action(MessageActionType::Resend)
            .desired_delivery_mediums(medium)
            .send()
            .await
            .map(|answer| Acted::by(&answer))
            .map_err(|error| told::act(vec![username.as_str()], error))
    }

    /// Marks the user's email address as the user's own (`AdminUpdateUserAttributes`).
    ///
    /// Only `email_verified` is sent: sending the address too would put back an old one if somebody
    /// has just changed it.
    ///
    /// # Errors
    /// `AliasTaken` where another user has this address as a verified alias, `UserNotFound`, and any
    /// other code of the pool, the access to AWS and the way there.
    pub async fn mark_email_verified(&self, pool_id: &str, username: &Username) -> Result<Acted, Failure> {
        self.mark_verified(pool_id, username, "email_verified").await
    }

    /// Marks the user's phone number as the user's own, as [`mark_email_verified`](Self::mark_email_verified).
    ///
    /// # Errors
    /// As [`mark_email_verified`](Self::mark_email_verified).
    pub async fn mark_phone_verified(&self, pool_id: &str, username: &Username) -> Result<Acted, Failure> {
        self.mark_verified(pool_id, username, "phone_number_verified")
            .await
    }

    async fn mark_verified(
        &self,
        pool_id: &str,
        username: &Username,
        attribute: &str,
    ) -> Result<Acted, Failure> {
        let attribute = AttributeType::builder()
            .name(attribute)
            .value("true")
            .build()
            .map_err(|_| Failure::new(crate::FailureCode::Unknown))?;
        self.sdk
            .admin_update_user_attributes()
            .user_pool_id(pool_id)
            .username(username.as_str())
            .user_attributes(attribute)
            .send()
            .await
            .map(|answer| Acted::by(&answer))
            .map_err(|error| told::act(vec![username.as_str()], error))
    }

    /// Confirms a sign-up in the user's place (`AdminConfirmSignUp`). It verifies no contact.
    ///
    /// # Errors
    /// `AlreadyConfirmed`, `UserNotFound`, `PoolFunctionFailed`, and any other code of the pool, the
    /// access to AWS and the way there.
    pub async fn confirm_sign_up(&self, pool_id: &str, username: &Username) -> Result<Acted, Failure> {
        self.sdk
            .admin_confirm_sign_up()
            .user_pool_id(pool_id)
            .username(username.as_str())
            .send()
            .await
            .map(|answer| Acted::by(&answer))
            .map_err(|error| told::act(vec![username.as_str()], error))
    }

    /// Switches the account on (`AdminEnableUser`).
    ///
    /// # Errors
    /// `UserNotFound`, and any other code of the pool, the access to AWS and the way there.
    pub async fn enable(&self, pool_id: &str, username: &Username) -> Result<Acted, Failure> {
        self.sdk
            .admin_enable_user()
            .user_pool_id(pool_id)
            .username(username.as_str())
            .send()
            .await
            .map(|answer| Acted::by(&answer))
            .map_err(|error| told::act(vec![username.as_str()], error))
    }

    /// Switches the account off and ends its access tokens (`AdminDisableUser`).
    ///
    /// # Errors
    /// `UserNotFound`, and any other code of the pool, the access to AWS and the way there.
    pub async fn disable(&self, pool_id: &str, username: &Username) -> Result<Acted, Failure> {
        self.sdk
            .admin_disable_user()
            .user_pool_id(pool_id)
            .username(username.as_str())
            .send()
            .await
            .map(|answer| Acted::by(&answer))
            .map_err(|error| told::act(vec![username.as_str()], error))
    }

    /// Ends the user's sign-ins (`AdminUserGlobalSignOut`). Access tokens that others check without
    /// asking the service go on working until they expire.
    ///
    /// # Errors
    /// `UserNotFound`, and any other code of the pool, the access to AWS and the way there.
    pub async fn sign_out_everywhere(&self, pool_id: &str, username: &Username) -> Result<Acted, Failure> {
        self.sdk
            .admin_user_global_sign_out()
            .user_pool_id(pool_id)
            .username(username.as_str())
            .send()
            .await
            .map(|answer| Acted::by(&answer))
            .map_err(|error| told::act(vec![username.as_str()], error))
    }

    /// Switches one second factor of the user off (`AdminSetUserMFAPreference`).
    ///
    /// Only that factor is sent, so the others and which one is asked for first stay as they are.
    /// Where the pool wants a second factor of everybody, one is asked for all the same.
    ///
    /// # Errors
    /// `UserNotFound`, and any other code of the pool, the access to AWS and the way there.
    pub async fn turn_off_factor(
        &self,
        pool_id: &str,
        username: &Username,
        factor: SecondFactor,
    ) -> Result<Acted, Failure> {
        let request = self
            .sdk
            .admin_set_user_mfa_preference()
            .user_pool_id(pool_id)
            .username(username.as_str());
        let request = match factor {
            SecondFactor::Sms => request.sms_mfa_settings(
                SmsMfaSettingsType::builder()
                    .enabled(false)
                    .preferred_mfa(false)
                    .build(),
            ),
            SecondFactor::Email => request.email_mfa_settings(
                EmailMfaSettingsType::builder()
                    .enabled(false)
                    .preferred_mfa(false)
                    .build(),
            ),
            SecondFactor::Authenticator => request.software_token_mfa_settings(
                SoftwareTokenMfaSettingsType::builder()
                    .enabled(false)
                    .preferred_mfa(false)
                    .build(),
            ),
        };
        request
            .send()
            .await
            .map(|answer| Acted::by(&answer))
            .map_err(|error| told::act(vec![username.as_str()], error))
    }
}
