//! Why nothing was sent, as closed codes.

use std::fmt;
use std::path::PathBuf;

/// What kept a request from being sent. With each of these nothing has reached the service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NetworkFault {
    /// A certificate authority file can't be read, is over 1 MiB, or holds no certificate or
    /// something broken.
    CaFile {
        /// Which one.
        file: PathBuf,
    },
    /// FIPS endpoints are asked for, and there is none for this.
    FipsUnavailable,
    /// The name isn't known.
    NameNotFound,
    /// There is no network to send anything over.
    Offline,
    /// The network is there, and the connection is refused, broken off, or never answered.
    Blocked,
    /// A certificate out of its time: most often this computer's clock is wrong.
    ClockWrong,
    /// A certificate that this computer doesn't trust, or something that doesn't speak TLS.
    Untrusted,
    /// The network wants a person to sign in to it in the browser.
    CaptivePortal,
    /// The proxy doesn't answer, or its name isn't known.
    ProxyUnreachable,
    /// The proxy wants a password; or the one it was given is wrong.
    ProxyAsksForPassword,
    /// The proxy wants a sign-in of a kind that isn't spoken here: Negotiate, NTLM, Digest.
    ProxyAsksForSignIn,
    /// The proxy answers, and doesn't let this through.
    ProxyRefused,
    /// The proxy is chosen by a script that can't be run here.
    ProxyScript,
    /// The proxy is a SOCKS proxy.
    ProxySocks,
}

impl fmt::Display for NetworkFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::CaFile { .. } => "a certificate authority file can't be used",
            Self::FipsUnavailable => "there is no FIPS endpoint",
            Self::NameNotFound => "the name isn't known",
            Self::Offline => "there is no network",
            Self::Blocked => "the connection is refused",
            Self::ClockWrong => "a certificate is out of its time",
            Self::Untrusted => "a certificate isn't trusted",
            Self::CaptivePortal => "the network wants a sign-in in the browser",
            Self::ProxyUnreachable => "the proxy doesn't answer",
            Self::ProxyAsksForPassword => "the proxy asks for a password",
            Self::ProxyAsksForSignIn => "the proxy asks for a sign-in of another kind",
            Self::ProxyRefused => "the proxy refuses",
            Self::ProxyScript => "the proxy is chosen by a script",
            Self::ProxySocks => "the proxy is a SOCKS proxy",
        })
    }
}

impl std::error::Error for NetworkFault {}
