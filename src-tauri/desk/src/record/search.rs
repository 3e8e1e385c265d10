//! Reading: entries, newest first, by what stands in them.

use std::borrow::Cow;

use cognito::{Failure, FailureCode, UserStatus};
use rusqlite::functions::FunctionFlags;
use rusqlite::types::{ToSql, ValueRef};
use rusqlite::{Connection, Row};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::account::{Change, EntryId, UserState, named};
use super::event::select;
use super::{Record, unreadable};
use crate::act::Act;

/// Longest search, in characters.
const SEARCH_MAX: usize = 256;
/// Most entries of a page.
const PAGE_MAX: u32 = 500;

/// How an act ended, as far as is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum RecordOutcome {
    /// The service did it.
    Done,
    /// It was not done.
    Refused,
    /// It may or may not have been done; also as long as it isn't completed.
    Unknown,
}

/// Which entries are wanted. What is left out is not asked for.
#[derive(Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export, optional_fields))]
pub struct RecordQuery {
    /// A part of the user name, contact, `sub`, caller's ARN, account on the computer, reason or request id.
    /// Capitals don't matter. At most 256 characters.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub text: String,
    /// The act.
    pub act: Option<Act>,
    /// The outcome.
    pub outcome: Option<RecordOutcome>,
    /// Begun at this time or later, in milliseconds since 1970.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub from: Option<i64>,
    /// Begun before this time, in milliseconds since 1970.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub to: Option<i64>,
    /// Exactly this canonical user name.
    pub whom: Option<String>,
    /// The user pool's id.
    pub pool_id: Option<String>,
}

/// One act, as the record has it.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct RecordEntry {
    /// Which entry.
    pub id: EntryId,
    /// When it was written, before the act was sent, in milliseconds since 1970.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub begun_at: i64,
    /// When it was completed; `None` if it never was.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub completed_at: Option<i64>,
    /// When reading later told what had become of it.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub resolved_at: Option<i64>,
    /// The caller's ARN.
    pub who: String,
    /// The account on the computer.
    pub os_user: String,
    /// The canonical user name.
    pub whom: String,
    /// The email address or phone number that the desk showed.
    pub contact: Option<String>,
    /// The user's unchanging id.
    pub sub: Option<String>,
    /// The act; `None` for one that only a newer Readmit knows.
    pub act: Option<Act>,
    /// The reason or ticket.
    pub reason: Option<String>,
    /// The items of the checklist that were ticked.
    pub verified_by: Vec<String>,
    /// How it ended.
    pub outcome: RecordOutcome,
    /// Why it was refused, or why it isn't known.
    pub failure_code: Option<FailureCode>,
    /// The service's id of the request.
    pub request_id: Option<String>,
    /// How the user stood before.
    pub before: Option<UserState>,
    /// How the user stood after, where that was read.
    pub after: Option<UserState>,
    /// What changed.
    pub changes: Vec<Change>,
    /// The connection's name.
    pub connection: String,
    /// The user pool's id.
    pub pool_id: String,
    /// Its Region.
    pub region: String,
    /// The Readmit that wrote it.
    pub version: String,
    /// The hash of the row that began it.
    pub hash: String,
}

/// A page of entries, newest first.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct RecordPage {
    /// The entries.
    pub entries: Vec<RecordEntry>,
    /// What to hand in as `after` for the next page; `None`: there is none.
    pub next: Option<EntryId>,
}

impl Record {
    /// Up to `size` entries (at most 500) that `query` asks for, newest first, those after `after` if it is given.
    ///
    /// # Errors
    /// `SearchTooLong`, `RecordUnreadable`.
    pub fn search(
        &self,
        query: &RecordQuery,
        after: Option<EntryId>,
        size: u32,
    ) -> Result<RecordPage, Failure> {
        let size = size.clamp(1, PAGE_MAX);
        let mut asked = Asked::from(query)?;
        if let Some(EntryId(after)) = after {
            asked.only("b.seq < :after", ":after", after);
        }
        let limit = i64::from(size) + 1;
        asked.values.push((":limit", Box::new(limit)));
        let statement = format!("{} ORDER BY b.seq DESC LIMIT :limit", asked.entries());
        let reader = self.reader()?;
        let read = || -> rusqlite::Result<Vec<RecordEntry>> {
            reader
                .prepare(&statement)?
                .query_map(asked.values().as_slice(), entry)?
                .collect()
        };
        let mut entries = read().map_err(|error| unreadable(&error))?;
        let more = entries.len() > usize::try_from(size).unwrap_or(usize::MAX);
        if more {
            entries.pop();
        }
        let next = entries.last().map(|entry| entry.id).filter(|_| more);
        Ok(RecordPage { entries, next })
    }

