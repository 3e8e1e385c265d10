//! A proxy's tunnel (`CONNECT`, RFC 9110 section 9.3.6), with everything the proxy says about it.

use bytes::Bytes;
use http::header::{HOST, PROXY_AUTHENTICATE, PROXY_AUTHORIZATION};
use http::{HeaderMap, Request, StatusCode};
use http_body_util::Empty;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;

use crate::connect::{self, AnyStream};
use crate::fault::NetworkFault;
use crate::proxy::Proxy;
use crate::resolver::addresses;
use crate::trust::Trust;

/// A tunnel through `proxy` to `port` of `host`.
///
/// # Errors
/// `ProxyUnreachable`, `ProxyAsksForPassword`, `ProxyAsksForSignIn`, `ProxyRefused`.
pub(crate) async fn open(
    proxy: &Proxy,
    host: &str,
    port: u16,
    trust: &Trust,
) -> Result<AnyStream, NetworkFault> {
    let mut sender = speak_to(proxy, trust).await?;
    let destination = format!("{host}:{port}");
    let mut request = Request::connect(&destination).header(HOST, &destination);
    if let Some(authorization) = proxy.authorization() {
        request = request.header(PROXY_AUTHORIZATION, authorization);
    }
    let request = request
        .body(Empty::new())
        .map_err(|_| NetworkFault::ProxyRefused)?;
    let answer = sender
        .send_request(request)
        .await
        .map_err(|_| NetworkFault::ProxyRefused)?;
    match answer.status() {
        status if status.is_success() => {}
        StatusCode::PROXY_AUTHENTICATION_REQUIRED => return Err(asked_for(answer.headers())),
        _ => return Err(NetworkFault::ProxyRefused),
    }
    let tunnel = hyper::upgrade::on(answer)
        .await
        .map_err(|_| NetworkFault::ProxyRefused)?;
    Ok(Box::new(TokioIo::new(tunnel)))
}

async fn speak_to(proxy: &Proxy, trust: &Trust) -> Result<http1::SendRequest<Empty<Bytes>>, NetworkFault> {
    let unreachable = |_| NetworkFault::ProxyUnreachable;
    let host = proxy.host().trim_matches(['[', ']']);
    let addresses = addresses(host)
        .await
        .map_err(|_| NetworkFault::ProxyUnreachable)?;
    let tcp = connect::tcp(&addresses, proxy.port())
        .await
        .map_err(unreachable)?;
    let stream: AnyStream = if proxy.is_encrypted() {
        let tls = connect::tls(tcp, host, trust).await;
        Box::new(tls.map_err(|_| NetworkFault::ProxyUnreachable)?)
    } else {
        Box::new(tcp)
    };
    let (sender, connection) = http1::handshake(TokioIo::new(stream))
        .await
        .map_err(|_| NetworkFault::ProxyUnreachable)?;
    tokio::spawn(connection.with_upgrades());
    Ok(sender)
}

/// What a proxy asks for with its 407. Basic is the one kind that is spoken here (RFC 7617), and a
/// proxy that names none is taken at its status.
fn asked_for(headers: &HeaderMap) -> NetworkFault {
    let mut kinds = headers
        .get_all(PROXY_AUTHENTICATE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|challenge| challenge.trim().to_ascii_lowercase())
        .peekable();
    if kinds.peek().is_none() || kinds.any(|challenge| challenge.starts_with("basic")) {
        NetworkFault::ProxyAsksForPassword
    } else {
        NetworkFault::ProxyAsksForSignIn
    }
}
