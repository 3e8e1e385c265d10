//! Codes that users give back.

use crate::clock::Moment;
use crate::errors::ServiceError;
use crate::limits::Attempt;
use crate::pool::Pool;

/// The `sub` of the user who gives a code, each try counted. Where existence is `hidden`, a code
/// of nobody's or of a disabled user is a wrong one (developer guide, "Managing error responses").
pub(super) fn user_giving_code(
    pool: &mut Pool,
    username: &str,
    hidden: bool,
    attempt: Attempt,
    now: Moment,
) -> Result<String, ServiceError> {
    let Some(sub) = pool.resolve(username) else {
        if !hidden {
            return Err(ServiceError::user_not_found());
        }
        let who = pool.fold(username);
        pool.attempts.count(&who, attempt, now)?;
        return Err(ServiceError::code_mismatch());
    };
    pool.attempts.count(&sub, attempt, now)?;
    match pool.user(&sub)?.enabled {
        true => Ok(sub),
        false if hidden => Err(ServiceError::code_mismatch()),
        false => Err(ServiceError::user_disabled()),
    }
}
