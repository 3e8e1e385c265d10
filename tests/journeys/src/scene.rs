//! One journey's surroundings: its stage, and the window it opens there.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::manner::Manner;
use crate::secrets::Secrets;
use crate::stage::Stage;
use crate::trouble::{Result, ensure};
use crate::window::Window;

/// What a journey has to work with.
pub(crate) struct Scene {
    stage: Stage,
    manner: Manner,
    window: Option<Arc<Window>>,
    private: Vec<String>,
    /// What is started in the app's place: the app, on a computer that IT manages.
    managed: Option<PathBuf>,
    secrets: Secrets,
}

impl Scene {
    /// Sets up everything but the app.
    ///
    /// # Errors
    /// When a part does not start.
    pub(crate) async fn set(manner: &Manner, keychain: bool) -> Result<Self> {
        let stage = Stage::set(manner.theme, keychain).await?;
        Ok(Self {
            stage,
            manner: manner.clone(),
            window: None,
            private: Vec::new(),
            managed: None,
            secrets: Secrets::default(),
        })
    }

    /// Opens the app with these arguments; an app that was open here before is closed first.
    ///
    /// # Errors
    /// When it does not start, or shows no page.
    pub(crate) async fn open(&mut self, arguments: &[&str]) -> Result<Arc<Window>> {
        self.close().await?;
        let app = self.managed.as_ref().unwrap_or(&self.manner.app);
        let window = Arc::new(Window::open(self.stage.driver(), &self.manner, app, arguments).await?);
        self.window = Some(Arc::clone(&window));
        self.stage.focus_window()?;
        Ok(window)
    }

    /// Opens the app on a connection file.
    ///
    /// # Errors
    /// When it does not start, or shows no page.
    pub(crate) async fn open_file(&mut self, file: &Path) -> Result<Arc<Window>> {
        self.open(&["--connection", &file.display().to_string()]).await
    }

    /// Has the app find this policy where a managed computer has it, from now on: also while it is open. It runs in a
    /// mount namespace of its own, in which `/etc/readmit` is the journey's folder; nothing of this computer changes.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn manage(&mut self, policy: impl AsRef<[u8]>) -> Result<()> {
        let folder = self.directory().join("managed");
        fs::create_dir_all(folder.join("etc/readmit"))?;
        fs::create_dir_all(folder.join("readmit"))?;
        fs::write(folder.join("readmit/policy.json"), policy)?;
        let app = self.manner.app.display();
        let managed = folder.display();
        self.program(
            "managed-readmit",
            &format!(
                "#!/bin/sh\n\
                 exec unshare --mount sh -c '\n\
                   mount -t overlay overlay -o lowerdir={managed}/etc:/etc /etc &&\n\
                   mount --bind {managed}/readmit /etc/readmit &&\n\
                   exec {app} \"$@\"' {app} \"$@\"\n"
            ),
        )?;
        self.managed = Some(self.directory().join("bin/managed-readmit"));
        Ok(())
    }

    /// Starts the app once more while it is open, as a desktop does with a file that is double-clicked or a link.
    ///
    /// # Errors
    /// When it doesn't end well: it hands over to the app that is open.
    pub(crate) async fn start_again(&self, arguments: &[&str]) -> Result<()> {
        let app = self.managed.as_ref().unwrap_or(&self.manner.app);
        self.stage.run(app, arguments).await
    }

    /// Closes the app, if it is open.
    ///
    /// # Errors
    /// When it does not close.
    pub(crate) async fn close(&mut self) -> Result<()> {
        if let Some(window) = self.window.take() {
            self.private.extend(window.private());
            let closed = window.close().await;
            self.secrets.extend(window.secrets());
            closed?;
        }
        Ok(())
    }

    /// Ends the app at once, as a crash does.
    ///
    /// # Errors
    /// When it does not run.
    pub(crate) async fn kill(&mut self) -> Result<()> {
        self.stage.kill(&self.manner.app)?;
        if let Some(window) = self.window.take() {
            self.private.extend(window.private());
            self.secrets.extend(window.secrets());
            // Lets the driver forget its session; there is nothing left to close.
            let _gone = window.close().await;
        }
        Ok(())
    }

    /// Names a text that nobody but the person should know, for [`Scene::keeps_to_itself`].
    pub(crate) fn must_not_keep(&mut self, text: &str) {
        self.private.push(text.to_owned());
        self.secrets.add("what nobody should know", text);
    }

    /// The open window, for a picture of what went wrong.
    pub(crate) fn window(&self) -> Option<&Window> {
        self.window.as_deref()
    }

    /// Where it takes place.
    pub(crate) fn stage(&self) -> &Stage {
        &self.stage
    }

    /// How it is walked.
    pub(crate) fn manner(&self) -> &Manner {
        &self.manner
    }

    /// A directory for the journey's own files.
    pub(crate) fn directory(&self) -> &Path {
        self.stage.home()
    }

    /// Writes a file that the journey hands to the app.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> Result<PathBuf> {
        let file = self.directory().join(name);
        fs::write(&file, content)?;
        Ok(file)
    }

    /// Puts a program where everything on the stage finds it before any other of its name.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn program(&self, name: &str, script: &str) -> Result<()> {
        let folder = self.directory().join("bin");
        fs::create_dir_all(&folder)?;
        let file = folder.join(name);
        fs::write(&file, script)?;
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755))?;
        Ok(())
    }

    /// Whether the log, at its most talkative, names nobody and gives nothing away.
    ///
    /// # Errors
    /// Names what kind of thing is in it, and in which file. Also where there is no log to search.
    pub(crate) fn logs_nobody(&self) -> Result<()> {
        let said = self.directory().join("said");
        let mut logs = vec![said];
        files(&self.directory().join("state/readmit"), &mut logs)?;
        let mut steps = 0;
        for file in logs {
            let log = String::from_utf8_lossy(&fs::read(&file).unwrap_or_default()).into_owned();
            steps += log.matches(" DEBUG readmit::commands: asked command=").count();
            let kinds = self.secrets.kinds_in(&log);
            ensure(kinds.is_empty(), || {
                format!("{} is in the log {}", kinds.join(", "), file.display())
            })?;
        }
        ensure(steps > 0, || "there is no talkative log to search".to_owned())
    }

    /// Whether a text, which nobody but the person should know, is in anything that the app wrote or said.
    ///
    /// # Errors
    /// Names the file where it is.
    pub(crate) fn keeps_to_itself(&self) -> Result<()> {
        let mut written = vec![self.directory().join("said")];
        for kept in ["config", "data", "cache", "state"] {
            files(&self.directory().join(kept), &mut written)?;
        }
        for file in written {
            let content = fs::read(&file).unwrap_or_default();
            let leaked = self.private.iter().any(|text| {
                content
                    .windows(text.len())
                    .any(|window| window == text.as_bytes())
            });
            ensure(!leaked, || {
                format!("a user name or password is in {}", file.display())
            })?;
        }
        Ok(())
    }
}

fn files(directory: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() {
            files(&path, found)?;
        } else if path.is_file() {
            found.push(path);
        }
    }
    Ok(())
}
