//! A good look at a screen: is it the right one, can everyone use it, does it fit; and a picture of it.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::trouble::{Result, Trouble, ensure};
use crate::window::Window;

/// Waits until what moves has come to rest, and that is painted: one frame applies it, the next has it shown.
const SETTLED: &str = "
    const done = arguments[arguments.length - 1];
    const ending = document.getAnimations().filter((a) => a.effect.getComputedTiming().endTime !== Infinity);
    Promise.allSettled(ending.map((a) => a.finished)).then(() =>
        requestAnimationFrame(() => requestAnimationFrame(() => done(true))));";

/// axe-core's rules for WCAG 2.2 AA, and what it calls best practice.
const AXE_RUN: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, {
        preload: false,
        resultTypes: ['violations'],
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }).then(
        (found) => done(found.violations.map((v) =>
            `${v.id}: ${v.help}: ` + v.nodes.map((n) => `${n.target.join(' ')} (${n.any.concat(n.all, n.none).map((c) => c.message).join('; ')})`).join(', '))),
        (error) => done(['axe failed: ' + error]),
    );";

/// What sticks out to the right, or is cut off there.
const OVERFLOW: &str = "
    const width = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll('body *')].filter((e) => e.checkVisibility()
        && !e.closest('.visually-hidden') && e.getBoundingClientRect().right > width + 1);
    const scrolls = document.documentElement.scrollWidth > width || document.body.scrollWidth > width;
    return scrolls || wide.length > 0
        ? `${document.documentElement.scrollWidth} of ${width} px: ` + wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 120)).join(' | ')
        : ''";

impl Window {
    /// Looks at a screen in a certain state.
    ///
    /// # Errors
    /// When it is another screen, axe-core finds anything, it does not fit, or has no title or language.
    pub(crate) async fn look(&self, screen: &str, state: &str) -> Result<()> {
        self.on(screen).await?;
        let file = self.manner().picture(screen, state);
        if file.is_some() {
            self.point_away().await?;
        }
        self.ask_later(SETTLED, Vec::new()).await?;
        if let Some(file) = file {
            save(&file, &self.picture().await?)?;
            if self.manner().aloud {
                println!("     picture: {}", file.display());
            }
        }
        let place = format!("{screen}, {state}");
        let language = self
            .text_of("return document.documentElement.lang", Vec::new())
            .await?;
        ensure(language.starts_with(&self.manner().language), || {
            format!("{place}: the page says it speaks \"{language}\"")
        })?;
        let title = self.text_of("return document.title", Vec::new()).await?;
        ensure(!title.trim().is_empty(), || {
            format!("{place}: the page has no title")
        })?;
        let overflow = self.text_of(OVERFLOW, Vec::new()).await?;
        ensure(overflow.is_empty(), || {
            format!("{place}: does not fit in width: {overflow}")
        })?;
        self.axe(&place).await
    }

    /// axe-core, in the page itself.
    async fn axe(&self, place: &str) -> Result<()> {
        if self.ask("return !window.axe", Vec::new()).await? == Value::Bool(true) {
            self.ask(axe_core()?, Vec::new()).await?;
        }
        let found = self.ask_later(AXE_RUN, Vec::new()).await?;
        let found: Vec<&str> = found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        ensure(found.is_empty(), || {
            format!("{place}: axe-core finds:\n      {}", found.join("\n      "))
        })
    }

    /// Zooms the page this many times.
    ///
    /// # Errors
    /// When the page does not answer.
    pub(crate) async fn zoom(&self, factor: f64) -> Result<()> {
        self.did(&format!("zooms to {:.0} %", factor * 100.0));
        // What Ctrl and + call, five times in a row for 200 %.
        let script = "const done = arguments[arguments.length - 1];
            window.__TAURI_INTERNALS__.invoke('plugin:webview|set_webview_zoom', { value: arguments[0] })
                .then(() => done('zoomed'), (error) => done(`${error}`))";
        let answer = self.ask_later(script, vec![json!(factor)]).await?;
        ensure(answer == json!("zoomed"), || {
            format!("zooming was refused: {answer}")
        })?;
        // The page hears of it a little later; what is pressed before that is missed.
        self.until_asking(
            "the page is zoomed",
            "return Math.abs(innerWidth * arguments[0] - outerWidth) <= arguments[0]",
            vec![json!(factor)],
        )
        .await?;
        self.ask_later(SETTLED, Vec::new()).await.map(drop)
    }
}

/// Writes a picture.
///
/// # Errors
/// When the file cannot be written.
pub(crate) fn save(file: &Path, picture: &[u8]) -> Result<()> {
    if let Some(directory) = file.parent() {
        fs::create_dir_all(directory)?;
    }
    fs::write(file, picture).map_err(|error| Trouble::new(format!("{}: {error}", file.display())))
}

/// axe-core's program text, from the page's packages.
fn axe_core() -> Result<&'static str> {
    static TEXT: std::sync::OnceLock<std::result::Result<String, String>> = std::sync::OnceLock::new();
    TEXT.get_or_init(|| {
        let file = crate::repository().join("node_modules/axe-core/axe.min.js");
        fs::read_to_string(&file).map_err(|error| format!("{}: {error}; `npm ci` brings it", file.display()))
    })
    .as_deref()
    .map_err(|text| Trouble::new(text.clone()))
}
