//! What the pool says of itself and its users, as the diagnosis takes it.

use cognito::password::PasswordPolicy;
use cognito::{AppClient, Contact, Mailer, MfaRule, OpenedUser, PoolSettings, RecoveryMechanism, User};
use serde_json::Value;

use crate::combination::{FACTORS, STATUSES};

/// From `DescribeUserPool`.
pub(crate) fn pool(answer: &Value) -> PoolSettings {
    let pool = &answer["UserPool"];
    let mut mechanisms: Vec<_> = pool["AccountRecoverySetting"]["RecoveryMechanisms"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|mechanism| (mechanism["Priority"].as_u64(), mechanism["Name"].as_str()))
        .collect();
    mechanisms.sort_unstable();
    let recovery = mechanisms
        .into_iter()
        .map(|(_, name)| match name {
            Some("verified_email") => RecoveryMechanism::VerifiedEmail,
            Some("verified_phone_number") => RecoveryMechanism::VerifiedPhone,
            Some("admin_only") => RecoveryMechanism::AdminOnly,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(pool["MfaConfiguration"], "OPTIONAL");
    PoolSettings {
        region: "eu-central-1".to_owned(),
        id: pool["Id"].as_str().unwrap().to_owned(),
        name: pool["Name"].as_str().unwrap().to_owned(),
        recovery,
        username_contacts: Vec::new(),
        alias_contacts: Vec::new(),
        case_sensitive: true,
        mfa: MfaRule::Optional,
        factors: None,
        auto_verified: Vec::new(),
        password_policy: PasswordPolicy {
            minimum_length: 8,
            require_uppercase: true,
            require_lowercase: true,
            require_numbers: true,
            require_symbols: true,
        },
        password_history: 0,
        temporary_password_days: 7,
        mailer: Mailer::CognitoDefault,
        mail_from: None,
        // The practice pool sends text messages whatever is set.
        sms_configured: true,
        sms_failure: None,
        mail_failure: None,
        admin_creates_only: false,
        functions: Vec::new(),
        estimated_users: 1,
        tier: None,
    }
}

/// From `DescribeUserPoolClient`.
pub(crate) fn client(answer: &Value) -> AppClient {
    let client = &answer["UserPoolClient"];
    let flows = client["ExplicitAuthFlows"].as_array();
    let allows = |flow: &str| flows.is_some_and(|flows| flows.iter().any(|allowed| allowed == flow));
    AppClient {
        id: client["ClientId"].as_str().unwrap().to_owned(),
        name: client["ClientName"].as_str().unwrap().to_owned(),
        has_secret: false,
        hides_accounts: client["PreventUserExistenceErrors"] == "ENABLED",
        password_by_srp: flows.is_none_or(Vec::is_empty) || allows("ALLOW_USER_SRP_AUTH"),
        password_plain: allows("ALLOW_USER_PASSWORD_AUTH"),
        choice_of_factors: allows("ALLOW_USER_AUTH"),
        revokes_tokens: true,
        session_minutes: 3,
        access_token_minutes: 60,
    }
}

/// From `AdminGetUser`.
pub(crate) fn user(answer: &Value) -> OpenedUser {
    let attribute = |name: &str| {
        answer["UserAttributes"]
            .as_array()
            .unwrap()
            .iter()
            .find(|attribute| attribute["Name"] == name)
            .and_then(|attribute| attribute["Value"].as_str())
            .map(str::to_owned)
    };
    let contact = |name: &str| {
        attribute(name).map(|value| Contact {
            value,
            verified: attribute(&format!("{name}_verified")).as_deref() == Some("true"),
        })
    };
    let factor = |name: &Value| FACTORS.iter().find(|(_, written)| name == written).unwrap().0;
    let status = &answer["UserStatus"];
    OpenedUser {
        user: User {
            username: answer["Username"].as_str().unwrap().to_owned(),
            sub: attribute("sub"),
            status: STATUSES.iter().find(|(_, written)| status == written).unwrap().0,
            enabled: answer["Enabled"].as_bool().unwrap(),
            name: None,
            email: contact("email"),
            phone: contact("phone_number"),
            identity_providers: Vec::new(),
            created_at: None,
            modified_at: None,
        },
        factors: answer["UserMFASettingList"]
            .as_array()
            .into_iter()
            .flatten()
            .map(factor)
            .collect(),
        preferred_factor: answer.get("PreferredMfaSetting").map(factor),
    }
}
