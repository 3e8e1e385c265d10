//! The record: the local, append-only account of every act at the desk.
//!
//! One SQLite file, `record.db`, in a folder that only its owner can read. An entry is written before its act is
//! sent and completed after, so that a crash between leaves an entry whose outcome is unknown, never nothing. There
//! is no place in it for a password or a code.
//!
//! All calls block, for a few milliseconds or, where another Readmit is writing, up to ten seconds: keep them off
//! the thread that draws. [`Record`] is cheap to clone and may be used from any thread.
//!
//! # Rows
//!
//! The file holds *events*, one row each, numbered from 1 without gaps (`seq`): `begun` before the act is sent,
//! `completed` after, `resolved` if reading later told what became of an unknown one, `retired` where older rows were
//! removed. A `begun` row is an entry, and its `seq` is the entry's id; `entry` of the others is that id. Rows are
//! never changed, and triggers refuse it. Rows are removed only from the beginning and only up to a row that a
//! `retired` row names.
//!
//! # The chain
//!
//! Beside each row stands its hash, in 64 small hex digits: the SHA-256 of
//!
//! 1. the hash of the row before, as those 64 ASCII characters (64 zeros before the first row of all; before the
//!    first row that was left by retention, the `throughHash` of the newest `retired` row);
//! 2. each of its values in the order of the JSON export, from `format` to `throughHash`:
//!    - nothing (`null`): the byte 0;
//!    - a number: the byte 1, then the number as 8 bytes, two's complement, most significant first;
//!    - a text: the byte 2, then its length in bytes as 8 bytes, most significant first, then the text in UTF-8;
//!    - a list (`verifiedBy`, `changes`): as a text, its items joined by a line feed.
//!
//! `format` is 1; another encoding would have another number. `tests/record_verify.py` is an independent verifier of
//! a whole JSON export.
//!
//! # What the chain can show
//!
//! [`Record::verify`] finds a changed value, a row that was removed, inserted or moved, a trigger or table that was
//! changed, and damage to the file. The number and hash of the last row are kept a second time in `record.head`, so it
//! also finds an end that was cut off, a power cut's loss included, and an older copy put in the file's place. Once the two disagree
//! the head is left as it is: writing on doesn't cover it up.
//!
//! There is no key in it. Somebody who can write to the folder, as the program's own user can, may append false rows,
//! retire true ones, or make the whole record anew with hashes and head to match. What such a person can't do is
//! change a hash that is kept elsewhere: [`Verification::end_hash`] is there to be noted down, and every export holds it.
//! The AWS request ids can be held against CloudTrail, which isn't on this computer.

mod account;
mod append;
mod event;
mod export;
mod folder;
mod schema;
mod search;
mod verify;

use std::path::Path;
use std::sync::{Arc, Mutex};

use cognito::{Failure, FailureCode, Retry};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

pub use account::{Change, Ending, EntryId, Intent, Outcome, UserState};
pub use search::{RecordEntry, RecordOutcome, RecordPage, RecordQuery};
pub use verify::{Break, BrokenAt, Verification};

use folder::Folder;

/// The record of this computer's account. Clones share it.
#[derive(Clone)]
pub struct Record(Arc<Inner>);

struct Inner {
    folder: Folder,
    /// The one connection that writes. Each reading opens its own, so that a search waits for nobody.
    writer: Mutex<Connection>,
}

impl Record {
    /// Opens the record in `folder`, or begins one. The folder is made if need be, and closed to other accounts.
    ///
    /// A file that can't be read is left as it is. To begin anew it has to be moved away, with all `record.*`
    /// beside it.
    ///
    /// # Errors
    /// `RecordUnwritable` (the folder or file can't be written), `RecordUnreadable` (damaged, emptied, or
    /// not a record) or `RecordNewer` (written by a newer Readmit).
    pub fn open(folder: &Path) -> Result<Self, Failure> {
        let folder = Folder::prepare(folder)?;
        let writing = folder.write()?;
        folder.touch_database()?;
        let writer = open_writer(&folder)?;
        let record = Self(Arc::new(Inner {
            folder,
            writer: Mutex::new(writer),
        }));
        record.begin_head()?;
        drop(writing);
        Ok(record)
    }

