//! JSON in which a key can't be twice: which of the two would hold?

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::problem::{Problem, ProblemKind};

/// Reads a JSON object.
///
/// # Errors
/// `Malformed`, with the line and column as what to look at, and with the key if that is there twice; `WrongType` if it
/// is JSON and no object.
pub(crate) fn parse(file: &[u8]) -> Result<Map<String, Value>, Problem> {
    // Editors on Windows put a byte order mark in front.
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let twice = RefCell::new(None);
    let mut reader = serde_json::Deserializer::from_slice(file);
    let read = Once { twice: &twice }
        .deserialize(&mut reader)
        .and_then(|value| reader.end().map(|()| value));
    match read {
        Ok(Value::Object(values)) => Ok(values),
        Ok(_) => Err(Problem {
            expected: Some("{…}".to_owned()),
            ..Problem::whole(ProblemKind::WrongType)
        }),
        Err(error) => {
            let place = Some(format!("{}:{}", error.line(), error.column()));
            Err(match twice.take() {
                Some(key) => Problem::of(&key, ProblemKind::Malformed, place),
                None => Problem {
                    expected: place,
                    ..Problem::whole(ProblemKind::Malformed)
                },
            })
        }
    }
}

/// A value whose objects have each key once, at every depth.
#[derive(Clone, Copy)]
struct Once<'a> {
    /// The key that was there twice.
    twice: &'a RefCell<Option<String>>,
}

impl<'de> DeserializeSeed<'de> for Once<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Once<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            list.push(item);
        }
        Ok(list.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            if object.contains_key(&key) {
                self.twice.replace(Some(key));
                return Err(A::Error::custom("a key is there twice"));
            }
            object.insert(key, entries.next_value_seed(self)?);
        }
        Ok(object.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str) -> (Option<String>, ProblemKind, Option<String>) {
        let problem = parse(text.as_bytes()).unwrap_err();
        (problem.key, problem.kind, problem.expected)
    }

    #[test]
    fn json_is_read_as_it_stands() {
        let text = r#"{"a": [1, -2, 0.5, "x\u00e4", true, null, {"b": {}}], "c": 18446744073709551615}"#;
        let plain: Value = serde_json::from_str(text).unwrap();
        assert_eq!(Value::Object(parse(text.as_bytes()).unwrap()), plain);
        assert!(parse("\u{feff}{}".as_bytes()).unwrap().is_empty());
    }

    #[test]
    fn a_key_that_is_there_twice_is_named_at_any_depth_and_however_it_is_written() {
        let twice = |key: &str| Some(key.to_owned());
        assert_eq!(problem("{\"a\": 1,\n \"\\u0061\": 2}").0, twice("a"));
        assert_eq!(problem(r#"{"b": [{"a": 1, "a": 1}]}"#).0, twice("a"));
        assert_eq!(problem("{\"a\": 1,\n\"a\": 2}").1, ProblemKind::Malformed);
    }

    #[test]
    fn what_is_no_json_is_refused_with_its_place() {
        let at = |place: &str| (None, ProblemKind::Malformed, Some(place.to_owned()));
        assert_eq!(problem(""), at("1:0"));
        assert_eq!(problem("{\n  \"a\": 1,\n}"), at("3:1"));
        assert_eq!(problem("{} {}"), at("1:4"));
        assert_eq!(problem("// a comment\n{}"), at("1:1"));
        assert_eq!(problem("{\"a\": \"\u{1}\"}").1, ProblemKind::Malformed);
        assert_eq!(
            parse(b"{\"a\": \"\xff\"}").unwrap_err().kind,
            ProblemKind::Malformed
        );
        assert_eq!(problem(&"[".repeat(100_000)).1, ProblemKind::Malformed);
        assert_eq!(
            problem("[]"),
            (None, ProblemKind::WrongType, Some("{…}".to_owned()))
        );
    }
}
