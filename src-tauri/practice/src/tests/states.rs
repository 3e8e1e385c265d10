//! Every state of a user against every operation that depends on it (AWS developer guide, user
//! account states, and observed answers).

use serde_json::json;

use super::bench::{Answer, Bench, PASSWORD, refused};
use crate::user::UserStatus::{
    self, Confirmed, ExternalProvider, ForceChangePassword, ResetRequired, Unconfirmed,
};

const NEW: &str = "Chosen-Passw0rd";

fn cannot_reset() -> Answer {
    refused(
        "NotAuthorizedException",
        "User password cannot be reset in the current state.",
    )
}

fn no_contact() -> Answer {
    refused(
        "InvalidParameterException",
        "Cannot reset password for the user as there is no registered/verified email or phone_number",
    )
}

fn delivered(username: &str) -> Answer {
    let first = username.chars().next().unwrap();
    Ok(json!({ "CodeDeliveryDetails": {
        "Destination": format!("{first}***@e***"), "DeliveryMedium": "EMAIL", "AttributeName": "email",
    } }))
}

fn bench_with(status: UserStatus) -> Bench {
    let bench = Bench::lenient();
    bench.user_in(status, "ada");
    bench
}

#[test]
fn forgot_password() {
    for (status, expected) in [
        (Confirmed, delivered("ada")),
        (ResetRequired, delivered("ada")),
        (ForceChangePassword, cannot_reset()),
        (Unconfirmed, no_contact()),
        (ExternalProvider, cannot_reset()),
    ] {
        let bench = bench_with(status);
        let before = bench.messages();
        assert_eq!(bench.forgot("ada"), expected, "{status:?}");
        assert_eq!(
            bench.messages() - before,
            usize::from(expected.is_ok()),
            "{status:?}"
        );
        assert_eq!(bench.status("ada"), status.name(), "the state stays as it is");
    }
}

#[test]
fn forgot_password_of_an_unconfirmed_user_whose_contact_an_administrator_verified() {
    let bench = bench_with(Unconfirmed);
    let attributes = json!({ "UserAttributes": [{ "Name": "email_verified", "Value": "true" }] });
    bench
        .admin_on("AdminUpdateUserAttributes", "ada", attributes)
        .unwrap();
    assert_eq!(bench.forgot("ada"), delivered("ada"));
    assert_eq!(bench.confirm("ada", &bench.newest_code(), NEW), Ok(json!({})));
    assert_eq!(bench.status("ada"), "CONFIRMED");
}

#[test]
fn confirm_forgot_password() {
    for status in [Confirmed, ResetRequired] {
        let bench = bench_with(status);
        bench.forgot("ada").unwrap();
        assert_eq!(
            bench.confirm("ada", &bench.newest_code(), NEW),
            Ok(json!({})),
            "{status:?}"
        );
        assert_eq!(bench.status("ada"), "CONFIRMED");
        assert!(bench.sign_in("ada", NEW).is_ok());
    }
    for status in [ForceChangePassword, Unconfirmed, ExternalProvider] {
        let bench = bench_with(status);
        let expired = refused(
            "ExpiredCodeException",
            "Invalid code provided, please request a code again.",
        );
        assert_eq!(bench.confirm("ada", "123456", NEW), expired, "{status:?}");
    }
}

#[test]
fn admin_reset_user_password() {
    for (status, expected) in [
        (Confirmed, Ok(json!({}))),
        (ResetRequired, Ok(json!({}))),
        (ForceChangePassword, cannot_reset()),
        (Unconfirmed, cannot_reset()),
        (ExternalProvider, cannot_reset()),
    ] {
        let bench = bench_with(status);
        let before = bench.messages();
        let reset = bench.admin_on("AdminResetUserPassword", "ada", json!({}));
        assert_eq!(reset, expected, "{status:?}");
        assert_eq!(
            bench.messages() - before,
            usize::from(expected.is_ok()),
            "{status:?}"
        );
        if expected.is_ok() {
            assert_eq!(bench.status("ada"), "RESET_REQUIRED");
            assert_eq!(bench.confirm("ada", &bench.newest_code(), NEW), Ok(json!({})));
            assert_eq!(bench.status("ada"), "CONFIRMED");
        }
    }
}

#[test]
fn admin_set_user_password() {
    for status in [
        Confirmed,
        ResetRequired,
        ForceChangePassword,
        Unconfirmed,
        ExternalProvider,
    ] {
        for (permanent, expected) in [(true, "CONFIRMED"), (false, "FORCE_CHANGE_PASSWORD")] {
            let bench = bench_with(status);
            let input = json!({ "Password": NEW, "Permanent": permanent });
            assert_eq!(
                bench.admin_on("AdminSetUserPassword", "ada", input),
                Ok(json!({}))
            );
            assert_eq!(bench.status("ada"), expected, "{status:?}");
            let old = bench.sign_in("ada", PASSWORD);
            assert!(old.is_err(), "the old one is void");
            let challenge = bench.sign_in("ada", NEW).unwrap()["ChallengeName"].clone();
            assert_eq!(challenge == "NEW_PASSWORD_REQUIRED", !permanent);
        }
    }
}

