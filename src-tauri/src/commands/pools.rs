//! The pools of the desk: finding, keeping, examining, exporting.

use cognito::{Failure, ListedPool};
use desk::permissions::Job;
use tauri::{AppHandle, State, WebviewWindow};

use crate::file_dialog;
use crate::help_desk::Desk;
use crate::view::{
    AppClientChoice, ConnectionForm, DeskConnection, ExportForm, Exported, PoolReport, Regions,
};

/// The Regions to look in.
#[tauri::command]
pub fn list_regions(desk: State<'_, Desk>) -> Regions {
    desk.regions()
}

/// The pools of one Region.
#[tauri::command]
pub async fn find_pools(desk: State<'_, Desk>, region: String) -> Result<Vec<ListedPool>, Failure> {
    desk.unlocked()?.pools(&region).await
}

/// The pools of every Region, by a part of their name.
#[tauri::command]
pub async fn find_pools_everywhere(desk: State<'_, Desk>, name: String) -> Result<Vec<ListedPool>, Failure> {
    desk.unlocked()?.pools_everywhere(&name).await
}

/// The app clients of a pool.
#[tauri::command]
pub async fn list_app_clients(
    desk: State<'_, Desk>,
    region: String,
    pool_id: String,
) -> Result<Vec<AppClientChoice>, Failure> {
    desk.unlocked()?.app_clients(&region, &pool_id).await
}

/// A pool's settings, health and permissions.
#[tauri::command]
pub async fn examine_pool(
    desk: State<'_, Desk>,
    region: String,
    pool_id: String,
    client_id: Option<String>,
) -> Result<PoolReport, Failure> {
    desk.unlocked()?
        .examine(&region, &pool_id, client_id.as_deref())
        .await
}

/// Keeps a connection and turns to it.
#[tauri::command]
pub async fn keep_desk_connection(
    desk: State<'_, Desk>,
    form: ConnectionForm,
) -> Result<DeskConnection, Failure> {
    desk.unlocked()?.keep_connection(form).await
}

/// Turns to a connection.
#[tauri::command]
pub async fn choose_desk_connection(desk: State<'_, Desk>, id: String) -> Result<DeskConnection, Failure> {
    desk.unlocked()?.choose_connection(&id).await
}

/// Removes a connection.
#[tauri::command]
pub async fn remove_desk_connection(desk: State<'_, Desk>, id: String) -> Result<(), Failure> {
    desk.unlocked()?.remove_connection(&id).await
}

/// The least-privilege policy for a job.
#[tauri::command]
pub fn permission_policy(
    desk: State<'_, Desk>,
    region: String,
    pool_id: String,
    job: Job,
) -> Result<String, Failure> {
    desk.unlocked()?.policy(job, &region, &pool_id)
}

/// The connection at work, for end users.
#[tauri::command]
pub async fn export_connection(
    app: AppHandle,
    window: WebviewWindow,
    desk: State<'_, Desk>,
    form: ExportForm,
    title: String,
) -> Result<Exported, Failure> {
    if !form.form.is_file() {
        return desk.unlocked()?.setup_code(&form).await;
    }
    // What is saved is what was at work before the dialog; whether somebody may have it is asked again after.
    let file = desk.unlocked()?.connection_file(&form).await?;
    let chosen = file_dialog::save(&app, &window, title, "connection.readmit").await?;
    if let Some(path) = &chosen {
        desk.unlocked()?.save_connection(file, path.clone()).await?;
    }
    Ok(Exported {
        saved: chosen.is_some(),
        setup_code: None,
        copied_seconds: None,
    })
}
