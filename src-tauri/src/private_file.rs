//! Files that only their owner may read, written whole or not at all.

use std::fs;
use std::io::Write;
use std::path::Path;

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
