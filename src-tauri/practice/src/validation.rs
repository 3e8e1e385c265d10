//! What a member of a request must be like, and the service's words where it isn't
//! (API model of the service; the form of the message was observed).

use serde_json::Value;

use crate::errors::ServiceError;

/// A pattern, as the service writes it in its message and as a function.
pub(crate) struct Pattern {
    pub(crate) text: &'static str,
    pub(crate) matches: fn(&str) -> bool,
}

/// What a value must be like.
pub(crate) enum Shape {
    /// Text of so many UTF-16 units; `hidden` text is not repeated in the message.
    Text {
        min: usize,
        max: usize,
        pattern: Option<&'static Pattern>,
        hidden: bool,
    },
    Choice(&'static [&'static str]),
    Whole {
        min: i64,
        max: i64,
    },
    Flag,
    List {
        of: &'static Self,
        min: usize,
        max: usize,
    },
    /// Texts by text.
    Map,
    Structure(&'static [Member]),
}

/// A member of a structure.
pub(crate) struct Member {
    name: &'static str,
    shape: &'static Shape,
    required: bool,
}

impl Member {
    pub(crate) const fn name(&self) -> &'static str {
        self.name
    }
}

pub(crate) const fn required(name: &'static str, shape: &'static Shape) -> Member {
    Member {
        name,
        shape,
        required: true,
    }
}

pub(crate) const fn optional(name: &'static str, shape: &'static Shape) -> Member {
    Member {
        name,
        shape,
        required: false,
    }
}

/// Checks a request's members. All that is wrong is told in one message; a value of the wrong
/// JSON type is a SerializationException, as it never reaches validation in the service.
pub(crate) fn validate(members: &[Member], input: &Value) -> Result<(), ServiceError> {
    if !input.is_object() {
        return Err(ServiceError::serialization());
    }
    let mut complaints = Vec::new();
    check_members(members, input, "", &mut complaints)?;
    let count = match complaints.len() {
        0 => return Ok(()),
        1 => "1 validation error".to_owned(),
        many => format!("{many} validation errors"),
    };
    Err(ServiceError::invalid_parameter(format!(
        "{count} detected: {}",
        complaints.join("; ")
    )))
}

fn check_members(
    members: &[Member],
    input: &Value,
    path: &str,
    complaints: &mut Vec<String>,
) -> Result<(), ServiceError> {
    for member in members {
        let path = format!("{path}{}", lower_first(member.name));
        match input.get(member.name) {
            None | Some(Value::Null) if member.required => complaints.push(format!(
                "Value null at '{path}' failed to satisfy constraint: Member must not be null"
            )),
            None | Some(Value::Null) => {}
            Some(value) => check(member.shape, value, &path, complaints)?,
        }
    }
    Ok(())
}

fn check(shape: &Shape, value: &Value, path: &str, complaints: &mut Vec<String>) -> Result<(), ServiceError> {
    let wrong_type = ServiceError::serialization;
    match shape {
        Shape::Text {
            min,
            max,
            pattern,
            hidden,
        } => {
            let text = value.as_str().ok_or_else(wrong_type)?;
            let shown = if *hidden {
                String::from("Value")
            } else {
                format!("Value '{text}'")
            };
            check_size(text.encode_utf16().count(), *min, *max, &shown, path, complaints);
            if let Some(pattern) = pattern.filter(|pattern| !(pattern.matches)(text)) {
                complaints.push(format!(
                    "{shown} at '{path}' failed to satisfy constraint: Member must satisfy regular expression pattern: {}",
                    pattern.text
                ));
            }
        }
        Shape::Choice(choices) => {
            let text = value.as_str().ok_or_else(wrong_type)?;
            if !choices.contains(&text) {
                complaints.push(format!(
                    "Value '{text}' at '{path}' failed to satisfy constraint: Member must satisfy enum value set: [{}]",
                    choices.join(", ")
                ));
            }
        }
        Shape::Whole { min, max } => {
            let number = value.as_i64().ok_or_else(wrong_type)?;
            let bound = if number < *min {
                format!("greater than or equal to {min}")
            } else if number > *max {
                format!("less than or equal to {max}")
            } else {
                return Ok(());
            };
            complaints.push(format!(
                "Value '{number}' at '{path}' failed to satisfy constraint: Member must have value {bound}"
            ));
        }
        Shape::Flag => {
            value.as_bool().ok_or_else(wrong_type)?;
        }
        Shape::List { of, min, max } => {
            let items = value.as_array().ok_or_else(wrong_type)?;
            check_size(items.len(), *min, *max, "Value", path, complaints);
            for (index, item) in items.iter().enumerate() {
                let place = format!("{path}.{}.member", index + 1);
                check(of, item, &place, complaints)?;
            }
        }
        Shape::Map => {
            let map = value.as_object().ok_or_else(wrong_type)?;
            if !map.values().all(|value| value.is_string() || value.is_null()) {
                return Err(wrong_type());
            }
        }
        Shape::Structure(members) => {
            if !value.is_object() {
                return Err(wrong_type());
            }
            check_members(members, value, &format!("{path}."), complaints)?;
        }
    }
    Ok(())
}

