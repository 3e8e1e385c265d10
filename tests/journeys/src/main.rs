//! Journeys: the real app in the real web view, walked as a person would.
//!
//! `journeys run` walks them all, `journeys walk` shows one whole recovery step by step. Each has a display,
//! a message bus, a keychain and a home directory of its own, and leaves nothing running.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command-line program speaks by printing"
)]

mod all;
mod arrivals;
mod call;
mod connections;
mod desk;
mod everyone;
mod locked_down;
mod look;
mod managed;
mod manner;
mod practice;
mod recovery;
mod run;
mod scene;
mod secrets;
mod stage;
mod trouble;
mod window;

use std::path::PathBuf;
use std::process::ExitCode;

use manner::Manner;
use stage::Theme;

const USAGE: &str = "\
journeys list
journeys walk [--pictures DIR] [--theme light|dark] [--language en|de]
journeys run  [--only PART-OF-NAME] [--pictures DIR] [--failures DIR] [--theme light|dark] [--language en|de]
              [--app PROGRAM] [--at-a-time N]
journeys call --endpoint URL [--batches N] [--calls N] [--app PROGRAM]";

/// The repository's root, where axe-core is.
fn repository() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// What was asked for on the command line.
struct Asked {
    task: String,
    only: String,
    at_a_time: usize,
    calls: call::Calls,
    manner: Manner,
}

fn main() -> ExitCode {
    let asked = match asked(std::env::args().skip(1)) {
        Ok(asked) => asked,
        Err(problem) => {
            eprintln!("journeys: {problem}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    stage::adopt_orphans();
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .worker_threads(4)
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("journeys: {error}");
            return ExitCode::FAILURE;
        }
    };
    let good = match asked.task.as_str() {
        "walk" => runtime.block_on(run::walk(&asked.manner)),
        "call" => runtime.block_on(call::call(&asked.manner, &asked.calls)),
        "list" => {
            all::JOURNEYS
                .iter()
                .for_each(|journey| println!("{}", journey.name));
            true
        }
        _ => runtime.block_on(run::run(&asked.manner, &asked.only, asked.at_a_time)),
    };
    drop(runtime);
    stage::end_all();
    if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn asked(mut words: impl Iterator<Item = String>) -> Result<Asked, String> {
    let here = std::env::current_exe().map_err(|error| error.to_string())?;
    let built = here.parent().ok_or("where am I?")?;
    let mut asked = Asked {
        task: words.next().unwrap_or_default(),
        only: String::new(),
        at_a_time: 2,
        calls: call::Calls {
            endpoint: String::new(),
            batches: 5,
            calls: 20,
        },
        manner: Manner {
            app: built.join("readmit"),
            theme: Theme::Light,
            language: "en".to_owned(),
            pictures: None,
            failures: built.join("../journeys"),
            aloud: false,
        },
    };
    if !["run", "walk", "list", "call"].contains(&asked.task.as_str()) {
        return Err(format!("\"{}\" is not a task", asked.task));
    }
    asked.manner.aloud = asked.task == "walk";
    while let Some(option) = words.next() {
        let value = words.next().ok_or_else(|| format!("{option} needs a value"))?;
        match option.as_str() {
            "--only" => asked.only = value,
            "--pictures" => asked.manner.pictures = Some(value.into()),
            "--failures" => asked.manner.failures = value.into(),
            "--app" => asked.manner.app = value.into(),
            "--language" => asked.manner.language = value,
            "--endpoint" => asked.calls.endpoint = value,
            "--batches" => asked.calls.batches = number(&value)?,
            "--calls" => asked.calls.calls = number(&value)?,
            "--at-a-time" => asked.at_a_time = number(&value)?,
            "--theme" if value == "light" => asked.manner.theme = Theme::Light,
            "--theme" if value == "dark" => asked.manner.theme = Theme::Dark,
            _ => return Err(format!("{option} {value} is not understood")),
        }
    }
    Ok(asked)
}

fn number<N: std::str::FromStr>(value: &str) -> Result<N, String> {
    value.parse().map_err(|_| format!("\"{value}\" is not a number"))
}
