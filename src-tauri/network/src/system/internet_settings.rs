//! Windows' Internet Settings: what their texts mean.

use url::Url;

use super::pattern::fits;
use crate::proxy::Origin;
use crate::route::Route;

/// The values of Windows' Internet Settings that choose a proxy.
#[derive(Default)]
pub(crate) struct InternetSettings {
    /// `ProxyEnable`: whether `server` is used.
    pub(crate) enabled: bool,
    /// `ProxyServer`: `host:port` for everything, or `http=host:port;https=host:port`.
    pub(crate) server: String,
    /// `ProxyOverride`: patterns with `*`, separated by `;`, and `<local>` for names without a dot.
    pub(crate) except: String,
    /// `AutoConfigURL`: where the script is that chooses a proxy.
    pub(crate) script: String,
}

impl InternetSettings {
    /// Which way to `url`. As in Windows, a script comes before a fixed proxy.
    pub(crate) fn route(&self, url: &Url) -> Route {
        if !self.script.trim().is_empty() {
            return Route::Script(Origin::InternetSettings);
        }
        if !self.enabled || self.is_excepted(url.host_str().unwrap_or_default()) {
            return Route::Direct;
        }
        self.server_for_https().unwrap_or(Route::Direct)
    }

    fn server_for_https(&self) -> Option<Route> {
        let mut socks = None;
        for server in self.server.split([';', ' ']).map(str::trim) {
            match server.split_once('=') {
                Some((scheme, server)) if scheme.eq_ignore_ascii_case("https") => {
                    return Route::read(server, Origin::InternetSettings);
                }
                Some((scheme, _)) if scheme.eq_ignore_ascii_case("socks") => {
                    socks = Some(Route::Socks(Origin::InternetSettings));
                }
                Some(_) => {}
                None if server.is_empty() => {}
                None => return Route::read(server, Origin::InternetSettings),
            }
        }
        socks
    }

    fn is_excepted(&self, host: &str) -> bool {
        self.except.split([';', ' ']).map(str::trim).any(|pattern| {
            if pattern.eq_ignore_ascii_case("<local>") {
                !host.contains(['.', ':'])
            } else {
                let pattern = pattern.split_once("://").map_or(pattern, |(_, host)| host);
                !pattern.is_empty() && fits(&pattern.to_ascii_lowercase(), &host.to_ascii_lowercase())
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(settings: &InternetSettings, host: &str) -> String {
        let url = Url::parse(&format!("https://{host}/")).unwrap();
        match settings.route(&url) {
            Route::Over(proxy) => proxy.shown(),
            route => format!("{route:?}"),
        }
    }

    fn settings(server: &str, except: &str) -> InternetSettings {
        InternetSettings {
            enabled: true,
            server: server.to_owned(),
            except: except.to_owned(),
            script: String::new(),
        }
    }

    // The forms of `ProxyServer`: Microsoft's "INTERNET_PROXY_INFO structure" and
    // "WinHttpSetDefaultProxyConfiguration" pages.
    #[test]
    fn a_server_may_be_one_for_everything_or_one_for_each_scheme() {
        for (server, over) in [
            ("proxy.example.com:8080", "http://proxy.example.com:8080"),
            ("http://proxy.example.com:8080", "http://proxy.example.com:8080"),
            ("http=a.example:80;https=b.example:8443", "http://b.example:8443"),
            (
                "https=https://b.example:8443;ftp=c.example",
                "https://b.example:8443",
            ),
            ("http=a.example:80", "Direct"),
            ("socks=s.example:1080", "Socks(InternetSettings)"),
            (
                "socks=s.example:1080;https=b.example:3128",
                "http://b.example:3128",
            ),
            ("", "Direct"),
        ] {
            assert_eq!(way(&settings(server, ""), "idp.example.com"), over, "{server}");
        }
    }

    #[test]
    fn what_is_excepted_goes_straight() {
        let settings = settings(
            "p:1",
            "*.corp.example;10.*;<local>;https://exact.example;a*z.example",
        );
        for host in [
            "x.corp.example",
            "10.1.2.3",
            "intranet",
            "exact.example",
            "abcz.example",
        ] {
            assert_eq!(way(&settings, host), "Direct", "{host}");
        }
        for host in [
            "corp.example",
            "110.1.2.3",
            "notexact.example",
            "abc.example",
            "[fd00::1]",
        ] {
            assert_eq!(way(&settings, host), "http://p:1", "{host}");
        }
    }

    #[test]
    fn a_script_comes_before_a_server_and_what_is_off_is_off() {
        let mut both = settings("p:1", "");
        both.script = "http://wpad.example/proxy.pac".to_owned();
        assert_eq!(way(&both, "a.example"), "Script(InternetSettings)");
        let mut off = settings("p:1", "");
        off.enabled = false;
        assert_eq!(way(&off, "a.example"), "Direct");
    }
}
