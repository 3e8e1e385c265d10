//! Connections that IT brings: locked or offered, one or several; and what every window shows of the organisation.

use peers::PoolSpec;
use serde_json::json;

use super::{LOGO, ORGANISATION, PHONE, in_policy, policy};
use crate::recovery::{NEW_PASSWORD, Port, RUTH, ask_for_code, change_password};
use crate::scene::Scene;
use crate::trouble::{Result, ensure};
use crate::window::Window;

/// With one locked connection the window opens on the person's name, says whose it is, and lets nobody take another.
pub(crate) async fn locked(scene: &mut Scene) -> Result<()> {
    let port = Port::with_ruth(&PoolSpec::default()).await?;
    let logo = scene.file("logo.png", LOGO)?;
    let connection = in_policy(&port.connection())?;
    scene.manage(policy(
        json!({ "connections": [connection], "organisationLogo": logo }),
    ))?;
    let window = scene.open(&[]).await?;
    window.on("who").await?;
    shows_the_house(&window).await?;
    window.look("who", "managed").await?;
    window.find("img[src^='data:image/png']").await?;
    for (command, arguments) in [
        ("read_setup_code", json!({ "setupCode": "READMIT1-x-12345678" })),
        ("accept_connection", json!({ "arrived": true })),
        ("choose_connection_file", json!({ "title": "x" })),
    ] {
        let told = called(&window, command, arguments).await?;
        ensure(told == "managed-by-organisation", || format!("{command}: {told}"))?;
    }
    ask_for_code(&window, RUTH).await?;
    window.on("code").await?;
    change_password(&window, &port.code()?, NEW_PASSWORD).await?;
    window.on("done").await?;
    drop(window);

    // Whoever starts it with a file of their own gets the organisation's connection all the same.
    let other = Port::with_ruth(&PoolSpec::default()).await?;
    let file = other.file(scene)?;
    let window = scene.open_file(&file).await?;
    window.told("managed-by-organisation").await?;
    window.look("choose-connection", "own-file-refused").await?;
    window.click("[data-choice='0']").await?;
    window.on("who").await
}

/// Of several locked connections one is chosen, is there at the next start, and can be changed for the other.
pub(crate) async fn chosen(scene: &mut Scene) -> Result<()> {
    let customers = Port::with_ruth(&PoolSpec::default()).await?;
    let staff = Port::with_ruth(&PoolSpec::default()).await?;
    let mut first = customers.connection();
    first.name = "Customers".to_owned();
    let mut second = staff.connection();
    second.name = "Staff".to_owned();
    scene.manage(policy(
        json!({ "connections": [in_policy(&first)?, in_policy(&second)?] }),
    ))?;
    let window = scene.open(&[]).await?;
    window.look("choose-connection", "managed").await?;
    window.click("[data-choice='1']").await?;
    window.on("who").await?;
    ask_for_code(&window, RUTH).await?;
    window.on("code").await?;
    change_password(&window, &staff.code()?, NEW_PASSWORD).await?;
    window.on("done").await?;
    drop(window);
    let window = scene.open(&[]).await?;
    window.on("who").await?;
    window.press("leave").await?;
    window.on("choose-connection").await?;
    window.click("[data-choice='0']").await?;
    ask_for_code(&window, RUTH).await?;
    window.on("code").await?;
    change_password(&window, &customers.code()?, NEW_PASSWORD).await?;
    window.on("done").await
}

/// Offered connections stand first, and another may be brought.
pub(crate) async fn offered(scene: &mut Scene) -> Result<()> {
    let port = Port::with_ruth(&PoolSpec::default()).await?;
    let connection = in_policy(&port.connection())?;
    scene.manage(policy(
        json!({ "connections": [connection], "connectionChoice": "offered" }),
    ))?;
    let window = scene.open(&[]).await?;
    window.look("start", "offered").await?;
    window.press("paste-code").await?;
    window.on("setup-code").await?;
    window.press("back").await?;
    window.on("start").await?;
    window.click("[data-choice='0']").await?;
    ask_for_code(&window, RUTH).await?;
    window.on("code").await
}

/// A policy that changes while the window is open is taken up; what is typed stays. One that is spoilt changes nothing
/// until the next start.
pub(crate) async fn changed_meanwhile(scene: &mut Scene) -> Result<()> {
    scene.manage(policy(json!({})))?;
    let window = scene.open(&["--practice"]).await?;
    window.on("who").await?;
    window.fill("username", "jane@exam").await?;
    shows_the_house(&window).await?;
    scene.manage(policy(json!({ "helpDeskPhone": "+1 206 555 0188" })))?;
    window
        .until_patiently(
            "the new number is shown",
            "return document.body.innerText.includes('+1 206 555 0188')",
        )
        .await?;
    ensure(window.value("username").await? == "jane@exam", || {
        "what was typed is gone".to_owned()
    })?;
    scene.manage("{")?;
    let window_stays = "return document.body.innerText.includes('+1 206 555 0188')";
    tokio::time::sleep(std::time::Duration::from_secs(22)).await;
    window
        .until("the policy before is still in force", window_stays)
        .await
}

/// Where there is only the recovery window, nothing leads to the other.
pub(crate) async fn recovery_alone(scene: &mut Scene) -> Result<()> {
    scene.manage(policy(json!({ "windows": "recovery" })))?;
    let window = scene.open(&["--desk"]).await?;
    window.look("start", "recovery-alone").await?;
    ensure(!window.shows("[data-act='help-desk']").await?, || {
        "there is a way to the desk".to_owned()
    })?;
    let told = called(&window, "open_help_desk", json!({})).await?;
    ensure(told == "managed-by-organisation", || {
        format!("open_help_desk: {told}")
    })
}

/// Whether the organisation and its help desk are on screen.
async fn shows_the_house(window: &Window) -> Result<()> {
    for text in [ORGANISATION, PHONE] {
        window
            .until_asking(
                &format!("{text} is shown"),
                "return document.body.innerText.includes(arguments[0])
                    || [...document.images].some((image) => image.alt.includes(arguments[0]))",
                vec![json!(text)],
            )
            .await?;
    }
    Ok(())
}

/// What a page that calls Rust by itself is told.
pub(super) async fn called(window: &Window, command: &str, arguments: serde_json::Value) -> Result<String> {
    let told = window
        .ask_later(
            "const done = arguments[arguments.length - 1];
             window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1])
                .then(() => done('done'), (error) => done(error.code ?? `${error}`))",
            vec![json!(command), arguments],
        )
        .await?;
    Ok(told.as_str().unwrap_or_default().to_owned())
}
