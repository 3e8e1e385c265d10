//! The shapes that many operations share (API model of the service).

use crate::validation::{Member, Pattern, Shape, optional, required};

const fn text(min: usize, max: usize, pattern: &'static Pattern) -> Shape {
    Shape::Text {
        min,
        max,
        pattern: Some(pattern),
        hidden: false,
    }
}

const fn hidden(min: usize, max: usize, pattern: &'static Pattern) -> Shape {
    Shape::Text {
        min,
        max,
        pattern: Some(pattern),
        hidden: true,
    }
}

/// `\w` of the service: ASCII only.
fn is_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

/// `\S` of the service: anything but ASCII white space.
fn is_no_space(letter: char) -> bool {
    !matches!(letter, '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | ' ')
}

fn some(text: &str, class: impl Fn(char) -> bool) -> bool {
    !text.is_empty() && text.chars().all(class)
}

/// Letters, marks, symbols, numbers and punctuation: neither white space nor control characters
/// nor what cannot be seen (Unicode's "other": format characters, private use).
fn is_visible(letter: char) -> bool {
    !letter.is_whitespace()
        && !letter.is_control()
        && !matches!(letter,
            '\u{ad}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{890}'..='\u{891}'
            | '\u{8e2}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{110bd}' | '\u{110cd}'
            | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e000}'..='\u{f8ff}' | '\u{e0001}'..='\u{e007f}' | '\u{f0000}'..='\u{10ffff}')
}

const VISIBLE: Pattern = Pattern {
    text: r"[\p{L}\p{M}\p{S}\p{N}\p{P}]+",
    matches: |text| some(text, is_visible),
};
const WORD_AND_PLUS: Pattern = Pattern {
    text: r"[\w+]+",
    matches: |text| some(text, |letter| is_word(letter) || letter == '+'),
};
const NAME: Pattern = Pattern {
    text: r"[\w\s+=,.@-]+",
    matches: |text| {
        some(text, |letter| {
            is_word(letter) || !is_no_space(letter) || "+=,.@-".contains(letter)
        })
    },
};
const NO_SPACE: Pattern = Pattern {
    text: r"[\S]+",
    matches: |text| some(text, is_no_space),
};
const TOKEN: Pattern = Pattern {
    text: "[A-Za-z0-9-_=.]+",
    matches: |text| {
        some(text, |letter| {
            letter.is_ascii_alphanumeric() || "-_=.".contains(letter)
        })
    },
};

pub(crate) const USER_POOL_ID: Shape = text(
    1,
    55,
    &Pattern {
        text: r"[\w-]+_[0-9a-zA-Z]+",
        matches: |text| {
            text.rsplit_once('_').is_some_and(|(region, name)| {
                some(region, |letter| is_word(letter) || letter == '-')
                    && some(name, |letter| letter.is_ascii_alphanumeric())
            })
        },
    },
);
pub(crate) const CLIENT_ID: Shape = text(1, 128, &WORD_AND_PLUS);
pub(crate) const CLIENT_SECRET: Shape = hidden(24, 64, &WORD_AND_PLUS);
pub(crate) const SECRET_HASH: Shape = hidden(
    1,
    128,
    &Pattern {
        text: r"[\w+=/]+",
        matches: |text| some(text, |letter| is_word(letter) || "+=/".contains(letter)),
    },
);
/// Repeated in messages, unlike what the model's mark of sensitivity suggests (observed).
pub(crate) const USERNAME: Shape = text(1, 128, &VISIBLE);
/// The model says `[\S]+`; the service has been seen to allow inner spaces.
pub(crate) const PASSWORD: Shape = hidden(
    0,
    256,
    &Pattern {
        text: r"^[\S]+.*[\S]+$",
        matches: |text| {
            let mut letters = text.chars();
            letters.next().is_some_and(is_no_space)
                && letters.next_back().is_some_and(is_no_space)
                && !text.contains(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}'])
        },
    },
);
pub(crate) const CONFIRMATION_CODE: Shape = text(1, 2048, &NO_SPACE);
pub(crate) const SESSION: Shape = Shape::Text {
    min: 20,
    max: 4096,
    pattern: None,
    hidden: true,
};
/// What an authenticator app shows.
pub(crate) const USER_CODE: Shape = hidden(
    6,
    6,
    &Pattern {
        text: "[0-9]+",
        matches: |text| some(text, |letter| letter.is_ascii_digit()),
    },
);
pub(crate) const TOKEN_TEXT: Shape = hidden(0, usize::MAX, &TOKEN);
pub(crate) const NAME_TEXT: Shape = text(1, 128, &NAME);
pub(crate) const GROUP_NAME: Shape = text(1, 128, &VISIBLE);
/// How many of a list are wanted at most; none says nothing.
pub(crate) const LIMIT: Shape = Shape::Whole { min: 0, max: 60 };
pub(crate) const PAGE_TOKEN: Shape = text(1, 131_072, &NO_SPACE);
pub(crate) const FREE_TEXT: Shape = Shape::Text {
    min: 0,
    max: 131_072,
    pattern: None,
    hidden: true,
};
pub(crate) const FLAG: Shape = Shape::Flag;
pub(crate) const MAP: Shape = Shape::Map;

pub(crate) const ATTRIBUTE_NAME: Shape = text(
    1,
    32,
    &Pattern {
        text: r"[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r ]+",
        matches: |text| some(text, |letter| is_visible(letter) || "\t\n\r ".contains(letter)),
    },
);
pub(crate) const ATTRIBUTES: Shape = list(&Shape::Structure(&[
    required("Name", &ATTRIBUTE_NAME),
    optional(
        "Value",
        &Shape::Text {
            min: 0,
            max: 2048,
            pattern: None,
            hidden: true,
        },
    ),
]));

/// A list of any length.
pub(crate) const fn list(of: &'static Shape) -> Shape {
    Shape::List {
        of,
        min: 0,
        max: usize::MAX,
    }
}

// Members that most public operations take beside their own.
pub(crate) const CLIENT_METADATA: Member = optional("ClientMetadata", &MAP);
pub(crate) const ANALYTICS_METADATA: Member = optional(
    "AnalyticsMetadata",
    &Shape::Structure(&[optional("AnalyticsEndpointId", &FREE_TEXT)]),
);
pub(crate) const USER_CONTEXT_DATA: Member = optional(
    "UserContextData",
    &Shape::Structure(&[
        optional("IpAddress", &FREE_TEXT),
        optional("EncodedData", &FREE_TEXT),
    ]),
);

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::validation::validate;

    fn accepts(shape: &'static Shape, value: &str) -> bool {
        validate(&[required("It", shape)], &json!({ "It": value })).is_ok()
    }

    #[test]
    fn every_shape_at_its_edges() {
        let long = |length: usize| "a".repeat(length);
        let cases: Vec<(&'static Shape, String, bool)> = vec![
            (&USER_POOL_ID, "eu-central-1_Nw1ndPrct".into(), true),
            (&USER_POOL_ID, "eu-central-1".into(), false),
            (&USER_POOL_ID, "eu-central-1_a-b".into(), false),
            (&USER_POOL_ID, "_abc".into(), false),
            (&USER_POOL_ID, format!("eu_{}", long(52)), true),
            (&USER_POOL_ID, format!("eu_{}", long(53)), false),
            (&CLIENT_ID, long(128), true),
            (&CLIENT_ID, long(129), false),
            (&CLIENT_ID, "a-b".into(), false),
            (&CLIENT_SECRET, long(23), false),
            (&CLIENT_SECRET, long(24), true),
            (&CLIENT_SECRET, long(65), false),
            (&SECRET_HASH, "a+/=".into(), true),
            (&SECRET_HASH, "a b".into(), false),
            (&USERNAME, long(128), true),
            (&USERNAME, long(129), false),
            (&USERNAME, "jane@example.com".into(), true),
            (&USERNAME, "日本語".into(), true),
            (&USERNAME, "🦀".into(), true),
            (&USERNAME, "🦀".repeat(65), false),
            (&USERNAME, "a b".into(), false),
            (&USERNAME, "a\u{200f}b".into(), false),
            (&USERNAME, "a\u{7}b".into(), false),
            (&PASSWORD, "a b".into(), true),
            (&PASSWORD, " ab".into(), false),
            (&PASSWORD, "ab ".into(), false),
            (&PASSWORD, "a".into(), false),
            (&PASSWORD, long(256), true),
            (&PASSWORD, long(257), false),
            (&CONFIRMATION_CODE, long(2048), true),
            (&CONFIRMATION_CODE, long(2049), false),
            (&CONFIRMATION_CODE, "12 34".into(), false),
            (&SESSION, long(19), false),
            (&SESSION, long(20), true),
            (&USER_CODE, "012345".into(), true),
            (&USER_CODE, "12345".into(), false),
            (&USER_CODE, "1234567".into(), false),
            (&USER_CODE, "12a456".into(), false),
            (&TOKEN_TEXT, "aA0-_=.".into(), true),
            (&TOKEN_TEXT, "a+b".into(), false),
            (&NAME_TEXT, "My pool, no. 1".into(), true),
            (&NAME_TEXT, "pool!".into(), false),
        ];
        for (shape, value, accepted) in cases {
            assert_eq!(accepts(shape, &value), accepted, "{value}");
        }
    }
}
