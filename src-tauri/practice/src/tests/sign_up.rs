//! A new account.

use serde_json::{Value, json};

use super::bench::{Answer, Bench, PASSWORD, refused};
use crate::{Medium, Purpose};

fn sign_up(bench: &Bench, username: &str, attributes: &Value) -> Answer {
    let input = json!({ "Username": username, "Password": PASSWORD, "UserAttributes": attributes });
    bench.public("SignUp", input)
}

fn confirm(bench: &Bench, username: &str, code: &str) -> Answer {
    bench.public(
        "ConfirmSignUp",
        json!({ "Username": username, "ConfirmationCode": code }),
    )
}

fn resend(bench: &Bench, username: &str) -> Answer {
    bench.public("ResendConfirmationCode", json!({ "Username": username }))
}

fn email(address: &str) -> Value {
    json!([{ "Name": "email", "Value": address }])
}

#[test]
fn a_code_confirms_the_account_and_the_address() {
    let bench = Bench::lenient();
    let answer = sign_up(&bench, "ada", &email("ada@example.com")).unwrap();
    assert_eq!(answer["UserConfirmed"], false);
    assert_eq!(answer["CodeDeliveryDetails"]["Destination"], "a***@e***");
    let message = bench.pools.inbox().pop().unwrap();
    assert_eq!(
        (message.purpose, message.medium),
        (Purpose::SignUp, Medium::Email)
    );
    assert_eq!(answer["UserSub"], message.sub);
    assert_eq!(confirm(&bench, "ada", &message.code), Ok(json!({})));
    let user = bench.admin_on("AdminGetUser", "ada", json!({})).unwrap();
    assert_eq!(user["UserStatus"], "CONFIRMED");
    let verified = json!({ "Name": "email_verified", "Value": "true" });
    assert!(user["UserAttributes"].as_array().unwrap().contains(&verified));
}

#[test]
fn a_code_is_good_for_a_day_and_only_the_newest() {
    let bench = Bench::lenient();
    bench.unconfirmed_user("ada");
    let first = bench.newest_code();
    resend(&bench, "ada").unwrap();
    let mismatch = refused(
        "CodeMismatchException",
        "Invalid verification code provided, please try again.",
    );
    if first != bench.newest_code() {
        assert_eq!(confirm(&bench, "ada", &first), mismatch);
    }
    bench.wait(86_400 - 2);
    assert_eq!(confirm(&bench, "ada", bench.wrong_code()), mismatch);
    bench.wait(2);
    let expired = refused(
        "ExpiredCodeException",
        "Invalid code provided, please request a code again.",
    );
    assert_eq!(confirm(&bench, "ada", &bench.newest_code()), expired);
    resend(&bench, "ada").unwrap();
    assert_eq!(confirm(&bench, "ada", &bench.newest_code()), Ok(json!({})));
}

#[test]
fn attempts_are_limited() {
    let limit = refused(
        "LimitExceededException",
        "Attempt limit exceeded, please try after some time.",
    );
    let bench = Bench::lenient();
    bench.unconfirmed_user("ada");
    for _ in 0..5 {
        assert!(resend(&bench, "ada").is_ok());
    }
    assert_eq!(resend(&bench, "ada"), limit);
    for _ in 0..15 {
        assert!(
            confirm(&bench, "ada", bench.wrong_code())
                .is_err_and(|(code, _)| code == "CodeMismatchException")
        );
    }
    assert_eq!(confirm(&bench, "ada", &bench.newest_code()), limit);
    bench.wait(3_600);
    assert_eq!(confirm(&bench, "ada", &bench.newest_code()), Ok(json!({})));
}

#[test]
fn a_pool_that_verifies_nothing_sends_no_codes() {
    let bench = Bench::new(&json!({ "AutoVerifiedAttributes": [] }), &json!({}));
    let answer = sign_up(&bench, "ada", &email("ada@example.com")).unwrap();
    assert!(answer["CodeDeliveryDetails"].is_null());
    let off = refused(
        "NotAuthorizedException",
        "Cannot resend codes. Auto verification not turned on.",
    );
    assert_eq!(resend(&bench, "ada"), off);
}

