//! Whether the record is as it was written.

use cognito::Failure;
use rusqlite::{Connection, ErrorCode, OptionalExtension};
use serde::Serialize;

use super::event::{Column, Kind, NOTHING, Written, select};
use super::folder::Head;
use super::{Record, schema, unreadable};

/// What a look at the whole record found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct Verification {
    /// How many entries there are, up to where it is broken.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub entries: u64,
    /// When the oldest was begun, in milliseconds since 1970.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub first_at: Option<i64>,
    /// When the newest was begun, in milliseconds since 1970.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub last_at: Option<i64>,
    /// When older entries were removed last, in milliseconds since 1970; `None`: the record is whole from its beginning.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub retired_at: Option<i64>,
    /// The hash of the last row that was looked at. Kept elsewhere, it shows later that all before it is as it was.
    pub end_hash: String,
    /// Where it is broken first; `None`: it is as it was written.
    pub broken_at: Option<BrokenAt>,
}

/// Where the record isn't as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct BrokenAt {
    /// In which way.
    pub how: Break,
    /// The entry there, where the row belongs to one.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub entry: Option<i64>,
    /// The date of the row there, or of the last one before, in milliseconds since 1970.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub at: Option<i64>,
}

/// In which way the record isn't as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum Break {
    /// This row, or the hash beside it, was changed, or is out of its place.
    Changed,
    /// Before this row, others were removed.
    Removed,
    /// Rows that were written at the end are gone, or others are in their place.
    EndMissing,
    /// `record.head` is gone or can't be read: whether the end is whole can't be told.
    HeadMissing,
    /// The tables or triggers aren't as the program made them.
    RulesChanged,
    /// The file is damaged.
    Damaged,
}

impl Record {
    /// Looks at every row. Takes about a second for 100,000 entries.
    ///
    /// # Errors
    /// `RecordUnreadable` if the file can't be read at all; damage in it is an answer, not an error.
    pub fn verify(&self) -> Result<Verification, Failure> {
        // The head first: rows that are written meanwhile come after it, and that is allowed.
        let head = self.0.folder.head();
        let mut reader = self.reader()?;
        let transaction = reader.transaction().map_err(|error| unreadable(&error))?;
        let mut walk = Walk::towards(head.ok().flatten());
        match walk.all(&transaction) {
            Ok(()) => {}
            Err(error) if is_damage(&error) => walk.broken(Break::Damaged, None),
            Err(error) => return Err(unreadable(&error)),
        }
        Ok(walk.found)
    }
}

/// A walk along the chain, from its beginning.
struct Walk {
    found: Verification,
    /// The number of the row that was passed last.
    seq: i64,
    /// Its date.
    at: Option<i64>,
    /// What the head file says; `None` if it says nothing.
    head: Option<Head>,
    /// Whether the row that it names was passed.
    head_passed: bool,
}

impl Walk {
    fn towards(head: Option<Head>) -> Self {
        let found = Verification {
            entries: 0,
            first_at: None,
            last_at: None,
            retired_at: None,
            end_hash: NOTHING.to_owned(),
            broken_at: None,
        };
        Self {
            found,
            seq: 0,
            at: None,
            head,
            head_passed: false,
        }
    }

    fn all(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        if !is_sound(connection)? {
            self.broken(Break::Damaged, None);
        }
        if !has_our_rules(connection)? {
            self.broken(Break::RulesChanged, None);
        }
        self.begin(connection)?;
        let mut statement =
            connection.prepare(&format!("SELECT {} FROM events ORDER BY seq", select("", true)))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            // A value of a type that no row has can't be read, and is a changed one.
            let Ok(row) = Written::from_row(row) else {
                self.broken(Break::Changed, None);
                return Ok(());
            };
            if !self.pass(&row) {
                return Ok(());
            }
        }
        let how = if self.head.is_none() {
            Break::HeadMissing
        } else {
            Break::EndMissing
        };
        if !self.head_passed {
            self.broken(how, None);
        }
        Ok(())
    }

    /// Sets out from the row up to which older ones were removed, if any were.
    fn begin(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let retired = connection
            .query_row(
                "SELECT through, through_hash, at FROM events WHERE kind = 'retired' ORDER BY seq DESC LIMIT 1",
                [],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
            .optional()?;
        if let Some((through, hash, at)) = retired {
            self.seq = through;
            self.found.end_hash = hash;
            self.found.retired_at = Some(at);
        }
        self.meet_head();
        Ok(())
    }

    /// Goes on by one row; `false` if the chain ends there.
    fn pass(&mut self, row: &Written) -> bool {
        let seq = row.number(Column::Seq);
        let at = row.number(Column::At);
        if seq != Some(self.seq + 1) {
            self.at = at;
            self.broken(Break::Removed, row.entry());
            return false;
        }
        if !row.follows(&self.found.end_hash) {
            self.at = at;
            self.broken(Break::Changed, row.entry());
            return false;
        }
        self.seq += 1;
        self.at = at;
        self.found.end_hash.clone_from(&row.hash);
        if row.is(Kind::Begun) {
            self.found.entries += 1;
            self.found.first_at = self.found.first_at.or(at);
            self.found.last_at = at;
        }
        self.meet_head();
        true
    }

    fn meet_head(&mut self) {
        let here = |head: &Head| head.seq == self.seq && head.hash == self.found.end_hash;
        self.head_passed |= self.head.as_ref().is_some_and(here);
    }

    /// Notes a break, unless an earlier one was found.
    fn broken(&mut self, how: Break, entry: Option<i64>) {
        let at = self.at;
        self.found.broken_at.get_or_insert(BrokenAt { how, entry, at });
    }
}

/// SQLite's own look at its pages and indexes: a wrong index would hide rows from a search.
fn is_sound(connection: &Connection) -> rusqlite::Result<bool> {
    connection.query_row("PRAGMA integrity_check(1)", [], |row| {
        Ok(row.get::<_, String>(0)? == "ok")
    })
}

fn has_our_rules(connection: &Connection) -> rusqlite::Result<bool> {
    let mut new = Connection::open_in_memory()?;
    let made = schema::migrations().to_latest(&mut new).is_ok();
    Ok(made && schema::definitions(&new)? == schema::definitions(connection)?)
}

fn is_damage(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
    )
}
