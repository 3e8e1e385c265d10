//! Amazon Cognito user pools in memory, and as much of AWS STS as signing in to them takes.
//!
//! It speaks the service's wire protocol and was written from the service's documentation and
//! recorded answers, so that a client that works with it has a fair chance to work with the real
//! thing, and a client that is wrong about the service is caught. It sends nothing anywhere:
//! messages land in an inbox. Its clock can be moved, faults can be put in a request's way, lists
//! can be made to lag behind and pages to come back empty, operations can be refused, users can be
//! planted in any state, and a pool can be filled with a million of them.
//!
//! In process it is spoken to with [`PracticePools::answer`], or by an AWS SDK client through
//! [`connector`]; outside clients reach it on a loopback port through the binary `practice-pool`.

mod authenticator_codes;
mod client;
mod clock;
mod codes;
#[cfg(feature = "connector")]
pub mod connector;
mod directory;
mod errors;
mod faults;
mod groups;
mod identities;
mod inbox;
mod limits;
mod listings;
mod operations;
mod password_policy;
mod planted;
mod policy;
mod pool;
mod pool_rules;
mod population;
#[cfg(feature = "port")]
pub mod port;
mod random;
mod recovery_channel;
mod schema;
mod search;
pub mod seeds;
mod sessions;
mod shapes;
mod signature;
mod srp;
mod srp_timestamp;
mod state;
mod sts;
#[cfg(test)]
#[expect(
    clippy::unwrap_in_result,
    reason = "a test may stop at what it did not expect"
)]
mod tests;
mod tokens;
mod totp;
mod user;
mod validation;
mod wire;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;

pub use authenticator_codes::AuthenticatorCode;
pub use clock::{Clock, Moment};
pub use faults::{Fault, FaultKind};
pub use identities::{AccessKey, Role, RoleMfa};
pub use inbox::{Medium, Message, Purpose};
pub use planted::{Address, PlantError, Planted};
pub use policy::{Policy, PolicyError};
use population::Population;
pub use search::SearchCase;
pub use seeds::{Person, Story};
use state::State;
pub use user::{Factor, UserStatus};

/// What the pools hold to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contents {
    /// The pools and the people of [`seeds`].
    Seeded,
    /// Nothing.
    Empty,
}

/// No answer came, as a fault wanted it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Lost {
    /// The request never arrived; nothing happened.
    #[error("the request was lost on its way")]
    Request,
    /// The request was carried out, and its answer was lost.
    #[error("the answer was lost on its way")]
    Answer,
}

/// Why a pool could not be populated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PopulateError {
    /// No pool has this id.
    #[error("there is no such pool")]
    NoSuchPool,
    /// It has been populated before.
    #[error("the pool is populated already")]
    Populated,
    /// More than five million.
    #[error("a pool takes five million people at most")]
    TooMany,
}

/// A set of user pools in memory, such as one AWS account has. Every clone is the same set.
#[derive(Clone)]
pub struct PracticePools {
    shared: Arc<Shared>,
}

struct Shared {
    clock: Clock,
    contents: Contents,
    state: Mutex<State>,
}

/// Shows nothing of what is inside.
impl std::fmt::Debug for PracticePools {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("PracticePools").finish_non_exhaustive()
    }
}

impl PracticePools {
    /// The pools of [`seeds`] with their people, by the computer's clock.
    #[must_use]
    pub fn seeded() -> Self {
        Self::with_clock(Clock::running(), Contents::Seeded)
    }

    /// No pools yet, by the computer's clock.
    #[must_use]
    pub fn empty() -> Self {
        Self::with_clock(Clock::running(), Contents::Empty)
    }

    /// Pools that go by this clock.
    #[must_use]
    pub fn with_clock(clock: Clock, contents: Contents) -> Self {
        let mut state = State::default();
        if contents == Contents::Seeded {
            seeds::plant(&mut state, clock.now());
        }
        let (id, secret) = seeds::ACCESS_KEY;
        state.identities.insert(AccessKey::new(id, secret));
        Self {
            shared: Arc::new(Shared {
                clock,
                contents,
                state: Mutex::new(state),
            }),
        }
    }

    /// Takes this access key as the only one whose signatures are good, instead of
    /// [`seeds::ACCESS_KEY`], whose identity it takes over.
    pub fn accept_only_key(&self, id: &str, secret: &str) {
        let identities = &mut self.state().identities;
        identities.keys.clear();
        identities.insert(AccessKey::new(id, secret));
    }

    /// Takes this access key beside the others; one of the same id is replaced.
    pub fn add_key(&self, key: AccessKey) {
        self.state().identities.insert(key);
    }

    /// Forgets an access key, as when its user is deleted; nothing happens if it is unknown.
    pub fn forget_key(&self, id: &str) {
        self.state().identities.keys.remove(id);
    }

    /// Makes a role that can be assumed; one of the same ARN is replaced.
    pub fn add_role(&self, role: Role) {
        self.state().identities.roles.insert(role.arn.clone(), role);
    }

