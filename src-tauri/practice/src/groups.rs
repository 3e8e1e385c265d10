//! The groups of one pool, and who is in them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::clock::Moment;
use crate::errors::ServiceError;

/// The most groups in a pool, and the most that one user is in (AWS developer guide, quotas).
const MOST_IN_POOL: usize = 10_000;
const MOST_OF_USER: usize = 100;

/// One group.
pub(crate) struct Group {
    /// Description, RoleArn, Precedence: what was set of them, under the names of the API.
    settings: Map<String, Value>,
    created: Moment,
    members: BTreeSet<String>,
}

/// The groups of one pool, by name.
#[derive(Default)]
pub(crate) struct Groups(BTreeMap<String, Group>);

impl Groups {
    pub(crate) fn create(
        &mut self,
        name: &str,
        settings: Map<String, Value>,
        now: Moment,
    ) -> Result<(), ServiceError> {
        if self.0.contains_key(name) {
            return Err(ServiceError::new(
                "GroupExistsException",
                "A group with the name already exists.",
            ));
        }
        if self.0.len() >= MOST_IN_POOL {
            return Err(ServiceError::new(
                "LimitExceededException",
                "Exceeded the maximum number of groups in the user pool.",
            ));
        }
        let group = Group {
            settings,
            created: now,
            members: BTreeSet::new(),
        };
        self.0.insert(name.to_owned(), group);
        Ok(())
    }

    pub(crate) fn delete(&mut self, name: &str) -> Result<(), ServiceError> {
        self.0.remove(name).map(|_| ()).ok_or_else(not_found)
    }

    /// The subs of a group's members.
    pub(crate) fn members(&self, name: &str) -> Result<&BTreeSet<String>, ServiceError> {
        self.0.get(name).map(|group| &group.members).ok_or_else(not_found)
    }

    /// Puts a user in a group; nothing changes if they are in it already.
    pub(crate) fn join(&mut self, name: &str, sub: &str) -> Result<(), ServiceError> {
        let joined = self.of(sub).count();
        let group = self.0.get_mut(name).ok_or_else(not_found)?;
        if joined >= MOST_OF_USER && !group.members.contains(sub) {
            return Err(ServiceError::new(
                "LimitExceededException",
                "Exceeded the maximum number of groups of a user.",
            ));
        }
        group.members.insert(sub.to_owned());
        Ok(())
    }

    /// Takes a user out of a group; nothing changes if they are not in it.
    pub(crate) fn leave(&mut self, name: &str, sub: &str) -> Result<(), ServiceError> {
        let group = self.0.get_mut(name).ok_or_else(not_found)?;
        group.members.remove(sub);
        Ok(())
    }

    /// Takes a user who is gone out of every group.
    pub(crate) fn forget(&mut self, sub: &str) {
        for group in self.0.values_mut() {
            group.members.remove(sub);
        }
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The names of the groups that a user is in.
    pub(crate) fn of(&self, sub: &str) -> impl Iterator<Item = &str> {
        self.0
            .iter()
            .filter(move |(_, group)| group.members.contains(sub))
            .map(|(name, _)| name.as_str())
    }

    /// A group as the service answers it.
    pub(crate) fn describe(&self, pool_id: &str, name: &str) -> Value {
        let Some(group) = self.0.get(name) else {
            return Value::Null;
        };
        let mut described = group.settings.clone();
        for (member, value) in [
            ("GroupName", json!(name)),
            ("UserPoolId", json!(pool_id)),
            ("CreationDate", json!(group.created)),
            ("LastModifiedDate", json!(group.created)),
        ] {
            described.insert(member.to_owned(), value);
        }
        Value::Object(described)
    }
}

fn not_found() -> ServiceError {
    ServiceError::new("ResourceNotFoundException", "Group not found.")
}
