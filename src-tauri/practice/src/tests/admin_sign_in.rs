//! AdminInitiateAuth and AdminRespondToAuthChallenge (AWS API reference).

use serde_json::{Value, json};

use super::bench::{Answer, Bench, PASSWORD, refused};
use crate::user::Factor;

fn pool(client: Value) -> Bench {
    let bench = Bench::with_factors_and("OPTIONAL", &json!({}), &client);
    bench.user_with("ada", &[], None);
    bench
}

fn bench() -> Bench {
    pool(json!({ "ExplicitAuthFlows": [
        "ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH",
        "ALLOW_USER_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH",
    ] }))
}

fn with_password(bench: &Bench, flow: &str, password: &str) -> Answer {
    bench.admin_initiate(flow, json!({ "USERNAME": "ada", "PASSWORD": password }))
}

fn signed_in(answer: Answer) -> bool {
    answer.is_ok_and(|answer| answer["AuthenticationResult"]["AccessToken"].is_string())
}

#[test]
fn a_password_signs_in_under_either_name_of_the_flow() {
    for flow in ["ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"] {
        assert!(signed_in(with_password(&bench(), flow, PASSWORD)));
        assert_eq!(
            with_password(&bench(), flow, "wrong"),
            refused("NotAuthorizedException", "Incorrect username or password.")
        );
        let older = pool(json!({ "ExplicitAuthFlows": ["ADMIN_NO_SRP_AUTH"] }));
        assert!(signed_in(with_password(&older, flow, PASSWORD)));
        let off = pool(json!({ "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH"] }));
        assert_eq!(
            with_password(&off, flow, PASSWORD),
            refused(
                "InvalidParameterException",
                "Auth flow not enabled for this client"
            )
        );
    }
    assert_eq!(
        with_password(&bench(), "USER_PASSWORD_AUTH", PASSWORD),
        refused("InvalidParameterException", "Initiate Auth method not supported.")
    );
}

#[test]
fn the_other_flows_work_as_they_do_for_anybody() {
    let bench = bench();
    let parameters = json!({ "USERNAME": "ada", "SRP_A": bench.client_public() });
    let mut challenge = bench.admin_initiate("USER_SRP_AUTH", parameters).unwrap();
    let proof = bench.proof(&challenge, PASSWORD, &bench.timestamp());
    challenge["Session"] = Value::Null;
    assert!(signed_in(bench.admin_reply(&challenge, proof)));
    let parameters = json!({
        "USERNAME": "ada", "PREFERRED_CHALLENGE": "PASSWORD", "PASSWORD": PASSWORD,
    });
    let answer = bench.admin_initiate("USER_AUTH", parameters).unwrap();
    let refresh = json!({ "REFRESH_TOKEN": answer["AuthenticationResult"]["RefreshToken"] });
    assert!(signed_in(bench.admin_initiate("REFRESH_TOKEN_AUTH", refresh)));
    let custom = bench.admin_initiate("CUSTOM_AUTH", json!({ "USERNAME": "ada" }));
    assert_eq!(custom.unwrap()["ChallengeName"], "CUSTOM_CHALLENGE");
}

#[test]
fn challenges_follow_and_are_answered() {
    let bench = bench();
    bench.change("ada", |user| {
        user.mfa.enabled.insert(Factor::Sms);
    });
    bench
        .admin_on(
            "AdminSetUserPassword",
            "ada",
            json!({ "Password": "Given-Passw0rd", "Permanent": false }),
        )
        .unwrap();
    let first = with_password(&bench, "ADMIN_USER_PASSWORD_AUTH", "Given-Passw0rd").unwrap();
    assert_eq!(first["ChallengeName"], "NEW_PASSWORD_REQUIRED");
    let answer = json!({ "NEW_PASSWORD": "Chosen-Passw0rd" });
    let second = bench.admin_reply(&first, answer.clone()).unwrap();
    assert_eq!(second["ChallengeName"], "SMS_MFA");
    assert_eq!(
        bench.admin_reply(&first, answer).unwrap_err().1,
        "Invalid session for the user, session can only be used once."
    );
    let answer = json!({ "SMS_MFA_CODE": bench.newest_code() });
    assert!(signed_in(bench.admin_reply(&second, answer)));
}

