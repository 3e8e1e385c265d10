//! Setting up an authenticator while signing in at the practice pool.

use aws_sdk_cognitoidentityprovider::types::{SmsMfaConfigType, UserPoolMfaType};
use cognito::FailureCode;
use cognito::sign_in::{Factor, OwnApp, Step};
use practice::seeds::{PASSWORD, TAILSPIN};
use secrecy::ExposeSecret as _;

use super::super::practised_pool::Bench;
use super::super::words::{code, refusal};

/// A pool that wants a factor of Ada, who has none.
async fn bench() -> Bench {
    let bench = Bench::with_factors(UserPoolMfaType::On).await;
    plant_ada(&bench);
    bench
}

fn plant_ada(bench: &Bench) {
    bench.plant("ada", |ada| {
        ada.email = None;
        ada.phone_number = None;
    });
}

fn secret(step: &Step) -> &str {
    let Step::SetUpAuthenticator { secret } = step else {
        panic!("{step:?}");
    };
    secret.expose_secret()
}

fn is_base32(secret: &str) -> bool {
    secret.len() >= 16
        && secret
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || (b'2'..=b'7').contains(&byte))
}

#[tokio::test]
async fn an_authenticator_is_set_up_to_the_end_and_asked_for_from_then_on() {
    for (bench, name) in [(Bench::seeded(&TAILSPIN), "zoe"), (bench().await, "ada")] {
        let client = bench.client();
        let begin = || super::super::practised_pool::begin(&client, name, PASSWORD);
        let (mut sign_in, first) = begin().await.unwrap();
        assert!(is_base32(secret(&first.step)));
        let shown = bench.shown_code(name);
        let last = sign_in.confirm_authenticator(shown.clone()).await.unwrap();
        assert_eq!((last.step, last.renewed), (Step::Done, false));
        bench.all_tokens_are_revoked(1).await;

        let (mut sign_in, first) = begin().await.unwrap();
        let asked = Step::Code {
            via: Factor::Authenticator,
            destination: None,
        };
        assert_eq!(first.step, asked);
        // The code that set it up signs nobody in.
        assert_eq!(
            refusal(sign_in.answer_code(shown.clone()).await),
            FailureCode::AuthenticatorCodeUsed
        );
        let (mut elsewhere, _) = bench.begin(name, PASSWORD).await.unwrap();
        assert_eq!(
            refusal(elsewhere.answer_code(shown).await),
            FailureCode::AuthenticatorCodeUsed
        );
        bench.wait(30);
        let last = sign_in.answer_code(bench.shown_code(name)).await.unwrap();
        assert_eq!(last.step, Step::Done);
        bench.all_tokens_are_revoked(2).await;
    }
}

/// A wrong code costs neither the session nor the secret that the app already has; nor does that of
/// an app whose clock is wrong, which the service answers without an error.
#[tokio::test]
async fn a_wrong_code_keeps_the_secret() {
    let bench = bench().await;
    let (mut sign_in, _) = bench.begin("ada", PASSWORD).await.unwrap();
    let old = bench.shown_code("ada");
    bench.wait(90);
    let other = bench.shown_digits("ada").parse::<u32>().unwrap() + 1;
    let wrong = code(&format!("{:06}", other % 1_000_000));
    for typed in [&wrong, &old] {
        let refused = sign_in.confirm_authenticator(typed.clone()).await;
        assert_eq!(refusal(refused), FailureCode::CodeWrong);
    }
    let last = sign_in
        .confirm_authenticator(bench.shown_code("ada"))
        .await
        .unwrap();
    assert_eq!((last.step, last.renewed), (Step::Done, false));
    assert_eq!(bench.requests("AssociateSoftwareToken"), 1);
    bench.all_tokens_are_revoked(1).await;
}

#[tokio::test]
async fn a_session_that_ends_meanwhile_gives_a_new_secret() {
    let bench = bench().await;
    let (mut sign_in, first) = bench.begin("ada", PASSWORD).await.unwrap();
    bench.wait(180);
    let again = sign_in
        .confirm_authenticator(bench.shown_code("ada"))
        .await
        .unwrap();
    assert!(again.renewed);
    assert_ne!(secret(&again.step), secret(&first.step));
    let last = sign_in
        .confirm_authenticator(bench.shown_code("ada"))
        .await
        .unwrap();
    assert_eq!((last.step, last.renewed), (Step::Done, false));
    bench.all_tokens_are_revoked(1).await;
}

#[tokio::test]
async fn a_pool_that_wants_only_text_messages_is_for_its_own_app() {
    let bench = Bench::allowing(&super::super::practised_pool::USUAL).await;
    bench
        .sdk()
        .set_user_pool_mfa_config()
        .user_pool_id(&bench.pool_id)
        .mfa_configuration(UserPoolMfaType::On)
        .sms_mfa_configuration(SmsMfaConfigType::builder().build())
        .send()
        .await
        .unwrap();
    plant_ada(&bench);
    let (_, first) = bench.begin("ada", PASSWORD).await.unwrap();
    let expected = Step::OwnApp {
        why: OwnApp::FactorSetUpElsewhere,
    };
    assert_eq!((first.step, first.session_seconds), (expected, None));
    assert_eq!(bench.requests("AssociateSoftwareToken"), 0);
}
