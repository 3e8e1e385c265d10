//! Every Amazon Cognito operation that Readmit uses, typed.
//!
//! Callers hand in what people typed, checked by [`Username`], [`ConfirmationCode`] and
//! [`NewPassword`], and get an answer or a [`Failure`] with a closed code. Nothing that was
//! typed comes back in an error, and nothing here is ever sent twice by itself.

pub mod classify;
mod client;
mod connection;
pub mod connection_file;
mod delivery;
pub mod discretion;
mod failure;
mod input;
mod network;
pub mod password;
pub mod recovery;
mod scrub;
mod secret_hash;
mod sent;
pub mod sign_up;

pub use client::Client;
pub use connection::{ClientSecret, Connection, HelpDesk, SignInName};
pub use delivery::{Delivery, DeliveryMedium};
pub use failure::{Failure, FailureCode, Retry};
pub use input::{ConfirmationCode, NewPassword, Username};
pub use secret_hash::secret_hash;
