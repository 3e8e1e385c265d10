//! The service's side of Secure Remote Password, as Amazon Cognito speaks it.
//!
//! RFC 5054 with the 3072-bit group of RFC 3526, but with minimal two's-complement padding and a
//! key derived by one HKDF block (checked against the known answers of Amazon's own clients).

use aws_lc_rs::{digest, hmac};
use num_bigint::BigUint;

use crate::random;

const N_HEX: &[u8] = b"\
FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74\
020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437\
4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED\
EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05\
98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB\
9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B\
E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718\
3995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33\
A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7\
ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864\
D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E2\
08E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF";

/// The modulus N.
pub(crate) fn modulus() -> BigUint {
    BigUint::parse_bytes(N_HEX, 16).unwrap_or_default()
}

/// The generator g.
pub(crate) fn generator() -> BigUint {
    BigUint::from(2_u8)
}

/// Minimal big-endian two's-complement bytes: a zero goes before a set top bit.
pub(crate) fn pad(number: &BigUint) -> Vec<u8> {
    let mut bytes = number.to_bytes_be();
    if bytes.first().is_some_and(|first| first & 0x80 != 0) {
        bytes.insert(0, 0);
    }
    bytes
}

/// SHA-256 of the parts, one after another.
pub(crate) fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    let mut context = digest::Context::new(&digest::SHA256);
    for part in parts {
        context.update(part);
    }
    let mut bytes = [0; 32];
    bytes.copy_from_slice(context.finish().as_ref());
    bytes
}

/// HMAC-SHA-256 of the parts, one after another.
pub(crate) fn hmac_sha256(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut context = hmac::Context::with_key(&hmac::Key::new(hmac::HMAC_SHA256, key));
    for part in parts {
        context.update(part);
    }
    let mut bytes = [0; 32];
    bytes.copy_from_slice(context.sign().as_ref());
    bytes
}

fn multiplier() -> BigUint {
    BigUint::from_bytes_be(&sha256(&[&pad(&modulus()), &pad(&generator())]))
}

/// The private value x of one user's password. `pool_name` is the pool id after its `_`,
/// `user_id` what the service calls USER_ID_FOR_SRP.
pub(crate) fn private_value(pool_name: &str, user_id: &str, password: &str, salt: &BigUint) -> BigUint {
    let inner = identity_hash(pool_name, user_id, password);
    BigUint::from_bytes_be(&sha256(&[&pad(salt), &inner]))
}

fn identity_hash(pool_name: &str, user_id: &str, password: &str) -> [u8; 32] {
    sha256(&[
        pool_name.as_bytes(),
        user_id.as_bytes(),
        b":",
        password.as_bytes(),
    ])
}

/// The service's half of one exchange.
pub(crate) struct Exchange {
    /// The client's public value A.
    client_public: BigUint,
    /// The service's public value B, to be sent.
    pub(crate) public: BigUint,
    secret: BigUint,
    verifier: BigUint,
}

impl Exchange {
    /// Starts an exchange for the password whose private value is `x`.
    /// Nothing if A is a multiple of N, which RFC 5054 tells a server to refuse.
    pub(crate) fn begin(client_public: BigUint, x: &BigUint) -> Option<Self> {
        Self::begin_with(client_public, x, BigUint::from_bytes_be(&random::bytes::<128>()))
    }

    fn begin_with(client_public: BigUint, x: &BigUint, secret: BigUint) -> Option<Self> {
        let modulus = modulus();
        if &client_public % &modulus == BigUint::ZERO {
            return None;
        }
        let verifier = generator().modpow(x, &modulus);
        let public = (multiplier() * &verifier + generator().modpow(&secret, &modulus)) % &modulus;
        Some(Self {
            client_public,
            public,
            secret,
            verifier,
        })
    }

    /// The claim that a client who knows the password makes: HMAC over the pool name, the user id,
    /// the secret block and the timestamp, under the exchange's key.
    pub(crate) fn claim(
        &self,
        pool_name: &str,
        user_id: &str,
        secret_block: &[u8],
        timestamp: &str,
    ) -> [u8; 32] {
        let modulus = modulus();
        let u = BigUint::from_bytes_be(&sha256(&[&pad(&self.client_public), &pad(&self.public)]));
        let shared = (&self.client_public * self.verifier.modpow(&u, &modulus) % &modulus)
            .modpow(&self.secret, &modulus);
        claim_signature(
            &derived_key(&u, &shared),
            pool_name,
            user_id,
            secret_block,
            timestamp,
        )
    }
}

