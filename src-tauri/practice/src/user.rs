//! One user of a pool: who they are, what state they are in, and their password.

use std::collections::{BTreeMap, BTreeSet};

use aws_lc_rs::constant_time;
use num_bigint::BigUint;
use serde_json::{Value, json};

use crate::clock::Moment;
use crate::codes::Code;
use crate::random;
use crate::recovery_channel::Contact;
use crate::srp;
use crate::totp::Authenticator;

/// What the service calls UserStatus, those that are in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserStatus {
    /// Signed up and has not confirmed it.
    Unconfirmed,
    /// Can sign in.
    Confirmed,
    /// Must choose a new password, with a code.
    ResetRequired,
    /// Has a temporary password and must choose one at sign-in.
    ForceChangePassword,
    /// Signs in through another identity provider.
    ExternalProvider,
}

impl UserStatus {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Unconfirmed => "UNCONFIRMED",
            Self::Confirmed => "CONFIRMED",
            Self::ResetRequired => "RESET_REQUIRED",
            Self::ForceChangePassword => "FORCE_CHANGE_PASSWORD",
            Self::ExternalProvider => "EXTERNAL_PROVIDER",
        }
    }
}

/// A second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Factor {
    /// A code by text message.
    Sms,
    /// A code by email.
    Email,
    /// An authenticator app.
    Authenticator,
}

impl Factor {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Sms => "SMS_MFA",
            Self::Email => "EMAIL_OTP",
            Self::Authenticator => "SOFTWARE_TOKEN_MFA",
        }
    }
}

/// Which second factors a user has switched on, and which of them they prefer.
#[derive(Clone, Default)]
pub(crate) struct MfaSettings {
    pub(crate) enabled: BTreeSet<Factor>,
    pub(crate) preferred: Option<Factor>,
    /// The authenticator app that has been registered, switched on or not.
    pub(crate) authenticator: Option<Authenticator>,
    /// The one that is being registered.
    pub(crate) new_authenticator: Option<Authenticator>,
    /// Whether a passkey has been registered.
    pub(crate) passkey: bool,
}

impl MfaSettings {
    /// Whether the factor is switched on or preferred; either keeps a contact from recovery.
    pub(crate) fn uses(&self, factor: Factor) -> bool {
        self.enabled.contains(&factor) || self.preferred == Some(factor)
    }

    /// Adds `UserMFASettingList` and `PreferredMfaSetting` to an answer, where there are any.
    pub(crate) fn describe_into(&self, answer: &mut Value) {
        if !self.enabled.is_empty() {
            let names: Vec<_> = self.enabled.iter().map(|factor| factor.name()).collect();
            answer["UserMFASettingList"] = json!(names);
        }
        if let Some(preferred) = self.preferred {
            answer["PreferredMfaSetting"] = json!(preferred.name());
        }
    }
}

/// A password as the pool keeps it: a salt, and the private value it makes.
#[derive(Clone)]
pub(crate) struct Password {
    pub(crate) salt: BigUint,
    pub(crate) private_value: BigUint,
}

impl Password {
    pub(crate) fn new(pool_name: &str, username: &str, password: &str) -> Self {
        let salt = BigUint::from_bytes_be(&random::bytes::<16>());
        let private_value = srp::private_value(pool_name, username, password, &salt);
        Self { salt, private_value }
    }

    pub(crate) fn is(&self, pool_name: &str, username: &str, password: &str) -> bool {
        let typed = srp::private_value(pool_name, username, password, &self.salt);
        constant_time::verify_slices_are_equal(&typed.to_bytes_be(), &self.private_value.to_bytes_be())
            .is_ok()
    }
}

/// One user. Nothing in it can be printed.
pub(crate) struct User {
    /// The name as the pool stores it; in a pool whose user names are emails, the sub.
    pub(crate) username: String,
    pub(crate) sub: String,
    /// Without `sub`.
    pub(crate) attributes: BTreeMap<String, String>,
    pub(crate) status: UserStatus,
    pub(crate) enabled: bool,
    pub(crate) created: Moment,
    pub(crate) modified: Moment,
    pub(crate) password: Option<Password>,
    /// Passwords used before, newest first, the current one not among them.
    pub(crate) history: Vec<Password>,
    /// When a temporary password was set.
    pub(crate) temporary_since: Option<Moment>,
    pub(crate) recovery_code: Option<Code>,
    pub(crate) sign_up_code: Option<Code>,
    pub(crate) mfa: MfaSettings,
}

