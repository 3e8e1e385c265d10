//! The report for support: what a person may send to whoever helps them.
//!
//! It is plain text in English, for whoever reads it has to compare it with others. It holds no name, address, code,
//! password or key: nothing of the kind is in its sources, and [`scrub`] looks for it once more.

mod scrub;
mod surroundings;

use crate::folders::Folders;
use crate::logging::last_lines;
use crate::self_check::{CheckResult, CheckState, problems};
use crate::words::Words;

/// How many lines of the log are in a report.
const LINES: usize = 500;

/// The report's text. `results` are those of the self-check, `language` is the one that the windows are in.
pub fn written(
    folders: &Folders,
    policy: Option<&policy::Policy>,
    results: &[CheckResult],
    language: Option<&str>,
) -> String {
    let mut text = String::from("Readmit: report for support\n");
    section(&mut text, "This computer", surroundings::this_computer(language));
    section(&mut text, "Policy", surroundings::policy(policy));
    section(&mut text, "Connection", surroundings::connection(folders));
    section(&mut text, "Self-check", self_check(results));
    let lines = last_lines(&folders.logs, LINES);
    let title = format!("Log, the last {} lines", lines.len());
    section(&mut text, &title, lines);
    scrub::scrubbed(&text)
}

fn section(text: &mut String, title: &str, lines: Vec<String>) {
    text.push_str(&format!("\n== {title} ==\n"));
    if lines.is_empty() {
        text.push_str("none\n");
    }
    for line in lines {
        text.push_str(&line);
        text.push('\n');
    }
}

fn self_check(results: &[CheckResult]) -> Vec<String> {
    let words = Words::nearest(None);
    let mut lines = Vec::new();
    for result in results {
        let code = result.code.name();
        let state = match result.state {
            CheckState::Passed => "passed",
            CheckState::Noted => "noted",
            CheckState::Failed => "FAILED",
            CheckState::Skipped => "skipped",
        };
        let mut facts = result.facts.clone();
        // What a connection is called is of no use to anybody else.
        facts.insert("name".to_owned(), "the connection".to_owned());
        let said = words.say(&format!("check-{code}"), &facts);
        lines.push(format!("{state:8}{code:32}{said}"));
        let told = problems(result, &words).into_iter();
        lines.extend(told.map(|problem| format!("{:40}{problem}", "")));
    }
    lines
}

/// The report's suggested file name.
pub fn file_name() -> String {
    format!("readmit-report-{}.txt", surroundings::today())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::self_check::{CheckCode, CheckName};

    #[test]
    fn it_says_what_helps_and_nothing_about_anybody() {
        let home = tempfile::tempdir().unwrap();
        let folders = Folders {
            settings: home.path().to_owned(),
            logs: home.path().join("logs"),
            web_view: Vec::new(),
        };
        std::fs::create_dir(&folders.logs).unwrap();
        std::fs::write(
            folders.logs.join("readmit.log"),
            "2026-11-23T19:00:00.000000Z  INFO cognito::sent: the call failed code=code-wrong\n\
             2026-11-23T19:00:01.000000Z  INFO readmit: jane@example.com typed 491027\n",
        )
        .unwrap();
        std::fs::write(
            folders.settings.join("settings.json"),
            r#"{"connection": {"readmit": 1, "name": "Secret project", "region": "eu-central-1",
            "userPoolId": "eu-central-1_Nw1ndPrct", "clientId": "4p1c2e3x4a5m6p7l8e9c0l1i2n"},
            "secretInKeychain": false}"#,
        )
        .unwrap();
        let policy = policy::Policy {
            organisation_name: Some("Northwind Traders".to_owned()),
            lock_minutes: Some(5),
            ..policy::Policy::default()
        };
        let results = [
            CheckResult::new(CheckName::Keychain, CheckCode::KeychainLocked),
            CheckResult::new(CheckName::Pool, CheckCode::PoolFine).fact("name", "Secret project"),
        ];
        let report = written(&folders, Some(&policy), &results, Some("de-DE"));
        for said in [
            env!("CARGO_PKG_VERSION"),
            "keychain-locked",
            "The sign-in service answers for the connection.",
            "lockMinutes = 5",
            "organisationName",
            "eu-central-1",
            "code=code-wrong",
            "2026-11-23T19:00:00.000000Z",
            "de-DE",
            "Log, the last 2 lines",
        ] {
            assert!(report.contains(said), "{said}\n{report}");
        }
        for private in [
            "Northwind Traders",
            "Secret project",
            "jane",
            "491027",
            "Nw1ndPrct",
            "4p1c2e3x4a5m6p7l8e9c0l1i2n",
        ] {
            assert!(!report.contains(private), "{private}\n{report}");
        }
    }
}
