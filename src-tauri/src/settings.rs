//! What the program keeps between two starts: the connection, without its secret.

use std::fs;
use std::io::{ErrorKind, Read};
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
    /// `SettingsUnreadable`, or what is wrong with a file that was changed by hand. The file stays as it is.
    pub fn connection(&self) -> Result<Option<Kept>, Failure> {
        self.bytes()?.map(|file| read(&file)).transpose()
    }

    fn bytes(&self) -> Result<Option<Vec<u8>>, Failure> {
        match fs::read(self.file()) {
            Ok(file) => Ok(Some(file)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(_) => Err(FailureCode::SettingsUnreadable.into()),
        }
    }

    /// The connection that was kept, for work with it: a damaged file is out of the way from now on.
    ///
    /// # Errors
    /// `SettingsSetAside` for a file that was damaged: it lies under the name in `detail` now, and nothing is kept.
    /// `SettingsUnreadable` for one that can't be read, and `ConnectionNewer` for a newer program's: they stay.
    pub fn open(&self) -> Result<Option<Kept>, Failure> {
        let Some(file) = self.bytes()? else {
            return Ok(None);
        };
        match read(&file) {
            Ok(kept) => Ok(Some(kept)),
            Err(newer) if newer.code == FailureCode::ConnectionNewer => Err(newer),
            Err(_) => Err(set_aside(&self.folder, FILE)),
        }
    }

    /// Keeps a connection in place of the one before, whole or not at all. A file that this program can't read is
    /// set aside and not written over.
    ///
    /// # Errors
    /// `SettingsUnwritable`.
    pub fn keep(&self, kept: &Kept) -> Result<(), Failure> {
        let unwritable = || Failure::new(FailureCode::SettingsUnwritable);
        let in_the_way = self.connection().is_err() && self.file().exists();
        if in_the_way {
            private_file::set_aside(&self.folder, FILE).map_err(|_| unwritable())?;
        }
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

/// Sets a damaged settings file aside.
///
/// The failure to tell people: `SettingsSetAside` with the new name as `detail`; `SettingsUnreadable` where it can't
/// be moved, so that nothing is written over it.
pub fn set_aside(folder: &Path, name: &str) -> Failure {
    match private_file::set_aside(folder, name) {
        Ok(aside) => Failure::new(FailureCode::SettingsSetAside).detail(aside),
        Err(_) => FailureCode::SettingsUnreadable.into(),
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
    // What says that it is empty may never end.
    let most = u64::try_from(LARGEST_FILE).map_or(u64::MAX, |most| most + 1);
    let mut file = zeroize::Zeroizing::new(Vec::new());
    let opened = fs::File::open(path).map_err(unreadable)?;
    opened.take(most).read_to_end(&mut file).map_err(unreadable)?;
    if file.len() > LARGEST_FILE {
        return Err(FailureCode::ConnectionTooLarge.into());
    }
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
    fn damaged_settings_are_set_aside_and_named() {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings::in_folder(folder.path().to_owned());
        let wrong_pool = r#"{"connection": {"readmit": 1, "name": "x"}, "secretInKeychain": true}"#;
        for (damaged, aside) in [
            ("{", "settings.json.bad"),
            ("{}", "settings.json.2.bad"),
            (wrong_pool, "settings.json.3.bad"),
        ] {
            fs::write(settings.file(), damaged).unwrap();
            let expected = Failure::new(FailureCode::SettingsSetAside).detail(aside);
            assert!(settings.connection().is_err());
            assert_eq!(settings.open(), Err(expected));
            assert_eq!(fs::read_to_string(folder.path().join(aside)).unwrap(), damaged);
            assert_eq!(settings.connection(), Ok(None));
        }
    }

    #[test]
    fn a_newer_programs_settings_stay() {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings::in_folder(folder.path().to_owned());
        fs::write(settings.file(), r#"{"connection": {"readmit": 2}}"#).unwrap();
        for _ in 0..2 {
            let failure = settings.open().unwrap_err();
            assert_eq!(failure.code, FailureCode::ConnectionNewer);
        }
        let offer = connection_file::parse(CONNECTION.as_bytes()).unwrap();
        let kept = Kept {
            connection: offer.connection,
            secret_in_keychain: false,
        };
        settings.keep(&kept).unwrap();
        assert_eq!(settings.connection(), Ok(Some(kept)));
        assert!(folder.path().join("settings.json.bad").exists());
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
