//! A pool's settings, read from the form in which the API takes them, with the API's defaults.

use serde_json::{Map, Value, json};

use crate::password_policy::PasswordPolicy;
use crate::recovery_channel::{Contact, RecoverySetting};

/// What the pool's settings say about how it behaves.
#[derive(Clone, Debug)]
pub(crate) struct PoolRules {
    pub(crate) case_sensitive: bool,
    /// Contacts that are the user name itself.
    pub(crate) username_attributes: Vec<Contact>,
    /// Contacts that may be used beside the user name once they are verified.
    pub(crate) alias_contacts: Vec<Contact>,
    pub(crate) preferred_username_alias: bool,
    pub(crate) auto_verified: Vec<Contact>,
    /// Contacts whose new value waits until it is verified.
    pub(crate) verified_before_update: Vec<Contact>,
    pub(crate) recovery: RecoverySetting,
    pub(crate) password: PasswordPolicy,
    pub(crate) only_administrators_create_users: bool,
    /// Whether users may have no password at all.
    pub(crate) passwordless: bool,
    /// What USER_AUTH may begin with.
    pub(crate) first_factors: Vec<String>,
    /// Media whose invitation has no place for the password.
    broken_invitations: Vec<Contact>,
}

impl PoolRules {
    pub(crate) fn read(settings: &Map<String, Value>) -> Self {
        let at = |path: &str| settings.get(path).unwrap_or(&Value::Null);
        let aliases = at("AliasAttributes");
        let mut first_factors: Vec<String> =
            names(&at("Policies")["SignInPolicy"]["AllowedFirstAuthFactors"])
                .map(str::to_owned)
                .collect();
        if first_factors.is_empty() {
            first_factors.push("PASSWORD".to_owned());
        }
        Self {
            case_sensitive: at("UsernameConfiguration")["CaseSensitive"]
                .as_bool()
                .unwrap_or(true),
            username_attributes: contacts(at("UsernameAttributes")),
            alias_contacts: contacts(aliases),
            preferred_username_alias: names(aliases).any(|name| name == "preferred_username"),
            auto_verified: contacts(at("AutoVerifiedAttributes")),
            verified_before_update: contacts(
                &at("UserAttributeUpdateSettings")["AttributesRequireVerificationBeforeUpdate"],
            ),
            recovery: recovery(at("AccountRecoverySetting")),
            password: password_policy(&at("Policies")["PasswordPolicy"]),
            only_administrators_create_users: at("AdminCreateUserConfig")["AllowAdminCreateUserOnly"]
                .as_bool()
                .unwrap_or(false),
            passwordless: first_factors.iter().any(|factor| factor != "PASSWORD"),
            first_factors,
            broken_invitations: broken_invitations(&at("AdminCreateUserConfig")["InviteMessageTemplate"]),
        }
    }

    /// Whether an invitation can reach this kind of contact.
    pub(crate) fn invites_by(&self, contact: Contact) -> bool {
        !self.broken_invitations.contains(&contact)
    }

    /// The contact that a made-up delivery goes to.
    pub(crate) fn pretended_contact(&self) -> Contact {
        match &self.recovery {
            RecoverySetting::Mechanisms(contacts) => contacts.first().copied().unwrap_or(Contact::Email),
            // Nothing was set; say what the pool verifies by itself.
            RecoverySetting::Legacy | RecoverySetting::AdminOnly => {
                self.auto_verified.first().copied().unwrap_or(Contact::Email)
            }
        }
    }

    /// Adds the settings that the service shows although nobody set them.
    pub(crate) fn fill_in_defaults(&self, described: &mut Map<String, Value>) {
        let policy = &self.password;
        let mut shown = json!({
            "MinimumLength": policy.minimum_length,
            "RequireUppercase": policy.require_uppercase,
            "RequireLowercase": policy.require_lowercase,
            "RequireNumbers": policy.require_numbers,
            "RequireSymbols": policy.require_symbols,
            "TemporaryPasswordValidityDays": policy.temporary_validity_days,
        });
        if policy.history_size > 0 {
            shown["PasswordHistorySize"] = json!(policy.history_size);
        }
        let mut policies = described
            .remove("Policies")
            .unwrap_or_else(|| json!({ "SignInPolicy": { "AllowedFirstAuthFactors": ["PASSWORD"] } }));
        policies["PasswordPolicy"] = shown;
        described.insert("Policies".into(), policies);
        for (name, default) in [
            ("DeletionProtection", json!("INACTIVE")),
            ("LambdaConfig", json!({})),
            ("MfaConfiguration", json!("OFF")),
            (
                "EmailConfiguration",
                json!({ "EmailSendingAccount": "COGNITO_DEFAULT" }),
            ),
            ("UserPoolTags", json!({})),
            ("UserPoolTier", json!("ESSENTIALS")),
            (
                "VerificationMessageTemplate",
                json!({ "DefaultEmailOption": "CONFIRM_WITH_CODE" }),
            ),
            (
                "AdminCreateUserConfig",
                json!({ "AllowAdminCreateUserOnly": false, "UnusedAccountValidityDays": 7 }),
            ),
        ] {
            described.entry(name).or_insert(default);
        }
    }
}

