//! What somebody does who is signed in, and for how long they are (AWS API reference).

use serde_json::{Value, json};

use super::bench::{Answer, Bench, PASSWORD, refused};

const NEW: &str = "Chosen-Passw0rd";

fn bench() -> Bench {
    let bench = Bench::lenient();
    bench.confirmed_user("ada");
    bench
}

/// The access and the refresh token of a new sign-in.
fn tokens(bench: &Bench, password: &str) -> (Value, Value) {
    let answer = bench.sign_in("ada", password).unwrap();
    let result = &answer["AuthenticationResult"];
    (result["AccessToken"].clone(), result["RefreshToken"].clone())
}

fn get(bench: &Bench, access: &Value) -> Answer {
    bench.public_bare("GetUser", &json!({ "AccessToken": access }))
}

fn refresh(bench: &Bench, token: &Value) -> Answer {
    bench.initiate("REFRESH_TOKEN_AUTH", json!({ "REFRESH_TOKEN": token }))
}

fn change(bench: &Bench, access: &Value, previous: Option<&str>, proposed: &str) -> Answer {
    let mut input = json!({ "AccessToken": access, "ProposedPassword": proposed });
    if let Some(previous) = previous {
        input["PreviousPassword"] = json!(previous);
    }
    bench.public_bare("ChangePassword", &input)
}

fn revoked(what: &str) -> Answer {
    refused(
        "NotAuthorizedException",
        &format!("{what} Token has been revoked"),
    )
}

#[test]
fn signing_out_everywhere_ends_every_sign_in() {
    let bench = bench();
    let here = tokens(&bench, PASSWORD);
    let there = tokens(&bench, PASSWORD);
    let out = bench.public_bare("GlobalSignOut", &json!({ "AccessToken": here.0 }));
    assert_eq!(out, Ok(json!({})));
    for (access, refresh_token) in [&here, &there] {
        assert_eq!(get(&bench, access), revoked("Access"));
        assert_eq!(refresh(&bench, refresh_token), revoked("Refresh"));
        let again = bench.public_bare("GlobalSignOut", &json!({ "AccessToken": access }));
        assert_eq!(again, revoked("Access"));
    }
    assert!(get(&bench, &tokens(&bench, PASSWORD).0).is_ok());
}

#[test]
fn revoking_ends_one_sign_in_and_no_other() {
    let bench = bench();
    let here = tokens(&bench, PASSWORD);
    let there = tokens(&bench, PASSWORD);
    bench.public("RevokeToken", json!({ "Token": here.1 })).unwrap();
    assert_eq!(get(&bench, &here.0), revoked("Access"));
    assert_eq!(refresh(&bench, &here.1), revoked("Refresh"));
    assert!(get(&bench, &there.0).is_ok());
    assert!(refresh(&bench, &there.1).is_ok());
}

/// Long-standing reports say that a reset signs nobody out.
#[test]
fn a_new_password_signs_nobody_out() {
    let bench = bench();
    let (access, refresh_token) = tokens(&bench, PASSWORD);
    bench.forgot("ada").unwrap();
    bench.confirm("ada", &bench.newest_code(), NEW).unwrap();
    assert!(get(&bench, &access).is_ok());
    assert!(refresh(&bench, &refresh_token).is_ok());
    assert_eq!(change(&bench, &access, Some(NEW), PASSWORD), Ok(json!({})));
    assert!(get(&bench, &access).is_ok());
    assert!(refresh(&bench, &refresh_token).is_ok());
}

#[test]
fn a_demanded_reset_and_a_switched_off_account_stop_what_tokens_may() {
    for (operation, code) in [
        ("AdminResetUserPassword", "PasswordResetRequiredException"),
        ("AdminDisableUser", "NotAuthorizedException"),
        ("AdminUserGlobalSignOut", "NotAuthorizedException"),
    ] {
        let bench = bench();
        let (access, _) = tokens(&bench, PASSWORD);
        bench.admin_on(operation, "ada", json!({})).unwrap();
        let calls = [
            ("GetUser", json!({})),
            ("GlobalSignOut", json!({})),
            (
                "ChangePassword",
                json!({ "PreviousPassword": PASSWORD, "ProposedPassword": NEW }),
            ),
            ("SetUserMFAPreference", json!({})),
            ("AssociateSoftwareToken", json!({})),
            ("VerifySoftwareToken", json!({ "UserCode": "123456" })),
        ];
        for (call, mut input) in calls {
            input["AccessToken"] = access.clone();
            let refusal = bench.public_bare(call, &input).unwrap_err();
            assert_eq!(refusal.0, code, "{call} after {operation}");
        }
    }
}

