//! Who exists: what a client with PreventUserExistenceErrors hides, and what it tells without
//! (AWS developer guide, managing user existence error responses).

use serde_json::{Value, json};

use super::bench::{Answer, Bench, PASSWORD, refused};
use crate::user::UserStatus;

const NEW: &str = "Chosen-Passw0rd";

fn mismatch() -> Answer {
    refused(
        "CodeMismatchException",
        "Invalid verification code provided, please try again.",
    )
}

fn incorrect() -> Answer {
    refused("NotAuthorizedException", "Incorrect username or password.")
}

fn looks_delivered(answer: &Answer) -> bool {
    let details = answer.as_ref().map(|answer| &answer["CodeDeliveryDetails"]);
    details.is_ok_and(|details| {
        ["Destination", "DeliveryMedium", "AttributeName"]
            .iter()
            .all(|name| details[name].is_string())
    })
}

/// A bench where `ghost` does not exist, `off` is disabled, and `bare` has no verified contact.
fn hiding() -> Bench {
    let bench = Bench::hiding();
    bench.confirmed_user("off");
    bench.change("off", |user| user.enabled = false);
    bench.confirmed_user("bare");
    bench.change("bare", |user| user.attributes.clear());
    bench.invited_user("invited");
    bench.unconfirmed_user("unconfirmed");
    bench
}

#[test]
fn forgot_password_pretends() {
    let bench = hiding();
    let before = bench.messages();
    for username in ["ghost", "off", "bare", "invited", "unconfirmed"] {
        let answer = bench.forgot(username);
        assert!(looks_delivered(&answer), "{username}");
        assert_eq!(bench.forgot(username), answer, "the same each time");
    }
    assert_eq!(bench.messages(), before, "nothing was sent");
}

#[test]
fn what_is_pretended_follows_what_was_typed_and_the_pools_settings() {
    let details = |bench: &Bench, username: &str| {
        let answer = bench.forgot(username).unwrap();
        let text = |name: &str| answer["CodeDeliveryDetails"][name].as_str().unwrap().to_owned();
        (text("Destination"), text("DeliveryMedium"), text("AttributeName"))
    };
    let bench = Bench::hiding();
    let email = ("g***@n***".into(), "EMAIL".into(), "email".into());
    assert_eq!(details(&bench, "ghost@nowhere.org"), email);
    let phone = ("+*******9934".into(), "SMS".into(), "phone_number".into());
    assert_eq!(details(&bench, "+12065559934"), phone);
    assert_eq!(details(&bench, "ghost").1, "EMAIL");
    let by_phone = Bench::new(
        &json!({ "AccountRecoverySetting": { "RecoveryMechanisms": [
            { "Priority": 1, "Name": "verified_phone_number" },
        ] } }),
        &json!({ "PreventUserExistenceErrors": "ENABLED" }),
    );
    assert_eq!(details(&by_phone, "ghost").1, "SMS");
}

#[test]
fn confirm_forgot_password_says_mismatch() {
    let bench = hiding();
    assert_eq!(bench.confirm("ghost", "123456", NEW), mismatch());
    assert_eq!(bench.confirm("off", "123456", NEW), mismatch());
    let expired = refused(
        "ExpiredCodeException",
        "Invalid code provided, please request a code again.",
    );
    assert_eq!(
        bench.confirm("bare", "123456", NEW),
        expired,
        "no code was ever requested"
    );
}

#[test]
fn sign_up_operations_pretend() {
    let bench = hiding();
    let before = bench.messages();
    for username in ["ghost", "off"] {
        assert!(looks_delivered(
            &bench.public("ResendConfirmationCode", json!({ "Username": username }))
        ));
        let input = json!({ "Username": username, "ConfirmationCode": "123456" });
        assert_eq!(bench.public("ConfirmSignUp", input), mismatch());
    }
    assert_eq!(bench.messages(), before);
}

