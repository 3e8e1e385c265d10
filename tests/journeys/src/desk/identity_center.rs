//! The way in over IAM Identity Center: the start page, the browser, an account and a role in it.

use std::sync::Arc;

use peers::{IdentityCenter, PracticePort, RoleKey};
use serde_json::json;

use super::FABRIKAM;
use super::way_in::{choose, connect, kept_in_the_keychain, not_in_the_page, now};
use crate::scene::Scene;
use crate::trouble::{Result, Trouble, ensure};
use crate::window::Window;

const KEY: RoleKey<'static> = RoleKey {
    id: "ASIAREADMITJOURNEY09",
    secret: "Journeys/Secret+Of/A/Role+ExactlyForty01",
    token: "SessionTokenOfARoleThatIdentityCenterGives",
};

/// Identity Center, the pools that its roles lead to, and a desk that is directed to both.
struct There {
    center: Arc<IdentityCenter>,
    _port: PracticePort,
}

impl There {
    async fn set(scene: &Scene) -> Result<Self> {
        // Installing it for the first time takes a while.
        let center = tokio::task::spawn_blocking(|| IdentityCenter::start_giving(KEY))
            .await
            .map_err(|error| Trouble::new(error.to_string()))??;
        let port = PracticePort::start(&[])?;
        port.add_session_key(KEY.id, KEY.secret, KEY.token, now() + 3600)?;
        let (pools, center_url) = (port.base_url(), center.base_url());
        let desk = json!({ "endpoints": {
            "cognito": pools, "sts": pools, "oidc": center_url, "portal": center_url,
        }});
        let folder = scene.directory().join("config/readmit");
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join("desk.json"), desk.to_string())?;
        Ok(Self {
            center: Arc::new(center),
            _port: port,
        })
    }

    /// The person's browser: says yes (`""`) or no (`&answer=no`) on every page it is sent to.
    fn browser(&self, scene: &Scene, added: &str) -> Result<()> {
        scene.program("xdg-open", &self.center.browser(added))
    }

    /// A browser in which nothing happens.
    fn idle_browser(scene: &Scene) -> Result<()> {
        scene.program("xdg-open", "#!/bin/sh\nexit 0\n")
    }

    fn start_url(&self, page: &str) -> String {
        format!("{}{page}", self.center.base_url())
    }

    /// Goes to the address that is on screen, as a person does whose browser didn't open.
    async fn go_to_the_address(&self, window: &Window) -> Result<()> {
        let address = window
            .text_of(
                "return document.querySelector('[data-screen=access-browser] .url').innerText.trim()",
                Vec::new(),
            )
            .await?;
        window.did("opens the address that is on screen");
        let center = Arc::clone(&self.center);
        tokio::task::spawn_blocking(move || center.browse(&address))
            .await
            .map_err(|error| Trouble::new(error.to_string()))??;
        Ok(())
    }
}

/// Types where to sign in, and goes there.
async fn sign_in(window: &Window, start_url: &str) -> Result<()> {
    window.on("access-identity-center").await?;
    window.fill("start-url", start_url).await?;
    choose(window, "sso-region", "eu-central-1").await?;
    window.press("connect").await
}

/// Chooses the account and the role, and goes in.
async fn enter(window: &Window, account: &str, role: &str) -> Result<()> {
    window.on("access-account").await?;
    window.click(&format!("[data-account='{account}']")).await?;
    window
        .click(&format!("input[name=role-name][value='{role}']"))
        .await?;
    window.look("access-account", "role").await?;
    window.press("connect").await
}

