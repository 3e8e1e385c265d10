//! Signing in, against answers with the service's own words.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod beginning;
mod practised;
#[path = "../practised_pool/mod.rs"]
mod practised_pool;
mod renewing;
#[path = "../scripted/mod.rs"]
mod scripted;
mod steps;
mod words;
