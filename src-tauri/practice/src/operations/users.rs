//! What an administrator does to one user: AdminCreateUser, AdminGetUser, AdminSetUserPassword,
//! AdminUpdateUserAttributes, AdminDeleteUser. (AdminResetUserPassword is with recovery.)

use serde::Deserialize;
use serde_json::{Value, json};

use super::user_attributes::{Attribute, adopt_username, checked, claim_contact};
use super::{Authority, Operation, Outcome, Turn, read};
use crate::clock::Moment;
use crate::codes::{Code, SIGN_UP_VALIDITY};
use crate::errors::ServiceError;
use crate::inbox::{Message, Purpose};
use crate::limits::Category;
use crate::password_policy::Asker;
use crate::pool::Pool;
use crate::random;
use crate::recovery_channel::Contact;
use crate::shapes::{ATTRIBUTES, CLIENT_METADATA, FLAG, PASSWORD, USER_POOL_ID, USERNAME, list};
use crate::state::{State, message};
use crate::user::{User, UserStatus};
use crate::validation::{Shape, optional, required};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "AdminCreateUser",
        authority: Authority::Iam,
        category: Category::UserCreation,
        members: &[
            required("UserPoolId", &USER_POOL_ID),
            required("Username", &USERNAME),
            optional("UserAttributes", &ATTRIBUTES),
            optional("ValidationData", &ATTRIBUTES),
            optional("TemporaryPassword", &PASSWORD),
            optional("ForceAliasCreation", &FLAG),
            optional("MessageAction", &Shape::Choice(&["RESEND", "SUPPRESS"])),
            optional("DesiredDeliveryMediums", &list(&Shape::Choice(&["SMS", "EMAIL"]))),
            CLIENT_METADATA,
        ],
        run: admin_create_user,
    },
    Operation {
        name: "AdminGetUser",
        authority: Authority::Iam,
        category: Category::UserRead,
        members: &[
            required("UserPoolId", &USER_POOL_ID),
            required("Username", &USERNAME),
        ],
        run: admin_get_user,
    },
    Operation {
        name: "AdminSetUserPassword",
        authority: Authority::Iam,
        category: Category::UserAccountRecovery,
        members: &[
            required("UserPoolId", &USER_POOL_ID),
            required("Username", &USERNAME),
            required("Password", &PASSWORD),
            optional("Permanent", &FLAG),
        ],
        run: admin_set_user_password,
    },
    Operation {
        name: "AdminUpdateUserAttributes",
        authority: Authority::Iam,
        category: Category::UserUpdate,
        members: &[
            required("UserPoolId", &USER_POOL_ID),
            required("Username", &USERNAME),
            required("UserAttributes", &ATTRIBUTES),
            CLIENT_METADATA,
        ],
        run: admin_update_user_attributes,
    },
    Operation {
        name: "AdminDeleteUser",
        authority: Authority::Iam,
        category: Category::UserUpdate,
        members: &[
            required("UserPoolId", &USER_POOL_ID),
            required("Username", &USERNAME),
        ],
        run: admin_delete_user,
    },
];

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct AdminCreateUser {
    user_pool_id: String,
    username: String,
    #[serde(default)]
    user_attributes: Vec<Attribute>,
    temporary_password: Option<String>,
    #[serde(default)]
    force_alias_creation: bool,
    message_action: Option<String>,
    desired_delivery_mediums: Option<Vec<String>>,
}

impl AdminCreateUser {
    /// Where the invitation is wanted. The service's default is a text message alone.
    fn wanted(&self) -> Vec<Contact> {
        match &self.desired_delivery_mediums {
            None => vec![Contact::Phone],
            Some(mediums) => mediums
                .iter()
                .map(|medium| {
                    if medium == "EMAIL" {
                        Contact::Email
                    } else {
                        Contact::Phone
                    }
                })
                .collect(),
        }
    }
}

