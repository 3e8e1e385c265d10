//! Sessions of challenges: used once, a new one each time, and for so long (AWS API reference,
//! AuthSessionValidity; texts as observed).

use serde_json::{Value, json};

use super::bench::{Answer, Bench, PASSWORD, refused};
use crate::seeds::CUSTOM_ANSWER;
use crate::user::Factor;

fn used() -> Answer {
    refused(
        "NotAuthorizedException",
        "Invalid session for the user, session can only be used once.",
    )
}

fn expired() -> Answer {
    refused(
        "NotAuthorizedException",
        "Invalid session for the user, session is expired.",
    )
}

fn unknown() -> Answer {
    refused("NotAuthorizedException", "Invalid session for the user.")
}

const FLOWS: &[&str] = &[
    "ALLOW_USER_AUTH",
    "ALLOW_CUSTOM_AUTH",
    "ALLOW_USER_PASSWORD_AUTH",
    "ALLOW_USER_SRP_AUTH",
];

/// A challenge on a bench of its own, and the right answer to it.
fn challenges(validity: u64) -> Vec<(&'static str, Bench, Value, Value)> {
    let bench = || {
        let pool = json!({ "Policies": { "SignInPolicy": {
            "AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP", "SMS_OTP"],
        } } });
        let client = json!({ "ExplicitAuthFlows": FLOWS, "AuthSessionValidity": validity });
        Bench::with_factors_and("OPTIONAL", &pool, &client)
    };
    let with = |factors: &[Factor]| {
        let bench = bench();
        bench.user_with("ada", factors, None);
        let challenge = bench.sign_in("ada", PASSWORD).unwrap();
        (bench, challenge)
    };
    let choosing = |preferred: Option<&str>| {
        let bench = bench();
        bench.user_with("ada", &[], None);
        let mut parameters = json!({ "USERNAME": "ada" });
        if let Some(preferred) = preferred {
            parameters["PREFERRED_CHALLENGE"] = json!(preferred);
        }
        let challenge = bench.initiate("USER_AUTH", parameters).unwrap();
        (bench, challenge)
    };
    let mut all = Vec::new();
    let (invited, challenge) = {
        let bench = bench();
        bench.create_user("ada", json!({ "TemporaryPassword": PASSWORD }));
        let challenge = bench.sign_in("ada", PASSWORD).unwrap();
        (bench, challenge)
    };
    let answer = json!({ "NEW_PASSWORD": "Chosen-Passw0rd" });
    all.push(("NEW_PASSWORD_REQUIRED", invited, challenge, answer));
    let (bench_with, challenge) = with(&[Factor::Sms]);
    let answer = json!({ "SMS_MFA_CODE": bench_with.newest_code() });
    all.push(("SMS_MFA", bench_with, challenge, answer));
    let (bench_with, challenge) = with(&[Factor::Email]);
    let answer = json!({ "EMAIL_OTP_CODE": bench_with.newest_code() });
    all.push(("EMAIL_OTP", bench_with, challenge, answer));
    let (bench_with, challenge) = with(&[Factor::Authenticator]);
    all.push(("SOFTWARE_TOKEN_MFA", bench_with, challenge, Value::Null));
    let (bench_with, challenge) = with(&[Factor::Sms, Factor::Email]);
    all.push((
        "SELECT_MFA_TYPE",
        bench_with,
        challenge,
        json!({ "ANSWER": "SMS_MFA" }),
    ));
    let (bench_with, challenge) = choosing(None);
    let answer = json!({ "USERNAME": "ada", "ANSWER": "EMAIL_OTP" });
    all.push(("SELECT_CHALLENGE", bench_with, challenge, answer));
    let (bench_with, challenge) = choosing(Some("PASSWORD"));
    all.push(("PASSWORD", bench_with, challenge, json!({ "PASSWORD": PASSWORD })));
    let (bench_with, challenge) = choosing(Some("PASSWORD_SRP"));
    all.push(("PASSWORD_SRP", bench_with, challenge, json!({ "SRP_A": "2" })));
    let (bench_with, challenge) = choosing(Some("SMS_OTP"));
    let answer = json!({ "SMS_OTP_CODE": bench_with.newest_code() });
    all.push(("SMS_OTP", bench_with, challenge, answer));
    let bench_with = bench();
    bench_with.confirmed_user("ada");
    let challenge = bench_with
        .initiate("CUSTOM_AUTH", json!({ "USERNAME": "ada" }))
        .unwrap();
    let answer = json!({ "USERNAME": "ada", "ANSWER": CUSTOM_ANSWER });
    all.push(("CUSTOM_CHALLENGE", bench_with, challenge, answer));
    for (name, _, challenge, _) in &all {
        assert_eq!(challenge["ChallengeName"], *name);
    }
    all
}

