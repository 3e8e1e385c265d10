//! A connection: what is needed to speak to one user pool as one app client, and what to show.

use std::path::PathBuf;

use ::network::is_loopback;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use url::Url;

use crate::failure::{Failure, FailureCode};
use crate::password::PasswordPolicy;

/// Under what people of a pool sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum SignInName {
    /// An email address.
    Email,
    /// A phone number.
    Phone,
    /// A user name.
    Username,
}

/// Where a person can ask for help.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct HelpDesk {
    /// A phone number, as people write it.
    #[serde(default)]
    pub phone: Option<String>,
    /// An email address.
    #[serde(default)]
    pub email: Option<String>,
    /// A web page.
    #[serde(default)]
    pub link: Option<String>,
    /// When somebody answers.
    #[serde(default)]
    pub hours: Option<String>,
}

/// What is needed to speak to one user pool as one app client, and what to show of it.
///
/// It holds no secret: the client secret, where there is one, travels beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Connection {
    /// What people call it.
    pub name: String,
    /// Whose accounts these are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// The AWS Region, for example `eu-central-1`.
    pub region: String,
    /// The user pool's id: the Region, `_`, and letters and digits.
    pub user_pool_id: String,
    /// The app client's id.
    pub client_id: String,
    /// Where the service answers, if not at Amazon's own address for the Region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<Url>,
    /// Under what people sign in; empty where it isn't known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sign_in_names: Vec<SignInName>,
    /// Whether `Jane` and `jane` are two users. The service's default for pools that don't say.
    #[serde(default = "yes")]
    pub case_sensitive: bool,
    /// The password policy, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password_policy: Option<PasswordPolicy>,
    /// How many days a temporary password is good for, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub temporary_password_days: Option<u32>,
    /// Where to ask for help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help_desk: Option<HelpDesk>,
    /// An extra certificate authority to trust, as a PEM file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ca_file: Option<PathBuf>,
}

fn yes() -> bool {
    true
}

impl Connection {
    /// Checks what people read of a connection: its name and whose accounts these are.
    ///
    /// # Errors
    /// `ConnectionWrongValue` with the key as `detail`.
    pub fn validate_words(&self) -> Result<(), Failure> {
        let wrong = |key: &str| Err(Failure::new(FailureCode::ConnectionWrongValue).detail(key));
        if !is_shown_text(&self.name, 1) {
            return wrong("name");
        }
        let organisation = self.organisation.as_deref();
        if organisation.is_some_and(|text| !is_shown_text(text, 1)) {
            return wrong("organisation");
        }
        Ok(())
    }

    /// Checks everything that the shape alone doesn't.
    ///
    /// # Errors
    /// `ConnectionWrongValue` with the key as `detail`; `ConnectionWrongRegion` where the user
    /// pool id names another Region; `ConnectionInsecureEndpoint` for `http://` beyond this
    /// computer.
    pub fn validate(&self) -> Result<(), Failure> {
        self.validate_words()?;
        let wrong = |key: &str| Err(Failure::new(FailureCode::ConnectionWrongValue).detail(key));
        if !is_region(&self.region) {
            return wrong("region");
        }
        let Some((pool_region, pool_name)) = self.user_pool_id.split_once('_') else {
            return wrong("userPoolId");
        };
        let well_formed = !pool_name.is_empty()
            && self.user_pool_id.len() <= 55
            && pool_name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !well_formed {
            return wrong("userPoolId");
        }
        if pool_region != self.region {
            return Err(Failure::new(FailureCode::ConnectionWrongRegion).detail("region"));
        }
        if !is_word(&self.client_id, 1, 128) {
            return wrong("clientId");
        }
        if let Some(endpoint) = &self.endpoint {
            validate_endpoint(endpoint)?;
        }
        // A file of a foreign computer would have this one sign in there.
        let is_remote = |file: &PathBuf| {
            let path = file.to_string_lossy();
            path.starts_with(r"\\") || path.starts_with("//")
        };
        if self.ca_file.as_ref().is_some_and(is_remote) {
            return wrong("caFile");
        }
        if let Some(policy) = &self.password_policy {
            // "MinimumLength" 6 to 99 in the service's model.
            if !(6..=99).contains(&policy.minimum_length) {
                return wrong("passwordPolicy.minimumLength");
            }
        }
        // "TemporaryPasswordValidityDays" 0 to 365 in the service's model.
        if self.temporary_password_days.is_some_and(|days| days > 365) {
            return wrong("temporaryPasswordDays");
        }
        if let Some(desk) = &self.help_desk {
            for (key, text) in [
                ("helpDesk.phone", &desk.phone),
                ("helpDesk.email", &desk.email),
                ("helpDesk.link", &desk.link),
                ("helpDesk.hours", &desk.hours),
            ] {
                if text.as_deref().is_some_and(|text| !is_shown_text(text, 1)) {
                    return wrong(key);
                }
            }
        }
        Ok(())
    }

