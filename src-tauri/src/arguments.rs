//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::{Long, Short, Value, ValueExt};

use crate::logging::Level;

/// What `--help` prints.
pub const HELP: &str = "\
Readmit gets people back into their Amazon Cognito accounts.

Usage: readmit [OPTION]... [FILE.readmit | readmit://...]

A connection file or a link is shown in the recovery window, to be taken or left.

Windows:
  --recovery          open the recovery window (this is what happens anyway)
  --desk              open the help desk's window
  --practice          open the window on the practice accounts
  --connection FILE   open the recovery window on a connection file, for this time only
  --language TAG      the language to use, for example de
  --log-level LEVEL   how much to write into the log, unless the policy says: off, error, warn,
                      info (what happens anyway), debug or trace. No level writes user names,
                      codes or passwords.

Without a window:
  --self-check        check this computer and say how to mend what is wrong
  --json              with --self-check: say it as JSON
  --purge-user-data   remove everything that Readmit keeps for you on this computer
  --yes               with --purge-user-data: don't ask first
  --version           print the version
  --help              print this

Exit codes:
  0  done; with --self-check: nothing failed
  1  not done; with --self-check: something failed
  2  the command line is wrong
";

/// How a link of ours begins.
const LINK: &str = "readmit:";

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

/// What came along to be shown and confirmed: opened in a file manager, or followed in a browser or a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arrived {
    /// A connection file. It may not exist, and may be anything.
    File(PathBuf),
    /// A link that begins with `readmit:`, as it came. It may be hostile.
    Link(String),
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
        /// A connection that came along.
        arrived: Option<Arrived>,
        /// A language instead of the system's.
        language: Option<String>,
        /// How much to log.
        log_level: Level,
    },
    /// Check this computer.
    SelfCheck {
        /// As JSON rather than as a table.
        json: bool,
        /// A language instead of the system's.
        language: Option<String>,
        /// How much to log.
        log_level: Level,
    },
    /// Remove what is kept for the person who runs it.
    PurgeUserData {
        /// Without asking.
        yes: bool,
        /// A language instead of the system's.
        language: Option<String>,
    },
    /// Print the version.
    Version,
    /// Print the help.
    Help,
}

/// Everything that was said, before it is known whether it belongs together.
#[derive(Default)]
struct Said {
    desk: bool,
    beginning: Beginning,
    arrived: Option<Arrived>,
    language: Option<String>,
    log_level: Level,
    self_check: bool,
    json: bool,
    purge: bool,
    yes: bool,
    /// The last option that opens a window.
    window: Option<&'static str>,
}

/// Reads the command line, without the program's own name.
///
/// # Errors
/// A sentence for the person who typed it.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Request, String> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut said = Said::default();
    while let Some(argument) = parser.next().map_err(|error| error.to_string())? {
        match argument {
            Long("recovery") => {
                said.desk = false;
                said.window = Some("--recovery");
            }
            Long("desk") => {
                said.desk = true;
                said.window = Some("--desk");
            }
            Long("practice") => {
                said.beginning = Beginning::Practice;
                said.window = Some("--practice");
            }
            Long("connection") => {
                let file = parser.value().map_err(|error| error.to_string())?;
                said.beginning = Beginning::ConnectionFile(PathBuf::from(file));
                said.window = Some("--connection");
            }
            Long("language") => said.language = Some(text(&mut parser)?),
            Long("log-level") => {
                let level = text(&mut parser)?;
                said.log_level = level
                    .parse()
                    .map_err(|()| format!("there is no log level {level:?}"))?;
            }
            Long("self-check") => said.self_check = true,
            Long("json") => said.json = true,
            Long("purge-user-data") => said.purge = true,
            Long("yes") => said.yes = true,
            Long("version") | Short('V') => return Ok(Request::Version),
            Long("help") | Short('h') => return Ok(Request::Help),
            Value(came) if said.arrived.is_none() => said.arrived = Some(arrived(came)),
            Value(_) => return Err("one file or link at a time".to_owned()),
            Short(_) | Long(_) => return Err(argument.unexpected().to_string()),
        }
    }
    said.request()
}

fn text(parser: &mut lexopt::Parser) -> Result<String, String> {
    let value = parser.value().and_then(|value| value.string());
    value.map_err(|error| error.to_string())
}

