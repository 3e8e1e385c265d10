//! What is written, and how it is found.

use cognito::{Failure, FailureCode, Retry, SecondFactor, UserStatus};
use desk::Act;
use desk::diagnosis::ContactKind;
use desk::record::{Change, Outcome, RecordOutcome, RecordQuery};
use serde_json::json;

use super::*;

fn by_text(text: &str) -> RecordQuery {
    RecordQuery {
        text: text.to_owned(),
        ..RecordQuery::default()
    }
}

fn found(record: &Record, query: &RecordQuery) -> Vec<String> {
    let page = record.search(query, None, 500).ok().unwrap();
    assert!(page.next.is_none());
    page.entries.into_iter().map(|entry| entry.whom).collect()
}

#[test]
fn an_entry_is_there_before_its_act_and_whole_after() {
    let folder = tempfile::tempdir().unwrap();
    let record = open(&folder);
    let mut intent = intent(NOON, "8f1c-e2");
    intent.sub = Some("8f1c-e2".to_owned());
    intent.reason = Some("HD-4711".to_owned());
    intent.verified_by = vec!["Called back".to_owned(), "Knows\nthe start date".to_owned()];
    intent.act = Act::MarkEmailVerified;
    let id = record.begin(&intent).unwrap();

    let begun = record.entry(id).ok().unwrap().unwrap();
    assert_eq!(begun.outcome, RecordOutcome::Unknown);
    assert!(begun.completed_at.is_none() && begun.after.is_none() && begun.failure_code.is_none());

    let changes = vec![
        Change::Verified {
            contact: ContactKind::Email,
            to: true,
        },
        Change::Factor {
            factor: SecondFactor::Sms,
            to: false,
        },
    ];
    let outcome = Outcome::done(NOON + 800, Some("5b1f".to_owned()));
    record
        .complete(id, &outcome.seen(state(UserStatus::Confirmed), changes))
        .unwrap();

    let mut entry = serde_json::to_value(record.entry(id).ok().unwrap().unwrap()).unwrap();
    assert_eq!(entry["hash"].as_str().unwrap().len(), 64);
    assert_eq!(entry["version"].as_str().unwrap().split('.').count(), 3);
    for key in ["hash", "version"] {
        entry.as_object_mut().unwrap().remove(key);
    }
    let expected = json!({
        "id": 1, "begunAt": NOON, "completedAt": NOON + 800, "resolvedAt": null,
        "who": "arn:aws:sts::123456789012:assumed-role/helpdesk-role/ana", "osUser": "ana",
        "whom": "8f1c-e2", "contact": "8f1c-e2@example.com", "sub": "8f1c-e2",
        "act": "mark-email-verified", "reason": "HD-4711",
        "verifiedBy": ["Called back", "Knows the start date"],
        "outcome": "done", "failureCode": null, "requestId": "5b1f",
        "before": {"status": "confirmed", "enabled": true}, "after": {"status": "confirmed", "enabled": true},
        "changes": [{"kind": "verified", "contact": "email", "to": true}, {"kind": "factor", "factor": "sms", "to": false}],
        "connection": "Northwind customers", "poolId": "eu-central-1_Nw1ndPrct", "region": "eu-central-1",
    });
    assert_eq!(entry, expected);
}

