//! ListUsers: its filters, its pages, its tokens, and how it lags behind (AWS API reference and
//! developer guide, "Searching for users"; texts as observed).

use std::time::Duration;

use serde_json::{Value, json};

use super::bench::{Answer, Bench, PASSWORD, refused};
use crate::SearchCase;

/// The user names on a page.
pub(super) fn names(page: &Value) -> Vec<String> {
    let users = page["Users"].as_array().unwrap();
    users
        .iter()
        .map(|user| user["Username"].as_str().unwrap().to_owned())
        .collect()
}

pub(super) fn list(bench: &Bench, mut input: Value) -> Answer {
    input["UserPoolId"] = json!(bench.pool_id);
    bench.admin("ListUsers", input)
}

fn search(bench: &Bench, filter: &str) -> Vec<String> {
    names(&list(bench, json!({ "Filter": filter })).unwrap())
}

/// Users whose names and attributes differ in what is searched for.
fn bench_with_people(settings: &Value) -> Bench {
    let bench = Bench::new(settings, &json!({}));
    for (username, name, given, phone) in [
        ("ada", "Ada Lovelace", "Ada", "+4915112340001"),
        ("Adam", "Adam Smith", "Adam", "+4915112340002"),
        ("quo\"te", "Q \\ R", "Q", "+4416112340003"),
    ] {
        let input = json!({ "MessageAction": "SUPPRESS", "TemporaryPassword": PASSWORD, "UserAttributes": [
            { "Name": "email", "Value": format!("{given}@example.com") },
            { "Name": "name", "Value": name },
            { "Name": "given_name", "Value": given },
            { "Name": "phone_number", "Value": phone },
        ] });
        bench.admin_on("AdminCreateUser", username, input).unwrap();
    }
    bench.admin_on("AdminDisableUser", "Adam", json!({})).unwrap();
    bench
        .admin_on(
            "AdminSetUserPassword",
            "ada",
            json!({ "Password": PASSWORD, "Permanent": true }),
        )
        .unwrap();
    bench
}

