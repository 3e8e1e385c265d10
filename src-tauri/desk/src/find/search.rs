//! A search as it runs: attempt by attempt, page by page, holding no page.

use std::time::Duration;

use cognito::{AdminClient, Failure, FailureCode, FilterAttribute, FilterMatch, PageToken, User, UserPage};
use serde::Serialize;
use tokio::time::Instant;

use super::pace::Pace;
use super::plan::{Attempt, Plan, SearchHint};
use super::seen::Seen;

/// Users asked for at once, the most that the service gives.
const PAGE: u32 = 60;
/// Requests for one page of results: the service's pages may be empty although more follow.
const MOST_REQUESTS: usize = 20;
/// How long the service takes a token (developer guide).
const TOKEN_LIFE: Duration = Duration::from_secs(60 * 60);
/// Pages that are asked for again, where a token is too old, to go on behind them.
const MOST_REPEATED: usize = 15;

/// An attribute that was searched, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct Way {
    /// The attribute.
    pub attribute: FilterAttribute,
    /// Whether all of it, or its beginning.
    pub matching: FilterMatch,
}

/// What a search has done so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct Tried {
    /// What was searched, in order, each once; nothing where everybody is listed.
    pub ways: Vec<Way>,
    /// What to say beside the results.
    pub hint: Option<SearchHint>,
}

/// A user whom a search found.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct FoundUser {
    /// The user.
    #[serde(flatten)]
    pub user: User,
    /// Whether somebody else whom this search has found, on this page or before it, has the same user
    /// name or email address but for the case of letters. Only in pools that tell them apart.
    pub case_twin: bool,
}

/// Some results of a search.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct Found {
    /// The users that weren't found before, those that are named exactly as was typed first. There
    /// may be none although more may follow.
    pub users: Vec<FoundUser>,
    /// Whether asking on may find more.
    pub more: bool,
    /// What was done for it.
    pub tried: Tried,
}

/// A search under way. Dropping it, or the future of one of its pages, ends it: nothing goes on
/// behind it, and a page that was dropped is asked for again by the next call.
pub struct Search {
    plan: Plan,
    pool_id: String,
    pace: Pace,
    /// The attempt that is being made.
    at: usize,
    /// Where its list goes on.
    place: Option<Place>,
    /// How many of its pages came.
    pages: usize,
    /// Whether it was begun again and nobody new was found since.
    begun_again: bool,
    /// Whom it has found, where more than one attempt may find them.
    seen: Option<Seen>,
    /// Attributes in which the service doesn't tell capitals apart, as its answers show.
    folded: Vec<FilterAttribute>,
    /// The way that found who was meant.
    settled: Option<Way>,
    /// Whether it can't go on.
    ended: bool,
    ways: Vec<Way>,
}

struct Place {
    token: PageToken,
    since: Instant,
}

impl Search {
    /// A search of this pool that hasn't asked anything yet. `pace` is the session's.
    #[must_use]
    pub fn new(plan: Plan, pool_id: &str, pace: Pace) -> Self {
        Self {
            seen: plan.text.is_some().then(Seen::default),
            plan,
            pool_id: pool_id.to_owned(),
            pace,
            at: 0,
            place: None,
            pages: 0,
            begun_again: false,
            folded: Vec::new(),
            settled: None,
            ended: false,
            ways: Vec::new(),
        }
    }

    /// The next users, as soon as there are some: one request where the first attempt finds them, at
    /// most 20. `client` is for the pool's Region.
    ///
    /// # Errors
    /// `SearchEnded` where the service has forgotten the list (after an hour) and it is too long to
    /// go through again: then only a new search helps. Any [`FailureCode`] of the pool, the access to
    /// AWS and the way there; the same page can then be asked for again.
    pub async fn next_page(&mut self, client: &AdminClient) -> Result<Found, Failure> {
        for _ in 0..MOST_REQUESTS {
            if self.ended {
                return Err(FailureCode::SearchEnded.into());
            }
            if self
                .place
                .as_ref()
                .is_some_and(|place| place.since.elapsed() >= TOKEN_LIFE)
            {
                self.begin_again()?;
            }
            self.pace.turn().await;
            let Some(attempt) = self.plan.attempts.get(self.at) else {
                break;
            };
            let token = self.place.as_ref().map(|place| &place.token);
            let answer = client
                .list_users(&self.pool_id, attempt.filter.as_ref(), token, PAGE)
                .await;
            match answer {
                Ok(page) => {
                    let users = self.take(page);
                    if !users.is_empty() || !self.has_more() {
                        return Ok(self.found(users));
                    }
                }
                Err(failure) if token.is_some() && is_over(&failure) => self.begin_again()?,
                Err(failure) => return Err(failure),
            }
        }
        Ok(self.found(Vec::new()))
    }

