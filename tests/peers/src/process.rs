//! A program that runs for as long as the value that started it.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::NamedTempFile;

use crate::Error;

/// How much of a program's output an error carries.
const TAIL: usize = 4_000;

/// A running program. Dropping it ends that very process and no other.
#[derive(Debug)]
pub(crate) struct Running {
    name: String,
    child: Child,
    output: NamedTempFile,
}

impl Running {
    /// Starts a program; what it prints is kept for [`Running::output`].
    pub(crate) fn start(name: &str, command: &mut Command) -> Result<Self, Error> {
        Self::reading(name, command, Stdio::null())
    }

    /// The same with something to read on its standard input.
    pub(crate) fn reading(name: &str, command: &mut Command, input: Stdio) -> Result<Self, Error> {
        let what = format!("starting {name}");
        let output = NamedTempFile::new().map_err(Error::io(&what))?;
        let stdout = output.reopen().map_err(Error::io(&what))?;
        let stderr = stdout.try_clone().map_err(Error::io(&what))?;
        let child = command
            .stdin(input)
            .stdout(stdout)
            .stderr(stderr)
            .spawn()
            .map_err(Error::io(&what))?;
        Ok(Self {
            name: name.to_owned(),
            child,
            output,
        })
    }

    /// Everything printed so far.
    pub(crate) fn output(&self) -> String {
        fs::read(self.output.path())
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .unwrap_or_default()
    }

    /// Asks `ready` again and again until it gives something, the program ends, or the time is up.
    pub(crate) fn wait_for<T>(
        &mut self,
        limit: Duration,
        mut ready: impl FnMut(&Self) -> Option<T>,
    ) -> Result<T, Error> {
        let started = Instant::now();
        loop {
            if let Some(found) = ready(self) {
                return Ok(found);
            }
            let ended = self
                .child
                .try_wait()
                .map_err(Error::io(format!("waiting for {}", self.name)))?;
            let gone_wrong = match ended {
                Some(status) => format!("{} ended before it was ready: {status}", self.name),
                None if started.elapsed() > limit => {
                    format!("{} was not ready in {limit:?}", self.name)
                }
                None => {
                    thread::sleep(Duration::from_millis(10));
                    continue;
                }
            };
            return Err(Error::Program {
                what: gone_wrong,
                output: tail(&self.output()).to_owned(),
            });
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Both fail only when the process has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs a program to its end; anything but success is an error with the end of what it printed.
pub(crate) fn run(name: &str, command: &mut Command) -> Result<String, Error> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(Error::io(format!("starting {name}")))?;
    let mut printed = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(printed);
    }
    printed.push_str(&String::from_utf8_lossy(&output.stderr));
    Err(Error::Program {
        what: format!("{name} failed: {}", output.status),
        output: tail(&printed).to_owned(),
    })
}

/// The last part of a text, cut at a character's edge.
fn tail(text: &str) -> &str {
    let from = text.len().saturating_sub(TAIL);
    (from..=text.len())
        .find_map(|start| text.get(start..))
        .unwrap_or_default()
}
