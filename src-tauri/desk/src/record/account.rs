//! What is told of an act: before it is sent, and after.

use cognito::{Failure, FailureCode, Retry, SecondFactor, UserStatus};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::act::Act;
use crate::diagnosis::ContactKind;

/// Which entry of the record. It never names another one, even after older ones are gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct EntryId(#[cfg_attr(feature = "typescript", ts(type = "number"))] pub(super) i64);

/// What somebody is about to do, to whom, and why. There is no place in it for a password or a code.
pub struct Intent {
    /// Now, in milliseconds since 1970.
    pub at: i64,
    /// The ARN that `GetCallerIdentity` gave for the access at work.
    pub who: String,
    /// The account on this computer.
    pub os_user: String,
    /// The connection's name, as the desk shows it.
    pub connection: String,
    /// The user pool's id.
    pub pool_id: String,
    /// Its Region.
    pub region: String,
    /// The canonical user name.
    pub whom: String,
    /// The email address or phone number that the desk showed for this user.
    pub contact: Option<String>,
    /// The user's unchanging id.
    pub sub: Option<String>,
    /// The act.
    pub act: Act,
    /// The reason or ticket, 500 characters at most.
    pub reason: Option<String>,
    /// The items of the checklist that were ticked, as they were worded.
    pub verified_by: Vec<String>,
    /// How the user stood before.
    pub before: UserState,
}

/// How a user stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct UserState {
    /// The status.
    pub status: UserStatus,
    /// Whether the account is switched on.
    pub enabled: bool,
}

/// How an act ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The service did it.
    Done,
    /// It was not done.
    Refused(FailureCode),
    /// It may or may not have been done; with the failure that left it so.
    Unknown(Option<FailureCode>),
}

/// What became of an act. There is no place in it for a password or a code, nor for the service's words.
pub struct Outcome {
    /// Now, in milliseconds since 1970.
    pub at: i64,
    /// How it ended.
    pub ending: Ending,
    /// The service's id of the request, to find it in CloudTrail.
    pub request_id: Option<String>,
    /// How the user stood after, where that could be read.
    pub after: Option<UserState>,
    /// What the second look found changed.
    pub changes: Vec<Change>,
}

impl Outcome {
    /// The service did it.
    #[must_use]
    pub fn done(at: i64, request_id: Option<String>) -> Self {
        Self::new(at, Ending::Done, request_id)
    }

    /// It failed: unknown where the answer was lost, refused otherwise. The failure's `detail` isn't recorded.
    #[must_use]
    pub fn failed(at: i64, failure: &Failure) -> Self {
        let ending = match failure.retry {
            Retry::UnknownOutcome => Ending::Unknown(Some(failure.code)),
            Retry::Never | Retry::Now | Retry::After { .. } => Ending::Refused(failure.code),
        };
        Self::new(at, ending, failure.request_id.clone())
    }

    fn new(at: i64, ending: Ending, request_id: Option<String>) -> Self {
        Self {
            at,
            ending,
            request_id,
            after: None,
            changes: Vec::new(),
        }
    }

    /// With what a second look at the user found.
    #[must_use]
    pub fn seen(mut self, after: UserState, changes: Vec<Change>) -> Self {
        self.after = Some(after);
        self.changes = changes;
        self
    }
}

/// What changed between two looks at a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase", tag = "kind")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum Change {
    /// The status.
    Status {
        /// What it was.
        from: UserStatus,
        /// What it is.
        to: UserStatus,
    },
    /// The account was switched on or off.
    Enabled {
        /// Whether it is on.
        to: bool,
    },
    /// A contact counts as verified, or doesn't any more.
    Verified {
        /// Which.
        contact: ContactKind,
        /// Whether it does.
        to: bool,
    },
    /// A second factor is asked for, or isn't any more.
    Factor {
        /// Which.
        factor: SecondFactor,
        /// Whether it is.
        to: bool,
    },
    /// Nothing that can be seen: a new password over another, a code sent again, sessions ended.
    Unseen,
}

impl Change {
    /// As the record writes it, for example `status confirmed reset-required`.
    pub(super) fn written(self) -> String {
        match self {
            Change::Status { from, to } => format!("status {} {}", name(&from), name(&to)),
            Change::Enabled { to } => format!("enabled {to}"),
            Change::Verified { contact, to } => format!("verified {} {to}", name(&contact)),
            Change::Factor { factor, to } => format!("factor {} {to}", name(&factor)),
            Change::Unseen => "unseen".to_owned(),
        }
    }

    /// Reads what [`Change::written`] wrote; `None` for what a newer Readmit may have written.
    pub(super) fn read(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split(' ').collect();
        let yes_or_no = |word: &str| word.parse().ok();
        Some(match words.as_slice() {
            ["status", from, to] => Change::Status {
                from: named(from)?,
                to: named(to)?,
            },
            ["enabled", to] => Change::Enabled { to: yes_or_no(to)? },
            ["verified", contact, to] => Change::Verified {
                contact: [ContactKind::Email, ContactKind::Phone]
                    .into_iter()
                    .find(|kind| name(kind) == *contact)?,
                to: yes_or_no(to)?,
            },
            ["factor", factor, to] => Change::Factor {
                factor: named(factor)?,
                to: yes_or_no(to)?,
            },
            ["unseen"] => Change::Unseen,
            _ => return None,
        })
    }
}

/// The name of a variant without data, as the page knows it.
pub(super) fn name<T: Serialize>(variant: &T) -> String {
    match serde_json::to_value(variant) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// The variant with this name, if this program knows one.
pub(super) fn named<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(name.to_owned())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_read_as_they_were_written() {
        let changes = [
            Change::Status {
                from: UserStatus::ForceChangePassword,
                to: UserStatus::Confirmed,
            },
            Change::Enabled { to: false },
            Change::Verified {
                contact: ContactKind::Phone,
                to: true,
            },
            Change::Factor {
                factor: SecondFactor::Authenticator,
                to: false,
            },
            Change::Unseen,
        ];
        for change in changes {
            assert_eq!(Change::read(&change.written()), Some(change));
        }
        assert_eq!(changes[0].written(), "status force-change-password confirmed");
        for other in [
            "",
            "status confirmed",
            "status confirmed married",
            "enabled perhaps",
            "verified fax true",
        ] {
            assert_eq!(Change::read(other), None, "{other}");
        }
    }

    #[test]
    fn a_lost_answer_is_unknown_and_any_other_failure_a_refusal() {
        let lost = Failure::new(FailureCode::AnswerLost).retry(Retry::UnknownOutcome);
        assert_eq!(
            Outcome::failed(0, &lost).ending,
            Ending::Unknown(Some(FailureCode::AnswerLost))
        );
        for retry in [Retry::Never, Retry::Now, Retry::After { seconds: 1 }] {
            let failure = Failure::new(FailureCode::Busy).retry(retry);
            assert_eq!(
                Outcome::failed(0, &failure).ending,
                Ending::Refused(FailureCode::Busy)
            );
        }
    }
}
