//! Where one journey takes place: a home directory, a display, a message bus, a keychain and a WebDriver of
//! its own. Nothing of the person's own desktop is seen or touched, and nothing is left running.

mod focus;
mod processes;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::{Child, Command};
use tokio::time::{sleep, timeout};

use crate::trouble::{Result, Trouble};

pub(crate) use processes::{adopt_orphans, end_all};

/// How long anything on the stage may take to get ready.
const READY: Duration = Duration::from_secs(20);

/// A bus that starts nothing by itself: what a journey needs, it starts.
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

/// Light or dark, as the desktop is set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Theme {
    Light,
    Dark,
}

/// A place for one journey; ends everything that was started on it when dropped.
pub(crate) struct Stage {
    home: TempDir,
    environment: Vec<(&'static str, String)>,
    driver: String,
    _running: Vec<Child>,
}

impl Stage {
    /// Sets the stage.
    ///
    /// # Errors
    /// When a part does not start, with what it said.
    pub(crate) async fn set(theme: Theme, keychain: bool) -> Result<Self> {
        let home = TempDir::with_prefix("readmit-journey-")?;
        let mut stage = Self {
            environment: environment(home.path(), theme)?,
            home,
            driver: String::new(),
            _running: Vec::new(),
        };
        stage.display().await?;
        stage.bus().await?;
        if keychain {
            stage.keychain().await?;
        }
        stage.web_driver().await?;
        Ok(stage)
    }

    /// The home directory that everything on the stage sees.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// Where the WebDriver answers.
    pub(crate) fn driver(&self) -> &str {
        &self.driver
    }

    /// What the app and the web view have said so far on their standard error.
    pub(crate) fn said(&self) -> String {
        fs::read_to_string(self.home().join("said")).unwrap_or_default()
    }

    /// The limits of the app that runs here, as the system tells them.
    ///
    /// # Errors
    /// When it does not run.
    pub(crate) fn limits_of(&self, app: &Path) -> Result<String> {
        processes::limits_of(app, &self.mark()).ok_or_else(|| Trouble::new("the app does not run"))
    }

    /// Kills the app that runs here, by its process id.
    ///
    /// # Errors
    /// When it does not run.
    pub(crate) fn kill(&self, app: &Path) -> Result<()> {
        let killed = processes::kill_one(app, &self.mark());
        if killed {
            Ok(())
        } else {
            Err(Trouble::new("the app does not run"))
        }
    }

    /// Gives the app's window the keyboard focus, as a desktop does with a window that opens.
    ///
    /// # Errors
    /// When there is no window.
    pub(crate) fn focus_window(&self) -> Result<()> {
        let display = self.environment.iter().find(|(name, _)| *name == "DISPLAY");
        focus::focus_window(display.map_or("", |(_, value)| value))
    }

    /// What tells this stage's processes from all others: an entry of their environment.
    fn mark(&self) -> String {
        format!("HOME={}", self.home().display())
    }

    async fn display(&mut self) -> Result<()> {
        let mut display = self.start(
            "Xvfb",
            &[
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1280x1024x24",
                "-nolisten",
                "tcp",
                "-noreset",
            ],
        )?;
        let number = first_line(&mut display, "Xvfb").await?;
        self.environment.push(("DISPLAY", format!(":{number}")));
        self._running.push(display);
        Ok(())
    }

    async fn bus(&mut self) -> Result<()> {
        let settings = self.home().join("bus.conf");
        fs::write(&settings, BUS)?;
        let settings = format!("--config-file={}", settings.display());
        let mut bus = self.start(
            "dbus-daemon",
            &[&settings, "--nofork", "--nopidfile", "--print-address"],
        )?;
        let address = first_line(&mut bus, "dbus-daemon").await?;
        self.environment.push(("DBUS_SESSION_BUS_ADDRESS", address));
        self._running.push(bus);
        Ok(())
    }

    /// A keychain that is unlocked, as after a sign-in at the desktop.
    async fn keychain(&mut self) -> Result<()> {
        let mut keychain = self.start(
            "gnome-keyring-daemon",
            &["--foreground", "--unlock", "--components=secrets"],
        )?;
        if let Some(mut password) = keychain.stdin.take() {
            password.write_all(b"journey").await?;
        }
        self._running.push(keychain);
        let question = [
            "--session",
            "--print-reply",
            "--dest=org.freedesktop.DBus",
            "/",
            "org.freedesktop.DBus.GetNameOwner",
            "string:org.freedesktop.secrets",
        ];
        let ready = async {
            while !self.start("dbus-send", &question)?.wait().await?.success() {
                sleep(Duration::from_millis(50)).await;
            }
            Ok(())
        };
        timeout(READY, ready)
            .await
            .map_err(|_| Trouble::new("gnome-keyring-daemon does not get ready"))?
    }

