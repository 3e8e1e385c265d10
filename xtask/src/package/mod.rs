//! `cargo xtask package`: the .deb and the .rpm, with what they are made of and what they weigh.
//!
//! Tauri's bundler makes both without the network. What it can't make is staged beside it (see [`stage`]), and
//! the .deb is packed once more by dpkg (see [`deb`]): by one clock, owned by root, and compressed by xz.

mod deb;
mod sizes;
mod stage;

use std::fs;
use std::path::{Path, PathBuf};

use crate::repository::{cargo, command, listen, root, say_and_run, target};
use crate::setup::Part;
use crate::{Result, only, page, setup};

/// Everything that is made for people to install, and what comes with it.
pub(crate) struct Packages {
    pub(crate) deb: PathBuf,
    pub(crate) rpm: PathBuf,
    /// The folder that holds both, the licences, the bill of materials and the check sums.
    pub(crate) folder: PathBuf,
}

/// Builds the packages and prints their sizes beside those of an empty Tauri window.
///
/// # Errors
/// When a step fails.
pub(crate) fn package(arguments: &[String]) -> Result<()> {
    only(&[], arguments)?;
    make().map(drop)
}

/// Builds the packages and says what they weigh.
///
/// # Errors
/// When a step fails.
pub(crate) fn make() -> Result<Packages> {
    let packages = build()?;
    let empty = empty_window()?;
    println!("\n{}", sizes::table(&packages, &empty)?);
    println!("All is in {}", packages.folder.display());
    Ok(packages)
}

/// Builds the packages. Nothing that is newest already is compiled again.
///
/// # Errors
/// When a step fails.
fn build() -> Result<Packages> {
    setup::prepare(&[Part::Build, Part::Package])?;
    page::build()?;
    // The same selection as `bench`, so that one build serves both.
    say_and_run(&mut cargo(&[
        "build",
        "--locked",
        "--release",
        "-p",
        "readmit",
        "-p",
        "readmit-empty-window",
        "-p",
        "readmit-test-performance",
    ]))?;
    let folder = target().join("package");
    clear(&folder)?;
    let epoch = epoch()?;
    let tree = stage::files(&folder, &epoch)?;
    bundle(&root(), Some(&tree), &epoch)?;
    let version = version()?;
    let packages = Packages {
        deb: folder.join(format!("readmit_{version}_{}.deb", architecture()?)),
        rpm: folder.join(format!("readmit-{version}-1.{}.rpm", std::env::consts::ARCH)),
        folder,
    };
    deb::pack_again(&bundled("deb", "Readmit")?, &packages.deb, &epoch)?;
    let rpm = bundled("rpm", "Readmit")?;
    fs::copy(&rpm, &packages.rpm).map_err(|error| format!("{}: {error}", rpm.display()))?;
    sum_up(&packages.folder)?;
    Ok(packages)
}

/// The same two packages of the empty window, packed the same way.
fn empty_window() -> Result<Packages> {
    let folder = target().join("package-of-empty-window");
    clear(&folder)?;
    let epoch = epoch()?;
    bundle(&root().join("tests/performance/empty-window"), None, &epoch)?;
    let packages = Packages {
        deb: folder.join("empty.deb"),
        rpm: bundled("rpm", "Empty")?,
        folder,
    };
    deb::pack_again(&bundled("deb", "Empty")?, &packages.deb, &epoch)?;
    Ok(packages)
}

/// Calls Tauri's bundler for the program that was built.
fn bundle(package: &Path, tree: Option<&stage::Tree>, epoch: &str) -> Result<()> {
    let mut tauri = command(root().join("node_modules/.bin/tauri"));
    tauri
        .current_dir(package)
        .args(["bundle", "--ci", "--bundles", "deb,rpm"])
        .env("SOURCE_DATE_EPOCH", epoch);
    if let Some(tree) = tree {
        tauri.arg("--config").arg(tree.configuration()?);
    }
    say_and_run(&mut tauri)
}

/// The newest package of this kind and product that the bundler left.
fn bundled(kind: &str, product: &str) -> Result<PathBuf> {
    let folder = target().join("release/bundle").join(kind);
    let said = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut found = None;
    for entry in fs::read_dir(&folder).map_err(said)? {
        let path = entry.map_err(said)?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if name.starts_with(product) && name.ends_with(kind) && path.is_file() {
            let written = path.metadata().and_then(|data| data.modified()).map_err(said)?;
            found = found.max(Some((written, path)));
        }
    }
    found
        .map(|(_, path)| path)
        .ok_or_else(|| format!("the bundler left no {product}….{kind} in {}", folder.display()))
}

/// `SHA256SUMS`, of everything in the folder that people are given.
fn sum_up(folder: &Path) -> Result<()> {
    let said = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(said)? {
        let entry = entry.map_err(said)?;
        if entry.path().is_file() {
            names.push(entry.file_name());
        }
    }
    names.sort();
    let sums = listen(command("sha256sum").current_dir(folder).args(names))?;
    fs::write(folder.join("SHA256SUMS"), sums).map_err(said)
}

/// When the last change was made, in seconds since 1970: <https://reproducible-builds.org/specs/source-date-epoch/>
fn epoch() -> Result<String> {
    if let Ok(epoch) = std::env::var("SOURCE_DATE_EPOCH") {
        return Ok(epoch);
    }
    let epoch = listen(command("git").args(["log", "-1", "--format=%ct"]))?;
    Ok(epoch.trim().to_owned())
}

/// The version that Cargo.toml gives the whole workspace.
fn version() -> Result<String> {
    let id = listen(&mut cargo(&["pkgid", "--package", "readmit"]))?;
    id.trim()
        .rsplit_once(['#', '@'])
        .map(|(_, version)| version.to_owned())
        .ok_or_else(|| format!("cargo pkgid: {id}"))
}

/// What Debian calls this machine.
fn architecture() -> Result<String> {
    Ok(listen(command("dpkg").arg("--print-architecture"))?
        .trim()
        .to_owned())
}

fn clear(folder: &Path) -> Result<()> {
    let said = |error: std::io::Error| format!("{}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(said)?;
    }
    fs::create_dir_all(folder).map_err(said)
}
