use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::*;

/// Written by Python's `plistlib`: a number, a yes, a list, a list of dictionaries, and a mark of the profile.
const BINARY: &str = "YnBsaXN0MDDVAQIDBAUGBwkPEFtQYXlsb2FkVVVJRF8QD2NhbGxlckNoZWNrbGlzdFtjb25uZWN0aW9uc1RmaXBzW2xvY2tNaW51dGVzXxAkODNjOWY2ZTgtZWY0Yi00OTc0LWI4M2ItYjJlN2ZlNzliNzVjoQhfEA9FbXBsb3llZSBudW1iZXKhCtILDA0OVG5hbWVXcmVhZG1pdFlOb3J0aHdpbmQQAQkQDwgTHzE9Qk51d4mLkJWdp6mqAAAAAAAAAQEAAAAAAAAAEQAAAAAAAAAAAAAAAAAAAKw=";

fn text(inside: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\">{inside}</plist>")
}

#[test]
fn a_binary_list_is_read_without_what_the_profile_says_of_itself() {
    let values = parse(&STANDARD.decode(BINARY).unwrap()).unwrap();
    let expected = json!({
        "lockMinutes": 15, "fips": true, "callerChecklist": ["Employee number"],
        "connections": [{"readmit": 1, "name": "Northwind"}]
    });
    assert_eq!(Value::Object(values), expected);
}

#[test]
fn a_list_as_text_is_read_with_its_types() {
    let list = text(
        "<dict><key>language</key><string>de</string><key>fips</key><false/><key>recordDays</key>\
         <integer>90</integer><key>lockMinutes</key><real>1.5</real><key>runMaximumUsers</key><integer>-1</integer></dict>",
    );
    let values = parse(list.as_bytes()).unwrap();
    let expected =
        json!({"language": "de", "fips": false, "recordDays": 90, "lockMinutes": 1.5, "runMaximumUsers": -1});
    assert_eq!(Value::Object(values), expected);
}

#[test]
fn what_json_doesnt_know_is_named_beside_what_else_is_wrong() {
    let list = text(
        "<dict><key>language</key><date>2026-01-01T00:00:00Z</date><key>caFile</key><data>AAAA</data>\
         <key>proxi</key><string>direct</string></dict>",
    );
    let problems = parse(list.as_bytes()).unwrap_err();
    let found: Vec<_> = problems
        .iter()
        .map(|problem| (problem.key.as_deref().unwrap(), problem.kind))
        .collect();
    assert_eq!(
        found,
        [
            ("language", ProblemKind::WrongType),
            ("caFile", ProblemKind::WrongType),
            ("proxi", ProblemKind::UnknownKey)
        ]
    );
}

#[test]
fn what_is_no_list_is_refused() {
    for wrong in [
        "",
        "{}",
        "bplist00",
        &text("<array/>"),
        &text("<dict><key>a</key></dict>"),
        "<plist>",
    ] {
        let problems = parse(wrong.as_bytes()).unwrap_err();
        assert_eq!(problems, [Problem::whole(ProblemKind::Malformed)], "{wrong}");
    }
}
