//! A new account: SignUp, ConfirmSignUp, ResendConfirmationCode.

use serde::Deserialize;
use serde_json::{Value, json};

use super::deliveries::{send_sign_up_code, sign_up_contact};
use super::given_codes::user_giving_code;
use super::user_attributes::{Attribute, adopt_username, checked, claim_contact};
use super::{Authority, Operation, Outcome, Turn, read};
use crate::codes;
use crate::errors::ServiceError;
use crate::limits::{Attempt, Category};
use crate::password_policy::Asker;
use crate::random;
use crate::recovery_channel::Contact;
use crate::schema;
use crate::shapes::{
    ANALYTICS_METADATA, ATTRIBUTES, CLIENT_ID, CLIENT_METADATA, CONFIRMATION_CODE, FLAG, PASSWORD,
    SECRET_HASH, SESSION, USER_CONTEXT_DATA, USERNAME,
};
use crate::state::State;
use crate::user::{User, UserStatus};
use crate::validation::{optional, required};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "SignUp",
        authority: Authority::Public,
        category: Category::UserCreation,
        members: &[
            required("ClientId", &CLIENT_ID),
            optional("SecretHash", &SECRET_HASH),
            required("Username", &USERNAME),
            optional("Password", &PASSWORD),
            optional("UserAttributes", &ATTRIBUTES),
            optional("ValidationData", &ATTRIBUTES),
            USER_CONTEXT_DATA,
            ANALYTICS_METADATA,
            CLIENT_METADATA,
        ],
        run: sign_up,
    },
    Operation {
        name: "ConfirmSignUp",
        authority: Authority::Public,
        category: Category::UserCreation,
        members: &[
            required("ClientId", &CLIENT_ID),
            optional("SecretHash", &SECRET_HASH),
            required("Username", &USERNAME),
            required("ConfirmationCode", &CONFIRMATION_CODE),
            optional("ForceAliasCreation", &FLAG),
            optional("Session", &SESSION),
            USER_CONTEXT_DATA,
            ANALYTICS_METADATA,
            CLIENT_METADATA,
        ],
        run: confirm_sign_up,
    },
    Operation {
        name: "ResendConfirmationCode",
        authority: Authority::Public,
        category: Category::UserResourceRead,
        members: &[
            required("ClientId", &CLIENT_ID),
            optional("SecretHash", &SECRET_HASH),
            required("Username", &USERNAME),
            USER_CONTEXT_DATA,
            ANALYTICS_METADATA,
            CLIENT_METADATA,
        ],
        run: resend_confirmation_code,
    },
];

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SignUp {
    client_id: String,
    secret_hash: Option<String>,
    username: String,
    password: Option<String>,
    #[serde(default)]
    user_attributes: Vec<Attribute>,
}

