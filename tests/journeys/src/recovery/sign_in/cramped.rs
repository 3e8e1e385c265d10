//! The steps of a sign-in where there is little room: in the smallest window, and at twice the size.

use super::{Way, prove, sign_in};
use crate::desk::PASSWORD;
use crate::practice::become_person;
use crate::scene::Scene;
use crate::trouble::Result;
use crate::window::Window;

/// Whom to be for each step, and what it is called.
const STEPS: [(&str, &str); 5] = [
    ("diego@example.com", "own-password"),
    ("mei@example.com", "own-password"),
    ("bao", "choose-factor"),
    ("elin", "sign-in-code"),
    ("zoe", "set-up-authenticator"),
];

/// In the smallest window that one can make of it.
pub(crate) async fn in_a_small_window(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--practice"]).await?;
    window.on("who").await?;
    window.resize(320, 420).await?;
    for (person, step) in STEPS {
        become_person(&window, person, None).await?;
        sign_in(&window, Way::Temporary, person, "Wrong-Words-42").await?;
        window.told("wrong-password").await?;
        window.look("sign-in", "small").await?;
        prove(&window, PASSWORD).await?;
        window.look(step, &format!("small-{person}")).await?;
    }
    Ok(())
}

/// At 200 %, as people set it who see badly.
pub(crate) async fn twice_as_large(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--practice"]).await?;
    window.on("who").await?;
    for (person, step) in STEPS {
        become_person(&window, person, None).await?;
        sign_in(&window, Way::Check, person, PASSWORD).await?;
        large(&window, step, person).await?;
    }
    Ok(())
}

/// The driver clicks where things would be without zooming, so the zoom is taken back after the look.
async fn large(window: &Window, step: &str, person: &str) -> Result<()> {
    window.on(step).await?;
    window.zoom(2.0).await?;
    window.look(step, &format!("large-{person}")).await?;
    window.zoom(1.0).await
}
