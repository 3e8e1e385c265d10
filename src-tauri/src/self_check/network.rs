//! Four checks of the way to the service, from one walk along it.

use std::collections::BTreeSet;

use network::{Lookup, Origin, Probe, ProxyStep, RouteStep, Secured};

use super::asked::Asked;
use super::{CheckCode, CheckName, CheckResult};
use crate::folders::shown;

/// How far the clock may be off, in seconds: the service refuses what is signed with a clock that is off by more
/// (IAM user guide, "Troubleshoot Signature Version 4 request signing").
const CLOCK_MAY_BE_OFF: u64 = 5 * 60;

/// A walk to the service, and who has looked at it.
pub(super) struct Probed {
    host: String,
    probe: Probe,
    seen: BTreeSet<CheckName>,
}

impl Probed {
    /// Walks to whom `asked` leads; `None` where it leads nowhere.
    pub(super) async fn walk(asked: Asked) -> Option<Self> {
        let address = asked.address?;
        let host = address.host_str().unwrap_or_default().to_owned();
        let probe = network::probe(&asked.network, asked.ca_file.as_deref(), &address).await;
        Some(Self::of(host, probe))
    }

    fn of(host: String, probe: Probe) -> Self {
        Self {
            host,
            probe,
            seen: BTreeSet::new(),
        }
    }

    /// Whether `check` hasn't looked at this walk yet.
    pub(super) fn is_new_to(&self, check: CheckName) -> bool {
        !self.seen.contains(&check)
    }

    /// What this walk says to `check`.
    pub(super) fn result(&mut self, check: CheckName) -> CheckResult {
        self.seen.insert(check);
        match check {
            CheckName::Proxy => self.proxy(),
            CheckName::NameLookup => self.name_lookup(),
            CheckName::Clock => self.clock(),
            _ => self.secure_connection(),
        }
    }

    fn of_host(&self, check: CheckName, code: CheckCode) -> CheckResult {
        CheckResult::new(check, code).fact("host", &self.host)
    }

    fn proxy(&self) -> CheckResult {
        let of = |code| CheckResult::new(CheckName::Proxy, code);
        let (address, origin) = match &self.probe.route {
            RouteStep::Direct => return of(CheckCode::ProxyNone),
            RouteStep::Script { origin } => {
                return of(CheckCode::ProxyScript).fact("origin", place(*origin));
            }
            RouteStep::Socks { origin } => {
                return of(CheckCode::ProxySocks).fact("origin", place(*origin));
            }
            RouteStep::NotTried => return of(CheckCode::NotChecked),
            RouteStep::Proxy { address, origin } => (address, *origin),
        };
        let code = match self.probe.proxy {
            ProxyStep::NotNeeded | ProxyStep::LetsThrough => CheckCode::ProxyInUse,
            ProxyStep::Unreachable | ProxyStep::NotTried => CheckCode::ProxyUnreachable,
            ProxyStep::AsksForPassword | ProxyStep::AsksForSignIn => CheckCode::ProxyAsksForPassword,
            ProxyStep::Refuses => CheckCode::ProxyRefused,
        };
        let result = self
            .of_host(CheckName::Proxy, code)
            .fact("proxy", address)
            .fact("origin", place(origin));
        match origin {
            Origin::Environment { variable } => result.fact("variable", variable),
            _ => result,
        }
    }

    fn name_lookup(&self) -> CheckResult {
        let code = match self.probe.lookup {
            Lookup::Found => CheckCode::NameLookupFine,
            Lookup::NotFound => CheckCode::NameLookupFailed,
            Lookup::LeftToProxy => CheckCode::NameLookupLeftToProxy,
            Lookup::NotTried => CheckCode::NotChecked,
        };
        self.of_host(CheckName::NameLookup, code)
    }

