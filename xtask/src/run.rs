//! `cargo xtask run`: from a fresh checkout to the open window.

use crate::repository::{build, command, program, say_and_run, target};
use crate::setup::Part;
use crate::{Result, page, setup};

/// Builds and opens the app with these arguments. Where there is no display, a whole practice recovery is
/// walked in the real window instead, so that the main job is seen to run anywhere.
///
/// # Errors
/// When a step fails, or the app ends with an error.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let arguments = arguments.strip_prefix(&["--".to_owned()]).unwrap_or(arguments);
    let seen = has_display();
    setup::prepare(if seen {
        &[Part::Build]
    } else {
        &[Part::Build, Part::Window]
    })?;
    page::build()?;
    build()?;
    if seen {
        return say_and_run(command(program("readmit")).args(arguments));
    }
    println!(
        "\nThere is no display here, so this walks one practice recovery by itself, in the real window:\n"
    );
    if !arguments.is_empty() {
        println!("({} would be for the app on a display)\n", arguments.join(" "));
    }
    let pictures = target().join("walk");
    say_and_run(
        command(program("journeys"))
            .arg("walk")
            .arg("--pictures")
            .arg(pictures),
    )
}

/// Whether a window could be seen: X11 or Wayland on Linux, always elsewhere.
fn has_display() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}
