//! A session that has run out, and answers that were lost: nobody types anything twice.

use std::collections::BTreeMap;
use std::time::Duration;

use cognito::sign_in::{Factor, Step};
use cognito::{FailureCode, Retry};
use serde_json::{Value, json};

use super::scripted::{Answer, Script};
use super::words::{
    OWN, begin, challenge, code, new_password_wanted, not_authorized, operations, password, proof_wanted,
    refusal, revoked, session_expired, tokens, wrong_password,
};

fn emailed(session: &str) -> Answer {
    challenge(
        "EMAIL_OTP",
        session,
        json!({ "CODE_DELIVERY_DESTINATION": "j***@e***" }),
    )
}

fn email_step() -> Step {
    Step::Code {
        via: Factor::Email,
        destination: Some("j***@e***".into()),
    }
}

#[tokio::test]
async fn a_new_password_is_set_although_its_session_ran_out() {
    let script = Script::of([
        proof_wanted(),
        new_password_wanted("s1", "[]"),
        session_expired(),
        proof_wanted(),
        new_password_wanted("s2", "[]"),
        tokens(),
        revoked(),
    ]);
    let (mut sign_in, _) = begin(&script).await.unwrap();
    let done = sign_in
        .choose_own_password(password(OWN), BTreeMap::new())
        .await
        .unwrap();
    assert_eq!((done.step, done.renewed), (Step::Done, true));
    let asked = script.asked();
    assert_eq!(asked[5].body["Session"], "s2");
    assert_eq!(asked[5].body["ChallengeResponses"]["NEW_PASSWORD"], OWN);
    assert_eq!(script.requests(), 7);
}

#[tokio::test]
async fn a_password_refused_after_a_renewal_is_followed_by_another_without_one() {
    let refused = Answer::refusal(
        "InvalidPasswordException",
        "Password did not conform with policy: Password not long enough",
    );
    let script = Script::of([
        proof_wanted(),
        new_password_wanted("s1", "[]"),
        session_expired(),
        proof_wanted(),
        new_password_wanted("s2", "[]"),
        refused,
        tokens(),
        revoked(),
    ]);
    let (mut sign_in, _) = begin(&script).await.unwrap();
    let short = sign_in
        .choose_own_password(password("Short-1"), BTreeMap::new())
        .await;
    assert_eq!(refusal(short), FailureCode::PasswordTooShort);
    let done = sign_in
        .choose_own_password(password(OWN), BTreeMap::new())
        .await
        .unwrap();
    assert_eq!(done.step, Step::Done);
    assert_eq!(script.asked()[6].body["Session"], "s2");
    assert_eq!(script.requests(), 8);
}

#[tokio::test]
async fn a_temporary_password_that_was_good_once_is_spent() {
    for refused in [
        wrong_password(),
        not_authorized("Temporary password has expired and must be reset by an administrator."),
    ] {
        let script = Script::of([
            proof_wanted(),
            new_password_wanted("s1", "[]"),
            session_expired(),
            proof_wanted(),
            refused,
        ]);
        let (mut sign_in, _) = begin(&script).await.unwrap();
        let spent = sign_in.choose_own_password(password(OWN), BTreeMap::new()).await;
        assert_eq!(refusal(spent), FailureCode::TemporaryPasswordSpent);
        assert_eq!(script.requests(), 5);
    }
}

#[tokio::test]
async fn an_emailed_code_is_not_sent_to_a_session_it_is_not_for() {
    let script = Script::of([
        proof_wanted(),
        emailed("s1"),
        session_expired(),
        proof_wanted(),
        emailed("s2"),
        tokens(),
        revoked(),
    ]);
    let (mut sign_in, _) = begin(&script).await.unwrap();
    let again = sign_in.answer_code(code("111111")).await.unwrap();
    assert_eq!((again.step, again.renewed), (email_step(), true));
    assert_eq!(again.session_seconds, Some(180));
    assert_eq!(script.requests(), 5, "the old code went nowhere else");
    assert_eq!(
        sign_in.answer_code(code("222222")).await.unwrap().step,
        Step::Done
    );
    assert_eq!(script.asked()[5].body["Session"], "s2");
}

