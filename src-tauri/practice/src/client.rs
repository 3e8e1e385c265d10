//! An app client: which flows it allows, its secret, and how long its tokens live.

use std::time::Duration;

use aws_lc_rs::constant_time;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Map, Value, json};

use crate::clock::Moment;
use crate::errors::ServiceError;
use crate::random;
use crate::srp::hmac_sha256;

/// An app client of one pool.
#[derive(Clone)]
pub(crate) struct Client {
    pub(crate) id: String,
    pub(crate) secret: Option<String>,
    pub(crate) created: Moment,
    pub(crate) modified: Moment,
    /// What was set, under the names of the API.
    pub(crate) settings: Map<String, Value>,
}

impl Client {
    /// A client with these settings and an id of the service's form: 26 of `[a-z0-9]`.
    pub(crate) fn new(secret: Option<String>, settings: Map<String, Value>, now: Moment) -> Self {
        Self {
            id: random::text(26, random::LOWER_CASE_AND_DIGITS),
            secret,
            created: now,
            modified: now,
            settings,
        }
    }

    /// A secret such as the service generates: 51 of `[a-z0-9]`.
    pub(crate) fn generate_secret() -> String {
        random::text(51, random::LOWER_CASE_AND_DIGITS)
    }

    /// Whether this client hides who exists (PreventUserExistenceErrors).
    pub(crate) fn hides_existence(&self) -> bool {
        self.text("PreventUserExistenceErrors") == Some("ENABLED")
    }

    pub(crate) fn allows_revocation(&self) -> bool {
        self.settings
            .get("EnableTokenRevocation")
            .and_then(Value::as_bool)
            .unwrap_or(true)
    }

    /// Whether a sign-in flow is allowed. `flow` is the name after `ALLOW_`.
    pub(crate) fn allows(&self, flow: &str) -> bool {
        let flows: Vec<&str> = self
            .settings
            .get("ExplicitAuthFlows")
            .and_then(Value::as_array)
            .map(|flows| flows.iter().filter_map(Value::as_str).collect())
            .unwrap_or_default();
        let names_new_flows = flows.iter().any(|name| name.starts_with("ALLOW_"));
        if names_new_flows {
            return flows.iter().any(|name| name.strip_prefix("ALLOW_") == Some(flow));
        }
        // Nothing set, or only the older names, which add to what is always on.
        match flow {
            "USER_SRP_AUTH" => !flows.contains(&"CUSTOM_AUTH_FLOW_ONLY"),
            "REFRESH_TOKEN_AUTH" => true,
            "CUSTOM_AUTH" => flows.is_empty() || flows.contains(&"CUSTOM_AUTH_FLOW_ONLY"),
            "USER_PASSWORD_AUTH" => flows.contains(&"USER_PASSWORD_AUTH"),
            "ADMIN_USER_PASSWORD_AUTH" => flows.contains(&"ADMIN_NO_SRP_AUTH"),
            _ => false,
        }
    }

    /// Checks a secret hash over exactly `username`, the name sent in the same request.
    pub(crate) fn check_secret_hash(&self, username: &str, hash: Option<&str>) -> Result<(), ServiceError> {
        let unverifiable =
            || ServiceError::not_authorized(format!("Unable to verify secret hash for client {}", self.id));
        match (&self.secret, hash) {
            (None, None) => Ok(()),
            (None, Some(_)) => Err(unverifiable()),
            (Some(_), None) => Err(ServiceError::not_authorized(format!(
                "Client {} is configured with secret but SECRET_HASH was not received",
                self.id
            ))),
            (Some(secret), Some(hash)) => {
                let expected = secret_hash(secret, username, &self.id);
                constant_time::verify_slices_are_equal(expected.as_bytes(), hash.as_bytes())
                    .map_err(|_| unverifiable())
            }
        }
    }