fn admin_create_user(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let mut input: AdminCreateUser = read(input)?;
    let State { pools, inbox, .. } = &mut *turn.state;
    let pool = pools.get_mut(&input.user_pool_id, turn.region)?;
    let existing = pool.resolve(&input.username);
    let wanted = input.wanted();
    if input.message_action.as_deref() == Some("RESEND") {
        let sub = existing.ok_or_else(ServiceError::user_not_found)?;
        let user = pool.user(&sub)?;
        if user.status != UserStatus::ForceChangePassword {
            return Err(ServiceError::new(
                "UnsupportedUserStateException",
                format!(
                    "Resend not possible. {} status is not FORCE_CHANGE_PASSWORD",
                    input.username
                ),
            ));
        }
        let password = temporary_password(pool, input.temporary_password)?;
        set_temporary_password(pool, &sub, &password, turn.now)?;
        return invite(pool, inbox, &sub, &wanted, &password, turn.now);
    }
    let mut attributes = checked(pool, std::mem::take(&mut input.user_attributes))?;
    // What is required and missing the user fills in at the first sign-in (AWS API reference).
    adopt_username(pool, &input.username, &mut attributes)?;
    if existing.is_some() {
        return Err(ServiceError::new(
            "UsernameExistsException",
            "User account already exists",
        ));
    }
    let sub = random::uuid();
    for contact in [Contact::Email, Contact::Phone] {
        let verified = attributes.get(contact.verified_attribute()).map(String::as_str);
        if let (Some(address), Some("true")) = (attributes.get(contact.attribute()), verified) {
            claim_contact(pool, &sub, contact, address, input.force_alias_creation)?;
        }
    }
    // A pool whose users may do without a password makes none up.
    let password = if pool.rules.passwordless && input.temporary_password.is_none() {
        None
    } else {
        Some(temporary_password(pool, input.temporary_password)?)
    };
    let username = if pool.rules.username_attributes.is_empty() {
        input.username
    } else {
        sub.clone()
    };
    let mut user = User::new(username, sub.clone(), UserStatus::Confirmed, turn.now);
    user.attributes = attributes;
    pool.users.insert(user);
    let Some(password) = password else {
        return Ok(json!({ "User": describe(pool.user(&sub)?, "Attributes") }));
    };
    set_temporary_password(pool, &sub, &password, turn.now)?;
    let wanted = if input.message_action.as_deref() == Some("SUPPRESS") {
        Vec::new()
    } else {
        wanted
    };
    invite(pool, inbox, &sub, &wanted, &password, turn.now)
}

fn temporary_password(pool: &Pool, given: Option<String>) -> Result<String, ServiceError> {
    match given {
        Some(password) => {
            pool.rules.password.check(&password, Asker::AdminCreateUser)?;
            Ok(password)
        }
        None => Ok(pool.rules.password.make_up_password()),
    }
}

fn set_temporary_password(
    pool: &mut Pool,
    sub: &str,
    password: &str,
    now: Moment,
) -> Result<(), ServiceError> {
    let pool_name = pool.name_for_srp().to_owned();
    let user = pool.user_mut(sub)?;
    user.replace_password(&pool_name, password);
    user.status = UserStatus::ForceChangePassword;
    user.temporary_since = Some(now);
    user.modified = now;
    Ok(())
}

/// Sends the invitation to every contact that is wanted and that the user has. A template that
/// has no place for the password keeps it from being sent (AWS API reference).
fn invite(
    pool: &Pool,
    inbox: &mut Vec<Message>,
    sub: &str,
    wanted: &[Contact],
    password: &str,
    now: Moment,
) -> Outcome {
    let user = pool.user(sub)?;
    for contact in wanted {
        if user.attribute(contact.attribute()).is_some() && pool.rules.invites_by(*contact) {
            inbox.push(message(
                &pool.id,
                user,
                Purpose::Invitation,
                *contact,
                password,
                now,
            ));
        }
    }
    Ok(json!({ "User": describe(user, "Attributes") }))
}

/// A user as Admin operations answer it; the list of attributes has one of two names.
pub(super) fn describe(user: &User, attributes: &str) -> Value {
    let mut described = user.describe();
    described[attributes] = user.attribute_list();
    described
}

/// What names one user of one pool.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct OneUser {
    pub(super) user_pool_id: String,
    pub(super) username: String,
}

