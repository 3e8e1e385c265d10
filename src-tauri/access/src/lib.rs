//! Where Readmit keeps its secrets: the operating system's keychain, and nowhere else.

pub mod keychain;