#[tokio::test]
async fn an_authenticator_code_that_no_session_took_is_answered_again() {
    let totp = |session| challenge("SOFTWARE_TOKEN_MFA", session, json!({}));
    let script = Script::of([
        proof_wanted(),
        totp("s1"),
        session_expired(),
        proof_wanted(),
        totp("s2"),
        tokens(),
        revoked(),
    ]);
    let (mut sign_in, _) = begin(&script).await.unwrap();
    let done = sign_in.answer_code(code("123456")).await.unwrap();
    assert_eq!((done.step, done.renewed), (Step::Done, true));
    assert_eq!(
        script.asked()[5].body["ChallengeResponses"]["SOFTWARE_TOKEN_MFA_CODE"],
        "123456"
    );
}

#[tokio::test]
async fn an_authenticator_gets_a_new_secret() {
    let ok = |body: Value| Answer::ok(&body.to_string());
    let set_up = |session| {
        challenge(
            "MFA_SETUP",
            session,
            json!({ "MFAS_CAN_SETUP": "[\"SOFTWARE_TOKEN_MFA\"]" }),
        )
    };
    let script = Script::of([
        proof_wanted(),
        set_up("s1"),
        ok(json!({ "SecretCode": "JBSWY3DPEHPK3PXP", "Session": "s2" })),
        session_expired(),
        proof_wanted(),
        set_up("s3"),
        ok(json!({ "SecretCode": "KRSXG5CTMVRXEZLU", "Session": "s4" })),
    ]);
    let (mut sign_in, _) = begin(&script).await.unwrap();
    let again = sign_in.confirm_authenticator(code("123456")).await.unwrap();
    assert_eq!(
        (again.step, again.renewed),
        (
            Step::SetUpAuthenticator {
                secret: "KRSXG5CTMVRXEZLU".into()
            },
            true
        )
    );
    assert_eq!(script.requests(), 7);
}

#[tokio::test]
async fn the_way_back_takes_what_was_answered_before() {
    let can = || json!({ "MFAS_CAN_CHOOSE": "[\"SMS_MFA\",\"EMAIL_MFA\"]" });
    let script = Script::of([
        proof_wanted(),
        new_password_wanted("s1", "[]"),
        challenge("SELECT_MFA_TYPE", "s2", can()),
        emailed("s3"),
        session_expired(),
        proof_wanted(),
        challenge("SELECT_MFA_TYPE", "s4", can()),
        emailed("s5"),
    ]);
    let (mut sign_in, _) = begin(&script).await.unwrap();
    sign_in
        .choose_own_password(password(OWN), BTreeMap::new())
        .await
        .unwrap();
    sign_in.choose_factor(Factor::Email).await.unwrap();
    let again = sign_in.answer_code(code("111111")).await.unwrap();
    assert_eq!((again.step, again.renewed), (email_step(), true));
    assert_eq!(
        script.asked()[7].body["ChallengeResponses"]["ANSWER"],
        "EMAIL_MFA"
    );
}

#[tokio::test]
async fn another_code_is_asked_for_by_beginning_again() {
    let script = Script::of([
        proof_wanted(),
        emailed("s1"),
        proof_wanted(),
        emailed("s2"),
        tokens(),
        revoked(),
    ]);
    let (mut sign_in, _) = begin(&script).await.unwrap();
    let again = sign_in.send_code_again().await.unwrap();
    assert_eq!((again.step, again.renewed), (email_step(), false));
    sign_in.answer_code(code("123456")).await.unwrap();
    assert_eq!(script.asked()[4].body["Session"], "s2");
}

#[tokio::test]
async fn after_a_lost_answer_either_password_may_be_the_right_one() {
    let once = || not_authorized("Invalid session for the user, session can only be used once.");
    // It had arrived: the own password works.
    let script = Script::of([
        proof_wanted(),
        new_password_wanted("s1", "[]"),
        Answer::Broken,
        once(),
        proof_wanted(),
        tokens(),
        revoked(),
    ]);
    let (mut sign_in, _) = begin(&script).await.unwrap();
    let lost = sign_in.choose_own_password(password(OWN), BTreeMap::new()).await;
    assert_eq!(lost.unwrap_err().retry, Retry::UnknownOutcome);
    let done = sign_in
        .choose_own_password(password(OWN), BTreeMap::new())
        .await
        .unwrap();
    assert_eq!(done.step, Step::Done);
    // It had not: the temporary one does.
    let script = Script::of([
        proof_wanted(),
        new_password_wanted("s1", "[]"),
        Answer::Broken,
        session_expired(),
        proof_wanted(),
        wrong_password(),
        proof_wanted(),
        new_password_wanted("s2", "[]"),
        tokens(),
        revoked(),
    ]);
    let (mut sign_in, _) = begin(&script).await.unwrap();
    let lost = sign_in.choose_own_password(password(OWN), BTreeMap::new()).await;
    assert_eq!(lost.unwrap_err().retry, Retry::UnknownOutcome);
    let done = sign_in
        .choose_own_password(password(OWN), BTreeMap::new())
        .await
        .unwrap();
    assert_eq!(done.step, Step::Done);
    assert_eq!(script.requests(), 10);
}

