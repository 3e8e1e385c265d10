//! Our practice pool on a port, and what a test asks of it beside the protocol.

use std::collections::HashMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::time::{Duration, SystemTime};

use serde::Deserialize;
use serde_json::json;

use crate::installed::{profile_directory, target_directory};
use crate::loopback::ask;
use crate::process::{Running, run};
use crate::{Administrator, Error};

const READY: &str = "practice pool on ";

/// One message that a pool sent, as it lies in the inbox.
#[derive(Debug, Clone, Deserialize)]
pub struct InboxMessage {
    /// The user pool's id.
    pub pool: String,
    /// The user's name in the pool.
    pub username: String,
    /// The user's `sub`.
    pub sub: String,
    /// `reset`, `sign-up`, `invitation`, `verify` or `mfa`.
    pub purpose: String,
    /// `email` or `sms`.
    pub medium: String,
    /// The address or telephone number.
    pub to: String,
    /// The code, or the temporary password of an invitation.
    pub code: String,
    /// When it was sent, by the pool's clock: seconds since 1970.
    pub sent_at: f64,
}

/// The program `practice-pool` on a port of its own; ends when dropped.
#[derive(Debug)]
pub struct PracticePort {
    base_url: String,
    _running: Running,
}

impl PracticePort {
    /// Starts the pool with further arguments, such as `--empty` or `--people 1000000`, which takes seconds.
    ///
    /// `cargo xtask test` has built the program. Under a bare `cargo test` it is built here if it
    /// is missing or older than its source.
    ///
    /// # Errors
    /// It cannot be built, or does not become ready.
    pub fn start(arguments: &[&str]) -> Result<Self, Error> {
        let mut command = Command::new(practice_pool()?);
        command.args(["--port", "0"]).args(arguments);
        let mut running = Running::start("practice-pool", &mut command)?;
        let base_url = running.wait_for(Duration::from_secs(60), |running| {
            let output = running.output();
            // The line may be half written still.
            let (line, _) = output.split_once(READY)?.1.split_once('\n')?;
            Some(line.trim().to_owned())
        })?;
        Ok(Self {
            base_url,
            _running: running,
        })
    }

    /// Where it answers: `http://127.0.0.1:PORT`.
    #[must_use]
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// An administrator with the pool's own default key, who signs every request.
    #[must_use]
    pub fn administrator(&self) -> Administrator {
        Administrator::new(&self.base_url, "practice", "practice-secret")
    }

    /// Every message sent so far, newest last.
    ///
    /// # Errors
    /// The pool does not answer, or not with an inbox.
    pub fn inbox(&self) -> Result<Vec<InboxMessage>, Error> {
        let answer = ask(&self.base_url, "GET", "/_practice/inbox", None)?;
        serde_json::from_str(&answer)
            .map_err(|error| Error::answer("the inbox", format!("{error}: {answer}")))
    }

    /// The code in the newest message to this address or number.
    ///
    /// # Errors
    /// Nothing was sent there.
    pub fn newest_code(&self, to: &str) -> Result<String, Error> {
        self.inbox()?
            .into_iter()
            .rfind(|message| message.to == to)
            .map(|message| message.code)
            .ok_or_else(|| Error::answer("the inbox", format!("nothing was sent to {to}")))
    }

    /// Moves the pool's clock forward and returns what it shows then, in seconds since 1970.
    ///
    /// # Errors
    /// The pool does not answer.
    pub fn advance_clock(&self, seconds: u64) -> Result<f64, Error> {
        let body = json!({ "advance_seconds": seconds }).to_string();
        let answer = ask(&self.base_url, "POST", "/_practice/clock", Some(&body))?;
        serde_json::from_str::<HashMap<String, f64>>(&answer)
            .ok()
            .and_then(|clock| clock.get("now").copied())
            .ok_or_else(|| Error::answer("the clock", answer))
    }

    /// Sets the pool's clock, in seconds since 1970.
    ///
    /// # Errors
    /// The pool does not answer.
    pub fn set_clock(&self, seconds: i64) -> Result<(), Error> {
        self.control("clock", &json!({ "set": seconds }))
    }

    /// Refuses these operations to everybody who signs, in place of those before.
    ///
    /// # Errors
    /// The pool does not answer.
    pub fn deny(&self, operations: &[&str]) -> Result<(), Error> {
        self.control("deny", &json!({ "operations": operations }))
    }

    /// Takes an access key beside the others.
    ///
    /// # Errors
    /// The pool does not answer.
    pub fn add_key(&self, id: &str, secret: &str) -> Result<(), Error> {
        self.control("keys", &json!({ "id": id, "secret": secret }))
    }

