//! A proxy's address, with the password that may be in it.

use http::{HeaderValue, Uri};
use hyper_util::client::proxy::matcher::Matcher;
use secrecy::{ExposeSecret, SecretString};
use url::Url;

/// Where a proxy was set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// In Readmit's settings, by a policy.
    Settings,
    /// In the environment.
    Environment {
        /// In which variable.
        variable: &'static str,
    },
    /// In the desktop's settings (GNOME, KDE and others).
    Desktop,
    /// In Windows' Internet Settings.
    InternetSettings,
    /// In macOS' network settings.
    NetworkSettings,
}

/// An HTTP proxy. Neither shown nor logged with its password.
#[derive(Clone)]
pub(crate) struct Proxy {
    address: Uri,
    authorization: Option<HeaderValue>,
    whole: SecretString,
    origin: Origin,
}

impl Proxy {
    /// `text` as people write it: `http://user:password@host:port`, or `host:port`. `None` if it
    /// can't be read or isn't an HTTP proxy.
    pub(crate) fn read(text: &str, origin: Origin) -> Option<Self> {
        let whole = match text.split_once("://") {
            Some(_) => text.to_owned(),
            None => format!("http://{text}"),
        };
        // The same reading as the SDK's, so that both always mean the same proxy.
        let anywhere = Uri::from_static("https://readmit.invalid/");
        let read = Matcher::builder()
            .https(whole.as_str())
            .build()
            .intercept(&anywhere)?;
        // A password with an at sign in it that isn't written as %40 would end up in the address.
        let is_whole = read
            .uri()
            .authority()
            .is_some_and(|authority| !authority.as_str().contains('@'));
        let is_known = matches!(read.uri().scheme_str(), Some("http" | "https"));
        (is_known && is_whole).then(|| Self {
            address: read.uri().clone(),
            authorization: read.basic_auth().cloned(),
            whole: whole.into(),
            origin,
        })
    }

    /// Its address without user and password.
    pub(crate) fn shown(&self) -> String {
        self.address.to_string().trim_end_matches('/').to_owned()
    }

    pub(crate) fn origin(&self) -> Origin {
        self.origin
    }

    /// With user and password, for the SDK.
    pub(crate) fn expose(&self) -> &str {
        self.whole.expose_secret()
    }

    /// What to send as `Proxy-Authorization`.
    pub(crate) fn authorization(&self) -> Option<&HeaderValue> {
        self.authorization.as_ref()
    }

    /// Whether the way to the proxy is encrypted.
    pub(crate) fn is_encrypted(&self) -> bool {
        self.address.scheme_str() == Some("https")
    }

    pub(crate) fn host(&self) -> &str {
        self.address.host().unwrap_or_default()
    }

    pub(crate) fn port(&self) -> u16 {
        let usual = if self.is_encrypted() { 443 } else { 80 };
        self.address.port_u16().unwrap_or(usual)
    }
}

impl PartialEq for Proxy {
    fn eq(&self, other: &Self) -> bool {
        self.expose() == other.expose() && self.origin == other.origin
    }
}

impl std::fmt::Debug for Proxy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Proxy({})", self.shown())
    }
}

/// Whether one of `except` names `url`'s host: `host` or `.suffix` with everything below, `*`,
/// an address or a network.
pub(crate) fn is_excepted(except: &str, url: &Url) -> bool {
    let Ok(uri) = url.as_str().parse::<Uri>() else {
        return false;
    };
    // `*.example.com`, as people write it too, is `.example.com`.
    let except = except.replace("*.", ".");
    Matcher::builder()
        .all("http://readmit.invalid")
        .no(except)
        .build()
        .intercept(&uri)
        .is_none()
}
