//! Writing: an act begun, completed, resolved; and retention.

use std::sync::PoisonError;

use cognito::{Failure, FailureCode};
use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params};

use super::account::{Ending, EntryId, Intent, Outcome, name};
use super::event::{Column, Event, Kind, NOTHING};
use super::folder::Head;
use super::{Record, unwritable};

/// Longest reason, in characters.
const REASON_MAX: usize = 500;

impl Record {
    /// Writes that an act is about to be sent. Only when this has returned may it be.
    ///
    /// # Errors
    /// `RecordUnwritable`: then the act must not be sent. `ReasonTooLong` over 500 characters.
    pub fn begin(&self, intent: &Intent) -> Result<EntryId, Failure> {
        if intent
            .reason
            .as_ref()
            .is_some_and(|reason| reason.chars().count() > REASON_MAX)
        {
            return Err(FailureCode::ReasonTooLong.into());
        }
        let event = Event::new(Kind::Begun, intent.at)
            .text(Column::Who, Some(&intent.who))
            .text(Column::OsUser, Some(&intent.os_user))
            .text(Column::Connection, Some(&intent.connection))
            .text(Column::PoolId, Some(&intent.pool_id))
            .text(Column::Region, Some(&intent.region))
            .text(Column::Whom, Some(&intent.whom))
            .text(Column::Contact, intent.contact.as_deref())
            .text(Column::Sub, intent.sub.as_deref())
            .text(Column::Act, Some(&name(&intent.act)))
            .text(Column::Reason, intent.reason.as_deref())
            .list(Column::VerifiedBy, &intent.verified_by)
            .text(Column::Status, Some(&name(&intent.before.status)))
            .number(Column::Enabled, i64::from(intent.before.enabled));
        self.write(|transaction| append(transaction, event)).map(EntryId)
    }

    /// Writes what came of an act, once.
    ///
    /// # Errors
    /// `RecordUnwritable`; the entry's outcome stays unknown then. Also if it was completed before or is not there.
    pub fn complete(&self, entry: EntryId, outcome: &Outcome) -> Result<(), Failure> {
        self.write(|transaction| {
            if endings(transaction, entry)? != Some(Vec::new()) {
                return Err(Failure::new(FailureCode::RecordUnwritable).detail("not open"));
            }
            append(transaction, ended(Kind::Completed, entry, outcome)).map(drop)
        })
    }

    /// Writes what reading later told of an act whose outcome was unknown, once.
    ///
    /// # Errors
    /// `RecordUnwritable`, also if the outcome was known, still isn't, or the entry is not there.
    pub fn resolve(&self, entry: EntryId, outcome: &Outcome) -> Result<(), Failure> {
        self.write(|transaction| {
            let open = endings(transaction, entry)?
                .is_some_and(|endings| endings.iter().all(|ending| ending == "completed unknown"));
            if !open || matches!(outcome.ending, Ending::Unknown(_)) {
                return Err(Failure::new(FailureCode::RecordUnwritable).detail("nothing to resolve"));
            }
            append(transaction, ended(Kind::Resolved, entry, outcome)).map(drop)
        })
    }

    /// Removes the oldest rows: all up to the first that was written at or after `before`. Returns how many
    /// entries went.
    ///
    /// Both times are in milliseconds since 1970. A row dated after `now`, by a clock that was wrong then, doesn't keep
    /// older ones from going. What is removed is overwritten in the file.
    ///
    /// # Errors
    /// `RecordUnwritable`; nothing was removed then.
    pub fn retire_before(&self, before: i64, now: i64) -> Result<u64, Failure> {
        let removed =
            self.write(|transaction| retire(transaction, before, now).map_err(|error| unwritable(&error)))?;
        if removed > 0 {
            // Removed rows may stand in the log still.
            let writer = self.0.writer.lock().unwrap_or_else(PoisonError::into_inner);
            writer
                .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
                .map_err(|error| unwritable(&error))?;
        }
        Ok(removed)
    }

    /// Runs `change` as one transaction, alone among all Readmits, and brings the head up to date.
    pub(super) fn write<T>(
        &self,
        change: impl FnOnce(&Transaction<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let _writing = self.0.folder.write()?;
        let mut writer = self.0.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = writer
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| unwritable(&error))?;
        let agrees = self.head_agrees(&transaction);
        let done = change(&transaction)?;
        let last = last(&transaction).map_err(|error| unwritable(&error))?;
        transaction.commit().map_err(|error| unwritable(&error))?;
        if agrees && self.0.folder.set_head(&last).is_err() {
            // The row is safe. The head is one behind, which `verify` allows, and catches up at the next row.
            tracing::warn!("the record's head could not be written");
        }
        Ok(done)
    }

