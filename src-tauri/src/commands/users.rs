//! Finding users, opening one, and acting on them.

use cognito::{Failure, TriedPassword};
use secrecy::SecretString;
use tauri::State;

use crate::help_desk::Desk;
use crate::view::{ActDone, ActForm, Card, FoundUsers, PasswordCheck, StatusFilter};

/// Begins a search.
#[tauri::command]
pub async fn search_users(
    desk: State<'_, Desk>,
    text: String,
    status: StatusFilter,
) -> Result<FoundUsers, Failure> {
    desk.unlocked()?.search(&text, status).await
}

/// The next users of a search.
#[tauri::command]
pub async fn more_users(desk: State<'_, Desk>, search: u32) -> Result<FoundUsers, Failure> {
    desk.unlocked()?.search_on(search).await
}

/// Ends the search under way.
#[tauri::command]
pub async fn stop_search(desk: State<'_, Desk>) -> Result<(), Failure> {
    desk.stop_search().await;
    Ok(())
}

/// Opens one user.
#[tauri::command]
pub async fn open_user(desk: State<'_, Desk>, username: String) -> Result<Card, Failure> {
    desk.unlocked()?.open_user(&username).await
}

/// Does an act.
#[tauri::command]
pub async fn perform_act(desk: State<'_, Desk>, form: ActForm) -> Result<ActDone, Failure> {
    desk.unlocked()?.act(form).await
}

/// Copies the temporary password that was made last; gives the seconds after which it is cleared.
#[tauri::command]
pub async fn copy_temporary_password(desk: State<'_, Desk>) -> Result<u64, Failure> {
    desk.unlocked()?.copy_temporary_password().await
}

/// The temporary password was told.
#[tauri::command]
pub fn forget_temporary_password(desk: State<'_, Desk>) {
    desk.forget_temporary_password();
}

/// Whether a password would work.
#[tauri::command]
pub async fn try_password(
    desk: State<'_, Desk>,
    username: String,
    password: SecretString,
) -> Result<TriedPassword, Failure> {
    desk.unlocked()?.try_password(&username, password).await
}

/// Compares a permanent password with the rules of the pool at hand.
#[tauri::command]
pub async fn check_desk_password(
    desk: State<'_, Desk>,
    password: SecretString,
) -> Result<PasswordCheck, Failure> {
    desk.unlocked()?.check_password(password).await
}
