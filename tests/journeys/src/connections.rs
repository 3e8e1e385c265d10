//! Connections: files, setup codes, keeping one and leaving it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use peers::{HelpDesk, PoolSpec, connection_file};
use sha2::{Digest, Sha256};

use crate::recovery::{NEW_PASSWORD, Port, RUTH, ask_for_code, change_password};
use crate::scene::Scene;
use crate::trouble::{Result, ensure};

/// A good connection file, to be spoilt.
const GOOD: &str = r#"{ "readmit": 1, "name": "Northwind", "region": "eu-central-1",
  "userPoolId": "eu-central-1_Nw1ndTest", "clientId": "1h57kf5cpq17m0eml12example" }"#;

/// The setup code of a connection file: the text, and the beginning of its hash against slips.
fn setup_code(file: &str) -> String {
    let hash = Sha256::digest(file.as_bytes());
    let check: String = hash.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("READMIT1-{}-{check}", URL_SAFE_NO_PAD.encode(file))
}

/// Bad files are refused by name of what is wrong, and the first screen still offers everything else.
pub(crate) async fn bad_files(scene: &mut Scene) -> Result<()> {
    let with = |from: &str, to: &str| GOOD.replace(from, to);
    let huge = format!("{}{}", GOOD, " ".repeat(100 * 1024 * 1024));
    let cut = GOOD.get(..GOOD.len() / 2).unwrap_or_default();
    for (content, told) in [
        (String::new(), "connection-empty"),
        (" \n".to_owned(), "connection-empty"),
        (cut.to_owned(), "connection-cut-short"),
        (huge, "connection-too-large"),
        (
            "Dear colleague, here is the file.".to_owned(),
            "connection-malformed",
        ),
        (
            with("\"readmit\"", "\"colour\": \"blue\", \"readmit\""),
            "connection-unknown-key",
        ),
        (
            with(
                "\"readmit\"",
                "\"endpoint\": \"http://pool.example.com\", \"readmit\"",
            ),
            "connection-insecure-endpoint",
        ),
        (
            with("\"region\": \"eu-central-1\"", "\"region\": \"us-east-1\""),
            "connection-wrong-region",
        ),
        (
            with("\"clientId\": \"", "\"clientId\": \"not an id "),
            "connection-wrong-value",
        ),
        (with("\"readmit\": 1", "\"readmit\": 2"), "connection-newer"),
    ] {
        let file = scene.file("bad.readmit", content)?;
        let window = scene.open_file(&file).await?;
        window.on("start").await?;
        let text = window.told(told).await?;
        window.look("start", told).await?;
        if told == "connection-unknown-key" {
            ensure(text.contains("colour"), || {
                format!("it is not told which key: {text}")
            })?;
        }
    }
    let window = scene.open(&["--connection", "/nowhere/at/all.readmit"]).await?;
    window.told("connection-unreadable").await?;
    window.press("practice").await?;
    window.on("who").await
}

/// Bad setup codes are refused where they were pasted, and stay there.
pub(crate) async fn bad_setup_codes(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&[]).await?;
    window.on("start").await?;
    window.press("paste-code").await?;
    window.look("setup-code", "empty").await?;
    let good = setup_code(GOOD);
    let cut = good.get(..good.len() - 30).unwrap_or_default();
    let insecure = setup_code(&GOOD.replace(
        "\"readmit\"",
        "\"endpoint\": \"http://pool.example.com\", \"readmit\"",
    ));
    for (code, told) in [
        ("", "setup-code-empty"),
        ("hello there", "setup-code-malformed"),
        (cut, "setup-code-incomplete"),
        (
            good.replacen("READMIT1-e", "READMIT1-f", 1).as_str(),
            "setup-code-incomplete",
        ),
        (insecure.as_str(), "connection-insecure-endpoint"),
    ] {
        window.paste("setup-code", code).await?;
        window.press("read-code").await?;
        window.told(told).await?;
        window.look("setup-code", told).await?;
        ensure(window.is_marked("setup-code").await?, || {
            format!("{told}: the field is not marked")
        })?;
        ensure(window.value("setup-code").await? == code, || {
            format!("{told}: what was pasted is gone")
        })?;
    }
    // With the line breaks that a mail program put in.
    let broken: Vec<String> = good
        .as_bytes()
        .chunks(40)
        .map(|line| String::from_utf8_lossy(line).into_owned())
        .collect();
    window.paste("setup-code", &broken.join("\n")).await?;
    window.press("read-code").await?;
    window.look("confirm-connection", "amazon").await?;
    window.press("back").await?;
    window.on("setup-code").await
}

