//! For everyone: by keyboard alone, in German, at twice the size, in a small window.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::practice::{become_person, take_code};
use crate::recovery::NEW_PASSWORD;
use crate::scene::Scene;
use crate::trouble::{Result, ensure};
use crate::window::Window;

/// A whole recovery without touching the mouse, the focus always in sight.
pub(crate) async fn by_keyboard(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&[]).await?;
    window.on("start").await?;
    tab_to(&window, "[data-act='practice']").await?;
    window.key(Key::Enter).await?;
    window.on("who").await?;
    focused(&window, "#username").await?;
    window.type_here("jane@example.com").await?;
    window.key(Key::Enter).await?;
    window.on("code").await?;
    focused(&window, "#code").await?;
    tab_to(&window, "[data-act='inbox']").await?;
    window.key(Key::Enter).await?;
    tab_to(&window, "[data-act='use-this-code']").await?;
    window.type_here(" ").await?;
    focused(&window, "#password").await?;
    window.type_here(NEW_PASSWORD).await?;
    tab_to(&window, "[data-act='show-password']").await?;
    tab_to(&window, "[data-act='change-password']").await?;
    window.key(Key::Enter).await?;
    window.on("done").await?;
    tab_to(&window, "[data-act='leave']").await?;
    window.key(Key::Enter).await?;
    window.on("leave").await?;
    // Escape goes back, everywhere there is a back.
    window.key(Key::Escape).await?;
    window.on("done").await?;
    tab_to(&window, "[data-act='again']").await?;
    window.key(Key::Enter).await?;
    window.on("who").await?;
    tab_to(&window, "[data-act='people']").await?;
    window.key(Key::Enter).await?;
    window.find("[data-sheet='people']").await?;
    window.key(Key::Escape).await?;
    window
        .until(
            "Escape closes the sheet",
            "return !document.querySelector('dialog[open]')",
        )
        .await?;
    focused(&window, "[data-act='people']").await
}

/// Waits until the focus is on something.
pub(crate) async fn focused(window: &Window, selector: &str) -> Result<()> {
    window
        .until_asking(
            &format!("the focus is on {selector}"),
            "return document.activeElement?.matches(arguments[0]) === true",
            vec![json!(selector)],
        )
        .await
}

/// Presses Tab until the focus is there; wherever it comes by, it can be seen.
pub(crate) async fn tab_to(window: &Window, selector: &str) -> Result<()> {
    window.find(selector).await?;
    for _ in 0..40 {
        window.key(Key::Tab).await?;
        window.until("the focus is in sight", FOCUS).await?;
        if window
            .ask(
                "return document.activeElement?.matches(arguments[0]) === true",
                vec![json!(selector)],
            )
            .await?
            == Value::Bool(true)
        {
            window.did(&format!("comes to {selector} by Tab"));
            return Ok(());
        }
    }
    Err(format!("Tab does not lead to {selector}").into())
}

/// Whether what has the focus stands out: by an outline, or a shadow around it.
const FOCUS: &str = "const e = document.activeElement;
    if (!e || e === document.body) return true;
    const style = getComputedStyle(e);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none'";

/// A whole recovery in German; and the language can be changed on the way, without losing anything.
pub(crate) async fn in_german(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--practice"]).await?;
    window.look("who", "empty").await?;
    window
        .until(
            "it speaks German",
            "return document.querySelector('h1').innerText.startsWith('Wer')",
        )
        .await?;
    become_person(&window, "jane@example.com", None).await?;
    window.press("send-code").await?;
    window.look("code", "sent").await?;
    take_code(&window, "jane@example.com", None).await?;
    window.fill("password", NEW_PASSWORD).await?;
    window.click("[data-act='language'][data-language='en']").await?;
    window.until("it speaks English", "return document.documentElement.lang === 'en' && document.querySelector('h1').innerText.startsWith('Enter')").await?;
    ensure(window.value("password").await? == NEW_PASSWORD, || {
        "the password is gone".to_owned()
    })?;
    window.press("change-password").await?;
    window.on("done").await
}

/// At 200 %, as people set it who see badly: everything is there, and nothing sticks out.
pub(crate) async fn twice_as_large(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&[]).await?;
    window.on("start").await?;
    look_at_200_percent(&window, "start").await?;
    window.press("practice").await?;
    window.on("who").await?;
    look_at_200_percent(&window, "who").await?;
    become_person(&window, "jane@example.com", None).await?;
    window.press("send-code").await?;
    look_at_200_percent(&window, "code").await?;
    take_code(&window, "jane@example.com", None).await?;
    window.fill("password", NEW_PASSWORD).await?;
    window.press("change-password").await?;
    look_at_200_percent(&window, "done").await
}

/// The driver clicks where things would be without zooming, so the zoom is taken back after the look.
pub(crate) async fn look_at_200_percent(window: &Window, screen: &str) -> Result<()> {
    window.on(screen).await?;
    window.zoom(2.0).await?;
    window.look(screen, "large").await?;
    window.zoom(1.0).await
}

/// In the smallest window that one can make of it.
pub(crate) async fn in_a_small_window(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--practice"]).await?;
    window.on("who").await?;
    window.resize(320, 420).await?;
    window.look("who", "small").await?;
    become_person(&window, "jane@example.com", None).await?;
    window.press("send-code").await?;
    window.look("code", "small").await?;
    window.press("no-code").await?;
    window.look("code", "small-no-code").await?;
    window.press("leave").await?;
    window.look("leave", "small").await
}
