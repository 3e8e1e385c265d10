//! Signing in at the practice pool, which was written without this client and checks proofs, the
//! time in them, both secret hashes and every challenge's answer.

mod beginning;
mod choices;
mod factors;
mod midway;
mod new_password;
mod setting_up;
mod trials;
