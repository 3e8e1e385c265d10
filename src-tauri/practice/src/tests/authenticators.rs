//! Setting up an authenticator app, in a sign-in and when signed in (AWS API reference,
//! AssociateSoftwareToken and VerifySoftwareToken).

use serde_json::{Value, json};

use super::bench::{Answer, Bench, PASSWORD, refused};
use crate::seeds::{self, TAILSPIN};

fn associate(bench: &Bench, pass: Value) -> Answer {
    bench.public_bare("AssociateSoftwareToken", &pass)
}

fn verify(bench: &Bench, mut pass: Value, code: &str) -> Answer {
    pass["UserCode"] = json!(code);
    bench.public_bare("VerifySoftwareToken", &pass)
}

/// What the app shows whose secret has not been confirmed.
fn new_code(bench: &Bench) -> String {
    let codes = bench.pools.authenticator_codes();
    codes.into_iter().find(|code| !code.registered).unwrap().code
}

fn access_token(bench: &Bench) -> Value {
    bench.sign_in("ada", PASSWORD).unwrap()["AuthenticationResult"]["AccessToken"].clone()
}

fn factors(bench: &Bench, username: &str) -> (Value, Value) {
    let user = bench.admin_on("AdminGetUser", username, json!({})).unwrap();
    (
        user["UserMFASettingList"].clone(),
        user["PreferredMfaSetting"].clone(),
    )
}

fn invalid_session() -> Answer {
    refused("NotAuthorizedException", "Invalid session for the user.")
}

fn used_session() -> Answer {
    refused(
        "NotAuthorizedException",
        "Invalid session for the user, session can only be used once.",
    )
}