#[test]
fn a_filter_finds_by_one_attribute_whole_or_by_how_it_begins() {
    let bench = bench_with_people(&json!({}));
    for (filter, found) in [
        ("", &["Adam", "ada", "quo\"te"][..]),
        (r#"username = "ada""#, &["ada"]),
        (r#"username = "ad""#, &[]),
        (r#"username ^= "ad""#, &["ada"]),
        (r#"username = "quo\"te""#, &["quo\"te"]),
        (r#"name = "Q \\ R""#, &["quo\"te"]),
        (r#"name ^= "Ada""#, &["ada", "Adam"]),
        (r#"given_name="Ada""#, &["ada"]),
        (r#"email ^= "Ada""#, &["ada", "Adam"]),
        (r#"phone_number ^= "+49151""#, &["ada", "Adam"]),
        (r#"family_name ^= """#, &[]),
        (r#"name ^= """#, &["ada", "Adam", "quo\"te"]),
        (r#"cognito:user_status = "CONFIRMED""#, &["ada"]),
        (r#"status = "Disabled""#, &["Adam"]),
        (r#"status = "Enabled""#, &["ada", "quo\"te"]),
        (r#"status = "CONFIRMED""#, &[]),
    ] {
        let mut listed = search(&bench, filter);
        listed.sort();
        let mut found = found.to_vec();
        found.sort_unstable();
        assert_eq!(listed, found, "{filter}");
    }
    let sub = bench.admin_on("AdminGetUser", "ada", json!({})).unwrap()["UserAttributes"][0]["Value"].clone();
    let sub = sub.as_str().unwrap();
    assert_eq!(search(&bench, &format!(r#"sub = "{sub}""#)), ["ada"]);
    assert_eq!(search(&bench, &format!(r#"sub ^= "{}""#, &sub[..8])), ["ada"]);
}

#[test]
fn case_counts_as_the_api_reference_says_or_as_the_guide_says() {
    let cases = [
        // Filter, then how many it finds: by the reference in a pool that tells case and in one
        // that does not, and by the guide.
        (r#"username = "ADA""#, 0, 0, 1),
        (r#"status = "disabled""#, 0, 0, 1),
        (r#"cognito:user_status = "confirmed""#, 1, 1, 1),
        (r#"email = "ada@EXAMPLE.com""#, 0, 1, 1),
        (r#"name ^= "ada""#, 0, 2, 2),
    ];
    for (sensitive, pick) in [(true, 0), (false, 1)] {
        let bench = bench_with_people(&json!({ "UsernameConfiguration": { "CaseSensitive": sensitive } }));
        for (filter, strict, loose, guide) in cases {
            bench.pools.search_by(SearchCase::Reference);
            assert_eq!(search(&bench, filter).len(), [strict, loose][pick], "{filter}");
            bench.pools.search_by(SearchCase::Guide);
            assert_eq!(search(&bench, filter).len(), guide, "{filter}");
        }
    }
}

#[test]
fn what_is_wrong_with_a_request() {
    let bench = bench_with_people(&json!({}));
    let invalid = |message: &str| refused("InvalidParameterException", message);
    let ask = |input: Value| list(&bench, input);
    let filtered = |filter: &str| ask(json!({ "Filter": filter }));
    assert_eq!(filtered("ada"), invalid("Error while parsing filter"));
    assert_eq!(
        filtered(r#"custom:team = "x""#),
        invalid("Invalid search attribute: custom:team")
    );
    let longest = format!(r#"name = "{}""#, "x".repeat(256 - 9));
    assert!(filtered(&longest).is_ok());
    let (code, message) = filtered(&format!("{longest} ")).unwrap_err();
    assert_eq!(code, "InvalidParameterException");
    assert!(message.ends_with(
        "at 'filter' failed to satisfy constraint: Member must have length less than or equal to 256"
    ));
    assert_eq!(
        ask(json!({ "Limit": 61 })),
        invalid(
            "1 validation error detected: Value '61' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 60"
        )
    );
    let nowhere = bench.admin("ListUsers", json!({ "UserPoolId": "eu-central-1_Missing00" }));
    assert_eq!(
        nowhere,
        refused(
            "ResourceNotFoundException",
            "User pool eu-central-1_Missing00 does not exist."
        )
    );
}

#[test]
fn attributes_that_are_asked_for_must_be_there() {
    let bench = bench_with_people(&json!({}));
    let ask = |names: Value| {
        list(
            &bench,
            json!({ "AttributesToGet": names, "Filter": "given_name = \"Ada\"" }),
        )
    };
    let page = ask(json!(["email"])).unwrap();
    assert_eq!(
        page["Users"][0]["Attributes"],
        json!([{ "Name": "email", "Value": "Ada@example.com" }])
    );
    let missing = refused(
        "InvalidParameterException",
        "One or more requested attributes do not exist.",
    );
    assert_eq!(ask(json!(["nickname"])), missing, "the user has none");
    assert_eq!(ask(json!(["custom:team"])), missing, "the pool has none");
    let sub = refused(
        "InvalidParameterException",
        "Input fails to satisfy the constraints.",
    );
    assert_eq!(ask(json!(["sub"])), sub);
}

#[test]
fn a_user_is_listed_without_second_factors() {
    let bench = bench_with_people(&json!({}));
    let page = list(&bench, json!({ "Filter": "username = \"ada\"" })).unwrap();
    let user = page["Users"][0].as_object().unwrap();
    let members: Vec<_> = user.keys().map(String::as_str).collect();
    let expected = [
        "Attributes",
        "Enabled",
        "UserCreateDate",
        "UserLastModifiedDate",
        "UserStatus",
        "Username",
    ];
    assert_eq!(members, expected);
    assert!(page.get("PaginationToken").is_none());
}

/// Every page of a listing.
pub(super) fn turn_all(bench: &Bench, input: &Value) -> Vec<Vec<String>> {
    let mut pages = Vec::new();
    let mut input = input.clone();
    loop {
        let page = list(bench, input.clone()).unwrap();
        pages.push(names(&page));
        match page.get("PaginationToken") {
            Some(token) => input["PaginationToken"] = token.clone(),
            None => return pages,
        }
    }
}

fn bench_with_many(count: usize) -> Bench {
    let bench = Bench::lenient();
    for number in 0..count {
        let input = json!({ "MessageAction": "SUPPRESS", "TemporaryPassword": PASSWORD });
        bench
            .admin_on("AdminCreateUser", &format!("user-{number:03}"), input)
            .unwrap();
    }
    bench
}

#[test]
fn sixty_are_on_a_page_unless_fewer_are_wanted() {
    let bench = bench_with_many(125);
    for (limit, sizes) in [
        (json!({}), &[60, 60, 5][..]),
        (json!({ "Limit": 0 }), &[60, 60, 5]),
        (json!({ "Limit": 60 }), &[60, 60, 5]),
        (json!({ "Limit": 50 }), &[50, 50, 25]),
        (json!({ "Limit": 25 }), &[25; 5]),
    ] {
        let pages = turn_all(&bench, &limit);
        let lengths: Vec<_> = pages.iter().map(Vec::len).collect();
        assert_eq!(lengths, sizes, "{limit}");
        let mut everybody = pages.concat();
        everybody.dedup();
        assert_eq!(everybody.len(), 125);
    }
}

#[test]
fn a_token_goes_with_its_request_for_an_hour() {
    let bench = bench_with_many(61);
    let first = list(&bench, json!({ "Filter": "username ^= \"user\"" })).unwrap();
    let token = first["PaginationToken"].as_str().unwrap();
    let again = |more: Value| {
        let mut input = json!({ "Filter": "username ^= \"user\"", "PaginationToken": token });
        if let (Some(input), Value::Object(more)) = (input.as_object_mut(), more) {
            input.extend(more);
        }
        list(&bench, input)
    };
    let refuses = |answer: Answer| {
        let (code, message) = answer.unwrap_err();
        assert_eq!(code, "InvalidParameterException");
        assert!(message.starts_with("Paging marker "), "{message}");
    };
    assert_eq!(names(&again(json!({})).unwrap()), ["user-060"]);
    assert_eq!(
        names(&again(json!({})).unwrap()),
        ["user-060"],
        "it can be used twice"
    );
    refuses(again(json!({ "Filter": "username ^= \"use\"" })));
    refuses(again(json!({ "Limit": 60 })));
    refuses(again(json!({ "AttributesToGet": ["email"] })));
    refuses(again(json!({ "PaginationToken": format!("{token}x") })));
    bench.wait(3_590);
    assert!(again(json!({})).is_ok());
    bench.wait(10);
    refuses(again(json!({})));
}

#[test]
fn pages_can_be_short_or_empty_while_there_is_more() {
    let bench = bench_with_many(10);
    bench.pools.shorten_pages(&[0, 3, 0, 0, 60, 0]);
    let sizes: Vec<_> = turn_all(&bench, &json!({})).iter().map(Vec::len).collect();
    assert_eq!(sizes, [0, 3, 0, 0, 7]);
    let sizes: Vec<_> = turn_all(&bench, &json!({ "Filter": "username = \"no\"" }))
        .iter()
        .map(Vec::len)
        .collect();
    assert_eq!(sizes, [0, 0], "nobody is found, after an empty page with a token");
}

#[test]
fn a_list_lags_behind_and_admin_get_user_does_not() {
    let bench = bench_with_many(2);
    bench.pools.lag_lists(Duration::from_secs(30));
    let enabled = || {
        let mut listed = search(&bench, r#"status = "Enabled""#);
        listed.sort();
        listed
    };
    bench.admin_on("AdminDisableUser", "user-000", json!({})).unwrap();
    bench.admin_on("AdminDeleteUser", "user-001", json!({})).unwrap();
    let input = json!({ "MessageAction": "SUPPRESS", "TemporaryPassword": PASSWORD });
    bench.admin_on("AdminCreateUser", "user-002", input).unwrap();
    assert_eq!(enabled(), ["user-000", "user-001"]);
    let truth = bench.admin_on("AdminGetUser", "user-000", json!({})).unwrap();
    assert_eq!(truth["Enabled"], false);
    assert!(bench.admin_on("AdminGetUser", "user-001", json!({})).is_err());
    bench.wait(31);
    assert_eq!(enabled(), ["user-002"]);
    bench.admin_on("AdminEnableUser", "user-000", json!({})).unwrap();
    assert_eq!(enabled(), ["user-002"]);
    bench.pools.lag_lists(Duration::ZERO);
    assert_eq!(enabled(), ["user-000", "user-002"]);
}
