//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::{Long, Short, Value, ValueExt};

/// What `--help` prints.
pub const HELP: &str = "\
Readmit gets people back into their Amazon Cognito accounts.

Usage: readmit [OPTION]

  --recovery          open the recovery window (this is what happens anyway)
  --desk              open the help desk's window
  --practice          open the window on the practice accounts
  --connection FILE   open the recovery window on a connection file, for this time only
  --language TAG      the language to use, for example de
  --version           print the version
  --help              print this
";

/// Where the recovery window begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Beginning {
    /// On the connection that was set up before, else on the first-start screen.
    #[default]
    Settings,
    /// On the practice accounts.
    Practice,
    /// On a connection file, without keeping it.
    ConnectionFile(PathBuf),
}

/// What the program was asked to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Open a window.
    Open {
        /// The desk's rather than the recovery window.
        desk: bool,
        /// Where the recovery window begins.
        beginning: Beginning,
        /// A language instead of the system's.
        language: Option<String>,
    },
    /// Print the version.
    Version,
    /// Print the help.
    Help,
}

/// Reads the command line, without the program's own name.
///
/// # Errors
/// A sentence for the person who typed it.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Request, String> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut desk = false;
    let mut beginning = Beginning::default();
    let mut language = None;
    while let Some(argument) = parser.next().map_err(|error| error.to_string())? {
        match argument {
            Long("recovery") => desk = false,
            Long("desk") => desk = true,
            Long("practice") => beginning = Beginning::Practice,
            Long("connection") => {
                let file = parser.value().map_err(|error| error.to_string())?;
                beginning = Beginning::ConnectionFile(PathBuf::from(file));
            }
            Long("language") => {
                let tag = parser.value().and_then(|value| value.string());
                language = Some(tag.map_err(|error| error.to_string())?);
            }
            Long("version") | Short('V') => return Ok(Request::Version),
            Long("help") | Short('h') => return Ok(Request::Help),
            Value(_) | Short(_) | Long(_) => return Err(argument.unexpected().to_string()),
        }
    }
    Ok(Request::Open {
        desk,
        beginning,
        language,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Request, String> {
        parse(arguments.iter().map(OsString::from))
    }

    fn open(desk: bool, beginning: Beginning) -> Result<Request, String> {
        Ok(Request::Open {
            desk,
            beginning,
            language: None,
        })
    }

    #[test]
    fn each_option_leads_straight_there() {
        assert_eq!(read(&[]), open(false, Beginning::Settings));
        assert_eq!(read(&["--recovery"]), open(false, Beginning::Settings));
        assert_eq!(read(&["--desk"]), open(true, Beginning::Settings));
        assert_eq!(read(&["--practice"]), open(false, Beginning::Practice));
        let file = Beginning::ConnectionFile(PathBuf::from("a b.readmit"));
        assert_eq!(read(&["--connection", "a b.readmit"]), open(false, file));
        assert_eq!(read(&["--version"]), Ok(Request::Version));
        assert_eq!(read(&["--help"]), Ok(Request::Help));
    }

    #[test]
    fn what_is_not_an_option_is_named() {
        for wrong in [&["--connection"][..], &["--colour"], &["file.readmit"], &["-x"]] {
            assert!(read(wrong).is_err(), "{wrong:?}");
        }
        assert!(read(&["--colour"]).is_err_and(|message| message.contains("--colour")));
    }
}
