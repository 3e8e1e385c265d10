//! The log: to standard error, never with anything that a person typed.

use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// Starts the log.
///
/// Only our own crates speak below a warning. The SDK's lower levels print whole answers of the
/// service, so no setting turns them on.
pub fn start() {
    let ours = ["readmit", "cognito", "access", "desk"].map(|target| (target, LevelFilter::INFO));
    let quiet = Targets::new().with_default(LevelFilter::OFF).with_targets(ours);
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_ansi(false);
    // A second start in one process, as in tests, keeps the first log.
    let _already_started = tracing_subscriber::registry().with(lines).with(quiet).try_init();
}
