//! What the program keeps between two starts: the connection, without its secret.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use cognito::connection_file::{self, LARGEST_FILE};
use cognito::{Connection, Failure, FailureCode};
use serde_json::{Value, json};

use crate::private_file;

/// The settings' file in its folder.
const FILE: &str = "settings.json";

/// The connection that was kept, and whether its client secret lies in the keychain: without one,
/// the keychain need not be asked, and no one is asked to unlock it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The connection.
    pub connection: Connection,
    /// Whether the keychain holds its client secret.
    pub secret_in_keychain: bool,
}

/// The folder that holds the settings.
pub struct Settings {
    folder: PathBuf,
}

impl Settings {
    /// Settings in `folder`, which is made when something is first kept.
    pub fn in_folder(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The connection that was kept, if one was.
    ///
    /// # Errors
    /// `SettingsUnreadable`, or what is wrong with a file that was changed by hand. The file
    /// stays as it is until another connection is kept.
    pub fn connection(&self) -> Result<Option<Kept>, Failure> {
        let file = match fs::read(self.file()) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(_) => return Err(FailureCode::SettingsUnreadable.into()),
        };
        read(&file).map(Some)
    }

    /// Keeps a connection in place of the one before, whole or not at all.
    ///
    /// # Errors
    /// `SettingsUnwritable`.
    pub fn keep(&self, kept: &Kept) -> Result<(), Failure> {
        let unwritable = || Failure::new(FailureCode::SettingsUnwritable);
        let connection = connection_file::to_json(&kept.connection)?;
        let connection: Value = serde_json::from_str(&connection).map_err(|_| unwritable())?;
        let settings = json!({ "connection": connection, "secretInKeychain": kept.secret_in_keychain });
        private_file::write(&self.folder, FILE, format!("{settings:#}\n").as_bytes())
            .map_err(|_| unwritable())
    }

    /// Forgets the connection.
    ///
    /// # Errors
    /// `SettingsUnwritable`.
    pub fn forget(&self) -> Result<(), Failure> {
        match fs::remove_file(self.file()) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(FailureCode::SettingsUnwritable.into()),
            _ => Ok(()),
        }
    }

    fn file(&self) -> PathBuf {
        self.folder.join(FILE)
    }
}

fn read(file: &[u8]) -> Result<Kept, Failure> {
    let unreadable = || Failure::new(FailureCode::SettingsUnreadable);
    let settings: Value = serde_json::from_slice(file).map_err(|_| unreadable())?;
    let connection = settings.get("connection").ok_or_else(unreadable)?;
    let secret_in_keychain = settings.get("secretInKeychain").and_then(Value::as_bool);
    Ok(Kept {
        connection: connection_file::parse(connection.to_string().as_bytes())?.connection,
        secret_in_keychain: secret_in_keychain.ok_or_else(unreadable)?,
    })
}

/// Reads a connection file that a person chose.
///
/// # Errors
/// `ConnectionUnreadable`, `ConnectionTooLarge` (without reading it), or what
/// [`connection_file::parse`] says.
pub fn read_connection_file(path: &Path) -> Result<connection_file::Offer, Failure> {
    let unreadable = |_| Failure::new(FailureCode::ConnectionUnreadable);
    let metadata = fs::metadata(path).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(FailureCode::ConnectionUnreadable.into());
    }
    if usize::try_from(metadata.len()).map_or(true, |size| size > LARGEST_FILE) {
        return Err(FailureCode::ConnectionTooLarge.into());
    }
    let file = zeroize::Zeroizing::new(fs::read(path).map_err(unreadable)?);
    connection_file::parse(&file)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONNECTION: &str = r#"{"readmit": 1, "name": "Northwind", "region": "eu-central-1",
        "userPoolId": "eu-central-1_Nw1ndPrct", "clientId": "4p1c2e3x4a5m6p7l8e9c0l1i2n",
        "clientSecret": "sssssssssssssssssssssssssssssssssssssssssssssssssss"}"#;

    #[test]
    fn a_connection_is_kept_privately_and_without_its_secret() {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings::in_folder(folder.path().join("new"));
        assert_eq!(settings.connection(), Ok(None));
        let offer = connection_file::parse(CONNECTION.as_bytes()).unwrap();
        for secret_in_keychain in [true, false] {
            let kept = Kept {
                connection: offer.connection.clone(),
                secret_in_keychain,
            };
            settings.keep(&kept).unwrap();
            assert_eq!(settings.connection(), Ok(Some(kept)));
        }
        let kept = fs::read_to_string(settings.file()).unwrap();
        assert!(!kept.contains("sss"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(
                fs::metadata(settings.file()).unwrap().permissions().mode() & 0o777,
                0o600
            );
            assert_eq!(
                fs::metadata(&settings.folder).unwrap().permissions().mode() & 0o777,
                0o700
            );
        }
        settings.forget().unwrap();
        settings.forget().unwrap();
        assert_eq!(settings.connection(), Ok(None));
    }

    #[test]
    fn damaged_settings_are_named_and_not_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings::in_folder(folder.path().to_owned());
        for (damaged, expected) in [
            ("{", FailureCode::SettingsUnreadable),
            ("{}", FailureCode::SettingsUnreadable),
            (
                r#"{"connection": {"readmit": 1}, "secretInKeychain": true}"#,
                FailureCode::ConnectionWrongValue,
            ),
        ] {
            fs::write(settings.file(), damaged).unwrap();
            assert_eq!(
                settings.connection().map_err(|failure| failure.code),
                Err(expected)
            );
            assert_eq!(fs::read_to_string(settings.file()).unwrap(), damaged);
        }
    }

    #[test]
    fn only_a_real_and_small_file_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let read = |path: &Path| {
            read_connection_file(path)
                .map(|_| ())
                .map_err(|failure| failure.code)
        };
        let file = folder.path().join("a.readmit");
        assert_eq!(read(&file), Err(FailureCode::ConnectionUnreadable));
        assert_eq!(read(folder.path()), Err(FailureCode::ConnectionUnreadable));
        fs::File::create(&file)
            .unwrap()
            .set_len(100 * 1024 * 1024)
            .unwrap();
        assert_eq!(read(&file), Err(FailureCode::ConnectionTooLarge));
        fs::write(&file, CONNECTION).unwrap();
        assert_eq!(read(&file), Ok(()));
    }
}
