//! The operations, one file per family. Further ones are added as a file here and a line in
//! [`FAMILIES`].

mod access_token;
mod authenticators;
mod clients;
mod deliveries;
mod factors;
mod given_codes;
mod groups;
mod list_users;
mod pool_factors;
mod pools;
mod recovery;
mod sign_in;
mod sign_up;
mod signed_in;
mod user_attributes;
mod user_states;
mod users;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::clock::Moment;
use crate::errors::ServiceError;
use crate::limits::Category;
use crate::state::State;
use crate::validation::Member;

/// Who may call an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Authority {
    /// Anyone; nothing is signed.
    Public,
    /// Whoever signs with an access key.
    Iam,
}

/// One call: the state it may change, and what is known about it.
pub(crate) struct Turn<'a> {
    pub(crate) state: &'a mut State,
    pub(crate) now: Moment,
    /// Scheme and host, as the client sees them.
    pub(crate) endpoint: &'a str,
    /// The Region that the call was signed for.
    pub(crate) region: Option<&'a str>,
}

/// What an operation answers; `Null` is an empty body.
pub(crate) type Outcome = Result<Value, ServiceError>;

/// One operation of the API.
pub(crate) struct Operation {
    pub(crate) name: &'static str,
    pub(crate) authority: Authority,
    category: Category,
    pub(crate) members: &'static [Member],
    pub(crate) run: fn(&mut Turn<'_>, Value) -> Outcome,
}

impl Operation {
    /// The quota category. Answering NEW_PASSWORD_REQUIRED counts as account recovery.
    pub(crate) fn category(&self, challenge: Option<&str>) -> Category {
        match (self.name, challenge) {
            ("RespondToAuthChallenge" | "AdminRespondToAuthChallenge", Some("NEW_PASSWORD_REQUIRED")) => {
                Category::UserAccountRecovery
            }
            _ => self.category,
        }
    }
}

const FAMILIES: &[&[Operation]] = &[
    recovery::OPERATIONS,
    sign_up::OPERATIONS,
    sign_in::OPERATIONS,
    signed_in::OPERATIONS,
    users::OPERATIONS,
    list_users::OPERATIONS,
    user_states::OPERATIONS,
    factors::OPERATIONS,
    authenticators::OPERATIONS,
    groups::OPERATIONS,
    pools::OPERATIONS,
    pool_factors::OPERATIONS,
    clients::OPERATIONS,
];

/// The operation of this name, if there is one here.
pub(crate) fn find(name: &str) -> Option<&'static Operation> {
    FAMILIES
        .iter()
        .flat_map(|family| family.iter())
        .find(|operation| operation.name == name)
}

/// Reads a validated request into the members an operation uses.
fn read<T: DeserializeOwned>(input: Value) -> Result<T, ServiceError> {
    serde_json::from_value(input).map_err(|_| ServiceError::serialization())
}

/// One page of a list. The token of a page is the id it starts after; `items` are sorted by id.
fn page(name: &str, items: Vec<(&str, Value)>, size: usize, token: Option<&str>) -> Outcome {
    let after = match token {
        None => None,
        Some(token) => Some(
            URL_SAFE_NO_PAD
                .decode(token)
                .ok()
                .and_then(|id| String::from_utf8(id).ok())
                .ok_or_else(ServiceError::bad_pagination_token)?,
        ),
    };
    let mut rest = items
        .into_iter()
        .filter(|(id, _)| after.as_deref().is_none_or(|after| *id > after))
        .peekable();
    let mut listed = Vec::new();
    let mut last = "";
    while listed.len() < size
        && let Some((id, item)) = rest.next()
    {
        last = id;
        listed.push(item);
    }
    let mut answer = json!({ name: listed });
    if rest.peek().is_some() {
        answer["NextToken"] = json!(URL_SAFE_NO_PAD.encode(last));
    }
    Ok(answer)
}
