//! The lock, and what stays behind it.

use fantoccini::key::Key;
use serde_json::{Value, json};

use super::FABRIKAM;
use super::way_in::{Aws, KEY_ID, SECRET, come_in, connect, type_keys};
use crate::everyone::{focused, tab_to};
use crate::locked_down::INVOKE;
use crate::scene::Scene;
use crate::trouble::{Result, ensure};
use crate::window::Window;

/// What somebody is typing when the desk locks.
const TYPED: &str = "somebody";

/// Locked by the button, and by itself: nothing is in sight or in reach, and nothing that was typed is lost.
pub(crate) async fn and_unlock(scene: &mut Scene) -> Result<()> {
    let aws = Aws::start(scene)?;
    let window = scene.open(&["--desk"]).await?;
    come_in(&window).await?;
    connect(&window, FABRIKAM, "Fabrikam").await?;
    window.fill("search", TYPED).await?;
    window.press("lock").await?;
    window.look("locked", "by-button").await?;
    behind_the_lock(&window).await?;
    // Rust locks as well: a script in the page gets nothing past it.
    let policy = window
        .ask_later(
            INVOKE,
            vec![
                json!("permission_policy"),
                json!({ "region": "eu-central-1", "poolId": FABRIKAM.id, "job": "look-only" }),
            ],
        )
        .await?;
    ensure(
        policy.as_str().is_some_and(|text| text.contains("desk-locked")),
        || format!("the desk's commands go on behind the lock: {policy}"),
    )?;
    let asked = aws.port.requests("GetCallerIdentity")?;
    window.press("unlock").await?;
    window.on("users").await?;
    ensure(window.value("search").await? == TYPED, || {
        "what was typed is gone".to_owned()
    })?;
    ensure(aws.port.requests("GetCallerIdentity")? > asked, || {
        "AWS was not asked whether one may come in".to_owned()
    })?;

    // As when the computer slept for longer than the desk waits: the page's clock has gone on.
    window
        .ask(
            "const real = Date.now.bind(Date); Date.now = () => real() + 16 * 60_000; window.dispatchEvent(new Event('focus'))",
            Vec::new(),
        )
        .await?;
    window.did("leaves the computer alone for 16 minutes");
    window.look("locked", "by-itself").await?;
    behind_the_lock(&window).await?;

    // The key was switched off meanwhile: the desk stays locked, until one comes in another way.
    aws.port.add_key("AKIAREADMITJOURNEY02", SECRET)?;
    aws.port.forget_key(KEY_ID)?;
    window.press("unlock").await?;
    window.told("access-invalid").await?;
    window.look("locked", "access-invalid").await?;
    behind_the_lock(&window).await?;
    window.press("replace-access").await?;
    window.on("welcome").await?;
    window.press("use-keys").await?;
    window.on("access-keys").await?;
    type_keys(&window, "AKIAREADMITJOURNEY02", SECRET).await?;
    window.press("connect").await?;
    window.on("users").await?;
    ensure(window.value("search").await? == TYPED, || {
        "what was typed is gone".to_owned()
    })
}

/// Nothing of the rooms can be seen, or reached by Tab, and what is read out says nothing of them.
async fn behind_the_lock(window: &Window) -> Result<()> {
    window
        .until(
            "nothing of the desk is in sight behind the lock",
            "return ![...document.querySelectorAll('[data-desk] *')].some((e) => e.checkVisibility({ visibilityProperty: true }))",
        )
        .await?;
    for _ in 0..6 {
        window.key(Key::Tab).await?;
        let reached = window
            .ask(
                "return !!document.activeElement.closest('[data-desk]')",
                Vec::new(),
            )
            .await?;
        ensure(reached == Value::Bool(false), || {
            "Tab leads behind the lock".to_owned()
        })?;
    }
    window.key(Key::Escape).await?;
    window.on("locked").await
}

/// By keyboard alone, from the welcome to the first user's card, and to the lock and back.
pub(crate) async fn by_keyboard(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--desk"]).await?;
    window.on("welcome").await?;
    tab_to(&window, "[data-act='practice']").await?;
    window.key(Key::Enter).await?;
    window.on("users").await?;
    focused(&window, "#search").await?;
    window.type_here("jane").await?;
    window.key(Key::Enter).await?;
    window.find("[data-user]").await?;
    window.key(Key::Down).await?;
    window.key(Key::Enter).await?;
    window.on("card").await?;
    window.look("card", "by-keyboard").await?;
    window.key(Key::Escape).await?;
    tab_to(&window, "[data-act='lock']").await?;
    window.key(Key::Enter).await?;
    window.on("locked").await?;
    focused(&window, "[data-act='unlock']").await?;
    window.key(Key::Enter).await?;
    window.on("users").await
}
