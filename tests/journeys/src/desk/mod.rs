//! The help desk: access to AWS, the users, what is wrong with them, what can be done, and the record of it.

pub(crate) mod access;
pub(crate) mod acts;
pub(crate) mod connect;
pub(crate) mod diagnosis;
pub(crate) mod identity_center;
pub(crate) mod lock;
pub(crate) mod passwords;
pub(crate) mod record;
pub(crate) mod settings;
pub(crate) mod users;
mod way_in;

use std::fs;
use std::sync::Arc;

use peers::{Administrator, MadePool, PracticePort};
use serde_json::{Value, json};

use crate::scene::Scene;
use crate::trouble::{Result, Trouble, ensure};
use crate::window::Window;

/// A seeded pool of the practice pool, as the program prints it when it starts.
#[derive(Clone, Copy)]
pub(crate) struct Seeded {
    pub(crate) name: &'static str,
    pub(crate) id: &'static str,
    client: &'static str,
    secret: Option<&'static str>,
}

/// People sign in with their email, and are named by an id.
pub(crate) const NORTHWIND: Seeded = Seeded {
    name: "Northwind",
    id: "eu-central-1_Nw1ndPrct",
    client: "4n0rthw1ndpract1ceclient26",
    secret: Some("1northwindpracticeclientsecretof51charactersxxxxxxx"),
};

/// People have user names.
pub(crate) const FABRIKAM: Seeded = Seeded {
    name: "Fabrikam",
    id: "eu-central-1_Fabr1kam0",
    client: "7fabr1kampract1ceclientid0",
    secret: None,
};

/// Only administrators reset passwords, and everybody needs a second factor.
pub(crate) const TAILSPIN: Seeded = Seeded {
    name: "Tailspin",
    id: "eu-central-1_Ta1lsp1n0",
    client: "5ta1lsp1npract1ceclientid0",
    secret: None,
};

/// The password of every seeded person who has one.
pub(crate) const PASSWORD: &str = "Practice-Pool-2026";

impl Seeded {
    /// The same, as whoever signs in there from outside wants it.
    pub(crate) fn made(self) -> MadePool {
        MadePool {
            region: "eu-central-1".to_owned(),
            pool_id: self.id.to_owned(),
            client_id: self.client.to_owned(),
            client_secret: self.secret.map(str::to_owned),
        }
    }
}

/// Opens the desk on the practice pools, by the page.
///
/// # Errors
/// When they don't open.
pub(crate) async fn practise(scene: &mut Scene) -> Result<Arc<Window>> {
    let window = scene.open(&["--desk"]).await?;
    window.on("welcome").await?;
    window.press("practice").await?;
    window.on("users").await?;
    window.find("#people [data-user]").await?;
    Ok(window)
}

/// Turns to another of the pools.
///
/// # Errors
/// When it isn't there.
pub(crate) async fn turn_to(window: &Window, pool: Seeded) -> Result<()> {
    window.press("nav-connection").await?;
    window.click(&format!("[data-connection='{}']", pool.id)).await?;
    window
        .until_asking(
            "the desk works on that pool",
            "return !document.querySelector('dialog[open]')
                && document.querySelector('[data-act=nav-connection]').innerText.includes(arguments[0])
                && !!document.querySelector('#people [data-user]')",
            vec![json!(pool.name)],
        )
        .await
}

/// The practice pool on a port, and the desk's own files that lead there.
pub(crate) struct OnPort {
    pub(crate) port: PracticePort,
    pub(crate) pool: Seeded,
}

impl OnPort {
    /// Starts the pool, and sets this person's computer up for it: a profile with its access key, and a
    /// connection to `pool` with these settings.
    ///
    /// # Errors
    /// When it does not start, or a file can't be written.
    pub(crate) fn set(scene: &Scene, pool: Seeded, arguments: &[&str], settings: &Value) -> Result<Self> {
        let port = PracticePort::start(arguments)?;
        let home = scene.directory();
        fs::create_dir_all(home.join(".aws"))?;
        fs::write(
            home.join(".aws/credentials"),
            "[desk]\naws_access_key_id = practice\naws_secret_access_key = practice-secret\n",
        )?;
        let production = settings.get("production").cloned().unwrap_or(json!(false));
        let mut rules = settings.clone();
        if let Some(rules) = rules.as_object_mut() {
            rules.remove("production");
        }
        let kept = json!({
            "access": {
                "way": { "kind": "profile", "name": "desk" }, "role": null, "region": "eu-central-1",
            },
            "connections": [{
                "id": pool.id, "name": pool.name, "region": "eu-central-1", "poolId": pool.id,
                "clientId": pool.client, "clientName": "readmit", "colour": "blue", "production": production,
            }],
            "current": pool.id,
            "settings": rules,
            "endpoints": { "cognito": port.base_url(), "sts": port.base_url() },
        });
        let folder = home.join("config/readmit");
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("desk.json"), kept.to_string())?;
        Ok(Self { port, pool })
    }

    /// Opens the desk there.
    ///
    /// # Errors
    /// When it doesn't open on the users.
    pub(crate) async fn open(&self, scene: &mut Scene) -> Result<Arc<Window>> {
        let window = scene.open(&["--desk"]).await?;
        window.on("users").await?;
        window.find("#people [data-user]").await?;
        Ok(window)
    }

    /// Somebody else, who looks at the pool and changes it from outside.
    pub(crate) fn outside(&self) -> Administrator {
        self.port.administrator()
    }

    /// How a user stands, read from outside.
    ///
    /// # Errors
    /// When nobody has that name.
    pub(crate) async fn seen(&self, username: &str) -> Result<Seen> {
        let outside = self.outside();
        let asked = outside.client().admin_get_user();
        let user = asked
            .user_pool_id(self.pool.id)
            .username(username)
            .send()
            .await
            .map_err(|error| Trouble::new(format!("{username} can't be read: {error:?}")))?;
        let verified = |name: &str| {
            let mut all = user.user_attributes().iter();
            all.any(|each| each.name() == name && each.value() == Some("true"))
        };
        Ok(Seen {
            status: user
                .user_status()
                .map(|status| status.as_str().to_owned())
                .unwrap_or_default(),
            enabled: user.enabled(),
            email_verified: verified("email_verified"),
            phone_verified: verified("phone_number_verified"),
            factors: user.user_mfa_setting_list().to_vec(),
        })
    }
}

