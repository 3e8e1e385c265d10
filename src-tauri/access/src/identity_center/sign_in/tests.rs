use std::collections::HashMap;
use std::time::Duration;

use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

use super::super::SignedIn;
use super::super::scripted::{Answer, PENDING, Script, center, given, registered, started};
use super::*;

fn landing() -> Landing {
    Landing {
        language: "en".into(),
        done: "You are signed in.".into(),
        refused: "You said no.".into(),
    }
}

/// A sign-in with a code, begun, with these answers to what it asks then.
async fn with_code(expires_in: i32, interval: i32, answers: Vec<Answer>) -> (Script, SignIn) {
    let beginning = [registered("the-client"), started(expires_in, interval)];
    let script = Script::new(beginning.into_iter().chain(answers));
    let (sign_in, _) = SignIn::begin(&center(&script), Flow::DeviceCode).await.unwrap();
    (script, sign_in)
}

/// Seconds from the beginning to each question for the token.
fn asked_after(script: &Script) -> Vec<u64> {
    let requests = script.requests();
    let since = requests[1].at;
    let questions = requests.iter().filter(|request| request.line == "POST /token");
    questions.map(|request| (request.at - since).as_secs()).collect()
}

fn code(result: Result<Token, Failure>) -> FailureCode {
    result.err().unwrap().code
}

#[tokio::test(start_paused = true)]
async fn it_asks_at_the_interval_and_slows_down_when_told() {
    let answers = vec![
        PENDING,
        Answer::Error(400, "SlowDownException"),
        PENDING,
        given("the-token", Some("the-refresh-token"), 28_800),
    ];
    let (script, sign_in) = with_code(600, 5, answers).await;
    let token = sign_in.finish().await.unwrap();
    assert_eq!(token.access(), "the-token");
    assert_eq!(asked_after(&script), [5, 10, 20, 30]);
    let requests = script.requests();
    assert_eq!(
        requests[0].body,
        json!({ "clientName": "Readmit", "clientType": "public", "scopes": ["sso:account:access"] })
    );
    assert_eq!(
        requests[1].body,
        json!({
            "clientId": "the-client",
            "clientSecret": "the-client-secret",
            "startUrl": "https://d-9067642ac7.awsapps.com/start",
        })
    );
    assert_eq!(
        requests[2].body,
        json!({
            "clientId": "the-client",
            "clientSecret": "the-client-secret",
            "grantType": "urn:ietf:params:oauth:grant-type:device_code",
            "deviceCode": "the-device-code",
        })
    );
    assert!(requests.iter().all(|request| !request.signed));
}

#[tokio::test(start_paused = true)]
async fn a_no_and_a_code_that_is_too_old_end_it() {
    for (name, expected) in [
        ("AccessDeniedException", FailureCode::IdentityCenterDenied),
        ("ExpiredTokenException", FailureCode::IdentityCenterTooLate),
        ("InvalidGrantException", FailureCode::IdentityCenterTooLate),
    ] {
        let (script, sign_in) = with_code(600, 1, vec![PENDING, Answer::Error(400, name)]).await;
        let failure = sign_in.finish().await.err().unwrap();
        assert_eq!((failure.code, failure.retry), (expected, Retry::Now));
        assert_eq!(asked_after(&script), [1, 2]);
    }
}

#[tokio::test(start_paused = true)]
async fn it_stops_when_the_time_is_over() {
    let (script, sign_in) = with_code(12, 5, vec![PENDING, PENDING]).await;
    let began = Instant::now();
    assert_eq!(code(sign_in.finish().await), FailureCode::IdentityCenterTooLate);
    assert_eq!(asked_after(&script), [5, 10]);
    assert_eq!(began.elapsed().as_secs(), 12);
}

#[tokio::test(start_paused = true)]
async fn where_no_times_are_named_the_usual_ones_hold() {
    let (script, sign_in) = with_code(0, 0, vec![PENDING, given("the-token", None, 60)]).await;
    sign_in.finish().await.unwrap();
    assert_eq!(asked_after(&script), [5, 10]);
    assert_eq!(believed(-1, USUAL_TIME, LONGEST_TIME), USUAL_TIME);
    assert_eq!(believed(i32::MAX, USUAL_TIME, LONGEST_TIME), LONGEST_TIME);
}

#[tokio::test(start_paused = true)]
async fn a_network_that_was_away_for_a_moment_costs_nothing() {
    let answers = vec![
        Answer::Offline,
        Answer::Lost,
        Answer::Error(500, "InternalServerException"),
        Answer::Silence,
        given("the-token", None, 28_800),
    ];
    let (script, sign_in) = with_code(600, 5, answers).await;
    sign_in.finish().await.unwrap();
    // Each time five seconds more, and thirty of silence before the last.
    assert_eq!(asked_after(&script), [5, 15, 30, 50, 105]);
}

