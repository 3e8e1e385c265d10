//! Everything the practice pools remember.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::client::Client;
use crate::clock::Moment;
use crate::errors::ServiceError;
use crate::faults::Faults;
use crate::identities::Identities;
use crate::inbox::{Message, Purpose};
use crate::limits::Quotas;
use crate::listings::Habits;
use crate::pool::Pool;
use crate::recovery_channel::Contact;
use crate::tokens::SigningKey;
use crate::user::User;

/// The pools, and what they share.
#[derive(Default)]
pub(crate) struct State {
    pub(crate) pools: Pools,
    pub(crate) inbox: Vec<Message>,
    pub(crate) quotas: Quotas,
    pub(crate) faults: Faults,
    pub(crate) habits: Habits,
    /// Requests by operation.
    pub(crate) requests: BTreeMap<String, u64>,
    pub(crate) identities: Identities,
    signing_key: Option<Arc<SigningKey>>,
}

impl State {
    /// Tells every pool the time of the request under way.
    pub(crate) fn begin(&mut self, now: Moment) {
        for pool in self.pools.0.values_mut() {
            pool.users.begin(now, self.habits.lag);
        }
    }

    /// The key that signs tokens, made when first needed.
    pub(crate) fn signing_key(&mut self) -> Result<Arc<SigningKey>, ServiceError> {
        if let Some(key) = &self.signing_key {
            return Ok(Arc::clone(key));
        }
        let key = Arc::new(SigningKey::generate()?);
        self.signing_key = Some(Arc::clone(&key));
        Ok(key)
    }
}

/// The pools by id.
#[derive(Default)]
pub(crate) struct Pools(BTreeMap<String, Pool>);

impl Pools {
    pub(crate) fn insert(&mut self, pool: Pool) {
        self.0.insert(pool.id.clone(), pool);
    }

    pub(crate) fn remove(&mut self, id: &str) {
        self.0.remove(id);
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Pool> {
        self.0.values()
    }

    /// The pool with this id. A pool lives in the Region its id begins with, and requests that
    /// are signed for another Region don't find it.
    pub(crate) fn get_mut(&mut self, id: &str, region: Option<&str>) -> Result<&mut Pool, ServiceError> {
        let elsewhere =
            region.is_some_and(|region| id.split_once('_').is_none_or(|(place, _)| place != region));
        self.0
            .get_mut(id)
            .filter(|_| !elsewhere)
            .ok_or_else(|| ServiceError::pool_not_found(id))
    }

    /// The Region of the pool that has this client.
    pub(crate) fn region_of_client(&self, client_id: &str) -> Option<&str> {
        let pool = self
            .0
            .values()
            .find(|pool| pool.clients.contains_key(client_id))?;
        pool.id.split_once('_').map(|(region, _)| region)
    }

    /// The pool that opened a sign-in's session.
    pub(crate) fn of_session(&mut self, session: &str) -> Result<&mut Pool, ServiceError> {
        self.0
            .values_mut()
            .find(|pool| pool.sessions.knows(session))
            .ok_or_else(ServiceError::invalid_session)
    }

    /// The client with this id, and its pool.
    pub(crate) fn of_client(&mut self, client_id: &str) -> Result<(&mut Pool, Arc<Client>), ServiceError> {
        self.0
            .values_mut()
            .find_map(|pool| {
                let client = Arc::clone(pool.clients.get(client_id)?);
                Some((pool, client))
            })
            .ok_or_else(|| ServiceError::client_not_found(client_id))
    }
}

/// The message that brings `code` to one contact of a user.
pub(crate) fn message(
    pool_id: &str,
    user: &User,
    purpose: Purpose,
    contact: Contact,
    code: &str,
    now: Moment,
) -> Message {
    Message {
        pool: pool_id.to_owned(),
        username: user.username.clone(),
        sub: user.sub.clone(),
        purpose,
        medium: contact.medium(),
        to: user.attribute(contact.attribute()).unwrap_or_default().to_owned(),
        code: code.to_owned(),
        sent_at: now,
    }
}
