//! Confirmation codes: six digits, the newest only, used once, and for so long.

use std::time::Duration;

use crate::clock::Moment;
use crate::errors::ServiceError;
use crate::random;

/// How long a code that resets a password is good for (AWS developer guide, quotas).
pub(crate) const RESET_VALIDITY: Duration = Duration::from_secs(60 * 60);
/// How long a code that confirms a sign-up or an attribute is good for.
pub(crate) const SIGN_UP_VALIDITY: Duration = Duration::from_secs(24 * 60 * 60);

/// One code that was sent.
pub(crate) struct Code {
    digits: String,
    expires: Moment,
    /// The attribute it was sent to, which a sign-up code verifies.
    pub(crate) attribute: &'static str,
}

impl Code {
    pub(crate) fn new(now: Moment, validity: Duration, attribute: &'static str) -> Self {
        Self {
            digits: random::text(6, random::DIGITS),
            expires: now.plus(validity),
            attribute,
        }
    }

    /// The digits, to be delivered.
    pub(crate) fn digits(&self) -> &str {
        &self.digits
    }
}

/// Checks what was typed against the code outstanding, if there is one.
/// Wrong digits are a mismatch; a code too old, used or never requested has expired.
pub(crate) fn check(outstanding: Option<&Code>, typed: &str, now: Moment) -> Result<(), ServiceError> {
    let code = outstanding
        .filter(|code| now < code.expires)
        .ok_or_else(ServiceError::code_expired)?;
    if code.digits == typed {
        Ok(())
    } else {
        Err(ServiceError::code_mismatch())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Moment = Moment::from_epoch_seconds(1_000_000);

    #[test]
    fn a_code_is_six_digits() {
        let code = Code::new(START, RESET_VALIDITY, "email");
        assert_eq!(code.digits().len(), 6);
        assert!(code.digits().bytes().all(|byte| byte.is_ascii_digit()));
    }

    #[test]
    fn a_reset_code_lives_for_an_hour_and_a_sign_up_code_for_a_day() {
        for validity in [RESET_VALIDITY, SIGN_UP_VALIDITY] {
            let code = Code::new(START, validity, "email");
            let typed = code.digits().to_owned();
            let last = START.plus(validity - Duration::from_secs(1));
            assert_eq!(check(Some(&code), &typed, last), Ok(()));
            assert_eq!(
                check(Some(&code), &typed, START.plus(validity)),
                Err(ServiceError::code_expired())
            );
        }
        assert_eq!(RESET_VALIDITY.as_secs(), 3_600);
        assert_eq!(SIGN_UP_VALIDITY.as_secs(), 86_400);
    }

    #[test]
    fn wrong_is_a_mismatch_and_never_requested_is_expired() {
        let code = Code::new(START, RESET_VALIDITY, "email");
        assert_eq!(
            check(Some(&code), "nonsense", START),
            Err(ServiceError::code_mismatch())
        );
        assert_eq!(check(None, "123456", START), Err(ServiceError::code_expired()));
    }
}
