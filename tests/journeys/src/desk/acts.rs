//! Every act, from the question to what changed, looked at from outside as well.

use std::fs;

use peers::SignedIn;
use serde_json::{Value, json};

use super::{
    FABRIKAM, OnPort, PASSWORD, TAILSPIN, act, ask_for, close, ended, finds, is_open, open_person, practise,
    search, text,
};
use crate::scene::Scene;
use crate::trouble::{Result, Trouble, ensure};
use crate::window::Window;

/// Every act is allowed.
pub(super) fn everything() -> Value {
    json!({ "mode": "full", "permanentPasswords": true })
}

pub(super) async fn in_fabrikam(
    scene: &mut Scene,
    settings: &Value,
) -> Result<(OnPort, std::sync::Arc<Window>)> {
    let on = OnPort::set(scene, FABRIKAM, &[], settings)?;
    let window = on.open(scene).await?;
    Ok((on, window))
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
    })?;

    let outside = on.outside();
    for (name, value) in [
        ("phone_number", "+4915112349934"),
        ("phone_number_verified", "true"),
    ] {
        outside
            .change_attribute(FABRIKAM.id, "maria", name, value)
            .await?;
    }
    outside.switch_on_text_messages(&FABRIKAM.made(), "maria").await?;
    open_person(&window, "maria", "Maria Rossi").await?;
    act(&window, "turn-off-sms-factor", "done").await?;
    window.look("act-done", "turn-off-sms-factor").await?;
    close(&window).await?;
    ensure(on.seen("maria").await?.factors.is_empty(), || {
        "the code by text message is still asked for".to_owned()
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
