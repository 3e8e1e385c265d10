//! Where things are, and how cargo is called: the one set of packages and features.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::Result;

/// The one set of packages and features for build, test, lints and docs. Another set would change the
/// features of shared dependencies, and the AWS SDK would be built once more.
pub(crate) const WHOLE: [&str; 3] = [
    "--workspace",
    "--features",
    "readmit-practice/port,readmit-practice/connector",
];

/// The repository's root.
pub(crate) fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    here.and_then(|xtask| xtask.parent().map(PathBuf::from))
        .unwrap_or_else(|| PathBuf::from("."))
}

/// Cargo's target directory, where everything that is made ends up.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(elsewhere) => root().join(elsewhere),
        None => root().join("target"),
    }
}

/// A program built by [`build`].
pub(crate) fn program(name: &str) -> PathBuf {
    target().join("debug").join(name)
}

/// What xtask remembers between calls (what was installed and built last).
pub(crate) fn memory(name: &str) -> PathBuf {
    target().join("xtask").join(name)
}

/// A command that runs at the repository's root.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// The cargo that called us.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // Set by `cargo run` for this program alone; passed on, they would make build scripts run again.
    for own in [
        "CARGO_MANIFEST_DIR",
        "CARGO_MANIFEST_PATH",
        "CARGO_PKG_NAME",
        "CARGO_PKG_VERSION",
    ] {
        cargo.env_remove(own);
    }
    cargo.args(arguments);
    cargo
}

/// npm, without its notices.
pub(crate) fn npm(arguments: &[&str]) -> Command {
    let mut npm = command("npm");
    npm.args(arguments)
        .env("npm_config_fund", "false")
        .env("npm_config_update_notifier", "false");
    npm
}

/// Builds every program of the workspace (the app, the practice pool on a port, the journeys).
///
/// # Errors
/// When the build fails.
pub(crate) fn build() -> Result<()> {
    let mut cargo = cargo(&["build", "--bins"]);
    cargo.args(WHOLE);
    say_and_run(&mut cargo)
}

/// Says what is called, then calls it.
///
/// # Errors
/// When it cannot be started or does not end well.
pub(crate) fn say_and_run(command: &mut Command) -> Result<()> {
    println!("$ {}", spelled(command));
    let status = command.status().map_err(|error| unstartable(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{}` failed ({status})", spelled(command)))
    }
}

/// Calls it quietly and gives what it printed on its standard output.
///
/// # Errors
/// When it cannot be started or does not end well.
pub(crate) fn listen(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| unstartable(command, &error))?;
    if !output.status.success() {
        return Err(format!("`{}` failed ({})", spelled(command), output.status));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a command can be called and ends well, without showing anything.
pub(crate) fn works(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// The command as one would type it.
pub(crate) fn spelled(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    let mut words = vec![name.to_string_lossy().into_owned()];
    words.extend(
        command
            .get_args()
            .map(|argument| argument.to_string_lossy().into_owned()),
    );
    words.join(" ")
}

/// Why a command could not be started.
pub(crate) fn unstartable(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` could not be started: {error}", spelled(command))
}
