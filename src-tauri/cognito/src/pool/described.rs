//! From the service's description of a user pool or an app client to ours, with the service's
//! defaults where it leaves something out.

use aws_sdk_cognitoidentityprovider::operation::get_user_pool_mfa_config::GetUserPoolMfaConfigOutput;
use aws_sdk_cognitoidentityprovider::types::{
    AliasAttributeType, EmailConfigurationType, EmailSendingAccountType, ExplicitAuthFlowsType,
    LambdaConfigType, PasswordPolicyType, PreventUserExistenceErrorTypes, RecoveryOptionNameType,
    TimeUnitsType, UserPoolClientType, UserPoolMfaType, UserPoolType, UsernameAttributeType,
    VerifiedAttributeType,
};

use super::{AppClient, Mailer, MfaRule, PoolSettings, RecoveryMechanism};
use crate::connection::SignInName;
use crate::password::PasswordPolicy;
use crate::user::SecondFactor;

/// `TemporaryPasswordValidityDays` where it is absent or 0 (developer guide).
const TEMPORARY_PASSWORD_DAYS: u32 = 7;
/// `MinimumLength` where it is absent.
const MINIMUM_LENGTH: u32 = 8;
/// `AuthSessionValidity` where it is absent.
const SESSION_MINUTES: u32 = 3;
/// `AccessTokenValidity` where it is absent or 0.
const ACCESS_TOKEN_MINUTES: u32 = 60;

impl PoolSettings {
    /// A pool of `region` as `DescribeUserPool` tells of it, and its second factors as
    /// `GetUserPoolMfaConfig` does, where that may be asked.
    pub(crate) fn described(
        region: &str,
        pool: UserPoolType,
        factors: Option<&GetUserPoolMfaConfigOutput>,
    ) -> Self {
        let policy = pool.policies.as_ref().and_then(|all| all.password_policy());
        let mail = pool.email_configuration.as_ref();
        Self {
            region: region.to_owned(),
            recovery: recovery(&pool),
            username_contacts: pool
                .username_attributes()
                .iter()
                .filter_map(|attribute| match attribute {
                    UsernameAttributeType::Email => Some(SignInName::Email),
                    UsernameAttributeType::PhoneNumber => Some(SignInName::Phone),
                    _ => None,
                })
                .collect(),
            alias_contacts: pool
                .alias_attributes()
                .iter()
                .filter_map(|attribute| match attribute {
                    AliasAttributeType::Email => Some(SignInName::Email),
                    AliasAttributeType::PhoneNumber => Some(SignInName::Phone),
                    _ => None,
                })
                .collect(),
            auto_verified: pool
                .auto_verified_attributes()
                .iter()
                .filter_map(|attribute| match attribute {
                    VerifiedAttributeType::Email => Some(SignInName::Email),
                    VerifiedAttributeType::PhoneNumber => Some(SignInName::Phone),
                    _ => None,
                })
                .collect(),
            // The API's default for pools that never said (the console's is another).
            case_sensitive: pool
                .username_configuration()
                .is_none_or(|configuration| configuration.case_sensitive()),
            mfa: match pool.mfa_configuration() {
                Some(UserPoolMfaType::On) => MfaRule::Required,
                Some(UserPoolMfaType::Optional) => MfaRule::Optional,
                _ => MfaRule::Off,
            },
            factors: factors.map(factors_switched_on),
            password_policy: password_policy(policy),
            password_history: policy
                .and_then(PasswordPolicyType::password_history_size)
                .map_or(0, count),
            temporary_password_days: temporary_password_days(&pool, policy),
            mailer: match mail.and_then(EmailConfigurationType::email_sending_account) {
                Some(EmailSendingAccountType::Developer) => Mailer::Ses,
                _ => Mailer::CognitoDefault,
            },
            mail_from: mail.and_then(mail_from),
            sms_configured: pool
                .sms_configuration()
                .is_some_and(|sms| !sms.sns_caller_arn().is_empty()),
            functions: pool.lambda_config().map(functions).unwrap_or_default(),
            admin_creates_only: pool
                .admin_create_user_config()
                .is_some_and(|config| config.allow_admin_create_user_only()),
            estimated_users: i64::from(pool.estimated_number_of_users),
            tier: pool.user_pool_tier().map(|tier| tier.as_str().to_owned()),
            id: pool.id.unwrap_or_default(),
            name: pool.name.unwrap_or_default(),
            sms_failure: pool.sms_configuration_failure,
            mail_failure: pool.email_configuration_failure,
        }
    }
}

fn recovery(pool: &UserPoolType) -> Vec<RecoveryMechanism> {
    let mut options = pool
        .account_recovery_setting()
        .map(|setting| setting.recovery_mechanisms().to_vec())
        .unwrap_or_default();
    options.sort_by_key(|option| option.priority);
    options
        .iter()
        .filter_map(|option| match option.name {
            RecoveryOptionNameType::VerifiedEmail => Some(RecoveryMechanism::VerifiedEmail),
            RecoveryOptionNameType::VerifiedPhoneNumber => Some(RecoveryMechanism::VerifiedPhone),
            RecoveryOptionNameType::AdminOnly => Some(RecoveryMechanism::AdminOnly),
            _ => None,
        })
        .collect()
}

