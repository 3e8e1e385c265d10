//! What the pages see: no secret but the one that is there to be read, only whether there is one.

mod desk;
mod house;
mod recovery;
mod sign_in;
mod support;

pub use desk::*;
pub use house::*;
pub use recovery::*;
pub use sign_in::*;
pub use support::*;
