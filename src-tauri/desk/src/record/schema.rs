//! The tables of `record.db`, and how an older file becomes a newer one.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations, SchemaVersion};

/// Says in the file's header whose it is ("Rdmt").
pub(super) const APPLICATION_ID: i32 = 0x5264_6d74;

/// Each step leads from one version to the next. A step that was released is never changed: add another.
const STEPS: &[M<'static>] = &[M::up(
    "PRAGMA application_id = 1382313332;

    CREATE TABLE events (
        seq          INTEGER PRIMARY KEY,
        format       INTEGER NOT NULL,
        kind         TEXT NOT NULL CHECK (kind IN ('begun', 'completed', 'resolved', 'retired')),
        entry        INTEGER,
        at           INTEGER NOT NULL,
        version      TEXT NOT NULL,
        who          TEXT,
        os_user      TEXT,
        connection   TEXT,
        pool_id      TEXT,
        region       TEXT,
        whom         TEXT,
        contact      TEXT,
        sub          TEXT,
        act          TEXT,
        reason       TEXT,
        verified_by  TEXT,
        status       TEXT,
        enabled      INTEGER,
        outcome      TEXT CHECK (outcome IN ('done', 'refused', 'unknown')),
        failure      TEXT,
        request_id   TEXT,
        changes      TEXT,
        through      INTEGER,
        through_hash TEXT,
        hash         TEXT NOT NULL
    ) STRICT;

    -- An act is completed once and resolved once.
    CREATE UNIQUE INDEX events_by_entry ON events (entry, kind) WHERE entry IS NOT NULL;
    CREATE INDEX events_by_whom ON events (whom) WHERE whom IS NOT NULL;
    CREATE INDEX events_by_through ON events (through) WHERE through IS NOT NULL;

    CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
    BEGIN
        SELECT RAISE(ABORT, 'the record is append-only');
    END;

    CREATE TRIGGER events_are_not_removed BEFORE DELETE ON events
    WHEN NOT EXISTS (SELECT 1 FROM events WHERE kind = 'retired' AND through >= OLD.seq)
    BEGIN
        SELECT RAISE(ABORT, 'the record is append-only');
    END;

    CREATE TRIGGER events_come_at_the_end BEFORE INSERT ON events
    WHEN NEW.seq <= (SELECT max(seq) FROM events)
    BEGIN
        SELECT RAISE(ABORT, 'the record is append-only');
    END;",
)];

/// Every step, for `rusqlite_migration`.
pub(super) fn migrations() -> Migrations<'static> {
    Migrations::from_slice(STEPS)
}

/// Whether this file was written by a newer Readmit.
pub(super) fn is_newer(connection: &Connection) -> Result<bool, rusqlite_migration::Error> {
    Ok(matches!(
        migrations().current_version(connection)?,
        SchemaVersion::Outside(_)
    ))
}

/// The tables, indexes and triggers as SQLite keeps them, to be compared with those of a new file.
pub(super) fn definitions(
    connection: &Connection,
) -> rusqlite::Result<Vec<(String, String, Option<String>)>> {
    connection
        .prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_lead_to_a_file_that_says_whose_it_is() {
        migrations().validate().unwrap();
        let mut connection = Connection::open_in_memory().unwrap();
        migrations().to_latest(&mut connection).unwrap();
        let id: i32 = connection
            .pragma_query_value(None, "application_id", |row| row.get(0))
            .unwrap();
        assert_eq!(id, APPLICATION_ID);
    }
}
