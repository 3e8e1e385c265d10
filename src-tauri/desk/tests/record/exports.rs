//! What leaves the program, judged by programs that are not ours.

use std::process::Command;

use cognito::{Failure, FailureCode};
use desk::record::{Outcome, RecordOutcome, RecordQuery};
use serde_json::Value;

use super::*;

/// Runs the verifier in Python: what it printed, or what it found.
fn by_python(export: &[u8], noted: Option<&str>) -> Result<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("record.json");
    std::fs::write(&file, export).unwrap();
    let answer = Command::new("python3")
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/record_verify.py"))
        .arg(file)
        .args(noted)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().trim().to_owned();
    match answer.status.code() {
        Some(0) => Ok(text(answer.stdout)),
        _ => Err(text(answer.stderr)),
    }
}

fn json(record: &Record, query: &RecordQuery) -> Vec<u8> {
    let mut export = Vec::new();
    record.export_json(query, &mut export).unwrap();
    export
}

fn varied(folder: &TempDir) -> Record {
    let record = open(folder);
    fill(&record, 3);
    let mut odd = intent(NOON, "dörte \"the\" \\ \u{1f600}");
    odd.reason = Some("=HYPERLINK(\"http://example.com\")".to_owned());
    odd.verified_by = vec!["Called back".to_owned(), "Badge".to_owned()];
    odd.contact = Some("+49 151 2345".to_owned());
    let id = record.begin(&odd).unwrap();
    record
        .complete(id, &Outcome::failed(NOON, &Failure::new(FailureCode::Busy)))
        .unwrap();
    let open = record.begin(&intent(NOON, "open")).unwrap();
    record.resolve(open, &Outcome::done(NOON, None)).unwrap();
    record.begin(&intent(-1, "before 1970")).unwrap();
    record
}

#[test]
fn an_outsider_verifies_the_json_export_and_sees_each_change() {
    let folder = tempfile::tempdir().unwrap();
    let record = varied(&folder);
    let end = whole(&record).end_hash;
    let export = json(&record, &RecordQuery::default());
    assert_eq!(by_python(&export, Some(&end)), Ok(format!("11 {end}")));

    let rows: Vec<Value> = serde_json::from_slice(&export).unwrap();
    let keys: Vec<String> = rows[0].as_object().unwrap().keys().cloned().collect();
    // The value of each key changed, in the middle of the record.
    for key in &keys {
        let mut changed = rows.clone();
        let value = &mut changed[6][key];
        *value = match value.clone() {
            Value::Number(number) => Value::from(number.as_i64().unwrap() + 1),
            Value::String(text) => Value::from(text + "0"),
            Value::Array(items) => Value::from(items[..1].to_vec()),
            _ => Value::from(7),
        };
        let text = in_order(&rows, &changed);
        assert!(
            by_python(text.as_bytes(), None).unwrap_err().contains("broken"),
            "{key}"
        );
    }
    type Change = fn(&mut Vec<Value>);
    let shapes: [(&str, Change); 4] = [
        ("removed", |rows| drop(rows.remove(4))),
        ("swapped", |rows| rows.swap(4, 5)),
        ("inserted", |rows| rows.insert(4, rows[3].clone())),
        ("first removed", |rows| drop(rows.remove(0))),
    ];
    for (name, change) in shapes {
        let mut changed = rows.clone();
        change(&mut changed);
        let text = in_order(&rows, &changed);
        assert!(by_python(text.as_bytes(), None).is_err(), "{name}");
    }
    let mut cut = rows.clone();
    cut.truncate(9);
    let text = in_order(&rows, &cut);
    assert!(
        by_python(text.as_bytes(), None).is_ok(),
        "a shorter chain is a chain …"
    );
    assert!(
        by_python(text.as_bytes(), Some(&end)).is_err(),
        "… but not the one whose end was noted down"
    );
}

/// `changed` as JSON with the keys of each row in the export's order, which `serde_json::Value` may forget.
fn in_order(rows: &[Value], changed: &[Value]) -> String {
    assert!(!rows.is_empty());
    let keys = "format seq kind entry at version who osUser connection poolId region whom contact sub act reason \
                verifiedBy status enabled outcome failure requestId changes through throughHash hash";
    let rows: Vec<String> = changed
        .iter()
        .map(|row| {
            let cells: Vec<String> = keys
                .split_ascii_whitespace()
                .map(|key| format!("\"{key}\": {}", row[key]))
                .collect();
            format!("{{{}}}", cells.join(", "))
        })
        .collect();
    format!("[{}]", rows.join(",\n"))
}

