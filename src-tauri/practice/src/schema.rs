//! The attributes that a pool's users may have (AWS developer guide, user attributes).

use serde_json::{Map, Value, json};

use crate::errors::ServiceError;
use crate::recovery_channel::Contact;

/// The standard attributes, with their type and greatest length.
const STANDARD: &[(&str, &str)] = &[
    ("profile", "String"),
    ("address", "String"),
    ("birthdate", "String"),
    ("gender", "String"),
    ("preferred_username", "String"),
    ("updated_at", "Number"),
    ("website", "String"),
    ("picture", "String"),
    ("identities", "String"),
    ("sub", "String"),
    ("phone_number", "String"),
    ("phone_number_verified", "Boolean"),
    ("zoneinfo", "String"),
    ("locale", "String"),
    ("email", "String"),
    ("email_verified", "Boolean"),
    ("given_name", "String"),
    ("family_name", "String"),
    ("middle_name", "String"),
    ("name", "String"),
    ("nickname", "String"),
];

fn declared(settings: &Map<String, Value>) -> impl Iterator<Item = &Value> {
    settings
        .get("Schema")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

fn is_standard(name: &str) -> bool {
    STANDARD.iter().any(|(standard, _)| *standard == name)
}

/// The name under which a declared attribute appears: custom ones get a prefix.
fn full_name(attribute: &Value) -> String {
    let name = attribute["Name"].as_str().unwrap_or_default();
    if is_standard(name) {
        name.to_owned()
    } else if attribute["DeveloperOnlyAttribute"] == true {
        format!("dev:custom:{name}")
    } else {
        format!("custom:{name}")
    }
}

/// `SchemaAttributes`: every standard attribute, as declared where it was, and the custom ones.
pub(crate) fn describe(settings: &Map<String, Value>) -> Value {
    let standard = STANDARD.iter().map(|(name, kind)| {
        let mut attribute = json!({
            "Name": name,
            "AttributeDataType": kind,
            "DeveloperOnlyAttribute": false,
            "Mutable": *name != "sub",
            "Required": *name == "sub",
        });
        if let Some(declared) = declared(settings).find(|declared| declared["Name"] == *name) {
            for setting in ["Mutable", "Required"] {
                if let Some(value) = declared.get(setting) {
                    attribute[setting] = value.clone();
                }
            }
        }
        attribute
    });
    let custom = declared(settings)
        .filter(|attribute| !is_standard(attribute["Name"].as_str().unwrap_or_default()))
        .map(|attribute| {
            let mut attribute = attribute.clone();
            attribute["Name"] = json!(full_name(&attribute));
            for (setting, default) in [
                ("AttributeDataType", json!("String")),
                ("DeveloperOnlyAttribute", json!(false)),
                ("Mutable", json!(true)),
                ("Required", json!(false)),
            ] {
                if attribute[setting].is_null() {
                    attribute[setting] = default;
                }
            }
            attribute
        });
    standard.chain(custom).collect()
}

/// The attributes that every user must have.
pub(crate) fn required(settings: &Map<String, Value>) -> impl Iterator<Item = &str> {
    declared(settings)
        .filter(|attribute| attribute["Required"] == true)
        .filter_map(|attribute| attribute["Name"].as_str())
}

/// Whether an attribute can be changed once it is set.
pub(crate) fn is_mutable(settings: &Map<String, Value>, name: &str) -> bool {
    name != "sub"
        && declared(settings)
            .find(|attribute| full_name(attribute) == name)
            .is_none_or(|attribute| attribute["Mutable"] != false)
}

/// Whether users of the pool can have an attribute of this name.
pub(crate) fn knows(settings: &Map<String, Value>, name: &str) -> bool {
    is_standard(name) || declared(settings).any(|attribute| full_name(attribute) == name)
}

/// Checks that an attribute may be set to this value.
pub(crate) fn check(settings: &Map<String, Value>, name: &str, value: &str) -> Result<(), ServiceError> {
    if name == "sub" {
        return Err(ServiceError::invalid_parameter(
            "Cannot modify the non-mutable attribute sub",
        ));
    }
    if !knows(settings, name) {
        return Err(ServiceError::invalid_parameter(format!(
            "Attributes did not conform to the schema: Type for attribute {{{name}}} could not be determined"
        )));
    }
    match Contact::from_attribute(name) {
        Some(contact) if !value.is_empty() && !contact.is_formed_like(value) => {
            Err(ServiceError::invalid_parameter(match contact {
                Contact::Email => "Invalid email address format.",
                Contact::Phone => "Invalid phone number format.",
            }))
        }
        _ => Ok(()),
    }
}

/// Checks that nothing required is missing.
pub(crate) fn check_required<'a>(
    settings: &Map<String, Value>,
    has: impl Fn(&str) -> bool + 'a,
) -> Result<(), ServiceError> {
    match required(settings).find(|name| !has(name)) {
        Some(name) => Err(ServiceError::invalid_parameter(format!(
            "Attributes did not conform to the schema: {name}: The attribute is required"
        ))),
        None => Ok(()),
    }
}
