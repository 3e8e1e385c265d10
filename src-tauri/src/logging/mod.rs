//! The log: to standard error and into a file of its own, never with anything that a person typed.

mod last_lines;
mod rotating;

use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Mutex;

use tracing_subscriber::filter::{FilterFn, LevelFilter};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Registry, reload};

use crate::managed::Decided;

pub use last_lines::last_lines;
use rotating::RotatingFile;

/// Our own crates, by the names that their lines carry. Nobody else's lines are ever written, whatever the level: the
/// SDK's lower levels print whole answers of the service.
const OURS: [&str; 6] = ["readmit", "cognito", "access", "desk", "network", "policy"];

/// How much is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    /// Nothing.
    Off,
    /// What the program could not do.
    Error,
    /// What it had to do without, too.
    Warn,
    /// What happened, in few words.
    #[default]
    Info,
    /// Each call and each failure that was told.
    Debug,
    /// Each step.
    Trace,
}

impl Level {
    /// Every level by the name it has in the policy and on the command line.
    pub const NAMES: [(&'static str, Level); 6] = [
        ("off", Level::Off),
        ("error", Level::Error),
        ("warn", Level::Warn),
        ("info", Level::Info),
        ("debug", Level::Debug),
        ("trace", Level::Trace),
    ];

    fn filter(self) -> LevelFilter {
        match self {
            Level::Off => LevelFilter::OFF,
            Level::Error => LevelFilter::ERROR,
            Level::Warn => LevelFilter::WARN,
            Level::Info => LevelFilter::INFO,
            Level::Debug => LevelFilter::DEBUG,
            Level::Trace => LevelFilter::TRACE,
        }
    }
}

impl FromStr for Level {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        let found = Self::NAMES.iter().find(|(known, _)| *known == name);
        found.map(|(_, level)| *level).ok_or(())
    }
}

/// The log under way.
pub struct Log {
    asked: Level,
    level: Option<reload::Handle<LevelFilter, Registry>>,
}

impl Log {
    /// Writes as much from now on as IT decided; what was asked for at the start, where it decided nothing.
    pub fn obey(&self, decided: &Decided) {
        if let Some(handle) = &self.level {
            let level = decided.log_level().unwrap_or(self.asked);
            // It fails only where the log has ended.
            let _ended = handle.reload(level.filter());
        }
    }
}

/// Starts the log: into files in `folder` that together take 10 MB at most, and to standard error if it is `aloud`.
/// A panic is noted by its place alone; its message may hold anything.
pub fn start(level: Level, folder: PathBuf, aloud: bool) -> Log {
    let (filter, handle) = reload::Layer::new(level.filter());
    let to_standard_error = aloud.then(|| {
        tracing_subscriber::fmt::layer()
            .with_writer(std::io::stderr)
            .with_ansi(false)
    });
    let to_file = tracing_subscriber::fmt::layer()
        .with_writer(Mutex::new(RotatingFile::in_folder(folder)))
        .log_internal_errors(false)
        .with_ansi(false);
    let started = tracing_subscriber::registry()
        .with(filter)
        .with(FilterFn::new(|line| is_ours(line.target())))
        .with(to_standard_error)
        .with(to_file)
        .try_init();
    note_panics();
    Log {
        asked: level,
        // A second start in one process, as in tests, keeps the first log.
        level: started.is_ok().then_some(handle),
    }
}

/// Whether a line comes from one of our crates: from that crate itself, and not from one whose name begins like it.
fn is_ours(target: &str) -> bool {
    let name = target.split("::").next().unwrap_or_default();
    OURS.contains(&name)
}

fn note_panics() {
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(place) => {
            let (file, line) = (place.file(), place.line());
            tracing::error!(file, line, "a mistake in Readmit");
        }
        None => tracing::error!("a mistake in Readmit"),
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_crates_speak() {
        for ours in [
            "readmit",
            "cognito::sent",
            "access::keychain",
            "network",
            "policy::place",
        ] {
            assert!(is_ours(ours), "{ours}");
        }
        for other in [
            "aws_smithy_runtime::client",
            "hyper_util",
            "desktop",
            "accesskit",
            "keyring_core",
            "practice",
            "tauri",
            "",
        ] {
            assert!(!is_ours(other), "{other}");
        }
    }

    #[test]
    fn every_level_of_a_policy_is_one_of_ours() {
        use policy::LogLevel::*;
        for level in [Off, Error, Warn, Info, Debug, Trace] {
            let ours: Level = level.word().parse().unwrap();
            assert_eq!(format!("{ours:?}"), format!("{level:?}"));
        }
    }

    #[test]
    fn levels_have_the_names_that_people_write() {
        assert_eq!("trace".parse(), Ok(Level::Trace));
        assert_eq!("off".parse(), Ok(Level::Off));
        assert_eq!("loud".parse::<Level>(), Err(()));
    }
}
