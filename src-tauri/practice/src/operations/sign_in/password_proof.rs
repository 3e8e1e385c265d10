//! USER_SRP_AUTH, and whatever else begins with a proof: the challenge PASSWORD_VERIFIER, and the proof that answers it.

use aws_lc_rs::constant_time;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use num_bigint::BigUint;
use serde_json::json;

use super::super::{Outcome, Turn};
use super::{Parameters, check_may_sign_in, custom, finish, wrong_password};
use crate::client::Client;
use crate::errors::ServiceError;
use crate::pool::Pool;
use crate::random;
use crate::sessions::{Caller, Next, PendingProof};
use crate::srp::Exchange;
use crate::srp_timestamp;

/// Whose password is to be proven, and what the exchange starts from.
struct Subject {
    /// Nobody, where the exchange is pretended.
    sub: Option<String>,
    user_id: String,
    salt: BigUint,
    private_value: BigUint,
}

/// InitiateAuth: asks for a proof of the password.
pub(super) fn ask(turn: &mut Turn<'_>, caller: &Caller, parameters: &Parameters, next: Next) -> Outcome {
    let client = &caller.client;
    let username = parameters.require("USERNAME")?;
    let client_public = parameters.require("SRP_A")?;
    client.check_secret_hash(username, parameters.get("SECRET_HASH"))?;
    let client_public = BigUint::parse_bytes(client_public.as_bytes(), 16)
        .ok_or_else(|| ServiceError::invalid_parameter("SRP_A must be a hexadecimal number"))?;
    let now = turn.now;
    let (pool, _) = turn.state.pools.of_client(&client.id)?;
    let subject = subject(pool, client, username)?;
    if let Some(sub) = &subject.sub {
        pool.lockouts.check(sub, now)?;
    }
    let exchange = Exchange::begin(client_public, &subject.private_value)
        .ok_or_else(ServiceError::incorrect_username_or_password)?;
    let public = exchange.public.to_str_radix(16);
    let proof = PendingProof {
        client_id: client.id.clone(),
        authority: caller.authority,
        user_id: subject.user_id.clone(),
        sub: subject.sub,
        exchange,
        next,
        expires: now.plus(client.session_life()),
    };
    let secret_block = pool.sessions.await_proof(proof, now);
    Ok(json!({
        "ChallengeName": "PASSWORD_VERIFIER",
        "ChallengeParameters": {
            "SALT": subject.salt.to_str_radix(16),
            "SRP_B": public,
            "SECRET_BLOCK": BASE64.encode(secret_block),
            "USERNAME": subject.user_id,
            "USER_ID_FOR_SRP": subject.user_id,
        },
    }))
}

fn subject(pool: &mut Pool, client: &Client, typed: &str) -> Result<Subject, ServiceError> {
    let hidden = client.hides_existence();
    let Some(sub) = pool.resolve(typed) else {
        return if hidden {
            Ok(pretended(pool, typed))
        } else {
            Err(ServiceError::user_not_found())
        };
    };
    let user = pool.user(&sub)?;
    if hidden && !user.enabled {
        return Ok(pretended(pool, typed));
    }
    check_may_sign_in(user, client)?;
    let Some(password) = &user.password else {
        return Ok(pretended(pool, typed));
    };
    Ok(Subject {
        user_id: user.username.clone(),
        salt: password.salt.clone(),
        private_value: password.private_value.clone(),
        sub: Some(sub),
    })
}

/// A subject nobody is: the same salt and id each time, and no password that proves it.
fn pretended(pool: &Pool, typed: &str) -> Subject {
    let mut salt = [0; 16];
    salt.copy_from_slice(&pool.pretend("salt", typed)[..16]);
    Subject {
        sub: None,
        user_id: pool.pretend_username(typed),
        salt: BigUint::from_bytes_be(&salt),
        private_value: BigUint::from_bytes_be(&random::bytes::<32>()),
    }
}

/// RespondToAuthChallenge: checks the proof.
pub(super) fn verify(turn: &mut Turn<'_>, caller: &Caller, responses: &Parameters) -> Outcome {
    let client = &caller.client;
    let username = responses.require("USERNAME")?;
    let claim = responses.require("PASSWORD_CLAIM_SIGNATURE")?;
    let secret_block = responses.require("PASSWORD_CLAIM_SECRET_BLOCK")?;
    let timestamp = responses.require("TIMESTAMP")?;
    let now = turn.now;
    let (pool, _) = turn.state.pools.of_client(&client.id)?;
    let refused = ServiceError::incorrect_username_or_password;
    let decode = |text: &str| BASE64.decode(text).map_err(|_| refused());
    let (claim, secret_block) = (decode(claim)?, decode(secret_block)?);
    let proof = pool
        .sessions
        .take_proof(&secret_block, caller)
        // An alias is not accepted here: only the id that came with the challenge.
        .filter(|proof| proof.user_id == username)
        .ok_or_else(refused)?;
    if now >= proof.expires {
        return Err(ServiceError::session_expired());
    }
    let Some(sub) = proof.sub else {
        return Err(wrong_password(pool, &proof.user_id, now));
    };
    pool.lockouts.check(&sub, now)?;
    check_may_sign_in(pool.user(&sub)?, client)?;
    let expected = proof
        .exchange
        .claim(pool.name_for_srp(), &proof.user_id, &secret_block, timestamp);
    let proven = constant_time::verify_slices_are_equal(&expected, &claim).is_ok();
    if !proven || !srp_timestamp::is_acceptable(timestamp, now) {
        return Err(wrong_password(pool, &sub, now));
    }
    pool.lockouts.succeeded(&sub);
    match proof.next {
        Next::Onwards => finish::after_password(turn, caller, &sub),
        Next::CustomChallenge => custom::ask(turn, caller, Some(&sub), &proof.user_id),
    }
}
