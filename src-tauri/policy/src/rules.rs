//! What a value may be: one rule per kind of setting.

pub(crate) mod acts;
pub(crate) mod choices;
pub(crate) mod connections;
pub(crate) mod desk_contact;
pub(crate) mod network;

use std::path::PathBuf;

use serde_json::Value;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

use crate::problem::ProblemKind;

/// What a setting looks like where it is kept: decides the registry's type and the form in an editor of policies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    not(any(windows, test)),
    allow(dead_code, reason = "JSON and property lists have types of their own")
)]
pub(crate) enum Kind {
    /// One line of text of at most so many characters.
    Text(usize),
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A whole number within these bounds.
    Number(u32, u32),
    /// Yes or no.
    YesNo,
    /// At most so many lines of text of so many characters.
    List(usize, usize),
}

/// Judges the value of a setting.
pub(crate) trait Rule {
    /// What the program gets.
    type Value;
    /// How it is kept.
    #[cfg_attr(not(any(windows, test)), allow(dead_code, reason = "see `Kind`"))]
    const KIND: Kind;

    /// What is expected, to be shown as it is: short, and in no language where that is possible.
    fn expected() -> String;

    /// Takes a value.
    ///
    /// # Errors
    /// Every [`Fault`].
    fn take(value: Value) -> Result<Self::Value, Vec<Fault>>;

    /// The same rule as a JSON Schema, for editors and deployment tools.
    #[cfg(test)]
    fn schema() -> Value {
        match Self::KIND {
            // At least one character that is no white space.
            Kind::Text(longest) => {
                serde_json::json!({"type": "string", "maxLength": longest, "pattern": r"^[^\u0000-\u001f\u007f]*[^\s\u0000-\u001f\u007f][^\u0000-\u001f\u007f]*$"})
            }
            Kind::Choice(words) => serde_json::json!({"enum": words}),
            Kind::Number(least, most) => {
                serde_json::json!({"type": "integer", "minimum": least, "maximum": most})
            }
            Kind::YesNo => serde_json::json!({"type": "boolean"}),
            Kind::List(most, _) => serde_json::json!({"type": "array", "maxItems": most}),
        }
    }
}

/// Why a value isn't taken.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// What is wrong.
    pub kind: ProblemKind,
    /// Where in the value: empty, `[2]`, `[2].clientSecret`.
    pub inside: String,
}

impl From<ProblemKind> for Fault {
    fn from(kind: ProblemKind) -> Self {
        Self {
            kind,
            inside: String::new(),
        }
    }
}

impl From<ProblemKind> for Vec<Fault> {
    fn from(kind: ProblemKind) -> Self {
        vec![kind.into()]
    }
}

/// A text of `1..=LONGEST` characters that can all be seen.
pub(crate) struct Text<const LONGEST: usize>;

impl<const LONGEST: usize> Rule for Text<LONGEST> {
    type Value = String;
    const KIND: Kind = Kind::Text(LONGEST);

    fn expected() -> String {
        format!("\"…\" (1–{LONGEST})")
    }

    fn take(value: Value) -> Result<String, Vec<Fault>> {
        let text = text(value)?;
        let long_enough = !text.trim().is_empty() && text.chars().count() <= LONGEST;
        if long_enough && !text.chars().any(is_invisible) {
            Ok(text)
        } else {
            Err(ProblemKind::WrongValue.into())
        }
    }
}

/// A whole number.
pub(crate) struct Number<const LEAST: u32, const MOST: u32>;

impl<const LEAST: u32, const MOST: u32> Rule for Number<LEAST, MOST> {
    type Value = u32;
    const KIND: Kind = Kind::Number(LEAST, MOST);

    fn expected() -> String {
        format!("{LEAST}–{MOST}")
    }

    fn take(value: Value) -> Result<u32, Vec<Fault>> {
        let Value::Number(number) = value else {
            return Err(ProblemKind::WrongType.into());
        };
        number
            .as_u64()
            .and_then(|number| u32::try_from(number).ok())
            .filter(|number| (LEAST..=MOST).contains(number))
            .ok_or(ProblemKind::WrongValue.into())
    }
}

