//! The way to the internet.

use std::net::IpAddr;

use serde_json::Value;
use url::Url;

use super::{Fault, Kind, Rule, text};
use crate::problem::ProblemKind;

/// The proxy to use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proxy {
    /// What the operating system says.
    System,
    /// None.
    Direct,
    /// This one. The address has no user and no password in it.
    At(Url),
}

impl Rule for Proxy {
    type Value = Self;
    const KIND: Kind = Kind::Text(300);

    fn expected() -> String {
        "system | direct | http://host:port".to_owned()
    }

    fn take(value: Value) -> Result<Self, Vec<Fault>> {
        match text(value)?.as_str() {
            "system" => Ok(Self::System),
            "direct" => Ok(Self::Direct),
            // Everybody on the computer can read a policy: no user and no password may be in it.
            address if !address.contains('@') => Url::parse(address)
                .ok()
                .filter(is_bare_address)
                .map(Self::At)
                .ok_or(ProblemKind::WrongValue.into()),
            _ => Err(ProblemKind::WrongValue.into()),
        }
    }

    #[cfg(test)]
    fn schema() -> Value {
        serde_json::json!({"type": "string", "pattern": "^(system|direct|https?://[^@/?#]+/?)$"})
    }
}

fn is_bare_address(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
        && url.host().is_some()
        && url.path() == "/"
        && url.query().is_none()
        && url.fragment().is_none()
}

/// A host, a suffix of hosts, or a network that is reached without the proxy.
pub(crate) struct ProxyException;

impl Rule for ProxyException {
    type Value = String;
    const KIND: Kind = Kind::Text(253);

    fn expected() -> String {
        "host | .example.com | 10.0.0.0/8".to_owned()
    }

    fn take(value: Value) -> Result<String, Vec<Fault>> {
        let host = text(value)?;
        if is_address(&host) || is_network(&host) || is_name(host.strip_prefix('.').unwrap_or(&host)) {
            Ok(host)
        } else {
            Err(ProblemKind::WrongValue.into())
        }
    }

    #[cfg(test)]
    fn schema() -> Value {
        let name = r"\.?[A-Za-z0-9_-]{1,63}(\.[A-Za-z0-9_-]{1,63})*";
        let pattern = format!("^({name}|[0-9A-Fa-f:.]+(/[0-9]{{1,3}})?)$");
        serde_json::json!({"type": "string", "maxLength": 253, "pattern": pattern})
    }
}

fn is_address(host: &str) -> bool {
    host.parse::<IpAddr>().is_ok()
}

/// CIDR notation (RFC 4632, RFC 4291).
fn is_network(host: &str) -> bool {
    let Some((address, bits)) = host.split_once('/') else {
        return false;
    };
    let most = match address.parse() {
        Ok(IpAddr::V4(_)) => 32,
        Ok(IpAddr::V6(_)) => 128,
        Err(_) => return false,
    };
    bits.bytes().all(|digit| digit.is_ascii_digit()) && bits.parse::<u8>().is_ok_and(|bits| bits <= most)
}

/// Labels of letters, digits and hyphens (RFC 1123), and the underscore that Windows' names may have.
fn is_name(host: &str) -> bool {
    host.len() <= 253
        && host.split('.').all(|label| {
            (1..=63).contains(&label.len())
                && label
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proxy_has_neither_a_user_nor_a_path() {
        for taken in [
            "http://proxy.example.com:3128",
            "https://10.1.2.3:8443",
            "http://[::1]:8080/",
        ] {
            assert!(matches!(Proxy::take(taken.into()), Ok(Proxy::At(_))), "{taken}");
        }
        for refused in [
            "http://jane@proxy.example.com:3128",
            "http://jane:secret@proxy.example.com:3128",
            "http://:@proxy.example.com",
            "socks5://proxy.example.com:1080",
            "http://proxy.example.com/proxy.pac",
            "http://proxy.example.com/?a=b",
            "proxy.example.com:3128",
            "System",
            "",
        ] {
            assert_eq!(
                Proxy::take(refused.into()),
                Err(ProblemKind::WrongValue.into()),
                "{refused}"
            );
        }
    }

    #[test]
    fn an_exception_is_a_host_a_suffix_or_a_network() {
        for taken in [
            "intranet",
            "a.example.com",
            ".example.com",
            "10.0.0.0/8",
            "fd00::/8",
            "::1",
            "10.1.2.3",
        ] {
            assert!(ProxyException::take(taken.into()).is_ok(), "{taken}");
        }
        for refused in [
            "",
            ".",
            "*.example.com",
            "http://a",
            "a b",
            "10.0.0.0/33",
            "fd00::/129",
            "a/8",
            "1.2.3.4/+8",
        ] {
            assert!(ProxyException::take(refused.into()).is_err(), "{refused}");
        }
    }
}
