//! NEW_PASSWORD_REQUIRED (AWS API reference; refusals as observed).

use serde_json::{Value, json};

use super::bench::{Answer, Bench, PASSWORD, refused};
use crate::seeds::{self, NORTHWIND};

const NEW: &str = "Chosen-Passw0rd";

/// A pool that requires a name and knows attributes of every kind, and `eve`, who was invited.
fn bench(client: &Value) -> (Bench, Value) {
    let schema = json!({ "Schema": [
        { "Name": "name", "Required": true },
        { "Name": "family_name", "Required": true, "Mutable": false },
        { "Name": "badge", "Mutable": false },
    ] });
    let bench = Bench::new(&schema, client);
    bench.invited_user("eve");
    let challenge = bench.sign_in("eve", PASSWORD).unwrap();
    (bench, challenge)
}

fn complete() -> Value {
    json!({
        "NEW_PASSWORD": NEW, "userAttributes.name": "Eve Moneypenny", "userAttributes.family_name": "Moneypenny",
    })
}

fn with(more: &[(&str, &str)]) -> Value {
    let mut responses = complete();
    for (name, value) in more {
        responses[*name] = json!(value);
    }
    responses
}

fn attribute(bench: &Bench, name: &str) -> Value {
    let user = bench.admin_on("AdminGetUser", "eve", json!({})).unwrap();
    let attributes = user["UserAttributes"].as_array().unwrap().clone();
    let found = attributes.into_iter().find(|attribute| attribute["Name"] == name);
    found.map_or(Value::Null, |attribute| attribute["Value"].clone())
}

#[test]
fn the_challenge_says_in_json_text_what_is_there_and_what_is_missing() {
    let (_, challenge) = bench(&json!({}));
    assert_eq!(challenge["ChallengeName"], "NEW_PASSWORD_REQUIRED");
    let parameter = |name: &str| -> Value {
        serde_json::from_str(challenge["ChallengeParameters"][name].as_str().unwrap()).unwrap()
    };
    assert_eq!(
        parameter("requiredAttributes"),
        json!(["userAttributes.name", "userAttributes.family_name"])
    );
    assert_eq!(
        parameter("userAttributes"),
        json!({ "email": "eve@example.com", "email_verified": "true" })
    );
}

#[test]
fn a_new_password_and_what_was_missing_sign_in() {
    let (bench, challenge) = bench(&json!({}));
    let responses = with(&[("userAttributes.nickname", "Evie")]);
    let answer = bench.reply(&challenge, responses).unwrap();
    assert!(answer["AuthenticationResult"]["AccessToken"].is_string());
    assert_eq!(bench.status("eve"), "CONFIRMED");
    assert_eq!(attribute(&bench, "name"), "Eve Moneypenny");
    assert_eq!(attribute(&bench, "family_name"), "Moneypenny");
    assert_eq!(attribute(&bench, "nickname"), "Evie");
    assert_eq!(attribute(&bench, "email_verified"), "true");
    assert!(bench.sign_in("eve", NEW).unwrap()["AuthenticationResult"].is_object());
    assert_eq!(
        bench.sign_in("eve", PASSWORD),
        refused("NotAuthorizedException", "Incorrect username or password.")
    );
    bench.wait(8 * 86_400);
    assert!(bench.sign_in("eve", NEW).is_ok(), "it is not temporary any more");
}

#[test]
fn it_follows_a_proof_too() {
    let bench = Bench::seeded(&NORTHWIND);
    let challenge = bench.prove("diego@example.com", seeds::PASSWORD).unwrap();
    let id = &challenge["ChallengeParameters"]["USER_ID_FOR_SRP"];
    assert_ne!(id, "diego@example.com");
    let answer = bench.reply(&challenge, json!({ "NEW_PASSWORD": "Twelve letters 1" }));
    assert!(answer.unwrap()["AuthenticationResult"].is_object());
    assert!(bench.prove("diego@example.com", "Twelve letters 1").is_ok());
}

#[test]
fn what_is_refused_and_how() {
    let invalid = |message: &str| refused("InvalidParameterException", message);
    let not_authorized = |message: &str| refused("NotAuthorizedException", message);
    let cases: Vec<(Value, Answer)> = vec![
        (
            json!({ "userAttributes.name": "Eve" }),
            invalid("Missing required parameter NEW_PASSWORD"),
        ),
        (
            json!({ "NEW_PASSWORD": NEW }),
            invalid("Invalid attributes given, name is missing"),
        ),
        (
            json!({ "NEW_PASSWORD": NEW, "userAttributes.name": "Eve" }),
            invalid("Invalid attributes given, family_name is missing"),
        ),
        (
            json!({ "NEW_PASSWORD": NEW, "userAttributes.name": "", "userAttributes.family_name": "M" }),
            invalid("Invalid attributes given, name is missing"),
        ),
        (
            with(&[("userAttributes.email", "eve@example.com")]),
            not_authorized("Cannot modify an already provided email"),
        ),
        (
            with(&[("userAttributes.email_verified", "true")]),
            not_authorized("Cannot modify an already provided email_verified"),
        ),
        (
            with(&[("userAttributes.phone_number_verified", "true")]),
            invalid("Cannot modify the non-mutable attribute phone_number_verified"),
        ),
        (
            with(&[("userAttributes.custom:badge", "7")]),
            invalid("Cannot modify the non-mutable attribute custom:badge"),
        ),
        (
            with(&[("userAttributes.sub", "7")]),
            invalid("Cannot modify the non-mutable attribute sub"),
        ),
        (
            with(&[("userAttributes.phone_number", "555 0142")]),
            invalid("Invalid phone number format."),
        ),
        (
            with(&[("NEW_PASSWORD", "short")]),
            refused(
                "InvalidPasswordException",
                "Password did not conform with policy: Password not long enough",
            ),
        ),
        (
            with(&[("NEW_PASSWORD", "no-capitals-1")]),
            refused(
                "InvalidPasswordException",
                "Password did not conform with policy: Password must have uppercase characters",
            ),
        ),
    ];
    let (bench, challenge) = bench(&json!({}));
    for (responses, expected) in cases {
        assert_eq!(
            bench.reply(&challenge, responses.clone()),
            expected,
            "{responses}"
        );
        assert_eq!(bench.status("eve"), "FORCE_CHANGE_PASSWORD");
    }
    assert_eq!(attribute(&bench, "name"), Value::Null, "nothing was kept of it");
    assert!(
        bench.reply(&challenge, complete()).is_ok(),
        "the session is still good"
    );
}

