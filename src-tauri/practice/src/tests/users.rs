//! What an administrator does to users.

use serde_json::{Value, json};

use super::bench::{Bench, PASSWORD, refused};
use crate::{Medium, Purpose};

fn attributes(user: &Value) -> Vec<(String, String)> {
    let list = user["UserAttributes"]
        .as_array()
        .or(user["Attributes"].as_array())
        .unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    list.iter()
        .map(|attribute| (text(&attribute["Name"]), text(&attribute["Value"])))
        .collect()
}

fn has(user: &Value, name: &str, value: &str) -> bool {
    attributes(user).contains(&(name.to_owned(), value.to_owned()))
}

#[test]
fn an_invitation_carries_a_temporary_password_that_the_policy_accepts() {
    let bench = Bench::lenient();
    let input = json!({
        "UserAttributes": [{ "Name": "email", "Value": "ada@example.com" }],
        "DesiredDeliveryMediums": ["EMAIL"],
    });
    let made = bench.admin_on("AdminCreateUser", "ada", input.clone()).unwrap();
    assert_eq!(made["User"]["UserStatus"], "FORCE_CHANGE_PASSWORD");
    assert_eq!(made["User"]["Enabled"], true);
    assert!(has(&made["User"], "email", "ada@example.com"));
    let message = bench.pools.inbox().pop().unwrap();
    assert_eq!(
        (message.purpose, message.medium),
        (Purpose::Invitation, Medium::Email)
    );
    assert_eq!(
        bench.sign_in("ada", &message.code).unwrap()["ChallengeName"],
        "NEW_PASSWORD_REQUIRED"
    );
    let exists = refused("UsernameExistsException", "User account already exists");
    assert_eq!(bench.admin_on("AdminCreateUser", "ada", input), exists);
}

#[test]
fn an_invitation_goes_by_text_message_unless_told_otherwise() {
    let bench = Bench::lenient();
    let input = json!({ "UserAttributes": [{ "Name": "email", "Value": "ada@example.com" }] });
    bench.admin_on("AdminCreateUser", "ada", input).unwrap();
    assert_eq!(bench.messages(), 0, "there is no number to send it to");
    let resend = json!({ "MessageAction": "RESEND", "DesiredDeliveryMediums": ["EMAIL"] });
    bench.admin_on("AdminCreateUser", "ada", resend).unwrap();
    assert_eq!(bench.messages(), 1);
    let suppressed = json!({ "MessageAction": "SUPPRESS", "TemporaryPassword": PASSWORD });
    bench.admin_on("AdminCreateUser", "eve", suppressed).unwrap();
    assert_eq!(bench.messages(), 1);
    let weak = json!({ "TemporaryPassword": "weak" });
    let message = "Password did not conform with password policy: Password not long enough";
    assert_eq!(
        bench.admin_on("AdminCreateUser", "mia", weak),
        refused("InvalidPasswordException", message)
    );
}

#[test]
fn an_invitation_without_a_place_for_the_password_is_not_sent() {
    let template =
        json!({ "AdminCreateUserConfig": { "InviteMessageTemplate": { "EmailMessage": "Welcome!" } } });
    let bench = Bench::new(&template, &json!({}));
    let input = json!({
        "UserAttributes": [{ "Name": "email", "Value": "ada@example.com" }],
        "DesiredDeliveryMediums": ["EMAIL"],
    });
    assert!(bench.admin_on("AdminCreateUser", "ada", input).is_ok());
    assert_eq!(bench.messages(), 0);
}

#[test]
fn a_pool_without_passwords_makes_confirmed_users() {
    let policy =
        json!({ "Policies": { "SignInPolicy": { "AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"] } } });
    let bench = Bench::new(&policy, &json!({}));
    let made = bench.admin_on("AdminCreateUser", "ada", json!({})).unwrap();
    assert_eq!(made["User"]["UserStatus"], "CONFIRMED");
}

#[test]
fn a_changed_address_is_unverified_until_it_is_said_to_be_verified() {
    let bench = Bench::lenient();
    bench.confirmed_user("ada");
    let update = |list: Value| {
        bench
            .admin_on(
                "AdminUpdateUserAttributes",
                "ada",
                json!({ "UserAttributes": list }),
            )
            .unwrap();
        bench.admin_on("AdminGetUser", "ada", json!({})).unwrap()
    };
    let user = update(json!([{ "Name": "email", "Value": "new@example.com" }]));
    assert!(has(&user, "email", "new@example.com") && has(&user, "email_verified", "false"));
    let message = bench.pools.inbox().pop().unwrap();
    assert_eq!(
        (message.purpose, message.to.as_str()),
        (Purpose::Verify, "new@example.com")
    );
    assert!(bench.forgot("ada").is_err(), "recovery has nowhere to send to");
    let user = update(json!([
        { "Name": "email", "Value": "newer@example.com" }, { "Name": "email_verified", "Value": "true" },
    ]));
    assert!(has(&user, "email", "newer@example.com") && has(&user, "email_verified", "true"));
    assert_eq!(
        bench.messages(),
        1,
        "nothing is sent about what is verified already"
    );
    let user = update(json!([{ "Name": "email", "Value": "" }]));
    assert!(!attributes(&user).iter().any(|(name, _)| name == "email"));
}

#[test]
fn a_pool_may_keep_the_old_address_until_the_new_one_is_verified() {
    let setting =
        json!({ "UserAttributeUpdateSettings": { "AttributesRequireVerificationBeforeUpdate": ["email"] } });
    let bench = Bench::new(&setting, &json!({}));
    bench.confirmed_user("ada");
    let list = json!({ "UserAttributes": [{ "Name": "email", "Value": "new@example.com" }] });
    bench.admin_on("AdminUpdateUserAttributes", "ada", list).unwrap();
    let user = bench.admin_on("AdminGetUser", "ada", json!({})).unwrap();
    assert!(has(&user, "email", "ada@example.com") && has(&user, "email_verified", "true"));
    assert_eq!(bench.pools.inbox().pop().unwrap().to, "new@example.com");
}

#[test]
fn an_alias_of_somebody_else_is_refused() {
    let bench = Bench::new(&json!({ "AliasAttributes": ["email"] }), &json!({}));
    bench.confirmed_user("ada");
    bench.confirmed_user("eve");
    let list = json!([{ "Name": "email", "Value": "ada@example.com" }, { "Name": "email_verified", "Value": "true" }]);
    let taken = refused(
        "AliasExistsException",
        "An account with the email already exists.",
    );
    let input = json!({ "UserAttributes": list });
    assert_eq!(
        bench.admin_on("AdminUpdateUserAttributes", "eve", input.clone()),
        taken
    );
    assert_eq!(bench.admin_on("AdminCreateUser", "mia", input), taken);
}

#[test]
fn a_deleted_user_is_gone() {
    let bench = Bench::lenient();
    bench.confirmed_user("ada");
    assert_eq!(
        bench.admin_on("AdminDeleteUser", "ada", json!({})),
        Ok(Value::Null)
    );
    let unknown = refused("UserNotFoundException", "User does not exist.");
    assert_eq!(bench.admin_on("AdminGetUser", "ada", json!({})), unknown);
    bench.confirmed_user("ada");
}

#[test]
fn factors_are_shown() {
    let bench = Bench::seeded(&crate::seeds::FABRIKAM);
    let user = bench.admin_on("AdminGetUser", "ruth", json!({})).unwrap();
    assert_eq!(user["UserMFASettingList"], json!(["EMAIL_OTP"]));
    assert_eq!(user["PreferredMfaSetting"], "EMAIL_OTP");
}
