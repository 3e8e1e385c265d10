//! A forgotten password, from the first screen to the new one.

use peers::{ConnectionSpec, Ministack, PoolSpec, SignInNames, SignedIn, UserSpec, connection_file};
use serde_json::json;

use super::{NEW_PASSWORD, Port, RUTH, RUTHS_EMAIL, ask_for_code, change_password, other_than};
use crate::practice::{become_person, take_code};
use crate::scene::Scene;
use crate::trouble::{Result, ensure};
use crate::window::Window;

/// From the first start, with no connection at all, in the practice pool.
pub(crate) async fn practised(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&[]).await?;
    window.look("start", "first").await?;
    window.press("practice").await?;
    window.look("who", "empty").await?;
    become_person(&window, "jane@example.com", Some("who")).await?;
    window.look("who", "picked").await?;
    window.press("send-code").await?;
    window.look("code", "sent").await?;
    window
        .until(
            "the code's hour is shown",
            "return !!document.getElementById('code-clock')",
        )
        .await?;
    take_code(&window, "jane@example.com", Some("code")).await?;
    window.fill("password", "correct horse").await?;
    window
        .until("the checklist knows what is missing", RULES_UNMET)
        .await?;
    window.look("code", "typing").await?;
    window.fill("password", NEW_PASSWORD).await?;
    window.until("the checklist is all ticked", RULES_MET).await?;
    window.look("code", "ready").await?;
    window.press("change-password").await?;
    window.look("done", "changed").await?;
    let kept = window
        .text_of("return document.documentElement.outerHTML + JSON.stringify([{...localStorage}, {...sessionStorage}])", Vec::new())
        .await?;
    ensure(!kept.contains(NEW_PASSWORD), || {
        "the page still holds the password when all is done".to_owned()
    })
}

const RULES_UNMET: &str = "return document.querySelectorAll('[data-rule][data-state=unmet]').length === 2";
const RULES_MET: &str = "const rules = [...document.querySelectorAll('[data-rule]')];
    return rules.length > 2 && rules.every((rule) => rule.dataset.state === 'met')";

/// The older practice pool: user names, and no secret.
pub(crate) async fn practised_in_the_older_pool(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--practice"]).await?;
    window.on("who").await?;
    become_person(&window, "maria", None).await?;
    window.look("who", "user-name").await?;
    window.press("send-code").await?;
    window.on("code").await?;
    take_code(&window, "maria", None).await?;
    window.fill("password", NEW_PASSWORD).await?;
    window.press("change-password").await?;
    window.on("done").await?;
    window.press("again").await?;
    window.on("who").await?;
    ensure(window.value("username").await?.is_empty(), || {
        "the next person finds the last one's name".to_owned()
    })
}

/// A pool with a secret that hides who exists; afterwards the new password signs in, and only that.
pub(crate) async fn with_a_connection_file(scene: &mut Scene) -> Result<()> {
    let spec = PoolSpec {
        secret: true,
        hides_existence: true,
        ..PoolSpec::default()
    };
    let port = Port::with_ruth(&spec).await?;
    let file = port.file(scene)?;
    let window = scene.open_file(&file).await?;
    window.look("who", "not-amazon").await?;
    window
        .until("the endpoint is shown, as it is not Amazon's", ENDPOINT_SHOWN)
        .await?;
    ask_for_code(&window, RUTH).await?;
    window.on("code").await?;
    change_password(&window, &port.code()?, NEW_PASSWORD).await?;
    window.on("done").await?;
    let signed_in = port.administrator.sign_in(&port.pool, RUTH, NEW_PASSWORD).await?;
    ensure(signed_in == SignedIn::Yes, || {
        format!("the new password does not sign in: {signed_in:?}")
    })?;
    for operation in ["ForgotPassword", "ConfirmForgotPassword"] {
        let sent = port.pool_port.requests(operation)?;
        ensure(sent == 1, || format!("{operation} was sent {sent} times"))?;
    }
    Ok(())
}

const ENDPOINT_SHOWN: &str =
    "return !!document.querySelector('[data-endpoint]')?.innerText.includes('127.0.0.1')";

/// A server that none of us wrote.
pub(crate) async fn at_ministack(scene: &mut Scene) -> Result<()> {
    let ministack = Ministack::start()?;
    let administrator = ministack.administrator();
    let spec = PoolSpec {
        secret: true,
        sign_in_names: SignInNames::Email,
        ..PoolSpec::default()
    };
    let pool = ministack.create_pool(&spec).await?;
    let ruth = UserSpec {
        username: RUTHS_EMAIL,
        password: Some("Forgotten-Words-17"),
        email: Some((RUTHS_EMAIL, true)),
        phone: None,
    };
    administrator.create_user(&pool, &ruth).await?;
    let file = connection_file(
        scene.directory(),
        &ConnectionSpec::to(&pool, ministack.base_url()),
    )?;
    let window = scene.open_file(&file).await?;
    ask_for_code(&window, RUTHS_EMAIL).await?;
    window.on("code").await?;
    let code = ministack.newest_code(RUTHS_EMAIL)?;
    change_password(&window, &other_than(&code), NEW_PASSWORD).await?;
    window.told("code-wrong").await?;
    change_password(&window, &code, NEW_PASSWORD).await?;
    window.on("done").await?;
    let signed_in = administrator.sign_in(&pool, RUTHS_EMAIL, NEW_PASSWORD).await?;
    ensure(signed_in == SignedIn::Yes, || {
        format!("the new password does not sign in: {signed_in:?}")
    })
}

/// Whoever looks over the shoulder cannot tell whether there is such an account, in either kind of pool.
pub(crate) async fn unknown_looks_like_known(scene: &mut Scene) -> Result<()> {
    for hides_existence in [true, false] {
        let port = Port::with_ruth(&PoolSpec {
            hides_existence,
            ..PoolSpec::default()
        })
        .await?;
        let file = port.file(scene)?;
        let mut seen = Vec::new();
        for username in [RUTH, "ruth.okafur"] {
            let window = scene.open_file(&file).await?;
            ask_for_code(&window, username).await?;
            window.on("code").await?;
            window
                .until(
                    "the rules are listed",
                    "return document.querySelector('[data-rule]') !== null",
                )
                .await?;
            let asked = neutral(&window, username).await?;
            change_password(&window, "000000", NEW_PASSWORD).await?;
            window.told("code-wrong").await?;
            seen.push((asked, neutral(&window, username).await?));
        }
        ensure(seen.windows(2).all(|two| two.first() == two.last()), || {
            format!("the two look different (existence hidden by the pool: {hides_existence}): {seen:#?}")
        })?;
    }
    Ok(())
}

/// What the page shows, without what differs each time anyway: the name, the masked target, clocks, the request's id.
async fn neutral(window: &Window, username: &str) -> Result<String> {
    window
        .until(
            "the checklist is there",
            "return !!document.querySelector('[data-rule]')",
        )
        .await?;
    let script = "return document.querySelector('main').innerText
        .replaceAll(arguments[0], 'NAME').replace(/\\S*\\*+\\S*/g, 'TARGET')
        .replace(/\\d+:\\d\\d/g, 'TIME').replace(/\\d+ min/g, 'TIME').replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'REQUEST').replace(/\\s+/g, ' ')";
    window.text_of(script, vec![json!(username)]).await
}
