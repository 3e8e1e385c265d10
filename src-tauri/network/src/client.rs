//! The HTTPS client of every connection.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use aws_smithy_http_client::proxy::ProxyConfig;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::{Provider, TlsContext};
use aws_smithy_http_client::{Builder, ConnectorBuilder};
use aws_smithy_runtime_api::client::dns::ResolveDnsError;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient,
    SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use hyper_util::client::legacy::Error as HyperClientError;
use url::Url;

use crate::chain::{causes, find};
use crate::connect::{certificate_fault, refusal};
use crate::fault::NetworkFault;
use crate::proxy::Proxy;
use crate::route::{Route, choose};
use crate::settings::{NetworkSettings, ProxySetting};
use crate::trust::Trust;
use crate::{portal, tunnel};

/// How long asking a proxy once more may take, after it didn't let a request through.
const SECOND_LOOK_LIMIT: Duration = Duration::from_secs(5);
/// How many ways out are kept open at once. A computer has one or two.
const MOST_WAYS: usize = 4;

/// The HTTPS client for one endpoint, or for Amazon's own where there is none: this computer's
/// trust roots with the settings' files, `ca_file` and `AWS_CA_BUNDLE`; for each request the proxy
/// that the settings, the environment or the operating system say for its host, but none to this
/// computer itself.
///
/// A request that was never sent fails with a [`NetworkFault`] beneath the error; see
/// [`crate::find`].
///
/// # Errors
/// [`NetworkFault::CaFile`]; [`NetworkFault::FipsUnavailable`] for an endpoint that isn't Amazon's
/// where FIPS is asked for.
pub fn https_client_to(
    settings: &NetworkSettings,
    endpoint: Option<&Url>,
    ca_file: Option<&Path>,
) -> Result<SharedHttpClient, NetworkFault> {
    if settings.fips && endpoint.is_some() {
        return Err(NetworkFault::FipsUnavailable);
    }
    let trust = Trust::read(settings, ca_file)?;
    let tls = trust.for_sdk();
    Ok(SharedHttpClient::new(Client(Arc::new(Shared {
        proxy: settings.proxy.clone(),
        trust,
        tls,
        ways: Mutex::default(),
    }))))
}

/// An HTTP client that decides for each request which way it goes.
#[derive(Clone)]
struct Client(Arc<Shared>);

struct Shared {
    proxy: ProxySetting,
    trust: Trust,
    tls: TlsContext,
    /// The SDK's clients, one for each way out, with their open connections.
    ways: Mutex<Vec<(Option<Proxy>, SharedHttpClient)>>,
}

impl std::fmt::Debug for Client {
    // A proxy's password may be in it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Client(…)")
    }
}

impl HttpClient for Client {
    fn http_connector(
        &self,
        settings: &HttpConnectorSettings,
        components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(Connector {
            client: self.clone(),
            settings: settings.clone(),
            components: components.clone(),
        })
    }
}

#[derive(Clone)]
struct Connector {
    client: Client,
    settings: HttpConnectorSettings,
    components: RuntimeComponents,
}

impl std::fmt::Debug for Connector {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Connector(…)")
    }
}

impl HttpConnector for Connector {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let this = self.clone();
        HttpConnectorFuture::new(async move { this.send(request).await })
    }
}

impl Connector {
    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, ConnectorError> {
        let shared = &self.client.0;
        let url = Url::parse(request.uri()).map_err(|error| ConnectorError::user(error.into()))?;
        let route = choose(&shared.proxy, &url).await;
        let proxy = match &route {
            Route::Direct => None,
            Route::Over(proxy) => Some(&**proxy),
            Route::Script(_) => return Err(ConnectorError::user(NetworkFault::ProxyScript.into())),
            Route::Socks(_) => return Err(ConnectorError::user(NetworkFault::ProxySocks.into())),
        };
        let client = shared.way(proxy)?;
        let connector = client.http_connector(&self.settings, &self.components);
        match connector.call(request).await {
            Ok(answer) => Ok(answer),
            Err(error) => Err(match shared.fault(&error, proxy, &url).await {
                Some(fault) if error.is_timeout() => ConnectorError::timeout(fault.into()),
                Some(fault) => ConnectorError::io(fault.into()),
                None => error,
            }),
        }
    }
}

