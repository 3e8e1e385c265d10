//! Second factors: SMS_MFA, EMAIL_OTP, SOFTWARE_TOKEN_MFA, which of them (SELECT_MFA_TYPE), and
//! setting one up (MFA_SETUP).
//!
//! A wrong code leaves its session good for another try, as often as one likes (observed).

use serde_json::{Value, json};

use super::super::deliveries::send_one_time_code;
use super::super::{Outcome, Turn};
use super::answers::{Answer, put};
use super::finish;
use crate::errors::ServiceError;
use crate::pool::Pool;
use crate::recovery_channel::Contact;
use crate::sessions::{Asked, Caller};
use crate::state::State;
use crate::totp::Verdict;
use crate::user::{Factor, User};

/// The digits of a code that was sent as a second factor.
const DIGITS: usize = 6;

const EVERY_FACTOR: [Factor; 3] = [Factor::Sms, Factor::Email, Factor::Authenticator];

/// The factors that the user can be asked for: those switched on that the pool still offers. A pool
/// that wants a factor also takes a contact that nobody switched on (AWS developer guide, MFA).
pub(super) fn active(pool: &Pool, user: &User) -> Vec<Factor> {
    let usable = |factor: &Factor| pool.offers(*factor) && user.has_set_up(*factor);
    let chosen: Vec<Factor> = user.mfa.enabled.iter().copied().filter(usable).collect();
    if !chosen.is_empty() || pool.mfa() != "ON" {
        return chosen;
    }
    let contacts = [Factor::Sms, Factor::Email];
    contacts.into_iter().filter(usable).collect()
}

/// Asks for a second factor where one is wanted, or gives tokens.
pub(super) fn ask(turn: &mut Turn<'_>, caller: &Caller, sub: &str) -> Outcome {
    let (pool, _) = turn.state.pools.of_client(&caller.client.id)?;
    let user = pool.user(sub)?;
    let active = active(pool, user);
    let preferred = user.mfa.preferred.filter(|factor| active.contains(factor));
    match (preferred, active.as_slice()) {
        (Some(factor), _) | (None, &[factor]) => ask_for(turn, caller, sub, factor),
        (None, []) if pool.mfa() == "ON" => ask_to_set_up(turn, caller, sub),
        (None, []) => finish::grant(turn, caller, sub),
        (None, several) => ask_which(turn, caller, sub, several),
    }
}

fn ask_for(turn: &mut Turn<'_>, caller: &Caller, sub: &str, factor: Factor) -> Outcome {
    match factor {
        Factor::Sms => send_code(turn, caller, sub, Contact::Phone, (factor.name(), DIGITS)),
        Factor::Email => send_code(turn, caller, sub, Contact::Email, (factor.name(), DIGITS)),
        Factor::Authenticator => {
            let (pool, _) = turn.state.pools.of_client(&caller.client.id)?;
            let user = pool.user(sub)?;
            let mut parameters = json!({ "USER_ID_FOR_SRP": user.username });
            let device = user.mfa.authenticator.as_ref();
            if let Some(name) = device.and_then(|device| device.name.as_ref()) {
                parameters["FRIENDLY_DEVICE_NAME"] = json!(name);
            }
            let asked = Asked::new(factor.name(), Some(sub.to_owned()), user.username.clone());
            Ok(put(pool, caller, turn.now, asked, &parameters))
        }
    }
}