#[tokio::test(start_paused = true)]
async fn a_network_that_stays_away_is_told() {
    let (_, sign_in) = with_code(20, 5, vec![PENDING, Answer::Offline]).await;
    assert_eq!(code(sign_in.finish().await), FailureCode::Offline);
    for page in ["<html>Welcome to our hotel</html>", ""] {
        let (script, sign_in) = with_code(600, 5, vec![Answer::Page(200, page)]).await;
        assert_eq!(
            code(sign_in.finish().await),
            FailureCode::CaptivePortal,
            "{page:?}"
        );
        assert_eq!(asked_after(&script), [5]);
    }
}

#[tokio::test(start_paused = true)]
async fn dropped_it_asks_no_more() {
    let (script, sign_in) = with_code(600, 5, vec![PENDING, PENDING]).await;
    assert!(timeout(Duration::from_secs(12), sign_in.finish()).await.is_err());
    sleep(Duration::from_secs(100)).await;
    assert_eq!(asked_after(&script), [5, 10]);
}

#[tokio::test(start_paused = true)]
async fn the_prompt_has_the_code_and_an_address_that_a_browser_may_open() {
    let script = Script::new([registered("the-client"), started(600, 5)]);
    let (_, prompt) = SignIn::begin(&center(&script), Flow::DeviceCode).await.unwrap();
    assert_eq!(
        serde_json::to_value(&prompt).unwrap(),
        json!({
            "userCode": "PKZJ-PHML",
            "open": "https://device.sso.eu-central-1.amazonaws.com/?user_code=PKZJ-PHML",
            "expiresInSeconds": 600,
        })
    );
    for address in [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://device.example.com/",
        "calc.exe",
    ] {
        let answer = json!({ "deviceCode": "d", "userCode": "c", "verificationUriComplete": address });
        let script = Script::new([registered("the-client"), Answer::Ok(answer)]);
        let failure = SignIn::begin(&center(&script), Flow::DeviceCode)
            .await
            .err()
            .unwrap();
        assert_eq!(failure.code, FailureCode::Unknown, "{address}");
    }
    for lacking in [
        json!({}),
        json!({ "deviceCode": "d", "verificationUri": "https://x.example" }),
        json!({ "userCode": "c", "verificationUri": "https://x.example" }),
        json!({ "deviceCode": "d", "userCode": "\u{202e}c", "verificationUri": "https://x.example" }),
    ] {
        let script = Script::new([registered("the-client"), Answer::Ok(lacking.clone())]);
        let failure = SignIn::begin(&center(&script), Flow::DeviceCode)
            .await
            .err()
            .unwrap();
        assert_eq!(failure.code, FailureCode::AnswerLost, "{lacking}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_registration_is_used_again_until_the_service_has_forgotten_it() {
    let invalid = || Answer::Error(401, "InvalidClientException");
    let script = Script::new([
        registered("first"),
        started(600, 5),
        started(600, 5),
        invalid(),
        registered("second"),
        started(600, 5),
        invalid(),
        registered("third"),
        invalid(),
    ]);
    let center = center(&script);
    for _ in 0..3 {
        SignIn::begin(&center, Flow::DeviceCode).await.unwrap();
    }
    assert_eq!(script.requests()[5].body["clientId"], "second");
    let failure = SignIn::begin(&center, Flow::DeviceCode).await.err().unwrap();
    assert_eq!(failure.code, FailureCode::IdentityCenterUnknown);
    let (register, start) = ("POST /client/register", "POST /device_authorization");
    assert_eq!(
        script.lines(),
        [
            register, start, start, start, register, start, start, register, start
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn where_the_authorization_code_is_refused_the_device_code_is_used() {
    for name in [
        "UnsupportedGrantTypeException",
        "InvalidScopeException",
        "InvalidRedirectUriException",
        "InvalidClientMetadataException",
        "InvalidRequestException",
        "SomethingNewException",
    ] {
        let script = Script::new([Answer::Error(400, name), registered("c"), started(600, 5)]);
        let (_, prompt) = SignIn::begin(&center(&script), Flow::Browser(landing()))
            .await
            .unwrap();
        assert_eq!(prompt.user_code.as_deref(), Some("PKZJ-PHML"), "{name}");
        assert_eq!(script.requests()[1].body.get("grantTypes"), None);
    }
}

#[tokio::test(start_paused = true)]
async fn a_start_page_that_is_not_known_is_told_and_so_is_a_busy_service() {
    let script = Script::new([
        Answer::Error(400, "InvalidRequestException"),
        registered("c"),
        Answer::Error(400, "InvalidRequestException"),
    ]);
    let failure = SignIn::begin(&center(&script), Flow::Browser(landing()))
        .await
        .err()
        .unwrap();
    assert_eq!(failure.code, FailureCode::IdentityCenterUnknown);
    assert_eq!(
        failure.request_id.as_deref(),
        Some("00000000-0000-4000-8000-000000000000")
    );
    for (answer, expected) in [
        (Answer::Error(400, "SlowDownException"), FailureCode::Busy),
        (
            Answer::Error(500, "InternalServerException"),
            FailureCode::ServiceFault,
        ),
        (Answer::Offline, FailureCode::Offline),
        (Answer::Lost, FailureCode::AnswerLost),
        (Answer::Silence, FailureCode::TimedOut),
        (
            Answer::Page(200, "<html>Welcome</html>"),
            FailureCode::CaptivePortal,
        ),
        (Answer::Ok(json!({})), FailureCode::AnswerLost),
    ] {
        let script = Script::new([answer.clone()]);
        let failure = SignIn::begin(&center(&script), Flow::Browser(landing()))
            .await
            .err()
            .unwrap();
        assert_eq!(failure.code, expected, "{answer:?}");
        assert_eq!(script.lines().len(), 1, "{answer:?}");
    }
}

/// A sign-in in the browser, begun, with these answers to what it asks then; the parameters that
/// the browser brings along, and where it is to come back to.
async fn in_browser(answers: Vec<Answer>) -> (Script, SignIn, HashMap<String, String>) {
    let script = Script::new([registered("the-client")].into_iter().chain(answers));
    let (sign_in, prompt) = SignIn::begin(&center(&script), Flow::Browser(landing()))
        .await
        .unwrap();
    assert_eq!((prompt.user_code, prompt.expires_in_seconds), (None, 600));
    assert_eq!(prompt.open.host_str(), Some("oidc.eu-central-1.amazonaws.com"));
    assert_eq!(prompt.open.path(), "/authorize");
    let parameters = prompt.open.query_pairs().into_owned().collect();
    (script, sign_in, parameters)
}

/// What a browser gets that comes to `redirect` with this query.
async fn visit(redirect: &str, query: &str) -> String {
    let url = Url::parse(redirect).unwrap();
    let mut stream = TcpStream::connect(("127.0.0.1", url.port().unwrap()))
        .await
        .unwrap();
    let request = format!("GET {}?{query} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", url.path());
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut page = String::new();
    stream.read_to_string(&mut page).await.unwrap();
    page
}

#[tokio::test]
async fn the_browser_comes_back_and_the_code_is_exchanged_with_its_proof() {
    let (script, sign_in, asked) = in_browser(vec![given("the-token", Some("r"), 28_800)]).await;
    assert_eq!(asked["response_type"], "code");
    assert_eq!(asked["client_id"], "the-client");
    assert_eq!(asked["scopes"], "sso:account:access");
    assert_eq!(asked["code_challenge_method"], "S256");
    let (redirect, state) = (asked["redirect_uri"].clone(), asked["state"].clone());
    let port = Url::parse(&redirect).unwrap().port().unwrap();
    let finishing = tokio::spawn(sign_in.finish());
    // A browser may open connections ahead of time and ask for pictures; a page may guess.
    let ahead = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let guess = visit(&redirect, "code=stolen&state=guessed").await;
    assert!(guess.starts_with("HTTP/1.1 400 "), "{guess}");
    let picture = visit(&format!("http://127.0.0.1:{port}/favicon.ico"), "").await;
    assert!(picture.starts_with("HTTP/1.1 404 "), "{picture}");
    let page = visit(&redirect, &format!("code=the%2Fcode&state={state}")).await;
    assert!(page.starts_with("HTTP/1.1 200 OK"), "{page}");
    assert!(page.contains("You are signed in."), "{page}");
    assert_eq!(finishing.await.unwrap().unwrap().access(), "the-token");
    drop(ahead);
    assert!(
        TcpStream::connect(("127.0.0.1", port)).await.is_err(),
        "the port is closed"
    );
    let requests = script.requests();
    assert_eq!(
        requests[0].body,
        json!({
            "clientName": "Readmit",
            "clientType": "public",
            "scopes": ["sso:account:access"],
            "grantTypes": ["authorization_code", "refresh_token"],
            "redirectUris": ["http://127.0.0.1/oauth/callback"],
            "issuerUrl": "https://d-9067642ac7.awsapps.com/start",
        })
    );
    let exchange = &requests[1].body;
    assert_eq!(requests[1].line, "POST /token");
    assert_eq!(exchange["grantType"], "authorization_code");
    assert_eq!(exchange["code"], "the/code");
    assert_eq!(exchange["redirectUri"], redirect);
    let verifier = exchange["codeVerifier"].as_str().unwrap();
    assert_eq!(code_challenge(verifier), asked["code_challenge"]);
    assert_ne!(verifier, state);
    assert!(requests.iter().all(|request| !request.signed));
}

#[tokio::test]
async fn in_the_browser_a_registration_is_used_again_only_if_it_was_good() {
    let answers = vec![registered("second"), given("the-token", None, 60)];
    let (script, abandoned, _) = in_browser(answers).await;
    let center = abandoned.center.clone();
    drop(abandoned);
    let (sign_in, prompt) = SignIn::begin(&center, Flow::Browser(landing())).await.unwrap();
    let asked: HashMap<_, _> = prompt.open.query_pairs().into_owned().collect();
    assert_eq!(asked["client_id"], "second");
    let finishing = tokio::spawn(sign_in.finish());
    visit(
        &asked["redirect_uri"],
        &format!("code=c&state={}", asked["state"]),
    )
    .await;
    let signed_in = SignedIn::new(center, finishing.await.unwrap().unwrap());
    let (_, prompt) = SignIn::begin(signed_in.center(), Flow::Browser(landing()))
        .await
        .unwrap();
    assert!(prompt.open.query().unwrap().contains("client_id=second&"));
    assert_eq!(script.lines().len(), 3);
}

#[tokio::test]
async fn a_no_in_the_browser_ends_it() {
    let (script, sign_in, asked) = in_browser(vec![]).await;
    let finishing = tokio::spawn(sign_in.finish());
    let query = format!("error=access_denied&state={}", asked["state"]);
    let page = visit(&asked["redirect_uri"], &query).await;
    assert!(page.contains("You said no."), "{page}");
    assert_eq!(code(finishing.await.unwrap()), FailureCode::IdentityCenterDenied);
    assert_eq!(script.lines().len(), 1);
}

#[tokio::test]
async fn a_code_is_sent_once_and_again_only_if_it_never_was() {
    for (answer, expected) in [
        (Answer::Lost, FailureCode::AnswerLost),
        (
            Answer::Error(400, "InvalidGrantException"),
            FailureCode::IdentityCenterTooLate,
        ),
        (Answer::Error(400, "SlowDownException"), FailureCode::Busy),
        (
            Answer::Error(500, "InternalServerException"),
            FailureCode::ServiceFault,
        ),
    ] {
        let (script, sign_in, asked) = in_browser(vec![answer.clone()]).await;
        let finishing = tokio::spawn(sign_in.finish());
        visit(
            &asked["redirect_uri"],
            &format!("code=c&state={}", asked["state"]),
        )
        .await;
        assert_eq!(code(finishing.await.unwrap()), expected, "{answer:?}");
        assert_eq!(script.lines().len(), 2, "{answer:?}");
    }
    let (script, sign_in, asked) = in_browser(vec![Answer::Offline, given("the-token", None, 60)]).await;
    let finishing = tokio::spawn(sign_in.finish());
    visit(
        &asked["redirect_uri"],
        &format!("code=c&state={}", asked["state"]),
    )
    .await;
    tokio::time::pause();
    finishing.await.unwrap().unwrap();
    assert_eq!(script.lines().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_browser_that_never_comes_back_is_waited_for_ten_minutes() {
    let (_, sign_in, _) = in_browser(vec![]).await;
    let began = Instant::now();
    assert_eq!(code(sign_in.finish().await), FailureCode::IdentityCenterTooLate);
    assert_eq!(began.elapsed().as_secs(), 600);
}

#[tokio::test]
async fn dropped_it_closes_its_port() {
    let (_, sign_in, asked) = in_browser(vec![]).await;
    let port = Url::parse(&asked["redirect_uri"]).unwrap().port().unwrap();
    assert!(
        timeout(Duration::from_millis(50), sign_in.finish())
            .await
            .is_err()
    );
    assert!(TcpStream::connect(("127.0.0.1", port)).await.is_err());
}

#[tokio::test(start_paused = true)]
async fn no_two_sign_ins_share_a_secret_and_none_shows_it() {
    let (_, first, asked) = in_browser(vec![]).await;
    let (_, _, other) = in_browser(vec![]).await;
    assert_ne!(asked["state"], other["state"]);
    assert_ne!(asked["code_challenge"], other["code_challenge"]);
    assert_eq!(asked["state"].len(), 43);
    assert_eq!(format!("{first:?}"), "SignIn(…)");
}

#[test]
fn the_challenge_is_the_one_of_the_rfc() {
    // RFC 7636, appendix B.
    assert_eq!(
        code_challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    );
}
