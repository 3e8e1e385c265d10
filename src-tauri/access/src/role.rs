//! Roles to act in, and the second factor that some ask for.

use cognito::{Failure, FailureCode};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

/// The ARN of an IAM role, well formed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export, type = "string"))]
pub struct RoleArn(String);

impl RoleArn {
    /// Checks a role's ARN as typed: `arn:PARTITION:iam::ACCOUNT:role/PATH/NAME`, the account
    /// twelve digits, the name of letters, digits and `+=,.@_-` (IAM model, `roleNameType`).
    /// White space around it is dropped.
    ///
    /// # Errors
    /// `RoleMalformed`.
    pub fn parse(typed: &str) -> Result<Self, Failure> {
        let typed = typed.trim();
        let parts: Vec<&str> = typed.splitn(6, ':').collect();
        let well_formed = match parts.as_slice() {
            ["arn", partition, "iam", "", account, resource] => {
                partition.starts_with("aws")
                    && partition
                        .bytes()
                        .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
                    && account.len() == 12
                    && account.bytes().all(|byte| byte.is_ascii_digit())
                    && resource.strip_prefix("role/").is_some_and(is_role_path)
            }
            _ => false,
        };
        if well_formed && typed.len() <= 2048 {
            Ok(Self(typed.to_owned()))
        } else {
            Err(FailureCode::RoleMalformed.into())
        }
    }

    /// The ARN as the service writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for RoleArn {
    type Error = Failure;

    fn try_from(text: String) -> Result<Self, Failure> {
        Self::parse(&text)
    }
}

impl From<RoleArn> for String {
    fn from(arn: RoleArn) -> Self {
        arn.0
    }
}

/// A path, which may be of any printable characters, and the role's name.
fn is_role_path(resource: &str) -> bool {
    let (path, name) = resource.rsplit_once('/').unwrap_or(("", resource));
    path.bytes().all(|byte| byte.is_ascii_graphic())
        && (1..=64).contains(&name.len())
        && name.bytes().all(is_name_byte)
}

/// `[\w+=,.@-]`, as most names of IAM and STS are made of.
pub(crate) fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_+=,.@-".contains(&byte)
}

/// The serial number of a hardware token, or the ARN of a virtual device or security key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export, type = "string"))]
pub struct FactorSerial(String);

impl FactorSerial {
    /// Checks a serial number as typed: 9 to 256 letters, digits and `=/:,._@+-` (STS model,
    /// `serialNumberType`). White space around it is dropped.
    ///
    /// # Errors
    /// `FactorSerialMalformed`.
    pub fn parse(typed: &str) -> Result<Self, Failure> {
        let typed = typed.trim();
        let well_formed = (9..=256).contains(&typed.len())
            && typed
                .bytes()
                .all(|byte| is_name_byte(byte) || byte == b'/' || byte == b':');
        if well_formed {
            Ok(Self(typed.to_owned()))
        } else {
            Err(FailureCode::FactorSerialMalformed.into())
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for FactorSerial {
    type Error = Failure;

    fn try_from(text: String) -> Result<Self, Failure> {
        Self::parse(&text)
    }
}

impl From<FactorSerial> for String {
    fn from(serial: FactorSerial) -> Self {
        serial.0
    }
}

impl std::fmt::Debug for FactorSerial {
    // The ARN of a virtual device ends with a user's name.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FactorSerial(…)")
    }
}

/// A code that a second factor shows: good for one use, and for half a minute.
#[derive(Clone)]
pub struct FactorCode(SecretString);

impl FactorCode {
    /// Checks a code as typed: six digits (STS model, `tokenCodeType`); spaces and dashes among
    /// them, as some devices show them, are dropped.
    ///
    /// # Errors
    /// `FactorCodeMalformed`.
    pub fn parse(typed: &SecretString) -> Result<Self, Failure> {
        let digits: String = typed
            .expose_secret()
            .chars()
            .filter(|character| !character.is_whitespace() && *character != '-')
            .collect();
        if digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(Self(SecretString::from(digits)))
        } else {
            Err(FailureCode::FactorCodeMalformed.into())
        }
    }

    pub(crate) fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl std::fmt::Debug for FactorCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FactorCode(…)")
    }
}

/// A role to act in, on top of whatever identity comes first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct AssumedRole {
    /// Which role.
    pub arn: RoleArn,
    /// The second factor whose code the role asks for, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mfa_serial: Option<FactorSerial>,
    /// What the role's owner wants to hear from us, if anything: 2 to 1,224 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
}

