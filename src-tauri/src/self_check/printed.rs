//! The self-check on the command line: a table for people, JSON for programs.

use serde::Serialize;

use super::{CheckName, CheckResult, CheckState};
use crate::words::{Facts, Words};

/// The shape of the JSON. Another one would have another number; new members and codes may come without.
const FORMAT: u32 = 1;

/// A table of what passed and failed with how to mend it, ending in a line feed. `stand_in` is the Region that was asked
/// where no connection is set up.
pub fn table(results: &[CheckResult], stand_in: Option<&str>, words: &Words) -> String {
    let say = |id: &str| words.say(id, &Facts::new());
    let one = |name: &str, value: &str| Facts::from([(name.to_owned(), value.to_owned())]);
    let version = one("version", env!("CARGO_PKG_VERSION"));
    let mut text = format!("{}\n\n", words.say("self-check-title", &version));
    let states = [
        CheckState::Passed,
        CheckState::Noted,
        CheckState::Failed,
        CheckState::Skipped,
    ];
    let state = width(states.map(|state| say(&state_id(state))));
    let name = width(CheckName::ALL.map(|check| say(&name_id(check))));
    let indent = " ".repeat(state + name + 4);
    for result in results {
        let code = format!("check-{}", result.code.name());
        text.push_str(&format!(
            "{:state$}  {:name$}  {}\n",
            say(&state_id(result.state)),
            say(&name_id(result.check)),
            words.say(&code, &result.facts),
        ));
        for problem in problems(result, words) {
            text.push_str(&format!("{indent}{problem}\n"));
        }
        if let Some(mend) = words.find(&format!("{code}.mend"), &result.facts) {
            text.push_str(&format!("{indent}{mend}\n"));
        }
    }
    text.push('\n');
    if let Some(region) = stand_in {
        text.push_str(&format!(
            "{}\n",
            words.say("self-check-asked", &one("region", region))
        ));
    }
    let verdict = if passed(results) {
        "self-check-all-good"
    } else {
        "self-check-failed"
    };
    text.push_str(&format!("{}\n", say(verdict)));
    text
}

/// What is wrong with the policy, in words, one problem each.
pub fn problems(result: &CheckResult, words: &Words) -> Vec<String> {
    let in_words = |problem: &policy::Problem| {
        let mut facts = result.facts.clone();
        let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| "none".to_owned());
        facts.insert("key".to_owned(), or_none(&problem.key));
        facts.insert("expected".to_owned(), or_none(&problem.expected));
        words.say(&format!("policy-problem-{}", written(&problem.kind)), &facts)
    };
    result.problems.iter().map(in_words).collect()
}

/// The same as JSON, ending in a line feed. Its shape is described in `docs/self-check.md`.
pub fn json(results: &[CheckResult]) -> String {
    #[derive(Serialize)]
    struct Report<'a> {
        format: u32,
        version: &'static str,
        passed: bool,
        checks: &'a [CheckResult],
    }
    let report = Report {
        format: FORMAT,
        version: env!("CARGO_PKG_VERSION"),
        passed: passed(results),
        checks: results,
    };
    let mut text = serde_json::to_string_pretty(&report).unwrap_or_default();
    text.push('\n');
    text
}

/// Whether nothing failed.
pub fn passed(results: &[CheckResult]) -> bool {
    results.iter().all(|result| result.state != CheckState::Failed)
}

fn state_id(state: CheckState) -> String {
    format!("check-state-{}", written(&state))
}

fn name_id(check: CheckName) -> String {
    format!("check-name-{}", written(&check))
}

