//! What the tests run against: the practice pool on a port, outside servers,
//! virtual environments for outside clients, and peers that misbehave.
//!
//! Everything listens on loopback, on a port of its own, and ends with the
//! value that started it. What has to be installed lands under `target/peers`,
//! once, whoever asks first; it needs Python 3 with `venv` and the packages'
//! own registries, nothing else.
//!
//! | peer | what it is |
//! |---|---|
//! | [`PracticePort`] | our practice pool, as the program `practice-pool` |
//! | [`Ministack`] | a server that none of us wrote, checking secret hashes, codes and policies |
//! | [`Moto`] | another, which checks nothing, for `ListUsers` and STS |
//! | [`IdentityCenter`] | IAM Identity Center on a wire of others' making, with a browser |
//! | [`Desktop`] | a home directory, a message bus and a real keychain, unlocked or locked |
//! | [`Scripted`] | answers what it was told to, and counts: for retries, portals, lost answers |
//! | [`TlsIntruder`] | speaks TLS with a certificate that should not be trusted |
//! | [`Administrator`] | makes pools and users on the first three, through the AWS SDK |

mod administrator;
mod afterwards;
mod connection;
#[cfg(target_os = "linux")]
mod desktop;
mod error;
mod identity_center;
mod installed;
mod listening;
mod loopback;
mod ministack;
mod moto;
mod observed;
mod practice;
mod process;
mod scripted;
mod tls;

pub use administrator::{
    Administrator, MadePool, Policy, PoolSpec, Recovery, SignInNames, SignedIn, UserSpec,
};
pub use connection::{ConnectionSpec, HelpDesk, connection_file};
#[cfg(target_os = "linux")]
pub use desktop::{Desktop, Keychain};
pub use error::Error;
pub use identity_center::{IdentityCenter, RoleKey};
pub use installed::{node_packages, venv};
pub use ministack::{IamKey, Identity, Ministack};
pub use moto::{Moto, Planted};
pub use observed::Observed;
pub use practice::{InboxMessage, PracticePort};
pub use scripted::{Answer, Scripted};
pub use tls::{Certificate, TlsIntruder};
