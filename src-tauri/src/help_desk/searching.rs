//! The search at the desk: one at a time, each known to the page by a number.

use std::future::Future;
use std::sync::Arc;

use cognito::{AdminClient, Failure, FailureCode, Retry};
use desk::find::{Narrowing, Pace, Plan, Search};
use tokio::sync::{Mutex, watch};

use super::Desk;
use crate::view::{FoundUsers, StatusFilter};

/// Pages without anybody that are passed over before the page is told that there may be more.
const MOST_EMPTY_PAGES: usize = 5;

/// The search at work. A new one ends the one before it, even while that waits for an answer.
pub(super) struct Searches {
    current: Arc<Mutex<Option<UnderWay>>>,
    /// The number of the newest search: whoever waits for an older one stops.
    newest: watch::Sender<u32>,
    pace: Pace,
}

struct UnderWay {
    number: u32,
    admin: AdminClient,
    search: Search,
}

impl Default for Searches {
    fn default() -> Self {
        Self {
            current: Arc::default(),
            newest: watch::Sender::new(0),
            pace: Pace::new(),
        }
    }
}

impl Searches {
    /// Takes the next number: the search before it stops.
    fn begin(&self) -> u32 {
        let mut number = 0;
        self.newest.send_modify(|newest| {
            *newest = newest.wrapping_add(1);
            number = *newest;
        });
        number
    }

    /// Ends the search under way.
    pub(super) async fn end(&self) {
        self.begin();
        *self.current.lock().await = None;
    }

    /// The same without waiting: nobody gets another page, and the access that it used is let go of at once.
    pub(super) fn end_at_once(&self) {
        self.begin();
        let current = Arc::clone(&self.current);
        tauri::async_runtime::spawn(async move { *current.lock().await = None });
    }

    /// Waits for `page` as long as `number` is the newest search.
    async fn while_newest<T>(
        &self,
        number: u32,
        page: impl Future<Output = Result<T, Failure>>,
    ) -> Result<T, Failure> {
        let mut newest = self.newest.subscribe();
        let superseded = async { drop(newest.wait_for(|newest| *newest != number).await) };
        tokio::select! {
            biased;
            () = superseded => Err(Failure::new(FailureCode::StoppedWaiting).retry(Retry::Now)),
            page = page => page,
        }
    }

    async fn next_page(&self, number: u32) -> Result<FoundUsers, Failure> {
        let page = async {
            let mut current = self.current.lock().await;
            let under_way = current
                .as_mut()
                .filter(|under_way| under_way.number == number)
                .ok_or(FailureCode::SearchEnded)?;
            let mut found = under_way.search.next_page(&under_way.admin).await?;
            // The service may need many requests to find the next one: the page would ask again at once.
            for _ in 0..MOST_EMPTY_PAGES {
                if !found.users.is_empty() || !found.more {
                    break;
                }
                found = under_way.search.next_page(&under_way.admin).await?;
            }
            Ok(FoundUsers {
                search: number,
                found,
            })
        };
        self.while_newest(number, page).await
    }
}

impl Desk {
    /// Begins a search and gives its first users.
    ///
    /// # Errors
    /// `SearchTooLong`, `SearchMalformed`; `StoppedWaiting` where another search began meanwhile; those of the
    /// access and the way there.
    pub async fn search(&self, text: &str, status: StatusFilter) -> Result<FoundUsers, Failure> {
        let number = self.searches.begin();
        let at_hand = self.at_hand().await?;
        let narrowing = match status {
            StatusFilter::All => Narrowing::Everybody,
            StatusFilter::SwitchedOff => Narrowing::SwitchedOff,
            StatusFilter::Status(status) => Narrowing::InStatus { status },
        };
        let pool = &at_hand.pool.pool;
        let plan = Plan::new(text, narrowing, pool)?;
        let search = Search::new(plan, &pool.id, self.searches.pace.clone());
        let begin = async {
            *self.searches.current.lock().await = Some(UnderWay {
                number,
                admin: at_hand.admin.clone(),
                search,
            });
            Ok(())
        };
        self.searches.while_newest(number, begin).await?;
        self.searches.next_page(number).await
    }

    /// The next users of a search.
    ///
    /// # Errors
    /// `SearchEnded` where that search is over: a new one has to begin; otherwise as [`Desk::search`].
    pub async fn search_on(&self, number: u32) -> Result<FoundUsers, Failure> {
        self.searches.next_page(number).await
    }

    /// Ends the search under way.
    pub async fn stop_search(&self) {
        self.searches.end().await;
    }
}
