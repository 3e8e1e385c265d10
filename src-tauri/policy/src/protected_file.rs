//! A file that only the system's administrator can have written.
//!
//! Everything is asked of what was opened, never of a path that somebody could change in between.

use std::ffi::OsStr;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use rustix::fs::{FileType, Mode, OFlags, Stat, fstat, open, openat};
use rustix::io::Errno;

use crate::problem::{Problem, ProblemKind};

/// Largest policy, in bytes.
const LARGEST: u64 = 1024 * 1024;
/// Who administers the system.
const ROOT: u32 = 0;

/// How to open the folder, to ask about it: without the right to list it, where the system can do that.
#[cfg(target_os = "linux")]
const LOOK: OFlags = OFlags::PATH;
#[cfg(not(target_os = "linux"))]
const LOOK: OFlags = OFlags::RDONLY;

/// A file in a folder, and whose they have to be.
pub(crate) struct ProtectedFile {
    folder: PathBuf,
    name: &'static str,
    owner: u32,
}

/// What is wrong with the folder or with the file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Unfit {
    /// The path of the one at fault.
    pub path: PathBuf,
    /// What is wrong.
    pub problems: Vec<Problem>,
}

impl ProtectedFile {
    /// The file `name` in `folder`, both root's.
    pub fn of_root(folder: impl Into<PathBuf>, name: &'static str) -> Self {
        Self {
            folder: folder.into(),
            name,
            owner: ROOT,
        }
    }

    /// Where it lies.
    pub fn path(&self) -> PathBuf {
        self.folder.join(self.name)
    }

    /// What is in it. `None`: there is no such file, or no such folder.
    ///
    /// # Errors
    /// [`Unfit`], for everything else: a link, a pipe, another owner, somebody who may write, more than 1 MiB, no right
    /// to read.
    pub fn read(&self) -> Result<Option<Vec<u8>>, Unfit> {
        let unfit = |path: &Path, problems| Unfit {
            path: path.to_owned(),
            problems,
        };
        let in_folder = |problems| unfit(&self.folder, problems);
        let in_file = |problems| unfit(&self.path(), problems);
        let opened = open(
            &self.folder,
            LOOK | OFlags::NOFOLLOW | OFlags::CLOEXEC,
            Mode::empty(),
        );
        let Some(folder) = there(opened).map_err(in_folder)? else {
            return Ok(None);
        };
        self.judge(fstat(&folder), FileType::Directory)
            .map_err(in_folder)?;
        // A pipe would wait for somebody to write; a terminal would become this program's.
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
        let opened = openat(&folder, OsStr::new(self.name), flags, Mode::empty());
        let Some(file) = there(opened).map_err(in_file)? else {
            return Ok(None);
        };
        self.judge(fstat(&file), FileType::RegularFile).map_err(in_file)?;
        whole(File::from(file)).map(Some).map_err(in_file)
    }

    fn judge(&self, looked: Result<Stat, Errno>, expected: FileType) -> Result<(), Vec<Problem>> {
        let found = looked.map_err(|_| vec![Problem::whole(ProblemKind::Unreadable)])?;
        match FileType::from_raw_mode(found.st_mode) {
            kind if kind == expected => {}
            FileType::Symlink => return Err(vec![Problem::whole(ProblemKind::Symlink)]),
            _ => return Err(vec![Problem::whole(ProblemKind::NotAFile)]),
        }
        let mut problems = Vec::new();
        if found.st_uid != self.owner {
            problems.push(Problem::whole(ProblemKind::NotOwnedByRoot));
        }
        if Mode::from_raw_mode(found.st_mode).intersects(Mode::WGRP | Mode::WOTH) {
            let fit = if expected == FileType::Directory {
                "0755"
            } else {
                "0644"
            };
            problems.push(Problem {
                expected: Some(fit.to_owned()),
                ..Problem::whole(ProblemKind::WritableByOthers)
            });
        }
        if expected == FileType::RegularFile && u64::try_from(found.st_size).is_ok_and(|size| size > LARGEST)
        {
            problems.push(too_large());
        }
        if problems.is_empty() {
            Ok(())
        } else {
            Err(problems)
        }
    }
}

/// What was opened; `None` if there is nothing.
fn there<T>(opened: Result<T, Errno>) -> Result<Option<T>, Vec<Problem>> {
    let kind = match opened {
        Ok(opened) => return Ok(Some(opened)),
        Err(Errno::NOENT) => return Ok(None),
        Err(Errno::LOOP) => ProblemKind::Symlink,
        // A folder that is none; a socket, or a device that isn't there.
        Err(Errno::NOTDIR | Errno::NXIO) => ProblemKind::NotAFile,
        Err(_) => ProblemKind::Unreadable,
    };
    Err(vec![Problem::whole(kind)])
}

/// Reads to the end, and no further than a policy can go: the file may have grown since.
fn whole(file: File) -> Result<Vec<u8>, Vec<Problem>> {
    let mut read = Vec::new();
    file.take(LARGEST + 1)
        .read_to_end(&mut read)
        .map_err(|_| vec![Problem::whole(ProblemKind::Unreadable)])?;
    if read.len() as u64 > LARGEST {
        return Err(vec![too_large()]);
    }
    Ok(read)
}

fn too_large() -> Problem {
    Problem {
        expected: Some("≤ 1 MiB".to_owned()),
        ..Problem::whole(ProblemKind::TooLarge)
    }
}

#[cfg(test)]
mod tests;
