//! Why a peer could not be made or asked.

use std::io;

/// What went wrong with a peer. Meant to be read by whoever runs the tests.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The operating system refused something.
    #[error("{what}: {source}")]
    Io {
        /// What was being done.
        what: String,
        /// What the system said.
        source: io::Error,
    },
    /// A program ended badly, or never became ready.
    #[error("{what}\n{output}")]
    Program {
        /// Which program, and what became of it.
        what: String,
        /// The end of what it printed.
        output: String,
    },
    /// A peer answered something that makes no sense here.
    #[error("{what}: {answer}")]
    Answer {
        /// What was asked.
        what: String,
        /// What came back, or what is missing from it.
        answer: String,
    },
}

impl Error {
    /// For `map_err`: puts what was being done before what the system said.
    pub(crate) fn io(what: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let what = what.into();
        move |source| Self::Io { what, source }
    }

    /// An answer that makes no sense.
    pub(crate) fn answer(what: impl Into<String>, answer: impl Into<String>) -> Self {
        Self::Answer {
            what: what.into(),
            answer: answer.into(),
        }
    }
}
