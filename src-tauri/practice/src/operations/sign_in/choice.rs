//! USER_AUTH: a choice of first factors. SELECT_CHALLENGE, and the factors it leads to: PASSWORD,
//! PASSWORD_SRP, EMAIL_OTP, SMS_OTP and WEB_AUTHN (AWS developer guide, choice-based sign-in).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::super::{Outcome, Turn};
use super::answers::{Answer, put};
use super::{Parameters, check_may_sign_in, check_password, finish, password_proof, second_factor};
use crate::errors::ServiceError;
use crate::pool::Pool;
use crate::random;
use crate::recovery_channel::Contact;
use crate::sessions::{Asked, Caller, Next};
use crate::user::{User, UserStatus};

/// The digits of a code that is a first factor (observed, for email).
const DIGITS: usize = 8;

/// Who signs in; nobody, where that is pretended.
struct Subject {
    sub: Option<String>,
    username: String,
}

pub(super) fn begin(turn: &mut Turn<'_>, caller: &Caller, parameters: &Parameters) -> Outcome {
    let client = &caller.client;
    let username = parameters.require("USERNAME")?;
    client.check_secret_hash(username, parameters.get("SECRET_HASH"))?;
    let (pool, _) = turn.state.pools.of_client(&client.id)?;
    if pool.settings.get("UserPoolTier") == Some(&json!("LITE")) {
        return Err(ServiceError::new(
            "FeatureUnavailableInTierException",
            "USER_AUTH is not available in the LITE tier",
        ));
    }
    let hidden = client.hides_existence();
    let found = pool.resolve(username);
    let user = match &found {
        Some(sub) => Some(pool.user(sub)?).filter(|user| user.enabled || !hidden),
        None if hidden => None,
        None => return Err(ServiceError::user_not_found()),
    };
    let (subject, offered) = match user {
        Some(user) => {
            check_may_sign_in(user, client)?;
            let subject = Subject {
                username: user.username.clone(),
                sub: found.clone(),
            };
            (subject, offered(pool, user))
        }
        None => {
            let subject = Subject {
                username: pool.pretend_username(username),
                sub: None,
            };
            (subject, pretended_offer(pool, username))
        }
    };
    let preferred = parameters.get("PREFERRED_CHALLENGE");
    match offered.iter().find(|factor| preferred == Some(**factor)) {
        Some(factor) => go_on(turn, caller, &subject, factor, parameters),
        None => Ok(ask_which(turn, caller, subject, offered)?),
    }
}

/// What a user may begin with. Codes and passkeys are for those only who have no second factor:
/// the service takes none after them. Whoever has a temporary password needs it (observed).
fn offered(pool: &Pool, user: &User) -> Vec<&'static str> {
    let allows = |factor: &str| pool.rules.first_factors.iter().any(|name| name == factor);
    let alone = user.status != UserStatus::ForceChangePassword
        && pool.mfa() != "ON"
        && second_factor::active(pool, user).is_empty();
    let has = |contact: Contact| user.attribute(contact.attribute()).is_some();
    [
        ("PASSWORD", allows("PASSWORD") && user.password.is_some()),
        ("PASSWORD_SRP", allows("PASSWORD") && user.password.is_some()),
        ("EMAIL_OTP", alone && allows("EMAIL_OTP") && has(Contact::Email)),
        ("SMS_OTP", alone && allows("SMS_OTP") && has(Contact::Phone)),
        ("WEB_AUTHN", alone && allows("WEB_AUTHN") && user.mfa.passkey),
    ]
    .into_iter()
    .filter(|(_, is)| *is)
    .map(|(name, _)| name)
    .collect()
}

/// What is offered to a user who doesn't exist: drawn from what the pool allows, the same each time.
fn pretended_offer(pool: &Pool, typed: &str) -> Vec<&'static str> {
    let drawn = pool.pretend("first factors", typed);
    let allows = |factor: &str| pool.rules.first_factors.iter().any(|name| name == factor);
    let mut offer = Vec::new();
    if allows("PASSWORD") {
        offer.extend(["PASSWORD", "PASSWORD_SRP"]);
    }
    for (factor, byte) in ["EMAIL_OTP", "SMS_OTP"].into_iter().zip(drawn) {
        if allows(factor) && (byte % 2 == 0 || offer.is_empty()) {
            offer.push(factor);
        }
    }
    offer
}

