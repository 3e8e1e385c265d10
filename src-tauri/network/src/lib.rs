//! How requests leave this computer: by which proxy, trusting whom, and what stands in the way.
//!
//! This is the only place that decides any of it. [`https_client_to`] makes the client of every
//! connection; what keeps a request from being sent comes out of it as a [`NetworkFault`] within
//! the SDK's error ([`find`] gets it out). [`probe()`] walks the same way step by step, for the
//! self-check.

mod chain;
mod client;
mod connect;
mod fault;
mod fips;
mod loopback;
mod portal;
mod probe;
mod proxy;
mod question;
mod resolver;
mod route;
mod settings;
mod system;
mod trust;
mod tunnel;

pub use chain::find;
pub use client::https_client_to;
pub use fault::NetworkFault;
pub use fips::FipsService;
pub use loopback::is_loopback;
pub use probe::{Lookup, Probe, ProxyStep, RouteStep, Secured, probe};
pub use proxy::Origin;
pub use settings::{NetworkSettings, ProxySetting};
