//! Pools and app clients.

use serde_json::{Value, json};

use super::bench::{Bench, refused};
use crate::seeds::{FABRIKAM, NORTHWIND, TAILSPIN};

fn describe(bench: &Bench) -> Value {
    bench
        .admin("DescribeUserPool", json!({ "UserPoolId": bench.pool_id }))
        .unwrap()["UserPool"]
        .clone()
}

fn describe_client(bench: &Bench) -> Value {
    let input = json!({ "UserPoolId": bench.pool_id, "ClientId": bench.client_id });
    bench.admin("DescribeUserPoolClient", input).unwrap()["UserPoolClient"].clone()
}

#[test]
fn a_pool_is_described_with_the_services_defaults() {
    let bench = Bench::lenient();
    let pool = describe(&bench);
    assert_eq!(pool["Id"], bench.pool_id);
    assert!(bench.pool_id.starts_with("eu-central-1_") && bench.pool_id.len() == 22);
    assert_eq!(pool["Name"], "bench");
    assert_eq!(pool["Policies"]["PasswordPolicy"]["MinimumLength"], 8);
    assert_eq!(
        pool["Policies"]["PasswordPolicy"]["TemporaryPasswordValidityDays"],
        7
    );
    assert_eq!(pool["MfaConfiguration"], "OFF");
    assert_eq!(
        pool["EmailConfiguration"]["EmailSendingAccount"],
        "COGNITO_DEFAULT"
    );
    assert!(
        pool["AccountRecoverySetting"].is_null(),
        "absent where it was never set"
    );
    assert_eq!(pool["EstimatedNumberOfUsers"], 0);
    let sub = pool["SchemaAttributes"]
        .as_array()
        .unwrap()
        .iter()
        .find(|attribute| attribute["Name"] == "sub");
    assert_eq!(sub.unwrap()["Required"], true);
}

#[test]
fn an_update_puts_back_what_it_does_not_name() {
    let settings = json!({
        "UsernameAttributes": ["email"],
        "Policies": { "PasswordPolicy": { "MinimumLength": 20 } },
        "AccountRecoverySetting": { "RecoveryMechanisms": [{ "Priority": 1, "Name": "verified_email" }] },
    });
    let bench = Bench::new(&settings, &json!({}));
    let update = json!({ "UserPoolId": bench.pool_id, "MfaConfiguration": "OPTIONAL" });
    assert_eq!(bench.admin("UpdateUserPool", update), Ok(json!({})));
    let pool = describe(&bench);
    assert_eq!(pool["MfaConfiguration"], "OPTIONAL");
    assert_eq!(pool["Policies"]["PasswordPolicy"]["MinimumLength"], 8);
    assert!(pool["AccountRecoverySetting"].is_null());
    assert_eq!(
        pool["UsernameAttributes"],
        json!(["email"]),
        "fixed when the pool was made"
    );
    assert_eq!(pool["Name"], "bench");
}

#[test]
fn settings_that_contradict_each_other_are_refused() {
    let bench = Bench::lenient();
    let both = json!({ "PoolName": "p", "AliasAttributes": ["email"], "UsernameAttributes": ["email"] });
    assert_eq!(
        bench.admin("CreateUserPool", both),
        refused(
            "InvalidParameterException",
            "Only one of the aliasAttributes or usernameAttributes can be set in a user pool."
        )
    );
    let mixed = json!({ "PoolName": "p", "AccountRecoverySetting": { "RecoveryMechanisms": [
        { "Priority": 1, "Name": "admin_only" }, { "Priority": 2, "Name": "verified_email" },
    ] } });
    assert!(
        bench
            .admin("CreateUserPool", mixed)
            .is_err_and(|(code, _)| code == "InvalidParameterException")
    );
    let flows = json!({
        "UserPoolId": bench.pool_id, "ClientName": "c",
        "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", "USER_PASSWORD_AUTH"],
    });
    assert!(
        bench
            .admin("CreateUserPoolClient", flows)
            .is_err_and(|(code, _)| code == "InvalidParameterException")
    );
    let life = json!({
        "UserPoolId": bench.pool_id, "ClientName": "c",
        "AccessTokenValidity": 2, "TokenValidityUnits": { "AccessToken": "minutes" },
    });
    assert!(
        bench
            .admin("CreateUserPoolClient", life)
            .is_err_and(|(code, _)| code == "InvalidParameterException")
    );
}

#[test]
fn lists_come_in_pages() {
    let bench = Bench::seeded(&NORTHWIND);
    let mut ids = Vec::new();
    let mut token = Value::Null;
    loop {
        let page = bench
            .admin("ListUserPools", json!({ "MaxResults": 1, "NextToken": token }))
            .unwrap();
        let pools = page["UserPools"].as_array().unwrap();
        assert_eq!(pools.len(), 1);
        ids.push(pools[0]["Id"].as_str().unwrap().to_owned());
        token = page["NextToken"].clone();
        if token.is_null() {
            break;
        }
    }
    assert_eq!(ids, [FABRIKAM.pool_id, NORTHWIND.pool_id, TAILSPIN.pool_id]);
    for size in [json!(0), json!(61), Value::Null] {
        let answer = bench.admin("ListUserPools", json!({ "MaxResults": size }));
        assert!(
            answer.is_err_and(|(code, _)| code == "InvalidParameterException"),
            "{size}"
        );
    }
    let clients = bench
        .admin("ListUserPoolClients", json!({ "UserPoolId": bench.pool_id }))
        .unwrap();
    let expected =
        json!([{ "ClientId": bench.client_id, "UserPoolId": bench.pool_id, "ClientName": "readmit" }]);
    assert_eq!(clients["UserPoolClients"], expected, "no secret and no flows");
}

