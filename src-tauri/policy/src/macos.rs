//! macOS: the managed preferences, which the system writes from a configuration profile.

use crate::check::{Source, in_force};
use crate::problem::{Problem, ProblemKind};
use crate::property_list;
use crate::protected_file::ProtectedFile;
use crate::{InForce, Refused};

/// Where macOS writes what a profile says: for the computer here, for a user in a folder of that name.
const FOLDER: &str = "/Library/Managed Preferences";
/// The program's domain of preferences.
const FILE: &str = "app.readmit.Readmit.plist";

/// See [`crate::read`]. What is said of the user wins.
pub(crate) fn read() -> Result<Option<InForce>, Refused> {
    let mut places = Vec::new();
    match own_name() {
        Some(name) => places.extend(source(&ProtectedFile::of_root(format!("{FOLDER}/{name}"), FILE))),
        // Whose policy it would be isn't known: it may be there.
        None => places.push(Source {
            name: FOLDER.to_owned(),
            values: Err(vec![Problem::whole(ProblemKind::Unreadable)]),
        }),
    }
    places.extend(source(&ProtectedFile::of_root(FOLDER, FILE)));
    in_force(places)
}

/// What this process's user is called, by the system's own directory: an environment variable could be anything.
fn own_name() -> Option<String> {
    let user = nix::unistd::User::from_uid(nix::unistd::Uid::current()).ok()??;
    Some(user.name).filter(|name| !name.is_empty() && !name.starts_with('.') && !name.contains('/'))
}

fn source(file: &ProtectedFile) -> Option<Source> {
    let path = file.path().display().to_string();
    match file.read() {
        Ok(None) => None,
        Ok(Some(list)) => Some(Source {
            name: path,
            values: property_list::parse(&list),
        }),
        Err(unfit) => Some(Source {
            name: unfit.path.display().to_string(),
            values: Err(unfit.problems),
        }),
    }
}
