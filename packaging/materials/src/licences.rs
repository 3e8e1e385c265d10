//! The licences for people to read: who, under what, and every text once.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use crate::{Material, Result, read};

/// Files whose name begins so hold a licence or what it wants to be kept.
const BEGINNINGS: [&str; 6] = [
    "license",
    "licence",
    "copying",
    "copyright",
    "notice",
    "unlicense",
];

/// The whole of `THIRD-PARTY-LICENCES`.
///
/// # Errors
/// Names a package without a licence, or a file that can't be read.
pub(crate) fn told(materials: &[Material]) -> Result<String> {
    let mut text = format!(
        "Readmit is made with the work of others: {} packages. Each is used unchanged, under its own licence.\n\
         First the list, then every licence's text with those that bring it.\n\n",
        materials.len()
    );
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for material in materials {
        if material.licence.is_empty() {
            return Err(format!("{} {} has no licence", material.name, material.version));
        }
        let name = format!("{} {}", material.name, material.version);
        let _ = writeln!(text, "{name}: {}", material.licence);
        if let Some(repository) = &material.repository {
            let _ = writeln!(text, "    {repository}");
        }
        for found in found(material)? {
            texts.entry(found).or_default().push(name.clone());
        }
    }
    for (licence, names) in texts {
        let _ = write!(text, "\n{}\n", "=".repeat(80));
        let _ = writeln!(text, "{}\n{}\n", names.join(", "), "-".repeat(80));
        let _ = writeln!(text, "{licence}");
    }
    Ok(text)
}

/// The texts that a package brings, with ends of lines and blanks at the ends of lines made alike.
fn found(material: &Material) -> Result<Vec<String>> {
    let said = |error: std::io::Error| format!("{}: {error}", material.folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(&material.folder).map_err(said)? {
        let path = entry.map_err(said)?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .to_lowercase();
        if path.is_file() && BEGINNINGS.iter().any(|beginning| name.starts_with(beginning)) {
            files.push(path);
        }
    }
    files.sort();
    let read = files.iter().map(|file| {
        let lines: Vec<String> = read(file)?
            .lines()
            .map(|line| line.trim_end().to_owned())
            .collect();
        Ok(lines.join("\n").trim().to_owned())
    });
    read.collect()
}
