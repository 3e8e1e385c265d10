//! Bad input: refused where it is typed, with the reason, and nothing else is lost.

use peers::PoolSpec;

use super::{NEW_PASSWORD, Port, RUTH, ask_for_code};
use crate::scene::Scene;
use crate::trouble::{Result, ensure};
use crate::window::Window;

/// Puts a text in a field, sends it, and is told this at the field, which keeps the text.
async fn refused(window: &Window, field: &str, text: &str, act: &str, told: &str) -> Result<()> {
    window.paste(field, text).await?;
    let typed = window.value(field).await?;
    window.press(act).await?;
    window.told(told).await?;
    ensure(window.is_marked(field).await?, || {
        format!("{told}: the {field} is not marked")
    })?;
    let kept = window.value(field).await?;
    ensure(kept.trim() == typed.trim(), || {
        format!("{told}: the {field} does not stay as it was typed")
    })
}

/// User names.
pub(crate) async fn user_names(scene: &mut Scene) -> Result<()> {
    let port = Port::with_ruth(&PoolSpec::default()).await?;
    let window = scene.open_file(&port.file(scene)?).await?;
    window.on("who").await?;
    let (longest, too_long) = ("x".repeat(128), "x".repeat(129));
    for (username, told) in [
        ("", "username-empty"),
        ("   ", "username-empty"),
        ("two words", "username-malformed"),
        ("ruth\u{7}okafor", "username-malformed"),
        ("ruth\u{200f}okafor", "username-malformed"),
        ("\u{202e}ruth", "username-malformed"),
        (too_long.as_str(), "username-too-long"),
    ] {
        refused(&window, "username", username, "send-code", told).await?;
        window.on("who").await?;
        window.look("who", told).await?;
    }
    let sent = port.pool_port.requests("ForgotPassword")?;
    ensure(sent == 0, || format!("{sent} of them were sent"))?;
    // What a user name may be, though nobody has it: treated as any other name.
    for username in [longest.as_str(), "ruth\u{1f600}", "\u{5e8}\u{5d5}\u{5ea}"] {
        window.paste("username", username).await?;
        window.press("send-code").await?;
        window.look("code", "odd-name").await?;
        window.press("back").await?;
        window.on("who").await?;
    }
    Ok(())
}

/// Codes and passwords, on their one screen.
pub(crate) async fn codes_and_passwords(scene: &mut Scene) -> Result<()> {
    let port = Port::with_ruth(&PoolSpec::default()).await?;
    let window = scene.open_file(&port.file(scene)?).await?;
    ask_for_code(&window, RUTH).await?;
    window.on("code").await?;
    window.fill("password", NEW_PASSWORD).await?;
    let long = "1".repeat(2049);
    for (code, told) in [
        ("", "code-empty"),
        (" - ", "code-empty"),
        ("12 monkeys!", "code-malformed"),
        ("491\u{1f600}027", "code-malformed"),
        (long.as_str(), "code-too-long"),
    ] {
        refused(&window, "code", code, "change-password", told).await?;
        window.look("code", told).await?;
        ensure(window.value("password").await? == NEW_PASSWORD, || {
            format!("{told}: the password is gone")
        })?;
    }
    let code = port.code()?;
    window.fill("code", &code).await?;
    let long = "Aa1!".repeat(64) + "x";
    for (password, told) in [
        ("", "password-empty"),
        (" Brand-new-Words-42", "password-edge-space"),
        ("Brand-new-Words-42 ", "password-edge-space"),
        (long.as_str(), "password-too-long"),
    ] {
        refused(&window, "password", password, "change-password", told).await?;
        window.look("code", told).await?;
        ensure(window.value("code").await? == code, || {
            format!("{told}: the code is gone")
        })?;
    }
    let sent = port.pool_port.requests("ConfirmForgotPassword")?;
    ensure(sent == 0, || format!("{sent} of them were sent"))?;
    // Letters of other scripts are fine, but do not count as the letters that the pool asks for.
    refused(
        &window,
        "password",
        "\u{43f}\u{430}\u{440}\u{43e}\u{43b}\u{44c}-\u{434}\u{43b}\u{44f}-\u{420}\u{443}\u{442}-42",
        "change-password",
        "password-needs-uppercase",
    )
    .await?;
    window
        .paste("password", "\u{43f}\u{430}\u{440}\u{43e}\u{43b}\u{44c}-Words-42!")
        .await?;
    window.press("change-password").await?;
    window.on("done").await
}
