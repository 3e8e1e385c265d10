//! A desktop session of its own: a home directory, a message bus, and a keychain on it.
//!
//! Nothing of the desktop of whoever runs the tests is seen or touched, least of all their keychain.

use std::collections::HashMap;
use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use crate::Error;
use crate::process::{Running, run};

/// How long a part may take to get ready.
const READY: Duration = Duration::from_secs(20);
/// What unlocks the keychain.
const PASSWORD: &str = "journey";

/// A bus that starts nothing by itself: what a test needs, it starts.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// In which state a keychain is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keychain {
    /// None is on the bus.
    Absent,
    /// As after a sign-in at the desktop.
    Unlocked,
    /// It wants a password, and nothing on this desktop can ask for one.
    Locked,
}

/// A desktop session; ends when dropped.
#[derive(Debug)]
pub struct Desktop {
    // In this order they end: the keychain before its bus, the bus before its directory.
    keychain: Option<Running>,
    _bus: Running,
    environment: HashMap<&'static str, String>,
    home: TempDir,
}

impl Desktop {
    /// Starts a bus, and on it gnome-keyring in the given state.
    ///
    /// # Errors
    /// A program is missing or does not become ready.
    pub fn start(keychain: Keychain) -> Result<Self, Error> {
        let home = TempDir::with_prefix("readmit-desktop-").map_err(Error::io("making a home directory"))?;
        let mut environment = environment(home.path())?;
        let settings = home.path().join("bus.conf");
        fs::write(&settings, BUS).map_err(Error::io("writing the bus's settings"))?;
        let mut command = Command::new("dbus-daemon");
        command
            .arg(format!("--config-file={}", settings.display()))
            .args(["--nofork", "--nopidfile", "--print-address"])
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .envs(&environment);
        let mut bus = Running::start("dbus-daemon", &mut command)?;
        let address = bus.wait_for(READY, |bus| {
            let output = bus.output();
            let line = output.lines().find(|line| line.starts_with("unix:"))?;
            output.ends_with('\n').then(|| line.to_owned())
        })?;
        environment.insert("DBUS_SESSION_BUS_ADDRESS", address);
        let mut desktop = Self {
            keychain: None,
            _bus: bus,
            environment,
            home,
        };
        desktop.set_keychain(keychain)?;
        Ok(desktop)
    }

    /// The home directory that [`Desktop::environment`] names.
    #[must_use]
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// What a program on this desktop sees: its home, its directories, its bus. Give it nothing else.
    #[must_use]
    pub fn environment(&self) -> &HashMap<&'static str, String> {
        &self.environment
    }

    /// Puts the keychain into another state; what is in it stays.
    ///
    /// # Errors
    /// It does not become ready.
    pub fn set_keychain(&mut self, state: Keychain) -> Result<(), Error> {
        self.keychain = None;
        self.wait_for_owner(false)?;
        if state == Keychain::Locked && !self.home.path().join("data/keyrings").exists() {
            // There must be a keychain before it can be locked.
            self.set_keychain(Keychain::Unlocked)?;
            self.keychain = None;
            self.wait_for_owner(false)?;
        }
        let mut command = Command::new("gnome-keyring-daemon");
        command
            .args(["--foreground", "--components=secrets"])
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .envs(&self.environment);
        let input = match state {
            Keychain::Absent => return Ok(()),
            Keychain::Locked => Stdio::null(),
            Keychain::Unlocked => {
                command.arg("--unlock");
                let password = self.home.path().join("password");
                fs::write(&password, PASSWORD).map_err(Error::io("writing the keychain's password"))?;
                Stdio::from(File::open(&password).map_err(Error::io("reading the keychain's password"))?)
            }
        };
        self.keychain = Some(Running::reading("gnome-keyring-daemon", &mut command, input)?);
        self.wait_for_owner(true)
    }

    /// The paths of the items in the keychain that have this attribute, as an outside client finds
    /// them: libdbus's own `dbus-send`.
    ///
    /// # Errors
    /// The keychain does not answer.
    pub fn keychain_items(&self, attribute: &str, value: &str) -> Result<Vec<String>, Error> {
        let attributes = format!("dict:string:string:{attribute},{value}");
        let answer = self.dbus_send(
            "org.freedesktop.secrets",
            "/org/freedesktop/secrets",
            "org.freedesktop.Secret.Service.SearchItems",
            &[&attributes],
        )?;
        Ok(answer
            .lines()
            .filter_map(|line| line.trim().strip_prefix("object path \"")?.strip_suffix('"'))
            .map(str::to_owned)
            .collect())
    }

    /// The attributes of an item of the keychain, as `dbus-send` prints them.
    ///
    /// # Errors
    /// The keychain does not answer.
    pub fn keychain_item_attributes(&self, path: &str) -> Result<String, Error> {
        self.dbus_send(
            "org.freedesktop.secrets",
            path,
            "org.freedesktop.DBus.Properties.Get",
            &["string:org.freedesktop.Secret.Item", "string:Attributes"],
        )
    }

    /// Deletes an item of the keychain, as a person does in their keychain's own program.
    ///
    /// # Errors
    /// The keychain does not answer.
    pub fn delete_keychain_item(&self, path: &str) -> Result<(), Error> {
        self.dbus_send(
            "org.freedesktop.secrets",
            path,
            "org.freedesktop.Secret.Item.Delete",
            &[],
        )
        .map(drop)
    }

    fn wait_for_owner(&mut self, owned: bool) -> Result<(), Error> {
        let started = std::time::Instant::now();
        loop {
            let answer = self.dbus_send(
                "org.freedesktop.DBus",
                "/",
                "org.freedesktop.DBus.NameHasOwner",
                &["string:org.freedesktop.secrets"],
            )?;
            if answer.contains(&format!("boolean {owned}")) {
                return Ok(());
            }
            if started.elapsed() > READY {
                return Err(Error::answer("waiting for the keychain", answer));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn dbus_send(&self, to: &str, path: &str, method: &str, arguments: &[&str]) -> Result<String, Error> {
        run(
            "dbus-send",
            Command::new("dbus-send")
                .args(["--session", "--print-reply"])
                .arg(format!("--dest={to}"))
                .args([path, method])
                .args(arguments)
                .envs(&self.environment),
        )
    }
}

fn environment(home: &Path) -> Result<HashMap<&'static str, String>, Error> {
    let mut environment = HashMap::from([("HOME", home.display().to_string())]);
    for (variable, name) in [
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_RUNTIME_DIR", "runtime"),
    ] {
        let directory = home.join(name);
        fs::create_dir(&directory).map_err(Error::io("making a directory of the desktop"))?;
        fs::set_permissions(&directory, fs::Permissions::from_mode(0o700))
            .map_err(Error::io("closing a directory of the desktop"))?;
        environment.insert(variable, directory.display().to_string());
    }
    Ok(environment)
}