#[test]
fn a_password_is_changed_by_whoever_knows_it() {
    let bench = bench();
    let (access, _) = tokens(&bench, PASSWORD);
    let incorrect = refused("NotAuthorizedException", "Incorrect username or password.");
    assert_eq!(change(&bench, &access, Some("wrong"), NEW), incorrect);
    assert_eq!(change(&bench, &access, None, NEW), incorrect);
    assert_eq!(
        change(&bench, &access, Some(PASSWORD), "short"),
        refused(
            "InvalidPasswordException",
            "Password did not conform with policy: Password not long enough"
        )
    );
    assert_eq!(change(&bench, &access, Some(PASSWORD), NEW), Ok(json!({})));
    assert!(bench.sign_in("ada", NEW).is_ok());
    assert_eq!(bench.sign_in("ada", PASSWORD), incorrect);
    assert_eq!(change(&bench, &access, Some(NEW), PASSWORD), Ok(json!({})));
    assert_eq!(
        change(&bench, &access, Some(PASSWORD), NEW).unwrap_err().0,
        "LimitExceededException",
        "five an hour"
    );
}

#[test]
fn whoever_has_no_password_chooses_one() {
    let bench = bench();
    let (access, _) = tokens(&bench, PASSWORD);
    bench.change("ada", |user| user.password = None);
    assert_eq!(change(&bench, &access, None, NEW), Ok(json!({})));
    assert!(bench.sign_in("ada", NEW).is_ok());
}

#[test]
fn the_history_rule_holds_for_a_change_too() {
    let policy =
        json!({ "Policies": { "PasswordPolicy": { "MinimumLength": 8, "PasswordHistorySize": 1 } } });
    let bench = Bench::new(&policy, &json!({}));
    bench.confirmed_user("ada");
    let (access, _) = tokens(&bench, PASSWORD);
    assert_eq!(
        change(&bench, &access, Some(PASSWORD), PASSWORD).unwrap_err().0,
        "PasswordHistoryPolicyViolationException"
    );
}

#[test]
fn new_tokens_by_the_operation_that_takes_the_secret_itself() {
    let bench = Bench::new(&json!({}), &json!({ "GenerateSecret": true }));
    bench.confirmed_user("ada");
    let (_, refresh_token) = tokens(&bench, PASSWORD);
    let renew = |token: &Value, secret: Option<&str>| {
        let mut input = json!({ "RefreshToken": token });
        if let Some(secret) = secret {
            input["ClientSecret"] = json!(secret);
        }
        bench.public("GetTokensFromRefreshToken", input)
    };
    let secret = bench.secret.as_deref();
    let answer = renew(&refresh_token, secret).unwrap();
    let result = answer["AuthenticationResult"].as_object().unwrap();
    assert!(get(&bench, &result["AccessToken"]).is_ok());
    assert!(!result.contains_key("RefreshToken"), "it stays the same one");
    let not_received = format!(
        "Client {} is configured for secret but secret was not received",
        bench.client_id
    );
    assert_eq!(
        renew(&refresh_token, None),
        refused("NotAuthorizedException", &not_received)
    );
    let wrong = renew(&refresh_token, Some("thisisnotthesecretofthisclient"));
    assert_eq!(wrong.unwrap_err().0, "NotAuthorizedException");
    assert_eq!(
        renew(&json!("junk"), secret),
        refused("NotAuthorizedException", "Invalid Refresh Token")
    );
    let input = json!({ "Token": refresh_token, "ClientSecret": secret });
    bench.public("RevokeToken", input).unwrap();
    assert_eq!(renew(&refresh_token, secret), revoked("Refresh"));
}
