//! The two windows, as `tauri.conf.json` describes them.

use tauri::utils::config::WindowConfig;
use tauri::{AppHandle, Manager, WebviewWindowBuilder};

/// A window of this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// For people who can't sign in.
    Recovery,
    /// For the help desk.
    Desk,
}

impl Window {
    fn label(self) -> &'static str {
        match self {
            Window::Recovery => "recovery",
            Window::Desk => "desk",
        }
    }
}

/// Opens `window`, or brings it to the front.
///
/// # Errors
/// What the system says.
pub fn open(app: &AppHandle, window: Window) -> tauri::Result<()> {
    if let Some(open) = app.get_webview_window(window.label()) {
        return open.set_focus();
    }
    let described: Option<&WindowConfig> = app
        .config()
        .app
        .windows
        .iter()
        .find(|described| described.label == window.label());
    let described = described.ok_or(tauri::Error::WindowNotFound)?;
    WebviewWindowBuilder::from_config(app, described)?.build()?;
    Ok(())
}
