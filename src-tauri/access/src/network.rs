//! How requests for access leave this computer: to Amazon, or where the caller says.

use aws_smithy_async::time::{SharedTimeSource, TimeSource};
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use cognito::{Failure, network};
use url::Url;

/// Where to find what access is asked from, if it isn't Amazon. Only the caller sets these;
/// `AWS_ENDPOINT_URL` and its like, in the environment or in a profile, are never read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Endpoints {
    /// STS: who am I, and roles.
    pub sts: Option<Url>,
    /// IAM Identity Center's sign-in (`oidc.REGION`).
    pub oidc: Option<Url>,
    /// IAM Identity Center's accounts, roles and credentials (`portal.sso.REGION`).
    pub portal: Option<Url>,
}

/// The way out for everything in this crate: an HTTP client, endpoints, and the time.
#[derive(Clone)]
pub struct Network {
    pub(crate) http: SharedHttpClient,
    pub(crate) endpoints: Endpoints,
    pub(crate) time: SharedTimeSource,
}

impl Network {
    /// Over another HTTP client and to other endpoints, for example those of practice mode.
    ///
    /// # Errors
    /// `ConnectionInsecureEndpoint` for plain HTTP beyond this computer, `ConnectionWrongValue`
    /// for an endpoint with a path or a password in it.
    pub fn over(http: SharedHttpClient, endpoints: Endpoints) -> Result<Self, Failure> {
        let Endpoints { sts, oidc, portal } = &endpoints;
        for endpoint in [sts, oidc, portal].into_iter().flatten() {
            network::check_endpoint(endpoint)?;
        }
        Ok(Self {
            http,
            endpoints,
            time: SharedTimeSource::default(),
        })
    }

    /// The same with another clock: requests are signed and sessions end by it.
    #[must_use]
    pub fn at_time(mut self, time: impl TimeSource + 'static) -> Self {
        self.time = SharedTimeSource::new(time);
        self
    }
}

impl std::fmt::Debug for Network {
    // The HTTP client holds the proxy's password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Network")
            .field("endpoints", &self.endpoints)
            .finish_non_exhaustive()
    }
}
