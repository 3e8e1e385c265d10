//! A .deb packed once more by dpkg, so that the same sources give the same package.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::clear;
use crate::Result;
use crate::repository::{command, say_and_run};

/// Unpacks the bundler's package and packs it again: no time later than the last change, everything owned by
/// root, modes that don't depend on who built it, and xz in place of gzip.
///
/// # Errors
/// When dpkg can't.
pub(super) fn pack_again(bundled: &Path, packed: &Path, epoch: &str) -> Result<()> {
    let tree = packed.with_extension("tree");
    clear(&tree)?;
    say_and_run(command("dpkg-deb").arg("--raw-extract").arg(bundled).arg(&tree))?;
    even_out(&tree)?;
    say_and_run(
        command("dpkg-deb")
            .args(["--root-owner-group", "-Zxz", "-z9", "--build"])
            .args([&tree, packed])
            .env("SOURCE_DATE_EPOCH", epoch),
    )?;
    fs::remove_dir_all(&tree).map_err(|error| format!("{}: {error}", tree.display()))
}

/// Folders and programs 755, all other files 644.
fn even_out(folder: &Path) -> Result<()> {
    let said = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).map_err(said)?;
    for entry in fs::read_dir(folder).map_err(said)? {
        let path = entry.map_err(said)?.path();
        if path.is_dir() {
            even_out(&path)?;
        } else {
            let runs = path.parent().is_some_and(|parent| parent.ends_with("usr/bin"));
            let mode = if runs { 0o755 } else { 0o644 };
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).map_err(said)?;
        }
    }
    Ok(())
}
