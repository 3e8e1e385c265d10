//! Signing in, and the tokens that come of it.

use std::time::Duration;

use serde_json::{Value, json};

use super::bench::{Answer, Bench, PASSWORD, refused};
use crate::seeds::{self, FABRIKAM, NORTHWIND};

fn incorrect() -> Answer {
    refused("NotAuthorizedException", "Incorrect username or password.")
}

fn bench() -> Bench {
    let bench = Bench::lenient();
    bench.confirmed_user("ada");
    bench
}

fn tokens(answer: &Value) -> (String, String, String) {
    let token = |name: &str| {
        answer["AuthenticationResult"][name]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    (token("AccessToken"), token("IdToken"), token("RefreshToken"))
}

#[test]
fn a_password_proof_is_really_verified() {
    let bench = bench();
    assert!(bench.prove("ada", PASSWORD).is_ok());
    assert_eq!(bench.prove("ada", "Wrong-Passw0rd"), incorrect());
    let challenge = bench.ask_for_proof("ada").unwrap();
    let good = bench.proof(&challenge, PASSWORD, &bench.timestamp());
    let mut forged = good.clone();
    forged["PASSWORD_CLAIM_SIGNATURE"] = json!("QUJD");
    assert_eq!(bench.respond("PASSWORD_VERIFIER", &forged), incorrect());
    assert_eq!(
        bench.respond("PASSWORD_VERIFIER", &good),
        incorrect(),
        "a challenge is answered once"
    );
}

#[test]
fn a_proof_needs_the_right_time_in_the_right_form() {
    let bench = bench();
    let with_time = |timestamp: &str| {
        let challenge = bench.ask_for_proof("ada").unwrap();
        bench.respond("PASSWORD_VERIFIER", &bench.proof(&challenge, PASSWORD, timestamp))
    };
    assert!(with_time(&bench.timestamp()).is_ok());
    assert_eq!(with_time("Mon Sep 07 01:02:03 UTC 2026"), incorrect());
    assert_eq!(with_time("Thu Jun 15 07:00:00 UTC 2017"), incorrect());
}

#[test]
fn a_proof_is_wanted_within_three_minutes() {
    let bench = bench();
    let challenge = bench.ask_for_proof("ada").unwrap();
    bench.wait(180);
    let late = bench.respond(
        "PASSWORD_VERIFIER",
        &bench.proof(&challenge, PASSWORD, &bench.timestamp()),
    );
    assert_eq!(
        late,
        refused(
            "NotAuthorizedException",
            "Invalid session for the user, session is expired."
        )
    );
}

#[test]
fn parameters_that_are_missing_are_named() {
    let bench = bench();
    for (flow, parameters, missing) in [
        ("USER_PASSWORD_AUTH", json!({}), "USERNAME"),
        ("USER_PASSWORD_AUTH", json!({ "USERNAME": "ada" }), "PASSWORD"),
        ("USER_SRP_AUTH", json!({ "USERNAME": "ada" }), "SRP_A"),
        ("REFRESH_TOKEN_AUTH", json!({}), "REFRESH_TOKEN"),
    ] {
        let answer = bench.public(
            "InitiateAuth",
            json!({ "AuthFlow": flow, "AuthParameters": parameters }),
        );
        let message = format!("Missing required parameter {missing}");
        assert_eq!(answer, refused("InvalidParameterException", &message));
    }
}

#[test]
fn flows_that_are_off_are_refused() {
    let bench = Bench::new(
        &json!({}),
        &json!({ "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH"] }),
    );
    bench.confirmed_user("ada");
    let flow = |name: &str| {
        let parameters = json!({ "USERNAME": "ada", "PASSWORD": PASSWORD, "SRP_A": "2" });
        bench.public(
            "InitiateAuth",
            json!({ "AuthFlow": name, "AuthParameters": parameters }),
        )
    };
    let invalid = |message| refused("InvalidParameterException", message);
    assert_eq!(
        flow("USER_PASSWORD_AUTH"),
        invalid("USER_PASSWORD_AUTH flow not enabled for this client")
    );
    assert_eq!(
        flow("USER_SRP_AUTH"),
        invalid("Auth flow not enabled for this client")
    );
    assert_eq!(
        flow("ADMIN_USER_PASSWORD_AUTH"),
        invalid("Initiate Auth method not supported.")
    );
}

#[test]
fn the_fifth_wrong_password_locks_and_the_lock_doubles() {
    let bench = bench();
    let locked = refused("NotAuthorizedException", "Password attempts exceeded");
    for _ in 0..4 {
        assert_eq!(bench.sign_in("ada", "wrong"), incorrect());
    }
    for span in [1_u64, 2, 4, 8] {
        assert_eq!(bench.sign_in("ada", "wrong"), incorrect());
        // A call on this bench takes an eighth of a second.
        bench.clock.advance(Duration::from_millis(1000 * span - 250));
        assert_eq!(
            bench.sign_in("ada", PASSWORD),
            locked,
            "even with the right password"
        );
    }
    bench.wait(8);
    assert!(bench.sign_in("ada", PASSWORD).is_ok());
    assert_eq!(bench.sign_in("ada", "wrong"), incorrect(), "success starts again");
    assert!(bench.sign_in("ada", PASSWORD).is_ok());
}

