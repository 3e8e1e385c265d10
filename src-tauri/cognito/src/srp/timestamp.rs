//! The time as a password proof states it.

use std::time::{Duration, SystemTime};

use time::OffsetDateTime;
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;

/// English whatever the system's language, and the day without a zero before it: the service
/// takes anything else for a wrong password (observed).
const SPELLING: &[BorrowedFormatItem<'static>] = format_description!(
    "[weekday repr:short] [month repr:short] [day padding:none] [hour]:[minute]:[second] UTC [year]"
);

/// How far the service's clock is ahead of this computer's, in seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ClockOffset(i64);

impl ClockOffset {
    /// From what the service's clock said at `here` (seconds since 1970, both).
    pub(crate) fn between(here: i64, service: i64) -> Self {
        Self(service.saturating_sub(here))
    }

    /// This computer's time, by the service's clock.
    pub(crate) fn applied_to(self, here: SystemTime) -> SystemTime {
        let shift = Duration::from_secs(self.0.unsigned_abs());
        let shifted = if self.0 < 0 {
            here.checked_sub(shift)
        } else {
            here.checked_add(shift)
        };
        shifted.unwrap_or(here)
    }
}

/// `moment` as the `TIMESTAMP` of a proof: UTC, for example `Wed Apr 5 22:42:34 UTC 2017`.
pub(crate) fn timestamp(moment: SystemTime) -> String {
    OffsetDateTime::from(moment).format(SPELLING).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> String {
        timestamp(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
    }

    /// The first is the developer guide's own example, the second that of Amazon's .NET client;
    /// all four as GNU date writes them with `LC_ALL=C date -u '+%a %b %-d %H:%M:%S UTC %Y'`.
    #[test]
    fn the_day_has_no_zero_before_it_and_the_words_are_english() {
        assert_eq!(at(1_491_432_154), "Wed Apr 5 22:42:34 UTC 2017");
        assert_eq!(at(1_497_510_000), "Thu Jun 15 07:00:00 UTC 2017");
        assert_eq!(at(951_827_696), "Tue Feb 29 12:34:56 UTC 2000");
        assert_eq!(at(4_102_444_799), "Thu Dec 31 23:59:59 UTC 2099");
    }

    #[test]
    fn a_wrong_clock_is_put_right() {
        let here = SystemTime::UNIX_EPOCH + Duration::from_secs(1_491_432_154 - 86_400);
        let ahead = ClockOffset::between(1_491_432_154 - 86_400, 1_491_432_154);
        assert_eq!(timestamp(ahead.applied_to(here)), "Wed Apr 5 22:42:34 UTC 2017");
        let behind = ClockOffset::between(1_491_432_154 + 7, 1_491_432_154);
        let here = SystemTime::UNIX_EPOCH + Duration::from_secs(1_491_432_154 + 7);
        assert_eq!(timestamp(behind.applied_to(here)), "Wed Apr 5 22:42:34 UTC 2017");
    }
}
