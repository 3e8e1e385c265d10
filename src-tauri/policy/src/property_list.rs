//! What a macOS property list says becomes what a policy says.

use std::io::Cursor;

use serde_json::{Map, Value};

use crate::problem::{Problem, ProblemKind};

/// What a configuration profile says about itself: macOS may leave it among the settings of a payload.
const OF_THE_PROFILE: [&str; 8] = [
    "PayloadDescription",
    "PayloadDisplayName",
    "PayloadEnabled",
    "PayloadIdentifier",
    "PayloadOrganization",
    "PayloadType",
    "PayloadUUID",
    "PayloadVersion",
];

/// Reads a property list, as text or binary.
///
/// # Errors
/// `Malformed` unless it is a property list with a dictionary; `WrongType` for each key whose value JSON doesn't know
/// (a date, data).
pub(crate) fn parse(file: &[u8]) -> Result<Map<String, Value>, Vec<Problem>> {
    let malformed = || vec![Problem::whole(ProblemKind::Malformed)];
    let list = plist::Value::from_reader(Cursor::new(file)).map_err(|_| malformed())?;
    let settings = list.into_dictionary().ok_or_else(malformed)?;
    let mut values = Map::new();
    let mut problems = Vec::new();
    for (key, value) in settings {
        if OF_THE_PROFILE.contains(&key.as_str()) {
            continue;
        }
        match to_json(value) {
            Some(value) => {
                values.insert(key, value);
            }
            None => problems.push(Problem::of(&key, ProblemKind::WrongType, None)),
        }
    }
    if problems.is_empty() {
        return Ok(values);
    }
    // What is wrong with the others belongs on the same list.
    problems.extend(crate::Policy::gather(values).1);
    Err(problems)
}

fn to_json(value: plist::Value) -> Option<Value> {
    match value {
        plist::Value::String(text) => Some(text.into()),
        plist::Value::Boolean(yes) => Some(yes.into()),
        plist::Value::Integer(number) => number
            .as_unsigned()
            .map(Value::from)
            .or_else(|| number.as_signed().map(Value::from)),
        plist::Value::Real(number) => serde_json::Number::from_f64(number).map(Value::Number),
        plist::Value::Array(items) => items
            .into_iter()
            .map(to_json)
            .collect::<Option<Vec<_>>>()
            .map(Value::from),
        plist::Value::Dictionary(entries) => entries
            .into_iter()
            .map(|(key, value)| Some((key, to_json(value)?)))
            .collect::<Option<Map<_, _>>>()
            .map(Value::from),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
