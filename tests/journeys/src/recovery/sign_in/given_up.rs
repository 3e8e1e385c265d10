//! A sign-in that is given up midway: nothing stays of it, in the page or behind it.

use serde_json::json;

use super::{AtPort, Way, forgets, sign_in};
use crate::desk::{FABRIKAM, NORTHWIND, PASSWORD};
use crate::locked_down::INVOKE;
use crate::recovery::NEW_PASSWORD;
use crate::scene::Scene;
use crate::trouble::{Result, ensure};
use crate::window::Window;

/// Back, from a password of one's own: the form is empty but for the name, and there is nothing to go on with.
pub(crate) async fn by_going_back(scene: &mut Scene) -> Result<()> {
    let at = AtPort::start(NORTHWIND)?;
    let window = at.open(scene).await?;
    sign_in(&window, Way::Temporary, "diego@example.com", PASSWORD).await?;
    window.on("own-password").await?;
    window.fill("password", NEW_PASSWORD).await?;
    let asked = asked(&at)?;
    window.press("back").await?;
    window.look("sign-in", "given-up").await?;
    ensure(window.value("username").await? == "diego@example.com", || {
        "the name is gone".to_owned()
    })?;
    ensure(window.value("password").await?.is_empty(), || {
        "the password stays".to_owned()
    })?;
    forgets(&window, &[PASSWORD, NEW_PASSWORD]).await?;
    let password = json!({ "password": NEW_PASSWORD, "attributes": {} });
    nothing_under_way(&window, "choose_own_password", &password).await?;
    ensure(self::asked(&at)? == asked, || {
        "the service is still asked something".to_owned()
    })?;
    // Nothing of it is in the way of another try.
    super::prove(&window, PASSWORD).await?;
    window.on("own-password").await?;
    ensure(window.value("password").await?.is_empty(), || {
        "what was typed before is there again".to_owned()
    })
}

/// Leaving the connection, from the code of the second step.
pub(crate) async fn by_leaving(scene: &mut Scene) -> Result<()> {
    let at = AtPort::start(FABRIKAM)?;
    let window = at.open(scene).await?;
    sign_in(&window, Way::Check, "elin", PASSWORD).await?;
    window.on("sign-in-code").await?;
    window.press("leave").await?;
    window.look("leave", "signing-in").await?;
    let code = json!({ "code": at.port.newest_code("elin@example.com")? });
    nothing_under_way(&window, "answer_sign_in_code", &code).await?;
    // Staying after all: from the beginning.
    window.press("back").await?;
    window.on("sign-in").await?;
    ensure(window.value("password").await?.is_empty(), || {
        "the password stays".to_owned()
    })?;
    super::prove(&window, PASSWORD).await?;
    window.on("sign-in-code").await?;
    window.press("leave").await?;
    window.on("leave").await?;
    window.press("leave-confirm").await?;
    window.on("start").await?;
    forgets(&window, &[PASSWORD]).await?;
    nothing_under_way(&window, "answer_sign_in_code", &code).await
}

/// A command that goes on with a sign-in has none to go on with.
async fn nothing_under_way(window: &Window, command: &str, arguments: &serde_json::Value) -> Result<()> {
    let answer = window
        .ask_later(INVOKE, vec![json!(command), arguments.clone()])
        .await?;
    let text = answer.as_str().unwrap_or_default();
    let none = text.starts_with("refused: ") && text.contains("session-ended");
    ensure(none, || format!("{command}: {answer}"))
}

/// How often the service was asked anything of a sign-in.
fn asked(at: &AtPort) -> Result<u32> {
    let begun = at.port.requests("InitiateAuth")?;
    Ok(begun + at.port.requests("RespondToAuthChallenge")?)
}
