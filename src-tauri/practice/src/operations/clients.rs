//! App clients: CreateUserPoolClient, UpdateUserPoolClient, DescribeUserPoolClient,
//! ListUserPoolClients, DeleteUserPoolClient.

mod members;

use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{Authority, Operation, Outcome, Turn, read};
use crate::client::Client;
use crate::errors::ServiceError;
use crate::limits::Category;
use crate::pool::Pool;
use crate::shapes::{CLIENT_ID, PAGE_TOKEN, USER_POOL_ID};
use crate::validation::{Shape, optional, required};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "CreateUserPoolClient",
        authority: Authority::Iam,
        category: Category::UserPoolClientUpdate,
        members: members::CREATE,
        run: create_user_pool_client,
    },
    Operation {
        name: "UpdateUserPoolClient",
        authority: Authority::Iam,
        category: Category::UserPoolClientUpdate,
        members: members::UPDATE,
        run: update_user_pool_client,
    },
    Operation {
        name: "DescribeUserPoolClient",
        authority: Authority::Iam,
        category: Category::UserPoolClientRead,
        members: &[
            required("UserPoolId", &USER_POOL_ID),
            required("ClientId", &CLIENT_ID),
        ],
        run: describe_user_pool_client,
    },
    Operation {
        name: "ListUserPoolClients",
        authority: Authority::Iam,
        category: Category::UserPoolClientRead,
        members: &[
            required("UserPoolId", &USER_POOL_ID),
            optional("MaxResults", &Shape::Whole { min: 1, max: 60 }),
            optional("NextToken", &PAGE_TOKEN),
        ],
        run: list_user_pool_clients,
    },
    Operation {
        name: "DeleteUserPoolClient",
        authority: Authority::Iam,
        category: Category::UserPoolClientUpdate,
        members: &[
            required("UserPoolId", &USER_POOL_ID),
            required("ClientId", &CLIENT_ID),
        ],
        run: delete_user_pool_client,
    },
];

/// The members of a request that are settings of a client.
fn settings(input: Value) -> Result<Map<String, Value>, ServiceError> {
    let mut settings: Map<String, Value> = read(input)?;
    settings.retain(|name, value| members::is_setting(name) && !value.is_null());
    let flows = settings.get("ExplicitAuthFlows").and_then(Value::as_array);
    let is_new = |flow: &Value| flow.as_str().is_some_and(|flow| flow.starts_with("ALLOW_"));
    if let Some(flows) = flows
        && flows.iter().any(is_new)
        && !flows.iter().all(is_new)
    {
        return Err(ServiceError::invalid_parameter(
            "Explicit auth flows with and without the prefix ALLOW_ cannot be mixed.",
        ));
    }
    Ok(settings)
}

fn check(client: &Client) -> Result<(), ServiceError> {
    let day = 24 * 60 * 60;
    let short = [client.access_token_life(), client.id_token_life()];
    let long = client.refresh_token_life().as_secs();
    let in_range = short.iter().all(|life| (5 * 60..=day).contains(&life.as_secs()))
        && (60 * 60..=3650 * day).contains(&long);
    if in_range {
        Ok(())
    } else {
        Err(ServiceError::invalid_parameter(
            "Invalid range for token validity.",
        ))
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct CreateUserPoolClient {
    user_pool_id: String,
    #[serde(default)]
    generate_secret: bool,
    client_secret: Option<String>,
}

fn create_user_pool_client(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let request: CreateUserPoolClient = read(input.clone())?;
    let secret = match (request.generate_secret, request.client_secret) {
        (true, Some(_)) => {
            return Err(ServiceError::invalid_parameter(
                "GenerateSecret and ClientSecret cannot be used together.",
            ));
        }
        (true, None) => Some(Client::generate_secret()),
        (false, given) => given,
    };
    let client = Client::new(secret, settings(input)?, turn.now);
    check(&client)?;
    let pool = turn.state.pools.get_mut(&request.user_pool_id, turn.region)?;
    let answer = json!({ "UserPoolClient": client.describe(&pool.id) });
    pool.clients.insert(client.id.clone(), Arc::new(client));
    Ok(answer)
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct OneClient {
    user_pool_id: String,
    client_id: String,
}

fn known<'a>(pool: &'a Pool, id: &str) -> Result<&'a Arc<Client>, ServiceError> {
    pool.clients
        .get(id)
        .ok_or_else(|| ServiceError::client_not_found(id))
}

/// A setting that is not sent goes back to its default; the secret stays (AWS API reference).
fn update_user_pool_client(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let request: OneClient = read(input.clone())?;
    let mut settings = settings(input)?;
    let pool = turn.state.pools.get_mut(&request.user_pool_id, turn.region)?;
    let mut client = Client::clone(known(pool, &request.client_id)?);
    settings
        .entry("ClientName")
        .or_insert_with(|| json!(client.name()));
    client.settings = settings;
    client.modified = turn.now;
    check(&client)?;
    let answer = json!({ "UserPoolClient": client.describe(&pool.id) });
    pool.clients.insert(client.id.clone(), Arc::new(client));
    Ok(answer)
}

fn describe_user_pool_client(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let request: OneClient = read(input)?;
    let pool = turn.state.pools.get_mut(&request.user_pool_id, turn.region)?;
    let client = known(pool, &request.client_id)?;
    Ok(json!({ "UserPoolClient": client.describe(&pool.id) }))
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ListUserPoolClients {
    user_pool_id: String,
    max_results: Option<usize>,
    next_token: Option<String>,
}

fn list_user_pool_clients(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: ListUserPoolClients = read(input)?;
    let pool = turn.state.pools.get_mut(&input.user_pool_id, turn.region)?;
    let clients = pool
        .clients
        .values()
        .map(|client| {
            let described = json!({
                "ClientId": client.id,
                "UserPoolId": pool.id,
                "ClientName": client.name(),
            });
            (client.id.as_str(), described)
        })
        .collect();
    let size = input.max_results.unwrap_or(60);
    super::page("UserPoolClients", clients, size, input.next_token.as_deref())
}

fn delete_user_pool_client(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let request: OneClient = read(input)?;
    let pool = turn.state.pools.get_mut(&request.user_pool_id, turn.region)?;
    known(pool, &request.client_id)?;
    pool.clients.remove(&request.client_id);
    Ok(Value::Null)
}
