//! The pace of searching: how many requests a second.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::{Instant, sleep_until};

/// Requests in any second. The service takes 30 (quota "UserList") from the whole account and Region,
/// and whoever else works there needs some too.
const MOST: usize = 10;
const SECOND: Duration = Duration::from_secs(1);

/// Lets ten requests a second pass, all searches that share it together. Every clone is the same one:
/// a session has one for each account and Region.
#[derive(Clone, Debug, Default)]
pub struct Pace {
    passed: Arc<Mutex<VecDeque<Instant>>>,
}

impl Pace {
    /// A pace at which nothing has passed yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Waits until one more request may be sent, in the order of asking. Dropping it while it waits
    /// takes nobody's turn.
    pub(super) async fn turn(&self) {
        let mut passed = self.passed.lock().await;
        if let Some(earliest) = (passed.len() >= MOST).then(|| passed.front().copied()).flatten() {
            sleep_until(earliest + SECOND).await;
            passed.pop_front();
        }
        passed.push_back(Instant::now());
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
            let seconds = u64::try_from(index / MOST).unwrap();
            let late = at.checked_sub(Duration::from_secs(seconds)).unwrap();
            assert!(late < Duration::from_millis(50), "{index} {at:?}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn who_stops_waiting_takes_nobodys_turn() {
        let pace = Pace::new();
        for _ in 0..MOST {
            pace.turn().await;
        }
        let begun = Instant::now();
        for _ in 0..5 {
            let waiting = tokio::time::timeout(Duration::from_millis(100), pace.turn());
            assert!(waiting.await.is_err());
        }
        for _ in 0..MOST {
            pace.turn().await;
        }
        assert!(begun.elapsed() < Duration::from_millis(1100));
    }
}
