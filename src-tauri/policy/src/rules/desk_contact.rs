//! Where people ask for help.

use serde_json::Value;
use url::Url;

use super::{Fault, Kind, Rule, Text};
use crate::problem::ProblemKind;

/// A web page or a mail address to open.
pub(crate) struct ContactLink;

impl Rule for ContactLink {
    type Value = String;
    const KIND: Kind = Kind::Text(200);

    fn expected() -> String {
        "https://… | http://… | mailto:…".to_owned()
    }

    fn take(value: Value) -> Result<String, Vec<Fault>> {
        let link = Text::<200>::take(value)?;
        match Url::parse(&link) {
            Ok(url) if matches!(url.scheme(), "https" | "http") && url.host().is_some() => Ok(link),
            Ok(url) if url.scheme() == "mailto" && url.path().contains('@') => Ok(link),
            _ => Err(ProblemKind::WrongValue.into()),
        }
    }

    #[cfg(test)]
    fn schema() -> Value {
        serde_json::json!({"type": "string", "maxLength": 200, "pattern": "^(https?://[^/]|mailto:.*@)"})
    }
}
