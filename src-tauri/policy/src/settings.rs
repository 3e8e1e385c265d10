//! The settings, each with what it may be and what an administrator reads about it: the one schema.

use std::path::PathBuf;

use serde_json::{Map, Value};

use crate::check::take;
use crate::problem::{Problem, ProblemKind};
#[cfg(any(windows, test))]
use crate::rules::Kind;
use crate::rules::acts::ActName;
use crate::rules::choices::{ConnectionChoice, DeskMode, Language, LogLevel, Windows};
use crate::rules::connections::Connections;
use crate::rules::desk_contact::ContactLink;
use crate::rules::network::{Proxy, ProxyException};
use crate::rules::{AbsolutePath, Colour, List, Number, Text, YesNo};

/// A setting, seen from outside.
#[cfg(any(windows, test))]
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting {
    /// Its name, the same on every system.
    pub key: &'static str,
    /// How it is kept.
    pub kind: Kind,
    /// What is expected, to be shown as it is.
    #[cfg(test)]
    pub expected: fn() -> String,
    /// The same as a JSON Schema.
    #[cfg(test)]
    pub schema: fn() -> Value,
    /// Where it belongs in an editor of policies.
    #[cfg(test)]
    pub section: Section,
    /// What an administrator reads: a title, an empty line, a description.
    #[cfg(test)]
    pub about: &'static [&'static str],
}

/// The sections of an editor of policies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg(test)]
pub(crate) enum Section {
    /// Whose program it is, and whom to ask.
    Organisation,
    /// Which accounts it is for.
    Connections,
    /// What it shows.
    Windows,
    /// What the help desk may do.
    Desk,
    /// How it gets to AWS, and what it notes.
    Network,
}

