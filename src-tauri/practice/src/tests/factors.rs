//! Second factors, of users and of pools (AWS API reference; texts as observed).

use serde_json::{Value, json};

use super::bench::{Answer, Bench, PASSWORD, refused};
use crate::totp::Authenticator;
use crate::user::Factor;
use crate::user::UserStatus::{ResetRequired, Unconfirmed};

fn prefer(bench: &Bench, settings: &Value) -> Answer {
    bench.admin_on("AdminSetUserMFAPreference", "ada", settings.clone())
}

/// What AdminGetUser shows: the list, and the one that is preferred.
fn shown(bench: &Bench) -> (Value, Value) {
    let user = bench.admin_on("AdminGetUser", "ada", json!({})).unwrap();
    (
        user["UserMFASettingList"].clone(),
        user["PreferredMfaSetting"].clone(),
    )
}

fn on(setting: &str, preferred: bool) -> Value {
    json!({ setting: { "Enabled": true, "PreferredMfa": preferred } })
}

fn off(setting: &str) -> Value {
    json!({ setting: { "Enabled": false, "PreferredMfa": false } })
}

fn bench_with_authenticator() -> Bench {
    let bench = Bench::with_factors("OPTIONAL");
    bench.confirmed_user("ada");
    bench.change("ada", |user| {
        user.mfa.authenticator = Some(Authenticator::generate());
    });
    bench
}

#[test]
fn a_factor_that_is_not_set_up_cannot_be_switched_on() {
    let bench = Bench::lenient();
    bench.confirmed_user("ada");
    for (setting, name) in [
        ("SMSMfaSettings", "SMS_MFA"),
        ("SoftwareTokenMfaSettings", "SOFTWARE_TOKEN_MFA"),
        ("WebAuthnMfaSettings", "WEB_AUTHN"),
    ] {
        let message = format!("User does not have delivery config set to turn on {name}");
        assert_eq!(
            prefer(&bench, &json!({ setting: { "Enabled": true } })),
            refused("InvalidParameterException", &message)
        );
        assert_eq!(prefer(&bench, &off(setting)), Ok(json!({})));
    }
    assert_eq!(prefer(&bench, &on("EmailMfaSettings", false)), Ok(json!({})));
    assert_eq!(shown(&bench), (json!(["EMAIL_OTP"]), Value::Null));
}

#[test]
fn one_is_preferred_and_others_stay_as_they_are() {
    let bench = bench_with_authenticator();
    prefer(&bench, &on("EmailMfaSettings", true)).unwrap();
    prefer(&bench, &on("SoftwareTokenMfaSettings", false)).unwrap();
    let both = json!(["EMAIL_OTP", "SOFTWARE_TOKEN_MFA"]);
    assert_eq!(shown(&bench), (both.clone(), json!("EMAIL_OTP")));
    prefer(&bench, &on("SoftwareTokenMfaSettings", true)).unwrap();
    assert_eq!(shown(&bench), (both, json!("SOFTWARE_TOKEN_MFA")));
    prefer(&bench, &off("SoftwareTokenMfaSettings")).unwrap();
    assert_eq!(shown(&bench), (json!(["EMAIL_OTP"]), Value::Null));
    for wrong in [
        json!({
            "EmailMfaSettings": { "Enabled": true, "PreferredMfa": true },
            "SoftwareTokenMfaSettings": { "Enabled": true, "PreferredMfa": true },
        }),
        json!({ "EmailMfaSettings": { "Enabled": false, "PreferredMfa": true } }),
    ] {
        assert_eq!(prefer(&bench, &wrong).unwrap_err().0, "InvalidParameterException");
    }
    assert_eq!(shown(&bench), (json!(["EMAIL_OTP"]), Value::Null));
}

#[test]
fn switching_off_is_always_accepted_and_switching_on_is_not() {
    for (status, code) in [
        (Unconfirmed, "UserNotConfirmedException"),
        (ResetRequired, "PasswordResetRequiredException"),
    ] {
        let bench = Bench::lenient();
        bench.user_in(status, "ada");
        bench.change("ada", |user| {
            user.mfa.enabled.insert(Factor::Email);
        });
        assert_eq!(prefer(&bench, &on("EmailMfaSettings", true)).unwrap_err().0, code);
        assert_eq!(prefer(&bench, &off("EmailMfaSettings")), Ok(json!({})));
        assert_eq!(shown(&bench).0, Value::Null);
    }
}

#[test]
fn a_contact_that_is_the_preferred_factor_receives_no_reset_code() {
    let bench = Bench::lenient();
    bench.confirmed_user("ada");
    prefer(&bench, &on("EmailMfaSettings", true)).unwrap();
    assert_eq!(
        bench.admin_on("AdminResetUserPassword", "ada", json!({})),
        refused(
            "InvalidParameterException",
            "Cannot reset password for the user as there is no registered/verified email or phone_number"
        )
    );
    prefer(&bench, &off("EmailMfaSettings")).unwrap();
    assert_eq!(
        bench.admin_on("AdminResetUserPassword", "ada", json!({})),
        Ok(json!({}))
    );
}

