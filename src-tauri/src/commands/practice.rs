//! The practice accounts and their inbox.

use cognito::Failure;
use tauri::State;

use crate::connected::Connected;
use crate::view::{ConnectionView, PracticeMessage, PracticePerson, PracticePoolName};

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