    /// Whether its users may set this attribute by themselves (WriteAttributes; all, if not set).
    pub(crate) fn may_write(&self, attribute: &str) -> bool {
        self.settings
            .get("WriteAttributes")
            .and_then(Value::as_array)
            .is_none_or(|names| names.iter().any(|name| name == attribute))
    }

    pub(crate) fn access_token_life(&self) -> Duration {
        self.life("AccessToken", "hours", Duration::from_secs(60 * 60))
    }

    pub(crate) fn id_token_life(&self) -> Duration {
        self.life("IdToken", "hours", Duration::from_secs(60 * 60))
    }

    pub(crate) fn refresh_token_life(&self) -> Duration {
        self.life("RefreshToken", "days", Duration::from_secs(30 * 24 * 60 * 60))
    }

    /// How long a challenge can be answered.
    pub(crate) fn session_life(&self) -> Duration {
        let minutes = self
            .settings
            .get("AuthSessionValidity")
            .and_then(Value::as_u64)
            .unwrap_or(3);
        Duration::from_secs(60 * minutes)
    }

    fn life(&self, token: &str, default_unit: &str, default: Duration) -> Duration {
        let number = self
            .settings
            .get(&format!("{token}Validity"))
            .and_then(Value::as_u64)
            .unwrap_or(0);
        if number == 0 {
            return default;
        }
        let unit = self
            .settings
            .get("TokenValidityUnits")
            .and_then(|units| units.get(token))
            .and_then(Value::as_str)
            .unwrap_or(default_unit);
        let seconds = match unit {
            "seconds" => 1,
            "minutes" => 60,
            "hours" => 60 * 60,
            _ => 24 * 60 * 60,
        };
        Duration::from_secs(number.saturating_mul(seconds))
    }

    /// The client as Describe, Create and Update answer it, secret included.
    pub(crate) fn describe(&self, pool_id: &str) -> Value {
        let mut described = self.settings.clone();
        described.insert("UserPoolId".into(), json!(pool_id));
        described.insert("ClientId".into(), json!(self.id));
        described.insert("CreationDate".into(), json!(self.created));
        described.insert("LastModifiedDate".into(), json!(self.modified));
        if let Some(secret) = &self.secret {
            described.insert("ClientSecret".into(), json!(secret));
        }
        for (name, default) in [
            ("RefreshTokenValidity", json!(30)),
            ("TokenValidityUnits", json!({})),
            ("AllowedOAuthFlowsUserPoolClient", json!(false)),
            ("PreventUserExistenceErrors", json!("LEGACY")),
            ("EnableTokenRevocation", json!(true)),
            ("EnablePropagateAdditionalUserContextData", json!(false)),
            ("AuthSessionValidity", json!(3)),
        ] {
            described.entry(name).or_insert(default);
        }
        Value::Object(described)
    }

    pub(crate) fn name(&self) -> &str {
        self.text("ClientName").unwrap_or_default()
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.settings.get(name).and_then(Value::as_str)
    }
}

