//! Names and values become a policy.

use serde_json::{Map, Value};

use crate::problem::{Problem, ProblemKind};
use crate::rules::{Fault, Rule};
use crate::settings::Policy;
use crate::{InForce, Proxy, Refused};

/// What one place says, or what is wrong with it.
pub(crate) struct Source {
    /// Where it is, to show.
    pub name: String,
    /// What it says, or everything that is wrong with it.
    pub values: Result<Map<String, Value>, Vec<Problem>>,
}

impl Policy {
    /// Judges names and values.
    ///
    /// # Errors
    /// Every [`Problem`], not only the first.
    pub fn from_values(values: Map<String, Value>) -> Result<Self, Vec<Problem>> {
        let (policy, mut problems) = Self::gather(values);
        if problems.is_empty() {
            problems = policy.needs();
        }
        if problems.is_empty() {
            Ok(policy)
        } else {
            Err(problems)
        }
    }

    /// The keys that mean nothing without another one.
    fn needs(&self) -> Vec<Problem> {
        let needs = |key: &str, other: &str| Problem::of(key, ProblemKind::NeedsKey, Some(other.to_owned()));
        let mut problems = Vec::new();
        if self.connection_choice.is_some() && self.connections.is_none() {
            problems.push(needs("connectionChoice", "connections"));
        }
        if self.proxy_exceptions.is_some() && !matches!(self.proxy, Some(Proxy::At(_))) {
            problems.push(needs("proxyExceptions", "proxy: http://host:port"));
        }
        problems
    }
}

/// Makes one policy of what several places say: key by key, an earlier place wins. `None` if there is no place.
///
/// # Errors
/// [`Refused`], with what is wrong in any of them: a mistake doesn't hide behind a place that wins.
pub(crate) fn in_force(places: Vec<Source>) -> Result<Option<InForce>, Refused> {
    let mut values = Map::new();
    let mut sources = Vec::new();
    let mut wrong = Vec::new();
    let mut problems = Vec::new();
    for place in places {
        let found = match place.values {
            Ok(found) => {
                for (key, value) in &found {
                    values.entry(key.clone()).or_insert_with(|| value.clone());
                }
                Policy::gather(found).1
            }
            Err(found) => found,
        };
        if !found.is_empty() {
            wrong.push(place.name.clone());
            problems.extend(found);
        }
        sources.push(place.name);
    }
    if !problems.is_empty() {
        return Err(refused(&wrong, problems));
    }
    if sources.is_empty() {
        return Ok(None);
    }
    match Policy::from_values(values) {
        Ok(policy) => Ok(Some(InForce { policy, sources })),
        Err(problems) => Err(refused(&sources, problems)),
    }
}

fn refused(sources: &[String], problems: Vec<Problem>) -> Refused {
    Refused {
        source: sources.join(", "),
        problems,
    }
}

/// Takes the value of a key, or notes what is wrong with it.
pub(crate) fn take<R: Rule>(key: &str, value: Value, problems: &mut Vec<Problem>) -> Option<R::Value> {
    let named = |fault: Fault| {
        // A key that must not be there has no value to expect.
        let expected = (fault.kind != ProblemKind::UnknownKey).then(R::expected);
        Problem::of(&format!("{key}{}", fault.inside), fault.kind, expected)
    };
    R::take(value)
        .map_err(|faults| problems.extend(faults.into_iter().map(named)))
        .ok()
}

#[cfg(test)]
mod tests;
