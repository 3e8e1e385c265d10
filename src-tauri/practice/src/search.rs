//! The filters of ListUsers: `attribute = "value"` and `attribute ^= "value"` (AWS API reference).

use crate::errors::ServiceError;
use crate::user::User;

/// Which searches tell upper from lower case. The sources disagree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SearchCase {
    /// As the API reference says: `username` and `status` are case-sensitive and
    /// `cognito:user_status` is not. It is silent on the others, which go by the pool's
    /// `CaseSensitive` here.
    #[default]
    Reference,
    /// As the developer guide says: no search is case-sensitive.
    Guide,
}

/// What can be searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Searchable {
    Username,
    Sub,
    /// Enabled or Disabled.
    Enabled,
    UserStatus,
    Attribute(&'static str),
}

impl Searchable {
    fn named(name: &str) -> Option<Self> {
        match name {
            "username" => Some(Self::Username),
            "sub" => Some(Self::Sub),
            "status" => Some(Self::Enabled),
            "cognito:user_status" => Some(Self::UserStatus),
            _ => [
                "email",
                "phone_number",
                "name",
                "given_name",
                "family_name",
                "preferred_username",
            ]
            .into_iter()
            .find(|attribute| *attribute == name)
            .map(Self::Attribute),
        }
    }

    /// How a search calls users who are switched on, or off.
    pub(crate) const fn enabled(enabled: bool) -> &'static str {
        if enabled { "Enabled" } else { "Disabled" }
    }

    /// What a user has of it.
    pub(crate) fn of(self, user: &User) -> Option<&str> {
        match self {
            Self::Username => Some(&user.username),
            Self::Sub => Some(&user.sub),
            Self::Enabled => Some(Self::enabled(user.enabled)),
            Self::UserStatus => Some(user.status.name()),
            Self::Attribute(name) => user.attribute(name),
        }
    }
}

/// One filter.
pub(crate) struct Filter {
    pub(crate) by: Searchable,
    /// Whether the value is how it begins, not all of it.
    pub(crate) prefix: bool,
    pub(crate) value: String,
    folded: bool,
}

impl Filter {
    /// Reads a filter; none if the text is empty, which lists everybody.
    pub(crate) fn parse(
        text: &str,
        case: SearchCase,
        pool_is_case_sensitive: bool,
    ) -> Result<Option<Self>, ServiceError> {
        if text.is_empty() {
            return Ok(None);
        }
        let garbled = || ServiceError::invalid_parameter("Error while parsing filter");
        let (name, rest) = text.split_once('=').ok_or_else(garbled)?;
        let (name, prefix) = match name.strip_suffix('^') {
            Some(name) => (name.trim(), true),
            None => (name.trim(), false),
        };
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || "_:-".contains(letter);
        if name.is_empty() || !name.chars().all(is_name) {
            return Err(garbled());
        }
        let value = unquote(rest.trim()).ok_or_else(garbled)?;
        let by = Searchable::named(name)
            .ok_or_else(|| ServiceError::invalid_parameter(format!("Invalid search attribute: {name}")))?;
        let sensitive = match (case, by) {
            (SearchCase::Guide, _) | (_, Searchable::UserStatus) => false,
            (SearchCase::Reference, Searchable::Username | Searchable::Enabled) => true,
            (SearchCase::Reference, _) => pool_is_case_sensitive,
        };
        Ok(Some(Self {
            by,
            prefix,
            value: fold(&value, !sensitive),
            folded: !sensitive,
        }))
    }

    /// The form in which values are compared.
    pub(crate) fn fold(&self, value: &str) -> String {
        fold(value, self.folded)
    }

    /// What a user is compared by, if it is what is looked for.
    pub(crate) fn key(&self, user: &User) -> Option<String> {
        let value = self.fold(self.by.of(user)?);
        self.fits(&value).then_some(value)
    }

    /// Whether a value is what is looked for.
    pub(crate) fn takes(&self, value: &str) -> bool {
        self.fits(&self.fold(value))
    }

    fn fits(&self, folded: &str) -> bool {
        if self.prefix {
            folded.starts_with(&self.value)
        } else {
            folded == self.value
        }
    }
}

fn fold(value: &str, folded: bool) -> String {
    if folded {
        value.to_lowercase()
    } else {
        value.to_owned()
    }
}

/// The text between the quotation marks. `\"` and `\\` stand for the mark and the backslash; that
/// nothing else may follow a backslash is stricter than what is documented, to catch mistakes.
fn unquote(quoted: &str) -> Option<String> {
    let inner = quoted.strip_prefix('"')?;
    let mut value = String::new();
    let mut letters = inner.chars();
    loop {
        match letters.next()? {
            '"' => return letters.next().is_none().then_some(value),
            '\\' => value.push(letters.next().filter(|letter| matches!(letter, '"' | '\\'))?),
            letter => value.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<(Searchable, bool, String), String> {
        let filter = Filter::parse(text, SearchCase::Reference, true)
            .map_err(|error| error.message.into_owned())?
            .ok_or_else(String::new)?;
        Ok((filter.by, filter.prefix, filter.value))
    }

    #[test]
    fn the_grammar() {
        use Searchable::{Attribute, Enabled, Sub, UserStatus, Username};
        for (text, by, prefix, value) in [
            (r#"username = "ada""#, Username, false, "ada"),
            (r#"email ^= "ada@""#, Attribute("email"), true, "ada@"),
            (r#"family_name="Reddy""#, Attribute("family_name"), false, "Reddy"),
            (r#"name^="O\"Neil""#, Attribute("name"), true, r#"O"Neil"#),
            (r#"name = "a\\b""#, Attribute("name"), false, r"a\b"),
            (r#"name = "a = b""#, Attribute("name"), false, "a = b"),
            (r#"sub = """#, Sub, false, ""),
            (r#"status = "Disabled""#, Enabled, false, "Disabled"),
            (
                r#"cognito:user_status = "CONFIRMED""#,
                UserStatus,
                false,
                "confirmed",
            ),
        ] {
            assert_eq!(parse(text), Ok((by, prefix, value.into())), "{text}");
        }
    }

    #[test]
    fn what_is_no_filter() {
        for text in [
            "ada",
            "username",
            r#"username == "ada""#,
            "username = ada",
            r#"username = "ada"#,
            r#"username = "ada" AND email = "b""#,
            r#"username = "a"da""#,
            r#"username = "ada\""#,
            r#"username = "a\n""#,
            r#"= "ada""#,
            r#"username ^^= "ada""#,
            r#"username != "ada""#,
            r#"username > "ada""#,
        ] {
            assert_eq!(parse(text), Err("Error while parsing filter".into()), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_searched_for() {
        for name in ["custom:team", "email_verified", "enabled", "nickname", "Username"] {
            let message = format!("Invalid search attribute: {name}");
            assert_eq!(parse(&format!(r#"{name} = "x""#)), Err(message));
        }
    }
}
