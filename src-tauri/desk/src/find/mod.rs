//! Finding a user by what the help desk hears: one box for email addresses, phone numbers, user
//! names, names and ids.
//!
//! `ListUsers` compares one attribute, whole or by its beginning, and nothing else. So what was
//! typed becomes a [`Plan`]: attempts, the likeliest first. A [`Search`] makes them one after the
//! other and page by page, each request at its [`Pace`]. It never opens a user, which would count
//! the user as active for the month's bill.

mod case;
mod number;
mod pace;
mod plan;
mod search;
mod seen;
mod typed;

pub use pace::Pace;
pub use plan::{Narrowing, Plan, SearchHint};
pub use search::{Found, FoundUser, Search, Tried, Way};
