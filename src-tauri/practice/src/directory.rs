//! The users of one pool, those that were made one by one and those that were populated, and what
//! a list that lags behind shows of them.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::clock::Moment;
use crate::population::Population;
use crate::user::User;

/// The users of one pool, by sub.
///
/// A populated person is no more than a number until somebody asks for them by name; from then on
/// they are a user like any other.
#[derive(Default)]
pub(crate) struct Directory {
    known: BTreeMap<String, User>,
    population: Option<Population>,
    /// What users were before they were written, while a list may still show it: when they were
    /// written, and nobody where there was nobody.
    past: BTreeMap<String, Vec<(Moment, Option<User>)>>,
    lag: Duration,
    now: Moment,
}

impl Directory {
    /// Tells the time of the request under way, and how far lists lag behind.
    pub(crate) fn begin(&mut self, now: Moment, lag: Duration) {
        self.now = now;
        self.lag = lag;
        if lag.is_zero() {
            self.past.clear();
        }
    }

    pub(crate) fn populate(&mut self, population: Population) {
        self.population = Some(population);
    }

    pub(crate) const fn population(&self) -> Option<&Population> {
        self.population.as_ref()
    }

    /// How many users there are.
    pub(crate) fn len(&self) -> usize {
        self.known.len() + self.population.as_ref().map_or(0, Population::remaining)
    }

    /// The users that are more than a number.
    pub(crate) fn known(&self) -> impl Iterator<Item = &User> {
        self.known.values()
    }

    pub(crate) fn get(&self, sub: &str) -> Option<&User> {
        self.known.get(sub)
    }

    pub(crate) fn get_mut(&mut self, sub: &str) -> Option<&mut User> {
        if let Some(user) = self.known.get(sub).filter(|_| !self.lag.is_zero()) {
            let before = user.snapshot();
            self.remember(sub, Some(before));
        }
        self.known.get_mut(sub)
    }

    pub(crate) fn insert(&mut self, user: User) {
        if !self.lag.is_zero() {
            self.remember(&user.sub, None);
        }
        self.known.insert(user.sub.clone(), user);
    }

    pub(crate) fn remove(&mut self, sub: &str) {
        let before = self.known.remove(sub);
        if before.is_some() && !self.lag.is_zero() {
            self.remember(sub, before);
        }
    }

    /// Makes a user of the populated person whom `choose` picks, and gives their sub.
    pub(crate) fn adopt(&mut self, choose: impl FnOnce(&Population) -> Option<u32>) -> Option<String> {
        let population = self.population.as_mut()?;
        let index = choose(population)?;
        let user = population.take(index)?;
        let sub = user.sub.clone();
        self.known.insert(sub.clone(), user);
        Some(sub)
    }

    fn remember(&mut self, sub: &str, before: Option<User>) {
        let (now, lag) = (self.now, self.lag);
        let past = self.past.entry(sub.to_owned()).or_default();
        past.retain(|(written, _)| now.since(*written) < lag);
        past.push((now, before));
    }

    /// The users that are more than a number, as a list shows them that lags behind.
    pub(crate) fn seen(&self) -> impl Iterator<Item = &User> {
        let gone = self.past.keys().filter(|sub| !self.known.contains_key(*sub));
        self.known.keys().chain(gone).filter_map(|sub| {
            let unseen = self.past.get(sub).and_then(|past| {
                past.iter()
                    .find(|(written, _)| self.now.since(*written) < self.lag)
            });
            match unseen {
                Some((_, before)) => before.as_ref(),
                None => self.known.get(sub),
            }
        })
    }
}
