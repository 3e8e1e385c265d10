//! From what was typed to the attempts to make, in order.

use cognito::{
    Failure, FailureCode, Filter, FilterAttribute, FilterMatch, PoolSettings, SignInName, User, UserStatus,
};
use serde::{Deserialize, Serialize};

use super::case::variants;
use super::number::Number;
use super::typed::{clean, is_uuid};

/// Longest user name, in UTF-16 units ("Username" in the service's model).
const LONGEST_USERNAME: usize = 128;
/// A number of at least so many digits is most likely whole.
const WHOLE_NUMBER: usize = 9;

/// Which users to list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum Narrowing {
    /// All.
    #[default]
    Everybody,
    /// Those whose account is switched on.
    SwitchedOn,
    /// Those whose account is switched off.
    SwitchedOff,
    /// Those in one status.
    InStatus {
        /// The status.
        status: UserStatus,
    },
}

impl Narrowing {
    /// The service's own filter for it, for when nothing else is asked: it takes one attribute only.
    fn filter(self) -> Option<Filter> {
        match self {
            Self::Everybody => None,
            Self::SwitchedOn => Some(Filter::enabled(true)),
            Self::SwitchedOff => Some(Filter::enabled(false)),
            Self::InStatus { status } => Filter::in_status(status),
        }
    }

    pub(super) fn admits(self, user: &User) -> bool {
        match self {
            Self::Everybody => true,
            Self::SwitchedOn => user.enabled,
            Self::SwitchedOff => !user.enabled,
            Self::InStatus { status } => user.status == status,
        }
    }
}

/// What to say beside the results of a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum SearchHint {
    /// A phone number without its country: pools hold numbers from `+` on, and only a beginning can
    /// be searched for.
    NationalNumber,
    /// The end of an address: only a beginning can be searched for.
    DomainAlone,
}

/// One question to the service.
pub(super) struct Attempt {
    pub(super) filter: Option<Filter>,
    /// The words that the shown name has to hold, in small letters: two attributes at once can't be
    /// asked for.
    pub(super) words: Vec<String>,
    /// Another way to write what the attempt before asked for: needless where the service looks
    /// without regard to case.
    pub(super) respelled: bool,
    /// Whoever this finds is who was meant: what only begins alike needn't be looked for.
    pub(super) settles: bool,
}

/// The attempts of one search, the likeliest first.
pub struct Plan {
    pub(super) attempts: Vec<Attempt>,
    pub(super) narrowing: Narrowing,
    pub(super) hint: Option<SearchHint>,
    /// What was typed, if anything was.
    pub(super) text: Option<String>,
    pub(super) case_sensitive: bool,
}

impl Plan {
    /// What to ask the service for `typed` in this pool; nothing typed lists everybody.
    ///
    /// # Errors
    /// `SearchTooLong` where no question of at most 256 characters can hold it, `SearchMalformed`
    /// for control characters.
    pub fn new(typed: &str, narrowing: Narrowing, pool: &PoolSettings) -> Result<Self, Failure> {
        let mut plan = Self {
            attempts: Vec::new(),
            narrowing,
            hint: None,
            text: clean(typed)?,
            case_sensitive: pool.case_sensitive,
        };
        let Some(text) = plan.text.clone() else {
            plan.attempts.push(Attempt {
                filter: narrowing.filter(),
                words: Vec::new(),
                respelled: false,
                settles: false,
            });
            return Ok(plan);
        };
        let people = People {
            by_name: pool.username_contacts.is_empty(),
            names_may_be_addresses: !pool.alias_contacts.contains(&SignInName::Email),
        };
        if is_uuid(&text) {
            plan.id(&text, people);
        } else if text.contains('@') && !text.contains(' ') {
            plan.address(&text, people);
        } else if let Some(number) = Number::read(&text) {
            plan.number(&text, number, people);
        } else {
            plan.words(&text, people);
        }
        if plan.attempts.is_empty() {
            // Every attempt was longer than the service takes.
            return Err(FailureCode::SearchTooLong.into());
        }
        Ok(plan)
    }

    fn id(&mut self, text: &str, people: People) {
        use FilterAttribute as By;
        self.attempt(By::Sub, FilterMatch::Whole, &text.to_lowercase(), true);
        if people.by_name {
            self.every_case(By::Username, FilterMatch::Whole, text, true);
        }
        self.every_case(By::PreferredUsername, FilterMatch::Whole, text, false);
    }

    fn address(&mut self, text: &str, people: People) {
        use FilterAttribute as By;
        let (mailbox, host) = text.split_once('@').unwrap_or_default();
        if mailbox.is_empty() {
            self.hint = Some(SearchHint::DomainAlone);
        } else {
            if host.contains('.') {
                self.every_case(By::Email, FilterMatch::Whole, text, true);
                if people.by_name && people.names_may_be_addresses {
                    self.user_name(FilterMatch::Whole, text, true);
                }
            }
            self.every_case(By::Email, FilterMatch::Beginning, text, false);
        }
        if people.by_name && people.names_may_be_addresses {
            self.user_name(FilterMatch::Beginning, text, false);
        }
        self.every_case(By::PreferredUsername, FilterMatch::Beginning, text, false);
    }

