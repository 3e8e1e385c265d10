//! What the help desk works with: the search, the diagnosis, the acts, the record.

mod act;
pub mod diagnosis;
pub mod find;
pub mod health;
pub mod permissions;
pub mod record;
pub mod temporary_password;

pub use act::{Act, ActResult, Actor, DeskRules, Order, Performed, PoolAtHand, changes, perform};
