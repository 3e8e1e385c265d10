//! The cognito crate against servers that none of us wrote, over a real network stack.
//!
//! `tests/ministack.rs` walks the self-service operations against ministack;
//! `tests/way_there.rs` meets what can stand between a client and its pool.
//! Here is what both need: a client made as the app makes it, from a
//! connection file.

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use cognito::{Client, ConfirmationCode, Failure, FailureCode, NewPassword, Username, connection_file};
use peers::{ConnectionSpec, MadePool};
use secrecy::SecretString;

/// What a test comes to.
pub type Outcome = Result<(), Box<dyn Error>>;

/// A client for a pool at `base_url`, by way of a connection file.
///
/// # Errors
/// The file cannot be written, or is refused.
pub fn client(pool: &MadePool, base_url: &str, ca_file: Option<PathBuf>) -> Result<Client, Box<dyn Error>> {
    let directory = tempfile::tempdir()?;
    let connection = ConnectionSpec {
        ca_file,
        ..ConnectionSpec::to(pool, base_url)
    };
    let file = fs::read(peers::connection_file(directory.path(), &connection)?)?;
    let offer = connection_file::parse(&file)?;
    Ok(Client::new(offer.connection, offer.client_secret)?)
}

/// A user name as somebody typed it, where any kind is taken.
///
/// # Errors
/// It is no user name.
pub fn username(typed: &str) -> Result<Username, Failure> {
    Ok(Username::parse(typed, &[])?)
}

/// A confirmation code as somebody typed it.
///
/// # Errors
/// It is no code.
pub fn code(typed: &str) -> Result<ConfirmationCode, Failure> {
    Ok(ConfirmationCode::parse(&SecretString::from(typed))?)
}

/// A password as somebody typed it.
///
/// # Errors
/// No pool would take it.
pub fn password(typed: &str) -> Result<NewPassword, Failure> {
    Ok(NewPassword::parse(SecretString::from(typed))?)
}

/// The code of a failure, to compare a whole outcome with.
///
/// # Errors
/// The failure's code.
pub fn outcome<T>(result: Result<T, Failure>) -> Result<T, FailureCode> {
    result.map_err(|failure| failure.code)
}
