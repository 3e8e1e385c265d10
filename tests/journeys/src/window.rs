//! The app's window, used as a person would: read, press, type, wait.
//!
//! Things are found by what the page says they are: `data-screen`, `data-act`, `data-failure` and the
//! fields' ids. Every step is written down in the words on the page, and is what a failed journey shows.

use std::path::Path;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::time::{sleep, timeout};

use crate::manner::Manner;
use crate::secrets::{SHOWN, Secrets};
use crate::trouble::{Result, Trouble, ensure};

/// How long a person would wait before calling it stuck. Generous: two journeys share a small machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long one word with the WebDriver may take, so that a hung web view fails one journey and no more.
const ANSWER: Duration = Duration::from_secs(30);

/// The fields whose content nobody but the person should know.
const PRIVATE: [&str; 5] = [
    "username",
    "password",
    "access-key-id",
    "secret-access-key",
    "session-token",
];

/// The screens that nothing stands in front of: those of the newest open dialog that has any, else those in sight.
/// What is inert is behind something, even where it shines through.
pub(crate) const IN_FRONT: &str = "const inFront = () => {
    const all = [...document.querySelectorAll('[data-screen]')].filter((e) =>
        e.checkVisibility({ visibilityProperty: true }) && !e.closest('[inert]'));
    const dialogs = [...document.querySelectorAll('dialog[open]')].filter((d) => all.some((e) => d.contains(e)));
    const newest = dialogs.at(-1);
    return newest ? all.filter((e) => newest.contains(e)) : all;
};";

/// The app's one open window.
pub(crate) struct Window {
    client: Client,
    manner: Manner,
    steps: Mutex<Vec<String>>,
    private: Mutex<Vec<String>>,
    secrets: Mutex<Secrets>,
}

impl Window {
    /// Starts the app, or what is to be started in its place, with these arguments, and waits for its page.
    ///
    /// # Errors
    /// When it does not start, or shows no page.
    pub(crate) async fn open(driver: &str, manner: &Manner, app: &Path, arguments: &[&str]) -> Result<Self> {
        let mut arguments: Vec<&str> = arguments.to_vec();
        // Every journey is walked with the log at its most talkative, and the log searched afterwards.
        arguments.extend(["--language", &manner.language, "--log-level", "trace"]);
        let mut wanted = Capabilities::new();
        wanted.insert(
            "webkitgtk:browserOptions".to_owned(),
            json!({ "binary": app, "args": arguments }),
        );
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let opening = builder.capabilities(wanted).connect(driver);
        let client = timeout(ANSWER * 2, opening)
            .await
            .map_err(|_| Trouble::new("the app's web view does not answer"))?
            .map_err(|error| Trouble::new(format!("the app cannot be driven: {error}")))?;
        let window = Self {
            client,
            manner: manner.clone(),
            steps: Mutex::default(),
            private: Mutex::default(),
            secrets: Mutex::default(),
        };
        window.did(&format!("opens Readmit {}", arguments.join(" ")));
        window
            .until(
                "the page is there",
                "return !!document.querySelector('[data-screen]')",
            )
            .await?;
        Ok(window)
    }

    /// Closes the app.
    ///
    /// # Errors
    /// When it does not close.
    pub(crate) async fn close(&self) -> Result<()> {
        // A page that can't be asked any more shows nothing.
        let _gone = self.see_secrets().await;
        Ok(timeout(ANSWER, self.client.clone().close()).await??)
    }

    /// The user names and passwords that were typed here.
    pub(crate) fn private(&self) -> Vec<String> {
        self.private
            .lock()
            .map(|private| private.clone())
            .unwrap_or_default()
    }

    /// Remembers a text that nobody but the person should know, so that it is looked for in what the app wrote.
    pub(crate) fn is_private(&self, text: &str) {
        // Shorter ones could be part of anything.
        if text.len() >= 8
            && let Ok(mut private) = self.private.lock()
        {
            private.push(text.to_owned());
        }
    }

    /// What was typed and shown here, and must not be in any log.
    pub(crate) fn secrets(&self) -> Secrets {
        self.secrets
            .lock()
            .map(|secrets| secrets.clone())
            .unwrap_or_default()
    }

    fn is_secret(&self, kind: &str, text: &str) {
        if let Ok(mut secrets) = self.secrets.lock() {
            secrets.add(kind, text);
        }
    }

