//! Whom a search has shown already.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

use cognito::User;

/// Remembers users by hashes of their names alone, a few bytes each: no search keeps its pages.
#[derive(Default)]
pub(super) struct Seen {
    hasher: RandomState,
    names: HashSet<u64>,
    /// By a name without regard to case: as it was written, or that it was written in several ways.
    spellings: HashMap<u64, Spelling>,
}

enum Spelling {
    One(u64),
    Several,
}

impl Seen {
    /// Remembers this user; whether for the first time.
    pub(super) fn is_new(&mut self, user: &User) -> bool {
        self.names.insert(self.hasher.hash_one(&user.username))
    }

    /// Remembers how this user's name and address are written.
    pub(super) fn note_spelling(&mut self, user: &User) {
        for (kind, name) in names(user) {
            let written = self.hasher.hash_one((kind, name));
            let spelling = self
                .spellings
                .entry(self.hasher.hash_one((kind, name.to_lowercase())))
                .or_insert(Spelling::One(written));
            if matches!(spelling, Spelling::One(first) if *first != written) {
                *spelling = Spelling::Several;
            }
        }
    }

    /// Whether another noted user's name or address is the same but for the case of letters.
    pub(super) fn is_case_twin(&self, user: &User) -> bool {
        names(user).any(|(kind, name)| {
            let folded = self.hasher.hash_one((kind, name.to_lowercase()));
            matches!(self.spellings.get(&folded), Some(Spelling::Several))
        })
    }
}

fn names(user: &User) -> impl Iterator<Item = (&'static str, &str)> {
    let address = user.email.as_ref().map(|email| ("email", email.value.as_str()));
    std::iter::once(("username", user.username.as_str())).chain(address)
}
