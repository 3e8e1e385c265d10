//! `cargo xtask gallery`: pictures of every screen and state, in every theme and language, and every failure's words.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use crate::repository::{build, command, npm, program, target};
use crate::setup::Part;
use crate::steps::Steps;
use crate::{Result, only, page, setup};

const THEMES: [&str; 2] = ["light", "dark"];
const LANGUAGES: [&str; 2] = ["en", "de"];

/// Walks every journey in every theme and language, and lays the pictures side by side.
///
/// # Errors
/// When a journey failed; the pictures that were taken are there all the same.
pub(crate) fn gallery(arguments: &[String]) -> Result<()> {
    only(&[], arguments)?;
    setup::prepare(&[Part::Build, Part::Window, Part::Peers])?;
    page::build()?;
    build()?;
    let directory = target().join("gallery");
    if directory.exists() {
        fs::remove_dir_all(&directory).map_err(|error| format!("{}: {error}", directory.display()))?;
    }
    let mut steps = Steps::default();
    let mut failures = npm(&["run", "--silent", "failures", "--"]);
    failures.arg(directory.join("failures.html"));
    steps.command("every failure's words", failures);
    for (theme, language, name) in [
        ("light", "en", "light, English"),
        ("light", "de", "light, German"),
        ("dark", "en", "dark, English"),
        ("dark", "de", "dark, German"),
    ] {
        let mut journeys = command(program("journeys"));
        journeys
            .arg("run")
            .args(["--theme", theme, "--language", language])
            .arg("--pictures")
            .arg(&directory);
        steps.command(name, journeys);
    }
    let count = lay_out(&directory)?;
    println!("\n{count} pictures: {}", directory.join("index.html").display());
    steps.finish()
}

/// Writes the page that shows the pictures: a row a state, a column a theme and language.
fn lay_out(directory: &Path) -> Result<usize> {
    let said = |error: std::io::Error| format!("{}: {error}", directory.display());
    let mut rows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in fs::read_dir(directory).map_err(said)? {
        let name = entry.map_err(said)?.file_name().to_string_lossy().into_owned();
        // <screen>-<state>.<theme>.<language>.png
        if let Some((state, kind)) = name.strip_suffix(".png").and_then(|stem| stem.split_once('.')) {
            rows.entry(state.to_owned()).or_default().insert(kind.to_owned());
        }
    }
    let mut page = String::from(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Readmit, every screen</title>\
         <style>body{font:14px system-ui,sans-serif;margin:24px}img{width:320px;border:1px solid #999}\
         td,th{padding:8px;vertical-align:top;text-align:left}</style><h1>Readmit, every screen</h1>\
         <p><a href=\"failures.html\">Every failure’s words</a></p><table><tr><th>",
    );
    let kinds: Vec<String> = THEMES
        .iter()
        .flat_map(|theme| {
            LANGUAGES
                .iter()
                .map(move |language| format!("{theme}.{language}"))
        })
        .collect();
    for kind in &kinds {
        let _ = write!(page, "<th>{kind}");
    }
    for (state, taken) in &rows {
        let _ = write!(page, "\n<tr><th>{state}");
        for kind in &kinds {
            page.push_str("<td>");
            if taken.contains(kind) {
                let _ = write!(
                    page,
                    "<img src=\"{state}.{kind}.png\" alt=\"{state}, {kind}\" loading=\"lazy\">"
                );
            }
        }
    }
    page.push_str("\n</table></html>\n");
    fs::write(directory.join("index.html"), page).map_err(said)?;
    Ok(rows.values().map(BTreeSet::len).sum())
}
