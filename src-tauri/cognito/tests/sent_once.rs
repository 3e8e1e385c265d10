//! The four self-service operations are sent once, whatever comes back, and what comes back is
//! told as what it is.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod peer;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use cognito::{
    Client, ConfirmationCode, Connection, Failure, FailureCode, NetworkSettings, NewPassword, Retry,
    Username, connection_file, recovery, sign_up,
};
use peer::{Answer, Peer};
use secrecy::SecretString;

fn connection(endpoint: &str) -> Connection {
    let file = format!(
        r#"{{"readmit": 1, "name": "Test", "region": "eu-central-1", "userPoolId": "eu-central-1_abcDEF123",
            "clientId": "4p1c2e3x4a5m6p7l8e9c0l1i2n", "endpoint": "{endpoint}"}}"#
    );
    connection_file::parse(file.as_bytes()).unwrap().connection
}

/// Runs all four operations, one after the other.
async fn all_four(client: &Client) -> Vec<Failure> {
    let jane = Username::parse("jane@example.com", &[]).unwrap();
    let code = ConfirmationCode::parse(&SecretString::from("491027")).unwrap();
    let password = NewPassword::parse(SecretString::from("correct horse 42")).unwrap();
    vec![
        recovery::forgot_password(client, &jane)
            .await
            .map(|_| ())
            .unwrap_err(),
        recovery::confirm_forgot_password(client, &jane, &code, &password)
            .await
            .unwrap_err(),
        sign_up::resend_confirmation_code(client, &jane)
            .await
            .map(|_| ())
            .unwrap_err(),
        sign_up::confirm_sign_up(client, &jane, &code).await.unwrap_err(),
    ]
}

async fn all_four_against(peer: &Peer) -> Vec<(FailureCode, Retry)> {
    let client = Client::new(connection(&peer.address), None, &NetworkSettings::default()).unwrap();
    let failures = all_four(&client).await;
    failures
        .into_iter()
        .map(|failure| (failure.code, failure.retry))
        .collect()
}

#[tokio::test]
async fn a_reached_limit_is_not_tried_against_again() {
    let peer = Peer::refusing(
        "LimitExceededException",
        "Attempt limit exceeded, please try after some time.",
    )
    .await;
    let expected = (FailureCode::TooManyTries, Retry::After { seconds: 3600 });
    assert_eq!(all_four_against(&peer).await, [expected; 4]);
    assert_eq!(peer.requests().await, 4);
}

#[tokio::test]
async fn throttling_and_server_errors_are_not_retried_either() {
    for (code, expected) in [
        ("TooManyRequestsException", FailureCode::Busy),
        ("InternalErrorException", FailureCode::ServiceFault),
    ] {
        let peer = Peer::refusing(code, "").await;
        let codes: Vec<FailureCode> = all_four_against(&peer)
            .await
            .into_iter()
            .map(|(code, _)| code)
            .collect();
        assert_eq!(codes, [expected; 4]);
        assert_eq!(peer.requests().await, 4);
    }
}

#[tokio::test]
async fn a_dropped_answer_is_an_unknown_outcome_and_not_sent_again() {
    let peer = Peer::start(Answer::Drop).await;
    assert_eq!(
        all_four_against(&peer).await,
        [(FailureCode::AnswerLost, Retry::UnknownOutcome); 4]
    );
    assert_eq!(peer.requests().await, 4);
}

/// Takes requests, counts them and never answers.
#[derive(Clone, Debug, Default)]
struct Silence(Arc<AtomicUsize>);

impl HttpConnector for Silence {
    fn call(&self, _request: HttpRequest) -> HttpConnectorFuture {
        self.0.fetch_add(1, Ordering::SeqCst);
        HttpConnectorFuture::new(std::future::pending())
    }
}

impl HttpClient for Silence {
    fn http_connector(
        &self,
        _settings: &HttpConnectorSettings,
        _components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

#[tokio::test(start_paused = true)]
async fn a_time_out_is_an_unknown_outcome_and_not_sent_again() {
    let silence = Silence::default();
    let http = aws_smithy_runtime_api::client::http::SharedHttpClient::new(silence.clone());
    let client = Client::over(connection("http://127.0.0.1:1"), None, http);
    let begun = tokio::time::Instant::now();
    let failures = all_four(&client).await;
    assert!(
        failures
            .iter()
            .all(|failure| failure.code == FailureCode::TimedOut)
    );
    assert!(
        failures
            .iter()
            .all(|failure| failure.retry == Retry::UnknownOutcome)
    );
    assert_eq!(silence.0.load(Ordering::SeqCst), 4);
    assert_eq!(begun.elapsed().as_secs(), 4 * 30);
}

#[tokio::test]
async fn a_networks_sign_in_page_is_never_a_changed_password() {
    for status in [200, 302, 404, 511] {
        let peer = Peer::start(Answer::Http(
            status,
            "text/html",
            "<html>Welcome to the hotel</html>".to_owned(),
        ))
        .await;
        assert_eq!(
            all_four_against(&peer).await,
            [(FailureCode::CaptivePortal, Retry::Now); 4],
            "{status}"
        );
    }
}

#[tokio::test]
async fn what_stands_in_between_is_told_apart() {
    let html = |status| Answer::Http(status, "text/html", "<html></html>".to_owned());
    for (answer, expected) in [
        (html(407), FailureCode::ProxyAsksForPassword),
        (html(502), FailureCode::ServiceFault),
        (
            Answer::Http(403, "application/json", "{}".to_owned()),
            FailureCode::BlockedByFirewall,
        ),
        (
            Answer::Http(200, "application/x-amz-json-1.1", "{".to_owned()),
            FailureCode::AnswerLost,
        ),
    ] {
        let peer = Peer::start(answer).await;
        let client = Client::new(connection(&peer.address), None, &NetworkSettings::default()).unwrap();
        let jane = Username::parse("jane@example.com", &[]).unwrap();
        let failure = recovery::forgot_password(&client, &jane)
            .await
            .map(|_| ())
            .unwrap_err();
        assert_eq!(failure.code, expected);
    }
}

#[tokio::test]
async fn where_nothing_listens_nothing_was_sent() {
    let client = Client::new(
        connection("http://127.0.0.1:9"),
        None,
        &NetworkSettings::default(),
    )
    .unwrap();
    for failure in all_four(&client).await {
        assert_eq!(
            (failure.code, failure.retry),
            (FailureCode::ConnectionBlocked, Retry::Now)
        );
    }
}

#[tokio::test]
async fn a_name_that_does_not_resolve_is_told() {
    let client = Client::new(
        connection("https://nobody.invalid"),
        None,
        &NetworkSettings::default(),
    )
    .unwrap();
    let jane = Username::parse("jane@example.com", &[]).unwrap();
    let failure = recovery::forgot_password(&client, &jane)
        .await
        .map(|_| ())
        .unwrap_err();
    assert_eq!(
        (failure.code, failure.retry),
        (FailureCode::NameNotFound, Retry::Now)
    );
}

#[tokio::test]
async fn an_unknown_error_is_kept_scrubbed_and_with_its_request_id() {
    let peer = Peer::refusing("BrandNewException", "jane@example.com may not do 491027").await;
    let client = Client::new(connection(&peer.address), None, &NetworkSettings::default()).unwrap();
    for failure in all_four(&client).await {
        assert_eq!(failure.code, FailureCode::Unknown);
        assert_eq!(
            failure.detail.as_deref(),
            Some("BrandNewException: […] may not do […]")
        );
        assert_eq!(
            failure.request_id.as_deref(),
            Some("00000000-0000-4000-8000-000000000000")
        );
    }
}
