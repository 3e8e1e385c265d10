//! Everything that Readmit keeps for one person, and its removal.
//!
//! Only what Readmit itself puts there is removed, by name; no link is followed. What somebody else put into its
//! folders stays, and is named.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use access::keychain;
use cognito::{Failure, FailureCode};

use crate::console;
use crate::folders::{Folders, shown};
use crate::private_file;
use crate::words::{Facts, Words};

/// Held by every Readmit with a window, in the folder of the logs.
const IN_USE: &str = "in-use.lock";

/// What is kept together: the words for it, where, and how its files begin.
struct Kept {
    words: &'static str,
    folder: PathBuf,
    names: &'static [&'static str],
}

/// Says that a window is open, until it is dropped. Where that can't be said, nothing else suffers.
pub struct InUse(#[expect(dead_code, reason = "held")] Option<File>);

impl InUse {
    /// From now on.
    pub fn by_this_program(folders: &Folders) -> Self {
        let held = lock_file(&folders.logs, true)
            .ok()
            .filter(|file| file.try_lock_shared().is_ok());
        Self(held)
    }
}

fn lock_file(folder: &Path, make: bool) -> io::Result<File> {
    if make {
        private_file::create_private_folder(folder)?;
    }
    let mut options = OpenOptions::new();
    options.create(make).write(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(folder.join(IN_USE))
}

/// Whether a Readmit of this person has a window open.
fn is_in_use(folders: &Folders) -> bool {
    match lock_file(&folders.logs, false).map(|file| file.try_lock()) {
        Ok(Err(fs::TryLockError::WouldBlock)) => true,
        // It is let go of at once.
        Ok(_) | Err(_) => false,
    }
}

/// Lists what is there, asks unless `yes`, and removes it. Gives whether all of it is gone.
pub async fn purge(folders: &Folders, yes: bool, words: &Words) -> bool {
    let say = |id: &str| words.say(id, &Facts::new());
    if is_in_use(folders) {
        console::complain(&say("purge-running"));
        return false;
    }
    let kept = kept(folders);
    let in_keychain = match keychain::count_all().await {
        Ok(count) => count > 0,
        Err(failure) => failure.code != FailureCode::KeychainAbsent,
    };
    let found: Vec<&Kept> = kept.iter().filter(|kept| !kept.files().is_empty()).collect();
    let web_view: Vec<&PathBuf> = folders
        .web_view
        .iter()
        .filter(|folder| is_folder(folder))
        .collect();
    if found.is_empty() && web_view.is_empty() && !in_keychain {
        console::print(&format!("{}\n", say("purge-nothing")));
        return true;
    }
    console::print(&format!("{}\n", say("purge-list")));
    for kept in &found {
        console::print(&format!("  {}: {}\n", say(kept.words), shown(&kept.folder)));
    }
    for folder in &web_view {
        console::print(&format!("  {}: {}\n", say("purge-web-view"), shown(folder)));
    }
    if in_keychain {
        console::print(&format!("  {}\n", say("purge-keychain")));
    }
    let agreed = yes || {
        let answer = console::ask(&say("purge-ask")).to_lowercase();
        answer == say("purge-yes") || answer == "yes"
    };
    if !agreed {
        console::print(&format!("{}\n", say("purge-left")));
        return false;
    }
    // Somebody may have opened it while the question stood there.
    if is_in_use(folders) {
        console::complain(&say("purge-running"));
        return false;
    }
    let mut left: Vec<String> = Vec::new();
    for kept in &found {
        left.extend(kept.remove().iter().map(|path| shown(path)));
    }
    for folder in web_view {
        if fs::remove_dir_all(folder).is_err() {
            left.push(shown(folder));
        }
    }
    if in_keychain && let Err(Failure { code, .. }) = keychain::forget_all().await {
        left.push(format!("{} ({code})", say("purge-keychain")));
    }
    for folder in [&folders.settings, &folders.logs] {
        tell_of_foreign(folder, &say("purge-foreign"));
    }
    if left.is_empty() {
        console::print(&format!("{}\n", say("purge-done")));
        return true;
    }
    console::complain(&say("purge-failed"));
    for left in left {
        console::complain(&format!("  {left}"));
    }
    false
}

/// The files that Readmit writes, whatever their ending: what was damaged is set aside as `.bad`, and a file that was
/// being written when the power failed begins with `.tmp`.
fn kept(folders: &Folders) -> [Kept; 3] {
    [
        Kept {
            words: "purge-settings",
            folder: folders.settings.clone(),
            names: &["settings.json", "desk.json", ".tmp"],
        },
        Kept {
            words: "purge-record",
            folder: folders.settings.clone(),
            names: &["record.db", "record.head", "record.lock"],
        },
        Kept {
            words: "purge-logs",
            folder: folders.logs.clone(),
            names: &["readmit.log", IN_USE],
        },
    ]
}

impl Kept {
    /// The files that are there, and nothing that is a folder.
    fn files(&self) -> Vec<PathBuf> {
        if !is_folder(&self.folder) {
            return Vec::new();
        }
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let ours = entries.filter(|entry| {
            let name = entry.file_name();
            let is_file = entry.file_type().is_ok_and(|kind| !kind.is_dir());
            is_file
                && name
                    .to_str()
                    .is_some_and(|name| self.names.iter().any(|known| name.starts_with(known)))
        });
        ours.map(|entry| entry.path()).collect()
    }

    /// Removes them, and the folder if nothing else is in it. Gives what is left.
    fn remove(&self) -> Vec<PathBuf> {
        let files = self.files().into_iter();
        let left = files.filter(|file| fs::remove_file(file).is_err()).collect();
        // It refuses where there is anything in it.
        let _not_empty = fs::remove_dir(&self.folder);
        left
    }
}

/// A real folder, and no link to one.
fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_dir())
}

