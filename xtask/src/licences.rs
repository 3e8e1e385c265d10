//! What we build on: its licences, where it comes from, and what must not creep in.
//!
//! The rules are in deny.toml, in the form that `cargo deny` reads. Where that program is installed it is
//! asked as well (it also knows the advisories); this check needs nothing but cargo.

use std::collections::BTreeSet;
use std::fs;

use crate::Result;
use crate::repository::{WHOLE, cargo, listen, root};
use crate::steps::Found;
use crate::tally::Tally;

/// The rules of deny.toml that are checked here.
#[derive(Default)]
struct Rules {
    /// `[licenses] allow`
    licences: BTreeSet<String>,
    /// `[bans] deny`: crate names
    banned: BTreeSet<String>,
    /// `[sources] allow-registry`
    registries: BTreeSet<String>,
}

/// Checks every crate (on every system, and in tests) and every npm package against deny.toml.
///
/// # Errors
/// Names each that is not allowed, and why.
pub(crate) fn check() -> Result<Found> {
    let rules = rules(&read("deny.toml")?);
    let mut tree = cargo(&[
        "tree",
        "--locked",
        "--target",
        "all",
        "--edges",
        "normal,build,dev",
        "--prefix",
        "none",
    ]);
    tree.args(["--format", "{p}|{l}"]).args(WHOLE);
    let tree = listen(&mut tree)?;

    let mut faults = BTreeSet::new();
    let crates: BTreeSet<&str> = tree
        .lines()
        .map(|line| line.trim_end_matches(" (*)"))
        .filter(|line| !line.is_empty())
        .collect();
    for line in &crates {
        let (package, licence) = line.split_once('|').unwrap_or((line, ""));
        if !allowed(licence, &rules.licences) {
            faults.insert(format!("{package}: licence \"{licence}\""));
        }
        let name = package.split(' ').next().unwrap_or_default();
        if rules.banned.contains(name) {
            faults.insert(format!("{package}: banned in deny.toml"));
        }
    }
    for (package, source) in sources(&read("Cargo.lock")?) {
        if !rules
            .registries
            .iter()
            .any(|registry| source == format!("registry+{registry}"))
        {
            faults.insert(format!("{package}: comes from {source}"));
        }
    }
    let modules = modules(&read("package-lock.json")?);
    for (package, licence) in &modules {
        if !allowed(licence, &rules.licences) {
            faults.insert(format!("{package} (npm): licence \"{licence}\""));
        }
    }
    println!(
        "{} crates, {} npm packages; {}",
        crates.len(),
        modules.len(),
        duplicates(&crates)
    );
    if !faults.is_empty() {
        return Err(format!(
            "not allowed:\n  {}",
            faults.into_iter().collect::<Vec<_>>().join("\n  ")
        ));
    }
    Ok(Found::Well(Tally::default()))
}

fn read(file: &str) -> Result<String> {
    fs::read_to_string(root().join(file)).map_err(|error| format!("{file}: {error}"))
}

/// Crates that are there in several versions: told, not refused, since others decide on most of them.
fn duplicates(crates: &BTreeSet<&str>) -> String {
    let versions: BTreeSet<(&str, &str)> = crates
        .iter()
        .filter_map(|line| {
            line.split_once('|')
                .map_or(*line, |(package, _)| package)
                .split_once(' ')
        })
        .map(|(name, rest)| (name, rest.split(' ').next().unwrap_or_default()))
        .collect();
    let mut twice: Vec<&str> = versions.iter().map(|(name, _)| *name).collect();
    let all = twice.clone();
    twice.dedup();
    twice.retain(|name| all.iter().filter(|other| *other == name).count() > 1);
    format!(
        "in several versions: {}",
        if twice.is_empty() {
            "none".to_owned()
        } else {
            twice.join(", ")
        }
    )
}

/// The lists of deny.toml that we go by: `key = ["…", …]`, or one `{ crate = "…", … }` a line.
fn rules(text: &str) -> Rules {
    let mut rules = Rules::default();
    let (mut section, mut key) = (String::new(), String::new());
    for line in text
        .lines()
        .map(|line| line.trim())
        .filter(|line| !line.starts_with('#'))
    {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'))
            && !name.contains('"')
        {
            section = name.to_owned();
            continue;
        }
        let mut values = line;
        if let Some((name, rest)) = line.split_once('=')
            && !line.starts_with(['{', '"'])
        {
            key = name.trim().to_owned();
            values = rest;
        }
        let mut quoted = values.split('"').skip(1).step_by(2).map(str::to_owned);
        match (section.as_str(), key.as_str()) {
            ("licenses", "allow") => rules.licences.extend(quoted),
            ("sources", "allow-registry") => rules.registries.extend(quoted),
            ("bans", "deny") => rules.banned.extend(quoted.next()),
            _ => {}
        }
    }
    rules
}

