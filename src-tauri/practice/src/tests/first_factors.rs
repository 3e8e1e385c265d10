//! USER_AUTH and CUSTOM_AUTH (AWS developer guide, authentication flows).

use serde_json::{Value, json};

use super::bench::{Answer, Bench, PASSWORD, refused};
use crate::seeds::{CUSTOM_ANSWER, CUSTOM_QUESTION};
use crate::user::Factor;
use crate::user::UserStatus::{ResetRequired, Unconfirmed};

const EVERY: &[&str] = &["PASSWORD", "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN"];

fn pool(allowed: &[&str], hidden: bool, mfa: &str) -> Bench {
    let pool = json!({ "Policies": { "SignInPolicy": { "AllowedFirstAuthFactors": allowed } } });
    let client = json!({
        "ExplicitAuthFlows": ["ALLOW_USER_AUTH", "ALLOW_CUSTOM_AUTH"],
        "PreventUserExistenceErrors": if hidden { "ENABLED" } else { "LEGACY" },
    });
    Bench::with_factors_and(mfa, &pool, &client)
}

fn bench(allowed: &[&str]) -> Bench {
    let bench = pool(allowed, false, "OPTIONAL");
    bench.user_with("ada", &[], None);
    bench
}

fn choose(bench: &Bench, username: &str, preferred: Option<&str>, more: Value) -> Answer {
    let mut parameters = more;
    parameters["USERNAME"] = json!(username);
    if let Some(preferred) = preferred {
        parameters["PREFERRED_CHALLENGE"] = json!(preferred);
    }
    bench.initiate("USER_AUTH", parameters)
}

fn incorrect() -> Answer {
    refused("NotAuthorizedException", "Incorrect username or password.")
}

fn signed_in(answer: &Answer) -> bool {
    answer
        .as_ref()
        .is_ok_and(|answer| answer["AuthenticationResult"]["AccessToken"].is_string())
}

#[test]
fn what_a_user_has_and_the_pool_allows_is_offered() {
    let offered = |bench: &Bench| {
        let answer = choose(bench, "ada", None, json!({})).unwrap();
        assert_eq!(answer["ChallengeName"], "SELECT_CHALLENGE");
        assert!(answer["Session"].is_string());
        answer["AvailableChallenges"].clone()
    };
    let only_password = json!(["PASSWORD", "PASSWORD_SRP"]);
    assert_eq!(offered(&bench(&["PASSWORD"])), only_password);
    let with_codes = json!(["PASSWORD", "PASSWORD_SRP", "EMAIL_OTP", "SMS_OTP"]);
    assert_eq!(offered(&bench(EVERY)), with_codes);
    let with_passkey = bench(EVERY);
    with_passkey.change("ada", |user| user.mfa.passkey = true);
    let all = json!(["PASSWORD", "PASSWORD_SRP", "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN"]);
    assert_eq!(offered(&with_passkey), all);
    let without_phone = bench(EVERY);
    without_phone.change("ada", |user| {
        user.attributes.remove("phone_number");
    });
    assert_eq!(
        offered(&without_phone),
        json!(["PASSWORD", "PASSWORD_SRP", "EMAIL_OTP"])
    );
    let with_factor = bench(EVERY);
    with_factor.change("ada", |user| {
        user.mfa.enabled.insert(Factor::Sms);
    });
    assert_eq!(
        offered(&with_factor),
        only_password,
        "no second factor follows a code"
    );
    let invited = pool(EVERY, false, "OPTIONAL");
    invited.invited_user("ada");
    assert_eq!(offered(&invited), only_password);
    let wanting = pool(EVERY, false, "ON");
    wanting.confirmed_user("ada");
    assert_eq!(offered(&wanting), only_password);
}

#[test]
fn an_administrator_sees_what_somebody_may_begin_with() {
    let bench = bench(EVERY);
    let factors = || {
        let answer = bench.admin_on("AdminGetUserAuthFactors", "ada", json!({}));
        answer.unwrap()["ConfiguredUserAuthFactors"].clone()
    };
    assert_eq!(factors(), json!(["PASSWORD", "EMAIL_OTP", "SMS_OTP"]));
    bench.change("ada", |user| {
        user.mfa.passkey = true;
        user.attributes.remove("phone_number");
    });
    assert_eq!(factors(), json!(["PASSWORD", "EMAIL_OTP", "WEB_AUTHN"]));
}