fn check_size(size: usize, min: usize, max: usize, shown: &str, path: &str, complaints: &mut Vec<String>) {
    let bound = if size < min {
        format!("greater than or equal to {min}")
    } else if size > max {
        format!("less than or equal to {max}")
    } else {
        return;
    };
    complaints.push(format!(
        "{shown} at '{path}' failed to satisfy constraint: Member must have length {bound}"
    ));
}

fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters
        .next()
        .map(|first| first.to_ascii_lowercase().to_string() + letters.as_str())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::shapes::{PASSWORD, USERNAME};

    fn complaint(members: &[Member], input: &Value) -> Option<(String, String)> {
        validate(members, input)
            .err()
            .map(|error| (error.code.into_owned(), error.message.into_owned()))
    }

    const MEMBERS: &[Member] = &[
        required("Username", &USERNAME),
        optional("Password", &PASSWORD),
        optional("Count", &Shape::Whole { min: 1, max: 60 }),
        optional("Kind", &Shape::Choice(&["A", "B"])),
        optional(
            "Words",
            &Shape::List {
                of: &Shape::Choice(&["x"]),
                min: 0,
                max: 1,
            },
        ),
        optional("More", &Shape::Structure(&[required("Flag", &Shape::Flag)])),
    ];

    #[test]
    fn one_error_is_told_in_the_services_words() {
        let start = "1 validation error detected:";
        let failed = "failed to satisfy constraint:";
        for (input, message) in [
            (
                json!({}),
                format!("{start} Value null at 'username' {failed} Member must not be null"),
            ),
            (
                json!({ "Username": "a b" }),
                format!(
                    r"{start} Value 'a b' at 'username' {failed} Member must satisfy regular expression pattern: [\p{{L}}\p{{M}}\p{{S}}\p{{N}}\p{{P}}]+"
                ),
            ),
            (
                json!({ "Username": "a".repeat(129) }),
                format!(
                    "{start} Value '{}' at 'username' {failed} Member must have length less than or equal to 128",
                    "a".repeat(129)
                ),
            ),
            (
                json!({ "Username": "a", "Password": " leading" }),
                format!(
                    r"{start} Value at 'password' {failed} Member must satisfy regular expression pattern: ^[\S]+.*[\S]+$"
                ),
            ),
            (
                json!({ "Username": "a", "Password": "x".repeat(257) }),
                format!(
                    "{start} Value at 'password' {failed} Member must have length less than or equal to 256"
                ),
            ),
            (
                json!({ "Username": "a", "Count": 61 }),
                format!(
                    "{start} Value '61' at 'count' {failed} Member must have value less than or equal to 60"
                ),
            ),
            (
                json!({ "Username": "a", "Kind": "C" }),
                format!("{start} Value 'C' at 'kind' {failed} Member must satisfy enum value set: [A, B]"),
            ),
            (
                json!({ "Username": "a", "Words": ["y"] }),
                format!(
                    "{start} Value 'y' at 'words.1.member' {failed} Member must satisfy enum value set: [x]"
                ),
            ),
            (
                json!({ "Username": "a", "More": {} }),
                format!("{start} Value null at 'more.flag' {failed} Member must not be null"),
            ),
        ] {
            assert_eq!(
                complaint(MEMBERS, &input),
                Some(("InvalidParameterException".into(), message))
            );
        }
    }

    #[test]
    fn several_errors_are_counted_and_joined() {
        let (_, message) = complaint(MEMBERS, &json!({ "Username": "" })).unwrap_or_default();
        assert!(message.starts_with("2 validation errors detected: Value '' at 'username'"));
        assert_eq!(message.matches("; ").count(), 1);
    }

    #[test]
    fn a_wrong_json_type_never_reaches_validation() {
        for input in [
            json!([]),
            json!({ "Username": 1 }),
            json!({ "Username": "a", "More": true }),
        ] {
            let code = complaint(MEMBERS, &input).map(|(code, _)| code);
            assert_eq!(code.as_deref(), Some("SerializationException"), "{input}");
        }
    }
}
