//! The new password: what it needs, and what the service has against it.

use peers::{Policy, PoolSpec};
use serde_json::json;

use super::{NEW_PASSWORD, Port, RUTH, ask_for_code, change_password};
use crate::scene::Scene;
use crate::trouble::{Result, ensure};

/// The connection does not know the policy: what the service refuses is marked in the checklist.
pub(crate) async fn refused(scene: &mut Scene) -> Result<()> {
    let port = Port::with_ruth(&PoolSpec::default()).await?;
    let window = scene.open_file(&port.file(scene)?).await?;
    ask_for_code(&window, RUTH).await?;
    window.on("code").await?;
    let code = port.code()?;
    change_password(&window, &code, "nothing but small letters").await?;
    let rule = "password-needs-uppercase";
    window.told(rule).await?;
    window
        .until(
            "the checklist marks the rule",
            "return document.querySelector('[data-rule=uppercase]')?.dataset.state === 'refused'",
        )
        .await?;
    window.look("code", "password-refused").await?;
    ensure(window.is_marked("password").await?, || {
        "the password is not marked".to_owned()
    })?;
    ensure(window.value("code").await? == code, || {
        "the code is gone".to_owned()
    })?;
    ensure(!window.value("password").await?.is_empty(), || {
        "the password is gone".to_owned()
    })?;
    window.fill("password", NEW_PASSWORD).await?;
    window.press("change-password").await?;
    window.on("done").await
}

/// The connection knows the policy: nothing is sent until it is met, and each rule is ticked as it is.
pub(crate) async fn checked_while_typing(scene: &mut Scene) -> Result<()> {
    let policy = Policy {
        minimum_length: 12,
        uppercase: true,
        lowercase: true,
        numbers: true,
        symbols: false,
    };
    let port = Port::with_ruth(&PoolSpec {
        policy,
        ..PoolSpec::default()
    })
    .await?;
    let mut connection = port.connection();
    connection.password_policy = Some(policy);
    let file = peers::connection_file(scene.directory(), &connection)?;
    let window = scene.open_file(&file).await?;
    ask_for_code(&window, RUTH).await?;
    window.on("code").await?;
    window.fill("code", &port.code()?).await?;
    for (password, unmet, told) in [
        (
            "short",
            &["length", "uppercase", "number"][..],
            "password-too-short",
        ),
        (
            "long enough now",
            &["uppercase", "number"],
            "password-needs-uppercase",
        ),
        ("Long enough now", &["number"], "password-needs-number"),
        (" Long enough 42", &["edge-space"], "password-edge-space"),
        ("Long enough 42 ", &["edge-space"], "password-edge-space"),
    ] {
        window.fill("password", password).await?;
        window
            .until_asking(
                "the checklist shows what is missing",
                "const unmet = [...document.querySelectorAll('[data-rule]')].filter((e) => e.dataset.state !== 'met').map((e) => e.dataset.rule);
                 return JSON.stringify(unmet.sort()) === JSON.stringify(arguments[0].sort())",
                vec![json!(unmet)],
            )
            .await?;
        window.press("change-password").await?;
        window.told(told).await?;
        ensure(window.is_marked("password").await?, || {
            format!("{told}: the password is not marked")
        })?;
        ensure(window.value("password").await? == password, || {
            format!("{told}: the password is gone")
        })?;
    }
    window.look("code", "password-edge-space").await?;
    let sent = port.pool_port.requests("ConfirmForgotPassword")?;
    ensure(sent == 0, || format!("{sent} tries of the code were spent on it"))?;
    // The eye.
    window.fill("password", NEW_PASSWORD).await?;
    ensure(kind(&window).await? == "password", || {
        "the password can be read without asking".to_owned()
    })?;
    window.press("show-password").await?;
    ensure(kind(&window).await? == "text", || {
        "the password cannot be read when asked for".to_owned()
    })?;
    window.look("code", "password-shown").await?;
    window.press("show-password").await?;
    ensure(kind(&window).await? == "password", || {
        "the password cannot be hidden again".to_owned()
    })?;
    window.press("change-password").await?;
    window.on("done").await
}

async fn kind(window: &crate::window::Window) -> Result<String> {
    window
        .text_of("return document.getElementById('password').type", Vec::new())
        .await
}
