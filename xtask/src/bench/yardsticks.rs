//! What Readmit is held against: an empty Tauri window and a bare SDK call. They are built in one go with
//! Readmit, so that all have the very same versions, features and profile.

use std::path::PathBuf;

use super::Profile;
use crate::Result;
use crate::repository::{cargo, say_and_run, target};

/// Readmit, and the programs to compare with.
pub(super) struct Yardsticks {
    pub(super) readmit: PathBuf,
    pub(super) empty_window: PathBuf,
    pub(super) bare_call: PathBuf,
    pub(super) command_call: PathBuf,
}

/// Builds all of them.
///
/// # Errors
/// When one cannot be built.
pub(super) fn build(profile: Profile) -> Result<Yardsticks> {
    let mut cargo = cargo(&["build", "-p", "readmit", "-p", "readmit-empty-window"]);
    cargo
        .args(["-p", "readmit-test-performance"])
        .args(profile.flags());
    say_and_run(&mut cargo)?;
    let built = target().join(profile.directory());
    Ok(Yardsticks {
        readmit: built.join("readmit"),
        empty_window: built.join("readmit-empty-window"),
        bare_call: built.join("bare-call"),
        command_call: built.join("command-call"),
    })
}