    /// One entry; `None` if there is no such entry any more.
    ///
    /// # Errors
    /// `RecordUnreadable`.
    pub fn entry(&self, EntryId(id): EntryId) -> Result<Option<RecordEntry>, Failure> {
        let mut asked = Asked::default();
        asked.only("b.seq = :id", ":id", id);
        let reader = self.reader()?;
        let read = || -> rusqlite::Result<Option<RecordEntry>> {
            reader
                .prepare(&asked.entries())?
                .query_map(asked.values().as_slice(), entry)?
                .next()
                .transpose()
        };
        read().map_err(|error| unreadable(&error))
    }
}

/// A query in SQL: conditions on the row `b` that begins an entry, and the values in them.
#[derive(Default)]
pub(super) struct Asked {
    conditions: Vec<&'static str>,
    values: Vec<(&'static str, Box<dyn ToSql>)>,
}

impl Asked {
    pub(super) fn from(query: &RecordQuery) -> Result<Self, Failure> {
        let text = query.text.trim();
        if text.chars().count() > SEARCH_MAX {
            return Err(FailureCode::SearchTooLong.into());
        }
        let mut asked = Self::default();
        if let Some(act) = query.act {
            asked.only("b.act = :act", ":act", super::account::name(&act));
        }
        if let Some(outcome) = query.outcome {
            asked.only(
                "coalesce((SELECT f.outcome FROM events f WHERE f.entry = b.seq ORDER BY f.seq DESC LIMIT 1),
                    'unknown') = :outcome",
                ":outcome",
                super::account::name(&outcome),
            );
        }
        if let Some(from) = query.from {
            asked.only("b.at >= :from", ":from", from);
        }
        if let Some(to) = query.to {
            asked.only("b.at < :to", ":to", to);
        }
        if let Some(whom) = &query.whom {
            asked.only("b.whom = :whom", ":whom", whom.clone());
        }
        if let Some(pool_id) = &query.pool_id {
            asked.only("b.pool_id = :pool", ":pool", pool_id.clone());
        }
        if !text.is_empty() {
            asked.only(
                "b.seq IN (SELECT coalesce(f.entry, f.seq) FROM events f
                    WHERE holds(:text, f.whom, f.contact, f.sub, f.who, f.os_user, f.reason, f.request_id))",
                ":text",
                folded(text).into_owned(),
            );
        }
        Ok(asked)
    }

    fn only(&mut self, condition: &'static str, name: &'static str, value: impl ToSql + 'static) {
        self.conditions.push(condition);
        self.values.push((name, Box::new(value)));
    }

    /// Whether everything is wanted.
    pub(super) fn is_all(&self) -> bool {
        self.conditions.is_empty()
    }

    /// What the row `b` of a wanted entry fulfils.
    pub(super) fn condition(&self) -> String {
        let mut condition = "b.kind = 'begun'".to_owned();
        for further in &self.conditions {
            condition.push_str(" AND ");
            condition.push_str(further);
        }
        condition
    }

    /// The statement that gives the wanted entries, for [`entry`] to read.
    pub(super) fn entries(&self) -> String {
        format!(
            "SELECT {}, c.at AS completed_at, r.at AS resolved_at,
                coalesce(r.outcome, c.outcome) AS ending,
                CASE WHEN r.seq IS NULL THEN c.failure ELSE r.failure END AS failed,
                coalesce(c.request_id, r.request_id) AS request,
                CASE WHEN r.seq IS NULL THEN c.status ELSE r.status END AS after_status,
                CASE WHEN r.seq IS NULL THEN c.enabled ELSE r.enabled END AS after_enabled,
                CASE WHEN r.seq IS NULL THEN c.changes ELSE r.changes END AS changed
             FROM events b
             LEFT JOIN events c ON c.entry = b.seq AND c.kind = 'completed'
             LEFT JOIN events r ON r.entry = b.seq AND r.kind = 'resolved'
             WHERE {}",
            select("b.", true),
            self.condition(),
        )
    }

    pub(super) fn values(&self) -> Vec<(&str, &dyn ToSql)> {
        self.values
            .iter()
            .map(|(name, value)| (*name, value.as_ref()))
            .collect()
    }
}

