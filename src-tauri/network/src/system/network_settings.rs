//! macOS' network settings (System Settings, Network, Proxies), as `scutil --proxy` says them. The
//! names are those of the SystemConfiguration framework's `SCSchemaDefinitions.h`.

use std::collections::HashMap;

use url::Url;

use super::pattern::fits;
use crate::proxy::{Origin, is_excepted};
use crate::route::Route;

const ORIGIN: Origin = Origin::NetworkSettings;

/// Which way to `url`.
#[cfg(target_os = "macos")]
pub(crate) fn route(url: &Url) -> Route {
    let said = std::process::Command::new("/usr/sbin/scutil")
        .arg("--proxy")
        .output();
    said.map_or(Route::Direct, |said| {
        NetworkSettings::read(&String::from_utf8_lossy(&said.stdout)).route(url)
    })
}

/// What `scutil --proxy` writes: `name : value`, and a list of exceptions.
#[derive(Default)]
struct NetworkSettings {
    values: HashMap<String, String>,
    exceptions: Vec<String>,
}

impl NetworkSettings {
    fn read(text: &str) -> Self {
        let mut settings = Self::default();
        let mut in_exceptions = false;
        for line in text.lines() {
            match line.trim().split_once(" : ") {
                Some((name, value)) if value.trim_end().ends_with('{') => {
                    in_exceptions = name == "ExceptionsList";
                }
                Some((_, value)) if in_exceptions => settings.exceptions.push(value.trim().to_owned()),
                Some((name, value)) => {
                    settings.values.insert(name.to_owned(), value.trim().to_owned());
                }
                None => in_exceptions &= line.trim() != "}",
            }
        }
        settings
    }

    /// Which way to `url`. As in macOS, a script comes before a fixed proxy.
    fn route(&self, url: &Url) -> Route {
        if self.is_on("ProxyAutoConfigEnable") || self.is_on("ProxyAutoDiscoveryEnable") {
            Route::Script(ORIGIN)
        } else if self.is_excepted(url) {
            Route::Direct
        } else if self.is_on("HTTPSEnable") {
            self.server()
                .and_then(|server| Route::read(&server, ORIGIN))
                .unwrap_or(Route::Direct)
        } else if self.is_on("SOCKSEnable") {
            Route::Socks(ORIGIN)
        } else {
            Route::Direct
        }
    }

    fn is_on(&self, name: &str) -> bool {
        self.values.get(name).is_some_and(|value| value == "1")
    }

    fn server(&self) -> Option<String> {
        let host = self.values.get("HTTPSProxy")?;
        let host = if host.contains(':') {
            format!("[{host}]")
        } else {
            host.clone()
        };
        Some(match self.values.get("HTTPSPort") {
            Some(port) => format!("{host}:{port}"),
            None => host,
        })
    }

    fn is_excepted(&self, url: &Url) -> bool {
        let host = url.host_str().unwrap_or_default();
        let is_simple = !host.contains(['.', ':']);
        (is_simple && self.is_on("ExcludeSimpleHostnames"))
            || self.exceptions.iter().any(|except| {
                let except = except.to_ascii_lowercase();
                fits(&except, host) || network(&except).is_some_and(|network| is_excepted(&network, url))
            })
    }
}

/// `169.254/16`, as macOS writes networks, with all its four numbers.
fn network(except: &str) -> Option<String> {
    let (address, bits) = except.split_once('/')?;
    if address.contains(':') {
        return Some(except.to_owned());
    }
    let given = address.split('.').count();
    Some(format!(
        "{address}{}/{bits}",
        ".0".repeat(4_usize.checked_sub(given)?)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    // As `scutil --proxy` of macOS 14 writes it.
    const SAID: &str = "<dictionary> {
  ExceptionsList : <array> {
    0 : *.local
    1 : 169.254/16
    2 : idp.example.org
  }
  ExcludeSimpleHostnames : 1
  FTPPassive : 1
  HTTPEnable : 1
  HTTPPort : 8080
  HTTPProxy : other.example
  HTTPSEnable : 1
  HTTPSPort : 3128
  HTTPSProxy : proxy.example
  ProxyAutoConfigEnable : 0
  SOCKSEnable : 1
}
";

    fn way(said: &str, host: &str) -> String {
        let url = Url::parse(&format!("https://{host}/")).unwrap();
        match NetworkSettings::read(said).route(&url) {
            Route::Over(proxy) => proxy.shown(),
            route => format!("{route:?}"),
        }
    }

    #[test]
    fn the_proxy_for_https_is_used_and_its_exceptions_go_straight() {
        assert_eq!(way(SAID, "idp.example.com"), "http://proxy.example:3128");
        for host in ["printer.local", "169.254.7.7", "idp.example.org", "intranet"] {
            assert_eq!(way(SAID, host), "Direct", "{host}");
        }
    }

    #[test]
    fn scripts_and_socks_are_told() {
        let script = SAID.replace("ProxyAutoConfigEnable : 0", "ProxyAutoConfigEnable : 1");
        assert_eq!(way(&script, "idp.example.com"), "Script(NetworkSettings)");
        let socks = SAID.replace("HTTPSEnable : 1", "HTTPSEnable : 0");
        assert_eq!(way(&socks, "idp.example.com"), "Socks(NetworkSettings)");
        assert_eq!(way("<dictionary> {\n}\n", "idp.example.com"), "Direct");
    }
}
