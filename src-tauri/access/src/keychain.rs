//! Secrets in the operating system's keychain: Secret Service, Windows Credential Manager, or
//! the Apple keychain.
//!
//! Every call may wait for a person (an unlock prompt), so each runs on a thread of its own. An
//! error of the keychain can carry the secret: here it becomes a code, and its text goes nowhere.

use cognito::{ClientSecret, Connection, Failure, FailureCode};
use keyring::{Entry, Error};
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

/// The name under which a person sees our items in their keychain.
const KEYCHAIN_SERVICE: &str = "Readmit";

/// Puts the client secret of `connection` into the keychain, in place of any before it.
///
/// # Errors
/// `KeychainAbsent`, `KeychainLocked`, `KeychainDenied`, `KeychainFailed`.
pub async fn store_client_secret(connection: &Connection, secret: &ClientSecret) -> Result<(), Failure> {
    let name = client_secret_name(connection);
    let secret = secret.clone();
    blocking(move || {
        let bytes = secret.expose().expose_secret().as_bytes();
        Entry::new(KEYCHAIN_SERVICE, &name)?.set_secret(bytes)
    })
    .await
}

/// The client secret of `connection`, or `None` where the keychain holds none.
///
/// # Errors
/// As [`store_client_secret`]; `KeychainFailed` too if the item isn't a client secret.
pub async fn client_secret(connection: &Connection) -> Result<Option<ClientSecret>, Failure> {
    let name = client_secret_name(connection);
    let bytes = blocking(move || match Entry::new(KEYCHAIN_SERVICE, &name)?.get_secret() {
        Ok(bytes) => Ok(Some(Zeroizing::new(bytes))),
        Err(Error::NoEntry) => Ok(None),
        Err(error) => Err(error),
    })
    .await?;
    let Some(bytes) = bytes else {
        return Ok(None);
    };
    let text = std::str::from_utf8(&bytes).map_err(|_| FailureCode::KeychainFailed)?;
    ClientSecret::parse(SecretString::from(text))
        .map(Some)
        .map_err(|_| FailureCode::KeychainFailed.into())
}

/// Takes the client secret of `connection` out of the keychain, if it is there.
///
/// # Errors
/// As [`store_client_secret`].
pub async fn forget_client_secret(connection: &Connection) -> Result<(), Failure> {
    let name = client_secret_name(connection);
    blocking(
        move || match Entry::new(KEYCHAIN_SERVICE, &name)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(error),
        },
    )
    .await
}

fn client_secret_name(connection: &Connection) -> String {
    format!(
        "client secret of {} / {}",
        connection.user_pool_id, connection.client_id
    )
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Failure> {
    let outcome = tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| Failure::new(FailureCode::KeychainFailed))?;
    outcome.map_err(|error| {
        let code = failure_code(&error);
        tracing::warn!(%code, "the keychain refused");
        code.into()
    })
}

fn failure_code(error: &Error) -> FailureCode {
    match error {
        Error::NoDefaultStore => FailureCode::KeychainAbsent,
        // The platform's own error is one of a few fixed sentences without the secret.
        Error::NoStorageAccess(cause) if cause.to_string().contains("prompt") => FailureCode::KeychainDenied,
        Error::NoStorageAccess(_) => FailureCode::KeychainLocked,
        Error::PlatformFailure(cause) if cause.to_string().contains("org.freedesktop.secrets") => {
            FailureCode::KeychainAbsent
        }
        _ => FailureCode::KeychainFailed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_refusal_has_its_own_code() {
        let cases = [
            (Error::NoDefaultStore, FailureCode::KeychainAbsent),
            (
                Error::NoStorageAccess("SS error: prompt dismissed".into()),
                FailureCode::KeychainDenied,
            ),
            (
                Error::NoStorageAccess("SS error: object locked".into()),
                FailureCode::KeychainLocked,
            ),
            (
                Error::PlatformFailure("The name org.freedesktop.secrets was not provided".into()),
                FailureCode::KeychainAbsent,
            ),
            (
                Error::BadEncoding(b"a secret".to_vec()),
                FailureCode::KeychainFailed,
            ),
        ];
        for (error, code) in cases {
            assert_eq!(failure_code(&error), code);
        }
    }
}