/// How a user stands.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) status: String,
    pub(crate) enabled: bool,
    pub(crate) email_verified: bool,
    pub(crate) phone_verified: bool,
    pub(crate) factors: Vec<String>,
}

/// Searches for a text.
///
/// # Errors
/// When there is no search.
pub(crate) async fn search(window: &Window, text: &str) -> Result<()> {
    window.fill("search", text).await
}

/// Waits until the list shows these names and no others, in any order.
///
/// # Errors
/// When it doesn't.
pub(crate) async fn finds(window: &Window, names: &[&str]) -> Result<()> {
    window
        .until_asking(
            &format!("the list shows {}", names.join(", ")),
            "const rows = [...document.querySelectorAll('#people [data-user] b')].map((e) => e.innerText.trim()).sort();
            return document.querySelector('.people').getAttribute('aria-busy') !== 'true'
                && rows.join('|') === [...arguments[0]].sort().join('|')",
            vec![json!(names)],
        )
        .await?;
    window.did(&format!("finds {}", names.join(", ")));
    Ok(())
}

/// Searches for a text that finds one person, and opens them. Gives their user name.
///
/// # Errors
/// When it finds anybody else, or the card doesn't come.
pub(crate) async fn open_person(window: &Window, text: &str, name: &str) -> Result<String> {
    search(window, text).await?;
    finds(window, &[name]).await?;
    let username = window
        .text_of(
            "return document.querySelector('#people [data-user]').dataset.user",
            Vec::new(),
        )
        .await?;
    window.click("#people [data-user]").await?;
    is_open(window, &username).await?;
    Ok(username)
}

/// Waits until somebody's card is there.
///
/// # Errors
/// When it doesn't come.
pub(crate) async fn is_open(window: &Window, username: &str) -> Result<()> {
    window
        .until_asking(
            "the card is there",
            "const card = document.querySelector('[data-screen=card]');
            return card.dataset.open === arguments[0] && !!card.querySelector('[data-finding]')
                && card.querySelector('[data-act=look-again]')?.getAttribute('aria-busy') !== 'true'",
            vec![json!(username)],
        )
        .await
}

/// A text on the page.
///
/// # Errors
/// When what matches isn't there.
pub(crate) async fn text(window: &Window, selector: &str) -> Result<String> {
    window.find(selector).await?;
    let text = window
        .text_of(
            "return [...document.querySelectorAll(arguments[0])].find((e) => e.checkVisibility()).innerText.trim()",
            vec![json!(selector)],
        )
        .await?;
    ensure(!text.is_empty(), || format!("{selector} says nothing"))?;
    Ok(text)
}

/// Presses the button on the card for an act, in the sentence or in the list, and waits for the question.
///
/// # Errors
/// When the act isn't offered.
pub(crate) async fn ask_for(window: &Window, act: &str) -> Result<()> {
    window.press(&format!("act-{act}")).await?;
    window.on("act-confirm").await
}

/// Does an act from its button to what came of it, which has to be the outcome given; the news stays open.
///
/// # Errors
/// When it isn't offered, or ends otherwise.
pub(crate) async fn act(window: &Window, act: &str, outcome: &str) -> Result<()> {
    ask_for(window, act).await?;
    window.press("confirm-act").await?;
    ended(window, outcome).await
}

/// Waits for what came of an act.
///
/// # Errors
/// When it is another outcome.
pub(crate) async fn ended(window: &Window, outcome: &str) -> Result<()> {
    window
        .find(&format!("[data-screen=act-done] [data-outcome='{outcome}']"))
        .await?;
    window.on("act-done").await
}

/// Closes what is in front.
///
/// # Errors
/// When it stays.
pub(crate) async fn close(window: &Window) -> Result<()> {
    window.press("done").await?;
    window
        .until(
            "nothing is in front",
            "return !document.querySelector('dialog[open]')",
        )
        .await
}