#[test]
fn zoe_sets_one_up_as_she_signs_in() {
    let bench = Bench::seeded(&TAILSPIN);
    let challenge = bench.prove("zoe", seeds::PASSWORD).unwrap();
    assert_eq!(challenge["ChallengeName"], "MFA_SETUP");
    assert_eq!(
        bench.reply(&challenge, json!({})),
        invalid_session(),
        "nothing was set up"
    );
    let session = |answer: &Value| json!({ "Session": answer["Session"] });
    let associated = associate(&bench, session(&challenge)).unwrap();
    let secret = associated["SecretCode"].as_str().unwrap();
    assert!(secret.len() >= 16 && secret.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    assert_ne!(associated["Session"], challenge["Session"]);
    assert_eq!(associate(&bench, session(&challenge)), used_session());
    let code = new_code(&bench);
    let wrong = if code == "000000" { "000001" } else { "000000" };
    assert_eq!(
        verify(&bench, session(&associated), wrong),
        refused("EnableSoftwareTokenMFAException", "Code mismatch")
    );
    let named = json!({ "Session": associated["Session"], "FriendlyDeviceName": "Zoe's phone" });
    let verified = verify(&bench, named, &code).unwrap();
    assert_eq!(verified["Status"], "SUCCESS");
    assert_eq!(verify(&bench, session(&associated), &code), used_session());
    let finish = json!({
        "ChallengeName": "MFA_SETUP",
        "Session": verified["Session"],
        "ChallengeParameters": challenge["ChallengeParameters"],
    });
    let answer = bench.reply(&finish, json!({})).unwrap();
    assert!(answer["AuthenticationResult"]["AccessToken"].is_string());
    assert_eq!(bench.reply(&finish, json!({})), used_session());
    assert_eq!(
        factors(&bench, "zoe"),
        (json!(["SOFTWARE_TOKEN_MFA"]), json!("SOFTWARE_TOKEN_MFA"))
    );
    let challenge = bench.prove("zoe", seeds::PASSWORD).unwrap();
    assert_eq!(challenge["ChallengeName"], "SOFTWARE_TOKEN_MFA");
    assert_eq!(
        challenge["ChallengeParameters"]["FRIENDLY_DEVICE_NAME"],
        "Zoe's phone"
    );
    let give = |code: &str| bench.reply(&challenge, json!({ "SOFTWARE_TOKEN_MFA_CODE": code }));
    assert_eq!(
        give(&code),
        refused(
            "ExpiredCodeException",
            "Your software token has already been used once."
        ),
        "the code that set it up does not sign in"
    );
    bench.wait(30);
    let codes = bench.pools.authenticator_codes();
    let next = codes.iter().find(|code| code.username == "zoe").unwrap();
    assert!(next.registered);
    assert!(give(&next.code).is_ok());
}

#[test]
fn an_authenticator_whose_clock_is_wrong_is_told_so() {
    let bench = Bench::with_factors("OPTIONAL");
    bench.confirmed_user("ada");
    let token = json!({ "AccessToken": access_token(&bench) });
    associate(&bench, token.clone()).unwrap();
    let code = new_code(&bench);
    bench.wait(120);
    assert_eq!(
        verify(&bench, token.clone(), &code),
        Ok(json!({ "Status": "ERROR" }))
    );
    bench.wait(600);
    assert_eq!(
        verify(&bench, token.clone(), &code).unwrap_err().0,
        "EnableSoftwareTokenMFAException"
    );
    assert_eq!(
        verify(&bench, token, &new_code(&bench)),
        Ok(json!({ "Status": "SUCCESS" }))
    );
}

#[test]
fn somebody_signed_in_sets_one_up_and_then_switches_it_on() {
    let bench = Bench::with_factors("OPTIONAL");
    bench.confirmed_user("ada");
    let token = json!({ "AccessToken": access_token(&bench) });
    let prefer = |settings: Value| {
        let mut input = settings;
        input["AccessToken"] = token["AccessToken"].clone();
        bench.public_bare("SetUserMFAPreference", &input)
    };
    let on = json!({ "SoftwareTokenMfaSettings": { "Enabled": true, "PreferredMfa": true } });
    assert_eq!(
        prefer(on.clone()),
        refused(
            "InvalidParameterException",
            "User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA"
        )
    );
    assert_eq!(
        verify(&bench, token.clone(), "123456").unwrap_err().0,
        "SoftwareTokenMFANotFoundException",
        "before there is a secret"
    );
    let associated = associate(&bench, token.clone()).unwrap();
    assert!(associated["Session"].is_null());
    assert_eq!(
        verify(&bench, token.clone(), &new_code(&bench)),
        Ok(json!({ "Status": "SUCCESS" }))
    );
    assert_eq!(factors(&bench, "ada"), (Value::Null, Value::Null));
    assert!(bench.sign_in("ada", PASSWORD).unwrap()["AuthenticationResult"].is_object());
    assert_eq!(prefer(on), Ok(json!({})));
    assert_eq!(
        factors(&bench, "ada"),
        (json!(["SOFTWARE_TOKEN_MFA"]), json!("SOFTWARE_TOKEN_MFA"))
    );
    assert_eq!(
        bench.sign_in("ada", PASSWORD).unwrap()["ChallengeName"],
        "SOFTWARE_TOKEN_MFA"
    );
    let off = json!({ "SoftwareTokenMfaSettings": { "Enabled": false, "PreferredMfa": false } });
    assert_eq!(prefer(off), Ok(json!({})));
    assert!(bench.sign_in("ada", PASSWORD).unwrap()["AuthenticationResult"].is_object());
}

#[test]
fn the_old_one_is_good_until_the_new_one_is_verified() {
    let bench = Bench::with_factors("OPTIONAL");
    bench.confirmed_user("ada");
    let token = json!({ "AccessToken": access_token(&bench) });
    let secret = |_: &str| associate(&bench, token.clone()).unwrap()["SecretCode"].clone();
    let first = secret("first");
    verify(&bench, token.clone(), &new_code(&bench)).unwrap();
    assert_ne!(secret("second"), first);
    let codes = bench.pools.authenticator_codes();
    assert_eq!(codes.len(), 2, "both can be shown");
    assert_eq!(codes.iter().filter(|code| code.registered).count(), 1);
    verify(&bench, token, &new_code(&bench)).unwrap();
    assert_eq!(bench.pools.authenticator_codes().len(), 1);
}

#[test]
fn a_token_or_a_session_and_never_both() {
    let bench = Bench::with_factors("ON");
    bench.confirmed_user("ada");
    let session = bench.sign_in("ada", PASSWORD).unwrap()["Session"].clone();
    let both = json!({ "AccessToken": "a.b.c", "Session": session });
    for pass in [json!({}), both] {
        assert_eq!(
            associate(&bench, pass.clone()).unwrap_err().0,
            "InvalidParameterException"
        );
        assert_eq!(
            verify(&bench, pass, "123456").unwrap_err().0,
            "InvalidParameterException"
        );
    }
    let of_another_challenge = json!({ "Session": session });
    assert_eq!(associate(&bench, of_another_challenge), invalid_session());
    let junk = json!({ "Session": "a junk session that is long enough" });
    assert_eq!(associate(&bench, junk), invalid_session());
    assert_eq!(
        associate(&bench, json!({ "AccessToken": "a.b.c" })),
        refused("NotAuthorizedException", "Invalid Access Token")
    );
}

#[test]
fn a_pool_without_authenticators_sets_none_up() {
    let bench = Bench::lenient();
    bench.confirmed_user("ada");
    let token = json!({ "AccessToken": access_token(&bench) });
    let none = refused(
        "SoftwareTokenMFANotFoundException",
        "Software Token MFA has not been enabled by the userpool.",
    );
    assert_eq!(associate(&bench, token.clone()), none);
    assert_eq!(verify(&bench, token, "123456"), none);
}

#[test]
fn a_session_of_setting_up_expires_and_each_new_one_begins_again() {
    let bench = Bench::seeded(&TAILSPIN);
    let session = |answer: &Value| json!({ "Session": answer["Session"] });
    let challenge = bench.prove("zoe", seeds::PASSWORD).unwrap();
    bench.wait(170);
    let associated = associate(&bench, session(&challenge)).unwrap();
    bench.wait(170);
    let verified = verify(&bench, session(&associated), &new_code(&bench)).unwrap();
    bench.wait(180);
    let finish = json!({
        "ChallengeName": "MFA_SETUP",
        "Session": verified["Session"],
        "ChallengeParameters": challenge["ChallengeParameters"],
    });
    let expired = refused(
        "NotAuthorizedException",
        "Invalid session for the user, session is expired.",
    );
    assert_eq!(bench.reply(&finish, json!({})), expired);
    let challenge = bench.prove("zoe", seeds::PASSWORD).unwrap();
    assert_eq!(
        challenge["ChallengeName"], "MFA_SETUP",
        "it is not switched on before the sign-in is finished"
    );
    bench.wait(180);
    assert_eq!(associate(&bench, session(&challenge)), expired);
}
