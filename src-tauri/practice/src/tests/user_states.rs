//! What an administrator does to a user's state (AWS API reference; states of the developer guide).

use serde_json::{Value, json};

use super::bench::{Answer, Bench, PASSWORD, refused};
use crate::user::UserStatus::{Confirmed, ExternalProvider, ForceChangePassword, ResetRequired, Unconfirmed};

fn unknown_user() -> Answer {
    refused("UserNotFoundException", "User does not exist.")
}

fn revoked(token: &str) -> Answer {
    refused(
        "NotAuthorizedException",
        &format!("{token} Token has been revoked"),
    )
}

fn get_user(bench: &Bench, tokens: &Value) -> Answer {
    bench.public_bare("GetUser", &json!({ "AccessToken": tokens["AccessToken"] }))
}

fn refresh(bench: &Bench, tokens: &Value) -> Answer {
    let parameters = json!({ "REFRESH_TOKEN": tokens["RefreshToken"] });
    bench.public(
        "InitiateAuth",
        json!({ "AuthFlow": "REFRESH_TOKEN_AUTH", "AuthParameters": parameters }),
    )
}

fn sign_in(bench: &Bench, username: &str) -> Value {
    bench.sign_in(username, PASSWORD).unwrap()["AuthenticationResult"].clone()
}

#[test]
fn only_an_unconfirmed_user_can_be_confirmed_and_no_contact_is() {
    for status in [ForceChangePassword, Confirmed, ResetRequired, ExternalProvider] {
        let bench = Bench::lenient();
        bench.user_in(status, "ada");
        let message = format!("User cannot be confirmed. Current status is {}", status.name());
        assert_eq!(
            bench.admin_on("AdminConfirmSignUp", "ada", json!({})),
            refused("NotAuthorizedException", &message)
        );
        assert_eq!(bench.status("ada"), status.name());
    }
    let bench = Bench::lenient();
    bench.user_in(Unconfirmed, "ada");
    assert_eq!(
        bench.admin_on("AdminConfirmSignUp", "ada", json!({})),
        Ok(json!({}))
    );
    assert_eq!(bench.status("ada"), "CONFIRMED");
    assert!(bench.sign_in("ada", PASSWORD).is_ok());
    assert_eq!(
        bench.forgot("ada"),
        refused(
            "InvalidParameterException",
            "Cannot reset password for the user as there is no registered/verified email or phone_number"
        )
    );
    assert_eq!(
        bench.admin_on("AdminConfirmSignUp", "eve", json!({})),
        unknown_user()
    );
}

#[test]
fn a_disabled_user_is_out_until_enabled_and_their_tokens_for_good() {
    let bench = Bench::lenient();
    bench.confirmed_user("ada");
    let tokens = sign_in(&bench, "ada");
    assert!(get_user(&bench, &tokens).is_ok());
    for _ in 0..2 {
        assert_eq!(
            bench.admin_on("AdminDisableUser", "ada", json!({})),
            Ok(json!({}))
        );
    }
    let user = bench.admin_on("AdminGetUser", "ada", json!({})).unwrap();
    assert_eq!(
        (&user["Enabled"], &user["UserStatus"]),
        (&json!(false), &json!("CONFIRMED"))
    );
    let disabled = refused("NotAuthorizedException", "User is disabled.");
    assert_eq!(bench.sign_in("ada", PASSWORD), disabled);
    assert_eq!(bench.forgot("ada"), disabled);
    assert_eq!(get_user(&bench, &tokens), revoked("Access"));
    assert_eq!(bench.admin_on("AdminEnableUser", "ada", json!({})), Ok(json!({})));
    assert_eq!(get_user(&bench, &tokens), revoked("Access"));
    assert_eq!(refresh(&bench, &tokens), revoked("Refresh"));
    assert!(get_user(&bench, &sign_in(&bench, "ada")).is_ok());
}

#[test]
fn signing_out_everywhere_revokes_what_is_out_and_nothing_else() {
    for revocation in [true, false] {
        let bench = Bench::new(&json!({}), &json!({ "EnableTokenRevocation": revocation }));
        bench.confirmed_user("ada");
        bench.confirmed_user("eve");
        let sessions = [sign_in(&bench, "ada"), sign_in(&bench, "ada")];
        let other = sign_in(&bench, "eve");
        assert_eq!(
            bench.admin_on("AdminUserGlobalSignOut", "ada", json!({})),
            Ok(json!({}))
        );
        for tokens in &sessions {
            assert_eq!(get_user(&bench, tokens), revoked("Access"));
            assert_eq!(refresh(&bench, tokens), revoked("Refresh"));
        }
        assert!(get_user(&bench, &other).is_ok() && refresh(&bench, &other).is_ok());
        assert!(get_user(&bench, &sign_in(&bench, "ada")).is_ok());
    }
}

