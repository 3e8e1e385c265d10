//! The clipboard: text that may stay there, and a password that may not.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use arboard::Clipboard;
use cognito::{Failure, FailureCode};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Mutex as AsyncMutex;

/// How long a password stays on the clipboard.
pub const PASSWORD_STAYS: Duration = Duration::from_secs(60);

/// The system's clipboard, opened when it is first used and kept: on Linux what was copied is gone with its owner.
#[derive(Default)]
pub struct DeskClipboard {
    open: Mutex<Option<Clipboard>>,
    clearing: AsyncMutex<Option<tauri::async_runtime::JoinHandle<()>>>,
}

impl DeskClipboard {
    /// Copies text that is no secret.
    ///
    /// # Errors
    /// `NotSupported` where there is no clipboard.
    pub fn copy(&self, text: &str) -> Result<(), Failure> {
        self.with(|clipboard| clipboard.set_text(text))
    }

    /// Copies a password, keeps it out of clipboard histories where the system allows that, and clears it after
    /// [`PASSWORD_STAYS`] if it is still there.
    ///
    /// # Errors
    /// `NotSupported` where there is no clipboard.
    pub async fn copy_password(self: &std::sync::Arc<Self>, password: SecretString) -> Result<(), Failure> {
        self.with(|clipboard| set_unrecorded(clipboard, password.expose_secret()))?;
        let desk = std::sync::Arc::clone(self);
        let clearing = tauri::async_runtime::spawn(async move {
            tokio::time::sleep(PASSWORD_STAYS).await;
            desk.clear_if(&password);
        });
        if let Some(before) = self.clearing.lock().await.replace(clearing) {
            before.abort();
        }
        Ok(())
    }

    /// Clears the clipboard if it still holds `password`: whatever was copied since is left alone.
    pub fn clear_if(&self, password: &SecretString) {
        let _no_clipboard = self.with(|clipboard| {
            let held = zeroize::Zeroizing::new(clipboard.get_text().unwrap_or_default());
            if *held == password.expose_secret() {
                clipboard.clear()
            } else {
                Ok(())
            }
        });
    }

    fn with<T>(&self, work: impl FnOnce(&mut Clipboard) -> Result<T, arboard::Error>) -> Result<T, Failure> {
        let unavailable = |_: arboard::Error| Failure::new(FailureCode::NotSupported);
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let clipboard = match open.take() {
            Some(clipboard) => clipboard,
            None => Clipboard::new().map_err(unavailable)?,
        };
        work(open.insert(clipboard)).map_err(unavailable)
    }
}

/// Histories that ask are told to leave it out.
fn set_unrecorded(clipboard: &mut Clipboard, text: &str) -> Result<(), arboard::Error> {
    #[cfg(target_os = "macos")]
    use arboard::SetExtApple as Set;
    #[cfg(target_os = "linux")]
    use arboard::SetExtLinux as Set;
    #[cfg(target_os = "windows")]
    use arboard::SetExtWindows as Set;
    Set::exclude_from_history(clipboard.set()).text(text)
}
