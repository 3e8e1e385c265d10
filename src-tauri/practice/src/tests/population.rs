//! A pool full of invented people.

use std::time::Instant;

use serde_json::{Value, json};

use super::bench::Bench;
use super::list_users::{list, names, turn_all};
use crate::PopulateError;
use crate::seeds::{FABRIKAM, NORTHWIND, PASSWORD, SeededPool};

fn populated(pool: &SeededPool, count: u32) -> Bench {
    let bench = Bench::seeded(pool);
    bench.pools.populate(pool.pool_id, count).unwrap();
    bench
}

fn attribute<'a>(user: &'a Value, name: &str) -> &'a str {
    let list = user["Attributes"].as_array().unwrap();
    list.iter()
        .find(|attribute| attribute["Name"] == name)
        .map_or("", |attribute| attribute["Value"].as_str().unwrap())
}

fn filter(attribute: &str, compare: &str, value: &str) -> Value {
    json!({ "Filter": format!("{attribute} {compare} \"{value}\"") })
}

#[test]
fn everybody_is_listed_once_and_in_order() {
    for pool in [&NORTHWIND, &FABRIKAM] {
        let seeded = turn_all(&Bench::seeded(pool), &json!({})).concat().len();
        let bench = populated(pool, 1_000);
        let everybody = turn_all(&bench, &json!({})).concat();
        assert_eq!(everybody.len(), 1_000 + seeded);
        assert!(everybody.is_sorted_by(|one, next| one < next));
        let described = bench
            .admin("DescribeUserPool", json!({ "UserPoolId": pool.pool_id }))
            .unwrap();
        assert_eq!(described["UserPool"]["EstimatedNumberOfUsers"], 1_000 + seeded);
    }
}

/// What each filter finds, page by page, against looking at everybody.
#[test]
fn every_filter_finds_exactly_those_it_should() {
    for pool in [&NORTHWIND, &FABRIKAM] {
        let bench = populated(pool, 2_000);
        let mut everybody = Vec::new();
        let mut input = json!({});
        loop {
            let page = list(&bench, input.clone()).unwrap();
            everybody.extend(page["Users"].as_array().unwrap().clone());
            match page.get("PaginationToken") {
                Some(token) => input["PaginationToken"] = token.clone(),
                None => break,
            }
        }
        let value = |user: &Value, by: &str| match by {
            "username" => user["Username"].as_str().unwrap().to_owned(),
            "cognito:user_status" => user["UserStatus"].as_str().unwrap().to_owned(),
            "status" if user["Enabled"] == true => "Enabled".to_owned(),
            "status" => "Disabled".to_owned(),
            _ => attribute(user, by).to_owned(),
        };
        for by in [
            "username",
            "sub",
            "email",
            "phone_number",
            "name",
            "given_name",
            "family_name",
            "cognito:user_status",
            "status",
        ] {
            for sample in [1, 500, 1_500] {
                let whole = value(&everybody[sample], by);
                let start: String = whole.chars().take(3).collect();
                for (compare, wanted) in [("=", &whole), ("^=", &start)] {
                    if wanted.is_empty() {
                        continue;
                    }
                    let mut found = turn_all(&bench, &filter(by, compare, wanted)).concat();
                    found.sort();
                    let mut expected: Vec<_> = everybody
                        .iter()
                        .filter(|user| {
                            let held = value(user, by);
                            if compare == "=" {
                                held == **wanted
                            } else {
                                held.starts_with(&**wanted)
                            }
                        })
                        .map(|user| value(user, "username"))
                        .collect();
                    expected.sort();
                    assert!(!expected.is_empty());
                    assert_eq!(found, expected, "{by} {compare} {wanted}");
                }
            }
        }
    }
}