#[test]
fn all_of_them_name_a_user_who_exists() {
    let bench = Bench::lenient();
    for operation in [
        "AdminEnableUser",
        "AdminDisableUser",
        "AdminUserGlobalSignOut",
        "AdminResetUserPassword",
        "AdminDeleteSoftwareToken",
        "AdminListGroupsForUser",
        "AdminSetUserMFAPreference",
    ] {
        assert_eq!(
            bench.admin_on(operation, "eve", json!({})),
            unknown_user(),
            "{operation}"
        );
    }
}

#[test]
fn a_resent_invitation_starts_the_life_of_its_password_again() {
    let bench = Bench::lenient();
    bench.invited_user("ada");
    let week = 7 * 24 * 60 * 60;
    bench.wait(week);
    let expired = refused(
        "NotAuthorizedException",
        "Temporary password has expired and must be reset by an administrator.",
    );
    assert_eq!(bench.sign_in("ada", PASSWORD), expired);
    let resend = json!({ "MessageAction": "RESEND", "DesiredDeliveryMediums": ["EMAIL"] });
    let answer = bench.admin_on("AdminCreateUser", "ada", resend.clone()).unwrap();
    assert_eq!(answer["User"]["UserStatus"], "FORCE_CHANGE_PASSWORD");
    assert!(bench.sign_in("ada", PASSWORD).is_err(), "the old one is void");
    let sent = bench.newest_code();
    bench.wait(week - 60);
    assert!(bench.sign_in("ada", &sent).is_ok());
    bench.wait(60);
    assert_eq!(bench.sign_in("ada", &sent), expired);
    assert_eq!(
        bench.admin_on("AdminCreateUser", "eve", resend.clone()),
        unknown_user()
    );
    for status in [Unconfirmed, Confirmed, ResetRequired, ExternalProvider] {
        let bench = Bench::lenient();
        bench.user_in(status, "ada");
        assert_eq!(
            bench.admin_on("AdminCreateUser", "ada", resend.clone()),
            refused(
                "UnsupportedUserStateException",
                "Resend not possible. ada status is not FORCE_CHANGE_PASSWORD"
            )
        );
    }
}

#[test]
fn a_reset_is_refused_where_only_administrators_reset() {
    let bench = Bench::new(
        &json!({ "AccountRecoverySetting": { "RecoveryMechanisms": [{ "Priority": 1, "Name": "admin_only" }] } }),
        &json!({}),
    );
    bench.confirmed_user("ada");
    assert_eq!(
        bench.admin_on("AdminResetUserPassword", "ada", json!({})),
        refused(
            "NotAuthorizedException",
            "Contact administrator to reset password."
        )
    );
    assert_eq!(bench.status("ada"), "CONFIRMED");
    let password = json!({ "Password": "Another-Passw0rd", "Permanent": true });
    assert_eq!(
        bench.admin_on("AdminSetUserPassword", "ada", password),
        Ok(json!({})),
        "which this is not kept from"
    );
}

#[test]
fn an_email_is_verified_by_name_or_with_a_new_value_and_by_one_user_only() {
    let bench = Bench::new(&json!({ "AliasAttributes": ["email"] }), &json!({}));
    bench.confirmed_user("ada");
    bench.unconfirmed_user("eve");
    let set = |username: &str, attributes: Value| {
        bench.admin_on(
            "AdminUpdateUserAttributes",
            username,
            json!({ "UserAttributes": attributes }),
        )
    };
    let verified = json!({ "Name": "email_verified", "Value": "true" });
    let adas = json!({ "Name": "email", "Value": "ada@example.com" });
    let taken = refused(
        "AliasExistsException",
        "An account with the email already exists.",
    );
    assert_eq!(set("eve", json!([adas, verified])), taken);
    assert_eq!(
        set("eve", json!([adas])),
        Ok(json!({})),
        "unverified it is no alias"
    );
    assert_eq!(set("eve", json!([verified])), taken);
    assert_eq!(
        set(
            "eve",
            json!([{ "Name": "phone_number_verified", "Value": "true" }])
        ),
        refused(
            "InvalidParameterException",
            "Phone Number is required to verify/un-verify a phone number"
        )
    );
    let own = json!({ "Name": "email", "Value": "eve@example.com" });
    assert_eq!(set("eve", json!([own, verified])), Ok(json!({})));
    assert!(
        bench
            .admin_on("AdminGetUser", "eve@example.com", json!({}))
            .is_ok()
    );
    assert_eq!(
        set("eve", json!([{ "Name": "email", "Value": "" }])),
        Ok(json!({}))
    );
    assert!(
        bench
            .admin_on("AdminGetUser", "eve@example.com", json!({}))
            .is_err()
    );
}
