//! The second step of a sign-in: a code from an app, a text message or an email, and the choice between them.

use super::{
    Way, answer, close_sheet, look_at_authenticator, refused, sign_in, signed_in, take_from_authenticator,
    until_next_code,
};
use crate::desk::PASSWORD;
use crate::practice::take_code;
use crate::recovery::other_than;
use crate::scene::Scene;
use crate::trouble::{Result, ensure};
use crate::window::Window;

/// Becomes somebody of the older practice pool, where people have second factors, and gives the password.
async fn with_password(window: &Window, person: &str) -> Result<()> {
    window.on("who").await?;
    crate::practice::become_person(window, person, None).await?;
    sign_in(window, Way::Check, person, PASSWORD).await
}

/// Three wrong codes, the right one; and the same again is told to wait for the next.
pub(crate) async fn authenticator(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--practice"]).await?;
    with_password(&window, "vera").await?;
    window.look("sign-in-code", "authenticator").await?;
    window.find("[data-next-code]").await?;
    ensure(
        !window.shows("[data-act='send-sign-in-code-again']").await?,
        || "an app's code is offered to be sent".to_owned(),
    )?;
    window.press("answer-sign-in-code").await?;
    refused(&window, "code", "", "code-empty").await?;
    let shown = look_at_authenticator(&window, "vera").await?;
    window.look("sign-in-code", "authenticator-shown").await?;
    close_sheet(&window).await?;
    for wrong in wrong_codes(&shown) {
        answer(&window, &wrong).await?;
        refused(&window, "code", &wrong, "code-wrong").await?;
    }
    window.look("sign-in-code", "authenticator-wrong").await?;
    look_at_authenticator(&window, "vera").await?;
    let code = take_from_authenticator(&window, "vera").await?;
    scene.must_not_keep(&code);
    window.press("answer-sign-in-code").await?;
    signed_in(&window, "password", &[PASSWORD, &code]).await?;
    window.look("signed-in", "authenticator").await?;
    window.press("again").await?;
    with_password(&window, "vera").await?;
    answer(&window, &code).await?;
    refused(&window, "code", &code, "authenticator-code-used").await?;
    window.look("sign-in-code", "authenticator-used").await?;
    look_at_authenticator(&window, "vera").await?;
    until_next_code(&window, "vera", &code).await?;
    take_from_authenticator(&window, "vera").await?;
    window.press("answer-sign-in-code").await?;
    signed_in(&window, "password", &[PASSWORD]).await
}

/// Codes that are neither this one nor each other.
fn wrong_codes(code: &str) -> Vec<String> {
    let turned = |by: u8| {
        let turn = |digit: u8| char::from(b'0' + (digit - b'0' + by) % 10);
        code.bytes().filter(u8::is_ascii_digit).map(turn).collect()
    };
    (1..=3).map(turned).collect()
}

/// A text message: a wrong code, then the right one.
pub(crate) async fn text_message(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--practice"]).await?;
    with_password(&window, "wim").await?;
    window.look("sign-in-code", "text-message").await?;
    window.find("[data-via='sms']").await?;
    let code = take_code(&window, "wim", Some("sign-in-code")).await?;
    let wrong = other_than(&code);
    answer(&window, &wrong).await?;
    refused(&window, "code", &wrong, "code-wrong").await?;
    window.look("sign-in-code", "text-message-wrong").await?;
    answer(&window, &code).await?;
    signed_in(&window, "password", &[PASSWORD, &code]).await
}

/// An email, and a second one: only its code works. It can't be had at once.
pub(crate) async fn email(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--practice"]).await?;
    with_password(&window, "elin").await?;
    window.look("sign-in-code", "email").await?;
    window.find("[data-via='email']").await?;
    window
        .until(
            "a second code has to wait",
            "return document.querySelector('[data-act=send-sign-in-code-again]').getAttribute('aria-disabled') === 'true'",
        )
        .await?;
    let first = take_code(&window, "elin", None).await?;
    window
        .until_patiently(
            "a second code can be asked for",
            "return document.querySelector('[data-act=send-sign-in-code-again]').getAttribute('aria-disabled') !== 'true'",
        )
        .await?;
    window.press("send-sign-in-code-again").await?;
    window.find("[data-resent]").await?;
    window.look("sign-in-code", "email-sent-again").await?;
    ensure(window.value("code").await?.is_empty(), || {
        "the code that no longer works stays".to_owned()
    })?;
    answer(&window, &first).await?;
    refused(&window, "code", &first, "code-wrong").await?;
    let second = take_code(&window, "elin", None).await?;
    scene.must_not_keep(&second);
    ensure(second != first, || {
        "the second message has the first code".to_owned()
    })?;
    window.press("answer-sign-in-code").await?;
    signed_in(&window, "password", &[PASSWORD, &first, &second]).await
}

/// Two factors: one can change one's mind, and either does.
pub(crate) async fn choice(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--practice"]).await?;
    with_password(&window, "bao").await?;
    window.look("choose-factor", "two").await?;
    window
        .click("[data-act='choose-factor'][data-choice='sms']")
        .await?;
    window.look("sign-in-code", "chosen-text-message").await?;
    window.press("back").await?;
    window.on("sign-in").await?;
    ensure(window.value("username").await? == "bao", || {
        "the name has to be typed again".to_owned()
    })?;
    super::prove(&window, PASSWORD).await?;
    window.on("choose-factor").await?;
    window
        .click("[data-act='choose-factor'][data-choice='authenticator']")
        .await?;
    window.on("sign-in-code").await?;
    window.find("[data-via='authenticator']").await?;
    look_at_authenticator(&window, "bao").await?;
    take_from_authenticator(&window, "bao").await?;
    window.press("answer-sign-in-code").await?;
    signed_in(&window, "password", &[PASSWORD]).await?;
    window.press("again").await?;
    with_password(&window, "bao").await?;
    window.on("choose-factor").await?;
    window
        .click("[data-act='choose-factor'][data-choice='sms']")
        .await?;
    window.on("sign-in-code").await?;
    take_code(&window, "bao", None).await?;
    window.press("answer-sign-in-code").await?;
    signed_in(&window, "password", &[PASSWORD]).await
}
