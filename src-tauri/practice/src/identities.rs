//! Who signs: access keys, the identities they belong to, and roles that can be assumed.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use serde_json::Value;

use crate::clock::Moment;
use crate::errors::ServiceError;
use crate::policy::{Decision, Policy};
use crate::random;
use crate::seeds;
use crate::srp::sha256;

/// An access key, and whose it is.
#[derive(Clone, PartialEq, Eq)]
pub struct AccessKey {
    /// The access key id.
    pub id: String,
    /// The secret access key.
    pub secret: String,
    /// The session token that goes with it, if it is a temporary one.
    pub session_token: Option<String>,
    /// The ARN of the identity it belongs to.
    pub arn: String,
    /// The twelve digits of that identity's account.
    pub account: String,
    /// From when on it is good no longer.
    pub expires: Option<Moment>,
    /// What it may do.
    pub policy: Policy,
}

impl AccessKey {
    /// A key of [`seeds::ACCESS_KEY_ARN`] that does not expire and may do everything.
    #[must_use]
    pub fn new(id: &str, secret: &str) -> Self {
        Self {
            id: id.to_owned(),
            secret: secret.to_owned(),
            session_token: None,
            arn: seeds::ACCESS_KEY_ARN.to_owned(),
            account: seeds::ACCOUNT.to_owned(),
            expires: None,
            policy: Policy::everything(),
        }
    }
}

/// Shows nothing of what is inside.
impl std::fmt::Debug for AccessKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("AccessKey").finish_non_exhaustive()
    }
}

/// A role that any identity may assume whose policy allows `sts:AssumeRole` on it.
#[derive(Clone, PartialEq, Eq)]
pub struct Role {
    /// Its ARN, e.g. `arn:aws:iam::111122223333:role/helpdesk`.
    pub arn: String,
    /// The second factor that whoever assumes it must show.
    pub mfa: Option<RoleMfa>,
    /// What it may do.
    pub policy: Policy,
    /// The longest that one may keep it, one to twelve hours in the service.
    pub longest_session: Duration,
}

/// A second factor of an identity: its serial number, and the one code that is right.
#[derive(Clone, PartialEq, Eq)]
pub struct RoleMfa {
    /// The serial number, or the ARN of a virtual device.
    pub serial: String,
    /// Six digits.
    pub code: String,
}

/// Shows nothing of what is inside.
impl std::fmt::Debug for Role {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Role").finish_non_exhaustive()
    }
}

/// Shows nothing of what is inside.
impl std::fmt::Debug for RoleMfa {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("RoleMfa").finish_non_exhaustive()
    }
}

/// The keys and the roles of the account.
#[derive(Default)]
pub(crate) struct Identities {
    pub(crate) keys: BTreeMap<String, AccessKey>,
    pub(crate) roles: BTreeMap<String, Role>,
    /// Operations that are refused to everybody.
    pub(crate) denied: BTreeSet<String>,
}

impl Identities {
    pub(crate) fn insert(&mut self, key: AccessKey) {
        self.keys.insert(key.id.clone(), key);
    }

    /// A new temporary key of a role, for a session of this name.
    pub(crate) fn assume(&mut self, role: &Role, session: &str, expires: Moment) -> AccessKey {
        let account = account_of(&role.arn).to_owned();
        let name = role.arn.rsplit('/').next().unwrap_or_default();
        let key = AccessKey {
            id: format!("ASIA{}", random::text(16, random::UPPER_CASE_AND_DIGITS)),
            secret: random::text(40, random::LETTERS_AND_DIGITS),
            session_token: Some(random::text(356, random::LETTERS_AND_DIGITS)),
            arn: format!("arn:aws:sts::{account}:assumed-role/{name}/{session}"),
            account,
            expires: Some(expires),
            policy: role.policy.clone(),
        };
        self.insert(key.clone());
        key
    }

    /// Refuses what the key of a caller does not allow, in the words of IAM.
    pub(crate) fn authorize(
        &self,
        key: &AccessKey,
        service: &str,
        operation: &str,
        resource: &str,
    ) -> Result<(), ServiceError> {
        let action = format!("{service}:{operation}");
        let decision = if self.denied.contains(operation) {
            Decision::NotAllowed
        } else {
            key.policy.decide(&action, resource)
        };
        let because = match decision {
            Decision::Allowed => return Ok(()),
            Decision::NotAllowed => {
                format!("because no identity-based policy allows the {action} action")
            }
            Decision::Denied => "with an explicit deny in an identity-based policy".to_owned(),
        };
        Err(ServiceError::access_denied(format!(
            "User: {} is not authorized to perform: {action} on resource: {resource} {because}",
            key.arn
        )))
    }
}

/// The account in an ARN.
pub(crate) fn account_of(arn: &str) -> &str {
    arn.split(':').nth(4).unwrap_or_default()
}

/// What an operation is done to, as policies name it.
pub(crate) fn resource(input: &Value, region: &str, account: &str) -> String {
    match input["UserPoolId"].as_str() {
        Some(pool_id) => format!("arn:aws:cognito-idp:{region}:{account}:userpool/{pool_id}"),
        None => "*".to_owned(),
    }
}

/// The unique id of an identity, in the form that its kind has (AWS IAM user guide, "Unique
/// identifiers"): the same each time.
pub(crate) fn unique_id(arn: &str) -> String {
    let made_up = |prefix: &str, of: &str| {
        let letters = random::UPPER_CASE_AND_DIGITS;
        let text = sha256(&[of.as_bytes()])
            .iter()
            .take(17)
            .filter_map(|byte| letters.get(usize::from(*byte) % letters.len()))
            .map(|letter| char::from(*letter))
            .collect::<String>();
        format!("{prefix}{text}")
    };
    match arn.rsplit_once('/') {
        Some((role, session)) if arn.contains(":assumed-role/") => {
            format!("{}:{session}", made_up("AROA", role))
        }
        _ if arn.ends_with(":root") => account_of(arn).to_owned(),
        _ => made_up("AIDA", arn),
    }
}
