//! Programs that are called and tell something.

use std::process::{Command, Stdio};

/// What went wrong, as a sentence with what was said.
pub(crate) type Result<T> = std::result::Result<T, String>;

/// What a program prints that ends well; its standard error belongs to the trouble.
///
/// # Errors
/// When it can't be started or ends badly, with the end of what it said.
pub(crate) fn tell(command: &mut Command) -> Result<String> {
    let name = format!("{command:?}");
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("{name}: {error}"))?;
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(printed);
    }
    let said = printed + &String::from_utf8_lossy(&output.stderr);
    let lines: Vec<&str> = said.lines().collect();
    let end = lines.get(lines.len().saturating_sub(25)..).unwrap_or_default();
    Err(format!("{name} ({})\n{}", output.status, end.join("\n")))
}

/// The same with the words of a command line.
///
/// # Errors
/// As [`tell`].
pub(crate) fn ask(words: &[&str]) -> Result<String> {
    let (program, arguments) = words.split_first().ok_or("nothing to call")?;
    tell(Command::new(program).args(arguments))
}

/// Compares what is with what should be.
///
/// # Errors
/// Says both where they differ.
pub(crate) fn same<T: PartialEq + std::fmt::Debug>(what: &str, is: T, should_be: T) -> Result<()> {
    if is == should_be {
        Ok(())
    } else {
        Err(format!("{what}: {is:?}\nshould be {should_be:?}"))
    }
}
