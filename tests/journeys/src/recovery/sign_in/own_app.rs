//! Steps that only the organisation's own app can take: the window says so, and why.

use peers::{Answer, ConnectionSpec, HelpDesk, MadePool, Scripted, connection_file};
use serde_json::json;

use super::{Way, sign_in};
use crate::desk::PASSWORD;
use crate::scene::Scene;
use crate::trouble::{Result, ensure};

/// What each challenge is that nobody but the organisation's own app can answer.
pub(crate) async fn steps(scene: &mut Scene) -> Result<()> {
    for (challenge, parameters, why) in [
        (
            "CUSTOM_CHALLENGE",
            json!({ "question": "Say" }),
            "custom-challenge",
        ),
        ("DEVICE_SRP_AUTH", json!({}), "device"),
        (
            "MFA_SETUP",
            json!({ "MFAS_CAN_SETUP": "[\"EMAIL_OTP\"]" }),
            "factor-set-up-elsewhere",
        ),
        ("WEB_AUTHN", json!({}), "passkey"),
        ("A_STEP_OF_NEXT_YEAR", json!({}), "unknown"),
    ] {
        let asked = json!({
            "ChallengeName": challenge, "Session": "x".repeat(40), "ChallengeParameters": parameters,
        });
        let server = Scripted::start(vec![Answer::Json(200, asked.to_string())])?;
        let window = scene.open_file(&file(scene, &server)?).await?;
        sign_in(&window, Way::Check, "ines", PASSWORD).await?;
        window.look("own-app", why).await?;
        window.find(&format!("[data-why='{why}']")).await?;
        ensure(server.operations() == ["InitiateAuth"], || {
            format!("{why}: asked for {:?}", server.operations())
        })?;
        window.press("back").await?;
        window.on("sign-in").await?;
        ensure(window.value("password").await?.is_empty(), || {
            format!("{why}: the password stays")
        })?;
    }
    Ok(())
}

/// A passkey among other ways: the choice is still there when one comes back from it.
pub(crate) async fn passkey_among_others(scene: &mut Scene) -> Result<()> {
    let asked = json!({
        "ChallengeName": "SELECT_CHALLENGE", "Session": "x".repeat(40), "ChallengeParameters": {},
        "AvailableChallenges": ["WEB_AUTHN", "EMAIL_OTP"],
    });
    let server = Scripted::start(vec![
        Answer::Error(
            400,
            "InvalidParameterException",
            "USER_SRP_AUTH is not enabled for the client.",
        ),
        Answer::Json(200, asked.to_string()),
    ])?;
    let window = scene.open_file(&file(scene, &server)?).await?;
    sign_in(&window, Way::Check, "ines", PASSWORD).await?;
    window.look("choose-first-factor", "with-a-passkey").await?;
    window
        .click("[data-act='choose-first-factor'][data-choice='passkey']")
        .await?;
    window.look("own-app", "passkey-chosen").await?;
    window.press("back").await?;
    window.on("choose-first-factor").await
}

/// A connection to a pool that is a script.
fn file(scene: &Scene, server: &Scripted) -> Result<std::path::PathBuf> {
    let pool = MadePool {
        region: "eu-central-1".to_owned(),
        pool_id: "eu-central-1_Nowhere00".to_owned(),
        client_id: "1h57kf5cpq17m0eml12example".to_owned(),
        client_secret: None,
    };
    let connection = ConnectionSpec {
        organisation: Some("Northwind".to_owned()),
        help_desk: Some(HelpDesk {
            phone: Some("+1 206 555 0134".to_owned()),
            ..HelpDesk::default()
        }),
        ..ConnectionSpec::to(&pool, &server.base_url())
    };
    Ok(connection_file(scene.directory(), &connection)?)
}