#[test]
fn a_lost_authenticator_can_be_taken_away() {
    let bench = bench_with_authenticator();
    prefer(&bench, &on("SoftwareTokenMfaSettings", true)).unwrap();
    let factors = bench
        .admin_on("AdminGetUserAuthFactors", "ada", json!({}))
        .unwrap();
    assert_eq!(factors["ConfiguredUserAuthFactors"], json!(["PASSWORD"]));
    assert_eq!(factors["UserMFASettingList"], json!(["SOFTWARE_TOKEN_MFA"]));
    let challenge = bench.sign_in("ada", PASSWORD).unwrap();
    assert_eq!(challenge["ChallengeName"], "SOFTWARE_TOKEN_MFA");
    assert_eq!(
        bench.admin_on("AdminDeleteSoftwareToken", "ada", json!({})),
        Ok(json!({}))
    );
    assert_eq!(shown(&bench), (Value::Null, Value::Null));
    assert!(bench.sign_in("ada", PASSWORD).unwrap()["AuthenticationResult"].is_object());
    assert!(
        prefer(&bench, &on("SoftwareTokenMfaSettings", false)).is_err(),
        "it would have to be registered again"
    );
}

#[test]
fn a_pool_tells_and_takes_its_factors() {
    let bench = Bench::lenient();
    let pool = |more: Value| {
        let mut input = json!({ "UserPoolId": bench.pool_id });
        if let (Some(input), Value::Object(more)) = (input.as_object_mut(), more) {
            input.extend(more);
        }
        input
    };
    let get = || bench.admin("GetUserPoolMfaConfig", pool(json!({})));
    assert_eq!(get(), Ok(json!({ "MfaConfiguration": "OFF" })));
    let wanted = json!({
        "MfaConfiguration": "OPTIONAL",
        "SoftwareTokenMfaConfiguration": { "Enabled": true },
        "EmailMfaConfiguration": { "Subject": "Your code" },
    });
    assert_eq!(
        bench.admin("SetUserPoolMfaConfig", pool(wanted.clone())),
        Ok(wanted.clone())
    );
    assert_eq!(get(), Ok(wanted));
    let described = bench.admin("DescribeUserPool", pool(json!({}))).unwrap();
    assert_eq!(described["UserPool"]["MfaConfiguration"], "OPTIONAL");
    for mfa in ["ON", "OPTIONAL"] {
        let nothing = json!({
            "MfaConfiguration": mfa, "SoftwareTokenMfaConfiguration": { "Enabled": false },
        });
        assert_eq!(
            bench.admin("SetUserPoolMfaConfig", pool(nothing)),
            refused(
                "InvalidParameterException",
                "Invalid MFA configuration given, can't turn on MFA without configuring an MFA."
            )
        );
    }
    let missing = json!({ "UserPoolId": "eu-central-1_Missing00" });
    for operation in ["GetUserPoolMfaConfig", "SetUserPoolMfaConfig"] {
        assert_eq!(
            bench.admin(operation, missing.clone()).unwrap_err().0,
            "ResourceNotFoundException"
        );
    }
}

#[test]
fn a_pool_that_wants_a_factor_lets_the_last_one_go_and_asks_at_sign_in() {
    let bench = bench_with_authenticator();
    let config = json!({
        "UserPoolId": bench.pool_id,
        "MfaConfiguration": "ON",
        "SoftwareTokenMfaConfiguration": { "Enabled": true },
    });
    bench.admin("SetUserPoolMfaConfig", config).unwrap();
    prefer(&bench, &on("SoftwareTokenMfaSettings", true)).unwrap();
    assert_eq!(prefer(&bench, &off("SoftwareTokenMfaSettings")), Ok(json!({})));
    assert_eq!(shown(&bench), (Value::Null, Value::Null));
    bench.change("ada", |user| user.mfa.authenticator = None);
    let challenge = bench.sign_in("ada", PASSWORD).unwrap();
    assert_eq!(challenge["ChallengeName"], "MFA_SETUP");
}

#[test]
fn a_pool_made_with_text_messages_offers_them() {
    let sms = json!({ "SnsCallerArn": "arn:aws:iam::111122223333:role/sms" });
    for (mfa, offered) in [("OPTIONAL", true), ("OFF", false)] {
        let bench = Bench::new(
            &json!({ "MfaConfiguration": mfa, "SmsConfiguration": sms }),
            &json!({}),
        );
        let config = bench
            .admin("GetUserPoolMfaConfig", json!({ "UserPoolId": bench.pool_id }))
            .unwrap();
        let expected = if offered {
            json!({ "SmsConfiguration": sms })
        } else {
            Value::Null
        };
        assert_eq!(config["SmsMfaConfiguration"], expected);
    }
}

#[test]
fn email_factors_need_more_than_the_lite_tier() {
    let bench = Bench::new(&json!({ "UserPoolTier": "LITE" }), &json!({}));
    let config = json!({
        "UserPoolId": bench.pool_id, "MfaConfiguration": "ON", "EmailMfaConfiguration": {},
    });
    assert_eq!(
        bench.admin("SetUserPoolMfaConfig", config).unwrap_err().0,
        "FeatureUnavailableInTierException"
    );
}
