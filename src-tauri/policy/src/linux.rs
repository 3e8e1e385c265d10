//! Linux: a file that belongs to root. No environment variable and no option changes where it lies.

use crate::check::{Source, in_force};
use crate::json;
use crate::protected_file::ProtectedFile;
use crate::{InForce, Refused};

/// The folder of the policy.
const FOLDER: &str = "/etc/readmit";
/// Its name there.
const FILE: &str = "policy.json";

/// See [`crate::read`].
pub(crate) fn read() -> Result<Option<InForce>, Refused> {
    read_from(&ProtectedFile::of_root(FOLDER, FILE))
}

fn read_from(file: &ProtectedFile) -> Result<Option<InForce>, Refused> {
    let source = match file.read() {
        Ok(None) => return Ok(None),
        Ok(Some(text)) => Source {
            name: file.path().display().to_string(),
            values: json::parse(&text).map_err(|problem| vec![problem]),
        },
        Err(unfit) => Source {
            name: unfit.path.display().to_string(),
            values: Err(unfit.problems),
        },
    };
    in_force(vec![source])
}

#[cfg(test)]
#[path = "linux/tests.rs"]
mod tests;
