//! This person's AWS files: where they are, what is in them, whether they changed.

use std::collections::HashMap;
use std::error::Error;
use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use aws_config::profile::{ProfileFileLoadError, ProfileSet};
use aws_types::os_shim_internal::{Env, Fs};
use cognito::{Failure, FailureCode};
use zeroize::Zeroizing;

/// Largest file that is read, in bytes: thousands of profiles fit.
const LARGEST_FILE: u64 = 4 * 1024 * 1024;

/// What the two files are called to the parser, and in failures.
const CONFIG: &str = "config";
const CREDENTIALS: &str = "credentials";

/// Where the profiles are: the shared config and credentials files of the AWS SDKs and tools.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileFiles {
    config: PathBuf,
    credentials: PathBuf,
}

/// How the files looked when they were read: when each was last changed, and its length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stamp([Option<(SystemTime, u64)>; 2]);

impl ProfileFiles {
    /// Those of whoever runs this program: `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE`
    /// where they are set, else `config` and `credentials` in `~/.aws` (SDKs and tools reference
    /// guide, "Shared config and credentials files").
    #[must_use]
    pub fn of_this_person() -> Self {
        let home = std::env::home_dir().unwrap_or_default();
        let place = |variable: &str, name: &str| match std::env::var(variable) {
            Ok(path) if !path.is_empty() => match path.strip_prefix("~/").or(path.strip_prefix("~\\")) {
                Some(rest) => home.join(rest),
                None => PathBuf::from(path),
            },
            _ => home.join(".aws").join(name),
        };
        Self {
            config: place("AWS_CONFIG_FILE", CONFIG),
            credentials: place("AWS_SHARED_CREDENTIALS_FILE", CREDENTIALS),
        }
    }

    /// These two files.
    #[must_use]
    pub fn at(config: impl Into<PathBuf>, credentials: impl Into<PathBuf>) -> Self {
        Self {
            config: config.into(),
            credentials: credentials.into(),
        }
    }

    /// How the files look now.
    pub(crate) async fn stamp(&self) -> Result<Stamp, Failure> {
        let files = self.clone();
        off_thread(move || Ok(files.stamp_now())).await
    }

    fn stamp_now(&self) -> Stamp {
        let look = |path: &Path| {
            let data = std::fs::metadata(path).ok()?;
            Some((data.modified().ok()?, data.len()))
        };
        Stamp([look(&self.config), look(&self.credentials)])
    }

    /// Everything in the files. A file that isn't there is an empty one.
    ///
    /// # Errors
    /// `ProfileUnusable`, with the file as its detail, if one can't be read or understood.
    pub(crate) async fn read(&self) -> Result<(ProfileSet, Stamp), Failure> {
        let files = self.clone();
        let (config, credentials, stamp) = off_thread(move || {
            // Looked at before reading: what changes in between is then read again.
            let stamp = files.stamp_now();
            Ok((
                contents(&files.config, CONFIG)?,
                contents(&files.credentials, CREDENTIALS)?,
                stamp,
            ))
        })
        .await?;
        // The parser is the SDK's own, fed from memory: it knows many odd old forms.
        let env = Env::from_slice(&[
            ("AWS_CONFIG_FILE", CONFIG),
            ("AWS_SHARED_CREDENTIALS_FILE", CREDENTIALS),
        ]);
        let fs = Fs::from_raw_map(HashMap::from([
            (OsString::from(CONFIG), config.to_vec()),
            (OsString::from(CREDENTIALS), credentials.to_vec()),
        ]));
        let set = aws_config::profile::load(&fs, &env, &Default::default(), None)
            .await
            .map_err(|error| unusable(&place_of(&error)))?;
        Ok((set, stamp))
    }
}

/// A profile, or a file of them, with something wrong in it: a key's name, or a place.
pub(crate) fn unusable(detail: &str) -> Failure {
    Failure::new(FailureCode::ProfileUnusable).detail(detail)
}

fn contents(path: &Path, name: &str) -> Result<Zeroizing<Vec<u8>>, Failure> {
    match std::fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Zeroizing::default()),
        Ok(data) if data.len() <= LARGEST_FILE => {}
        _ => return Err(unusable(name)),
    }
    let bytes = Zeroizing::new(std::fs::read(path).map_err(|_| unusable(name))?);
    // The parser would take what isn't text for an empty file.
    std::str::from_utf8(&bytes).map_err(|_| unusable(name))?;
    Ok(bytes)
}

/// The file and the line of a syntax error. What stands there may be a secret, and is left out.
fn place_of(error: &ProfileFileLoadError) -> String {
    let text = error.source().map(ToString::to_string).unwrap_or_default();
    text.strip_prefix("error parsing ")
        .and_then(|rest| rest.split_once(" on line "))
        .and_then(|(file, rest)| Some(format!("{file}:{}", rest.split_once(':')?.0)))
        .unwrap_or_else(|| CONFIG.to_owned())
}

/// Runs what waits for a disk on a thread of its own: home directories may be far away.
async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|_| Err(unusable(CONFIG)))
}
