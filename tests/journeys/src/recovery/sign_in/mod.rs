//! Signing in: with a temporary password, or to see that one can.

pub(crate) mod authenticator;
pub(crate) mod cramped;
pub(crate) mod given_up;
pub(crate) mod own_app;
pub(crate) mod own_password;
pub(crate) mod refused;
pub(crate) mod reset;
pub(crate) mod second_step;
pub(crate) mod session_over;
pub(crate) mod way_there;
pub(crate) mod ways;

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

use peers::{ConnectionSpec, HelpDesk, PracticePort, connection_file};
use serde_json::{Value, json};

use crate::desk::Seeded;
use crate::scene::Scene;
use crate::trouble::{Result, ensure};
use crate::window::Window;

/// Where a sign-in begins: with the password that somebody was given, or with their own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Temporary,
    Check,
}

impl Way {
    const fn act(self) -> &'static str {
        match self {
            Self::Temporary => "temporary-password",
            Self::Check => "check-sign-in",
        }
    }
}

/// From "who are you" to the answer to user name and password.
///
/// # Errors
/// When there is no such field or button.
pub(crate) async fn sign_in(window: &Window, way: Way, username: &str, password: &str) -> Result<()> {
    window.on("who").await?;
    window.press(way.act()).await?;
    window.on("sign-in").await?;
    window.fill("username", username).await?;
    prove(window, password).await
}

/// Types the password on the form of the sign-in, and sends it.
///
/// # Errors
/// When it isn't there.
pub(crate) async fn prove(window: &Window, password: &str) -> Result<()> {
    window.on("sign-in").await?;
    window.fill("password", password).await?;
    window.press("sign-in").await
}

/// Types the code of the second step, and sends it.
///
/// # Errors
/// When it isn't asked for.
pub(crate) async fn answer(window: &Window, code: &str) -> Result<()> {
    window.on("sign-in-code").await?;
    window.fill("code", code).await?;
    window.press("answer-sign-in-code").await
}

/// Waits for the end of the sign-in, and looks whether the page has forgotten what was typed on the way.
///
/// # Errors
/// When it ends otherwise, says that something else works, or still holds one of these.
pub(crate) async fn signed_in(window: &Window, proven: &str, forgotten: &[&str]) -> Result<()> {
    window.on("signed-in").await?;
    window.find(&format!("[data-proven='{proven}']")).await?;
    forgets(window, forgotten).await
}

/// Looks whether the page holds none of these any more.
///
/// # Errors
/// When it does.
pub(crate) async fn forgets(window: &Window, texts: &[&str]) -> Result<()> {
    let held = window
        .text_of(
            "return document.documentElement.outerHTML + [...document.querySelectorAll('input')].map((e) => e.value)
                + JSON.stringify([{...localStorage}, {...sessionStorage}])",
            Vec::new(),
        )
        .await?;
    ensure(!texts.iter().any(|text| held.contains(text)), || {
        "the page still holds what was typed".to_owned()
    })
}

/// Is told this at the field, which keeps what was typed there.
///
/// # Errors
/// When something else is told, the field isn't marked, or it has changed.
pub(crate) async fn refused(window: &Window, field: &str, typed: &str, told: &str) -> Result<()> {
    window.told(told).await?;
    ensure(window.is_marked(field).await?, || {
        format!("{told}: the {field} is not marked")
    })?;
    ensure(window.value(field).await? == typed, || {
        format!("{told}: the {field} does not stay as it was typed")
    })
}

/// A seeded pool on a port, as the app meets it: through a connection file.
pub(crate) struct AtPort {
    pub(crate) port: PracticePort,
    pool: Seeded,
}

impl AtPort {
    /// Starts the pools.
    ///
    /// # Errors
    /// When they don't start.
    pub(crate) fn start(pool: Seeded) -> Result<Self> {
        let port = PracticePort::start(&[])?;
        Ok(Self { port, pool })
    }

    /// Opens the app on a connection to the pool, with a help desk.
    ///
    /// # Errors
    /// When it doesn't open.
    pub(crate) async fn open(&self, scene: &mut Scene) -> Result<Arc<Window>> {
        let connection = ConnectionSpec {
            organisation: Some(self.pool.name.to_owned()),
            temporary_password_days: Some(7),
            help_desk: Some(HelpDesk {
                phone: Some("+1 206 555 0134".to_owned()),
                hours: Some("8:00 to 18:00".to_owned()),
                ..HelpDesk::default()
            }),
            ..ConnectionSpec::to(&self.pool.made(), self.port.base_url())
        };
        let file = connection_file(scene.directory(), &connection)?;
        scene.open_file(&file).await
    }

    /// What somebody's authenticator app shows now, by the pool's clock.
    ///
    /// # Errors
    /// When they have none.
    pub(crate) fn authenticator(&self, username: &str) -> Result<String> {
        let apps: Vec<Value> = serde_json::from_str(&ask(self.port.base_url(), "authenticators")?)?;
        let theirs = apps
            .iter()
            .rfind(|app| app["pool"] == self.pool.id && app["username"] == username);
        theirs
            .and_then(|app| app["code"].as_str())
            .map(str::to_owned)
            .ok_or_else(|| format!("{username} has no authenticator").into())
    }
}

/// What the port tells a test beside the protocol.
fn ask(base_url: &str, place: &str) -> Result<String> {
    let host = base_url.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host)?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    // Version 1.0 because its answers end with the connection.
    write!(stream, "GET /_practice/{place} HTTP/1.0\r\nHost: {host}\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let body = answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned());
    body.ok_or_else(|| format!("the port answers no HTTP: {answer}").into())
}

/// Opens the inbox, and waits until it shows somebody's authenticator.
///
/// # Errors
/// When they have none.
pub(crate) async fn look_at_authenticator(window: &Window, username: &str) -> Result<String> {
    window.press("inbox").await?;
    let code = format!("[data-authenticator='{username}'] [data-code]");
    window.find(&code).await?;
    window
        .text_of(
            "return document.querySelector(arguments[0]).innerText.trim()",
            vec![json!(code)],
        )
        .await
}

/// Takes the code from the authenticator that is looked at into the form.
///
/// # Errors
/// When it doesn't arrive there.
pub(crate) async fn take_from_authenticator(window: &Window, username: &str) -> Result<String> {
    window
        .click(&format!(
            "[data-authenticator='{username}'] [data-act='use-this-code']"
        ))
        .await?;
    window
        .until(
            "the code is in the form",
            "return !document.querySelector('dialog[open]') && /^\\d{6}$/.test(document.getElementById('code')?.value)",
        )
        .await?;
    window.value("code").await
}

/// Waits until the authenticator that is looked at shows another code than this.
///
/// # Errors
/// When it doesn't.
pub(crate) async fn until_next_code(window: &Window, username: &str, code: &str) -> Result<()> {
    let script = format!(
        "return document.querySelector(\"[data-authenticator='{username}'] [data-code]\")?.innerText.trim() !== '{code}'"
    );
    window
        .until_patiently("the authenticator shows another code", &script)
        .await
}

/// Closes the sheet in front.
///
/// # Errors
/// When it stays.
pub(crate) async fn close_sheet(window: &Window) -> Result<()> {
    window.press("close-sheet").await?;
    window
        .until(
            "nothing is in front",
            "return !document.querySelector('dialog[open]')",
        )
        .await
}