    fn has_more(&self) -> bool {
        self.at < self.plan.attempts.len()
    }

    fn found(&self, users: Vec<FoundUser>) -> Found {
        Found {
            users,
            more: self.has_more(),
            tried: Tried {
                ways: self.ways.clone(),
                hint: self.plan.hint,
            },
        }
    }

    /// Goes through the list from its beginning; whom it had found stays known.
    fn begin_again(&mut self) -> Result<(), Failure> {
        if self.seen.is_none() || self.begun_again || self.pages > MOST_REPEATED {
            self.ended = true;
            return Err(FailureCode::SearchEnded.into());
        }
        self.place = None;
        self.pages = 0;
        self.begun_again = true;
        Ok(())
    }

    /// Takes one page of the service: the new users on it, and where to go on.
    fn take(&mut self, page: UserPage) -> Vec<FoundUser> {
        let Some(attempt) = self.plan.attempts.get(self.at) else {
            return Vec::new();
        };
        if let Some(way) = way(attempt) {
            if !self.ways.contains(&way) {
                self.ways.push(way);
            }
            if page.any_case && !self.folded.contains(&way.attribute) {
                self.folded.push(way.attribute);
            }
            if attempt.settles && !page.users.is_empty() {
                self.settled = Some(way);
            }
        }
        let mut users: Vec<User> = page
            .users
            .into_iter()
            .filter(|user| self.plan.narrowing.admits(user) && has_words(user, &attempt.words))
            .filter(|user| self.seen.as_mut().is_none_or(|seen| seen.is_new(user)))
            .collect();
        if let Some(text) = &self.plan.text {
            users.sort_by_key(|user| nearness(user, text));
        }
        if !users.is_empty() {
            self.begun_again = false;
        }
        self.pages += 1;
        self.place = page.next.map(|token| Place {
            token,
            since: Instant::now(),
        });
        if self.place.is_none() {
            self.next_attempt();
        }
        self.mark_twins(users)
    }

    /// Goes to the next attempt that may still find somebody.
    fn next_attempt(&mut self) {
        self.pages = 0;
        self.begun_again = false;
        self.at += 1;
        while let Some(attempt) = self.plan.attempts.get(self.at) {
            let way = way(attempt);
            let needless = attempt.respelled && way.is_some_and(|way| self.folded.contains(&way.attribute));
            let settled = self.settled.is_some() && self.settled != way;
            if !needless && !settled {
                return;
            }
            self.at += 1;
        }
    }

    fn mark_twins(&mut self, users: Vec<User>) -> Vec<FoundUser> {
        let mut page_alone = Seen::default();
        let spellings = self.seen.as_mut().unwrap_or(&mut page_alone);
        if self.plan.case_sensitive {
            for user in &users {
                spellings.note_spelling(user);
            }
        }
        users
            .into_iter()
            .map(|user| FoundUser {
                case_twin: spellings.is_case_twin(&user),
                user,
            })
            .collect()
    }
}

fn way(attempt: &Attempt) -> Option<Way> {
    let (attribute, matching) = attempt.filter.as_ref()?.attribute()?;
    Some(Way { attribute, matching })
}

/// Whether the service doesn't know the list any more. What it says then isn't documented beyond
/// being an invalid parameter; the question itself it had taken before.
fn is_over(failure: &Failure) -> bool {
    matches!(
        failure.code,
        FailureCode::SearchEnded | FailureCode::InputRefused | FailureCode::FilterMalformed
    )
}

fn has_words(user: &User, words: &[String]) -> bool {
    let name = user.name.as_deref().unwrap_or_default().to_lowercase();
    words
        .iter()
        .all(|word| name.split_whitespace().any(|part| part == word))
}

/// How near a user comes to what was typed: 0 letter by letter, 1 but for the case of letters, 2 else.
fn nearness(user: &User, text: &str) -> u8 {
    let names = || {
        let contacts = [&user.email, &user.phone].into_iter().flatten();
        contacts
            .map(|contact| contact.value.as_str())
            .chain([user.username.as_str()])
            .chain(user.name.as_deref())
    };
    let folded = text.to_lowercase();
    if names().any(|name| name == text) {
        0
    } else if names().any(|name| name.to_lowercase() == folded) {
        1
    } else {
        2
    }
}
