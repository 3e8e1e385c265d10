//! What the desk reads and does, against ministack with `AUTH=true`; an administrator with another
//! client looks at what has come of it.
//!
//! It differs from the service. Nothing is concluded here from what it takes and the service would
//! refuse: a reset without a verified contact or with a temporary password, an invitation for
//! somebody who has signed in, confirming who is confirmed, second factors that nobody has set up.
//! It knows no email factor, sends an invitation again with the same password, and doesn't read
//! filters for `cognito:user_status` or with escaped quotes.

mod acts;
mod gone;
mod passwords;
mod reads;
mod scene;
