//! The acts that give a user a new password, from the question to the sign-in with it.

use std::time::{Duration, Instant};

use fantoccini::key::Key;
use peers::SignedIn;
use serde_json::json;
use tokio::time::sleep;

use super::acts::{everything, in_fabrikam};
use super::{
    FABRIKAM, NORTHWIND, OnPort, PASSWORD, ask_for, close, ended, finds, open_person, practise, text,
};
use crate::scene::Scene;
use crate::trouble::{Result, Trouble, ensure};
use crate::window::Window;

/// The reset code that was sent really sets a new password.
pub(crate) async fn reset_code(scene: &mut Scene) -> Result<()> {
    let on = OnPort::set(scene, NORTHWIND, &[], &json!({}))?;
    let window = on.open(scene).await?;
    let jane = open_person(&window, "jane@", "Jane Ellis").await?;
    ask_for(&window, "send-reset-code").await?;
    window.look("act-confirm", "send-reset-code").await?;
    let effects = text(&window, "[data-screen=act-confirm] ol").await?;
    ensure(effects.contains("jane@example.com"), || {
        format!("it will: {effects}")
    })?;
    ensure(on.port.requests("AdminResetUserPassword")? == 0, || {
        "it was sent before it was confirmed".to_owned()
    })?;
    window.press("confirm-act").await?;
    ended(&window, "done").await?;
    text(&window, "[data-change=status]").await?;
    text(&window, "[data-script=send-reset-code]").await?;
    window.look("act-done", "send-reset-code").await?;
    close(&window).await?;
    text(&window, "[data-finding=reset-waiting]").await?;
    ensure(on.seen(&jane).await?.status == "RESET_REQUIRED", || {
        "seen from outside nothing was reset".to_owned()
    })?;
    let code = on.port.newest_code("jane@example.com")?;
    // The person's own request, as the recovery window sends it.
    let new = "Quite-New-Password-27";
    on.outside()
        .confirm_forgotten_password(&NORTHWIND.made(), "jane@example.com", &code, new)
        .await?;
    let signed_in = on
        .outside()
        .sign_in(&NORTHWIND.made(), "jane@example.com", new)
        .await?;
    ensure(signed_in == SignedIn::Yes, || {
        format!("with the new password: {signed_in:?}")
    })
}

/// The temporary password that is shown really signs in, once it is said; and it is nowhere else.
pub(crate) async fn temporary_password(scene: &mut Scene) -> Result<()> {
    let (on, window) = in_fabrikam(scene, &json!({})).await?;
    open_person(&window, "kiosk", "Kiosk 4").await?;
    ask_for(&window, "give-temporary-password").await?;
    window.look("act-confirm", "give-temporary-password").await?;
    window.press("confirm-act").await?;
    window.on("temporary-password").await?;
    let password = text(&window, "[data-password]").await?;
    window.look("temporary-password", "shown").await?;
    window.press("spell").await?;
    let spelt = window
        .text_of(
            "return [...document.querySelectorAll('#spelling .character')].map((e) => e.textContent).join('')",
            Vec::new(),
        )
        .await?;
    ensure(spelt == password, || {
        "it is spelt otherwise than it is shown".to_owned()
    })?;
    window.look("temporary-password", "spelt").await?;
    window.press("copy-password").await?;
    let copied = text(&window, "[data-copied]").await?;
    ensure(copied.contains("60") || copied.contains("59"), || {
        format!("copying says \"{copied}\"")
    })?;
    let signed_in = on
        .outside()
        .sign_in(&FABRIKAM.made(), "kiosk-4", &password)
        .await?;
    ensure(
        signed_in == SignedIn::Challenge("NEW_PASSWORD_REQUIRED".to_owned()),
        || format!("with the temporary password: {signed_in:?}"),
    )?;
    // Neither a click beside it nor anything but closing takes it away.
    close(&window).await?;
    let left = window
        .text_of("return document.documentElement.outerHTML", Vec::new())
        .await?;
    ensure(!left.contains(&password), || {
        "the page still has the password after it was closed".to_owned()
    })?;
    let answer = window
        .ask_later(
            "const done = arguments[arguments.length - 1];
            window.__TAURI_INTERNALS__.invoke('copy_temporary_password').then(() => done('copied'), (failure) => done(failure.code))",
            Vec::new(),
        )
        .await?;
    ensure(answer == json!("password-told"), || {
        format!("after it was told it could be copied again: {answer}")
    })?;
    window.press("nav-record").await?;
    window.find("[data-entry]").await?;
    scene.close().await?;
    scene.must_not_keep(&password);
    scene.keeps_to_itself()
}