/// Sends a code of so many digits to a contact, and asks for it in the challenge of this name.
pub(super) fn send_code(
    turn: &mut Turn<'_>,
    caller: &Caller,
    sub: &str,
    contact: Contact,
    (challenge, digits): (&'static str, usize),
) -> Outcome {
    let State { pools, inbox, .. } = &mut *turn.state;
    let (pool, _) = pools.of_client(&caller.client.id)?;
    let username = pool.user(sub)?.username.clone();
    let (code, destination) = send_one_time_code(pool, inbox, sub, contact, digits, turn.now)?;
    let parameters = delivered(contact, &destination, &username);
    let asked = Asked {
        code: Some(code),
        ..Asked::new(challenge, Some(sub.to_owned()), username)
    };
    Ok(put(pool, caller, turn.now, asked, &parameters))
}

/// The parameters of a challenge whose code went to a contact.
pub(super) fn delivered(contact: Contact, destination: &str, username: &str) -> Value {
    json!({
        "CODE_DELIVERY_DELIVERY_MEDIUM": match contact { Contact::Email => "EMAIL", Contact::Phone => "SMS" },
        "CODE_DELIVERY_DESTINATION": destination,
        "USER_ID_FOR_SRP": username,
    })
}

fn ask_which(turn: &mut Turn<'_>, caller: &Caller, sub: &str, factors: &[Factor]) -> Outcome {
    let (pool, _) = turn.state.pools.of_client(&caller.client.id)?;
    let username = pool.user(sub)?.username.clone();
    let choices: Vec<_> = factors.iter().map(|factor| factor.name()).collect();
    let parameters = json!({
        "MFAS_CAN_CHOOSE": json!(choices).to_string(),
        "USER_ID_FOR_SRP": username,
    });
    let asked = Asked {
        choices,
        ..Asked::new("SELECT_MFA_TYPE", Some(sub.to_owned()), username)
    };
    Ok(put(pool, caller, turn.now, asked, &parameters))
}

fn ask_to_set_up(turn: &mut Turn<'_>, caller: &Caller, sub: &str) -> Outcome {
    let (pool, _) = turn.state.pools.of_client(&caller.client.id)?;
    let choices: Vec<_> = EVERY_FACTOR
        .into_iter()
        .filter(|factor| pool.offers(*factor))
        .map(Factor::name)
        .collect();
    if choices.is_empty() {
        return Err(ServiceError::new(
            "MFAMethodNotFoundException",
            "No MFA method is available for the user.",
        ));
    }
    let username = pool.user(sub)?.username.clone();
    let parameters = json!({
        "MFAS_CAN_SETUP": json!(choices).to_string(),
        "USER_ID_FOR_SRP": username,
    });
    let asked = Asked::new("MFA_SETUP", Some(sub.to_owned()), username);
    Ok(put(pool, caller, turn.now, asked, &parameters))
}

/// The answer to a code that was sent: `SMS_MFA_CODE`, `SMS_OTP_CODE` or `EMAIL_OTP_CODE`.
pub(super) fn take_code(turn: &mut Turn<'_>, caller: &Caller, answer: &Answer<'_>) -> Outcome {
    let typed = answer.responses.require(&format!("{}_CODE", answer.asked.name))?;
    if answer.asked.code.as_deref() != Some(typed) {
        return Err(ServiceError::wrong_one_time_code());
    }
    let sub = answer.sub()?;
    let (pool, _) = turn.state.pools.of_client(&caller.client.id)?;
    pool.sessions.use_up(answer.session);
    finish::grant(turn, caller, sub)
}

pub(super) fn take_authenticator_code(turn: &mut Turn<'_>, caller: &Caller, answer: &Answer<'_>) -> Outcome {
    let typed = answer.responses.require("SOFTWARE_TOKEN_MFA_CODE")?;
    let sub = answer.sub()?;
    let now = turn.now;
    let (pool, _) = turn.state.pools.of_client(&caller.client.id)?;
    let Some(authenticator) = &mut pool.user_mut(sub)?.mfa.authenticator else {
        // An administrator took it away in the meantime.
        return Err(ServiceError::software_token_not_found());
    };
    match authenticator.check(typed, now) {
        Verdict::Right => {}
        Verdict::Used => return Err(ServiceError::authenticator_code_used()),
        Verdict::OffTime | Verdict::Wrong => {
            return Err(ServiceError::new(
                "CodeMismatchException",
                "Invalid code received for user",
            ));
        }
    }
    pool.sessions.use_up(answer.session);
    finish::grant(turn, caller, sub)
}

/// The service's reference calls the email's code EMAIL_MFA in this answer, and EMAIL_OTP everywhere
/// else; clients send either.
pub(super) fn take_choice(turn: &mut Turn<'_>, caller: &Caller, answer: &Answer<'_>) -> Outcome {
    let chosen = match answer.responses.require("ANSWER")? {
        "EMAIL_MFA" => "EMAIL_OTP",
        other => other,
    };
    let factor = EVERY_FACTOR
        .into_iter()
        .find(|factor| factor.name() == chosen)
        .filter(|factor| answer.asked.choices.contains(&factor.name()))
        .ok_or_else(|| ServiceError::invalid_parameter("Invalid MFA type selected."))?;
    let sub = answer.sub()?;
    let (pool, _) = turn.state.pools.of_client(&caller.client.id)?;
    pool.sessions.use_up(answer.session);
    ask_for(turn, caller, sub, factor)
}

/// Takes the session that VerifySoftwareToken gave, and no other.
pub(super) fn take_set_up(turn: &mut Turn<'_>, caller: &Caller, answer: &Answer<'_>) -> Outcome {
    if !answer.asked.authenticator_verified {
        return Err(ServiceError::invalid_session());
    }
    let sub = answer.sub()?;
    let (pool, _) = turn.state.pools.of_client(&caller.client.id)?;
    pool.sessions.use_up(answer.session);
    let now = turn.now;
    let user = pool.user_mut(sub)?;
    user.mfa.enabled.insert(Factor::Authenticator);
    user.mfa.preferred.get_or_insert(Factor::Authenticator);
    user.modified = now;
    finish::grant(turn, caller, sub)
}
