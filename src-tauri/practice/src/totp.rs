//! Codes of authenticator apps: RFC 6238 with SHA-1, steps of 30 seconds and six digits, which is
//! what the service takes (AWS developer guide, TOTP software token MFA).

use aws_lc_rs::{constant_time, hmac};
use data_encoding::BASE32_NOPAD;

use crate::clock::Moment;
use crate::random;

/// Seconds in a step.
const STEP: u64 = 30;

/// How many steps an authenticator's clock may be off for its code still to be told from a wrong one.
const FARTHEST: u64 = 10;

/// What an authenticator app and the pool share, and which codes were used already.
#[derive(Clone)]
pub(crate) struct Authenticator {
    secret: Vec<u8>,
    /// What its owner calls the device.
    pub(crate) name: Option<String>,
    used: Vec<u64>,
}

/// What a typed code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The code of now, of the step before or of the one after.
    Right,
    /// It was, but has been used already.
    Used,
    /// A code of this authenticator whose time is not now: its clock is wrong.
    OffTime,
    Wrong,
}

impl Authenticator {
    /// One with a secret of its own: 256 bits, which is as long as the service's.
    pub(crate) fn generate() -> Self {
        Self::of(random::bytes::<32>().to_vec())
    }

    /// The one with this secret in Base32; nothing if it isn't that.
    pub(crate) fn with_secret(base32: &str) -> Option<Self> {
        BASE32_NOPAD.decode(base32.as_bytes()).ok().map(Self::of)
    }

    const fn of(secret: Vec<u8>) -> Self {
        Self {
            secret,
            name: None,
            used: Vec::new(),
        }
    }

    /// The secret in Base32, as it is typed into an app.
    pub(crate) fn secret(&self) -> String {
        BASE32_NOPAD.encode(&self.secret)
    }

    /// The code that the app shows.
    pub(crate) fn code(&self, now: Moment) -> String {
        format!("{:06}", truncated(&self.secret, step(now)) % 1_000_000)
    }

    /// Checks a typed code. One that is right is used up.
    pub(crate) fn check(&mut self, typed: &str, now: Moment) -> Verdict {
        let current = step(now);
        let matches = |step: &u64| {
            let code = format!("{:06}", truncated(&self.secret, *step) % 1_000_000);
            constant_time::verify_slices_are_equal(code.as_bytes(), typed.as_bytes()).is_ok()
        };
        let near = current.saturating_sub(1)..=current.saturating_add(1);
        if let Some(step) = near.clone().find(matches) {
            if self.used.contains(&step) {
                return Verdict::Used;
            }
            self.used.retain(|used| near.contains(used));
            self.used.push(step);
            return Verdict::Right;
        }
        let mut far = current.saturating_sub(FARTHEST)..=current.saturating_add(FARTHEST);
        if far.any(|step| matches(&step)) {
            Verdict::OffTime
        } else {
            Verdict::Wrong
        }
    }
}

/// How many seconds the codes of now still hold.
pub(crate) fn seconds_left(now: Moment) -> u64 {
    STEP - seconds(now) % STEP
}

fn step(now: Moment) -> u64 {
    seconds(now) / STEP
}

fn seconds(now: Moment) -> u64 {
    u64::try_from(now.epoch_seconds()).unwrap_or(0)
}

/// The truncated hash of RFC 4226, 31 bits.
fn truncated(secret: &[u8], step: u64) -> u32 {
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret);
    let tag = hmac::sign(&key, &step.to_be_bytes());
    let hash = tag.as_ref();
    let offset = usize::from(hash.last().copied().unwrap_or(0) & 0xf);
    hash.iter()
        .skip(offset)
        .take(4)
        .fold(0, |number, byte| number << 8 | u32::from(*byte))
        & 0x7fff_ffff
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    /// The secret of the vectors of RFC 4226 and RFC 6238.
    const SECRET: &[u8] = b"12345678901234567890";

    fn at(seconds: i64) -> Moment {
        Moment::from_epoch_seconds(seconds)
    }

    fn authenticator() -> Authenticator {
        Authenticator::of(SECRET.to_vec())
    }

    /// RFC 6238, appendix B, the rows with SHA-1. It prints eight digits; ours are the last six.
    #[test]
    fn the_vectors_of_rfc_6238() {
        for (seconds, eight) in [
            (59, 94_287_082),
            (1_111_111_109, 7_081_804),
            (1_111_111_111, 14_050_471),
            (1_234_567_890, 89_005_924),
            (2_000_000_000, 69_279_037),
            (20_000_000_000, 65_353_130),
        ] {
            assert_eq!(truncated(SECRET, step(at(seconds))) % 100_000_000, eight);
            let six = format!("{:06}", eight % 1_000_000);
            assert_eq!(authenticator().code(at(seconds)), six);
        }
    }

    /// RFC 4226, appendix D.
    #[test]
    fn the_vectors_of_rfc_4226() {
        let expected = [
            755_224, 287_082, 359_152, 969_429, 338_314, 254_676, 287_922, 162_583, 399_871, 520_489,
        ];
        for (counter, code) in (0..).zip(expected) {
            assert_eq!(truncated(SECRET, counter) % 1_000_000, code);
        }
    }

    #[test]
    fn a_code_holds_a_step_to_either_side() {
        let now = at(1_234_567_890);
        for (steps, before, after) in [
            (0, Verdict::Right, Verdict::Right),
            (1, Verdict::Right, Verdict::Right),
            (2, Verdict::OffTime, Verdict::OffTime),
            (10, Verdict::OffTime, Verdict::OffTime),
            (11, Verdict::Wrong, Verdict::Wrong),
        ] {
            let away = Duration::from_secs(30 * steps);
            let late = authenticator().code(now.minus(away));
            assert_eq!(authenticator().check(&late, now), before, "{steps}");
            let early = authenticator().code(now.plus(away));
            assert_eq!(authenticator().check(&early, now), after, "{steps}");
        }
        for nonsense in ["", "12345", "1234567", "abcdef"] {
            assert_eq!(authenticator().check(nonsense, now), Verdict::Wrong);
        }
    }

    #[test]
    fn a_code_is_used_once_and_the_next_is_another() {
        let mut authenticator = authenticator();
        let now = at(1_111_111_109);
        let code = authenticator.code(now);
        assert_eq!(authenticator.check(&code, now), Verdict::Right);
        assert_eq!(authenticator.check(&code, now), Verdict::Used);
        let next = now.plus(Duration::from_secs(30));
        assert_eq!(authenticator.check(&code, next), Verdict::Used);
        let code = authenticator.code(next);
        assert_eq!(authenticator.check(&code, next), Verdict::Right);
    }

    #[test]
    fn a_secret_is_what_is_typed_into_an_app() {
        // RFC 4648 Base32 of the vectors' secret.
        let typed = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        assert_eq!(authenticator().secret(), typed);
        let again = Authenticator::with_secret(typed).map(|it| it.code(at(59)));
        assert_eq!(again.as_deref(), Some("287082"));
        assert!(Authenticator::with_secret("not base32").is_none());
        let made = Authenticator::generate().secret();
        assert_eq!(made.len(), 52);
        assert_ne!(made, Authenticator::generate().secret());
    }

    #[test]
    fn seconds_run_down_to_the_next_step() {
        for (seconds, left) in [(0, 30), (1, 29), (29, 1), (30, 30), (59, 1)] {
            assert_eq!(seconds_left(at(seconds)), left);
        }
    }
}
