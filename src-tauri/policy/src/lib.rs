//! The policy: what the IT department decides about Readmit on a computer.
//!
//! [`Policy`] is the schema. Each system has its own place for it (one file each: `linux`, `windows`, `macos`), each
//! place brings names and values, and [`Policy::from_values`] judges them. Presence is the lock: a key that is there
//! decides, a key that isn't leaves the choice to the person.
//!
//! A policy that can't be read, or that has one mistake in it, is refused as a whole. Taking the rest would let a
//! typing mistake open what was meant to be closed.
//!
//! The JSON Schema, the ADMX and ADML files, the configuration profile and the table in `docs/policy` are made from
//! [`Policy`] by this crate's tests.

#![cfg_attr(
    all(test, not(target_os = "linux")),
    allow(dead_code, reason = "the documents are made on Linux")
)]

mod check;
mod json;
mod problem;
mod rules;
mod settings;

#[cfg(any(target_os = "macos", test))]
mod property_list;
#[cfg(unix)]
mod protected_file;
#[cfg(any(windows, test))]
mod registry;

#[cfg(target_os = "linux")]
#[path = "linux.rs"]
mod place;
#[cfg(target_os = "macos")]
#[path = "macos.rs"]
mod place;
#[cfg(windows)]
#[path = "windows.rs"]
mod place;

#[cfg(test)]
mod documents;
#[cfg(test)]
mod wrong_values;

pub use problem::{Problem, ProblemKind, Refused};
pub use rules::acts::ACTS;
pub use rules::choices::{ConnectionChoice, DeskMode, Language, LogLevel, Windows};
pub use rules::network::Proxy;
pub use settings::Policy;

/// A policy, and where it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct InForce {
    /// What was decided.
    pub policy: Policy,
    /// Where it came from, to show: a file's path or a registry key, the one that wins first.
    pub sources: Vec<String>,
}

/// This computer's policy. `None`: there is none.
///
/// Reads a few kilobytes from the disk or the registry and asks nobody else; it can be called again at any time, to see
/// what has changed.
///
/// # Errors
/// [`Refused`] if there is a policy and it can't be read, or if anything in it is wrong. Nothing of it holds then, and
/// the program must not go on as if there were none.
pub fn read() -> Result<Option<InForce>, Refused> {
    place::read()
}
