//! ListUsers: everybody, or those that one attribute finds, page by page.

use std::iter::Peekable;

use serde::Deserialize;
use serde_json::{Value, json};

use super::{Authority, Operation, Outcome, Turn, read};
use crate::errors::ServiceError;
use crate::limits::Category;
use crate::listings::{Cursor, Parameters};
use crate::pool::Pool;
use crate::random;
use crate::schema;
use crate::search::Filter;
use crate::shapes::{ATTRIBUTE_NAME, LIMIT, PAGE_TOKEN, USER_POOL_ID, list};
use crate::user::User;
use crate::validation::{Shape, optional, required};

/// The most users on a page, which is also how many there are unless told otherwise.
const LARGEST_PAGE: usize = 60;

pub(super) const OPERATIONS: &[Operation] = &[Operation {
    name: "ListUsers",
    authority: Authority::Iam,
    category: Category::UserList,
    members: &[
        required("UserPoolId", &USER_POOL_ID),
        optional("AttributesToGet", &list(&ATTRIBUTE_NAME)),
        optional("Limit", &LIMIT),
        optional("PaginationToken", &PAGE_TOKEN),
        optional(
            "Filter",
            &Shape::Text {
                min: 0,
                max: 256,
                pattern: None,
                hidden: false,
            },
        ),
    ],
    run: list_users,
}];

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ListUsers {
    user_pool_id: String,
    attributes_to_get: Option<Vec<String>>,
    limit: Option<usize>,
    pagination_token: Option<String>,
    filter: Option<String>,
}

/// Sorted by what is searched for, or by user name; the API reference promises no order.
fn list_users(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: ListUsers = read(input)?;
    let now = turn.now;
    let habits = &mut turn.state.habits;
    let pool = turn.state.pools.get_mut(&input.user_pool_id, turn.region)?;
    let filter = Filter::parse(
        input.filter.as_deref().unwrap_or_default(),
        habits.case,
        pool.rules.case_sensitive,
    )?;
    let wanted = input
        .attributes_to_get
        .as_deref()
        .filter(|names| !names.is_empty());
    check_attributes(pool, wanted.unwrap_or_default())?;
    let size = match input.limit {
        None | Some(0) => LARGEST_PAGE,
        Some(limit) => limit,
    };
    let parameters = Parameters {
        filter: input.filter,
        limit: input.limit,
        attributes: input.attributes_to_get.clone(),
    };
    let cursor = match &input.pagination_token {
        None => Cursor::default(),
        Some(token) => pool
            .listings
            .find(token, &parameters, now)
            .ok_or_else(|| bad_marker(token))?,
    };
    let shorter = habits.pages.pop_front();
    let page = turn_page(pool, filter.as_ref(), &cursor, size.min(shorter.unwrap_or(size)));
    let users = page
        .users
        .iter()
        .map(|user| describe(user, wanted))
        .collect::<Result<Vec<_>, _>>()?;
    let mut answer = json!({ "Users": users });
    // A page that was made empty says nothing about whether there is more.
    if page.more || shorter == Some(0) {
        let token = pool.listings.open(parameters, page.next, now);
        answer["PaginationToken"] = json!(token);
    }
    Ok(answer)
}

/// The words for a token that is unknown, too old, or another request's (observed).
fn bad_marker(token: &str) -> ServiceError {
    ServiceError::invalid_parameter(format!(
        "Paging marker {token} is invalid for request {}",
        random::uuid()
    ))
}

fn no_such_attribute() -> ServiceError {
    ServiceError::invalid_parameter("One or more requested attributes do not exist.")
}

/// `sub` cannot be asked for, and neither can what the pool's schema lacks (both observed).
fn check_attributes(pool: &Pool, wanted: &[String]) -> Result<(), ServiceError> {
    if wanted.iter().any(|name| name == "sub") {
        return Err(ServiceError::invalid_parameter(
            "Input fails to satisfy the constraints.",
        ));
    }
    if wanted.iter().all(|name| schema::knows(&pool.settings, name)) {
        Ok(())
    } else {
        Err(no_such_attribute())
    }
}

/// One user of a page. Asking for an attribute that somebody on it has not set is an error
/// (API reference).
fn describe(user: &User, wanted: Option<&[String]>) -> Result<Value, ServiceError> {
    let mut described = user.describe();
    described["Attributes"] = match wanted {
        None => user.attribute_list(),
        Some(names) => names
            .iter()
            .map(|name| {
                let value = user.attribute(name).ok_or_else(no_such_attribute)?;
                Ok(json!({ "Name": name, "Value": value }))
            })
            .collect::<Result<Value, _>>()?,
    };
    Ok(described)
}

struct Page {
    users: Vec<User>,
    next: Cursor,
    more: bool,
}

/// The users from a cursor on: those made one by one and those populated, merged in one order.
fn turn_page(pool: &Pool, filter: Option<&Filter>, cursor: &Cursor, size: usize) -> Page {
    let key = |user: &User| match filter {
        Some(filter) => filter.key(user),
        None => Some(user.username.clone()),
    };
    let mut known: Vec<(String, &User)> = pool
        .users
        .seen()
        .filter_map(|user| Some((key(user)?, user)))
        .filter(|(key, user)| {
            let after = |(last, sub): &(String, String)| (key, &user.sub) > (last, sub);
            cursor.known.as_ref().is_none_or(after)
        })
        .collect();
    known.sort_unstable_by(|(key, user), (other, second)| (key, &user.sub).cmp(&(other, &second.sub)));
    let mut known = known.into_iter().peekable();
    let population = pool.users.population();
    let span = population.and_then(|population| Some((population, population.span(filter)?)));
    let people = span
        .iter()
        .flat_map(|(population, span)| population.people(span, cursor.population))
        .filter_map(|(next, user)| Some((next, key(&user)?, user)));
    let mut people = people.peekable();
    let mut users = Vec::new();
    let mut next = cursor.clone();
    while users.len() < size {
        if is_next(&mut known, &mut people) {
            let Some((key, user)) = known.next() else { break };
            next.known = Some((key, user.sub.clone()));
            users.push(user.snapshot());
        } else {
            let Some((position, _, user)) = people.next() else {
                break;
            };
            next.population = position;
            users.push(user);
        }
    }
    let more = known.peek().is_some() || people.peek().is_some();
    Page { users, next, more }
}

/// Whether the next in order is one of the known, who come first where nothing else decides.
fn is_next<'a>(
    known: &mut Peekable<impl Iterator<Item = (String, &'a User)>>,
    people: &mut Peekable<impl Iterator<Item = (usize, String, User)>>,
) -> bool {
    match (known.peek(), people.peek()) {
        (Some((one, _)), Some((_, other, _))) => one <= other,
        (known, _) => known.is_some(),
    }
}
