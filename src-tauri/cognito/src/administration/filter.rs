//! What `ListUsers` can be asked for: one attribute, whole or by its beginning.

use std::fmt;

use aws_sdk_cognitoidentityprovider::types::UserType;
use serde::Serialize;

use crate::failure::FailureCode;
use crate::user::UserStatus;
use crate::user::described::attribute;

/// The longest filter, quotes and all ("UserFilterType" in the service's model). What the service
/// counts as a character isn't said: UTF-16 units are never too few.
const LONGEST: usize = 256;

/// An attribute that can be searched by what people type (API reference, `ListUsers`). Custom
/// attributes can't.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum FilterAttribute {
    /// `username`
    Username,
    /// `email`
    Email,
    /// `phone_number`
    Phone,
    /// `name`
    Name,
    /// `given_name`
    GivenName,
    /// `family_name`
    FamilyName,
    /// `preferred_username`
    PreferredUsername,
    /// `sub`
    Sub,
}

impl FilterAttribute {
    /// The attribute as the service calls it.
    #[must_use]
    pub fn service_name(self) -> &'static str {
        match self {
            Self::Username => "username",
            Self::Email => "email",
            Self::Phone => "phone_number",
            Self::Name => "name",
            Self::GivenName => "given_name",
            Self::FamilyName => "family_name",
            Self::PreferredUsername => "preferred_username",
            Self::Sub => "sub",
        }
    }
}

/// How a value is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum FilterMatch {
    /// The whole value (`=`).
    Whole,
    /// The value's beginning (`^=`).
    Beginning,
}

/// How far a user fits a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// Not at all.
    None,
    /// But for the case of letters.
    ButForCase,
    /// Letter by letter.
    Exact,
}

/// A filter for `ListUsers` that the service can read. Its `Debug` doesn't say what is searched.
#[derive(Clone, PartialEq, Eq)]
pub struct Filter {
    asked: Asked,
}

#[derive(Clone, PartialEq, Eq)]
enum Asked {
    Text(FilterAttribute, FilterMatch, String),
    Enabled(bool),
    Status(UserStatus, &'static str),
}

impl Filter {
    /// Users whose `attribute` is `value` or begins with it.
    ///
    /// # Errors
    /// `SearchMalformed` for an empty value or one with control characters; `SearchTooLong` where
    /// the filter would be longer than the 256 characters that the service takes, quotes and the
    /// backslashes before `"` and `\` included.
    pub fn new(
        attribute: FilterAttribute,
        matching: FilterMatch,
        value: impl Into<String>,
    ) -> Result<Self, FailureCode> {
        let value = value.into();
        if value.is_empty() || value.chars().any(char::is_control) {
            return Err(FailureCode::SearchMalformed);
        }
        let filter = Self {
            asked: Asked::Text(attribute, matching, value),
        };
        if filter.text().encode_utf16().count() > LONGEST {
            return Err(FailureCode::SearchTooLong);
        }
        Ok(filter)
    }

    /// Users whose account is switched on, or off (`status`, which isn't [`UserStatus`]).
    #[must_use]
    pub fn enabled(enabled: bool) -> Self {
        Self {
            asked: Asked::Enabled(enabled),
        }
    }

    /// Users in this status (`cognito:user_status`); `None` for one that the service has no word for.
    #[must_use]
    pub fn in_status(status: UserStatus) -> Option<Self> {
        let asked = Asked::Status(status, status.service_name()?);
        Some(Self { asked })
    }

    /// What is searched by, where it is what somebody typed.
    #[must_use]
    pub fn attribute(&self) -> Option<(FilterAttribute, FilterMatch)> {
        match self.asked {
            Asked::Text(attribute, matching, _) => Some((attribute, matching)),
            Asked::Enabled(_) | Asked::Status(..) => None,
        }
    }

    /// The value that is searched for.
    pub(crate) fn value(&self) -> &str {
        match &self.asked {
            Asked::Text(_, _, value) => value,
            Asked::Enabled(true) => "Enabled",
            Asked::Enabled(false) => "Disabled",
            Asked::Status(_, name) => name,
        }
    }

    /// The filter as it is sent. It holds what was typed: it is for no log.
    #[must_use]
    pub fn text(&self) -> String {
        let (name, operator) = match self.asked {
            Asked::Text(attribute, FilterMatch::Whole, _) => (attribute.service_name(), "="),
            Asked::Text(attribute, FilterMatch::Beginning, _) => (attribute.service_name(), "^="),
            Asked::Enabled(_) => ("status", "="),
            Asked::Status(..) => ("cognito:user_status", "="),
        };
        let mut text = format!("{name} {operator} \"");
        for character in self.value().chars() {
            if matches!(character, '"' | '\\') {
                text.push('\\');
            }
            text.push(character);
        }
        text.push('"');
        text
    }