#[tokio::test]
async fn another_password_does_not_pass_for_the_one_whose_answer_was_lost() {
    let script = Script::of([
        proof_wanted(),
        new_password_wanted("s1", "[]"),
        Answer::Broken,
        session_expired(),
        proof_wanted(),
        tokens(),
        revoked(),
    ]);
    let (mut sign_in, _) = begin(&script).await.unwrap();
    let lost = sign_in.choose_own_password(password(OWN), BTreeMap::new()).await;
    assert_eq!(lost.unwrap_err().retry, Retry::UnknownOutcome);
    let other = sign_in
        .choose_own_password(password("Another-Passw0rd"), BTreeMap::new())
        .await;
    assert_eq!(refusal(other), FailureCode::TemporaryPasswordSpent);
}

#[tokio::test]
async fn a_renewal_that_fails_leaves_the_person_where_they_were() {
    let script = Script::of([
        proof_wanted(),
        emailed("s1"),
        session_expired(),
        Answer::refusal("TooManyRequestsException", "Rate exceeded"),
        proof_wanted(),
        emailed("s2"),
        tokens(),
        revoked(),
    ]);
    let (mut sign_in, _) = begin(&script).await.unwrap();
    assert_eq!(
        refusal(sign_in.answer_code(code("111111")).await),
        FailureCode::Busy
    );
    let again = sign_in.answer_code(code("111111")).await.unwrap();
    assert_eq!((again.step, again.renewed), (email_step(), true));
    assert_eq!(
        sign_in.answer_code(code("222222")).await.unwrap().step,
        Step::Done
    );
}

#[tokio::test]
async fn a_call_that_was_given_up_leaves_a_good_sign_in() {
    let script = Script::of([proof_wanted(), new_password_wanted("s1", "[]"), Answer::Silence]);
    let (mut sign_in, _) = begin(&script).await.unwrap();
    let waiting = sign_in.choose_own_password(password(OWN), BTreeMap::new());
    assert!(
        tokio::time::timeout(Duration::from_millis(300), waiting)
            .await
            .is_err()
    );
    script.then([session_expired(), proof_wanted(), tokens(), revoked()]);
    let done = sign_in
        .choose_own_password(password(OWN), BTreeMap::new())
        .await
        .unwrap();
    assert_eq!((done.step, done.renewed), (Step::Done, true));
}

#[tokio::test]
async fn a_renewal_that_was_given_up_begins_once_more() {
    let script = Script::of([
        proof_wanted(),
        new_password_wanted("s1", "[]"),
        emailed("s2"),
        session_expired(),
        proof_wanted(),
        Answer::Silence,
    ]);
    let (mut sign_in, _) = begin(&script).await.unwrap();
    sign_in
        .choose_own_password(password(OWN), BTreeMap::new())
        .await
        .unwrap();
    let waiting = sign_in.answer_code(code("111111"));
    assert!(
        tokio::time::timeout(Duration::from_millis(900), waiting)
            .await
            .is_err()
    );
    let before = script.requests();
    script.then([proof_wanted(), emailed("s3"), tokens(), revoked()]);
    let again = sign_in.answer_code(code("111111")).await.unwrap();
    assert_eq!((again.step, again.renewed), (email_step(), true));
    assert_eq!(script.requests(), before + 2, "the old code went nowhere");
    assert_eq!(
        sign_in.answer_code(code("222222")).await.unwrap().step,
        Step::Done
    );
}

#[tokio::test]
async fn every_call_is_sent_once() {
    for answer in [
        Answer::refusal("TooManyRequestsException", "Rate exceeded"),
        Answer::refusal(
            "LimitExceededException",
            "Attempt limit exceeded, please try after some time.",
        ),
        Answer::Json(500, r#"{"__type":"InternalErrorException"}"#.into()),
        Answer::Broken,
        Answer::Html,
    ] {
        let script = Script::of([answer.clone()]);
        refusal(begin(&script).await);
        assert_eq!(script.requests(), 1);
        let script = Script::of([proof_wanted(), emailed("s1"), answer]);
        let (mut sign_in, _) = begin(&script).await.unwrap();
        refusal(sign_in.answer_code(code("123456")).await);
        assert_eq!(operations(&script).len(), 3);
    }
}
