//! Not even the most talkative log has a secret of a sign-in in it. A process of its own: tests beside it
//! would change what is logged.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod everything_logged;
mod scripted;
#[path = "sign_in/words.rs"]
mod words;

use std::collections::BTreeMap;

use cognito::sign_in::Step;
use cognito::{Username, recovery};
use serde_json::json;

use everything_logged::listened_to;
use scripted::{Answer, CLIENT_SECRET, Script};
use words::{
    OWN, TEMPORARY, begin, challenge, code, new_password_wanted, password, proof_wanted, revoked, tokens,
};

#[test]
fn a_whole_sign_in_leaves_no_secret_in_a_log_of_everything() {
    let ((script, debugged), logged) = listened_to(walk());
    let logged = logged + &debugged;
    assert!(
        logged.contains("received response from service"),
        "the SDK tells this log what others sent"
    );
    assert!(
        logged.contains("the call failed code=code-wrong"),
        "and we tell it what failed"
    );
    let mut secrets: Vec<String> = [
        TEMPORARY,
        OWN,
        CLIENT_SECRET,
        "session-one",
        "session-two",
        "session-three",
        "session-four",
        "JBSWY3DPEHPK3PXP",
        "271828",
        "314159",
        "the-access-token",
        "the-id-token",
        "the-refresh-token",
    ]
    .map(str::to_owned)
    .to_vec();
    for asked in script.asked() {
        for member in ["SECRET_HASH", "PASSWORD_CLAIM_SIGNATURE"] {
            for place in ["AuthParameters", "ChallengeResponses"] {
                secrets.extend(asked.body[place][member].as_str().map(str::to_owned));
            }
        }
    }
    assert!(secrets.len() > 18, "the hashes and the claim are among them");
    for secret in secrets {
        assert!(!logged.contains(&secret), "{secret}");
    }
}

/// A sign-in with everything in it: a proof, a new password, a wrong code, an authenticator.
async fn walk() -> (Script, String) {
    let ok = |body: serde_json::Value| Answer::ok(&body.to_string());
    let script = Script::of([
        proof_wanted(),
        new_password_wanted("session-one", "[]"),
        challenge("SMS_MFA", "session-two", json!({})),
        Answer::refusal("CodeMismatchException", "Invalid code 271828 for the user."),
        challenge(
            "MFA_SETUP",
            "session-three",
            json!({ "MFAS_CAN_SETUP": "[\"SOFTWARE_TOKEN_MFA\"]" }),
        ),
        ok(json!({ "SecretCode": "JBSWY3DPEHPK3PXP", "Session": "session-three" })),
        ok(json!({ "Status": "SUCCESS", "Session": "session-four" })),
        tokens(),
        revoked(),
    ]);
    // The SDK logs every byte of an answer like this. First, because the first call decides what is logged.
    let other = Script::of([Answer::ok("{}")]);
    let jane = Username::parse("somebody", &[]).unwrap();
    recovery::forgot_password(&other.user_client(), &jane)
        .await
        .unwrap();
    let (mut sign_in, first) = begin(&script).await.unwrap();
    let second = sign_in
        .choose_own_password(password(OWN), BTreeMap::new())
        .await
        .unwrap();
    let wrong = sign_in.answer_code(code("271828")).await.unwrap_err();
    let third = sign_in.answer_code(code("161803")).await.unwrap();
    let last = sign_in.confirm_authenticator(code("314159")).await.unwrap();
    assert_eq!(last.step, Step::Done);
    let debugged = format!("{first:?} {second:?} {wrong:?} {third:?} {last:?}");
    (script, debugged)
}
