//! Second factors at the practice pool: codes by text and email, of an authenticator, and the choice.

use aws_sdk_cognitoidentityprovider::types::UserPoolMfaType;
use cognito::FailureCode;
use cognito::sign_in::{Factor, Step};
use practice::Factor as Has;
use practice::seeds::{FABRIKAM, PASSWORD};

use super::super::practised_pool::Bench;
use super::super::words::{code, refusal};

/// Digits that `right` isn't.
fn other_than(right: &str) -> String {
    let number: u32 = right.parse().unwrap();
    let width = right.len();
    format!(
        "{:0width$}",
        (number + 1) % 10_u32.pow(u32::try_from(width).unwrap())
    )
}

/// A pool of `rule` with Ada, who has these factors.
async fn bench(rule: UserPoolMfaType, factors: &[Has]) -> Bench {
    let bench = Bench::with_factors(rule).await;
    bench.plant("ada", |ada| ada.factors = factors.to_vec());
    bench
}

#[tokio::test]
async fn a_code_by_text_or_email_may_be_wrong_three_times() {
    for (has, via, destination) in [
        (Has::Sms, Factor::Sms, "+*******9934"),
        (Has::Email, Factor::Email, "a***@e***"),
    ] {
        let bench = bench(UserPoolMfaType::Optional, &[has]).await;
        let (mut sign_in, first) = bench.begin("ada", PASSWORD).await.unwrap();
        let asked = Step::Code {
            via,
            destination: Some(destination.to_owned()),
        };
        assert_eq!(first.step, asked);
        assert_eq!((first.renewed, first.session_seconds), (false, Some(180)));
        let wrong = code(&other_than(&bench.sent_digits()));
        for _ in 0..3 {
            let refused = sign_in.answer_code(wrong.clone()).await;
            assert_eq!(refusal(refused), FailureCode::CodeWrong);
        }
        let last = sign_in.answer_code(bench.sent_code()).await.unwrap();
        assert_eq!((last.step, last.renewed), (Step::Done, false));
        assert_eq!(bench.codes_sent(), 1);
        bench.all_tokens_are_revoked(1).await;
    }
}

#[tokio::test]
async fn a_code_that_is_sent_again_takes_the_place_of_the_first() {
    let bench = bench(UserPoolMfaType::Optional, &[Has::Email]).await;
    let (mut sign_in, _) = bench.begin("ada", PASSWORD).await.unwrap();
    let before = bench.sent_digits();
    let again = sign_in.send_code_again().await.unwrap();
    assert!(matches!(
        again.step,
        Step::Code {
            via: Factor::Email,
            ..
        }
    ));
    assert!(!again.renewed, "the person asked for it");
    assert_eq!(bench.codes_sent(), 2);
    if before != bench.sent_digits() {
        let refused = sign_in.answer_code(code(&before)).await;
        assert_eq!(refusal(refused), FailureCode::CodeWrong);
    }
    let last = sign_in.answer_code(bench.sent_code()).await.unwrap();
    assert_eq!(last.step, Step::Done);
}

#[tokio::test]
async fn an_authenticator_may_be_mistyped_three_times() {
    let bench = bench(UserPoolMfaType::Optional, &[Has::Authenticator]).await;
    let (mut sign_in, first) = bench.begin("ada", PASSWORD).await.unwrap();
    let asked = Step::Code {
        via: Factor::Authenticator,
        destination: None,
    };
    assert_eq!(first.step, asked);
    let mut wrong = bench.shown_digits("ada");
    for _ in 0..3 {
        wrong = other_than(&wrong);
        let refused = sign_in.answer_code(code(&wrong)).await;
        assert_eq!(refusal(refused), FailureCode::CodeWrong);
    }
    let last = sign_in.answer_code(bench.shown_code("ada")).await.unwrap();
    assert_eq!(last.step, Step::Done);
    bench.all_tokens_are_revoked(1).await;
}

