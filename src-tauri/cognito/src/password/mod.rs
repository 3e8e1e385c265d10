//! The pool's password policy, checked rule by rule while a person types.

mod strength;

use serde::{Deserialize, Serialize};

pub use strength::strength;

use crate::failure::FailureCode;

/// The shortest minimum that a pool can have (`MinimumLength` 6 to 99 in the service's model).
const SHORTEST_MINIMUM: u32 = 6;
/// The longest password the service takes.
const PASSWORD_MAX: usize = 256;
/// The symbols that satisfy "a symbol", beside a space that is neither first nor last
/// (developer guide, "Adding user pool password requirements").
const SYMBOLS: &str = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+-";

/// What a pool demands of a password (`PasswordPolicyType` in the service's model).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
#[expect(clippy::struct_excessive_bools, reason = "the service's own four switches")]
pub struct PasswordPolicy {
    /// Characters at least, 6 to 99.
    pub minimum_length: u32,
    /// A letter A to Z.
    #[serde(default)]
    pub require_uppercase: bool,
    /// A letter a to z.
    #[serde(default)]
    pub require_lowercase: bool,
    /// A digit 0 to 9.
    #[serde(default)]
    pub require_numbers: bool,
    /// One of the symbols that the service counts.
    #[serde(default)]
    pub require_symbols: bool,
}

/// One line of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum PasswordRule {
    /// Long enough.
    Length,
    /// A letter A to Z.
    Uppercase,
    /// A letter a to z.
    Lowercase,
    /// A digit.
    Number,
    /// A symbol.
    Symbol,
    /// No space before the first or after the last character.
    EdgeSpace,
    /// Not over 256 characters.
    TooLong,
}

/// Whether one rule is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct RuleCheck {
    /// The rule.
    pub rule: PasswordRule,
    /// Whether this password keeps it.
    pub met: bool,
    /// For `length`: how many characters are wanted.
    pub minimum: Option<u32>,
}

/// Checks `password` against `policy`, each rule by itself, in the order to show them.
///
/// Where the policy isn't known only what every pool demands is listed. `edge-space` and
/// `too-long` are listed only when broken: nobody needs to read them otherwise.
///
/// Letters are A to Z and a to z only and symbols are the service's own list: other scripts are
/// welcome in a password but satisfy no class. Length is counted in UTF-16 units, the service's
/// unit as far as is known.
#[must_use]
pub fn check(password: &str, policy: Option<&PasswordPolicy>) -> Vec<RuleCheck> {
    let minimum = policy.map_or(SHORTEST_MINIMUM, |policy| policy.minimum_length);
    let length = password.encode_utf16().count();
    let mut checks = vec![RuleCheck {
        rule: PasswordRule::Length,
        met: u32::try_from(length).is_ok_and(|length| length >= minimum),
        minimum: Some(minimum),
    }];
    let mut demand = |wanted: bool, rule, met| {
        if wanted {
            checks.push(RuleCheck {
                rule,
                met,
                minimum: None,
            });
        }
    };
    let any = |class: fn(char) -> bool| password.chars().any(class);
    if let Some(policy) = policy {
        let lower = any(|character| character.is_ascii_lowercase());
        let upper = any(|character| character.is_ascii_uppercase());
        let digit = any(|character| character.is_ascii_digit());
        demand(policy.require_lowercase, PasswordRule::Lowercase, lower);
        demand(policy.require_uppercase, PasswordRule::Uppercase, upper);
        demand(policy.require_numbers, PasswordRule::Number, digit);
        demand(policy.require_symbols, PasswordRule::Symbol, has_symbol(password));
    }
    demand(has_edge_space(password), PasswordRule::EdgeSpace, false);
    demand(length > PASSWORD_MAX, PasswordRule::TooLong, false);
    checks
}

/// What every pool demands, whatever its policy.
///
/// # Errors
/// `PasswordEmpty`, `PasswordEdgeSpace`, `PasswordTooLong`.
pub(crate) fn acceptable_anywhere(password: &str) -> Result<(), FailureCode> {
    if password.is_empty() {
        Err(FailureCode::PasswordEmpty)
    } else if has_edge_space(password) {
        Err(FailureCode::PasswordEdgeSpace)
    } else if password.encode_utf16().count() > PASSWORD_MAX {
        Err(FailureCode::PasswordTooLong)
    } else {
        Ok(())
    }
}

