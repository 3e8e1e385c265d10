//! `cargo xtask test`: every test, from a fresh checkout.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use crate::repository::{self, WHOLE, cargo, command, npm, program, root, target};
use crate::setup::Part;
use crate::steps::{Found, Steps};
use crate::tally::Tally;
use crate::{Result, only, package, packages, page, setup};

/// The packages whose tests need outside programs, and take minutes.
const OUTSIDE: [&str; 5] = [
    "readmit-test-emulators",
    "readmit-test-keychains",
    "readmit-test-network",
    "readmit-test-policy",
    "readmit-test-wire",
];

/// Runs every test; with `--fast` those that need neither outside programs nor the real window; with
/// `--packages` those of the packages instead, and none of the others.
///
/// # Errors
/// When anything failed.
pub(crate) fn test(arguments: &[String]) -> Result<()> {
    only(&["--fast", "--packages"], arguments)?;
    if arguments.iter().any(|argument| argument == "--packages") {
        return installed();
    }
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

/// Builds the packages and installs them into a clean Debian.
fn installed() -> Result<()> {
    let mut steps = Steps::default();
    if let Some(why) = no_clean_debian()? {
        steps.take("the packages", || Ok(Found::Skipped(why)));
        return steps.finish();
    }
    setup::prepare(&[Part::Build, Part::Peers, Part::Installation])?;
    let packages = package::make()?;
    programs()?;
    let mut tests = command("unshare");
    // Nothing that is mounted or started outlives the test.
    tests
        .args([
            "--mount",
            "--pid",
            "--fork",
            "--kill-child",
            "--propagation",
            "private",
        ])
        .arg(program("packages"))
        .arg("--deb")
        .arg(&packages.deb)
        .arg("--rpm")
        .arg(&packages.rpm)
        .arg("--bill")
        .arg(packages.folder.join("readmit.cdx.json"))
        .arg("--programs")
        .arg(target().join("debug"))
        .arg("--repository")
        .arg(root())
        .arg("--outside")
        .arg(fs::read_link("/proc/self/ns/mnt").unwrap_or_default());
    steps.command("the packages", tests);
    steps.finish()
}

/// Why no clean Debian can be made here, where that is so.
fn no_clean_debian() -> Result<Option<String>> {
    if !packages::has_apt() {
        return Ok(Some("this is not a Debian or Ubuntu system".to_owned()));
    }
    let user = repository::listen(command("id").arg("-u"))?;
    if user.trim() != "0" {
        return Ok(Some(
            "a clean Debian to install into needs root: `sudo cargo xtask test --packages`".to_owned(),
        ));
    }
    let own = ["--mount", "--pid", "--fork", "true"];
    if !repository::works(command("unshare").args(own)) {
        return Ok(Some(
            "namespaces for mounts and processes are not allowed here".to_owned(),
        ));
    }
    Ok(None)
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
