//! Setting up the connection: a file, a setup code, or leaving it.

use std::sync::Arc;

use cognito::{Failure, connection_file};
use secrecy::SecretString;
use tauri::{AppHandle, State, WebviewWindow};

use crate::connected::Connected;
use crate::file_dialog;
use crate::managed::Managed;
use crate::settings::read_connection_file;
use crate::view::{Accepted, ArrivedOffer, ConnectionView};

/// Lets the person choose a connection file and reads it. The file never passes through the page.
#[tauri::command]
pub async fn choose_connection_file(
    app: AppHandle,
    window: WebviewWindow,
    connected: State<'_, Connected>,
    managed: State<'_, Arc<Managed>>,
    title: String,
) -> Result<Option<ConnectionView>, Failure> {
    managed.now().own_connections()?;
    let Some(path) = file_dialog::open(&app, &window, title).await? else {
        return Ok(None);
    };
    read_connection_file(&path).map(|offer| Some(connected.offer(offer)))
}

/// Reads a setup code.
#[tauri::command]
pub fn read_setup_code(
    connected: State<'_, Connected>,
    managed: State<'_, Arc<Managed>>,
    setup_code: SecretString,
) -> Result<ConnectionView, Failure> {
    managed.now().own_connections()?;
    connection_file::parse_setup_code(&setup_code).map(|offer| connected.offer(offer))
}

/// Offers the connection that came by a file or a link since this was asked last.
#[tauri::command]
pub async fn arrived_offer(connected: State<'_, Connected>) -> Result<Option<ArrivedOffer>, Failure> {
    Ok(connected.take_arrived().await)
}

/// Turns down the connection on offer.
#[tauri::command]
pub fn decline_offer(connected: State<'_, Connected>) {
    connected.decline();
}

/// Works with one of the connections that IT brings.
#[tauri::command]
pub async fn choose_connection(connected: State<'_, Connected>, index: usize) -> Result<Accepted, Failure> {
    connected.choose(index)
}

/// Takes the connection on offer: the one that `arrived`, or the one that was chosen.
#[tauri::command]
pub async fn accept_connection(connected: State<'_, Connected>, arrived: bool) -> Result<Accepted, Failure> {
    connected.accept(arrived).await
}

/// Leaves the connection and forgets it.
#[tauri::command]
pub async fn leave_connection(connected: State<'_, Connected>) -> Result<(), Failure> {
    connected.leave().await
}
