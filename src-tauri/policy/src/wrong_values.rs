//! Wrong values for every kind of setting: what each check of a policy has to refuse.

use serde_json::{Value, json};

use crate::rules::Kind;

/// Values of every type that a kind isn't.
pub(crate) fn types(kind: Kind) -> Vec<Value> {
    let all = [
        json!(null),
        json!(true),
        json!(7),
        json!("text"),
        json!({}),
        json!([[]]),
    ];
    let right = match kind {
        Kind::Text(_) | Kind::Choice(_) => 3,
        Kind::Number(..) => 2,
        Kind::YesNo => 1,
        // A list with a list in it is a list of the wrong kind.
        Kind::List(..) => usize::MAX,
    };
    let wrong = all.into_iter().enumerate().filter(|(at, _)| *at != right);
    // For the others it is enough that it is a list.
    let of_lists = matches!(kind, Kind::List(..));
    wrong
        .map(|(_, value)| value)
        .filter(|value| of_lists || !value.is_array())
        .chain((!of_lists).then(|| json!({"text": []})))
        .collect()
}

/// Values of the right type that a setting can't have.
pub(crate) fn values(key: &str, kind: Kind) -> Vec<Value> {
    let mut wrong = match kind {
        Kind::Text(longest) => vec![
            json!(""),
            json!(" \t"),
            json!("a\u{0}b"),
            json!("x".repeat(longest + 1)),
        ],
        Kind::Choice(_) => vec![json!(""), json!("no such word"), json!("LOCKED"), json!("both ")],
        Kind::Number(least, most) => {
            vec![
                json!(least - 1),
                json!(u64::from(most) + 1),
                json!(-1),
                json!(1.5),
                json!(u64::MAX),
            ]
        }
        Kind::YesNo => vec![],
        Kind::List(most, longest) => {
            vec![
                json!([""]),
                json!(["x".repeat(longest + 1)]),
                json!(vec!["x"; most + 1]),
            ]
        }
    };
    wrong.extend(match key {
        "accentColour" => vec![
            json!("blue"),
            json!("#12345"),
            json!("#12345g"),
            json!("0b5cad"),
            json!("#ééé"),
        ],
        "organisationLogo" | "caFile" => vec![json!("logo.png"), json!("./logo.png"), json!("~/logo.png")],
        "helpDeskLink" => vec![
            json!("example.com"),
            json!("javascript:alert(1)"),
            json!("file:///etc/passwd"),
        ],
        "proxy" => vec![
            json!("http://jane:pw@proxy:80"),
            json!("socks5://proxy:1080"),
            json!("none"),
        ],
        "proxyExceptions" => vec![json!(["*"]), json!(["a b"])],
        "allowedActs" => vec![json!(["delete-user"]), json!(["SwitchOn"])],
        "connections" => vec![json!([]), json!([{}]), json!(["hello"])],
        _ => vec![],
    });
    wrong
}