/// Reads a row of [`Asked::entries`].
pub(super) fn entry(row: &Row<'_>) -> rusqlite::Result<RecordEntry> {
    let list = |column: &str| -> rusqlite::Result<Vec<String>> {
        let text: Option<String> = row.get(column)?;
        Ok(text.map_or_else(Vec::new, |text| text.split('\n').map(str::to_owned).collect()))
    };
    let state = |status: &str, enabled: &str| -> rusqlite::Result<Option<UserState>> {
        let status: Option<String> = row.get(status)?;
        let enabled: Option<bool> = row.get(enabled)?;
        Ok(status.zip(enabled).map(|(status, enabled)| UserState {
            status: named(&status).unwrap_or(UserStatus::Unknown),
            enabled,
        }))
    };
    let text = |column: &str| -> rusqlite::Result<String> {
        Ok(row.get::<_, Option<String>>(column)?.unwrap_or_default())
    };
    let outcome: Option<String> = row.get("ending")?;
    let failure: Option<String> = row.get("failed")?;
    Ok(RecordEntry {
        id: EntryId(row.get("seq")?),
        begun_at: row.get("at")?,
        completed_at: row.get("completed_at")?,
        resolved_at: row.get("resolved_at")?,
        who: text("who")?,
        os_user: text("os_user")?,
        whom: text("whom")?,
        contact: row.get("contact")?,
        sub: row.get("sub")?,
        act: named(&text("act")?),
        reason: row.get("reason")?,
        verified_by: list("verified_by")?,
        outcome: outcome
            .and_then(|name| named(&name))
            .unwrap_or(RecordOutcome::Unknown),
        failure_code: failure.map(|name| named(&name).unwrap_or(FailureCode::Unknown)),
        request_id: row.get("request")?,
        before: state("status", "enabled")?,
        after: state("after_status", "after_enabled")?,
        changes: list("changed")?
            .iter()
            .filter_map(|change| Change::read(change))
            .collect(),
        connection: text("connection")?,
        pool_id: text("pool_id")?,
        region: text("region")?,
        version: text("version")?,
        hash: row.get("hash")?,
    })
}

/// Teaches SQLite `holds(part, text, …)`: whether one of the texts holds `part`, which is folded already. SQLite's
/// own `LIKE` knows capitals of A to Z only, and has characters that mean something else.
pub(super) fn teach(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("holds", -1, flags, |context| {
        let part = context.get_raw(0).as_str()?;
        Ok((1..context.len()).any(|place| match context.get_raw(place) {
            ValueRef::Text(text) => holds(text, part),
            _ => false,
        }))
    })
}

/// Whether `text` holds `part`, which is folded. Most texts are ASCII, and need no folding.
fn holds(text: &[u8], part: &str) -> bool {
    if text.is_ascii() {
        let Some((first, rest)) = part.as_bytes().split_first() else {
            return true;
        };
        // Most places are ruled out by one byte.
        return text.windows(part.len()).any(|window| {
            window.split_first().is_some_and(|(begins, follows)| {
                begins.to_ascii_lowercase() == *first && follows.eq_ignore_ascii_case(rest)
            })
        });
    }
    str::from_utf8(text).is_ok_and(|text| folded(text).contains(part))
}

/// `text` in small letters, accents composed.
fn folded(text: &str) -> Cow<'_, str> {
    if text
        .bytes()
        .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
    {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().flat_map(char::to_lowercase).collect())
    }
}
