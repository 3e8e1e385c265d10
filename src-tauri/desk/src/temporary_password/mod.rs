//! Temporary passwords: made to a pool's own policy, to be read out on the telephone and typed once.
//!
//! One looks like `Kam4Ved7-Tus2Rib93`: four groups of a syllable with a capital and a digit, a dash in the
//! middle, one more digit at the end. Every class that a pool can ask for is always there, so a policy decides
//! the length only: 18 characters, or the pool's minimum where that is more. Longer ones have more groups, a
//! dash after every second, and digits at the end to fit exactly.
//!
//! **Characters.** No `0` or `O`, no `1`, `l` or `I`; no `o` either, and `i` only with its dot, between two
//! consonants. The one symbol is `-`, which the service counts (developer guide, "Adding user pool password
//! requirements") and everybody can say. It is never first or last. ASCII throughout, because the service's
//! unit of length is not documented.
//!
//! **How hard to guess.** Each syllable is drawn evenly from the list beside this file and each digit
//! from eight, both from the operating system's generator: `4 × log2(589) + 5 × log2(8)`, at least 51 bits. A longer
//! minimum only adds to that. Besides, `cognito::password::strength` has to give 3 or 4; a draw that happens to repeat
//! itself is thrown away, which is too rare to cost anything that counts.
//!
//! **No bad words.** Letters stand together in threes only, between digits, dashes and the ends, so that what can be
//! read is exactly the list in `syllables.txt`. It was made from all syllables consonant–vowel–consonant of
//! these letters by taking out every one that is, or begins, a word of the `naughty-words` lists (npm, 1.2.0: the
//! LDNOOBW lists in 27 languages, accents dropped), every one that begins and ends alike, and by hand what else in
//! the languages of those lists is an insult, a slur, an illness, a death, or sounds like one.

mod spelling;

use std::fmt;

use aws_lc_rs::rand;
use cognito::password::{PasswordPolicy, strength};
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

pub use spelling::{CharacterKind, Spelled, spelling};

/// The syllables, separated by white space. `proof` in the tests holds the list against what is said above.
const SYLLABLES: &str = include_str!("syllables.txt");
/// The digits that look like no letter.
const DIGITS: &[u8] = b"23456789";
/// Groups that every password has, whatever the pool's minimum.
const GROUPS: usize = 4;
/// Characters that every password has: the groups, one dash, one more digit.
const LENGTH: usize = 18;
/// The longest minimum that a pool can have (`MinimumLength` 6 to 99 in the service's model).
const LONGEST_MINIMUM: usize = 99;
/// The weakest that is given out, on the scale of `cognito::password::strength`.
const STRONG: u8 = 3;

/// A temporary password: to be sent, then shown once.
///
/// Its `Debug` says nothing, there is no way to write it anywhere, and it is wiped when dropped.
pub struct TemporaryPassword(SecretString);

impl TemporaryPassword {
    /// A copy to send; `cognito::NewPassword::parse` takes it.
    #[must_use]
    pub fn to_send(&self) -> SecretString {
        self.0.clone()
    }

    /// The text, to be shown. Once: the password is gone from here afterwards.
    #[must_use]
    pub fn expose(self) -> Zeroizing<String> {
        Zeroizing::new(self.0.expose_secret().to_owned())
    }
}

impl fmt::Debug for TemporaryPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TemporaryPassword(…)")
    }
}

/// Makes a temporary password that `policy` takes.
///
/// Takes a few milliseconds, most of them for the estimate of its strength.
#[must_use]
pub fn generate(policy: &PasswordPolicy) -> TemporaryPassword {
    let strong = |start: &str| strength(start, &[]) >= STRONG;
    generate_from(policy, strong, &mut |bytes| {
        // AWS-LC aborts where it has no entropy; an error here is only ever passing.
        while rand::fill(bytes).is_err() {}
    })
}

/// Fills the bytes it is given with random ones.
type Source<'a> = dyn FnMut(&mut [u8]) + 'a;

fn generate_from(
    policy: &PasswordPolicy,
    strong: impl Fn(&str) -> bool,
    source: &mut Source<'_>,
) -> TemporaryPassword {
    let syllables: Vec<&str> = SYLLABLES.split_ascii_whitespace().collect();
    let minimum = usize::try_from(policy.minimum_length)
        .map_or(LONGEST_MINIMUM, |minimum| minimum.clamp(LENGTH, LONGEST_MINIMUM));
    loop {
        let password = draw(minimum, &syllables, source);
        // The estimate is quadratic in the length, and what comes after only makes it stronger.
        let start = Zeroizing::new(password.chars().take(LENGTH).collect::<String>());
        if strong(&start) {
            return TemporaryPassword(SecretString::from(password.as_str()));
        }
    }
}

/// Groups while they fit, a dash after every second, then digits up to exactly `length` characters.
fn draw(length: usize, syllables: &[&str], source: &mut Source<'_>) -> Zeroizing<String> {
    // Made large enough at once: growing would leave copies behind.
    let mut password = Zeroizing::new(String::with_capacity(length));
    let mut groups = 0;
    loop {
        let dash = groups > 0 && groups % 2 == 0;
        let group = if dash { 5 } else { 4 };
        if groups >= GROUPS && password.len() + group > length {
            break;
        }
        if dash {
            password.push('-');
        }
        let syllable = syllables.get(below(syllables.len(), source)).copied();
        for (place, letter) in syllable.unwrap_or_default().chars().enumerate() {
            password.push(if place == 0 {
                letter.to_ascii_uppercase()
            } else {
                letter
            });
        }
        push_digit(&mut password, source);
        groups += 1;
    }
    while password.len() < length {
        push_digit(&mut password, source);
    }
    password
}

fn push_digit(password: &mut String, source: &mut Source<'_>) {
    if let Some(digit) = DIGITS.get(below(DIGITS.len(), source)) {
        password.push(char::from(*digit));
    }
}

/// A number below `count` (at most 65,536), every one as likely as the others.
fn below(count: usize, source: &mut Source<'_>) -> usize {
    const RANGE: usize = 1 << 16;
    let fair = RANGE - RANGE % count;
    loop {
        let mut bytes = Zeroizing::new([0; 2]);
        source(bytes.as_mut());
        let number = usize::from(u16::from_le_bytes(*bytes));
        // Numbers beyond the last whole multiple would favour the first of the list.
        if number < fair {
            return number % count;
        }
    }
}

#[cfg(test)]
mod tests;
