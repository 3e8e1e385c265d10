//! Keys and IAM policies at ministack, which checks signatures and evaluates policies as IAM does:
//! the policy that the desk offers for a job lets that job's operations through and no others.
//!
//! What the operations then do is no concern here: ministack takes some that the service would
//! refuse, such as confirming a user who is confirmed. Its refusals have no request id.

mod jobs;
mod keys;
mod scene;
