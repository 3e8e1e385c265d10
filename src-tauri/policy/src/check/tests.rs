use serde_json::json;

use super::*;
use crate::wrong_values as wrong;

/// Judges one key by itself.
fn problems(key: &str, value: Value) -> Vec<Problem> {
    let mut values = Map::new();
    values.insert(key.to_owned(), value);
    Policy::from_values(values).err().unwrap_or_default()
}

#[test]
fn every_key_is_refused_with_every_wrong_type_and_says_what_it_expects() {
    for setting in Policy::SETTINGS {
        for value in wrong::types(setting.kind) {
            let found = problems(setting.key, value.clone());
            assert_eq!(found.len(), 1, "{} = {value}", setting.key);
            assert_eq!(found[0].kind, ProblemKind::WrongType, "{} = {value}", setting.key);
            let named = found[0].key.as_deref().unwrap();
            let inside = if matches!(value, Value::Array(_)) {
                "[0]"
            } else {
                ""
            };
            assert_eq!(named, format!("{}{inside}", setting.key));
            assert_eq!(found[0].expected, Some((setting.expected)()));
        }
    }
}

#[test]
fn every_key_is_refused_with_every_wrong_value() {
    for setting in Policy::SETTINGS {
        for value in wrong::values(setting.key, setting.kind) {
            let found = problems(setting.key, value.clone());
            assert!(!found.is_empty(), "{} = {value}", setting.key);
            assert!(
                found
                    .iter()
                    .all(|problem| problem.kind == ProblemKind::WrongValue),
                "{}",
                setting.key
            );
            assert_eq!(
                found[0].expected,
                Some((setting.expected)()),
                "{} = {value}",
                setting.key
            );
        }
    }
}

#[test]
fn every_problem_is_told_and_not_only_the_first() {
    let values = json!({
        "accentColour": "blue", "callerChecklist": ["good", "", 7], "connections": [], "fips": "yes",
        "language": "fr", "Language": "de", "proxyExceptions": ["a"], "lockMinutes": 0
    });
    let Value::Object(values) = values else { panic!() };
    let found = Policy::from_values(values).unwrap_err();
    let mut found: Vec<_> = found
        .iter()
        .map(|problem| (problem.key.as_deref().unwrap(), problem.kind))
        .collect();
    found.sort_unstable_by_key(|(key, _)| *key);
    assert_eq!(
        found,
        [
            ("Language", ProblemKind::UnknownKey),
            ("accentColour", ProblemKind::WrongValue),
            ("callerChecklist[1]", ProblemKind::WrongValue),
            ("callerChecklist[2]", ProblemKind::WrongType),
            ("connections", ProblemKind::WrongValue),
            ("fips", ProblemKind::WrongType),
            ("language", ProblemKind::WrongValue),
            ("lockMinutes", ProblemKind::WrongValue),
        ]
    );
}

#[test]
fn a_key_that_means_nothing_without_another_is_refused() {
    for (values, key, needed) in [
        (
            json!({"connectionChoice": "offered"}),
            "connectionChoice",
            "connections",
        ),
        (json!({"proxyExceptions": []}), "proxyExceptions", "proxy"),
        (
            json!({"proxyExceptions": ["a"], "proxy": "direct"}),
            "proxyExceptions",
            "proxy",
        ),
    ] {
        let Value::Object(values) = values else { panic!() };
        let found = Policy::from_values(values).unwrap_err();
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].key.as_deref(), found[0].kind),
            (Some(key), ProblemKind::NeedsKey)
        );
        assert!(found[0].expected.as_deref().unwrap().starts_with(needed));
    }
}

#[test]
fn an_unknown_key_is_shown_in_one_visible_line() {
    let shown = |key: &str| problems(key, Value::Null)[0].key.clone().unwrap();
    assert_eq!(shown("organizationName"), "organizationName");
    assert_eq!(shown("a\nb\u{202e}c\u{1b}[31m"), "a\\u{a}b\\u{202e}c\\u{1b}[31m");
    assert_eq!(shown(&"x".repeat(1_000_000)), format!("{}…", "x".repeat(80)));
}

#[test]
fn a_problem_crosses_to_the_page_without_the_value_at_fault() {
    let found = problems("proxy", json!("http://jane:swordfish@proxy.example.com:3128"));
    let sent = serde_json::to_value(&found).unwrap();
    let expected = "system | direct | http://host:port";
    assert_eq!(
        sent,
        json!([{"key": "proxy", "kind": "wrong-value", "expected": expected}])
    );
}

#[test]
fn values_keep_what_was_written() {
    let values = json!({
        "accentColour": "#0B5CAD", "proxy": "http://proxy.example.com:3128", "proxyExceptions": [".example.com"],
        "allowedActs": [], "runMaximumUsers": 100000, "fips": false, "logLevel": "off",
        "helpDeskLink": "mailto:help@example.com", "connections": ["{\"readmit\": 1}"], "callerChecklist": ["Name"]
    });
    let Value::Object(values) = values else { panic!() };
    let policy = Policy::from_values(values).unwrap();
    assert_eq!(policy.accent_colour.as_deref(), Some("#0b5cad"));
    assert_eq!(
        policy.proxy,
        Some(Proxy::At("http://proxy.example.com:3128".parse().unwrap()))
    );
    assert_eq!(policy.allowed_acts, Some(vec![]));
    assert_eq!(policy.run_maximum_users, Some(100_000));
    assert_eq!(policy.fips, Some(false));
    assert_eq!(policy.log_level, Some(crate::LogLevel::Off));
    assert_eq!(policy.help_desk_link.as_deref(), Some("mailto:help@example.com"));
    assert_eq!(policy.connections.unwrap(), ["{\"readmit\": 1}"]);
    assert_eq!(policy.language, None);
}
