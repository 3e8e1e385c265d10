//! SECRET_HASH: how a confidential app client shows that it knows its secret.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use secrecy::ExposeSecret;
use sha2::Sha256;

use crate::connection::ClientSecret;

/// Base64(HMAC-SHA256(key = client secret, message = user name + client id)), as the developer
/// guide defines it.
///
/// `username` must be exactly the user name sent in the same request; in an answer to a
/// challenge, the service's `USER_ID_FOR_SRP`.
#[must_use]
pub fn secret_hash(secret: &ClientSecret, username: &str, client_id: &str) -> String {
    keyed_hash(secret.expose().expose_secret().as_bytes(), username, client_id)
}

#[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
fn keyed_hash(key: &[u8], username: &str, client_id: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any length");
    mac.update(username.as_bytes());
    mac.update(client_id.as_bytes());
    STANDARD.encode(mac.finalize().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_answer_is_reproduced() {
        assert_eq!(
            keyed_hash(b"secret", "Mess", "age"),
            "qnR8UCqJggD55PohusaBNviGoOJ67HC6Btry4qXLVZc="
        );
    }
}
