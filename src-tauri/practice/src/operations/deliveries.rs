//! Sending codes.

use serde_json::{Value, json};

use crate::clock::Moment;
use crate::codes::{Code, RESET_VALIDITY, SIGN_UP_VALIDITY};
use crate::errors::ServiceError;
use crate::inbox::{Message, Purpose};
use crate::pool::Pool;
use crate::random;
use crate::recovery_channel::Contact;
use crate::state::message;

/// Sends a new reset code; the one before is void. Gives the answer that tells where it went.
pub(super) fn send_reset_code(
    pool: &mut Pool,
    inbox: &mut Vec<Message>,
    sub: &str,
    contact: Contact,
    now: Moment,
) -> Result<Value, ServiceError> {
    let pool_id = pool.id.clone();
    let user = pool.user_mut(sub)?;
    let code = Code::new(now, RESET_VALIDITY, contact.attribute());
    let sent = message(&pool_id, user, Purpose::Reset, contact, code.digits(), now);
    user.recovery_code = Some(code);
    Ok(deliver(inbox, sent, contact))
}

/// Sends a new sign-up code; the one before is void.
pub(super) fn send_sign_up_code(
    pool: &mut Pool,
    inbox: &mut Vec<Message>,
    sub: &str,
    contact: Contact,
    now: Moment,
) -> Result<Value, ServiceError> {
    let pool_id = pool.id.clone();
    let user = pool.user_mut(sub)?;
    let code = Code::new(now, SIGN_UP_VALIDITY, contact.attribute());
    let sent = message(&pool_id, user, Purpose::SignUp, contact, code.digits(), now);
    user.sign_up_code = Some(code);
    Ok(deliver(inbox, sent, contact))
}

/// Sends a code that finishes a sign-in. Gives it, and the masked address that it went to.
pub(super) fn send_one_time_code(
    pool: &Pool,
    inbox: &mut Vec<Message>,
    sub: &str,
    contact: Contact,
    digits: usize,
    now: Moment,
) -> Result<(String, String), ServiceError> {
    let code = random::text(digits, random::DIGITS);
    let sent = message(&pool.id, pool.user(sub)?, Purpose::Mfa, contact, &code, now);
    let destination = contact.mask(&sent.to);
    inbox.push(sent);
    Ok((code, destination))
}

fn deliver(inbox: &mut Vec<Message>, sent: Message, contact: Contact) -> Value {
    let details = contact.delivery_details(&sent.to);
    inbox.push(sent);
    json!({ "CodeDeliveryDetails": details })
}

/// The contact that a sign-up code goes to: of those the pool verifies by itself and the user
/// has, the phone first.
pub(super) fn sign_up_contact(pool: &Pool, sub: &str) -> Result<Option<Contact>, ServiceError> {
    let user = pool.user(sub)?;
    Ok([Contact::Phone, Contact::Email].into_iter().find(|contact| {
        pool.rules.auto_verified.contains(contact) && user.attribute(contact.attribute()).is_some()
    }))
}