    fn secure_connection(&self) -> CheckResult {
        let of = |code| self.of_host(CheckName::SecureConnection, code);
        match &self.probe.connection {
            Secured::Fine => of(CheckCode::SecureConnectionFine),
            Secured::Intercepted { issuer } => {
                of(CheckCode::SecureConnectionIntercepted).fact("issuer", issuer)
            }
            Secured::Untrusted => of(CheckCode::SecureConnectionUntrusted),
            Secured::ClockWrong => of(CheckCode::SecureConnectionOutOfDate),
            Secured::Captive => of(CheckCode::SecureConnectionCaptive),
            Secured::Blocked => of(CheckCode::SecureConnectionBlocked),
            Secured::Offline => of(CheckCode::SecureConnectionOffline),
            Secured::CaFile { file } => of(CheckCode::SecureConnectionCaFile).fact("file", shown(file)),
            Secured::NotTried => of(CheckCode::NotChecked),
        }
    }

    fn clock(&self) -> CheckResult {
        let of = |code| CheckResult::new(CheckName::Clock, code);
        match self.probe.clock_ahead.map(i64::unsigned_abs) {
            None => of(CheckCode::ClockUnknown),
            Some(seconds) if seconds < CLOCK_MAY_BE_OFF => of(CheckCode::ClockFine),
            Some(seconds) => of(CheckCode::ClockWrong).fact("minutes", (seconds / 60).to_string()),
        }
    }
}

/// Where a proxy was set, as the words tell it apart.
fn place(origin: Origin) -> &'static str {
    match origin {
        Origin::Settings => "policy",
        Origin::Environment { .. } => "environment",
        Origin::Desktop => "desktop",
        Origin::InternetSettings | Origin::NetworkSettings => "system",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn direct() -> Probe {
        Probe {
            route: RouteStep::Direct,
            proxy: ProxyStep::NotNeeded,
            lookup: Lookup::Found,
            connection: Secured::Fine,
            clock_ahead: Some(-2),
        }
    }

    /// The codes of the four checks after this walk.
    fn codes(probe: Probe) -> [CheckCode; 4] {
        let mut probed = Probed::of("cognito-idp.eu-central-1.amazonaws.com".to_owned(), probe);
        [
            CheckName::Proxy,
            CheckName::NameLookup,
            CheckName::SecureConnection,
            CheckName::Clock,
        ]
        .map(|check| probed.result(check).code)
    }

    #[test]
    fn what_failed_is_told_once_and_what_comes_after_it_is_not_checked() {
        use CheckCode::*;
        assert_eq!(
            codes(direct()),
            [ProxyNone, NameLookupFine, SecureConnectionFine, ClockFine]
        );
        let unknown_name = Probe {
            lookup: Lookup::NotFound,
            connection: Secured::NotTried,
            clock_ahead: None,
            ..direct()
        };
        assert_eq!(
            codes(unknown_name),
            [ProxyNone, NameLookupFailed, NotChecked, ClockUnknown]
        );
        let proxied = Probe {
            route: RouteStep::Proxy {
                address: "http://proxy.example:3128".to_owned(),
                origin: Origin::Desktop,
            },
            proxy: ProxyStep::AsksForPassword,
            lookup: Lookup::NotTried,
            connection: Secured::NotTried,
            clock_ahead: None,
        };
        assert_eq!(
            codes(proxied.clone()),
            [ProxyAsksForPassword, NotChecked, NotChecked, ClockUnknown]
        );
        let mut probed = Probed::of("h".to_owned(), proxied);
        assert_eq!(probed.result(CheckName::Proxy).facts["origin"], "desktop");
    }

    #[test]
    fn a_clock_is_wrong_from_five_minutes_on_either_side() {
        for (ahead, code, minutes) in [
            (299, CheckCode::ClockFine, None),
            (-300, CheckCode::ClockWrong, Some("5")),
            (86_400, CheckCode::ClockWrong, Some("1440")),
            (i64::MIN, CheckCode::ClockWrong, Some("153722867280912930")),
        ] {
            let probe = Probe {
                clock_ahead: Some(ahead),
                ..direct()
            };
            let result = Probed::of("h".to_owned(), probe).result(CheckName::Clock);
            assert_eq!(result.code, code);
            assert_eq!(result.facts.get("minutes").map(String::as_str), minutes);
        }
    }

    #[test]
    fn whoever_checks_again_walks_again() {
        let mut probed = Probed::of("h".to_owned(), direct());
        assert!(probed.is_new_to(CheckName::Clock));
        probed.result(CheckName::Clock);
        assert!(!probed.is_new_to(CheckName::Clock));
        assert!(probed.is_new_to(CheckName::Proxy));
    }
}
