//! Somebody changes the file behind the program's back. What each can do: `desk::record`, "What the chain can show".

use std::fs;
use std::path::Path;

use desk::record::Break;
use rusqlite::Connection;

use super::*;

fn sqlite(folder: &Path) -> Connection {
    Connection::open(folder.join("record.db")).unwrap()
}

/// Runs SQL with the triggers out of the way, and puts them back.
fn tamper(folder: &Path, sql: &str) {
    let connection = sqlite(folder);
    let triggers: Vec<(String, String)> = connection
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(triggers.len(), 3);
    for (name, _) in &triggers {
        connection.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    connection.execute_batch(sql).unwrap();
    for (_, sql) in &triggers {
        connection.execute_batch(sql).unwrap();
    }
}

/// A record of five entries in ten rows, tampered with: how it is broken, and at which entry.
fn broken_by(sql: &str) -> Option<(Break, Option<i64>)> {
    let folder = tempfile::tempdir().unwrap();
    let record = open(&folder);
    fill(&record, 5);
    whole(&record);
    tamper(folder.path(), sql);
    let found = record.verify().unwrap();
    found.broken_at.map(|broken| (broken.how, broken.entry))
}

#[test]
fn every_value_of_a_row_is_protected() {
    let folder = tempfile::tempdir().unwrap();
    fill(&open(&folder), 1);
    let columns: Vec<(String, String)> = sqlite(folder.path())
        .prepare(
            "SELECT name, type FROM pragma_table_info('events') WHERE name NOT IN ('seq', 'kind', 'outcome')",
        )
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(columns.len(), 23);
    for (column, kind) in columns {
        let value = if kind == "INTEGER" { "77" } else { "'77'" };
        // Row 5 begins the third entry.
        let broken = broken_by(&format!("UPDATE events SET {column} = {value} WHERE seq = 5"));
        assert_eq!(broken, Some((Break::Changed, Some(5))), "{column}");
        let nothing =
            format!("UPDATE OR IGNORE events SET {column} = NULL WHERE seq = 5 AND {column} IS NOT NULL");
        let there = [
            "who",
            "os_user",
            "connection",
            "pool_id",
            "region",
            "whom",
            "contact",
            "act",
            "status",
            "enabled",
        ];
        if there.contains(&column.as_str()) {
            assert_eq!(broken_by(&nothing), Some((Break::Changed, Some(5))), "{column}");
        }
    }
}

#[test]
fn rows_that_were_removed_inserted_or_moved_are_noticed() {
    use Break::{Changed, EndMissing, Removed};
    let cases = [
        (
            "UPDATE events SET outcome = 'refused' WHERE seq = 6",
            Changed,
            Some(5),
        ),
        (
            "UPDATE events SET kind = 'resolved' WHERE seq = 6",
            Changed,
            Some(5),
        ),
        ("DELETE FROM events WHERE seq = 5", Removed, Some(5)),
        ("DELETE FROM events WHERE seq IN (5, 6)", Removed, Some(7)),
        ("DELETE FROM events WHERE seq <= 4", Removed, Some(5)),
        ("DELETE FROM events WHERE seq = 10", EndMissing, None),
        ("DELETE FROM events WHERE seq >= 5", EndMissing, None),
        ("DELETE FROM events", EndMissing, None),
        (
            "UPDATE events SET seq = -5 WHERE seq = 5; UPDATE events SET seq = 5 WHERE seq = 7;
             UPDATE events SET seq = 7 WHERE seq = -5",
            Changed,
            Some(5),
        ),
        (
            "UPDATE events SET seq = -seq WHERE seq >= 5; UPDATE events SET seq = 1 - seq WHERE seq < 0;
             INSERT INTO events (seq, format, kind, at, version, hash)
                SELECT 5, 1, 'begun', at, version, hash FROM events WHERE seq = 6",
            Changed,
            Some(5),
        ),
        (
            "INSERT INTO events (seq, format, kind, at, version, hash)
                SELECT 11, 1, 'begun', at, version, hash FROM events WHERE seq = 10",
            Changed,
            Some(11),
        ),
        (
            "DELETE FROM events WHERE seq <= 4;
             INSERT INTO events (seq, format, kind, at, version, through, through_hash, hash)
                SELECT 11, 1, 'retired', at, version, 4, '', hash FROM events WHERE seq = 10",
            Changed,
            Some(5),
        ),
    ];
    for (sql, how, entry) in cases {
        assert_eq!(broken_by(sql), Some((how, entry)), "{sql}");
    }
}

#[test]
fn the_file_itself_refuses_changes() {
    let folder = tempfile::tempdir().unwrap();
    let record = open(&folder);
    fill(&record, 2);
    let connection = sqlite(folder.path());
    for sql in [
        "UPDATE events SET reason = 'x' WHERE seq = 1",
        "UPDATE events SET hash = hash",
        "DELETE FROM events WHERE seq = 4",
        "DELETE FROM events",
        "INSERT OR REPLACE INTO events SELECT * FROM events WHERE seq = 2",
        "INSERT INTO events (seq, format, kind, at, version, hash) VALUES (0, 1, 'begun', 0, '', '')",
    ] {
        let refused = connection.execute(sql, []).unwrap_err();
        assert!(refused.to_string().contains("append-only"), "{sql}: {refused}");
    }
    whole(&record);
}

#[test]
fn a_trigger_that_is_gone_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let record = open(&folder);
    fill(&record, 1);
    sqlite(folder.path())
        .execute_batch("DROP TRIGGER events_are_not_changed")
        .unwrap();
    assert_eq!(
        record.verify().unwrap().broken_at.unwrap().how,
        Break::RulesChanged
    );
}

