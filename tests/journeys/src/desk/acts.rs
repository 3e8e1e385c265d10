//! Every act, from the question to what changed, looked at from outside as well.

use std::fs;

use fantoccini::key::Key;
use peers::SignedIn;
use serde_json::{Value, json};

use super::{
    FABRIKAM, NORTHWIND, OnPort, PASSWORD, TAILSPIN, act, ask_for, close, ended, finds, is_open, open_person,
    practise, search, text,
};
use crate::scene::Scene;
use crate::trouble::{Result, Trouble, ensure};
use crate::window::Window;

/// Every act is allowed.
fn everything() -> Value {
    json!({ "mode": "full", "permanentPasswords": true })
}

async fn in_fabrikam(scene: &mut Scene, settings: &Value) -> Result<(OnPort, std::sync::Arc<Window>)> {
    let on = OnPort::set(scene, FABRIKAM, &[], settings)?;
    let window = on.open(scene).await?;
    Ok((on, window))
}

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
    ensure(answer == json!("act-not-possible"), || {
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

/// Off, on, and out of every device.
pub(crate) async fn switches(scene: &mut Scene) -> Result<()> {
    let (on, window) = in_fabrikam(scene, &everything()).await?;
    open_person(&window, "maria", "Maria Rossi").await?;
    act(&window, "switch-off", "done").await?;
    text(&window, "[data-change=enabled]").await?;
    close(&window).await?;
    text(&window, "[data-finding=switched-off]").await?;
    ensure(!on.seen("maria").await?.enabled, || {
        "maria is still on".to_owned()
    })?;
    let refused = on.outside().sign_in(&FABRIKAM.made(), "maria", PASSWORD).await?;
    ensure(matches!(refused, SignedIn::No(_)), || {
        format!("signing in: {refused:?}")
    })?;
    act(&window, "switch-on", "done").await?;
    close(&window).await?;
    ensure(on.seen("maria").await?.enabled, || {
        "maria is still off".to_owned()
    })?;
    let refresh = refresh_token(&on, "maria").await?;
    ensure(refreshes(&on, &refresh).await, || {
        "the session isn't there".to_owned()
    })?;
    act(&window, "sign-out-everywhere", "done").await?;
    window.look("act-done", "sign-out-everywhere").await?;
    close(&window).await?;
    ensure(!refreshes(&on, &refresh).await, || {
        "the session goes on after signing out everywhere".to_owned()
    })
}

/// Signs in, and gives what a device keeps of it.
async fn refresh_token(on: &OnPort, username: &str) -> Result<String> {
    let outside = on.outside();
    let answer = outside
        .client()
        .initiate_auth()
        .client_id(FABRIKAM.made().client_id)
        .auth_flow("USER_PASSWORD_AUTH".into())
        .auth_parameters("USERNAME", username)
        .auth_parameters("PASSWORD", PASSWORD)
        .send()
        .await
        .map_err(|error| Trouble::new(format!("{username} can't sign in: {error:?}")))?;
    answer
        .authentication_result()
        .and_then(|result| result.refresh_token())
        .map(str::to_owned)
        .ok_or_else(|| Trouble::new("there is no refresh token"))
}

async fn refreshes(on: &OnPort, token: &str) -> bool {
    let outside = on.outside();
    let asked = outside
        .client()
        .initiate_auth()
        .client_id(FABRIKAM.made().client_id)
        .auth_flow("REFRESH_TOKEN_AUTH".into())
        .auth_parameters("REFRESH_TOKEN", token);
    asked.send().await.is_ok()
}

/// A contact counts as theirs, and a sign-up as finished.
pub(crate) async fn verified(scene: &mut Scene) -> Result<()> {
    let (on, window) = in_fabrikam(scene, &json!({})).await?;
    on.outside()
        .change_attribute(FABRIKAM.id, "kiosk-4", "phone_number", "+4915550100")
        .await?;
    open_person(&window, "kiosk", "Kiosk 4").await?;
    act(&window, "mark-phone-verified", "done").await?;
    text(&window, "[data-change=verified]").await?;
    window.look("act-done", "mark-phone-verified").await?;
    close(&window).await?;
    ensure(on.seen("kiosk-4").await?.phone_verified, || {
        "the number isn't verified".to_owned()
    })?;
    open_person(&window, "omid", "Omid Karimi").await?;
    act(&window, "mark-email-verified", "done").await?;
    close(&window).await?;
    text(&window, "[data-finding=reset-waiting]").await?;
    ensure(on.seen("omid").await?.email_verified, || {
        "the email isn't verified".to_owned()
    })?;
    open_person(&window, "noah", "Noah Lind").await?;
    act(&window, "confirm-sign-up", "done").await?;
    window.look("act-done", "confirm-sign-up").await?;
    close(&window).await?;
    ensure(on.seen("noah").await?.status == "CONFIRMED", || {
        "the sign-up isn't finished".to_owned()
    })
}

/// Each second factor that is lost.
pub(crate) async fn factors(scene: &mut Scene) -> Result<()> {
    let (on, window) = in_fabrikam(scene, &json!({})).await?;
    open_person(&window, "yuki", "Yuki Sato").await?;
    act(&window, "turn-off-authenticator", "done").await?;
    text(&window, "[data-change=factor]").await?;
    window.look("act-done", "turn-off-authenticator").await?;
    close(&window).await?;
    ensure(on.seen("yuki").await?.factors.is_empty(), || {
        "the authenticator is still asked for".to_owned()
    })?;
    open_person(&window, "ruth", "Ruth Meyer").await?;
    act(&window, "turn-off-email-factor", "done").await?;
    close(&window).await?;
    text(&window, "[data-finding=nothing-wrong]").await?;
    ensure(on.seen("ruth").await?.factors.is_empty(), || {
        "the code by email is still asked for".to_owned()
    })
}

/// A reason, the caller's check and a look at which pool it is, before anything is sent.
pub(crate) async fn checked_first(scene: &mut Scene) -> Result<()> {
    let settings = json!({
        "reason": "mandatory", "checklist": ["Date of birth", "Employee number"], "production": true,
    });
    let (on, window) = in_fabrikam(scene, &settings).await?;
    open_person(&window, "maria", "Maria Rossi").await?;
    ask_for(&window, "send-reset-code").await?;
    let warning = text(&window, "[data-screen=act-confirm] .banner").await?;
    ensure(warning.contains("Fabrikam"), || {
        format!("the warning is \"{warning}\"")
    })?;
    window.look("act-confirm", "to-be-checked").await?;
    window.press("confirm-act").await?;
    window.told("caller-not-verified").await?;
    window.click("#checklist-0").await?;
    window.press("confirm-act").await?;
    window.told("caller-not-verified").await?;
    window.look("act-confirm", "half-checked").await?;
    window.click("#checklist-1").await?;
    window.press("confirm-act").await?;
    window.told("reason-missing").await?;
    window.look("act-confirm", "reason-missing").await?;
    window.paste("reason", &"x".repeat(501)).await?;
    window.press("confirm-act").await?;
    window.told("reason-too-long").await?;
    ensure(on.port.requests("AdminResetUserPassword")? == 0, || {
        "it was sent unchecked".to_owned()
    })?;
    window.fill("reason", "Ticket 4711").await?;
    window.press("confirm-act").await?;
    ended(&window, "done").await?;
    close(&window).await?;
    window.press("nav-record").await?;
    window.click("[data-entry]").await?;
    let entry = text(&window, "[data-entry-open]").await?;
    for said in [
        "Ticket 4711",
        "Date of birth",
        "Employee number",
        "maria",
        "practice-helpdesk",
    ] {
        ensure(entry.contains(said), || {
            format!("the entry doesn't say {said}: {entry}")
        })?;
    }
    window.look("record", "checked").await
}

/// Whoever signs in elsewhere gets a password only after somebody said that this is understood.
pub(crate) async fn past_another_sign_in(scene: &mut Scene) -> Result<()> {
    let (on, window) = in_fabrikam(scene, &everything()).await?;
    open_person(&window, "felix", "Felix Brandt").await?;
    ask_for(&window, "give-temporary-password").await?;
    window.press("confirm-act").await?;
    window.told("not-understood").await?;
    window.look("act-confirm", "past-another-sign-in").await?;
    ensure(on.port.requests("AdminSetUserPassword")? == 0, || {
        "it was sent all the same".to_owned()
    })?;
    window.click("#federated").await?;
    window.press("confirm-act").await?;
    window.on("temporary-password").await?;
    close(&window).await
}

/// The answer is lost: where reading tells, it is settled; where it doesn't, it says so, and nothing is sent twice.
pub(crate) async fn answer_lost(scene: &mut Scene) -> Result<()> {
    let (on, window) = in_fabrikam(scene, &json!({})).await?;
    let lose = |operation: &str| {
        on.port
            .inject(&json!({ "fault": "lost-answer", "operation": operation, "times": 1 }).to_string())
    };
    open_person(&window, "maria", "Maria Rossi").await?;
    lose("AdminResetUserPassword")?;
    act(&window, "send-reset-code", "done").await?;
    close(&window).await?;
    lose("AdminUserGlobalSignOut")?;
    act(&window, "sign-out-everywhere", "unknown").await?;
    window.look("act-done", "unknown").await?;
    close(&window).await?;
    for operation in ["AdminResetUserPassword", "AdminUserGlobalSignOut"] {
        let sent = on.port.requests(operation)?;
        ensure(sent == 1, || format!("{operation} was sent {sent} times"))?;
    }
    window.press("nav-record").await?;
    let script = "return [...document.querySelectorAll('[data-entry]')].length === 2";
    window.until("both are in the record", script).await?;
    window.click("[data-entry]").await?;
    window.find("[data-entry-open][data-outcome=unknown]").await?;
    window.look("record", "unknown").await
}

/// Two administrators at once: the second sees how things stand, and sends nothing.
pub(crate) async fn changed_meanwhile(scene: &mut Scene) -> Result<()> {
    let (on, window) = in_fabrikam(scene, &json!({})).await?;
    open_person(&window, "sam", "Sam Okafor").await?;
    ask_for(&window, "switch-on").await?;
    // The service tells changes apart by the second.
    on.port.advance_clock(5)?;
    let outside = on.outside();
    let asked = outside.client().admin_enable_user();
    asked
        .user_pool_id(FABRIKAM.id)
        .username("sam")
        .send()
        .await
        .map_err(|error| Trouble::new(format!("sam can't be switched on: {error:?}")))?;
    window.press("confirm-act").await?;
    window.told("changed-meanwhile").await?;
    is_open(&window, "sam").await?;
    text(&window, "[data-finding=nothing-wrong]").await?;
    window.look("card", "changed-meanwhile").await?;
    let sent = on.port.requests("AdminEnableUser")?;
    ensure(sent == 1, || format!("AdminEnableUser was sent {sent} times"))
}

/// What this access may not do is named, and not offered again.
pub(crate) async fn denied(scene: &mut Scene) -> Result<()> {
    let (on, window) = in_fabrikam(scene, &json!({})).await?;
    open_person(&window, "maria", "Maria Rossi").await?;
    on.port.deny(&["AdminResetUserPassword"])?;
    act(&window, "send-reset-code", "refused").await?;
    let told = window.told("access-denied").await?;
    ensure(told.contains("AdminResetUserPassword"), || {
        format!("it doesn't say which action: {told}")
    })?;
    window.look("act-done", "denied").await?;
    close(&window).await?;
    ensure(on.seen("maria").await?.status == "CONFIRMED", || {
        "it was done".to_owned()
    })?;
    window
        .ask(
            "const folded = document.querySelector('details:has([data-act=not-possible])'); if (folded) folded.open = true",
            Vec::new(),
        )
        .await?;
    text(&window, "[data-not-possible='send-reset-code'] small").await?;
    window.look("card", "denied").await
}

/// In practice: the code lies in the inbox, and the desk itself says what to read out.
pub(crate) async fn practised(scene: &mut Scene) -> Result<()> {
    let window = practise(scene).await?;
    open_person(&window, "tom@", "Tom Becker").await?;
    window.look("card", "reset-waiting").await?;
    act(&window, "send-reset-code", "done").await?;
    close(&window).await?;
    window.press("inbox").await?;
    window
        .find("[data-sheet=inbox] [data-message] [data-code]")
        .await?;
    let to = window
        .text_of(
            "return document.querySelector('[data-message]').dataset.to",
            Vec::new(),
        )
        .await?;
    ensure(to == "tom@example.com", || {
        format!("the newest message went to {to}")
    })?;
    window.look("users", "practice-inbox").await?;
    window.press("close-sheet").await?;
    super::turn_to(&window, TAILSPIN).await?;
    search(&window, "lucia").await?;
    finds(&window, &["Lucia Conti"]).await?;
    window.click("#people [data-user]").await?;
    is_open(&window, "lucia").await?;
    act(&window, "resend-invitation", "done").await?;
    close(&window).await?;
    // Practice leaves nothing behind.
    let kept = fs::exists(scene.directory().join("config/readmit/record.db"))?;
    ensure(!kept, || "practice wrote a record".to_owned())
}
