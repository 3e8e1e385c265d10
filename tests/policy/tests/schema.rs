//! The schema and the program say the same of every policy.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::io::Write;
use std::process::Stdio;

use policy::Policy;
use policy_outsiders::{documents, validator};
use serde_json::{Value, json};

/// Values of every type and of odd sizes: each is right for some keys and wrong for most.
fn odd_values() -> Vec<Value> {
    let mut values = vec![
        json!(null),
        json!(true),
        json!(false),
        json!({}),
        json!([]),
        json!([[]]),
        json!([{}]),
        json!([7]),
        json!([""]),
        json!(["text"]),
        json!(["a b"]),
        json!(vec!["text"; 13]),
        json!(vec!["text"; 201]),
        json!(["x".repeat(121)]),
        json!(["switch-on"]),
        json!(["intranet", ".example.com", "10.0.0.0/8", "fd00::/8"]),
        json!([{"readmit": 1, "name": "a", "region": "b", "userPoolId": "c", "clientId": "d"}]),
        json!([{"readmit": 1, "name": "a", "region": "b", "userPoolId": "c", "clientId": "d", "clientSecret": "e"}]),
        json!(1.5),
    ];
    values.extend(
        [
            -1_i64, 0, 1, 2, 240, 241, 1500, 1501, 36_500, 36_501, 100_000, 100_001,
        ]
        .map(Value::from),
    );
    values.extend(
        [
            "",
            " ",
            "text",
            "two words",
            "a\u{0}b",
            "line\nbreak",
            "#0b5cad",
            "#0B5CAD",
            "#0b5ca",
            "#0b5cadf",
            "/etc/readmit/logo.png",
            "logo.png",
            "locked",
            "offered",
            "both",
            "desk",
            "full",
            "en",
            "fr",
            "off",
            "info",
            "system",
            "direct",
            "http://proxy.example.com:3128",
            "https://proxy.example.com",
            "http://jane:secret@proxy.example.com:3128",
            "http://proxy.example.com/proxy.pac",
            "socks5://proxy.example.com:1080",
            "https://help.example.com/a?b=c",
            "mailto:help@example.com",
            "mailto:",
            "javascript:alert(1)",
        ]
        .map(Value::from),
    );
    values.extend([200, 201].map(|length| Value::from("x".repeat(length))));
    values
}

fn judged_by_the_program(policy: &Value) -> bool {
    match policy {
        Value::Object(values) => Policy::from_values(values.clone()).is_ok(),
        _ => false,
    }
}

fn judged_by_the_schema(policies: &[Value]) -> Vec<bool> {
    let mut validator = validator()
        .unwrap()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let asked = serde_json::to_vec(policies).unwrap();
    validator.stdin.take().unwrap().write_all(&asked).unwrap();
    let output = validator.wait_with_output().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn an_outside_validator_and_the_program_agree_on_every_key_with_every_odd_value() {
    let example = std::fs::read_to_string(documents().join("example.json")).unwrap();
    let example: Value = serde_json::from_str(&example).unwrap();
    let mut policies = vec![example.clone(), json!({}), json!({"organizationName": "a"})];
    for key in example.as_object().unwrap().keys() {
        let mut without = example.clone();
        without.as_object_mut().unwrap().remove(key);
        policies.push(without);
        for value in odd_values() {
            let mut policy = example.clone();
            policy[key] = value;
            policies.push(policy);
        }
    }
    let by_schema = judged_by_the_schema(&policies);
    assert_eq!(by_schema.len(), policies.len());
    let mut taken = 0;
    let mut differ = Vec::new();
    for (policy, by_schema) in policies.iter().zip(by_schema) {
        let by_program = judged_by_the_program(policy);
        taken += usize::from(by_program);
        if by_program != by_schema {
            let changed = example
                .as_object()
                .unwrap()
                .keys()
                .find(|key| policy.get(*key) != example.get(*key));
            let value = changed.and_then(|key| policy.get(key));
            differ.push(format!(
                "{changed:?} = {value:?}: program {by_program}, schema {by_schema}"
            ));
        }
    }
    assert!(differ.is_empty(), "{differ:#?}");
    // Both kinds were tried.
    assert!(
        taken > 100 && policies.len() - taken > 1000,
        "{taken} of {}",
        policies.len()
    );
}
