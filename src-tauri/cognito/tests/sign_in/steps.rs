//! Each challenge's step, and how each is answered.

use std::collections::BTreeMap;

use cognito::FailureCode;
use cognito::sign_in::{AskedAttribute, AttributeKind, Factor, OwnApp, Step};
use secrecy::ExposeSecret;
use serde_json::{Value, json};

use super::scripted::{Answer, Script};
use super::words::{
    OWN, TEMPORARY, USER_ID, begin, challenge, code, new_password_wanted, not_authorized, operations,
    password, proof_wanted, refusal, revoked, tokens,
};

async fn step_of(name: &str, parameters: Value) -> Step {
    let script = Script::of([proof_wanted(), challenge(name, "s1", parameters)]);
    let (_, progress) = begin(&script).await.unwrap();
    assert_eq!(
        progress.session_seconds,
        (!matches!(progress.step, Step::OwnApp { .. })).then_some(180)
    );
    progress.step
}

#[tokio::test]
async fn every_challenge_has_a_step_or_an_honest_end() {
    let to = json!({ "CODE_DELIVERY_DELIVERY_MEDIUM": "SMS", "CODE_DELIVERY_DESTINATION": "+*******9934" });
    let sent = |via, destination: Option<&str>| Step::Code {
        via,
        destination: destination.map(str::to_owned),
    };
    let own_app = |why| Step::OwnApp { why };
    let named = json!({ "FRIENDLY_DEVICE_NAME": "Phone" });
    let select =
        json!({ "MFAS_CAN_CHOOSE": "[\"SMS_MFA\",\"SOFTWARE_TOKEN_MFA\",\"EMAIL_OTP\",\"NEW_ONE\"]" });
    let factors = vec![Factor::Sms, Factor::Authenticator, Factor::Email];
    let set_up = json!({ "MFAS_CAN_SETUP": "[\"SMS_MFA\",\"EMAIL_OTP\"]" });
    for (name, parameters, expected) in [
        ("SMS_MFA", to.clone(), sent(Factor::Sms, Some("+*******9934"))),
        ("SMS_OTP", to.clone(), sent(Factor::Sms, Some("+*******9934"))),
        ("EMAIL_OTP", to, sent(Factor::Email, Some("+*******9934"))),
        ("SOFTWARE_TOKEN_MFA", named, sent(Factor::Authenticator, None)),
        ("SELECT_MFA_TYPE", select, Step::ChooseFactor { factors }),
        ("MFA_SETUP", set_up, own_app(OwnApp::FactorSetUpElsewhere)),
        ("WEB_AUTHN", json!({}), own_app(OwnApp::Passkey)),
        ("CUSTOM_CHALLENGE", json!({}), own_app(OwnApp::CustomChallenge)),
        ("DEVICE_SRP_AUTH", json!({}), own_app(OwnApp::Device)),
        ("DEVICE_PASSWORD_VERIFIER", json!({}), own_app(OwnApp::Device)),
        ("ADMIN_NO_SRP_AUTH", json!({}), own_app(OwnApp::Unknown)),
        ("SELECT_MFA_TYPE", json!({}), own_app(OwnApp::Unknown)),
        ("INVENTED_TOMORROW", json!({}), own_app(OwnApp::Unknown)),
    ] {
        assert_eq!(step_of(name, parameters).await, expected, "{name}");
    }
}

