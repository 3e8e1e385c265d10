//! What the desk's journeys have in common: AWS as it answers here, and the way in.

use std::fs;
use std::time::{SystemTime, UNIX_EPOCH};

use peers::PracticePort;
use serde_json::{Value, json};

use super::Seeded;
use crate::scene::Scene;
use crate::trouble::{Result, Trouble, ensure};
use crate::window::Window;

/// An access key that AWS takes here.
pub(super) const KEY_ID: &str = "AKIAREADMITJOURNEY01";
/// Its secret.
pub(super) const SECRET: &str = "Journeys/Secret+Of/ExactlyForty0Letters1";
/// The Region that the practice pools are in.
pub(super) const REGION: &str = "eu-central-1";

/// AWS as it answers here: the practice pools on a port, which check signatures, and say who one is.
pub(super) struct Aws {
    pub(super) port: PracticePort,
}

impl Aws {
    /// Starts it with one good key, and has the desk directed there, as whoever sets a computer up does.
    ///
    /// # Errors
    /// It does not start, or the desk's file cannot be written.
    pub(super) fn start(scene: &Scene) -> Result<Self> {
        Self::with_settings(scene, &json!({}))
    }

    /// The same, with these settings of the desk.
    ///
    /// # Errors
    /// As [`Aws::start`].
    pub(super) fn with_settings(scene: &Scene, settings: &Value) -> Result<Self> {
        let port = PracticePort::start(&["--key", &format!("{KEY_ID}:{SECRET}")])?;
        let url = port.base_url();
        let desk = json!({ "endpoints": { "cognito": url, "sts": url }, "settings": settings });
        let folder = scene.directory().join("config/readmit");
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("desk.json"), desk.to_string())?;
        Ok(Self { port })
    }
}

/// The time by this computer's clock, in seconds since 1970.
pub(super) fn now() -> i64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .ok()
        .and_then(|since| i64::try_from(since.as_secs()).ok())
        .unwrap_or_default()
}

/// Types access keys.
///
/// # Errors
/// When the form is not there.
pub(super) async fn type_keys(window: &Window, id: &str, secret: &str) -> Result<()> {
    window.fill("access-key-id", id).await?;
    window.fill("secret-access-key", secret).await
}

/// From the welcome to the choice of a pool, with the good key.
///
/// # Errors
/// When the way in does not lead there.
pub(super) async fn come_in(window: &Window) -> Result<()> {
    window.on("welcome").await?;
    window.press("use-keys").await?;
    window.on("access-keys").await?;
    type_keys(window, KEY_ID, SECRET).await?;
    choose(window, "region", REGION).await?;
    window.press("connect").await?;
    window.on("connect-pool").await
}

/// From the choice of a pool into the rooms.
///
/// # Errors
/// When the pool or the app is not offered, or the rooms do not open.
pub(super) async fn connect(window: &Window, pool: Seeded, name: &str) -> Result<()> {
    window.on("connect-pool").await?;
    window.click(&row_of(pool)).await?;
    window.on("connect-client").await?;
    window.click(&app_of(pool)).await?;
    window.on("connect-name").await?;
    window.fill("connection-name", name).await?;
    window.press("keep-connection").await?;
    window.on("users").await
}

/// The row of a pool among those to choose from.
pub(super) fn row_of(pool: Seeded) -> String {
    format!("[data-pool='{}']", pool.id)
}

/// The row of a pool's app.
pub(super) fn app_of(pool: Seeded) -> String {
    format!("[data-client='{}']", pool.client)
}

/// Chooses from a list, as with the arrow keys: the page hears the same events.
///
/// # Errors
/// When there is no such choice.
pub(super) async fn choose(window: &Window, id: &str, value: &str) -> Result<()> {
    window.find(&format!("#{id} option[value='{value}']")).await?;
    window.did(&format!("chooses the {id} {value}"));
    window
        .ask(
            "const list = document.getElementById(arguments[0]);
             list.focus(); list.value = arguments[1];
             list.dispatchEvent(new Event('input', { bubbles: true }));
             list.dispatchEvent(new Event('change', { bubbles: true }))",
            vec![json!(id), json!(value)],
        )
        .await
        .map(drop)
}

/// Whether anything that a script in the page could read holds one of these texts.
///
/// # Errors
/// Names the first that is there.
pub(super) async fn not_in_the_page(window: &Window, texts: &[&str]) -> Result<()> {
    let page = window
        .text_of(
            "return document.documentElement.outerHTML
                + [...document.querySelectorAll('input, textarea')].map((e) => e.value).join('\\n')
                + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)",
            Vec::new(),
        )
        .await?;
    for (index, text) in texts.iter().enumerate() {
        ensure(!page.contains(text), || {
            format!("the page holds secret text number {index}")
        })?;
    }
    Ok(())
}

/// How many items of Readmit the keychain holds, asked of it directly.
///
/// # Errors
/// When the keychain does not answer.
pub(super) async fn kept_in_the_keychain(scene: &Scene) -> Result<usize> {
    let answer = scene
        .stage()
        .dbus_send(&[
            "--dest=org.freedesktop.secrets",
            "/org/freedesktop/secrets",
            "org.freedesktop.Secret.Service.SearchItems",
            "dict:string:string:service,Readmit",
        ])
        .await?;
    ensure(answer.contains("array"), || {
        format!("the keychain answers otherwise: {answer}")
    })?;
    Ok(answer.matches("object path").count())
}

/// What the desk's file holds now.
///
/// # Errors
/// When it is not there, or not JSON.
pub(super) fn desk_file(scene: &Scene) -> Result<Value> {
    let file = scene.directory().join("config/readmit/desk.json");
    let text = fs::read_to_string(&file).map_err(|error| Trouble::new(format!("desk.json: {error}")))?;
    Ok(serde_json::from_str(&text)?)
}
