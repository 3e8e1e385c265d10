//! A contact as the service shows it: enough to recognise, too little to write to.

use super::ContactKind;

/// `j***@e***` for an email address, `+*******9934` for a phone number: the forms seen on the service in 2026
/// and in its API reference.
pub(super) fn masked(kind: ContactKind, value: &str) -> String {
    match kind {
        ContactKind::Email => {
            let (local, domain) = value.split_once('@').unwrap_or((value, ""));
            let first = |part: &str| part.chars().next().map(String::from).unwrap_or_default();
            format!("{}***@{}***", first(local), first(domain))
        }
        ContactKind::Phone => {
            let before_the_last_four = value.chars().count().saturating_sub(4);
            let end: String = value.chars().skip(before_the_last_four).collect();
            format!("+*******{end}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_5_1_contacts_are_masked_as_the_service_masks_them() {
        for (kind, value, shown) in [
            (ContactKind::Email, "jane@example.com", "j***@e***"),
            (ContactKind::Email, "é@ü.example", "é***@ü***"),
            (ContactKind::Email, "no-at-sign", "n***@***"),
            (ContactKind::Phone, "+12065559934", "+*******9934"),
            (ContactKind::Phone, "+49", "+*******+49"),
        ] {
            assert_eq!(masked(kind, value), shown);
        }
    }
}
