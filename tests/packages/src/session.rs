//! A desktop session in the clean system, as an ordinary user: a display, a message bus, a keychain.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::clean::{Root, USER};
use crate::tell::{Result, tell};

/// How long a window may take to come.
const READY: Duration = Duration::from_secs(60);

/// Ends with its processes when dropped.
pub(crate) struct Session<'root> {
    root: &'root Root,
    environment: Vec<String>,
    running: Vec<Child>,
}

impl<'root> Session<'root> {
    /// Starts one.
    ///
    /// # Errors
    /// When a part doesn't start.
    pub(crate) fn start(root: &'root Root) -> Result<Self> {
        root.run(&["install", "-d", "-m", "700", "-o", USER, "/run/user-sam"])?;
        root.run(&["install", "-d", "-m", "1777", "/tmp/.X11-unix"])?;
        let mut session = Self {
            root,
            environment: [
                "XDG_RUNTIME_DIR=/run/user-sam",
                "NO_AT_BRIDGE=1",
                "GDK_BACKEND=x11",
            ]
            .map(str::to_owned)
            .into(),
            running: Vec::new(),
        };
        let display = session.keep(&[
            "Xvfb",
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1280x1024x24",
            "-nolisten",
            "tcp",
        ])?;
        session.environment.push(format!("DISPLAY=:{display}"));
        let bus = session.keep(&["dbus-daemon", "--session", "--nofork", "--print-address"])?;
        session
            .environment
            .push(format!("DBUS_SESSION_BUS_ADDRESS={bus}"));
        let mut keychain = session
            .command(&["gnome-keyring-daemon", "--unlock", "--components=secrets"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .map_err(|error| error.to_string())?;
        if let Some(mut input) = keychain.stdin.take() {
            input.write_all(b"journey").map_err(|error| error.to_string())?;
        }
        session.running.push(keychain);
        Ok(session)
    }

    /// A command line in the session.
    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = self
            .root
            .command(USER, &format!("/home/{USER}"), &self.environment);
        command.args(words);
        command
    }

    /// What a program in the session prints.
    ///
    /// # Errors
    /// As [`tell`].
    pub(crate) fn ask(&self, words: &[&str]) -> Result<String> {
        tell(&mut self.command(words))
    }

    /// Starts a program that goes on, without waiting for it.
    ///
    /// # Errors
    /// When it can't be started.
    pub(crate) fn begin(&mut self, words: &[&str]) -> Result<()> {
        let said = |error: std::io::Error| error.to_string();
        let child = self
            .command(words)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(said)?;
        self.running.push(child);
        Ok(())
    }

    /// The visible windows of this class (the second part of `WM_CLASS`, or the first).
    pub(crate) fn windows(&self, class: &str) -> Vec<String> {
        let found = self.ask(&["xdotool", "search", "--onlyvisible", "--class", class]);
        found.unwrap_or_default().lines().map(str::to_owned).collect()
    }

    /// Waits until `is` gives something.
    ///
    /// # Errors
    /// When it takes too long.
    pub(crate) fn wait<T>(&self, what: &str, is: impl Fn(&Self) -> Option<T>) -> Result<T> {
        let start = Instant::now();
        loop {
            if let Some(found) = is(self) {
                return Ok(found);
            }
            if start.elapsed() > READY {
                return Err(format!("not within {} s: {what}", READY.as_secs()));
            }
            thread::sleep(Duration::from_millis(250));
        }
    }

    /// What a person reads in a window: its picture, enlarged, through tesseract.
    pub(crate) fn reads(&self, window: &str) -> String {
        let script = "import -window \"$0\" -resize 300% png:- | tesseract - - 2>/dev/null";
        self.ask(&["sh", "-c", script, window]).unwrap_or_default()
    }

    /// Starts a program, and gives its first line; it goes on in the background.
    fn keep(&mut self, words: &[&str]) -> Result<String> {
        let said = |error: std::io::Error| error.to_string();
        let mut child = self
            .command(words)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(said)?;
        let mut line = String::new();
        if let Some(output) = child.stdout.take() {
            let mut output = BufReader::new(output);
            output.read_line(&mut line).map_err(said)?;
            // Kept open, or it would fail when it prints again.
            thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
        }
        self.running.push(child);
        if line.trim().is_empty() {
            return Err(format!("{} doesn't start", words.first().unwrap_or(&"")));
        }
        Ok(line.trim().to_owned())
    }
}

impl Drop for Session<'_> {
    fn drop(&mut self) {
        for child in self.running.iter_mut().rev() {
            let _ended = child.kill();
            let _reaped = child.wait();
        }
    }
}
