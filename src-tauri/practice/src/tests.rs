//! The pool's behaviour, spoken to as a client speaks to it. What is expected comes from the
//! service's documentation and recorded answers, not from this crate.

mod bench;
mod existence;
mod pools;
mod recovery;
mod sign_in;
mod sign_up;
mod states;
mod users;
mod wire;
