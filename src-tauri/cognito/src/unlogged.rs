//! Calls of which nothing may be logged, however talkative the log.

use tracing::Dispatch;
use tracing::instrument::WithSubscriber;

/// Waits for a call of the SDK's while nothing of it is logged: at its most talkative it writes out
/// every answer, with sessions, tokens and an authenticator's secret.
pub(crate) async fn unlogged<T>(call: impl Future<Output = T>) -> T {
    call.with_subscriber(Dispatch::none()).await
}
