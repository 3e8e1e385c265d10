//! The table of keys in `docs/policy/README.md`.

use std::fs;

use super::{agree, folder};
use crate::Policy;
use crate::rules::Kind;

/// Where the table begins and ends.
const BEGIN: &str =
    "<!-- The table is made from the program: UPDATE=1 cargo test -p readmit-policy documents -->\n";
const END: &str = "<!-- End of the table -->\n";

fn table() -> String {
    let mut table = String::from("| key | in the registry | value | what |\n|---|---|---|---|\n");
    for setting in Policy::SETTINGS {
        let stored = match setting.kind {
            Kind::Text(_) | Kind::Choice(_) => "`REG_SZ`",
            Kind::Number(..) => "`REG_DWORD`",
            Kind::YesNo => "`REG_DWORD` 0, 1",
            Kind::List(..) => "`REG_MULTI_SZ`",
        };
        let expected = match setting.key {
            "allowedActs" => "names, see at the right".to_owned(),
            "organisationLogo" | "caFile" => "a full path".to_owned(),
            _ => format!("`{}`", (setting.expected)().replace('|', "\\|")),
        };
        table += &format!(
            "| `{}` | {stored} | {expected} | **{}.** {} |\n",
            setting.key,
            setting.title(),
            setting.description().replace('|', "\\|")
        );
    }
    table
}

#[test]
fn the_table_is_the_one_on_the_page() {
    let page = fs::read_to_string(folder().join("README.md")).unwrap();
    let (before, rest) = page.split_once(BEGIN).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    agree(
        "README.md",
        &format!("{before}{BEGIN}\n{}\n{END}{after}", table()),
    );
}
