//! One row of the record, and what it is hashed from.

use rusqlite::types::Value;
use rusqlite::{Row, Transaction, params_from_iter};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};

/// The encoding that rows are hashed in now; it is the first thing hashed.
const FORMAT: i64 = 1;
/// What the first row of all follows: 32 bytes of zero.
pub(super) const NOTHING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The columns, in the order they are hashed. `hash` comes after them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Format,
    Seq,
    Kind,
    Entry,
    At,
    Version,
    Who,
    OsUser,
    Connection,
    PoolId,
    Region,
    Whom,
    Contact,
    Sub,
    Act,
    Reason,
    VerifiedBy,
    Status,
    Enabled,
    Outcome,
    Failure,
    RequestId,
    Changes,
    Through,
    ThroughHash,
}

/// Their names in SQL and in JSON.
const COLUMNS: [(Column, &str, &str); 25] = [
    (Column::Format, "format", "format"),
    (Column::Seq, "seq", "seq"),
    (Column::Kind, "kind", "kind"),
    (Column::Entry, "entry", "entry"),
    (Column::At, "at", "at"),
    (Column::Version, "version", "version"),
    (Column::Who, "who", "who"),
    (Column::OsUser, "os_user", "osUser"),
    (Column::Connection, "connection", "connection"),
    (Column::PoolId, "pool_id", "poolId"),
    (Column::Region, "region", "region"),
    (Column::Whom, "whom", "whom"),
    (Column::Contact, "contact", "contact"),
    (Column::Sub, "sub", "sub"),
    (Column::Act, "act", "act"),
    (Column::Reason, "reason", "reason"),
    (Column::VerifiedBy, "verified_by", "verifiedBy"),
    (Column::Status, "status", "status"),
    (Column::Enabled, "enabled", "enabled"),
    (Column::Outcome, "outcome", "outcome"),
    (Column::Failure, "failure", "failure"),
    (Column::RequestId, "request_id", "requestId"),
    (Column::Changes, "changes", "changes"),
    (Column::Through, "through", "through"),
    (Column::ThroughHash, "through_hash", "throughHash"),
];

/// The columns that hold a list: its items, a line feed between them.
const LISTS: [Column; 2] = [Column::VerifiedBy, Column::Changes];

/// What a row says happened.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// An act is about to be sent.
    Begun,
    /// It came back, or its time was over.
    Completed,
    /// Reading later told what had become of it.
    Resolved,
    /// Older rows were removed.
    Retired,
}

impl Kind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Kind::Begun => "begun",
            Kind::Completed => "completed",
            Kind::Resolved => "resolved",
            Kind::Retired => "retired",
        }
    }
}

/// A row to be appended: the columns that it fills, by their names in SQL.
pub(super) struct Event {
    cells: [Value; COLUMNS.len()],
}

impl Event {
    /// A row of this kind, at this time (milliseconds since 1970), with nothing else in it.
    pub(super) fn new(kind: Kind, at: i64) -> Self {
        let mut event = Self {
            cells: [const { Value::Null }; COLUMNS.len()],
        };
        event.set(Column::Format, Value::Integer(FORMAT));
        event.set(Column::Kind, Value::Text(kind.name().to_owned()));
        event.set(Column::At, Value::Integer(at));
        event.set(Column::Version, Value::Text(env!("CARGO_PKG_VERSION").to_owned()));
        event
    }

    fn set(&mut self, column: Column, value: Value) {
        self.cells[column as usize] = value;
    }

    /// With this number in a column.
    pub(super) fn number(mut self, column: Column, number: i64) -> Self {
        self.set(column, Value::Integer(number));
        self
    }

    /// With this text in a column, if there is one.
    pub(super) fn text(mut self, column: Column, text: Option<&str>) -> Self {
        self.set(
            column,
            text.map_or(Value::Null, |text| Value::Text(text.to_owned())),
        );
        self
    }

    /// With this list in a column; an empty one is as none.
    pub(super) fn list(self, column: Column, items: &[String]) -> Self {
        // A line feed inside an item would make two of it.
        let items: Vec<String> = items.iter().map(|item| item.replace(['\n', '\r'], " ")).collect();
        let joined = items.join("\n");
        self.text(column, (!items.is_empty()).then_some(&joined))
    }

    /// Writes it as row `seq`, after the row whose hash is `previous`, and returns its own hash.
    pub(super) fn append(
        mut self,
        transaction: &Transaction<'_>,
        seq: i64,
        previous: &str,
    ) -> rusqlite::Result<String> {
        self.set(Column::Seq, Value::Integer(seq));
        let hash = hash(previous, &self.cells);
        let marks = vec!["?"; COLUMNS.len() + 1].join(", ");
        let statement = format!("INSERT INTO events ({}) VALUES ({marks})", select("", true));
        let cells = self.cells.into_iter().chain([Value::Text(hash.clone())]);
        transaction
            .prepare_cached(&statement)?
            .execute(params_from_iter(cells))?;
        Ok(hash)
    }
}

