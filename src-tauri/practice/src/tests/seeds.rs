//! Everybody who is seeded is in the state that their story says (AWS developer guide, user
//! account states; pools as their settings say).

use serde_json::{Value, json};

use super::bench::{Answer, Bench, refused};
use crate::seeds::{
    AUTHENTICATOR_SECRET, DESK_PEOPLE, DeskStory, FABRIKAM, NORTHWIND, PASSWORD, SeededPool, TAILSPIN,
};
use crate::totp::Authenticator;

fn pool_named(name: &str) -> &'static SeededPool {
    [&NORTHWIND, &FABRIKAM, &TAILSPIN]
        .into_iter()
        .find(|pool| pool.name == name)
        .unwrap()
}

fn no_contact() -> Answer {
    refused(
        "InvalidParameterException",
        "Cannot reset password for the user as there is no registered/verified email or phone_number",
    )
}

fn administrator_resets() -> Answer {
    refused(
        "NotAuthorizedException",
        "Contact administrator to reset password.",
    )
}

fn not_in_this_state() -> Answer {
    refused(
        "NotAuthorizedException",
        "User password cannot be reset in the current state.",
    )
}

#[test]
fn a_reset_by_an_administrator_does_what_the_story_says() {
    for person in DESK_PEOPLE {
        let bench = Bench::seeded(pool_named(person.pool));
        let alone = person.pool == TAILSPIN.name;
        let expected = match person.story {
            DeskStory::Invited | DeskStory::InvitationExpired => not_in_this_state(),
            DeskStory::Disabled => refused("NotAuthorizedException", "User is disabled"),
            _ if alone => administrator_resets(),
            DeskStory::ContactUnverified | DeskStory::ResetWithoutContact => no_contact(),
            _ => Ok(json!({})),
        };
        let reset = bench.admin_on("AdminResetUserPassword", person.username, json!({}));
        assert_eq!(reset, expected, "{person:?}");
    }
}

#[test]
fn temporary_passwords_are_good_or_too_old() {
    for (pool, name, good) in [
        (&NORTHWIND, "diego@example.com", true),
        (&NORTHWIND, "oskar@example.com", false),
        (&FABRIKAM, "aiko", false),
        (&TAILSPIN, "lucia", false),
    ] {
        let bench = Bench::seeded(pool);
        let answer = bench.sign_in(name, PASSWORD);
        assert_eq!(answer.is_ok(), good, "{name}");
        if let Err((_, message)) = answer {
            assert!(message.starts_with("Temporary password has expired"));
        }
    }
}

#[test]
fn two_users_differ_by_case_alone() {
    let bench = Bench::seeded(&FABRIKAM);
    let name = |username: &str| {
        let user = bench.admin_on("AdminGetUser", username, json!({})).unwrap();
        let attributes = user["UserAttributes"].as_array().unwrap().clone();
        let name = attributes.iter().find(|attribute| attribute["Name"] == "name");
        name.unwrap()["Value"].clone()
    };
    assert_eq!(name("tove"), "Tove Berg");
    assert_eq!(name("Tove"), "Tove Lund");
    assert!(bench.admin_on("AdminGetUser", "TOVE", json!({})).is_err());
}

#[test]
fn factors_of_people_and_pools() {
    let factors = |pool: &SeededPool, name: &str| {
        let user = Bench::seeded(pool)
            .admin_on("AdminGetUser", name, json!({}))
            .unwrap();
        user["UserMFASettingList"].clone()
    };
    for (pool, name) in [(&FABRIKAM, "yuki"), (&TAILSPIN, "grace")] {
        assert_eq!(factors(pool, name), json!(["SOFTWARE_TOKEN_MFA"]));
    }
    assert_eq!(factors(&TAILSPIN, "henry"), Value::Null);
    for (pool, mfa) in [(&NORTHWIND, "OFF"), (&FABRIKAM, "OPTIONAL"), (&TAILSPIN, "ON")] {
        let config = Bench::seeded(pool)
            .admin("GetUserPoolMfaConfig", json!({ "UserPoolId": pool.pool_id }))
            .unwrap();
        assert_eq!(config["MfaConfiguration"], mfa);
        let authenticator = config["SoftwareTokenMfaConfiguration"]["Enabled"] == true;
        assert_eq!(authenticator, mfa != "OFF");
    }
}

