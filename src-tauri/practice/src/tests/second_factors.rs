//! Second factors at sign-in: which are asked for, and their answers (AWS developer guide, MFA;
//! texts as observed).

use serde_json::{Value, json};

use super::bench::{Answer, Bench, PASSWORD, refused};
use crate::seeds::{self, FABRIKAM, TAILSPIN};
use crate::user::Factor::{self, Authenticator, Email, Sms};
use crate::{Medium, Moment, Purpose};

fn signed_in(answer: Answer) -> bool {
    answer.is_ok_and(|answer| answer["AuthenticationResult"]["AccessToken"].is_string())
}

fn asked(answer: Answer) -> String {
    let answer = answer.unwrap();
    answer["ChallengeName"].as_str().unwrap_or("tokens").to_owned()
}

#[test]
fn which_factor_is_asked_for() {
    let cases: &[(&str, &[Factor], Option<Factor>, &str)] = &[
        ("OFF", &[Authenticator], Some(Authenticator), "tokens"),
        ("OPTIONAL", &[], None, "tokens"),
        ("OPTIONAL", &[Sms], None, "SMS_MFA"),
        ("OPTIONAL", &[Email], None, "EMAIL_OTP"),
        ("OPTIONAL", &[Authenticator], None, "SOFTWARE_TOKEN_MFA"),
        ("OPTIONAL", &[Sms, Authenticator], None, "SELECT_MFA_TYPE"),
        ("OPTIONAL", &[Sms, Authenticator], Some(Sms), "SMS_MFA"),
        (
            "OPTIONAL",
            &[Sms, Email, Authenticator],
            Some(Authenticator),
            "SOFTWARE_TOKEN_MFA",
        ),
        ("ON", &[Email], Some(Email), "EMAIL_OTP"),
        ("ON", &[Sms, Email], None, "SELECT_MFA_TYPE"),
        // Both contacts are there, though nobody switched them on.
        ("ON", &[], None, "SELECT_MFA_TYPE"),
    ];
    for (mfa, factors, preferred, expected) in cases {
        let bench = Bench::with_factors(mfa);
        bench.user_with("ada", factors, *preferred);
        for answer in [bench.sign_in("ada", PASSWORD), bench.prove("ada", PASSWORD)] {
            assert_eq!(asked(answer), *expected, "{mfa} {factors:?}");
        }
        let wrong = refused("NotAuthorizedException", "Incorrect username or password.");
        assert_eq!(bench.sign_in("ada", "wrong"), wrong, "the password comes first");
    }
}

#[test]
fn a_factor_that_the_pool_stopped_offering_is_not_asked_for() {
    let bench = Bench::with_factors("OPTIONAL");
    bench.user_with("ada", &[Sms, Authenticator], Some(Authenticator));
    let config = json!({
        "UserPoolId": bench.pool_id, "MfaConfiguration": "OPTIONAL", "SmsMfaConfiguration": {},
    });
    bench.admin("SetUserPoolMfaConfig", config).unwrap();
    assert_eq!(asked(bench.sign_in("ada", PASSWORD)), "SMS_MFA");
}

#[test]
fn a_pool_that_wants_a_factor_has_it_set_up() {
    for (offers, expected) in [
        (
            json!({ "SoftwareTokenMfaConfiguration": { "Enabled": true } }),
            r#"["SOFTWARE_TOKEN_MFA"]"#,
        ),
        (
            json!({ "SmsMfaConfiguration": {}, "SoftwareTokenMfaConfiguration": { "Enabled": true } }),
            r#"["SMS_MFA","SOFTWARE_TOKEN_MFA"]"#,
        ),
    ] {
        let bench = Bench::lenient();
        bench.confirmed_user("ada");
        let mut config = offers;
        config["UserPoolId"] = json!(bench.pool_id);
        config["MfaConfiguration"] = json!("ON");
        bench.admin("SetUserPoolMfaConfig", config).unwrap();
        let challenge = bench.sign_in("ada", PASSWORD).unwrap();
        assert_eq!(challenge["ChallengeName"], "MFA_SETUP");
        assert_eq!(challenge["ChallengeParameters"]["MFAS_CAN_SETUP"], expected);
        assert_eq!(challenge["ChallengeParameters"]["USER_ID_FOR_SRP"], "ada");
    }
}

