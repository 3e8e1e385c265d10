//! A computer that IT manages: what a policy decides, in the real window.

pub(crate) mod connections;
pub(crate) mod desk;
pub(crate) mod refused;

use peers::ConnectionSpec;
use serde_json::{Value, json};

use crate::trouble::Result;

/// The organisation of the policies here.
pub(crate) const ORGANISATION: &str = "Northwind Traders";
/// Its help desk.
pub(crate) const PHONE: &str = "+1 206 555 0177";
/// A red square of one dot: the smallest PNG that there is.
const LOGO: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00,
    0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x02, 0x00, 0x00, 0x00, 0x90, 0x77, 0x53, 0xde, 0x00,
    0x00, 0x00, 0x0c, 0x49, 0x44, 0x41, 0x54, 0x08, 0xd7, 0x63, 0xf8, 0xcf, 0xc0, 0x00, 0x00, 0x03, 0x01,
    0x01, 0x00, 0x18, 0xdd, 0x8d, 0xb0, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60,
    0x82,
];

/// A policy that says whose computer it is, and these things besides.
fn policy(besides: Value) -> String {
    let mut policy = json!({
        "organisationName": ORGANISATION,
        "accentColour": "#0b7a4b",
        "helpDeskPhone": PHONE,
        "helpDeskHours": "Monday to Friday, 8:00 to 18:00",
    });
    if let (Some(all), Value::Object(besides)) = (policy.as_object_mut(), besides) {
        all.extend(besides);
    }
    policy.to_string()
}

/// A connection as a policy has it: a connection file.
///
/// # Errors
/// None in practice: it is made of texts.
fn in_policy(connection: &ConnectionSpec) -> Result<Value> {
    let mut file = serde_json::to_value(connection).map_err(|error| error.to_string())?;
    file["readmit"] = json!(1);
    Ok(file)
}
