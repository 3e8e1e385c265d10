//! One ForgotPassword on loopback: as the command does it, from the page, by the bare SDK, by the AWS CLI.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use super::yardsticks::Yardsticks;
use super::{Pair, answerer};
use crate::repository::{command, listen, program, target, works};
use crate::{Result, packages};

/// Batches of calls, and calls in a batch: a clock in a page counts whole milliseconds only.
const BATCHES: &str = "9";
const CALLS: &str = "100";
/// How often the programs take turns.
const TURNS: usize = 3;
const CLI_CALLS: usize = 5;

/// Microseconds a call.
pub(super) struct Calls {
    /// What the command does, beside the SDK alone.
    pub(super) command_and_sdk: Pair,
    /// From the page, through the web view's own border, beside the SDK alone.
    pub(super) page_and_sdk: Pair,
    /// From the page, beside the AWS CLI; or why there is none to compare with.
    pub(super) page_and_cli: std::result::Result<Pair, String>,
}

/// Measures all against the same server.
///
/// # Errors
/// When one fails to call.
pub(super) fn measure(yardsticks: &Yardsticks) -> Result<Calls> {
    let endpoint = answerer::start()?;
    let arguments = [endpoint.as_str(), BATCHES, CALLS];
    let (mut command_call, mut sdk) = (Vec::new(), Vec::new());
    // In turn, so that whatever else the machine does hits both alike.
    for _ in 0..TURNS {
        sdk.extend(numbers(&listen(
            Command::new(&yardsticks.bare_call).args(arguments),
        )?)?);
        command_call.extend(numbers(&listen(
            Command::new(&yardsticks.command_call).args(arguments),
        )?)?);
    }
    let mut page = command(program("journeys"));
    page.arg("call").arg("--app").arg(&yardsticks.readmit);
    page.args(["--endpoint", &endpoint, "--batches", BATCHES, "--calls", CALLS]);
    let page = numbers(&listen(&mut page)?)?;
    Ok(Calls {
        command_and_sdk: Pair {
            readmit: command_call,
            beside: sdk.clone(),
        },
        page_and_sdk: Pair {
            readmit: page.clone(),
            beside: sdk,
        },
        page_and_cli: cli(&endpoint).map(|beside| Pair {
            readmit: page,
            beside,
        }),
    })
}

/// The same call by the AWS CLI, each in a process of its own, as a script does it.
fn cli(endpoint: &str) -> Result<Vec<f64>> {
    let aws = aws().ok_or("there is no AWS CLI here; the tests in tests/wire install one")?;
    let mut took = Vec::new();
    for _ in 0..=CLI_CALLS {
        let mut call = Command::new(&aws);
        call.args([
            "cognito-idp",
            "forgot-password",
            "--no-sign-request",
            "--region",
            "eu-central-1",
        ])
        .args([
            "--endpoint-url",
            endpoint,
            "--client-id",
            "1h57kf5cpq17m0eml12example",
        ])
        .args(["--username", "someone"]);
        let start = Instant::now();
        if !works(&mut call) {
            return Err(format!("{} cannot make the call", aws.display()));
        }
        took.push(start.elapsed().as_secs_f64() * 1e6);
    }
    // The first one reads it from disk.
    took.remove(0);
    Ok(took)
}

/// The one that the tests installed, else the one on the path.
fn aws() -> Option<PathBuf> {
    let installed = fs::read_dir(target().join("peers"))
        .into_iter()
        .flatten()
        .flatten();
    let installed = installed
        .map(|entry| entry.path().join("bin/aws"))
        .find(|aws| aws.is_file());
    installed.or_else(|| packages::on_path("aws").then(|| PathBuf::from("aws")))
}

fn numbers(lines: &str) -> Result<Vec<f64>> {
    let numbers: std::result::Result<Vec<f64>, _> = lines.lines().map(|line| line.trim().parse()).collect();
    match numbers {
        Ok(numbers) if !numbers.is_empty() => Ok(numbers),
        Ok(_) | Err(_) => Err(format!("these are no measurements: {lines}")),
    }
}