#[test]
fn a_password_signs_in_at_once_or_when_it_is_chosen() {
    let bench = bench(EVERY);
    let at_once = choose(&bench, "ada", Some("PASSWORD"), json!({ "PASSWORD": PASSWORD }));
    assert!(signed_in(&at_once));
    let challenge = choose(&bench, "ada", None, json!({})).unwrap();
    let answer = json!({ "USERNAME": "ada", "ANSWER": "PASSWORD", "PASSWORD": PASSWORD });
    assert!(signed_in(&bench.reply(&challenge, answer)));
    let challenge = choose(&bench, "ada", Some("PASSWORD"), json!({})).unwrap();
    assert_eq!(challenge["ChallengeName"], "PASSWORD");
    assert_eq!(
        bench.reply(&challenge, json!({})),
        refused("InvalidParameterException", "Missing required parameter PASSWORD")
    );
    assert!(signed_in(
        &bench.reply(&challenge, json!({ "PASSWORD": PASSWORD }))
    ));
}

#[test]
fn a_wrong_password_counts_for_the_lockout_and_ends_the_session() {
    let bench = bench(EVERY);
    let challenge = choose(&bench, "ada", Some("PASSWORD"), json!({})).unwrap();
    assert_eq!(
        bench.reply(&challenge, json!({ "PASSWORD": "wrong" })),
        incorrect()
    );
    assert_eq!(
        bench
            .reply(&challenge, json!({ "PASSWORD": PASSWORD }))
            .unwrap_err()
            .1,
        "Invalid session for the user, session can only be used once."
    );
    for _ in 0..4 {
        let wrong = choose(&bench, "ada", Some("PASSWORD"), json!({ "PASSWORD": "wrong" }));
        assert_eq!(wrong, incorrect());
    }
    let locked = refused("NotAuthorizedException", "Password attempts exceeded");
    let right = || choose(&bench, "ada", Some("PASSWORD"), json!({ "PASSWORD": PASSWORD }));
    assert_eq!(right(), locked);
    let challenge = choose(&bench, "ada", Some("PASSWORD"), json!({})).unwrap();
    bench.wait(1);
    assert!(signed_in(
        &bench.reply(&challenge, json!({ "PASSWORD": PASSWORD }))
    ));
}

#[test]
fn a_proof_is_asked_for_at_once_or_when_it_is_chosen() {
    let bench = bench(EVERY);
    let public = json!({ "SRP_A": bench.client_public() });
    let at_once = choose(&bench, "ada", Some("PASSWORD_SRP"), public.clone()).unwrap();
    let challenge = choose(&bench, "ada", None, json!({})).unwrap();
    let mut answer = public.clone();
    answer["USERNAME"] = json!("ada");
    answer["ANSWER"] = json!("PASSWORD_SRP");
    let chosen = bench.reply(&challenge, answer).unwrap();
    let challenge = choose(&bench, "ada", Some("PASSWORD_SRP"), json!({})).unwrap();
    assert_eq!(challenge["ChallengeName"], "PASSWORD_SRP");
    let preferred = bench.reply(&challenge, public).unwrap();
    for challenge in [at_once, chosen, preferred] {
        assert_eq!(challenge["ChallengeName"], "PASSWORD_VERIFIER");
        let responses = bench.proof(&challenge, PASSWORD, &bench.timestamp());
        assert!(signed_in(&bench.respond("PASSWORD_VERIFIER", &responses)));
    }
}

#[test]
fn a_code_is_a_first_factor_of_eight_digits() {
    for (factor, to, told) in [
        ("EMAIL_OTP", "ada@example.com", "a***@e***"),
        ("SMS_OTP", "+12065550142", "+*******0142"),
    ] {
        let bench = bench(EVERY);
        let at_once = choose(&bench, "ada", Some(factor), json!({})).unwrap();
        let challenge = choose(&bench, "ada", None, json!({})).unwrap();
        let chosen = bench
            .reply(&challenge, json!({ "USERNAME": "ada", "ANSWER": factor }))
            .unwrap();
        let codes: Vec<_> = bench.pools.inbox();
        assert_eq!(codes.len(), 2);
        for (challenge, message) in [at_once, chosen].iter().zip(codes) {
            assert_eq!(challenge["ChallengeName"], factor);
            assert_eq!(
                challenge["ChallengeParameters"]["CODE_DELIVERY_DESTINATION"],
                told
            );
            assert_eq!((message.to.as_str(), message.code.len()), (to, 8));
            let name = format!("{factor}_CODE");
            assert_eq!(
                bench.reply(challenge, json!({ &name: "1" })),
                refused(
                    "CodeMismatchException",
                    "Invalid code or auth state for the user."
                )
            );
            assert!(signed_in(&bench.reply(challenge, json!({ &name: message.code }))));
        }
    }
}

