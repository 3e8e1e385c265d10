//! Tokens that anyone can verify: RS256, with the public key under `/<pool id>/.well-known/jwks.json`.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{KeyPair as _, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, UnparsedPublicKey};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Map, Value, json};

use crate::client::Client;
use crate::clock::Moment;
use crate::errors::ServiceError;
use crate::random;
use crate::sessions::Grant;
use crate::user::User;

/// The key that signs the tokens of every pool; made when the first token is.
pub(crate) struct SigningKey {
    pair: KeyPair,
    id: String,
}

impl SigningKey {
    pub(crate) fn generate() -> Result<Self, ServiceError> {
        let pair = KeyPair::generate(KeySize::Rsa2048).map_err(|_| ServiceError::internal())?;
        Ok(Self {
            pair,
            id: STANDARD.encode(random::bytes::<32>()),
        })
    }

    /// The public key as a JSON Web Key Set (RFC 7517).
    pub(crate) fn key_set(&self) -> Value {
        let key = self.pair.public_key();
        json!({ "keys": [{
            "alg": "RS256",
            "kty": "RSA",
            "use": "sig",
            "kid": self.id,
            "n": URL_SAFE_NO_PAD.encode(key.modulus().big_endian_without_leading_zero()),
            "e": URL_SAFE_NO_PAD.encode(key.exponent().big_endian_without_leading_zero()),
        }] })
    }

    pub(crate) fn sign(&self, claims: &Value) -> Result<String, ServiceError> {
        let encode = |part: &Value| URL_SAFE_NO_PAD.encode(part.to_string());
        let header = json!({ "kid": self.id, "alg": "RS256" });
        let signed = format!("{}.{}", encode(&header), encode(claims));
        let mut signature = vec![0; self.pair.public_modulus_len()];
        self.pair
            .sign(
                &RSA_PKCS1_SHA256,
                &SystemRandom::new(),
                signed.as_bytes(),
                &mut signature,
            )
            .map_err(|_| ServiceError::internal())?;
        Ok(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature)))
    }

    /// The claims of a token that this key signed.
    pub(crate) fn verify(&self, token: &str) -> Option<Value> {
        let (signed, signature) = token.rsplit_once('.')?;
        let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
        UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, self.pair.public_key())
            .verify(signed.as_bytes(), &signature)
            .ok()?;
        let (_, claims) = signed.split_once('.')?;
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).ok()?).ok()
    }
}

/// The scope that lets a user act on their own account.
pub(crate) const SELF_SERVICE_SCOPE: &str = "aws.cognito.signin.user.admin";

/// The access and the ID token of one sign-in, with the claims the service puts in.
pub(crate) fn issue(
    key: &SigningKey,
    issuer: &str,
    user: &User,
    client: &Client,
    grant: &Grant,
    now: Moment,
) -> Result<(String, String), ServiceError> {
    let event = random::uuid();
    let common = json!({
        "sub": user.sub,
        "iss": issuer,
        "origin_jti": grant.origin_jti,
        "event_id": event,
        "auth_time": grant.authenticated.epoch_seconds(),
        "iat": now.epoch_seconds(),
    });
    let with = |extra: Value| {
        let mut claims = common.as_object().cloned().unwrap_or_default();
        claims.extend(extra.as_object().cloned().unwrap_or_default());
        claims
    };
    let access = with(json!({
        "token_use": "access",
        "client_id": client.id,
        "username": user.username,
        "scope": SELF_SERVICE_SCOPE,
        "exp": now.plus(client.access_token_life()).epoch_seconds(),
        "jti": random::uuid(),
    }));
    let mut id = with(json!({
        "token_use": "id",
        "aud": client.id,
        "cognito:username": user.username,
        "exp": now.plus(client.id_token_life()).epoch_seconds(),
        "jti": random::uuid(),
    }));
    add_attributes(&mut id, user);
    Ok((key.sign(&Value::Object(access))?, key.sign(&Value::Object(id))?))
}

fn add_attributes(claims: &mut Map<String, Value>, user: &User) {
    for (name, value) in &user.attributes {
        let value = match name.as_str() {
            "email_verified" | "phone_number_verified" => json!(value == "true"),
            _ => json!(value),
        };
        claims.insert(name.clone(), value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_verifies_until_it_is_touched() {
        let key = SigningKey::generate().unwrap();
        let token = key.sign(&json!({ "sub": "a" })).unwrap();
        assert_eq!(key.verify(&token), Some(json!({ "sub": "a" })));
        let forged = URL_SAFE_NO_PAD.encode(r#"{"sub":"b"}"#);
        let parts: Vec<_> = token.split('.').collect();
        assert_eq!(key.verify(&format!("{}.{forged}.{}", parts[0], parts[2])), None);
        assert_eq!(key.verify("not.a.token"), None);
        assert_eq!(SigningKey::generate().unwrap().verify(&token), None);
    }

    #[test]
    fn the_key_set_names_the_key_that_signs() {
        let key = SigningKey::generate().unwrap();
        let token = key.sign(&json!({})).unwrap();
        let header = URL_SAFE_NO_PAD.decode(token.split('.').next().unwrap()).unwrap();
        let header: Value = serde_json::from_slice(&header).unwrap();
        assert_eq!(header["kid"], key.key_set()["keys"][0]["kid"]);
        assert_eq!(key.key_set()["keys"][0]["e"], "AQAB");
    }
}
