//! What the Windows registry keeps becomes what a policy says.

use serde_json::{Map, Value};

use crate::Policy;
use crate::problem::{Problem, ProblemKind};
use crate::rules::Kind;

/// A value as the registry holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stored {
    /// `REG_SZ`
    Text(String),
    /// `REG_MULTI_SZ`
    Lines(Vec<String>),
    /// `REG_DWORD`
    Number(u32),
    /// Any other type, or bytes that aren't what their type says.
    Other,
}

/// Turns a key's values into a policy's, each by the kind of its setting: yes and no are numbers there.
///
/// # Errors
/// Every value of a wrong type, and every number that is neither yes nor no.
pub(crate) fn to_values(key: Vec<(String, Stored)>) -> Result<Map<String, Value>, Vec<Problem>> {
    let mut values = Map::new();
    let mut problems = Vec::new();
    for (name, stored) in key {
        match to_value(&name, stored) {
            Ok(value) => {
                values.insert(name, value);
            }
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() {
        return Ok(values);
    }
    // What is wrong with the others belongs on the same list.
    problems.extend(Policy::gather(values).1);
    Err(problems)
}

fn to_value(name: &str, stored: Stored) -> Result<Value, Problem> {
    let Some(kind) = kind_of(name) else {
        let name = if name.is_empty() { "(Default)" } else { name };
        return Err(Problem::of(name, ProblemKind::UnknownKey, None));
    };
    let wrong = |kind, expected: &str| Err(Problem::of(name, kind, Some(expected.to_owned())));
    match (kind, stored) {
        (Kind::Text(_) | Kind::Choice(_), Stored::Text(text)) => Ok(text.into()),
        (Kind::Number(..), Stored::Number(number)) => Ok(number.into()),
        (Kind::YesNo, Stored::Number(0)) => Ok(false.into()),
        (Kind::YesNo, Stored::Number(1)) => Ok(true.into()),
        (Kind::YesNo, Stored::Number(_)) => wrong(ProblemKind::WrongValue, "0 | 1"),
        (Kind::List(..), Stored::Lines(lines)) => Ok(lines.into()),
        (Kind::Text(_) | Kind::Choice(_), _) => wrong(ProblemKind::WrongType, "REG_SZ"),
        (Kind::Number(..), _) => wrong(ProblemKind::WrongType, "REG_DWORD"),
        (Kind::YesNo, _) => wrong(ProblemKind::WrongType, "REG_DWORD 0 | 1"),
        (Kind::List(..), _) => wrong(ProblemKind::WrongType, "REG_MULTI_SZ"),
    }
}

/// How a key is kept; `None` if there is no such key.
fn kind_of(key: &str) -> Option<Kind> {
    let setting = Policy::SETTINGS.iter().find(|setting| setting.key == key)?;
    Some(setting.kind)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn value(name: &str, stored: Stored) -> Result<Value, (ProblemKind, Option<String>)> {
        to_value(name, stored).map_err(|problem| (problem.kind, problem.expected))
    }

    #[test]
    fn each_kind_has_its_own_type_in_the_registry() {
        assert_eq!(value("windows", Stored::Text("desk".into())), Ok(json!("desk")));
        assert_eq!(
            value("organisationName", Stored::Text("Northwind".into())),
            Ok(json!("Northwind"))
        );
        assert_eq!(value("lockMinutes", Stored::Number(15)), Ok(json!(15)));
        assert_eq!(value("fips", Stored::Number(1)), Ok(json!(true)));
        assert_eq!(value("fips", Stored::Number(0)), Ok(json!(false)));
        assert_eq!(
            value("allowedActs", Stored::Lines(vec!["switch-on".into()])),
            Ok(json!(["switch-on"]))
        );
        assert_eq!(value("callerChecklist", Stored::Lines(vec![])), Ok(json!([])));
    }

    #[test]
    fn any_other_type_is_refused_with_the_one_to_use() {
        let wrong = |name: &str, expected: &str| {
            let refused = Err((ProblemKind::WrongType, Some(expected.to_owned())));
            let all = [
                Stored::Text("1".into()),
                Stored::Lines(vec!["1".into()]),
                Stored::Number(1),
                Stored::Other,
            ];
            let count = all
                .into_iter()
                .filter(|stored| value(name, stored.clone()) == refused)
                .count();
            assert_eq!(count, 3, "{name}");
        };
        wrong("windows", "REG_SZ");
        wrong("proxy", "REG_SZ");
        wrong("lockMinutes", "REG_DWORD");
        wrong("fips", "REG_DWORD 0 | 1");
        wrong("connections", "REG_MULTI_SZ");
        assert_eq!(
            value("fips", Stored::Number(2)),
            Err((ProblemKind::WrongValue, Some("0 | 1".to_owned())))
        );
    }

    #[test]
    fn every_mistake_of_a_key_is_on_one_list() {
        let problems = to_values(vec![
            (String::new(), Stored::Text("x".into())),
            ("Windows".into(), Stored::Text("desk".into())),
            ("fips".into(), Stored::Text("yes".into())),
            ("lockMinutes".into(), Stored::Number(0)),
        ])
        .unwrap_err();
        let found: Vec<_> = problems
            .iter()
            .map(|problem| (problem.key.as_deref().unwrap(), problem.kind))
            .collect();
        assert_eq!(
            found,
            [
                ("(Default)", ProblemKind::UnknownKey),
                ("Windows", ProblemKind::UnknownKey),
                ("fips", ProblemKind::WrongType),
                ("lockMinutes", ProblemKind::WrongValue),
            ]
        );
    }
}
