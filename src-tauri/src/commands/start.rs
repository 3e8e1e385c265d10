//! Where a window begins, and the way to the other window.

use std::sync::Arc;

use cognito::{Failure, FailureCode};
use tauri::{AppHandle, State};

use crate::Language;
use crate::connected::Connected;
use crate::managed::Managed;
use crate::view::{House, StartingPoint, WindowRule};
use crate::windows::{self, Window};

/// What the recovery window shows first.
#[tauri::command]
pub async fn starting_point(
    connected: State<'_, Connected>,
    managed: State<'_, Arc<Managed>>,
    language: State<'_, Language>,
) -> Result<StartingPoint, Failure> {
    let (connection, refused, notice) = connected.begin().await;
    Ok(StartingPoint {
        connection,
        refused,
        language: language.0.clone(),
        notice,
        house: managed.now().house(),
        choices: connected.choices(),
        arrived: connected.take_arrived().await,
    })
}

/// What IT decided about this computer, as it is now.
#[tauri::command]
pub async fn house(managed: State<'_, Arc<Managed>>) -> Result<House, Failure> {
    Ok(managed.now().house())
}

/// The language asked for, else the system's. All that the desk's window needs to begin: the
/// recovery window's connection is none of its business, nor is the keychain.
#[tauri::command]
pub fn preferred_language(language: State<'_, Language>) -> Option<String> {
    language.0.clone()
}

/// Opens the help desk's window.
#[tauri::command]
pub async fn open_help_desk(app: AppHandle, managed: State<'_, Arc<Managed>>) -> Result<(), Failure> {
    if managed.now().windows() == WindowRule::Recovery {
        return Err(FailureCode::ManagedByOrganisation.into());
    }
    windows::open(&app, Window::Desk).map_err(|_| FailureCode::Unknown.into())
}

/// Opens the recovery window.
#[tauri::command]
pub async fn open_recovery(app: AppHandle, managed: State<'_, Arc<Managed>>) -> Result<(), Failure> {
    if managed.now().windows() == WindowRule::Desk {
        return Err(FailureCode::ManagedByOrganisation.into());
    }
    windows::open(&app, Window::Recovery).map_err(|_| FailureCode::Unknown.into())
}
