//! The page: built from ui/ into ui/dist, from where the app takes it in when it is compiled.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::Result;
use crate::repository::{memory, npm, root, say_and_run};
use crate::setup::remember;

/// The types that the tests write from Rust, relative to the root.
pub(crate) const GENERATED: &str = "ui/src/backend/generated";

/// Builds the page, if anything it is made from has changed since it was built last.
///
/// # Errors
/// When the build fails.
pub(crate) fn build() -> Result<()> {
    let wanted = format!("{:016x}", fingerprint()?);
    let built = memory("page");
    let is_there = root().join("ui/dist/recovery.html").is_file();
    if is_there && fs::read_to_string(&built).is_ok_and(|last| last == wanted) {
        return Ok(());
    }
    say_and_run(&mut npm(&["run", "--silent", "build"]))?;
    remember(&built, wanted.as_bytes())
}

/// One number for all that the page is made from.
fn fingerprint() -> Result<u64> {
    let mut files = BTreeMap::new();
    collect(&root().join("ui"), &mut files)?;
    for entry in list(&root())? {
        let name = entry
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let settles = ["package", "tsconfig", "vite", "svelte"]
            .iter()
            .any(|start| name.starts_with(start));
        if entry.is_file() && settles {
            take(&entry, &mut files)?;
        }
    }
    let mut hasher = DefaultHasher::new();
    files.hash(&mut hasher);
    Ok(hasher.finish())
}

/// Every file below a directory with its content, but nothing that was made or fetched.
///
/// # Errors
/// When something cannot be read.
pub(crate) fn collect(directory: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) -> Result<()> {
    for entry in list(directory)? {
        let made = entry
            .file_name()
            .is_some_and(|name| name == "dist" || name == "node_modules");
        if entry.is_dir() && !made {
            collect(&entry, files)?;
        } else if entry.is_file() {
            take(&entry, files)?;
        }
    }
    Ok(())
}

fn list(directory: &Path) -> Result<Vec<PathBuf>> {
    let said = |error: std::io::Error| format!("{}: {error}", directory.display());
    fs::read_dir(directory)
        .map_err(said)?
        .map(|entry| entry.map(|entry| entry.path()).map_err(said))
        .collect()
}

fn take(file: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) -> Result<()> {
    let content = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    files.insert(file.strip_prefix(root()).unwrap_or(file).to_owned(), content);
    Ok(())
}
