//! Files that only their owner may read, written whole or not at all.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// How many damaged files of one name are kept.
const MOST_SET_ASIDE: u32 = 100;

/// Puts `text` into the file `name` of `folder`, in place of what was there. The folder is made if need be.
///
/// # Errors
/// What the system says; then the file is as it was.
pub fn write(folder: &Path, name: impl AsRef<Path>, text: &[u8]) -> std::io::Result<()> {
    create_private_folder(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text)?;
    file.as_file().sync_all()?;
    file.persist(folder.join(name))?;
    Ok(())
}

/// Moves the damaged file `name` of `folder` out of the way, where whoever needs it finds it: into `name.bad`, or
/// `name.2.bad` and so on where others lie there already. Gives the name it has now.
///
/// # Errors
/// What the system says; then the file is where it was.
pub fn set_aside(folder: &Path, name: &str) -> std::io::Result<String> {
    let numbered = (2..MOST_SET_ASIDE).map(|number| format!("{name}.{number}.bad"));
    let free = std::iter::once(format!("{name}.bad"))
        .chain(numbered)
        .find(|aside| {
            fs::symlink_metadata(folder.join(aside)).is_err_and(|error| error.kind() == ErrorKind::NotFound)
        });
    let aside = free.ok_or(ErrorKind::AlreadyExists)?;
    fs::rename(folder.join(name), folder.join(&aside))?;
    Ok(aside)
}

/// Makes `folder` and those above it, closed to other accounts; one that is there stays as it is.
#[cfg(unix)]
pub fn create_private_folder(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// Makes `folder` and those above it, in the person's own profile, which is closed to other accounts.
#[cfg(not(unix))]
pub fn create_private_folder(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_aside_never_replaces_what_was_before() {
        let folder = tempfile::tempdir().unwrap();
        for (text, expected) in [("a", "x.json.bad"), ("b", "x.json.2.bad"), ("c", "x.json.3.bad")] {
            write(folder.path(), "x.json", text.as_bytes()).unwrap();
            assert_eq!(set_aside(folder.path(), "x.json").unwrap(), expected);
            assert_eq!(fs::read_to_string(folder.path().join(expected)).unwrap(), text);
            assert!(!folder.path().join("x.json").exists());
        }
        assert!(set_aside(folder.path(), "x.json").is_err());
    }
}
