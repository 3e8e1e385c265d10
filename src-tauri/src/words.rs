//! Words for the command line, in the person's language. The checks' are the window's own.

use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

/// The languages there are, each with its messages.
const LANGUAGES: [(&str, [&str; 2]); 2] = [
    (
        "en",
        [
            include_str!("../../ui/locales/en/checks.ftl"),
            include_str!("../locales/en/command-line.ftl"),
        ],
    ),
    (
        "de",
        [
            include_str!("../../ui/locales/de/checks.ftl"),
            include_str!("../locales/de/command-line.ftl"),
        ],
    ),
];

/// What a message is filled in with, by name.
pub type Facts = BTreeMap<String, String>;

/// The messages of one language.
pub struct Words(FluentBundle<FluentResource>);

impl Words {
    /// Those of the language nearest to a BCP 47 or POSIX tag; English where there is none.
    pub fn nearest(tag: Option<&str>) -> Self {
        let primary = tag.unwrap_or_default().split(['-', '_', '.']).next();
        let primary = primary.unwrap_or_default().to_ascii_lowercase();
        let [english, _] = LANGUAGES;
        let found = LANGUAGES.into_iter().find(|(language, _)| *language == primary);
        let (language, files) = found.unwrap_or(english);
        let mut bundle = FluentBundle::new(vec![language.parse().unwrap_or_default()]);
        // Isolation characters would be printed by many terminals.
        bundle.set_use_isolating(false);
        for file in files {
            let resource = match FluentResource::try_new(file.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self(bundle)
    }

    /// The message `id`, or its attribute (`id.attribute`), filled in; `None` where there is none.
    pub fn find(&self, id: &str, facts: &Facts) -> Option<String> {
        let (id, attribute) = match id.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (id, None),
        };
        let message = self.0.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let arguments: FluentArgs<'_> = facts
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let mut lost = Vec::new();
        let text = self.0.format_pattern(pattern, Some(&arguments), &mut lost);
        Some(text.into_owned())
    }

    /// The message `id`, filled in; the id itself where there is none, which a test rules out.
    pub fn say(&self, id: &str, facts: &Facts) -> String {
        self.find(id, facts).unwrap_or_else(|| id.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Each message and attribute with what it fills in, as the text of the file says.
    fn messages(files: [&str; 2]) -> BTreeMap<String, BTreeSet<&str>> {
        let mut found: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        let (mut message, mut current) = (String::new(), String::new());
        for line in files.iter().flat_map(|file| file.lines()) {
            if let Some((id, _)) = line
                .split_once(" = ")
                .filter(|_| line.starts_with(|first: char| first.is_ascii_lowercase()))
            {
                (message, current) = (id.to_owned(), id.to_owned());
                assert!(
                    found.insert(current.clone(), BTreeSet::new()).is_none(),
                    "{id} twice"
                );
            } else if let Some((attribute, _)) = line.trim_start().split_once(" = ")
                && attribute.starts_with('.')
            {
                current = format!("{message}{attribute}");
                found.insert(current.clone(), BTreeSet::new());
            }
            for rest in line.split('$').skip(1) {
                let name = rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap();
                found.get_mut(&current).unwrap().insert(name);
            }
        }
        found
    }

    #[test]
    fn every_language_has_the_same_messages_and_fills_in_the_same() {
        let [(_, english), others @ ..] = LANGUAGES;
        assert!(messages(english).len() > 60);
        for (language, files) in others {
            assert_eq!(messages(files), messages(english), "{language}");
        }
    }

    #[test]
    fn every_message_is_whole_once_it_is_filled_in() {
        for (language, files) in LANGUAGES {
            let words = Words::nearest(Some(language));
            for (id, names) in messages(files) {
                let facts = names
                    .into_iter()
                    .map(|name| (name.to_owned(), format!("<{name}>")))
                    .collect();
                let text = words
                    .find(&id, &facts)
                    .unwrap_or_else(|| panic!("{language}: {id}"));
                assert!(
                    !text.trim().is_empty() && !text.contains(['{', '$']),
                    "{id}: {text}"
                );
            }
        }
    }

    #[test]
    fn the_nearest_language_is_taken() {
        let name = |tag| Words::nearest(tag).say("check-name-clock", &Facts::new());
        for tag in ["de", "de-AT", "de_DE.UTF-8", "DE"] {
            assert_eq!(name(Some(tag)), "Datum und Uhrzeit");
        }
        for tag in [None, Some(""), Some("C.UTF-8"), Some("fr"), Some("den")] {
            assert_eq!(name(tag), "Date and time");
        }
    }
}