#[test]
fn an_unknown_outcome_is_resolved_by_reading_later_and_only_once() {
    let folder = tempfile::tempdir().unwrap();
    let record = open(&folder);
    let lost = Failure {
        request_id: Some("lost-1".to_owned()),
        ..Failure::new(FailureCode::AnswerLost).retry(Retry::UnknownOutcome)
    };
    let id = record.begin(&intent(NOON, "jane")).unwrap();
    record.complete(id, &Outcome::failed(NOON + 1, &lost)).unwrap();
    let entry = record.entry(id).ok().unwrap().unwrap();
    assert_eq!(
        (entry.outcome, entry.failure_code),
        (RecordOutcome::Unknown, Some(FailureCode::AnswerLost))
    );

    assert!(
        record.resolve(id, &Outcome::failed(NOON + 2, &lost)).is_err(),
        "still unknown"
    );
    let known = Outcome::done(NOON + 3, None).seen(state(UserStatus::ResetRequired), Vec::new());
    record.resolve(id, &known).unwrap();
    let entry = record.entry(id).ok().unwrap().unwrap();
    assert_eq!((entry.outcome, entry.failure_code), (RecordOutcome::Done, None));
    assert_eq!(entry.request_id.as_deref(), Some("lost-1"));
    assert_eq!(
        (entry.completed_at, entry.resolved_at),
        (Some(NOON + 1), Some(NOON + 3))
    );
    assert_eq!(entry.after, Some(state(UserStatus::ResetRequired)));
    for again in [record.resolve(id, &known), record.complete(id, &known)] {
        assert_eq!(again.unwrap_err().code, FailureCode::RecordUnwritable);
    }

    // One that a crash left open needs no completing first.
    let open = record.begin(&intent(NOON + 4, "john")).unwrap();
    record.resolve(open, &known).unwrap();
    assert_eq!(
        record.entry(open).ok().unwrap().unwrap().outcome,
        RecordOutcome::Done
    );
    // And what is known needs no resolving.
    let done = fill(&record, 1)[0];
    assert!(record.resolve(done, &known).is_err());
    assert_eq!(whole(&record).entries, 3);
}

#[test]
fn what_is_not_there_is_not_completed() {
    let folder = tempfile::tempdir().unwrap();
    let record = open(&folder);
    let id = fill(&record, 1)[0];
    // Row 2 completes row 1: it is no entry.
    let no_entry = serde_json::from_value(json!(number(id) + 1)).unwrap();
    let refused = record.complete(no_entry, &Outcome::done(NOON, None)).unwrap_err();
    assert_eq!(refused.code, FailureCode::RecordUnwritable);
    assert!(record.entry(no_entry).ok().unwrap().is_none());
    whole(&record);
}

#[test]
fn a_reason_that_is_too_long_is_refused_and_nothing_written() {
    let folder = tempfile::tempdir().unwrap();
    let record = open(&folder);
    let mut intent = intent(NOON, "jane");
    intent.reason = Some("ü".repeat(501));
    assert_eq!(
        record.begin(&intent).unwrap_err().code,
        FailureCode::ReasonTooLong
    );
    assert!(all(&record).is_empty());
    intent.reason = Some("ü".repeat(500));
    record.begin(&intent).unwrap();
}

