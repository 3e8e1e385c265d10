//! One connection's client: built once, cheap to clone, shared by every operation.

use std::sync::Arc;

use ::network::{FipsService, NetworkSettings};
use aws_sdk_cognitoidentityprovider as sdk;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use sdk::config::retry::RetryConfig;
use sdk::config::{BehaviorVersion, Config, Region, StalledStreamProtectionConfig};
use secrecy::ExposeSecret;

use crate::connection::{ClientSecret, Connection};
use crate::failure::Failure;
use crate::network;
use crate::noted::Noted;
use crate::only_the_service::OnlyTheService;
use crate::secret_hash::secret_hash;
use crate::sign_in::Learned;

/// Speaks to one user pool as one app client.
///
/// It needs no AWS credentials and has none: the service takes these operations unsigned. The
/// endpoint comes from the connection and from nowhere else; the environment and AWS profiles
/// are never read.
#[derive(Clone)]
pub struct Client {
    pub(crate) sdk: sdk::Client,
    connection: Connection,
    client_secret: Option<ClientSecret>,
    pub(crate) learned: Arc<Learned>,
}

impl Client {
    /// A client over HTTPS, on the way that `settings` say.
    ///
    /// # Errors
    /// `CaFileUnreadable`; `FipsUnavailable` where FIPS is asked for and the pool's Region has none, or the
    /// connection has an endpoint of its own.
    pub fn new(
        connection: Connection,
        client_secret: Option<ClientSecret>,
        settings: &NetworkSettings,
    ) -> Result<Self, Failure> {
        let (endpoint, ca_file) = (connection.endpoint.as_ref(), connection.ca_file.as_deref());
        let http = network::https_client_to(settings, endpoint, ca_file)?;
        let fips = network::fips_in(settings, FipsService::Cognito, &connection.region)?;
        Ok(Self::built(connection, client_secret, http, fips))
    }

    /// A client over another HTTP client, for example the practice pool's.
    #[must_use]
    pub fn over(connection: Connection, client_secret: Option<ClientSecret>, http: SharedHttpClient) -> Self {
        Self::built(connection, client_secret, http, false)
    }

    fn built(
        connection: Connection,
        client_secret: Option<ClientSecret>,
        http: SharedHttpClient,
        fips: bool,
    ) -> Self {
        let mut config = Config::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .region(Region::new(connection.region.clone()))
            .http_client(http)
            .use_fips(fips)
            .timeout_config(network::time_limits())
            .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
            .interceptor(OnlyTheService)
            .interceptor(Noted)
            // Each of this client's operations spends something of the user's: an attempt, or
            // the code that is already on its way. None is ever sent twice by itself.
            .retry_config(RetryConfig::disabled());
        if let Some(endpoint) = &connection.endpoint {
            config = config.endpoint_url(endpoint.as_str());
        }
        Self {
            sdk: sdk::Client::from_conf(config.build()),
            connection,
            client_secret,
            learned: Arc::default(),
        }
    }

    /// The connection this client speaks over.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    pub(crate) fn client_id(&self) -> &str {
        &self.connection.client_id
    }

    /// The secret hash for `username`, where the app client has a secret.
    pub(crate) fn secret_hash(&self, username: &str) -> Option<String> {
        let secret = self.client_secret.as_ref()?;
        Some(secret_hash(secret, username, self.client_id()))
    }

    /// The client secret itself, for the one operation that takes it so (`RevokeToken`).
    pub(crate) fn raw_secret(&self) -> Option<String> {
        let secret = self.client_secret.as_ref()?;
        Some(secret.expose().expose_secret().to_owned())
    }
}