impl AssumedRole {
    /// A role as a person typed it: empty fields count as none.
    ///
    /// # Errors
    /// `RoleMalformed`, `FactorSerialMalformed`, `ExternalIdMalformed`.
    pub fn parse(arn: &str, mfa_serial: &str, external_id: &str) -> Result<Self, Failure> {
        let mfa_serial = match mfa_serial.trim() {
            "" => None,
            typed => Some(FactorSerial::parse(typed)?),
        };
        let external_id = match external_id.trim() {
            "" => None,
            typed if is_external_id(typed) => Some(typed.to_owned()),
            _ => return Err(FailureCode::ExternalIdMalformed.into()),
        };
        Ok(Self {
            arn: RoleArn::parse(arn)?,
            mfa_serial,
            external_id,
        })
    }
}

/// STS model, `externalIdType`.
pub(crate) fn is_external_id(text: &str) -> bool {
    (2..=1224).contains(&text.len())
        && text
            .bytes()
            .all(|byte| is_name_byte(byte) || byte == b'/' || byte == b':')
}

/// What CloudTrail shows of us in a role: `readmit-` and who is signed in at this computer, of
/// the characters that a session's name may have, 64 at most (STS model, `roleSessionNameType`).
pub(crate) fn session_name() -> String {
    let user = std::env::var("USER")
        .or_else(|_| std::env::var("USERNAME"))
        .unwrap_or_default();
    session_name_of(&user)
}

fn session_name_of(user: &str) -> String {
    let user: String = user
        .chars()
        .filter_map(|character| match u8::try_from(character) {
            Ok(byte) if is_name_byte(byte) => Some(character),
            Ok(b' ' | b'\\') => Some('-'),
            _ => None,
        })
        .take(56)
        .collect();
    if user.is_empty() {
        "readmit-desk".to_owned()
    } else {
        format!("readmit-{user}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_told_from_what_looks_like_one() {
        for good in [
            "arn:aws:iam::123456789012:role/desk",
            " arn:aws-cn:iam::123456789012:role/a/b/Help.Desk@x \n",
            "arn:aws-us-gov:iam::123456789012:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_x_0",
        ] {
            assert!(RoleArn::parse(good).is_ok(), "{good}");
        }
        let long = format!("arn:aws:iam::123456789012:role/{}", "a".repeat(65));
        for bad in [
            "",
            "desk",
            "arn:aws:iam::123456789012:user/noah",
            "arn:aws:iam::12345678901:role/desk",
            "arn:aws:sts::123456789012:assumed-role/desk/noah",
            "arn:aws:iam:eu-central-1:123456789012:role/desk",
            "arn:aws:iam::123456789012:role/",
            "arn:aws:iam::123456789012:role/help desk",
            long.as_str(),
        ] {
            assert_eq!(
                RoleArn::parse(bad).map_err(|failure| failure.code),
                Err(FailureCode::RoleMalformed),
                "{bad}"
            );
        }
    }

    #[test]
    fn settings_with_a_broken_role_are_refused() {
        let role = |arn: &str| serde_json::from_str::<AssumedRole>(&format!("{{\"arn\":\"{arn}\"}}"));
        assert!(role("arn:aws:iam::123456789012:role/desk").is_ok());
        assert!(role("desk").is_err());
    }

    #[test]
    fn a_code_is_six_digits() {
        let parse =
            |typed: &str| FactorCode::parse(&SecretString::from(typed)).map(|code| code.expose().to_owned());
        assert_eq!(parse(" 123 456\n"), Ok("123456".to_owned()));
        for bad in ["", "12345", "1234567", "12345a", "١٢٣٤٥٦"] {
            assert_eq!(parse(bad), Err(FailureCode::FactorCodeMalformed.into()), "{bad}");
        }
    }

    #[test]
    fn empty_fields_are_none() {
        let arn = "arn:aws:iam::123456789012:role/desk";
        let role = AssumedRole::parse(arn, " ", "");
        assert!(role.is_ok_and(|role| role.mfa_serial.is_none() && role.external_id.is_none()));
        let role = AssumedRole::parse(arn, "arn:aws:iam::123456789012:mfa/noah", "a b");
        assert_eq!(role, Err(FailureCode::ExternalIdMalformed.into()));
        let role = AssumedRole::parse(arn, "12345678", "");
        assert_eq!(role, Err(FailureCode::FactorSerialMalformed.into()));
    }

    #[test]
    fn a_sessions_name_is_what_sts_takes() {
        assert_eq!(session_name_of("noah"), "readmit-noah");
        assert_eq!(session_name_of("CORP\\Noah Müller"), "readmit-CORP-Noah-Mller");
        assert_eq!(session_name_of("漢字"), "readmit-desk");
        assert_eq!(session_name_of(&"a".repeat(100)).len(), 64);
    }
}
