//! The documents in `docs/policy`, made from [`Policy`] and compared with what is committed.
//!
//! `UPDATE=1 cargo test -p readmit-policy documents` writes them.

#![cfg(target_os = "linux")]

mod administrative_template;
mod example;
mod german;
mod json_schema;
mod outsiders;
mod profile;
mod table;

use std::fs;
use std::path::{Path, PathBuf};

use crate::Policy;
use crate::settings::Setting;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/policy")
}

/// Compares a document with the committed one, or writes it where that was asked for.
fn agree(name: &str, made: &str) {
    let path = folder().join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, made).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == made,
        "docs/policy/{name} isn't what `Policy` says: run `UPDATE=1 cargo test -p readmit-policy documents`"
    );
}

impl Setting {
    /// What it is called.
    fn title(&self) -> &'static str {
        self.about[0].trim()
    }

    /// What it does, in one paragraph.
    fn description(&self) -> String {
        let lines: Vec<&str> = self.about[1..].iter().map(|line| line.trim()).collect();
        lines.join(" ").trim().to_owned()
    }
}

/// Text for XML, also inside an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[test]
fn every_setting_has_a_title_and_a_description() {
    for setting in Policy::SETTINGS {
        assert!(
            setting.about[1].trim().is_empty(),
            "{}: an empty line after the title",
            setting.key
        );
        assert!(setting.title().chars().count() <= 60, "{}", setting.key);
        assert!(!setting.title().ends_with('.'), "{}", setting.key);
        assert!(setting.description().ends_with(['.', '"']), "{}", setting.key);
    }
}
