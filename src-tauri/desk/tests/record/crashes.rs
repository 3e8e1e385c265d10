//! Killed, cut off, crowded, read-only.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use desk::record::{Break, RecordOutcome};

use super::*;

const FOLDER: &str = "READMIT_TEST_RECORD";

/// This test program once more, running one of the ignored tests below on `folder`.
fn child(test: &str, folder: &Path) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command
        .args(["--exact", &format!("crashes::{test}"), "--ignored"])
        .env(FOLDER, folder);
    command
}

fn folder() -> Option<std::path::PathBuf> {
    env::var_os(FOLDER).map(Into::into)
}

/// Waits for a file that a child makes when it has come so far.
fn wait_for(file: &Path, child: &mut Child) {
    let begun = Instant::now();
    while !file.exists() {
        assert!(child.try_wait().unwrap().is_none(), "the child has ended");
        assert!(
            begun.elapsed() < Duration::from_secs(60),
            "the child does nothing"
        );
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
#[ignore = "the child of another test"]
fn begins_and_hangs() {
    let Some(folder) = folder() else { return };
    let record = opened(Record::open(&folder));
    fill(&record, 3);
    record.begin(&intent(NOON, "jane")).unwrap();
    fs::write(folder.join("begun"), b"").unwrap();
    thread::sleep(Duration::from_secs(600));
}

#[test]
fn killed_between_begin_and_complete_the_entry_is_there_and_unknown() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = child("begins_and_hangs", folder.path()).spawn().unwrap();
    wait_for(&folder.path().join("begun"), &mut child);
    child.kill().unwrap();
    child.wait().unwrap();

    let record = open(&folder);
    let entries = all(&record);
    assert_eq!(entries.len(), 4);
    assert!(entries[0].whom == "jane" && entries[0].outcome == RecordOutcome::Unknown);
    assert!(
        entries[1..]
            .iter()
            .all(|entry| entry.outcome == RecordOutcome::Done)
    );
    whole(&record);
    record
        .resolve(entries[0].id, &Outcome::done(NOON + 1, None))
        .unwrap();
    assert!(all(&record)[0].outcome == RecordOutcome::Done);
    whole(&record);
}

#[test]
#[ignore = "the child of another test"]
fn writes_twenty() {
    let Some(folder) = folder() else { return };
    let record = opened(Record::open(&folder));
    fill(&record, 20);
    whole(&record);
}

#[test]
fn two_processes_write_one_chain() {
    let folder = tempfile::tempdir().unwrap();
    // Both find no file, so that making it is a race as well.
    let children: Vec<Child> = (0..2)
        .map(|_| child("writes_twenty", folder.path()).spawn().unwrap())
        .collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    let record = open(&folder);
    assert_eq!(whole(&record).entries, 40);
    assert!(
        all(&record)
            .iter()
            .all(|entry| entry.outcome == RecordOutcome::Done)
    );
}

#[test]
fn threads_share_one_record() {
    let folder = tempfile::tempdir().unwrap();
    let record = open(&folder);
    thread::scope(|scope| {
        for _ in 0..4 {
            let record = record.clone();
            scope.spawn(move || {
                fill(&record, 5);
                assert!(!all(&record).is_empty());
            });
        }
    });
    assert_eq!(whole(&record).entries, 20);
}

#[test]
fn a_log_that_a_power_cut_shortened_loses_the_end_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let record = open(&folder);
    fill(&record, 10);
    let log = fs::read(folder.path().join("record.db-wal")).unwrap();
    assert!(log.len() > 10_000);
    let mut counts = Vec::new();
    for tenths in 0..=10 {
        let after = tempfile::tempdir().unwrap();
        for name in ["record.db", "record.head"] {
            fs::copy(folder.path().join(name), after.path().join(name)).unwrap();
        }
        fs::write(
            after.path().join("record.db-wal"),
            &log[..log.len() * tenths / 10],
        )
        .unwrap();
        // A log cut before the tables were made leaves nothing to read; anything later, a shorter record.
        let record = open(&after);
        let found = record.verify().unwrap();
        counts.push(found.entries);
        let expected = (tenths < 10).then_some(Break::EndMissing);
        assert_eq!(found.broken_at.map(|broken| broken.how), expected, "{tenths}/10");
        fill(&record, 1);
    }
    assert!(counts.is_sorted());
    assert_eq!((counts.first(), counts.last()), (Some(&0), Some(&10)));
}

#[test]
fn a_crash_before_the_head_was_written_is_no_break() {
    let folder = tempfile::tempdir().unwrap();
    let head = folder.path().join("record.head");
    let record = open(&folder);
    fill(&record, 2);
    let earlier = fs::read(&head).unwrap();
    record.begin(&intent(NOON, "jane")).unwrap();
    let later = fs::read(&head).unwrap();
    drop(record);
    fs::write(&head, &earlier).unwrap();
    let record = open(&folder);
    assert!(fs::read(&head).unwrap() == later, "opening brings it up to date");
    whole(&record);
}

#[cfg(unix)]
mod rights {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn only_its_owner_may_read_it() {
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("readmit").join("record");
        let record = opened(Record::open(&folder));
        fill(&record, 1);
        assert_eq!(mode(&folder), 0o700);
        let names = || fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path());
        assert_eq!(names().count(), 5);
        for file in names() {
            assert_eq!(mode(&file), 0o600, "{}", file.display());
        }
        // Rights that somebody added are taken away again.
        set_mode(&folder, 0o755);
        set_mode(&folder.join("record.db"), 0o644);
        drop(record);
        opened(Record::open(&folder));
        assert_eq!((mode(&folder), mode(&folder.join("record.db"))), (0o700, 0o600));
    }

    #[test]
    #[ignore = "the child of another test"]
    fn may_not_write() {
        let Some(folder) = folder() else { return };
        match Record::open(&folder) {
            Ok(_) => panic!("opened"),
            Err(failure) => assert_eq!(failure.code, FailureCode::RecordUnwritable),
        }
    }

    #[test]
    fn a_folder_that_may_not_be_written_is_said_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        set_mode(folder.path(), 0o555);
        let mut command = child("rights::may_not_write", folder.path());
        if fs::metadata(folder.path()).unwrap().uid() == 0 {
            // Root may write anywhere: look with the eyes of "nobody".
            command.uid(65_534).gid(65_534);
        }
        let answer = command.output().unwrap();
        set_mode(folder.path(), 0o700);
        assert!(
            answer.status.success(),
            "{}",
            String::from_utf8_lossy(&answer.stdout)
        );
        assert!(String::from_utf8_lossy(&answer.stdout).contains("1 passed"));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_folder_that_can_not_be_made_is_said() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("file"), b"").unwrap();
        let failure = Record::open(&folder.path().join("file").join("record"))
            .err()
            .unwrap();
        assert_eq!(failure.code, FailureCode::RecordUnwritable);
    }
}
