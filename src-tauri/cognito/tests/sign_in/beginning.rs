//! How a sign-in begins: the proof, the flows, what a wrong password costs.

use cognito::sign_in::{FirstFactor, OwnApp, SignIn, Step};
use cognito::{ClientSecret, FailureCode, Retry, Username, secret_hash};
use secrecy::SecretString;
use serde_json::json;

use super::scripted::{Answer, CLIENT_ID, CLIENT_SECRET, Script};
use super::words::{
    TEMPORARY, USER_ID, USERNAME, begin, challenge, new_password_wanted, not_authorized, operations,
    proof_wanted, refusal, revoked, tokens, wrong_password,
};

/// The service's words for an app client without the flow.
fn srp_is_off() -> Answer {
    Answer::refusal(
        "InvalidParameterException",
        "USER_SRP_AUTH is not enabled for the client.",
    )
}

fn choice_is_off() -> Answer {
    Answer::refusal(
        "InvalidParameterException",
        "USER_AUTH flow not enabled for this client",
    )
}

fn hash_for(name: &str) -> String {
    let secret = ClientSecret::parse(SecretString::from(CLIENT_SECRET)).unwrap();
    secret_hash(&secret, name, CLIENT_ID)
}

#[tokio::test]
async fn a_proof_names_the_user_as_the_service_does_and_the_time_by_its_clock() {
    let script = Script::of([proof_wanted(), tokens(), revoked()]);
    script.dated("Wed, 05 Apr 2017 22:42:34 GMT");
    let (_, progress) = begin(&script).await.unwrap();
    assert_eq!(progress.step, Step::Done);
    assert_eq!((progress.renewed, progress.session_seconds), (false, None));
    let [first, proof, revocation] = script.asked().try_into().unwrap();
    let first = &first.body["AuthParameters"];
    assert_eq!(first["USERNAME"], USERNAME);
    assert_eq!(first["SECRET_HASH"], hash_for(USERNAME));
    let proof = &proof.body["ChallengeResponses"];
    assert_eq!(proof["USERNAME"], USER_ID);
    assert_eq!(proof["SECRET_HASH"], hash_for(USER_ID));
    assert_eq!(proof["PASSWORD_CLAIM_SECRET_BLOCK"], "c2VjcmV0IGJsb2Nr");
    let timestamp = proof["TIMESTAMP"].as_str().unwrap();
    assert!(timestamp.starts_with("Wed Apr 5 22:42:3"), "{timestamp}");
    assert!(timestamp.ends_with(" UTC 2017"), "{timestamp}");
    assert_eq!(
        revocation.body,
        json!({ "Token": "the-refresh-token", "ClientId": CLIENT_ID, "ClientSecret": CLIENT_SECRET })
    );
    for asked in script.asked() {
        assert!(
            !asked.body.to_string().contains(TEMPORARY),
            "the password stays here"
        );
        assert!(!asked.signed);
    }
}

#[tokio::test]
async fn done_does_not_wait_for_tokens_to_be_revoked() {
    let script = Script::of([proof_wanted(), tokens(), Answer::Silence]);
    let begun = std::time::Instant::now();
    assert_eq!(begin(&script).await.unwrap().1.step, Step::Done);
    assert!(begun.elapsed().as_secs() < 3);
    let script = Script::of([
        proof_wanted(),
        tokens(),
        Answer::refusal("UnsupportedOperationException", "Token revocation is off"),
    ]);
    assert_eq!(begin(&script).await.unwrap().1.step, Step::Done);
}

#[tokio::test]
async fn the_flows_are_tried_best_first_and_what_worked_is_remembered() {
    let script = Script::of([srp_is_off(), choice_is_off(), new_password_wanted("s1", "[]")]);
    let client = script.user_client();
    let jane = || Username::parse(USERNAME, &[]).unwrap();
    let temporary = || SecretString::from(TEMPORARY);
    SignIn::begin(&client, jane(), temporary()).await.unwrap();
    SignIn::begin(&client, jane(), temporary()).await.unwrap();
    assert_eq!(
        operations(&script),
        [
            "InitiateAuth USER_SRP_AUTH",
            "InitiateAuth USER_AUTH",
            "InitiateAuth USER_PASSWORD_AUTH",
            "InitiateAuth USER_PASSWORD_AUTH",
        ]
    );
    let last = &script.asked()[3].body["AuthParameters"];
    assert_eq!(
        (&last["PASSWORD"], &last["USERNAME"]),
        (&json!(TEMPORARY), &json!(USERNAME))
    );
}

