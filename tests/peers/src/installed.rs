//! What tests install, once, under `target/peers`: virtual environments and node packages.
//!
//! Two test processes may want the same thing at once. The one that gets the
//! lock file makes it; the other waits, finds it complete and uses it. A
//! half-made one (somebody pressed Ctrl-C) has no completion mark, and is made
//! again from nothing.

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::Error;
use crate::process::run;

/// Written last; a directory without it is not finished.
const COMPLETE: &str = ".complete";

/// A Python virtual environment with the given requirements (`name==version`, one each), under
/// `target/peers/<name>-<hash>`.
///
/// # Errors
/// Python 3 or its `venv` module is missing, or a package cannot be installed.
pub fn venv(name: &str, requirements: &[&str]) -> Result<PathBuf, Error> {
    // An environment made by another minor version of Python does not work with this one.
    let python = run("python3 --version", Command::new("python3").arg("--version"))?;
    let mut parts = vec![python.trim()];
    parts.extend_from_slice(requirements);
    installed(name, &parts, |directory| {
        run(
            "python3 -m venv",
            Command::new("python3").args(["-m", "venv"]).arg(directory),
        )?;
        run(
            "pip install",
            Command::new(directory.join("bin/python"))
                .args([
                    "-m",
                    "pip",
                    "install",
                    "--quiet",
                    "--no-input",
                    "--disable-pip-version-check",
                ])
                .args(requirements),
        )?;
        Ok(())
    })
}

/// The packages of a `package.json` and its lock file (both in `manifest`), under
/// `target/peers/<name>-<hash>/node_modules`.
///
/// # Errors
/// Node is missing, a file cannot be read, or a package cannot be installed.
pub fn node_packages(name: &str, manifest: &Path) -> Result<PathBuf, Error> {
    let files = ["package.json", "package-lock.json"];
    let mut contents = Vec::new();
    for file in files {
        let path = manifest.join(file);
        contents.push(fs::read_to_string(&path).map_err(Error::io(format!("reading {}", path.display())))?);
    }
    let parts: Vec<&str> = contents.iter().map(String::as_str).collect();
    installed(name, &parts, |directory| {
        fs::create_dir_all(directory).map_err(Error::io("making a directory for node packages"))?;
        for (file, content) in files.iter().zip(&contents) {
            fs::write(directory.join(file), content).map_err(Error::io(format!("copying {file}")))?;
        }
        run(
            "npm ci",
            Command::new("npm")
                .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
                .current_dir(directory),
        )?;
        Ok(())
    })
}

/// The directory for these parts, made by `make` unless it is there already.
fn installed(
    name: &str,
    parts: &[&str],
    make: impl FnOnce(&Path) -> Result<(), Error>,
) -> Result<PathBuf, Error> {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.len().to_le_bytes());
        hash.update(part.as_bytes());
    }
    let hash: String = hash
        .finalize()
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let peers = target_directory()?.join("peers");
    fs::create_dir_all(&peers).map_err(Error::io("making target/peers"))?;
    let directory = peers.join(format!("{name}-{hash}"));

    let lock =
        File::create(peers.join(format!("{name}-{hash}.lock"))).map_err(Error::io("making a lock file"))?;
    lock.lock().map_err(Error::io("waiting for a lock file"))?;
    if directory.join(COMPLETE).exists() {
        return Ok(directory);
    }
    if directory.exists() {
        fs::remove_dir_all(&directory).map_err(Error::io("removing a half-made directory"))?;
    }
    make(&directory)?;
    File::create(directory.join(COMPLETE)).map_err(Error::io("marking a directory complete"))?;
    Ok(directory)
}

/// The directory that holds this build's programs, such as `target/debug`.
pub(crate) fn profile_directory() -> Result<PathBuf, Error> {
    let this = env::current_exe().map_err(Error::io("finding the running program"))?;
    let directory = this.parent().unwrap_or(&this);
    let directory = if directory.ends_with("deps") {
        directory.parent().unwrap_or(directory)
    } else {
        directory
    };
    Ok(directory.to_owned())
}

/// Cargo's target directory: the nearest one above that Cargo has tagged.
pub(crate) fn target_directory() -> Result<PathBuf, Error> {
    let profile = profile_directory()?;
    profile
        .ancestors()
        .find(|directory| directory.join("CACHEDIR.TAG").exists())
        .map(Path::to_owned)
        .ok_or_else(|| Error::answer("finding Cargo's target directory", profile.display().to_string()))
}