#[test]
fn admin_create_user_resend() {
    for status in [
        Confirmed,
        ResetRequired,
        ForceChangePassword,
        Unconfirmed,
        ExternalProvider,
    ] {
        let bench = bench_with(status);
        let input = json!({ "MessageAction": "RESEND", "DesiredDeliveryMediums": ["EMAIL"] });
        let resent = bench.admin_on("AdminCreateUser", "ada", input);
        if status == ForceChangePassword {
            assert!(resent.is_ok());
            let challenge = bench.sign_in("ada", &bench.newest_code()).unwrap();
            assert_eq!(challenge["ChallengeName"], "NEW_PASSWORD_REQUIRED");
        } else {
            let message = "Resend not possible. ada status is not FORCE_CHANGE_PASSWORD";
            assert_eq!(
                resent,
                refused("UnsupportedUserStateException", message),
                "{status:?}"
            );
        }
    }
}

#[test]
fn resend_and_confirm_sign_up() {
    for status in [
        Confirmed,
        ResetRequired,
        ForceChangePassword,
        Unconfirmed,
        ExternalProvider,
    ] {
        let bench = bench_with(status);
        let resent = bench.public("ResendConfirmationCode", json!({ "Username": "ada" }));
        let code = bench
            .pools
            .inbox()
            .last()
            .map_or("123456".to_owned(), |message| message.code.clone());
        let input = json!({ "Username": "ada", "ConfirmationCode": code });
        let confirmed = bench.public("ConfirmSignUp", input);
        if status == Unconfirmed {
            assert_eq!(resent, delivered("ada"));
            assert_eq!(confirmed, Ok(json!({})));
            assert_eq!(
                bench.forgot("ada"),
                delivered("ada"),
                "confirming verified the contact"
            );
        } else {
            assert_eq!(
                resent,
                refused("InvalidParameterException", "User is already confirmed.")
            );
            let message = format!("User cannot be confirmed. Current status is {}", status.name());
            assert_eq!(confirmed, refused("NotAuthorizedException", &message));
        }
    }
}

#[test]
fn sign_in() {
    for (status, expected) in [
        (
            Unconfirmed,
            refused("UserNotConfirmedException", "User is not confirmed."),
        ),
        (
            ResetRequired,
            refused(
                "PasswordResetRequiredException",
                "Password reset required for the user",
            ),
        ),
        (
            ExternalProvider,
            refused("NotAuthorizedException", "Incorrect username or password."),
        ),
    ] {
        let bench = bench_with(status);
        assert_eq!(bench.sign_in("ada", PASSWORD), expected, "{status:?}");
        assert_eq!(
            bench.sign_in("ada", "wrong"),
            expected,
            "before the password is looked at"
        );
        assert_eq!(bench.prove("ada", PASSWORD), expected, "{status:?}");
    }
    let bench = bench_with(Confirmed);
    for answer in [bench.sign_in("ada", PASSWORD), bench.prove("ada", PASSWORD)] {
        assert!(answer.unwrap()["AuthenticationResult"]["AccessToken"].is_string());
    }
    let bench = bench_with(ForceChangePassword);
    for answer in [bench.sign_in("ada", PASSWORD), bench.prove("ada", PASSWORD)] {
        let challenge = answer.unwrap();
        assert_eq!(challenge["ChallengeName"], "NEW_PASSWORD_REQUIRED");
        assert!(challenge["Session"].as_str().unwrap().len() >= 20);
        let parameters = &challenge["ChallengeParameters"];
        assert_eq!(parameters["USER_ID_FOR_SRP"], "ada");
        assert_eq!(parameters["requiredAttributes"], "[]");
        assert!(
            parameters["userAttributes"]
                .as_str()
                .unwrap()
                .contains("ada@example.com")
        );
    }
}

#[test]
fn disabled_users_in_any_state() {
    let disabled = refused("NotAuthorizedException", "User is disabled.");
    for status in [
        Confirmed,
        ResetRequired,
        ForceChangePassword,
        Unconfirmed,
        ExternalProvider,
    ] {
        let bench = bench_with(status);
        bench.change("ada", |user| user.enabled = false);
        assert_eq!(bench.forgot("ada"), disabled, "{status:?}");
        assert_eq!(bench.confirm("ada", "123456", NEW), disabled, "{status:?}");
        assert_eq!(
            bench.admin_on("AdminResetUserPassword", "ada", json!({})),
            refused("NotAuthorizedException", "User is disabled")
        );
        assert_eq!(bench.sign_in("ada", PASSWORD), disabled, "{status:?}");
        assert_eq!(bench.prove("ada", PASSWORD), disabled, "{status:?}");
        let input = json!({ "Password": NEW, "Permanent": true });
        assert_eq!(
            bench.admin_on("AdminSetUserPassword", "ada", input),
            Ok(json!({}))
        );
        let user = bench.admin_on("AdminGetUser", "ada", json!({})).unwrap();
        assert_eq!(user["Enabled"], false, "the user stays disabled");
    }
}
