//! The facts, as tables. The names cite the fact sheet's sections and the pitfalls.

mod acts;
mod channels;
mod findings;
mod predictions;
pub(crate) mod samples;
