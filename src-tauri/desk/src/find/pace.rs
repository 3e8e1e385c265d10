//! The pace of searching: how many requests a second.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::{Instant, sleep_until};

/// Searches in any second. The service takes 30 (quota "UserList") from the whole account and Region,
/// and whoever else works there needs some too.
const SEARCHES: usize = 10;
const SECOND: Duration = Duration::from_secs(1);

/// Lets so many requests a second pass, of all that share it together. Every clone is the same one:
/// a session has one for each account and Region.
#[derive(Clone, Debug)]
pub struct Pace {
    most: usize,
    passed: Arc<Mutex<VecDeque<Instant>>>,
}

impl Pace {
    /// The pace of searches, ten a second, at which nothing has passed yet.
    #[must_use]
    pub fn new() -> Self {
        Self::of(SEARCHES)
    }

    /// A pace of `most` requests a second, at least one.
    #[must_use]
    pub fn of(most: usize) -> Self {
        Self {
            most: most.max(1),
            passed: Arc::default(),
        }
    }

    /// Waits until one more request may be sent, in the order of asking. Dropping it while it waits
    /// takes nobody's turn.
    pub async fn turn(&self) {
        let mut passed = self.passed.lock().await;
        if let Some(earliest) = (passed.len() >= self.most)
            .then(|| passed.front().copied())
            .flatten()
        {
            sleep_until(earliest + SECOND).await;
            passed.pop_front();
        }
        passed.push_back(Instant::now());
    }
}

impl Default for Pace {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn ten_pass_at_once_and_ten_each_second_after() {
        let pace = Pace::new();
        let begun = Instant::now();
        let mut passed = Vec::new();
        for _ in 0..35 {
            pace.clone().turn().await;
            passed.push(begun.elapsed());
        }
        for (index, at) in passed.iter().enumerate() {
            let seconds = u64::try_from(index / SEARCHES).unwrap();
            let late = at.checked_sub(Duration::from_secs(seconds)).unwrap();
            assert!(late < Duration::from_millis(50), "{index} {at:?}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn who_stops_waiting_takes_nobodys_turn() {
        let pace = Pace::new();
        for _ in 0..SEARCHES {
            pace.turn().await;
        }
        let begun = Instant::now();
        for _ in 0..5 {
            let waiting = tokio::time::timeout(Duration::from_millis(100), pace.turn());
            assert!(waiting.await.is_err());
        }
        for _ in 0..SEARCHES {
            pace.turn().await;
        }
        assert!(begun.elapsed() < Duration::from_millis(1100));
    }
}