    /// Refuses these operations, such as `AdminResetUserPassword`, to everybody who signs, as if
    /// no policy allowed them, and no others from now on. GetCallerIdentity cannot be refused.
    pub fn deny(&self, operations: &[&str]) {
        self.state().identities.denied = operations.iter().map(|name| (*name).to_owned()).collect();
    }

    /// Answers one HTTP request as the service's endpoint does.
    ///
    /// # Errors
    ///
    /// [`Lost`] if a fault wants the request or its answer to be lost. Refusals of the service
    /// are answers, not errors.
    pub async fn answer(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, Lost> {
        wire::answer(self, request).await
    }

    /// Every message that was sent, newest last.
    #[must_use]
    pub fn inbox(&self) -> Vec<Message> {
        self.state().inbox.clone()
    }

    /// The people of the seeded pools who recover on their own, in the order to show them; nobody if
    /// nothing was seeded.
    #[must_use]
    pub fn people(&self) -> Vec<Person> {
        match self.shared.contents {
            Contents::Seeded => seeds::PEOPLE.to_vec(),
            Contents::Empty => Vec::new(),
        }
    }

    /// What the authenticator apps of everybody show now who has one or is setting one up.
    #[must_use]
    pub fn authenticator_codes(&self) -> Vec<AuthenticatorCode> {
        let now = self.shared.clock.now();
        authenticator_codes::of_everybody(&self.state().pools, now)
    }

    /// The password that somebody signs in with now, if it is one that they can be told: the seeded
    /// one, or a temporary one that a message brought. Whether it has expired doesn't matter.
    /// `username` is what they type; nothing if there is no such pool or user.
    #[must_use]
    pub fn known_password(&self, pool_id: &str, username: &str) -> Option<String> {
        let mut state = self.state();
        let State { pools, inbox, .. } = &mut *state;
        let pool = pools.get_mut(pool_id, None).ok()?;
        let sub = pool.resolve(username)?;
        let user = pool.user(&sub).ok()?;
        let current = user.password.as_ref()?;
        let invited = inbox
            .iter()
            .rev()
            .filter(|message| message.purpose == Purpose::Invitation && message.sub == sub)
            .map(|message| message.code.as_str());
        invited
            .chain([seeds::PASSWORD])
            .find(|password| current.is(pool.name_for_srp(), &user.username, password))
            .map(str::to_owned)
    }

    /// The clock that the pools go by.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.shared.clock.clone()
    }

    /// Puts a fault in the way of requests to come.
    pub fn inject(&self, fault: Fault) {
        self.state().faults.inject(fault);
    }

    /// Puts a user into a pool, in any state, and gives the user name that the pool stores.
    ///
    /// # Errors
    ///
    /// [`PlantError`] if there is no such pool, or if somebody has that name or contact.
    pub fn plant(&self, pool_id: &str, planted: Planted) -> Result<String, PlantError> {
        let now = self.shared.clock.now();
        let mut state = self.state();
        let pool = state
            .pools
            .get_mut(pool_id, None)
            .map_err(|_| PlantError::NoSuchPool)?;
        planted::plant(pool, planted, now)
    }

    /// Fills a pool with `count` invented people, at most five million: the same ones each time,
    /// with names and addresses at `example.com` domains, most of them confirmed and some in every
    /// other state. All who have a password have [`seeds::PASSWORD`].
    ///
    /// # Errors
    ///
    /// [`PopulateError`] if there is no such pool, if it has been populated before, or if that
    /// would be too many.
    pub fn populate(&self, pool_id: &str, count: u32) -> Result<(), PopulateError> {
        if count > population::MOST {
            return Err(PopulateError::TooMany);
        }
        let now = self.shared.clock.now();
        let mut state = self.state();
        let pool = state
            .pools
            .get_mut(pool_id, None)
            .map_err(|_| PopulateError::NoSuchPool)?;
        if pool.users.population().is_some() {
            return Err(PopulateError::Populated);
        }
        let named_by_sub = !pool.rules.username_attributes.is_empty();
        let population = Population::new(count, named_by_sub, pool.name_for_srp(), now);
        pool.users.populate(population);
        Ok(())
    }

    /// Makes ListUsers lag this far behind what is written, by the pools' clock, as an eventually
    /// consistent list may. AdminGetUser always tells the truth. What was written before this is
    /// listed at once.
    pub fn lag_lists(&self, lag: Duration) {
        self.state().habits.lag = lag;
    }

    /// Makes the next pages of ListUsers hold no more users than these sizes say, one after the
    /// other. A page of size zero is empty and still has a token.
    pub fn shorten_pages(&self, sizes: &[usize]) {
        self.state().habits.pages = sizes.iter().copied().collect();
    }

    /// Chooses which searches of ListUsers tell upper from lower case.
    pub fn search_by(&self, case: SearchCase) {
        self.state().habits.case = case;
    }

    /// Takes away every fault that still lies in wait.
    pub fn clear_faults(&self) {
        self.state().faults.clear();
    }

    /// How many requests came in, by operation, those that a fault befell included.
    #[must_use]
    pub fn requests(&self) -> BTreeMap<String, u64> {
        self.state().requests.clone()
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        // A panic of another thread leaves whole values behind: no step of an operation can stop halfway.
        self.shared.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
