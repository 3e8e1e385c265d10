//! What needs a hand inside: a disk that is full, and a hundred thousand entries without waiting for each.

use std::time::{Duration, Instant};

use cognito::UserStatus;
use tempfile::TempDir;

use super::account::name;
use super::append::{append, ended};
use super::event::{Column, Event, Kind};
use super::*;
use crate::act::Act;

fn open(folder: &TempDir) -> Record {
    Record::open(folder.path()).unwrap_or_else(|failure| panic!("{failure:?}"))
}

fn intent(whom: &str, reason: String) -> Intent {
    Intent {
        at: 1_795_424_400_000,
        who: "arn:aws:iam::123456789012:user/ana".to_owned(),
        os_user: "ana".to_owned(),
        connection: "Northwind".to_owned(),
        pool_id: "eu-central-1_Nw1ndPrct".to_owned(),
        region: "eu-central-1".to_owned(),
        whom: whom.to_owned(),
        contact: None,
        sub: None,
        act: Act::SwitchOn,
        reason: Some(reason),
        verified_by: Vec::new(),
        before: UserState {
            status: UserStatus::Confirmed,
            enabled: false,
        },
    }
}

#[test]
fn on_a_full_disk_nothing_is_begun_and_nothing_lost() {
    let folder = tempfile::tempdir().unwrap();
    let record = open(&folder);
    let limit = |pages: i64| {
        let writer = record.0.writer.lock().unwrap();
        writer
            .pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))
            .unwrap();
    };
    let first = record.begin(&intent("first", "room".to_owned())).unwrap();
    limit(1);
    let mut begun = 1;
    let failure = loop {
        match record.begin(&intent("more", "x".repeat(500))) {
            Ok(_) => begun += 1,
            Err(failure) => break failure,
        }
        assert!(begun < 100);
    };
    assert_eq!(failure.code, FailureCode::RecordUnwritable);
    assert_eq!(failure.detail.as_deref(), Some("SQLite 13"));
    assert_eq!(record.verify().unwrap().entries, begun);
    assert_eq!(record.verify().unwrap().broken_at, None);

    limit(1_000_000);
    record.complete(first, &Outcome::done(1, None)).unwrap();
    record.begin(&intent("after", "room again".to_owned())).unwrap();
    assert_eq!(record.verify().unwrap().entries, begun + 1);
    assert_eq!(record.verify().unwrap().broken_at, None);
}

#[test]
fn a_file_that_another_program_holds_is_worth_another_try() {
    let folder = tempfile::tempdir().unwrap();
    let record = open(&folder);
    let other = Connection::open(folder.path().join("record.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    record
        .0
        .writer
        .lock()
        .unwrap()
        .busy_timeout(Duration::from_millis(10))
        .unwrap();
    let failure = record.begin(&intent("jane", String::new())).unwrap_err();
    assert_eq!(
        (failure.code, failure.retry),
        (FailureCode::RecordUnwritable, Retry::Now)
    );
    other.execute_batch("ROLLBACK").unwrap();
    record.begin(&intent("jane", String::new())).unwrap();
}

/// `count` entries in one transaction.
fn fill(record: &Record, count: usize) {
    let filled = record.write(|transaction| {
        for number in 0..count {
            let at = 1_795_424_400_000 + i64::try_from(number).unwrap_or(0);
            let whom = format!("{number:08x}-0000-4000-8000-{number:012x}");
            let event = Event::new(Kind::Begun, at)
                .text(
                    Column::Who,
                    Some("arn:aws:sts::123456789012:assumed-role/helpdesk-role/ana"),
                )
                .text(Column::OsUser, Some("ana"))
                .text(Column::Connection, Some("Northwind customers"))
                .text(Column::PoolId, Some("eu-central-1_Nw1ndPrct"))
                .text(Column::Region, Some("eu-central-1"))
                .text(Column::Whom, Some(&whom))
                .text(
                    Column::Contact,
                    Some(&format!("customer.number{number}@example.com")),
                )
                .text(Column::Sub, Some(&whom))
                .text(Column::Act, Some(&name(&Act::SendResetCode)))
                .text(
                    Column::Reason,
                    Some(&format!("HD-{number} locked out since this morning")),
                )
                .text(Column::Status, Some("confirmed"))
                .number(Column::Enabled, 1);
            let entry = EntryId(append(transaction, event)?);
            let outcome = Outcome::done(at + 1, Some(format!("{number:08x}-1111-4111-8111-{number:012x}")));
            append(transaction, ended(Kind::Completed, entry, &outcome))?;
        }
        Ok(())
    });
    filled.unwrap();
}

/// The longest that a search may take, optimised.
const PATIENCE: Duration = Duration::from_millis(300);

#[cfg_attr(debug_assertions, ignore = "about speed: run it with --release")]
#[test]
fn a_hundred_thousand_entries_are_searched_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let record = open(&folder);
    fill(&record, 100_000);
    let ask = |text: &str| RecordQuery {
        text: text.to_owned(),
        ..RecordQuery::default()
    };
    let of_one = RecordQuery {
        whom: Some(format!("{:08x}-0000-4000-8000-{:012x}", 7, 7)),
        ..RecordQuery::default()
    };
    let refused = RecordQuery {
        outcome: Some(RecordOutcome::Refused),
        ..RecordQuery::default()
    };
    // The worst: nothing, or only the oldest. The usual: a full page at once.
    let cases = [
        ("nothing", ask("nobody at all"), 0),
        ("the oldest", ask("NUMBER7@"), 1),
        ("its request", ask("00000007-1111"), 1),
        ("a page", ask("locked"), 50),
        ("an outcome", refused, 0),
        ("of one user", of_one, 1),
    ];
    for (what, query, count) in cases {
        let mut times: Vec<Duration> = (0..5)
            .map(|_| {
                let begun = Instant::now();
                let page = record.search(&query, None, 50).ok().unwrap();
                assert_eq!(page.entries.len(), count, "{what}");
                begun.elapsed()
            })
            .collect();
        times.sort();
        assert!(times[2] < PATIENCE, "{what}: {times:?}");
    }
    assert_eq!(record.verify().unwrap().broken_at, None);
    let begun = Instant::now();
    assert_eq!(
        record
            .retire_before(1_795_424_490_000, 1_795_424_600_000)
            .unwrap(),
        90_000
    );
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    let found = record.verify().unwrap();
    assert_eq!((found.entries, found.broken_at), (10_000, None));
}
