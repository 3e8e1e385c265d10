use aws_sdk_sts::config::{BehaviorVersion, Region};
use serde_json::{Value, json};
use tokio::time::{sleep, timeout};

use super::super::scripted::{Answer, Script, center, given, registered, started};
use super::super::{Flow, SignIn};
use super::*;

/// Signed in with this token, and these answers to what is asked then.
async fn signed_in(first: Answer, answers: impl IntoIterator<Item = Answer>) -> (Script, SignedIn) {
    let beginning = [registered("the-client"), started(600, 5), first];
    let script = Script::new(beginning.into_iter().chain(answers));
    let center = center(&script);
    let (sign_in, _) = SignIn::begin(&center, Flow::DeviceCode).await.unwrap();
    let token = sign_in.finish().await.unwrap();
    (script, SignedIn::new(center, token))
}

/// A token that is good for a working day.
fn fresh() -> Answer {
    given("the-token", Some("the-refresh-token"), 28_800)
}

/// A token that is good, but not for long.
fn near_its_end() -> Answer {
    given("the-token", Some("the-refresh-token"), 200)
}

/// A token that has ended.
fn over() -> Answer {
    given("the-token", Some("the-refresh-token"), 0)
}

fn one_account() -> Answer {
    Answer::Ok(json!({ "accountList": [{ "accountId": "111122223333", "accountName": "Prod" }] }))
}

fn code<T>(result: Result<T, Failure>) -> FailureCode {
    result.err().unwrap().code
}

/// What was asked after the sign-in: the bearer of each request, or the refresh token it offered.
fn offered(script: &Script) -> Vec<String> {
    let requests = script.requests().into_iter().skip(3);
    let offer = requests.map(|request| match request.bearer {
        Some(bearer) => bearer,
        None => format!("refresh {}", request.body["refreshToken"].as_str().unwrap()),
    });
    offer.collect()
}

#[tokio::test(start_paused = true)]
async fn accounts_come_in_pages_and_are_told_by_name() {
    let (script, person) = signed_in(
        fresh(),
        [
            Answer::Ok(json!({
                "accountList": [
                    { "accountId": "333333333333", "accountName": "test", "emailAddress": "root@example.com" },
                    { "accountId": "222222222222", "accountName": " " },
                ],
                "nextToken": "page/2",
            })),
            Answer::Ok(json!({ "accountList": [{ "accountId": "111111111111", "accountName": "Prod" }] })),
        ],
    )
    .await;
    let accounts = person.accounts().await.unwrap();
    assert_eq!(
        serde_json::to_value(&accounts).unwrap(),
        json!([
            { "id": "222222222222", "name": null },
            { "id": "111111111111", "name": "Prod" },
            { "id": "333333333333", "name": "test" },
        ])
    );
    assert_eq!(
        script.lines()[3..],
        [
            "GET /assignment/accounts?max_result=100",
            "GET /assignment/accounts?next_token=page%2F2&max_result=100",
        ]
    );
    assert!(script.requests().iter().all(|request| !request.signed));
    assert_eq!(offered(&script), ["the-token", "the-token"]);
}

#[tokio::test(start_paused = true)]
async fn roles_are_those_of_the_account() {
    let (script, person) = signed_in(
        fresh(),
        [Answer::Ok(json!({ "roleList": [
            { "roleName": "ReadOnly", "accountId": "111122223333" },
            { "roleName": "HelpDesk", "accountId": "111122223333" },
        ] }))],
    )
    .await;
    assert_eq!(
        person.roles("111122223333").await.unwrap(),
        ["HelpDesk", "ReadOnly"]
    );
    assert_eq!(
        script.lines()[3],
        "GET /assignment/roles?max_result=100&account_id=111122223333"
    );
}

