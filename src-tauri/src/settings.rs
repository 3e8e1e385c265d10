//! What the program keeps between two starts: the connection, without its secret.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use cognito::connection_file::{self, LARGEST_FILE};
use cognito::{Connection, Failure, FailureCode};

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
    pub fn connection(&self) -> Result<Option<Connection>, Failure> {
        let file = match fs::read(self.file()) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(_) => return Err(FailureCode::SettingsUnreadable.into()),
        };
        connection_file::parse(&file).map(|offer| Some(offer.connection))
    }

    /// Keeps `connection` in place of the one before, whole or not at all.
    ///
    /// # Errors
    /// `SettingsUnwritable`.
    pub fn keep(&self, connection: &Connection) -> Result<(), Failure> {
        let text = connection_file::to_json(connection)?;
        self.write(text.as_bytes())
            .map_err(|_| FailureCode::SettingsUnwritable.into())
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
        self.folder.join("connection.readmit")
    }

    fn write(&self, text: &[u8]) -> std::io::Result<()> {
        create_private_folder(&self.folder)?;
        let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
        file.write_all(text)?;
        file.as_file().sync_all()?;
        file.persist(self.file())?;
        Ok(())
    }
}

#[cfg(unix)]
fn create_private_folder(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn create_private_folder(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)
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

    const FILE: &str = r#"{"readmit": 1, "name": "Northwind", "region": "eu-central-1",
        "userPoolId": "eu-central-1_Nw1ndPrct", "clientId": "4p1c2e3x4a5m6p7l8e9c0l1i2n",
        "clientSecret": "sssssssssssssssssssssssssssssssssssssssssssssssssss"}"#;

    #[test]
    fn a_connection_is_kept_privately_and_without_its_secret() {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings::in_folder(folder.path().join("new"));
        assert_eq!(settings.connection(), Ok(None));
        let offer = connection_file::parse(FILE.as_bytes()).unwrap();
        settings.keep(&offer.connection).unwrap();
        assert_eq!(settings.connection(), Ok(Some(offer.connection)));
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
        fs::write(settings.file(), "{").unwrap();
        assert_eq!(
            settings.connection().map_err(|failure| failure.code),
            Err(FailureCode::ConnectionCutShort)
        );
        assert_eq!(fs::read_to_string(settings.file()).unwrap(), "{");
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
        fs::write(&file, FILE).unwrap();
        assert_eq!(read(&file), Ok(()));
    }
}
