//! What went wrong on a journey: text for whoever reads the test's output.

use std::fmt;

/// Why a journey could not go on.
#[derive(Debug)]
pub(crate) struct Trouble(String);

/// What every step of a journey gives.
pub(crate) type Result<T> = std::result::Result<T, Trouble>;

impl Trouble {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl From<String> for Trouble {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Trouble {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<fantoccini::error::CmdError> for Trouble {
    fn from(error: fantoccini::error::CmdError) -> Self {
        Self(format!("WebDriver: {error}"))
    }
}

impl From<serde_json::Error> for Trouble {
    fn from(error: serde_json::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<peers::Error> for Trouble {
    fn from(error: peers::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<tokio::time::error::Elapsed> for Trouble {
    fn from(_: tokio::time::error::Elapsed) -> Self {
        Self("nothing came back in time".to_owned())
    }
}

/// Says what was not as it should be, unless it was.
///
/// # Errors
/// The text, when `good` is false.
pub(crate) fn ensure(good: bool, otherwise: impl FnOnce() -> String) -> Result<()> {
    if good { Ok(()) } else { Err(Trouble(otherwise())) }
}
