//! A pool's second factors: GetUserPoolMfaConfig, SetUserPoolMfaConfig.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{Authority, Operation, Outcome, Turn, read};
use crate::errors::ServiceError;
use crate::limits::Category;
use crate::pool::Pool;
use crate::shapes::{FLAG, FREE_TEXT, USER_POOL_ID};
use crate::validation::{Shape, optional, required};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "GetUserPoolMfaConfig",
        authority: Authority::Iam,
        category: Category::UserPoolResourceRead,
        members: &[required("UserPoolId", &USER_POOL_ID)],
        run: get_user_pool_mfa_config,
    },
    Operation {
        name: "SetUserPoolMfaConfig",
        authority: Authority::Iam,
        category: Category::UserPoolResourceUpdate,
        members: &[
            required("UserPoolId", &USER_POOL_ID),
            optional(
                "SmsMfaConfiguration",
                &Shape::Structure(&[
                    optional("SmsAuthenticationMessage", &FREE_TEXT),
                    optional("SmsConfiguration", &Shape::Structure(&[])),
                ]),
            ),
            optional(
                "SoftwareTokenMfaConfiguration",
                &Shape::Structure(&[optional("Enabled", &FLAG)]),
            ),
            optional(
                "EmailMfaConfiguration",
                &Shape::Structure(&[optional("Message", &FREE_TEXT), optional("Subject", &FREE_TEXT)]),
            ),
            optional("MfaConfiguration", &Shape::Choice(&["OFF", "ON", "OPTIONAL"])),
            optional("WebAuthnConfiguration", &Shape::Structure(&[])),
        ],
        run: set_user_pool_mfa_config,
    },
];

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct OnePool {
    user_pool_id: String,
}

fn get_user_pool_mfa_config(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: OnePool = read(input)?;
    Ok(describe(
        turn.state.pools.get_mut(&input.user_pool_id, turn.region)?,
    ))
}

fn describe(pool: &Pool) -> Value {
    let mut described = pool.factors.clone();
    // What the pool was made with sends the codes, where nothing else was said since.
    if let Some(sms) = pool
        .settings
        .get("SmsConfiguration")
        .filter(|_| pool.mfa() != "OFF")
    {
        described
            .entry("SmsMfaConfiguration")
            .or_insert_with(|| json!({ "SmsConfiguration": sms }));
    }
    described.insert("MfaConfiguration".into(), json!(pool.mfa()));
    Value::Object(described)
}

/// What is not sent is switched off, as with the other settings of a pool. A pool that wants
/// second factors must have one to offer.
fn set_user_pool_mfa_config(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let OnePool { user_pool_id } = read(input.clone())?;
    let mut factors: Map<String, Value> = read(input)?;
    factors.retain(|_, value| !value.is_null());
    factors.remove("UserPoolId");
    let mfa = factors.remove("MfaConfiguration").unwrap_or_else(|| json!("OFF"));
    let pool = turn.state.pools.get_mut(&user_pool_id, turn.region)?;
    if factors.contains_key("EmailMfaConfiguration")
        && pool.settings.get("UserPoolTier") == Some(&json!("LITE"))
    {
        return Err(ServiceError::new(
            "FeatureUnavailableInTierException",
            "Email MFA is not available in the LITE tier",
        ));
    }
    let offers = factors.contains_key("SmsMfaConfiguration")
        || factors.contains_key("EmailMfaConfiguration")
        || factors
            .get("SoftwareTokenMfaConfiguration")
            .is_some_and(|token| token["Enabled"] == true);
    if mfa != "OFF" && !offers {
        return Err(ServiceError::invalid_parameter(
            "Invalid MFA configuration given, can't turn on MFA without configuring an MFA.",
        ));
    }
    pool.settings.insert("MfaConfiguration".into(), mfa);
    pool.factors = factors;
    pool.modified = turn.now;
    Ok(describe(pool))
}