    /// Writes the head of a record that was just begun, and brings one up to date that a crash left behind.
    pub(super) fn begin_head(&self) -> Result<(), Failure> {
        let mut writer = self.0.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = writer.transaction().map_err(|error| unwritable(&error))?;
        let last = last(&transaction).map_err(|error| super::unreadable(&error))?;
        let head = self.0.folder.head();
        let begun = last.seq == 0 && matches!(head, Ok(None));
        let behind = matches!(head, Ok(Some(head)) if head.seq < last.seq) && self.head_agrees(&transaction);
        if begun || behind {
            let written = self.0.folder.set_head(&last);
            written.map_err(|error| {
                Failure::new(FailureCode::RecordUnwritable).detail(error.kind().to_string())
            })?;
        }
        Ok(())
    }

    /// Whether the row that the head file names is there, as it says. If not, it is evidence, and left alone.
    fn head_agrees(&self, transaction: &Transaction<'_>) -> bool {
        let Ok(Some(head)) = self.0.folder.head() else {
            return false;
        };
        let hash = match head.seq {
            0 => Ok(Some(NOTHING.to_owned())),
            seq => transaction
                .query_row(
                    "SELECT hash FROM events WHERE seq = ?1
                     UNION ALL SELECT through_hash FROM events WHERE kind = 'retired' AND through = ?1",
                    [seq],
                    |row| row.get(0),
                )
                .optional(),
        };
        hash.is_ok_and(|hash| hash.as_ref() == Some(&head.hash))
    }
}

/// Writes a row at the end and returns its number.
pub(super) fn append(transaction: &Transaction<'_>, event: Event) -> Result<i64, Failure> {
    let append = || -> rusqlite::Result<i64> {
        let last = last(transaction)?;
        let seq = last.seq + 1;
        event.append(transaction, seq, &last.hash)?;
        Ok(seq)
    };
    append().map_err(|error| unwritable(&error))
}

/// The last row; number 0 where there is none.
pub(super) fn last(transaction: &Transaction<'_>) -> rusqlite::Result<Head> {
    let last = transaction
        .prepare_cached("SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| {
            Ok(Head {
                seq: row.get(0)?,
                hash: row.get(1)?,
            })
        })
        .optional()?;
    Ok(last.unwrap_or_else(|| Head {
        seq: 0,
        hash: NOTHING.to_owned(),
    }))
}

/// How an entry ended so far, each as `kind outcome`; `None` if there is no such entry.
fn endings(transaction: &Transaction<'_>, EntryId(entry): EntryId) -> Result<Option<Vec<String>>, Failure> {
    let read = || -> rusqlite::Result<Option<Vec<String>>> {
        let begun: bool = transaction.query_row(
            "SELECT EXISTS (SELECT 1 FROM events WHERE seq = ? AND kind = 'begun')",
            [entry],
            |row| row.get(0),
        )?;
        if !begun {
            return Ok(None);
        }
        transaction
            .prepare_cached("SELECT kind || ' ' || outcome FROM events WHERE entry = ? ORDER BY seq")?
            .query_map([entry], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()
            .map(Some)
    };
    read().map_err(|error| unwritable(&error))
}

pub(super) fn ended(kind: Kind, EntryId(entry): EntryId, outcome: &Outcome) -> Event {
    let (ending, failure) = match outcome.ending {
        Ending::Done => ("done", None),
        Ending::Refused(code) => ("refused", Some(code)),
        Ending::Unknown(code) => ("unknown", code),
    };
    let changes: Vec<String> = outcome.changes.iter().map(|change| change.written()).collect();
    let event = Event::new(kind, outcome.at)
        .number(Column::Entry, entry)
        .text(Column::Outcome, Some(ending))
        .text(Column::Failure, failure.map(|code| code.name()).as_deref())
        .text(Column::RequestId, outcome.request_id.as_deref())
        .list(Column::Changes, &changes);
    match outcome.after {
        Some(after) => event
            .text(Column::Status, Some(&name(&after.status)))
            .number(Column::Enabled, i64::from(after.enabled)),
        None => event,
    }
}

fn retire(transaction: &Transaction<'_>, before: i64, now: i64) -> rusqlite::Result<u64> {
    let kept: Option<i64> = transaction.query_row(
        "SELECT min(seq) FROM events WHERE at >= ?1 AND at <= ?2",
        [before, now],
        |row| row.get(0),
    )?;
    let last = last(transaction)?;
    let through = kept.map_or(last.seq, |kept| kept - 1);
    let entries: u64 = transaction
        .query_row(
            "SELECT count(*) FROM events WHERE seq <= ? AND kind = 'begun'",
            [through],
            |row| row.get::<_, i64>(0),
        )?
        .try_into()
        .unwrap_or(0);
    if entries == 0 {
        return Ok(0);
    }
    let hash: String = transaction.query_row("SELECT hash FROM events WHERE seq = ?", [through], |row| {
        row.get(0)
    })?;
    let event = Event::new(Kind::Retired, now)
        .number(Column::Through, through)
        .text(Column::ThroughHash, Some(&hash));
    event.append(transaction, last.seq + 1, &last.hash)?;
    transaction.execute("DELETE FROM events WHERE seq <= ?", params![through])?;
    Ok(entries)
}