/// A word of a closed list as it is written outside.
fn written(word: &impl Serialize) -> String {
    match serde_json::to_value(word) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

fn width<const N: usize>(texts: [String; N]) -> usize {
    texts.iter().map(|text| text.chars().count()).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use policy::{Problem, ProblemKind};

    use super::*;
    use crate::self_check::CheckCode;

    fn results() -> Vec<CheckResult> {
        let problem = |key: &str, kind, expected: Option<&str>| Problem {
            key: Some(key.to_owned()),
            kind,
            expected: expected.map(str::to_owned),
        };
        let mut refused = CheckResult::new(CheckName::Policy, CheckCode::PolicyRefused)
            .fact("source", "/etc/readmit/policy.json");
        refused.problems = vec![
            problem("langauge", ProblemKind::UnknownKey, None),
            problem("lockMinutes", ProblemKind::WrongValue, Some("1–240")),
        ];
        vec![
            refused,
            CheckResult::new(CheckName::Keychain, CheckCode::KeychainAbsent),
            CheckResult::new(CheckName::Proxy, CheckCode::ProxyInUse)
                .fact("proxy", "http://proxy.example:3128")
                .fact("origin", "environment"),
            CheckResult::new(CheckName::Pool, CheckCode::PoolNone),
        ]
    }

    #[test]
    fn programs_read_this_shape() {
        let expected = r#"{
  "format": 1,
  "version": "VERSION",
  "passed": false,
  "checks": [
    {
      "check": "policy",
      "state": "failed",
      "code": "policy-refused",
      "facts": {
        "source": "/etc/readmit/policy.json"
      },
      "problems": [
        {
          "key": "langauge",
          "kind": "unknown-key",
          "expected": null
        },
        {
          "key": "lockMinutes",
          "kind": "wrong-value",
          "expected": "1–240"
        }
      ]
    },
    {
      "check": "keychain",
      "state": "noted",
      "code": "keychain-absent",
      "facts": {},
      "problems": []
    },
    {
      "check": "proxy",
      "state": "passed",
      "code": "proxy-in-use",
      "facts": {
        "origin": "environment",
        "proxy": "http://proxy.example:3128"
      },
      "problems": []
    },
    {
      "check": "pool",
      "state": "skipped",
      "code": "pool-none",
      "facts": {},
      "problems": []
    }
  ]
}
"#;
        assert_eq!(
            json(&results()),
            expected.replace("VERSION", env!("CARGO_PKG_VERSION"))
        );
    }

    #[test]
    fn people_read_what_failed_and_how_to_mend_it_in_their_language() {
        let german = table(&results(), Some("us-east-1"), &Words::nearest(Some("de")));
        let lines: Vec<&str> = german.lines().collect();
        assert!(lines[2].starts_with("FEHLER    Richtlinie             In der Richtlinie sind Fehler"));
        assert!(
            lines[3].ends_with("langauge ist kein Eintrag, den Readmit kennt. Prüfen Sie die Schreibweise.")
        );
        assert!(lines[4].ends_with("Erwartet: 1–240."));
        assert!(
            lines[5]
                .trim_start()
                .starts_with("Bitten Sie die Person, die diesen Computer verwaltet")
        );
        assert!(german.contains("Der Proxy ist http://proxy.example:3128, eingestellt in der Umgebung."));
        assert!(german.contains("us-east-1"));
        assert!(german.ends_with("Es gibt Fehler. Oben steht, wie sie zu beheben sind.\n"));
        let good = table(&results()[1..], None, &Words::nearest(None));
        assert!(good.ends_with("Nothing failed.\n") && !good.contains("us-east-1"));
    }

    #[test]
    fn every_problem_of_a_policy_has_words() {
        use ProblemKind::*;
        let kinds = [
            UnknownKey,
            WrongType,
            WrongValue,
            NeedsKey,
            Malformed,
            TooLarge,
            Symlink,
            NotAFile,
            NotOwnedByRoot,
            WritableByOthers,
            Unreadable,
        ];
        for language in ["en", "de"] {
            let words = Words::nearest(Some(language));
            for kind in kinds {
                // A kind that is added doesn't compile here until it is among them.
                match kind {
                    UnknownKey | WrongType | WrongValue | NeedsKey | Malformed | TooLarge | Symlink
                    | NotAFile | NotOwnedByRoot | WritableByOthers | Unreadable => {}
                }
                let id = format!("policy-problem-{}", written(&kind));
                assert!(words.find(&id, &Facts::new()).is_some(), "{language}: {id}");
            }
        }
    }
}