#[tokio::test]
async fn a_temporary_password_makes_way_for_ones_own() {
    let required = r#"["userAttributes.given_name","userAttributes.email"]"#;
    let script = Script::of([
        proof_wanted(),
        new_password_wanted("s1", required),
        tokens(),
        revoked(),
    ]);
    let (mut sign_in, progress) = begin(&script).await.unwrap();
    let given_name = AskedAttribute {
        name: "given_name".into(),
        kind: AttributeKind::Text,
    };
    assert_eq!(
        progress.step,
        Step::NewPassword {
            attributes: vec![given_name]
        }
    );
    let typed = |value: &str| BTreeMap::from([("given_name".to_owned(), value.to_owned())]);
    let same = sign_in
        .choose_own_password(password(TEMPORARY), typed("Jane"))
        .await;
    assert_eq!(refusal(same), FailureCode::PasswordNotNew);
    let missing = sign_in.choose_own_password(password(OWN), typed(" ")).await;
    assert_eq!(missing.unwrap_err().detail.as_deref(), Some("given_name"));
    assert_eq!(script.requests(), 2, "refused here");
    let done = sign_in
        .choose_own_password(password(OWN), typed("Jane"))
        .await
        .unwrap();
    assert_eq!(done.step, Step::Done);
    let answer = &script.asked()[2].body;
    assert_eq!(answer["Session"], "s1");
    let mut members = answer["ChallengeResponses"].clone();
    members.as_object_mut().unwrap().remove("SECRET_HASH").unwrap();
    assert_eq!(
        members,
        json!({ "USERNAME": USER_ID, "NEW_PASSWORD": OWN, "userAttributes.given_name": "Jane" })
    );
}

#[tokio::test]
async fn a_refused_password_can_be_followed_by_another() {
    for (answer, expected) in [
        (
            Answer::refusal(
                "InvalidPasswordException",
                "Password does not conform to policy: Password must have symbol characters",
            ),
            FailureCode::PasswordNeedsSymbol,
        ),
        (
            Answer::refusal("PasswordHistoryPolicyViolationException", ""),
            FailureCode::PasswordReused,
        ),
        (
            Answer::refusal(
                "InvalidParameterException",
                "Invalid attributes given, name is missing",
            ),
            FailureCode::AttributeMissing,
        ),
        (
            not_authorized("Cannot modify an already provided email"),
            FailureCode::AttributeFixed,
        ),
    ] {
        let script = Script::of([
            proof_wanted(),
            new_password_wanted("s1", "[]"),
            answer,
            tokens(),
            revoked(),
        ]);
        let (mut sign_in, _) = begin(&script).await.unwrap();
        let refused = sign_in
            .choose_own_password(password("Weak1234"), BTreeMap::new())
            .await;
        assert_eq!(refusal(refused), expected);
        let done = sign_in
            .choose_own_password(password(OWN), BTreeMap::new())
            .await
            .unwrap();
        assert_eq!((done.step, done.renewed), (Step::Done, false));
        assert_eq!(script.asked()[3].body["Session"], "s1");
    }
}

#[tokio::test]
async fn codes_go_out_under_their_own_names_with_the_newest_session() {
    for (name, member) in [
        ("SMS_MFA", "SMS_MFA_CODE"),
        ("SMS_OTP", "SMS_OTP_CODE"),
        ("EMAIL_OTP", "EMAIL_OTP_CODE"),
        ("SOFTWARE_TOKEN_MFA", "SOFTWARE_TOKEN_MFA_CODE"),
    ] {
        let wrong = Answer::refusal(
            "CodeMismatchException",
            "Invalid code or auth state for the user.",
        );
        let script = Script::of([
            proof_wanted(),
            new_password_wanted("s1", "[]"),
            challenge(name, "s2", json!({})),
            wrong,
            tokens(),
            revoked(),
        ]);
        let (mut sign_in, _) = begin(&script).await.unwrap();
        sign_in
            .choose_own_password(password(OWN), BTreeMap::new())
            .await
            .unwrap();
        let refused = sign_in.answer_code(code("000000")).await;
        assert_eq!(refusal(refused), FailureCode::CodeWrong);
        assert_eq!(
            sign_in.answer_code(code("123456")).await.unwrap().step,
            Step::Done
        );
        let asked = script.asked();
        assert_eq!(asked[4].body["Session"], "s2", "a wrong code leaves the session");
        assert_eq!(asked[4].body["ChallengeResponses"][member], "123456");
        assert_eq!(asked[4].body["ChallengeName"], name);
    }
}