#[tokio::test]
async fn a_client_without_any_flow_is_told_so() {
    let script = Script::of([Answer::refusal(
        "InvalidParameterException",
        "Auth flow not enabled for this client",
    )]);
    assert_eq!(refusal(begin(&script).await), FailureCode::FlowNotEnabled);
    assert_eq!(script.requests(), 3);
}

#[tokio::test]
async fn a_wrong_password_costs_one_try_whatever_flows_there_are() {
    let script = Script::of([proof_wanted(), wrong_password()]);
    assert_eq!(refusal(begin(&script).await), FailureCode::WrongPassword);
    assert_eq!(script.requests(), 2);
    let script = Script::of([srp_is_off(), choice_is_off(), wrong_password()]);
    assert_eq!(refusal(begin(&script).await), FailureCode::WrongPassword);
    assert_eq!(script.requests(), 3);
}

#[tokio::test]
async fn nothing_tells_whether_there_is_such_an_account() {
    let unknown = Script::of([Answer::refusal("UserNotFoundException", "User does not exist.")]);
    let wrong = Script::of([proof_wanted(), wrong_password()]);
    let told = begin(&unknown).await.map(|_| ()).unwrap_err();
    assert_eq!(told.code, FailureCode::WrongPassword);
    assert_eq!(told.detail, begin(&wrong).await.map(|_| ()).unwrap_err().detail);
}

#[tokio::test]
async fn a_lock_is_told_with_its_length() {
    let locked = || not_authorized("Password attempts exceeded");
    let script = Script::of([proof_wanted(), locked()]);
    let failure = begin(&script).await.map(|_| ()).unwrap_err();
    assert_eq!(failure.code, FailureCode::LockedOut);
    assert_eq!(
        failure.retry,
        Retry::After { seconds: 900 },
        "who knows how many there were"
    );
    let script = Script::default();
    let client = script.user_client();
    for _ in 0..7 {
        script.then([proof_wanted(), wrong_password()]);
    }
    script.then([proof_wanted(), locked()]);
    let mut last = None;
    for _ in 0..8 {
        let jane = Username::parse(USERNAME, &[]).unwrap();
        let outcome = SignIn::begin(&client, jane, SecretString::from(TEMPORARY)).await;
        last = outcome.err();
    }
    let failure = last.unwrap();
    assert_eq!(failure.code, FailureCode::LockedOut);
    let Retry::After { seconds } = failure.retry else {
        panic!("{failure:?}");
    };
    assert!(
        (1..=5).contains(&seconds),
        "seven wrong passwords lock for 4 s: {seconds}"
    );
}

#[tokio::test]
async fn states_of_the_account_are_told_as_what_they_are() {
    for (answer, expected) in [
        (
            not_authorized("Temporary password has expired and must be reset by an administrator."),
            FailureCode::TemporaryPasswordExpired,
        ),
        (not_authorized("User is disabled."), FailureCode::UserDisabled),
        (
            Answer::refusal("UserNotConfirmedException", "User is not confirmed."),
            FailureCode::SignUpUnfinished,
        ),
        (
            not_authorized("Unable to login because of security reasons."),
            FailureCode::BlockedByRisk,
        ),
        (
            not_authorized(&format!("Unable to verify secret hash for client {CLIENT_ID}")),
            FailureCode::SecretWrong,
        ),
    ] {
        assert_eq!(refusal(begin(&Script::of([answer.clone()])).await), expected);
        let at_the_proof = Script::of([proof_wanted(), answer]);
        assert_eq!(refusal(begin(&at_the_proof).await), expected);
    }
    let reset = Answer::refusal(
        "PasswordResetRequiredException",
        "Password reset required for the user",
    );
    let (_, progress) = begin(&Script::of([reset])).await.unwrap();
    assert_eq!(progress.step, Step::ResetRequired);
}

