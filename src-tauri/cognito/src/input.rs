//! What people type, checked and wrapped: user names, confirmation codes, new passwords.
//!
//! The service's own rules stand here so that nothing travels that it must refuse, and so that
//! the refusal appears where it was typed.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};
use zeroize::Zeroizing;

use crate::connection::SignInName;
use crate::failure::FailureCode;
use crate::password;

/// Longest user name, in UTF-16 units ("Username" in the service's model).
const USERNAME_MAX: usize = 128;
/// Longest confirmation code ("ConfirmationCode" in the service's model).
const CODE_MAX: usize = 2048;

/// A user name, email address, phone number or other alias, as it will be sent.
///
/// Its `Debug` says nothing: user names don't belong in logs.
#[derive(Clone, PartialEq, Eq)]
pub struct Username(String);

impl Username {
    /// Takes what a person typed.
    ///
    /// White space around it is dropped. It is never lower-cased: a pool may tell `Jane` from
    /// `jane` for ever. In a pool that people enter by phone number, spaces, dashes, dots and
    /// brackets inside a number that starts with `+` are dropped.
    ///
    /// `accepted` says what this pool takes; empty means that it isn't known.
    ///
    /// # Errors
    /// `UsernameEmpty`, `UsernameTooLong` (128 UTF-16 units), `UsernameMalformed` (a character
    /// outside the model's pattern `[\p{L}\p{M}\p{S}\p{N}\p{P}]+`: white space, control
    /// characters, invisible marks) or `UsernameNotContact`.
    pub fn parse(typed: &str, accepted: &[SignInName]) -> Result<Self, FailureCode> {
        let mut name = typed.trim().to_owned();
        if name.is_empty() {
            return Err(FailureCode::UsernameEmpty);
        }
        if accepted.contains(&SignInName::Phone)
            && let Some(number) = phone_number(&name)
        {
            name = number;
        }
        if name.encode_utf16().count() > USERNAME_MAX {
            return Err(FailureCode::UsernameTooLong);
        }
        if !name.chars().all(is_username_character) {
            return Err(FailureCode::UsernameMalformed);
        }
        let only_contacts = !accepted.is_empty() && !accepted.contains(&SignInName::Username);
        if only_contacts && !is_contact(&name, accepted) {
            return Err(FailureCode::UsernameNotContact);
        }
        Ok(Self(name))
    }

    /// The text that is sent, and that the secret hash is made from.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Username {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Username(…)")
    }
}

/// Letters, marks, symbols, numbers and punctuation: the classes of the model's pattern.
fn is_username_character(character: char) -> bool {
    matches!(
        character.general_category_group(),
        GeneralCategoryGroup::Letter
            | GeneralCategoryGroup::Mark
            | GeneralCategoryGroup::Symbol
            | GeneralCategoryGroup::Number
            | GeneralCategoryGroup::Punctuation
    )
}

/// The number in the form that the service keeps (E.164), if this is written like one.
pub(crate) fn phone_number(typed: &str) -> Option<String> {
    let rest = typed.strip_prefix('+')?;
    let mut number = String::from("+");
    for character in rest.chars() {
        match character {
            '0'..='9' => number.push(character),
            ' ' | '\u{a0}' | '-' | '.' | '(' | ')' | '/' => {}
            _ => return None,
        }
    }
    (number.len() > 1).then_some(number)
}

/// Whether this can be an email address or a phone number, as far as the pool takes them.
/// A user id (`sub`) is let through: such pools take it as a user name too.
fn is_contact(name: &str, accepted: &[SignInName]) -> bool {
    let email = accepted.contains(&SignInName::Email)
        && name
            .split_once('@')
            .is_some_and(|(mailbox, host)| !mailbox.is_empty() && !host.is_empty());
    let phone = accepted.contains(&SignInName::Phone) && phone_number(name).is_some();
    email || phone || is_user_id(name)
}

fn is_user_id(name: &str) -> bool {
    let groups: Vec<&str> = name.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups
            .iter()
            .all(|group| group.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// A confirmation code: zeroized when dropped, without `Debug` text or `Serialize`.
#[derive(Clone)]
pub struct ConfirmationCode(SecretString);

impl ConfirmationCode {
    /// Takes what a person typed or pasted: spaces and dashes are dropped, digits of other
    /// scripts become 0 to 9.
    ///
    /// # Errors
    /// `CodeEmpty`, `CodeTooLong` (2,048 characters, the model's limit) or `CodeMalformed`
    /// (anything but digits: the service's codes have only those).
    pub fn parse(typed: &SecretString) -> Result<Self, FailureCode> {
        let typed = typed.expose_secret();
        if typed.chars().count() > CODE_MAX {
            return Err(FailureCode::CodeTooLong);
        }
        let mut code = Zeroizing::new(String::with_capacity(typed.len()));
        for character in typed.chars() {
            match character {
                '0'..='9' => code.push(character),
                _ if is_separator(character) => {}
                _ => code.push(ascii_digit(character).ok_or(FailureCode::CodeMalformed)?),
            }
        }
        if code.is_empty() {
            return Err(FailureCode::CodeEmpty);
        }
        Ok(Self(SecretString::from(code.as_str())))
    }

    pub(crate) fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for ConfirmationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ConfirmationCode(…)")
    }
}

/// White space, dashes and the invisible marks that a mail program may put around a code.
fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '-' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2010}'..='\u{2015}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{2212}' | '\u{feff}'
        )
}