/// An authenticator's code is of the moment in which it is given.
fn right(bench: &Bench, answer: &Value) -> Value {
    if answer.is_null() {
        json!({ "SOFTWARE_TOKEN_MFA_CODE": bench.authenticator_code() })
    } else {
        answer.clone()
    }
}

#[test]
fn every_challenge_is_answered_once() {
    for (name, bench, challenge, answer) in challenges(3) {
        let answer = right(&bench, &answer);
        let first = bench.reply(&challenge, answer.clone());
        let next = first.unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"));
        assert_ne!(next["Session"], challenge["Session"], "{name}");
        assert_eq!(bench.reply(&challenge, answer), used(), "{name}");
    }
}

#[test]
fn every_session_expires_when_the_client_says() {
    for (validity, seconds) in [(3, 180), (15, 900)] {
        for (name, bench, challenge, answer) in challenges(validity) {
            bench.wait(seconds);
            assert_eq!(
                bench.reply(&challenge, right(&bench, &answer)),
                expired(),
                "{name}"
            );
        }
        for (name, bench, challenge, answer) in challenges(validity) {
            bench.wait(seconds - 5);
            let answered = bench.reply(&challenge, right(&bench, &answer));
            assert!(answered.is_ok(), "{name}");
        }
    }
}

#[test]
fn every_session_belongs_to_its_challenge_its_user_and_its_client() {
    for (name, bench, challenge, answer) in challenges(3) {
        let answer = right(&bench, &answer);
        bench.confirmed_user("bob");
        let mut of_another = answer.clone();
        of_another["USERNAME"] = json!("bob");
        assert_eq!(bench.reply(&challenge, of_another), unknown(), "{name}");
        let mut another = challenge.clone();
        another["ChallengeName"] = json!("DEVICE_SRP_AUTH");
        assert_eq!(bench.reply(&another, answer.clone()), unknown(), "{name}");
        let mut another = challenge.clone();
        another["Session"] = json!("a junk session that is long enough");
        assert_eq!(bench.reply(&another, answer.clone()), unknown(), "{name}");
        another["Session"] = Value::Null;
        assert_eq!(
            bench.reply(&another, answer.clone()),
            refused("InvalidParameterException", "Missing required parameter Session"),
            "{name}"
        );
        let answered = bench.reply(&challenge, answer);
        assert!(answered.is_ok(), "{name}: none of that used it up");
    }
}

#[test]
fn another_client_of_the_pool_cannot_answer() {
    for (name, mut bench, challenge, answer) in challenges(3) {
        let answer = right(&bench, &answer);
        let settings = json!({ "UserPoolId": bench.pool_id, "ClientName": "other" });
        let made = bench.admin("CreateUserPoolClient", settings).unwrap();
        let id = made["UserPoolClient"]["ClientId"].as_str().unwrap();
        id.clone_into(&mut bench.client_id);
        assert_eq!(bench.reply(&challenge, answer), unknown(), "{name}");
    }
}

#[test]
fn an_alias_of_the_user_answers_as_well() {
    let bench = Bench::with_factors_and(
        "OPTIONAL",
        &json!({ "AliasAttributes": ["email"] }),
        &json!({ "GenerateSecret": true }),
    );
    bench.user_with("ada", &[Factor::Sms], None);
    let challenge = bench.sign_in("ada@example.com", PASSWORD).unwrap();
    let code = bench.newest_code();
    let answer = json!({ "USERNAME": "ada@example.com", "SMS_MFA_CODE": code });
    assert!(bench.reply(&challenge, answer).is_ok());
}

#[test]
fn an_answer_without_the_secret_hash_is_refused() {
    let bench = Bench::with_factors_and("OPTIONAL", &json!({}), &json!({ "GenerateSecret": true }));
    bench.user_with("ada", &[Factor::Sms], None);
    let challenge = bench.sign_in("ada", PASSWORD).unwrap();
    let input = json!({
        "ChallengeName": "SMS_MFA",
        "Session": challenge["Session"],
        "ChallengeResponses": { "USERNAME": "ada", "SMS_MFA_CODE": bench.newest_code() },
    });
    let message = format!(
        "Client {} is configured with secret but SECRET_HASH was not received",
        bench.client_id
    );
    assert_eq!(
        bench.public("RespondToAuthChallenge", input),
        refused("NotAuthorizedException", &message)
    );
}
