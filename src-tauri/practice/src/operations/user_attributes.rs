//! What the operations that set a user's attributes have in common.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::errors::ServiceError;
use crate::pool::Pool;
use crate::recovery_channel::Contact;
use crate::schema;

/// `{"Name", "Value"}` as the API takes it.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Attribute {
    name: String,
    value: Option<String>,
}

/// Checks attributes against the pool's schema, and reads them by name; the last of a name counts.
pub(super) fn checked(
    pool: &Pool,
    attributes: Vec<Attribute>,
) -> Result<BTreeMap<String, String>, ServiceError> {
    let mut checked = BTreeMap::new();
    for Attribute { name, value } in attributes {
        let value = value.unwrap_or_default();
        schema::check(&pool.settings, &name, &value)?;
        checked.insert(name, value);
    }
    Ok(checked)
}

/// Checks the name of a user to be created, and adds the contact that it is, where user names
/// are contacts.
pub(super) fn adopt_username(
    pool: &Pool,
    username: &str,
    attributes: &mut BTreeMap<String, String>,
) -> Result<(), ServiceError> {
    let naming = &pool.rules.username_attributes;
    if !naming.is_empty() {
        let Some(contact) = naming.iter().find(|contact| contact.is_formed_like(username)) else {
            return Err(ServiceError::invalid_parameter(match naming[..] {
                [Contact::Email] => "Username should be an email.",
                [Contact::Phone] => "Username should be a phone number.",
                _ => "Username should be either an email or a phone number.",
            }));
        };
        attributes.insert(contact.attribute().to_owned(), username.to_owned());
    }
    for (contact, message) in [
        (
            Contact::Email,
            "Username cannot be of email format, since user pool is configured for email alias.",
        ),
        (
            Contact::Phone,
            "Username cannot be of phone number format, since user pool is configured for phone number alias.",
        ),
    ] {
        if pool.rules.alias_contacts.contains(&contact) && contact.is_formed_like(username) {
            return Err(ServiceError::invalid_parameter(message));
        }
    }
    Ok(())
}

/// Makes sure that no other user holds a contact that this one is about to hold. With `force`
/// a mere alias moves over, and the other user's contact is no longer verified.
pub(super) fn claim_contact(
    pool: &mut Pool,
    sub: &str,
    contact: Contact,
    address: &str,
    force: bool,
) -> Result<(), ServiceError> {
    let Some(holder) = pool.holder_of(contact, address, sub) else {
        return Ok(());
    };
    if !force || pool.rules.username_attributes.contains(&contact) {
        return Err(ServiceError::alias_exists(contact.attribute()));
    }
    pool.user_mut(&holder)?.set_verified(contact, false);
    Ok(())
}
