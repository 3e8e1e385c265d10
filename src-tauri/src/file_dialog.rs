//! The system's file dialogs. Paths and files never pass through a page.

use std::future::Future;
use std::path::PathBuf;

use cognito::{Failure, FailureCode};
use rfd::{AsyncFileDialog, FileHandle};
use tauri::{AppHandle, WebviewWindow};

/// Lets the person choose a connection file to open. `None`: they changed their mind.
///
/// # Errors
/// `ConnectionUnreadable` where no dialog can be shown.
pub async fn open(
    app: &AppHandle,
    window: &WebviewWindow,
    title: String,
) -> Result<Option<PathBuf>, Failure> {
    let dialog = AsyncFileDialog::new()
        .set_title(title)
        .add_filter("Readmit", &["readmit", "json"])
        .set_parent(window);
    show(app, move || dialog.pick_file())
        .await
        .map_err(|()| FailureCode::ConnectionUnreadable.into())
}

/// Lets the person choose where to save. `None`: they changed their mind.
///
/// # Errors
/// `ExportUnwritable` where no dialog can be shown.
pub async fn save(
    app: &AppHandle,
    window: &WebviewWindow,
    title: String,
    name: &str,
) -> Result<Option<PathBuf>, Failure> {
    let dialog = AsyncFileDialog::new()
        .set_title(title)
        .set_file_name(name)
        .set_parent(window);
    show(app, move || dialog.save_file())
        .await
        .map_err(|()| FailureCode::ExportUnwritable.into())
}

/// File dialogs belong to the thread that draws.
async fn show<F>(app: &AppHandle, dialog: impl FnOnce() -> F + Send + 'static) -> Result<Option<PathBuf>, ()>
where
    F: Future<Output = Option<FileHandle>> + Send + 'static,
{
    let (chosen, path) = tokio::sync::oneshot::channel();
    app.run_on_main_thread(move || {
        let file = dialog();
        tauri::async_runtime::spawn(async move {
            let _window_closed = chosen.send(file.await);
        });
    })
    .map_err(drop)?;
    Ok(path.await.ok().flatten().map(|file| file.path().to_owned()))
}
