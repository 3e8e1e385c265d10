use std::fs;

use super::*;
use crate::ProblemKind;

/// The real place with the real rule: whatever this computer has there, an unprivileged folder isn't taken for it.
#[test]
fn a_policy_that_isnt_roots_is_refused_with_its_path() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(FILE), "{}").unwrap();
    std::os::unix::fs::chown(folder.path(), Some(65_534), None).ok();
    let refused = read_from(&ProtectedFile::of_root(folder.path(), FILE)).unwrap_err();
    assert_eq!(refused.source, folder.path().display().to_string());
    assert_eq!(refused.problems[0].kind, ProblemKind::NotOwnedByRoot);
}