/// 0 to 9 for a decimal digit of another script: full-width, Arabic-Indic, Persian, Devanagari.
fn ascii_digit(character: char) -> Option<char> {
    const ZEROS: [char; 5] = ['\u{ff10}', '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}'];
    ZEROS.iter().find_map(|zero| {
        let value = u32::from(character).checked_sub(u32::from(*zero))?;
        (value < 10).then(|| char::from_digit(value, 10)).flatten()
    })
}

/// A password that a person chose: zeroized when dropped, without `Debug` text or `Serialize`.
#[derive(Clone)]
pub struct NewPassword(SecretString);

impl NewPassword {
    /// Takes what a person typed, exactly as it is.
    ///
    /// Only what every pool demands is checked here; the pool's own policy is
    /// [`password::check`], shown while typing.
    ///
    /// # Errors
    /// `PasswordEmpty`, `PasswordEdgeSpace`, `PasswordTooLong` (256).
    pub fn parse(typed: SecretString) -> Result<Self, FailureCode> {
        password::acceptable_anywhere(typed.expose_secret())?;
        Ok(Self(typed))
    }

    pub(crate) fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    pub(crate) fn secret(&self) -> &SecretString {
        &self.0
    }
}

impl fmt::Debug for NewPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewPassword(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn username(typed: &str, accepted: &[SignInName]) -> Result<String, FailureCode> {
        Username::parse(typed, accepted).map(|name| name.as_str().to_owned())
    }

    fn code(typed: &str) -> Result<String, FailureCode> {
        ConfirmationCode::parse(&SecretString::from(typed)).map(|code| code.expose().to_owned())
    }

    #[test]
    fn user_names_follow_the_models_pattern() {
        let refused = [
            ("", FailureCode::UsernameEmpty),
            (" \t\u{a0}\n", FailureCode::UsernameEmpty),
            ("jane doe", FailureCode::UsernameMalformed),
            ("jane\u{200f}", FailureCode::UsernameMalformed),
            ("\u{202e}jane", FailureCode::UsernameMalformed),
            ("ja\u{7}ne", FailureCode::UsernameMalformed),
            ("ja\u{200b}ne", FailureCode::UsernameMalformed),
            ("\u{1f469}\u{200d}\u{1f52c}", FailureCode::UsernameMalformed),
        ];
        for (typed, expected) in refused {
            assert_eq!(username(typed, &[]), Err(expected), "{typed:?}");
        }
        for typed in ["jane", "Jane@Example.com", "Zoë", "\u{1f600}", "名前", "a+b~c=d"] {
            assert_eq!(username(typed, &[]), Ok(typed.to_owned()));
        }
        assert_eq!(username(&"a".repeat(128), &[]), Ok("a".repeat(128)));
        assert_eq!(username(&"a".repeat(129), &[]), Err(FailureCode::UsernameTooLong));
    }

    #[test]
    fn user_names_keep_their_case_and_lose_the_space_around_them() {
        assert_eq!(
            username("  Jane.Doe@Example.com\n", &[]),
            Ok("Jane.Doe@Example.com".into())
        );
    }

    #[test]
    fn a_pool_of_contacts_takes_contacts() {
        let email = [SignInName::Email];
        let both = [SignInName::Email, SignInName::Phone];
        let any = [SignInName::Email, SignInName::Username];
        assert_eq!(username("jane", &email), Err(FailureCode::UsernameNotContact));
        assert_eq!(
            username("\u{1f600}", &email),
            Err(FailureCode::UsernameNotContact)
        );
        assert_eq!(
            username("+491701234567", &email),
            Err(FailureCode::UsernameNotContact)
        );
        assert_eq!(
            username("0170 1234567", &both),
            Err(FailureCode::UsernameMalformed)
        );
        assert_eq!(username("+49 (170) 123-45.67", &both), Ok("+491701234567".into()));
        assert_eq!(username("jane", &any), Ok("jane".into()));
        let sub = "6fd4c1a6-90b1-4f39-a6ab-0123456789ab";
        assert_eq!(username(sub, &email), Ok(sub.into()));
    }

    #[test]
    fn codes_may_be_pasted_as_they_stand_in_the_message() {
        for typed in [
            "491027",
            " 491 027 ",
            "491-027",
            "491\u{2009}027\u{200b}",
            "４９１０２７",
            "٤٩١٠٢٧",
        ] {
            assert_eq!(code(typed), Ok("491027".into()), "{typed:?}");
        }
        assert_eq!(code(""), Err(FailureCode::CodeEmpty));
        assert_eq!(code(" - "), Err(FailureCode::CodeEmpty));
        assert_eq!(code("49l027"), Err(FailureCode::CodeMalformed));
        assert_eq!(code(&"1".repeat(2048)), Ok("1".repeat(2048)));
        assert_eq!(code(&"1".repeat(2049)), Err(FailureCode::CodeTooLong));
    }

    #[test]
    fn debug_says_nothing() {
        let shown = format!(
            "{:?} {:?} {:?}",
            Username::parse("jane", &[]),
            ConfirmationCode::parse(&SecretString::from("491027")),
            NewPassword::parse(SecretString::from("correct horse"))
        );
        for secret in ["jane", "491027", "horse"] {
            assert!(!shown.contains(secret), "{shown}");
        }
    }
}
