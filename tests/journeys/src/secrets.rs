//! What was typed or shown and must not be in any log, however talkative.

use std::collections::BTreeSet;

/// Shorter ones could be part of anything.
const SHORTEST: usize = 4;

/// What the page shows for one person's eyes: whose accounts there are, codes, passwords, an authenticator's secret.
pub(crate) const SHOWN: &str = "
    const seen = (selector, kind, read) =>
        [...document.querySelectorAll(selector)].map((e) => [kind, (read(e) ?? '').trim()]);
    return [
        ...seen('[data-code]', 'a code', (e) => e.textContent),
        ...seen('[data-password]', 'a temporary password', (e) => e.textContent),
        ...seen('[data-secret]', 'an authenticator’s secret', (e) => e.textContent),
        ...seen('[data-username]', 'a user name', (e) => e.dataset.username),
        ...seen('[data-to]', 'an address', (e) => e.dataset.to),
        ...seen('#username', 'a user name', (e) => e.value),
    ]";

/// Texts, each with what it is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Secrets(BTreeSet<(String, String)>);

impl Secrets {
    /// Remembers a text and what it is; one that is too short to be found is left out.
    pub(crate) fn add(&mut self, kind: &str, text: &str) {
        if text.chars().count() >= SHORTEST {
            self.0.insert((kind.to_owned(), text.to_owned()));
        }
    }

    /// Remembers all of another's.
    pub(crate) fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// What is in this log and should not be: the kinds, never the texts.
    pub(crate) fn kinds_in(&self, log: &str) -> Vec<String> {
        let found = self.0.iter().filter(|(_, text)| has_word(log, text));
        let kinds: BTreeSet<&String> = found.map(|(kind, _)| kind).collect();
        kinds.into_iter().cloned().collect()
    }
}

/// Whether `text` stands in `log` by itself: not as a part of a longer word or number.
fn has_word(log: &str, text: &str) -> bool {
    log.match_indices(text).any(|(start, _)| {
        let before = log.get(..start).and_then(|before| before.chars().next_back());
        let after = log
            .get(start + text.len()..)
            .and_then(|after| after.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_found_by_itself_and_named_by_its_kind() {
        let mut secrets = Secrets::default();
        secrets.add("a code", "491027");
        secrets.add("a user name", "jane");
        secrets.add("nothing", "abc");
        assert_eq!(
            secrets.kinds_in("typed=491027 by user=\"jane\""),
            ["a code", "a user name"]
        );
        assert!(secrets.kinds_in("19:05:41.491027Z janet abc").is_empty());
    }
}