/// Base64(HMAC-SHA256(secret, username ‖ client id)) (AWS developer guide, secret hash values).
pub(crate) fn secret_hash(secret: &str, username: &str, client_id: &str) -> String {
    BASE64.encode(hmac_sha256(
        secret.as_bytes(),
        &[username.as_bytes(), client_id.as_bytes()],
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(secret: Option<&str>, settings: &Value) -> Client {
        let settings = settings.as_object().cloned().unwrap_or_default();
        let mut client = Client::new(secret.map(str::to_owned), settings, Moment::from_epoch_seconds(0));
        client.id = "abc".into();
        client
    }

    #[test]
    fn the_published_example_of_a_secret_hash() {
        assert_eq!(
            secret_hash("secret", "Mess", "age"),
            "qnR8UCqJggD55PohusaBNviGoOJ67HC6Btry4qXLVZc="
        );
    }

    #[test]
    fn a_missing_a_wrong_and_an_unwanted_hash_are_told_apart() {
        let message = |result: Result<(), ServiceError>| result.map_err(|error| error.message.into_owned());
        let with = client(Some("secret"), &json!({}));
        let without = client(None, &json!({}));
        let unverifiable = Err("Unable to verify secret hash for client abc".to_owned());
        assert_eq!(
            message(with.check_secret_hash("maria", None)),
            Err("Client abc is configured with secret but SECRET_HASH was not received".to_owned())
        );
        assert_eq!(
            message(with.check_secret_hash("maria", Some("AAAA"))),
            unverifiable
        );
        let right = secret_hash("secret", "maria", "abc");
        assert_eq!(message(with.check_secret_hash("maria", Some(&right))), Ok(()));
        assert_eq!(
            message(with.check_secret_hash("Maria", Some(&right))),
            unverifiable
        );
        assert_eq!(message(without.check_secret_hash("maria", None)), Ok(()));
        assert_eq!(
            message(without.check_secret_hash("maria", Some(&right))),
            unverifiable
        );
    }

    #[test]
    fn ids_and_secrets_have_the_services_form() {
        let client = Client::new(
            Some(Client::generate_secret()),
            Map::new(),
            Moment::from_epoch_seconds(0),
        );
        let well_formed = |text: &str| {
            text.bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        assert_eq!(client.id.len(), 26);
        assert!(well_formed(&client.id));
        assert!(
            client
                .secret
                .is_some_and(|secret| secret.len() == 51 && well_formed(&secret))
        );
    }

    #[test]
    fn flows_that_are_allowed() {
        for (settings, flow, allowed) in [
            (json!({}), "USER_SRP_AUTH", true),
            (json!({}), "REFRESH_TOKEN_AUTH", true),
            (json!({}), "CUSTOM_AUTH", true),
            (json!({}), "USER_PASSWORD_AUTH", false),
            (
                json!({"ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH"]}),
                "USER_PASSWORD_AUTH",
                true,
            ),
            (
                json!({"ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH"]}),
                "USER_SRP_AUTH",
                false,
            ),
            (
                json!({"ExplicitAuthFlows": ["USER_PASSWORD_AUTH"]}),
                "USER_PASSWORD_AUTH",
                true,
            ),
            (
                json!({"ExplicitAuthFlows": ["USER_PASSWORD_AUTH"]}),
                "USER_SRP_AUTH",
                true,
            ),
            (
                json!({"ExplicitAuthFlows": ["CUSTOM_AUTH_FLOW_ONLY"]}),
                "USER_SRP_AUTH",
                false,
            ),
            (json!({}), "ADMIN_USER_PASSWORD_AUTH", false),
            (
                json!({"ExplicitAuthFlows": ["ADMIN_NO_SRP_AUTH"]}),
                "ADMIN_USER_PASSWORD_AUTH",
                true,
            ),
            (
                json!({"ExplicitAuthFlows": ["ALLOW_ADMIN_USER_PASSWORD_AUTH"]}),
                "ADMIN_USER_PASSWORD_AUTH",
                true,
            ),
        ] {
            assert_eq!(client(None, &settings).allows(flow), allowed, "{settings} {flow}");
        }
    }

    #[test]
    fn token_lives_have_units() {
        let plain = client(None, &json!({}));
        assert_eq!(plain.access_token_life().as_secs(), 3_600);
        assert_eq!(plain.refresh_token_life().as_secs(), 30 * 86_400);
        assert_eq!(plain.session_life().as_secs(), 180);
        let set = client(
            None,
            &json!({
                "AccessTokenValidity": 10, "RefreshTokenValidity": 2, "IdTokenValidity": 3,
                "TokenValidityUnits": {"AccessToken": "minutes"}, "AuthSessionValidity": 15,
            }),
        );
        assert_eq!(set.access_token_life().as_secs(), 600);
        assert_eq!(set.id_token_life().as_secs(), 3 * 3_600);
        assert_eq!(set.refresh_token_life().as_secs(), 2 * 86_400);
        assert_eq!(set.session_life().as_secs(), 900);
    }
}