#[test]
fn a_client_writes_only_what_it_may() {
    let client = json!({ "WriteAttributes": ["name", "family_name", "email"] });
    let (bench, challenge) = bench(&client);
    assert_eq!(
        bench.reply(&challenge, with(&[("userAttributes.nickname", "Evie")])),
        refused(
            "NotAuthorizedException",
            "A client attempted to write unauthorized attribute"
        )
    );
    assert!(bench.reply(&challenge, complete()).is_ok());
}

#[test]
fn a_contact_that_is_filled_in_is_not_verified() {
    let (bench, challenge) = bench(&json!({}));
    let responses = with(&[("userAttributes.phone_number", "+12065550142")]);
    bench.reply(&challenge, responses).unwrap();
    assert_eq!(attribute(&bench, "phone_number"), "+12065550142");
    assert_eq!(attribute(&bench, "phone_number_verified"), "false");
}

#[test]
fn a_password_that_was_used_lately_is_not_new() {
    let policy =
        json!({ "Policies": { "PasswordPolicy": { "MinimumLength": 8, "PasswordHistorySize": 2 } } });
    let bench = Bench::new(&policy, &json!({}));
    bench.invited_user("eve");
    let challenge = bench.sign_in("eve", PASSWORD).unwrap();
    let answer = |password| bench.reply(&challenge, json!({ "NEW_PASSWORD": password }));
    assert_eq!(
        answer(PASSWORD).unwrap_err().0,
        "PasswordHistoryPolicyViolationException"
    );
    assert!(answer(NEW).is_ok());
}

#[test]
fn a_temporary_password_can_expire_while_the_new_one_is_thought_of() {
    let policy = json!({ "Policies": { "PasswordPolicy": { "MinimumLength": 8, "TemporaryPasswordValidityDays": 1 } } });
    let bench = Bench::new(&policy, &json!({}));
    bench.invited_user("eve");
    bench.wait(86_400 - 60);
    let challenge = bench.sign_in("eve", PASSWORD).unwrap();
    bench.wait(60);
    assert_eq!(
        bench.reply(&challenge, json!({ "NEW_PASSWORD": NEW })),
        refused(
            "NotAuthorizedException",
            "Temporary password has expired and must be reset by an administrator."
        )
    );
}

#[test]
fn somebody_who_got_another_password_meanwhile_begins_again() {
    let (bench, challenge) = bench(&json!({}));
    let input = json!({ "Password": "Given-Passw0rd", "Permanent": true });
    bench.admin_on("AdminSetUserPassword", "eve", input).unwrap();
    assert_eq!(
        bench.reply(&challenge, complete()),
        refused("NotAuthorizedException", "Invalid session for the user.")
    );
    assert!(bench.sign_in("eve", "Given-Passw0rd").is_ok());
}

#[test]
fn an_email_that_names_users_is_nobody_elses() {
    let bench = Bench::new(
        &json!({ "UsernameAttributes": ["email", "phone_number"] }),
        &json!({}),
    );
    for (username, phone) in [("ada@example.com", "+12065550142"), ("eve@example.com", "")] {
        let attributes = if phone.is_empty() {
            json!([])
        } else {
            json!([{ "Name": "phone_number", "Value": phone }])
        };
        let input = json!({
            "MessageAction": "SUPPRESS", "TemporaryPassword": PASSWORD, "UserAttributes": attributes,
        });
        bench.admin_on("AdminCreateUser", username, input).unwrap();
    }
    let challenge = bench.sign_in("eve@example.com", PASSWORD).unwrap();
    let with_phone = |phone: &str| {
        let responses = json!({ "NEW_PASSWORD": NEW, "userAttributes.phone_number": phone });
        bench.reply(&challenge, responses)
    };
    assert_eq!(with_phone("+12065550142").unwrap_err().0, "AliasExistsException");
    assert!(with_phone("+12065550143").is_ok());
}

#[test]
fn mei_fills_in_her_name() {
    let bench = Bench::seeded(&NORTHWIND);
    let challenge = bench.sign_in("mei@example.com", seeds::PASSWORD).unwrap();
    assert_eq!(
        challenge["ChallengeParameters"]["requiredAttributes"],
        r#"["userAttributes.given_name","userAttributes.family_name"]"#
    );
    let responses = json!({
        "NEW_PASSWORD": "Twelve letters 1",
        "userAttributes.given_name": "Mei",
        "userAttributes.family_name": "Tanaka",
    });
    assert!(bench.reply(&challenge, responses).unwrap()["AuthenticationResult"].is_object());
}
