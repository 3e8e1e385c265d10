//! The operations of an administrator: signed with AWS credentials, for the user pools of one Region.
//!
//! Reads are tried up to three times; acts are sent once, whatever comes back. Each operation is a
//! function of [`AdminClient`]; what the service describes becomes the types of `pool`, `user` and
//! `group`.

mod acts;
mod filter;
mod pools;
mod told;
mod try_password;
mod users;

use std::error::Error;
use std::marker::PhantomData;

use ::network::{FipsService, NetworkSettings};
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_cognitoidentityprovider as sdk;
use aws_sdk_cognitoidentityprovider::error::ProvideErrorMetadata;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::orchestrator::OrchestratorError;
use aws_smithy_runtime_api::client::retries::classifiers::{ClassifyRetry, RetryAction};
use sdk::config::retry::{RetryConfig, RetryPartition};
use sdk::config::{BehaviorVersion, Builder, Config, IdentityCache, Region, StalledStreamProtectionConfig};
use url::Url;

pub use acts::{Acted, InvitationMedium, PasswordLife};
pub use filter::{Filter, FilterAttribute, FilterMatch};
pub use pools::{AppClientPage, PoolPage};
pub use try_password::{TrialClient, TriedPassword};
pub use users::{GroupPage, UserPage};

use crate::failure::Failure;
use crate::network;
use crate::noted::Noted;
use crate::only_the_service::OnlyTheService;

/// How often a read is tried.
const READ_ATTEMPTS: u32 = 3;

/// Speaks to the user pools of one Region with AWS credentials. Cheap to clone.
///
/// The endpoint comes from the caller and from nowhere else; the environment and AWS profiles are
/// never read. Credentials are asked of the provider before every attempt and never kept here, so
/// the provider keeps them itself, and a change of identity holds from the next request on. A
/// provider that fails with a [`Failure`] inside its error is told as that failure.
///
/// A wrong clock of this computer is learned from the service's answers (SDK: "service clock
/// skew"): one read puts it right for the acts that follow on the same client and its clones.
#[derive(Clone)]
pub struct AdminClient {
    sdk: sdk::Client,
    region: String,
}

impl AdminClient {
    /// A client for the pools of `region`, over `http`, which [`network::https_client_to`] made with the same
    /// `settings` and `endpoint`.
    ///
    /// # Errors
    /// `FipsUnavailable` where FIPS is asked for and the Region has none; else as [`AdminClient::over`].
    pub fn new(
        region: &str,
        endpoint: Option<&Url>,
        credentials: SharedCredentialsProvider,
        http: SharedHttpClient,
        settings: &NetworkSettings,
    ) -> Result<Self, Failure> {
        let fips = network::fips_in(settings, FipsService::Cognito, region)?;
        Self::built(region, endpoint, credentials, http, fips)
    }

    /// A client for the pools of `region`, over another HTTP client, for example the practice pool's.
    ///
    /// `endpoint` is where the service answers, if not at Amazon's own address.
    ///
    /// # Errors
    /// `ConnectionInsecureEndpoint` or `ConnectionWrongValue` for an endpoint that is neither HTTPS nor on this
    /// computer.
    pub fn over(
        region: &str,
        endpoint: Option<&Url>,
        credentials: SharedCredentialsProvider,
        http: SharedHttpClient,
    ) -> Result<Self, Failure> {
        Self::built(region, endpoint, credentials, http, false)
    }

    fn built(
        region: &str,
        endpoint: Option<&Url>,
        credentials: SharedCredentialsProvider,
        http: SharedHttpClient,
        fips: bool,
    ) -> Result<Self, Failure> {
        if let Some(endpoint) = endpoint {
            network::check_endpoint(endpoint)?;
        }
        let mut config = Config::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .region(Region::new(region.to_owned()))
            .http_client(http)
            .use_fips(fips)
            .timeout_config(network::time_limits())
            .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
            .interceptor(OnlyTheService)
            .interceptor(Noted)
            .credentials_provider(credentials)
            .identity_cache(IdentityCache::no_cache())
            // What failed reads of one connection have used up is no other connection's loss.
            .retry_partition(RetryPartition::custom("administration").build())
            // Acts are sent once; reads ask for more by `read`.
            .retry_config(RetryConfig::disabled());
        if let Some(endpoint) = endpoint {
            config = config.endpoint_url(endpoint.as_str());
        }
        Ok(Self {
            sdk: sdk::Client::from_conf(config.build()),
            region: region.to_owned(),
        })
    }

    /// The Region whose pools this client speaks to.
    #[must_use]
    pub fn region(&self) -> &str {
        &self.region
    }
}

/// Where a list goes on. Opaque; good for an hour, and only for the same question.
#[derive(Clone, PartialEq, Eq)]
pub struct PageToken(String);

impl std::fmt::Debug for PageToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PageToken(…)")
    }
}

impl PageToken {
    /// The token of an answer, if there is one: the service may send an empty one for none.
    fn of(token: Option<String>) -> Option<Self> {
        token.filter(|token| !token.is_empty()).map(Self)
    }

    fn text(token: Option<&Self>) -> Option<String> {
        token.map(|token| token.0.clone())
    }
}

/// What an operation that only reads has beyond the client's configuration: more than one attempt,
/// but never against a limit. `E` is the operation's error.
fn read<E>() -> Builder
where
    E: Error + ProvideErrorMetadata + Send + Sync + 'static,
{
    Config::builder()
        .retry_config(RetryConfig::standard().with_max_attempts(READ_ATTEMPTS))
        .retry_classifier(LimitsAreFinal::<E>(PhantomData))
}

/// Forbids another attempt after `LimitExceededException`, which the SDK takes for throttling: at
/// Amazon Cognito it is a limit for the hour or the day.
#[derive(Debug)]
struct LimitsAreFinal<E>(PhantomData<E>);

impl<E> ClassifyRetry for LimitsAreFinal<E>
where
    E: Error + ProvideErrorMetadata + Send + Sync + 'static,
{
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        let limited = context
            .output_or_error()
            .and_then(Result::err)
            .and_then(OrchestratorError::as_operation_error)
            .and_then(|error| error.downcast_ref::<E>())
            .is_some_and(|error| error.code() == Some("LimitExceededException"));
        if limited {
            RetryAction::RetryForbidden
        } else {
            RetryAction::NoActionIndicated
        }
    }

    fn name(&self) -> &'static str {
        "LimitsAreFinal"
    }
}
