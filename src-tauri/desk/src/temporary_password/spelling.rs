//! How to read a password out, character by character.

use serde::Serialize;

/// The international radiotelephony alphabet (ICAO Annex 10, also used by NATO), in its own spelling.
const ALPHABET: [&str; 26] = [
    "Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "India", "Juliett", "Kilo",
    "Lima", "Mike", "November", "Oscar", "Papa", "Quebec", "Romeo", "Sierra", "Tango", "Uniform", "Victor",
    "Whiskey", "X-ray", "Yankee", "Zulu",
];

/// What a character is. The page has the words, in its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum CharacterKind {
    /// A capital.
    Upper,
    /// A small letter.
    Lower,
    /// A digit.
    Digit,
    /// Anything else; the page names it.
    Symbol,
}

/// One character of a password, to be spelled. It says a part of the password, so it has no `Debug`.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct Spelled {
    /// The character.
    pub character: char,
    /// What it is.
    pub kind: CharacterKind,
    /// For A to Z and a to z: the word of the radiotelephony alphabet, which is the same in all languages.
    pub word: Option<&'static str>,
}

/// Spells `password`, in its order.
#[must_use]
pub fn spelling(password: &str) -> Vec<Spelled> {
    password.chars().map(spell).collect()
}

fn spell(character: char) -> Spelled {
    let kind = if character.is_uppercase() {
        CharacterKind::Upper
    } else if character.is_lowercase() {
        CharacterKind::Lower
    } else if character.is_ascii_digit() {
        CharacterKind::Digit
    } else {
        CharacterKind::Symbol
    };
    let word = character
        .is_ascii_alphabetic()
        .then(|| u32::from(character.to_ascii_lowercase()) - u32::from('a'))
        .and_then(|index| ALPHABET.get(usize::try_from(index).ok()?).copied());
    Spelled {
        character,
        kind,
        word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_their_word_and_everything_its_kind() {
        let spelled = serde_json::to_value(spelling("Kx7-")).unwrap();
        let expected = serde_json::json!([
            {"character": "K", "kind": "upper", "word": "Kilo"},
            {"character": "x", "kind": "lower", "word": "X-ray"},
            {"character": "7", "kind": "digit", "word": null},
            {"character": "-", "kind": "symbol", "word": null},
        ]);
        assert_eq!(spelled, expected);
    }

    #[test]
    fn every_letters_word_begins_with_it_and_no_two_are_alike() {
        let mut words: Vec<&str> = ('a'..='z').filter_map(|letter| spell(letter).word).collect();
        for (word, letter) in words.iter().zip('A'..='Z') {
            assert!(word.starts_with(letter), "{word}");
        }
        words.dedup();
        assert_eq!(words.len(), 26);
    }

    #[test]
    fn other_scripts_have_a_kind_and_no_word() {
        assert!(spell('Ж').kind == CharacterKind::Upper && spell('Ж').word.is_none());
        assert!(spell('ß').kind == CharacterKind::Lower && spell('ß').word.is_none());
        assert!(spell('€').kind == CharacterKind::Symbol && spell(' ').kind == CharacterKind::Symbol);
    }
}