/// Yes or no.
pub(crate) struct YesNo;

impl Rule for YesNo {
    type Value = bool;
    const KIND: Kind = Kind::YesNo;

    fn expected() -> String {
        "true | false".to_owned()
    }

    fn take(value: Value) -> Result<bool, Vec<Fault>> {
        value.as_bool().ok_or(ProblemKind::WrongType.into())
    }
}

/// At most `MOST` values of one kind.
pub(crate) struct List<R, const MOST: usize>(std::marker::PhantomData<R>);

impl<R: Rule, const MOST: usize> Rule for List<R, MOST> {
    type Value = Vec<R::Value>;
    const KIND: Kind = match R::KIND {
        Kind::Text(longest) => Kind::List(MOST, longest),
        _ => Kind::List(MOST, 200),
    };

    fn expected() -> String {
        format!("[{}, …] (0–{MOST})", R::expected())
    }

    fn take(value: Value) -> Result<Self::Value, Vec<Fault>> {
        each(value, MOST, R::take)
    }

    #[cfg(test)]
    fn schema() -> Value {
        serde_json::json!({"type": "array", "maxItems": MOST, "items": R::schema()})
    }
}

/// Takes a list item by item; a fault says in which it is.
fn each<T>(
    value: Value,
    most: usize,
    take: impl Fn(Value) -> Result<T, Vec<Fault>>,
) -> Result<Vec<T>, Vec<Fault>> {
    let Value::Array(items) = value else {
        return Err(ProblemKind::WrongType.into());
    };
    if items.len() > most {
        return Err(ProblemKind::WrongValue.into());
    }
    let mut taken = Vec::with_capacity(items.len());
    let mut faults = Vec::new();
    for (at, item) in items.into_iter().enumerate() {
        match take(item) {
            Ok(value) => taken.push(value),
            Err(found) => faults.extend(found.into_iter().map(|fault| Fault {
                inside: format!("[{at}]{}", fault.inside),
                ..fault
            })),
        }
    }
    if faults.is_empty() { Ok(taken) } else { Err(faults) }
}

/// The absolute path of a file. Whether it is there is asked when it is needed.
pub(crate) struct AbsolutePath;

impl Rule for AbsolutePath {
    type Value = PathBuf;
    const KIND: Kind = Kind::Text(1000);

    fn expected() -> String {
        if cfg!(windows) { "C:\\…" } else { "/…" }.to_owned()
    }

    fn take(value: Value) -> Result<PathBuf, Vec<Fault>> {
        let path = PathBuf::from(Text::<1000>::take(value)?);
        if path.is_absolute() {
            Ok(path)
        } else {
            Err(ProblemKind::WrongValue.into())
        }
    }

    #[cfg(test)]
    fn schema() -> Value {
        serde_json::json!({"type": "string", "maxLength": 1000, "pattern": r"^(/|[A-Za-z]:\\|\\\\)."})
    }
}

/// A colour as `#rrggbb`.
pub(crate) struct Colour;

impl Rule for Colour {
    type Value = String;
    const KIND: Kind = Kind::Text(7);

    fn expected() -> String {
        "#rrggbb".to_owned()
    }

    fn take(value: Value) -> Result<String, Vec<Fault>> {
        let colour = text(value)?;
        match colour.strip_prefix('#') {
            Some(digits) if digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()) => {
                Ok(colour.to_ascii_lowercase())
            }
            _ => Err(ProblemKind::WrongValue.into()),
        }
    }

    #[cfg(test)]
    fn schema() -> Value {
        serde_json::json!({"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"})
    }
}

pub(crate) fn text(value: Value) -> Result<String, Vec<Fault>> {
    match value {
        Value::String(text) => Ok(text),
        _ => Err(ProblemKind::WrongType.into()),
    }
}

/// Control characters, and those that could disguise a text: marks of direction, of zero width, separators of lines.
pub(crate) fn is_invisible(character: char) -> bool {
    character.general_category_group() == GeneralCategoryGroup::Other
        || matches!(character, '\u{2028}' | '\u{2029}')
}