#[test]
fn what_cannot_be_signed_up_is_told() {
    let bench = Bench::lenient();
    let refusal = |answer: Answer| answer.map(|_| ()).unwrap_err();
    let invalid = |message: &str| ("InvalidParameterException".to_owned(), message.to_owned());
    bench.unconfirmed_user("ada");
    assert_eq!(
        refusal(sign_up(&bench, "ada", &email("other@example.com"))),
        ("UsernameExistsException".into(), "User already exists".into())
    );
    assert_eq!(
        refusal(sign_up(&bench, "eve", &email("eve"))),
        invalid("Invalid email address format.")
    );
    let phone = json!([{ "Name": "phone_number", "Value": "0152" }]);
    assert_eq!(
        refusal(sign_up(&bench, "eve", &phone)),
        invalid("Invalid phone number format.")
    );
    let verified = json!([{ "Name": "email_verified", "Value": "true" }]);
    assert_eq!(
        refusal(sign_up(&bench, "eve", &verified)).0,
        "NotAuthorizedException"
    );
    let unknown = json!([{ "Name": "custom:colour", "Value": "red" }]);
    assert_eq!(
        refusal(sign_up(&bench, "eve", &unknown)),
        invalid(
            "Attributes did not conform to the schema: Type for attribute {custom:colour} could not be determined"
        )
    );
    let weak = bench.public("SignUp", json!({ "Username": "eve", "Password": "weak" }));
    assert_eq!(
        weak,
        refused(
            "InvalidPasswordException",
            "Password did not conform with policy: Password not long enough"
        )
    );
    let closed = Bench::new(
        &json!({ "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": true } }),
        &json!({}),
    );
    assert_eq!(
        sign_up(&closed, "eve", &email("eve@example.com")),
        refused(
            "NotAuthorizedException",
            "SignUp is not permitted for this user pool"
        )
    );
}

#[test]
fn required_and_custom_attributes_follow_the_schema() {
    let schema = json!({ "Schema": [{ "Name": "name", "Required": true }, { "Name": "colour" }] });
    let bench = Bench::new(&schema, &json!({}));
    let message = "Attributes did not conform to the schema: name: The attribute is required";
    assert_eq!(
        sign_up(&bench, "ada", &json!([])),
        refused("InvalidParameterException", message)
    );
    let complete = json!([{ "Name": "name", "Value": "Ada" }, { "Name": "custom:colour", "Value": "red" }]);
    assert!(sign_up(&bench, "ada", &complete).is_ok());
}

#[test]
fn user_names_that_are_emails_are_stored_as_the_sub() {
    let bench = Bench::new(&json!({ "UsernameAttributes": ["email"] }), &json!({}));
    let message = "Username should be an email.";
    assert_eq!(
        sign_up(&bench, "ada", &json!([])),
        refused("InvalidParameterException", message)
    );
    let sub = sign_up(&bench, "ada@example.com", &json!([])).unwrap()["UserSub"].clone();
    let user = bench
        .admin_on("AdminGetUser", "ada@example.com", json!({}))
        .unwrap();
    assert_eq!(user["Username"], sub);
    assert_eq!(
        confirm(&bench, "ada@example.com", &bench.newest_code()),
        Ok(json!({}))
    );
    assert!(bench.sign_in("ada@example.com", PASSWORD).is_ok());
    let both = Bench::new(
        &json!({ "UsernameAttributes": ["email", "phone_number"] }),
        &json!({}),
    );
    let message = "Username should be either an email or a phone number.";
    assert_eq!(
        sign_up(&both, "ada", &json!([])),
        refused("InvalidParameterException", message)
    );
}

#[test]
fn an_alias_belongs_to_one_user() {
    let bench = Bench::new(&json!({ "AliasAttributes": ["email"] }), &json!({}));
    let message = "Username cannot be of email format, since user pool is configured for email alias.";
    assert_eq!(
        sign_up(&bench, "ada@example.com", &json!([])),
        refused("InvalidParameterException", message)
    );
    bench.confirmed_user("ada");
    sign_up(&bench, "eve", &email("ada@example.com")).unwrap();
    let code = bench.newest_code();
    let taken = refused(
        "AliasExistsException",
        "An account with the email already exists.",
    );
    assert_eq!(confirm(&bench, "eve", &code), taken);
    let forced = json!({ "Username": "eve", "ConfirmationCode": code, "ForceAliasCreation": true });
    assert_eq!(bench.public("ConfirmSignUp", forced), Ok(json!({})));
    assert!(bench.forgot("ada").is_err(), "the address is hers no more");
}
