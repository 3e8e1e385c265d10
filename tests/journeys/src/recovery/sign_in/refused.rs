//! Sign-ins that the service refuses: too late, too often, or by a clock that is wrong.

use serde_json::{Value, json};

use super::{AtPort, Way, prove, sign_in, signed_in};
use crate::desk::{FABRIKAM, NORTHWIND, PASSWORD};
use crate::recovery::NEW_PASSWORD;
use crate::scene::Scene;
use crate::trouble::{Result, ensure};
use crate::window::Window;

const DAY: u64 = 24 * 60 * 60;

/// A temporary password that is too old, from the beginning or by now: whom to ask, and what to say.
pub(crate) async fn too_old(scene: &mut Scene) -> Result<()> {
    let at = AtPort::start(FABRIKAM)?;
    let window = at.open(scene).await?;
    expired(&window, "aiko", "temporary-password-expired").await?;
    window.press("back").await?;
    window.on("sign-in").await?;
    ensure(window.value("username").await? == "aiko", || {
        "the name is gone".to_owned()
    })?;
    let at = AtPort::start(NORTHWIND)?;
    at.port.advance_clock(8 * DAY)?;
    let window = at.open(scene).await?;
    expired(&window, "diego@example.com", "temporary-password-expired-by-now").await
}

async fn expired(window: &Window, username: &str, state: &str) -> Result<()> {
    sign_in(window, Way::Temporary, username, PASSWORD).await?;
    window.told("temporary-password-expired").await?;
    window.look("stuck", state).await?;
    window.find("[data-say]").await?;
    window
        .until(
            "whom to ask stands on the page",
            "return document.querySelector('main [data-help-desk]')?.innerText.includes('+1 206 555 0134')",
        )
        .await
}

/// Wrong passwords one after another: the service closes the account for a while, the window counts that down and
/// sends nothing before; then the right one does.
pub(crate) async fn locked_out(scene: &mut Scene) -> Result<()> {
    let at = AtPort::start(FABRIKAM)?;
    let window = at.open(scene).await?;
    sign_in(&window, Way::Check, "maria", "Wrong-Words-42-00").await?;
    let mut wrong = 0;
    loop {
        window
            .until(
                "the try is answered",
                "return !!document.querySelector('[data-failure]') && !document.querySelector('[aria-busy=true]')",
            )
            .await?;
        if window.failures().await? == ["wrong-password"] {
            wrong += 1;
        } else {
            window.told("locked-out").await?;
            ensure(wrong >= 5, || format!("locked out after {wrong} wrong passwords"))?;
            // It doubles each time; the first ones are over before anybody can look.
            if left(&window).await? > 9.0 {
                break;
            }
        }
        ensure(wrong < 20, || "never locked out".to_owned())?;
        prove(&window, &format!("Wrong-Words-42-{wrong:02}")).await?;
    }
    window.look("sign-in", "locked-out").await?;
    window
        .until(
            "the button is off",
            "return document.querySelector('[data-act=sign-in]').getAttribute('aria-disabled') === 'true'",
        )
        .await?;
    let sent = at.port.requests("InitiateAuth")?;
    let said = waits(&window).await?;
    window
        .until_asking(
            "the time is counted down",
            "const said = document.getElementById('sign-in-wait')?.innerText; return !!said && said !== arguments[0]",
            vec![json!(said)],
        )
        .await?;
    // Enter, where the button is off.
    window.fill("password", PASSWORD).await?;
    window.key(fantoccini::key::Key::Enter).await?;
    ensure(at.port.requests("InitiateAuth")? == sent, || {
        "it is tried before the time".to_owned()
    })?;
    window
        .until_patiently(
            "the wait is over",
            "return !document.getElementById('sign-in-wait')",
        )
        .await?;
    prove(&window, PASSWORD).await?;
    signed_in(&window, "password", &[PASSWORD]).await
}

/// For how many more seconds the window waits.
async fn left(window: &Window) -> Result<f64> {
    let left = window
        .ask(
            "return (Number(document.getElementById('sign-in-wait')?.dataset.until ?? 0) - Date.now()) / 1000",
            Vec::new(),
        )
        .await?;
    Ok(left.as_f64().unwrap_or_default())
}

async fn waits(window: &Window) -> Result<String> {
    window
        .text_of(
            "return document.getElementById('sign-in-wait').innerText",
            Vec::new(),
        )
        .await
}

/// The service takes no proof of a password by a clock that is five minutes off; this computer's is six, either way.
pub(crate) async fn by_a_wrong_clock(scene: &mut Scene) -> Result<()> {
    for minutes in [6, -6] {
        let at = AtPort::start(NORTHWIND)?;
        let Value::Number(now) = json!(at.port.advance_clock(0)?) else {
            return Err("the pool has no clock".into());
        };
        #[expect(clippy::cast_possible_truncation, reason = "seconds since 1970")]
        let now = now.as_f64().unwrap_or_default() as i64;
        at.port.set_clock(now + minutes * 60)?;
        let window = at.open(scene).await?;
        sign_in(&window, Way::Temporary, "diego@example.com", PASSWORD).await?;
        window.on("own-password").await?;
        window.fill("password", NEW_PASSWORD).await?;
        window.press("choose-own-password").await?;
        signed_in(&window, "chosen", &[PASSWORD, NEW_PASSWORD]).await?;
        window.press("again").await?;
        sign_in(&window, Way::Check, "diego@example.com", NEW_PASSWORD).await?;
        signed_in(&window, "password", &[NEW_PASSWORD]).await?;
    }
    Ok(())
}
