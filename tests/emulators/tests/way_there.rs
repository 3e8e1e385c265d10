//! What can stand between a client and its pool: an untrusted or expired certificate, a network
//! that shows a page of its own, a lost answer. Nothing is ever sent twice.

use std::env;
use std::process::Command;

use cognito::recovery::{confirm_forgot_password, forgot_password};
use cognito::{DeliveryMedium, FailureCode, Retry};
use emulators::{Outcome, client, code, password, username};
use peers::{Answer, Certificate, MadePool, Scripted, TlsIntruder};

const DELIVERED: &str =
    r#"{"CodeDeliveryDetails":{"Destination":"m***@e***","DeliveryMedium":"EMAIL","AttributeName":"email"}}"#;

/// A pool that needs not exist, since its server is not one.
fn pool() -> MadePool {
    MadePool {
        region: "eu-central-1".into(),
        pool_id: "eu-central-1_Elsewhere".into(),
        client_id: "0123456789abcdefghijklmnop".into(),
        client_secret: None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_that_nobody_vouches_for() -> Outcome {
    let server = TlsIntruder::start(Certificate::SelfSigned, Answer::Json(200, DELIVERED.into()))?;
    let client = client(&pool(), &server.base_url(), None)?;
    let failure = forgot_password(&client, &username("maria")?)
        .await
        .err()
        .ok_or("it was trusted")?;
    assert_eq!(
        (failure.code, failure.retry),
        (FailureCode::TlsUntrusted, Retry::Now)
    );
    assert_eq!(server.requests(), 0, "nothing was sent");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_out_of_its_time() -> Outcome {
    let server = TlsIntruder::start(Certificate::Expired, Answer::Json(200, DELIVERED.into()))?;
    let client = client(&pool(), &server.base_url(), Some(server.ca_file()))?;
    let failure = forgot_password(&client, &username("maria")?)
        .await
        .err()
        .ok_or("it was trusted")?;
    assert_eq!(
        (failure.code, failure.retry),
        (FailureCode::ClockWrong, Retry::Now)
    );
    assert_eq!(server.requests(), 0, "nothing was sent");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_authority_of_the_connections_own() -> Outcome {
    let server = TlsIntruder::start(Certificate::ByTestAuthority, Answer::Json(200, DELIVERED.into()))?;
    let without = client(&pool(), &server.base_url(), None)?;
    let failure = forgot_password(&without, &username("maria")?)
        .await
        .err()
        .ok_or("it was trusted")?;
    assert_eq!(failure.code, FailureCode::TlsUntrusted);
    let with = client(&pool(), &server.base_url(), Some(server.ca_file()))?;
    assert_eq!(
        forgot_password(&with, &username("maria")?).await?.medium,
        DeliveryMedium::Email
    );
    assert_eq!(server.requests(), 1);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_answers_it_is_asked_once() -> Outcome {
    let limited = Answer::Error(
        400,
        "LimitExceededException",
        "Attempt limit exceeded, please try after some time.",
    );
    for (answer, expected) in [
        (limited, FailureCode::TooManyTries),
        (
            Answer::Error(400, "TooManyRequestsException", "Too many requests"),
            FailureCode::Busy,
        ),
        (
            Answer::Error(500, "InternalErrorException", "Something went wrong"),
            FailureCode::ServiceFault,
        ),
        (
            Answer::Error(403, "ForbiddenException", "Request not allowed due to WAF block."),
            FailureCode::BlockedByFirewall,
        ),
        (
            Answer::Page(200, "<html>Welcome to our hotel</html>".into()),
            FailureCode::CaptivePortal,
        ),
        (Answer::Lost, FailureCode::AnswerLost),
        (Answer::Reset, FailureCode::AnswerLost),
    ] {
        let server = Scripted::start(vec![answer.clone()])?;
        let client = client(&pool(), &server.base_url(), None)?;
        let who = username("maria")?;
        let failure = forgot_password(&client, &who).await.err().ok_or("it worked")?;
        assert_eq!(failure.code, expected, "{answer:?}");
        assert_eq!(server.requests(), 1, "{answer:?}");
        let failure =
            confirm_forgot_password(&client, &who, &code("123456")?, &password("After-2026!")?).await;
        assert_eq!(
            failure.err().map(|failure| failure.code),
            Some(expected),
            "{answer:?}"
        );
        assert_eq!(server.requests(), 2, "{answer:?}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_there() -> Outcome {
    let server = Scripted::start(vec![Answer::Lost])?;
    let base_url = server.base_url();
    drop(server);
    let client = client(&pool(), &base_url, None)?;
    let failure = forgot_password(&client, &username("maria")?)
        .await
        .err()
        .ok_or("it worked")?;
    assert_eq!(
        (failure.code, failure.retry),
        (FailureCode::ConnectionBlocked, Retry::Now)
    );
    Ok(())
}

/// Where [`asks_this_computer`] is to ask, when it is run by [`a_proxy_never_sees_what_stays_on_this_computer`].
const ENDPOINT: &str = "READMIT_TEST_ENDPOINT";

/// Nothing by itself: the test below runs it in a process with a proxy in its environment.
#[tokio::test(flavor = "multi_thread")]
async fn asks_this_computer() -> Outcome {
    if let Ok(endpoint) = env::var(ENDPOINT) {
        forgot_password(&client(&pool(), &endpoint, None)?, &username("maria")?).await?;
    }
    Ok(())
}

/// A loopback endpoint is the only one that may do without TLS. Sent through a proxy it would
/// leave this computer in the clear.
#[test]
fn a_proxy_never_sees_what_stays_on_this_computer() -> Outcome {
    let server = Scripted::start(vec![Answer::Json(200, DELIVERED.into())])?;
    let proxy = Scripted::start(vec![Answer::Json(200, DELIVERED.into())])?;
    let asked = Command::new(env::current_exe()?)
        .args(["--exact", "asks_this_computer"])
        .env(ENDPOINT, server.base_url())
        .env("HTTP_PROXY", proxy.base_url())
        .env("ALL_PROXY", proxy.base_url())
        .env_remove("NO_PROXY")
        .env_remove("no_proxy")
        .output()?;
    assert!(
        asked.status.success(),
        "{}",
        String::from_utf8_lossy(&asked.stdout)
    );
    assert_eq!((server.requests(), proxy.requests()), (1, 0));
    Ok(())
}
