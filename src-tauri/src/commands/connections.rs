//! Setting up the connection: a file, a setup code, or leaving it.

use cognito::{Failure, connection_file};
use secrecy::SecretString;
use tauri::{AppHandle, State, WebviewWindow};

use crate::connected::Connected;
use crate::file_dialog;
use crate::settings::read_connection_file;
use crate::view::{Accepted, ConnectionView};

/// Lets the person choose a connection file and reads it. The file never passes through the page.
#[tauri::command]
pub async fn choose_connection_file(
    app: AppHandle,
    window: WebviewWindow,
    connected: State<'_, Connected>,
    title: String,
) -> Result<Option<ConnectionView>, Failure> {
    let Some(path) = file_dialog::open(&app, &window, title).await? else {
        return Ok(None);
    };
    read_connection_file(&path).map(|offer| Some(connected.offer(offer)))
}

/// Reads a setup code.
#[tauri::command]
pub fn read_setup_code(
    connected: State<'_, Connected>,
    setup_code: SecretString,
) -> Result<ConnectionView, Failure> {
    connection_file::parse_setup_code(&setup_code).map(|offer| connected.offer(offer))
}

/// Takes the connection on offer.
#[tauri::command]
pub async fn accept_connection(connected: State<'_, Connected>) -> Result<Accepted, Failure> {
    connected.accept().await
}

/// Leaves the connection and forgets it.
#[tauri::command]
pub async fn leave_connection(connected: State<'_, Connected>) -> Result<(), Failure> {
    connected.leave().await
}
