//! The cognito, access and desk crates against servers that none of us wrote, over a real network stack.
//!
//! `tests/ministack.rs` walks the self-service operations against ministack;
//! `tests/sign_in.rs` signs in there;
//! `tests/way_there.rs` meets what can stand between a client and its pool;
//! `tests/access.rs` becomes somebody in AWS;
//! `tests/identity_center.rs` signs in to an Identity Center whose wire is others' work;
//! `tests/permissions` is let through and refused by real policies;
//! `tests/desk` does every act;
//! `tests/crowd.rs` and `tests/million.rs` find users among many.
//! Here is what they share: clients made as the app makes them, for users from a connection file,
//! for administrators with keys.

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use cognito::{
    AdminClient, Client, ConfirmationCode, Failure, FailureCode, NetworkSettings, NewPassword, Username,
    connection_file, network,
};
use peers::{ConnectionSpec, IamKey, MadePool};
use secrecy::SecretString;
use url::Url;

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
    Ok(Client::new(
        offer.connection,
        offer.client_secret,
        &NetworkSettings::default(),
    )?)
}

/// The Region that every peer's pools are in.
pub const REGION: &str = "eu-central-1";

/// A client for the administrator who has these credentials, for the pools at `base_url`.
///
/// # Errors
/// `base_url` is none.
pub fn admin_client(
    base_url: &str,
    credentials: SharedCredentialsProvider,
) -> Result<AdminClient, Box<dyn Error>> {
    let endpoint = Url::parse(base_url)?;
    let http = network::https_client_to(&NetworkSettings::default(), Some(&endpoint), None)?;
    Ok(AdminClient::over(REGION, Some(&endpoint), credentials, http)?)
}

/// An access key as credentials, with a session token if there is one.
#[must_use]
pub fn credentials(key: &IamKey, session_token: Option<&str>) -> SharedCredentialsProvider {
    let token = session_token.map(str::to_owned);
    SharedCredentialsProvider::new(Credentials::new(&key.id, &key.secret, token, None, "tests"))
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