#[test]
fn any_part_of_who_whom_why_and_the_request_is_found_whatever_its_capitals() {
    let folder = tempfile::tempdir().unwrap();
    let record = open(&folder);
    let reasons = [
        ("ann", "100% sure_thing"),
        ("bob", r"C:\temp\new"),
        ("cia", "it's \"quoted\""),
        ("dörte", "STRASSE Ärger"),
        ("eve", "nothing of note"),
    ];
    for (number, (whom, reason)) in reasons.into_iter().enumerate() {
        let mut intent = intent(NOON, whom);
        intent.reason = Some(reason.to_owned());
        intent.sub = Some(format!("SUB-{number}"));
        let id = record.begin(&intent).unwrap();
        record
            .complete(id, &Outcome::done(NOON, Some(format!("Req-{number}"))))
            .unwrap();
    }
    let cases: &[(&str, &[&str])] = &[
        ("%", &["ann"]),
        ("e_t", &["ann"]),
        ("100% SURE", &["ann"]),
        (r"\TEMP\", &["bob"]),
        ("'s \"q", &["cia"]),
        ("';--", &[]),
        ("DÖRTE", &["dörte"]),
        ("do\u{308}rte", &["dörte"]),
        ("ärger", &["dörte"]),
        ("strasse", &["dörte"]),
        ("REQ-3", &["dörte"]),
        ("sub-4", &["eve"]),
        ("bob@EXAMPLE", &["bob"]),
        ("HELPDESK-role", &["eve", "dörte", "cia", "bob", "ann"]),
        ("  note  ", &["eve"]),
        ("\0", &[]),
        ("", &["eve", "dörte", "cia", "bob", "ann"]),
    ];
    for (text, expected) in cases {
        assert_eq!(found(&record, &by_text(text)), *expected, "{text}");
    }
    let too_long = record
        .search(&by_text(&"x".repeat(10_000)), None, 50)
        .err()
        .unwrap();
    assert_eq!(too_long.code, FailureCode::SearchTooLong);
}

#[test]
fn filters_narrow_and_work_together() {
    let folder = tempfile::tempdir().unwrap();
    let record = open(&folder);
    let endings = [
        Some(Outcome::done(NOON, None)),
        Some(Outcome::failed(NOON, &FailureCode::AccessDenied.into())),
        Some(Outcome::failed(
            NOON,
            &Failure::new(FailureCode::TimedOut).retry(Retry::UnknownOutcome),
        )),
        None,
    ];
    for (number, ending) in endings.iter().enumerate() {
        let mut intent = intent(
            NOON + MINUTE * i64::try_from(number).unwrap(),
            &format!("user{number}"),
        );
        intent.act = if number % 2 == 0 {
            Act::SwitchOn
        } else {
            Act::SendResetCode
        };
        if number == 3 {
            intent.pool_id = "eu-west-1_other".to_owned();
        }
        let id = record.begin(&intent).unwrap();
        if let Some(outcome) = ending {
            record.complete(id, outcome).unwrap();
        }
    }
    let ask = RecordQuery::default;
    let cases = [
        (
            RecordQuery {
                outcome: Some(RecordOutcome::Done),
                ..ask()
            },
            vec!["user0"],
        ),
        (
            RecordQuery {
                outcome: Some(RecordOutcome::Refused),
                ..ask()
            },
            vec!["user1"],
        ),
        (
            RecordQuery {
                outcome: Some(RecordOutcome::Unknown),
                ..ask()
            },
            vec!["user3", "user2"],
        ),
        (
            RecordQuery {
                act: Some(Act::SwitchOn),
                ..ask()
            },
            vec!["user2", "user0"],
        ),
        (
            RecordQuery {
                from: Some(NOON + MINUTE),
                to: Some(NOON + 3 * MINUTE),
                ..ask()
            },
            vec!["user2", "user1"],
        ),
        (
            RecordQuery {
                whom: Some("user1".to_owned()),
                ..ask()
            },
            vec!["user1"],
        ),
        (
            RecordQuery {
                whom: Some("USER1".to_owned()),
                ..ask()
            },
            vec![],
        ),
        (
            RecordQuery {
                pool_id: Some("eu-west-1_other".to_owned()),
                ..ask()
            },
            vec!["user3"],
        ),
        (
            RecordQuery {
                act: Some(Act::SwitchOn),
                outcome: Some(RecordOutcome::Unknown),
                ..by_text("USER")
            },
            vec!["user2"],
        ),
    ];
    for (number, (query, expected)) in cases.iter().enumerate() {
        assert_eq!(found(&record, query), *expected, "case {number}");
    }
}

#[test]
fn pages_neither_repeat_nor_skip_while_others_write() {
    let folder = tempfile::tempdir().unwrap();
    let record = open(&folder);
    fill(&record, 7);
    let query = by_text("user");
    let mut seen = Vec::new();
    let mut after = None;
    loop {
        let page = record.search(&query, after, 3).ok().unwrap();
        assert!(page.entries.len() <= 3);
        seen.extend(page.entries.into_iter().map(|entry| entry.whom));
        record.begin(&intent(NOON, "user-of-somebody-else")).unwrap();
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(
        seen,
        ["user6", "user5", "user4", "user3", "user2", "user1", "user0"]
    );
}

#[test]
fn what_the_page_asks_is_read_and_what_it_can_not_ask_is_refused() {
    let query: RecordQuery =
        serde_json::from_value(json!({"text": "jane", "act": "switch-off", "outcome": null})).unwrap();
    assert!(query.text == "jane" && query.act == Some(Act::SwitchOff) && query.outcome.is_none());
    assert!(serde_json::from_value::<RecordQuery>(json!({"where": "1=1"})).is_err());
}
