//! Acts are sent once and reads up to three times, whatever comes back; what comes back is told as
//! what it is, and names nobody (facts 3, 5, 11.3, 11.6).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod scripted;

use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider, future};
use cognito::{
    Acted, AdminClient, Failure, FailureCode, Filter, FilterAttribute, FilterMatch, InvitationMedium,
    NetworkSettings, NewPassword, PasswordLife, Retry, SecondFactor, Username, network,
};
use scripted::{Answer, REQUEST_ID, Script};
use secrecy::SecretString;
use serde_json::json;

const POOL: &str = "eu-central-1_abcDEF123";
const ACTS: usize = 13;
const READS: usize = 9;

fn jane() -> Username {
    Username::parse("jane@example.com", &[]).unwrap()
}

fn password() -> NewPassword {
    NewPassword::parse(SecretString::from("correct horse 42")).unwrap()
}

/// Every act, one after the other.
async fn acts(client: &AdminClient) -> Vec<Result<Acted, Failure>> {
    let (jane, password) = (jane(), password());
    vec![
        client.reset_password(POOL, &jane).await,
        client
            .set_password(POOL, &jane, &password, PasswordLife::Temporary)
            .await,
        client
            .set_password(POOL, &jane, &password, PasswordLife::Permanent)
            .await,
        client
            .resend_invitation(POOL, &jane, InvitationMedium::Email)
            .await,
        client.mark_email_verified(POOL, &jane).await,
        client.mark_phone_verified(POOL, &jane).await,
        client.confirm_sign_up(POOL, &jane).await,
        client.enable(POOL, &jane).await,
        client.disable(POOL, &jane).await,
        client.sign_out_everywhere(POOL, &jane).await,
        client.turn_off_factor(POOL, &jane, SecondFactor::Sms).await,
        client.turn_off_factor(POOL, &jane, SecondFactor::Email).await,
        client
            .turn_off_factor(POOL, &jane, SecondFactor::Authenticator)
            .await,
    ]
}

/// Every read, one after the other.
async fn reads(client: &AdminClient) -> Vec<Result<(), Failure>> {
    let jane = jane();
    let filter = Filter::new(FilterAttribute::Email, FilterMatch::Whole, jane.as_str()).unwrap();
    vec![
        client.list_user_pools(None).await.map(drop),
        client.describe_user_pool(POOL).await.map(drop),
        client.list_app_clients(POOL, None).await.map(drop),
        client.describe_app_client(POOL, "4p1c2e3x").await.map(drop),
        client.list_users(POOL, Some(&filter), None, 60).await.map(drop),
        client.get_user(POOL, &jane).await.map(drop),
        client.groups_of_user(POOL, &jane).await.map(drop),
        client.list_groups(POOL, None).await.map(drop),
        client.users_in_group(POOL, "staff", None).await.map(drop),
    ]
}

fn told<T>(outcomes: Vec<Result<T, Failure>>) -> Vec<(FailureCode, Retry)> {
    outcomes
        .into_iter()
        .map(|outcome| outcome.map(drop).unwrap_err())
        .map(|failure| (failure.code, failure.retry))
        .collect()
}

const LIMIT: &str = "Attempt limit exceeded, please try after some time.";

