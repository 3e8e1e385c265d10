//! What an identity may do, as an IAM policy says it (AWS IAM user guide, policy evaluation).

use serde::Deserialize;

/// What an identity may do: allowed and denied actions on resources. What nothing allows is
/// refused, and what anything denies is refused whatever allows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy(Vec<Statement>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Statement {
    allows: bool,
    actions: Vec<String>,
    resources: Vec<String>,
}

/// A policy document that the practice pools do not understand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("only Version, and Statements of Sid, Effect, Action and Resource are understood")]
pub struct PolicyError;

/// What a policy says about one action on one resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    Allowed,
    NotAllowed,
    Denied,
}

impl Policy {
    /// Every action on every resource.
    #[must_use]
    pub fn everything() -> Self {
        Self::allowing(&["*"], "*")
    }

    /// No action at all.
    #[must_use]
    pub const fn nothing() -> Self {
        Self(Vec::new())
    }

    /// These actions, such as `cognito-idp:AdminGetUser` or `cognito-idp:List*`, on one resource:
    /// the ARN of a pool, or `*`. A `*` stands for any text and a `?` for any character.
    #[must_use]
    pub fn allowing(actions: &[&str], resource: &str) -> Self {
        Self(vec![Statement {
            allows: true,
            actions: actions.iter().map(|action| (*action).to_owned()).collect(),
            resources: vec![resource.to_owned()],
        }])
    }

    /// What this policy and another say together.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Reads an IAM policy document.
    ///
    /// # Errors
    ///
    /// [`PolicyError`] if it is no policy document, or has more than effects, actions and
    /// resources in it: what cannot be kept to, such as a condition, is not left out silently.
    pub fn from_document(json: &str) -> Result<Self, PolicyError> {
        let document: Document = serde_json::from_str(json).map_err(|_| PolicyError)?;
        let known_version = document
            .version
            .as_deref()
            .is_none_or(|version| matches!(version, "2012-10-17" | "2008-10-17"));
        if !known_version {
            return Err(PolicyError);
        }
        let statements = document.statement.into_list();
        Ok(Self(
            statements
                .into_iter()
                .map(|statement| Statement {
                    allows: statement.effect == Effect::Allow,
                    actions: statement.action.into_list(),
                    resources: statement.resource.into_list(),
                })
                .collect(),
        ))
    }

    /// Names of actions are compared without regard to case, ARNs with it.
    pub(crate) fn decide(&self, action: &str, resource: &str) -> Decision {
        let action = action.to_lowercase();
        let mut decision = Decision::NotAllowed;
        for statement in &self.0 {
            let concerned = statement
                .actions
                .iter()
                .any(|pattern| matches(&pattern.to_lowercase(), &action))
                && statement
                    .resources
                    .iter()
                    .any(|pattern| matches(pattern, resource));
            match (concerned, statement.allows) {
                (true, false) => return Decision::Denied,
                (true, true) => decision = Decision::Allowed,
                (false, _) => {}
            }
        }
        decision
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct Document {
    version: Option<String>,
    #[serde(rename = "Id")]
    _id: Option<String>,
    statement: OneOrMany<StatementDocument>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct StatementDocument {
    #[serde(rename = "Sid")]
    _sid: Option<String>,
    effect: Effect,
    action: OneOrMany<String>,
    resource: OneOrMany<String>,
}

#[derive(Deserialize, PartialEq)]
enum Effect {
    Allow,
    Deny,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany<T> {
    Many(Vec<T>),
    One(T),
}

impl<T> OneOrMany<T> {
    fn into_list(self) -> Vec<T> {
        match self {
            Self::Many(list) => list,
            Self::One(one) => vec![one],
        }
    }
}

/// Whether a pattern with `*` and `?` is all of a text.
fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
    let (mut at, mut read) = (0, 0);
    // Where the last `*` stands, and how much of the text it stands for.
    let mut star = None;
    while read < text.len() {
        if pattern.get(at) == Some(&'*') {
            star = Some((at, read));
            at += 1;
        } else if pattern
            .get(at)
            .is_some_and(|letter| *letter == '?' || *letter == text[read])
        {
            at += 1;
            read += 1;
        } else if let Some((place, end)) = star {
            star = Some((place, end + 1));
            at = place + 1;
            read = end + 1;
        } else {
            return false;
        }
    }
    pattern[at..].iter().all(|letter| *letter == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        for (pattern, text, fits) in [
            ("*", "", true),
            ("*", "anything", true),
            ("cognito-idp:List*", "cognito-idp:ListUsers", true),
            ("cognito-idp:List*", "cognito-idp:AdminListGroupsForUser", false),
            ("*Users", "cognito-idp:ListUsers", true),
            ("a*b*c", "a-b-b-c", true),
            ("a*b*c", "a-b-b", false),
            ("a?c", "abc", true),
            ("a?c", "ac", false),
            ("abc", "abcd", false),
            ("", "", true),
            ("", "a", false),
        ] {
            assert_eq!(matches(pattern, text), fits, "{pattern} {text}");
        }
    }

    #[test]
    fn what_is_not_allowed_is_refused_and_what_is_denied_is_denied() {
        let policy = Policy::from_document(
            r#"{ "Version": "2012-10-17", "Statement": [
                { "Sid": "Look", "Effect": "Allow", "Action": ["cognito-idp:adminget*", "cognito-idp:ListUsers"],
                  "Resource": "arn:one" },
                { "Effect": "Deny", "Action": "*", "Resource": ["arn:*secret", "arn:two"] }
            ] }"#,
        )
        .unwrap()
        .and(Policy::allowing(&["cognito-idp:ListUserPools"], "*"));
        for (action, resource, decision) in [
            ("cognito-idp:AdminGetUser", "arn:one", Decision::Allowed),
            ("cognito-idp:AdminGetUser", "arn:ONE", Decision::NotAllowed),
            ("cognito-idp:AdminDeleteUser", "arn:one", Decision::NotAllowed),
            ("cognito-idp:ListUserPools", "*", Decision::Allowed),
            ("cognito-idp:ListUserPools", "arn:two", Decision::Denied),
            ("cognito-idp:ListUsers", "arn:secret", Decision::Denied),
        ] {
            assert_eq!(policy.decide(action, resource), decision, "{action} {resource}");
        }
        assert_eq!(Policy::nothing().decide("a:b", "*"), Decision::NotAllowed);
        assert_eq!(Policy::everything().decide("a:b", "c"), Decision::Allowed);
    }

    #[test]
    fn a_document_with_more_in_it_is_not_understood() {
        for document in [
            "",
            "{}",
            r#"{ "Version": "2030-01-01", "Statement": [] }"#,
            r#"{ "Statement": { "Effect": "Maybe", "Action": "*", "Resource": "*" } }"#,
            r#"{ "Statement": { "Effect": "Allow", "NotAction": "*", "Resource": "*" } }"#,
            r#"{ "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {} } }"#,
        ] {
            assert_eq!(Policy::from_document(document), Err(PolicyError), "{document}");
        }
    }
}