/// A connection with a secret is taken, is there at the next start, works, and can be left again.
pub(crate) async fn kept(scene: &mut Scene) -> Result<()> {
    let port = Port::with_ruth(&PoolSpec {
        secret: true,
        ..PoolSpec::default()
    })
    .await?;
    let secret = port.pool.client_secret.clone().unwrap_or_default();
    take(scene, &port).await?;
    let config = scene.directory().join("config");
    ensure(!holds(&config, &secret)?, || {
        "the client secret is in a file".to_owned()
    })?;

    let window = scene.open(&[]).await?;
    ask_for_code(&window, RUTH).await?;
    window.on("code").await?;
    change_password(&window, &port.code()?, NEW_PASSWORD).await?;
    window.on("done").await?;
    window.press("leave").await?;
    window.look("leave", "connection").await?;
    window.press("leave-confirm").await?;
    window.on("start").await?;
    drop(window);
    let window = scene.open(&[]).await?;
    window.on("start").await
}

/// Where there is no keychain, the connection is held in memory only, and that is told.
pub(crate) async fn held_in_memory(scene: &mut Scene) -> Result<()> {
    let port = Port::with_ruth(&PoolSpec {
        secret: true,
        ..PoolSpec::default()
    })
    .await?;
    let secret = port.pool.client_secret.clone().unwrap_or_default();
    take(scene, &port).await?;
    if let Some(window) = scene.window() {
        window.told("keychain-absent").await?;
        window.look("who", "keychain-absent").await?;
        ask_for_code(window, RUTH).await?;
        window.on("code").await?;
        change_password(window, &port.code()?, NEW_PASSWORD).await?;
        window.on("done").await?;
    }
    let config = scene.directory().join("config");
    ensure(!holds(&config, &secret)?, || {
        "the client secret is in a file".to_owned()
    })?;
    let window = scene.open(&[]).await?;
    window.on("start").await
}

/// From the first screen by setup code to "who are you", looking at what the connection says on the way.
async fn take(scene: &mut Scene, port: &Port) -> Result<()> {
    let mut connection = port.connection();
    connection.organisation = Some("Northwind".to_owned());
    connection.sign_in_names = vec!["email".to_owned(), "username".to_owned()];
    connection.temporary_password_days = Some(7);
    connection.help_desk = Some(HelpDesk {
        phone: Some("+1 206 555 0134".to_owned()),
        ..HelpDesk::default()
    });
    let file = connection_file(scene.directory(), &connection)?;
    let code = setup_code(&std::fs::read_to_string(file)?);
    let window = scene.open(&[]).await?;
    window.on("start").await?;
    window.press("paste-code").await?;
    window.on("setup-code").await?;
    window.paste("setup-code", &code).await?;
    window.press("read-code").await?;
    window.look("confirm-connection", "not-amazon").await?;
    let secret = connection.client_secret.unwrap_or_default();
    let page = window
        .text_of("return document.documentElement.outerHTML", Vec::new())
        .await?;
    ensure(!page.contains(&secret), || {
        "the page holds the client secret".to_owned()
    })?;
    window.press("use-connection").await?;
    window.on("who").await
}

/// Whether any file below a directory holds a text.
fn holds(directory: &std::path::Path, text: &str) -> Result<bool> {
    for entry in std::fs::read_dir(directory)? {
        let path = entry?.path();
        let found = if path.is_dir() {
            holds(&path, text)?
        } else {
            std::fs::read(&path)?
                .windows(text.len())
                .any(|window| window == text.as_bytes())
        };
        if found {
            return Ok(true);
        }
    }
    Ok(false)
}