    /// Whether `user` is really one of those asked for. Sources disagree on how the service treats
    /// case and backslashes, so its answers are looked at again.
    pub(crate) fn fit(&self, user: &UserType) -> Fit {
        let fits = |holds: bool| if holds { Fit::Exact } else { Fit::None };
        match &self.asked {
            Asked::Enabled(enabled) => fits(user.enabled == *enabled),
            Asked::Status(status, _) => fits(UserStatus::from(user.user_status.as_ref()) == *status),
            Asked::Text(searched, matching, value) => {
                let found = match searched {
                    FilterAttribute::Username => user.username(),
                    other => attribute(user.attributes(), other.service_name()),
                };
                found.map_or(Fit::None, |found| compare(found, value, *matching))
            }
        }
    }
}

impl fmt::Debug for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.asked {
            Asked::Text(attribute, matching, _) => write!(f, "Filter({attribute:?}, {matching:?}, …)"),
            Asked::Enabled(enabled) => write!(f, "Filter(enabled: {enabled})"),
            Asked::Status(status, _) => write!(f, "Filter({status:?})"),
        }
    }
}

fn compare(found: &str, sought: &str, matching: FilterMatch) -> Fit {
    let holds = |found: &str, sought: &str| match matching {
        FilterMatch::Whole => found == sought,
        FilterMatch::Beginning => found.starts_with(sought),
    };
    if holds(found, sought) {
        Fit::Exact
    } else if holds(&found.to_lowercase(), &sought.to_lowercase()) {
        Fit::ButForCase
    } else {
        Fit::None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: &str) -> Result<String, FailureCode> {
        Filter::new(FilterAttribute::Email, FilterMatch::Beginning, value).map(|filter| filter.text())
    }

    #[test]
    fn values_are_quoted_and_escaped() {
        assert_eq!(text("jane"), Ok(r#"email ^= "jane""#.to_owned()));
        assert_eq!(
            text(r#"" or name = "x"#),
            Ok(r#"email ^= "\" or name = \"x""#.to_owned())
        );
        assert_eq!(text(r"a\b\"), Ok(r#"email ^= "a\\b\\""#.to_owned()));
        assert_eq!(text("100% 😀 שלום"), Ok("email ^= \"100% 😀 שלום\"".to_owned()));
        let whole = Filter::new(FilterAttribute::Phone, FilterMatch::Whole, "+49170").unwrap();
        assert_eq!(whole.text(), r#"phone_number = "+49170""#);
    }

    #[test]
    fn the_two_kinds_of_status_are_told_apart() {
        assert_eq!(Filter::enabled(false).text(), r#"status = "Disabled""#);
        assert_eq!(Filter::enabled(true).text(), r#"status = "Enabled""#);
        let reset = Filter::in_status(UserStatus::ResetRequired).unwrap();
        assert_eq!(reset.text(), r#"cognito:user_status = "RESET_REQUIRED""#);
        assert_eq!(Filter::in_status(UserStatus::Unknown), None);
    }

    #[test]
    fn what_the_service_could_not_read_is_no_filter() {
        assert_eq!(text(""), Err(FailureCode::SearchMalformed));
        for control in ["a\nb", "\u{0}", "a\u{7f}", "\u{85}"] {
            assert_eq!(text(control), Err(FailureCode::SearchMalformed), "{control:?}");
        }
        // `email ^= ""` takes eleven.
        assert!(text(&"a".repeat(245)).is_ok_and(|text| text.len() == 256));
        assert_eq!(text(&"a".repeat(246)), Err(FailureCode::SearchTooLong));
        assert!(text(&"\"".repeat(122)).is_ok());
        assert_eq!(text(&"\"".repeat(123)), Err(FailureCode::SearchTooLong));
        assert!(text(&"😀".repeat(122)).is_ok());
        assert_eq!(text(&"😀".repeat(123)), Err(FailureCode::SearchTooLong));
    }

    #[test]
    fn debug_does_not_say_what_is_searched() {
        let shown = format!(
            "{:?}",
            Filter::new(FilterAttribute::Name, FilterMatch::Whole, "Ellis")
        );
        assert!(!shown.contains("Ellis"), "{shown}");
    }

    #[test]
    fn case_is_told_from_letters() {
        for (found, sought, matching, fit) in [
            ("Jane", "Jane", FilterMatch::Whole, Fit::Exact),
            ("Jane", "jane", FilterMatch::Whole, Fit::ButForCase),
            ("Jane", "Jan", FilterMatch::Whole, Fit::None),
            ("Jane", "Jan", FilterMatch::Beginning, Fit::Exact),
            ("Jane", "jAN", FilterMatch::Beginning, Fit::ButForCase),
            ("Éva", "éva", FilterMatch::Whole, Fit::ButForCase),
            ("Jane", "ane", FilterMatch::Beginning, Fit::None),
        ] {
            assert_eq!(compare(found, sought, matching), fit, "{found} {sought}");
        }
    }
}