#[test]
fn a_client_is_described_with_its_secret() {
    let bench = Bench::new(&json!({}), &json!({ "GenerateSecret": true }));
    let client = describe_client(&bench);
    assert_eq!(client["ClientSecret"], json!(bench.secret));
    assert_eq!(client["PreventUserExistenceErrors"], "LEGACY");
    assert_eq!(
        (
            client["AuthSessionValidity"].clone(),
            client["EnableTokenRevocation"].clone()
        ),
        (json!(3), json!(true))
    );
    let update = json!({ "UserPoolId": bench.pool_id, "ClientId": bench.client_id, "PreventUserExistenceErrors": "ENABLED" });
    bench.admin("UpdateUserPoolClient", update).unwrap();
    let client = describe_client(&bench);
    assert_eq!(client["ClientSecret"], json!(bench.secret), "the secret stays");
    assert_eq!(client["PreventUserExistenceErrors"], "ENABLED");
    assert!(
        client["ExplicitAuthFlows"].is_null(),
        "what was not named went back to its default"
    );
}

#[test]
fn a_client_may_bring_its_own_secret() {
    let own = "a".repeat(24);
    let bench = Bench::new(&json!({}), &json!({ "ClientSecret": own }));
    assert_eq!(bench.secret, Some(own.clone()));
    let both = json!({ "UserPoolId": bench.pool_id, "ClientName": "c", "ClientSecret": own, "GenerateSecret": true });
    assert!(
        bench
            .admin("CreateUserPoolClient", both)
            .is_err_and(|(code, _)| code == "InvalidParameterException")
    );
}

#[test]
fn what_is_not_there_is_not_found() {
    let bench = Bench::lenient();
    let missing = "eu-central-1_Missing00";
    let message = format!("User pool {missing} does not exist.");
    let pool_missing = refused("ResourceNotFoundException", &message);
    for operation in [
        "DescribeUserPool",
        "UpdateUserPool",
        "DeleteUserPool",
        "ListUserPoolClients",
    ] {
        assert_eq!(
            bench.admin(operation, json!({ "UserPoolId": missing })),
            pool_missing
        );
    }
    let message = "User pool client missing does not exist.";
    let client_missing = refused("ResourceNotFoundException", message);
    for operation in [
        "DescribeUserPoolClient",
        "UpdateUserPoolClient",
        "DeleteUserPoolClient",
    ] {
        let input = json!({ "UserPoolId": bench.pool_id, "ClientId": "missing" });
        assert_eq!(bench.admin(operation, input), client_missing);
    }
    let elsewhere = Bench {
        client_id: "missing".into(),
        ..Bench::lenient()
    };
    assert_eq!(elsewhere.forgot("ada"), client_missing);
}

#[test]
fn a_pool_of_another_region_is_not_found() {
    let bench = Bench::lenient();
    let id = "us-east-1_Bench0000".to_owned();
    let pool = crate::pool::Pool::new(id.clone(), serde_json::Map::new(), bench.clock.now());
    bench.pools.state().pools.insert(pool);
    let message = format!("User pool {id} does not exist.");
    assert_eq!(
        bench.admin("DescribeUserPool", json!({ "UserPoolId": id })),
        refused("ResourceNotFoundException", &message)
    );
    let listed = bench.admin("ListUserPools", json!({ "MaxResults": 60 })).unwrap();
    assert_eq!(listed["UserPools"].as_array().unwrap().len(), 1);
}

#[test]
fn a_protected_pool_is_not_deleted() {
    let bench = Bench::new(&json!({ "DeletionProtection": "ACTIVE" }), &json!({}));
    let delete = || bench.admin("DeleteUserPool", json!({ "UserPoolId": bench.pool_id }));
    assert!(delete().is_err_and(|(code, _)| code == "InvalidParameterException"));
    bench
        .admin(
            "UpdateUserPool",
            json!({ "UserPoolId": bench.pool_id, "DeletionProtection": "INACTIVE" }),
        )
        .unwrap();
    let client = json!({ "UserPoolId": bench.pool_id, "ClientId": bench.client_id });
    assert_eq!(bench.admin("DeleteUserPoolClient", client), Ok(Value::Null));
    assert!(
        bench
            .forgot("ada")
            .is_err_and(|(code, _)| code == "ResourceNotFoundException")
    );
    assert_eq!(delete(), Ok(Value::Null));
    assert!(delete().is_err_and(|(code, _)| code == "ResourceNotFoundException"));
}
