//! What the service says in a sign-in, and what a person types.
#![allow(dead_code, reason = "each test file uses its own part")]

use cognito::sign_in::{Progress, SignIn};
use cognito::{ConfirmationCode, Failure, FailureCode, NewPassword, Username};

use secrecy::SecretString;
use serde_json::{Value, json};

use super::scripted::{Answer, Script};

pub const USERNAME: &str = "jane@example.com";
/// What the service calls her.
pub const USER_ID: &str = "6fd4c1a6-90b1-4f39-a6ab-0123456789ab";
pub const TEMPORARY: &str = "Temporary-Passw0rd";
pub const OWN: &str = "Her-own-Passw0rd";

/// An answer with a challenge of this name. Sessions are told apart by `session`.
pub fn challenge(name: &str, session: &str, parameters: Value) -> Answer {
    Answer::ok(
        &json!({ "ChallengeName": name, "Session": session, "ChallengeParameters": parameters }).to_string(),
    )
}

/// The challenge that a sign-in by proof meets first. It has no session.
pub fn proof_wanted() -> Answer {
    let parameters = json!({
        "SALT": "b704a27deb8cf5efec43a40eac5b60d", "SRP_B": "f6c76f03232c3a93a634f5e49a74efbff",
        "SECRET_BLOCK": "c2VjcmV0IGJsb2Nr", "USERNAME": USER_ID, "USER_ID_FOR_SRP": USER_ID,
    });
    Answer::ok(
        &json!({ "ChallengeName": "PASSWORD_VERIFIER", "ChallengeParameters": parameters }).to_string(),
    )
}

pub fn tokens() -> Answer {
    let tokens = json!({
        "AccessToken": "the-access-token", "IdToken": "the-id-token", "RefreshToken": "the-refresh-token",
        "ExpiresIn": 3600, "TokenType": "Bearer",
    });
    Answer::ok(&json!({ "ChallengeParameters": {}, "AuthenticationResult": tokens }).to_string())
}

pub fn revoked() -> Answer {
    Answer::ok("{}")
}

pub fn new_password_wanted(session: &str, required: &str) -> Answer {
    let existing = r#"{"email":"jane@example.com","email_verified":"true"}"#;
    challenge(
        "NEW_PASSWORD_REQUIRED",
        session,
        json!({ "USER_ID_FOR_SRP": USER_ID, "requiredAttributes": required, "userAttributes": existing }),
    )
}

pub fn not_authorized(message: &str) -> Answer {
    Answer::refusal("NotAuthorizedException", message)
}

pub fn session_expired() -> Answer {
    not_authorized("Invalid session for the user, session is expired.")
}

pub fn wrong_password() -> Answer {
    not_authorized("Incorrect username or password.")
}

pub async fn begin(script: &Script) -> Result<(SignIn, Progress), Failure> {
    let jane = Username::parse(USERNAME, &[]).unwrap();
    SignIn::begin(&script.user_client(), jane, SecretString::from(TEMPORARY)).await
}

pub fn code(digits: &str) -> ConfirmationCode {
    ConfirmationCode::parse(&SecretString::from(digits)).unwrap()
}

pub fn password(text: &str) -> NewPassword {
    NewPassword::parse(SecretString::from(text)).unwrap()
}

pub fn refusal<T>(outcome: Result<T, Failure>) -> FailureCode {
    outcome.map(|_| ()).unwrap_err().code
}

/// The operations that were asked for, with the challenge that each answers.
pub fn operations(script: &Script) -> Vec<String> {
    let asked = script.asked().into_iter();
    asked
        .map(|asked| {
            let about = asked.body["ChallengeName"]
                .as_str()
                .or(asked.body["AuthFlow"].as_str());
            about.map_or(asked.operation.clone(), |about| {
                format!("{} {about}", asked.operation)
            })
        })
        .collect()
}
