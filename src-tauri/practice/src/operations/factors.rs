//! A user's second factors: SetUserMFAPreference and AdminSetUserMFAPreference,
//! AdminDeleteSoftwareToken, AdminGetUserAuthFactors.

use serde::Deserialize;
use serde_json::{Value, json};

use super::access_token::{Bearer, bearer};
use super::users::OneUser;
use super::{Authority, Operation, Outcome, Turn, read};
use crate::clock::Moment;
use crate::errors::ServiceError;
use crate::limits::Category;
use crate::pool::Pool;
use crate::shapes::{FLAG, TOKEN_TEXT, USER_POOL_ID, USERNAME};
use crate::user::{Factor, User, UserStatus};
use crate::validation::{Shape, optional, required};

const PREFERENCE: Shape = Shape::Structure(&[optional("Enabled", &FLAG), optional("PreferredMfa", &FLAG)]);

const PASSKEY_PREFERENCE: Shape = Shape::Structure(&[optional("Enabled", &FLAG)]);

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "SetUserMFAPreference",
        authority: Authority::Public,
        category: Category::UserResourceUpdate,
        members: &[
            optional("SMSMfaSettings", &PREFERENCE),
            optional("SoftwareTokenMfaSettings", &PREFERENCE),
            optional("EmailMfaSettings", &PREFERENCE),
            optional("WebAuthnMfaSettings", &PASSKEY_PREFERENCE),
            required("AccessToken", &TOKEN_TEXT),
        ],
        run: set_user_mfa_preference,
    },
    Operation {
        name: "AdminSetUserMFAPreference",
        authority: Authority::Iam,
        category: Category::UserResourceUpdate,
        members: &[
            optional("SMSMfaSettings", &PREFERENCE),
            optional("SoftwareTokenMfaSettings", &PREFERENCE),
            optional("EmailMfaSettings", &PREFERENCE),
            optional("WebAuthnMfaSettings", &PASSKEY_PREFERENCE),
            required("Username", &USERNAME),
            required("UserPoolId", &USER_POOL_ID),
        ],
        run: admin_set_user_mfa_preference,
    },
    Operation {
        name: "AdminDeleteSoftwareToken",
        authority: Authority::Iam,
        category: Category::UserResourceUpdate,
        members: &[
            required("UserPoolId", &USER_POOL_ID),
            required("Username", &USERNAME),
        ],
        run: admin_delete_software_token,
    },
    Operation {
        name: "AdminGetUserAuthFactors",
        authority: Authority::Iam,
        category: Category::UserRead,
        members: &[
            required("UserPoolId", &USER_POOL_ID),
            required("Username", &USERNAME),
        ],
        run: admin_get_user_auth_factors,
    },
];

