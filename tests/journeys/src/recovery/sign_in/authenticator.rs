//! Setting an authenticator up, where signing in needs one and there is none yet.

use std::process::Command;

use super::{
    Way, close_sheet, look_at_authenticator, refused, sign_in, signed_in, take_from_authenticator,
    until_next_code,
};
use crate::desk::PASSWORD;
use crate::practice::become_person;
use crate::recovery::other_than;
use crate::scene::Scene;
use crate::trouble::{Result, ensure};
use crate::window::Window;

/// The secret goes over the clipboard into an app that none of us wrote; a wrong code first, then what that app
/// shows; from then on the sign-in asks for it.
pub(crate) async fn set_up(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--practice"]).await?;
    window.on("who").await?;
    become_person(&window, "zoe", None).await?;
    sign_in(&window, Way::Check, "zoe", PASSWORD).await?;
    window.look("set-up-authenticator", "empty").await?;
    window.find("[data-qr]").await?;
    let secret = secret(&window).await?;
    scene.must_not_keep(&secret);
    window.press("copy-secret").await?;
    window
        .until(
            "it is told that the key is copied, or marked",
            "const act = document.querySelector('[data-act=copy-secret]');
            return getSelection().toString().replace(/\\s/g, '') === document.querySelector('[data-secret]').innerText.replace(/\\s/g, '')
                || act.innerText !== 'Copy the key'",
        )
        .await?;
    window.look("set-up-authenticator", "copied").await?;
    let copied = scene.stage().clipboard().await;
    ensure(copied.trim() == secret, || {
        "the clipboard has something other than the key".to_owned()
    })?;
    let code = shown_by_an_app(&copied)?;
    let wrong = other_than(&code);
    window.fill("code", &wrong).await?;
    window.press("confirm-authenticator").await?;
    refused(&window, "code", &wrong, "code-wrong").await?;
    window.look("set-up-authenticator", "wrong").await?;
    ensure(self::secret(&window).await? == secret, || {
        "a wrong code changes the secret".to_owned()
    })?;
    look_at_authenticator(&window, "zoe").await?;
    window.look("set-up-authenticator", "shown").await?;
    close_sheet(&window).await?;
    let code = shown_by_an_app(&copied)?;
    window.fill("code", &code).await?;
    window.press("confirm-authenticator").await?;
    // Something was changed by it, and that is said.
    window.find("[data-equipped]").await?;
    window.look("signed-in", "equipped").await?;
    signed_in(&window, "password", &[PASSWORD, &secret]).await?;
    window.press("again").await?;
    window.on("who").await?;
    sign_in(&window, Way::Check, "zoe", PASSWORD).await?;
    window.on("sign-in-code").await?;
    window.find("[data-via='authenticator']").await?;
    look_at_authenticator(&window, "zoe").await?;
    until_next_code(&window, "zoe", &code).await?;
    take_from_authenticator(&window, "zoe").await?;
    window.press("answer-sign-in-code").await?;
    signed_in(&window, "password", &[PASSWORD]).await?;
    ensure(!window.shows("[data-equipped]").await?, || {
        "a sign-in says that it set up what was there before".to_owned()
    })
}

/// The secret on the page, without the spaces that make it readable.
///
/// # Errors
/// When none is shown.
pub(crate) async fn secret(window: &Window) -> Result<String> {
    window.find("[data-secret]").await?;
    let secret = window
        .text_of(
            "return document.querySelector('[data-secret]').innerText.replace(/\\s/g, '')",
            Vec::new(),
        )
        .await?;
    ensure(secret.len() >= 16, || "there is no secret".to_owned())?;
    Ok(secret)
}

/// RFC 6238 by Python's own library: what an app shows that was given this secret.
fn shown_by_an_app(secret: &str) -> Result<String> {
    let program = "import base64, hmac, struct, sys, time
secret = sys.argv[1].strip()
key = base64.b32decode(secret + '=' * (-len(secret) % 8))
mac = hmac.new(key, struct.pack('>Q', int(time.time()) // 30), 'sha1').digest()
at = mac[-1] & 15
print('%06d' % ((struct.unpack('>I', mac[at:at + 4])[0] & 0x7fffffff) % 1000000))";
    let answer = Command::new("python3").args(["-c", program, secret]).output()?;
    let code = String::from_utf8_lossy(&answer.stdout).trim().to_owned();
    ensure(code.len() == 6, || "the app does not take the secret".to_owned())?;
    Ok(code)
}