    /// WebKit's own driver, with the two variables that `tauri-driver` sets; on Linux it does nothing else
    /// but pass requests on.
    async fn web_driver(&mut self) -> Result<()> {
        let port = TcpListener::bind(("127.0.0.1", 0)).await?.local_addr()?.port();
        let driver = self.start(
            "WebKitWebDriver",
            &[&format!("--port={port}"), "--host=127.0.0.1"],
        )?;
        self._running.push(driver);
        let ready = async {
            while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
                sleep(Duration::from_millis(20)).await;
            }
        };
        timeout(READY, ready)
            .await
            .map_err(|_| Trouble::new("WebKitWebDriver does not answer"))?;
        self.driver = format!("http://127.0.0.1:{port}");
        Ok(())
    }

    /// Asks something of the message bus, as an outside client: libdbus's own `dbus-send`. Gives what it prints.
    ///
    /// # Errors
    /// When whoever is asked does not answer.
    pub(crate) async fn dbus_send(&self, question: &[&str]) -> Result<String> {
        let mut words = vec!["--session", "--print-reply"];
        words.extend(question);
        let asked = self.start("dbus-send", &words)?.wait_with_output();
        let answer = timeout(READY, asked)
            .await
            .map_err(|_| Trouble::new("the message bus does not answer"))??;
        if answer.status.success() {
            Ok(String::from_utf8_lossy(&answer.stdout).into_owned())
        } else {
            Err(Trouble::new("the message bus refused the question"))
        }
    }

    fn start(&self, program: &str, arguments: &[&str]) -> Result<Child> {
        let file = if program == "WebKitWebDriver" {
            "said"
        } else {
            "said-by-the-stage"
        };
        let said = fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(self.home().join(file))?;
        Command::new(program)
            .args(arguments)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .current_dir(self.home())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(said)
            .kill_on_drop(true)
            .spawn()
            .map_err(|error| Trouble::new(format!("{program}: {error}")))
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        processes::end_those_with(&self.mark());
    }
}

/// What every program on the stage sees, and nothing else.
fn environment(home: &Path, theme: Theme) -> Result<Vec<(&'static str, String)>> {
    let directory = |name: &str| -> Result<String> {
        let directory: PathBuf = home.join(name);
        fs::create_dir_all(&directory)?;
        Ok(directory.display().to_string())
    };
    let configuration = directory("config")?;
    // Without animations a picture shows the state that was reached, and not the way there.
    fs::create_dir_all(home.join("config/gtk-3.0"))?;
    fs::write(
        home.join("config/gtk-3.0/settings.ini"),
        "[Settings]\ngtk-enable-animations=false\n",
    )?;
    let runtime = directory("runtime")?;
    fs::set_permissions(&runtime, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    let gtk_theme = match theme {
        Theme::Light => "Adwaita",
        Theme::Dark => "Adwaita:dark",
    };
    Ok(vec![
        ("HOME", home.display().to_string()),
        ("XDG_CONFIG_HOME", configuration),
        ("XDG_DATA_HOME", directory("data")?),
        ("XDG_CACHE_HOME", directory("cache")?),
        ("XDG_STATE_HOME", directory("state")?),
        ("XDG_RUNTIME_DIR", runtime),
        ("LANG", "C.UTF-8".to_owned()),
        ("GDK_BACKEND", "x11".to_owned()),
        ("GSETTINGS_BACKEND", "memory".to_owned()),
        ("GTK_THEME", gtk_theme.to_owned()),
        ("NO_AT_BRIDGE", "1".to_owned()),
        ("TAURI_AUTOMATION", "true".to_owned()),
        ("TAURI_WEBVIEW_AUTOMATION", "true".to_owned()),
    ])
}

/// The first line that a program prints when it is ready.
async fn first_line(child: &mut Child, name: &str) -> Result<String> {
    let output = child
        .stdout
        .take()
        .ok_or_else(|| format!("{name} has no output"))?;
    let mut lines = BufReader::new(output).lines();
    let line = timeout(READY, lines.next_line())
        .await
        .map_err(|_| Trouble::new(format!("{name} does not get ready")))??
        .ok_or_else(|| format!("{name} ended at once"))?;
    // Kept open and read, or the program could fail when it prints again.
    tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
    Ok(line.trim().to_owned())
}