    fn number(&mut self, text: &str, number: Number, people: People) {
        use FilterAttribute as By;
        let (digits, phone_first) = match &number {
            Number::International(number) => {
                if number.len() > WHOLE_NUMBER {
                    self.attempt(By::Phone, FilterMatch::Whole, number, true);
                }
                self.attempt(By::Phone, FilterMatch::Beginning, number, false);
                (number.clone(), true)
            }
            Number::Digits(digits) => {
                // Short numbers are rather a person's or a kiosk's.
                let phone_first = digits.len() >= WHOLE_NUMBER;
                if phone_first {
                    self.attempt(By::Phone, FilterMatch::Beginning, &format!("+{digits}"), false);
                }
                (digits.clone(), phone_first)
            }
            Number::National(digits) => {
                self.hint = Some(SearchHint::NationalNumber);
                (digits.clone(), true)
            }
        };
        let mut spellings = vec![text];
        if digits != text {
            spellings.push(&digits);
        }
        spellings.retain(|spelling| !spelling.contains(' '));
        if people.by_name {
            for matching in [FilterMatch::Whole, FilterMatch::Beginning] {
                for spelling in &spellings {
                    self.user_name(matching, spelling, false);
                }
            }
        }
        if !phone_first {
            self.attempt(By::Phone, FilterMatch::Beginning, &format!("+{digits}"), false);
        }
        for by in [By::PreferredUsername, By::Email] {
            for spelling in &spellings {
                self.attempt(by, FilterMatch::Beginning, spelling, false);
            }
        }
        if self.attempts.is_empty() {
            // Written with spaces in a pool without user names: it may still be somebody's name.
            self.attempt(By::Name, FilterMatch::Beginning, text, false);
        }
    }

    fn words(&mut self, text: &str, people: People) {
        use FilterAttribute as By;
        let one_word = !text.contains(' ');
        if one_word && people.by_name {
            self.user_name(FilterMatch::Whole, text, false);
            self.user_name(FilterMatch::Beginning, text, false);
        }
        self.every_case(By::Name, FilterMatch::Beginning, text, false);
        if let Some((family, given)) = text.split_once(',') {
            let turned = format!("{} {}", given.trim(), family.trim());
            self.every_case(By::Name, FilterMatch::Beginning, turned.trim(), false);
        }
        self.every_case(By::GivenName, FilterMatch::Beginning, text, false);
        self.every_case(By::FamilyName, FilterMatch::Beginning, text, false);
        if one_word {
            self.every_case(By::Email, FilterMatch::Beginning, text, false);
        } else {
            self.given_and_family(text);
        }
        self.every_case(By::PreferredUsername, FilterMatch::Beginning, text, false);
    }

    /// Those who have the one word for a family name, and the other ones in what they are called.
    fn given_and_family(&mut self, text: &str) {
        let words: Vec<String> = text
            .split([' ', ','])
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let (Some(first), Some(last)) = (words.first(), words.last()) else {
            return;
        };
        for family in [last, first] {
            let from = self.attempts.len();
            self.every_case(
                FilterAttribute::FamilyName,
                FilterMatch::Whole,
                &capital_first(family),
                false,
            );
            for attempt in self.attempts.iter_mut().skip(from) {
                attempt.words.clone_from(&words);
            }
        }
    }

    /// A user name. Even where a pool doesn't tell capitals apart, the search for user names may
    /// (API reference, `ListUsers`), and such pools keep them in small letters.
    fn user_name(&mut self, matching: FilterMatch, text: &str, settles: bool) {
        if text.encode_utf16().count() > LONGEST_USERNAME {
            return;
        }
        self.every_case(FilterAttribute::Username, matching, text, settles);
        let lower = text.to_lowercase();
        if !self.case_sensitive && lower != text {
            self.attempt(FilterAttribute::Username, matching, &lower, settles);
            if let Some(attempt) = self.attempts.last_mut() {
                attempt.respelled = true;
            }
        }
    }

    /// One attempt as typed and, where the pool tells capitals apart, one for each other way to
    /// write it.
    fn every_case(&mut self, by: FilterAttribute, matching: FilterMatch, text: &str, settles: bool) {
        if !self.case_sensitive {
            self.attempt(by, matching, text, settles);
            return;
        }
        for (index, variant) in variants(text).iter().enumerate() {
            let before = self.attempts.len();
            self.attempt(by, matching, variant, settles);
            if let Some(attempt) = self.attempts.get_mut(before) {
                attempt.respelled = index > 0;
            }
        }
    }

    /// One attempt, unless its question is longer than the service takes.
    fn attempt(&mut self, by: FilterAttribute, matching: FilterMatch, value: &str, settles: bool) {
        if let Ok(filter) = Filter::new(by, matching, value) {
            self.attempts.push(Attempt {
                filter: Some(filter),
                words: Vec::new(),
                respelled: false,
                settles,
            });
        }
    }
}

/// How the people of a pool are called.
#[derive(Clone, Copy)]
struct People {
    /// By user names that somebody chose; else the service made them up.
    by_name: bool,
    /// Whether such a name may look like an email address (developer guide: not where addresses are
    /// aliases).
    names_may_be_addresses: bool,
}

fn capital_first(lower: &str) -> String {
    let mut characters = lower.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

#[cfg(test)]
mod tests;
