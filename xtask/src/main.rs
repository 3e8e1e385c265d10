//! `cargo xtask TASK`: everything a person does with this repository, with no set-up beforehand.
//!
//! Each task prepares what it needs (see [`setup`]), says what it runs, and stops with a sentence a
//! person can act on. Only the standard library is used, so the first call is built in seconds.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command-line program speaks by printing"
)]

mod bench;
mod check;
mod gallery;
mod licences;
mod package;
mod packages;
mod page;
mod repository;
mod run;
mod setup;
mod steps;
mod tally;
mod test;

use std::process::ExitCode;

/// What went wrong, as a sentence for the person at the terminal.
pub(crate) type Result<T> = std::result::Result<T, String>;

const USAGE: &str = "\
cargo xtask TASK

  run [-- ARGS]     build and open Readmit; ARGS go to it (--practice, --connection FILE, …).
                    With no display: one whole practice recovery, by itself, with pictures
  test [--fast]     every test; --fast leaves out outside clients, outside servers and the real window
  test --packages   the packages, installed into a clean Debian; this needs root, and builds them first
  check             format, lints, docs, page types, licences, advisories
  gallery           pictures of every screen and state, light and dark, in every language
  bench [--debug]   start-up, memory, size and one call, beside an empty window and the AWS CLI;
                    --debug tries it with the debug build (the figures then mean nothing)
  package           the .deb and the .rpm, optimised, with licences and bill of materials, and what they weigh
  set-up            only the preparation that the others do by themselves
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let task = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let outcome = match task.as_str() {
        "run" => run::run(&rest),
        "test" => test::test(&rest),
        "check" => check::check(&rest),
        "gallery" => gallery::gallery(&rest),
        "bench" => bench::bench(&rest),
        "package" => package::package(&rest),
        "set-up" => setup::prepare(&[setup::Part::Build, setup::Part::Window, setup::Part::Peers]),
        "" | "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(format!("there is no task \"{other}\"\n\n{USAGE}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\nxtask: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// Refuses arguments that a task does not know.
///
/// # Errors
/// Names the first argument that is not among `known`.
pub(crate) fn only(known: &[&str], given: &[String]) -> Result<()> {
    match given.iter().find(|argument| !known.contains(&argument.as_str())) {
        Some(stranger) => Err(format!(
            "\"{stranger}\" is not an argument of this task\n\n{USAGE}"
        )),
        None => Ok(()),
    }
}