#[test]
fn a_passkey_is_asked_for_and_never_right_here() {
    let bench = bench(EVERY);
    bench.change("ada", |user| user.mfa.passkey = true);
    let challenge = choose(&bench, "ada", Some("WEB_AUTHN"), json!({})).unwrap();
    let options = challenge["ChallengeParameters"]["CREDENTIAL_REQUEST_OPTIONS"].as_str();
    let options: Value = serde_json::from_str(options.unwrap()).unwrap();
    assert!(options["challenge"].is_string() && options["rpId"].is_string());
    let answer = json!({ "USERNAME": "ada", "CREDENTIAL": "{}" });
    assert_eq!(bench.reply(&challenge, answer), incorrect());
}

#[test]
fn what_is_not_offered_cannot_be_had() {
    let bench = bench(&["PASSWORD"]);
    let instead = choose(&bench, "ada", Some("EMAIL_OTP"), json!({})).unwrap();
    assert_eq!(instead["ChallengeName"], "SELECT_CHALLENGE");
    let refusal = bench.reply(&instead, json!({ "USERNAME": "ada", "ANSWER": "EMAIL_OTP" }));
    assert_eq!(refusal.unwrap_err().0, "InvalidParameterException");
    assert_eq!(bench.messages(), 0);
}

#[test]
fn a_user_who_may_not_sign_in_is_told_so() {
    for (status, code) in [
        (Unconfirmed, "UserNotConfirmedException"),
        (ResetRequired, "PasswordResetRequiredException"),
    ] {
        let bench = pool(EVERY, false, "OPTIONAL");
        bench.user_in(status, "ada");
        assert_eq!(choose(&bench, "ada", None, json!({})).unwrap_err().0, code);
    }
    let unknown = choose(&bench(EVERY), "nobody", None, json!({}));
    assert_eq!(unknown, refused("UserNotFoundException", "User does not exist."));
}

#[test]
fn whoever_does_not_exist_is_asked_as_if_they_did() {
    let bench = pool(EVERY, true, "OPTIONAL");
    let offered = |name: &str| {
        let answer = choose(&bench, name, None, json!({})).unwrap();
        assert_eq!(answer["ChallengeName"], "SELECT_CHALLENGE");
        answer["AvailableChallenges"].clone()
    };
    let names: Vec<String> = (0..20).map(|number| format!("nobody-{number}")).collect();
    let offers: Vec<Value> = names.iter().map(|name| offered(name)).collect();
    for (name, offer) in names.iter().zip(&offers) {
        assert_eq!(&offered(name), offer, "the same each time");
        assert_eq!(offer[0], "PASSWORD");
    }
    assert!(
        offers.iter().any(|offer| *offer != offers[0]),
        "and not all alike"
    );
    for _ in 0..5 {
        let wrong = choose(&bench, "nobody", Some("PASSWORD"), json!({ "PASSWORD": "wrong" }));
        assert_eq!(wrong, incorrect());
    }
    let locked = choose(&bench, "nobody", Some("PASSWORD"), json!({ "PASSWORD": "wrong" }));
    assert_eq!(
        locked,
        refused("NotAuthorizedException", "Password attempts exceeded")
    );
    let only_codes = pool(&["EMAIL_OTP"], true, "OPTIONAL");
    let challenge = choose(&only_codes, "nobody@example.com", Some("EMAIL_OTP"), json!({})).unwrap();
    assert_eq!(
        challenge["ChallengeParameters"]["CODE_DELIVERY_DESTINATION"],
        "n***@e***"
    );
    assert_eq!(only_codes.messages(), 0);
    let answer = only_codes.reply(&challenge, json!({ "EMAIL_OTP_CODE": "12345678" }));
    assert_eq!(answer.unwrap_err().0, "CodeMismatchException");
    let by_email = json!({
        "UsernameAttributes": ["email"],
        "Policies": { "SignInPolicy": { "AllowedFirstAuthFactors": ["PASSWORD"] } },
    });
    let client = json!({
        "ExplicitAuthFlows": ["ALLOW_USER_AUTH"], "PreventUserExistenceErrors": "ENABLED",
    });
    let by_email = Bench::new(&by_email, &client);
    let typed = "nobody@example.com";
    let challenge = choose(&by_email, typed, Some("PASSWORD"), json!({})).unwrap();
    let id = challenge["ChallengeParameters"]["USER_ID_FOR_SRP"]
        .as_str()
        .unwrap();
    assert!(uuid::Uuid::parse_str(id).is_ok(), "as somebody's would be");
    let answer = json!({ "USERNAME": typed, "PASSWORD": PASSWORD });
    assert_eq!(by_email.reply(&challenge, answer), incorrect());
    let disabled = pool(EVERY, true, "OPTIONAL");
    disabled.confirmed_user("ada");
    disabled.admin_on("AdminDisableUser", "ada", json!({})).unwrap();
    let pretended = choose(&disabled, "ada", Some("PASSWORD"), json!({})).unwrap();
    assert_eq!(pretended["ChallengeName"], "PASSWORD");
    assert_eq!(
        disabled.reply(&pretended, json!({ "PASSWORD": PASSWORD })),
        incorrect()
    );
}

