//! What an end user is told in place of "there is no such account".
//!
//! A strict pool hides which accounts exist; an older, lenient one says so to anybody. In front
//! of an end user this program answers for the lenient pool as the strict one does (developer
//! guide, "Managing error responses").

use sha2::{Digest, Sha256};

use crate::delivery::{Delivery, DeliveryMedium};
use crate::failure::{Failure, FailureCode};
use crate::input::Username;

/// A request for a code: where there is no such user, a simulated delivery.
///
/// # Errors
/// Those of `outcome`, without `UserNotFound`.
pub fn delivery(
    outcome: Result<Delivery, Failure>,
    username: &Username,
    user_pool_id: &str,
) -> Result<Delivery, Failure> {
    match outcome {
        Err(failure) if failure.code == FailureCode::UserNotFound => Ok(simulated(username, user_pool_id)),
        outcome => outcome,
    }
}

/// A code that was given: where there is no such user, or no code that could match, a wrong code.
///
/// The service calls a code "expired" for users who exist and were never sent one, and "wrong" for
/// users who don't exist, even where it hides accounts. Words that cover both tell neither.
///
/// # Errors
/// Those of `outcome`, with `CodeWrong` for `UserNotFound` and `CodeExpired`.
pub fn confirmation(outcome: Result<(), Failure>) -> Result<(), Failure> {
    outcome.map_err(|failure| match failure.code {
        FailureCode::UserNotFound | FailureCode::CodeExpired => Failure {
            code: FailureCode::CodeWrong,
            ..failure
        },
        _ => failure,
    })
}

/// What a strict pool would answer. The same user name always gets the same target.
fn simulated(username: &Username, user_pool_id: &str) -> Delivery {
    let name = username.as_str();
    if name.starts_with('+') {
        let last: String = name
            .chars()
            .skip(name.chars().count().saturating_sub(4))
            .collect();
        return Delivery {
            medium: DeliveryMedium::Sms,
            target: Some(format!("+*******{last}")),
        };
    }
    let digest = Sha256::digest(format!("{user_pool_id}\n{name}"));
    let invented = |index: usize| digest.get(index).map_or('a', |byte| char::from(b'a' + byte % 26));
    let (mailbox, host) = name.split_once('@').unwrap_or_default();
    let first = mailbox.chars().next().unwrap_or_else(|| invented(0));
    let second = host.chars().next().unwrap_or_else(|| invented(1));
    Delivery {
        medium: DeliveryMedium::Email,
        target: Some(format!("{first}***@{second}***")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(typed: &str) -> String {
        let username = Username::parse(typed, &[]).unwrap();
        let missing = Err(FailureCode::UserNotFound.into());
        delivery(missing, &username, "eu-central-1_x")
            .unwrap()
            .target
            .unwrap()
    }

    #[test]
    fn simulated_targets_look_like_the_services_and_stay_the_same() {
        assert_eq!(target("jane@example.com"), "j***@e***");
        assert_eq!(target("+12065559934"), "+*******9934");
        assert_eq!(target("kiosk"), target("kiosk"));
        assert_eq!(target("kiosk").len(), "a***@b***".len());
    }

    #[test]
    fn a_missing_user_and_a_missing_code_are_one_wrong_code() {
        for code in FailureCode::ALL {
            let told = confirmation(Err((*code).into())).map_err(|failure| failure.code);
            let expected = match code {
                FailureCode::UserNotFound | FailureCode::CodeExpired => FailureCode::CodeWrong,
                other => *other,
            };
            assert_eq!(told, Err(expected));
        }
    }
}