impl Shared {
    /// The SDK's client over `proxy`.
    fn way(&self, proxy: Option<&Proxy>) -> Result<SharedHttpClient, ConnectorError> {
        let mut ways = self.ways.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, client)) = ways.iter().find(|(known, _)| known.as_ref() == proxy) {
            return Ok(client.clone());
        }
        let config = match proxy {
            None => ProxyConfig::disabled(),
            // Its error has the address in it, with the password.
            Some(proxy) => ProxyConfig::https(proxy.expose())
                .map_err(|_| ConnectorError::user(NetworkFault::ProxyUnreachable.into()))?,
        };
        let client = over(config, self.tls.clone());
        if ways.len() == MOST_WAYS {
            ways.remove(0);
        }
        ways.push((proxy.cloned(), client.clone()));
        Ok(client)
    }

    /// What kept a request from being sent. `None` if it may have been sent.
    async fn fault(&self, error: &ConnectorError, proxy: Option<&Proxy>, url: &Url) -> Option<NetworkFault> {
        let seen = seen(error)?;
        match (proxy, seen) {
            (_, NetworkFault::ClockWrong) => Some(NetworkFault::ClockWrong),
            (Some(_), NetworkFault::Untrusted) => Some(NetworkFault::Untrusted),
            (Some(proxy), _) => Some(self.look_again(proxy, url).await),
            (None, seen @ (NetworkFault::Untrusted | NetworkFault::Blocked)) => {
                if portal::answers_for(url).await {
                    Some(NetworkFault::CaptivePortal)
                } else {
                    Some(seen)
                }
            }
            (None, seen) => Some(seen),
        }
    }

    /// What a proxy says that didn't let a request through: the SDK's client keeps it to itself.
    async fn look_again(&self, proxy: &Proxy, url: &Url) -> NetworkFault {
        let host = url.host_str().unwrap_or_default();
        let port = url.port_or_known_default().unwrap_or(443);
        let opening = tunnel::open(proxy, host, port, &self.trust);
        match tokio::time::timeout(SECOND_LOOK_LIMIT, opening).await {
            Ok(Err(fault)) => fault,
            // It lets us through now, so what broke off was beyond it.
            Ok(Ok(_)) => NetworkFault::Blocked,
            Err(_) => NetworkFault::ProxyUnreachable,
        }
    }
}

/// What can be seen from a connection that never stood. `None` if it may have.
fn seen(error: &ConnectorError) -> Option<NetworkFault> {
    if let Some(tls) = find::<rustls::Error>(error) {
        return Some(certificate_fault(tls));
    }
    let never_connected = find::<HyperClientError>(error).is_some_and(HyperClientError::is_connect)
        || causes(error).any(|cause| cause.to_string().contains("HTTP connect timeout"));
    if !never_connected {
        return None;
    }
    if find::<ResolveDnsError>(error).is_some() {
        return Some(NetworkFault::NameNotFound);
    }
    Some(find::<std::io::Error>(error).map_or(NetworkFault::Blocked, refusal))
}

fn over(proxy: ProxyConfig, tls: TlsContext) -> SharedHttpClient {
    Builder::new().build_with_connector_fn(move |settings, components| {
        let mut connector = ConnectorBuilder::default()
            .tls_provider(Provider::Rustls(CryptoMode::AwsLc))
            .tls_context(tls.clone())
            .proxy_config(proxy.clone());
        if let Some(settings) = settings {
            connector.set_connector_settings(Some(settings.clone()));
        }
        connector.set_sleep_impl(components.and_then(|components| components.sleep_impl()));
        connector.build_with_resolver(crate::resolver::SystemResolver)
    })
}