    /// The endpoint, if it isn't Amazon's own: a person who types a password has to see it.
    #[must_use]
    pub fn foreign_endpoint(&self) -> Option<&Url> {
        self.endpoint.as_ref().filter(|endpoint| {
            let amazons = ["amazonaws.com", "amazonaws.eu", "amazonaws.com.cn"]
                .map(|suffix| format!("cognito-idp.{}.{suffix}", self.region));
            !endpoint
                .host_str()
                .is_some_and(|host| amazons.iter().any(|own| own == host))
        })
    }
}

/// The secret of a confidential app client: zeroized when dropped, without `Debug` text.
#[derive(Clone)]
pub struct ClientSecret(SecretString);

impl ClientSecret {
    /// Takes a secret as the service made it.
    ///
    /// # Errors
    /// `ConnectionWrongValue` unless it is 24 to 64 characters of `[\w+]` (the service's model).
    pub fn parse(secret: SecretString) -> Result<Self, Failure> {
        if is_word(secret.expose_secret(), 24, 64) {
            Ok(Self(secret))
        } else {
            Err(Failure::new(FailureCode::ConnectionWrongValue).detail("clientSecret"))
        }
    }

    /// The secret itself: for the keychain and the secret hash, and for nobody else.
    #[must_use]
    pub fn expose(&self) -> &SecretString {
        &self.0
    }
}

impl std::fmt::Debug for ClientSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ClientSecret(…)")
    }
}

pub(crate) fn validate_endpoint(endpoint: &Url) -> Result<(), Failure> {
    let plain = endpoint.username().is_empty()
        && endpoint.password().is_none()
        && endpoint.query().is_none()
        && endpoint.fragment().is_none()
        && endpoint.path() == "/";
    match endpoint.scheme() {
        "https" if plain && endpoint.host().is_some() => Ok(()),
        "http" if plain && is_loopback(endpoint) => Ok(()),
        "http" => Err(Failure::new(FailureCode::ConnectionInsecureEndpoint).detail("endpoint")),
        _ => Err(Failure::new(FailureCode::ConnectionWrongValue).detail("endpoint")),
    }
}

/// Whether this can be the name of an AWS Region: `eu-central-1`, `us-gov-west-1`,
/// `eusc-de-east-1`: words and a number.
#[must_use]
pub fn is_region(region: &str) -> bool {
    let parts: Vec<&str> = region.split('-').collect();
    let Some((number, words)) = parts.split_last() else {
        return false;
    };
    words.len() >= 2
        && words
            .iter()
            .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase()))
        && (1..=2).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_word(text: &str, shortest: usize, longest: usize) -> bool {
    (shortest..=longest).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'+')
}

/// Text that appears on screen: of sensible length, and without marks that could disguise it.
fn is_shown_text(text: &str, shortest: usize) -> bool {
    use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};
    (shortest..=200).contains(&text.trim().chars().count())
        && text
            .chars()
            .all(|character| character.general_category_group() != GeneralCategoryGroup::Other)
}
