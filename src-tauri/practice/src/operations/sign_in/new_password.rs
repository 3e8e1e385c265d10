//! NEW_PASSWORD_REQUIRED: whoever has a temporary password chooses one, and fills in the required
//! attributes that are still missing.

use std::collections::BTreeMap;

use serde_json::json;

use super::super::user_attributes::claim_contact;
use super::super::{Outcome, Turn};
use super::answers::{Answer, put};
use super::second_factor;
use crate::clock::Moment;
use crate::errors::ServiceError;
use crate::password_policy::Asker;
use crate::pool::Pool;
use crate::recovery_channel::Contact;
use crate::schema;
use crate::sessions::{Asked, Caller};
use crate::user::{User, UserStatus};

/// What the names of attributes begin with, in the challenge and in its answer.
const PREFIX: &str = "userAttributes.";

pub(super) fn ask(turn: &mut Turn<'_>, caller: &Caller, sub: &str) -> Outcome {
    let now = turn.now;
    let (pool, _) = turn.state.pools.of_client(&caller.client.id)?;
    let user = pool.user(sub)?;
    check_age(pool, user, now)?;
    let missing: Vec<String> = schema::required(&pool.settings)
        .filter(|name| user.attribute(name).is_none())
        .map(|name| format!("{PREFIX}{name}"))
        .collect();
    let parameters = json!({
        "USER_ID_FOR_SRP": user.username,
        "requiredAttributes": json!(missing).to_string(),
        "userAttributes": json!(user.attributes).to_string(),
    });
    let asked = Asked::new(
        "NEW_PASSWORD_REQUIRED",
        Some(sub.to_owned()),
        user.username.clone(),
    );
    Ok(put(pool, caller, now, asked, &parameters))
}

/// An answer that is refused can be given again in the same session.
pub(super) fn take(turn: &mut Turn<'_>, caller: &Caller, answer: &Answer<'_>) -> Outcome {
    let now = turn.now;
    let sub = answer.sub()?;
    let password = answer.responses.require("NEW_PASSWORD")?;
    let (pool, _) = turn.state.pools.of_client(&caller.client.id)?;
    let user = pool.user(sub)?;
    if user.status != UserStatus::ForceChangePassword {
        // Somebody gave the user another password in the meantime.
        return Err(ServiceError::invalid_session());
    }
    check_age(pool, user, now)?;
    let attributes = attributes(pool, user, caller, answer)?;
    pool.rules.password.check(password, Asker::Public)?;
    pool.check_history(user, password)?;
    for contact in [Contact::Email, Contact::Phone] {
        if let Some(address) = attributes.get(contact.attribute())
            && pool.rules.username_attributes.contains(&contact)
        {
            claim_contact(pool, sub, contact, address, false)?;
        }
    }
    let pool_name = pool.name_for_srp().to_owned();
    let user = pool.user_mut(sub)?;
    user.replace_password(&pool_name, password);
    user.status = UserStatus::Confirmed;
    user.modified = now;
    for (name, value) in attributes {
        if let Some(contact) = Contact::from_attribute(&name) {
            user.set_verified(contact, false);
        }
        user.attributes.insert(name, value);
    }
    pool.sessions.use_up(answer.session);
    second_factor::ask(turn, caller, sub)
}

fn check_age(pool: &Pool, user: &User, now: Moment) -> Result<(), ServiceError> {
    let life = pool.temporary_password_life();
    if user.temporary_since.is_none_or(|since| now.since(since) >= life) {
        return Err(ServiceError::not_authorized(
            "Temporary password has expired and must be reset by an administrator.",
        ));
    }
    Ok(())
}

/// The attributes that an answer fills in: those that are required and missing, and whatever else
/// is unset and may be written (AWS API reference, InitiateAuth; refusals as observed, that of an
/// attribute that the client may not write as UpdateUserAttributes words it).
fn attributes(
    pool: &Pool,
    user: &User,
    caller: &Caller,
    answer: &Answer<'_>,
) -> Result<BTreeMap<String, String>, ServiceError> {
    let is_required = |name: &str| schema::required(&pool.settings).any(|required| required == name);
    let mut attributes = BTreeMap::new();
    for (name, value) in answer.responses.starting_with(PREFIX) {
        if user.attribute(name).is_some() {
            return Err(ServiceError::not_authorized(format!(
                "Cannot modify an already provided {name}"
            )));
        }
        schema::check(&pool.settings, name, value)?;
        let is_verification = matches!(name, "email_verified" | "phone_number_verified");
        // A required attribute has to be set once, whatever it is.
        if is_verification || !(schema::is_mutable(&pool.settings, name) || is_required(name)) {
            return Err(ServiceError::invalid_parameter(format!(
                "Cannot modify the non-mutable attribute {name}"
            )));
        }
        if !caller.client.may_write(name) {
            return Err(ServiceError::not_authorized(
                "A client attempted to write unauthorized attribute",
            ));
        }
        attributes.insert(name.to_owned(), value.to_owned());
    }
    let has = |name: &str| user.attribute(name).is_some() || attributes.contains_key(name);
    match schema::required(&pool.settings).find(|name| !has(name)) {
        Some(name) => Err(ServiceError::invalid_parameter(format!(
            "Invalid attributes given, {name} is missing"
        ))),
        None => Ok(attributes),
    }
}