#[test]
fn some_are_in_groups() {
    for (pool, name, groups) in [
        (&NORTHWIND, "jane@example.com", &["finance", "staff"][..]),
        (&FABRIKAM, "Tove", &["managers"]),
        (&FABRIKAM, "kiosk-4", &["kiosks"]),
        (&TAILSPIN, "grace", &["pilots"]),
        (&TAILSPIN, "iris", &[]),
    ] {
        let answer = Bench::seeded(pool).admin_on("AdminListGroupsForUser", name, json!({}));
        let listed: Vec<_> = answer.unwrap()["Groups"]
            .as_array()
            .unwrap()
            .iter()
            .map(|group| group["GroupName"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(listed, groups);
    }
}

#[test]
fn a_search_for_diego_finds_several() {
    let bench = Bench::seeded(&NORTHWIND);
    let input = json!({ "UserPoolId": NORTHWIND.pool_id, "Filter": "email ^= \"diego\"" });
    let page = bench.admin("ListUsers", input).unwrap();
    assert_eq!(page["Users"].as_array().unwrap().len(), 2);
}

#[test]
fn the_password_that_is_known_of_somebody() {
    let bench = Bench::seeded(&FABRIKAM);
    let known = |username: &str| bench.pools.known_password(FABRIKAM.pool_id, username);
    let on_the_slip = known("nina").unwrap();
    assert!(bench.sign_in("nina", &on_the_slip).is_ok());
    assert_eq!(known("aiko").as_deref(), Some(PASSWORD), "an expired one too");
    assert_eq!(
        known("maria@example.com").as_deref(),
        Some(PASSWORD),
        "by any name they type"
    );
    assert_eq!(known("felix"), None, "there is none");
    assert_eq!(known("nobody"), None);
    assert_eq!(
        bench.pools.known_password("eu-central-1_Missing00", "maria"),
        None
    );
    let resend = json!({ "MessageAction": "RESEND", "DesiredDeliveryMediums": ["EMAIL"] });
    bench.admin_on("AdminCreateUser", "aiko", resend).unwrap();
    let renewed = known("aiko").unwrap();
    assert_ne!(renewed, PASSWORD);
    let challenge = bench.sign_in("aiko", &renewed).unwrap();
    bench
        .reply(&challenge, json!({ "NEW_PASSWORD": "Chosen-Passw0rd" }))
        .unwrap();
    assert_eq!(known("aiko"), None, "nobody was told the chosen one");
}

#[test]
fn what_authenticator_apps_show() {
    let bench = Bench::seeded(&FABRIKAM);
    let shown = bench.pools.authenticator_codes();
    let named = |name: &str| shown.iter().find(|code| code.username == name).unwrap();
    for name in ["vera", "bao", "yuki", "grace"] {
        assert!(named(name).registered);
        assert_eq!(named(name).code.len(), 6);
        assert_eq!(
            named(name).seconds_left,
            10,
            "the bench begins 20 seconds into a step"
        );
    }
    assert_eq!(named("vera").display_name.as_deref(), Some("Vera Simic"));
    assert_eq!(named("vera").pool, FABRIKAM.pool_id);
    assert_ne!(named("vera").code, named("yuki").code);
    let debug = format!("{:?}", named("vera"));
    assert!(!debug.contains("vera") && !debug.contains(&named("vera").code));
    bench.wait(30);
    let later = bench.pools.authenticator_codes();
    let later = later.iter().find(|code| code.username == "vera").unwrap();
    assert_ne!(later.code, named("vera").code);
}

#[test]
fn the_secret_that_is_published_is_veras() {
    let bench = Bench::seeded(&FABRIKAM);
    let app = Authenticator::with_secret(AUTHENTICATOR_SECRET).unwrap();
    let shown = bench.pools.authenticator_codes();
    let vera = shown.iter().find(|code| code.username == "vera").unwrap();
    assert_eq!(vera.code, app.code(bench.clock.now()));
}
