//! Whether settings can be read and kept.

use std::path::{Path, PathBuf};

use cognito::FailureCode;
use desk::record::Record;

use super::{CheckCode, CheckName, CheckResult};
use crate::folders::{Folders, shown};
use crate::help_desk::kept::DeskFile;
use crate::settings::Settings;

/// Reads every file in the folder of the settings, and tries to write one. Blocks for as long as the disk does.
pub fn check(folders: &Folders) -> CheckResult {
    let folder = &folders.settings;
    if let Some((file, code)) = first_bad_file(folder) {
        return of(code).fact("file", shown(&file));
    }
    if tempfile::tempfile_in(nearest_that_exists(folder)).is_err() {
        return of(CheckCode::SettingsUnwritable).fact("folder", shown(folder));
    }
    let kept = ["settings.json", "desk.json", "record.db"];
    if kept.iter().any(|file| folder.join(file).exists()) {
        of(CheckCode::SettingsFine)
    } else {
        of(CheckCode::SettingsNone)
    }
}

fn of(code: CheckCode) -> CheckResult {
    CheckResult::new(CheckName::Settings, code)
}

fn first_bad_file(folder: &Path) -> Option<(PathBuf, CheckCode)> {
    let settings = Settings::in_folder(folder.to_owned()).connection().map(drop);
    let desk = DeskFile::in_folder(folder.to_owned()).read().map(drop);
    let record = folder.join("record.db");
    let kept = [
        (folder.join("settings.json"), settings),
        (folder.join("desk.json"), desk),
    ];
    for (file, outcome) in kept {
        match outcome.map_err(|failure| failure.code) {
            Ok(()) => {}
            Err(FailureCode::ConnectionNewer) => return Some((file, CheckCode::SettingsNewer)),
            Err(_) => return Some((file, CheckCode::SettingsDamaged)),
        }
    }
    // Opening a record begins one where there is none.
    if !record.exists() {
        return None;
    }
    match Record::open(folder).map(drop).map_err(|failure| failure.code) {
        // That the folder can't be written is found out by itself.
        Ok(()) | Err(FailureCode::RecordUnwritable) => None,
        Err(FailureCode::RecordNewer) => Some((record, CheckCode::SettingsNewer)),
        Err(_) => Some((record, CheckCode::SettingsDamaged)),
    }
}

/// The folder itself, or the one in which it would be made.
fn nearest_that_exists(folder: &Path) -> &Path {
    folder
        .ancestors()
        .find(|ancestor| ancestor.is_dir())
        .unwrap_or(folder)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn each_file_and_the_folder_are_looked_at() {
        let home = tempfile::tempdir().unwrap();
        let folders = Folders {
            settings: home.path().join("new/readmit"),
            logs: home.path().join("logs"),
            web_view: Vec::new(),
        };
        let folder = &folders.settings;
        let code = || check(&folders).code;
        assert_eq!(code(), CheckCode::SettingsNone);
        assert!(!folder.exists(), "a check leaves nothing behind");

        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join("desk.json"), "{}").unwrap();
        assert_eq!(code(), CheckCode::SettingsFine);
        Record::open(folder).unwrap();
        assert_eq!(code(), CheckCode::SettingsFine);

        for file in ["settings.json", "desk.json", "record.db"] {
            let path = folder.join(file);
            let before = fs::read(&path).ok();
            fs::write(&path, "damaged by hand").unwrap();
            let result = check(&folders);
            assert_eq!(result.code, CheckCode::SettingsDamaged, "{file}");
            assert!(result.facts["file"].ends_with(file));
            assert_eq!(fs::read_to_string(&path).unwrap(), "damaged by hand");
            match before {
                Some(before) => fs::write(&path, before).unwrap(),
                None => fs::remove_file(&path).unwrap(),
            }
        }
        fs::write(
            folder.join("settings.json"),
            r#"{"connection": {"readmit": 2}, "secretInKeychain": false}"#,
        )
        .unwrap();
        assert_eq!(code(), CheckCode::SettingsNewer);
    }

    #[test]
    fn a_folder_where_nothing_can_be_kept_is_named() {
        let home = tempfile::tempdir().unwrap();
        let folders = Folders {
            settings: PathBuf::from("/proc/readmit"),
            logs: home.path().join("logs"),
            web_view: Vec::new(),
        };
        if cfg!(target_os = "linux") {
            let result = check(&folders);
            assert_eq!(result.code, CheckCode::SettingsUnwritable);
            assert_eq!(result.facts["folder"], "/proc/readmit");
        }
    }
}