#[tokio::test(start_paused = true)]
async fn nothing_assigned_and_a_sign_in_that_is_over_are_told() {
    let nothing = |list: &str| Answer::Ok(json!({ list: [] }));
    let (_, person) = signed_in(fresh(), [nothing("accountList"), nothing("roleList")]).await;
    assert_eq!(code(person.accounts().await), FailureCode::IdentityCenterNothing);
    assert_eq!(code(person.roles("1").await), FailureCode::IdentityCenterNothing);
    let unauthorized = || Answer::Error(401, "UnauthorizedException");
    let (_, person) = signed_in(fresh(), [unauthorized(), unauthorized(), unauthorized()]).await;
    assert_eq!(code(person.accounts().await), FailureCode::AccessExpired);
    assert_eq!(code(person.roles("1").await), FailureCode::AccessExpired);
    let role = person.credentials("1", "HelpDesk");
    assert_eq!(code(role.fetch().await), FailureCode::AccessExpired);
}

#[tokio::test(start_paused = true)]
async fn reads_are_tried_three_times() {
    let busy = || Answer::Error(429, "TooManyRequestsException");
    let (script, person) = signed_in(fresh(), [busy(), Answer::Offline, one_account()]).await;
    assert_eq!(person.accounts().await.unwrap().len(), 1);
    assert_eq!(script.lines().len(), 6);
    let (script, person) = signed_in(fresh(), [busy(), busy(), busy()]).await;
    let failure = person.accounts().await.err().unwrap();
    assert_eq!(failure.code, FailureCode::Busy);
    assert_eq!(script.lines().len(), 6);
}

fn credentials_of(key_id: &str, expiration: Value) -> Answer {
    Answer::Ok(json!({ "roleCredentials": {
        "accessKeyId": key_id,
        "secretAccessKey": "the-secret-key",
        "sessionToken": "the-session-token",
        "expiration": expiration,
    } }))
}