fn names(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str)
}

fn contacts(list: &Value) -> Vec<Contact> {
    names(list).filter_map(Contact::from_attribute).collect()
}

fn recovery(setting: &Value) -> RecoverySetting {
    let Some(mechanisms) = setting["RecoveryMechanisms"].as_array() else {
        return RecoverySetting::Legacy;
    };
    let mut ordered: Vec<_> = mechanisms
        .iter()
        .filter_map(|mechanism| Some((mechanism["Priority"].as_i64()?, mechanism["Name"].as_str()?)))
        .collect();
    ordered.sort_unstable();
    if ordered.iter().any(|(_, name)| *name == "admin_only") {
        return RecoverySetting::AdminOnly;
    }
    RecoverySetting::Mechanisms(
        ordered
            .into_iter()
            .filter_map(|(_, name)| Contact::from_attribute(name.strip_prefix("verified_")?))
            .collect(),
    )
}

fn broken_invitations(template: &Value) -> Vec<Contact> {
    [("EmailMessage", Contact::Email), ("SMSMessage", Contact::Phone)]
        .into_iter()
        .filter(|(name, _)| {
            template[*name]
                .as_str()
                .is_some_and(|text| !text.contains("{####}"))
        })
        .map(|(_, contact)| contact)
        .collect()
}

/// An absent policy asks for what the console's default asks for: 8 characters of all four
/// classes. One that is set asks for no more than it says.
fn password_policy(policy: &Value) -> PasswordPolicy {
    let unset = policy.is_null();
    let flag = |name: &str| policy[name].as_bool().unwrap_or(unset);
    let number = |name: &str| policy[name].as_u64().unwrap_or(0);
    PasswordPolicy {
        minimum_length: match number("MinimumLength") {
            0 => 8,
            length => usize::try_from(length).unwrap_or(usize::MAX),
        },
        require_uppercase: flag("RequireUppercase"),
        require_lowercase: flag("RequireLowercase"),
        require_numbers: flag("RequireNumbers"),
        require_symbols: flag("RequireSymbols"),
        history_size: usize::try_from(number("PasswordHistorySize")).unwrap_or(0),
        // Zero counts as unset, which is seven days.
        temporary_validity_days: match number("TemporaryPasswordValidityDays") {
            0 => 7,
            days => days,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(settings: &Value) -> PoolRules {
        PoolRules::read(&settings.as_object().cloned().unwrap_or_default())
    }

    #[test]
    fn recovery_settings_are_read_by_priority() {
        let mechanisms = |list: Value| {
            rules(&json!({ "AccountRecoverySetting": { "RecoveryMechanisms": list } })).recovery
        };
        assert_eq!(rules(&json!({})).recovery, RecoverySetting::Legacy);
        assert_eq!(
            mechanisms(json!([{ "Priority": 1, "Name": "admin_only" }])),
            RecoverySetting::AdminOnly
        );
        assert_eq!(
            mechanisms(json!([
                { "Priority": 2, "Name": "verified_email" },
                { "Priority": 1, "Name": "verified_phone_number" },
            ])),
            RecoverySetting::Mechanisms(vec![Contact::Phone, Contact::Email])
        );
    }

    #[test]
    fn names_are_case_sensitive_unless_set_otherwise() {
        assert!(rules(&json!({})).case_sensitive);
        assert!(!rules(&json!({ "UsernameConfiguration": { "CaseSensitive": false } })).case_sensitive);
    }

    #[test]
    fn password_policies_have_the_services_defaults() {
        let policy = |policy: Value| rules(&json!({ "Policies": { "PasswordPolicy": policy } })).password;
        let unset = rules(&json!({})).password;
        assert_eq!(unset.minimum_length, 8);
        assert!(unset.require_symbols && unset.require_numbers);
        assert_eq!(unset.temporary_validity_days, 7);
        let short = policy(json!({ "MinimumLength": 6, "TemporaryPasswordValidityDays": 0 }));
        assert_eq!(short.minimum_length, 6);
        assert!(!short.require_symbols && !short.require_uppercase);
        assert_eq!(short.temporary_validity_days, 7);
        assert_eq!(policy(json!({ "PasswordHistorySize": 3 })).history_size, 3);
    }
}
