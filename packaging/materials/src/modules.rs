//! The npm packages that are in the page, as its source maps tell.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::{Material, Result, read};

/// Every npm package that code of the page comes from.
///
/// # Errors
/// When there are no source maps, or a package that they name is not installed or not locked.
pub(crate) fn shown(pages: &Path) -> Result<Vec<Material>> {
    let mut names = BTreeSet::new();
    collect(pages, &mut names)?;
    if names.is_empty() {
        return Err(format!("{}: no source map names a package", pages.display()));
    }
    let lock = json(Path::new("package-lock.json"))?;
    names.iter().map(|name| material(name, &lock)).collect()
}

fn material(name: &str, lock: &Value) -> Result<Material> {
    let folder = PathBuf::from("node_modules").join(name);
    let locked = &lock["packages"][format!("node_modules/{name}")];
    let package = json(&folder.join("package.json"))?;
    let version = locked["version"]
        .as_str()
        .ok_or_else(|| format!("{name} is not in package-lock.json"))?
        .to_owned();
    let digest = locked["integrity"].as_str().and_then(hexadecimal);
    let repository = package["repository"]["url"]
        .as_str()
        .or_else(|| package["repository"].as_str());
    let uses = package["dependencies"].as_object().into_iter().flatten();
    Ok(Material {
        purl: purl(name, &version),
        licence: package["license"].as_str().unwrap_or_default().to_owned(),
        digest: digest.map(|digest| ("SHA-512", digest)),
        repository: repository.map(|url| url.trim_start_matches("git+").to_owned()),
        uses: uses
            .filter_map(|(used, _)| {
                let locked = lock["packages"][format!("node_modules/{used}")]["version"].as_str()?;
                Some(purl(used, locked))
            })
            .collect(),
        folder,
        name: name.to_owned(),
        version,
    })
}

fn purl(name: &str, version: &str) -> String {
    format!("pkg:npm/{}@{version}", name.replace('@', "%40"))
}

/// The digest of a subresource integrity text (`sha512-…` in Base64), in hexadecimal.
fn hexadecimal(integrity: &str) -> Option<String> {
    let bytes = STANDARD.decode(integrity.strip_prefix("sha512-")?).ok()?;
    Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The packages that the source maps below a folder name.
fn collect(folder: &Path, names: &mut BTreeSet<String>) -> Result<()> {
    let said = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(said)? {
        let path = entry.map_err(said)?.path();
        if path.is_dir() {
            collect(&path, names)?;
        } else if path.extension().is_some_and(|ending| ending == "map") {
            let map = json(&path)?;
            let sources = map["sources"].as_array().into_iter().flatten();
            names.extend(sources.filter_map(|source| package_of(source.as_str()?)));
        }
    }
    Ok(())
}

/// `…/node_modules/@scope/name/file` → `@scope/name`
fn package_of(source: &str) -> Option<String> {
    let (_, path) = source.rsplit_once("node_modules/")?;
    let mut parts = path.split('/');
    let first = parts.next()?;
    if first.starts_with('@') {
        Some(format!("{first}/{}", parts.next()?))
    } else {
        Some(first.to_owned())
    }
}

fn json(file: &Path) -> Result<Value> {
    serde_json::from_str(&read(file)?).map_err(|error| format!("{}: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_tells_its_package() {
        let of = |source: &str| package_of(source);
        assert_eq!(
            of("../../node_modules/svelte/src/a.js").as_deref(),
            Some("svelte")
        );
        assert_eq!(of("../node_modules/@a/b/c/d.js").as_deref(), Some("@a/b"));
        assert_eq!(of("../node_modules/a/node_modules/b/c.js").as_deref(), Some("b"));
        assert_eq!(of("../src/recovery/main.ts"), None);
    }
}
