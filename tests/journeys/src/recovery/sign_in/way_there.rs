//! What can happen to a sign-in between the window and the pool: nothing is lost, and nothing is done twice.

use serde_json::json;

use super::{AtPort, Way, answer, prove, sign_in, signed_in};
use crate::desk::{FABRIKAM, NORTHWIND, PASSWORD};
use crate::recovery::NEW_PASSWORD;
use crate::scene::Scene;
use crate::trouble::{Result, ensure};

const DIEGO: &str = "diego@example.com";

/// The password was chosen, but no answer comes: it is told that nobody knows, and the next try finds out.
pub(crate) async fn answer_lost(scene: &mut Scene) -> Result<()> {
    let at = AtPort::start(NORTHWIND)?;
    let window = at.open(scene).await?;
    sign_in(&window, Way::Temporary, DIEGO, PASSWORD).await?;
    window.on("own-password").await?;
    window.fill("password", NEW_PASSWORD).await?;
    at.port
        .inject(&json!({ "fault": "lost-answer", "operation": "RespondToAuthChallenge" }).to_string())?;
    window.press("choose-own-password").await?;
    window.told("answer-lost").await?;
    window.look("own-password", "answer-lost").await?;
    ensure(window.value("password").await? == NEW_PASSWORD, || {
        "the password is gone".to_owned()
    })?;
    window.press("choose-own-password").await?;
    signed_in(&window, "chosen", &[PASSWORD, NEW_PASSWORD]).await
}

/// The same where the request never arrived: the password is chosen by the next try.
pub(crate) async fn request_lost(scene: &mut Scene) -> Result<()> {
    let at = AtPort::start(NORTHWIND)?;
    let window = at.open(scene).await?;
    sign_in(&window, Way::Temporary, DIEGO, PASSWORD).await?;
    window.on("own-password").await?;
    window.fill("password", NEW_PASSWORD).await?;
    at.port
        .inject(&json!({ "fault": "lost-request", "operation": "RespondToAuthChallenge" }).to_string())?;
    window.press("choose-own-password").await?;
    window
        .until(
            "it is told that something went wrong",
            "return !!document.querySelector('[data-failure]')",
        )
        .await?;
    window.press("choose-own-password").await?;
    signed_in(&window, "chosen", &[PASSWORD, NEW_PASSWORD]).await?;
    window.press("again").await?;
    sign_in(&window, Way::Check, DIEGO, NEW_PASSWORD).await?;
    signed_in(&window, "password", &[NEW_PASSWORD]).await
}

/// Slow: one can stop waiting, at the password and at the code, and then just go on.
pub(crate) async fn slow(scene: &mut Scene) -> Result<()> {
    let at = AtPort::start(FABRIKAM)?;
    let slowly = |operation: &str| {
        let late = json!({ "fault": "latency", "operation": operation, "times": 1, "milliseconds": 30_000 });
        at.port.inject(&late.to_string())
    };
    let window = at.open(scene).await?;
    slowly("InitiateAuth")?;
    sign_in(&window, Way::Check, "elin", PASSWORD).await?;
    window.find("[data-waiting='sign-in']").await?;
    window.look("sign-in", "waiting").await?;
    window.press("stop-waiting").await?;
    window.told("stopped-waiting").await?;
    window.look("sign-in", "stopped-waiting").await?;
    ensure(window.value("password").await? == PASSWORD, || {
        "the password is gone".to_owned()
    })?;
    prove(&window, PASSWORD).await?;
    window.on("sign-in-code").await?;
    let code = at.port.newest_code("elin@example.com")?;
    slowly("RespondToAuthChallenge")?;
    answer(&window, &code).await?;
    window.find("[data-waiting='answer-sign-in-code']").await?;
    window.look("sign-in-code", "waiting").await?;
    window.press("stop-waiting").await?;
    window.told("stopped-waiting").await?;
    ensure(window.value("code").await? == code, || {
        "the code is gone".to_owned()
    })?;
    // Whether the service took the code nobody knows: it works, or another one was sent.
    window.press("answer-sign-in-code").await?;
    window
        .until(
            "it goes on",
            "return !!document.querySelector('[data-renewed], [data-proven]')",
        )
        .await?;
    if window.shows("[data-renewed]").await? {
        answer(&window, &at.port.newest_code("elin@example.com")?).await?;
    }
    signed_in(&window, "password", &[PASSWORD, &code]).await
}
