//! The record.

use cognito::Failure;
use desk::record::{EntryId, RecordPage, RecordQuery, Verification};
use tauri::{AppHandle, State, WebviewWindow};

use crate::file_dialog;
use crate::help_desk::{Desk, RecordFormat};

/// Entries, newest first.
#[tauri::command]
pub async fn search_record(
    desk: State<'_, Desk>,
    query: RecordQuery,
    before: Option<EntryId>,
) -> Result<RecordPage, Failure> {
    desk.unlocked()?.search_record(query, before).await
}

/// Whether the record is whole.
#[tauri::command]
pub async fn verify_record(desk: State<'_, Desk>) -> Result<Verification, Failure> {
    desk.unlocked()?.verify_record().await
}

/// Saves the record where somebody chooses to. False: they changed their mind.
#[tauri::command]
pub async fn export_record(
    app: AppHandle,
    window: WebviewWindow,
    desk: State<'_, Desk>,
    query: RecordQuery,
    format: RecordFormat,
    title: String,
) -> Result<bool, Failure> {
    // Whose record it is was decided before the dialog; whether somebody may have it, also after.
    let record = desk.unlocked()?.record().await?;
    let name = match format {
        RecordFormat::Csv => "record.csv",
        RecordFormat::Json => "record.json",
    };
    let Some(path) = file_dialog::save(&app, &window, title, name).await? else {
        return Ok(false);
    };
    desk.unlocked()?.save_record(record, query, format, path).await?;
    Ok(true)
}
