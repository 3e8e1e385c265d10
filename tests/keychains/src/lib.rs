//! The access crate as a program of its own, in an environment that a test chooses.
//!
//! A keychain is found by the environment, and so are the caches of the AWS CLI and what may
//! tempt a program to speak to somebody else. A test can't change its own environment safely, so
//! it writes down [`Step`]s, has `access-steps` do them on a [`peers::Desktop`], and reads what
//! came of each.

use std::collections::HashMap;
use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde::{Deserialize, Serialize};

/// What a test comes to.
pub type Outcome = Result<(), Box<dyn Error>>;

/// What to do, in order, in one process.
#[derive(Serialize, Deserialize)]
pub struct Plan {
    /// Where STS is.
    pub sts: Option<String>,
    /// Where Identity Center's sign-in is.
    pub oidc: Option<String>,
    /// Where Identity Center's portal is.
    pub portal: Option<String>,
    /// What to do.
    pub steps: Vec<Step>,
}

/// One step.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "step")]
pub enum Step {
    /// `Sessions::accept`.
    Accept {
        /// The key's id.
        id: String,
        /// Its secret.
        secret: String,
        /// The session token, for temporary keys.
        token: Option<String>,
    },
    /// `Sessions::open` with the keys of this ending.
    OpenKeys {
        /// The last four characters of the key's id.
        ending: String,
    },
    /// `Sessions::open` with this profile.
    OpenProfile {
        /// Its name.
        name: String,
    },
    /// `Sessions::forget` the keys of this ending.
    Forget {
        /// The last four characters of the key's id.
        ending: String,
    },
    /// Sign in to Identity Center with the code of a device, and `SignedIn::keep`. Somebody goes to the page meanwhile.
    SignIn {
        /// The start page.
        start_url: String,
    },
    /// `SignedIn::kept`, and the names of the accounts.
    Accounts {
        /// The start page.
        start_url: String,
    },
    /// `IdentityCenter::forget_token`.
    SignOut {
        /// The start page.
        start_url: String,
    },
    /// `keychain::store`, `read`, compare, with as many bytes as given.
    StoreLong {
        /// How many bytes.
        bytes: usize,
    },
    /// `keychain::try_out`.
    TryOut,
    /// `keychain::count_all`, then `forget_all`; both numbers as one name.
    ForgetAll,
    /// Wait until a line is read: the test does something meanwhile.
    Pause,
}

/// What came of a step.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Came {
    /// The failure's code, if it failed.
    pub failure: Option<String>,
    /// The failure's detail.
    pub detail: Option<String>,
    /// Why the keychain didn't take the keys, if they were accepted all the same.
    pub not_kept: Option<String>,
    /// Who AWS said we are.
    pub name: Option<String>,
}

impl Came {
    /// A failure with this code.
    #[must_use]
    pub fn failed(code: &str) -> Self {
        Self {
            failure: Some(code.to_owned()),
            ..Self::default()
        }
    }

    /// A success as this identity.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self {
            name: Some(name.to_owned()),
            ..Self::default()
        }
    }
}

/// Has `program` do the `plan` in exactly this environment. `meanwhile` runs at each [`Step::Pause`], and at each
/// [`Step::SignIn`] with the address to go to.
///
/// # Errors
/// The program fails, or `meanwhile` does.
pub fn done(
    program: &Path,
    environment: &HashMap<&'static str, String>,
    plan: &Plan,
    mut meanwhile: impl FnMut(&str) -> Outcome,
) -> Result<Vec<Came>, Box<dyn Error>> {
    use std::io::{BufRead, BufReader};

    let mut child = Command::new(program)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .envs(environment)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut input = child.stdin.take().ok_or("no input")?;
    let output = child.stdout.take().ok_or("no output")?;
    writeln!(input, "{}", serde_json::to_string(plan)?)?;
    let mut came = Vec::new();
    for line in BufReader::new(output).lines() {
        let line = line?;
        if let Some(address) = line.strip_prefix("paused ") {
            meanwhile(address)?;
            writeln!(input, "go")?;
        } else {
            came.push(serde_json::from_str(&line)?);
        }
    }
    let status = child.wait()?;
    if status.success() {
        Ok(came)
    } else {
        Err(format!("access-steps: {status}").into())
    }
}
