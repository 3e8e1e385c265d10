//! The record on a real disk: what it keeps, what it finds, and what it survives.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_in_result,
    clippy::unwrap_used,
    reason = "tests"
)]

mod crashes;
mod entries;
mod exports;
mod tampering;

use cognito::{FailureCode, UserStatus};
use desk::Act;
use desk::record::{EntryId, Intent, Outcome, Record, RecordEntry, RecordQuery, UserState, Verification};
use tempfile::TempDir;

/// 23 November 2026, 09:00 UTC.
const NOON: i64 = 1_795_424_400_000;
const MINUTE: i64 = 60_000;

fn open(folder: &TempDir) -> Record {
    opened(Record::open(folder.path()))
}

/// `Record` has no `Debug`, so `unwrap` can't show it.
fn opened(record: Result<Record, cognito::Failure>) -> Record {
    record.unwrap_or_else(|failure| panic!("{failure:?}"))
}

fn refusal(folder: &TempDir) -> FailureCode {
    match Record::open(folder.path()) {
        Ok(_) => panic!("opened"),
        Err(failure) => failure.code,
    }
}

fn intent(at: i64, whom: &str) -> Intent {
    Intent {
        at,
        who: "arn:aws:sts::123456789012:assumed-role/helpdesk-role/ana".to_owned(),
        os_user: "ana".to_owned(),
        connection: "Northwind customers".to_owned(),
        pool_id: "eu-central-1_Nw1ndPrct".to_owned(),
        region: "eu-central-1".to_owned(),
        whom: whom.to_owned(),
        contact: Some(format!("{whom}@example.com")),
        sub: None,
        act: Act::SendResetCode,
        reason: None,
        verified_by: Vec::new(),
        before: state(UserStatus::Confirmed),
    }
}

fn state(status: UserStatus) -> UserState {
    UserState {
        status,
        enabled: true,
    }
}

/// `count` entries, a minute apart, each done a second after it was begun.
fn fill(record: &Record, count: i64) -> Vec<EntryId> {
    (0..count)
        .map(|number| {
            let at = NOON + number * MINUTE;
            let entry = record.begin(&intent(at, &format!("user{number}"))).unwrap();
            let outcome = Outcome::done(at + 1000, Some(format!("request-{number}")));
            record
                .complete(entry, &outcome.seen(state(UserStatus::ResetRequired), Vec::new()))
                .unwrap();
            entry
        })
        .collect()
}

fn all(record: &Record) -> Vec<RecordEntry> {
    record
        .search(&RecordQuery::default(), None, 500)
        .ok()
        .unwrap()
        .entries
}

fn number(entry: EntryId) -> i64 {
    serde_json::to_value(entry).unwrap().as_i64().unwrap()
}

fn whole(record: &Record) -> Verification {
    let found = record.verify().unwrap();
    assert_eq!(found.broken_at, None);
    found
}
