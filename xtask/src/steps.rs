//! A row of steps: all are taken even if one fails, and each is accounted for at the end.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::Result;
use crate::repository::{spelled, unstartable};
use crate::tally::{self, Tally};

/// How a step went.
enum Went {
    Well,
    Badly(String),
    /// Not done, with the reason; never counted as passed.
    Skipped(String),
}

struct Step {
    name: &'static str,
    went: Went,
    took: Duration,
    tally: Tally,
}

/// What a step came to, if it could be done at all.
pub(crate) enum Found {
    /// As it should be; with the number of things looked at or tests passed.
    Well(Tally),
    /// It could not be done here, and why.
    Skipped(String),
}

/// Steps taken so far.
#[derive(Default)]
pub(crate) struct Steps(Vec<Step>);

impl Steps {
    /// Takes a step and remembers how it went.
    pub(crate) fn take(&mut self, name: &'static str, step: impl FnOnce() -> Result<Found>) {
        println!("\n== {name}");
        let start = Instant::now();
        let (went, tally) = match step() {
            Ok(Found::Well(tally)) => (Went::Well, tally),
            Ok(Found::Skipped(why)) => {
                println!("skipped: {why}");
                (Went::Skipped(why), Tally::default())
            }
            Err(problem) => {
                println!("FAILED: {problem}");
                (Went::Badly(problem), Tally::default())
            }
        };
        self.0.push(Step {
            name,
            went,
            took: start.elapsed(),
            tally,
        });
    }

    /// Takes a step that is one command, and counts the tests it reports.
    pub(crate) fn command(&mut self, name: &'static str, mut command: Command) {
        println!("\n== {name}\n$ {}", spelled(&command));
        let start = Instant::now();
        let (went, tally) = match watch(&mut command) {
            Ok((tally, None)) => (Went::Well, tally),
            Ok((tally, Some(problem))) => (Went::Badly(problem), tally),
            Err(problem) => (Went::Badly(problem), Tally::default()),
        };
        self.0.push(Step {
            name,
            went,
            took: start.elapsed(),
            tally,
        });
    }

    /// Prints every step with how it went, and what all tests come to as the last line.
    ///
    /// # Errors
    /// When any step failed.
    pub(crate) fn finish(self) -> Result<()> {
        let mut sum = Tally::default();
        let width = self.0.iter().map(|step| step.name.len()).max().unwrap_or(0);
        println!("\n== Summary");
        for step in &self.0 {
            let seconds = step.took.as_secs_f32();
            let (word, why) = match &step.went {
                Went::Well => ("ok", String::new()),
                Went::Badly(problem) => ("FAILED", format!("  {}", first_line(problem))),
                Went::Skipped(why) => ("skipped", format!("  {}", first_line(why))),
            };
            println!("{word:8}{:width$}  {seconds:7.1} s{why}", step.name);
            sum.add(counted(step));
        }
        println!("{} passed, {} failed", sum.passed, sum.failed);
        match self
            .0
            .iter()
            .filter(|step| matches!(step.went, Went::Badly(_)))
            .count()
        {
            0 => Ok(()),
            1 => Err("a step failed, see above".to_owned()),
            n => Err(format!("{n} steps failed, see above")),
        }
    }
}

/// A step without tests of its own counts as one, so that nothing is lost from the sum.
fn counted(step: &Step) -> Tally {
    match step.went {
        Went::Well if step.tally == Tally::default() => Tally { passed: 1, failed: 0 },
        Went::Badly(_) if step.tally.failed == 0 => Tally {
            failed: 1,
            ..step.tally
        },
        Went::Well | Went::Badly(_) => step.tally,
        Went::Skipped(_) => Tally::default(),
    }
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// Runs a command, shows what it prints as it comes, and counts the tests it reports.
fn watch(command: &mut Command) -> Result<(Tally, Option<String>)> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| unstartable(command, &error))?;
    let mut sum = Tally::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output)
            .split(b'\n')
            .map_while(std::result::Result::ok)
        {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            if let Some(tally) = tally::read(&line) {
                sum.add(tally);
            }
        }
    }
    let status = child.wait().map_err(|error| unstartable(command, &error))?;
    let problem = (!status.success()).then(|| format!("`{}` ({status})", spelled(command)));
    Ok((sum, problem))
}
