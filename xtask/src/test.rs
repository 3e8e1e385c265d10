//! `cargo xtask test`: every test, from a fresh checkout.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::repository::{self, WHOLE, cargo, command, npm, program, root, target};
use crate::setup::Part;
use crate::steps::{Found, Steps};
use crate::tally::Tally;
use crate::{Result, only, page, setup};

/// The packages whose tests need outside programs, and take minutes.
const OUTSIDE: [&str; 5] = [
    "readmit-test-emulators",
    "readmit-test-keychains",
    "readmit-test-network",
    "readmit-test-policy",
    "readmit-test-wire",
];

/// Runs every test; with `--fast` those that need neither outside programs nor the real window.
///
/// # Errors
/// When anything failed.
pub(crate) fn test(arguments: &[String]) -> Result<()> {
    only(&["--fast"], arguments)?;
    let fast = arguments.iter().any(|argument| argument == "--fast");
    setup::prepare(if fast {
        &[Part::Build]
    } else {
        &[Part::Build, Part::Window, Part::Peers]
    })?;
    page::build()?;
    programs()?;

    let mut steps = Steps::default();
    steps.command("the page's types", npm(&["run", "--silent", "check"]));
    steps.command("the page", npm(&["test", "--silent"]));

    let before = generated()?;
    let mut tests = cargo(&["test", "--no-fail-fast"]);
    tests.args(WHOLE);
    if fast {
        tests.args(OUTSIDE.iter().flat_map(|package| ["--exclude", package]));
    }
    steps.command(
        if fast {
            "the crates"
        } else {
            "the crates, outside clients and servers"
        },
        tests,
    );
    if !fast {
        let mut many = cargo(&["test", "--lib"]);
        many.args(WHOLE).args(["--", "--ignored", "ten_thousand"]);
        steps.command("ten thousand sign-ins by SRP, against another's arithmetic", many);
    }
    steps.take("types from Rust are the committed ones", || {
        same(&before, &generated()?)
    });

    if !fast {
        let mut journeys = command(program("journeys"));
        journeys
            .arg("run")
            .arg("--failures")
            .arg(target().join("journeys"));
        steps.command("the real window", journeys);
    }
    steps.finish()
}

/// The programs that tests start. Built beside the tests, so that both share one set of features.
fn programs() -> Result<()> {
    let mut build = cargo(&["build", "--bins", "--tests"]);
    build.args(WHOLE);
    repository::say_and_run(&mut build)
}

type Files = BTreeMap<PathBuf, Vec<u8>>;

fn generated() -> Result<Files> {
    let mut files = Files::new();
    let directory = root().join(page::GENERATED);
    if directory.is_dir() {
        page::collect(&directory, &mut files)?;
    }
    Ok(files)
}

/// The tests write the page's types anew from the Rust ones: nothing may change by it.
fn same(before: &Files, after: &Files) -> Result<Found> {
    let changed: Vec<String> = after
        .iter()
        .filter(|(file, content)| before.get(*file) != Some(content))
        .map(|(file, _)| format!("  {}", file.display()))
        .collect();
    if changed.is_empty() {
        return Ok(Found::Well(Tally {
            passed: u32::try_from(after.len()).unwrap_or(u32::MAX),
            failed: 0,
        }));
    }
    Err(format!(
        "the types that the page uses were out of date; they have been written anew, commit them:\n{}",
        changed.join("\n")
    ))
}
