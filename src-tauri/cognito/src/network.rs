//! How requests leave this computer: trust, proxies, time limits.

use std::path::Path;
use std::time::Duration;

use aws_smithy_http_client::proxy::ProxyConfig;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore};
use aws_smithy_http_client::{Builder, ConnectorBuilder};
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_types::timeout::TimeoutConfig;

use url::Url;

use crate::connection::{Connection, is_loopback, validate_endpoint};
use crate::failure::{Failure, FailureCode};

/// How long a connection may take to open.
const CONNECT_LIMIT: Duration = Duration::from_secs(10);
/// How long one operation may take, from the call to its answer.
const OPERATION_LIMIT: Duration = Duration::from_secs(30);
/// Largest certificate authority file, in bytes; all public roots together have a third of it.
const LARGEST_CA_FILE: u64 = 1024 * 1024;

/// The HTTPS client of a connection: this computer's trust roots and, if the connection names one,
/// another certificate authority; proxies from the environment (`HTTPS_PROXY`, `HTTP_PROXY`,
/// `ALL_PROXY`, `NO_PROXY`), but none to this computer itself.
///
/// # Errors
/// `CaFileUnreadable` if the file can't be read, is over 1 MiB, or holds no PEM certificate.
pub fn https_client(connection: &Connection) -> Result<SharedHttpClient, Failure> {
    https_client_to(connection.endpoint.as_ref(), connection.ca_file.as_deref())
}

/// The HTTPS client for one endpoint, or for Amazon's own where there is none: trust and proxies
/// as in [`https_client`], `ca_file` the other certificate authority.
///
/// # Errors
/// As [`https_client`].
pub fn https_client_to(endpoint: Option<&Url>, ca_file: Option<&Path>) -> Result<SharedHttpClient, Failure> {
    let mut trust = TrustStore::default();
    if let Some(path) = ca_file {
        trust.add_pem_certificate(read_certificates(path)?);
    }
    let tls = TlsContext::builder()
        .with_trust_store(trust)
        .build()
        .map_err(|_| FailureCode::CaFileUnreadable)?;
    // What may travel unencrypted because it stays on this computer must not leave it by a proxy.
    let proxy = if endpoint.is_some_and(is_loopback) {
        ProxyConfig::disabled()
    } else {
        ProxyConfig::from_env()
    };
    Ok(
        Builder::new().build_with_connector_fn(move |settings, components| {
            let mut connector = ConnectorBuilder::default()
                .tls_provider(Provider::Rustls(CryptoMode::AwsLc))
                .tls_context(tls.clone())
                .proxy_config(proxy.clone());
            if let Some(settings) = settings {
                connector.set_connector_settings(Some(settings.clone()));
            }
            connector.set_sleep_impl(components.and_then(|components| components.sleep_impl()));
            connector.build()
        }),
    )
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

fn read_certificates(path: &Path) -> Result<Vec<u8>, Failure> {
    let unreadable = || Failure::new(FailureCode::CaFileUnreadable);
    let size = std::fs::metadata(path).map_err(|_| unreadable())?.len();
    if size > LARGEST_CA_FILE {
        return Err(unreadable());
    }
    let pem = std::fs::read(path).map_err(|_| unreadable())?;
    let marker = b"-----BEGIN CERTIFICATE-----";
    if pem.windows(marker.len()).any(|window| window == marker) {
        Ok(pem)
    } else {
        Err(unreadable())
    }
}