#[tokio::test(start_paused = true)]
async fn an_act_is_sent_once_whatever_comes_back() {
    let an_hour = Retry::After { seconds: 3600 };
    let a_moment = Retry::After { seconds: 5 };
    for (answer, expected) in [
        (
            Answer::refusal("LimitExceededException", LIMIT),
            (FailureCode::TooManyTries, an_hour),
        ),
        (
            Answer::refusal("TooManyRequestsException", "Rate exceeded"),
            (FailureCode::Busy, a_moment),
        ),
        (
            Answer::Json(500, r#"{"__type":"InternalErrorException"}"#.into()),
            (FailureCode::ServiceFault, Retry::UnknownOutcome),
        ),
        (
            Answer::Json(503, "{}".into()),
            (FailureCode::ServiceFault, Retry::UnknownOutcome),
        ),
        (Answer::Broken, (FailureCode::AnswerLost, Retry::UnknownOutcome)),
        (Answer::Silence, (FailureCode::TimedOut, Retry::UnknownOutcome)),
    ] {
        let script = Script::of([answer.clone()]);
        let outcomes = acts(&script.client()).await;
        assert_eq!(told(outcomes), [expected; ACTS], "{answer:?}");
        assert_eq!(script.requests(), ACTS, "{answer:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_read_is_tried_three_times_but_never_against_a_limit() {
    for (answer, attempts, code) in [
        (
            Answer::refusal("TooManyRequestsException", "Rate exceeded"),
            3,
            FailureCode::Busy,
        ),
        (
            Answer::Json(500, r#"{"__type":"InternalErrorException"}"#.into()),
            3,
            FailureCode::ServiceFault,
        ),
        (Answer::Json(503, "{}".into()), 3, FailureCode::ServiceFault),
        (Answer::Broken, 3, FailureCode::AnswerLost),
        (
            Answer::refusal("LimitExceededException", LIMIT),
            1,
            FailureCode::TooManyTries,
        ),
        (
            Answer::refusal("ResourceNotFoundException", "User pool x does not exist."),
            1,
            FailureCode::PoolNotFound,
        ),
        (Answer::Silence, 1, FailureCode::TimedOut),
    ] {
        // A client each: what retries may cost is kept across the operations of one.
        let script = Script::of([answer.clone()]);
        let outcomes = told(reads(&script.client()).await);
        assert!(
            outcomes.iter().all(|(told, _)| *told == code),
            "{answer:?} {outcomes:?}"
        );
        // Nothing can have happened by a read.
        assert!(
            outcomes.iter().all(|(_, retry)| *retry != Retry::UnknownOutcome),
            "{answer:?}"
        );
        assert_eq!(script.requests(), attempts * READS, "{answer:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_read_goes_on_where_the_second_attempt_is_answered() {
    let script = Script::of([
        Answer::refusal("TooManyRequestsException", "Rate exceeded"),
        Answer::ok(r#"{"UserPools":[]}"#),
    ]);
    let page = script.client().list_user_pools(None).await.unwrap();
    assert!(page.pools.is_empty() && page.next.is_none());
    assert_eq!(script.requests(), 2);
}

#[tokio::test]
async fn what_is_sent_is_what_the_act_needs_and_no_more() {
    let script = Script::of([Answer::ok("{}")]);
    for outcome in acts(&script.client()).await {
        assert_eq!(outcome.unwrap().request_id.as_deref(), Some(REQUEST_ID));
    }
    let off = json!({ "Enabled": false, "PreferredMfa": false });
    let verified = |name: &str| json!({ "UserAttributes": [{ "Name": name, "Value": "true" }] });
    let expected = [
        ("AdminResetUserPassword", json!({})),
        (
            "AdminSetUserPassword",
            json!({ "Password": "correct horse 42", "Permanent": false }),
        ),
        (
            "AdminSetUserPassword",
            json!({ "Password": "correct horse 42", "Permanent": true }),
        ),
        (
            "AdminCreateUser",
            json!({ "MessageAction": "RESEND", "DesiredDeliveryMediums": ["EMAIL"] }),
        ),
        ("AdminUpdateUserAttributes", verified("email_verified")),
        ("AdminUpdateUserAttributes", verified("phone_number_verified")),
        ("AdminConfirmSignUp", json!({})),
        ("AdminEnableUser", json!({})),
        ("AdminDisableUser", json!({})),
        ("AdminUserGlobalSignOut", json!({})),
        ("AdminSetUserMFAPreference", json!({ "SMSMfaSettings": off })),
        ("AdminSetUserMFAPreference", json!({ "EmailMfaSettings": off })),
        (
            "AdminSetUserMFAPreference",
            json!({ "SoftwareTokenMfaSettings": off }),
        ),
    ];
    let asked = script.asked();
    assert_eq!(asked.len(), expected.len());
    for (asked, (operation, mut body)) in asked.iter().zip(expected) {
        body["UserPoolId"] = json!(POOL);
        body["Username"] = json!("jane@example.com");
        assert_eq!((asked.operation.as_str(), &asked.body), (operation, &body));
        assert!(asked.signed, "{operation}");
    }
}

#[tokio::test]
async fn an_invitation_by_text_message_asks_for_one() {
    let script = Script::of([Answer::ok("{}")]);
    script
        .client()
        .resend_invitation(POOL, &jane(), InvitationMedium::Sms)
        .await
        .unwrap();
    assert_eq!(script.asked()[0].body["DesiredDeliveryMediums"], json!(["SMS"]));
    assert_eq!(script.asked()[0].body["MessageAction"], "RESEND");
}

#[tokio::test(start_paused = true)]
async fn a_networks_sign_in_page_is_never_an_act_done() {
    let script = Script::of([Answer::Html]);
    let outcomes = told(acts(&script.client()).await);
    assert_eq!(outcomes, [(FailureCode::CaptivePortal, Retry::Now); ACTS]);
    assert_eq!(script.requests(), ACTS);
    for (code, _) in told(reads(&script.client()).await) {
        assert_eq!(code, FailureCode::CaptivePortal);
    }
}

const DENIED: &str = "User: arn:aws:iam::111122223333:user/helpdesk-jane is not authorized to perform: \
    cognito-idp:AdminResetUserPassword on resource: \
    arn:aws:cognito-idp:eu-central-1:111122223333:userpool/eu-central-1_abcDEF123 because no identity-based \
    policy allows the cognito-idp:AdminResetUserPassword action";

#[tokio::test]
async fn a_missing_permission_is_named_by_its_action_alone() {
    let script = Script::of([Answer::refusal("AccessDeniedException", DENIED)]);
    let failure = script.client().reset_password(POOL, &jane()).await.unwrap_err();
    assert_eq!(failure.code, FailureCode::AccessDenied);
    assert_eq!(failure.detail.as_deref(), Some("AdminResetUserPassword"));
    assert_eq!(failure.request_id.as_deref(), Some(REQUEST_ID));
    let script = Script::of([Answer::refusal("AccessDeniedException", "Denied.")]);
    let failure = script.client().reset_password(POOL, &jane()).await.unwrap_err();
    assert_eq!((failure.code, failure.detail), (FailureCode::AccessDenied, None));
}

#[tokio::test]
async fn what_is_wrong_with_the_keys_is_told_apart() {
    for (code, message, expected) in [
        (
            "UnrecognizedClientException",
            "The security token included in the request is invalid.",
            FailureCode::AccessInvalid,
        ),
        (
            "ExpiredTokenException",
            "The security token included in the request is expired",
            FailureCode::AccessExpired,
        ),
        (
            "InvalidSignatureException",
            "The request signature we calculated does not match the signature you provided.",
            FailureCode::AccessInvalid,
        ),
        (
            "InvalidSignatureException",
            "Signature expired: 20260101T000000Z is now earlier than 20260101T001000Z (20260101T001500Z - 5 min.)",
            FailureCode::ClockWrong,
        ),
    ] {
        let script = Script::of([Answer::refusal(code, message)]);
        let outcomes = told(acts(&script.client()).await);
        assert_eq!(outcomes, [(expected, Retry::Never); ACTS], "{message}");
        assert_eq!(script.requests(), ACTS);
    }
}

/// Fails as it is told, without keys.
#[derive(Debug)]
struct NoKeys(Reason);

type Reason = fn() -> CredentialsError;

impl ProvideCredentials for NoKeys {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::ready(Err(self.0()))
    }
}

#[tokio::test(start_paused = true)]
async fn without_keys_nothing_is_sent_and_the_reason_is_the_providers() {
    let reasons: [(Reason, FailureCode, Retry); 4] = [
        (
            || CredentialsError::provider_error(Failure::new(FailureCode::ProfileSignInOver)),
            FailureCode::ProfileSignInOver,
            Retry::Never,
        ),
        (
            || CredentialsError::not_loaded_no_source(),
            FailureCode::AccessMissing,
            Retry::Never,
        ),
        (
            || CredentialsError::provider_timed_out(std::time::Duration::from_secs(5)),
            FailureCode::TimedOut,
            Retry::Now,
        ),
        (
            || CredentialsError::unhandled("AKIAIOSFODNN7EXAMPLE is odd"),
            FailureCode::Unknown,
            Retry::Never,
        ),
    ];
    for (reason, code, retry) in reasons {
        let script = Script::of([Answer::ok("{}")]);
        let client = script.client_with(SharedCredentialsProvider::new(NoKeys(reason)));
        for failure in acts(&client)
            .await
            .into_iter()
            .map(Result::unwrap_err)
            .chain(reads(&client).await.into_iter().map(Result::unwrap_err))
        {
            assert_eq!((failure.code, failure.retry), (code, retry));
            assert_eq!(failure.detail, None);
        }
        assert_eq!(script.requests(), 0);
    }
}

#[tokio::test]
async fn another_identity_holds_from_the_next_request_on() {
    use aws_credential_types::Credentials;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[derive(Debug, Default)]
    struct Counting(AtomicUsize);
    impl ProvideCredentials for Counting {
        fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
        where
            Self: 'a,
        {
            let number = self.0.fetch_add(1, Ordering::SeqCst);
            let id = format!("AKIAIOSFODNN7EXAMP{number:02}");
            future::ProvideCredentials::ready(Ok(Credentials::new(id, "made-up", None, None, "test")))
        }
    }
    let script = Script::of([Answer::ok("{}")]);
    let provider = SharedCredentialsProvider::new(Counting::default());
    let client = script.client_with(provider.clone());
    client.enable(POOL, &jane()).await.unwrap();
    client.enable(POOL, &jane()).await.unwrap();
    let third = provider.provide_credentials().await.unwrap();
    assert_eq!(third.access_key_id(), "AKIAIOSFODNN7EXAMP02");
}

#[tokio::test(start_paused = true)]
async fn no_failure_says_who_it_was_about() {
    let message = "1 validation error detected: Value 'jane@example.com' for jane@example.com's account and \
                   +4915112349934 is odd";
    let secrets = ["jane@example.com", "49151", "AKIA", "made-up", "helpdesk"];
    for answer in [
        Answer::refusal("BrandNewException", message),
        Answer::refusal("InvalidParameterException", message),
        Answer::refusal("AccessDeniedException", DENIED),
        Answer::refusal("UserNotFoundException", message),
        Answer::Broken,
    ] {
        let script = Script::of([answer]);
        let client = script.client();
        let failures = acts(&client)
            .await
            .into_iter()
            .map(Result::unwrap_err)
            .chain(reads(&client).await.into_iter().map(Result::unwrap_err));
        for failure in failures {
            let shown = format!("{failure:?} {failure}");
            for secret in secrets {
                assert!(!shown.contains(secret), "{shown}");
            }
        }
    }
}

#[tokio::test]
async fn no_failure_repeats_a_password() {
    let script = Script::of([Answer::refusal("BrandNewException", "not 'correct horse 42'")]);
    let outcome = script
        .client()
        .set_password(POOL, &jane(), &password(), PasswordLife::Temporary)
        .await;
    let detail = outcome.unwrap_err().detail.unwrap();
    assert_eq!(detail, "BrandNewException: not '[…]'");
}

#[tokio::test]
async fn nothing_travels_unencrypted_beyond_this_computer() {
    let far = url::Url::parse("http://cognito-idp.eu-central-1.amazonaws.com").unwrap();
    let keys = aws_credential_types::Credentials::new("AKIAIOSFODNN7EXAMPLE", "made-up", None, None, "test");
    let http = network::https_client_to(&NetworkSettings::default(), Some(&far), None).unwrap();
    let client = AdminClient::over(
        "eu-central-1",
        Some(&far),
        SharedCredentialsProvider::new(keys),
        http,
    );
    let refused = client.map(drop).unwrap_err();
    assert_eq!(refused.code, FailureCode::ConnectionInsecureEndpoint);
}

#[tokio::test]
async fn where_nothing_listens_nothing_was_sent() {
    let nowhere = url::Url::parse("http://127.0.0.1:9").unwrap();
    let keys = aws_credential_types::Credentials::new("AKIAIOSFODNN7EXAMPLE", "made-up", None, None, "test");
    let keys = SharedCredentialsProvider::new(keys);
    let http = network::https_client_to(&NetworkSettings::default(), Some(&nowhere), None).unwrap();
    let client = AdminClient::over("eu-central-1", Some(&nowhere), keys, http).unwrap();
    let failure = client.enable(POOL, &jane()).await.unwrap_err();
    assert_eq!(
        (failure.code, failure.retry),
        (FailureCode::ConnectionBlocked, Retry::Now)
    );
}
