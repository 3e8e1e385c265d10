//! The configuration profile for macOS.

use serde_json::Value;

use super::example;
use super::{agree, escaped};
use crate::Policy;

/// The head of every property list.
const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<!-- Every setting, with an example. Leave out what people may choose themselves: what is there is locked.
     Give the two PayloadUUID values of your own (uuidgen). -->
"#;

/// A profile as Apple documents it for an app's preferences (Device Management, `ManagedPreferences`): whatever is
/// under `mcx_preference_settings` becomes the app's managed preferences, and nothing else does.
fn profile() -> String {
    let mut values = example::values();
    for (key, path) in [("organisationLogo", "logo.png"), ("caFile", "ca.pem")] {
        values.insert(
            key.to_owned(),
            format!("/Library/Application Support/Northwind/{path}").into(),
        );
    }
    let settings: String = Policy::SETTINGS
        .iter()
        .map(|setting| entry(setting.key, &values[setting.key], 9))
        .collect();
    format!(
        "{HEAD}<plist version=\"1.0\">
<dict>
  <key>PayloadType</key>
  <string>Configuration</string>
  <key>PayloadVersion</key>
  <integer>1</integer>
  <key>PayloadIdentifier</key>
  <string>app.readmit.Readmit.policy</string>
  <key>PayloadUUID</key>
  <string>2F0D6E0B-6C0F-4E0C-9C0E-5D6B7B0B8A01</string>
  <key>PayloadDisplayName</key>
  <string>Readmit</string>
  <key>PayloadScope</key>
  <string>System</string>
  <key>PayloadContent</key>
  <array>
    <dict>
      <key>PayloadType</key>
      <string>com.apple.ManagedClient.preferences</string>
      <key>PayloadVersion</key>
      <integer>1</integer>
      <key>PayloadIdentifier</key>
      <string>app.readmit.Readmit.policy.settings</string>
      <key>PayloadUUID</key>
      <string>A4B7D2C3-1E5F-4A68-8B9C-3C2D1E0F4B02</string>
      <key>PayloadDisplayName</key>
      <string>Readmit: policy</string>
      <key>PayloadContent</key>
      <dict>
        <key>app.readmit.Readmit</key>
        <dict>
          <key>Forced</key>
          <array>
            <dict>
              <key>mcx_preference_settings</key>
              <dict>
{settings}              </dict>
            </dict>
          </array>
        </dict>
      </dict>
    </dict>
  </array>
</dict>
</plist>
"
    )
}

fn entry(key: &str, value: &Value, depth: usize) -> String {
    let space = "  ".repeat(depth - 1);
    format!(
        "{space}<key>{}</key>\n{}",
        escaped(key),
        element(value, depth - 1)
    )
}

fn element(value: &Value, depth: usize) -> String {
    let space = "  ".repeat(depth);
    match value {
        Value::Bool(yes) => format!("{space}<{yes}/>\n"),
        Value::Number(number) => format!("{space}<integer>{number}</integer>\n"),
        Value::Array(items) => {
            let items: String = items.iter().map(|item| element(item, depth + 1)).collect();
            format!("{space}<array>\n{items}{space}</array>\n")
        }
        Value::Object(entries) => {
            let entries: String = entries
                .iter()
                .map(|(key, value)| entry(key, value, depth + 2))
                .collect();
            format!("{space}<dict>\n{entries}{space}</dict>\n")
        }
        other => format!(
            "{space}<string>{}</string>\n",
            escaped(other.as_str().unwrap_or_default())
        ),
    }
}

#[test]
fn the_profile_is_the_committed_one() {
    agree("macos/readmit.mobileconfig", &profile());
}
