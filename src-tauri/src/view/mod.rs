//! What the pages see: never a secret, only whether there is one.

mod desk;
mod recovery;

pub use desk::*;
pub use recovery::*;
