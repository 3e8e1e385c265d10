//! The pool's behaviour, spoken to as a client speaks to it. What is expected comes from the
//! service's documentation and recorded answers, not from this crate.

mod admin_sign_in;
mod authenticators;
mod bench;
mod challenge_sessions;
mod existence;
mod factors;
mod first_factors;
mod groups;
mod identities;
mod list_users;
mod new_password;
mod own_account;
mod planted;
mod pools;
mod population;
mod quotas;
mod recovery;
mod second_factors;
mod seeds;
mod sign_in;
mod sign_up;
mod states;
mod user_states;
mod users;
mod wire;
