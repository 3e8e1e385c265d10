//! One connection's client: built once, cheap to clone, shared by every operation.

use aws_sdk_cognitoidentityprovider as sdk;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::BeforeDeserializationInterceptorContextRef;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use sdk::config::retry::RetryConfig;
use sdk::config::{BehaviorVersion, Config, Region, StalledStreamProtectionConfig};

use crate::connection::{ClientSecret, Connection};
use crate::failure::Failure;
use crate::network;
use crate::secret_hash::secret_hash;

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
}

impl Client {
    /// A client over HTTPS, with this computer's trust roots and proxies.
    ///
    /// # Errors
    /// `CaFileUnreadable`.
    pub fn new(connection: Connection, client_secret: Option<ClientSecret>) -> Result<Self, Failure> {
        let http = network::https_client(&connection)?;
        Ok(Self::over(connection, client_secret, http))
    }

    /// A client over another HTTP client, for example the practice pool's.
    #[must_use]
    pub fn over(connection: Connection, client_secret: Option<ClientSecret>, http: SharedHttpClient) -> Self {
        let mut config = Config::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .region(Region::new(connection.region.clone()))
            .http_client(http)
            .timeout_config(network::time_limits())
            .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
            .interceptor(OnlyTheService)
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
}

/// Refuses an answer that isn't the service's before it is read.
///
/// Several operations have empty answers, which the SDK doesn't parse: without this the sign-in
/// page of a hotel network, status 200, would count as a changed password.
#[derive(Debug)]
pub(crate) struct OnlyTheService;

/// The error behind [`OnlyTheService`].
#[derive(Debug)]
pub(crate) struct NotTheService;

impl std::fmt::Display for NotTheService {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("something other than the service answered")
    }
}

impl std::error::Error for NotTheService {}

impl Intercept for OnlyTheService {
    fn name(&self) -> &'static str {
        "OnlyTheService"
    }

    fn read_before_deserialization(
        &self,
        context: &BeforeDeserializationInterceptorContextRef<'_>,
        _components: &RuntimeComponents,
        _config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let response = context.response();
        let json = response
            .headers()
            .get("content-type")
            .is_some_and(|content_type| content_type.contains("json"));
        if response.status().is_success() && !json {
            return Err(NotTheService.into());
        }
        Ok(())
    }
}
