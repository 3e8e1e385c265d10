//! The desk on a managed computer: settings, acts and pools that IT decided.

use serde_json::json;

use super::connections::called;
use super::{ORGANISATION, policy};
use crate::desk::{FABRIKAM, OnPort};
use crate::scene::Scene;
use crate::trouble::{Result, ensure};

/// What is decided is shown, can't be changed, not even by calling Rust itself, and holds over the desk's own file.
pub(crate) async fn settings(scene: &mut Scene) -> Result<()> {
    let own = json!({ "mode": "full", "permanentPasswords": true, "lockMinutes": 60 });
    let desk = OnPort::set(scene, FABRIKAM, &[], &own)?;
    scene.manage(policy(json!({
        "deskMode": "help-desk", "reasonRequired": true, "callerChecklist": ["Employee number"], "recordDays": 90,
    })))?;
    let window = desk.open(scene).await?;
    window.press("nav-settings").await?;
    window.look("settings", "managed").await?;
    window
        .until_asking(
            "the mode cannot be changed, and it says who decided that",
            "return document.getElementById('mode-full').matches(':disabled')
                && document.querySelector('[data-managed]').innerText.includes(arguments[0])",
            vec![json!(ORGANISATION)],
        )
        .await?;
    let wanted = |mode: &str, minutes: u32| {
        json!({ "settings": { "mode": mode, "permanentPasswords": false, "reason": "mandatory",
            "checklist": ["Employee number"], "recordDays": 90, "lockMinutes": minutes } })
    };
    let told = called(&window, "change_desk_settings", wanted("full", 60)).await?;
    ensure(told == "managed-by-organisation", || {
        format!("the managed mode: {told}")
    })?;
    let told = called(&window, "change_desk_settings", wanted("help-desk", 30)).await?;
    ensure(told == "done", || format!("a setting that is free: {told}"))
}

/// Only the acts that IT allows are there, and a password can't be tried.
pub(crate) async fn allowed_acts(scene: &mut Scene) -> Result<()> {
    let desk = OnPort::set(scene, FABRIKAM, &[], &json!({}))?;
    scene.manage(policy(json!({ "allowedActs": ["send-reset-code"] })))?;
    let window = desk.open(scene).await?;
    window.click("#people [data-user='maria']").await?;
    window.on("card").await?;
    window.look("card", "acts-managed").await?;
    ensure(
        !window.shows("[data-offer='give-temporary-password']").await?,
        || "a temporary password is offered".to_owned(),
    )?;
    ensure(!window.shows("[data-act='try-password']").await?, || {
        "a password can be tried".to_owned()
    })?;
    let tried = json!({ "username": "maria", "password": "Whatever-Words-1" });
    let told = called(&window, "try_password", tried).await?;
    ensure(told == "managed-by-organisation", || {
        format!("try_password: {told}")
    })
}

/// IT's pools are there without anybody setting them up, can't be removed, and none can be added.
pub(crate) async fn pools(scene: &mut Scene) -> Result<()> {
    let desk = OnPort::set(scene, FABRIKAM, &[], &json!({}))?;
    let connection = json!({
        "readmit": 1, "name": "Members", "organisation": ORGANISATION, "region": "eu-central-1",
        "userPoolId": FABRIKAM.id, "clientId": FABRIKAM.made().client_id,
    });
    scene.manage(policy(json!({ "connections": [connection] })))?;
    let window = desk.open(scene).await?;
    window.press("nav-connection").await?;
    window.look("connections", "managed").await?;
    window
        .until(
            "the managed pool is the only one",
            "const all = [...document.querySelectorAll('[data-connection]')];
             return all.length === 1 && all[0].innerText.includes('Members')",
        )
        .await?;
    let id = format!("{}/{}", FABRIKAM.id, FABRIKAM.made().client_id);
    let told = called(&window, "remove_desk_connection", json!({ "id": id })).await?;
    ensure(told == "managed-by-organisation", || format!("removed: {told}"))
}