    /// Remembers what the page shows for one person's eyes.
    async fn see_secrets(&self) -> Result<()> {
        let shown = self.ask(SHOWN, Vec::new()).await?;
        for pair in shown.as_array().into_iter().flatten() {
            if let (Some(kind), Some(text)) = (pair[0].as_str(), pair[1].as_str()) {
                self.is_secret(kind, text);
            }
        }
        Ok(())
    }

    /// Makes the window this large, in pixels.
    ///
    /// # Errors
    /// When it cannot be.
    pub(crate) async fn resize(&self, width: u32, height: u32) -> Result<()> {
        self.did(&format!("makes the window {width} by {height}"));
        timeout(ANSWER, self.client.set_window_size(width, height)).await??;
        self.until_asking(
            "the window is that wide",
            "return innerWidth === arguments[0]",
            vec![json!(width)],
        )
        .await
    }

    /// Writes down a step.
    pub(crate) fn did(&self, step: &str) {
        if let Ok(mut steps) = self.steps.lock() {
            steps.push(step.to_owned());
            if self.manner.aloud {
                println!("{:3}. {step}", steps.len());
            }
        }
    }

    /// The steps so far, one a line.
    pub(crate) fn steps(&self) -> String {
        self.steps
            .lock()
            .map(|steps| steps.join("\n    "))
            .unwrap_or_default()
    }

    /// How this journey is walked.
    pub(crate) fn manner(&self) -> &Manner {
        &self.manner
    }

    /// Runs a script in the page; `arguments[0]` and on are `arguments`.
    ///
    /// # Errors
    /// When it throws, or nothing comes back.
    pub(crate) async fn ask(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(timeout(ANSWER, self.client.execute(script, arguments)).await??)
    }

    /// Runs a script that answers by calling its last argument.
    ///
    /// # Errors
    /// When it throws, or nothing comes back.
    pub(crate) async fn ask_later(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(timeout(ANSWER, self.client.execute_async(script, arguments)).await??)
    }

    /// A picture of the window, as PNG.
    ///
    /// # Errors
    /// When none comes back.
    pub(crate) async fn picture(&self) -> Result<Vec<u8>> {
        Ok(timeout(ANSWER, self.client.screenshot()).await??)
    }

    /// Waits until a script gives true.
    ///
    /// # Errors
    /// When it does not in time; `what` says what was waited for.
    pub(crate) async fn until(&self, what: &str, script: &str) -> Result<()> {
        self.until_with(what, script, Vec::new(), PATIENCE).await
    }

    /// The same, for a script that asks with arguments.
    ///
    /// # Errors
    /// When it does not in time.
    pub(crate) async fn until_asking(&self, what: &str, script: &str, arguments: Vec<Value>) -> Result<()> {
        self.until_with(what, script, arguments, PATIENCE).await
    }

    /// The same, for what takes its time by design, such as the cool-down of a second code.
    ///
    /// # Errors
    /// When it does not in time.
    pub(crate) async fn until_patiently(&self, what: &str, script: &str) -> Result<()> {
        self.until_with(what, script, Vec::new(), PATIENCE * 3).await
    }

    /// The same, with arguments and a patience of its own.
    ///
    /// # Errors
    /// When it does not in time.
    async fn until_with(
        &self,
        what: &str,
        script: &str,
        arguments: Vec<Value>,
        patience: Duration,
    ) -> Result<()> {
        let start = Instant::now();
        loop {
            if self.ask(script, arguments.clone()).await? == Value::Bool(true) {
                return Ok(());
            }
            if start.elapsed() > patience {
                let seen = self.seen().await.unwrap_or_default();
                return Err(Trouble::new(format!(
                    "waited in vain until {what}; the page shows: {seen}"
                )));
            }
            sleep(Duration::from_millis(40)).await;
        }
    }

    /// What can be read on the page, shortened.
    ///
    /// # Errors
    /// When the page does not answer.
    pub(crate) async fn seen(&self) -> Result<String> {
        let script = format!(
            "{IN_FRONT} return '[' + (inFront().map((e) => e.dataset.screen).join(' ') || 'no screen') + '] '
            + document.body.innerText.replace(/\\s+/g, ' ').slice(0, 700)"
        );
        self.text_of(&script, Vec::new()).await
    }

    /// A script's answer as text; nothing is the empty text.
    ///
    /// # Errors
    /// When it throws, or nothing comes back.
    pub(crate) async fn text_of(&self, script: &str, arguments: Vec<Value>) -> Result<String> {
        match self.ask(script, arguments).await? {
            Value::String(text) => Ok(text),
            Value::Null => Ok(String::new()),
            other => Ok(other.to_string()),
        }
    }