/// From the search to the temporary password and back without a mouse.
pub(crate) async fn temporary_password_by_keyboard(scene: &mut Scene) -> Result<()> {
    let window = practise(scene).await?;
    window
        .until(
            "the search has the focus",
            "return document.activeElement?.id === 'search'",
        )
        .await?;
    window.type_here("diego@").await?;
    finds(&window, &["Diego Ramos"]).await?;
    window.key(Key::Enter).await?;
    window
        .until(
            "the card has the focus",
            "return document.activeElement?.matches('[data-screen=card]') && !!document.querySelector('[data-finding]')",
        )
        .await?;
    tab_to(&window, "act-give-temporary-password").await?;
    window.key(Key::Enter).await?;
    window.on("act-confirm").await?;
    tab_to(&window, "confirm-act").await?;
    window.key(Key::Enter).await?;
    window.on("temporary-password").await?;
    window.look("temporary-password", "by-keyboard").await?;
    tab_to(&window, "spell").await?;
    window.key(Key::Enter).await?;
    window.find("#spelling li").await?;
    window.key(Key::Escape).await?;
    window
        .until(
            "it is closed, and the focus is back on the card",
            "return !document.querySelector('dialog[open]') && !!document.activeElement?.closest('[data-screen=card]')",
        )
        .await
}

/// Goes on with the tab key until a button has the focus.
async fn tab_to(window: &Window, act: &str) -> Result<()> {
    for _ in 0..25 {
        let on = window
            .text_of("return document.activeElement?.dataset.act", Vec::new())
            .await?;
        if on == act {
            window.did(&format!("goes to {act} with the tab key"));
            return Ok(());
        }
        window.key(Key::Tab).await?;
    }
    Err(Trouble::new(format!("the tab key does not lead to {act}")))
}

/// The invitation goes out again, with a temporary password that signs in.
pub(crate) async fn invitation(scene: &mut Scene) -> Result<()> {
    let on = OnPort::set(scene, NORTHWIND, &[], &json!({}))?;
    let window = on.open(scene).await?;
    open_person(&window, "oskar@", "Oskar Lind").await?;
    ask_for(&window, "resend-invitation").await?;
    window.look("act-confirm", "resend-invitation").await?;
    window.press("confirm-act").await?;
    ended(&window, "done").await?;
    close(&window).await?;
    let inbox = on.port.inbox()?;
    let message = inbox.last().ok_or("nothing was sent")?;
    ensure(
        message.purpose == "invitation" && message.to == "oskar@example.com",
        || "the newest message isn't the invitation".to_owned(),
    )?;
    let signed_in = on
        .outside()
        .sign_in(&NORTHWIND.made(), "oskar@example.com", &message.code)
        .await?;
    ensure(
        signed_in == SignedIn::Challenge("NEW_PASSWORD_REQUIRED".to_owned()),
        || format!("with the invitation's password: {signed_in:?}"),
    )
}