#[test]
fn the_flow_has_to_be_on_and_paid_for() {
    let off = Bench::lenient();
    off.confirmed_user("ada");
    let refusal = refused(
        "InvalidParameterException",
        "Auth flow not enabled for this client",
    );
    assert_eq!(choose(&off, "ada", None, json!({})), refusal);
    assert_eq!(off.initiate("CUSTOM_AUTH", json!({ "USERNAME": "ada" })), refusal);
    let client = json!({ "ExplicitAuthFlows": ["ALLOW_USER_AUTH"] });
    let lite = Bench::new(&json!({ "UserPoolTier": "LITE" }), &client);
    lite.confirmed_user("ada");
    assert_eq!(
        choose(&lite, "ada", None, json!({})).unwrap_err().0,
        "FeatureUnavailableInTierException"
    );
}

#[test]
fn a_custom_challenge_is_asked_and_answered() {
    let bench = bench(EVERY);
    let begin = || {
        bench
            .initiate("CUSTOM_AUTH", json!({ "USERNAME": "ada" }))
            .unwrap()
    };
    let challenge = begin();
    assert_eq!(challenge["ChallengeName"], "CUSTOM_CHALLENGE");
    assert_eq!(challenge["ChallengeParameters"]["question"], CUSTOM_QUESTION);
    let give = |challenge: &Value, answer: &str| {
        bench.reply(challenge, json!({ "USERNAME": "ada", "ANSWER": answer }))
    };
    assert!(signed_in(&give(&challenge, CUSTOM_ANSWER)));
    assert_eq!(give(&begin(), "something else"), incorrect());
    let hidden = pool(EVERY, true, "OPTIONAL");
    let challenge = hidden
        .initiate("CUSTOM_AUTH", json!({ "USERNAME": "nobody" }))
        .unwrap();
    let answer = json!({ "USERNAME": "nobody", "ANSWER": CUSTOM_ANSWER });
    assert_eq!(hidden.reply(&challenge, answer), incorrect());
}

#[test]
fn a_custom_challenge_can_follow_a_proof() {
    let bench = bench(EVERY);
    let parameters = json!({
        "USERNAME": "ada", "CHALLENGE_NAME": "SRP_A", "SRP_A": bench.client_public(),
    });
    let challenge = bench.initiate("CUSTOM_AUTH", parameters).unwrap();
    assert_eq!(challenge["ChallengeName"], "PASSWORD_VERIFIER");
    let responses = bench.proof(&challenge, PASSWORD, &bench.timestamp());
    let challenge = bench.respond("PASSWORD_VERIFIER", &responses).unwrap();
    assert_eq!(challenge["ChallengeName"], "CUSTOM_CHALLENGE");
    let answer = json!({ "USERNAME": "ada", "ANSWER": CUSTOM_ANSWER });
    assert!(signed_in(&bench.reply(&challenge, answer)));
}