impl User {
    pub(crate) fn new(username: String, sub: String, status: UserStatus, now: Moment) -> Self {
        Self {
            username,
            sub,
            attributes: BTreeMap::new(),
            status,
            enabled: true,
            created: now,
            modified: now,
            password: None,
            history: Vec::new(),
            temporary_since: None,
            recovery_code: None,
            sign_up_code: None,
            mfa: MfaSettings::default(),
        }
    }

    /// What lists show of the user, as it is now.
    pub(crate) fn snapshot(&self) -> Self {
        Self {
            attributes: self.attributes.clone(),
            enabled: self.enabled,
            modified: self.modified,
            ..Self::new(self.username.clone(), self.sub.clone(), self.status, self.created)
        }
    }

    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// Whether the contact exists and is verified.
    pub(crate) fn has_verified(&self, contact: Contact) -> bool {
        self.attribute(contact.attribute()).is_some()
            && self.attribute(contact.verified_attribute()) == Some("true")
    }

    /// Whether the user has what a second factor needs.
    pub(crate) fn has_set_up(&self, factor: Factor) -> bool {
        match factor {
            Factor::Sms => self.attribute(Contact::Phone.attribute()).is_some(),
            Factor::Email => self.attribute(Contact::Email.attribute()).is_some(),
            Factor::Authenticator => self.mfa.authenticator.is_some(),
        }
    }

    pub(crate) fn set_verified(&mut self, contact: Contact, verified: bool) {
        self.attributes
            .insert(contact.verified_attribute().to_owned(), verified.to_string());
    }

    /// Whether a password is one of the last `size`, the current one included.
    pub(crate) fn has_used(&self, pool_name: &str, password: &str, size: usize) -> bool {
        self.password
            .iter()
            .chain(&self.history)
            .take(size)
            .any(|used| used.is(pool_name, &self.username, password))
    }

    /// Puts a new password in place of the current one; outstanding reset codes are void.
    pub(crate) fn replace_password(&mut self, pool_name: &str, password: &str) {
        let new = Password::new(pool_name, &self.username, password);
        if let Some(old) = self.password.replace(new) {
            self.history.insert(0, old);
            self.history.truncate(LONGEST_HISTORY);
        }
        self.recovery_code = None;
        self.temporary_since = None;
    }

    /// `UserAttributes` as the service writes them, `sub` first.
    pub(crate) fn attribute_list(&self) -> Value {
        std::iter::once(("sub", self.sub.as_str()))
            .chain(
                self.attributes
                    .iter()
                    .map(|(name, value)| (name.as_str(), value.as_str())),
            )
            .map(|(name, value)| json!({ "Name": name, "Value": value }))
            .collect()
    }

    /// The user as Admin operations and lists answer them; the attributes are still missing.
    pub(crate) fn describe(&self) -> Value {
        json!({
            "Username": self.username,
            "UserCreateDate": self.created,
            "UserLastModifiedDate": self.modified,
            "Enabled": self.enabled,
            "UserStatus": self.status.name(),
        })
    }
}

/// The longest history a pool can ask for is 24, the current password included.
const LONGEST_HISTORY: usize = 23;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_recognised_by_its_own_user_only() {
        let password = Password::new("Pool", "maria", "Secret-1");
        assert!(password.is("Pool", "maria", "Secret-1"));
        assert!(!password.is("Pool", "maria", "Secret-2"));
        assert!(!password.is("Pool", "noah", "Secret-1"));
        assert!(!password.is("Other", "maria", "Secret-1"));
    }

    #[test]
    fn history_counts_the_current_password() {
        let mut user = User::new(
            "u".into(),
            "s".into(),
            UserStatus::Confirmed,
            Moment::from_epoch_seconds(0),
        );
        for password in ["one", "two", "three"] {
            user.replace_password("Pool", password);
        }
        assert!(!user.has_used("Pool", "three", 0));
        assert!(user.has_used("Pool", "three", 1));
        assert!(!user.has_used("Pool", "two", 1));
        assert!(user.has_used("Pool", "two", 2));
        assert!(user.has_used("Pool", "one", 24));
    }
}
