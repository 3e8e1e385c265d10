//! Writes what Readmit's program is made of: `THIRD-PARTY-LICENCES` for people, and a bill of materials in
//! CycloneDX for programs.
//!
//! Crates are those that cargo links into the program for one target (no build scripts, no macros); npm
//! packages are those that the page's source maps name, so that what only builds the page isn't listed.

#![expect(clippy::print_stderr, reason = "a command-line program speaks by printing")]

mod bill;
mod crates;
mod licences;
mod modules;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "\
materials --target TRIPLE --pages DIR --epoch SECONDS --into DIR

  --target TRIPLE   the target that the program is built for
  --pages DIR       the page, built with source maps
  --epoch SECONDS   the time that the bill bears, in seconds since 1970
  --into DIR        where THIRD-PARTY-LICENCES and readmit.cdx.json are written";

/// What went wrong, as a sentence.
pub(crate) type Result<T> = std::result::Result<T, String>;

/// One package of somebody else's that is in the program.
pub(crate) struct Material {
    pub(crate) name: String,
    pub(crate) version: String,
    /// SPDX expression.
    pub(crate) licence: String,
    /// Package URL: <https://github.com/package-url/purl-spec>
    pub(crate) purl: String,
    /// Algorithm as CycloneDX spells it, and the digest in hexadecimal.
    pub(crate) digest: Option<(&'static str, String)>,
    pub(crate) repository: Option<String>,
    /// Where its files are.
    pub(crate) folder: PathBuf,
    /// The purls of what it uses.
    pub(crate) uses: Vec<String>,
}

fn main() -> ExitCode {
    match write() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("materials: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn write() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| {
        let at = words.iter().position(|word| word == name);
        at.and_then(|at| words.get(at + 1))
            .ok_or_else(|| format!("{name} is missing\n\n{USAGE}"))
    };
    let epoch: i64 = value("--epoch")?
        .parse()
        .map_err(|_| format!("--epoch is not a number\n\n{USAGE}"))?;
    let into = PathBuf::from(value("--into")?);
    let (readmit, mut materials) = crates::linked(value("--target")?)?;
    materials.extend(modules::shown(Path::new(value("--pages")?))?);
    materials.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    save(&into.join("THIRD-PARTY-LICENCES"), &licences::told(&materials)?)?;
    save(
        &into.join("readmit.cdx.json"),
        &bill::written(&readmit, &materials, epoch)?,
    )
}

fn save(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}

pub(crate) fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}