#[test]
fn codes_that_are_sent_sign_in() {
    for (factor, challenge_name, code_name, medium, told, masked) in [
        (Sms, "SMS_MFA", "SMS_MFA_CODE", Medium::Sms, "SMS", "+*******0142"),
        (
            Email,
            "EMAIL_OTP",
            "EMAIL_OTP_CODE",
            Medium::Email,
            "EMAIL",
            "a***@e***",
        ),
    ] {
        let bench = Bench::with_factors("OPTIONAL");
        bench.user_with("ada", &[factor], Some(factor));
        let challenge = bench.sign_in("ada", PASSWORD).unwrap();
        let expected = json!({
            "CODE_DELIVERY_DELIVERY_MEDIUM": told,
            "CODE_DELIVERY_DESTINATION": masked,
            "USER_ID_FOR_SRP": "ada",
        });
        assert_eq!(challenge["ChallengeName"], challenge_name);
        assert_eq!(challenge["ChallengeParameters"], expected);
        let message = bench.pools.inbox().pop().unwrap();
        assert_eq!((message.medium, message.purpose), (medium, Purpose::Mfa));
        assert_eq!(message.code.len(), 6);
        let mismatch = refused(
            "CodeMismatchException",
            "Invalid code or auth state for the user.",
        );
        let give = |code: &str| bench.reply(&challenge, json!({ code_name: code }));
        for _ in 0..6 {
            assert_eq!(give(bench.wrong_code()), mismatch, "however often");
        }
        let missing = format!("Missing required parameter {code_name}");
        assert_eq!(
            bench.reply(&challenge, json!({})),
            refused("InvalidParameterException", &missing)
        );
        assert!(signed_in(give(&message.code)), "the session is still good");
    }
}

#[test]
fn only_the_code_of_the_same_session_is_right() {
    let bench = Bench::with_factors("OPTIONAL");
    bench.user_with("ada", &[Sms], Some(Sms));
    let first = bench.sign_in("ada", PASSWORD).unwrap();
    let first_code = bench.newest_code();
    let second = bench.sign_in("ada", PASSWORD).unwrap();
    let second_code = bench.newest_code();
    assert_ne!(first_code, second_code);
    assert!(
        bench
            .reply(&second, json!({ "SMS_MFA_CODE": first_code }))
            .is_err()
    );
    assert!(signed_in(
        bench.reply(&first, json!({ "SMS_MFA_CODE": first_code }))
    ));
    assert!(signed_in(
        bench.reply(&second, json!({ "SMS_MFA_CODE": second_code }))
    ));
}

fn bench_with_authenticator() -> Bench {
    let bench = Bench::with_factors("OPTIONAL");
    bench.user_with("ada", &[Authenticator], Some(Authenticator));
    bench
}

fn give(bench: &Bench, challenge: &Value, code: &str) -> Answer {
    bench.reply(challenge, json!({ "SOFTWARE_TOKEN_MFA_CODE": code }))
}

#[test]
fn an_authenticators_code_signs_in_a_step_early_or_late() {
    for (away, good) in [(-60, false), (-30, true), (0, true), (30, true), (60, false)] {
        let bench = bench_with_authenticator();
        let now = bench.clock.now().epoch_seconds();
        bench.clock.set(Moment::from_epoch_seconds(now + away));
        let code = bench.authenticator_code();
        bench.clock.set(Moment::from_epoch_seconds(now));
        let challenge = bench.sign_in("ada", PASSWORD).unwrap();
        let answer = give(&bench, &challenge, &code);
        if good {
            assert!(signed_in(answer), "{away}");
        } else {
            let mismatch = refused("CodeMismatchException", "Invalid code received for user");
            assert_eq!(answer, mismatch, "{away}");
        }
    }
}

#[test]
fn an_authenticators_code_is_good_once() {
    let bench = bench_with_authenticator();
    let code = bench.authenticator_code();
    let first = bench.sign_in("ada", PASSWORD).unwrap();
    let second = bench.sign_in("ada", PASSWORD).unwrap();
    assert!(signed_in(give(&bench, &first, &code)));
    let used = refused(
        "ExpiredCodeException",
        "Your software token has already been used once.",
    );
    assert_eq!(give(&bench, &second, &code), used);
    bench.wait(30);
    assert!(signed_in(give(&bench, &second, &bench.authenticator_code())));
}

#[test]
fn wrong_codes_of_an_authenticator_leave_the_session_good() {
    let bench = bench_with_authenticator();
    let challenge = bench.sign_in("ada", PASSWORD).unwrap();
    let code = bench.authenticator_code();
    let wrong = if code == "000000" { "000001" } else { "000000" };
    let mismatch = refused("CodeMismatchException", "Invalid code received for user");
    for _ in 0..6 {
        assert_eq!(give(&bench, &challenge, wrong), mismatch);
    }
    assert_eq!(give(&bench, &challenge, "12345"), mismatch);
    assert!(signed_in(give(&bench, &challenge, &code)));
    let challenge = bench.sign_in("ada", PASSWORD).unwrap();
    bench
        .admin_on("AdminDeleteSoftwareToken", "ada", json!({}))
        .unwrap();
    assert_eq!(
        give(&bench, &challenge, "123456").unwrap_err().0,
        "SoftwareTokenMFANotFoundException"
    );
}

