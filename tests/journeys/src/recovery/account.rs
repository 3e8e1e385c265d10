//! Accounts that a code cannot help, or not yet: each person of the practice pools, and what no person there has.

use peers::{PoolSpec, Recovery};
use serde_json::json;

use super::{NEW_PASSWORD, Port, RUTH, ask_for_code, change_password};
use crate::practice::{become_person, take_code};
use crate::scene::Scene;
use crate::trouble::{Result, ensure};

/// The older pool says why it sends no code; the window says what to do.
pub(crate) async fn told_by_the_older_pool(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--practice"]).await?;
    window.on("who").await?;
    for (person, told) in [
        ("nina", "temporary-password-pending"),
        ("aiko", "temporary-password-pending"),
        ("felix", "temporary-password-pending"),
        ("kiosk-4", "no-verified-contact"),
        ("ruth", "no-verified-contact"),
        ("sam", "user-disabled"),
    ] {
        become_person(&window, person, None).await?;
        window.press("send-code").await?;
        window.told(told).await?;
        window.look("stuck", told).await?;
        window.press("back").await?;
        window.on("who").await?;
        ensure(window.value("username").await? == person, || {
            format!("{person} has to type the name again")
        })?;
    }
    // Whoever has a password that they were given uses it here.
    window.press("temporary-password").await?;
    window.look("sign-in", "temporary-after-telling").await?;
    window.press("back").await?;
    window.on("who").await
}

/// The careful pool tells nothing: everyone seems to get a code, those who can be helped do, and for everybody else
/// any code is a wrong one, whether they are switched off, never finished signing up, or are not there at all.
pub(crate) async fn told_nothing_by_the_careful_pool(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--practice"]).await?;
    window.on("who").await?;
    for person in ["priya@example.com", "lena@example.com"] {
        become_person(&window, person, None).await?;
        window.press("send-code").await?;
        window.on("code").await?;
        change_password(&window, "000000", NEW_PASSWORD).await?;
        window.told("code-wrong").await?;
        window.press("back").await?;
        window.on("who").await?;
    }
    for person in ["omar@example.com", "tom@example.com"] {
        become_person(&window, person, None).await?;
        window.press("send-code").await?;
        window.on("code").await?;
        take_code(&window, person, None).await?;
        window.fill("password", NEW_PASSWORD).await?;
        window.press("change-password").await?;
        window.on("done").await?;
        window.press("again").await?;
        window.on("who").await?;
    }
    Ok(())
}

/// A pool where nobody but an administrator resets passwords.
pub(crate) async fn helped_by_the_help_desk_only(scene: &mut Scene) -> Result<()> {
    let port = Port::with_ruth(&PoolSpec {
        recovery: Recovery::AdminOnly,
        ..PoolSpec::default()
    })
    .await?;
    let mut connection = port.connection();
    connection.organisation = Some("Northwind".to_owned());
    connection.help_desk = Some(peers::HelpDesk {
        phone: Some("+1 206 555 0134".to_owned()),
        email: Some("help@example.com".to_owned()),
        link: Some("https://help.example.com".to_owned()),
        hours: Some("8:00 to 18:00".to_owned()),
    });
    let window = scene
        .open_file(&peers::connection_file(scene.directory(), &connection)?)
        .await?;
    window.look("who", "help-desk").await?;
    ask_for_code(&window, RUTH).await?;
    window.told("recovery-by-admin-only").await?;
    window.look("stuck", "recovery-by-admin-only").await?;
    window
        .until(
            "whom to ask stands on the page",
            "return document.querySelector('main [data-help-desk]')?.innerText.includes('+1 206 555 0134')",
        )
        .await
}

/// Too many requests: the window says when to try again, and does not try before.
pub(crate) async fn asked_too_often(scene: &mut Scene) -> Result<()> {
    let port = Port::with_ruth(&PoolSpec::default()).await?;
    let limit = json!({
        "fault": "error", "operation": "ForgotPassword", "times": 1, "status": 400,
        "code": "LimitExceededException", "message": "Attempt limit exceeded, please try after some time.",
    });
    port.pool_port.inject(&limit.to_string())?;
    let window = scene.open_file(&port.file(scene)?).await?;
    ask_for_code(&window, RUTH).await?;
    window.told("too-many-tries").await?;
    window.look("stuck", "too-many-tries").await?;
    window
        .until(
            "it is told when to try again",
            "return Number(document.querySelector('[data-until]')?.dataset.until) > Date.now()",
        )
        .await?;
    let sent = port.pool_port.requests("ForgotPassword")?;
    ensure(sent == 1, || format!("asked {sent} times instead of once"))
}

/// Guessing the code: the service ends it, and the window says when to try again.
pub(crate) async fn guessed_too_often(scene: &mut Scene) -> Result<()> {
    let port = Port::with_ruth(&PoolSpec::default()).await?;
    let window = scene.open_file(&port.file(scene)?).await?;
    ask_for_code(&window, RUTH).await?;
    window.on("code").await?;
    let code = port.code()?;
    window.fill("password", NEW_PASSWORD).await?;
    for guess in (0..30)
        .map(|guess| format!("{guess:06}"))
        .filter(|guess| *guess != code)
    {
        window.on("code").await?;
        window.fill("code", &guess).await?;
        window.press("change-password").await?;
        window
            .until(
                "the guess is answered",
                "return !!document.querySelector('[data-failure]')",
            )
            .await?;
        if window.failures().await? != ["code-wrong"] {
            break;
        }
    }
    window.told("too-many-tries").await?;
    window
        .until(
            "it is told when to try again",
            "return Number(document.querySelector('[data-until]')?.dataset.until) > Date.now()",
        )
        .await
}
