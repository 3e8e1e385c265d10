//! A password is tried only where that harms nobody.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod scripted;

use cognito::{ClientSecret, Failure, FailureCode, TrialClient, TriedPassword, Username, secret_hash};
use scripted::{Answer, CLIENT_ID, CLIENT_SECRET, Script};
use secrecy::SecretString;
use serde_json::json;

const POOL: &str = "eu-central-1_abcDEF123";
const SUB: &str = "6fd4c1a6-90b1-4f39-a6ab-0123456789ab";

fn jane(status: &str, enabled: bool, factors: &[&str]) -> Answer {
    let described = json!({
        "Username": SUB, "UserStatus": status, "Enabled": enabled, "UserAttributes": [], "UserMFASettingList": factors,
    });
    Answer::ok(&described.to_string())
}

async fn tried(script: &Script) -> Result<TriedPassword, Failure> {
    let secret = ClientSecret::parse(SecretString::from(CLIENT_SECRET)).unwrap();
    let client = TrialClient {
        id: CLIENT_ID,
        secret: Some(&secret),
    };
    let name = Username::parse("jane@example.com", &[]).unwrap();
    let password = SecretString::from("Some-Passw0rd");
    script.client().try_password(POOL, client, &name, &password).await
}

#[tokio::test]
async fn a_password_that_works_leaves_no_tokens() {
    let tokens =
        json!({ "AuthenticationResult": { "AccessToken": "a", "RefreshToken": "the-refresh-token" } });
    let script = Script::of([
        jane("CONFIRMED", true, &["SOFTWARE_TOKEN_MFA"]),
        Answer::ok(&tokens.to_string()),
        Answer::ok("{}"),
    ]);
    assert_eq!(tried(&script).await, Ok(TriedPassword::Works));
    let [_, tried, revoked] = script.asked().try_into().unwrap();
    let secret = ClientSecret::parse(SecretString::from(CLIENT_SECRET)).unwrap();
    assert_eq!(
        tried.body["AuthParameters"],
        json!({
            "USERNAME": SUB, "PASSWORD": "Some-Passw0rd", "SECRET_HASH": secret_hash(&secret, SUB, CLIENT_ID),
        })
    );
    assert_eq!(tried.body["AuthFlow"], "ADMIN_USER_PASSWORD_AUTH");
    assert!(tried.signed);
    assert_eq!(revoked.operation, "RevokeToken");
    assert_eq!(revoked.body["Token"], "the-refresh-token");
}

#[tokio::test]
async fn what_the_service_says_of_a_password_is_told() {
    let refused = |message| Answer::refusal("NotAuthorizedException", message);
    let challenge = r#"{"ChallengeName":"SOFTWARE_TOKEN_MFA","Session":"s","ChallengeParameters":{}}"#;
    for (answer, expected) in [
        (
            refused("Incorrect username or password."),
            Ok(TriedPassword::Wrong),
        ),
        (
            refused("Password attempts exceeded"),
            Ok(TriedPassword::LockedOut),
        ),
        (Answer::ok(challenge), Ok(TriedPassword::Works)),
        (
            Answer::refusal(
                "InvalidParameterException",
                "Auth flow not enabled for this client",
            ),
            Err(FailureCode::FlowNotEnabled),
        ),
    ] {
        let script = Script::of([jane("CONFIRMED", true, &[]), answer]);
        assert_eq!(tried(&script).await.map_err(|failure| failure.code), expected);
        assert_eq!(script.requests(), 2);
    }
}

#[tokio::test]
async fn nothing_is_tried_where_it_would_do_harm() {
    for user in [
        jane("FORCE_CHANGE_PASSWORD", true, &[]),
        jane("RESET_REQUIRED", true, &[]),
        jane("UNCONFIRMED", true, &[]),
        jane("EXTERNAL_PROVIDER", true, &[]),
        jane("CONFIRMED", false, &[]),
        jane("CONFIRMED", true, &["SMS_MFA"]),
        jane("CONFIRMED", true, &["SOFTWARE_TOKEN_MFA", "EMAIL_OTP"]),
    ] {
        let script = Script::of([user]);
        let refused = tried(&script).await.map_err(|failure| failure.code);
        assert_eq!(refused, Err(FailureCode::ActNotPossible));
        assert_eq!(script.requests(), 1, "only looked at");
    }
}
