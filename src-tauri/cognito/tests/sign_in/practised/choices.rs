//! Pools that leave it to the person how to begin, and pools with a question of their own.

use aws_sdk_cognitoidentityprovider::types::{
    AuthFactorType, ExplicitAuthFlowsType as Flow, PreventUserExistenceErrorTypes, SignInPolicyType,
    UserPoolPolicyType, UserPoolTierType,
};
use cognito::FailureCode;
use cognito::sign_in::{Factor, FirstFactor, OwnApp, Step};
use practice::seeds::PASSWORD;
use practice::{Planted, UserStatus};
use serde_json::json;

use super::super::practised_pool::Bench;
use super::super::words::{code, refusal};

const EVERY: [AuthFactorType; 4] = [
    AuthFactorType::Password,
    AuthFactorType::EmailOtp,
    AuthFactorType::SmsOtp,
    AuthFactorType::WebAuthn,
];

/// A pool that lets its people begin so.
async fn bench(first: &[AuthFactorType]) -> Bench {
    Bench::new(
        |pool| {
            let policy = SignInPolicyType::builder()
                .set_allowed_first_auth_factors(Some(first.to_vec()))
                .build();
            pool.policies(UserPoolPolicyType::builder().sign_in_policy(policy).build())
        },
        |client| {
            client
                .explicit_auth_flows(Flow::AllowUserAuth)
                .explicit_auth_flows(Flow::AllowCustomAuth)
        },
    )
    .await
}

fn without_password(planted: &mut Planted) {
    planted.password = None;
}

#[tokio::test]
async fn whoever_has_a_password_proves_it_whatever_else_there_is() {
    let bench = bench(&EVERY).await;
    bench.plant("ada", |ada| ada.passkey = true);
    let (_, progress) = bench.begin("ada", PASSWORD).await.unwrap();
    assert_eq!(progress.step, Step::Done);
    assert_eq!(bench.codes_sent(), 0);
    bench.all_tokens_are_revoked(1).await;
}

/// A pool need not heed what is preferred: it asks which, or asks for the password without having
/// looked at what came along.
#[tokio::test]
async fn a_pool_that_asks_first_gets_the_same_proof() {
    for (preferred, asked) in [
        (None, "SELECT_CHALLENGE"),
        (Some("PASSWORD_SRP"), "PASSWORD_SRP"),
        (Some("PASSWORD"), "PASSWORD"),
    ] {
        let bench = bench(&EVERY).await;
        bench.plant("ada", |_| {});
        bench.overlook(move |operation, body| {
            if operation == "InitiateAuth" {
                let parameters = &mut body["AuthParameters"];
                parameters["PREFERRED_CHALLENGE"] = json!(preferred.unwrap_or_default());
                parameters["SRP_A"] = json!("");
            }
        });
        let (_, progress) = bench.begin("ada", PASSWORD).await.unwrap();
        assert_eq!(progress.step, Step::Done);
        let said = bench.said();
        let challenges: Vec<&str> = said
            .iter()
            .filter_map(|said| said.answered["ChallengeName"].as_str())
            .collect();
        assert_eq!(challenges[0], asked);
        assert_eq!(challenges.contains(&"PASSWORD_VERIFIER"), asked != "PASSWORD");
        let wrong = bench.begin("ada", "Wrong-Passw0rd").await;
        assert_eq!(refusal(wrong), FailureCode::WrongPassword);
        bench.all_tokens_are_revoked(1).await;
    }
}

#[tokio::test]
async fn a_code_is_chosen_by_whoever_has_no_password() {
    for (choice, via) in [
        (FirstFactor::EmailCode, Factor::Email),
        (FirstFactor::SmsCode, Factor::Sms),
    ] {
        let bench = bench(&EVERY).await;
        bench.plant("ada", without_password);
        let (mut sign_in, first) = bench.begin("ada", PASSWORD).await.unwrap();
        let choices = vec![FirstFactor::EmailCode, FirstFactor::SmsCode];
        assert_eq!(first.step, Step::ChooseFirstFactor { choices });
        let passkey = sign_in.choose_first_factor(FirstFactor::Passkey).await;
        assert_eq!(refusal(passkey), FailureCode::NotSupported);
        let second = sign_in.choose_first_factor(choice).await.unwrap();
        assert!(matches!(second.step, Step::Code { via: asked, .. } if asked == via));
        let sent = bench.sent_digits();
        assert_eq!(sent.len(), 8);
        let wrong = code(if sent == "12345678" {
            "87654321"
        } else {
            "12345678"
        });
        for _ in 0..3 {
            assert_eq!(
                refusal(sign_in.answer_code(wrong.clone()).await),
                FailureCode::CodeWrong
            );
        }
        let last = sign_in.answer_code(code(&sent)).await.unwrap();
        assert_eq!((last.step, last.renewed), (Step::Done, false));
        bench.all_tokens_are_revoked(1).await;
    }
}

