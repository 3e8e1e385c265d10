//! Python's `jsonschema` against `docs/policy/policy.schema.json`: administrators check their policies with
//! tools like it, and must hear from them what the program will say.

use std::path::{Path, PathBuf};
use std::process::Command;

use peers::{Error, venv};

/// The validator with what it needs, pinned.
const REQUIREMENTS: &str = include_str!("../py/requirements.txt");

/// The folder of the documents for administrators.
#[must_use]
pub fn documents() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/policy")
}

/// The validator, ready to be run: it reads a JSON list of policies from standard input, and writes a JSON list that
/// says for each whether the committed schema takes it.
///
/// # Errors
/// The packages can't be installed.
pub fn validator() -> Result<Command, Error> {
    let requirements: Vec<&str> = REQUIREMENTS.lines().collect();
    let mut command = Command::new(venv("jsonschema", &requirements)?.join("bin/python"));
    command
        .arg("-B")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("py/validate.py"))
        .arg(documents().join("policy.schema.json"));
    Ok(command)
}
