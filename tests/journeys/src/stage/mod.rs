//! Where one journey takes place: a home directory, a display, a message bus, a keychain and a WebDriver of
//! its own. Nothing of the person's own desktop is seen or touched, and nothing is left running.

mod focus;
mod processes;

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use peers::{Desktop, Keychain};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::{Child, Command};
use tokio::task::spawn_blocking;
use tokio::time::{sleep, timeout};

use crate::trouble::{Result, Trouble};

pub(crate) use processes::{adopt_orphans, end_all};

/// How long anything on the stage may take to get ready.
const READY: Duration = Duration::from_secs(20);

/// Light or dark, as the desktop is set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Theme {
    Light,
    Dark,
}

/// A place for one journey; ends everything that was started on it when dropped.
pub(crate) struct Stage {
    environment: Vec<(&'static str, String)>,
    driver: String,
    _running: Vec<Child>,
    desktop: Desktop,
}

impl Stage {
    /// Sets the stage.
    ///
    /// # Errors
    /// When a part does not start, with what it said.
    pub(crate) async fn set(theme: Theme, keychain: bool) -> Result<Self> {
        let state = if keychain {
            Keychain::Unlocked
        } else {
            Keychain::Absent
        };
        let desktop = spawn_blocking(move || Desktop::start(state))
            .await
            .map_err(|error| error.to_string())??;
        let mut stage = Self {
            environment: environment(&desktop, theme)?,
            driver: String::new(),
            _running: Vec::new(),
            desktop,
        };
        stage.display().await?;
        stage.web_driver().await?;
        Ok(stage)
    }

    /// The home directory that everything on the stage sees.
    pub(crate) fn home(&self) -> &Path {
        self.desktop.home()
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
        self.tell("dbus-send", &words).await
    }

    /// What is on the clipboard, as another program sees it: `xclip`. Nothing where there is no text.
    pub(crate) async fn clipboard(&self) -> String {
        let words = ["-selection", "clipboard", "-out"];
        // It fails where nobody owns the clipboard.
        self.tell("xclip", &words).await.unwrap_or_default()
    }

    /// Types a path into the file dialog of this title, and says yes, as a person at the keyboard: `xdotool`.
    ///
    /// # Errors
    /// When no such dialog comes.
    pub(crate) async fn answer_file_dialog(&self, title: &str, path: &Path) -> Result<()> {
        let found = async {
            loop {
                let search = ["search", "--onlyvisible", "--name", title];
                let windows = self.tell("xdotool", &search).await.unwrap_or_default();
                if let Some(window) = windows.lines().last() {
                    return window.to_owned();
                }
                sleep(Duration::from_millis(100)).await;
            }
        };
        let window = timeout(READY, found)
            .await
            .map_err(|_| Trouble::new(format!("no dialog \"{title}\" comes")))?;
        let path = path.display().to_string();
        self.tell("xdotool", &["windowfocus", "--sync", &window]).await?;
        self.tell("xdotool", &["key", "ctrl+a"]).await?;
        self.tell("xdotool", &["type", "--delay", "5", &path]).await?;
        self.tell("xdotool", &["key", "Return"]).await.map(drop)
    }

    /// Runs a program of the journey's to its end.
    ///
    /// # Errors
    /// When it doesn't end, or not well.
    pub(crate) async fn run(&self, program: &Path, words: &[&str]) -> Result<()> {
        self.tell(&program.display().to_string(), words).await.map(drop)
    }

    /// What a program prints that ends well.
    async fn tell(&self, program: &str, words: &[&str]) -> Result<String> {
        let asked = self.start(program, words)?.wait_with_output();
        let answer = timeout(READY, asked)
            .await
            .map_err(|_| Trouble::new(format!("{program} does not answer")))??;
        if answer.status.success() {
            Ok(String::from_utf8_lossy(&answer.stdout).into_owned())
        } else {
            Err(Trouble::new(format!("{program} refused")))
        }
    }

    /// Where programs are found: those that a journey puts into `bin` come before all others.
    fn programs(&self) -> OsString {
        let mut programs = self.home().join("bin").into_os_string();
        programs.push(":");
        programs.push(std::env::var_os("PATH").unwrap_or_default());
        programs
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
            .env("PATH", self.programs())
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
fn environment(desktop: &Desktop, theme: Theme) -> Result<Vec<(&'static str, String)>> {
    let state = desktop.home().join("state");
    fs::create_dir_all(&state)?;
    // Without animations a picture shows the state that was reached, and not the way there.
    fs::create_dir_all(desktop.home().join("config/gtk-3.0"))?;
    fs::write(
        desktop.home().join("config/gtk-3.0/settings.ini"),
        "[Settings]\ngtk-enable-animations=false\n",
    )?;
    let gtk_theme = match theme {
        Theme::Light => "Adwaita",
        Theme::Dark => "Adwaita:dark",
    };
    let mut environment: Vec<_> = desktop
        .environment()
        .iter()
        .map(|(name, value)| (*name, value.clone()))
        .collect();
    environment.extend([
        ("XDG_STATE_HOME", state.display().to_string()),
        ("LANG", "C.UTF-8".to_owned()),
        ("GDK_BACKEND", "x11".to_owned()),
        ("GSETTINGS_BACKEND", "memory".to_owned()),
        ("GTK_THEME", gtk_theme.to_owned()),
        ("NO_AT_BRIDGE", "1".to_owned()),
        ("TAURI_AUTOMATION", "true".to_owned()),
        ("TAURI_WEBVIEW_AUTOMATION", "true".to_owned()),
    ]);
    Ok(environment)
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