fn ask_which(turn: &mut Turn<'_>, caller: &Caller, subject: Subject, choices: Vec<&'static str>) -> Outcome {
    let (pool, _) = turn.state.pools.of_client(&caller.client.id)?;
    let available = json!(choices);
    let asked = Asked {
        choices,
        ..Asked::new("SELECT_CHALLENGE", subject.sub, subject.username)
    };
    let mut answer = put(pool, caller, turn.now, asked, &json!({}));
    answer["AvailableChallenges"] = available;
    Ok(answer)
}

/// Asks for one of the factors, or takes it where it came along.
fn go_on(
    turn: &mut Turn<'_>,
    caller: &Caller,
    subject: &Subject,
    factor: &'static str,
    given: &Parameters,
) -> Outcome {
    match (factor, &subject.sub) {
        ("PASSWORD", _) if given.get("PASSWORD").is_some() => take_password(turn, caller, given),
        ("PASSWORD_SRP", _) if given.get("SRP_A").is_some() => {
            password_proof::ask(turn, caller, given, Next::Onwards)
        }
        ("EMAIL_OTP", Some(sub)) => {
            second_factor::send_code(turn, caller, sub, Contact::Email, (factor, DIGITS))
        }
        ("SMS_OTP", Some(sub)) => {
            second_factor::send_code(turn, caller, sub, Contact::Phone, (factor, DIGITS))
        }
        _ => {
            let (pool, _) = turn.state.pools.of_client(&caller.client.id)?;
            let parameters = parameters(pool, subject, factor);
            let asked = Asked::new(factor, subject.sub.clone(), subject.username.clone());
            Ok(put(pool, caller, turn.now, asked, &parameters))
        }
    }
}

/// The parameters of a challenge for which nothing was sent.
fn parameters(pool: &Pool, subject: &Subject, factor: &str) -> Value {
    let contact = match factor {
        "EMAIL_OTP" => Contact::Email,
        "SMS_OTP" => Contact::Phone,
        "WEB_AUTHN" => return json!({ "CREDENTIAL_REQUEST_OPTIONS": passkey_options(pool) }),
        _ => return json!({ "USER_ID_FOR_SRP": subject.username }),
    };
    let destination = contact.mask(&pool.pretend_address(contact, &subject.username));
    second_factor::delivered(contact, &destination, &subject.username)
}

/// What a browser is asked for, as text (W3C Web Authentication, PublicKeyCredentialRequestOptions).
fn passkey_options(pool: &Pool) -> String {
    let region = pool.id.split_once('_').map_or("", |(region, _)| region);
    json!({
        "challenge": URL_SAFE_NO_PAD.encode(random::bytes::<32>()),
        "timeout": 180_000,
        "rpId": format!("{}.auth.{region}.amazoncognito.com", pool.name_for_srp().to_lowercase()),
        "allowCredentials": [],
        "userVerification": "preferred",
    })
    .to_string()
}

/// The answer to SELECT_CHALLENGE, PASSWORD, PASSWORD_SRP or WEB_AUTHN. A password is tried once in
/// each session, as a proof is.
pub(super) fn take(turn: &mut Turn<'_>, caller: &Caller, answer: &Answer<'_>) -> Outcome {
    let responses = answer.responses;
    let is_choice = answer.asked.name == "SELECT_CHALLENGE";
    let factor = if is_choice {
        let chosen = responses.require("ANSWER")?;
        *answer
            .asked
            .choices
            .iter()
            .find(|factor| **factor == chosen)
            .ok_or_else(|| ServiceError::invalid_parameter("Selected challenge is not available."))?
    } else {
        answer.asked.name
    };
    let comes_along = match factor {
        "PASSWORD" => Some("PASSWORD"),
        "PASSWORD_SRP" => Some("SRP_A"),
        "WEB_AUTHN" => Some("CREDENTIAL"),
        _ => None,
    };
    if let Some(name) = comes_along {
        responses.require(name)?;
    }
    let (pool, _) = turn.state.pools.of_client(&caller.client.id)?;
    pool.sessions.use_up(answer.session);
    if factor == "WEB_AUTHN" {
        // Nobody's passkey is known well enough here to verify what it signed.
        return Err(ServiceError::incorrect_username_or_password());
    }
    let subject = Subject {
        sub: answer.asked.sub.clone(),
        username: answer.asked.username.clone(),
    };
    go_on(turn, caller, &subject, factor, responses)
}

fn take_password(turn: &mut Turn<'_>, caller: &Caller, given: &Parameters) -> Outcome {
    let (username, password) = (given.require("USERNAME")?, given.require("PASSWORD")?);
    let sub = check_password(turn, caller, username, password)?;
    finish::after_password(turn, caller, &sub)
}
