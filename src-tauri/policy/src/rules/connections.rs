//! The connections that a policy brings.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use super::{Fault, Kind, Rule, each};
use crate::problem::ProblemKind;

/// Largest connection file, in bytes (`docs/connection-files.md`).
const LARGEST_FILE: usize = 64 * 1024;
/// What every setup code begins with.
const SETUP_CODE_PREFIX: &str = "READMIT1-";

/// Up to `MOST` connections, at least one, each as one line of text: a setup code, or a connection file.
///
/// It looks at the shape and for a client secret. Whether each is a good connection is for those who read connection
/// files.
pub(crate) struct Connections<const MOST: usize>;

impl<const MOST: usize> Rule for Connections<MOST> {
    type Value = Vec<String>;
    const KIND: Kind = Kind::List(MOST, LARGEST_FILE * 2);

    fn expected() -> String {
        format!("[{{\"readmit\": 1, …}} | \"{SETUP_CODE_PREFIX}…\", …] (1–{MOST})")
    }

    fn take(value: Value) -> Result<Self::Value, Vec<Fault>> {
        let connections = each(value, MOST, connection)?;
        if connections.is_empty() {
            return Err(ProblemKind::WrongValue.into());
        }
        Ok(connections)
    }

    #[cfg(test)]
    fn schema() -> Value {
        let file = serde_json::json!({
            "type": "object",
            "description": "A connection file: docs/connection-files.md",
            "properties": {"readmit": {"const": 1}, "clientSecret": false},
            "required": ["readmit", "name", "region", "userPoolId", "clientId"],
        });
        let line = serde_json::json!({"type": "string", "pattern": r"^\s*(READMIT1-|\{)"});
        serde_json::json!({"type": "array", "minItems": 1, "maxItems": MOST, "items": {"anyOf": [file, line]}})
    }
}

fn connection(value: Value) -> Result<String, Vec<Fault>> {
    let line = match value {
        Value::Object(file) => {
            look_at(&file)?;
            Value::Object(file).to_string()
        }
        Value::String(line) => {
            let file = file_in(&line).ok_or(vec![Fault::from(ProblemKind::WrongValue)])?;
            look_at(&file)?;
            line
        }
        _ => return Err(ProblemKind::WrongType.into()),
    };
    if line.len() > LARGEST_FILE * 2 {
        return Err(ProblemKind::WrongValue.into());
    }
    Ok(line)
}

/// The connection file in a setup code, or the line itself if it is one.
fn file_in(line: &str) -> Option<Map<String, Value>> {
    let code: String = line
        .chars()
        .filter(|character| !character.is_whitespace())
        .collect();
    let file = match code.strip_prefix(SETUP_CODE_PREFIX) {
        Some(body) => {
            let (encoded, _check) = body.rsplit_once('-')?;
            URL_SAFE_NO_PAD.decode(encoded).ok()?
        }
        None => line.as_bytes().to_vec(),
    };
    crate::json::parse(&file).ok()
}

fn look_at(file: &Map<String, Value>) -> Result<(), Vec<Fault>> {
    // Everybody on the computer can read a policy.
    if file.contains_key("clientSecret") {
        return Err(vec![Fault {
            kind: ProblemKind::UnknownKey,
            inside: ".clientSecret".to_owned(),
        }]);
    }
    match file.get("readmit") {
        Some(version) if version.is_u64() => Ok(()),
        _ => Err(ProblemKind::WrongValue.into()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn take(value: Value) -> Result<Vec<String>, Vec<Fault>> {
        Connections::<32>::take(value)
    }

    /// Made with `base64` and `sha256sum`, as `docs/connection-files.md` shows, of `{"readmit": 1, "name": "Northwind"}`.
    const SETUP_CODE: &str = "READMIT1-eyJyZWFkbWl0IjogMSwgIm5hbWUiOiAiTm9ydGh3aW5kIn0-f30d3b9a";
    /// The same, of `{"readmit": 1, "clientSecret": "x"}`.
    const WITH_SECRET: &str = "READMIT1-eyJyZWFkbWl0IjogMSwgImNsaWVudFNlY3JldCI6ICJ4In0-ce178702";

    #[test]
    fn a_connection_is_a_file_or_a_setup_code_and_keeps_its_place() {
        let taken =
            take(json!([{"readmit": 1, "name": "Northwind"}, SETUP_CODE, " {\"readmit\":1} "])).unwrap();
        assert_eq!(
            taken,
            [
                r#"{"name":"Northwind","readmit":1}"#,
                SETUP_CODE,
                " {\"readmit\":1} "
            ]
        );
    }

    #[test]
    fn a_client_secret_is_refused_wherever_it_hides() {
        let broken = WITH_SECRET.replace("bWl0", "bWl0\n ");
        for hidden in [
            json!({"readmit": 1, "clientSecret": "x"}),
            json!(r#"{"readmit": 1, "clientSecret": "x"}"#),
            json!(r#"{"readmit": 1, "client\u0053ecret": "x"}"#),
            json!({"readmit": 1, "clientSecret": null}),
            json!(WITH_SECRET),
            json!(broken),
        ] {
            let faults = take(json!([{"readmit": 1}, hidden])).unwrap_err();
            assert_eq!(faults.len(), 1, "{hidden}");
            assert_eq!(faults[0].kind, ProblemKind::UnknownKey, "{hidden}");
            assert_eq!(faults[0].inside, "[1].clientSecret");
        }
    }

    #[test]
    fn what_is_no_connection_is_refused_with_its_place() {
        for (wrong, kind) in [
            (json!(7), ProblemKind::WrongType),
            (json!([[]]), ProblemKind::WrongType),
            (json!("READMIT1-"), ProblemKind::WrongValue),
            (json!("READMIT1-!!!-12345678"), ProblemKind::WrongValue),
            (json!("hello"), ProblemKind::WrongValue),
            (json!({}), ProblemKind::WrongValue),
            (json!({"readmit": "1"}), ProblemKind::WrongValue),
            (json!(r#"{"readmit": 1, "readmit": 2}"#), ProblemKind::WrongValue),
        ] {
            let faults = take(json!([wrong, {"readmit": 1}, wrong])).unwrap_err();
            let found: Vec<_> = faults
                .iter()
                .map(|fault| (fault.kind, fault.inside.as_str()))
                .collect();
            assert_eq!(found, [(kind, "[0]"), (kind, "[2]")], "{wrong}");
        }
        assert_eq!(
            take(json!([])).unwrap_err(),
            [Fault::from(ProblemKind::WrongValue)]
        );
        assert_eq!(
            take(json!({"readmit": 1})).unwrap_err(),
            [Fault::from(ProblemKind::WrongType)]
        );
        let many = vec![json!({"readmit": 1}); 33];
        assert_eq!(
            take(many.into()).unwrap_err(),
            [Fault::from(ProblemKind::WrongValue)]
        );
    }
}
