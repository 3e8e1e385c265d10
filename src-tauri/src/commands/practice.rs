//! The practice accounts and their inbox.

use cognito::Failure;
use tauri::State;

use crate::connected::Connected;
use crate::view::{ConnectionView, PracticeAuthenticator, PracticeMessage, PracticePerson, PracticePoolName};

/// Works with one of the practice pools.
#[tauri::command]
pub fn start_practice(
    connected: State<'_, Connected>,
    pool: PracticePoolName,
) -> Result<ConnectionView, Failure> {
    connected.start_practice(pool)
}

/// Who there is to try the program with.
#[tauri::command]
pub fn practice_people(connected: State<'_, Connected>) -> Vec<PracticePerson> {
    connected.practice().people()
}

/// The messages that were sent, newest last.
#[tauri::command]
pub fn practice_inbox(connected: State<'_, Connected>) -> Vec<PracticeMessage> {
    connected.practice().inbox()
}

/// What the authenticator apps of the people in the pool at work show now; none where that is no practice pool.
#[tauri::command]
pub fn practice_authenticators(connected: State<'_, Connected>) -> Vec<PracticeAuthenticator> {
    let pool = connected.practice_pool();
    pool.map(|pool| connected.practice().authenticators(pool))
        .unwrap_or_default()
}

/// The password that somebody in the practice pool at work was given, while it is theirs.
#[tauri::command]
pub fn practice_password(connected: State<'_, Connected>, username: String) -> Option<String> {
    let pool = connected.practice_pool()?;
    connected.practice().password(pool, username.trim())
}