#[test]
fn several_factors_are_chosen_from() {
    for (answer, leads_to) in [
        ("SMS_MFA", "SMS_MFA"),
        ("EMAIL_MFA", "EMAIL_OTP"),
        ("EMAIL_OTP", "EMAIL_OTP"),
        ("SOFTWARE_TOKEN_MFA", "SOFTWARE_TOKEN_MFA"),
    ] {
        let bench = Bench::with_factors("OPTIONAL");
        bench.user_with("ada", &[Sms, Email, Authenticator], None);
        let challenge = bench.sign_in("ada", PASSWORD).unwrap();
        assert_eq!(
            challenge["ChallengeParameters"]["MFAS_CAN_CHOOSE"],
            r#"["SMS_MFA","EMAIL_OTP","SOFTWARE_TOKEN_MFA"]"#
        );
        assert_eq!(bench.messages(), 0, "nothing is sent before the choice");
        for wrong in ["WEB_AUTHN", "sms"] {
            let refusal = bench.reply(&challenge, json!({ "ANSWER": wrong })).unwrap_err();
            assert_eq!(refusal.0, "InvalidParameterException");
        }
        let next = bench.reply(&challenge, json!({ "ANSWER": answer })).unwrap();
        assert_eq!(next["ChallengeName"], leads_to);
        assert_ne!(next["Session"], challenge["Session"]);
        let code = if leads_to == "SOFTWARE_TOKEN_MFA" {
            bench.authenticator_code()
        } else {
            bench.newest_code()
        };
        assert!(signed_in(
            bench.reply(&next, json!({ format!("{leads_to}_CODE"): code }))
        ));
    }
}

#[test]
fn a_factor_that_was_not_offered_cannot_be_chosen() {
    let bench = Bench::with_factors("OPTIONAL");
    bench.user_with("ada", &[Sms, Authenticator], None);
    let challenge = bench.sign_in("ada", PASSWORD).unwrap();
    assert!(bench.reply(&challenge, json!({ "ANSWER": "EMAIL_OTP" })).is_err());
}

#[test]
fn a_new_password_comes_before_the_second_factor() {
    let bench = Bench::with_factors("ON");
    bench.invited_user("eve");
    let challenge = bench.sign_in("eve", PASSWORD).unwrap();
    assert_eq!(challenge["ChallengeName"], "NEW_PASSWORD_REQUIRED");
    let next = bench
        .reply(&challenge, json!({ "NEW_PASSWORD": "Chosen-Passw0rd" }))
        .unwrap();
    assert_eq!(next["ChallengeName"], "EMAIL_OTP");
    assert!(next["AuthenticationResult"].is_null());
    let code = bench.newest_code();
    assert!(signed_in(bench.reply(&next, json!({ "EMAIL_OTP_CODE": code }))));
}

#[test]
fn somebody_who_is_disabled_meanwhile_does_not_get_in() {
    let bench = bench_with_authenticator();
    let challenge = bench.sign_in("ada", PASSWORD).unwrap();
    bench.admin_on("AdminDisableUser", "ada", json!({})).unwrap();
    let code = bench.authenticator_code();
    assert_eq!(
        give(&bench, &challenge, &code),
        refused("NotAuthorizedException", "User is disabled.")
    );
}

#[test]
fn the_seeded_people_meet_what_their_stories_say() {
    for (name, expected) in [
        ("vera", "SOFTWARE_TOKEN_MFA"),
        ("wim", "SMS_MFA"),
        ("elin", "EMAIL_OTP"),
        ("ruth", "EMAIL_OTP"),
        ("bao", "SELECT_MFA_TYPE"),
        ("nina", "NEW_PASSWORD_REQUIRED"),
        ("maria", "tokens"),
    ] {
        let bench = Bench::seeded(&FABRIKAM);
        assert_eq!(asked(bench.sign_in(name, seeds::PASSWORD)), expected, "{name}");
    }
    let bench = Bench::seeded(&TAILSPIN);
    assert_eq!(asked(bench.sign_in("zoe", seeds::PASSWORD)), "MFA_SETUP");
}

/// The code was computed with Python's hmac module from the secret and the bench's time.
#[test]
fn the_seeded_secret_is_the_one_that_is_published() {
    let bench = Bench::seeded(&FABRIKAM);
    let challenge = bench.sign_in("vera", seeds::PASSWORD).unwrap();
    let code = bench
        .pools
        .authenticator_codes()
        .into_iter()
        .find(|code| code.username == "vera")
        .unwrap()
        .code;
    assert_eq!(code, "273983");
    assert!(signed_in(give(&bench, &challenge, &code)));
}