#[test]
fn writing_on_does_not_cover_up_a_cut_end() {
    let folder = tempfile::tempdir().unwrap();
    let record = open(&folder);
    fill(&record, 5);
    tamper(folder.path(), "DELETE FROM events WHERE seq >= 9");
    fill(&record, 3);
    drop(record);
    let record = open(&folder);
    fill(&record, 1);
    let broken = record.verify().unwrap().broken_at.unwrap();
    assert_eq!(broken.how, Break::EndMissing);
    assert_eq!(all(&record).len(), 8, "the desk works on all the same");
}

#[test]
fn an_older_copy_or_another_record_in_its_place_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let copy = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    fill(&open(&folder), 2);
    fs::copy(file("record.db"), copy.path().join("record.db")).unwrap();
    fill(&open(&folder), 2);
    fs::copy(copy.path().join("record.db"), file("record.db")).unwrap();
    assert_eq!(
        open(&folder).verify().unwrap().broken_at.unwrap().how,
        Break::EndMissing
    );

    // One made anew, with as many rows and hashes that fit each other.
    let other = tempfile::tempdir().unwrap();
    let record = open(&other);
    for number in 0..4 {
        let id = record.begin(&intent(NOON + number, "somebody else")).unwrap();
        record.complete(id, &Outcome::done(NOON, None)).unwrap();
    }
    whole(&record);
    drop(record);
    fs::copy(other.path().join("record.db"), file("record.db")).unwrap();
    assert_eq!(
        open(&folder).verify().unwrap().broken_at.unwrap().how,
        Break::EndMissing
    );
}

#[test]
fn without_a_head_the_end_can_not_be_told() {
    let folder = tempfile::tempdir().unwrap();
    let record = open(&folder);
    fill(&record, 2);
    for (content, name) in [
        (None, "gone"),
        (Some("readmit-record-head-1\nfour abc\n"), "unreadable"),
    ] {
        match content {
            None => fs::remove_file(folder.path().join("record.head")).unwrap(),
            Some(content) => fs::write(folder.path().join("record.head"), content).unwrap(),
        }
        assert_eq!(
            record.verify().unwrap().broken_at.unwrap().how,
            Break::HeadMissing,
            "{name}"
        );
        fill(&record, 1);
        assert_eq!(
            record.verify().unwrap().broken_at.unwrap().how,
            Break::HeadMissing,
            "{name}, written on"
        );
    }
}

#[test]
fn what_is_no_record_is_refused_and_left_as_it_is() {
    use FailureCode::{RecordNewer, RecordUnreadable};
    let foreign = |sql: &str| {
        let folder = tempfile::tempdir().unwrap();
        sqlite(folder.path()).execute_batch(sql).unwrap();
        fs::read(folder.path().join("record.db")).unwrap()
    };
    let folder = tempfile::tempdir().unwrap();
    fill(&open(&folder), 1);
    sqlite(folder.path())
        .pragma_update(None, "user_version", 99)
        .unwrap();
    let newer = fs::read(folder.path().join("record.db")).unwrap();
    let cases = [
        (
            b"not a database, by no means, but long enough to look at".repeat(200),
            RecordUnreadable,
        ),
        (foreign("CREATE TABLE cookies (name TEXT)"), RecordUnreadable),
        (
            foreign("CREATE TABLE t (a); PRAGMA application_id = 252006674"),
            RecordUnreadable,
        ),
        (newer, RecordNewer),
    ];
    for (number, (bytes, code)) in cases.into_iter().enumerate() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("record.db");
        fs::write(&path, &bytes).unwrap();
        assert_eq!(refusal(&folder), code, "case {number}");
        assert!(fs::read(&path).unwrap() == bytes, "case {number} was changed");
    }
}

#[test]
fn damage_is_said_and_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("record.db");
    fill(&open(&folder), 100);
    let sound = fs::read(&path).unwrap();
    assert!(sound.len() > 40_000);

    // A hole in the middle.
    let mut holed = sound.clone();
    holed[12_288..20_480].fill(0);
    fs::write(&path, &holed).unwrap();
    let record = open(&folder);
    assert_eq!(record.verify().unwrap().broken_at.unwrap().how, Break::Damaged);
    drop(record);
    assert!(fs::read(&path).unwrap() == holed);

    // The second half missing.
    fs::write(&path, &sound[..sound.len() / 2]).unwrap();
    match Record::open(folder.path()) {
        Ok(record) => assert_eq!(record.verify().unwrap().broken_at.unwrap().how, Break::Damaged),
        Err(failure) => assert_eq!(failure.code, FailureCode::RecordUnreadable),
    }
    assert!(fs::read(&path).unwrap() == sound[..sound.len() / 2]);

    // Empty, or gone: what the head says was there is not to be begun anew.
    fs::write(&path, b"").unwrap();
    assert_eq!(refusal(&folder), FailureCode::RecordUnreadable);
    fs::remove_file(&path).unwrap();
    assert_eq!(refusal(&folder), FailureCode::RecordUnreadable);
    assert!(!path.exists());

    // Put back, it is as it was.
    fs::write(&path, &sound).unwrap();
    assert_eq!(whole(&open(&folder)).entries, 100);
}
