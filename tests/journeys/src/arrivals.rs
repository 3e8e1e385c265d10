//! Connections that arrive while the window is open: a file that is double-clicked, a link that is followed.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use peers::PoolSpec;
use sha2::{Digest, Sha256};

use crate::recovery::{NEW_PASSWORD, Port, RUTH, ask_for_code, change_password};
use crate::scene::Scene;
use crate::trouble::{Result, ensure};

const FILE: &str = r#"{ "readmit": 1, "name": "Contoso customers", "organisation": "Contoso", "region": "eu-central-1",
  "userPoolId": "eu-central-1_C0nt0so", "clientId": "1h57kf5cpq17m0eml12example" }"#;

/// A link, made as `docs/connection-files.md` says.
fn link(file: &str) -> String {
    let hash = Sha256::digest(file.as_bytes());
    let check: String = hash.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!(
        "readmit://connection/READMIT1-{}-{check}",
        URL_SAFE_NO_PAD.encode(file)
    )
}

/// A second start with a file offers it in the window that is open, over what is typed there; declined, all is as it was.
pub(crate) async fn file_and_link(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--practice"]).await?;
    ask_for_code(&window, "jane@example.com").await?;
    window.on("code").await?;
    window.fill("code", "12").await?;
    window.fill("password", "half a pass").await?;
    let file = scene.file("contoso.readmit", FILE)?;
    scene.start_again(&[&file.display().to_string()]).await?;
    window.look("arrived-offer", "over-what-is-typed").await?;
    window.press("not-now").await?;
    window.on("code").await?;
    let typed = [window.value("code").await?, window.value("password").await?];
    ensure(typed == ["12", "half a pass"], || {
        "what was typed is gone".to_owned()
    })?;

    scene.start_again(&[&link(FILE)]).await?;
    window.on("arrived-offer").await?;
    window.press("use-connection").await?;
    window.on("who").await?;
    window
        .until(
            "the window is Contoso's",
            "return document.body.innerText.includes('Contoso')",
        )
        .await
}

/// Hostile links and files are refused by what is wrong with them, and leave everything where it was.
pub(crate) async fn hostile(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--practice"]).await?;
    window.on("who").await?;
    window.fill("username", "jane@exam").await?;
    let with = |key: &str| FILE.replace("\"readmit\"", &format!("{key}, \"readmit\""));
    let secret = with("\"clientSecret\": \"sssssssssssssssssssssssssssssssssssssssssssssssssss\"");
    let insecure = with("\"endpoint\": \"http://pool.example.com\"");
    let huge = scene.file("huge.readmit", vec![b' '; 100 * 1024 * 1024])?;
    for (argument, told) in [
        (link(&secret), "link-with-secret"),
        (link(&insecure), "connection-insecure-endpoint"),
        (link(&with("\"surprise\": true")), "connection-unknown-key"),
        ("readmit://accept/anything".to_owned(), "link-malformed"),
        (
            "readmit://connection/../../etc/passwd".to_owned(),
            "link-malformed",
        ),
        (huge.display().to_string(), "connection-too-large"),
        ("/nowhere/at/all.readmit".to_owned(), "connection-unreadable"),
    ] {
        scene.start_again(&[&argument]).await?;
        window.told(told).await?;
        window.on("who").await?;
        ensure(window.value("username").await? == "jane@exam", || {
            format!("{told}: what was typed is gone")
        })?;
    }
    window.look("who", "link-refused").await
}

/// A program that isn't open yet begins with the question whether to take the file.
pub(crate) async fn at_the_start(scene: &mut Scene) -> Result<()> {
    let port = Port::with_ruth(&PoolSpec::default()).await?;
    let file = port.file(scene)?;
    let window = scene.open(&[&file.display().to_string()]).await?;
    window.on("arrived-offer").await?;
    window.press("use-connection").await?;
    ask_for_code(&window, RUTH).await?;
    window.on("code").await?;
    change_password(&window, &port.code()?, NEW_PASSWORD).await?;
    window.on("done").await
}

/// Settings that were damaged by hand are set aside and named; nothing is written over.
pub(crate) async fn damaged_settings(scene: &mut Scene) -> Result<()> {
    let folder = scene.directory().join("config/readmit");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("settings.json"), "{ \"connection\": ")?;
    let window = scene.open(&[]).await?;
    let text = window.told("settings-set-aside").await?;
    window.look("start", "settings-set-aside").await?;
    ensure(text.contains("settings.json.bad"), || {
        format!("where they are: {text}")
    })?;
    let aside = std::fs::read_to_string(folder.join("settings.json.bad"))?;
    ensure(aside == "{ \"connection\": ", || "they were changed".to_owned())?;
    window.press("practice").await?;
    window.on("who").await
}
