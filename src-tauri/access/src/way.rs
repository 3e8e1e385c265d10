//! Which identity the desk acts as, as the settings remember it: nothing here is a secret.

use serde::{Deserialize, Serialize};

use crate::role::AssumedRole;

/// Where the desk's AWS identity comes from.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum Way {
    /// Access keys in the keychain, or in memory where there is none.
    Keys {
        /// The last four characters of the key id, by which they are found there.
        key_id_ending: String,
    },
    /// A profile in this person's AWS files.
    Profile {
        /// Its name.
        name: String,
    },
    /// A sign-in to IAM Identity Center, inside the app.
    IdentityCenter {
        /// The start page's address.
        start_url: String,
        /// The Region of the Identity Center.
        region: String,
        /// The account that was chosen, twelve digits.
        account_id: String,
        /// The account's name, to be shown.
        account_name: Option<String>,
        /// The permission set that was chosen.
        role_name: String,
    },
}

/// The whole way to AWS: an identity, a role on top of it, a Region.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct Access {
    /// Which identity comes first.
    pub way: Way,
    /// A role to act in with it.
    pub role: Option<AssumedRole>,
    /// The Region whose STS is asked; without one the profile's, else `us-east-1`.
    pub region: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::role::AssumedRole;

    #[test]
    fn settings_come_back_as_they_went() {
        let role = AssumedRole::parse(
            "arn:aws:iam::123456789012:role/desk",
            "arn:aws:iam::123456789012:mfa/noah",
            "",
        );
        let ways = [
            Way::Keys {
                key_id_ending: "MPLE".into(),
            },
            Way::Profile { name: "desk".into() },
            Way::IdentityCenter {
                start_url: "https://d-1234567890.awsapps.com/start".into(),
                region: "eu-central-1".into(),
                account_id: "123456789012".into(),
                account_name: None,
                role_name: "HelpDesk".into(),
            },
        ];
        for way in ways {
            let access = Access {
                way,
                role: role.clone().ok(),
                region: Some("eu-central-1".into()),
            };
            let text = serde_json::to_string(&access).unwrap_or_default();
            let back = serde_json::from_str::<Access>(&text);
            assert!(back.is_ok_and(|back| back == access), "{text}");
        }
        let keys = serde_json::from_str::<Access>(
            r#"{"way":{"kind":"keys","keyIdEnding":"MPLE"},"role":null,"region":null}"#,
        );
        assert!(keys.is_ok());
    }
}
