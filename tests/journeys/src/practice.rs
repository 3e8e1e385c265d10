//! Practising: the people one can be, and the inbox where the codes arrive.

use serde_json::json;

use crate::scene::Scene;
use crate::trouble::{Result, ensure};
use crate::window::Window;

/// Becomes one of the practice people; looks at the list of them on the way if told which screen that is on.
///
/// # Errors
/// When there is no such person.
pub(crate) async fn become_person(window: &Window, username: &str, look: Option<&str>) -> Result<()> {
    window.press("people").await?;
    let button = format!("[data-act='pick-person'][data-username='{username}']");
    window.find(&button).await?;
    if let Some(screen) = look {
        window.look(screen, "people").await?;
    }
    window.click(&button).await?;
    window
        .until_asking(
            "the name is filled in",
            "return !document.querySelector('dialog[open]') && document.getElementById('username')?.value === arguments[0]",
            vec![json!(username)],
        )
        .await
}

/// Reads the newest message in the inbox, and takes its code from there into the form.
///
/// # Errors
/// When the newest message is not this person's, or its code does not arrive in the form.
pub(crate) async fn take_code(window: &Window, username: &str, look: Option<&str>) -> Result<String> {
    window.press("inbox").await?;
    window.find("[data-sheet='inbox'] [data-message]").await?;
    if let Some(screen) = look {
        window.look(screen, "inbox").await?;
    }
    let newest = window
        .text_of(
            "return document.querySelector('[data-message]').dataset.to",
            Vec::new(),
        )
        .await?;
    let person = username.split('@').next().unwrap_or(username);
    ensure(newest.starts_with(person) || newest.starts_with('+'), || {
        format!("the newest message is not for {username}")
    })?;
    let code = window
        .text_of(
            "return document.querySelector('[data-message] [data-code]').innerText.trim()",
            Vec::new(),
        )
        .await?;
    window.did("reads the code in the inbox");
    window.press("use-this-code").await?;
    window
        .until_asking(
            "the code is in the form",
            "return !document.querySelector('dialog[open]') && document.getElementById('code')?.value === arguments[0]",
            vec![json!(code)],
        )
        .await?;
    Ok(code)
}

/// Practice is marked as such all the time, its inbox begins empty, and one can leave it.
pub(crate) async fn and_back(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--practice"]).await?;
    window.on("who").await?;
    window
        .until(
            "practice is marked",
            "return document.querySelector('[data-practice]')?.checkVisibility() === true",
        )
        .await?;
    window.press("inbox").await?;
    window.find("[data-sheet='inbox']").await?;
    window.look("who", "inbox-empty").await?;
    window.press("close-sheet").await?;
    window
        .until(
            "the inbox is closed",
            "return !document.querySelector('dialog[open]')",
        )
        .await?;
    window.press("leave").await?;
    window.look("leave", "practice").await?;
    window.press("leave-confirm").await?;
    window.on("start").await?;
    ensure(!window.shows("[data-practice]").await?, || {
        "practice is still marked".to_owned()
    })?;
    drop(window);
    // Nothing of it is kept for the next start.
    let window = scene.open(&[]).await?;
    window.on("start").await
}