#[tokio::test]
async fn an_authenticator_code_is_sent_once() {
    let used = Answer::refusal(
        "ExpiredCodeException",
        "Your software token has already been used once.",
    );
    let script = Script::of([
        proof_wanted(),
        challenge("SOFTWARE_TOKEN_MFA", "s1", json!({})),
        used,
    ]);
    let (mut sign_in, _) = begin(&script).await.unwrap();
    for expected_requests in [3, 3] {
        let refused = sign_in.answer_code(code("123456")).await;
        assert_eq!(refusal(refused), FailureCode::AuthenticatorCodeUsed);
        assert_eq!(script.requests(), expected_requests);
    }
}

#[tokio::test]
async fn the_second_factor_is_chosen_by_the_services_names() {
    for (factor, name) in [
        (Factor::Email, "EMAIL_MFA"),
        (Factor::Sms, "SMS_MFA"),
        (Factor::Authenticator, "SOFTWARE_TOKEN_MFA"),
    ] {
        let can = json!({ "MFAS_CAN_CHOOSE": "[\"SMS_MFA\",\"SOFTWARE_TOKEN_MFA\",\"EMAIL_MFA\"]" });
        let script = Script::of([
            proof_wanted(),
            challenge("SELECT_MFA_TYPE", "s1", can),
            challenge("SMS_MFA", "s2", json!({})),
        ]);
        let (mut sign_in, _) = begin(&script).await.unwrap();
        sign_in.choose_factor(factor).await.unwrap();
        assert_eq!(script.asked()[2].body["ChallengeResponses"]["ANSWER"], name);
    }
}

#[tokio::test]
async fn an_authenticator_is_set_up_in_three_calls() {
    let can = json!({ "MFAS_CAN_SETUP": "[\"SMS_MFA\",\"SOFTWARE_TOKEN_MFA\"]" });
    let ok = |body: Value| Answer::ok(&body.to_string());
    let script = Script::of([
        proof_wanted(),
        challenge("MFA_SETUP", "s1", can),
        ok(json!({ "SecretCode": "JBSWY3DPEHPK3PXP", "Session": "s2" })),
        ok(json!({ "Status": "ERROR", "Session": "s2" })),
        Answer::refusal("EnableSoftwareTokenMFAException", "Code mismatch"),
        ok(json!({ "Status": "SUCCESS", "Session": "s3" })),
        tokens(),
        revoked(),
    ]);
    let (mut sign_in, progress) = begin(&script).await.unwrap();
    let Step::SetUpAuthenticator { secret } = progress.step else {
        panic!("{progress:?}");
    };
    assert_eq!(secret.expose_secret(), "JBSWY3DPEHPK3PXP");
    for wrong in ["000000", "111111"] {
        let refused = sign_in.confirm_authenticator(code(wrong)).await;
        assert_eq!(refusal(refused), FailureCode::CodeWrong);
    }
    let done = sign_in.confirm_authenticator(code("123456")).await.unwrap();
    assert_eq!(done.step, Step::Done);
    assert_eq!(
        operations(&script)[2..],
        [
            "AssociateSoftwareToken",
            "VerifySoftwareToken",
            "VerifySoftwareToken",
            "VerifySoftwareToken",
            "RespondToAuthChallenge MFA_SETUP",
            "RevokeToken",
        ]
    );
    let asked = script.asked();
    assert_eq!(
        (&asked[2].body["Session"], &asked[5].body["Session"]),
        (&json!("s1"), &json!("s2"))
    );
    assert_eq!(asked[6].body["Session"], "s3");
}

#[tokio::test]
async fn an_answer_to_another_step_is_not_sent() {
    let script = Script::of([proof_wanted(), new_password_wanted("s1", "[]")]);
    let (mut sign_in, _) = begin(&script).await.unwrap();
    assert_eq!(
        refusal(sign_in.answer_code(code("123456")).await),
        FailureCode::NotSupported
    );
    assert_eq!(
        refusal(sign_in.confirm_authenticator(code("1")).await),
        FailureCode::NotSupported
    );
    assert_eq!(
        refusal(sign_in.choose_factor(Factor::Sms).await),
        FailureCode::NotSupported
    );
    assert_eq!(
        refusal(sign_in.send_code_again().await),
        FailureCode::NotSupported
    );
    assert_eq!(script.requests(), 2);
}