/// Name and origin of every package of Cargo.lock that is not ours.
fn sources(lock: &str) -> Vec<(String, String)> {
    let mut name = String::new();
    let mut found = Vec::new();
    for line in lock.lines() {
        if let Some(value) = line.strip_prefix("name = ") {
            value.trim_matches('"').clone_into(&mut name);
        } else if let Some(value) = line.strip_prefix("source = ") {
            found.push((name.clone(), value.trim_matches('"').to_owned()));
        }
    }
    found
}

/// Name and licence of every npm package, from the lock file as npm writes it.
fn modules(lock: &str) -> Vec<(String, String)> {
    let mut name = String::new();
    let mut found = Vec::new();
    for line in lock.lines().map(str::trim) {
        if let Some((package, _)) = line
            .strip_prefix("\"node_modules/")
            .and_then(|rest| rest.split_once('"'))
        {
            package.clone_into(&mut name);
        } else if let Some(value) = line.strip_prefix("\"license\": \"")
            && !name.is_empty()
        {
            found.push((
                name.clone(),
                value.trim_end_matches(',').trim_matches('"').to_owned(),
            ));
        }
    }
    found
}

/// Whether an SPDX expression can be kept by taking only licences that are allowed.
fn allowed(expression: &str, licences: &BTreeSet<String>) -> bool {
    let spaced = expression
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    either(&mut rest, licences) && rest.is_empty()
}

fn either(words: &mut &[&str], licences: &BTreeSet<String>) -> bool {
    let mut good = both(words, licences);
    while let ["OR", rest @ ..] = words {
        *words = rest;
        good |= both(words, licences);
    }
    good
}

fn both(words: &mut &[&str], licences: &BTreeSet<String>) -> bool {
    let mut good = one(words, licences);
    while let ["AND", rest @ ..] = words {
        *words = rest;
        good &= one(words, licences);
    }
    good
}

fn one(words: &mut &[&str], licences: &BTreeSet<String>) -> bool {
    match words {
        ["(", rest @ ..] => {
            *words = rest;
            let good = either(words, licences);
            match words {
                [")", rest @ ..] => {
                    *words = rest;
                    good
                }
                _ => false,
            }
        }
        [licence, "WITH", exception, rest @ ..] => {
            let whole = format!("{licence} WITH {exception}");
            *words = rest;
            licences.contains(&whole)
        }
        [licence, rest @ ..] => {
            let good = licences.contains(*licence);
            *words = rest;
            good
        }
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weighs_licence_expressions() {
        let licences = ["MIT", "Apache-2.0", "ISC", "Apache-2.0 WITH LLVM-exception"]
            .map(str::to_owned)
            .into();
        for good in [
            "MIT",
            "MIT OR GPL-3.0",
            "GPL-3.0/MIT",
            "(MIT OR GPL-3.0) AND ISC",
            "ISC AND (Apache-2.0 OR ISC) AND MIT",
            "Apache-2.0 WITH LLVM-exception OR BSD-3-Clause",
        ] {
            assert!(allowed(good, &licences), "{good}");
        }
        for bad in [
            "",
            "GPL-3.0",
            "MIT AND GPL-3.0",
            "(MIT",
            "MIT ISC",
            "MIT WITH LLVM-exception",
            "OR",
        ] {
            assert!(!allowed(bad, &licences), "{bad}");
        }
    }

    #[test]
    fn reads_the_lists_of_deny_toml() {
        let rules = rules(
            "[licenses]\nallow = [\n  \"MIT\",\n  \"ISC\", # why\n]\n[bans]\nmultiple-versions = \"warn\"\n\
             deny = [\n  { crate = \"openssl\", reason = \"one TLS stack\" },\n]\n[sources]\n\
             allow-registry = [\"https://example.com\"]\n",
        );
        assert_eq!(rules.licences, ["MIT", "ISC"].map(str::to_owned).into());
        assert_eq!(rules.banned, ["openssl"].map(str::to_owned).into());
        assert_eq!(
            rules.registries,
            ["https://example.com"].map(str::to_owned).into()
        );
    }

    #[test]
    fn reads_both_lock_files() {
        let cargo =
            "[[package]]\nname = \"a\"\nversion = \"1\"\n\n[[package]]\nname = \"b\"\nsource = \"git+x\"\n";
        assert_eq!(sources(cargo), [("b".to_owned(), "git+x".to_owned())]);
        let npm = "\"\": {\n \"license\": \"X\",\n},\n\"node_modules/@a/b\": {\n \"license\": \"MIT\"\n}";
        assert_eq!(modules(npm), [("@a/b".to_owned(), "MIT".to_owned())]);
    }
}
