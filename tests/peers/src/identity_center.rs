//! An IAM Identity Center, and the browser that somebody signs in with there.
//!
//! No server that can be had knows `sso-oidc` and `sso`, so behind a wire of others' making (AWS's
//! models as botocore ships them, moto's parsers) the behaviour is ours: `identity_center.py` says
//! where each piece of it comes from.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::process::{Running, run};
use crate::{Error, moto};

/// A running Identity Center; ends when dropped.
#[derive(Debug)]
pub struct IdentityCenter {
    base_url: String,
    python: PathBuf,
    _running: Running,
}

/// What a role's credentials are to be, so that another peer can know them.
#[derive(Debug, Clone, Copy)]
pub struct RoleKey<'a> {
    /// The access key's id.
    pub id: &'a str,
    /// Its secret.
    pub secret: &'a str,
    /// Its session token.
    pub token: &'a str,
}

impl IdentityCenter {
    /// Installs what it needs if need be (Python packages, once), and starts it on a free port. Every role's
    /// credentials are new ones.
    ///
    /// # Errors
    /// It cannot be installed or does not become ready.
    pub fn start() -> Result<Self, Error> {
        Self::run(&[])
    }

    /// The same, where every role has these credentials.
    ///
    /// # Errors
    /// As [`IdentityCenter::start`].
    pub fn start_giving(key: RoleKey<'_>) -> Result<Self, Error> {
        Self::run(&[key.id, key.secret, key.token])
    }

    fn run(arguments: &[&str]) -> Result<Self, Error> {
        let python = moto::installed()?.join("bin/python");
        let mut command = command(&python, "serve");
        let mut running = Running::start("Identity Center", command.args(arguments))?;
        let base_url = running.wait_for(Duration::from_secs(60), |running| {
            let output = running.output();
            let (line, _) = output.split_once('\n')?;
            line.starts_with("http://").then(|| line.to_owned())
        })?;
        Ok(Self {
            base_url,
            python,
            _running: running,
        })
    }

    /// Where it answers: `http://127.0.0.1:PORT`. Its start pages are paths of it.
    #[must_use]
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// Goes to an address as a browser does, wherever it is sent from there, and gives what it shows.
    ///
    /// # Errors
    /// There is no such page.
    pub fn browse(&self, url: &str) -> Result<String, Error> {
        run("a browser", command(&self.python, "browse").arg(url))
    }

    /// A shell script that goes to the address it is given, with `added` to it: what a person's browser would do
    /// who says yes (nothing added) or no (`&answer=no`).
    #[must_use]
    pub fn browser(&self, added: &str) -> String {
        format!(
            "#!/bin/sh\nexec '{}' -B '{}' browse \"$1{added}\" >/dev/null\n",
            self.python.display(),
            script().display()
        )
    }

    /// Has botocore's own clients walk the way of the device code.
    ///
    /// # Errors
    /// They don't understand an answer.
    pub fn check(&self) -> Result<(), Error> {
        run("botocore", command(&self.python, "check").arg(&self.base_url)).map(drop)
    }
}

/// The script with one of its commands.
fn command(python: &Path, name: &str) -> Command {
    let mut command = Command::new(python);
    command
        // Without -B it would leave compiled files beside the script.
        .arg("-B")
        .arg(script())
        .arg(name)
        // Keys and profiles of whoever runs the tests are none of its business.
        .env("HOME", std::env::temp_dir());
    command
}

fn script() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("identity_center.py")
}
