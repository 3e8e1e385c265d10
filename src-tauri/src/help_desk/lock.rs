//! The desk locks itself after a while without use.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::lock_whole;

/// When the desk was used last, and whether it is locked.
pub struct IdleLock {
    state: Mutex<State>,
}

struct State {
    used: Instant,
    locked: bool,
}

impl IdleLock {
    /// Not locked, and used now.
    pub fn open(now: Instant) -> Self {
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
    pub fn used(&self, now: Instant, limit: Duration) -> bool {
        let mut state = lock_whole(&self.state);
        if now.saturating_duration_since(state.used) >= limit {
            state.locked = true;
        }
        if !state.locked {
            state.used = now;
        }
        state.locked
    }

    /// Whether the desk is locked, without using it.
    pub fn is_locked(&self, now: Instant, limit: Duration) -> bool {
        let state = lock_whole(&self.state);
        state.locked || now.saturating_duration_since(state.used) >= limit
    }

    /// Locks at once.
    pub fn lock(&self) {
        lock_whole(&self.state).locked = true;
    }

    /// Unlocks: access was confirmed.
    pub fn unlock(&self, now: Instant) {
        *lock_whole(&self.state) = State {
            used: now,
            locked: false,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_locks_after_the_limit_and_only_confirming_opens_it() {
        let limit = Duration::from_secs(15 * 60);
        let start = Instant::now();
        let lock = IdleLock::open(start);
        let later = start + limit - Duration::from_secs(1);
        assert!(!lock.used(later, limit));
        assert!(!lock.is_locked(later + limit - Duration::from_secs(1), limit));
        assert!(lock.is_locked(later + limit, limit));
        assert!(lock.used(later + limit, limit));
        assert!(lock.used(later + limit, limit), "using it doesn't unlock it");
        lock.unlock(later + limit);
        assert!(!lock.used(later + limit, limit));
        lock.lock();
        assert!(lock.is_locked(later + limit, limit));
    }
}