#[test]
fn a_temporary_password_lives_as_long_as_the_pool_says() {
    let policy = json!({ "Policies": { "PasswordPolicy": { "MinimumLength": 8, "TemporaryPasswordValidityDays": 2 } } });
    let bench = Bench::new(&policy, &json!({}));
    bench.invited_user("ada");
    bench.wait(2 * 86_400 - 10);
    assert!(bench.sign_in("ada", PASSWORD).is_ok());
    bench.wait(10);
    let expired = refused(
        "NotAuthorizedException",
        "Temporary password has expired and must be reset by an administrator.",
    );
    assert_eq!(bench.sign_in("ada", PASSWORD), expired);
    assert_eq!(bench.prove("ada", PASSWORD), expired);
    assert_eq!(bench.status("ada"), "FORCE_CHANGE_PASSWORD");
    let resend = json!({ "MessageAction": "RESEND", "TemporaryPassword": "Again-Passw0rd" });
    bench.admin_on("AdminCreateUser", "ada", resend).unwrap();
    assert!(
        bench.sign_in("ada", "Again-Passw0rd").is_ok(),
        "a new invitation starts the time again"
    );
}

#[test]
fn an_alias_signs_in_only_when_it_is_verified() {
    let bench = Bench::seeded(&FABRIKAM);
    assert!(bench.sign_in("maria@example.com", seeds::PASSWORD).is_ok());
    assert!(bench.prove("maria@example.com", seeds::PASSWORD).is_ok());
    bench.change("maria", |user| {
        user.attributes.insert("email_verified".into(), "false".into());
    });
    let unknown = refused("UserNotFoundException", "User does not exist.");
    assert_eq!(bench.sign_in("maria@example.com", seeds::PASSWORD), unknown);
    assert_eq!(
        bench.sign_in("Maria", seeds::PASSWORD),
        unknown,
        "names differ by case here"
    );
}

#[test]
fn an_alias_with_a_secret_hashes_two_different_names() {
    let bench = Bench::seeded(&NORTHWIND);
    let typed = "Jane@Example.com";
    assert!(
        bench.prove(typed, seeds::PASSWORD).is_ok(),
        "names don't differ by case here"
    );
    let challenge = bench.ask_for_proof(typed).unwrap();
    let id = challenge["ChallengeParameters"]["USER_ID_FOR_SRP"]
        .as_str()
        .unwrap();
    assert_ne!(id, typed);
    let mut responses = bench.proof(&challenge, seeds::PASSWORD, &bench.timestamp());
    responses["SECRET_HASH"] = json!(bench.hash(typed));
    let unverifiable = format!("Unable to verify secret hash for client {}", NORTHWIND.client_id);
    assert_eq!(
        bench.respond("PASSWORD_VERIFIER", &responses),
        refused("NotAuthorizedException", &unverifiable)
    );
    responses["USERNAME"] = json!(typed);
    assert_eq!(
        bench.respond("PASSWORD_VERIFIER", &responses),
        incorrect(),
        "an alias is not accepted here"
    );
}

#[test]
fn tokens_carry_what_the_service_puts_in_them() {
    let bench = Bench::seeded(&NORTHWIND);
    let (access, id, _) = tokens(&bench.sign_in("jane@example.com", seeds::PASSWORD).unwrap());
    let key = bench.pools.state().signing_key().unwrap();
    let (access, id) = (key.verify(&access).unwrap(), key.verify(&id).unwrap());
    let issuer = format!("http://127.0.0.1:5504/{}", NORTHWIND.pool_id);
    let now = bench.clock.now().epoch_seconds();
    for token in [&access, &id] {
        assert_eq!(token["iss"], issuer);
        assert_eq!((&token["iat"], &token["exp"]), (&json!(now), &json!(now + 3_600)));
        assert_eq!(token["auth_time"], now);
    }
    assert_eq!(
        (&access["token_use"], &access["client_id"]),
        (&json!("access"), &json!(NORTHWIND.client_id))
    );
    assert_eq!(
        (&id["token_use"], &id["aud"]),
        (&json!("id"), &json!(NORTHWIND.client_id))
    );
    assert_eq!(
        access["username"], access["sub"],
        "the stored user name is the sub"
    );
    assert_eq!(
        (&id["email"], &id["email_verified"]),
        (&json!("jane@example.com"), &json!(true))
    );
}

