//! The question of the self-check: harmless, sent once, and told apart as what it is.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "practised_pool/mod.rs"]
mod practised_pool;
mod scripted;
#[path = "sign_in/words.rs"]
mod words;

use aws_sdk_cognitoidentityprovider::types::ExplicitAuthFlowsType as Flow;
use cognito::reachability::{Known, ask};
use cognito::{Failure, FailureCode};
use practised_pool::Bench;
use scripted::{Answer, Script};
use serde_json::json;

async fn answer(script: &Script) -> Result<Known, FailureCode> {
    let client = script.user_client();
    ask(&client).await.map_err(|failure: Failure| failure.code)
}

#[tokio::test]
async fn a_pool_that_was_written_without_it_knows_its_clients_with_and_without_a_secret() {
    for flows in [&practised_pool::USUAL[..], &[Flow::AllowUserSrpAuth]] {
        let bench = Bench::allowing(flows).await;
        assert_eq!(ask(&bench.client()).await, Ok(Known::Yes));
    }
    let secret = Bench::new(|pool| pool, |client| client.generate_secret(true)).await;
    assert_eq!(ask(&secret.client()).await, Ok(Known::Yes));
    let mut gone = Bench::allowing(&practised_pool::USUAL).await;
    gone.client_id = "4p1c2e3x4a5m6p7l8e9c0l1i2n".to_owned();
    assert_eq!(ask(&gone.client()).await, Ok(Known::No));
}

#[tokio::test]
async fn it_names_nobody_and_carries_no_secret() {
    let script = Script::of([Answer::refusal("NotAuthorizedException", "Invalid Refresh Token")]);
    assert_eq!(answer(&script).await, Ok(Known::Yes));
    let [asked] = &script.asked()[..] else {
        panic!("one request");
    };
    assert_eq!(asked.operation, "InitiateAuth");
    assert!(!asked.signed);
    assert_eq!(
        asked.body,
        json!({
            "AuthFlow": "REFRESH_TOKEN_AUTH",
            "AuthParameters": { "REFRESH_TOKEN": "readmit-self-check" },
            "ClientId": scripted::CLIENT_ID,
        })
    );
}

#[tokio::test]
async fn every_answer_is_told_as_what_it_is_and_nothing_is_asked_twice() {
    let client =
        "Client 4p1c2e3x4a5m6p7l8e9c0l1i2n is configured with secret but SECRET_HASH was not received";
    for (said, expected) in [
        (Answer::refusal("NotAuthorizedException", client), Ok(Known::Yes)),
        (
            Answer::refusal(
                "InvalidParameterException",
                "REFRESH_TOKEN_AUTH flow not enabled for this client",
            ),
            Ok(Known::Yes),
        ),
        (
            Answer::refusal("ResourceNotFoundException", "User pool client x does not exist."),
            Ok(Known::No),
        ),
        (
            Answer::refusal("TooManyRequestsException", "Too many requests"),
            Err(FailureCode::Busy),
        ),
        (Answer::Html, Err(FailureCode::CaptivePortal)),
        (Answer::Broken, Err(FailureCode::AnswerLost)),
        (Answer::Json(503, "{}".to_owned()), Err(FailureCode::ServiceFault)),
    ] {
        let script = Script::of([said.clone()]);
        assert_eq!(answer(&script).await, expected, "{said:?}");
        assert_eq!(script.requests(), 1, "{said:?}");
    }
}
