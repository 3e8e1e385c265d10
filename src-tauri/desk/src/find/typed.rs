//! What was typed or pasted into the box, cleaned, and what it looks like.

use cognito::FailureCode;
use unicode_normalization::UnicodeNormalization;

/// More than this many bytes can't hold a search: 256 characters, of four bytes at most.
const MOST_BYTES: usize = 4 * 256;

/// Takes what was typed: without space at its ends and invisible marks, one space between words,
/// composed (NFC), and only the address of `Jane Ellis <jane@example.com>`. `None` is an empty box.
///
/// # Errors
/// `SearchTooLong` at once for what no search can hold; `SearchMalformed` for control characters.
pub(super) fn clean(typed: &str) -> Result<Option<String>, FailureCode> {
    let typed = typed.trim();
    if typed.len() > MOST_BYTES {
        return Err(FailureCode::SearchTooLong);
    }
    if typed.chars().any(char::is_control) {
        return Err(FailureCode::SearchMalformed);
    }
    let visible: String = typed.chars().filter(|mark| !is_invisible(*mark)).nfc().collect();
    let text = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = address_within(&text).unwrap_or(&text);
    let text = ["mailto:", "tel:"]
        .iter()
        .find_map(|scheme| text.strip_prefix(scheme))
        .unwrap_or(text)
        .trim();
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

/// Marks that come along when something is copied and that nobody types: soft hyphens, zero-width
/// spaces, marks of direction. Joiners stay, because emoji and some scripts need them.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}

/// The address in `Jane Ellis <jane@example.com>`, as mail programs copy it.
fn address_within(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once('<')?;
    let address = rest.strip_suffix('>')?;
    address.contains('@').then_some(address)
}

/// Whether it is an id as the service makes them: a UUID.
pub(super) fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.len() == 5
        && groups.iter().zip([8, 4, 4, 4, 12]).all(|(group, length)| {
            group.len() == length && group.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pasted_is_cleaned() {
        for (typed, cleaned) in [
            ("  jane@example.com\r\n", Some("jane@example.com")),
            ("Jane\u{a0} \u{2009}Ellis", Some("Jane Ellis")),
            ("\u{202a}+49 170 1234567\u{202c}", Some("+49 170 1234567")),
            ("שלום\u{200f}", Some("שלום")),
            ("Zoe\u{308}", Some("Zo\u{eb}")),
            ("Jane Ellis <jane@example.com>", Some("jane@example.com")),
            ("Jane <3", Some("Jane <3")),
            ("mailto:jane@example.com", Some("jane@example.com")),
            ("tel:+49170", Some("+49170")),
            ("\u{1f469}\u{200d}\u{1f52c}", Some("\u{1f469}\u{200d}\u{1f52c}")),
            (r#"O"Neil \ 100%"#, Some(r#"O"Neil \ 100%"#)),
            ("", None),
            (" \u{a0}\t\u{feff}\n", None),
            ("mailto:", None),
        ] {
            assert_eq!(clean(typed), Ok(cleaned.map(str::to_owned)), "{typed:?}");
        }
    }

    #[test]
    fn what_cannot_be_searched_is_refused() {
        for typed in ["jane\tellis", "a\nb", "a\u{0}", "a\u{7f}b", "a\u{85}b"] {
            assert_eq!(clean(typed), Err(FailureCode::SearchMalformed), "{typed:?}");
        }
        assert_eq!(clean(&"a".repeat(10_000)), Err(FailureCode::SearchTooLong));
        assert_eq!(clean(&"😀".repeat(10_000)), Err(FailureCode::SearchTooLong));
    }

    #[test]
    fn ids_are_told_from_what_looks_like_them() {
        assert!(is_uuid("6fd4c1a6-90b1-4f39-a6ab-0123456789ab"));
        assert!(is_uuid("6FD4C1A6-90B1-4F39-A6AB-0123456789AB"));
        for other in [
            "6fd4c1a6-90b1-4f39-a6ab-0123456789a",
            "6fd4c1a690b14f39a6ab0123456789ab",
            "6fd4c1g6-90b1-4f39-a6ab-0123456789ab",
            "eu-central-1_abc-d",
        ] {
            assert!(!is_uuid(other), "{other}");
        }
    }
}
