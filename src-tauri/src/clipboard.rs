//! The clipboard: text that may stay there, and a password that may not.

use std::sync::Mutex;
use std::time::Duration;

use arboard::Clipboard;
use cognito::{Failure, FailureCode};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Mutex as AsyncMutex;
use zeroize::Zeroizing;

use crate::lock_whole;

/// How long a password stays on the clipboard.
pub const PASSWORD_STAYS: Duration = Duration::from_secs(60);
/// How often it is tried to clear a clipboard that another program has open, and how long between the tries.
const TRIES: u32 = 10;
const BETWEEN_TRIES: Duration = Duration::from_secs(1);

/// The system's clipboard, opened when it is first used and kept: on Linux what was copied is gone with its owner.
#[derive(Default)]
pub struct SystemClipboard {
    open: Mutex<Option<Clipboard>>,
    clearing: AsyncMutex<Option<tauri::async_runtime::JoinHandle<()>>>,
    /// The password that was copied last, until it is cleared.
    password: Mutex<Option<SecretString>>,
}

impl SystemClipboard {
    /// Copies text that is no secret.
    ///
    /// # Errors
    /// `ClipboardUnavailable`.
    pub fn copy(&self, text: &str) -> Result<(), Failure> {
        self.with(|clipboard| clipboard.set_text(text))
    }

    /// Copies a password, keeps it out of clipboard histories where the system allows that, and clears it after
    /// [`PASSWORD_STAYS`] if it is still there.
    ///
    /// # Errors
    /// `ClipboardUnavailable`.
    pub async fn copy_password(self: &std::sync::Arc<Self>, password: SecretString) -> Result<(), Failure> {
        self.with(|clipboard| set_unrecorded(clipboard, password.expose_secret()))?;
        *lock_whole(&self.password) = Some(password);
        let clipboard = std::sync::Arc::clone(self);
        let clearing = tauri::async_runtime::spawn(async move {
            tokio::time::sleep(PASSWORD_STAYS).await;
            // Another program may have the clipboard open just now.
            for _ in 0..TRIES {
                if clipboard.clear_password().is_ok() {
                    return;
                }
                tokio::time::sleep(BETWEEN_TRIES).await;
            }
        });
        if let Some(before) = self.clearing.lock().await.replace(clearing) {
            before.abort();
        }
        Ok(())
    }

    /// Clears the clipboard if it still holds the password that was copied last: whatever was copied since is left
    /// alone. For when its time is over, and for when the program ends before.
    ///
    /// # Errors
    /// `ClipboardUnavailable`: then it may still be there.
    pub fn clear_password(&self) -> Result<(), Failure> {
        let mut password = lock_whole(&self.password);
        if let Some(password) = password.as_ref() {
            self.with(|clipboard| match clipboard.get_text().map(Zeroizing::new) {
                Ok(held) if *held == password.expose_secret() => clipboard.clear(),
                // Somebody else's text, or no text at all.
                Ok(_) | Err(arboard::Error::ContentNotAvailable) => Ok(()),
                Err(error) => Err(error),
            })?;
        }
        *password = None;
        Ok(())
    }

    fn with<T>(&self, work: impl FnOnce(&mut Clipboard) -> Result<T, arboard::Error>) -> Result<T, Failure> {
        let unavailable = |_: arboard::Error| Failure::new(FailureCode::ClipboardUnavailable);
        let mut open = lock_whole(&self.open);
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
