//! Where a code goes: the contact that a pool's recovery setting chooses, and how it is masked.

use serde_json::{Value, json};

use crate::inbox::Medium;
use crate::user::{Factor, User};

/// An attribute that messages can be sent to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Contact {
    Email,
    Phone,
}

impl Contact {
    pub(crate) const fn attribute(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone_number",
        }
    }

    pub(crate) const fn verified_attribute(self) -> &'static str {
        match self {
            Self::Email => "email_verified",
            Self::Phone => "phone_number_verified",
        }
    }

    pub(crate) fn from_attribute(name: &str) -> Option<Self> {
        match name {
            "email" => Some(Self::Email),
            "phone_number" => Some(Self::Phone),
            _ => None,
        }
    }

    pub(crate) const fn medium(self) -> Medium {
        match self {
            Self::Email => Medium::Email,
            Self::Phone => Medium::Sms,
        }
    }

    const fn factor(self) -> Factor {
        match self {
            Self::Email => Factor::Email,
            Self::Phone => Factor::Sms,
        }
    }

    /// Whether `text` has the form of such a contact.
    pub(crate) fn is_formed_like(self, text: &str) -> bool {
        match self {
            Self::Email => text.split_once('@').is_some_and(|(local, domain)| {
                !local.is_empty() && !domain.is_empty() && !domain.contains('@')
            }),
            Self::Phone => text.strip_prefix('+').is_some_and(|digits| {
                (5..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
            }),
        }
    }

    /// The address as the service shows it: `j***@e***`, or the last four digits of a number.
    pub(crate) fn mask(self, address: &str) -> String {
        match self {
            Self::Email => {
                let (local, domain) = address.split_once('@').unwrap_or((address, ""));
                let first = |part: &str| part.chars().next().map(String::from).unwrap_or_default();
                format!("{}***@{}***", first(local), first(domain))
            }
            Self::Phone => {
                let last = address.chars().count().saturating_sub(4);
                format!("+*******{}", address.chars().skip(last).collect::<String>())
            }
        }
    }

    /// `CodeDeliveryDetails` for a message to `address`.
    pub(crate) fn delivery_details(self, address: &str) -> Value {
        json!({
            "Destination": self.mask(address),
            "DeliveryMedium": match self { Self::Email => "EMAIL", Self::Phone => "SMS" },
            "AttributeName": self.attribute(),
        })
    }
}

/// A pool's AccountRecoverySetting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RecoverySetting {
    /// Never set: a verified phone first, even one used for SMS MFA, then a verified email.
    Legacy,
    /// Only an administrator resets passwords.
    AdminOnly,
    /// These contacts, the highest priority first.
    Mechanisms(Vec<Contact>),
}

impl RecoverySetting {
    /// The one contact that a recovery code goes to: verified, and not the user's second factor.
    pub(crate) fn choose(&self, user: &User) -> Option<Contact> {
        let usable = |contact: &Contact| {
            let spared = *self == Self::Legacy && *contact == Contact::Phone;
            user.has_verified(*contact) && (spared || !user.mfa.uses(contact.factor()))
        };
        self.order().iter().copied().find(usable)
    }

    /// The contacts in the order in which they are tried.
    pub(crate) fn order(&self) -> &[Contact] {
        match self {
            Self::Legacy => &[Contact::Phone, Contact::Email],
            Self::AdminOnly => &[],
            Self::Mechanisms(contacts) => contacts,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Moment;
    use crate::user::UserStatus;

    fn user(email: Option<bool>, phone: Option<bool>, factors: &[Factor]) -> User {
        let mut user = User::new(
            "u".into(),
            "sub".into(),
            UserStatus::Confirmed,
            Moment::from_epoch_seconds(0),
        );
        for (contact, verified, address) in [
            (Contact::Email, email, "jane@example.com"),
            (Contact::Phone, phone, "+4915212349934"),
        ] {
            if let Some(verified) = verified {
                user.attributes.insert(contact.attribute().into(), address.into());
                user.set_verified(contact, verified);
            }
        }
        user.mfa.enabled.extend(factors.iter().copied());
        user
    }

    #[test]
    fn the_highest_verified_contact_is_chosen() {
        use Contact::{Email, Phone};
        let email_first = RecoverySetting::Mechanisms(vec![Email, Phone]);
        let phone_first = RecoverySetting::Mechanisms(vec![Phone, Email]);
        let email_only = RecoverySetting::Mechanisms(vec![Email]);
        let legacy = RecoverySetting::Legacy;
        let admin = RecoverySetting::AdminOnly;
        for (setting, email, phone, chosen) in [
            (&email_first, Some(true), Some(true), Some(Email)),
            (&email_first, Some(false), Some(true), Some(Phone)),
            (&email_first, Some(false), Some(false), None),
            (&email_first, None, None, None),
            (&phone_first, Some(true), Some(true), Some(Phone)),
            (&phone_first, Some(true), None, Some(Email)),
            (&email_only, None, Some(true), None),
            (&legacy, Some(true), Some(true), Some(Phone)),
            (&legacy, Some(true), Some(false), Some(Email)),
            (&admin, Some(true), Some(true), None),
        ] {
            assert_eq!(setting.choose(&user(email, phone, &[])), chosen, "{setting:?}");
        }
    }

    #[test]
    fn a_second_factor_is_no_recovery_contact_except_the_phone_under_the_legacy_rule() {
        use Contact::{Email, Phone};
        let both = RecoverySetting::Mechanisms(vec![Email, Phone]);
        for (setting, factors, chosen) in [
            (&both, &[Factor::Email][..], Some(Phone)),
            (&both, &[Factor::Sms], Some(Email)),
            (&both, &[Factor::Email, Factor::Sms], None),
            (&RecoverySetting::Legacy, &[Factor::Sms], Some(Phone)),
        ] {
            assert_eq!(setting.choose(&user(Some(true), Some(true), factors)), chosen);
        }
        let only_email = user(Some(true), None, &[Factor::Email]);
        assert_eq!(RecoverySetting::Legacy.choose(&only_email), None);
    }

    #[test]
    fn contacts_are_masked_as_the_service_masks_them() {
        assert_eq!(Contact::Email.mask("jane@example.com"), "j***@e***");
        assert_eq!(Contact::Phone.mask("+12065559934"), "+*******9934");
    }

    #[test]
    fn forms_of_contacts() {
        for (text, email, phone) in [
            ("jane@example.com", true, false),
            ("jane@", false, false),
            ("@example.com", false, false),
            ("a@b@c", false, false),
            ("+4915212349934", false, true),
            ("4915212349934", false, false),
            ("+49 152", false, false),
            ("jane", false, false),
        ] {
            assert_eq!(Contact::Email.is_formed_like(text), email, "{text}");
            assert_eq!(Contact::Phone.is_formed_like(text), phone, "{text}");
        }
    }
}