#[tokio::test]
async fn an_authenticators_code_works_once() {
    let bench = bench(UserPoolMfaType::Optional, &[Has::Authenticator]).await;
    let client = bench.client();
    let begin = || super::super::practised_pool::begin(&client, "ada", PASSWORD);
    let used = bench.shown_code("ada");
    let (mut sign_in, _) = begin().await.unwrap();
    sign_in.answer_code(used.clone()).await.unwrap();
    // The client that sent it knows that by itself.
    let (mut sign_in, _) = begin().await.unwrap();
    let before = bench.requests("RespondToAuthChallenge");
    let refused = sign_in.answer_code(used.clone()).await;
    assert_eq!(refusal(refused), FailureCode::AuthenticatorCodeUsed);
    assert_eq!(bench.requests("RespondToAuthChallenge"), before);
    // Any other hears it from the pool, and the session is still good.
    let (mut sign_in, _) = bench.begin("ada", PASSWORD).await.unwrap();
    let refused = sign_in.answer_code(used).await;
    assert_eq!(refusal(refused), FailureCode::AuthenticatorCodeUsed);
    bench.wait(30);
    let last = sign_in.answer_code(bench.shown_code("ada")).await.unwrap();
    assert_eq!((last.step, last.renewed), (Step::Done, false));
}

#[tokio::test]
async fn who_has_several_factors_chooses() {
    let every = [Has::Sms, Has::Email, Has::Authenticator];
    for rule in [UserPoolMfaType::Optional, UserPoolMfaType::On] {
        for chosen in [Factor::Sms, Factor::Email, Factor::Authenticator] {
            let bench = bench(rule.clone(), &every).await;
            let (mut sign_in, first) = bench.begin("ada", PASSWORD).await.unwrap();
            let Step::ChooseFactor { factors } = first.step else {
                panic!("{first:?}");
            };
            assert_eq!(factors.len(), 3);
            assert_eq!(bench.codes_sent(), 0, "before it is chosen, nothing is sent");
            let second = sign_in.choose_factor(chosen).await.unwrap();
            assert!(
                matches!(second.step, Step::Code { via, .. } if via == chosen),
                "{second:?}"
            );
            let (typed, sent) = match chosen {
                Factor::Authenticator => (bench.shown_code("ada"), 0),
                _ => (bench.sent_code(), 1),
            };
            assert_eq!(bench.codes_sent(), sent);
            let last = sign_in.answer_code(typed).await.unwrap();
            assert_eq!(last.step, Step::Done);
            bench.all_tokens_are_revoked(1).await;
        }
    }
}

#[tokio::test]
async fn a_factor_that_is_preferred_is_asked_for_at_once() {
    let bench = Bench::with_factors(UserPoolMfaType::Optional).await;
    bench.plant("ada", |ada| {
        ada.factors = vec![Has::Sms, Has::Authenticator];
        ada.preferred_factor = Some(Has::Authenticator);
    });
    let (_, first) = bench.begin("ada", PASSWORD).await.unwrap();
    assert!(matches!(
        first.step,
        Step::Code {
            via: Factor::Authenticator,
            ..
        }
    ));
    assert_eq!(bench.codes_sent(), 0);
}

/// The people that everybody practises on are there to show these steps.
#[tokio::test]
async fn the_seeded_people_meet_what_their_story_says() {
    for (name, expected) in [
        ("vera", Some(Factor::Authenticator)),
        ("wim", Some(Factor::Sms)),
        ("elin", Some(Factor::Email)),
        ("ruth", Some(Factor::Email)),
        ("bao", None),
    ] {
        let bench = Bench::seeded(&FABRIKAM);
        let (mut sign_in, first) = bench.begin(name, PASSWORD).await.unwrap();
        let via = match first.step {
            Step::Code { via, .. } => via,
            Step::ChooseFactor { factors } => {
                assert_eq!((expected, factors.len()), (None, 2));
                sign_in.choose_factor(factors[0]).await.unwrap();
                factors[0]
            }
            step => panic!("{step:?}"),
        };
        assert!(expected.is_none_or(|expected| expected == via), "{name}");
        let typed = match via {
            Factor::Authenticator => bench.shown_code(name),
            _ => bench.sent_code(),
        };
        assert_eq!(sign_in.answer_code(typed).await.unwrap().step, Step::Done);
        bench.all_tokens_are_revoked(1).await;
    }
}
