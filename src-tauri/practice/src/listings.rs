//! How far the pages of ListUsers have been turned, and what a test can make of them.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::clock::Moment;
use crate::random;
use crate::search::SearchCase;

/// How long a pagination token is good for (AWS developer guide).
const VALIDITY: Duration = Duration::from_secs(60 * 60);

/// What a token goes with: a request whose other parameters are the same.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Parameters {
    pub(crate) filter: Option<String>,
    pub(crate) limit: Option<usize>,
    pub(crate) attributes: Option<Vec<String>>,
}

/// Where the next page begins.
#[derive(Clone, Default)]
pub(crate) struct Cursor {
    /// The position among the populated.
    pub(crate) population: usize,
    /// What the last of the others was sorted by, and their sub.
    pub(crate) known: Option<(String, String)>,
}

struct Listing {
    parameters: Parameters,
    cursor: Cursor,
    issued: Moment,
}

/// The listings of one pool that go on, by token.
#[derive(Default)]
pub(crate) struct Listings(BTreeMap<String, Listing>);

impl Listings {
    /// Keeps where a listing goes on, and gives the token for it.
    pub(crate) fn open(&mut self, parameters: Parameters, cursor: Cursor, now: Moment) -> String {
        self.0.retain(|_, listing| now.since(listing.issued) < VALIDITY);
        let token = URL_SAFE_NO_PAD.encode(random::bytes::<96>());
        self.0.insert(
            token.clone(),
            Listing {
                parameters,
                cursor,
                issued: now,
            },
        );
        token
    }

    /// Where the listing of this token goes on, if it goes with these parameters and is not too old.
    pub(crate) fn find(&self, token: &str, parameters: &Parameters, now: Moment) -> Option<Cursor> {
        self.0
            .get(token)
            .filter(|listing| listing.parameters == *parameters && now.since(listing.issued) < VALIDITY)
            .map(|listing| listing.cursor.clone())
    }
}

/// How ListUsers behaves, in every pool.
#[derive(Default)]
pub(crate) struct Habits {
    /// How far it lags behind what was written.
    pub(crate) lag: Duration,
    /// The most users on each of the pages to come.
    pub(crate) pages: VecDeque<usize>,
    pub(crate) case: SearchCase,
}
