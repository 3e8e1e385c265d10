//! The folder that the record is in: its files, who may read them, who writes now, and the head.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use cognito::{Failure, FailureCode, Retry};

/// How long to wait for another Readmit that is writing.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);
/// How long to wait before looking again whether it has finished.
const PAUSE: Duration = Duration::from_millis(5);
/// What the head file begins with.
const HEAD: &str = "readmit-record-head-1";

/// The folder, made ready.
pub(super) struct Folder(PathBuf);

/// The last row of the record, as the head file says.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) seq: i64,
    pub(super) hash: String,
}

/// While it lives no other Readmit writes here. The operating system lets go if this one is killed.
pub(super) struct Writing(#[expect(dead_code, reason = "held, not used")] File);

impl Folder {
    /// Makes it if need be, readable by its owner only.
    pub(super) fn prepare(path: &Path) -> Result<Self, Failure> {
        let ready = || -> io::Result<()> {
            fs::create_dir_all(path)?;
            only_owner(path, 0o700)
        };
        ready().map_err(|error| unwritable(&error))?;
        Ok(Self(path.to_owned()))
    }

    /// The SQLite file.
    pub(super) fn database(&self) -> PathBuf {
        self.0.join("record.db")
    }

    /// Waits until no other Readmit writes, up to [`PATIENCE`].
    pub(super) fn write(&self) -> Result<Writing, Failure> {
        let file = self.lock_file().map_err(|error| unwritable(&error))?;
        let begun = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Writing(file)),
                Err(TryLockError::WouldBlock) if begun.elapsed() < PATIENCE => thread::sleep(PAUSE),
                Err(TryLockError::WouldBlock) => {
                    return Err(Failure::new(FailureCode::RecordUnwritable).retry(Retry::Now));
                }
                Err(TryLockError::Error(error)) => return Err(unwritable(&error)),
            }
        }
    }

    /// Makes an empty database file, readable by its owner only, unless there is one already.
    ///
    /// # Errors
    /// `RecordUnreadable` if the file is gone or empty though rows were written to it: SQLite would begin
    /// anew, and throw away what its log still holds.
    pub(super) fn touch_database(&self) -> Result<(), Failure> {
        let length = |path: &Path| fs::metadata(path).map_or(0, |metadata| metadata.len());
        let rows = matches!(self.head(), Ok(Some(head)) if head.seq > 0)
            || length(&self.0.join("record.db-wal")) > 0;
        if rows && length(&self.database()) == 0 {
            return Err(Failure::new(FailureCode::RecordUnreadable).detail("the file is empty or gone"));
        }
        // Never opened here if it is there: closing it would let go of the locks that another `Record` of
        // this process holds on it (POSIX locks belong to the process; sqlite.org/howtocorrupt.html 2.2).
        let made = match private().create_new(true).open(self.database()) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            made => made.map(drop),
        };
        made.and_then(|()| only_owner(&self.database(), 0o600))
            .map_err(|error| unwritable(&error))
    }

    /// What the head file says; `None` if there is none.
    ///
    /// # Errors
    /// If it can't be read or isn't one.
    pub(super) fn head(&self) -> io::Result<Option<Head>> {
        let text = match fs::read_to_string(self.0.join("record.head")) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let words: Vec<&str> = text.split_ascii_whitespace().collect();
        let head = match words.as_slice() {
            [HEAD, seq, hash] => seq.parse().ok().map(|seq| Head {
                seq,
                hash: (*hash).to_owned(),
            }),
            _ => None,
        };
        head.map(Some)
            .ok_or_else(|| io::Error::from(io::ErrorKind::InvalidData))
    }

    /// Writes the head file, whole or not at all, and down to the disk.
    pub(super) fn set_head(&self, head: &Head) -> io::Result<()> {
        // Made for its owner only by `tempfile`; renaming keeps that.
        let mut file = tempfile::NamedTempFile::new_in(&self.0)?;
        writeln!(file, "{HEAD}\n{} {}", head.seq, head.hash)?;
        file.as_file().sync_all()?;
        file.persist(self.0.join("record.head"))?;
        Ok(())
    }

    fn lock_file(&self) -> io::Result<File> {
        let path = self.0.join("record.lock");
        let file = private().create(true).truncate(false).open(&path)?;
        only_owner(&path, 0o600)?;
        Ok(file)
    }
}

/// Opens files for reading and writing, and makes them readable by their owner only.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Takes everybody else's rights away, where there are such rights. Windows gives a user's own folder to that user only.
fn only_owner(path: &Path, mode: u32) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let permissions = fs::metadata(path)?.permissions();
        if permissions.mode() & 0o077 != 0 {
            fs::set_permissions(path, fs::Permissions::from_mode(mode))?;
        }
    }
    #[cfg(not(unix))]
    let _ = (path, mode);
    Ok(())
}

fn unwritable(error: &io::Error) -> Failure {
    // The error's own text may name the folder, and with it the user.
    Failure::new(FailureCode::RecordUnwritable).detail(error.kind().to_string())
}