#[tokio::test(start_paused = true)]
async fn a_role_gives_credentials_with_their_end() {
    let (script, person) = signed_in(
        fresh(),
        [credentials_of("ASIAEXAMPLE", json!(1_900_000_000_123_i64))],
    )
    .await;
    let role = person.credentials("111122223333", "Help Desk");
    let credentials = role.provide_credentials().await.unwrap();
    assert_eq!(credentials.access_key_id(), "ASIAEXAMPLE");
    assert_eq!(credentials.secret_access_key(), "the-secret-key");
    assert_eq!(credentials.session_token(), Some("the-session-token"));
    assert_eq!(
        credentials.expiry(),
        Some(UNIX_EPOCH + Duration::from_millis(1_900_000_000_123))
    );
    assert_eq!(
        script.lines()[3],
        "GET /federation/credentials?role_name=Help%20Desk&account_id=111122223333"
    );
    for shown in [
        format!("{role:?}"),
        format!("{person:?}"),
        format!("{credentials:?}"),
    ] {
        for secret in ["the-token", "the-secret-key", "the-session-token", "Help Desk"] {
            assert!(!shown.contains(secret), "{shown}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_role_that_is_not_theirs_is_refused_and_half_an_answer_is_none() {
    let (script, person) = signed_in(
        fresh(),
        [
            Answer::Error(403, "ForbiddenException"),
            Answer::Ok(json!({})),
            credentials_of("ASIAEXAMPLE", json!(-1)),
            Answer::Page(200, ""),
        ],
    )
    .await;
    let role = person.credentials("111122223333", "Admin");
    // Beneath the errors of a client that was to act in that role, the failure is still there.
    let sts = aws_sdk_sts::Config::builder()
        .behavior_version(BehaviorVersion::v2026_01_12())
        .region(Region::new("eu-central-1"))
        .http_client(script.http())
        .credentials_provider(role.clone());
    let sts = aws_sdk_sts::Client::from_conf(sts.build());
    let error = sts.get_caller_identity().send().await.err().unwrap();
    assert_eq!(
        cognito::sent::find::<Failure>(&error).unwrap().code,
        FailureCode::RoleRefused
    );
    assert_eq!(code(role.fetch().await), FailureCode::AnswerLost);
    assert_eq!(code(role.fetch().await), FailureCode::AnswerLost);
    assert_eq!(code(role.fetch().await), FailureCode::CaptivePortal);
}

#[tokio::test(start_paused = true)]
async fn a_token_near_its_end_is_renewed_once_for_everybody() {
    let (script, person) = signed_in(
        near_its_end(),
        [
            given("second", Some("second-refresh"), 200),
            one_account(),
            one_account(),
            given("third", None, 200),
            one_account(),
            given("fourth", None, 28_800),
            one_account(),
        ],
    )
    .await;
    let (one, other) = tokio::join!(person.accounts(), person.accounts());
    one.and(other).unwrap();
    sleep(BETWEEN_RENEWALS).await;
    person.accounts().await.unwrap();
    sleep(BETWEEN_RENEWALS).await;
    person.clone().accounts().await.unwrap();
    assert_eq!(
        offered(&script),
        [
            "refresh the-refresh-token",
            "second",
            "second",
            "refresh second-refresh",
            "third",
            // The answer before left out a new one: the old one stays good.
            "refresh second-refresh",
            "fourth",
        ]
    );
    let renewal = &script.requests()[3].body;
    assert_eq!(
        renewal,
        &json!({
            "clientId": "the-client",
            "clientSecret": "the-client-secret",
            "grantType": "refresh_token",
            "refreshToken": "the-refresh-token",
        })
    );
}

#[tokio::test(start_paused = true)]
async fn a_renewal_that_fails_costs_nothing_while_the_token_is_good() {
    let (script, person) = signed_in(
        near_its_end(),
        [
            Answer::Offline,
            one_account(),
            one_account(),
            Answer::Error(400, "InvalidGrantException"),
            one_account(),
            one_account(),
        ],
    )
    .await;
    person.accounts().await.unwrap();
    person.accounts().await.unwrap();
    sleep(BETWEEN_RENEWALS).await;
    person.accounts().await.unwrap();
    sleep(BETWEEN_RENEWALS).await;
    // Refused once, it isn't offered again.
    person.accounts().await.unwrap();
    let (refresh, token) = ("refresh the-refresh-token", "the-token");
    assert_eq!(offered(&script), [refresh, token, token, refresh, token, token]);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_has_ended_is_renewed_or_the_sign_in_is_over() {
    let (script, person) = signed_in(
        over(),
        [
            Answer::Offline,
            Answer::Lost,
            Answer::Error(400, "InvalidGrantException"),
        ],
    )
    .await;
    assert_eq!(code(person.accounts().await), FailureCode::Offline);
    assert_eq!(code(person.accounts().await), FailureCode::AnswerLost);
    for _ in 0..3 {
        assert_eq!(code(person.accounts().await), FailureCode::AccessExpired);
    }
    assert_eq!(offered(&script), ["refresh the-refresh-token"; 3]);
    let (_, person) = signed_in(over(), [given("new", None, 28_800), one_account()]).await;
    assert_eq!(person.accounts().await.unwrap().len(), 1);
    let (script, person) = signed_in(given("the-token", None, 0), []).await;
    assert_eq!(code(person.accounts().await), FailureCode::AccessExpired);
    assert_eq!(
        script.lines().len(),
        3,
        "nothing is asked with a token that has ended"
    );
}

#[tokio::test(start_paused = true)]
async fn a_renewal_outlives_whoever_asked_for_it() {
    let (script, person) = signed_in(
        over(),
        [Answer::Silence, given("new", None, 28_800), one_account()],
    )
    .await;
    assert!(timeout(Duration::from_secs(1), person.accounts()).await.is_err());
    // The next one waits for the one under way to come to its own end, then asks for itself.
    assert_eq!(person.accounts().await.unwrap().len(), 1);
    assert_eq!(
        offered(&script),
        ["refresh the-refresh-token", "refresh the-refresh-token", "new"]
    );
    let requests = script.requests();
    assert_eq!((requests[4].at - requests[3].at).as_secs(), 30);
}

#[tokio::test(start_paused = true)]
async fn signing_in_again_uses_the_same_registration() {
    let (script, person) = signed_in(fresh(), [started(600, 5)]).await;
    SignIn::begin(person.center(), Flow::DeviceCode).await.unwrap();
    assert_eq!(script.lines()[3], "POST /device_authorization");
}
