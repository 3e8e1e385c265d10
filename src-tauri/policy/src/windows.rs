//! Windows: the registry's keys for policies, which only an administrator can write.

use std::io;

use winreg::enums::{HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE, KEY_READ, KEY_WOW64_64KEY, RegType};
use winreg::types::FromRegValue;
use winreg::{HKEY, RegKey, RegValue};

use crate::check::{Source, in_force};
use crate::problem::{Problem, ProblemKind};
use crate::registry::{self, Stored};
use crate::{InForce, Refused};

/// The key, below each of the two roots.
const KEY: &str = r"SOFTWARE\Policies\Readmit";

/// See [`crate::read`]. What is said of the computer wins.
pub(crate) fn read() -> Result<Option<InForce>, Refused> {
    read_from(KEY)
}

fn read_from(key: &str) -> Result<Option<InForce>, Refused> {
    let roots = [("HKLM", HKEY_LOCAL_MACHINE), ("HKCU", HKEY_CURRENT_USER)];
    in_force(
        roots
            .into_iter()
            .filter_map(|(name, root)| source(&format!(r"{name}\{key}"), root, key))
            .collect(),
    )
}

/// What one of the keys says; `None` if there is no such key.
fn source(name: &str, root: HKEY, key: &str) -> Option<Source> {
    let unreadable = |_| vec![Problem::whole(ProblemKind::Unreadable)];
    // The same view for every program, also for one of 32 bits.
    let values = match RegKey::predef(root).open_subkey_with_flags(key, KEY_READ | KEY_WOW64_64KEY) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return None,
        opened => opened
            .and_then(|opened| stored(&opened))
            .map_err(unreadable)
            .and_then(registry::to_values),
    };
    Some(Source {
        name: name.to_owned(),
        values,
    })
}

/// Every value of a key, and every key below it: no setting has any, so each is a mistake.
fn stored(key: &RegKey) -> io::Result<Vec<(String, Stored)>> {
    let values = key
        .enum_values()
        .map(|value| value.map(|(name, value)| (name, convert(&value))));
    let below = key
        .enum_keys()
        .map(|name| name.map(|name| (format!(r"{name}\"), Stored::Other)));
    values.chain(below).collect()
}

fn convert(value: &RegValue<'_>) -> Stored {
    let read = match value.vtype {
        RegType::REG_SZ => String::from_reg_value(value).map(Stored::Text),
        RegType::REG_MULTI_SZ => Vec::<String>::from_reg_value(value).map(Stored::Lines),
        RegType::REG_DWORD => u32::from_reg_value(value).map(Stored::Number),
        _ => Ok(Stored::Other),
    };
    read.unwrap_or(Stored::Other)
}

#[cfg(test)]
#[path = "windows/tests.rs"]
mod tests;
