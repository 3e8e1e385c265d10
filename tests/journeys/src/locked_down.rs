//! What the page cannot do, even if somebody else's script ran in it.

use peers::{Answer, Scripted};
use serde_json::{Value, json};

use crate::scene::Scene;
use crate::trouble::{Result, ensure};

/// Calls a command and says how it went.
pub(crate) const INVOKE: &str = "const done = arguments[arguments.length - 1];
    window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1] ?? {}).then(
        () => done('did it'),
        (error) => done('refused: ' + (typeof error === 'string' ? error : JSON.stringify(error))))";

/// The recovery window may call its own commands, and no others: not the desk's, not the framework's.
pub(crate) async fn commands(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&[]).await?;
    window.on("start").await?;
    let global = window
        .text_of("return typeof window.__TAURI__", Vec::new())
        .await?;
    ensure(global == "undefined", || {
        "the framework's functions are within every script's reach".to_owned()
    })?;
    let own = window.ask_later(INVOKE, vec![json!("starting_point")]).await?;
    ensure(own == json!("did it"), || format!("its own command: {own}"))?;
    for command in [
        "open_recovery",
        "desk_start",
        "use_keys",
        "confirm_access",
        "search_users",
        "open_user",
        "perform_act",
        "search_record",
        "change_desk_settings",
        "no_such_command",
        "plugin:window|close",
        "plugin:webview|create_webview_window",
        "plugin:event|emit",
        "plugin:path|resolve_directory",
        "plugin:app|version",
    ] {
        let answer = window.ask_later(INVOKE, vec![json!(command)]).await?;
        let text = answer.as_str().unwrap_or_default();
        let by_access_control = text.contains("not allowed") || text.contains("not found");
        ensure(text.starts_with("refused: ") && by_access_control, || {
            format!("{command}: {answer}")
        })?;
    }
    Ok(())
}

/// The desk window in turn may not recover.
pub(crate) async fn commands_of_the_desk(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--desk"]).await?;
    window.on("welcome").await?;
    for command in [
        "starting_point",
        "forgot_password",
        "practice_people",
        "choose_connection_file",
        "leave_connection",
        "sign_in",
        "choose_own_password",
        "answer_sign_in_code",
        "practice_password",
    ] {
        let answer = window
            .ask_later(INVOKE, vec![json!(command), json!({ "username": "x" })])
            .await?;
        let text = answer.as_str().unwrap_or_default();
        ensure(
            text.starts_with("refused: ") && text.contains("not allowed"),
            || format!("{command}: {answer}"),
        )?;
    }
    Ok(())
}

/// No script but its own runs, and nothing leaves by the page.
pub(crate) async fn page(scene: &mut Scene) -> Result<()> {
    let outside = Scripted::start(vec![Answer::Page(200, "window.outside = true".to_owned())])?;
    let window = scene.open(&["--practice"]).await?;
    window.on("who").await?;
    window.ask(TEMPT, vec![json!(outside.base_url())]).await?;
    let fetched = window.ask_later(FETCH, vec![json!(outside.base_url())]).await?;
    ensure(fetched == json!("refused"), || {
        format!("the page could fetch from elsewhere: {fetched}")
    })?;
    let ran = window
        .ask(
            "return [window.inlined, window.outside, window.handled].some(Boolean)",
            Vec::new(),
        )
        .await?;
    ensure(ran == Value::Bool(false), || {
        "a foreign script ran in the page".to_owned()
    })?;
    let styled = window
        .text_of(
            "return getComputedStyle(document.getElementById('tempted')).position",
            Vec::new(),
        )
        .await?;
    ensure(styled != "fixed", || "an inline style was applied".to_owned())?;
    ensure(outside.requests() == 0, || {
        format!("the page asked elsewhere {} times", outside.requests())
    })?;

    window
        .ask("location.href = arguments[0]", vec![json!(outside.base_url())])
        .await?;
    window.on("who").await?;
    ensure(outside.requests() == 0, || {
        "the page could be led elsewhere".to_owned()
    })
}

/// An inline script, an inline handler, an inline style, and everything that fetches by itself.
const TEMPT: &str = "
    const add = (name, set) => { const e = document.createElement(name); set(e); document.body.append(e); return e; };
    add('script', (e) => { e.textContent = 'window.inlined = true'; });
    add('script', (e) => { e.src = arguments[0] + '/a.js'; });
    add('img', (e) => { e.src = arguments[0] + '/a.png'; e.alt = ''; });
    add('iframe', (e) => { e.src = arguments[0] + '/a.html'; });
    add('link', (e) => { e.rel = 'stylesheet'; e.href = arguments[0] + '/a.css'; });
    add('link', (e) => { e.rel = 'prefetch'; e.href = arguments[0] + '/b.css'; });
    add('object', (e) => { e.data = arguments[0] + '/a.swf'; });
    add('div', (e) => { e.id = 'tempted'; e.setAttribute('style', 'position: fixed'); });
    const button = add('button', (e) => { e.setAttribute('onclick', 'window.handled = true'); });
    button.click(); button.remove();
    navigator.sendBeacon?.(arguments[0] + '/beacon', 'x');
    try { new WebSocket(arguments[0].replace('http', 'ws')); } catch {}
    add('form', (e) => { e.action = arguments[0] + '/form'; e.method = 'post'; }).submit();";

const FETCH: &str = "const done = arguments[arguments.length - 1];
    fetch(arguments[0], { mode: 'no-cors' }).then(() => done('fetched'), () => done('refused'))";

/// A crash writes no memory to disk.
pub(crate) async fn memory(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&[]).await?;
    window.on("start").await?;
    let limits = scene.stage().limits_of(&scene.manner().app)?;
    let line = limits
        .lines()
        .find(|line| line.starts_with("Max core file size"))
        .unwrap_or_default();
    let numbers: Vec<&str> = line.split_whitespace().filter(|word| *word == "0").collect();
    ensure(numbers.len() == 2, || {
        format!("the program can leave a core dump: {line}")
    })
}
