//! What a check of this computer comes to.

use serde::Serialize;

use crate::words::Facts;

/// What is checked, in the order to check and show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum CheckName {
    /// What the IT department decided.
    Policy,
    /// Whether settings can be read and kept.
    Settings,
    /// What shows the pages.
    WebView,
    /// Whether the keychain keeps, gives back and forgets.
    Keychain,
    /// By which proxy requests leave.
    Proxy,
    /// Whether the service's name has an address.
    NameLookup,
    /// Whether the service can be reached, and proves who it is.
    SecureConnection,
    /// How far this computer's clock is off.
    Clock,
    /// Whether the service knows the connection.
    Pool,
}

impl CheckName {
    /// Every check, in its order.
    pub const ALL: [CheckName; 9] = [
        CheckName::Policy,
        CheckName::Settings,
        CheckName::WebView,
        CheckName::Keychain,
        CheckName::Proxy,
        CheckName::NameLookup,
        CheckName::SecureConnection,
        CheckName::Clock,
        CheckName::Pool,
    ];
}

/// How a check went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum CheckState {
    /// All is well.
    Passed,
    /// The program works, with something to know.
    Noted,
    /// Something has to be mended.
    Failed,
    /// There was nothing to check, or something before it failed.
    Skipped,
}

/// Declares [`CheckCode`], each with the one state that it stands for.
macro_rules! check_codes {
    ($($(#[$doc:meta])* $name:ident => $state:ident,)+) => {
        /// Every outcome of a check. Each has words in every language, and what is noted or failed says how to mend it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
        #[serde(rename_all = "kebab-case")]
        #[cfg_attr(test, derive(ts_rs::TS), ts(export))]
        pub enum CheckCode { $($(#[$doc])* $name,)+ }

        impl CheckCode {
            /// All codes, in the order of their declaration.
            #[cfg(test)]
            pub const ALL: &'static [CheckCode] = &[$(CheckCode::$name,)+];

            /// How a check with this outcome went.
            pub fn state(self) -> CheckState {
                match self { $(CheckCode::$name => CheckState::$state,)+ }
            }
        }
    };
}

check_codes! {
    /// Something before it has to be mended first.
    NotChecked => Skipped,
    /// It didn't end in its time.
    TookTooLong => Failed,
    /// There is no policy.
    PolicyNone => Passed,
    /// There is one: `source`.
    PolicyInForce => Passed,
    /// There is one with mistakes, or one that can't be read: `source`, and the problems.
    PolicyRefused => Failed,
    /// Nothing is set up, and something could be kept.
    SettingsNone => Passed,
    /// What is kept can be read and replaced.
    SettingsFine => Passed,
    /// A file that can't be understood: `file`.
    SettingsDamaged => Failed,
    /// A file that a newer Readmit wrote: `file`.
    SettingsNewer => Failed,
    /// Nothing can be kept here: `folder`.
    SettingsUnwritable => Failed,
    /// It is there: `version`.
    WebViewFine => Passed,
    /// It isn't.
    WebViewMissing => Failed,
    /// An item was kept, given back and forgotten.
    KeychainFine => Passed,
    /// There is none, which the program works without.
    KeychainAbsent => Noted,
    /// It is locked.
    KeychainLocked => Failed,
    /// Somebody said no.
    KeychainDenied => Failed,
    /// It doesn't do what it should.
    KeychainFailed => Failed,
    /// Requests go straight.
    ProxyNone => Passed,
    /// Requests go over `proxy`, as `origin` says.
    ProxyInUse => Passed,
    /// `proxy` doesn't answer.
    ProxyUnreachable => Failed,
    /// `proxy` wants a password, or a sign-in of another kind.
    ProxyAsksForPassword => Failed,
    /// A script of `origin` chooses the proxy, and can't be run here.
    ProxyScript => Failed,
    /// `origin` names a SOCKS proxy, which isn't spoken here.
    ProxySocks => Failed,
    /// `proxy` doesn't let requests to `host` through.
    ProxyRefused => Failed,
    /// `host` has an address.
    NameLookupFine => Passed,
    /// `host` has none.
    NameLookupFailed => Failed,
    /// The proxy looks names up.
    NameLookupLeftToProxy => Passed,
    /// `host` proved who it is.
    SecureConnectionFine => Passed,
    /// Somebody opens connections, with certificates of `issuer`.
    SecureConnectionIntercepted => Failed,
    /// A certificate that this computer doesn't trust.
    SecureConnectionUntrusted => Failed,
    /// `host` doesn't answer on its port.
    SecureConnectionBlocked => Failed,
    /// The network wants a sign-in in a browser.
    SecureConnectionCaptive => Failed,
    /// `file` holds no certificates that can be used.
    SecureConnectionCaFile => Failed,
    /// A certificate out of its time: most often this computer's clock is wrong.
    SecureConnectionOutOfDate => Failed,
    /// There is no network.
    SecureConnectionOffline => Failed,
    /// Within what the service allows.
    ClockFine => Passed,
    /// Off by `minutes`.
    ClockWrong => Failed,
    /// No answer said what time it is.
    ClockUnknown => Skipped,
    /// The service knows the connection `name`.
    PoolFine => Passed,
    /// No connection is set up.
    PoolNone => Skipped,
    /// The service answers, and doesn't know the pool or the app client.
    PoolUnknown => Failed,
    /// The call failed with the failure `code`.
    PoolFailed => Failed,
}

impl CheckCode {
    /// The code as it is written outside: `proxy-in-use`.
    pub fn name(self) -> String {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::String(name)) => name,
            _ => String::new(),
        }
    }
}

/// A check and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CheckResult {
    /// What was checked.
    pub check: CheckName,
    /// How it went.
    pub state: CheckState,
    /// What came of it.
    pub code: CheckCode,
    /// What the words are filled in with. No user name and no secret is among it.
    #[cfg_attr(test, ts(type = "Record<string, string>"))]
    pub facts: Facts,
    /// What is wrong with the policy; empty for every other check.
    pub problems: Vec<policy::Problem>,
}

impl CheckResult {
    /// What came of `check`.
    pub fn new(check: CheckName, code: CheckCode) -> Self {
        Self {
            check,
            state: code.state(),
            code,
            facts: Facts::new(),
            problems: Vec::new(),
        }
    }

    /// The same with one more fact.
    pub fn fact(mut self, name: &str, value: impl Into<String>) -> Self {
        self.facts.insert(name.to_owned(), value.into());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;

    #[test]
    fn every_outcome_has_words_and_what_is_to_be_mended_says_how() {
        for language in ["en", "de"] {
            let words = Words::nearest(Some(language));
            for code in CheckCode::ALL {
                let id = format!("check-{}", code.name());
                assert!(words.find(&id, &Facts::new()).is_some(), "{language}: {id}");
                let to_mend = matches!(code.state(), CheckState::Failed | CheckState::Noted);
                let mend = words.find(&format!("{id}.mend"), &Facts::new());
                assert_eq!(mend.is_some(), to_mend, "{language}: {id}.mend");
            }
            for check in CheckName::ALL {
                let name = serde_json::to_value(check).unwrap();
                let id = format!("check-name-{}", name.as_str().unwrap());
                assert!(words.find(&id, &Facts::new()).is_some(), "{language}: {id}");
            }
            for state in ["passed", "noted", "failed", "skipped"] {
                let id = format!("check-state-{state}");
                assert!(words.find(&id, &Facts::new()).is_some(), "{language}: {id}");
            }
        }
    }

    #[test]
    fn no_words_outlive_their_outcome() {
        let mut known: Vec<String> = CheckCode::ALL.iter().map(|code| code.name()).collect();
        known.extend(CheckName::ALL.iter().map(|check| {
            let name = serde_json::to_value(check).unwrap();
            format!("name-{}", name.as_str().unwrap())
        }));
        let file = include_str!("../../../ui/locales/en/checks.ftl");
        for line in file.lines().filter(|line| line.starts_with("check-")) {
            let (id, _) = line.split_once(" = ").unwrap();
            let name = id.strip_prefix("check-").unwrap();
            assert!(known.iter().any(|known| known == name), "{id}");
        }
    }
}
