//! Where a window begins, and the way to the other window.

use cognito::{Failure, FailureCode};
use tauri::{AppHandle, State};

use crate::Language;
use crate::connected::Connected;
use crate::view::StartingPoint;
use crate::windows::{self, Window};

/// What the recovery window shows first.
#[tauri::command]
pub async fn starting_point(
    connected: State<'_, Connected>,
    language: State<'_, Language>,
) -> Result<StartingPoint, Failure> {
    let (connection, refused, notice) = connected.begin().await;
    Ok(StartingPoint {
        connection,
        refused,
        language: language.0.clone(),
        notice,
    })
}

/// The language asked for, else the system's. All that the desk's window needs to begin: the
/// recovery window's connection is none of its business, nor is the keychain.
#[tauri::command]
pub fn preferred_language(language: State<'_, Language>) -> Option<String> {
    language.0.clone()
}

/// Opens the help desk's window.
#[tauri::command]
pub async fn open_help_desk(app: AppHandle) -> Result<(), Failure> {
    windows::open(&app, Window::Desk).map_err(|_| FailureCode::Unknown.into())
}

/// Opens the recovery window.
#[tauri::command]
pub async fn open_recovery(app: AppHandle) -> Result<(), Failure> {
    windows::open(&app, Window::Recovery).map_err(|_| FailureCode::Unknown.into())
}
