//! Networks that want a person to sign in first: hotels, trains, guests' networks.

use std::time::Duration;

use http::StatusCode;
use http::header::LOCATION;
use url::Url;

use crate::connect;
use crate::is_loopback;
use crate::question;
use crate::resolver::addresses;

/// How long the question may take.
const LIMIT: Duration = Duration::from_secs(4);
/// Where captive portals answer for everybody.
const HTTP: u16 = 80;

/// Whether something on the way answers unencrypted requests to `url`'s host in the host's place:
/// with a redirect to another host, or with 511 (RFC 6585).
pub(crate) async fn answers_for(url: &Url) -> bool {
    let Some(host) = url.host_str() else {
        return false;
    };
    if is_loopback(url) {
        return false;
    }
    tokio::time::timeout(LIMIT, asked(host)).await.unwrap_or(false)
}

async fn asked(host: &str) -> bool {
    let Ok(addresses) = addresses(host.trim_matches(['[', ']'])).await else {
        return false;
    };
    let Ok(stream) = connect::tcp(&addresses, HTTP).await else {
        return false;
    };
    let Some(answer) = question::ask(stream, host).await else {
        return false;
    };
    if answer.status() == StatusCode::NETWORK_AUTHENTICATION_REQUIRED {
        return true;
    }
    let elsewhere = answer
        .headers()
        .get(LOCATION)
        .and_then(|location| location.to_str().ok())
        .and_then(|location| Url::parse(location).ok());
    answer.status().is_redirection() && elsewhere.is_some_and(|to| to.host_str() != Some(host))
}
