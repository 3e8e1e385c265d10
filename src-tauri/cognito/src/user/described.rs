//! From the service's description of a user to ours.

use aws_sdk_cognitoidentityprovider::operation::admin_get_user::AdminGetUserOutput;
use aws_sdk_cognitoidentityprovider::types::{AttributeType, UserStatusType, UserType};
use aws_smithy_types::DateTime;
use serde::Deserialize;

use super::{Contact, OpenedUser, SecondFactor, User, UserStatus};

impl From<Option<&UserStatusType>> for UserStatus {
    fn from(status: Option<&UserStatusType>) -> Self {
        match status {
            Some(UserStatusType::Unconfirmed) => Self::Unconfirmed,
            Some(UserStatusType::Confirmed) => Self::Confirmed,
            Some(UserStatusType::ResetRequired) => Self::ResetRequired,
            Some(UserStatusType::ForceChangePassword) => Self::ForceChangePassword,
            Some(UserStatusType::ExternalProvider) => Self::ExternalProvider,
            Some(UserStatusType::Archived) => Self::Archived,
            Some(UserStatusType::Compromised) => Self::Compromised,
            _ => Self::Unknown,
        }
    }
}

impl UserStatus {
    /// The service's own word, as its filters take it; `None` where there is none.
    #[must_use]
    pub fn service_name(self) -> Option<&'static str> {
        match self {
            Self::Unconfirmed => Some("UNCONFIRMED"),
            Self::Confirmed => Some("CONFIRMED"),
            Self::ResetRequired => Some("RESET_REQUIRED"),
            Self::ForceChangePassword => Some("FORCE_CHANGE_PASSWORD"),
            Self::ExternalProvider => Some("EXTERNAL_PROVIDER"),
            Self::Archived => Some("ARCHIVED"),
            Self::Compromised => Some("COMPROMISED"),
            Self::Unknown => None,
        }
    }
}

impl SecondFactor {
    /// The factor that the service calls by this name (`UserMFASettingList`).
    fn named(name: &str) -> Option<Self> {
        match name {
            "SMS_MFA" => Some(Self::Sms),
            "EMAIL_OTP" => Some(Self::Email),
            "SOFTWARE_TOKEN_MFA" => Some(Self::Authenticator),
            _ => None,
        }
    }
}

/// What both descriptions of a user have in common.
struct Described {
    username: String,
    attributes: Vec<AttributeType>,
    status: UserStatus,
    enabled: bool,
    created: Option<DateTime>,
    modified: Option<DateTime>,
}

impl From<Described> for User {
    fn from(described: Described) -> Self {
        let attribute = |name: &str| attribute(&described.attributes, name).map(str::to_owned);
        let contact = |name: &str, verified: &str| {
            attribute(name).map(|value| Contact {
                value,
                verified: attribute(verified).is_some_and(|flag| flag.eq_ignore_ascii_case("true")),
            })
        };
        let given_and_family = || {
            let names: Vec<String> = ["given_name", "family_name"]
                .into_iter()
                .filter_map(attribute)
                .collect();
            (!names.is_empty()).then(|| names.join(" "))
        };
        Self {
            sub: attribute("sub"),
            name: attribute("name")
                .or_else(given_and_family)
                .or_else(|| attribute("preferred_username")),
            email: contact("email", "email_verified"),
            phone: contact("phone_number", "phone_number_verified"),
            identity_providers: attribute("identities")
                .map(|identities| providers(&identities))
                .unwrap_or_default(),
            created_at: described.created.and_then(milliseconds),
            modified_at: described.modified.and_then(milliseconds),
            username: described.username,
            status: described.status,
            enabled: described.enabled,
        }
    }
}

impl From<UserType> for User {
    fn from(user: UserType) -> Self {
        Described {
            status: user.user_status.as_ref().into(),
            username: user.username.unwrap_or_default(),
            attributes: user.attributes.unwrap_or_default(),
            enabled: user.enabled,
            created: user.user_create_date,
            modified: user.user_last_modified_date,
        }
        .into()
    }
}

impl From<AdminGetUserOutput> for OpenedUser {
    fn from(user: AdminGetUserOutput) -> Self {
        Self {
            factors: user
                .user_mfa_setting_list()
                .iter()
                .filter_map(|name| SecondFactor::named(name))
                .collect(),
            preferred_factor: user.preferred_mfa_setting().and_then(SecondFactor::named),
            user: Described {
                status: user.user_status.as_ref().into(),
                username: user.username,
                attributes: user.user_attributes.unwrap_or_default(),
                enabled: user.enabled,
                created: user.user_create_date,
                modified: user.user_last_modified_date,
            }
            .into(),
        }
    }
}

/// The value of an attribute, if it has one: a blank one counts as none, since blanks delete.
pub(crate) fn attribute<'a>(attributes: &'a [AttributeType], name: &str) -> Option<&'a str> {
    attributes
        .iter()
        .find(|attribute| attribute.name == name)
        .and_then(|attribute| attribute.value())
        .filter(|value| !value.is_empty())
}

/// One entry of the `identities` attribute, which is a JSON array in a string.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Identity {
    provider_name: String,
}

fn providers(identities: &str) -> Vec<String> {
    let identities: Vec<Identity> = serde_json::from_str(identities).unwrap_or_default();
    identities
        .into_iter()
        .map(|identity| identity.provider_name)
        .collect()
}

fn milliseconds(at: DateTime) -> Option<i64> {
    at.to_millis().ok()
}