#[tokio::test]
async fn nothing_is_sent_for_a_password_that_cannot_be_one() {
    let script = Script::of([tokens()]);
    for (typed, expected) in [
        (String::new(), FailureCode::PasswordEmpty),
        ("x".repeat(257), FailureCode::PasswordTooLong),
    ] {
        let jane = Username::parse(USERNAME, &[]).unwrap();
        let outcome = SignIn::begin(&script.user_client(), jane, SecretString::from(typed)).await;
        assert_eq!(refusal(outcome), expected);
    }
    assert_eq!(script.requests(), 0);
}

#[tokio::test]
async fn a_service_without_a_usable_number_is_refused() {
    let parameters = json!({
        "SALT": "1", "SRP_B": "0", "SECRET_BLOCK": "QUJD", "USER_ID_FOR_SRP": USER_ID,
    });
    let script = Script::of([challenge("PASSWORD_VERIFIER", "s1", parameters)]);
    let failure = begin(&script).await.map(|_| ()).unwrap_err();
    assert_eq!(
        (failure.code, failure.detail.as_deref()),
        (FailureCode::Unknown, Some("SRP_B"))
    );
    assert_eq!(script.requests(), 1, "no proof was made");
}

/// The answer of a pool that leaves the beginning to the person.
fn choices(names: &[&str]) -> Answer {
    let answer =
        json!({ "ChallengeName": "SELECT_CHALLENGE", "Session": "s1", "AvailableChallenges": names });
    Answer::ok(&answer.to_string())
}

#[tokio::test]
async fn where_the_beginning_is_free_the_password_is_used() {
    let script = Script::of([
        srp_is_off(),
        choices(&["EMAIL_OTP", "PASSWORD", "PASSWORD_SRP"]),
        proof_wanted(),
        tokens(),
        revoked(),
    ]);
    assert_eq!(begin(&script).await.unwrap().1.step, Step::Done);
    let asked = script.asked();
    assert_eq!(asked[2].body["ChallengeResponses"]["ANSWER"], "PASSWORD_SRP");
    assert_eq!(asked[2].body["Session"], "s1");
    assert!(asked[2].body["ChallengeResponses"]["SRP_A"].is_string());
    let script = Script::of([srp_is_off(), choices(&["PASSWORD"]), tokens(), revoked()]);
    assert_eq!(begin(&script).await.unwrap().1.step, Step::Done);
    let answer = &script.asked()[2].body["ChallengeResponses"];
    assert_eq!(
        (&answer["ANSWER"], &answer["PASSWORD"]),
        (&json!("PASSWORD"), &json!(TEMPORARY))
    );
}

#[tokio::test]
async fn a_user_without_a_password_chooses_a_code() {
    let script = Script::of([
        srp_is_off(),
        choices(&["WEB_AUTHN", "EMAIL_OTP", "SMS_OTP"]),
        challenge(
            "EMAIL_OTP",
            "s2",
            json!({ "CODE_DELIVERY_DESTINATION": "j***@e***" }),
        ),
        tokens(),
        revoked(),
    ]);
    let (mut sign_in, progress) = begin(&script).await.unwrap();
    let expected = [FirstFactor::Passkey, FirstFactor::EmailCode, FirstFactor::SmsCode];
    assert_eq!(
        progress.step,
        Step::ChooseFirstFactor {
            choices: expected.to_vec()
        }
    );
    let unknown = sign_in.choose_first_factor(FirstFactor::Password).await;
    assert_eq!(refusal(unknown), FailureCode::NotSupported);
    sign_in.choose_first_factor(FirstFactor::EmailCode).await.unwrap();
    let done = sign_in.answer_code(super::words::code("123456")).await.unwrap();
    assert_eq!(done.step, Step::Done);
    let asked = script.asked();
    assert_eq!(asked[2].body["ChallengeResponses"]["ANSWER"], "EMAIL_OTP");
    assert_eq!(asked[3].body["ChallengeResponses"]["EMAIL_OTP_CODE"], "123456");
    let script = Script::of([srp_is_off(), choices(&["WEB_AUTHN"])]);
    let passkey = Step::OwnApp { why: OwnApp::Passkey };
    assert_eq!(begin(&script).await.unwrap().1.step, passkey);
}