#[test]
fn signing_in_says_only_that_something_is_wrong() {
    let bench = hiding();
    for username in ["ghost", "off"] {
        assert_eq!(bench.sign_in(username, PASSWORD), incorrect());
        let challenge = bench.ask_for_proof(username).unwrap();
        let again = bench.ask_for_proof(username).unwrap();
        let parameter = |answer: &Value, name: &str| answer["ChallengeParameters"][name].clone();
        for stable in ["SALT", "USER_ID_FOR_SRP", "USERNAME"] {
            assert_eq!(parameter(&challenge, stable), parameter(&again, stable));
        }
        assert_ne!(parameter(&challenge, "SRP_B"), parameter(&again, "SRP_B"));
        assert_eq!(bench.prove(username, PASSWORD), incorrect());
    }
}

#[test]
fn a_pretended_user_of_an_email_pool_has_a_uuid() {
    let bench = Bench::new(
        &json!({ "UsernameAttributes": ["email"] }),
        &json!({ "PreventUserExistenceErrors": "ENABLED" }),
    );
    let challenge = bench.ask_for_proof("ghost@example.com").unwrap();
    let id = challenge["ChallengeParameters"]["USER_ID_FOR_SRP"]
        .as_str()
        .unwrap();
    assert_eq!((id.len(), id.matches('-').count()), (36, 4));
}

#[test]
fn nobody_is_locked_out_or_limited_like_somebody() {
    let bench = hiding();
    for _ in 0..5 {
        assert_eq!(bench.sign_in("ghost", "wrong"), incorrect());
    }
    let locked = refused("NotAuthorizedException", "Password attempts exceeded");
    assert_eq!(bench.sign_in("ghost", "wrong"), locked);
    for _ in 0..10 {
        assert!(looks_delivered(&bench.forgot("ghost")));
    }
    let limit = refused(
        "LimitExceededException",
        "Attempt limit exceeded, please try after some time.",
    );
    assert_eq!(bench.forgot("ghost"), limit);
    assert_eq!(
        bench.confirm("GHOST", "123456", NEW),
        mismatch(),
        "names differ by case here"
    );
}

#[test]
fn without_it_everything_is_told() {
    let bench = Bench::lenient();
    let unknown = refused("UserNotFoundException", "User does not exist.");
    let no_combination = refused(
        "UserNotFoundException",
        "Username/client id combination not found.",
    );
    assert_eq!(bench.forgot("ghost"), no_combination);
    assert_eq!(
        bench.public("ResendConfirmationCode", json!({ "Username": "ghost" })),
        no_combination
    );
    assert_eq!(bench.confirm("ghost", "123456", NEW), unknown);
    let input = json!({ "Username": "ghost", "ConfirmationCode": "123456" });
    assert_eq!(bench.public("ConfirmSignUp", input), unknown);
    assert_eq!(bench.sign_in("ghost", PASSWORD), unknown);
    assert_eq!(bench.ask_for_proof("ghost"), unknown);
}

#[test]
fn administrators_are_always_told() {
    let bench = hiding();
    let unknown = refused("UserNotFoundException", "User does not exist.");
    for (operation, input) in [
        ("AdminGetUser", json!({})),
        ("AdminDeleteUser", json!({})),
        ("AdminResetUserPassword", json!({})),
        ("AdminSetUserPassword", json!({ "Password": NEW })),
        ("AdminUpdateUserAttributes", json!({ "UserAttributes": [] })),
        ("AdminCreateUser", json!({ "MessageAction": "RESEND" })),
    ] {
        assert_eq!(bench.admin_on(operation, "ghost", input), unknown, "{operation}");
    }
}

#[test]
fn a_pool_where_only_administrators_reset_says_so_to_all() {
    let admin_only = json!({ "AccountRecoverySetting": { "RecoveryMechanisms": [
        { "Priority": 1, "Name": "admin_only" },
    ] } });
    let told = refused(
        "NotAuthorizedException",
        "Contact administrator to reset password.",
    );
    let bench = Bench::new(&admin_only, &json!({ "PreventUserExistenceErrors": "ENABLED" }));
    bench.user_in(UserStatus::Confirmed, "ada");
    assert_eq!(bench.forgot("ada"), told);
    assert_eq!(bench.forgot("ghost"), told);
    assert_eq!(bench.admin_on("AdminResetUserPassword", "ada", json!({})), told);
    let bench = Bench::new(&admin_only, &json!({}));
    bench.user_in(UserStatus::Confirmed, "ada");
    assert_eq!(bench.forgot("ada"), told);
}
