//! What packages weigh, beside those of an empty window.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use super::Packages;
use crate::Result;
use crate::repository::{command, listen, target};

/// A table of both packages, what the .deb takes when it is installed, and the program alone.
///
/// # Errors
/// When a file is missing.
pub(super) fn table(readmit: &Packages, empty: &Packages) -> Result<String> {
    let program = |name: &str| weigh(&target().join("release").join(name));
    let rows = [
        (".deb", weigh(&readmit.deb)?, weigh(&empty.deb)?),
        (".rpm", weigh(&readmit.rpm)?, weigh(&empty.rpm)?),
        ("installed", installed(&readmit.deb)?, installed(&empty.deb)?),
        (
            "the program",
            program("readmit")?,
            program("readmit-empty-window")?,
        ),
    ];
    let mut table = format!("{:14}{:>12}{:>20}\n", "", "Readmit", "empty window");
    for (name, own, other) in rows {
        let _ = writeln!(
            table,
            "{name:14}{:>9.2} MB{:>17.2} MB",
            megabytes(own),
            megabytes(other)
        );
    }
    Ok(table)
}

fn weigh(file: &Path) -> Result<u64> {
    fs::metadata(file)
        .map(|data| data.len())
        .map_err(|error| format!("{}: {error}", file.display()))
}

/// The sum of all files of a .deb, in bytes, as its table of contents tells.
fn installed(deb: &Path) -> Result<u64> {
    let contents = listen(command("dpkg-deb").arg("--contents").arg(deb))?;
    // -rwxr-xr-x root/root 19234552 2026-11-23 19:14 ./usr/bin/readmit
    let sizes = contents.lines().filter(|line| line.starts_with('-'));
    sizes
        .map(|line| {
            let size = line
                .split_whitespace()
                .nth(2)
                .and_then(|size| size.parse::<u64>().ok());
            size.ok_or_else(|| format!("dpkg-deb --contents: {line}"))
        })
        .sum()
}

#[expect(clippy::cast_precision_loss, reason = "two digits are shown")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
