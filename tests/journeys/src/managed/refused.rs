//! A policy that doesn't hold: the program doesn't start, and says why.

use serde_json::json;

use super::connections::called;
use super::policy;
use crate::scene::Scene;
use crate::trouble::{Result, ensure};

/// With a mistake in the policy there is one window: the one that names it. Nothing else opens.
pub(crate) async fn named(scene: &mut Scene) -> Result<()> {
    scene.manage(policy(
        json!({ "deskMode": "everything", "colour": "blue", "recordDays": "many" }),
    ))?;
    let window = scene.open(&["--practice"]).await?;
    window.on("refused").await?;
    for key in ["deskMode", "colour", "recordDays"] {
        window
            .until_asking(
                &format!("{key} is named"),
                "return document.body.innerText.includes(arguments[0])",
                vec![json!(key)],
            )
            .await?;
    }
    window.look("refused", "policy").await?;
    for command in ["starting_point", "desk_start", "start_practice"] {
        let told = called(&window, command, json!({})).await?;
        ensure(told.contains("not allowed"), || format!("{command}: {told}"))?;
    }
    Ok(())
}
