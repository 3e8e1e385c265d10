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

use crate::loopback::{ask, call, free_port, send};
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

/// An IAM user's access key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IamKey {
    /// Its id.
    pub id: String,
    /// Its secret.
    pub secret: String,
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

impl SentMessage {
    fn is_to(&self, address: &str) -> bool {
        self.to.iter().any(|to| to == address)
    }
}

/// Whom a policy is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Identity<'a> {
    /// An IAM user, by name.
    User(&'a str),
    /// A role, by name.
    Role(&'a str),
}

impl Ministack {
    /// The account that everything of it is in.
    pub const ACCOUNT: &'static str = "000000000000";

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

    /// An administrator with an IAM user's key, whose signatures and permissions are checked.
    #[must_use]
    pub fn administrator_as(&self, key: &IamKey) -> Administrator {
        Administrator::new(&self.base_url, &key.id, &key.secret)
    }

    /// Allows an IAM user or a role what a policy document says, in place of what it was allowed by
    /// this before.
    ///
    /// # Errors
    /// It refuses: no such identity, or no policy.
    pub fn allow(&self, identity: Identity<'_>, policy: &str) -> Result<(), Error> {
        let (action, member, name) = match identity {
            Identity::User(name) => ("PutUserPolicy", "UserName", name),
            Identity::Role(name) => ("PutRolePolicy", "RoleName", name),
        };
        let parameters = [
            (member, name),
            ("PolicyName", "allowed"),
            ("PolicyDocument", policy),
        ];
        self.iam(action, &parameters).map(drop)
    }

    /// How many messages were sent to this address.
    ///
    /// # Errors
    /// It does not answer.
    pub fn messages_to(&self, to: &str) -> Result<usize, Error> {
        let sent = self.sent()?;
        Ok(sent.iter().filter(|message| message.is_to(to)).count())
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

    /// Makes an IAM user with an access key, whose signatures and permissions ministack checks.
    /// The user may do nothing yet but ask who it is.
    ///
    /// # Errors
    /// It refuses.
    pub fn create_iam_user(&self, name: &str) -> Result<IamKey, Error> {
        self.iam("CreateUser", &[("UserName", name)])?;
        let answer = self.iam("CreateAccessKey", &[("UserName", name)])?;
        let part = |element: &str| {
            between(&answer, &format!("<{element}>"), &format!("</{element}>"))
                .map(str::to_owned)
                .ok_or_else(|| Error::answer("CreateAccessKey", format!("no {element}")))
        };
        Ok(IamKey {
            id: part("AccessKeyId")?,
            secret: part("SecretAccessKey")?,
        })
    }

    /// Does something in its IAM with the root key: an action of IAM's query API, with parameters.
    /// Answers the XML.
    ///
    /// # Errors
    /// It refuses.
    pub fn iam(&self, action: &str, parameters: &[(&str, &str)]) -> Result<String, Error> {
        let mut form = format!("Action={action}&Version=2010-05-08");
        for (name, value) in parameters {
            form.push_str(&format!("&{name}={}", form_encoded(value)));
        }
        let headers = [
            ("Content-Type", "application/x-www-form-urlencoded"),
            (
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=00",
            ),
        ];
        match send(&self.base_url, "POST", "/", &headers, &form)? {
            (200, body) => Ok(body),
            (status, body) => Err(Error::answer(action, format!("{status} {body}"))),
        }
    }

    /// The code in the newest message to this address.
    ///
    /// # Errors
    /// No message with a code was sent there.
    pub fn newest_code(&self, to: &str) -> Result<String, Error> {
        self.sent()?
            .into_iter()
            .filter(|message| message.is_to(to))
            .max_by(|one, other| one.timestamp.total_cmp(&other.timestamp))
            .and_then(|message| six_digits(&message.body_text))
            .ok_or_else(|| Error::answer("ministack's messages", format!("no code was sent to {to}")))
    }

    fn sent(&self) -> Result<Vec<SentMessage>, Error> {
        let answer = ask(&self.base_url, "GET", "/_ministack/ses/messages", None)?;
        let sent: SentMessages = serde_json::from_str(&answer)
            .map_err(|error| Error::answer("ministack's messages", format!("{error}: {answer}")))?;
        Ok(sent.messages.into_values().flatten().collect())
    }
}

/// The six digits in "Your verification code is 654321."
fn six_digits(text: &str) -> Option<String> {
    text.split(|character: char| !character.is_ascii_digit())
        .find(|digits| digits.len() == 6)
        .map(str::to_owned)
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    Some(text.split_once(before)?.1.split_once(after)?.0)
}

fn form_encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
