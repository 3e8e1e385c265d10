//! How often is too often: request quotas, attempts per user, and the sign-in lockout
//! (AWS developer guide, quotas; and lockout behaviour for failed sign-in attempts).

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use crate::clock::Moment;
use crate::errors::ServiceError;

const SECOND: Duration = Duration::from_secs(1);
const HOUR: Duration = Duration::from_secs(60 * 60);

/// The categories that share a request quota, account-wide.
#[expect(clippy::enum_variant_names, reason = "these are the service's names of them")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Category {
    UserAuthentication,
    UserCreation,
    UserAccountRecovery,
    UserRead,
    UserUpdate,
    UserToken,
    UserResourceRead,
    UserResourceUpdate,
    UserList,
    UserPoolRead,
    UserPoolUpdate,
    UserPoolResourceRead,
    UserPoolResourceUpdate,
    UserPoolClientRead,
    UserPoolClientUpdate,
}

impl Category {
    /// Requests per second, by default.
    pub(crate) const fn per_second(self) -> usize {
        match self {
            Self::UserAuthentication | Self::UserRead | Self::UserToken => 120,
            Self::UserCreation | Self::UserResourceRead => 50,
            Self::UserAccountRecovery | Self::UserList => 30,
            Self::UserUpdate | Self::UserResourceUpdate => 25,
            Self::UserPoolResourceRead => 20,
            Self::UserPoolRead
            | Self::UserPoolUpdate
            | Self::UserPoolResourceUpdate
            | Self::UserPoolClientRead
            | Self::UserPoolClientUpdate => 15,
        }
    }

    /// Some categories also cap each operation at so many requests per second and pool.
    const fn per_operation_and_pool(self) -> Option<usize> {
        match self {
            Self::UserPoolResourceRead
            | Self::UserPoolResourceUpdate
            | Self::UserPoolClientRead
            | Self::UserPoolClientUpdate => Some(5),
            _ => None,
        }
    }

    const fn reads_users(self) -> bool {
        matches!(self, Self::UserRead | Self::UserResourceRead)
    }
}

/// Requests against one user, a second: so many that read and so many that write.
const PER_USER: usize = 10;

/// What a request counts against.
pub(crate) struct Counted<'a> {
    pub(crate) operation: &'static str,
    pub(crate) category: Category,
    /// The Region: quotas are each Region's own.
    pub(crate) region: &'a str,
    /// The pool, or for public operations the client.
    pub(crate) place: &'a str,
    pub(crate) username: Option<&'a str>,
}

/// Request quotas over the last second, across all pools of a Region.
#[derive(Default)]
pub(crate) struct Quotas(BTreeMap<QuotaKey, VecDeque<Moment>>);

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum QuotaKey {
    Category(Category, String),
    /// RespondToAuthChallenge has an allowance of its own; only the excess counts elsewhere.
    ChallengeAllowance(String),
    Operation(&'static str, String),
    User {
        place: String,
        username: String,
        reads: bool,
    },
}

impl Quotas {
    /// Admits a request, or refuses it with TooManyRequestsException.
    pub(crate) fn admit(&mut self, request: &Counted<'_>, now: Moment) -> Result<(), ServiceError> {
        self.forget_before(now);
        let category = request.category;
        let mut due = Vec::with_capacity(3);
        let allowance = (
            QuotaKey::ChallengeAllowance(request.region.to_owned()),
            3 * category.per_second(),
        );
        if request.operation == "RespondToAuthChallenge"
            && category == Category::UserAuthentication
            && self.has_room(&allowance)
        {
            due.push(allowance);
        } else {
            let key = QuotaKey::Category(category, request.region.to_owned());
            due.push((key, category.per_second()));
        }
        if let Some(cap) = category.per_operation_and_pool() {
            due.push((
                QuotaKey::Operation(request.operation, request.place.to_owned()),
                cap,
            ));
        }
        if let Some(username) = request.username {
            let key = QuotaKey::User {
                place: request.place.to_owned(),
                username: username.to_owned(),
                reads: category.reads_users(),
            };
            due.push((key, PER_USER));
        }
        if due.iter().any(|quota| !self.has_room(quota)) {
            return Err(ServiceError::too_many_requests());
        }
        for (key, _) in due {
            self.0.entry(key).or_default().push_back(now);
        }
        Ok(())
    }

    fn has_room(&self, (key, cap): &(QuotaKey, usize)) -> bool {
        self.0.get(key).is_none_or(|times| times.len() < *cap)
    }

    fn forget_before(&mut self, now: Moment) {
        self.0.retain(|_, times| {
            // A clock that was set back leaves times ahead of now; they are forgotten too.
            times.retain(|time| *time <= now && now.since(*time) < SECOND);
            !times.is_empty()
        });
    }
}

/// What a user may attempt only so often in an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Attempt {
    /// ForgotPassword and ConfirmForgotPassword together. The service allows 5 to 20 by its
    /// estimate of risk; the practice pool allows 10.
    Recovery,
    ResendConfirmationCode,
    ConfirmSignUp,
    ChangePassword,
}

