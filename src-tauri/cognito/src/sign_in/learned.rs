//! What sign-ins over one connection have taught, kept while the program runs: which way the app
//! client allows, how many wrong passwords were sent, and the last authenticator code.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use tokio::time::Instant;

use crate::input::{ConfirmationCode, Username};

/// Wrong passwords after which the service locks an account (developer guide, "Lockout behavior").
const FREE_TRIES: u32 = 5;
/// The longest lock, in seconds.
const LONGEST_LOCK: u32 = 15 * 60;
/// How long the service goes on counting after the last wrong password.
const COUNTED_FOR: Duration = Duration::from_secs(15 * 60);
/// How long an authenticator shows one code.
const ONE_CODE: Duration = Duration::from_secs(30);

/// A way to sign in with a password (`AuthFlow`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    /// `USER_SRP_AUTH`.
    Proof,
    /// `USER_AUTH`: the pool leaves it to the person.
    Choice,
    /// `USER_PASSWORD_AUTH`: the password itself travels.
    Password,
}

impl Flow {
    /// Best first. A refused flow costs the user nothing.
    pub(super) const ALL: [Self; 3] = [Self::Proof, Self::Choice, Self::Password];
}

#[derive(Default)]
struct Inside {
    flow: Option<Flow>,
    wrong: Option<Wrong>,
    authenticator: Option<(Username, SecretString, Instant)>,
}

/// The wrong passwords that were sent for one user name.
struct Wrong {
    username: Username,
    count: u32,
    last: Instant,
    /// When an account that only this program guesses at is open again; past it, others do too.
    told: Option<Instant>,
}

/// See the module.
#[derive(Default)]
pub(crate) struct Learned(Mutex<Inside>);

impl Learned {
    /// Nothing panics while it holds this lock.
    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The flow that worked.
    pub(super) fn flow(&self) -> Option<Flow> {
        self.inside().flow
    }

    /// Remembers what the app client allows.
    pub(super) fn set_flow(&self, flow: Option<Flow>) {
        self.inside().flow = flow;
    }

    /// Counts a wrong password of `username`.
    pub(super) fn password_was_wrong(&self, username: &Username) {
        let mut inside = self.inside();
        let now = Instant::now();
        let before = inside
            .wrong
            .take()
            .filter(|wrong| wrong.username == *username && now < wrong.last + COUNTED_FOR);
        inside.wrong = Some(Wrong {
            username: username.clone(),
            count: before.map_or(0, |wrong| wrong.count) + 1,
            last: now,
            told: None,
        });
    }

    /// A right password of `username` ends the service's count.
    pub(super) fn password_was_right(&self, username: &Username) {
        let mut inside = self.inside();
        inside.wrong = inside.wrong.take().filter(|wrong| wrong.username != *username);
    }

    /// How many seconds the lock that the service speaks of lasts. It doubles with each wrong
    /// password from the fifth on, from 1 s to 15 minutes; where others guess too, or what was
    /// told before has passed, the longest.
    pub(super) fn lock_seconds(&self, username: &Username) -> u32 {
        let mut inside = self.inside();
        let now = Instant::now();
        let Some(wrong) = inside
            .wrong
            .as_mut()
            .filter(|wrong| wrong.username == *username && wrong.count >= FREE_TRIES)
        else {
            return LONGEST_LOCK;
        };
        let span = 2_u32
            .checked_pow(wrong.count - FREE_TRIES)
            .map_or(LONGEST_LOCK, |span| span.min(LONGEST_LOCK));
        if wrong.told.is_some_and(|told| now >= told) {
            return LONGEST_LOCK;
        }
        let ends = wrong.last + Duration::from_secs(span.into());
        let left = u32::try_from(ends.saturating_duration_since(now).as_secs()).unwrap_or(LONGEST_LOCK) + 1;
        wrong.told = Some(now + Duration::from_secs(left.into()));
        left.min(LONGEST_LOCK)
    }

    /// Takes note that an authenticator's code is about to be sent.
    ///
    /// `false` if the same one was sent in the 30 seconds that it is shown: the service takes each once.
    pub(super) fn may_send(&self, username: &Username, code: &ConfirmationCode) -> bool {
        let mut inside = self.inside();
        let now = Instant::now();
        let sent = inside.authenticator.as_ref().is_some_and(|(whose, sent, when)| {
            whose == username && sent.expose_secret() == code.expose() && now < *when + ONE_CODE
        });
        if !sent {
            inside.authenticator = Some((username.clone(), SecretString::from(code.expose()), now));
        }
        !sent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jane() -> Username {
        Username::parse("jane", &[]).unwrap()
    }

    async fn pass(seconds: u64) {
        tokio::time::advance(Duration::from_secs(seconds)).await;
    }

    #[tokio::test(start_paused = true)]
    async fn the_lock_doubles_from_the_fifth_wrong_password() {
        let learned = Learned::default();
        assert_eq!(learned.lock_seconds(&jane()), 900, "others guessed");
        for (count, expected) in [(5, 1), (1, 2), (1, 4), (1, 8)] {
            for _ in 0..count {
                learned.password_was_wrong(&jane());
            }
            let told = learned.lock_seconds(&jane());
            assert!((expected..=expected + 1).contains(&told), "{expected}: {told}");
        }
        for _ in 0..20 {
            learned.password_was_wrong(&jane());
        }
        assert_eq!(learned.lock_seconds(&jane()), 900);
    }

    #[tokio::test(start_paused = true)]
    async fn a_lock_that_outlasts_what_was_told_is_somebody_elses() {
        let learned = Learned::default();
        for _ in 0..7 {
            learned.password_was_wrong(&jane());
        }
        let told = learned.lock_seconds(&jane());
        pass(u64::from(told)).await;
        assert_eq!(learned.lock_seconds(&jane()), 900);
    }

    #[tokio::test(start_paused = true)]
    async fn the_count_ends_with_a_right_password_or_15_quiet_minutes() {
        let learned = Learned::default();
        for _ in 0..8 {
            learned.password_was_wrong(&jane());
        }
        learned.password_was_right(&jane());
        assert_eq!(learned.lock_seconds(&jane()), 900);
        for _ in 0..8 {
            learned.password_was_wrong(&jane());
        }
        pass(15 * 60).await;
        for _ in 0..5 {
            learned.password_was_wrong(&jane());
        }
        assert!(learned.lock_seconds(&jane()) <= 2);
        let other = Username::parse("john", &[]).unwrap();
        assert_eq!(learned.lock_seconds(&other), 900);
    }

    #[tokio::test(start_paused = true)]
    async fn an_authenticator_code_goes_out_once_in_its_30_seconds() {
        let learned = Learned::default();
        let code = |digits| ConfirmationCode::parse(&SecretString::from(digits)).unwrap();
        assert!(learned.may_send(&jane(), &code("123456")));
        assert!(!learned.may_send(&jane(), &code("123456")));
        assert!(learned.may_send(&Username::parse("john", &[]).unwrap(), &code("123456")));
        assert!(
            learned.may_send(&jane(), &code("123456")),
            "somebody else's came between"
        );
        pass(29).await;
        assert!(!learned.may_send(&jane(), &code("123456")));
        pass(1).await;
        assert!(learned.may_send(&jane(), &code("123456")));
    }
}
