//! Credentials from the program that a profile names (`credential_process`).
//!
//! Run here and not by the SDK, which would wait for it without end, leave it running when nobody
//! waits any more, and on Windows flash a console window at whoever is at the desk.

use std::process::Stdio;
use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use cognito::{Failure, FailureCode};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use tokio::process::Command;
use zeroize::Zeroizing;

/// How long a program may take. Some wait for a person's finger on a key.
const PATIENCE: Duration = Duration::from_secs(30);

/// What a program writes to its standard output (SDKs and tools reference guide, "Process
/// credential provider").
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Written {
    version: u32,
    access_key_id: String,
    secret_access_key: SecretString,
    session_token: Option<SecretString>,
    expiration: Option<String>,
}

/// Runs `command` by the system's shell, as the AWS tools do, and reads the keys it writes.
///
/// # Errors
/// `ProfileProgramFailed` if it can't be run, takes longer than half a minute, ends badly or
/// writes something else. What it writes goes nowhere.
pub(crate) async fn credentials(command: &str) -> Result<Credentials, Failure> {
    let failed = || Failure::new(FailureCode::ProfileProgramFailed);
    let mut shell = shell(command);
    shell
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true);
    let output = tokio::time::timeout(PATIENCE, shell.output())
        .await
        .map_err(|_| failed())?
        .map_err(|_| failed())?;
    let written = Zeroizing::new(output.stdout);
    if !output.status.success() {
        return Err(failed());
    }
    read(&written).ok_or_else(failed)
}

fn read(written: &[u8]) -> Option<Credentials> {
    let written: Written = serde_json::from_slice(written).ok()?;
    if written.version != 1
        || written.access_key_id.is_empty()
        || written.secret_access_key.expose_secret().is_empty()
    {
        return None;
    }
    let expiry = match &written.expiration {
        Some(text) => {
            Some(SystemTime::try_from(DateTime::from_str(text, Format::DateTimeWithOffset).ok()?).ok()?)
        }
        None => None,
    };
    Some(Credentials::new(
        written.access_key_id,
        written.secret_access_key.expose_secret(),
        written
            .session_token
            .as_ref()
            .map(|token| token.expose_secret().to_owned()),
        expiry,
        "readmit",
    ))
}

#[cfg(not(windows))]
fn shell(command: &str) -> Command {
    let mut shell = Command::new("sh");
    shell.args(["-c", command]);
    shell
}

#[cfg(windows)]
fn shell(command: &str) -> Command {
    /// `CREATE_NO_WINDOW` of the Windows API.
    const NO_WINDOW: u32 = 0x0800_0000;
    let mut shell = Command::new("cmd.exe");
    // In one more pair of quotes, which cmd.exe takes off: so a quoted path with spaces survives.
    shell
        .arg("/C")
        .raw_arg(format!("\"{command}\""))
        .creation_flags(NO_WINDOW);
    shell
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_writes_is_read() {
        let read = read(
            br#"{"Version": 1, "AccessKeyId": "ASIAIOSFODNN7EXAMPLE", "SecretAccessKey": "secret",
                "SessionToken": "token", "Expiration": "2026-11-23T12:00:00+01:00", "More": []}"#,
        );
        assert!(read.is_some_and(|read| {
            read.access_key_id() == "ASIAIOSFODNN7EXAMPLE"
                && read.session_token() == Some("token")
                && read.expiry() == SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(1_795_431_600))
        }));
    }

    #[test]
    fn what_is_not_keys_is_refused() {
        for written in [
            "",
            "not json",
            r#"{"AccessKeyId": "ASIAIOSFODNN7EXAMPLE", "SecretAccessKey": "secret"}"#,
            r#"{"Version": 2, "AccessKeyId": "ASIAIOSFODNN7EXAMPLE", "SecretAccessKey": "secret"}"#,
            r#"{"Version": 1, "AccessKeyId": "", "SecretAccessKey": "secret"}"#,
            r#"{"Version": 1, "AccessKeyId": "ASIAIOSFODNN7EXAMPLE"}"#,
            r#"{"Version": 1, "AccessKeyId": "A", "SecretAccessKey": "s", "Expiration": "tomorrow"}"#,
        ] {
            assert!(read(written.as_bytes()).is_none(), "{written}");
        }
    }

    #[tokio::test]
    async fn a_program_that_fails_says_so_without_its_words() {
        for command in [
            "exit 3",
            "echo keys",
            "/no/such/program",
            "echo secret >&2; exit 1",
        ] {
            assert_eq!(
                credentials(command).await.err(),
                Some(FailureCode::ProfileProgramFailed.into()),
                "{command}"
            );
        }
    }

    #[cfg(unix)]
    #[tokio::test(start_paused = true)]
    async fn nobody_waits_for_a_program_without_end() {
        let outcome = credentials("sleep 600").await;
        assert_eq!(outcome.err(), Some(FailureCode::ProfileProgramFailed.into()));
    }
}
