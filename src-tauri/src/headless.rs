//! What the program does without a window, and with no display at all.

use std::process::ExitCode;

use crate::console;
use crate::folders::Folders;
use crate::self_check::{self, SelfCheck};
use crate::user_data;
use crate::words::Words;

/// Checks this computer and prints what came of it: 0 if nothing failed, else 1.
pub fn self_check(json: bool, folders: Folders, words: &Words) -> ExitCode {
    let check = SelfCheck::new(folders);
    let results = tauri::async_runtime::block_on(check.run_all());
    if json {
        console::print(&self_check::json(&results));
    } else {
        console::print(&self_check::table(&results, check.stand_in_region(), words));
    }
    code(self_check::passed(&results))
}

/// Removes what is kept for the person who runs it: 0 if nothing is left, else 1.
pub fn purge_user_data(yes: bool, folders: &Folders, words: &Words) -> ExitCode {
    code(tauri::async_runtime::block_on(user_data::purge(
        folders, yes, words,
    )))
}

fn code(good: bool) -> ExitCode {
    if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
