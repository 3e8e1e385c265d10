//! The desk locks itself after a while without use.

use std::sync::Mutex;
use std::time::{Duration, Instant, SystemTime};

use crate::lock_whole;

/// A moment by both of the computer's clocks: the one that nobody can set stands still while the computer sleeps
/// (on Linux and macOS), the other doesn't.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    steady: Instant,
    wall: SystemTime,
}

impl Moment {
    /// Now.
    pub fn now() -> Self {
        Self {
            steady: Instant::now(),
            wall: SystemTime::now(),
        }
    }

    /// How long ago `earlier` was, by the clock that says more.
    fn since(self, earlier: Self) -> Duration {
        let wall = self.wall.duration_since(earlier.wall).unwrap_or_default();
        self.steady.saturating_duration_since(earlier.steady).max(wall)
    }
}

/// When the desk was used last, and whether it is locked.
pub struct IdleLock {
    state: Mutex<State>,
}

struct State {
    used: Moment,
    locked: bool,
}

impl IdleLock {
    /// Not locked, and used now.
    pub fn open(now: Moment) -> Self {
        Self {
            state: Mutex::new(State {
                used: now,
                locked: false,
            }),
        }
    }

    /// Notes that somebody is there. A desk that has locked itself stays locked.
    ///
    /// Gives whether the desk is locked.
    pub fn used(&self, now: Moment, limit: Duration) -> bool {
        let mut state = lock_whole(&self.state);
        if now.since(state.used) >= limit {
            state.locked = true;
        }
        if !state.locked {
            state.used = now;
        }
        state.locked
    }

    /// Whether the desk is locked, without using it.
    pub fn is_locked(&self, now: Moment, limit: Duration) -> bool {
        let state = lock_whole(&self.state);
        state.locked || now.since(state.used) >= limit
    }

    /// Locks at once.
    pub fn lock(&self) {
        lock_whole(&self.state).locked = true;
    }

    /// Unlocks: access was confirmed.
    pub fn unlock(&self, now: Moment) {
        *lock_whole(&self.state) = State {
            used: now,
            locked: false,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: Duration = Duration::from_secs(15 * 60);

    fn after(moment: Moment, time: Duration) -> Moment {
        Moment {
            steady: moment.steady + time,
            wall: moment.wall + time,
        }
    }

    #[test]
    fn it_locks_after_the_limit_and_only_confirming_opens_it() {
        let start = Moment::now();
        let lock = IdleLock::open(start);
        let nearly = LIMIT - Duration::from_secs(1);
        let later = after(start, nearly);
        assert!(!lock.used(later, LIMIT));
        assert!(!lock.is_locked(after(later, nearly), LIMIT));
        let over = after(later, LIMIT);
        assert!(lock.is_locked(over, LIMIT));
        assert!(lock.used(over, LIMIT));
        assert!(lock.used(over, LIMIT), "using it doesn't unlock it");
        lock.unlock(over);
        assert!(!lock.used(over, LIMIT));
        lock.lock();
        assert!(lock.is_locked(over, LIMIT));
    }

    #[test]
    fn a_computer_that_slept_and_a_clock_set_back_lock_it_all_the_same() {
        let start = Moment::now();
        let lock = IdleLock::open(start);
        let slept = Moment {
            wall: start.wall + LIMIT,
            ..start
        };
        assert!(lock.is_locked(slept, LIMIT));
        let set_back = Moment {
            steady: start.steady + LIMIT,
            wall: start.wall - LIMIT,
        };
        assert!(lock.is_locked(set_back, LIMIT));
    }
}