    /// Waits for a screen, or a dialog that is one, to be in front: in sight, and not behind anything.
    ///
    /// # Errors
    /// When it does not come.
    pub(crate) async fn on(&self, screen: &str) -> Result<()> {
        self.until_with(
            &format!("the screen is \"{screen}\""),
            &format!("{IN_FRONT} return inFront().some((e) => e.dataset.screen === arguments[0])"),
            vec![json!(screen)],
            PATIENCE,
        )
        .await?;
        let heading = self
            .text_of(
                &format!("{IN_FRONT} return inFront().find((e) => e.dataset.screen === arguments[0])?.querySelector('h1, h2')?.innerText"),
                vec![json!(screen)],
            )
            .await?;
        self.did(&format!("is on \"{}\"", heading.trim()));
        Ok(())
    }

    /// The first thing that matches and can be seen, waited for.
    ///
    /// # Errors
    /// When there is none in time.
    pub(crate) async fn find(&self, selector: &str) -> Result<Element> {
        let start = Instant::now();
        loop {
            for element in timeout(ANSWER, self.client.find_all(Locator::Css(selector))).await?? {
                if timeout(ANSWER, element.is_displayed()).await?.unwrap_or(false) {
                    return Ok(element);
                }
            }
            if start.elapsed() > PATIENCE {
                let seen = self.seen().await.unwrap_or_default();
                return Err(Trouble::new(format!(
                    "there is no {selector}; the page shows: {seen}"
                )));
            }
            sleep(Duration::from_millis(40)).await;
        }
    }

