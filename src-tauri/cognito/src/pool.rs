//! A user pool and its app clients, as the service describes them.

use serde::{Deserialize, Serialize};

use crate::connection::SignInName;
use crate::password::PasswordPolicy;
use crate::user::SecondFactor;

mod described;

/// A user pool in a list (`ListUserPools`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct ListedPool {
    /// The Region it is in.
    pub region: String,
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
}

/// A way for users to get back in by themselves (`AccountRecoverySetting`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum RecoveryMechanism {
    /// A code to the verified email address.
    VerifiedEmail,
    /// A code to the verified phone number.
    VerifiedPhone,
    /// Only an administrator.
    AdminOnly,
}

/// Whether a pool asks for second factors (`MfaConfiguration`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum MfaRule {
    /// Never.
    Off,
    /// From those who have one.
    Optional,
    /// From everybody.
    Required,
}

/// Who hands over the pool's mail (`EmailSendingAccount`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum Mailer {
    /// Cognito itself: 50 messages a day for the whole AWS account.
    CognitoDefault,
    /// The owner's Amazon SES.
    Ses,
}

/// A user pool's settings, as far as they bear on recovery (`DescribeUserPool`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct PoolSettings {
    /// The Region it is in.
    pub region: String,
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// By priority. Empty where the pool never set it: then the old rule holds (verified phone, then verified
    /// email, and the phone even where it is a second factor).
    pub recovery: Vec<RecoveryMechanism>,
    /// Contacts that are user names themselves (`UsernameAttributes`).
    pub username_contacts: Vec<SignInName>,
    /// Contacts that stand in for the user name (`AliasAttributes`).
    pub alias_contacts: Vec<SignInName>,
    /// Whether `Jane` and `jane` are two users (`UsernameConfiguration`).
    pub case_sensitive: bool,
    /// Second factors.
    pub mfa: MfaRule,
    /// Which second factors the pool has switched on; `None` where that couldn't be read.
    pub factors: Option<Vec<SecondFactor>>,
    /// Contacts that the pool verifies with a code by itself (`AutoVerifiedAttributes`).
    pub auto_verified: Vec<SignInName>,
    /// The password policy.
    pub password_policy: PasswordPolicy,
    /// How many passwords back may not be used again; 0: none.
    pub password_history: u32,
    /// How many days a temporary password is good for.
    pub temporary_password_days: u32,
    /// Who hands over mail.
    pub mailer: Mailer,
    /// The address that mail comes from, where the owner set one.
    pub mail_from: Option<String>,
    /// Whether text messages are set up at all (`SmsConfiguration`).
    pub sms_configured: bool,
    /// Why text messages fail, in the service's word (`SmsConfigurationFailure`), for example `SNSSandbox`.
    pub sms_failure: Option<String>,
    /// Why mail fails, in the service's word (`EmailConfigurationFailure`).
    pub mail_failure: Option<String>,
    /// Whether only administrators make accounts.
    pub admin_creates_only: bool,
    /// Names of the owner's functions that are called on the way of a recovery (`CustomMessage`, `UserMigration`, `PostConfirmation`,
    /// `CustomEmailSender`, `CustomSMSSender`), as the service calls them.
    pub functions: Vec<String>,
    /// How many users there are, roughly.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub estimated_users: i64,
    /// `LITE`, `ESSENTIALS` or `PLUS`, where the service says it.
    pub tier: Option<String>,
}

/// An app client in a list (`ListUserPoolClients`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct ListedAppClient {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
}

/// An app client's settings (`DescribeUserPoolClient`), without its secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct AppClient {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Whether it has a secret.
    pub has_secret: bool,
    /// Whether it hides which accounts exist (`PreventUserExistenceErrors` is `ENABLED`).
    pub hides_accounts: bool,
    /// Whether users can sign in with a password over SRP (`ALLOW_USER_SRP_AUTH`, also where no flow is set).
    pub password_by_srp: bool,
    /// Whether users can sign in with a plain password (`ALLOW_USER_PASSWORD_AUTH`).
    pub password_plain: bool,
    /// Whether users can choose how to sign in (`ALLOW_USER_AUTH`).
    pub choice_of_factors: bool,
    /// Whether sign-ins can be ended (`EnableTokenRevocation`).
    pub revokes_tokens: bool,
    /// How many minutes a sign-in's step may take (`AuthSessionValidity`).
    pub session_minutes: u32,
    /// How many minutes an access token goes on working after everything was ended (`AccessTokenValidity`).
    pub access_token_minutes: u32,
}
