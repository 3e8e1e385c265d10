//! Secrets in the operating system's keychain: Secret Service, Windows Credential Manager, or
//! the Apple keychain.
//!
//! Every call may wait for a person (an unlock prompt), so each runs on a thread of its own, and
//! nobody waits for it longer than half a minute. An error of the keychain can carry the secret:
//! here it becomes a code, and its text goes nowhere.

use std::collections::HashMap;
use std::time::Duration;

use cognito::{ClientSecret, Connection, Failure, FailureCode};
use keyring::{Entry, Error};
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

/// The name under which a person sees our items in their keychain.
const KEYCHAIN_SERVICE: &str = "Readmit";
/// How long a locked keychain may keep us waiting for whoever is to unlock it.
const PATIENCE: Duration = Duration::from_secs(30);

/// Puts `secret` into the keychain as the item `name`, in place of any before it.
///
/// `name` is shown to the person in their keychain's own program, and tells apart what Readmit
/// keeps there. On Windows an item holds at most 2,560 bytes.
///
/// # Errors
/// `KeychainAbsent`, `KeychainLocked`, `KeychainDenied`, `KeychainTooLong`, `KeychainFailed`.
pub async fn store(name: &str, secret: &[u8]) -> Result<(), Failure> {
    let name = name.to_owned();
    let secret = Zeroizing::new(secret.to_vec());
    blocking(move || Entry::new(KEYCHAIN_SERVICE, &name)?.set_secret(&secret)).await
}

/// The item `name`, or `None` where the keychain holds none.
///
/// # Errors
/// As [`store`].
pub async fn read(name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, Failure> {
    let name = name.to_owned();
    blocking(move || match Entry::new(KEYCHAIN_SERVICE, &name)?.get_secret() {
        Ok(bytes) => Ok(Some(Zeroizing::new(bytes))),
        Err(Error::NoEntry) => Ok(None),
        Err(error) => Err(error),
    })
    .await
}

/// Takes the item `name` out of the keychain, if it is there.
///
/// # Errors
/// As [`store`].
pub async fn forget(name: &str) -> Result<(), Failure> {
    let name = name.to_owned();
    blocking(
        move || match Entry::new(KEYCHAIN_SERVICE, &name)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(error),
        },
    )
    .await
}

/// Keeps an item of no meaning under a name of its own, reads it back and takes it away again: whether the keychain
/// does what it is there for.
///
/// # Errors
/// As [`store`]; `KeychainFailed` too if what comes back isn't what was kept, or if it is still there afterwards.
pub async fn try_out() -> Result<(), Failure> {
    let mut random = [0; 16];
    aws_lc_rs::rand::fill(&mut random).map_err(|_| FailureCode::KeychainFailed)?;
    // Two self-checks may run at once.
    let name = format!("self-check {:032x}", u128::from_be_bytes(random));
    store(&name, &random).await?;
    let given_back = read(&name).await;
    forget(&name).await?;
    let as_it_was = given_back?.is_some_and(|bytes| bytes.as_slice() == random);
    let gone = read(&name).await?.is_none();
    if as_it_was && gone {
        Ok(())
    } else {
        Err(FailureCode::KeychainFailed.into())
    }
}

/// How many items of ours the keychain holds, whoever of us put them there.
///
/// # Errors
/// As [`store`].
pub async fn count_all() -> Result<usize, Failure> {
    blocking(|| Ok(all()?.len())).await
}

/// Takes every item of ours out of the keychain, and gives how many there were.
///
/// # Errors
/// As [`store`]; then some may be left.
pub async fn forget_all() -> Result<usize, Failure> {
    blocking(|| {
        let items = all()?;
        for item in &items {
            match item.delete_credential() {
                Ok(()) | Err(Error::NoEntry) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(items.len())
    })
    .await
}

/// Every item under our name.
fn all() -> Result<Vec<keyring_core::Entry>, Error> {
    if Entry::store_status().is_err() {
        return Err(Error::NoDefaultStore);
    }
    if !cfg!(windows) {
        return keyring_core::Entry::search(&HashMap::from([("service", KEYCHAIN_SERVICE)]));
    }
    // There an item has one name: its own and then the service's, with a dot between, and is searched by a pattern.
    let found = keyring_core::Entry::search(&HashMap::from([("pattern", r"\.Readmit$")]))?;
    let ours = |item: &keyring_core::Entry| {
        item.get_specifiers()
            .is_some_and(|(service, _)| service == KEYCHAIN_SERVICE)
    };
    Ok(found.into_iter().filter(ours).collect())
}

/// The item `name` as text.
///
/// # Errors
/// As [`store`]; `KeychainFailed` too if it isn't text.
pub(crate) async fn read_text(name: &str) -> Result<Option<SecretString>, Failure> {
    let Some(bytes) = read(name).await? else {
        return Ok(None);
    };
    let text = std::str::from_utf8(&bytes).map_err(|_| FailureCode::KeychainFailed)?;
    Ok(Some(SecretString::from(text)))
}

/// Puts the client secret of `connection` into the keychain, in place of any before it.
///
/// # Errors
/// As [`store`].
pub async fn store_client_secret(connection: &Connection, secret: &ClientSecret) -> Result<(), Failure> {
    let secret = secret.expose().expose_secret().as_bytes();
    store(&client_secret_name(connection), secret).await
}

/// The client secret of `connection`, or `None` where the keychain holds none.
///
/// # Errors
/// As [`store`]; `KeychainFailed` too if the item isn't a client secret.
pub async fn client_secret(connection: &Connection) -> Result<Option<ClientSecret>, Failure> {
    let Some(text) = read_text(&client_secret_name(connection)).await? else {
        return Ok(None);
    };
    ClientSecret::parse(text)
        .map(Some)
        .map_err(|_| FailureCode::KeychainFailed.into())
}

/// Takes the client secret of `connection` out of the keychain, if it is there.
///
/// # Errors
/// As [`store`].
pub async fn forget_client_secret(connection: &Connection) -> Result<(), Failure> {
    forget(&client_secret_name(connection)).await
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
    let code = match tokio::time::timeout(PATIENCE, tokio::task::spawn_blocking(work)).await {
        Ok(Ok(Ok(done))) => return Ok(done),
        Ok(Ok(Err(error))) => failure_code(&error),
        Ok(Err(_)) => FailureCode::KeychainFailed,
        // Its prompt is still open; once it is answered, another try finds the keychain unlocked.
        Err(_) => FailureCode::KeychainLocked,
    };
    tracing::warn!(%code, "the keychain refused");
    Err(code.into())
}

fn failure_code(error: &Error) -> FailureCode {
    match error {
        Error::NoDefaultStore => FailureCode::KeychainAbsent,
        Error::TooLong(..) => FailureCode::KeychainTooLong,
        // The platform's own error is one of a few fixed sentences without the secret.
        Error::NoStorageAccess(cause) if cause.to_string().contains("prompt") => FailureCode::KeychainDenied,
        Error::NoStorageAccess(_) => FailureCode::KeychainLocked,
        Error::PlatformFailure(cause) if says_absent(&cause.to_string()) => FailureCode::KeychainAbsent,
        _ => FailureCode::KeychainFailed,
    }
}

/// Whether the bus says that no keychain is on it, or there is no bus.
fn says_absent(text: &str) -> bool {
    text.contains("org.freedesktop.secrets") || text.contains("no secret service provider")
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
                Error::PlatformFailure("no secret service provider or dbus session found".into()),
                FailureCode::KeychainAbsent,
            ),
            (
                Error::TooLong("secret".into(), 2560),
                FailureCode::KeychainTooLong,
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
