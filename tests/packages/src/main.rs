//! The packages, judged by the tools of their systems, and installed into a clean Debian: started from the
//! desktop entry, used, upgraded over themselves, and removed.
//!
//! It needs root and its own namespaces for mounts and processes, so that whatever happens nothing stays
//! mounted or running: `cargo xtask test --packages` calls it through `unshare --mount --pid --fork`.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command-line program speaks by printing"
)]

mod bill;
mod clean;
mod deb;
mod installed;
mod rpm;
mod session;
mod tell;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use tell::Result;

const USAGE: &str =
    "packages --deb FILE --rpm FILE --bill FILE --programs DIR --repository DIR --outside NAMESPACE";

/// What is tested, and with what.
struct Given {
    deb: PathBuf,
    rpm: PathBuf,
    /// The bill of materials.
    bill: PathBuf,
    /// Where `journeys` is.
    programs: PathBuf,
    repository: PathBuf,
    /// The mount namespace of whoever called it.
    outside: PathBuf,
}

/// How the tests went so far.
#[derive(Default)]
struct Report {
    passed: u32,
    failed: u32,
}

impl Report {
    /// Takes one test, tells how it went, and gives whether it went well.
    fn test(&mut self, name: &str, test: impl FnOnce() -> Result<()>) -> bool {
        let start = Instant::now();
        let outcome = test();
        let took = start.elapsed().as_secs_f32();
        match &outcome {
            Ok(()) => {
                self.passed += 1;
                println!("ok      {took:6.1} s  {name}");
            }
            Err(problem) => {
                self.failed += 1;
                println!(
                    "FAILED  {took:6.1} s  {name}\n    {}",
                    problem.replace('\n', "\n    ")
                );
            }
        }
        outcome.is_ok()
    }
}

fn main() -> ExitCode {
    let given = match given() {
        Ok(given) => given,
        Err(problem) => {
            eprintln!("packages: {problem}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    if !has_mounts_of_its_own(&given) {
        eprintln!(
            "packages: call it through `unshare --mount --pid --fork`: it mounts, and must not do so here"
        );
        return ExitCode::from(2);
    }
    let mut report = Report::default();
    deb::judge(&given, &mut report);
    rpm::judge(&given, &mut report);
    bill::judge(&given, &mut report);
    if let Err(problem) = installed::walk(&given, &mut report) {
        report.test("a clean Debian to install into", || Err(problem));
    }
    println!("{} passed, {} failed", report.passed, report.failed);
    if report.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Whether what is mounted here is seen by nobody else.
fn has_mounts_of_its_own(given: &Given) -> bool {
    std::fs::read_link("/proc/self/ns/mnt").is_ok_and(|own| own != given.outside)
}

fn given() -> Result<Given> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let named = |name: &str| -> Result<&String> {
        let at = words.iter().position(|word| word == name);
        let value = at.and_then(|at| words.get(at + 1));
        value.ok_or_else(|| format!("{name} is missing"))
    };
    let value = |name: &str| -> Result<PathBuf> {
        let value = named(name)?;
        PathBuf::from(value)
            .canonicalize()
            .map_err(|error| format!("{value}: {error}"))
    };
    Ok(Given {
        deb: value("--deb")?,
        rpm: value("--rpm")?,
        bill: value("--bill")?,
        programs: value("--programs")?,
        repository: value("--repository")?,
        outside: named("--outside")?.into(),
    })
}
