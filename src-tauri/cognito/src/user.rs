//! A user, as the pool describes one.

use serde::{Deserialize, Serialize};

pub(crate) mod described;

/// What the service calls `UserStatus`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum UserStatus {
    /// Signed up and never confirmed it.
    Unconfirmed,
    /// Has a password and may sign in.
    Confirmed,
    /// Has to choose a new password with a code.
    ResetRequired,
    /// Has a temporary password and has to choose one at the first sign-in.
    ForceChangePassword,
    /// Signs in at another identity provider.
    ExternalProvider,
    /// Not in use any more.
    Archived,
    /// Not in use any more.
    Compromised,
    /// A status that this program doesn't know.
    Unknown,
}

/// An email address or a phone number, and whether the pool holds it to be the user's.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct Contact {
    /// The address or number.
    pub value: String,
    /// Whether `email_verified` or `phone_number_verified` is `true`.
    pub verified: bool,
}

/// A second factor that a user has switched on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum SecondFactor {
    /// A text message (`SMS_MFA`).
    Sms,
    /// An email (`EMAIL_OTP`).
    Email,
    /// An authenticator app (`SOFTWARE_TOKEN_MFA`).
    Authenticator,
}

/// A user as lists hold one. It says nothing of second factors: only opening the user does, and
/// opening counts the user as active for the month's bill.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct User {
    /// The canonical user name; in pools whose user names are contacts, the same as `sub`.
    pub username: String,
    /// The user's unchanging id.
    pub sub: Option<String>,
    /// The status.
    pub status: UserStatus,
    /// Whether the account is switched on.
    pub enabled: bool,
    /// `name`, else `given_name` and `family_name`, else `preferred_username`.
    pub name: Option<String>,
    /// The email address.
    pub email: Option<Contact>,
    /// The phone number.
    pub phone: Option<Contact>,
    /// The providers of the `identities` attribute: where a federated user signs in.
    pub identity_providers: Vec<String>,
    /// When the account was made, in milliseconds since 1970.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub created_at: Option<i64>,
    /// When anything about it was changed last, in milliseconds since 1970.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub modified_at: Option<i64>,
}

/// A user, opened (`AdminGetUser`): everything the pool says.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct OpenedUser {
    /// What lists hold too.
    #[serde(flatten)]
    pub user: User,
    /// The second factors that are switched on (`UserMFASettingList`).
    pub factors: Vec<SecondFactor>,
    /// The one asked for first (`PreferredMfaSetting`).
    pub preferred_factor: Option<SecondFactor>,
}