#[derive(Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct Preference {
    enabled: bool,
    preferred_mfa: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Preferences {
    #[serde(rename = "SMSMfaSettings")]
    sms_mfa_settings: Option<Preference>,
    software_token_mfa_settings: Option<Preference>,
    email_mfa_settings: Option<Preference>,
    web_authn_mfa_settings: Option<Preference>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SetUserMfaPreference {
    access_token: String,
    #[serde(flatten)]
    preferences: Preferences,
}

fn set_user_mfa_preference(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: SetUserMfaPreference = read(input)?;
    let Bearer { client, sub } = bearer(turn, &input.access_token)?;
    let (pool, _) = turn.state.pools.of_client(&client.id)?;
    set_preferences(pool, &sub, input.preferences, turn.now)
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct AdminSetUserMfaPreference {
    user_pool_id: String,
    username: String,
    #[serde(flatten)]
    preferences: Preferences,
}

fn admin_set_user_mfa_preference(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: AdminSetUserMfaPreference = read(input)?;
    let pool = turn.state.pools.get_mut(&input.user_pool_id, turn.region)?;
    let sub = pool
        .resolve(&input.username)
        .ok_or_else(ServiceError::user_not_found)?;
    set_preferences(pool, &sub, input.preferences, turn.now)
}

/// A factor that is not mentioned stays as it is. Switching one off is always accepted, whatever
/// state the user is in and whatever the pool wants; switching one on wants a user who can sign
/// in and who has set the factor up. (Which states are refused is not documented beyond the
/// exceptions that the API model lists.)
fn set_preferences(pool: &mut Pool, sub: &str, input: Preferences, now: Moment) -> Outcome {
    let user = pool.user(sub)?;
    let wanted: Vec<(Factor, Preference)> = [
        (Factor::Sms, input.sms_mfa_settings),
        (Factor::Email, input.email_mfa_settings),
        (Factor::Authenticator, input.software_token_mfa_settings),
    ]
    .into_iter()
    .filter_map(|(factor, preference)| Some((factor, preference?)))
    .collect();
    if wanted
        .iter()
        .filter(|(_, preference)| preference.preferred_mfa)
        .count()
        > 1
    {
        return Err(ServiceError::invalid_parameter(
            "Only one MFA method can be set as preferred.",
        ));
    }
    if input
        .web_authn_mfa_settings
        .is_some_and(|passkey| passkey.enabled)
    {
        // Nobody here has a passkey.
        return Err(not_set_up("WEB_AUTHN"));
    }
    for (factor, preference) in &wanted {
        if preference.preferred_mfa && !preference.enabled {
            return Err(ServiceError::invalid_parameter(
                "A preferred MFA method must be enabled.",
            ));
        }
        if preference.enabled {
            check_may_enable(user, *factor)?;
        }
    }
    let user = pool.user_mut(sub)?;
    for (factor, preference) in wanted {
        if preference.enabled {
            user.mfa.enabled.insert(factor);
        } else {
            user.mfa.enabled.remove(&factor);
        }
        if preference.preferred_mfa {
            user.mfa.preferred = Some(factor);
        } else if user.mfa.preferred == Some(factor) {
            user.mfa.preferred = None;
        }
    }
    user.modified = now;
    Ok(json!({}))
}

fn check_may_enable(user: &User, factor: Factor) -> Result<(), ServiceError> {
    match user.status {
        UserStatus::Unconfirmed => return Err(ServiceError::user_not_confirmed()),
        UserStatus::ResetRequired => return Err(ServiceError::password_reset_required()),
        UserStatus::Confirmed | UserStatus::ForceChangePassword | UserStatus::ExternalProvider => {}
    }
    if user.has_set_up(factor) {
        Ok(())
    } else {
        Err(not_set_up(factor.name()))
    }
}

/// Observed for SOFTWARE_TOKEN_MFA and SMS_MFA.
fn not_set_up(factor: &str) -> ServiceError {
    ServiceError::invalid_parameter(format!(
        "User does not have delivery config set to turn on {factor}"
    ))
}

/// What a user without an authenticator gets is not documented; here nothing happens.
fn admin_delete_software_token(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: OneUser = read(input)?;
    let now = turn.now;
    let pool = turn.state.pools.get_mut(&input.user_pool_id, turn.region)?;
    let sub = pool
        .resolve(&input.username)
        .ok_or_else(ServiceError::user_not_found)?;
    if pool.user(&sub)?.status == UserStatus::Unconfirmed {
        return Err(ServiceError::user_not_confirmed());
    }
    let user = pool.user_mut(&sub)?;
    user.mfa.authenticator = None;
    user.mfa.enabled.remove(&Factor::Authenticator);
    if user.mfa.preferred == Some(Factor::Authenticator) {
        user.mfa.preferred = None;
    }
    user.modified = now;
    Ok(json!({}))
}

fn admin_get_user_auth_factors(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: OneUser = read(input)?;
    let pool = turn.state.pools.get_mut(&input.user_pool_id, turn.region)?;
    let sub = pool
        .resolve(&input.username)
        .ok_or_else(ServiceError::user_not_found)?;
    let user = pool.user(&sub)?;
    let factors: Vec<_> = [
        ("PASSWORD", user.password.is_some()),
        ("EMAIL_OTP", user.has_set_up(Factor::Email)),
        ("SMS_OTP", user.has_set_up(Factor::Sms)),
        ("WEB_AUTHN", user.mfa.passkey),
    ]
    .into_iter()
    .filter(|(name, has)| *has && pool.rules.first_factors.iter().any(|factor| factor == name))
    .map(|(name, _)| name)
    .collect();
    let mut answer = json!({ "Username": user.username, "ConfiguredUserAuthFactors": factors });
    user.mfa.describe_into(&mut answer);
    Ok(answer)
}
