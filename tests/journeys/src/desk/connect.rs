//! Pools: found, kept, switched between, handed out, removed.

use serde_json::json;

use super::way_in::{
    Aws, KEY_ID, REGION, SECRET, app_of, choose, come_in, connect, desk_file, not_in_the_page, row_of,
    type_keys,
};
use super::{FABRIKAM, NORTHWIND};
use crate::scene::Scene;
use crate::trouble::{Result, ensure};

/// From the welcome into the rooms, every screen looked at: the Region, the pool by its name, the app, the name.
pub(crate) async fn whole_way(scene: &mut Scene) -> Result<()> {
    let _aws = Aws::start(scene)?;
    let window = scene.open(&["--desk"]).await?;
    window.look("welcome", "first").await?;
    window.press("use-keys").await?;
    window.on("access-keys").await?;
    type_keys(&window, KEY_ID, SECRET).await?;
    window.press("connect").await?;
    // Keys know no Region, so it is asked for.
    window.look("connect-pool", "no-region").await?;
    choose(&window, "region", "eu-north-1").await?;
    window.told("no-pools-here").await?;
    window.look("connect-pool", "no-pools-here").await?;
    window.fill("pool-filter", "wind").await?;
    window.press("search-everywhere").await?;
    window.find(&row_of(NORTHWIND)).await?;
    window.look("connect-pool", "everywhere").await?;
    choose(&window, "region", REGION).await?;
    window.fill("pool-filter", "").await?;
    window.find(&row_of(FABRIKAM)).await?;
    window.look("connect-pool", "pools").await?;
    window.fill("pool-filter", "north").await?;
    window
        .until(
            "one pool is left",
            "return document.querySelectorAll('[data-pool]').length === 1",
        )
        .await?;
    window.click(&row_of(NORTHWIND)).await?;
    window.find(&app_of(NORTHWIND)).await?;
    window.look("connect-client", "one").await?;
    window.click(&app_of(NORTHWIND)).await?;
    // How the pool stands is read meanwhile.
    window.find("[data-act='all-permissions']").await?;
    window.look("connect-name", "examined").await?;
    window.press("all-permissions").await?;
    window.look("connect-name", "permissions").await?;
    window.fill("connection-name", "Northwind customers").await?;
    window.fill("organisation", "Northwind Traders").await?;
    window.press("colour-red").await?;
    window.press("keep-connection").await?;
    window.look("users", "connected").await?;
    let bar = window
        .text_of("return document.querySelector('header').className", Vec::new())
        .await?;
    ensure(bar.contains("production") && bar.contains("red"), || {
        format!("the bar does not look like production: {bar}")
    })?;
    let app_secret = NORTHWIND.secret.unwrap_or_default();
    not_in_the_page(&window, &[SECRET, KEY_ID, app_secret]).await?;
    let kept = desk_file(scene)?.to_string();
    ensure(
        !kept.contains(app_secret) && kept.contains(r#""production":true"#),
        || "the connection is not kept as it should be".to_owned(),
    )?;
    window.press("nav-pool").await?;
    window
        .find("[data-permission='AdminGetUser'][data-state='allowed']")
        .await?;
    window.find("[data-policy]").await?;
    window.look("pool", "examined").await?;
    window.press("nav-settings").await?;
    window.look("settings", "connected").await
}

/// Two pools, one of them for tests only: switched between, there again at the next start, one removed.
pub(crate) async fn two(scene: &mut Scene) -> Result<()> {
    let _aws = Aws::start(scene)?;
    let window = scene.open(&["--desk"]).await?;
    come_in(&window).await?;
    connect(&window, NORTHWIND, "Customers").await?;
    window.press("nav-connection").await?;
    window.look("connections", "one").await?;
    window.click("dialog [data-act='connect-another']").await?;
    window.on("connect-pool").await?;
    window.click(&row_of(FABRIKAM)).await?;
    window.on("connect-client").await?;
    // Without an app, and back again: what was chosen before is still offered.
    window.press("without-client").await?;
    window.on("connect-name").await?;
    window.press("back").await?;
    window.on("connect-client").await?;
    window.click(&app_of(FABRIKAM)).await?;
    window.on("connect-name").await?;
    window.fill("connection-name", "Test users").await?;
    window.press("colour-green").await?;
    window.click("#production").await?;
    window.press("keep-connection").await?;
    window.on("users").await?;
    at_work(&window, "Test users", false).await?;
    drop(window);

    let window = scene.open(&["--desk"]).await?;
    window.on("users").await?;
    at_work(&window, "Test users", false).await?;
    window.press("nav-connection").await?;
    window.look("connections", "two").await?;
    window
        .click(&format!(
            "[data-act='choose-connection'][data-connection^='{}/']",
            NORTHWIND.id
        ))
        .await?;
    at_work(&window, "Customers", true).await?;
    window.press("nav-settings").await?;
    window.on("settings").await?;
    window
        .click(&format!(
            "[data-connection^='{}/'] [data-act='remove-connection']",
            NORTHWIND.id
        ))
        .await?;
    window.look("remove-connection", "asked").await?;
    window.press("confirm-remove").await?;
    window
        .until(
            "it is gone from the settings",
            "return !document.querySelector('dialog[open]') && document.querySelectorAll('li[data-connection]').length === 1",
        )
        .await?;
    // It was the one at work: the desk goes on with the other.
    at_work(&window, "Test users", false).await?;
    let kept = desk_file(scene)?.to_string();
    ensure(!kept.contains(NORTHWIND.id), || {
        "the removed connection is still in the desk's file".to_owned()
    })?;
    // And the last one: then there is one to make again.
    window
        .click(&format!(
            "[data-connection^='{}/'] [data-act='remove-connection']",
            FABRIKAM.id
        ))
        .await?;
    window.press("confirm-remove").await?;
    window.look("connect-pool", "none-left").await
}

/// Which pool is at work, and whether its bar says that real users depend on it.
async fn at_work(window: &crate::window::Window, name: &str, production: bool) -> Result<()> {
    window
        .until_asking(
            &format!("{name} is at work"),
            "const bar = document.querySelector('header.bar');
             return bar.innerText.includes(arguments[0]) && bar.classList.contains('production') === arguments[1]
                && document.title.includes(arguments[0])",
            vec![json!(name), json!(production)],
        )
        .await
}

/// A setup code from the desk, pasted by somebody who forgot their password: it leads to that pool.
pub(crate) async fn handed_out(scene: &mut Scene) -> Result<()> {
    let _aws = Aws::start(scene)?;
    let window = scene.open(&["--desk"]).await?;
    come_in(&window).await?;
    connect(&window, FABRIKAM, "Fabrikam").await?;
    window.press("nav-pool").await?;
    window.on("pool").await?;
    window.fill("help-desk-phone", "+1 206 555 0134").await?;
    window.press("export-setup-code").await?;
    window.find("[data-setup-code]").await?;
    window.look("pool", "setup-code").await?;
    let code = window
        .text_of(
            "return document.querySelector('[data-setup-code]').innerText",
            Vec::new(),
        )
        .await?;
    ensure(code.starts_with("READMIT1-"), || format!("no setup code: {code}"))?;
    // What is changed afterwards is not in that code any more.
    window.fill("help-desk-hours", "9 to 5").await?;
    window
        .until(
            "the code is taken back",
            "return !document.querySelector('[data-setup-code]')",
        )
        .await?;
    drop(window);

    let window = scene.open(&[]).await?;
    window.on("start").await?;
    window.press("paste-code").await?;
    window.on("setup-code").await?;
    window.paste("setup-code", code.trim()).await?;
    window.press("read-code").await?;
    window.look("confirm-connection", "from-the-desk").await?;
    window.press("use-connection").await?;
    window.on("who").await?;
    window
        .until(
            "the help desk's number is there",
            "return document.body.innerText.includes('+1 206 555 0134')",
        )
        .await?;
    window.fill("username", "jane").await?;
    window.press("send-code").await?;
    window.on("code").await
}

/// A setup code with the app's secret is the secret in other letters: it is on the clipboard, and in no page.
pub(crate) async fn handed_out_with_secret(scene: &mut Scene) -> Result<()> {
    let _aws = Aws::start(scene)?;
    let window = scene.open(&["--desk"]).await?;
    come_in(&window).await?;
    connect(&window, NORTHWIND, "Customers").await?;
    window.press("nav-pool").await?;
    window.on("pool").await?;
    window.click("#include-secret").await?;
    window.press("export-setup-code").await?;
    window.find("[data-code-copied]").await?;
    window.look("pool", "setup-code-copied").await?;
    let code = scene.stage().clipboard().await;
    ensure(code.starts_with("READMIT1-"), || {
        "no setup code is on the clipboard".to_owned()
    })?;
    not_in_the_page(&window, &[code.trim(), NORTHWIND.secret.unwrap_or("none")]).await?;
    drop(window);

    let window = scene.open(&[]).await?;
    window.on("start").await?;
    window.press("paste-code").await?;
    window.on("setup-code").await?;
    window.paste("setup-code", code.trim()).await?;
    window.press("read-code").await?;
    window.on("confirm-connection").await?;
    window.press("use-connection").await?;
    window.on("who").await?;
    window.fill("username", "jane@example.com").await?;
    window.press("send-code").await?;
    window.on("code").await
}
