//! A connection for end users, leaving the desk.

use std::path::PathBuf;

use cognito::connection_file::{to_json, to_setup_code};
use cognito::{Connection, Failure, FailureCode};
use secrecy::ExposeSecret;
use zeroize::Zeroizing;

use super::{Desk, lock_whole, practising};
use crate::clipboard::PASSWORD_STAYS;
use crate::private_file;
use crate::view::{ExportForm, ExportShape, Exported};

impl Desk {
    /// The connection at work in the form of a connection file, with the secret if it is asked for.
    ///
    /// # Errors
    /// `ConnectionEmpty`; `ClientNotFound` where no app client is known; `SecretMissing` where its secret is asked for
    /// and isn't in the keychain; `ConnectionWrongValue` with the field as `detail`; the `Keychain…` codes.
    pub async fn connection_file(&self, form: &ExportForm) -> Result<Zeroizing<String>, Failure> {
        let at_hand = self.at_hand().await?;
        let kept = {
            let state = lock_whole(&self.state);
            match state.practice {
                Some(_) => practising::kept(&at_hand.id).ok_or(FailureCode::ConnectionEmpty)?,
                None => state.kept_connection(&at_hand.id)?.connection,
            }
        };
        if kept.client_id.is_none() {
            return Err(FailureCode::ClientNotFound.into());
        }
        let mut connection = self.as_connection(&kept, &at_hand.pool.pool)?;
        connection.help_desk.clone_from(&form.help_desk);
        connection.validate()?;
        if !form.include_secret {
            return to_json(&connection).map(Zeroizing::new);
        }
        let secret = self
            .client_secret(&kept)
            .await?
            .ok_or(FailureCode::SecretMissing)?;
        with_secret(&connection, secret.expose().expose_secret())
    }

    /// A setup code for end users. One with the secret goes to the clipboard, for as long as a password stays there:
    /// it is the secret in other letters, and no page holds that.
    ///
    /// # Errors
    /// As [`Desk::connection_file`]; `ClipboardUnavailable`.
    pub async fn setup_code(&self, form: &ExportForm) -> Result<Exported, Failure> {
        let code = to_setup_code(&self.connection_file(form).await?);
        let mut exported = Exported {
            saved: false,
            setup_code: None,
            copied_seconds: None,
        };
        if form.include_secret {
            self.clipboard.copy_password(code.into()).await?;
            exported.copied_seconds = u32::try_from(PASSWORD_STAYS.as_secs()).ok();
        } else {
            exported.setup_code = Some(code);
        }
        Ok(exported)
    }

    /// Saves a connection file where somebody chose to.
    ///
    /// # Errors
    /// `ExportUnwritable`.
    pub async fn save_connection(&self, file: Zeroizing<String>, path: PathBuf) -> Result<(), Failure> {
        tokio::task::spawn_blocking(move || {
            let (folder, name) = (path.parent()?, path.file_name()?);
            private_file::write(folder, name, file.as_bytes()).ok()
        })
        .await
        .ok()
        .flatten()
        .ok_or(FailureCode::ExportUnwritable.into())
    }
}

/// The file with the secret in it, as `connection_file::parse` reads it.
fn with_secret(connection: &Connection, secret: &str) -> Result<Zeroizing<String>, Failure> {
    let file = to_json(connection)?;
    let mut file: serde_json::Value =
        serde_json::from_str(&file).map_err(|_| FailureCode::ConnectionMalformed)?;
    file["clientSecret"] = secret.into();
    Ok(Zeroizing::new(format!("{file:#}\n")))
}

impl ExportShape {
    /// Whether it is a file.
    pub fn is_file(self) -> bool {
        self == ExportShape::File
    }
}
