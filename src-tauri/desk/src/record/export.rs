//! Taking the record along: as a table for people, as rows for a verifier.

use std::io::Write;

use cognito::{Failure, FailureCode};
use rusqlite::Connection;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::account::{EntryId, UserState, name};
use super::event::{Written, select};
use super::search::{Asked, RecordEntry, RecordQuery, entry};
use super::{Record, unreadable};

/// The table's columns, named as on the page.
const HEADINGS: [&str; 25] = [
    "id",
    "begunAt",
    "completedAt",
    "resolvedAt",
    "act",
    "outcome",
    "failureCode",
    "whom",
    "contact",
    "sub",
    "who",
    "osUser",
    "reason",
    "verifiedBy",
    "statusBefore",
    "enabledBefore",
    "statusAfter",
    "enabledAfter",
    "changes",
    "requestId",
    "connection",
    "poolId",
    "region",
    "version",
    "hash",
];

impl Record {
    /// Writes the entries that `query` asks for as a table, oldest first, and returns how many they are.
    ///
    /// CSV as RFC 4180 has it, in UTF-8 with a byte order mark, which Excel needs to see that it is. Times are in
    /// UTC as RFC 3339 writes them; items of a list have a semicolon between them. A cell that a spreadsheet would take
    /// for a formula (it begins with `=`, `+`, `-`, `@`, their wide forms, a tab or a line break) has an apostrophe in front.
    ///
    /// # Errors
    /// `ExportUnwritable`, `RecordUnreadable`, `SearchTooLong`.
    pub fn export_csv(&self, query: &RecordQuery, mut writer: impl Write) -> Result<u64, Failure> {
        let asked = Asked::from(query)?;
        writer
            .write_all("\u{feff}".as_bytes())
            .map_err(|_| FailureCode::ExportUnwritable)?;
        let mut table = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(writer);
        table
            .write_record(HEADINGS)
            .map_err(|_| FailureCode::ExportUnwritable)?;
        let mut written = 0;
        let statement = format!("{} ORDER BY b.seq", asked.entries());
        each(&self.reader()?, &statement, &asked, entry, |entry| {
            written += 1;
            let cells = cells(&entry).map(harmless);
            table
                .write_record(cells)
                .map_err(|_| FailureCode::ExportUnwritable.into())
        })?;
        table.flush().map_err(|_| FailureCode::ExportUnwritable)?;
        Ok(written)
    }

    /// Writes the rows of the entries that `query` asks for as a JSON array, in their order, and returns how many
    /// rows they are.
    ///
    /// Each is an object with all keys of the module's description in the order they are hashed, and `hash`. If
    /// everything is asked for, the `retired` rows are among them, and the chain can be verified from the export alone.
    ///
    /// # Errors
    /// `ExportUnwritable`, `RecordUnreadable`, `SearchTooLong`.
    pub fn export_json(&self, query: &RecordQuery, mut writer: impl Write) -> Result<u64, Failure> {
        let asked = Asked::from(query)?;
        let columns = select("", true);
        let statement = if asked.is_all() {
            format!("SELECT {columns} FROM events ORDER BY seq")
        } else {
            format!(
                "WITH wanted AS (SELECT b.seq FROM events b WHERE {})
                 SELECT {columns} FROM events WHERE coalesce(entry, seq) IN wanted ORDER BY seq",
                asked.condition()
            )
        };
        let mut written = 0;
        each(&self.reader()?, &statement, &asked, Written::from_row, |row| {
            let before: &[u8] = if written == 0 { b"[\n" } else { b",\n" };
            written += 1;
            writer
                .write_all(before)
                .map_err(|_| FailureCode::ExportUnwritable)?;
            serde_json::to_writer(&mut writer, &row).map_err(|_| FailureCode::ExportUnwritable.into())
        })?;
        let end: &[u8] = if written == 0 { b"[]\n" } else { b"\n]\n" };
        writer
            .write_all(end)
            .and_then(|()| writer.flush())
            .map_err(|_| FailureCode::ExportUnwritable)?;
        Ok(written)
    }
}

/// Reads row by row and hands each on; nothing is gathered.
fn each<T>(
    reader: &Connection,
    statement: &str,
    asked: &Asked,
    read: impl Fn(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    mut hand_on: impl FnMut(T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut statement = reader.prepare(statement).map_err(|error| unreadable(&error))?;
    let mut rows = statement
        .query(asked.values().as_slice())
        .map_err(|error| unreadable(&error))?;
    while let Some(row) = rows.next().map_err(|error| unreadable(&error))? {
        hand_on(read(row).map_err(|error| unreadable(&error))?)?;
    }
    Ok(())
}

/// The cells of an entry, as [`HEADINGS`] names them.
fn cells(entry: &RecordEntry) -> [String; HEADINGS.len()] {
    let EntryId(id) = entry.id;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let status = |state: Option<UserState>| state.map(|state| name(&state.status)).unwrap_or_default();
    let enabled = |state: Option<UserState>| state.map(|state| state.enabled.to_string()).unwrap_or_default();
    let changes: Vec<String> = entry.changes.iter().map(|change| change.written()).collect();
    [
        id.to_string(),
        instant(entry.begun_at),
        entry.completed_at.map(instant).unwrap_or_default(),
        entry.resolved_at.map(instant).unwrap_or_default(),
        entry.act.map(|act| name(&act)).unwrap_or_default(),
        name(&entry.outcome),
        entry.failure_code.map(|code| code.name()).unwrap_or_default(),
        entry.whom.clone(),
        text(&entry.contact),
        text(&entry.sub),
        entry.who.clone(),
        entry.os_user.clone(),
        text(&entry.reason),
        entry.verified_by.join("; "),
        status(entry.before),
        enabled(entry.before),
        status(entry.after),
        enabled(entry.after),
        changes.join("; "),
        text(&entry.request_id),
        entry.connection.clone(),
        entry.pool_id.clone(),
        entry.region.clone(),
        entry.version.clone(),
        entry.hash.clone(),
    ]
}

/// Keeps a spreadsheet from taking text for a formula (OWASP, "CSV Injection").
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']) {
        format!("'{cell}")
    } else {
        cell
    }
}

/// Milliseconds since 1970 as `2026-11-23T09:12:00.5Z`; the bare number where no calendar has the day.
fn instant(at: i64) -> String {
    OffsetDateTime::from_unix_timestamp_nanos(i128::from(at) * 1_000_000)
        .ok()
        .and_then(|instant| instant.format(&Rfc3339).ok())
        .unwrap_or_else(|| at.to_string())
}
