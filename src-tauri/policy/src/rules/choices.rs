//! Settings that are one of a few words.

use serde_json::Value;

use super::{Fault, Kind, Rule, text};
use crate::problem::ProblemKind;

/// Enums whose variants are the words of a setting, in the order to offer them.
macro_rules! choices {
    ($(
        $(#[$about:meta])*
        pub enum $choice:ident { $( $(#[$doc:meta])* $variant:ident = $word:literal, )+ }
    )+) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $choice { $( $(#[$doc])* $variant, )+ }

        impl $choice {
            /// As the policy writes it.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $( Self::$variant => $word, )+ }
            }
        }

        impl Rule for $choice {
            type Value = Self;
            const KIND: Kind = Kind::Choice(&[$( $word, )+]);

            fn expected() -> String {
                [$( $word, )+].join(" | ")
            }

            fn take(value: Value) -> Result<Self, Vec<Fault>> {
                match text(value)?.as_str() {
                    $( $word => Ok(Self::$variant), )+
                    _ => Err(ProblemKind::WrongValue.into()),
                }
            }
        }
    )+};
}

choices! {
    /// What the policy's connections are to the person.
    pub enum ConnectionChoice {
        /// These and no others.
        Locked = "locked",
        /// These first; others may be added.
        Offered = "offered",
    }

    /// Which windows the program has.
    pub enum Windows {
        /// Both.
        Both = "both",
        /// The recovery window alone.
        Recovery = "recovery",
        /// The help desk's window alone.
        Desk = "desk",
    }

    /// How much the help desk's window can do.
    pub enum DeskMode {
        /// What a help desk needs, and nothing that can't be taken back.
        HelpDesk = "help-desk",
        /// Everything that the access allows.
        Full = "full",
    }

    /// The language of the windows.
    pub enum Language {
        /// English.
        English = "en",
        /// German.
        German = "de",
    }

    /// How much is written into the log.
    pub enum LogLevel {
        /// Nothing.
        Off = "off",
        /// What failed.
        Error = "error",
        /// And what was strange.
        Warn = "warn",
        /// And what happened.
        Info = "info",
        /// And how.
        Debug = "debug",
        /// And each step.
        Trace = "trace",
    }
}