    /// Whether something that matches can be seen now.
    ///
    /// # Errors
    /// When the page does not answer.
    pub(crate) async fn shows(&self, selector: &str) -> Result<bool> {
        for element in timeout(ANSWER, self.client.find_all(Locator::Css(selector))).await?? {
            if timeout(ANSWER, element.is_displayed()).await?.unwrap_or(false) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Presses the button or link for an act.
    ///
    /// # Errors
    /// When it is not there, or cannot be pressed.
    pub(crate) async fn press(&self, act: &str) -> Result<()> {
        self.click(&format!("[data-act='{act}']")).await
    }

    /// Clicks what matches, once it is enabled.
    ///
    /// # Errors
    /// When it is not there, or cannot be clicked.
    pub(crate) async fn click(&self, selector: &str) -> Result<()> {
        let script =
            "const found = [...document.querySelectorAll(arguments[0])].find((e) => e.checkVisibility());
            return !!found && !found.disabled && found.getAttribute('aria-disabled') !== 'true'";
        self.until_with(
            &format!("{selector} can be pressed"),
            script,
            vec![json!(selector)],
            PATIENCE,
        )
        .await?;
        self.see_secrets().await?;
        let element = self.find(selector).await?;
        let words = timeout(ANSWER, element.text()).await?.unwrap_or_default();
        let words = if words.trim().is_empty() {
            selector.to_owned()
        } else {
            words.trim().replace('\n', " ")
        };
        self.did(&format!("presses \"{words}\""));
        Ok(timeout(ANSWER, element.click()).await??)
    }

    /// Moves the mouse to where nothing is, so that nothing looks pointed at.
    ///
    /// # Errors
    /// When the web view does not take it.
    pub(crate) async fn point_away(&self) -> Result<()> {
        let corner = PointerAction::MoveTo {
            duration: None,
            x: 1.0,
            y: 1.0,
        };
        let mouse = MouseActions::new("mouse".to_owned()).then(corner);
        Ok(timeout(ANSWER, self.client.perform_actions(mouse)).await??)
    }

    /// Puts the caret in a field and removes what is in it, as a person does before typing anew.
    async fn empty(&self, field: &str, text: &str) -> Result<Element> {
        if PRIVATE.contains(&field) {
            self.is_private(text);
        }
        self.is_secret(&format!("what was typed into {field}"), text);
        let element = self.find(&format!("#{field}")).await?;
        self.ask(
            "arguments[0].focus(); arguments[0].select()",
            vec![serde_json::to_value(&element)?],
        )
        .await?;
        if !self.value(field).await?.is_empty() {
            timeout(ANSWER, element.send_keys(&char::from(Key::Backspace).to_string())).await??;
        }
        Ok(element)
    }

    /// Types a text into a field, key by key, over what was in it.
    ///
    /// # Errors
    /// When the field is not there.
    pub(crate) async fn fill(&self, field: &str, text: &str) -> Result<()> {
        let element = self.empty(field, text).await?;
        self.did(&format!("types the {field}"));
        if !text.is_empty() {
            timeout(ANSWER, element.send_keys(text)).await??;
        }
        Ok(())
    }

    /// Pastes a text into a field, over what was in it: also what no keyboard has.
    ///
    /// # Errors
    /// When the field is not there.
    pub(crate) async fn paste(&self, field: &str, text: &str) -> Result<()> {
        let element = self.empty(field, text).await?;
        self.did(&format!("pastes the {field}"));
        let script = "arguments[0].focus(); arguments[0].select();
            if (arguments[1] !== '') document.execCommand('insertText', false, arguments[1])";
        self.ask(script, vec![serde_json::to_value(&element)?, json!(text)])
            .await?;
        Ok(())
    }

    /// What is in a field now.
    ///
    /// # Errors
    /// When the field is not there.
    pub(crate) async fn value(&self, field: &str) -> Result<String> {
        self.text_of(
            "return document.getElementById(arguments[0]).value",
            vec![json!(field)],
        )
        .await
    }

    /// Presses one key where the focus is.
    ///
    /// # Errors
    /// When the web view does not take it.
    pub(crate) async fn key(&self, key: Key) -> Result<()> {
        let value = char::from(key);
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        timeout(ANSWER, self.client.perform_actions(keys)).await??;
        Ok(timeout(ANSWER, self.client.release_actions()).await??)
    }

    /// Types where the focus is.
    ///
    /// # Errors
    /// When the web view does not take it.
    pub(crate) async fn type_here(&self, text: &str) -> Result<()> {
        self.is_secret("what was typed", text);
        let mut keys = KeyActions::new("keyboard".to_owned());
        for value in text.chars() {
            keys = keys.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        timeout(ANSWER, self.client.perform_actions(keys)).await??;
        Ok(timeout(ANSWER, self.client.release_actions()).await??)
    }

    /// Waits until a failure is shown, and gives its text.
    ///
    /// # Errors
    /// When another one, or none, is shown.
    pub(crate) async fn told(&self, code: &str) -> Result<String> {
        self.told_within(code, PATIENCE).await
    }

    /// The same, with a patience of its own.
    ///
    /// # Errors
    /// When another one, or none, is shown.
    pub(crate) async fn told_within(&self, code: &str, patience: Duration) -> Result<String> {
        let script = "return [...document.querySelectorAll('[data-failure]')].some((e) => e.dataset.failure === arguments[0] && e.checkVisibility())";
        let waited = self
            .until_with(
                &format!("\"{code}\" is told"),
                script,
                vec![json!(code)],
                patience,
            )
            .await;
        if let Err(trouble) = waited {
            let told = self
                .text_of("return [...document.querySelectorAll('[data-failure]')].map((e) => e.dataset.failure).join(', ')", Vec::new())
                .await?;
            return Err(Trouble::new(format!("{trouble} (told: {told})")));
        }
        let text = self
            .text_of(
                "return document.querySelector(`[data-failure='${arguments[0]}']`).innerText",
                vec![json!(code)],
            )
            .await?;
        ensure(!text.trim().is_empty(), || {
            format!("\"{code}\" is told without a word")
        })?;
        self.did(&format!("is told: {}", text.trim().replace('\n', " ")));
        Ok(text)
    }

    /// The failures that are shown now.
    ///
    /// # Errors
    /// When the page does not answer.
    pub(crate) async fn failures(&self) -> Result<Vec<String>> {
        let found = self
            .ask("return [...document.querySelectorAll('[data-failure]')].filter((e) => e.checkVisibility()).map((e) => e.dataset.failure)", Vec::new())
            .await?;
        Ok(found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|code| code.as_str().map(str::to_owned))
            .collect())
    }

    /// Whether a field is marked as wrong, and says why to a screen reader as well.
    ///
    /// # Errors
    /// When the field is not there.
    pub(crate) async fn is_marked(&self, field: &str) -> Result<bool> {
        let script = "const field = document.getElementById(arguments[0]);
            const told = (field.getAttribute('aria-errormessage') ?? '') + ' ' + (field.getAttribute('aria-describedby') ?? '');
            return field.getAttribute('aria-invalid') === 'true'
                && told.split(' ').some((id) => id && document.getElementById(id)?.innerText.trim())";
        Ok(self.ask(script, vec![json!(field)]).await? == Value::Bool(true))
    }
}
