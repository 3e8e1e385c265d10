//! Access to AWS: whose identity the desk acts as, and where Readmit keeps its secrets, which is
//! the operating system's keychain and nowhere else.
//!
//! Three ways lead to an identity: access keys, a profile of this person's AWS files, IAM
//! Identity Center; each optionally to a role on top of it. [`Sessions`] opens them, a [`Session`]
//! hands credentials to the SDK. Nothing is taken from the environment's keys or from a cloud
//! computer's metadata, and no endpoint from anywhere but the caller.

mod caller;
pub mod identity_center;
pub mod keychain;
mod keys;
mod network;
mod profiles;
mod role;
mod session;
mod sessions;
mod sts;
mod way;

pub use caller::Caller;
pub use keys::AccessKeys;
pub use network::{Endpoints, Network};
pub use profiles::{Profile, ProfileFiles, ProfileKind, profiles};
pub use role::{AssumedRole, FactorCode, FactorSerial, RoleArn};
pub use session::Session;
pub use sessions::{Accepted, Sessions};
pub use way::{Access, Way};
