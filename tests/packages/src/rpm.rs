//! The .rpm, as rpm reads it.

use std::collections::BTreeSet;
use std::process::Command;

use crate::tell::{Result, same, tell};
use crate::{Given, Report};

pub(crate) fn judge(given: &Given, report: &mut Report) {
    report.test("rpm finds the .rpm whole", || {
        let told = tell(
            Command::new("rpm")
                .args(["--checksig", "--nosignature", "--verbose"])
                .arg(&given.rpm),
        )?;
        if told.contains("digest: OK") && !told.contains("BAD") {
            Ok(())
        } else {
            Err(told)
        }
    });
    report.test("the .rpm brings the same files as the .deb", || same_files(given));
    report.test(
        "rpm unpacks the .rpm whole, and it asks for the libraries that the program is linked with",
        || libraries(given),
    );
}

fn query(given: &Given, what: &str) -> Result<BTreeSet<String>> {
    let told = tell(Command::new("rpm").args(["-qp", what]).arg(&given.rpm))?;
    Ok(told.lines().map(str::to_owned).collect())
}

fn same_files(given: &Given) -> Result<()> {
    let contents = tell(Command::new("dpkg-deb").arg("--contents").arg(&given.deb))?;
    let deb: BTreeSet<String> = contents
        .lines()
        .filter(|line| line.starts_with('-'))
        .filter_map(|line| line.split_once(" ./").map(|(_, path)| format!("/{path}")))
        .collect();
    let rpm = query(given, "--list")?;
    let differ: Vec<&String> = deb.symmetric_difference(&rpm).collect();
    same("in one of them only", differ, Vec::new())
}

fn libraries(given: &Given) -> Result<()> {
    let place = tempfile::TempDir::with_prefix("readmit-rpm-").map_err(|error| error.to_string())?;
    let rpm = |words: &[&str]| {
        let mut rpm = Command::new("rpm");
        rpm.arg("--root")
            .arg(place.path())
            .args(["--dbpath", "/var/lib/rpm"])
            .args(words);
        rpm
    };
    // Into an empty folder, where nothing can be depended on. Debian's rpm wants to be told that it is meant.
    let install = ["--install", "--nodeps", "--nosignature", "--force-debian"];
    tell(rpm(&install).arg(&given.rpm))?;
    let changed = tell(&mut rpm(&["--verify", "--nodeps", "readmit"]))?;
    same("changed files", changed.trim(), "")?;
    let told = tell(
        Command::new("objdump")
            .arg("-p")
            .arg(place.path().join("usr/bin/readmit")),
    )?;
    let asked_for = query(given, "--requires")?;
    let missing: Vec<&str> = told
        .lines()
        .filter_map(|line| line.trim().strip_prefix("NEEDED"))
        .map(str::trim)
        .filter(|library| !library.starts_with("ld-linux"))
        .filter(|library| !asked_for.iter().any(|line| line.starts_with(library)))
        .collect();
    same("not asked for", missing, Vec::new())
}
