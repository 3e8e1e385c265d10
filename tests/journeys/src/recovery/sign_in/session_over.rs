//! The service keeps a session for three minutes. Whoever takes longer goes on as well as can be.

use super::{AtPort, Way, answer, authenticator::secret, sign_in, signed_in};
use crate::desk::{FABRIKAM, NORTHWIND, PASSWORD, TAILSPIN};
use crate::recovery::NEW_PASSWORD;
use crate::scene::Scene;
use crate::trouble::{Result, Trouble, ensure};
use crate::window::Window;

/// Longer than a session, shorter than what the service bears of a clock that is wrong.
const TOO_LONG: u64 = 4 * 60;

/// A password of one's own: it goes on as if nothing had happened, and nothing is typed again.
pub(crate) async fn at_own_password(scene: &mut Scene) -> Result<()> {
    let at = AtPort::start(NORTHWIND)?;
    let window = at.open(scene).await?;
    sign_in(&window, Way::Temporary, "diego@example.com", PASSWORD).await?;
    window.on("own-password").await?;
    window.fill("password", NEW_PASSWORD).await?;
    at.port.advance_clock(TOO_LONG)?;
    window.press("choose-own-password").await?;
    signed_in(&window, "chosen", &[PASSWORD, NEW_PASSWORD]).await
}

/// Details: those that were typed are kept as well.
pub(crate) async fn at_details(scene: &mut Scene) -> Result<()> {
    let at = AtPort::start(NORTHWIND)?;
    let window = at.open(scene).await?;
    sign_in(&window, Way::Temporary, "mei@example.com", PASSWORD).await?;
    window.on("own-password").await?;
    window.fill("password", NEW_PASSWORD).await?;
    window.fill("attribute-0", "Mei").await?;
    window.fill("attribute-1", "Tanaka").await?;
    at.port.advance_clock(TOO_LONG)?;
    window.press("choose-own-password").await?;
    signed_in(&window, "chosen", &[PASSWORD, NEW_PASSWORD]).await
}

/// A code by email: another goes out by itself, which is said, and it is the one that works.
pub(crate) async fn at_emailed_code(scene: &mut Scene) -> Result<()> {
    let at = AtPort::start(FABRIKAM)?;
    let window = at.open(scene).await?;
    sign_in(&window, Way::Check, "elin", PASSWORD).await?;
    window.on("sign-in-code").await?;
    let first = at.port.newest_code("elin@example.com")?;
    at.port.advance_clock(TOO_LONG)?;
    answer(&window, &first).await?;
    renewed(&window, "sign-in-code", "email").await?;
    ensure(window.value("code").await?.is_empty(), || {
        "the code that no longer works stays".to_owned()
    })?;
    window
        .until(
            "the new code can be typed at once",
            "return document.activeElement.id === 'code'",
        )
        .await?;
    let second = at.port.newest_code("elin@example.com")?;
    ensure(second != first, || "no other code was sent".to_owned())?;
    answer(&window, &second).await?;
    signed_in(&window, "password", &[PASSWORD, &first, &second]).await
}

/// A code by an authenticator doesn't belong to a session, so nobody notices anything.
pub(crate) async fn at_authenticator(scene: &mut Scene) -> Result<()> {
    let at = AtPort::start(FABRIKAM)?;
    let window = at.open(scene).await?;
    sign_in(&window, Way::Check, "vera", PASSWORD).await?;
    window.on("sign-in-code").await?;
    at.port.advance_clock(TOO_LONG)?;
    answer(&window, &at.authenticator("vera")?).await?;
    signed_in(&window, "password", &[PASSWORD]).await
}

/// The choice between factors: it is simply taken.
pub(crate) async fn at_choice(scene: &mut Scene) -> Result<()> {
    let at = AtPort::start(FABRIKAM)?;
    let window = at.open(scene).await?;
    sign_in(&window, Way::Check, "bao", PASSWORD).await?;
    window.on("choose-factor").await?;
    at.port.advance_clock(TOO_LONG)?;
    window
        .click("[data-act='choose-factor'][data-choice='authenticator']")
        .await?;
    window.on("sign-in-code").await?;
    answer(&window, &at.authenticator("bao")?).await?;
    signed_in(&window, "password", &[PASSWORD]).await
}

/// The secret of an authenticator to be set up is void with the session: there is another one, which is said.
pub(crate) async fn at_set_up(scene: &mut Scene) -> Result<()> {
    let at = AtPort::start(TAILSPIN)?;
    let window = at.open(scene).await?;
    sign_in(&window, Way::Check, "zoe", PASSWORD).await?;
    window.on("set-up-authenticator").await?;
    let first = secret(&window).await?;
    at.port.advance_clock(TOO_LONG)?;
    window.fill("code", &at.authenticator("zoe")?).await?;
    window.press("confirm-authenticator").await?;
    renewed(&window, "set-up-authenticator", "again").await?;
    let second = secret(&window).await?;
    ensure(second != first, || "the secret is the same".to_owned())?;
    ensure(window.value("code").await?.is_empty(), || {
        "the code of the first secret stays".to_owned()
    })?;
    window.fill("code", &at.authenticator("zoe")?).await?;
    window.press("confirm-authenticator").await?;
    signed_in(&window, "password", &[PASSWORD, &first, &second]).await
}

/// The same after a password of one's own: the sign-in that begins again by itself does so with that one.
pub(crate) async fn at_set_up_after_own_password(scene: &mut Scene) -> Result<()> {
    let at = AtPort::start(TAILSPIN)?;
    let outside = at.port.administrator();
    let invite = outside.client().admin_create_user();
    invite
        .user_pool_id(TAILSPIN.id)
        .username("ines")
        .temporary_password(PASSWORD)
        .message_action("SUPPRESS".into())
        .send()
        .await
        .map_err(|error| Trouble::new(format!("nobody is invited: {error:?}")))?;
    let window = at.open(scene).await?;
    sign_in(&window, Way::Temporary, "ines", PASSWORD).await?;
    window.on("own-password").await?;
    window.fill("password", NEW_PASSWORD).await?;
    window.press("choose-own-password").await?;
    window.on("set-up-authenticator").await?;
    let first = secret(&window).await?;
    at.port.advance_clock(TOO_LONG)?;
    window.fill("code", &at.authenticator("ines")?).await?;
    window.press("confirm-authenticator").await?;
    renewed(&window, "set-up-authenticator", "after-own-password").await?;
    let second = secret(&window).await?;
    window.fill("code", &at.authenticator("ines")?).await?;
    window.press("confirm-authenticator").await?;
    window.look("signed-in", "chosen-and-equipped").await?;
    window.find("[data-equipped]").await?;
    let typed = [PASSWORD, NEW_PASSWORD, &first, &second];
    signed_in(&window, "chosen", &typed).await
}

/// It is said that it took too long, on the same screen.
async fn renewed(window: &Window, screen: &str, state: &str) -> Result<()> {
    window.find("[data-renewed]").await?;
    window.look(screen, &format!("renewed-{state}")).await?;
    ensure(window.failures().await?.is_empty(), || {
        "it is told as if something were wrong".to_owned()
    })
}
