//! The preparation that every task does by itself: the system's packages, then the page's.
//! What was done is remembered, so that a second call does nothing.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::repository::{listen, memory, npm, root, say_and_run};
use crate::{Result, packages};

/// The oldest Node that the page's tools run on.
const OLDEST_NODE: u32 = 20;

/// A part of the preparation.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Compiling the app.
    Build,
    /// The real window without a screen, driven from outside.
    Window,
    /// Outside clients and servers.
    Peers,
    /// Packing the app.
    Package,
    /// Installing the packages into a clean system, and judging them.
    Installation,
}

/// Sees to it that everything outside cargo is in place for these parts.
///
/// # Errors
/// Says what is missing and what to do about it.
pub(crate) fn prepare(parts: &[Part]) -> Result<()> {
    packages::install(parts)?;
    node()?;
    modules()
}

/// Node and npm, which we do not install: how they got here is the person's choice.
fn node() -> Result<()> {
    let advice = format!(
        "Node {OLDEST_NODE} or newer with npm is needed to build the page: install it from \
         https://nodejs.org, or by your version manager"
    );
    let Ok(version) = listen(Command::new("node").arg("--version")) else {
        return Err(advice);
    };
    let major = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|n| n.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST_NODE) {
        return Err(format!("the Node here is {}; {advice}", version.trim()));
    }
    if !packages::on_path("npm") {
        return Err(format!("there is Node but no npm; {advice}"));
    }
    Ok(())
}

/// `npm ci`, when the lock file is not the one that was installed last.
fn modules() -> Result<()> {
    let lock = root().join("package-lock.json");
    let wanted = fs::read(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    let installed = memory("package-lock.json");
    if root().join("node_modules").is_dir() && fs::read(&installed).is_ok_and(|last| last == wanted) {
        return Ok(());
    }
    println!("The page's packages, from package-lock.json, into node_modules:");
    say_and_run(&mut npm(&["ci", "--no-audit"]))?;
    remember(&installed, &wanted)
}

/// Writes down what was done.
///
/// # Errors
/// When the file cannot be written.
pub(crate) fn remember(file: &Path, content: &[u8]) -> Result<()> {
    let directory = file.parent().unwrap_or(file);
    fs::create_dir_all(directory)
        .and_then(|()| fs::write(file, content))
        .map_err(|error| format!("{}: {error}", file.display()))
}
