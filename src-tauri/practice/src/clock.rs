//! The pool's clock: everything in this crate that has a time has it from here, so that a test can move it.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Serialize, Serializer};
use time::OffsetDateTime;
use time::macros::format_description;

/// A point in time, in milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(i64);

impl Moment {
    /// The moment this many whole seconds after the epoch.
    #[must_use]
    pub const fn from_epoch_seconds(seconds: i64) -> Self {
        Self(seconds.saturating_mul(1000))
    }

    /// Whole seconds since the epoch, rounded down.
    #[must_use]
    pub const fn epoch_seconds(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// Milliseconds since the epoch.
    #[must_use]
    pub const fn epoch_milliseconds(self) -> i64 {
        self.0
    }

    /// The moment this much later.
    #[must_use]
    pub fn plus(self, span: Duration) -> Self {
        Self(self.0.saturating_add(whole_milliseconds(span)))
    }

    /// The moment this much earlier.
    #[must_use]
    pub fn minus(self, span: Duration) -> Self {
        Self(self.0.saturating_sub(whole_milliseconds(span)))
    }

    /// How long ago `earlier` was; zero if it is not in the past.
    #[must_use]
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }

    pub(crate) fn utc(self) -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp(self.epoch_seconds()).unwrap_or(OffsetDateTime::UNIX_EPOCH)
    }

    /// The form of an HTTP `Date` header (RFC 9110, 5.6.7).
    pub(crate) fn http_date(self) -> String {
        let form = format_description!(
            "[weekday repr:short], [day] [month repr:short] [year] [hour]:[minute]:[second] GMT"
        );
        self.utc().format(&form).unwrap_or_default()
    }

    /// The form of a timestamp in XML, e.g. `2015-08-30T12:36:00Z`.
    pub(crate) fn iso_8601(self) -> String {
        let form = format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]Z");
        self.utc().format(&form).unwrap_or_default()
    }

    /// The form of an `X-Amz-Date` header, e.g. `20150830T123600Z`.
    pub(crate) fn amz_date(self) -> String {
        let form = format_description!("[year][month][day]T[hour][minute][second]Z");
        self.utc().format(&form).unwrap_or_default()
    }
}

/// Epoch seconds with a fraction, as the service writes its timestamps.
impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[expect(
            clippy::cast_precision_loss,
            reason = "milliseconds since the epoch fit in 53 bits for 285,000 years"
        )]
        serializer.serialize_f64(self.0 as f64 / 1000.0)
    }
}

fn whole_milliseconds(span: Duration) -> i64 {
    i64::try_from(span.as_millis()).unwrap_or(i64::MAX)
}

/// A clock that can be moved; every clone is the same clock.
#[derive(Clone, Debug)]
pub struct Clock(Arc<Mutex<Hands>>);

#[derive(Debug)]
enum Hands {
    /// Goes with the computer's clock, this many milliseconds ahead of it.
    Running { ahead: i64 },
    /// Moves only when it is told to.
    Stopped { at: Moment },
}

impl Clock {
    /// The computer's time, until it is moved.
    #[must_use]
    pub fn running() -> Self {
        Self(Arc::new(Mutex::new(Hands::Running { ahead: 0 })))
    }

    /// A clock that stands at `moment` until it is moved.
    #[must_use]
    pub fn stopped_at(moment: Moment) -> Self {
        Self(Arc::new(Mutex::new(Hands::Stopped { at: moment })))
    }

    /// The time now.
    #[must_use]
    pub fn now(&self) -> Moment {
        match *self.hands() {
            Hands::Running { ahead } => Moment(computer_time().saturating_add(ahead)),
            Hands::Stopped { at } => at,
        }
    }

    /// Moves the clock forward.
    pub fn advance(&self, span: Duration) {
        match &mut *self.hands() {
            Hands::Running { ahead } => *ahead = ahead.saturating_add(whole_milliseconds(span)),
            Hands::Stopped { at } => *at = at.plus(span),
        }
    }

    /// Sets the clock; a running one runs on from there.
    pub fn set(&self, moment: Moment) {
        match &mut *self.hands() {
            Hands::Running { ahead } => *ahead = moment.0.saturating_sub(computer_time()),
            Hands::Stopped { at } => *at = moment,
        }
    }

    fn hands(&self) -> std::sync::MutexGuard<'_, Hands> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn computer_time() -> i64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, whole_milliseconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stopped_clock_moves_only_when_told() {
        let clock = Clock::stopped_at(Moment::from_epoch_seconds(1_000));
        clock.advance(Duration::from_secs(5));
        assert_eq!(clock.now().epoch_seconds(), 1_005);
        clock.set(Moment::from_epoch_seconds(7));
        assert_eq!(clock.now().epoch_seconds(), 7);
    }

    #[test]
    fn a_running_clock_runs_on_from_where_it_was_set() {
        let clock = Clock::running();
        clock.set(Moment::from_epoch_seconds(2_000_000_000));
        let ahead = clock.now().epoch_seconds() - 2_000_000_000;
        assert!((0..5).contains(&ahead));
    }

    #[test]
    fn dates_are_written_as_http_and_aws_want_them() {
        let moment = Moment::from_epoch_seconds(1_440_938_160);
        assert_eq!(moment.http_date(), "Sun, 30 Aug 2015 12:36:00 GMT");
        assert_eq!(moment.amz_date(), "20150830T123600Z");
    }
}
