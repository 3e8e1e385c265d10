//! The settings of the desk: kept at once, there again, and fixed where somebody fixed them.

use std::fs;

use serde_json::{Value, json};

use super::way_in::{Aws, choose, come_in, connect, desk_file};
use super::{FABRIKAM, practise};
use crate::scene::Scene;
use crate::trouble::{Result, ensure};
use crate::window::Window;

/// Every setting is changed, is kept at once, and is there at the next start.
pub(crate) async fn kept(scene: &mut Scene) -> Result<()> {
    let _aws = Aws::start(scene)?;
    let window = scene.open(&["--desk"]).await?;
    come_in(&window).await?;
    connect(&window, FABRIKAM, "Fabrikam").await?;
    window.press("nav-settings").await?;
    window.look("settings", "first").await?;
    ensure(!window.shows("#permanent-passwords").await?, || {
        "permanent passwords are offered at a help desk".to_owned()
    })?;
    window.press("mode-full").await?;
    window.find("#permanent-passwords").await?;
    window.click("#permanent-passwords").await?;
    window.press("reason-rule-mandatory").await?;
    for question in [
        "Full name and birthday?",
        "Last four digits of the contract?",
        "Employee number?",
    ] {
        window.fill("checklist-item", question).await?;
        window.press("checklist-add").await?;
        window
            .until_asking(
                "the question is on the list",
                "return [...document.querySelectorAll('[data-checklist]')].some((e) => e.innerText.includes(arguments[0]))",
                vec![json!(question)],
            )
            .await?;
    }
    window.fill("checklist-item", "Employee number?").await?;
    ensure(!can_be_pressed(&window, "checklist-add").await?, || {
        "the same question can be added twice".to_owned()
    })?;
    window.fill("checklist-item", "").await?;
    window
        .click("[data-checklist='1'] [data-act='checklist-up']")
        .await?;
    window
        .until(
            "the second question is the first",
            "return document.querySelector(\"[data-checklist='0']\").innerText.includes('Last four digits')",
        )
        .await?;
    window
        .click("[data-checklist='2'] [data-act='checklist-remove']")
        .await?;
    window
        .until(
            "two questions are left",
            "return document.querySelectorAll('[data-checklist]').length === 2",
        )
        .await?;
    choose(&window, "lock-minutes", "5").await?;
    choose(&window, "record-days", "365").await?;
    window.look("settings", "changed").await?;
    let wanted = json!({
        "mode": "full",
        "permanentPasswords": true,
        "reason": "mandatory",
        "checklist": ["Last four digits of the contract?", "Full name and birthday?"],
        "recordDays": 365,
        "lockMinutes": 5,
    });
    let mut kept = Value::Null;
    for _ in 0..100 {
        kept = desk_file(scene)?["settings"].take();
        if kept == wanted {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(40)).await;
    }
    ensure(kept == wanted, || format!("kept is {kept}"))?;
    drop(window);

    let window = scene.open(&["--desk"]).await?;
    window.on("users").await?;
    window.press("nav-settings").await?;
    window.on("settings").await?;
    window
        .until(
            "everything is as it was left",
            "const [mode, reason] = ['mode-full', 'reason-rule-mandatory'].map((id) => document.getElementById(id).checked);
             return mode && reason && document.getElementById('permanent-passwords').checked
                && document.getElementById('lock-minutes').value === '5' && document.getElementById('record-days').value === '365'
                && document.querySelectorAll('[data-checklist]').length === 2",
        )
        .await?;
    // Back to a help desk's: what goes with full mode goes with it.
    window.press("mode-help-desk").await?;
    window
        .until(
            "permanent passwords are no longer offered",
            "return !document.getElementById('permanent-passwords')",
        )
        .await?;
    window.press("mode-full").await?;
    window.find("#permanent-passwords").await?;
    window
        .until(
            "and were not kept in secret",
            "return !document.getElementById('permanent-passwords').checked",
        )
        .await
}

/// While practising, settings are tried out: afterwards the desk's own are as they were.
pub(crate) async fn tried_out(scene: &mut Scene) -> Result<()> {
    let window = practise(scene).await?;
    window.press("nav-settings").await?;
    window.on("settings").await?;
    window.press("mode-full").await?;
    window.find("#permanent-passwords").await?;
    choose(&window, "record-days", "365").await?;
    window
        .until(
            "it is changed",
            "return document.getElementById('record-days').value === '365'",
        )
        .await?;
    window.look("settings", "practising").await?;
    window.press("leave-practice").await?;
    window.on("welcome").await?;
    ensure(
        !fs::exists(scene.directory().join("config/readmit/desk.json"))?,
        || "practising wrote the desk's own settings".to_owned(),
    )?;
    window.press("practice").await?;
    window.on("users").await?;
    window.press("nav-settings").await?;
    window.on("settings").await?;
    window
        .until(
            "practising begins with the desk's own settings",
            "return document.getElementById('mode-help-desk').checked",
        )
        .await
}

async fn can_be_pressed(window: &Window, act: &str) -> Result<bool> {
    let script = "const button = document.querySelector(`[data-act='${arguments[0]}']`);
        return !button.disabled && button.getAttribute('aria-disabled') !== 'true'";
    Ok(window.ask(script, vec![json!(act)]).await? == Value::Bool(true))
}