/// A policy's fields: `Section => name: type, "key", rule`.
macro_rules! settings {
    ($(
        $section:ident => {$(
            $(#[doc = $doc:literal])+
            $name:ident: $type:ty, $key:literal, $rule:ty;
        )+}
    )+) => {
        /// What the IT department decides. A field that is `None` is left to the person.
        #[derive(Clone, Debug, Default, PartialEq)]
        // What is said of a setting is read in editors of policies, where angle brackets would stand as they are.
        #[allow(rustdoc::bare_urls)]
        pub struct Policy {$($(
            $(#[doc = $doc])+
            pub $name: Option<$type>,
        )+)+}

        impl Policy {
            /// Every setting, in the order to show them.
            #[cfg(any(windows, test))]
            pub(crate) const SETTINGS: &[Setting] = &[$($(
                Setting {
                    key: $key,
                    kind: <$rule as crate::rules::Rule>::KIND,
                    #[cfg(test)]
                    expected: <$rule as crate::rules::Rule>::expected,
                    #[cfg(test)]
                    schema: <$rule as crate::rules::Rule>::schema,
                    #[cfg(test)]
                    section: Section::$section,
                    #[cfg(test)]
                    about: &[$($doc),+],
                },
            )+)+];

            /// Takes each value by itself: what is good of it, and everything that isn't.
            pub(crate) fn gather(values: Map<String, Value>) -> (Self, Vec<Problem>) {
                let mut policy = Self::default();
                let mut problems = Vec::new();
                for (key, value) in values {
                    match key.as_str() {
                        $($($key => policy.$name = take::<$rule>($key, value, &mut problems),)+)+
                        _ => problems.push(Problem::of(&key, ProblemKind::UnknownKey, None)),
                    }
                }
                (policy, problems)
            }
        }
    };
}

settings! {
    Organisation => {
        /// Name of the organisation
        ///
        /// Whose program this is. It stands in the windows, and beside every setting that this policy decides:
        /// "managed by …".
        organisation_name: String, "organisationName", Text<200>;

        /// Logo of the organisation
        ///
        /// The full path of a PNG file on the computer, at most 256 KiB. It is shown about 32 pixels high at the top of
        /// the windows.
        organisation_logo: PathBuf, "organisationLogo", AbsolutePath;

        /// Accent colour
        ///
        /// The colour of buttons and links as #rrggbb, for example #0b5cad. Where it would be hard to read, the windows
        /// choose a lighter or darker shade of it.
        accent_colour: String, "accentColour", Colour;

        /// Help desk: phone number
        ///
        /// Shown wherever a person can't get on by themselves, in place of what a connection says.
        help_desk_phone: String, "helpDeskPhone", Text<200>;

        /// Help desk: email address
        ///
        /// Shown beside the phone number.
        help_desk_email: String, "helpDeskEmail", Text<200>;

        /// Help desk: web page
        ///
        /// A link that begins with https:, http: or mailto:.
        help_desk_link: String, "helpDeskLink", ContactLink;

        /// Help desk: hours
        ///
        /// When somebody answers, as people write it: "Mon to Fri, 8:00 to 18:00".
        help_desk_hours: String, "helpDeskHours", Text<200>;
    }
    Connections => {
        /// Connections
        ///
        /// Which accounts the program is for, at most 32. Each is the text of a connection file on one line or a setup
        /// code (READMIT1-…), one per line; in JSON and in a configuration profile it can be the connection file as an
        /// object. A client secret is refused: everybody on the computer can read a policy.
        connections: Vec<String>, "connections", Connections<32>;

        /// Whether other connections may be added
        ///
        /// locked: only the connections of this policy; files, links and setup codes with others are refused.
        /// offered: these come first, and a person may add others. Without this setting they are locked.
        connection_choice: ConnectionChoice, "connectionChoice", ConnectionChoice;
    }
    Windows => {
        /// Which windows there are
        ///
        /// recovery: only the window for people who can't sign in. desk: only the help desk's window. both: both, as
        /// without this setting.
        windows: Windows, "windows", Windows;

        /// Language
        ///
        /// The language of the windows: en or de. Without this setting it is the language of the computer.
        language: Language, "language", Language;
    }
    Desk => {
        /// Mode of the help desk's window
        ///
        /// help-desk: what a help desk needs. full: everything that the AWS access allows.
        desk_mode: DeskMode, "deskMode", DeskMode;

        /// Permanent passwords
        ///
        /// Whether the help desk may set a password that the user doesn't have to change, in the full mode.
        permanent_passwords: bool, "permanentPasswords", YesNo;

        /// A reason is required
        ///
        /// Whether the help desk has to write down why before it changes something. The reason goes into the record.
        reason_required: bool, "reasonRequired", YesNo;

        /// Checklist for callers
        ///
        /// What the help desk has to tick before it changes something, for example "Employee number checked": at most
        /// 12 lines of 120 characters.
        caller_checklist: Vec<String>, "callerChecklist", List<Text<120>, 12>;

        /// Allowed acts
        ///
        /// What the help desk may do, one name per line: send-reset-code, give-temporary-password, resend-invitation,
        /// confirm-sign-up, mark-email-verified, mark-phone-verified, switch-on, sign-out-everywhere,
        /// turn-off-authenticator, turn-off-sms-factor, turn-off-email-factor, set-permanent-password, switch-off,
        /// try-password. An empty list: the help desk can look and change nothing. What the AWS access doesn't allow
        /// isn't made possible by this.
        allowed_acts: Vec<String>, "allowedActs", List<ActName, 14>;

        /// Most users in one run
        ///
        /// How many users one run over many users may have at most. This version has no runs; the setting is taken and has no
        /// effect yet.
        run_maximum_users: u32, "runMaximumUsers", Number<1, 100_000>;

        /// Most users per minute in a run
        ///
        /// How many users a run over many users changes in a minute at most. This version has no runs; the setting is taken and
        /// has no effect yet.
        run_maximum_per_minute: u32, "runMaximumPerMinute", Number<1, 1500>;

        /// How long the record is kept
        ///
        /// Days after which entries of the help desk's record on this computer are deleted.
        record_days: u32, "recordDays", Number<1, 36_500>;

        /// Lock when nobody is there
        ///
        /// Minutes without a key or a click after which the help desk's window locks.
        lock_minutes: u32, "lockMinutes", Number<1, 240>;
    }
    Network => {
        /// Proxy
        ///
        /// system: as the computer says, as without this setting. direct: none. Or an address, for example
        /// http://proxy.example.com:3128. A user name and a password in it are refused: everybody on the computer can
        /// read a policy.
        proxy: Proxy, "proxy", Proxy;

        /// Reached without the proxy
        ///
        /// Hosts (intranet.example.com), endings (.example.com) and networks (10.0.0.0/8) that are reached without the
        /// proxy, one per line. Needs an address as the proxy.
        proxy_exceptions: Vec<String>, "proxyExceptions", List<ProxyException, 200>;

        /// Certificate authorities
        ///
        /// The full path of a PEM file with certificate authorities to trust besides those of the computer, for networks
        /// that inspect TLS.
        ca_file: PathBuf, "caFile", AbsolutePath;

        /// FIPS endpoints only
        ///
        /// Whether only AWS's FIPS 140 validated endpoints are used. Where a Region has none, the program says so and
        /// sends nothing.
        fips: bool, "fips", YesNo;

        /// How much is logged
        ///
        /// off, error, warn, info, debug or trace. No log holds a user name, an address, a code or a password, at no
        /// level.
        log_level: LogLevel, "logLevel", LogLevel;
    }
}
