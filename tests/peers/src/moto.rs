//! moto, a second server that none of us wrote.
//!
//! It has STS and a `ListUsers` that pages and filters as the service's does. Of IAM Identity Center
//! it has the administration (`sso-admin`) but neither the sign-in nor the portal. It takes any
//! password over SRP, any code and any signature: that moto accepted something is evidence of
//! nothing. Where else it differs is said by the tests that lean on it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde::Serialize;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::administrator::REGION;
use crate::loopback::{call, free_port};
use crate::process::Running;
use crate::{Administrator, Error, venv};

/// Everything it needs (`moto[server,cognitoidp]`), each pinned.
const REQUIREMENTS: &str = include_str!("../moto.txt");

/// A running moto; ends when dropped.
#[derive(Debug)]
pub struct Moto {
    base_url: String,
    running: Running,
    _directory: TempDir,
}

/// A user whom a pool of moto's holds from the beginning, in any state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Planted {
    /// The user name.
    pub username: String,
    /// The status, in the service's word.
    pub status: &'static str,
    /// Whether the account is switched on.
    pub enabled: bool,
    /// Every attribute but `sub`, which moto makes up.
    pub attributes: BTreeMap<&'static str, String>,
}

impl Moto {
    /// Installs it if need be (Python packages, once), starts it on a free port and waits until it answers.
    ///
    /// # Errors
    /// It cannot be installed or does not become ready.
    pub fn start() -> Result<Self, Error> {
        let program = installed()?.join("bin/moto_server");
        let port = free_port()?.to_string();
        Self::run(
            Command::new(program).args(["-H", "127.0.0.1", "-p", &port]),
            &port,
            temporary()?,
        )
    }

    /// The same with a user pool that holds these people from the beginning, and its id. `pool` is
    /// what `CreateUserPool` would be given beside the name.
    ///
    /// # Errors
    /// It cannot be installed, does not become ready, or says no id.
    pub fn start_crowded(pool: &Value, people: &[Planted]) -> Result<(Self, String), Error> {
        let program = installed()?.join("bin/python");
        let directory = temporary()?;
        let crowd = directory.path().join("crowd.json");
        let content = json!({ "region": REGION, "pool": pool, "people": people }).to_string();
        fs::write(&crowd, content).map_err(Error::io("writing who is in moto's pool"))?;
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("moto_crowd.py");
        let port = free_port()?.to_string();
        let mut command = Command::new(program);
        // Without -B it would leave compiled files beside the script.
        command.arg("-B").arg(script).arg(&port).arg(crowd);
        let moto = Self::run(&mut command, &port, directory)?;
        let output = moto.running.output();
        let id = output
            .split_once("pool ")
            .and_then(|(_, rest)| rest.lines().next())
            .ok_or_else(|| Error::answer("moto's pool", output.clone()))?;
        Ok((moto, id.to_owned()))
    }

    fn run(command: &mut Command, port: &str, directory: TempDir) -> Result<Self, Error> {
        let base_url = format!("http://127.0.0.1:{port}");
        command
            // Keys and profiles of whoever runs the tests are none of its business.
            .env("HOME", directory.path())
            .env("AWS_ACCESS_KEY_ID", "test")
            .env("AWS_SECRET_ACCESS_KEY", "test")
            .current_dir(directory.path());
        let mut running = Running::start("moto", command)?;
        running.wait_for(Duration::from_secs(60), |_| {
            matches!(call(&base_url, "GET", "/moto-api/", None), Ok((200, _))).then_some(())
        })?;
        Ok(Self {
            base_url,
            running,
            _directory: directory,
        })
    }

    /// Where it answers: `http://127.0.0.1:PORT`.
    #[must_use]
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// An administrator. moto looks at no signature, so the keys don't matter.
    #[must_use]
    pub fn administrator(&self) -> Administrator {
        Administrator::new(&self.base_url, "test", "test")
    }
}

/// Where it and what it is made of is installed.
pub(crate) fn installed() -> Result<PathBuf, Error> {
    let requirements: Vec<&str> = REQUIREMENTS.lines().collect();
    venv("moto", &requirements)
}

fn temporary() -> Result<TempDir, Error> {
    TempDir::new().map_err(Error::io("making a directory for moto"))
}
