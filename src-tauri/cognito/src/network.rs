//! How requests leave this computer, as failures are told: the `network` crate decides all of it.

use std::path::Path;
use std::time::Duration;

use ::network::{FipsService, NetworkFault, NetworkSettings};
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_types::timeout::TimeoutConfig;
use url::Url;

use crate::connection::validate_endpoint;
use crate::failure::{Failure, FailureCode};

/// How long a connection may take to open.
const CONNECT_LIMIT: Duration = Duration::from_secs(10);
/// How long one operation may take, from the call to its answer.
const OPERATION_LIMIT: Duration = Duration::from_secs(30);

/// The HTTPS client for one endpoint, or for Amazon's own where there is none, with `ca_file` as
/// one more certificate authority; see [`::network::https_client_to`].
///
/// # Errors
/// `CaFileUnreadable` with the file's name as its detail; `FipsUnavailable` for an endpoint where FIPS is
/// asked for.
pub fn https_client_to(
    settings: &NetworkSettings,
    endpoint: Option<&Url>,
    ca_file: Option<&Path>,
) -> Result<SharedHttpClient, Failure> {
    Ok(::network::https_client_to(settings, endpoint, ca_file)?)
}

/// Whether FIPS endpoints of `service` are to be used in `region`.
///
/// # Errors
/// `FipsUnavailable` if they are, and there are none.
pub fn fips_in(settings: &NetworkSettings, service: FipsService, region: &str) -> Result<bool, Failure> {
    if settings.fips && !service.is_in(region) {
        return Err(NetworkFault::FipsUnavailable.into());
    }
    Ok(settings.fips)
}

/// Whether requests may go to `endpoint`: HTTPS, or plain HTTP to this computer; no path, no
/// password in it.
///
/// # Errors
/// `ConnectionInsecureEndpoint`, `ConnectionWrongValue`.
pub fn check_endpoint(endpoint: &Url) -> Result<(), Failure> {
    validate_endpoint(endpoint)
}

/// The time limits of every call: 10 s to connect, 30 s from the call to its answer.
#[must_use]
pub fn time_limits() -> TimeoutConfig {
    TimeoutConfig::builder()
        .connect_timeout(CONNECT_LIMIT)
        .operation_timeout(OPERATION_LIMIT)
        .build()
}

impl From<NetworkFault> for Failure {
    fn from(fault: NetworkFault) -> Self {
        let code = match &fault {
            NetworkFault::CaFile { file } => {
                // Not the whole path: the home directory is called after its owner.
                let name = file.file_name().unwrap_or_default().to_string_lossy();
                return Self::new(FailureCode::CaFileUnreadable).detail(name);
            }
            NetworkFault::FipsUnavailable => return Self::new(FailureCode::FipsUnavailable),
            NetworkFault::NameNotFound => FailureCode::NameNotFound,
            NetworkFault::Offline => FailureCode::Offline,
            NetworkFault::Blocked => FailureCode::ConnectionBlocked,
            NetworkFault::ClockWrong => FailureCode::ClockWrong,
            NetworkFault::Untrusted => FailureCode::TlsUntrusted,
            NetworkFault::CaptivePortal => FailureCode::CaptivePortal,
            NetworkFault::ProxyUnreachable => FailureCode::ProxyUnreachable,
            NetworkFault::ProxyAsksForPassword => FailureCode::ProxyAsksForPassword,
            NetworkFault::ProxyAsksForSignIn => FailureCode::ProxyAsksForSignIn,
            NetworkFault::ProxyRefused => FailureCode::ProxyRefused,
            NetworkFault::ProxyScript => FailureCode::ProxyScript,
            NetworkFault::ProxySocks => FailureCode::ProxySocks,
        };
        Self::new(code).retry(crate::Retry::Now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // The Regions are those of botocore's `endpoints.json`, variants tagged `fips`.
    #[test]
    fn fips_is_refused_where_there_is_none_and_at_any_other_endpoint() {
        let settings = NetworkSettings {
            fips: true,
            ..NetworkSettings::default()
        };
        let code = |outcome: Result<bool, Failure>| outcome.map_err(|failure| failure.code);
        let unavailable = Err(FailureCode::FipsUnavailable);
        for (service, region, outcome) in [
            (FipsService::Cognito, "us-east-1", Ok(true)),
            (FipsService::Cognito, "eu-central-1", unavailable),
            (FipsService::Cognito, "us-gov-east-1", unavailable),
            (FipsService::Sts, "us-gov-east-1", Ok(true)),
            (FipsService::IdentityCenter, "us-east-1", unavailable),
        ] {
            assert_eq!(code(fips_in(&settings, service, region)), outcome, "{region}");
        }
        let endpoint = Url::parse("https://idp.example.com").unwrap();
        let made = https_client_to(&settings, Some(&endpoint), None).map(|_| true);
        assert_eq!(code(made), unavailable);
    }
}
