//! The code: wrong, expired, pasted, asked for again.

use peers::PoolSpec;

use super::{NEW_PASSWORD, Port, RUTH, ask_for_code, change_password, other_than};
use crate::scene::Scene;
use crate::trouble::{Result, ensure};

/// Only the code is marked; the password stays as it was typed, and the right code then does it.
pub(crate) async fn wrong(scene: &mut Scene) -> Result<()> {
    let port = Port::with_ruth(&PoolSpec::default()).await?;
    let window = scene.open_file(&port.file(scene)?).await?;
    ask_for_code(&window, RUTH).await?;
    window.on("code").await?;
    let code = port.code()?;
    change_password(&window, &other_than(&code), NEW_PASSWORD).await?;
    window.told("code-wrong").await?;
    window.look("code", "code-wrong").await?;
    ensure(window.is_marked("code").await?, || {
        "the code is not marked".to_owned()
    })?;
    ensure(!window.is_marked("password").await?, || {
        "the password is marked as well".to_owned()
    })?;
    ensure(window.value("password").await? == NEW_PASSWORD, || {
        "the password is gone".to_owned()
    })?;
    window
        .until(
            "the code has the focus",
            "return document.activeElement.id === 'code'",
        )
        .await?;
    window.fill("code", &code).await?;
    ensure(window.failures().await?.is_empty(), || {
        "the mark stays while the code is typed anew".to_owned()
    })?;
    window.press("change-password").await?;
    window.on("done").await
}

/// An hour later the code is void, and a new one is one press away.
pub(crate) async fn expired(scene: &mut Scene) -> Result<()> {
    let port = Port::with_ruth(&PoolSpec::default()).await?;
    let window = scene.open_file(&port.file(scene)?).await?;
    ask_for_code(&window, RUTH).await?;
    window.on("code").await?;
    let old = port.code()?;
    port.pool_port.advance_clock(61 * 60)?;
    change_password(&window, &old, NEW_PASSWORD).await?;
    // The same words as for a wrong code: who was never sent one must not be told from who is not there.
    window.told("code-wrong").await?;
    window.look("code", "code-expired").await?;
    ensure(window.is_marked("code").await?, || {
        "the code is not marked".to_owned()
    })?;
    ensure(window.value("password").await? == NEW_PASSWORD, || {
        "the password is gone".to_owned()
    })?;
    window
        .until_patiently("a new code can be asked for", RESEND_POSSIBLE)
        .await?;
    window.press("resend").await?;
    window
        .until(
            "the new code is spoken of",
            "return !!document.querySelector('[data-resent]')",
        )
        .await?;
    window.look("code", "resent").await?;
    let new = port.code()?;
    ensure(new != old, || "the second message has the first code".to_owned())?;
    window.fill("code", &new).await?;
    window.press("change-password").await?;
    window.on("done").await
}

const RESEND_POSSIBLE: &str =
    "return document.querySelector('[data-act=resend]').getAttribute('aria-disabled') !== 'true'";

/// As messages have them: with spaces, dashes, and what a phone adds when copying.
pub(crate) async fn pasted(scene: &mut Scene) -> Result<()> {
    let port = Port::with_ruth(&PoolSpec::default()).await?;
    let window = scene.open_file(&port.file(scene)?).await?;
    ask_for_code(&window, RUTH).await?;
    window.on("code").await?;
    let code = port.code()?;
    let (first, second) = code.split_at(3);
    window
        .paste("code", &format!(" \u{202a}{first} \u{2013} {second}\u{202c} "))
        .await?;
    window.fill("password", NEW_PASSWORD).await?;
    window.press("change-password").await?;
    window.on("done").await
}

/// What to do when no code comes, and the cool-down of a second one.
pub(crate) async fn none_came(scene: &mut Scene) -> Result<()> {
    let port = Port::with_ruth(&PoolSpec::default()).await?;
    let window = scene.open_file(&port.file(scene)?).await?;
    ask_for_code(&window, RUTH).await?;
    window.on("code").await?;
    window
        .until(
            "a second code has to wait",
            "return document.querySelector('[data-act=resend]').getAttribute('aria-disabled') === 'true'",
        )
        .await?;
    window.fill("password", NEW_PASSWORD).await?;
    window.press("no-code").await?;
    window
        .until(
            "the remedies are shown",
            "return document.getElementById('remedies').checkVisibility()",
        )
        .await?;
    window.look("code", "no-code").await?;
    let sent = port.pool_port.requests("ForgotPassword")?;
    ensure(sent == 1, || format!("{sent} codes were asked for"))?;
    window.press("back").await?;
    window.on("who").await?;
    ensure(window.value("username").await? == RUTH, || {
        "the name is gone".to_owned()
    })?;
    // Whoever has a code goes on without another.
    window.press("have-code").await?;
    window.look("code", "have-code").await?;
    ensure(window.value("password").await? == NEW_PASSWORD, || {
        "the password is gone".to_owned()
    })
}
