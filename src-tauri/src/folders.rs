//! Where this program keeps what it keeps, for the person who runs it: the platform's own places.

use std::path::{Path, PathBuf};

/// The program's identifier, as in `tauri.conf.json`: the web view's folders are named after it.
const IDENTIFIER: &str = "app.readmit.Readmit";

/// The folders of one person on one computer. None of them has to exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// Settings, the desk's file and the record.
    pub settings: PathBuf,
    /// The log.
    pub logs: PathBuf,
    /// What the web view keeps by itself.
    pub web_view: Vec<PathBuf>,
}

impl Folders {
    /// Those of whoever runs the program; `None` where the system names no home.
    pub fn of_this_person() -> Option<Self> {
        Some(Self {
            settings: dirs::config_dir()?.join("readmit"),
            logs: logs()?,
            web_view: web_view()?,
        })
    }
}

/// A path to be shown to others as well: without the name of the person whose home it is in.
pub fn shown(path: &Path) -> String {
    match dirs::home_dir().and_then(|home| path.strip_prefix(home).map(Path::to_owned).ok()) {
        Some(inside) => Path::new("~").join(inside).display().to_string(),
        None => path.display().to_string(),
    }
}

/// XDG Base Directory Specification 0.8: logs are state.
#[cfg(target_os = "linux")]
fn logs() -> Option<PathBuf> {
    Some(dirs::state_dir()?.join("readmit"))
}

#[cfg(target_os = "macos")]
fn logs() -> Option<PathBuf> {
    Some(dirs::home_dir()?.join("Library/Logs/Readmit"))
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn logs() -> Option<PathBuf> {
    // Not in a folder called Readmit: there an installer for one person puts the program.
    Some(dirs::data_local_dir()?.join(IDENTIFIER).join("logs"))
}

/// Tauri gives the web view this folder, for its data and its cache.
#[cfg(not(target_os = "macos"))]
fn web_view() -> Option<Vec<PathBuf>> {
    Some(vec![dirs::data_local_dir()?.join(IDENTIFIER)])
}

/// WebKit chooses its folders itself.
#[cfg(target_os = "macos")]
fn web_view() -> Option<Vec<PathBuf>> {
    let library = dirs::home_dir()?.join("Library");
    Some(vec![
        library.join("WebKit").join(IDENTIFIER),
        library.join("Caches").join(IDENTIFIER),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_identifier_is_the_programs() {
        let described: serde_json::Value =
            serde_json::from_str(include_str!("../../tauri.conf.json")).unwrap();
        assert_eq!(described["identifier"], IDENTIFIER);
    }
}
