//! Where a window begins, and the way to the other window.

use cognito::{Failure, FailureCode};
use tauri::{AppHandle, State};

use crate::Language;
use crate::connected::Connected;
use crate::view::StartingPoint;
use crate::windows::{self, Window};

/// What to show first.
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
