//! What happens when the program is started while it runs: the new start hands over what it was asked for, and ends.

use std::ffi::OsString;
use std::path::Path;

use tauri::{AppHandle, Emitter, Manager};

use crate::arguments::{self, Arrived, Beginning, Request};
use crate::arrivals;
use crate::connected::Connected;
use crate::windows::{self, Window};

/// The event that tells the recovery window that a connection has arrived.
const OFFER_ARRIVED: &str = "offer-arrived";

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
