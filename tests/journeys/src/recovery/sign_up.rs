//! A sign-up that was never finished.

use peers::PoolSpec;

use super::{NEW_PASSWORD, Port, ask_for_code, other_than};
use crate::practice::{become_person, take_code};
use crate::scene::Scene;
use crate::trouble::{Result, ensure};

/// The service says of an unfinished sign-up only that there is no confirmed contact; that screen leads there.
/// Its code first, then the new password.
pub(crate) async fn finished_first(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--practice"]).await?;
    window.on("who").await?;
    become_person(&window, "noah", None).await?;
    window.press("send-code").await?;
    window.told("no-verified-contact").await?;
    window.press("sign-up").await?;
    window.look("sign-up", "start").await?;
    ensure(window.value("username").await? == "noah", || {
        "the name has to be typed again".to_owned()
    })?;
    window.press("send-sign-up-code").await?;
    window.look("sign-up-code", "sent").await?;
    take_code(&window, "noah", Some("sign-up-code")).await?;
    window.press("confirm-sign-up").await?;
    window.look("signed-up", "finished").await?;
    window.press("send-code").await?;
    window.on("code").await?;
    take_code(&window, "noah", None).await?;
    window.fill("password", NEW_PASSWORD).await?;
    window.press("change-password").await?;
    window.on("done").await
}

/// A pool that tells nothing: whoever knows of the sign-up goes there by themselves.
pub(crate) async fn with_a_wrong_code_first(scene: &mut Scene) -> Result<()> {
    let port = Port::start(&PoolSpec {
        hides_existence: true,
        ..PoolSpec::default()
    })
    .await?;
    port.administrator
        .sign_up(
            &port.pool,
            "lena.novak",
            "Forgotten-Words-17",
            "lena.novak@example.com",
        )
        .await?;
    let window = scene.open_file(&port.file(scene)?).await?;
    ask_for_code(&window, "lena.novak").await?;
    window.on("code").await?;
    window.press("back").await?;
    window.on("who").await?;
    window.press("sign-up").await?;
    window.on("sign-up").await?;
    window.press("send-sign-up-code").await?;
    window.on("sign-up-code").await?;
    let code = port.pool_port.newest_code("lena.novak@example.com")?;
    window.fill("code", &other_than(&code)).await?;
    window.press("confirm-sign-up").await?;
    window.told("code-wrong").await?;
    window.look("sign-up-code", "code-wrong").await?;
    ensure(window.is_marked("code").await?, || {
        "the code is not marked".to_owned()
    })?;
    window.fill("code", &code).await?;
    window.press("confirm-sign-up").await?;
    window.on("signed-up").await
}