    /// Takes a temporary key beside the others, good until then, in seconds since 1970.
    ///
    /// # Errors
    /// The pool does not answer.
    pub fn add_session_key(&self, id: &str, secret: &str, token: &str, expires: i64) -> Result<(), Error> {
        let key = json!({ "id": id, "secret": secret, "session_token": token, "expires": expires });
        self.control("keys", &key)
    }

    /// Forgets an access key, as when its user is deleted.
    ///
    /// # Errors
    /// The pool does not answer.
    pub fn forget_key(&self, id: &str) -> Result<(), Error> {
        self.control("forget-key", &json!({ "id": id }))
    }

    /// Makes a role that may do everything, and that any key may assume.
    ///
    /// # Errors
    /// The pool does not answer.
    pub fn add_role(&self, arn: &str) -> Result<(), Error> {
        self.control("roles", &json!({ "arn": arn }))
    }

    /// Makes such a role that wants a second factor: a device's serial number, and the code that is right.
    ///
    /// # Errors
    /// The pool does not answer.
    pub fn add_role_with_factor(&self, arn: &str, serial: &str, code: &str) -> Result<(), Error> {
        let role = json!({ "arn": arn, "mfa": { "serial": serial, "code": code } });
        self.control("roles", &role)
    }

    /// Fills a pool with so many invented people.
    ///
    /// # Errors
    /// The pool is not there, or they do not fit.
    pub fn populate(&self, pool: &str, count: u32) -> Result<(), Error> {
        self.control("people", &json!({ "pool": pool, "count": count }))
    }

    fn control(&self, place: &str, body: &serde_json::Value) -> Result<(), Error> {
        let body = body.to_string();
        ask(
            &self.base_url,
            "POST",
            &format!("/_practice/{place}"),
            Some(&body),
        )
        .map(drop)
    }

    /// Injects a fault, given as the JSON that `POST /_practice/faults` takes.
    ///
    /// # Errors
    /// The pool does not know such a fault.
    pub fn inject(&self, fault: &str) -> Result<(), Error> {
        ask(&self.base_url, "POST", "/_practice/faults", Some(fault)).map(drop)
    }

    /// Takes back every fault that has not happened yet.
    ///
    /// # Errors
    /// The pool does not answer.
    pub fn clear_faults(&self) -> Result<(), Error> {
        ask(&self.base_url, "DELETE", "/_practice/faults", None).map(drop)
    }

    /// How often an operation was asked for since the start, whatever came of it.
    ///
    /// # Errors
    /// The pool does not answer, or not with counts.
    pub fn requests(&self, operation: &str) -> Result<u32, Error> {
        let answer = ask(&self.base_url, "GET", "/_practice/requests", None)?;
        let counts: HashMap<String, u32> = serde_json::from_str(&answer)
            .map_err(|error| Error::answer("the counts", format!("{error}: {answer}")))?;
        Ok(counts.get(operation).copied().unwrap_or_default())
    }

    /// Ends the program now, so that nobody answers at [`PracticePort::base_url`] any more.
    pub fn stop(self) {
        drop(self);
    }
}

/// The program, built first if it is missing or stale.
fn practice_pool() -> Result<PathBuf, Error> {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _alone = ONE_AT_A_TIME.lock();

    let directory = profile_directory()?;
    let program = directory.join(format!("practice-pool{}", env::consts::EXE_SUFFIX));
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let built = fs::metadata(&program).and_then(|file| file.modified()).ok();
    if built.is_some() && built >= newest(&workspace.join("src-tauri/practice/src")) {
        return Ok(program);
    }
    let profile = match directory.file_name().and_then(|name| name.to_str()) {
        Some("debug") | None => "dev",
        Some(name) => name,
    };
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command
        .args(["build", "--quiet", "--workspace", "--bin", "practice-pool"])
        // The features that the whole is built with, so that nothing is compiled twice.
        .args(["--features", "readmit-practice/port,readmit-practice/connector"])
        .args(["--profile", profile])
        .arg("--target-dir")
        .arg(target_directory()?)
        .current_dir(workspace);
    run("cargo build --bin practice-pool", &mut command)?;
    Ok(program)
}

/// When anything under a directory last changed.
fn newest(directory: &Path) -> Option<SystemTime> {
    fs::read_dir(directory)
        .ok()?
        .flatten()
        .filter_map(|entry| {
            let kind = entry.metadata().ok()?;
            if kind.is_dir() {
                newest(&entry.path())
            } else {
                kind.modified().ok()
            }
        })
        .max()
}