fn tell_of_foreign(folder: &Path, words: &str) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        console::print(&format!("{words} {}\n", shown(&entry.path())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders(home: &Path) -> Folders {
        Folders {
            settings: home.join("config/readmit"),
            logs: home.join("state/readmit"),
            web_view: vec![home.join("data/app.readmit.Readmit")],
        }
    }

    #[test]
    fn an_open_window_is_noticed_until_it_is_closed() {
        let home = tempfile::tempdir().unwrap();
        let folders = folders(home.path());
        assert!(!is_in_use(&folders));
        let first = InUse::by_this_program(&folders);
        let second = InUse::by_this_program(&folders);
        assert!(is_in_use(&folders));
        drop(first);
        assert!(is_in_use(&folders));
        drop(second);
        assert!(!is_in_use(&folders));
    }

    #[test]
    fn only_our_own_files_go_and_no_link_is_followed() {
        let home = tempfile::tempdir().unwrap();
        let folders = folders(home.path());
        fs::create_dir_all(&folders.settings).unwrap();
        fs::create_dir_all(folders.settings.join("desk.json.d")).unwrap();
        for ours in [
            "settings.json",
            "settings.json.bad",
            "desk.json",
            "record.db",
            "record.db-wal",
        ] {
            fs::write(folders.settings.join(ours), "").unwrap();
        }
        fs::write(folders.settings.join("notes.txt"), "mine").unwrap();
        let elsewhere = home.path().join("elsewhere");
        fs::create_dir(&elsewhere).unwrap();
        fs::write(elsewhere.join("readmit.log"), "mine").unwrap();
        #[cfg(unix)]
        {
            fs::create_dir(home.path().join("state")).unwrap();
            std::os::unix::fs::symlink(&elsewhere, &folders.logs).unwrap();
            std::os::unix::fs::symlink(
                elsewhere.join("readmit.log"),
                folders.settings.join("record.head"),
            )
            .unwrap();
        }
        for kept in kept(&folders) {
            assert!(kept.remove().is_empty());
        }
        let mut left: Vec<_> = fs::read_dir(&folders.settings)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        assert_eq!(left, ["desk.json.d", "notes.txt"]);
        assert_eq!(fs::read_to_string(elsewhere.join("readmit.log")).unwrap(), "mine");
    }
}
