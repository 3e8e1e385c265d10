//! Groups: CreateGroup, DeleteGroup, ListGroups, ListUsersInGroup, and who is in which.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::users::describe;
use super::{Authority, Operation, Outcome, Turn, page, read};
use crate::errors::ServiceError;
use crate::limits::Category;
use crate::pool::Pool;
use crate::shapes::{GROUP_NAME, LIMIT, PAGE_TOKEN, USER_POOL_ID, USERNAME};
use crate::validation::{Member, Shape, optional, required};

const MEMBERSHIP: &[Member] = &[
    required("UserPoolId", &USER_POOL_ID),
    required("Username", &USERNAME),
    required("GroupName", &GROUP_NAME),
];

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "CreateGroup",
        authority: Authority::Iam,
        category: Category::UserPoolResourceUpdate,
        members: &[
            required("UserPoolId", &USER_POOL_ID),
            required("GroupName", &GROUP_NAME),
            optional(
                "Description",
                &Shape::Text {
                    min: 0,
                    max: 2048,
                    pattern: None,
                    hidden: false,
                },
            ),
            optional(
                "RoleArn",
                &Shape::Text {
                    min: 20,
                    max: 2048,
                    pattern: None,
                    hidden: false,
                },
            ),
            optional(
                "Precedence",
                &Shape::Whole {
                    min: 0,
                    max: i32::MAX as i64,
                },
            ),
        ],
        run: create_group,
    },
    Operation {
        name: "DeleteGroup",
        authority: Authority::Iam,
        category: Category::UserPoolResourceUpdate,
        members: &[
            required("UserPoolId", &USER_POOL_ID),
            required("GroupName", &GROUP_NAME),
        ],
        run: delete_group,
    },
    Operation {
        name: "ListGroups",
        authority: Authority::Iam,
        category: Category::UserPoolResourceRead,
        members: &[
            required("UserPoolId", &USER_POOL_ID),
            optional("Limit", &LIMIT),
            optional("NextToken", &PAGE_TOKEN),
        ],
        run: list_groups,
    },
    Operation {
        name: "ListUsersInGroup",
        authority: Authority::Iam,
        category: Category::UserList,
        members: &[
            required("UserPoolId", &USER_POOL_ID),
            required("GroupName", &GROUP_NAME),
            optional("Limit", &LIMIT),
            optional("NextToken", &PAGE_TOKEN),
        ],
        run: list_users_in_group,
    },
    Operation {
        name: "AdminAddUserToGroup",
        authority: Authority::Iam,
        category: Category::UserUpdate,
        members: MEMBERSHIP,
        run: admin_add_user_to_group,
    },
    Operation {
        name: "AdminRemoveUserFromGroup",
        authority: Authority::Iam,
        category: Category::UserUpdate,
        members: MEMBERSHIP,
        run: admin_remove_user_from_group,
    },
    Operation {
        name: "AdminListGroupsForUser",
        authority: Authority::Iam,
        category: Category::UserResourceRead,
        members: &[
            required("UserPoolId", &USER_POOL_ID),
            required("Username", &USERNAME),
            optional("Limit", &LIMIT),
            optional("NextToken", &PAGE_TOKEN),
        ],
        run: admin_list_groups_for_user,
    },
];

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct OneGroup {
    user_pool_id: String,
    group_name: String,
}

fn create_group(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let request: OneGroup = read(input.clone())?;
    let mut settings: Map<String, Value> = read(input)?;
    settings.retain(|name, value| {
        matches!(name.as_str(), "Description" | "RoleArn" | "Precedence") && !value.is_null()
    });
    let pool = turn.state.pools.get_mut(&request.user_pool_id, turn.region)?;
    pool.groups.create(&request.group_name, settings, turn.now)?;
    Ok(json!({ "Group": pool.groups.describe(&pool.id, &request.group_name) }))
}

fn delete_group(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let request: OneGroup = read(input)?;
    let pool = turn.state.pools.get_mut(&request.user_pool_id, turn.region)?;
    pool.groups.delete(&request.group_name)?;
    Ok(Value::Null)
}

/// What the lists here have in common.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Listed {
    user_pool_id: String,
    username: Option<String>,
    group_name: Option<String>,
    limit: Option<usize>,
    next_token: Option<String>,
}

impl Listed {
    fn page(&self, name: &str, items: Vec<(&str, Value)>) -> Outcome {
        let size = self.limit.filter(|limit| *limit > 0).unwrap_or(60);
        page(name, items, size, self.next_token.as_deref())
    }
}

fn described<'a>(pool: &'a Pool, names: impl Iterator<Item = &'a str>) -> Vec<(&'a str, Value)> {
    names
        .map(|name| (name, pool.groups.describe(&pool.id, name)))
        .collect()
}

fn list_groups(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let request: Listed = read(input)?;
    let pool = turn.state.pools.get_mut(&request.user_pool_id, turn.region)?;
    request.page("Groups", described(pool, pool.groups.names()))
}

fn list_users_in_group(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let request: Listed = read(input)?;
    let pool = turn.state.pools.get_mut(&request.user_pool_id, turn.region)?;
    let members = pool
        .groups
        .members(request.group_name.as_deref().unwrap_or_default())?;
    let users = members
        .iter()
        .filter_map(|sub| Some((sub.as_str(), describe(pool.users.get(sub)?, "Attributes"))))
        .collect();
    request.page("Users", users)
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Membership {
    user_pool_id: String,
    username: String,
    group_name: String,
}

fn admin_add_user_to_group(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let request: Membership = read(input)?;
    let pool = turn.state.pools.get_mut(&request.user_pool_id, turn.region)?;
    let sub = named(pool, &request.username)?;
    pool.groups.join(&request.group_name, &sub)?;
    Ok(Value::Null)
}

fn admin_remove_user_from_group(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let request: Membership = read(input)?;
    let pool = turn.state.pools.get_mut(&request.user_pool_id, turn.region)?;
    let sub = named(pool, &request.username)?;
    pool.groups.leave(&request.group_name, &sub)?;
    Ok(Value::Null)
}

fn admin_list_groups_for_user(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let request: Listed = read(input)?;
    let pool = turn.state.pools.get_mut(&request.user_pool_id, turn.region)?;
    let sub = named(pool, request.username.as_deref().unwrap_or_default())?;
    request.page("Groups", described(pool, pool.groups.of(&sub)))
}

fn named(pool: &mut Pool, username: &str) -> Result<String, ServiceError> {
    pool.resolve(username).ok_or_else(ServiceError::user_not_found)
}
