//! What can be wrong with a policy.

use serde::Serialize;

/// Longest key that is shown, in characters. A policy's own keys have at most twenty.
const LONGEST_KEY: usize = 80;

/// A policy that doesn't hold, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(
    feature = "typescript",
    derive(ts_rs::TS),
    ts(export, rename = "PolicyRefused")
)]
pub struct Refused {
    /// Where it lies: a file's path or a registry key; several are joined by a comma.
    pub source: String,
    /// Everything that is wrong with it.
    pub problems: Vec<Problem>,
}

/// One thing that is wrong with a policy. It names the key and never a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(
    feature = "typescript",
    derive(ts_rs::TS),
    ts(export, rename = "PolicyProblem")
)]
pub struct Problem {
    /// The key at fault, with the place in it (`callerChecklist[2]`); `None` if it is the policy as a whole.
    pub key: Option<String>,
    /// What is wrong.
    pub kind: ProblemKind,
    /// What was expected, to be shown as it is: `1–240`, `locked | offered`, `#rrggbb`. For [`ProblemKind::Malformed`]
    /// it is the line and column of the mistake, for [`ProblemKind::NeedsKey`] the key that is missing.
    pub expected: Option<String>,
}

/// The kinds of mistakes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(
    feature = "typescript",
    derive(ts_rs::TS),
    ts(export, rename = "PolicyProblemKind")
)]
pub enum ProblemKind {
    /// There is no such key.
    UnknownKey,
    /// A number in place of a text, and the like.
    WrongType,
    /// Out of bounds, or nothing that this key knows.
    WrongValue,
    /// The key means nothing without another one.
    NeedsKey,
    /// The file isn't JSON, isn't a property list, or has a key twice.
    Malformed,
    /// The file is larger than any policy.
    TooLarge,
    /// The file or its folder is a symbolic link.
    Symlink,
    /// Something else lies where the file or its folder should be.
    NotAFile,
    /// The file or its folder belongs to somebody else than the system's administrator.
    NotOwnedByRoot,
    /// Others than the administrator may change the file or its folder.
    WritableByOthers,
    /// It is there and can't be read.
    Unreadable,
}

impl Problem {
    /// A problem of the policy as a whole.
    pub(crate) fn whole(kind: ProblemKind) -> Self {
        Self {
            key: None,
            kind,
            expected: None,
        }
    }

    /// A problem of one key. A key that nobody here chose is shown with its invisible characters made visible, and no
    /// longer than a line.
    pub(crate) fn of(key: &str, kind: ProblemKind, expected: Option<String>) -> Self {
        let mut shown: String = key.chars().take(LONGEST_KEY).flat_map(visible).collect();
        if key.chars().count() > LONGEST_KEY {
            shown.push('…');
        }
        Self {
            key: Some(shown),
            kind,
            expected,
        }
    }
}

fn visible(character: char) -> Vec<char> {
    if crate::rules::is_invisible(character) {
        character.escape_unicode().collect()
    } else {
        vec![character]
    }
}
