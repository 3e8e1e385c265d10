//! The way to one address, walked step by step for the self-check.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use http::header::DATE;
use url::Url;

use crate::connect::{self, AnyStream, TlsRefused};
use crate::fault::NetworkFault;
use crate::proxy::{Origin, Proxy};
use crate::resolver::addresses;
use crate::route::{Route, choose};
use crate::settings::NetworkSettings;
use crate::trust::Trust;
use crate::{portal, question, tunnel};

/// How long the whole walk may take.
const LIMIT: Duration = Duration::from_secs(15);

/// How far a request to an address comes. Nothing is sent but `HEAD /`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Probe {
    /// Which way it goes.
    pub route: RouteStep,
    /// What the proxy on that way says.
    pub proxy: ProxyStep,
    /// Whether the address's name is known.
    pub lookup: Lookup,
    /// Whether a trusted connection comes about.
    pub connection: Secured,
    /// How far this computer's clock is ahead of the answer's `Date`, in seconds; negative if it is
    /// behind. `None` if nothing answered.
    pub clock_ahead: Option<i64>,
}

/// Which way a request goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RouteStep {
    /// Straight there.
    Direct,
    /// Over an HTTP proxy.
    Proxy {
        /// `http://host:port`, without user and password.
        address: String,
        /// Where it was set.
        origin: Origin,
    },
    /// Over a proxy that a script chooses, which can't be run here.
    Script {
        /// Where it was set.
        origin: Origin,
    },
    /// Over a SOCKS proxy, which isn't spoken here.
    Socks {
        /// Where it was set.
        origin: Origin,
    },
    /// Not looked at, because a certificate authority file can't be used.
    NotTried,
}

/// What the proxy says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProxyStep {
    /// There is none on the way.
    NotNeeded,
    /// It lets us through.
    LetsThrough,
    /// It doesn't answer, or its name isn't known.
    Unreachable,
    /// It wants a password; or the one it was given is wrong.
    AsksForPassword,
    /// It wants a sign-in of a kind that isn't spoken here: Negotiate, NTLM, Digest.
    AsksForSignIn,
    /// It answers, and doesn't let this through.
    Refuses,
    /// Not tried: a script chooses it, or it is a SOCKS proxy.
    NotTried,
}

/// Whether the address's name is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// It is.
    Found,
    /// It isn't.
    NotFound,
    /// The proxy looks it up.
    LeftToProxy,
    /// Nobody looked: an earlier step failed.
    NotTried,
}

/// Whether a trusted connection comes about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Secured {
    /// It does. Within this computer it may be unencrypted.
    Fine,
    /// Somebody in between presents certificates of their own.
    Intercepted {
        /// Who issued them, in their own words: at most 200 characters, none of them a control character.
        issuer: String,
    },
    /// A certificate for something else, one without an issuer's name, or no TLS at all.
    Untrusted,
    /// A certificate out of its time: most often this computer's clock is wrong.
    ClockWrong,
    /// The network wants a sign-in in the browser.
    Captive,
    /// Refused, broken off, or never answered.
    Blocked,
    /// There is no network.
    Offline,
    /// A certificate authority file can't be read, is too large, or holds no certificate.
    CaFile {
        /// Which one.
        file: PathBuf,
    },
    /// Not tried: an earlier step failed.
    NotTried,
}

impl Probe {
    fn on(route: RouteStep) -> Self {
        Self {
            route,
            proxy: ProxyStep::NotNeeded,
            lookup: Lookup::NotTried,
            connection: Secured::NotTried,
            clock_ahead: None,
        }
    }
}

/// Walks the way to `address`, as [`crate::https_client_to`] would with the same `settings` and
/// `ca_file`, in 15 s at most: which route, what the proxy says, whether the name is known,
/// whether the connection is trusted, and how far this computer's clock is off.
pub async fn probe(settings: &NetworkSettings, ca_file: Option<&Path>, address: &Url) -> Probe {
    let trust = match Trust::read(settings, ca_file) {
        Ok(trust) => trust,
        Err(fault) => {
            let mut probe = Probe::on(RouteStep::NotTried);
            probe.connection = secured(&fault);
            return probe;
        }
    };
    let route = choose(&settings.proxy, address).await;
    let mut probe = Probe::on(match &route {
        Route::Direct => RouteStep::Direct,
        Route::Over(proxy) => RouteStep::Proxy {
            address: proxy.shown(),
            origin: proxy.origin(),
        },
        Route::Script(origin) => RouteStep::Script { origin: *origin },
        Route::Socks(origin) => RouteStep::Socks { origin: *origin },
    });
    let walk = async {
        match &route {
            Route::Direct => straight(&mut probe, address, &trust).await,
            Route::Over(proxy) => over(&mut probe, proxy, address, &trust).await,
            Route::Script(_) | Route::Socks(_) => probe.proxy = ProxyStep::NotTried,
        }
    };
    if tokio::time::timeout(LIMIT, walk).await.is_err() {
        out_of_time(&mut probe);
    }
    probe
}

