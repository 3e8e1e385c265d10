//! `cargo xtask check`: everything that can be judged without running the program.

use std::process::Command;

use crate::repository::{WHOLE, cargo, npm, spelled, unstartable};
use crate::setup::Part;
use crate::steps::{Found, Steps};
use crate::tally::Tally;
use crate::{Result, licences, only, packages, page, setup};

/// Format, lints, docs, the page's types, licences and advisories.
///
/// # Errors
/// When anything was found.
pub(crate) fn check(arguments: &[String]) -> Result<()> {
    only(&[], arguments)?;
    setup::prepare(&[Part::Build])?;
    page::build()?;

    let mut steps = Steps::default();
    steps.command("format", cargo(&["fmt", "--all", "--check"]));

    let mut clippy = cargo(&["clippy", "--locked", "--all-targets"]);
    clippy.args(WHOLE).args(["--", "--deny", "warnings"]);
    steps.command("lints", clippy);

    let mut docs = cargo(&["doc", "--locked", "--no-deps", "--document-private-items"]);
    docs.args(WHOLE).env("RUSTDOCFLAGS", "--deny warnings");
    steps.command("docs", docs);

    steps.command("the page's types", npm(&["run", "--silent", "check"]));
    steps.take("licences and sources", licences::check);
    steps.take("advisories for crates", crate_advisories);
    steps.take("advisories for npm packages", npm_advisories);
    steps.finish()
}

/// `cargo deny`, where it is installed; its database is on GitHub.
fn crate_advisories() -> Result<Found> {
    if !packages::on_path("cargo-deny") {
        return Ok(Found::Skipped(
            "cargo-deny is not installed (`cargo install --locked cargo-deny`)".to_owned(),
        ));
    }
    judge(
        &mut cargo(&["deny", "check"]),
        &["failed to fetch advisory database", "failed to query remote"],
    )
}

/// `npm audit` of what the page ships and is built with.
fn npm_advisories() -> Result<Found> {
    judge(
        &mut npm(&["audit"]),
        &[
            "audit endpoint returned an error",
            "ENOTFOUND",
            "ECONNREFUSED",
            "ETIMEDOUT",
        ],
    )
}

/// Runs an audit. Where it could not reach its source, that is said, and it does not count as passed.
fn judge(command: &mut Command, unreachable: &[&str]) -> Result<Found> {
    let output = command.output().map_err(|error| unstartable(command, &error))?;
    let said = [output.stdout, output.stderr]
        .map(|text| String::from_utf8_lossy(&text).into_owned())
        .concat();
    if output.status.success() {
        return Ok(Found::Well(Tally::default()));
    }
    match unreachable.iter().find(|words| said.contains(**words)) {
        Some(words) => Ok(Found::Skipped(format!(
            "`{}` cannot reach its source here ({words})",
            spelled(command)
        ))),
        None => {
            println!("{said}");
            Err(format!("`{}` ({})", spelled(command), output.status))
        }
    }
}