fn derived_key(u: &BigUint, shared: &BigUint) -> [u8; 16] {
    let extracted = hmac_sha256(&pad(u), &[&pad(shared)]);
    let expanded = hmac_sha256(&extracted, &[b"Caldera Derived Key", &[1]]);
    let mut key = [0; 16];
    key.copy_from_slice(&expanded[..16]);
    key
}

fn claim_signature(
    key: &[u8],
    pool_name: &str,
    user_id: &str,
    secret_block: &[u8],
    timestamp: &str,
) -> [u8; 32] {
    hmac_sha256(
        key,
        &[
            pool_name.as_bytes(),
            user_id.as_bytes(),
            secret_block,
            timestamp.as_bytes(),
        ],
    )
}

#[cfg(test)]
pub(crate) mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD as BASE64;

    use super::*;

    /// A client's half, written from the rules and not from the server's code path.
    pub(crate) fn client_claim(
        a: &BigUint,
        b_public: &BigUint,
        salt: &BigUint,
        who: (&str, &str, &str),
        secret_block: &[u8],
        timestamp: &str,
    ) -> [u8; 32] {
        let (pool_name, user_id, password) = who;
        let n = modulus();
        let a_public = generator().modpow(a, &n);
        let u = BigUint::from_bytes_be(&sha256(&[&pad(&a_public), &pad(b_public)]));
        let x = private_value(pool_name, user_id, password, salt);
        let subtrahend = multiplier() * generator().modpow(&x, &n) % &n;
        let base = (b_public + &n - subtrahend) % &n;
        let shared = base.modpow(&(a + &u * &x), &n);
        claim_signature(
            &derived_key(&u, &shared),
            pool_name,
            user_id,
            secret_block,
            timestamp,
        )
    }

    #[test]
    fn the_modulus_has_3072_bits_and_the_known_ends() {
        let hex = modulus().to_str_radix(16);
        assert_eq!(modulus().bits(), 3072);
        assert_eq!(hex.len(), 768);
        assert!(hex.starts_with("ffffffffffffffffc90fdaa2"));
        assert!(hex.ends_with("a93ad2caffffffffffffffff"));
    }

    #[test]
    fn the_multiplier_is_the_published_one() {
        assert_eq!(
            multiplier().to_str_radix(16),
            "538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6"
        );
    }

    #[test]
    fn padding_is_minimal_and_never_negative() {
        assert_eq!(pad(&BigUint::from(0x7f_u8)), [0x7f]);
        assert_eq!(pad(&BigUint::from(0x80_u8)), [0x00, 0x80]);
        assert_eq!(pad(&BigUint::from(0x0123_u16)), [0x01, 0x23]);
    }

    /// The known answer that Amazon's own clients test themselves against.
    #[test]
    fn the_identity_hash_is_the_published_one() {
        assert_eq!(
            BASE64.encode(identity_hash("Pj8nlkpKR", "User5", "Password1!")),
            "rJra60Rbj/4QW4UdYVl7wde78eMoiaw7Wk+WoDqo5K8="
        );
    }

    #[test]
    fn both_sides_agree_on_the_right_password_only() {
        let salt = BigUint::parse_bytes(b"b704a27deb8cf5efec43a40eac5b60d2", 16).unwrap();
        let x = private_value("Pj8nlkpKR", "User5", "Password1!", &salt);
        let a = BigUint::from_bytes_be(&random::bytes::<128>());
        let exchange = Exchange::begin(generator().modpow(&a, &modulus()), &x).unwrap();
        let timestamp = "Thu Jun 15 07:00:00 UTC 2017";
        let theirs = |password| {
            let who = ("Pj8nlkpKR", "User5", password);
            client_claim(&a, &exchange.public, &salt, who, b"block", timestamp)
        };
        let ours = exchange.claim("Pj8nlkpKR", "User5", b"block", timestamp);
        assert_eq!(ours, theirs("Password1!"));
        assert_ne!(ours, theirs("Password2!"));
    }

    #[test]
    fn a_public_value_that_is_a_multiple_of_n_is_refused() {
        let x = BigUint::from(5_u8);
        assert!(Exchange::begin(BigUint::ZERO, &x).is_none());
        assert!(Exchange::begin(modulus(), &x).is_none());
        assert!(Exchange::begin(modulus() * 2_u8, &x).is_none());
    }
}