#[test]
fn a_sign_in_is_finished_the_way_it_was_begun() {
    let bench = bench();
    bench.change("ada", |user| {
        user.mfa.enabled.insert(Factor::Sms);
    });
    let invalid = refused("NotAuthorizedException", "Invalid session for the user.");
    let begun = with_password(&bench, "ADMIN_USER_PASSWORD_AUTH", PASSWORD).unwrap();
    let answer = json!({ "SMS_MFA_CODE": bench.newest_code() });
    assert_eq!(bench.reply(&begun, answer.clone()), invalid);
    assert!(signed_in(bench.admin_reply(&begun, answer)));
    let begun = bench.sign_in("ada", PASSWORD).unwrap();
    let answer = json!({ "SMS_MFA_CODE": bench.newest_code() });
    assert_eq!(bench.admin_reply(&begun, answer.clone()), invalid);
    assert!(signed_in(bench.reply(&begun, answer)));
    let incorrect = refused("NotAuthorizedException", "Incorrect username or password.");
    let begun = bench.ask_for_proof("ada").unwrap();
    let proof = bench.proof(&begun, PASSWORD, &bench.timestamp());
    assert_eq!(bench.admin_reply(&begun, proof), incorrect);
}

#[test]
fn the_lockout_is_the_same_one() {
    let bench = bench();
    for _ in 0..5 {
        with_password(&bench, "ADMIN_USER_PASSWORD_AUTH", "wrong").unwrap_err();
    }
    let locked = refused("NotAuthorizedException", "Password attempts exceeded");
    assert_eq!(
        with_password(&bench, "ADMIN_USER_PASSWORD_AUTH", PASSWORD),
        locked
    );
    assert_eq!(bench.sign_in("ada", PASSWORD), locked);
}

#[test]
fn a_signature_and_a_permission_are_wanted() {
    let bench = bench();
    let unsigned = |operation: &str| {
        let input = json!({
            "UserPoolId": bench.pool_id, "ClientId": bench.client_id, "ChallengeName": "SMS_MFA",
            "AuthFlow": "ADMIN_USER_PASSWORD_AUTH",
        });
        bench.public_bare(operation, &input).unwrap_err().0
    };
    for operation in ["AdminInitiateAuth", "AdminRespondToAuthChallenge"] {
        assert_eq!(unsigned(operation), "MissingAuthenticationTokenException");
    }
    bench
        .pools
        .deny(&["AdminInitiateAuth", "AdminRespondToAuthChallenge"]);
    let denied = with_password(&bench, "ADMIN_USER_PASSWORD_AUTH", PASSWORD).unwrap_err();
    assert_eq!(denied.0, "AccessDeniedException");
    assert!(denied.1.contains("cognito-idp:AdminInitiateAuth"), "{}", denied.1);
    let challenge = json!({ "ChallengeName": "SMS_MFA", "Session": "a session that is long enough" });
    let denied = bench.admin_reply(&challenge, json!({ "USERNAME": "ada" }));
    assert_eq!(denied.unwrap_err().0, "AccessDeniedException");
}

#[test]
fn the_client_has_to_be_the_pools() {
    let bench = bench();
    let made = bench
        .admin("CreateUserPool", json!({ "PoolName": "other" }))
        .unwrap();
    let mut input = json!({
        "UserPoolId": made["UserPool"]["Id"], "ClientId": bench.client_id,
        "AuthFlow": "ADMIN_USER_PASSWORD_AUTH",
        "AuthParameters": { "USERNAME": "ada", "PASSWORD": PASSWORD },
    });
    let message = format!("User pool client {} does not exist.", bench.client_id);
    assert_eq!(
        bench.admin("AdminInitiateAuth", input.clone()),
        refused("ResourceNotFoundException", &message)
    );
    input["UserPoolId"] = json!("eu-central-1_Missing00");
    assert_eq!(
        bench.admin("AdminInitiateAuth", input).unwrap_err().0,
        "ResourceNotFoundException"
    );
}

/// The client's setting is about "authentication", whoever asks (AWS API reference,
/// PreventUserExistenceErrors).
#[test]
fn whether_somebody_exists_is_the_clients_to_tell() {
    for (setting, expected) in [
        ("LEGACY", refused("UserNotFoundException", "User does not exist.")),
        (
            "ENABLED",
            refused("NotAuthorizedException", "Incorrect username or password."),
        ),
    ] {
        let bench = pool(json!({
            "ExplicitAuthFlows": ["ALLOW_ADMIN_USER_PASSWORD_AUTH"], "PreventUserExistenceErrors": setting,
        }));
        let parameters = json!({ "USERNAME": "nobody", "PASSWORD": PASSWORD });
        assert_eq!(
            bench.admin_initiate("ADMIN_USER_PASSWORD_AUTH", parameters),
            expected
        );
    }
}