/// From the start page over the browser to the users; kept over a restart, and forgotten to the last.
pub(crate) async fn whole(scene: &mut Scene) -> Result<()> {
    let there = There::set(scene).await?;
    there.browser(scene, "")?;
    let window = scene.open(&["--desk"]).await?;
    window.on("welcome").await?;
    window.press("use-identity-center").await?;
    window.look("access-identity-center", "empty").await?;
    sign_in(&window, "our start page").await?;
    window.told("start-url-malformed").await?;
    ensure(window.is_marked("start-url").await?, || {
        "the address is not marked".to_owned()
    })?;
    window.look("access-identity-center", "malformed").await?;
    sign_in(&window, &there.start_url("/nowhere")).await?;
    window.told("identity-center-unknown").await?;
    window.look("access-identity-center", "unknown").await?;

    sign_in(&window, &there.start_url("/start")).await?;
    window.on("access-account").await?;
    window.look("access-account", "accounts").await?;
    // Nobody gave this person anything in that account.
    window.click("[data-account='333333333333']").await?;
    window.told("identity-center-nothing").await?;
    window.look("access-account", "nothing").await?;
    enter(&window, "222222222222", "HelpDesk").await?;
    window.on("connect-pool").await?;
    not_in_the_page(&window, &[KEY.secret, KEY.token]).await?;
    window
        .until(
            "it is said who one is",
            "return document.querySelector('[data-identity]').innerText.includes('Test')",
        )
        .await?;
    connect(&window, FABRIKAM, "Fabrikam").await?;
    let kept = kept_in_the_keychain(scene).await?;
    ensure(kept > 1, || format!("the keychain holds {kept} items"))?;
    drop(window);

    // Nothing is asked the next time, not even of the browser.
    There::idle_browser(scene)?;
    let window = scene.open(&["--desk"]).await?;
    window.on("users").await?;
    not_in_the_page(&window, &[KEY.secret, KEY.token]).await?;
    window.press("nav-settings").await?;
    window.look("settings", "identity-center").await?;
    window.press("forget-access").await?;
    window.press("confirm-forget").await?;
    window.on("welcome").await?;
    let left = kept_in_the_keychain(scene).await?;
    ensure(left == 0, || format!("{left} items are left in the keychain"))
}

/// The browser is told no, is left alone, and doesn't open at all.
pub(crate) async fn browser(scene: &mut Scene) -> Result<()> {
    let there = There::set(scene).await?;
    there.browser(scene, "&answer=no")?;
    let window = scene.open(&["--desk"]).await?;
    window.on("welcome").await?;
    window.press("use-identity-center").await?;
    sign_in(&window, &there.start_url("/start")).await?;
    window.told("identity-center-denied").await?;
    window.look("access-identity-center", "denied").await?;
    // What was typed is still there.
    ensure(
        window.value("start-url").await? == there.start_url("/start"),
        || "the address is gone".to_owned(),
    )?;

    There::idle_browser(scene)?;
    window.press("connect").await?;
    window.on("access-browser").await?;
    window.look("access-browser", "waits").await?;
    window.press("stop").await?;
    window.on("access-identity-center").await?;
    window.press("connect").await?;
    window.on("access-browser").await?;
    there.go_to_the_address(&window).await?;
    enter(&window, "111111111111", "ReadOnly").await?;
    window.on("connect-pool").await
}

/// An older Identity Center, which gives a code to compare; and one whose sign-in is renewed at the next start.
pub(crate) async fn device_code(scene: &mut Scene) -> Result<()> {
    let there = There::set(scene).await?;
    There::idle_browser(scene)?;
    let window = scene.open(&["--desk"]).await?;
    window.on("welcome").await?;
    window.press("use-identity-center").await?;
    sign_in(&window, &there.start_url("/old")).await?;
    window.on("access-browser").await?;
    window.find("[data-user-code]").await?;
    window.look("access-browser", "code").await?;
    there.go_to_the_address(&window).await?;
    window.on("access-account").await?;
    window.press("back").await?;

    sign_in(&window, &there.start_url("/brief")).await?;
    window.on("access-browser").await?;
    there.go_to_the_address(&window).await?;
    enter(&window, "222222222222", "HelpDesk").await?;
    connect(&window, FABRIKAM, "Fabrikam").await?;
    drop(window);
    let window = scene.open(&["--desk"]).await?;
    window.on("users").await?;
    window.find("#people [data-user]").await.map(drop)
}
