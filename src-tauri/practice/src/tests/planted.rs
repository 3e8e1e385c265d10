//! Users planted in states that no operation leads to.

use std::time::Duration;

use serde_json::{Value, json};

use super::bench::Bench;
use crate::seeds::{FABRIKAM, NORTHWIND, PASSWORD, TAILSPIN};
use crate::{Address, Factor, PlantError, Planted, UserStatus};

fn address(value: &str, verified: bool) -> Option<Address> {
    Some(Address {
        value: value.to_owned(),
        verified,
    })
}

#[test]
fn a_planted_user_is_as_described() {
    let bench = Bench::seeded(&TAILSPIN);
    let planted = Planted {
        status: UserStatus::ResetRequired,
        enabled: false,
        email: address("ada@example.com", false),
        phone_number: address("+99912345678", true),
        factors: vec![Factor::Sms, Factor::Authenticator],
        preferred_factor: Some(Factor::Authenticator),
        ..Planted::new("ada")
    };
    assert_eq!(bench.pools.plant(TAILSPIN.pool_id, planted), Ok("ada".to_owned()));
    let user = bench.admin_on("AdminGetUser", "ada", json!({})).unwrap();
    assert_eq!(user["UserStatus"], "RESET_REQUIRED");
    assert_eq!(user["Enabled"], false);
    assert_eq!(user["PreferredMfaSetting"], "SOFTWARE_TOKEN_MFA");
    assert_eq!(
        user["UserMFASettingList"],
        json!(["SMS_MFA", "SOFTWARE_TOKEN_MFA"])
    );
    let attribute = |name: &str| {
        let attributes = user["UserAttributes"].as_array().unwrap();
        attributes
            .iter()
            .find(|attribute| attribute["Name"] == name)
            .map_or(Value::Null, |attribute| attribute["Value"].clone())
    };
    assert_eq!(attribute("email"), "ada@example.com");
    assert_eq!(attribute("email_verified"), "false");
    assert_eq!(attribute("phone_number_verified"), "true");
}

#[test]
fn an_old_invitation_has_expired() {
    let bench = Bench::seeded(&NORTHWIND);
    for (days, good) in [(6, true), (7, false)] {
        let email = format!("invited-{days}@example.com");
        let planted = Planted {
            status: UserStatus::ForceChangePassword,
            email: address(&email, true),
            age: Duration::from_secs(days * 24 * 60 * 60),
            ..Planted::new("Ada")
        };
        let username = bench.pools.plant(NORTHWIND.pool_id, planted).unwrap();
        assert_eq!(bench.sign_in(&email, PASSWORD).is_ok(), good);
        let user = bench.admin_on("AdminGetUser", &email, json!({})).unwrap();
        assert_eq!(
            user["Username"],
            json!(username),
            "the pool named the user itself"
        );
    }
}

#[test]
fn nobody_is_planted_over_somebody_else() {
    let bench = Bench::seeded(&FABRIKAM);
    let plant = |pool: &str, planted: Planted| bench.pools.plant(pool, planted);
    assert_eq!(
        plant(FABRIKAM.pool_id, Planted::new("maria")),
        Err(PlantError::Taken)
    );
    let with_email = |verified| Planted {
        email: address("maria@example.com", verified),
        ..Planted::new("ada")
    };
    assert_eq!(plant(FABRIKAM.pool_id, with_email(true)), Err(PlantError::Taken));
    assert!(
        plant(FABRIKAM.pool_id, with_email(false)).is_ok(),
        "it is no alias"
    );
    assert_eq!(
        plant("eu-central-1_Missing00", Planted::new("ada")),
        Err(PlantError::NoSuchPool)
    );
    let named = Planted {
        email: address("JANE@example.com", false),
        ..Planted::new("ada")
    };
    assert_eq!(plant(NORTHWIND.pool_id, named), Err(PlantError::Taken));
    let shown = format!("{:?}", with_email(true));
    assert!(!shown.contains("ada") && !shown.contains("maria") && !shown.contains(PASSWORD));
}
