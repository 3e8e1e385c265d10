//! How requests for access leave this computer: to Amazon, or where the caller says.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ::network::{FipsService, NetworkFault, NetworkSettings};
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
    /// How `http` was made, where it was made here.
    made: Option<Arc<Made>>,
}

struct Made {
    settings: NetworkSettings,
    endpoint: Option<Url>,
    ca_file: Option<PathBuf>,
}

impl Network {
    /// Over HTTPS on the way that `settings` say, with `ca_file` as one more certificate authority.
    /// `endpoint` is where most of this goes, if not to Amazon.
    ///
    /// # Errors
    /// `CaFileUnreadable`; `FipsUnavailable` where FIPS is asked for together with any endpoint; else as
    /// [`Network::over`].
    pub fn new(
        settings: &NetworkSettings,
        endpoint: Option<&Url>,
        ca_file: Option<&Path>,
        endpoints: Endpoints,
    ) -> Result<Self, Failure> {
        if settings.fips && endpoints != Endpoints::default() {
            return Err(NetworkFault::FipsUnavailable.into());
        }
        let http = network::https_client_to(settings, endpoint, ca_file)?;
        let mut network = Self::over(http, endpoints)?;
        network.made = Some(Arc::new(Made {
            settings: settings.clone(),
            endpoint: endpoint.cloned(),
            ca_file: ca_file.map(Path::to_owned),
        }));
        Ok(network)
    }

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
            made: None,
        })
    }

    /// The same with one more certificate authority: a profile's `ca_bundle`.
    ///
    /// # Errors
    /// `CaFileUnreadable`.
    pub(crate) fn trusting(&self, ca_bundle: &Path) -> Result<Self, Failure> {
        let Some(made) = &self.made else {
            return Ok(self.clone());
        };
        let mut settings = made.settings.clone();
        settings.ca_files.push(ca_bundle.to_owned());
        let endpoints = self.endpoints.clone();
        let mut network = Self::new(
            &settings,
            made.endpoint.as_ref(),
            made.ca_file.as_deref(),
            endpoints,
        )?;
        network.time = self.time.clone();
        Ok(network)
    }

    /// Whether FIPS endpoints of `service` are to be used in `region`.
    ///
    /// # Errors
    /// `FipsUnavailable` if they are, and there are none.
    pub(crate) fn fips_in(&self, service: FipsService, region: &str) -> Result<bool, Failure> {
        match &self.made {
            Some(made) => network::fips_in(&made.settings, service, region),
            None => Ok(false),
        }
    }

    /// Whether nothing but FIPS endpoints may be used.
    pub(crate) fn is_fips(&self) -> bool {
        self.made.as_ref().is_some_and(|made| made.settings.fips)
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
