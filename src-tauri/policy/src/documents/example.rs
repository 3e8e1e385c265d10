//! A policy with every key in it, to copy from.

use serde_json::{Map, Value, json};

use super::{Setting, agree};
use crate::{ACTS, Policy};

/// A good value for every key.
pub(super) fn values() -> Map<String, Value> {
    let connection = json!({
        "readmit": 1,
        "name": "Northwind",
        "region": "eu-central-1",
        "userPoolId": "eu-central-1_Nw1ndPrct",
        "clientId": "4p1c2e3x4a5m6p7l8e9c0l1i2n",
        "signInNames": ["email"]
    });
    let acts: Vec<&str> = ACTS
        .iter()
        .copied()
        .filter(|act| *act != "set-permanent-password")
        .collect();
    let values = json!({
        "organisationName": "Northwind Traders",
        "organisationLogo": "/etc/readmit/logo.png",
        "accentColour": "#0b5cad",
        "helpDeskPhone": "+1 206 555 0134",
        "helpDeskEmail": "help@northwind.example",
        "helpDeskLink": "https://help.northwind.example/",
        "helpDeskHours": "Mon to Fri, 8:00 to 18:00",
        "connections": [connection],
        "connectionChoice": "locked",
        "windows": "both",
        "language": "en",
        "deskMode": "help-desk",
        "permanentPasswords": false,
        "reasonRequired": true,
        "callerChecklist": ["Employee number checked", "Called back at the number on file"],
        "allowedActs": acts,
        "runMaximumUsers": 200,
        "runMaximumPerMinute": 60,
        "recordDays": 365,
        "lockMinutes": 15,
        "proxy": "http://proxy.northwind.example:3128",
        "proxyExceptions": ["intranet", ".northwind.example", "10.0.0.0/8"],
        "caFile": "/etc/readmit/ca.pem",
        "fips": false,
        "logLevel": "info"
    });
    match values {
        Value::Object(values) => values,
        _ => Map::new(),
    }
}

/// One `"key": value` of the example, indented.
fn entry(setting: &Setting, values: &Map<String, Value>) -> String {
    let value = serde_json::to_string_pretty(&values[setting.key]).unwrap();
    format!("  \"{}\": {}", setting.key, value.replace('\n', "\n  "))
}

fn plain() -> String {
    let values = values();
    let entries: Vec<String> = Policy::SETTINGS
        .iter()
        .map(|setting| entry(setting, &values))
        .collect();
    format!("{{\n{}\n}}\n", entries.join(",\n"))
}

fn commented() -> String {
    let values = values();
    let entries: Vec<String> = Policy::SETTINGS
        .iter()
        .map(|setting| {
            let about = wrapped(&format!("{}. {}", setting.title(), setting.description()));
            format!("{about}\n{}", entry(setting, &values))
        })
        .collect();
    format!(
        "// Every setting of a policy, with an example. Leave out what people may choose themselves: what is there is \
         locked.\n// The comments aren't part of a policy. Without them: grep -v '^ *//' example.jsonc > policy.json\n\
         {{\n{}\n}}\n",
        entries.join(",\n\n")
    )
}

/// A paragraph as comments of at most 110 characters a line.
fn wrapped(paragraph: &str) -> String {
    let mut lines = vec![String::from("  //")];
    for word in paragraph.split(' ') {
        if lines
            .last()
            .is_some_and(|line| line.chars().count() + 1 + word.chars().count() > 110)
        {
            lines.push(String::from("  //"));
        }
        if let Some(line) = lines.last_mut() {
            line.push(' ');
            line.push_str(word);
        }
    }
    lines.join("\n")
}

#[test]
fn the_examples_have_every_key_and_are_good_policies() {
    let values = values();
    let keys: Vec<&str> = Policy::SETTINGS.iter().map(|setting| setting.key).collect();
    assert_eq!(values.len(), keys.len());
    assert!(keys.iter().all(|key| values.contains_key(*key)));
    Policy::from_values(values.clone()).unwrap();
    assert_eq!(crate::json::parse(plain().as_bytes()).unwrap(), values);
    let without: String = commented()
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(|line| format!("{line}\n"))
        .collect();
    assert_eq!(crate::json::parse(without.as_bytes()).unwrap(), values);
    agree("example.json", &plain());
    agree("example.jsonc", &commented());
}
