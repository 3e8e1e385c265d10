//! The crates that are linked into the program, as cargo tells.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::{Material, Result, read};

/// Readmit's own version and what it uses at first hand.
pub(crate) struct Readmit {
    pub(crate) version: String,
    pub(crate) uses: Vec<String>,
}

/// Every crate from elsewhere that the program for this target is linked with.
///
/// # Errors
/// When cargo can't tell, or tells something that is not understood.
pub(crate) fn linked(target: &str) -> Result<(Readmit, Vec<Material>)> {
    let in_program = in_program(target)?;
    let metadata = cargo(&["metadata", "--locked", "--format-version", "1"])?;
    let metadata: Value =
        serde_json::from_str(&metadata).map_err(|error| format!("cargo metadata: {error}"))?;
    let digests = digests(&read(Path::new("Cargo.lock"))?);
    let uses = uses(&metadata);

    let packages = metadata["packages"]
        .as_array()
        .ok_or("cargo metadata has no packages")?;
    let mut purls = BTreeMap::new();
    for package in packages {
        let key = (text(package, "name"), text(package, "version"));
        if in_program.contains(&key) {
            purls.insert(text(package, "id"), format!("pkg:cargo/{}@{}", key.0, key.1));
        }
    }
    let used_by = |id: &str| -> Vec<String> {
        let ids = uses.get(id).into_iter().flatten();
        ids.filter_map(|used| purls.get(used).cloned()).collect()
    };
    let mut readmit = None;
    let mut ours: Vec<String> = Vec::new();
    let mut materials = Vec::new();
    for package in packages {
        let id = text(package, "id");
        let Some(purl) = purls.get(&id) else { continue };
        let (name, version) = (text(package, "name"), text(package, "version"));
        if package["source"].is_null() {
            ours.extend(used_by(&id));
            if name == "readmit" {
                readmit = Some(version);
            }
            continue;
        }
        let digest = digests.get(&(name.clone(), version.clone()));
        materials.push(Material {
            digest: digest.map(|digest| ("SHA-256", digest.clone())),
            licence: text(package, "license").replace('/', " OR "),
            purl: purl.clone(),
            repository: package["repository"].as_str().map(str::to_owned),
            folder: PathBuf::from(text(package, "manifest_path"))
                .parent()
                .map(PathBuf::from)
                .unwrap_or_default(),
            uses: used_by(&id),
            name,
            version,
        });
    }
    let foreign: BTreeSet<&String> = materials.iter().map(|material| &material.purl).collect();
    ours.sort();
    ours.dedup();
    ours.retain(|purl| foreign.contains(purl));
    let version = readmit.ok_or("cargo metadata does not know readmit")?;
    Ok((Readmit { version, uses: ours }, materials))
}

/// Name and version of everything that `cargo tree` finds in the program.
fn in_program(target: &str) -> Result<BTreeSet<(String, String)>> {
    let tree = cargo(&[
        "tree",
        "--locked",
        "--package",
        "readmit",
        "--edges",
        "normal,no-proc-macro",
        "--target",
        target,
        "--prefix",
        "none",
        "--format",
        "{p}",
    ])?;
    Ok(tree
        .lines()
        .filter_map(|line| {
            let (name, rest) = line.split_once(" v")?;
            Some((name.to_owned(), rest.split(' ').next()?.to_owned()))
        })
        .collect())
}

/// What each package of the metadata uses, by their ids; build scripts' own and tests' left out.
fn uses(metadata: &Value) -> BTreeMap<String, Vec<String>> {
    let nodes = metadata["resolve"]["nodes"].as_array();
    let mut uses = BTreeMap::new();
    for node in nodes.into_iter().flatten() {
        let linked = node["deps"].as_array().into_iter().flatten().filter(|used| {
            let kinds = used["dep_kinds"].as_array();
            kinds.is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()))
        });
        uses.insert(text(node, "id"), linked.map(|used| text(used, "pkg")).collect());
    }
    uses
}

/// SHA-256 of every package of Cargo.lock.
fn digests(lock: &str) -> BTreeMap<(String, String), String> {
    let mut digests = BTreeMap::new();
    let (mut name, mut version) = (String::new(), String::new());
    for line in lock.lines() {
        let value = |key: &str| {
            line.strip_prefix(key)
                .map(|value| value.trim_matches('"').to_owned())
        };
        if let Some(value) = value("name = ") {
            name = value;
        } else if let Some(value) = value("version = ") {
            version = value;
        } else if let Some(value) = value("checksum = ") {
            digests.insert((name.clone(), version.clone()), value);
        }
    }
    digests
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

fn cargo(arguments: &[&str]) -> Result<String> {
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(arguments)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("cargo can't be started: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!("cargo {} ({})", arguments.join(" "), output.status))
    }
}
