//! What happens when the program is started while it runs: the new start hands over what it was asked for, and ends.

use std::ffi::OsString;
use std::path::Path;
#[cfg(unix)]
use std::process::Command;
#[cfg(unix)]
use std::time::Duration;

use tauri::{AppHandle, Emitter, Manager};

use crate::arguments::{self, Arrived, Beginning, Request};
use crate::arrivals;
use crate::connected::Connected;
use crate::windows::{self, Window};

/// The event that tells the recovery window that a connection has arrived.
const OFFER_ARRIVED: &str = "offer-arrived";

/// The plugin that hands over, by the name its failures carry.
const PLUGIN: &str = "single-instance";
/// Says how often this start has begun anew.
#[cfg(unix)]
const BEGUN_ANEW: &str = "READMIT_BEGUN_ANEW";
/// How often a start begins anew: a program that is ending takes about a second.
#[cfg(unix)]
const MOST_TIMES: u32 = 20;
/// What it waits before.
#[cfg(unix)]
const PAUSE: Duration = Duration::from_millis(150);

/// Whether a window can't be opened because the program that was to take over ended meanwhile: somebody closed the
/// window and started the program again at once.
pub fn was_let_down(error: &tauri::Error) -> bool {
    matches!(error, tauri::Error::PluginInitialization(plugin, _) if plugin == PLUGIN)
}

/// Begins this start anew, in the same process. It comes back only where that can't be done.
#[cfg(unix)]
pub fn begin_anew() {
    use std::os::unix::process::CommandExt;
    let times = std::env::var(BEGUN_ANEW)
        .ok()
        .and_then(|times| times.parse().ok());
    let times: u32 = times.unwrap_or_default();
    if times < MOST_TIMES
        && let Ok(program) = std::env::current_exe()
    {
        std::thread::sleep(PAUSE);
        let _not_replaced = Command::new(program)
            .args(std::env::args_os().skip(1))
            .env(BEGUN_ANEW, (times + 1).to_string())
            .exec();
    }
}

/// On Windows nothing is let down: a message to a window that is gone is an error at once, and the start goes on.
#[cfg(not(unix))]
pub fn begin_anew() {}

/// Does here what another start was asked for: `arguments` with the program's own name first, relative to `folder`.
///
/// Anybody who may start programs as this user can send them, so nothing is taken without being asked about: a
/// connection is offered in the open window, and nothing that is typed there is lost.
pub fn take_over(app: &AppHandle, arguments: Vec<String>, folder: &str) {
    let arguments = arguments.into_iter().skip(1).map(OsString::from);
    let Ok(Request::Open {
        desk,
        beginning,
        arrived,
        ..
    }) = arguments::parse(arguments)
    else {
        return;
    };
    let arrived = match beginning {
        Beginning::ConnectionFile(path) => Some(Arrived::File(path)),
        Beginning::Settings | Beginning::Practice => arrived,
    };
    match arrived {
        Some(arrived) => receive(app, arrivals::relative_to(arrived, Path::new(folder))),
        None => show(app, if desk { Window::Desk } else { Window::Recovery }),
    }
}

/// Offers what has arrived in the recovery window, which is opened if it isn't.
pub fn receive(app: &AppHandle, arrived: Arrived) {
    // Where the start was stopped there is nobody to offer it to.
    if let Some(connected) = app.try_state::<Connected>() {
        connected.arrive(arrived);
    }
    show(app, Window::Recovery);
    let _no_window = app.emit(OFFER_ARRIVED, ());
}

fn show(app: &AppHandle, window: Window) {
    if windows::open(app, window).is_err() {
        tracing::warn!("another start asked for a window that can't be opened");
    }
}
