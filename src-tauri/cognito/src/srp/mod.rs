//! Secure Remote Password, as the service speaks it: a proof that somebody knows the password,
//! which never leaves this computer.
//!
//! SRP-6a (RFC 5054) in the 3072-bit group with SHA-256, the service's own padding and a key of
//! one HKDF block. Where the RFC and the service differ, the known answers of Amazon's own
//! clients decide.

mod group;
mod timestamp;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use crypto_bigint::{BoxedUint, ConcatenatingMul, Resize};
use hmac::{Hmac, KeyInit, Mac};
use secrecy::SecretString;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::failure::{Failure, FailureCode};
pub(crate) use timestamp::{ClockOffset, timestamp};

/// Bytes of the secret exponent (as Amazon's own clients have it).
const SECRET_BYTES: usize = 128;
/// What the key is derived for.
const KEY_PURPOSE: &[u8] = b"Caldera Derived Key";

/// The client's half of one exchange: good for one sign-in. Without `Debug`.
pub(crate) struct Exchange {
    secret: Zeroizing<BoxedUint>,
    public: BoxedUint,
}

/// Whose password is proven: everything but the password.
pub(crate) struct Prover<'a> {
    /// The user pool's id after its `_`.
    pub(crate) pool_name: &'a str,
    /// The service's `USER_ID_FOR_SRP`, not what was typed.
    pub(crate) user_id: &'a str,
}

/// What the service asked, as it stands in the challenge.
pub(crate) struct Question<'a> {
    /// The salt, in hexadecimal.
    pub(crate) salt: &'a str,
    /// The service's public value B, in hexadecimal.
    pub(crate) service_public: &'a str,
    /// What only the service can read, in Base64.
    pub(crate) secret_block: &'a str,
}

impl Exchange {
    /// A new secret and its public value A.
    ///
    /// # Errors
    /// `Unknown` where the system gives no random numbers.
    pub(crate) fn begin() -> Result<Self, Failure> {
        let mut bytes = Zeroizing::new([0; SECRET_BYTES]);
        aws_lc_rs::rand::fill(bytes.as_mut_slice()).map_err(|_| FailureCode::Unknown)?;
        Self::with_secret(&*bytes)
    }

    fn with_secret(bytes: &[u8]) -> Result<Self, Failure> {
        let bits = u32::try_from(bytes.len() * 8).map_err(|_| FailureCode::Unknown)?;
        let secret = Zeroizing::new(group::number(bytes, bits));
        let public = group::generator().pow(&secret);
        // The powers of 2 modulo a prime are never 0; RFC 5054 wants it looked at all the same.
        if public.is_zero().into() {
            return Err(refused("SRP_A"));
        }
        let public = public.retrieve();
        Ok(Self { secret, public })
    }

    /// A, in hexadecimal: `SRP_A`.
    pub(crate) fn public_hex(&self) -> String {
        let digits: String = self
            .public
            .to_be_bytes()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        digits.trim_start_matches('0').to_owned()
    }

    /// The proof, `PASSWORD_CLAIM_SIGNATURE`, for a moment in the service's time written as `timestamp`.
    ///
    /// # Errors
    /// `Unknown`, with the parameter as `detail`, for numbers that no honest service sends: not
    /// hexadecimal, or one that would make the proof worthless (RFC 5054, 2.5.4 and 2.6).
    pub(crate) fn claim(
        &self,
        prover: &Prover<'_>,
        password: &str,
        question: &Question<'_>,
        timestamp: &str,
    ) -> Result<SecretString, Failure> {
        let salt = group::number_of_hex(question.salt).ok_or_else(|| refused("SALT"))?;
        let service_public = group::number_of_hex(question.service_public).ok_or_else(|| refused("SRP_B"))?;
        let secret_block = STANDARD
            .decode(question.secret_block)
            .map_err(|_| refused("SECRET_BLOCK"))?;
        let key = self.key(prover, password, &salt, &service_public)?;
        let parts = [
            prover.pool_name.as_bytes(),
            prover.user_id.as_bytes(),
            &secret_block,
            timestamp.as_bytes(),
        ];
        Ok(SecretString::from(STANDARD.encode(keyed(&*key, &parts))))
    }

    /// The key that both sides come to.
    fn key(
        &self,
        prover: &Prover<'_>,
        password: &str,
        salt: &BoxedUint,
        service_public: &BoxedUint,
    ) -> Result<Zeroizing<[u8; 16]>, Failure> {
        let base = group::element(service_public);
        if base.is_zero().into() {
            return Err(refused("SRP_B"));
        }
        let scrambling = hash(&[&group::pad(&self.public), &group::pad(service_public)]);
        let scrambling = scrambling_parameter(&scrambling)?;
        let identity = hash(&[
            prover.pool_name.as_bytes(),
            prover.user_id.as_bytes(),
            b":",
            password.as_bytes(),
        ]);
        let private = hash(&[&group::pad(salt), &*identity]);
        let private = Zeroizing::new(group::number(&*private, 256));
        let verifier = Zeroizing::new(group::generator().pow(&private));
        let base = Zeroizing::new(base - multiplier() * &*verifier);
        let product = Zeroizing::new(scrambling.concatenating_mul(&*private));
        let bits = self.secret.bits_precision().max(product.bits_precision()) + 64;
        let exponent = Zeroizing::new(
            (&*self.secret)
                .resize(bits)
                .wrapping_add((&*product).resize(bits)),
        );
        let shared = Zeroizing::new(Zeroizing::new(base.pow(&exponent)).retrieve());
        Ok(derived_key(&scrambling, &shared))
    }
}

/// u, from the hash of both public values.
fn scrambling_parameter(hash: &[u8; 32]) -> Result<BoxedUint, Failure> {
    let number = group::number(hash, 256);
    if number.is_zero().into() {
        return Err(refused("SRP_B"));
    }
    Ok(number)
}

/// k.
fn multiplier() -> group::Element {
    let two = BoxedUint::from(2_u8);
    let hash = hash(&[&group::pad(group::modulus()), &group::pad(&two)]);
    group::element(&group::number(&*hash, 256))
}

/// HKDF (RFC 5869) with SHA-256: one block, of which the first half is the key.
fn derived_key(scrambling: &BoxedUint, shared: &BoxedUint) -> Zeroizing<[u8; 16]> {
    let extracted = keyed(&group::pad(scrambling), &[&group::pad(shared)]);
    let expanded = keyed(&*extracted, &[KEY_PURPOSE, &[1]]);
    let mut key = Zeroizing::new([0; 16]);
    for (to, from) in key.iter_mut().zip(expanded.iter()) {
        *to = *from;
    }
    key
}

fn hash(parts: &[&[u8]]) -> Zeroizing<[u8; 32]> {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    Zeroizing::new(hasher.finalize().into())
}

#[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
fn keyed(key: &[u8], parts: &[&[u8]]) -> Zeroizing<[u8; 32]> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any length");
    for part in parts {
        mac.update(part);
    }
    Zeroizing::new(mac.finalize().into_bytes().into())
}

/// What the service sent as `parameter` can't be its own.
fn refused(parameter: &str) -> Failure {
    Failure::new(FailureCode::Unknown).detail(parameter)
}

#[cfg(test)]
mod tests;