fn sign_up(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: SignUp = read(input)?;
    let State { pools, inbox, .. } = &mut *turn.state;
    let (pool, client) = pools.of_client(&input.client_id)?;
    client.check_secret_hash(&input.username, input.secret_hash.as_deref())?;
    if pool.rules.only_administrators_create_users {
        return Err(ServiceError::not_authorized(
            "SignUp is not permitted for this user pool",
        ));
    }
    let mut attributes = checked(pool, input.user_attributes)?;
    if [Contact::Email, Contact::Phone]
        .iter()
        .any(|contact| attributes.contains_key(contact.verified_attribute()))
    {
        return Err(ServiceError::not_authorized(
            "A client attempted to write unauthorized attribute",
        ));
    }
    adopt_username(pool, &input.username, &mut attributes)?;
    schema::check_required(&pool.settings, |name| attributes.contains_key(name))?;
    match &input.password {
        Some(password) => pool.rules.password.check(password, Asker::Public)?,
        None if pool.rules.passwordless => {}
        None => return Err(ServiceError::invalid_parameter("Password is required.")),
    }
    if pool.resolve(&input.username).is_some() {
        return Err(ServiceError::new(
            "UsernameExistsException",
            "User already exists",
        ));
    }
    let sub = random::uuid();
    let username = if pool.rules.username_attributes.is_empty() {
        input.username
    } else {
        sub.clone()
    };
    let mut user = User::new(username, sub.clone(), UserStatus::Unconfirmed, turn.now);
    for contact in [Contact::Email, Contact::Phone] {
        if attributes.contains_key(contact.attribute()) {
            user.set_verified(contact, false);
        }
    }
    user.attributes.extend(attributes);
    if let Some(password) = &input.password {
        user.replace_password(pool.name_for_srp(), password);
    }
    pool.users.insert(user);
    let mut answer = match sign_up_contact(pool, &sub)? {
        Some(contact) => send_sign_up_code(pool, inbox, &sub, contact, turn.now)?,
        None => json!({}),
    };
    answer["UserConfirmed"] = json!(false);
    answer["UserSub"] = json!(sub);
    Ok(answer)
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ConfirmSignUp {
    client_id: String,
    secret_hash: Option<String>,
    username: String,
    confirmation_code: String,
    #[serde(default)]
    force_alias_creation: bool,
}

fn confirm_sign_up(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: ConfirmSignUp = read(input)?;
    let now = turn.now;
    let (pool, client) = turn.state.pools.of_client(&input.client_id)?;
    client.check_secret_hash(&input.username, input.secret_hash.as_deref())?;
    let hidden = client.hides_existence();
    let sub = user_giving_code(pool, &input.username, hidden, Attempt::ConfirmSignUp, now)?;
    let user = pool.user(&sub)?;
    if user.status != UserStatus::Unconfirmed {
        return Err(ServiceError::cannot_confirm(user.status.name()));
    }
    codes::check(user.sign_up_code.as_ref(), &input.confirmation_code, now)?;
    let contact = user
        .sign_up_code
        .as_ref()
        .and_then(|code| Contact::from_attribute(code.attribute));
    if let Some(contact) = contact {
        let address = user.attribute(contact.attribute()).unwrap_or_default().to_owned();
        claim_contact(pool, &sub, contact, &address, input.force_alias_creation)?;
    }
    let user = pool.user_mut(&sub)?;
    if let Some(contact) = contact {
        user.set_verified(contact, true);
    }
    user.sign_up_code = None;
    user.status = UserStatus::Confirmed;
    user.modified = now;
    Ok(json!({}))
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ResendConfirmationCode {
    client_id: String,
    secret_hash: Option<String>,
    username: String,
}

fn resend_confirmation_code(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: ResendConfirmationCode = read(input)?;
    let State { pools, inbox, .. } = &mut *turn.state;
    let (pool, client) = pools.of_client(&input.client_id)?;
    client.check_secret_hash(&input.username, input.secret_hash.as_deref())?;
    let hidden = client.hides_existence();
    if pool.rules.auto_verified.is_empty() {
        return Err(auto_verification_off());
    }
    let attempt = Attempt::ResendConfirmationCode;
    let pretend = json!({ "CodeDeliveryDetails": pool.pretend_delivery(&input.username) });
    let Some(sub) = pool.resolve(&input.username) else {
        if !hidden {
            return Err(ServiceError::username_client_combination_not_found());
        }
        let who = pool.fold(&input.username);
        pool.attempts.count(&who, attempt, turn.now)?;
        return Ok(pretend);
    };
    pool.attempts.count(&sub, attempt, turn.now)?;
    let user = pool.user(&sub)?;
    if !user.enabled {
        return if hidden {
            Ok(pretend)
        } else {
            Err(ServiceError::user_disabled())
        };
    }
    if user.status != UserStatus::Unconfirmed {
        return Err(ServiceError::invalid_parameter("User is already confirmed."));
    }
    let contact = sign_up_contact(pool, &sub)?.ok_or_else(auto_verification_off)?;
    send_sign_up_code(pool, inbox, &sub, contact, turn.now)
}

fn auto_verification_off() -> ServiceError {
    ServiceError::not_authorized("Cannot resend codes. Auto verification not turned on.")
}
