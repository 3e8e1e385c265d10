//! Takes what people typed out of the service's error texts.

/// What stands in for something taken out.
const TAKEN_OUT: &str = "[…]";
/// Longest text that is kept, in characters.
const LONGEST: usize = 300;

/// `text` without anything in `typed`, without email addresses and long numbers, and without the
/// value that the service's validation messages quote ("Value 'x' at 'username' failed …").
pub(crate) fn scrub(text: &str, typed: &[&str]) -> String {
    let mut clean = text.to_owned();
    let mut typed: Vec<&str> = typed
        .iter()
        .copied()
        .filter(|secret| !secret.is_empty())
        .collect();
    // One may hold another: a user name in a password leaves nothing of it.
    typed.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
    for secret in typed {
        clean = clean.replace(secret, TAKEN_OUT);
    }
    let words: Vec<&str> = clean
        .split(' ')
        .map(|word| if is_personal(word) { TAKEN_OUT } else { word })
        .collect();
    without_quoted_value(&words.join(" "))
        .chars()
        .take(LONGEST)
        .collect()
}

/// An address, or a number long enough for a phone or a code.
fn is_personal(word: &str) -> bool {
    word.contains('@') || word.chars().filter(char::is_ascii_digit).count() >= 6
}

fn without_quoted_value(text: &str) -> String {
    let Some((before, rest)) = text.split_once("Value '") else {
        return text.to_owned();
    };
    match rest.rsplit_once("' at '") {
        Some((_, after)) => format!("{before}Value {TAKEN_OUT} at '{after}"),
        None => format!("{before}Value {TAKEN_OUT}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_was_typed_stays() {
        let text =
            "1 validation error detected: Value 'jane doe' at 'username' failed to satisfy constraint: x";
        assert_eq!(
            scrub(text, &["someone"]),
            "1 validation error detected: Value […] at 'username' failed to satisfy constraint: x"
        );
        assert_eq!(
            scrub("no jane here, nor 491027!", &["jane"]),
            "no […] here, nor […]"
        );
        assert_eq!(scrub("mail to x@y.z failed", &[]), "mail to […] failed");
        assert_eq!(scrub("not jane-x1 again", &["jane", "jane-x1"]), "not […] again");
        assert_eq!(scrub("plain", &["", "p"]), "[…]lain");
        assert!(scrub(&"long ".repeat(1000), &[]).chars().count() <= 300);
    }
}
