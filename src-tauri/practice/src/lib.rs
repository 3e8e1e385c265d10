//! An Amazon Cognito user pool in memory.
//!
//! It speaks the service's wire protocol and was written from the service's documentation and
//! recorded answers, so that a client that works with it has a fair chance to work with the real
//! thing, and a client that is wrong about the service is caught. It sends nothing anywhere:
//! messages land in an inbox. Its clock can be moved and faults can be put in a request's way.
//!
//! In process it is spoken to with [`PracticePools::answer`], or by an AWS SDK client through
//! [`connector`]; outside clients reach it on a loopback port through the binary `practice-pool`.

mod client;
mod clock;
mod codes;
#[cfg(feature = "connector")]
pub mod connector;
mod errors;
mod faults;
mod inbox;
mod limits;
mod operations;
mod password_policy;
mod pool;
mod pool_rules;
#[cfg(feature = "port")]
pub mod port;
mod random;
mod recovery_channel;
mod schema;
pub mod seeds;
mod sessions;
mod shapes;
mod signature;
mod srp;
mod srp_timestamp;
mod state;
#[cfg(test)]
#[expect(
    clippy::unwrap_in_result,
    reason = "a test may stop at what it did not expect"
)]
mod tests;
mod tokens;
mod user;
mod validation;
mod wire;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;

pub use clock::{Clock, Moment};
pub use faults::{Fault, FaultKind};
pub use inbox::{Medium, Message, Purpose};
pub use seeds::{Person, Story};
use state::State;

/// What the pools hold to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contents {
    /// The two pools and the people of [`seeds`].
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
    /// The two pools of [`seeds`] with their people, by the computer's clock.
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
        state.access_keys.insert(id.to_owned(), secret.to_owned());
        Self {
            shared: Arc::new(Shared {
                clock,
                contents,
                state: Mutex::new(state),
            }),
        }
    }

    /// Takes this access key as the only one whose signatures are good, instead of
    /// [`seeds::ACCESS_KEY`].
    pub fn accept_only_key(&self, id: &str, secret: &str) {
        let keys = &mut self.state().access_keys;
        keys.clear();
        keys.insert(id.to_owned(), secret.to_owned());
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

    /// The people of the seeded pools, in the order to show them; nobody if nothing was seeded.
    #[must_use]
    pub fn people(&self) -> Vec<Person> {
        match self.shared.contents {
            Contents::Seeded => seeds::PEOPLE.to_vec(),
            Contents::Empty => Vec::new(),
        }
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