#[test]
fn after_retention_the_rest_still_verifies() {
    let folder = tempfile::tempdir().unwrap();
    let record = open(&folder);
    fill(&record, 6);
    let noted = whole(&record).end_hash;
    assert_eq!(
        record
            .retire_before(NOON + 3 * MINUTE, NOON + 60 * MINUTE)
            .unwrap(),
        3
    );
    let found = whole(&record);
    assert_eq!((found.entries, found.first_at), (3, Some(NOON + 3 * MINUTE)));
    assert_eq!(found.retired_at, Some(NOON + 60 * MINUTE));
    let export = json(&record, &RecordQuery::default());
    assert_eq!(
        by_python(&export, Some(&noted)),
        Ok(format!("7 {}", found.end_hash))
    );

    // What went is gone from the files, too, and a second time round the anchor itself may go.
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        assert!(!bytes.windows(17).any(|part| part == b"user1@example.com"));
    }
    assert_eq!(
        record
            .retire_before(NOON + 3 * MINUTE, NOON + 61 * MINUTE)
            .unwrap(),
        0
    );
    fill(&record, 1);
    assert_eq!(
        record
            .retire_before(NOON + 90 * MINUTE, NOON + 99 * MINUTE)
            .unwrap(),
        4
    );
    assert_eq!(whole(&record).entries, 0);
    let export = json(&record, &RecordQuery::default());
    assert!(by_python(&export, None).unwrap().starts_with("1 "));
    drop(record);
    let record = open(&folder);
    let ids = fill(&record, 2);
    assert!(number(ids[0]) > 14, "an id is never given twice");
    whole(&record);
}

#[test]
fn a_wrong_clock_does_not_keep_old_entries_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    let record = open(&folder);
    record.begin(&intent(4_102_444_800_000, "from 2100")).unwrap();
    fill(&record, 2);
    assert_eq!(record.retire_before(NOON + MINUTE, NOON + 2 * MINUTE).unwrap(), 2);
    assert_eq!(all(&record).len(), 1);
    whole(&record);
}

#[test]
fn the_table_opens_in_a_spreadsheet_and_starts_no_formula() {
    let folder = tempfile::tempdir().unwrap();
    let record = varied(&folder);
    let mut export = Vec::new();
    assert_eq!(
        record.export_csv(&RecordQuery::default(), &mut export).unwrap(),
        6
    );
    let text = String::from_utf8(export).unwrap();
    let text = text.strip_prefix('\u{feff}').unwrap();
    assert_eq!(text.matches("\r\n").count(), 7);
    let mut table = csv::Reader::from_reader(text.as_bytes());
    let headings = table.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    let cell = |row: usize, heading: &str| {
        let column = headings.iter().position(|name| name == heading).unwrap();
        rows[row][column].to_owned()
    };
    assert_eq!(cell(0, "begunAt"), "2026-11-23T09:00:00Z");
    assert_eq!(cell(0, "requestId"), "request-0");
    assert_eq!(cell(0, "statusAfter"), "reset-required");
    assert_eq!(cell(3, "whom"), "dörte \"the\" \\ \u{1f600}");
    assert_eq!(cell(3, "reason"), "'=HYPERLINK(\"http://example.com\")");
    assert_eq!(cell(3, "contact"), "'+49 151 2345");
    assert_eq!(cell(3, "verifiedBy"), "Called back; Badge");
    assert_eq!(
        (cell(3, "outcome"), cell(3, "failureCode")),
        ("refused".into(), "busy".into())
    );
    assert_eq!(
        (cell(4, "outcome"), cell(4, "completedAt")),
        ("done".into(), String::new())
    );
    assert_eq!(cell(5, "begunAt"), "1969-12-31T23:59:59.999Z");
    for row in &rows {
        assert!(
            row.iter()
                .all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t']))
        );
    }
}

#[test]
fn an_export_can_be_of_what_was_searched() {
    let folder = tempfile::tempdir().unwrap();
    let record = varied(&folder);
    let query = RecordQuery {
        outcome: Some(RecordOutcome::Refused),
        ..RecordQuery::default()
    };
    let mut table = Vec::new();
    assert_eq!(record.export_csv(&query, &mut table).unwrap(), 1);
    let rows: Vec<Value> = serde_json::from_slice(&json(&record, &query)).unwrap();
    let kinds: Vec<&str> = rows.iter().filter_map(|row| row["kind"].as_str()).collect();
    assert_eq!(kinds, ["begun", "completed"]);
    assert_eq!(rows[0]["verifiedBy"], serde_json::json!(["Called back", "Badge"]));
    let nothing = RecordQuery {
        text: "nobody at all".to_owned(),
        ..RecordQuery::default()
    };
    assert_eq!(json(&record, &nothing), b"[]\n");
}

#[test]
fn a_file_that_can_not_be_written_is_said() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let record = varied(&folder);
    let query = RecordQuery::default();
    for failed in [record.export_csv(&query, Full), record.export_json(&query, Full)] {
        assert_eq!(failed.unwrap_err().code, FailureCode::ExportUnwritable);
    }
}
