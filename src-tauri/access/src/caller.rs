//! Who AWS says we are.

use serde::Serialize;

/// The identity that AWS sees, to be told to the person it belongs to.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct Caller {
    /// The account's twelve digits.
    pub account: String,
    /// The account's name, where IAM Identity Center told it.
    pub account_name: Option<String>,
    /// The ARN as the service wrote it.
    pub arn: String,
    /// What a person would call it: a user's name, a role's name, or who is in that role.
    pub name: String,
}

impl Caller {
    pub(crate) fn new(account: String, arn: String) -> Self {
        Self {
            name: name_of(&arn).unwrap_or(&arn).to_owned(),
            account,
            account_name: None,
            arn,
        }
        .with_person()
    }

    /// Puts the person before the role, where the session is named after one.
    fn with_person(mut self) -> Self {
        if let Some((role, person)) = person_in_role(&self.arn) {
            self.name = format!("{person} ({role})");
        }
        self
    }
}

/// `user/PATH/NAME`, `assumed-role/ROLE/SESSION`, `federated-user/NAME` or `root` at the end of an
/// ARN (IAM user guide, "IAM identifiers").
fn name_of(arn: &str) -> Option<&str> {
    let resource = arn.splitn(6, ':').nth(5)?;
    match resource.split_once('/') {
        Some(("assumed-role", rest)) => Some(permission_set(
            rest.split_once('/').map_or(rest, |(role, _)| role),
        )),
        Some((_, rest)) => rest.rsplit('/').next(),
        None => Some(resource),
    }
}

/// The role and the person, where the session's name isn't one that a program made up.
fn person_in_role(arn: &str) -> Option<(&str, &str)> {
    let (role, session) = arn
        .splitn(6, ':')
        .nth(5)?
        .strip_prefix("assumed-role/")?
        .split_once('/')?;
    let made_up = [
        "readmit-",
        "botocore-session-",
        "aws-sdk-",
        "aws-go-sdk-",
        "aws-cli-",
        "AWSCLI-Session",
        "assume-role-",
        "i-",
    ];
    let noise = session == role
        || made_up.iter().any(|prefix| session.starts_with(prefix))
        || session.bytes().all(|byte| byte.is_ascii_digit());
    (!noise).then_some((permission_set(role), session))
}

/// Identity Center's roles are called `AWSReservedSSO_SET_16HEX`; people know the permission set.
fn permission_set(role: &str) -> &str {
    role.strip_prefix("AWSReservedSSO_")
        .and_then(|rest| rest.rsplit_once('_'))
        .map_or(role, |(set, _)| set)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caller_is_called_what_a_person_would_say() {
        for (arn, name) in [
            ("arn:aws:iam::123456789012:user/noah", "noah"),
            ("arn:aws:iam::123456789012:user/division/noah", "noah"),
            ("arn:aws:iam::123456789012:root", "root"),
            ("arn:aws:sts::123456789012:federated-user/noah", "noah"),
            ("arn:aws:sts::123456789012:assumed-role/desk/readmit-noah", "desk"),
            ("arn:aws:sts::123456789012:assumed-role/desk/1700000000", "desk"),
            (
                "arn:aws:sts::123456789012:assumed-role/desk/botocore-session-17",
                "desk",
            ),
            (
                "arn:aws:sts::123456789012:assumed-role/desk/maria",
                "maria (desk)",
            ),
            (
                "arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Help_Desk_0123456789abcdef/maria@example.com",
                "maria@example.com (Help_Desk)",
            ),
            ("something else", "something else"),
        ] {
            let caller = Caller::new("123456789012".to_owned(), arn.to_owned());
            assert_eq!(caller.name, name, "{arn}");
            assert_eq!(caller.arn, arn);
        }
    }
}
