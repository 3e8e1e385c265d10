//! ministack, a server that none of us wrote.
//!
//! With `AUTH=true` it verifies SRP proofs, signatures, secret hashes, codes and
//! password policies. Where it differs from the service is said by the tests
//! that lean on it.

use std::collections::HashMap;
use std::process::Command;
use std::time::Duration;

use serde::Deserialize;
use tempfile::TempDir;

use crate::loopback::{ask, call, free_port};
use crate::process::Running;
use crate::{Administrator, Error, MadePool, PoolSpec, venv};

/// Everything it needs, each pinned.
const REQUIREMENTS: &str = include_str!("../ministack.txt");

/// A running ministack; ends when dropped.
#[derive(Debug)]
pub struct Ministack {
    base_url: String,
    _running: Running,
    _state: TempDir,
}

/// What `GET /_ministack/ses/messages` answers, by account.
#[derive(Deserialize)]
struct SentMessages {
    messages: HashMap<String, Vec<SentMessage>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SentMessage {
    to: Vec<String>,
    body_text: String,
    timestamp: f64,
}

impl Ministack {
    /// Installs it if need be (Python packages, once), starts it on a free port and waits until it answers.
    ///
    /// # Errors
    /// It cannot be installed or does not become ready.
    pub fn start() -> Result<Self, Error> {
        let requirements: Vec<&str> = REQUIREMENTS.lines().collect();
        let program = venv("ministack", &requirements)?.join("bin/ministack");
        let state = TempDir::new().map_err(Error::io("making a directory for ministack"))?;
        let port = free_port()?;
        let base_url = format!("http://127.0.0.1:{port}");
        let mut command = Command::new(program);
        command
            .env("BIND_HOST", "127.0.0.1")
            .env("GATEWAY_PORT", port.to_string())
            .env("AUTH", "true")
            .env("AWS_ACCESS_KEY_ID", "test")
            .env("AWS_SECRET_ACCESS_KEY", "test")
            .env("STATE_DIR", state.path())
            .env("PERSIST_STATE", "0")
            // Without this it also listens on port 8883 of every address.
            .env("IOT_MTLS_ENABLED", "0")
            .env("SERVICES", "cognito-idp,cognito-identity,ses,sns,iam,sts")
            .current_dir(state.path());
        let mut running = Running::start("ministack", &mut command)?;
        running.wait_for(Duration::from_secs(60), |_| {
            matches!(call(&base_url, "GET", "/_ministack/health", None), Ok((200, _))).then_some(())
        })?;
        Ok(Self {
            base_url,
            _running: running,
            _state: state,
        })
    }

    /// Where it answers: `http://127.0.0.1:PORT`.
    #[must_use]
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// An administrator with the root key, whose signatures ministack does not check.
    #[must_use]
    pub fn administrator(&self) -> Administrator {
        Administrator::new(&self.base_url, "test", "test")
    }

    /// Makes a pool whose client secret, if it has one, is as the service makes them.
    ///
    /// ministack's may hold characters that no secret of the service has; then another pool is made.
    ///
    /// # Errors
    /// It refuses.
    pub async fn create_pool(&self, spec: &PoolSpec) -> Result<MadePool, Error> {
        loop {
            let pool = self.administrator().create_pool(spec).await?;
            let usual = |secret: &String| {
                secret
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'+')
            };
            if pool.client_secret.as_ref().is_none_or(usual) {
                return Ok(pool);
            }
        }
    }

    /// The code in the newest message to this address.
    ///
    /// # Errors
    /// No message with a code was sent there.
    pub fn newest_code(&self, to: &str) -> Result<String, Error> {
        let answer = ask(&self.base_url, "GET", "/_ministack/ses/messages", None)?;
        let sent: SentMessages = serde_json::from_str(&answer)
            .map_err(|error| Error::answer("ministack's messages", format!("{error}: {answer}")))?;
        sent.messages
            .into_values()
            .flatten()
            .filter(|message| message.to.iter().any(|address| address == to))
            .max_by(|one, other| one.timestamp.total_cmp(&other.timestamp))
            .and_then(|message| six_digits(&message.body_text))
            .ok_or_else(|| Error::answer("ministack's messages", format!("no code was sent to {to}")))
    }
}

/// The six digits in "Your verification code is 654321."
fn six_digits(text: &str) -> Option<String> {
    text.split(|character: char| !character.is_ascii_digit())
        .find(|digits| digits.len() == 6)
        .map(str::to_owned)
}
