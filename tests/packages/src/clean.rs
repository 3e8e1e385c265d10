//! A clean Debian in a folder, made from where this machine has its own packages.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::tell::{Result, ask, tell};

/// Where a Debian or an Ubuntu is told where its own packages are.
const SOURCES: [&str; 3] = [
    "/etc/apt/sources.list.d/debian.sources",
    "/etc/apt/sources.list.d/ubuntu.sources",
    "/etc/apt/sources.list",
];

/// The user who is made in it.
pub(crate) const USER: &str = "sam";

/// Gone when dropped. Its mounts are seen by this program alone (see `main`), and nothing is ever removed through one:
/// `rm` stays on the folder's own file system.
pub(crate) struct Root {
    folder: PathBuf,
}

impl Root {
    /// Makes one: apt and what is essential, an ordinary user, and this machine's own apt settings.
    ///
    /// # Errors
    /// When a step fails.
    pub(crate) fn make() -> Result<Self> {
        let said = |error: std::io::Error| error.to_string();
        let folder = TempDir::with_prefix("readmit-root-").map_err(said)?.keep();
        let root = folder.clone();
        let release = fs::read_to_string("/etc/os-release").map_err(said)?;
        let suite = release
            .lines()
            .find_map(|line| line.strip_prefix("VERSION_CODENAME="))
            .ok_or("/etc/os-release doesn't name the release")?;
        let mut make = Command::new("mmdebstrap");
        make.args(["--quiet", "--mode=root", "--variant=apt", suite])
            .arg(&root);
        make.args(SOURCES.iter().filter(|file| Path::new(file).is_file()));
        tell(&mut make)?;
        fs::set_permissions(&root, std::os::unix::fs::PermissionsExt::from_mode(0o755)).map_err(said)?;
        let made = Self { folder };
        made.settings()?;
        made.mounts()?;
        made.run(&["useradd", "--create-home", "--shell", "/bin/sh", USER])?;
        made.run(&["apt-get", "--quiet=2", "update"])?;
        Ok(made)
    }

    pub(crate) fn path(&self, inside: &str) -> PathBuf {
        self.folder.join(inside.trim_start_matches('/'))
    }

    /// Calls a program in it as root.
    ///
    /// # Errors
    /// As [`tell`].
    pub(crate) fn run(&self, words: &[&str]) -> Result<String> {
        tell(self.command("root", "/root", &[]).args(words))
    }

    /// A command line that begins in it as this user, with an environment of its own.
    pub(crate) fn command(&self, user: &str, home: &str, environment: &[String]) -> Command {
        let mut command = Command::new("chroot");
        command
            .arg(format!("--userspec={user}:{user}"))
            .arg(&self.folder)
            .args(["env", "--ignore-environment", &format!("--chdir={home}")])
            .args([
                "PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                "LANG=C.UTF-8",
            ])
            .args([
                "DEBIAN_FRONTEND=noninteractive",
                &format!("HOME={home}"),
                &format!("USER={user}"),
            ])
            .args(environment);
        command
    }

    /// Shows a file or folder of this machine in it, at the same place or another.
    ///
    /// # Errors
    /// When it can't be mounted.
    pub(crate) fn show(&self, from: &Path, inside: &str) -> Result<()> {
        let to = self.path(inside);
        let made = if from.is_dir() {
            fs::create_dir_all(&to)
        } else {
            fs::create_dir_all(to.parent().unwrap_or(&to)).and_then(|()| fs::write(&to, ""))
        };
        made.map_err(|error| format!("{}: {error}", to.display()))?;
        tell(
            Command::new("mount")
                .args(["--bind", "-o", "ro"])
                .arg(from)
                .arg(&to),
        )
        .map(drop)
    }

    /// Every path in it, but for what is mounted, apt's own files, and home directories.
    ///
    /// # Errors
    /// When it can't be listed.
    pub(crate) fn paths(&self) -> Result<Vec<String>> {
        let script = "find / -xdev \\( -path /home -o -path /root -o -path /var/lib/apt -o -path /var/cache/apt \
                      -o -path /var/lib/dpkg -o -path /var/log \\) -prune -o -print";
        let mut paths: Vec<String> = self
            .run(&["sh", "-c", script])?
            .lines()
            .map(str::to_owned)
            .collect();
        paths.sort();
        Ok(paths)
    }

    /// Proxies and what else this machine tells its apt.
    fn settings(&self) -> Result<()> {
        let said = |error: std::io::Error| error.to_string();
        let told = ask(&["apt-config", "dump", "--format", "%F \"%v\";%n", "Acquire"])?;
        let kept: Vec<&str> = told.lines().filter(|line| !line.contains("\"\"")).collect();
        fs::write(self.path("etc/apt/apt.conf.d/90machine"), kept.join("\n") + "\n").map_err(said)?;
        for file in ["etc/resolv.conf", "etc/hosts"] {
            fs::copy(Path::new("/").join(file), self.path(file)).map_err(said)?;
        }
        Ok(())
    }

    fn mounts(&self) -> Result<()> {
        let mount =
            |words: &[&str], inside: &str| tell(Command::new("mount").args(words).arg(self.path(inside)));
        mount(&["-t", "proc", "proc"], "proc")?;
        mount(&["-t", "tmpfs", "tmpfs"], "run")?;
        mount(&["-t", "tmpfs", "-o", "mode=1777", "tmpfs"], "tmp")?;
        // Not this machine's own folder of devices: nothing that is done in here may reach it.
        mount(&["-t", "tmpfs", "-o", "mode=755", "tmpfs"], "dev")?;
        for device in ["null", "zero", "full", "random", "urandom", "tty"] {
            let inside = format!("dev/{device}");
            fs::write(self.path(&inside), "").map_err(|error| format!("{inside}: {error}"))?;
            mount(&["--bind", &format!("/{inside}")], &inside)?;
        }
        for (folder, kind, options) in [
            ("dev/shm", "tmpfs", "mode=1777"),
            ("dev/pts", "devpts", "newinstance,ptmxmode=0666,mode=620"),
        ] {
            fs::create_dir(self.path(folder)).map_err(|error| format!("{folder}: {error}"))?;
            mount(&["-t", kind, "-o", options, kind], folder)?;
        }
        for (link, to) in [("dev/ptmx", "pts/ptmx"), ("dev/fd", "/proc/self/fd")] {
            std::os::unix::fs::symlink(to, self.path(link)).map_err(|error| format!("{link}: {error}"))?;
        }
        Ok(())
    }
}

impl Drop for Root {
    fn drop(&mut self) {
        // The newest first: one may lie in another.
        let all = fs::read_to_string("/proc/self/mounts").unwrap_or_default();
        let folder = self.folder.display().to_string();
        let within = |mounts: &str| -> Vec<String> {
            let places = mounts.lines().filter_map(|line| line.split(' ').nth(1));
            places
                .filter(|place| place.starts_with(&folder))
                .map(str::to_owned)
                .collect()
        };
        for place in within(&all).iter().rev() {
            let _stays = tell(Command::new("umount").args(["--lazy", place]));
        }
        let left = fs::read_to_string("/proc/self/mounts").unwrap_or_default();
        if !within(&left).is_empty() {
            // What is mounted may be this machine's own.
            return;
        }
        let _gone = tell(
            Command::new("rm")
                .args(["--recursive", "--force", "--one-file-system"])
                .arg(&self.folder),
        );
    }
}
