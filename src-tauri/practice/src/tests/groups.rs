//! Groups and who is in them (AWS API reference).

use serde_json::{Value, json};

use super::bench::{Answer, Bench, refused};

fn on_pool(bench: &Bench, operation: &str, mut input: Value) -> Answer {
    input["UserPoolId"] = json!(bench.pool_id);
    bench.admin(operation, input)
}

fn create(bench: &Bench, name: &str) -> Answer {
    // No more than five a second.
    bench.wait(1);
    on_pool(bench, "CreateGroup", json!({ "GroupName": name }))
}

fn names(answer: &Answer, list: &str, name: &str) -> Vec<String> {
    let list = answer.as_ref().unwrap()[list].as_array().unwrap();
    list.iter()
        .map(|item| item[name].as_str().unwrap().to_owned())
        .collect()
}

fn membership(bench: &Bench, operation: &str, username: &str, group: &str) -> Answer {
    bench.admin_on(operation, username, json!({ "GroupName": group }))
}

fn no_group() -> Answer {
    refused("ResourceNotFoundException", "Group not found.")
}

#[test]
fn a_group_is_made_listed_and_deleted() {
    let bench = Bench::lenient();
    let input = json!({ "GroupName": "staff", "Description": "People", "Precedence": 2 });
    let made = on_pool(&bench, "CreateGroup", input).unwrap();
    let group = &made["Group"];
    assert_eq!(
        (&group["GroupName"], &group["Description"], &group["Precedence"]),
        (&json!("staff"), &json!("People"), &json!(2))
    );
    assert_eq!(group["UserPoolId"], json!(bench.pool_id));
    assert!(group["CreationDate"].is_f64());
    assert_eq!(
        create(&bench, "staff"),
        refused("GroupExistsException", "A group with the name already exists.")
    );
    create(&bench, "board").unwrap();
    let all = || names(&on_pool(&bench, "ListGroups", json!({})), "Groups", "GroupName");
    assert_eq!(all(), ["board", "staff"]);
    let delete = |name: &str| on_pool(&bench, "DeleteGroup", json!({ "GroupName": name }));
    assert_eq!(delete("staff"), Ok(Value::Null));
    assert_eq!(delete("staff"), no_group());
    assert_eq!(all(), ["board"]);
}

#[test]
fn users_join_and_leave() {
    let bench = Bench::lenient();
    create(&bench, "staff").unwrap();
    create(&bench, "board").unwrap();
    bench.confirmed_user("ada");
    bench.confirmed_user("eve");
    for _ in 0..2 {
        for (user, group) in [("ada", "staff"), ("eve", "staff"), ("ada", "board")] {
            assert_eq!(
                membership(&bench, "AdminAddUserToGroup", user, group),
                Ok(Value::Null)
            );
        }
    }
    let groups = |user: &str| {
        let answer = bench.admin_on("AdminListGroupsForUser", user, json!({}));
        names(&answer, "Groups", "GroupName")
    };
    let users = |group: &str| {
        let answer = on_pool(&bench, "ListUsersInGroup", json!({ "GroupName": group }));
        let mut users = names(&answer, "Users", "Username");
        users.sort();
        users
    };
    assert_eq!(
        (groups("ada"), groups("eve")),
        (vec!["board".into(), "staff".into()], vec!["staff".into()])
    );
    assert_eq!(users("staff"), ["ada", "eve"]);
    for _ in 0..2 {
        assert_eq!(
            membership(&bench, "AdminRemoveUserFromGroup", "ada", "staff"),
            Ok(Value::Null)
        );
    }
    bench.admin_on("AdminDeleteUser", "eve", json!({})).unwrap();
    assert!(users("staff").is_empty());
    assert_eq!(groups("ada"), ["board"]);
    on_pool(&bench, "DeleteGroup", json!({ "GroupName": "board" })).unwrap();
    assert!(groups("ada").is_empty());
}

#[test]
fn what_does_not_exist_is_told() {
    let bench = Bench::lenient();
    bench.confirmed_user("ada");
    create(&bench, "staff").unwrap();
    let unknown = refused("UserNotFoundException", "User does not exist.");
    for operation in ["AdminAddUserToGroup", "AdminRemoveUserFromGroup"] {
        assert_eq!(membership(&bench, operation, "ada", "nobody"), no_group());
        assert_eq!(membership(&bench, operation, "eve", "staff"), unknown);
    }
    assert_eq!(
        on_pool(&bench, "ListUsersInGroup", json!({ "GroupName": "nobody" })),
        no_group()
    );
}

#[test]
fn lists_come_in_pages() {
    let bench = Bench::lenient();
    for number in 0..65 {
        create(&bench, &format!("group-{number:02}")).unwrap();
    }
    let mut input = json!({});
    let mut sizes = Vec::new();
    loop {
        let page = on_pool(&bench, "ListGroups", input.clone()).unwrap();
        sizes.push(page["Groups"].as_array().unwrap().len());
        match page.get("NextToken") {
            Some(token) => input["NextToken"] = token.clone(),
            None => break,
        }
    }
    assert_eq!(sizes, [60, 5]);
    assert_eq!(
        on_pool(&bench, "ListGroups", json!({ "NextToken": "?" }))
            .unwrap_err()
            .0,
        "InvalidParameterException"
    );
}

#[test]
fn a_user_is_in_a_hundred_groups_at_most() {
    let bench = Bench::lenient();
    bench.confirmed_user("ada");
    for number in 0..101 {
        let name = format!("group-{number}");
        create(&bench, &name).unwrap();
        let joined = membership(&bench, "AdminAddUserToGroup", "ada", &name);
        assert_eq!(joined.is_ok(), number < 100);
    }
}