/// The service's pattern is `^[\S]+.*[\S]+$`, where `\S` leaves out ASCII white space.
fn has_edge_space(password: &str) -> bool {
    let is_space = |character: char| character.is_ascii_whitespace() || character == '\u{b}';
    password.starts_with(is_space) || password.ends_with(is_space)
}

fn has_symbol(password: &str) -> bool {
    password.chars().any(|character| SYMBOLS.contains(character)) || password.trim_matches(' ').contains(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRICT: PasswordPolicy = PasswordPolicy {
        minimum_length: 12,
        require_uppercase: true,
        require_lowercase: true,
        require_numbers: true,
        require_symbols: true,
    };

    fn unmet(password: &str, policy: Option<&PasswordPolicy>) -> Vec<PasswordRule> {
        check(password, policy)
            .into_iter()
            .filter(|check| !check.met)
            .map(|check| check.rule)
            .collect()
    }

    #[test]
    fn length_comes_first_and_every_rule_stands_for_itself() {
        let listed: Vec<PasswordRule> = check("", Some(&STRICT)).iter().map(|check| check.rule).collect();
        use PasswordRule::{Length, Lowercase, Number, Symbol, Uppercase};
        assert_eq!(listed, [Length, Lowercase, Uppercase, Number, Symbol]);
        assert_eq!(unmet("Correct horse 42", Some(&STRICT)), []);
        assert_eq!(unmet("correct horse 42", Some(&STRICT)), [Uppercase]);
        assert_eq!(unmet("CORRECT HORSE 42", Some(&STRICT)), [Lowercase]);
        assert_eq!(unmet("Correct horse bb", Some(&STRICT)), [Number]);
        assert_eq!(unmet("Correcthorse42", Some(&STRICT)), [Symbol]);
        assert_eq!(unmet("Correct 42!", Some(&STRICT)), [Length]);
    }

    #[test]
    fn only_basic_latin_letters_and_digits_count() {
        use PasswordRule::{Lowercase, Number, Uppercase};
        assert_eq!(
            unmet("ÄÖÜÑÉÇ-äöüñéç-٤٩", Some(&STRICT)),
            [Lowercase, Uppercase, Number]
        );
        assert_eq!(unmet("пароль-ПАРОЛЬ-Aa1", Some(&STRICT)), []);
    }

    #[test]
    fn each_symbol_of_the_services_list_counts_and_no_other() {
        for symbol in "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+-".chars() {
            assert!(has_symbol(&format!("a{symbol}b")), "{symbol}");
        }
        for other in ["§", "€", "£", "°", "–", "a", "1", "ä", "\u{1f600}", "\u{a0}"] {
            assert!(!has_symbol(&format!("a{other}b")), "{other}");
        }
        assert!(has_symbol("a b"));
        assert!(!has_symbol(" ab"));
        assert!(!has_symbol("ab "));
    }

    #[test]
    fn spaces_at_the_ends_and_excess_length_are_said_only_when_they_occur() {
        assert_eq!(
            unmet(" Correct horse 42", Some(&STRICT)),
            [PasswordRule::EdgeSpace]
        );
        assert_eq!(
            unmet("Correct horse 42\t", Some(&STRICT)),
            [PasswordRule::EdgeSpace]
        );
        let long = format!("Aa1!{}", "x".repeat(253));
        assert_eq!(unmet(&long, Some(&STRICT)), [PasswordRule::TooLong]);
        assert_eq!(acceptable_anywhere(&long), Err(FailureCode::PasswordTooLong));
        assert_eq!(acceptable_anywhere(&long[..256]), Ok(()));
        assert_eq!(acceptable_anywhere(""), Err(FailureCode::PasswordEmpty));
        assert_eq!(acceptable_anywhere("a "), Err(FailureCode::PasswordEdgeSpace));
        assert_eq!(acceptable_anywhere("inner space is fine"), Ok(()));
    }

    #[test]
    fn without_a_policy_only_what_every_pool_demands() {
        assert_eq!(unmet("abcde", None), [PasswordRule::Length]);
        assert_eq!(unmet("abcdef", None), []);
        assert_eq!(check("abcdef", None).len(), 1);
    }
}
