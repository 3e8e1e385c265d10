//! The help desk's acts, by name.

use serde_json::Value;

use super::{Fault, Kind, Rule, text};
use crate::problem::ProblemKind;

/// The names of everything that the help desk can do about a user: the acts, and the trying of a password.
pub const ACTS: [&str; 14] = [
    "send-reset-code",
    "give-temporary-password",
    "resend-invitation",
    "confirm-sign-up",
    "mark-email-verified",
    "mark-phone-verified",
    "switch-on",
    "sign-out-everywhere",
    "turn-off-authenticator",
    "turn-off-sms-factor",
    "turn-off-email-factor",
    "set-permanent-password",
    "switch-off",
    "try-password",
];

/// The name of an act.
pub(crate) struct ActName;

impl Rule for ActName {
    type Value = String;
    const KIND: Kind = Kind::Text(40);

    fn expected() -> String {
        ACTS.join(" | ")
    }

    fn take(value: Value) -> Result<String, Vec<Fault>> {
        let name = text(value)?;
        if ACTS.contains(&name.as_str()) {
            Ok(name)
        } else {
            Err(ProblemKind::WrongValue.into())
        }
    }

    #[cfg(test)]
    fn schema() -> Value {
        serde_json::json!({ "enum": ACTS })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The desk's own list, as the page got it.
    const DESK: &str = include_str!("../../../../ui/src/backend/generated/Act.ts");

    #[test]
    fn the_names_are_those_of_the_desk_and_the_trying_of_a_password() {
        let mut desk: Vec<&str> = DESK
            .lines()
            .filter(|line| line.starts_with("export type Act"))
            .flat_map(|line| line.split('"').skip(1).step_by(2))
            .collect();
        desk.push("try-password");
        desk.sort_unstable();
        let mut own = ACTS.to_vec();
        own.sort_unstable();
        assert_eq!(own, desk);
    }
}
