//! The end of the log, for a report.

use std::fs;
use std::path::Path;

use super::rotating::RotatingFile;

/// The last `count` lines in the log's `folder`, oldest first; fewer where there are fewer.
pub fn last_lines(folder: &Path, count: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for file in RotatingFile::files(folder) {
        let Ok(bytes) = fs::read(file) else { continue };
        let text = String::from_utf8_lossy(&bytes);
        let missing = count.saturating_sub(lines.len());
        // Newest first, until there are enough.
        lines.extend(text.lines().rev().take(missing).map(str::to_owned));
        if lines.len() >= count {
            break;
        }
    }
    lines.reverse();
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_lines_are_given_also_across_two_files() {
        let folder = tempfile::tempdir().unwrap();
        let files = RotatingFile::files(folder.path());
        fs::write(&files[0], "d\ne\n").unwrap();
        fs::write(&files[1], "a\nb\nc\n").unwrap();
        assert_eq!(last_lines(folder.path(), 3), ["c", "d", "e"]);
        assert_eq!(last_lines(folder.path(), 1), ["e"]);
        assert_eq!(last_lines(folder.path(), 9).len(), 5);
        assert!(last_lines(&folder.path().join("none"), 9).is_empty());
    }
}