/// A desktop entry passes what was opened as it is: a path, or a link (`%u`).
fn arrived(came: OsString) -> Arrived {
    match came.to_str() {
        // A scheme is written in either case (RFC 3986, section 3.1).
        Some(link)
            if link
                .get(..LINK.len())
                .is_some_and(|scheme| scheme.eq_ignore_ascii_case(LINK)) =>
        {
            Arrived::Link(link.to_owned())
        }
        Some(link) => match url::Url::parse(link) {
            // Desktops may pass a file as an address.
            Ok(address) if address.scheme() == "file" => match address.to_file_path() {
                Ok(path) => Arrived::File(path),
                Err(()) => Arrived::File(PathBuf::from(came)),
            },
            _ => Arrived::File(PathBuf::from(came)),
        },
        None => Arrived::File(PathBuf::from(came)),
    }
}

impl Said {
    fn request(self) -> Result<Request, String> {
        let alone = match (self.self_check, self.purge) {
            (true, true) => return Err("--self-check and --purge-user-data don't go together".to_owned()),
            (true, false) => Some("--self-check"),
            (false, true) => Some("--purge-user-data"),
            (false, false) => None,
        };
        if self.json && !self.self_check {
            return Err("--json belongs to --self-check".to_owned());
        }
        if self.yes && !self.purge {
            return Err("--yes belongs to --purge-user-data".to_owned());
        }
        if let Some(alone) = alone {
            if let Some(window) = self.window {
                return Err(format!(
                    "{alone} opens no window, so {window} means nothing with it"
                ));
            }
            if self.arrived.is_some() {
                return Err(format!("{alone} takes no file and no link"));
            }
        }
        let Self {
            language, log_level, ..
        } = self;
        Ok(match alone {
            Some("--self-check") => Request::SelfCheck {
                json: self.json,
                language,
                log_level,
            },
            Some(_) => Request::PurgeUserData {
                yes: self.yes,
                language,
            },
            None => Request::Open {
                desk: self.desk,
                beginning: self.beginning,
                arrived: self.arrived,
                language,
                log_level,
            },
        })
    }
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
            arrived: None,
            language: None,
            log_level: Level::Info,
        })
    }

    fn came(argument: &str) -> Option<Arrived> {
        match read(&[argument]) {
            Ok(Request::Open { arrived, .. }) => arrived,
            _ => None,
        }
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
        let check = |json| {
            Ok(Request::SelfCheck {
                json,
                language: None,
                log_level: Level::Info,
            })
        };
        assert_eq!(read(&["--self-check"]), check(false));
        assert_eq!(read(&["--json", "--self-check"]), check(true));
        let purge = Request::PurgeUserData {
            yes: true,
            language: Some("de".to_owned()),
        };
        assert_eq!(read(&["--purge-user-data", "--yes", "--language=de"]), Ok(purge));
    }

    #[test]
    fn what_a_desktop_passes_is_a_file_or_a_link() {
        let file = |path: &str| Some(Arrived::File(PathBuf::from(path)));
        assert_eq!(came("a b.readmit"), file("a b.readmit"));
        assert_eq!(came("/home/x/anything"), file("/home/x/anything"));
        assert_eq!(
            came("https://example.com/a.readmit"),
            file("https://example.com/a.readmit")
        );
        #[cfg(unix)]
        assert_eq!(came("file:///home/x/a%20b.readmit"), file("/home/x/a b.readmit"));
        for link in ["readmit://connect#x", "READMIT://connect#x", "readmit:"] {
            assert_eq!(came(link), Some(Arrived::Link(link.to_owned())));
        }
        // After two dashes a file may be called like an option.
        let called = parse(["--", "--desk"].map(OsString::from));
        assert!(matches!(
            called,
            Ok(Request::Open {
                desk: false,
                arrived: Some(_),
                ..
            })
        ));
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (wrong, named) in [
            (&["--connection"][..], "--connection"),
            (&["--colour"], "--colour"),
            (&["-x"], "-x"),
            (&["--desk=1"], "--desk"),
            (&["--log-level", "loud"], "loud"),
            (&["--json"], "--self-check"),
            (&["--yes"], "--purge-user-data"),
            (&["--self-check", "--purge-user-data"], "--purge-user-data"),
            (&["--self-check", "--desk"], "--desk"),
            (&["--self-check", "a.readmit"], "--self-check"),
            (&["a.readmit", "b.readmit"], "one"),
        ] {
            let message = read(wrong).unwrap_err();
            assert!(message.contains(named), "{wrong:?}: {message}");
        }
    }

    #[test]
    fn the_help_names_every_option_and_level() {
        let source = include_str!("arguments.rs");
        let (source, _) = source.split_once("#[cfg(test)]").unwrap();
        for option in source.split("Long(\"").skip(1) {
            let (option, _) = option.split_once('"').unwrap();
            assert!(HELP.contains(&format!("--{option} ")), "{option}");
        }
        for (level, _) in Level::NAMES {
            assert!(HELP.contains(level), "{level}");
        }
        assert!(HELP.lines().all(|line| line.len() <= 96));
    }
}