impl Attempt {
    pub(crate) const fn per_hour(self) -> usize {
        match self {
            Self::Recovery => 10,
            Self::ResendConfirmationCode | Self::ChangePassword => 5,
            Self::ConfirmSignUp => 15,
        }
    }
}

/// The attempts of one pool's users in the last hour. Names nobody has are counted too, so that
/// the limit does not tell who exists.
#[derive(Default)]
pub(crate) struct Attempts(BTreeMap<(String, Attempt), VecDeque<Moment>>);

impl Attempts {
    /// Counts one attempt of `who`, or refuses it with LimitExceededException.
    pub(crate) fn count(&mut self, who: &str, attempt: Attempt, now: Moment) -> Result<(), ServiceError> {
        let times = self.0.entry((who.to_owned(), attempt)).or_default();
        times.retain(|time| *time <= now && now.since(*time) < HOUR);
        if times.len() >= attempt.per_hour() {
            return Err(ServiceError::attempt_limit());
        }
        times.push_back(now);
        Ok(())
    }
}

const FAILURES_BEFORE_LOCK: u32 = 5;
const LONGEST_LOCK: Duration = Duration::from_secs(15 * 60);
const QUIET: Duration = Duration::from_secs(15 * 60);

/// The sign-in lockout of one pool's users.
#[derive(Default)]
pub(crate) struct Lockouts(BTreeMap<String, Lockout>);

struct Lockout {
    failures: u32,
    last_failure: Moment,
}

impl Lockout {
    /// From the fifth failure on: one second, doubling.
    fn span(&self) -> Duration {
        self.failures
            .checked_sub(FAILURES_BEFORE_LOCK)
            .map_or(Duration::ZERO, |doublings| {
                Duration::from_secs(1_u64.checked_shl(doublings).unwrap_or(u64::MAX)).min(LONGEST_LOCK)
            })
    }
}

impl Lockouts {
    /// Refuses a sign-in of `who` while they are locked out; being refused does not count.
    pub(crate) fn check(&self, who: &str, now: Moment) -> Result<(), ServiceError> {
        match self.0.get(who) {
            Some(lockout) if now.since(lockout.last_failure) < lockout.span() => {
                Err(ServiceError::not_authorized("Password attempts exceeded"))
            }
            _ => Ok(()),
        }
    }

    pub(crate) fn failed(&mut self, who: &str, now: Moment) {
        let lockout = self.0.entry(who.to_owned()).or_insert(Lockout {
            failures: 0,
            last_failure: now,
        });
        if now.since(lockout.last_failure) >= QUIET {
            lockout.failures = 0;
        }
        lockout.failures = lockout.failures.saturating_add(1);
        lockout.last_failure = now;
    }