    /// A connection to read with.
    fn reader(&self) -> Result<Connection, Failure> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let open = || -> rusqlite::Result<Connection> {
            let reader = Connection::open_with_flags(self.0.folder.database(), flags)?;
            harden(&reader)?;
            search::teach(&reader)?;
            Ok(reader)
        };
        open().map_err(|error| unreadable(&error))
    }
}

fn open_writer(folder: &Folder) -> Result<Connection, Failure> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut writer =
        Connection::open_with_flags(folder.database(), flags).map_err(|error| opening(&error))?;
    if !looks_like_ours(&writer).map_err(|error| opening(&error))? {
        return Err(Failure::new(FailureCode::RecordUnreadable).detail("not a record"));
    }
    if schema::is_newer(&writer).map_err(|error| migrating(&error))? {
        return Err(FailureCode::RecordNewer.into());
    }
    if writer.is_readonly("main").map_err(|error| opening(&error))? {
        return Err(Failure::new(FailureCode::RecordUnwritable).detail("read-only"));
    }
    let prepare = |writer: &Connection| -> rusqlite::Result<()> {
        harden(writer)?;
        writer.pragma_update(None, "journal_mode", "WAL")?;
        writer.pragma_update(None, "synchronous", "FULL")?;
        // On Apple's systems a plain fsync leaves data in the disk's own memory. Elsewhere these do nothing.
        writer.pragma_update(None, "fullfsync", true)?;
        writer.pragma_update(None, "checkpoint_fullfsync", true)?;
        // What retention removes is to be gone from the file as well.
        writer.pragma_update(None, "secure_delete", true)
    };
    prepare(&writer).map_err(|error| opening(&error))?;
    schema::migrations()
        .to_latest(&mut writer)
        .map_err(|error| migrating(&error))?;
    Ok(writer)
}

/// Whether this is an empty file or one of ours. A file that isn't SQLite's at all is an error.
fn looks_like_ours(connection: &Connection) -> rusqlite::Result<bool> {
    let id: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(id == schema::APPLICATION_ID || (id == 0 && tables == 0))
}

/// What a file that somebody else may have written is opened with (sqlite.org/security.html).
fn harden(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(folder::PATIENCE)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.pragma_update(None, "cell_size_check", true)
}

/// The failure of a reading. SQLite's own text may quote what was searched, so only its number goes along.
fn unreadable(error: &rusqlite::Error) -> Failure {
    Failure::new(FailureCode::RecordUnreadable).detail(number(error))
}

/// The failure of a writing.
fn unwritable(error: &rusqlite::Error) -> Failure {
    let failure = Failure::new(FailureCode::RecordUnwritable).detail(number(error));
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => failure.retry(Retry::Now),
        _ => failure,
    }
}

/// The failure of opening a file: one that can't be written is told apart from one that makes no sense.
fn opening(error: &rusqlite::Error) -> Failure {
    match error.sqlite_error_code() {
        Some(
            ErrorCode::CannotOpen
            | ErrorCode::DatabaseBusy
            | ErrorCode::DatabaseLocked
            | ErrorCode::DiskFull
            | ErrorCode::PermissionDenied
            | ErrorCode::ReadOnly,
        ) => unwritable(error),
        _ => unreadable(error),
    }
}

fn migrating(error: &rusqlite_migration::Error) -> Failure {
    match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => opening(err),
        _ => Failure::new(FailureCode::RecordUnreadable).detail("schema"),
    }
}

fn number(error: &rusqlite::Error) -> String {
    match error.sqlite_error() {
        Some(error) => format!("SQLite {}", error.extended_code),
        None => "a value of another type".to_owned(),
    }
}

#[cfg(test)]
mod tests;
