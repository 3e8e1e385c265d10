//! A log file that begins anew when it is full, and the few before it.
//!
//! Several Readmits of one person may write at the same time. Each line is one write to the end of the file, and
//! whoever finds it full moves the files on while it holds the lock; the others notice that theirs is full too, and
//! follow. The crates that rotate logs end the program where a file can't be moved, or take a file that another process
//! has moved for one of theirs.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::private_file;

/// The newest file's name; older ones end in `.1` and so on.
const NAME: &str = "readmit.log";
/// How many files there are at most.
const FILES: usize = 5;
/// When a file is full, in bytes. All files, and what several processes write past the end, stay below 10 MB.
const FULL: u64 = 1_900_000;
/// The longest line, in bytes; what is longer is cut.
const LONGEST_LINE: usize = 8 * 1024;

/// The log in its folder.
pub struct RotatingFile {
    folder: PathBuf,
    full: u64,
    open: Option<File>,
}

impl RotatingFile {
    /// The log in `folder`, which is made when the first line is written, closed to other accounts.
    pub fn in_folder(folder: PathBuf) -> Self {
        Self {
            folder,
            full: FULL,
            open: None,
        }
    }

    /// The files that there may be, newest first.
    pub fn files(folder: &Path) -> Vec<PathBuf> {
        (0..FILES).map(|age| path(folder, age)).collect()
    }

    /// The file to write to, moved on if it is full.
    fn file(&mut self) -> io::Result<&mut File> {
        if let Some(open) = &self.open
            && open.metadata()?.len() < self.full
            && path(&self.folder, 0).exists()
        {
            // It stays.
        } else {
            self.open = None;
            self.make_room()?;
        }
        match &mut self.open {
            Some(open) => Ok(open),
            closed => Ok(closed.insert(open_to_append(&path(&self.folder, 0))?)),
        }
    }

    fn make_room(&self) -> io::Result<()> {
        private_file::create_private_folder(&self.folder)?;
        let turn = open_to_append(&self.folder.join("readmit.log.lock"))?;
        turn.lock()?;
        // Somebody else may have moved them on meanwhile.
        let full = fs::symlink_metadata(path(&self.folder, 0)).is_ok_and(|file| file.len() >= self.full);
        if full {
            for age in (1..FILES).rev() {
                match fs::rename(path(&self.folder, age - 1), path(&self.folder, age)) {
                    Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                    _ => {}
                }
            }
        }
        Ok(())
    }
}

impl Write for RotatingFile {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let kept = line.get(..LONGEST_LINE).unwrap_or(line);
        let file = self.file()?;
        file.write_all(kept)?;
        if kept.len() < line.len() {
            file.write_all(b"\n")?;
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn path(folder: &Path, age: usize) -> PathBuf {
    match age {
        0 => folder.join(NAME),
        _ => folder.join(format!("{NAME}.{age}")),
    }
}

/// Never follows a link that somebody put in the file's place.
fn open_to_append(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    if fs::symlink_metadata(path).is_ok_and(|found| !found.is_file()) {
        return Err(io::Error::from(io::ErrorKind::InvalidInput));
    }
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The size of everything in the folder.
    fn size(folder: &Path) -> u64 {
        fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().metadata().unwrap().len())
            .sum()
    }

    #[test]
    fn all_files_together_stay_below_ten_megabytes() {
        let folder = tempfile::tempdir().unwrap();
        let mut log = RotatingFile::in_folder(folder.path().join("logs"));
        let line = [b'x'; 4095];
        for number in 0..4_000_u32 {
            log.write_all(&[&line[..], b"\n"].concat()).unwrap();
            if number % 100 == 0 {
                assert!(size(&log.folder) <= 10_000_000);
            }
        }
        // 16 MB were written; the newest is kept.
        assert!(size(&log.folder) > 7_000_000);
        assert_eq!(fs::read_dir(&log.folder).unwrap().count(), FILES + 1);
        for file in RotatingFile::files(&log.folder) {
            assert!(fs::read(file).unwrap().ends_with(b"xx\n"));
        }
    }

    #[test]
    fn several_writers_lose_no_line_while_files_move_on() {
        let folder = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for writer in 0..4 {
                let folder = folder.path().to_owned();
                scope.spawn(move || {
                    let mut log = RotatingFile {
                        full: 400,
                        ..RotatingFile::in_folder(folder)
                    };
                    for line in 0..50 {
                        log.write_all(format!("{writer} {line}\n").as_bytes()).unwrap();
                    }
                });
            }
        });
        let mut lines: Vec<String> = RotatingFile::files(folder.path())
            .iter()
            .filter_map(|file| fs::read_to_string(file).ok())
            .flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        lines.sort();
        lines.dedup();
        assert_eq!(lines.len(), 4 * 50);
    }

    #[test]
    fn an_endless_line_is_cut() {
        let folder = tempfile::tempdir().unwrap();
        let mut log = RotatingFile::in_folder(folder.path().to_owned());
        log.write_all(&vec![b'x'; 100_000]).unwrap();
        assert_eq!(size(folder.path()), LONGEST_LINE as u64 + 1);
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_read_it_and_no_link_leads_it_elsewhere() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let mut log = RotatingFile::in_folder(folder.path().join("logs"));
        log.write_all(b"a line\n").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&log.folder), 0o700);
        assert_eq!(mode(&log.folder.join(NAME)), 0o600);

        let elsewhere = folder.path().join("elsewhere");
        fs::write(&elsewhere, "mine").unwrap();
        let linked = folder.path().join("linked");
        fs::create_dir(&linked).unwrap();
        std::os::unix::fs::symlink(&elsewhere, linked.join(NAME)).unwrap();
        assert!(RotatingFile::in_folder(linked).write_all(b"a line\n").is_err());
        assert_eq!(fs::read_to_string(elsewhere).unwrap(), "mine");
    }
}
