//! What others make of the documents: Python's XML parser and its reader of property lists.

use std::io::Write;
use std::process::{Command, Stdio};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::{example, folder};
use crate::rules::Kind;
use crate::{Policy, property_list};

/// Reads the committed template, its texts and the profile, and says what is in them.
const READER: &str = include_str!("outsiders.py");

fn read() -> Value {
    let mut python = Command::new("python3")
        .arg("-")
        .arg(folder())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    python.stdin.take().unwrap().write_all(READER.as_bytes()).unwrap();
    let output = python.wait_with_output().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_parser_of_others_finds_every_setting_in_the_template_and_its_texts() {
    let read = read();
    assert_eq!(read["mistakes"], json!([]));
    let found = read["policies"].as_array().unwrap();
    assert_eq!(found.len(), Policy::SETTINGS.len());
    for (setting, policy) in Policy::SETTINGS.iter().zip(found) {
        let expected = match setting.kind {
            Kind::Text(longest) => json!({"element": "text", "maxLength": longest.to_string()}),
            Kind::Number(least, most) => {
                json!({"element": "decimal", "minValue": least.to_string(), "maxValue": most.to_string()})
            }
            Kind::Choice(words) => json!({"element": "enum", "items": words}),
            Kind::YesNo => json!({"element": null, "enabled": "1", "disabled": "0"}),
            Kind::List(most, longest) => {
                json!({"element": "multiText", "maxStrings": most.to_string(), "maxLength": longest.to_string()})
            }
        };
        assert_eq!(policy["name"], setting.key);
        assert_eq!(policy["valueName"], setting.key);
        assert_eq!(policy["form"], expected, "{}", setting.key);
    }
}

#[test]
fn a_reader_of_others_finds_the_example_in_the_profile_and_so_do_we() {
    let read = read();
    let settings = &read["profile"];
    let mut expected = example::values();
    for key in ["organisationLogo", "caFile"] {
        expected[key] = settings[key].clone();
        assert!(settings[key].as_str().unwrap().starts_with("/Library/"));
    }
    assert_eq!(*settings, Value::Object(expected.clone()));
    // As macOS writes it for the program: the dictionary alone, in the binary form.
    let written = STANDARD.decode(read["managed"].as_str().unwrap()).unwrap();
    let values = property_list::parse(&written).unwrap();
    assert_eq!(values, expected);
    Policy::from_values(values).unwrap();
}
