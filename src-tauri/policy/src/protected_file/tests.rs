use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;

use rustix::fs::{CWD, mknodat};
use tempfile::TempDir;

use super::*;

const NAME: &str = "policy.json";

/// A folder and a file of whoever runs the tests, as if that were root.
struct Stage {
    outer: TempDir,
    file: ProtectedFile,
}

impl Stage {
    fn empty() -> Self {
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("readmit");
        fs::create_dir(&folder).unwrap();
        set_mode(&folder, 0o755);
        let owner = fs::metadata(&folder)
            .map(|found| std::os::unix::fs::MetadataExt::uid(&found))
            .unwrap();
        Self {
            file: ProtectedFile {
                folder,
                name: NAME,
                owner,
            },
            outer,
        }
    }

    fn with(content: &[u8]) -> Self {
        let stage = Self::empty();
        fs::write(stage.file.path(), content).unwrap();
        set_mode(&stage.file.path(), 0o644);
        stage
    }

    /// What is refused, and whether it is the folder's fault.
    fn refusal(&self) -> (Vec<ProblemKind>, bool) {
        let unfit = self.file.read().unwrap_err();
        let folder = unfit.path == self.file.folder;
        assert!(folder || unfit.path == self.file.path());
        (
            unfit.problems.iter().map(|problem| problem.kind).collect(),
            folder,
        )
    }
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_file_is_read_and_one_that_is_missing_is_none() {
    assert_eq!(Stage::with(b"{}").file.read().unwrap().unwrap(), b"{}");
    assert_eq!(Stage::empty().file.read(), Ok(None));
    let stage = Stage::empty();
    fs::remove_dir(&stage.file.folder).unwrap();
    assert_eq!(stage.file.read(), Ok(None));
}

#[test]
fn a_file_of_a_hundred_megabytes_is_refused_without_being_read() {
    let stage = Stage::with(&vec![b' '; 1024 * 1024]);
    assert_eq!(stage.file.read().unwrap().unwrap().len(), 1024 * 1024);
    for size in [1024 * 1024 + 1, 100 * 1024 * 1024] {
        let file = File::options().write(true).open(stage.file.path()).unwrap();
        file.set_len(size).unwrap();
        assert_eq!(stage.refusal(), (vec![ProblemKind::TooLarge], false), "{size}");
    }
}

#[test]
fn a_file_that_grew_after_it_was_looked_at_is_refused() {
    let stage = Stage::empty();
    fs::write(stage.file.path(), vec![b' '; 1024 * 1024 + 1]).unwrap();
    let problems = whole(File::open(stage.file.path()).unwrap()).unwrap_err();
    assert_eq!(problems, [too_large()]);
}

#[test]
fn a_symbolic_link_is_refused_in_place_of_the_file_and_of_the_folder() {
    let stage = Stage::with(b"{}");
    let elsewhere = stage.outer.path().join("elsewhere.json");
    fs::rename(stage.file.path(), &elsewhere).unwrap();
    symlink(&elsewhere, stage.file.path()).unwrap();
    assert_eq!(stage.refusal(), (vec![ProblemKind::Symlink], false));
    fs::remove_file(stage.file.path()).unwrap();
    symlink(stage.outer.path().join("nowhere"), stage.file.path()).unwrap();
    assert_eq!(stage.refusal(), (vec![ProblemKind::Symlink], false));

    let stage = Stage::with(b"{}");
    let elsewhere = stage.outer.path().join("elsewhere");
    fs::rename(&stage.file.folder, &elsewhere).unwrap();
    symlink(&elsewhere, &stage.file.folder).unwrap();
    assert_eq!(stage.refusal(), (vec![ProblemKind::Symlink], true));
}

#[test]
fn what_is_no_file_is_refused_and_never_waited_for() {
    let stage = Stage::empty();
    fs::create_dir(stage.file.path()).unwrap();
    assert_eq!(stage.refusal(), (vec![ProblemKind::NotAFile], false));

    let stage = Stage::empty();
    mknodat(
        CWD,
        stage.file.path(),
        FileType::Fifo,
        Mode::from_raw_mode(0o644),
        0,
    )
    .unwrap();
    assert_eq!(stage.refusal(), (vec![ProblemKind::NotAFile], false));

    let stage = Stage::empty();
    let _socket = UnixListener::bind(stage.file.path()).unwrap();
    assert_eq!(stage.refusal(), (vec![ProblemKind::NotAFile], false));

    let stage = Stage::empty();
    fs::remove_dir(&stage.file.folder).unwrap();
    fs::write(&stage.file.folder, "a file").unwrap();
    assert_eq!(stage.refusal(), (vec![ProblemKind::NotAFile], true));
}

#[test]
fn another_owner_is_refused() {
    let mut stage = Stage::with(b"{}");
    stage.file.owner += 1;
    assert_eq!(stage.refusal(), (vec![ProblemKind::NotOwnedByRoot], true));
}

#[test]
fn a_file_of_another_owner_in_a_good_folder_is_refused() {
    let stage = Stage::with(b"{}");
    // Only root can give a file away.
    if std::os::unix::fs::chown(stage.file.path(), Some(65_534), None).is_ok() {
        assert_eq!(stage.refusal(), (vec![ProblemKind::NotOwnedByRoot], false));
    }
}

#[test]
fn what_others_may_write_is_refused() {
    for (mode, folder_too) in [
        (0o664, false),
        (0o646, false),
        (0o666, false),
        (0o775, true),
        (0o757, true),
    ] {
        let stage = Stage::with(b"{}");
        let path = if folder_too {
            stage.file.folder.clone()
        } else {
            stage.file.path()
        };
        set_mode(&path, mode);
        assert_eq!(
            stage.refusal(),
            (vec![ProblemKind::WritableByOthers], folder_too),
            "{mode:o}"
        );
    }
    for mode in [0o600, 0o640, 0o444] {
        let stage = Stage::with(b"{}");
        set_mode(&stage.file.path(), mode);
        assert!(stage.file.read().is_ok(), "{mode:o}");
    }
}

#[test]
fn several_mistakes_are_told_at_once() {
    let stage = Stage::with(&vec![b' '; 1024 * 1024 + 1]);
    set_mode(&stage.file.path(), 0o666);
    assert_eq!(
        stage.refusal(),
        (vec![ProblemKind::WritableByOthers, ProblemKind::TooLarge], false)
    );
}

/// As a user who may not read: root may read everything, so root's thread becomes nobody first.
#[cfg(target_os = "linux")]
#[test]
fn what_cant_be_read_is_refused_and_not_taken_for_missing() {
    for (path_of, folder_too) in [(0, false), (1, true)] {
        let stage = Stage::with(b"{}");
        // Whoever runs the tests owns the way to the file; nobody else must stumble before it.
        set_mode(stage.outer.path(), 0o755);
        let path = if path_of == 0 {
            stage.file.path()
        } else {
            stage.file.folder.clone()
        };
        set_mode(&path, 0o000);
        let refused = std::thread::scope(|scope| {
            scope
                .spawn(|| {
                    if rustix::process::geteuid().is_root() {
                        let nobody = rustix::process::Uid::from_raw(65_534);
                        rustix::thread::set_thread_res_uid(nobody, nobody, nobody).unwrap();
                    }
                    stage.refusal()
                })
                .join()
                .unwrap()
        });
        set_mode(&path, 0o755);
        // A folder can be looked at by whoever can't look into it: it is the file that can't be read.
        assert_eq!(
            refused,
            (vec![ProblemKind::Unreadable], false),
            "folder: {folder_too}"
        );
    }
}
