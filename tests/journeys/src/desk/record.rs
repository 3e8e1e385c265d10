//! The record: what was done, found again; whole, tampered with, or cut short.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use fantoccini::key::Key;
use serde_json::json;

use super::{FABRIKAM, OnPort, act, ask_for, close, open_person, text};
use crate::everyone::tab_to;
use crate::scene::Scene;
use crate::trouble::{Result, ensure};
use crate::window::Window;

/// The title of the dialog.
const DIALOG: &str = "Save the record";

/// Two acts on the record, and the room that shows it.
async fn with_two_entries(scene: &mut Scene) -> Result<(OnPort, std::sync::Arc<Window>)> {
    let on = OnPort::set(scene, FABRIKAM, &[], &json!({}))?;
    let window = on.open(scene).await?;
    open_person(&window, "sam", "Sam Okafor").await?;
    act(&window, "switch-on", "done").await?;
    close(&window).await?;
    open_person(&window, "maria", "Maria Rossi").await?;
    ask_for(&window, "send-reset-code").await?;
    window.fill("reason", "Ticket 4711").await?;
    window.press("confirm-act").await?;
    super::ended(&window, "done").await?;
    close(&window).await?;
    window.press("nav-record").await?;
    shows(&window, 2).await?;
    Ok((on, window))
}

async fn shows(window: &Window, entries: u32) -> Result<()> {
    window
        .until_asking(
            &format!("{entries} entries are shown"),
            "return document.querySelectorAll('[data-screen=record] [data-entry]').length === arguments[0]",
            vec![json!(entries)],
        )
        .await
}

/// Newest first, searched, filtered, and whole.
pub(crate) async fn found_again(scene: &mut Scene) -> Result<()> {
    let (_on, window) = with_two_entries(scene).await?;
    window.look("record", "two-entries").await?;
    let newest = text(&window, "[data-entry]").await?;
    ensure(newest.contains("maria"), || {
        format!("the newest entry is: {newest}")
    })?;
    for (typed, entries) in [("4711", 1), ("sam", 1), ("nothing like this", 0), ("", 2)] {
        window.fill("record-search", typed).await?;
        shows(&window, entries).await?;
    }
    window.fill("record-search", "nothing like this").await?;
    text(&window, "[data-screen=record] [data-empty]").await?;
    window.look("record", "nothing-found").await?;
    window.press("show-all").await?;
    shows(&window, 2).await?;
    pick(&window, "record-act", "switch-on").await?;
    shows(&window, 1).await?;
    pick(&window, "record-outcome", "refused").await?;
    shows(&window, 0).await?;
    pick(&window, "record-outcome", "done").await?;
    shows(&window, 1).await?;
    window.click("[data-entry]").await?;
    window
        .find("[data-entry-open][data-outcome=done] [data-change=enabled]")
        .await?;
    window.look("record", "entry").await?;
    window.press("back").await?;
    window.press("verify-record").await?;
    let whole = text(&window, "[data-whole]").await?;
    ensure(whole.contains('2'), || format!("verifying says \"{whole}\""))?;
    window.look("record", "whole").await
}

async fn pick(window: &Window, field: &str, value: &str) -> Result<()> {
    window.did(&format!("picks {value} at {field}"));
    window
        .ask(
            "const select = document.getElementById(arguments[0]); select.value = arguments[1];
            select.dispatchEvent(new Event('change', { bubbles: true }))",
            vec![json!(field), json!(value)],
        )
        .await
        .map(drop)
}

/// Somebody edits the file: the record says from which entry on it isn't as it was written.
pub(crate) async fn tampered_with(scene: &mut Scene) -> Result<()> {
    let (on, _) = with_two_entries(scene).await?;
    scene.close().await?;
    let edit = "import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
guards = db.execute(\"SELECT name, sql FROM sqlite_master WHERE type = 'trigger'\").fetchall()
for name, _ in guards:
    db.execute(f'DROP TRIGGER {name}')
changed = db.execute(\"UPDATE events SET whom = 'nina' WHERE whom = 'sam'\").rowcount
for _, sql in guards:
    db.execute(sql)
db.commit()
sys.exit(0 if changed == 1 else 1)";
    let edited = Command::new("python3")
        .args(["-c", edit])
        .arg(scene.directory().join("config/readmit/record.db"))
        .output()?;
    ensure(edited.status.success(), || {
        format!(
            "the record can't be edited: {}",
            String::from_utf8_lossy(&edited.stderr)
        )
    })?;
    let window = on.open(scene).await?;
    window.press("nav-record").await?;
    window.press("verify-record").await?;
    let broken = text(&window, "[data-broken]").await?;
    window.did(&format!("reads: {broken}"));
    ensure(
        broken.contains("changed from outside") && broken.contains("entry 1 "),
        || format!("verifying says \"{broken}\""),
    )?;
    window.look("record", "tampered-with").await
}

/// Killed after it was sent and before it was answered: the entry stays, as one of which nothing is certain.
pub(crate) async fn killed_meanwhile(scene: &mut Scene) -> Result<()> {
    let on = OnPort::set(scene, FABRIKAM, &[], &json!({}))?;
    let window = on.open(scene).await?;
    open_person(&window, "maria", "Maria Rossi").await?;
    let fault = json!({
        "fault": "latency", "operation": "AdminUserGlobalSignOut", "times": 1, "milliseconds": 60_000,
    });
    on.port.inject(&fault.to_string())?;
    ask_for(&window, "sign-out-everywhere").await?;
    window.press("confirm-act").await?;
    let mut waited = 0;
    while on.port.requests("AdminUserGlobalSignOut")? == 0 {
        waited += 1;
        ensure(waited < 200, || "it was never sent".to_owned())?;
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    drop(window);
    scene.kill().await?;
    on.port.clear_faults()?;
    let window = on.open(scene).await?;
    window.press("nav-record").await?;
    shows(&window, 1).await?;
    window.click("[data-entry]").await?;
    window.find("[data-entry-open][data-outcome=unknown]").await?;
    let entry = text(&window, "[data-entry-open]").await?;
    ensure(entry.contains("Not certain"), || {
        format!("the entry says: {entry}")
    })?;
    window.look("record", "killed-meanwhile").await?;
    window.press("back").await?;
    window.press("verify-record").await?;
    window.find("[data-whole]").await.map(drop)
}

/// Exported as a table and as data, by the system's own dialog; where that can't be written it is said, and it can be
/// tried again.
pub(crate) async fn exported(scene: &mut Scene) -> Result<()> {
    let (_on, window) = with_two_entries(scene).await?;
    window.press("export-csv").await?;
    let nowhere = Path::new("/proc/record.csv");
    scene.stage().answer_file_dialog(DIALOG, nowhere).await?;
    window.told("export-unwritable").await?;
    window.look("record", "export-unwritable").await?;

    for (act, name) in [("export-csv", "record.csv"), ("export-json", "record.json")] {
        let file = scene.directory().join(name);
        scene.stage().focus_window()?;
        tab_to(&window, &format!("[data-act='{act}']")).await?;
        window.key(Key::Enter).await?;
        scene.stage().answer_file_dialog(DIALOG, &file).await?;
        window
            .until(
                "it is said that it is saved",
                "return !!document.querySelector('[data-exported]')",
            )
            .await?;
        let written = fs::read_to_string(&file)?;
        for part in ["maria", "sam", "Ticket 4711"] {
            ensure(written.contains(part), || format!("{name} lacks \"{part}\""))?;
        }
        window.look("record", &format!("saved-{name}")).await?;
    }
    Ok(())
}
