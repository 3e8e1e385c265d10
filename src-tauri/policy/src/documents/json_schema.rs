//! The JSON Schema, for editors and deployment tools.

use serde_json::{Map, Value, json};

use super::agree;
use crate::Policy;

/// The schema, in the dialect of 2020-12.
fn schema() -> Value {
    let mut properties = Map::new();
    for setting in Policy::SETTINGS {
        let mut property = json!({"title": setting.title(), "description": setting.description()});
        if let (Value::Object(property), Value::Object(rule)) = (&mut property, (setting.schema)()) {
            property.extend(rule);
        }
        properties.insert(setting.key.to_owned(), property);
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Readmit: policy",
        "description": "What the IT department decides about Readmit on a computer. On Linux: /etc/readmit/policy.json.",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "dependentRequired": {"connectionChoice": ["connections"], "proxyExceptions": ["proxy"]},
        "if": {"required": ["proxyExceptions"]},
        "then": {"properties": {"proxy": {"pattern": "^https?:"}}}
    })
}

#[test]
fn the_json_schema_is_the_committed_one() {
    agree("policy.schema.json", &format!("{:#}\n", schema()));
}
