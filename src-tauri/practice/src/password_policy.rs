//! What a pool asks of a password (AWS developer guide, password policies).

use crate::errors::ServiceError;
use crate::random;

/// What counts as a symbol; a space counts too unless it is at either end.
pub(crate) const SYMBOLS: &str = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+-";

/// A pool's password policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PasswordPolicy {
    /// In UTF-16 units; the service does not document the unit.
    pub(crate) minimum_length: usize,
    pub(crate) require_uppercase: bool,
    pub(crate) require_lowercase: bool,
    pub(crate) require_numbers: bool,
    pub(crate) require_symbols: bool,
    /// How many of the last passwords, the current one included, may not come again.
    pub(crate) history_size: usize,
    pub(crate) temporary_validity_days: u64,
}

/// Which operation is asking: the service words the same refusal differently.
#[derive(Clone, Copy)]
pub(crate) enum Asker {
    Public,
    AdminCreateUser,
    AdminSetUserPassword,
}

impl PasswordPolicy {
    /// Checks the rules in the service's order; only the first that fails is told.
    pub(crate) fn check(&self, password: &str, asker: Asker) -> Result<(), ServiceError> {
        let Some(rule) = self.first_broken_rule(password) else {
            return Ok(());
        };
        let prefix = match asker {
            Asker::Public => "Password did not conform with policy",
            Asker::AdminCreateUser => "Password did not conform with password policy",
            Asker::AdminSetUserPassword => "Password does not conform to policy",
        };
        Err(ServiceError::new(
            "InvalidPasswordException",
            format!("{prefix}: {rule}"),
        ))
    }

    fn first_broken_rule(&self, password: &str) -> Option<&'static str> {
        let lacks = |class: fn(char) -> bool| !password.chars().any(class);
        if password.encode_utf16().count() < self.minimum_length {
            Some("Password not long enough")
        } else if self.require_uppercase && lacks(|letter| letter.is_ascii_uppercase()) {
            Some("Password must have uppercase characters")
        } else if self.require_lowercase && lacks(|letter| letter.is_ascii_lowercase()) {
            Some("Password must have lowercase characters")
        } else if self.require_numbers && lacks(|letter| letter.is_ascii_digit()) {
            Some("Password must have numeric characters")
        } else if self.require_symbols && !has_symbol(password) {
            Some("Password must have symbol characters")
        } else {
            None
        }
    }

    /// A temporary password such as the service makes up for an invitation; meets every rule.
    pub(crate) fn make_up_password(&self) -> String {
        let mut password = String::from("Aa7!");
        let length = self.minimum_length.max(8);
        password.push_str(&random::text(length - 4, random::LETTERS_AND_DIGITS));
        password
    }
}

fn has_symbol(password: &str) -> bool {
    password.chars().any(|letter| SYMBOLS.contains(letter)) || password.trim_matches(' ').contains(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: PasswordPolicy = PasswordPolicy {
        minimum_length: 6,
        require_uppercase: false,
        require_lowercase: false,
        require_numbers: false,
        require_symbols: false,
        history_size: 0,
        temporary_validity_days: 7,
    };
    const ALL: PasswordPolicy = PasswordPolicy {
        minimum_length: 8,
        require_uppercase: true,
        require_lowercase: true,
        require_numbers: true,
        require_symbols: true,
        ..NONE
    };

    #[test]
    fn the_first_broken_rule_is_told_in_order() {
        for (password, rule) in [
            ("", Some("Password not long enough")),
            ("aB3$efg", Some("Password not long enough")),
            ("ab3$efgh", Some("Password must have uppercase characters")),
            ("AB3$EFGH", Some("Password must have lowercase characters")),
            ("aBc$efgh", Some("Password must have numeric characters")),
            ("aB3defgh", Some("Password must have symbol characters")),
            ("aB3$efgh", None),
        ] {
            assert_eq!(ALL.first_broken_rule(password), rule, "{password}");
        }
    }

    #[test]
    fn letters_and_digits_of_other_scripts_satisfy_no_class() {
        let upper = PasswordPolicy {
            require_uppercase: true,
            ..NONE
        };
        assert!(upper.first_broken_rule("ÄÖÜЖΩabc").is_some());
        let lower = PasswordPolicy {
            require_lowercase: true,
            ..NONE
        };
        assert!(lower.first_broken_rule("ABCäöüжω").is_some());
        let digit = PasswordPolicy {
            require_numbers: true,
            ..NONE
        };
        assert!(digit.first_broken_rule("abcdef٣४").is_some());
        assert!(NONE.first_broken_rule("пароль").is_none());
    }

    #[test]
    fn each_listed_symbol_counts_and_others_do_not() {
        let symbol = PasswordPolicy {
            require_symbols: true,
            ..NONE
        };
        for letter in SYMBOLS.chars() {
            assert_eq!(
                symbol.first_broken_rule(&format!("abcdef{letter}")),
                None,
                "{letter}"
            );
        }
        assert_eq!(SYMBOLS.chars().count(), 32);
        for letter in ['€', '§', '°', '¿', '…'] {
            assert!(
                symbol.first_broken_rule(&format!("abcdef{letter}")).is_some(),
                "{letter}"
            );
        }
    }

    #[test]
    fn a_space_inside_is_a_symbol_and_one_at_the_end_is_not() {
        let symbol = PasswordPolicy {
            require_symbols: true,
            ..NONE
        };
        assert_eq!(symbol.first_broken_rule("abc def"), None);
        assert!(symbol.first_broken_rule(" abcdef").is_some());
        assert!(symbol.first_broken_rule("abcdef ").is_some());
    }

    #[test]
    fn each_asker_has_its_own_wording() {
        let message = |asker| NONE.check("", asker).map_err(|error| error.message.into_owned());
        let rule = "Password not long enough";
        assert_eq!(
            message(Asker::Public),
            Err(format!("Password did not conform with policy: {rule}"))
        );
        assert_eq!(
            message(Asker::AdminCreateUser),
            Err(format!("Password did not conform with password policy: {rule}"))
        );
        assert_eq!(
            message(Asker::AdminSetUserPassword),
            Err(format!("Password does not conform to policy: {rule}"))
        );
    }

    #[test]
    fn a_made_up_password_meets_every_rule() {
        let strict = PasswordPolicy {
            minimum_length: 99,
            ..ALL
        };
        assert_eq!(ALL.first_broken_rule(&ALL.make_up_password()), None);
        assert_eq!(strict.first_broken_rule(&strict.make_up_password()), None);
    }
}
