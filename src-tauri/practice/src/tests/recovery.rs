//! A forgotten password, in a pool where everything is in order.

use serde_json::json;

use super::bench::{Answer, Bench, PASSWORD, refused};
use crate::seeds::{FABRIKAM, NORTHWIND, TAILSPIN};
use crate::user::Factor;
use crate::{Medium, Purpose};

const NEW: &str = "Chosen-Passw0rd";

fn mismatch() -> Answer {
    refused(
        "CodeMismatchException",
        "Invalid verification code provided, please try again.",
    )
}

fn expired() -> Answer {
    refused(
        "ExpiredCodeException",
        "Invalid code provided, please request a code again.",
    )
}

fn attempt_limit() -> Answer {
    refused(
        "LimitExceededException",
        "Attempt limit exceeded, please try after some time.",
    )
}

fn bench() -> Bench {
    let bench = Bench::lenient();
    bench.confirmed_user("ada");
    bench
}

#[test]
fn the_code_arrives_and_changes_the_password() {
    let bench = bench();
    bench.forgot("ada").unwrap();
    let message = bench.pools.inbox().pop().unwrap();
    assert_eq!((message.purpose, message.medium), (Purpose::Reset, Medium::Email));
    assert_eq!(
        (message.to.as_str(), message.username.as_str()),
        ("ada@example.com", "ada")
    );
    assert_eq!(message.pool, bench.pool_id);
    assert_eq!(message.sent_at, bench.clock.now());
    assert!(
        bench.sign_in("ada", PASSWORD).is_ok(),
        "the old password works until then"
    );
    assert_eq!(bench.confirm("ada", &message.code, NEW), Ok(json!({})));
    assert!(bench.sign_in("ada", PASSWORD).is_err());
    assert!(bench.sign_in("ada", NEW).is_ok());
}

#[test]
fn only_the_newest_code_is_good_and_only_once() {
    let bench = bench();
    bench.forgot("ada").unwrap();
    let first = bench.newest_code();
    bench.forgot("ada").unwrap();
    let second = bench.newest_code();
    if first != second {
        assert_eq!(bench.confirm("ada", &first, NEW), mismatch());
    }
    assert_eq!(bench.confirm("ada", &second, NEW), Ok(json!({})));
    assert_eq!(bench.confirm("ada", &second, "Other-Passw0rd"), expired());
}

#[test]
fn a_code_is_good_for_an_hour() {
    let bench = bench();
    bench.forgot("ada").unwrap();
    bench.wait(3_598);
    assert_eq!(bench.confirm("ada", bench.wrong_code(), NEW), mismatch());
    bench.wait(2);
    assert_eq!(bench.confirm("ada", &bench.newest_code(), NEW), expired());
}

#[test]
fn a_refused_password_leaves_the_code_good() {
    let bench = bench();
    bench.forgot("ada").unwrap();
    let code = bench.newest_code();
    for (password, rule) in [
        ("Sh0rt-1", "Password not long enough"),
        ("no-upper-1", "Password must have uppercase characters"),
        ("NO-LOWER-1", "Password must have lowercase characters"),
        ("No-number-", "Password must have numeric characters"),
        ("NoSymbol11", "Password must have symbol characters"),
    ] {
        let message = format!("Password did not conform with policy: {rule}");
        assert_eq!(
            bench.confirm("ada", &code, password),
            refused("InvalidPasswordException", &message)
        );
    }
    assert_eq!(
        bench.confirm("ada", bench.wrong_code(), "short"),
        mismatch(),
        "the code is looked at first"
    );
    assert_eq!(bench.confirm("ada", &code, NEW), Ok(json!({})));
}

#[test]
fn the_last_passwords_may_not_come_again() {
    let policy =
        json!({ "Policies": { "PasswordPolicy": { "MinimumLength": 8, "PasswordHistorySize": 2 } } });
    let bench = Bench::new(&policy, &json!({}));
    bench.confirmed_user("ada");
    let change = |password: &str| {
        bench.forgot("ada").unwrap();
        bench
            .confirm("ada", &bench.newest_code(), password)
            .map_err(|(code, _)| code)
    };
    let again = Err("PasswordHistoryPolicyViolationException".to_owned());
    assert_eq!(change(PASSWORD), again);
    assert_eq!(change("Second-Passw0rd"), Ok(json!({})));
    assert_eq!(change(PASSWORD), again);
    assert_eq!(change("Third-Passw0rd"), Ok(json!({})));
    bench.forget_attempts();
    assert_eq!(change(PASSWORD), Ok(json!({})), "two passwords ago");
    let input = json!({ "Password": "Third-Passw0rd", "Permanent": true });
    assert_eq!(
        bench
            .admin_on("AdminSetUserPassword", "ada", input)
            .map_err(|(code, _)| code),
        again
    );
}

