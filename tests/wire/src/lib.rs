//! Outside clients, unmodified, against the practice pool on a port.
//!
//! The arithmetic, the parsers and the signatures here are not ours: boto3 and
//! the AWS CLI, pycognito, amazon-cognito-identity-js and Amplify, each pinned. They are
//! driven by the scripts in `py/` and `js/`, which name and print every check
//! and fail if one of them does; the tests in `tests/` start a pool for each.

use std::path::Path;
use std::process::{Command, Stdio};

use peers::{Error, PracticePort, node_packages, venv};
use tempfile::TempDir;

/// Every Python package, with what it needs, pinned.
const REQUIREMENTS: &str = include_str!("../py/requirements.txt");

/// Runs one of the Python scripts in `py/` against a pool and returns what it printed.
///
/// # Errors
/// The packages cannot be installed, or a check failed: then the error holds what was printed.
pub fn python(port: &PracticePort, script: &str) -> Result<String, Error> {
    let requirements: Vec<&str> = REQUIREMENTS.lines().collect();
    let mut command = Command::new(venv("clients", &requirements)?.join("bin/python"));
    // Without -B it would leave compiled files beside the scripts.
    command.arg("-B").arg(here().join("py").join(script));
    run(script, command, port)
}

/// Runs one of the scripts in `js/` against a pool and returns what it printed.
///
/// # Errors
/// As [`python`].
pub fn node(port: &PracticePort, script: &str, environment: &[(&str, &str)]) -> Result<String, Error> {
    let packages = node_packages("js", &here().join("js"))?;
    let mut command = Command::new("node");
    command
        .arg(here().join("js").join(script))
        .env("NODE_PATH", packages.join("node_modules"))
        .envs(environment.iter().copied());
    run(script, command, port)
}

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs a script in a home of its own, so that nobody's AWS profile or proxy is met on the way.
fn run(name: &str, mut command: Command, port: &PracticePort) -> Result<String, Error> {
    let failed = |source| Error::Io {
        what: format!("running {name}"),
        source,
    };
    let home = TempDir::new().map_err(failed)?;
    for (variable, _) in std::env::vars_os() {
        if variable.to_string_lossy().starts_with("AWS_") {
            command.env_remove(variable);
        }
    }
    let output = command
        .env("HOME", home.path())
        .env("AWS_EC2_METADATA_DISABLED", "true")
        .env("NO_PROXY", "127.0.0.1")
        .env("no_proxy", "127.0.0.1")
        .env("PRACTICE_URL", port.base_url())
        .current_dir(home.path())
        .stdin(Stdio::null())
        .output()
        .map_err(failed)?;
    let mut printed = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(printed);
    }
    printed.push_str(&String::from_utf8_lossy(&output.stderr));
    Err(Error::Program {
        what: format!("{name} failed: {}", output.status),
        output: printed,
    })
}