fn password_policy(policy: Option<&PasswordPolicyType>) -> PasswordPolicy {
    PasswordPolicy {
        minimum_length: policy
            .and_then(PasswordPolicyType::minimum_length)
            .map_or(MINIMUM_LENGTH, count),
        // Where no policy is told the service's default holds, which wants all four.
        require_uppercase: policy.is_none_or(PasswordPolicyType::require_uppercase),
        require_lowercase: policy.is_none_or(PasswordPolicyType::require_lowercase),
        require_numbers: policy.is_none_or(PasswordPolicyType::require_numbers),
        require_symbols: policy.is_none_or(PasswordPolicyType::require_symbols),
    }
}

/// The older `UnusedAccountValidityDays` counts only as long as the policy doesn't say it.
fn temporary_password_days(pool: &UserPoolType, policy: Option<&PasswordPolicyType>) -> u32 {
    let by_policy = policy.map_or(0, |policy| count(policy.temporary_password_validity_days()));
    let by_account = pool
        .admin_create_user_config()
        .map_or(0, |config| count(config.unused_account_validity_days()));
    [by_policy, by_account]
        .into_iter()
        .find(|days| *days > 0)
        .unwrap_or(TEMPORARY_PASSWORD_DAYS)
}

/// The owner's "from", else the address that the SES identity is for.
fn mail_from(mail: &EmailConfigurationType) -> Option<String> {
    let by_identity = || {
        let (_, identity) = mail.source_arn()?.rsplit_once(":identity/")?;
        identity.contains('@').then(|| identity.to_owned())
    };
    mail.from()
        .filter(|from| !from.is_empty())
        .map(str::to_owned)
        .or_else(by_identity)
}

fn functions(config: &LambdaConfigType) -> Vec<String> {
    [
        ("CustomMessage", config.custom_message().is_some()),
        ("UserMigration", config.user_migration().is_some()),
        ("PostConfirmation", config.post_confirmation().is_some()),
        ("CustomEmailSender", config.custom_email_sender().is_some()),
        ("CustomSMSSender", config.custom_sms_sender().is_some()),
    ]
    .into_iter()
    .filter(|(_, present)| *present)
    .map(|(name, _)| name.to_owned())
    .collect()
}

fn factors_switched_on(config: &GetUserPoolMfaConfigOutput) -> Vec<SecondFactor> {
    let sms = config
        .sms_mfa_configuration()
        .is_some_and(|sms| sms.sms_configuration().is_some());
    let email = config.email_mfa_configuration().is_some();
    let authenticator = config
        .software_token_mfa_configuration()
        .is_some_and(|token| token.enabled());
    [
        (SecondFactor::Sms, sms),
        (SecondFactor::Email, email),
        (SecondFactor::Authenticator, authenticator),
    ]
    .into_iter()
    .filter(|(_, on)| *on)
    .map(|(factor, _)| factor)
    .collect()
}

impl AppClient {
    /// An app client as `DescribeUserPoolClient` tells of it.
    pub(crate) fn described(client: UserPoolClientType) -> Self {
        let flows = client.explicit_auth_flows();
        let has = |flow: ExplicitAuthFlowsType| flows.contains(&flow);
        // Names of the older kind can't be mixed with those that begin with ALLOW_. Under them, and where there are none, everything but
        // the plain password is on, unless the client keeps to custom sign-ins.
        let newer = flows.iter().any(|flow| flow.as_str().starts_with("ALLOW_"));
        Self {
            has_secret: client.client_secret().is_some_and(|secret| !secret.is_empty()),
            hides_accounts: client.prevent_user_existence_errors()
                == Some(&PreventUserExistenceErrorTypes::Enabled),
            password_by_srp: if newer {
                has(ExplicitAuthFlowsType::AllowUserSrpAuth)
            } else {
                !has(ExplicitAuthFlowsType::CustomAuthFlowOnly)
            },
            password_plain: has(ExplicitAuthFlowsType::AllowUserPasswordAuth)
                || has(ExplicitAuthFlowsType::UserPasswordAuth),
            choice_of_factors: has(ExplicitAuthFlowsType::AllowUserAuth),
            revokes_tokens: client.enable_token_revocation().unwrap_or(false),
            session_minutes: client
                .auth_session_validity()
                .map(count)
                .filter(|minutes| *minutes > 0)
                .unwrap_or(SESSION_MINUTES),
            access_token_minutes: access_token_minutes(&client),
            id: client.client_id.unwrap_or_default(),
            name: client.client_name.unwrap_or_default(),
        }
    }
}

/// In whole minutes, rounded up. Without a unit the service counts hours.
fn access_token_minutes(client: &UserPoolClientType) -> u32 {
    let validity = client.access_token_validity().map_or(0, count);
    if validity == 0 {
        return ACCESS_TOKEN_MINUTES;
    }
    let unit = client
        .token_validity_units()
        .and_then(|units| units.access_token());
    match unit {
        Some(TimeUnitsType::Seconds) => validity.div_ceil(60),
        Some(TimeUnitsType::Minutes) => validity,
        Some(TimeUnitsType::Days) => validity.saturating_mul(24 * 60),
        _ => validity.saturating_mul(60),
    }
}

fn count(number: i32) -> u32 {
    u32::try_from(number).unwrap_or(0)
}