#[tokio::test]
async fn a_choice_outlives_its_session() {
    let bench = bench(&EVERY).await;
    bench.plant("ada", without_password);
    let (mut sign_in, _) = bench.begin("ada", PASSWORD).await.unwrap();
    bench.wait(180);
    let code = sign_in.choose_first_factor(FirstFactor::EmailCode).await.unwrap();
    assert!(code.renewed);
    bench.wait(180);
    let again = sign_in.answer_code(bench.sent_code()).await.unwrap();
    assert!(again.renewed);
    assert!(matches!(
        again.step,
        Step::Code {
            via: Factor::Email,
            ..
        }
    ));
    assert_eq!(bench.codes_sent(), 2);
    let last = sign_in.answer_code(bench.sent_code()).await.unwrap();
    assert_eq!((last.step, last.renewed), (Step::Done, false));
    bench.all_tokens_are_revoked(1).await;
}

#[tokio::test]
async fn a_passkey_is_for_the_pools_own_app() {
    let alone = bench(&EVERY).await;
    alone.plant("ada", |ada| {
        without_password(ada);
        (ada.email, ada.phone_number, ada.passkey) = (None, None, true);
    });
    let passkey = Step::OwnApp { why: OwnApp::Passkey };
    assert_eq!(alone.begin("ada", PASSWORD).await.unwrap().1.step, passkey);

    let beside = bench(&EVERY).await;
    beside.plant("ada", |ada| {
        without_password(ada);
        (ada.phone_number, ada.passkey) = (None, true);
    });
    let (mut sign_in, first) = beside.begin("ada", PASSWORD).await.unwrap();
    let choices = vec![FirstFactor::EmailCode, FirstFactor::Passkey];
    assert_eq!(first.step, Step::ChooseFirstFactor { choices });
    // The answer carries a credential, which only a browser at the app's address makes.
    let chosen = sign_in.choose_first_factor(FirstFactor::Passkey).await.unwrap();
    assert_eq!(chosen.step, passkey);
}

#[tokio::test]
async fn whoever_has_nothing_to_begin_with_is_sent_to_the_app() {
    let bench = bench(&[AuthFactorType::Password]).await;
    bench.plant("ada", without_password);
    let unknown = Step::OwnApp { why: OwnApp::Unknown };
    assert_eq!(bench.begin("ada", PASSWORD).await.unwrap().1.step, unknown);
}

/// Whoever has a temporary password is offered nothing but passwords.
#[tokio::test]
async fn an_invitation_begins_with_its_password() {
    let bench = bench(&EVERY).await;
    bench.plant("ada", |ada| ada.status = UserStatus::ForceChangePassword);
    let (_, first) = bench.begin("ada", PASSWORD).await.unwrap();
    assert!(matches!(first.step, Step::NewPassword { .. }));
}

#[tokio::test]
async fn a_plan_without_choices_is_gone_round() {
    let bench = Bench::new(
        |pool| pool.user_pool_tier(UserPoolTierType::Lite),
        |client| {
            client
                .explicit_auth_flows(Flow::AllowUserAuth)
                .explicit_auth_flows(Flow::AllowUserPasswordAuth)
        },
    )
    .await;
    bench.plant("ada", |_| {});
    let (_, progress) = bench.begin("ada", PASSWORD).await.unwrap();
    assert_eq!(progress.step, Step::Done);
}

/// Nobody can tell from the steps whether there is an account: a pool that hides it invents them.
#[tokio::test]
async fn nobody_is_asked_what_somebody_is_asked() {
    let bench = Bench::new(
        |pool| pool,
        |client| {
            client
                .explicit_auth_flows(Flow::AllowUserAuth)
                .prevent_user_existence_errors(PreventUserExistenceErrorTypes::Enabled)
        },
    )
    .await;
    for name in ["nobody", "nobody-else"] {
        assert_eq!(
            refusal(bench.begin(name, PASSWORD).await),
            FailureCode::WrongPassword
        );
    }
}

/// This program begins no custom sign-in; a pool may still ask its own question after the password.
#[tokio::test]
async fn a_question_of_the_pools_own_is_for_its_app() {
    let bench = bench(&EVERY).await;
    bench.plant("ada", |_| {});
    bench.overlook(|operation, body| {
        if operation == "InitiateAuth" {
            body["AuthFlow"] = json!("CUSTOM_AUTH");
            body["AuthParameters"]["CHALLENGE_NAME"] = json!("SRP_A");
        }
    });
    let (_, progress) = bench.begin("ada", PASSWORD).await.unwrap();
    let expected = Step::OwnApp {
        why: OwnApp::CustomChallenge,
    };
    assert_eq!((progress.step, progress.session_seconds), (expected, None));
    bench.all_tokens_are_revoked(0).await;
}