/// A password that stays, checked while it is typed; it signs in at once.
pub(crate) async fn permanent_password(scene: &mut Scene) -> Result<()> {
    let (on, window) = in_fabrikam(scene, &everything()).await?;
    open_person(&window, "maria", "Maria Rossi").await?;
    ask_for(&window, "set-permanent-password").await?;
    window.press("confirm-act").await?;
    window.told("password-empty").await?;
    window.fill("permanent-password", "short").await?;
    window
        .find("#permanent-password-rules [data-rule=length][data-state=unmet]")
        .await?;
    window.look("act-confirm", "permanent-password-too-short").await?;
    let password = "Nobody-Guesses-88";
    window.fill("permanent-password", password).await?;
    window
        .until(
            "every rule is met",
            "return document.querySelectorAll('#permanent-password-rules [data-state=met]').length > 0
                && !document.querySelector('#permanent-password-rules [data-state=unmet]')",
        )
        .await?;
    window.press("confirm-act").await?;
    ended(&window, "done").await?;
    close(&window).await?;
    let signed_in = on.outside().sign_in(&FABRIKAM.made(), "maria", password).await?;
    ensure(signed_in == SignedIn::Yes, || {
        format!("with that password: {signed_in:?}")
    })?;
    scene.close().await?;
    scene.must_not_keep(password);
    scene.keeps_to_itself()
}

/// A temporary password that was copied is on the clipboard for a minute, if nothing else is copied meanwhile.
pub(crate) async fn copied(scene: &mut Scene) -> Result<()> {
    let window = practise(scene).await?;
    open_person(&window, "jane@", "Jane Ellis").await?;
    ask_for(&window, "give-temporary-password").await?;
    window.press("confirm-act").await?;
    window.on("temporary-password").await?;
    let password = text(&window, "[data-password]").await?;
    window.press("copy-password").await?;
    text(&window, "[data-copied]").await?;
    let copied = scene.stage().clipboard().await;
    ensure(copied == password, || {
        "another program doesn't find it on the clipboard".to_owned()
    })?;
    let begun = Instant::now();
    window.did("leaves it there for a minute");
    while scene.stage().clipboard().await == password {
        ensure(begun.elapsed() < Duration::from_secs(70), || {
            "it is still on the clipboard".to_owned()
        })?;
        sleep(Duration::from_millis(500)).await;
    }
    ensure(begun.elapsed() > Duration::from_secs(55), || {
        format!("it was cleared after {:?}", begun.elapsed())
    })?;
    // Whatever was copied since stays where it is.
    ensure(scene.stage().clipboard().await.is_empty(), || {
        "something else is on the clipboard".to_owned()
    })?;
    scene.must_not_keep(&password);
    scene.close().await?;
    scene.keeps_to_itself()
}

/// Whether a password would work is found out without harm, and where it would harm nobody tries.
pub(crate) async fn tried(scene: &mut Scene) -> Result<()> {
    let on = OnPort::set(scene, FABRIKAM, &[], &json!({}))?;
    let window = on.open(scene).await?;
    open_person(&window, "vera", "Vera Simic").await?;
    window.press("try-password").await?;
    window.look("try-password", "empty").await?;
    window.fill("tried-password", "not-this-one-9").await?;
    window.press("try").await?;
    window.find("[data-tried=wrong]").await?;
    window.look("try-password", "wrong").await?;
    window.fill("tried-password", PASSWORD).await?;
    window.press("try").await?;
    window.find("[data-tried=works]").await?;
    window.look("try-password", "works").await?;
    close(&window).await?;
    // Of somebody with a temporary password it could use that up, and to others a code would go.
    for (name, text, why) in [
        ("Nina Kovac", "nina", "try-not-temporary"),
        ("Elin Dahl", "elin", "try-not-sending"),
        ("Sam Okafor", "sam", "try-not-now"),
    ] {
        open_person(&window, text, name).await?;
        window.find(&format!("[data-not-tried={why}]")).await?;
    }
    window.look("card", "password-not-tried").await?;
    ensure(on.port.requests("AdminInitiateAuth")? == 2, || {
        "somebody else's password was tried".to_owned()
    })?;
    scene.must_not_keep("not-this-one-9");
    scene.must_not_keep(PASSWORD);
    scene.close().await?;
    scene.keeps_to_itself()
}
