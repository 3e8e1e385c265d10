//! Random identifiers, codes and passwords, from the operating system's generator by way of AWS-LC.

use aws_lc_rs::rand;

/// Random bytes.
pub(crate) fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    // AWS-LC aborts where it has no entropy; an error here is only ever passing.
    while rand::fill(&mut bytes).is_err() {}
    bytes
}

/// `length` characters, each drawn evenly from `alphabet` (ASCII, at most 256 of them).
pub(crate) fn text(length: usize, alphabet: &[u8]) -> String {
    let fair = 256 - 256 % alphabet.len().max(1);
    let mut text = String::with_capacity(length);
    while text.len() < length {
        for byte in bytes::<32>() {
            let index = usize::from(byte);
            // Bytes beyond the last whole multiple would favour the first letters.
            if index < fair
                && text.len() < length
                && let Some(letter) = alphabet.get(index % alphabet.len().max(1))
            {
                text.push(char::from(*letter));
            }
        }
    }
    text
}

pub(crate) const DIGITS: &[u8] = b"0123456789";
pub(crate) const LOWER_CASE_AND_DIGITS: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";
pub(crate) const UPPER_CASE_AND_DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
pub(crate) const LETTERS_AND_DIGITS: &[u8] =
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// An identifier in the form of a version 4 UUID.
pub(crate) fn uuid() -> String {
    uuid_from(bytes())
}

/// The UUID with these random bits, version and variant set.
pub(crate) fn uuid_from(bits: [u8; 16]) -> String {
    uuid::Builder::from_random_bytes(bits).into_uuid().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_has_the_length_and_the_letters_asked_for() {
        let text = text(100, DIGITS);
        assert_eq!(text.len(), 100);
        assert!(text.bytes().all(|byte| byte.is_ascii_digit()));
    }

    #[test]
    fn two_are_never_the_same() {
        assert_ne!(uuid(), uuid());
        assert_ne!(bytes::<16>(), bytes::<16>());
    }
}
