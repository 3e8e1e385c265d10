//! How hard a password is to guess.

use zxcvbn::zxcvbn;

/// Longest part that is looked at: the estimate is quadratic in the length, and a hundred
/// characters are as strong as it tells apart.
const LOOKED_AT: usize = 100;

/// From 0 (guessed at once) to 4 (very hard to guess), by `zxcvbn`.
///
/// `known` are words an attacker would try first, such as the organisation's name. Takes up to some ten
/// milliseconds: keep it off the thread that draws.
#[must_use]
pub fn strength(password: &str, known: &[&str]) -> u8 {
    let end = password
        .char_indices()
        .nth(LOOKED_AT)
        .map_or(password.len(), |(index, _)| index);
    u8::from(zxcvbn(&password[..end], known).score())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_weak_and_long_phrases_strong() {
        assert_eq!(strength("", &[]), 0);
        assert!(strength("Password1!", &[]) <= 1);
        assert!(strength("northwind-traders", &["northwind-traders"]) < strength("northwind-traders", &[]));
        assert_eq!(strength("walrus-teapot-eleven-cloud", &[]), 4);
        assert_eq!(
            strength(&"gP4$vQ".repeat(60), &[]),
            strength(&"gP4$vQ".repeat(50), &[])
        );
    }
}
