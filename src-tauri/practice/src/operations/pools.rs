//! User pools: CreateUserPool, UpdateUserPool, DescribeUserPool, ListUserPools, DeleteUserPool.

mod members;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{Authority, Operation, Outcome, Turn, read};
use crate::errors::ServiceError;
use crate::limits::Category;
use crate::pool::Pool;
use crate::pool_rules::PoolRules;
use crate::random;
use crate::shapes::{PAGE_TOKEN, USER_POOL_ID};
use crate::validation::{Shape, optional, required};

/// What is fixed when a pool is made.
const FIXED: [&str; 4] = [
    "Schema",
    "AliasAttributes",
    "UsernameAttributes",
    "UsernameConfiguration",
];

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "CreateUserPool",
        authority: Authority::Iam,
        category: Category::UserPoolUpdate,
        members: members::CREATE,
        run: create_user_pool,
    },
    Operation {
        name: "UpdateUserPool",
        authority: Authority::Iam,
        category: Category::UserPoolUpdate,
        members: members::UPDATE,
        run: update_user_pool,
    },
    Operation {
        name: "DescribeUserPool",
        authority: Authority::Iam,
        category: Category::UserPoolRead,
        members: &[required("UserPoolId", &USER_POOL_ID)],
        run: describe_user_pool,
    },
    Operation {
        name: "ListUserPools",
        authority: Authority::Iam,
        category: Category::UserPoolRead,
        members: &[
            required("MaxResults", &Shape::Whole { min: 1, max: 60 }),
            optional("NextToken", &PAGE_TOKEN),
        ],
        run: list_user_pools,
    },
    Operation {
        name: "DeleteUserPool",
        authority: Authority::Iam,
        category: Category::UserPoolUpdate,
        members: &[required("UserPoolId", &USER_POOL_ID)],
        run: delete_user_pool,
    },
];

/// The members of a request that are settings of a pool.
fn settings(input: Value) -> Result<Map<String, Value>, ServiceError> {
    let mut settings: Map<String, Value> = read(input)?;
    settings.retain(|name, value| members::is_setting(name) && !value.is_null());
    if let Some(tags) = settings.get("UserPoolTags")
        && tags.as_object().is_some_and(Map::is_empty)
    {
        settings.remove("UserPoolTags");
    }
    Ok(settings)
}

fn check(settings: &Map<String, Value>) -> Result<(), ServiceError> {
    if settings.contains_key("AliasAttributes") && settings.contains_key("UsernameAttributes") {
        return Err(ServiceError::invalid_parameter(
            "Only one of the aliasAttributes or usernameAttributes can be set in a user pool.",
        ));
    }
    let mechanisms = settings
        .get("AccountRecoverySetting")
        .and_then(|setting| setting["RecoveryMechanisms"].as_array());
    if let Some(mechanisms) = mechanisms
        && mechanisms.len() > 1
        && mechanisms
            .iter()
            .any(|mechanism| mechanism["Name"] == "admin_only")
    {
        return Err(ServiceError::invalid_parameter(
            "Invalid account recovery setting parameter. Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms.",
        ));
    }
    Ok(())
}

fn create_user_pool(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let settings = settings(input)?;
    check(&settings)?;
    let region = turn.region.unwrap_or_default();
    let id = format!("{region}_{}", random::text(9, random::LETTERS_AND_DIGITS));
    let pool = Pool::new(id, settings, turn.now);
    let answer = json!({ "UserPool": pool.describe() });
    turn.state.pools.insert(pool);
    Ok(answer)
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct OnePool {
    user_pool_id: String,
}

/// A setting that is not sent goes back to its default (AWS API reference).
fn update_user_pool(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let OnePool { user_pool_id } = read(input.clone())?;
    let mut settings = settings(input)?;
    let pool = turn.state.pools.get_mut(&user_pool_id, turn.region)?;
    for name in FIXED {
        settings.remove(name);
        if let Some(value) = pool.settings.get(name) {
            settings.insert(name.to_owned(), value.clone());
        }
    }
    if !settings.contains_key("PoolName")
        && let Some(name) = pool.settings.get("PoolName")
    {
        settings.insert("PoolName".to_owned(), name.clone());
    }
    check(&settings)?;
    pool.rules = PoolRules::read(&settings);
    pool.settings = settings;
    pool.modified = turn.now;
    Ok(json!({}))
}

fn describe_user_pool(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let OnePool { user_pool_id } = read(input)?;
    let pool = turn.state.pools.get_mut(&user_pool_id, turn.region)?;
    Ok(json!({ "UserPool": pool.describe() }))
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ListUserPools {
    max_results: usize,
    next_token: Option<String>,
}

fn list_user_pools(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: ListUserPools = read(input)?;
    let here = |pool: &&Pool| {
        turn.region
            .is_none_or(|region| pool.id.split_once('_').is_some_and(|(place, _)| place == region))
    };
    let pools: Vec<_> = turn
        .state
        .pools
        .iter()
        .filter(here)
        .map(|pool| {
            let described = json!({
                "Id": pool.id,
                "Name": pool.settings.get("PoolName"),
                "LambdaConfig": pool.settings.get("LambdaConfig").unwrap_or(&json!({})),
                "CreationDate": pool.created,
                "LastModifiedDate": pool.modified,
            });
            (pool.id.as_str(), described)
        })
        .collect();
    super::page("UserPools", pools, input.max_results, input.next_token.as_deref())
}

fn delete_user_pool(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let OnePool { user_pool_id } = read(input)?;
    let pool = turn.state.pools.get_mut(&user_pool_id, turn.region)?;
    if pool.settings.get("DeletionProtection") == Some(&json!("ACTIVE")) {
        return Err(ServiceError::invalid_parameter(
            "The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.",
        ));
    }
    turn.state.pools.remove(&user_pool_id);
    Ok(Value::Null)
}
