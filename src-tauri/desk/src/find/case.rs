//! The ways in which the same word may have been written in capitals.

/// What separates the parts of a name or an address that people begin with a capital.
const SEPARATORS: &[char] = &[' ', '.', '_', '-', '\''];

/// `text` as typed, in small letters and with capitals at the beginnings, each once. Of an address
/// only what stands before the `@` gets capitals: phones and mail programs make `Jane@` and
/// `First.Last@` of what people type.
pub(super) fn variants(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let capitals = match lower.split_once('@') {
        Some((mailbox, host)) => format!("{}@{host}", capitalised(mailbox)),
        None => capitalised(&lower),
    };
    let mut variants = vec![text.to_owned()];
    for other in [lower, capitals] {
        if !variants.contains(&other) {
            variants.push(other);
        }
    }
    variants
}

fn capitalised(lower: &str) -> String {
    let mut capitalised = String::with_capacity(lower.len());
    let mut begins = true;
    for character in lower.chars() {
        if begins {
            capitalised.extend(character.to_uppercase());
        } else {
            capitalised.push(character);
        }
        begins = SEPARATORS.contains(&character);
    }
    capitalised
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_is_there_once() {
        for (typed, ways) in [
            ("jane", vec!["jane", "Jane"]),
            ("Jane", vec!["Jane", "jane"]),
            ("JANE", vec!["JANE", "jane", "Jane"]),
            ("jane ellis", vec!["jane ellis", "Jane Ellis"]),
            ("o'neil", vec!["o'neil", "O'Neil"]),
            (
                "jane.ellis@example.com",
                vec!["jane.ellis@example.com", "Jane.Ellis@example.com"],
            ),
            ("42", vec!["42"]),
            ("名前", vec!["名前"]),
            ("éva", vec!["éva", "Éva"]),
        ] {
            assert_eq!(variants(typed), ways);
        }
    }
}
