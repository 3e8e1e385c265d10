//! The support window: the self-check and the report.

use std::sync::Arc;

use cognito::{Failure, FailureCode};
use tauri::{AppHandle, Manager, State, WebviewWindow};

use crate::Language;
use crate::clipboard::SystemClipboard;
use crate::managed::Managed;
use crate::self_check::{CheckName, CheckResult};
use crate::support::Support;
use crate::view::SupportStart;
use crate::windows::{self, Window};
use crate::{file_dialog, report};

/// Opens the support window.
#[tauri::command]
pub async fn open_support(app: AppHandle) -> Result<(), Failure> {
    windows::open(&app, Window::Support).map_err(|_| FailureCode::Unknown.into())
}

/// Where the support window begins.
#[tauri::command]
pub async fn support_start(app: AppHandle, language: State<'_, Language>) -> Result<SupportStart, Failure> {
    // Where the start was stopped nothing is decided.
    let managed = app.try_state::<Arc<Managed>>();
    Ok(SupportStart {
        house: managed.map(|managed| managed.now().house()).unwrap_or_default(),
        language: language.0.clone(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        policy: Support::policy_refused(),
    })
}

/// Makes one check.
#[tauri::command]
pub async fn run_check(support: State<'_, Support>, check: CheckName) -> Result<CheckResult, Failure> {
    Ok(support.check(check).await)
}

/// Exactly what would be saved or copied.
#[tauri::command]
pub async fn preview_report(
    support: State<'_, Support>,
    language: State<'_, Language>,
) -> Result<String, Failure> {
    Ok(support.preview(language.0.as_deref()).await)
}

/// Saves the report that was shown where somebody chooses to. False: they changed their mind.
#[tauri::command]
pub async fn save_report(
    app: AppHandle,
    window: WebviewWindow,
    support: State<'_, Support>,
    title: String,
) -> Result<bool, Failure> {
    let report = support.shown_report()?;
    let name = report::file_name();
    let Some(path) = file_dialog::save(&app, &window, title, &name).await? else {
        return Ok(false);
    };
    Support::save(&report, &path)?;
    Ok(true)
}

/// Copies the report that was shown.
#[tauri::command]
pub fn copy_report(
    support: State<'_, Support>,
    clipboard: State<'_, Arc<SystemClipboard>>,
) -> Result<(), Failure> {
    clipboard.copy(&support.shown_report()?)
}