/// The step that the walk was at when its time was over failed by it.
fn out_of_time(probe: &mut Probe) {
    match (&probe.route, probe.proxy, probe.lookup) {
        (RouteStep::Proxy { .. }, ProxyStep::NotNeeded, _) => probe.proxy = ProxyStep::Unreachable,
        (RouteStep::Direct, _, Lookup::NotTried) => probe.lookup = Lookup::NotFound,
        _ if probe.connection == Secured::NotTried => probe.connection = Secured::Blocked,
        _ => {}
    }
}

async fn straight(probe: &mut Probe, url: &Url, trust: &Trust) {
    let Some((host, port)) = host_and_port(url) else {
        probe.lookup = Lookup::NotFound;
        return;
    };
    let Ok(addresses) = addresses(&host).await else {
        probe.lookup = Lookup::NotFound;
        return;
    };
    probe.lookup = Lookup::Found;
    let refused = match connect::tcp(&addresses, port).await {
        Ok(stream) => match secure(probe, Box::new(stream), url, trust).await {
            Ok(()) => return,
            Err(refused) => refused,
        },
        Err(fault) => TlsRefused { fault, issuer: None },
    };
    let may_be_a_portal = matches!(refused.fault, NetworkFault::Blocked | NetworkFault::Untrusted);
    probe.connection = if may_be_a_portal && portal::answers_for(url).await {
        Secured::Captive
    } else {
        told(refused)
    };
}

async fn over(probe: &mut Probe, proxy: &Proxy, url: &Url, trust: &Trust) {
    let Some((_, port)) = host_and_port(url) else {
        probe.lookup = Lookup::NotFound;
        return;
    };
    let host = url.host_str().unwrap_or_default();
    match tunnel::open(proxy, host, port, trust).await {
        Ok(stream) => {
            probe.proxy = ProxyStep::LetsThrough;
            probe.lookup = Lookup::LeftToProxy;
            if let Err(refused) = secure(probe, stream, url, trust).await {
                probe.connection = told(refused);
            }
        }
        Err(fault) => {
            probe.proxy = match fault {
                NetworkFault::ProxyAsksForPassword => ProxyStep::AsksForPassword,
                NetworkFault::ProxyAsksForSignIn => ProxyStep::AsksForSignIn,
                NetworkFault::ProxyRefused => ProxyStep::Refuses,
                _ => ProxyStep::Unreachable,
            }
        }
    }
}

/// TLS over `stream`, and what time it is at the other end.
async fn secure(probe: &mut Probe, stream: AnyStream, url: &Url, trust: &Trust) -> Result<(), TlsRefused> {
    let host = url.host_str().unwrap_or_default();
    let stream: AnyStream = if url.scheme() == "http" {
        stream
    } else {
        Box::new(connect::tls(stream, host, trust).await?)
    };
    probe.connection = Secured::Fine;
    let answer = question::ask(stream, host).await;
    let date = answer.and_then(|answer| {
        let date = answer.headers().get(DATE)?.to_str().ok()?;
        httpdate::parse_http_date(date).ok()
    });
    probe.clock_ahead = date.map(seconds_since);
    Ok(())
}

/// Seconds from `then` to now; negative if it is still to come.
fn seconds_since(then: SystemTime) -> i64 {
    let seconds = |duration: Duration| i64::try_from(duration.as_secs()).unwrap_or(i64::MAX);
    match SystemTime::now().duration_since(then) {
        Ok(since) => seconds(since),
        Err(until) => -seconds(until.duration()),
    }
}

fn host_and_port(url: &Url) -> Option<(String, u16)> {
    let host = url.host_str()?.trim_matches(['[', ']']).to_owned();
    Some((host, url.port_or_known_default()?))
}

fn told(refused: TlsRefused) -> Secured {
    match (refused.fault, refused.issuer) {
        (NetworkFault::Untrusted, Some(issuer)) => Secured::Intercepted { issuer },
        (fault, _) => secured(&fault),
    }
}

fn secured(fault: &NetworkFault) -> Secured {
    match fault {
        NetworkFault::CaFile { file } => Secured::CaFile { file: file.clone() },
        NetworkFault::ClockWrong => Secured::ClockWrong,
        NetworkFault::CaptivePortal => Secured::Captive,
        NetworkFault::Offline => Secured::Offline,
        NetworkFault::Blocked => Secured::Blocked,
        _ => Secured::Untrusted,
    }
}