#[test]
fn a_refresh_token_gives_new_tokens_until_it_expires_or_is_revoked() {
    let bench = Bench::seeded(&NORTHWIND);
    let (access, _, refresh) = tokens(&bench.sign_in("jane@example.com", seeds::PASSWORD).unwrap());
    let stored = bench
        .pools
        .state()
        .signing_key()
        .unwrap()
        .verify(&access)
        .unwrap()["username"]
        .clone();
    let with_hash_of = |name: &str| {
        let parameters = json!({ "REFRESH_TOKEN": refresh, "SECRET_HASH": bench.hash(name) });
        bench.public(
            "InitiateAuth",
            json!({ "AuthFlow": "REFRESH_TOKEN_AUTH", "AuthParameters": parameters }),
        )
    };
    let unverifiable = format!("Unable to verify secret hash for client {}", NORTHWIND.client_id);
    assert_eq!(
        with_hash_of("jane@example.com"),
        refused("NotAuthorizedException", &unverifiable)
    );
    let stored = stored.as_str().unwrap();
    let (renewed, _, none) = tokens(&with_hash_of(stored).unwrap());
    assert_eq!(none, "", "the refresh token stays the same one");
    assert!(bench.public("GetUser", json!({ "AccessToken": renewed })).is_ok());
    let revoke = |secret: Option<&str>| {
        let mut input = json!({ "Token": refresh });
        if let Some(secret) = secret {
            input["ClientSecret"] = json!(secret);
        }
        bench.public("RevokeToken", input)
    };
    let not_received = format!(
        "Client {} is configured for secret but secret was not received",
        NORTHWIND.client_id
    );
    assert_eq!(revoke(None), refused("InvalidParameterException", &not_received));
    assert!(
        revoke(Some("thisisnotthesecretofthisclient"))
            .is_err_and(|(code, _)| code == "UnauthorizedException")
    );
    assert_eq!(revoke(NORTHWIND.client_secret), Ok(json!({})));
    assert_eq!(
        with_hash_of(stored),
        refused("NotAuthorizedException", "Refresh Token has been revoked")
    );
    let revoked = refused("NotAuthorizedException", "Access Token has been revoked");
    for token in [&access, &renewed] {
        assert_eq!(bench.public("GetUser", json!({ "AccessToken": token })), revoked);
    }
}

#[test]
fn tokens_end() {
    let bench = bench();
    let (access, id, refresh) = tokens(&bench.sign_in("ada", PASSWORD).unwrap());
    let user = bench.public("GetUser", json!({ "AccessToken": access })).unwrap();
    assert_eq!(user["Username"], "ada");
    let invalid = refused("NotAuthorizedException", "Invalid Access Token");
    assert_eq!(bench.public("GetUser", json!({ "AccessToken": id })), invalid);
    assert_eq!(bench.public("GetUser", json!({ "AccessToken": "junk" })), invalid);
    let unsupported = bench.public("RevokeToken", json!({ "Token": access }));
    assert!(unsupported.is_err_and(|(code, _)| code == "UnsupportedTokenTypeException"));
    bench.wait(3_600);
    let expired = refused("NotAuthorizedException", "Access Token has expired");
    assert_eq!(bench.public("GetUser", json!({ "AccessToken": access })), expired);
    let renew = || {
        let parameters = json!({ "REFRESH_TOKEN": refresh });
        bench.public(
            "InitiateAuth",
            json!({ "AuthFlow": "REFRESH_TOKEN", "AuthParameters": parameters }),
        )
    };
    assert!(renew().is_ok());
    bench.wait(30 * 86_400);
    assert_eq!(
        renew(),
        refused("NotAuthorizedException", "Refresh Token has expired")
    );
}

#[test]
fn a_challenge_session_belongs_to_its_challenge_and_user_and_ends() {
    let bench = bench();
    bench.invited_user("eve");
    let session = bench.sign_in("eve", PASSWORD).unwrap()["Session"].clone();
    let respond = |username: &str, challenge: &str, session: &Value| {
        let input = json!({
            "ChallengeName": challenge,
            "Session": session,
            "ChallengeResponses": { "USERNAME": username, "NEW_PASSWORD": "Chosen-Passw0rd" },
        });
        bench.public("RespondToAuthChallenge", input).unwrap_err().1
    };
    let invalid = "Invalid session for the user.";
    let junk = json!("a junk session that is long enough");
    assert_eq!(respond("eve", "NEW_PASSWORD_REQUIRED", &junk), invalid);
    assert_eq!(respond("ada", "NEW_PASSWORD_REQUIRED", &session), invalid);
    assert_eq!(respond("eve", "SMS_MFA", &session), invalid);
    bench.wait(180);
    let expired = "Invalid session for the user, session is expired.";
    assert_eq!(respond("eve", "NEW_PASSWORD_REQUIRED", &session), expired);
}