#[test]
fn a_person_who_is_looked_at_is_a_user_like_any_other() {
    let bench = populated(&NORTHWIND, 5_000);
    let page = list(&bench, filter("cognito:user_status", "=", "CONFIRMED")).unwrap();
    let user = page["Users"]
        .as_array()
        .unwrap()
        .iter()
        .find(|user| user["Enabled"] == true && attribute(user, "email").contains("0"))
        .unwrap();
    let (email, sub) = (attribute(user, "email"), attribute(user, "sub"));
    for name in [email.to_uppercase().as_str(), sub] {
        let found = bench.admin_on("AdminGetUser", name, json!({})).unwrap();
        assert_eq!(found["Username"], sub);
        assert_eq!(found["UserStatus"], user["UserStatus"]);
        assert_eq!(found["UserCreateDate"], user["UserCreateDate"]);
    }
    assert!(bench.sign_in(email, PASSWORD).is_ok());
    let taken = json!({ "UserAttributes": [{ "Name": "email_verified", "Value": "true" }] });
    let (code, _) = bench.admin_on("AdminCreateUser", email, taken).unwrap_err();
    assert_eq!(code, "UsernameExistsException");
    let listed = || names(&list(&bench, filter("email", "=", email)).unwrap());
    assert_eq!(listed(), [sub], "and still listed once");
    bench.admin_on("AdminDeleteUser", email, json!({})).unwrap();
    assert!(listed().is_empty());
    assert!(bench.admin_on("AdminGetUser", sub, json!({})).is_err());
}

#[test]
fn the_same_people_each_time_and_only_once() {
    let first = populated(&FABRIKAM, 100);
    let second = populated(&FABRIKAM, 100);
    let page = |bench: &Bench| list(bench, filter("status", "=", "Enabled")).unwrap()["Users"][30].clone();
    assert_eq!(page(&first)["Attributes"], page(&second)["Attributes"]);
    let again = |id: &str, count| first.pools.populate(id, count);
    assert_eq!(again(FABRIKAM.pool_id, 1), Err(PopulateError::Populated));
    assert_eq!(again("eu-central-1_Missing00", 1), Err(PopulateError::NoSuchPool));
    assert_eq!(again(NORTHWIND.pool_id, 5_000_001), Err(PopulateError::TooMany));
    assert_eq!(again(NORTHWIND.pool_id, 0), Ok(()));
}

#[test]
fn every_state_is_among_them_and_most_are_well() {
    let bench = populated(&NORTHWIND, 2_000);
    let count = |by: &str, value: &str| turn_all(&bench, &filter(by, "=", value)).concat().len();
    for status in [
        "UNCONFIRMED",
        "RESET_REQUIRED",
        "FORCE_CHANGE_PASSWORD",
        "EXTERNAL_PROVIDER",
    ] {
        assert!(
            (20..120).contains(&count("cognito:user_status", status)),
            "{status}"
        );
    }
    assert!(count("cognito:user_status", "CONFIRMED") > 1_700);
    assert!((5..60).contains(&count("status", "Disabled")));
    assert!(count("given_name", "Diego") > 3, "several of one name");
}

/// A million, in an unoptimised build: planted in seconds, listed and searched without going
/// through everybody. Times are generous; that the work per page stays small is what counts.
#[test]
fn a_million_people() {
    let start = Instant::now();
    let bench = populated(&NORTHWIND, 1_000_000);
    let planted = start.elapsed();
    assert!(planted.as_secs() < 30, "{planted:?}");
    let start = Instant::now();
    let mut requests = 0;
    for input in [
        json!({}),
        filter("email", "^=", "diego."),
        filter("name", "^=", "Diego "),
        filter("family_name", "=", "Ramos"),
        filter("username", "^=", "7"),
        filter("phone_number", "^=", "+9995"),
        filter("cognito:user_status", "=", "UNCONFIRMED"),
        filter("status", "=", "Disabled"),
    ] {
        let mut input = input;
        for _ in 0..5 {
            let page = list(&bench, input.clone()).unwrap();
            assert_eq!(page["Users"].as_array().unwrap().len(), 60, "{input}");
            input["PaginationToken"] = page["PaginationToken"].clone();
            requests += 1;
        }
    }
    let deep = list(&bench, filter("email", "^=", "zoe.zimmer")).unwrap();
    let last = &deep["Users"][0];
    for (by, value) in [
        ("sub", attribute(last, "sub")),
        ("email", attribute(last, "email")),
    ] {
        assert_eq!(
            list(&bench, filter(by, "=", value)).unwrap()["Users"],
            json!([last])
        );
    }
    let each = start.elapsed() / (requests + 3);
    assert!(each.as_millis() < 250, "{each:?}");
}