#[test]
fn asking_and_confirming_share_ten_attempts_an_hour() {
    let bench = bench();
    bench.forgot("ada").unwrap();
    for _ in 0..9 {
        assert_eq!(bench.confirm("ada", bench.wrong_code(), NEW), mismatch());
    }
    assert_eq!(bench.confirm("ada", &bench.newest_code(), NEW), attempt_limit());
    assert_eq!(bench.forgot("ada"), attempt_limit());
    bench.wait(3_600);
    assert!(bench.forgot("ada").is_ok());
    assert_eq!(bench.confirm("ada", &bench.newest_code(), NEW), Ok(json!({})));
}

#[test]
fn an_alias_names_the_same_user_and_shares_their_attempts() {
    let bench = Bench::new(&json!({ "AliasAttributes": ["email"] }), &json!({}));
    bench.confirmed_user("ada");
    for _ in 0..5 {
        assert!(bench.forgot("ada").is_ok());
        assert!(bench.forgot("ada@example.com").is_ok());
    }
    assert_eq!(bench.forgot("ada"), attempt_limit());
}

#[test]
fn a_code_goes_to_the_contact_the_pool_chooses() {
    let bench = Bench::seeded(&NORTHWIND);
    bench.forgot("omar@example.com").unwrap();
    let message = bench.pools.inbox().pop().unwrap();
    assert_eq!(
        (message.medium, message.to.as_str()),
        (Medium::Sms, "+4915112349934")
    );
    bench.change("omar@example.com", |user| {
        user.mfa.preferred = Some(Factor::Sms);
    });
    bench.forgot("omar@example.com").unwrap();
    assert_eq!(
        bench.messages(),
        1,
        "a number that is the second factor gets no code"
    );
}

#[test]
fn the_secret_hash_is_over_exactly_what_was_typed() {
    let bench = Bench::seeded(&NORTHWIND);
    let client = NORTHWIND.client_id;
    let forgot = |username: &str, hash: Option<String>| {
        let mut input = json!({ "ClientId": client, "Username": username });
        if let Some(hash) = hash {
            input["SecretHash"] = json!(hash);
        }
        let answer = bench.http("ForgotPassword", &input, false).unwrap();
        let body: serde_json::Value = serde_json::from_slice(answer.body()).unwrap();
        body["message"].as_str().map(str::to_owned)
    };
    let missing = format!("Client {client} is configured with secret but SECRET_HASH was not received");
    let wrong = format!("Unable to verify secret hash for client {client}");
    assert_eq!(forgot("jane@example.com", None), Some(missing));
    assert_eq!(
        forgot("jane@example.com", Some("d3Jvbmc=".into())),
        Some(wrong.clone())
    );
    assert_eq!(
        forgot("jane@example.com", Some(bench.hash("jane@example.com"))),
        None
    );
    assert_eq!(
        forgot("JANE@example.com", Some(bench.hash("jane@example.com"))),
        Some(wrong)
    );
    assert_eq!(
        forgot("JANE@example.com", Some(bench.hash("JANE@example.com"))),
        None
    );
}

#[test]
fn the_seeded_people_are_stuck_as_their_stories_say() {
    let code = |answer: Answer| answer.map(|_| ()).map_err(|(code, _)| code);
    let benches = [&NORTHWIND, &FABRIKAM, &TAILSPIN].map(|pool| (pool, Bench::seeded(pool)));
    for person in benches[0].1.pools.people() {
        let (pool, bench) = benches.iter().find(|(pool, _)| pool.name == person.pool).unwrap();
        let before = bench.messages();
        let answer = code(bench.forgot(person.username));
        let sent = bench.messages() - before;
        use crate::Story::*;
        let (expected, sends) = match person.story {
            // Only an administrator resets passwords there, and says so to everybody.
            AuthenticatorDue => (Some("NotAuthorizedException"), 0),
            // A second factor that is not the only contact leaves one for the code.
            Authenticator | TextMessageFactor | EmailFactor | SeveralFactors => (None, 1),
            Forgot | PhoneOnly | ResetRequired => (None, 1),
            SignUpUnfinished | NoVerifiedContact | FactorIsContact => (Some("InvalidParameterException"), 0),
            Invited | InvitedIncomplete | InvitationExpired | Disabled | Federated => {
                (Some("NotAuthorizedException"), 0)
            }
        };
        let expected = expected
            .filter(|_| pool.name != NORTHWIND.name)
            .map_or(Ok(()), |code| Err(code.to_owned()));
        assert_eq!((answer, sent), (expected, sends), "{person:?}");
    }
}