    pub(crate) fn succeeded(&mut self, who: &str) {
        self.0.remove(who);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Moment = Moment::from_epoch_seconds(1_000_000);

    fn after(seconds: u64) -> Moment {
        START.plus(Duration::from_secs(seconds))
    }

    #[test]
    fn a_category_takes_its_quota_each_second_and_no_more() {
        for category in [
            Category::UserAuthentication,
            Category::UserCreation,
            Category::UserAccountRecovery,
            Category::UserRead,
            Category::UserUpdate,
            Category::UserToken,
            Category::UserResourceRead,
            Category::UserResourceUpdate,
            Category::UserList,
            Category::UserPoolRead,
        ] {
            let mut quotas = Quotas::default();
            let request = Counted {
                operation: "Some",
                category,
                region: "r",
                place: "p",
                username: None,
            };
            for _ in 0..category.per_second() {
                assert_eq!(quotas.admit(&request, START), Ok(()));
            }
            assert_eq!(
                quotas.admit(&request, START),
                Err(ServiceError::too_many_requests())
            );
            assert_eq!(quotas.admit(&request, after(1)), Ok(()));
        }
    }

    #[test]
    fn client_operations_are_capped_at_five_a_second_in_each_pool() {
        let mut quotas = Quotas::default();
        let request = |place| Counted {
            operation: "DescribeUserPoolClient",
            category: Category::UserPoolClientRead,
            region: "r",
            place,
            username: None,
        };
        for _ in 0..5 {
            assert_eq!(quotas.admit(&request("one"), START), Ok(()));
        }
        assert!(quotas.admit(&request("one"), START).is_err());
        assert_eq!(quotas.admit(&request("two"), START), Ok(()));
    }

    #[test]
    fn one_user_takes_ten_reads_and_ten_writes_a_second() {
        let mut quotas = Quotas::default();
        for category in [Category::UserRead, Category::UserUpdate] {
            let request = Counted {
                operation: "Some",
                category,
                region: "r",
                place: "p",
                username: Some("maria"),
            };
            for _ in 0..10 {
                assert_eq!(quotas.admit(&request, START), Ok(()));
            }
            assert!(quotas.admit(&request, START).is_err());
        }
    }

    #[test]
    fn challenge_answers_have_three_times_the_quota_before_they_count() {
        let mut quotas = Quotas::default();
        let request = |operation| Counted {
            operation,
            category: Category::UserAuthentication,
            region: "r",
            place: "p",
            username: None,
        };
        for _ in 0..3 * 120 {
            assert_eq!(quotas.admit(&request("RespondToAuthChallenge"), START), Ok(()));
        }
        for _ in 0..120 {
            assert_eq!(quotas.admit(&request("InitiateAuth"), START), Ok(()));
        }
        assert!(quotas.admit(&request("RespondToAuthChallenge"), START).is_err());
    }

    #[test]
    fn attempts_come_back_an_hour_later() {
        for (attempt, limit) in [
            (Attempt::Recovery, 10),
            (Attempt::ResendConfirmationCode, 5),
            (Attempt::ConfirmSignUp, 15),
            (Attempt::ChangePassword, 5),
        ] {
            let mut attempts = Attempts::default();
            for _ in 0..limit {
                assert_eq!(attempts.count("maria", attempt, START), Ok(()));
            }
            assert_eq!(
                attempts.count("maria", attempt, after(3_599)),
                Err(ServiceError::attempt_limit())
            );
            assert_eq!(attempts.count("noah", attempt, START), Ok(()));
            assert_eq!(attempts.count("maria", attempt, after(3_600)), Ok(()));
        }
    }

    #[test]
    fn the_lock_starts_at_the_fifth_failure_and_doubles_up_to_a_quarter_of_an_hour() {
        let mut lockouts = Lockouts::default();
        let mut now = START;
        for failure in 1_u32..=20 {
            lockouts.failed("maria", now);
            let span = match failure.checked_sub(5) {
                None => 0,
                Some(doublings) => 900.min(1_u64 << doublings),
            };
            if span > 0 {
                let last = now.plus(Duration::from_millis(span * 1000 - 1));
                assert!(lockouts.check("maria", last).is_err(), "{failure}");
            }
            // A quarter of an hour would be quiet enough to start again.
            now = now.plus(Duration::from_secs(span));
            assert_eq!(lockouts.check("maria", now), Ok(()), "{failure}");
            if span >= 512 {
                break;
            }
        }
    }

    #[test]
    fn success_or_a_quiet_quarter_of_an_hour_starts_again() {
        let mut lockouts = Lockouts::default();
        for _ in 0..4 {
            lockouts.failed("maria", START);
        }
        lockouts.failed("maria", after(900));
        assert_eq!(lockouts.check("maria", after(900)), Ok(()));
        for _ in 0..4 {
            lockouts.failed("maria", after(900));
        }
        assert!(lockouts.check("maria", after(900)).is_err());
        lockouts.succeeded("maria");
        assert_eq!(lockouts.check("maria", after(900)), Ok(()));
    }
}
