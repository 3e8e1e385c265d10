//! Which way a request goes.

use std::time::Duration;

use url::Url;

use crate::loopback::is_loopback;
use crate::proxy::{Origin, Proxy, is_excepted};
use crate::settings::ProxySetting;
use crate::system;

/// How long the desktop may take to say which proxy to use. It may have to ask a server for a
/// script first.
const LOOK_UP_LIMIT: Duration = Duration::from_secs(5);

/// A way out.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Route {
    /// Straight there.
    Direct,
    /// Over an HTTP proxy.
    Over(Box<Proxy>),
    /// Over a proxy that a script chooses, and the script can't be run here.
    Script(Origin),
    /// Over a SOCKS proxy, which isn't spoken here.
    Socks(Origin),
}

impl Route {
    /// Over the proxy that `text` says, as in the environment.
    pub(crate) fn read(text: &str, origin: Origin) -> Option<Self> {
        match text.split_once("://") {
            Some((scheme, _)) if scheme.to_ascii_lowercase().starts_with("socks") => {
                Some(Self::Socks(origin))
            }
            _ => Proxy::read(text, origin).map(|proxy| Self::Over(Box::new(proxy))),
        }
    }
}

/// Which way a request to `url` goes now.
pub(crate) async fn choose(setting: &ProxySetting, url: &Url) -> Route {
    if is_loopback(url) {
        // What may travel unencrypted because it stays on this computer must not leave it by a proxy.
        return Route::Direct;
    }
    match setting {
        ProxySetting::Direct => Route::Direct,
        ProxySetting::At { except, .. } if is_excepted(&except.join(","), url) => Route::Direct,
        ProxySetting::At { address, .. } => {
            Route::read(address.as_str(), Origin::Settings).unwrap_or(Route::Direct)
        }
        ProxySetting::System => match system::environment::route(url) {
            Some(route) => route,
            None => in_time(url.clone()).await,
        },
    }
}

/// What the operating system says. Its look-up may block for long, so it has a thread of its own,
/// which is left behind if it does.
async fn in_time(url: Url) -> Route {
    let (answer, answered) = tokio::sync::oneshot::channel();
    let asking = std::thread::Builder::new()
        .name("proxy-look-up".to_owned())
        .spawn(move || answer.send(system::route(&url)));
    if asking.is_err() {
        return Route::Direct;
    }
    match tokio::time::timeout(LOOK_UP_LIMIT, answered).await {
        Ok(Ok(route)) => route,
        Ok(Err(_)) => Route::Direct,
        // Nothing but a script takes this long.
        Err(_) => Route::Script(system::ORIGIN),
    }
}