fn admin_get_user(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: OneUser = read(input)?;
    let pool = turn.state.pools.get_mut(&input.user_pool_id, turn.region)?;
    let sub = pool
        .resolve(&input.username)
        .ok_or_else(ServiceError::user_not_found)?;
    let user = pool.user(&sub)?;
    let mut answer = describe(user, "UserAttributes");
    user.mfa.describe_into(&mut answer);
    Ok(answer)
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct AdminSetUserPassword {
    user_pool_id: String,
    username: String,
    password: String,
    #[serde(default)]
    permanent: bool,
}

fn admin_set_user_password(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: AdminSetUserPassword = read(input)?;
    let pool = turn.state.pools.get_mut(&input.user_pool_id, turn.region)?;
    let sub = pool
        .resolve(&input.username)
        .ok_or_else(ServiceError::user_not_found)?;
    pool.rules
        .password
        .check(&input.password, Asker::AdminSetUserPassword)?;
    pool.check_history(pool.user(&sub)?, &input.password)?;
    if input.permanent {
        let pool_name = pool.name_for_srp().to_owned();
        let user = pool.user_mut(&sub)?;
        user.replace_password(&pool_name, &input.password);
        user.status = UserStatus::Confirmed;
        user.modified = turn.now;
    } else {
        set_temporary_password(pool, &sub, &input.password, turn.now)?;
    }
    Ok(json!({}))
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct AdminUpdateUserAttributes {
    user_pool_id: String,
    username: String,
    user_attributes: Vec<Attribute>,
}

fn admin_update_user_attributes(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: AdminUpdateUserAttributes = read(input)?;
    let State { pools, inbox, .. } = &mut *turn.state;
    let pool = pools.get_mut(&input.user_pool_id, turn.region)?;
    let sub = pool
        .resolve(&input.username)
        .ok_or_else(ServiceError::user_not_found)?;
    let mut changes = checked(pool, input.user_attributes)?;
    let mut to_verify = Vec::new();
    for contact in [Contact::Email, Contact::Phone] {
        let verified = changes.get(contact.verified_attribute()).map(String::as_str) == Some("true");
        let held = pool.user(&sub)?.attribute(contact.attribute()).map(str::to_owned);
        let Some(address) = changes.get(contact.attribute()).cloned() else {
            if changes.contains_key(contact.verified_attribute()) {
                let address = held.ok_or_else(|| nothing_to_verify(contact))?;
                if verified {
                    claim_contact(pool, &sub, contact, &address, false)?;
                }
            }
            continue;
        };
        if verified && !address.is_empty() {
            claim_contact(pool, &sub, contact, &address, false)?;
        }
        if address.is_empty() || held.as_ref() == Some(&address) {
            continue;
        }
        if pool.rules.username_attributes.contains(&contact) {
            claim_contact(pool, &sub, contact, &address, false)?;
        }
        if verified {
            continue;
        }
        if pool.rules.auto_verified.contains(&contact) {
            to_verify.push((contact, address));
        }
        if pool.rules.verified_before_update.contains(&contact) {
            // The new value waits until it is verified; the old one stays as it is.
            changes.remove(contact.attribute());
        } else {
            changes.insert(contact.verified_attribute().to_owned(), "false".to_owned());
        }
    }
    let pool_id = pool.id.clone();
    let user = pool.user_mut(&sub)?;
    for (name, value) in changes {
        // A blank value takes the attribute away.
        if value.is_empty() {
            user.attributes.remove(&name);
        } else {
            user.attributes.insert(name, value);
        }
    }
    user.modified = turn.now;
    for (contact, address) in to_verify {
        let code = Code::new(turn.now, SIGN_UP_VALIDITY, contact.attribute());
        let sent = message(&pool_id, user, Purpose::Verify, contact, code.digits(), turn.now);
        inbox.push(Message { to: address, ..sent });
    }
    Ok(json!({}))
}

/// The words of the service where there is no contact to call verified (as its emulators have them).
fn nothing_to_verify(contact: Contact) -> ServiceError {
    ServiceError::invalid_parameter(match contact {
        Contact::Email => "Email is required to verify/un-verify an email",
        Contact::Phone => "Phone Number is required to verify/un-verify a phone number",
    })
}

fn admin_delete_user(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: OneUser = read(input)?;
    let pool = turn.state.pools.get_mut(&input.user_pool_id, turn.region)?;
    let sub = pool
        .resolve(&input.username)
        .ok_or_else(ServiceError::user_not_found)?;
    pool.users.remove(&sub);
    pool.groups.forget(&sub);
    Ok(Value::Null)
}