/// A row as it was read, in the columns' order.
pub(super) struct Written {
    cells: Vec<Value>,
    /// The hash that stands beside it.
    pub(super) hash: String,
}

impl Written {
    /// Reads a row of `select("", true)`.
    pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let cells = (0..COLUMNS.len())
            .map(|index| row.get(index))
            .collect::<rusqlite::Result<_>>()?;
        Ok(Self {
            cells,
            hash: row.get(COLUMNS.len())?,
        })
    }

    /// Whether the hash beside it is the right one for a row that follows `previous`.
    pub(super) fn follows(&self, previous: &str) -> bool {
        hash(previous, &self.cells) == self.hash
    }

    /// The number in a column, if there is one.
    pub(super) fn number(&self, column: Column) -> Option<i64> {
        match self.cells.get(column as usize)? {
            Value::Integer(number) => Some(*number),
            _ => None,
        }
    }

    /// Whether it is of this kind.
    pub(super) fn is(&self, kind: Kind) -> bool {
        matches!(self.cells.get(Column::Kind as usize), Some(Value::Text(text)) if text == kind.name())
    }

    /// The entry that it belongs to: itself, for the row that begins one.
    pub(super) fn entry(&self) -> Option<i64> {
        if self.is(Kind::Begun) {
            self.number(Column::Seq)
        } else {
            self.number(Column::Entry)
        }
    }
}

/// As the JSON export has it: the columns in the order they are hashed, then `hash`.
impl Serialize for Written {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(COLUMNS.len() + 1))?;
        for ((column, _, key), cell) in COLUMNS.iter().zip(&self.cells) {
            match cell {
                Value::Integer(number) => map.serialize_entry(key, number)?,
                Value::Text(text) if LISTS.contains(column) => {
                    map.serialize_entry(key, &text.split('\n').collect::<Vec<_>>())?;
                }
                Value::Text(text) => map.serialize_entry(key, text)?,
                Value::Null | Value::Real(_) | Value::Blob(_) => map.serialize_entry(key, &())?,
            }
        }
        map.serialize_entry("hash", &self.hash)?;
        map.end()
    }
}

/// The columns for a `SELECT`, each behind `prefix`; with the hash at the end, if wanted.
pub(super) fn select(prefix: &str, with_hash: bool) -> String {
    let columns = COLUMNS.iter().map(|(_, name, _)| *name);
    let columns = columns.chain(with_hash.then_some("hash"));
    columns
        .map(|column| format!("{prefix}{column}"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// The hash of a row, in small hex digits. What goes into it is said at the top of this module's parent.
fn hash(previous: &str, cells: &[Value]) -> String {
    let mut digest = Sha256::new();
    digest.update(previous.as_bytes());
    for cell in cells {
        match cell {
            Value::Integer(number) => {
                digest.update([1]);
                digest.update(number.to_be_bytes());
            }
            Value::Text(text) => {
                digest.update([2]);
                digest.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
                digest.update(text.as_bytes());
            }
            Value::Null => digest.update([0]),
            // STRICT tables have none in these columns; they count as something that never matches.
            Value::Real(_) | Value::Blob(_) => digest.update([255]),
        }
    }
    digest
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_is_the_documented_one() {
        // `printf '%064d' 0` followed by 01 0000000000000001 02 0000000000000002 c3a9 00, by `sha256sum`.
        let cells = [Value::Integer(1), Value::Text("é".to_owned()), Value::Null];
        assert_eq!(
            hash(NOTHING, &cells),
            "63575e543d914575802346fc3e41cf7abcbc6154382f727939f883b20b42fb0a"
        );
    }

    #[test]
    fn the_columns_stand_in_the_order_of_their_names() {
        for (place, (column, _, _)) in COLUMNS.iter().enumerate() {
            assert_eq!(*column as usize, place);
        }
    }

    #[test]
    fn no_two_rows_read_alike() {
        let text = |text: &str| Value::Text(text.to_owned());
        let rows = [
            vec![text("ab"), text("c")],
            vec![text("a"), text("bc")],
            vec![text("abc"), Value::Null],
            vec![Value::Null, text("abc")],
            vec![text("abc"), text("")],
            vec![Value::Integer(0), text("abc")],
        ];
        let mut hashes: Vec<String> = rows.iter().map(|row| hash(NOTHING, row)).collect();
        hashes.sort();
        hashes.dedup();
        assert_eq!(hashes.len(), rows.len());
    }

    #[test]
    fn an_item_of_a_list_stays_one_item() {
        let event =
            Event::new(Kind::Begun, 0).list(Column::VerifiedBy, &["born\nin".to_owned(), "town".to_owned()]);
        let cell = &event.cells[Column::VerifiedBy as usize];
        assert!(*cell == Value::Text("born in\ntown".to_owned()));
    }
}
