//! Every Amazon Cognito operation that Readmit uses, typed.
//!
//! Callers hand in what people typed, checked by [`Username`], [`ConfirmationCode`] and
//! [`NewPassword`], and get an answer or a [`Failure`] with a closed code. Nothing that was
//! typed comes back in an error. What changes anything is never sent twice by itself.

mod administration;
pub mod classify;
mod client;
mod connection;
pub mod connection_file;
mod delivery;
pub mod discretion;
mod failure;
mod group;
mod input;
pub mod network;
mod noted;
mod only_the_service;
pub mod password;
mod pool;
pub mod reachability;
pub mod recovery;
mod scrub;
mod secret_hash;
pub mod sent;
pub mod sign_in;
pub mod sign_up;
mod srp;
mod unlogged;
mod user;

pub use ::network::{NetworkSettings, ProxySetting};
pub use administration::{
    Acted, AdminClient, AppClientPage, Filter, FilterAttribute, FilterMatch, GroupPage, InvitationMedium,
    PageToken, PasswordLife, PoolPage, TrialClient, TriedPassword, UserPage,
};
pub use client::Client;
pub use connection::{ClientSecret, Connection, HelpDesk, SignInName, is_region};
pub use delivery::{Delivery, DeliveryMedium};
pub use failure::{Failure, FailureCode, Retry};
pub use group::Group;
pub use input::{ConfirmationCode, NewPassword, Username};
pub use only_the_service::OnlyTheService;
pub use pool::{AppClient, ListedAppClient, ListedPool, Mailer, MfaRule, PoolSettings, RecoveryMechanism};
pub use secret_hash::secret_hash;
pub use user::{Contact, OpenedUser, SecondFactor, User, UserStatus};
