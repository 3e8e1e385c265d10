//! The desk's window itself: where it begins, its settings, its lock.

use cognito::{Failure, FailureCode};
use tauri::{State, WebviewWindow};

use crate::help_desk::Desk;
use crate::help_desk::kept::DeskSettings;
use crate::view::DeskStart;

/// Where the desk begins.
#[tauri::command]
pub async fn desk_start(desk: State<'_, Desk>) -> Result<DeskStart, Failure> {
    Ok(desk.begin().await)
}

/// Locks the desk.
#[tauri::command]
pub fn lock_desk(desk: State<'_, Desk>) {
    desk.lock();
}

/// Somebody is there.
#[tauri::command]
pub fn desk_active(desk: State<'_, Desk>) -> Result<(), Failure> {
    desk.unlocked().map(drop)
}

/// Turns to the practice pools.
#[tauri::command]
pub async fn start_desk_practice(desk: State<'_, Desk>) -> Result<DeskStart, Failure> {
    desk.start_practice().await
}

/// Goes back from the practice pools.
#[tauri::command]
pub fn leave_desk_practice(desk: State<'_, Desk>) -> DeskStart {
    desk.leave_practice()
}

/// Changes the settings.
#[tauri::command]
pub async fn change_desk_settings(
    desk: State<'_, Desk>,
    settings: DeskSettings,
) -> Result<DeskSettings, Failure> {
    desk.unlocked()?.change_settings(settings).await
}

/// Copies text that is no secret.
#[tauri::command]
pub fn copy_text(desk: State<'_, Desk>, text: String) -> Result<(), Failure> {
    desk.unlocked()?.clipboard().copy(&text)
}

/// Opens the system's print dialog.
#[tauri::command]
pub fn print_window(desk: State<'_, Desk>, window: WebviewWindow) -> Result<(), Failure> {
    desk.unlocked()?;
    window
        .print()
        .map_err(|_| FailureCode::PrintingUnavailable.into())
}

/// Gives up on what the desk is waiting for.
#[tauri::command]
pub fn stop_desk(desk: State<'_, Desk>) {
    desk.stop_waiting();
}
