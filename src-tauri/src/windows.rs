//! The windows, as `tauri.conf.json` describes them.

use std::sync::Arc;

use tauri::utils::config::WindowConfig;
use tauri::{AppHandle, Manager, Url, WebviewWindowBuilder, WindowEvent};

use crate::connected::Connected;
use crate::help_desk::Desk;
use crate::managed::Managed;
use crate::view::WindowRule;

/// A window of this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// For people who can't sign in.
    Recovery,
    /// For the help desk.
    Desk,
    /// For whoever finds out what is wrong with this computer.
    Support,
}

impl Window {
    fn label(self) -> &'static str {
        match self {
            Window::Recovery => "recovery",
            Window::Desk => "desk",
            Window::Support => "support",
        }
    }

    /// The window to open where this one is asked for: IT may have decided that there is only the other one. Where
    /// its policy doesn't hold there is none but the one that says so.
    fn allowed(self, app: &AppHandle) -> Window {
        let Some(managed) = app.try_state::<Arc<Managed>>() else {
            return Window::Support;
        };
        match (self, managed.now().windows()) {
            (Window::Recovery, WindowRule::Desk) => Window::Desk,
            (Window::Desk, WindowRule::Recovery) => Window::Recovery,
            _ => self,
        }
    }
}

/// Opens `window`, or the one that is there in its place, or brings it to the front.
///
/// # Errors
/// What the system says.
pub fn open(app: &AppHandle, window: Window) -> tauri::Result<()> {
    let window = window.allowed(app);
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
    let opened = WebviewWindowBuilder::from_config(app, described)?
        .on_navigation(is_our_page)
        .build()?;
    let app = app.clone();
    opened.on_window_event(move |event| {
        if matches!(event, WindowEvent::Destroyed) {
            match window {
                Window::Recovery => app.state::<Connected>().abandon_sign_in(),
                Window::Desk => app.state::<Desk>().window_closed(),
                Window::Support => {}
            }
        }
    });
    Ok(())
}

/// Closes the window that IT doesn't want on this computer any more, after opening the one that it wants.
pub fn close_forbidden(app: &AppHandle) {
    for window in [Window::Recovery, Window::Desk] {
        let Some(open) = app.get_webview_window(window.label()) else {
            continue;
        };
        if window.allowed(app) != window && self::open(app, window).is_ok() {
            let _closing = open.close();
        }
    }
}

/// A window shows this program's pages and never anything else, whatever a page tries.
fn is_our_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        // How Windows names the same pages.
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_lead_nowhere_else() {
        let leads_to = |url: &str| Url::parse(url).is_ok_and(|url| is_our_page(&url));
        assert!(leads_to("tauri://localhost/recovery.html"));
        assert!(leads_to("http://tauri.localhost/desk.html"));
        for elsewhere in [
            "https://example.com/",
            "http://localhost/",
            "file:///etc/passwd",
            "data:text/html,x",
            "about:blank",
            "tauri://example.com/",
            "https://tauri.localhost.example.com/",
        ] {
            assert!(!leads_to(elsewhere), "{elsewhere}");
        }
    }
}
