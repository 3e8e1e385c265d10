//! Where only a new password helps, and how to see that it does.

use super::{AtPort, Way, answer, prove, sign_in, signed_in};
use crate::desk::{FABRIKAM, PASSWORD};
use crate::everyone::focused;
use crate::practice::{become_person, take_code};
use crate::recovery::{NEW_PASSWORD, change_password};
use crate::scene::Scene;
use crate::trouble::{Result, Trouble, ensure};

const TOM: &str = "tom@example.com";
const JANE: &str = "jane@example.com";

/// Somebody's old password no longer works: straight to the code, the new password, and back to the sign-in.
pub(crate) async fn required(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--practice"]).await?;
    window.on("who").await?;
    become_person(&window, TOM, None).await?;
    sign_in(&window, Way::Check, TOM, PASSWORD).await?;
    window.look("code", "demanded").await?;
    window.press("send-demanded-code").await?;
    window
        .until(
            "it is told that the code is on its way",
            "return !document.querySelector('[data-act=send-demanded-code]')",
        )
        .await?;
    focused(&window, "#code").await?;
    window.look("code", "demanded-sent").await?;
    take_code(&window, TOM, None).await?;
    window.fill("password", NEW_PASSWORD).await?;
    window.press("change-password").await?;
    window.on("done").await?;
    window.press("check-sign-in").await?;
    window.on("sign-in").await?;
    ensure(window.value("username").await? == TOM, || {
        "the name has to be typed again".to_owned()
    })?;
    prove(&window, NEW_PASSWORD).await?;
    signed_in(&window, "password", &[PASSWORD, NEW_PASSWORD]).await
}

/// The help desk resets the password while somebody signs in: the code that it sent is all they need.
pub(crate) async fn required_meanwhile(scene: &mut Scene) -> Result<()> {
    let at = AtPort::start(FABRIKAM)?;
    let window = at.open(scene).await?;
    sign_in(&window, Way::Check, "vera", PASSWORD).await?;
    window.on("sign-in-code").await?;
    let outside = at.port.administrator();
    let reset = outside.client().admin_reset_user_password();
    reset
        .user_pool_id(FABRIKAM.id)
        .username("vera")
        .send()
        .await
        .map_err(|error| Trouble::new(format!("she can't be reset: {error:?}")))?;
    answer(&window, &at.authenticator("vera")?).await?;
    window.look("code", "demanded-meanwhile").await?;
    let code = at.port.newest_code("vera@example.com")?;
    change_password(&window, &code, NEW_PASSWORD).await?;
    window.on("done").await?;
    window.press("check-sign-in").await?;
    prove(&window, NEW_PASSWORD).await?;
    window.on("sign-in-code").await?;
    // The code that was refused may be used up, or not.
    at.port.advance_clock(30)?;
    answer(&window, &at.authenticator("vera")?).await?;
    signed_in(&window, "password", &[PASSWORD, NEW_PASSWORD, &code]).await
}

/// After a forgotten password one can see that the new one works; the old one was forgotten rightly.
pub(crate) async fn after_forgetting(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--practice"]).await?;
    window.on("who").await?;
    become_person(&window, JANE, None).await?;
    window.press("check-sign-in").await?;
    window.look("sign-in", "check").await?;
    window.press("forgot").await?;
    window.on("who").await?;
    ensure(window.value("username").await? == JANE, || {
        "the name has to be typed again".to_owned()
    })?;
    window.press("send-code").await?;
    window.on("code").await?;
    take_code(&window, JANE, None).await?;
    window.fill("password", NEW_PASSWORD).await?;
    window.press("change-password").await?;
    window.on("done").await?;
    window.press("check-sign-in").await?;
    window.look("sign-in", "after-done").await?;
    ensure(window.value("username").await? == JANE, || {
        "the name has to be typed again".to_owned()
    })?;
    prove(&window, NEW_PASSWORD).await?;
    signed_in(&window, "password", &[NEW_PASSWORD]).await
}
