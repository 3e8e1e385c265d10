//! The attributes that a pool asks for together with a user's own password.

use std::collections::BTreeMap;

use serde_json::Value;
use time::Date;
use time::macros::format_description;

use super::step::{AskedAttribute, AttributeKind};
use crate::failure::{Failure, FailureCode};

/// How the service writes the name of an attribute in this challenge.
pub(super) const PREFIX: &str = "userAttributes.";
/// Longest value, in characters (`AttributeValueType` in the service's model).
const LONGEST: usize = 2048;

/// What is asked for: `required` and `existing` are the challenge's `requiredAttributes` (a JSON
/// list of names) and `userAttributes` (a JSON object).
///
/// An attribute that the user has already isn't asked for: the service refuses to have it changed
/// here ("Cannot modify an already provided email").
pub(super) fn asked(required: Option<&str>, existing: Option<&str>) -> Vec<AskedAttribute> {
    let existing: BTreeMap<String, Value> = existing
        .and_then(|text| serde_json::from_str(text).ok())
        .unwrap_or_default();
    let required: Vec<String> = required
        .and_then(|text| serde_json::from_str(text).ok())
        .unwrap_or_default();
    let is_there = |name: &str| {
        existing
            .get(name)
            .and_then(Value::as_str)
            .is_some_and(|value| !value.is_empty())
    };
    required
        .iter()
        .map(|name| name.strip_prefix(PREFIX).unwrap_or(name))
        .filter(|name| !name.is_empty() && !is_there(name))
        .map(|name| AskedAttribute {
            name: name.to_owned(),
            kind: kind_of(name),
        })
        .collect()
}

/// How the service wants an attribute written ("Working with user attributes" in the developer guide).
fn kind_of(name: &str) -> AttributeKind {
    match name {
        "email" => AttributeKind::Email,
        "phone_number" => AttributeKind::Phone,
        "birthdate" => AttributeKind::Date,
        _ => AttributeKind::Text,
    }
}

/// The members of the answer for what was asked, from what was typed by name. What nobody asked
/// for is left out.
///
/// # Errors
/// `AttributeMissing` or `AttributeMalformed`, with the attribute's name as `detail`.
pub(super) fn answers(
    asked: &[AskedAttribute],
    typed: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>, Failure> {
    asked
        .iter()
        .map(|attribute| {
            let told = |code| Failure::new(code).detail(attribute.name.as_str());
            let value = typed.get(&attribute.name).map_or("", |value| value.trim());
            if value.is_empty() {
                return Err(told(FailureCode::AttributeMissing));
            }
            let value =
                written(value, attribute.kind).ok_or_else(|| told(FailureCode::AttributeMalformed))?;
            Ok((format!("{PREFIX}{}", attribute.name), value))
        })
        .collect()
}

/// The value as the service takes it, if it can be right.
fn written(value: &str, kind: AttributeKind) -> Option<String> {
    if value.chars().count() > LONGEST || value.chars().any(char::is_control) {
        return None;
    }
    let right = match kind {
        AttributeKind::Email => is_email(value),
        AttributeKind::Phone => return phone(value),
        AttributeKind::Date => Date::parse(value, format_description!("[year]-[month]-[day]")).is_ok(),
        AttributeKind::Text => true,
    };
    right.then(|| value.to_owned())
}

fn is_email(value: &str) -> bool {
    value
        .rsplit_once('@')
        .is_some_and(|(mailbox, host)| !mailbox.is_empty() && !host.is_empty())
        && !value.chars().any(char::is_whitespace)
}

/// E.164: `+`, and 8 to 15 digits of which the first isn't 0. Separators are dropped.
fn phone(value: &str) -> Option<String> {
    let number = crate::input::phone_number(value)?;
    let digits = number.get(1..)?;
    ((8..=15).contains(&digits.len()) && !digits.starts_with('0')).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_user_lacks_is_asked_for() {
        let required = r#"["userAttributes.given_name", "userAttributes.birthdate", "email", "userAttributes.custom:team"]"#;
        let existing = r#"{"email": "jane@example.com", "email_verified": "true", "given_name": ""}"#;
        let asked = asked(Some(required), Some(existing));
        let names: Vec<(&str, AttributeKind)> = asked
            .iter()
            .map(|attribute| (attribute.name.as_str(), attribute.kind))
            .collect();
        assert_eq!(
            names,
            [
                ("given_name", AttributeKind::Text),
                ("birthdate", AttributeKind::Date),
                ("custom:team", AttributeKind::Text),
            ]
        );
    }

    #[test]
    fn nothing_is_asked_for_where_the_service_names_nothing() {
        for required in [
            None,
            Some(""),
            Some("[]"),
            Some("{}"),
            Some("not JSON"),
            Some("null"),
        ] {
            assert_eq!(asked(required, Some("[]")), []);
        }
    }

    #[test]
    fn an_attribute_is_checked_as_its_kind() {
        let outcome = |name: &str, value: &str| {
            let asked = asked(Some(&format!(r#"["userAttributes.{name}"]"#)), None);
            let typed = BTreeMap::from([
                (name.to_owned(), value.to_owned()),
                ("locale".to_owned(), "never asked for".to_owned()),
            ]);
            answers(&asked, &typed)
                .map(|sent| {
                    assert_eq!(sent.len(), 1);
                    sent[&format!("userAttributes.{name}")].clone()
                })
                .map_err(|failure| {
                    assert_eq!(failure.detail.as_deref(), Some(name));
                    failure.code
                })
        };
        let malformed = || Err(FailureCode::AttributeMalformed);
        assert_eq!(outcome("name", " Jane Doe "), Ok("Jane Doe".into()));
        assert_eq!(outcome("name", "  "), Err(FailureCode::AttributeMissing));
        assert_eq!(outcome("name", "Jane\u{7}"), malformed());
        assert_eq!(
            outcome("email", "jane@example.com"),
            Ok("jane@example.com".into())
        );
        for wrong in ["jane", "@example.com", "jane@", "jane doe@example.com"] {
            assert_eq!(outcome("email", wrong), malformed(), "{wrong}");
        }
        assert_eq!(
            outcome("phone_number", "+49 (170) 123-4567"),
            Ok("+491701234567".into())
        );
        for wrong in [
            "0170 1234567",
            "+049170123456",
            "+4917",
            "+1234567890123456",
            "+49 abc",
        ] {
            assert_eq!(outcome("phone_number", wrong), malformed(), "{wrong}");
        }
        assert_eq!(outcome("birthdate", "2000-02-29"), Ok("2000-02-29".into()));
        for wrong in ["2001-02-29", "29.02.2000", "2000-2-29", "2000-13-01"] {
            assert_eq!(outcome("birthdate", wrong), malformed(), "{wrong}");
        }
        let nothing = answers(&asked(Some(r#"["name"]"#), None), &BTreeMap::new());
        assert_eq!(
            nothing.map_err(|failure| failure.code),
            Err(FailureCode::AttributeMissing)
        );
    }
}
