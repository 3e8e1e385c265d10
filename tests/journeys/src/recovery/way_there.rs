//! What can stand between the window and the pool.

use std::time::Duration;

use peers::{
    Answer, Certificate, ConnectionSpec, MadePool, PoolSpec, PracticePort, Scripted, TlsIntruder,
    connection_file,
};
use serde_json::json;

use super::{NEW_PASSWORD, Port, RUTH, ask_for_code, change_password};
use crate::scene::Scene;
use crate::trouble::{Result, ensure};

/// A pool that nobody made, for what never gets as far as a pool.
fn some_pool() -> MadePool {
    MadePool {
        region: "eu-central-1".to_owned(),
        pool_id: "eu-central-1_Nowhere00".to_owned(),
        client_id: "1h57kf5cpq17m0eml12EXAMPLE".to_lowercase(),
        client_secret: None,
    }
}

/// Asks for a code at an endpoint, and is told this; the name stays typed.
async fn told_at(scene: &mut Scene, connection: &ConnectionSpec, told: &str) -> Result<()> {
    let file = connection_file(scene.directory(), connection)?;
    let window = scene.open_file(&file).await?;
    ask_for_code(&window, RUTH).await?;
    window.told(told).await?;
    window
        .look(
            if told == "blocked-by-firewall" {
                "stuck"
            } else {
                "who"
            },
            told,
        )
        .await?;
    if told != "blocked-by-firewall" {
        ensure(window.value("username").await? == RUTH, || {
            format!("{told}: the name is gone")
        })?;
    }
    Ok(())
}

/// Nobody answers.
pub(crate) async fn offline(scene: &mut Scene) -> Result<()> {
    let port = PracticePort::start(&["--empty"])?;
    let connection = ConnectionSpec::to(&some_pool(), port.base_url());
    port.stop();
    told_at(scene, &connection, "connection-blocked").await
}

/// A page for people answers instead of the pool.
pub(crate) async fn captive_portal(scene: &mut Scene) -> Result<()> {
    let page = "<!doctype html><title>Welcome</title><h1>Welcome to the hotel</h1><form>".to_owned();
    let portal = Scripted::start(vec![Answer::Page(200, page)])?;
    told_at(
        scene,
        &ConnectionSpec::to(&some_pool(), &portal.base_url()),
        "captive-portal",
    )
    .await?;
    ensure(portal.requests() == 1, || {
        format!("asked {} times instead of once", portal.requests())
    })
}

/// Somebody in between reads along: nothing is sent to them.
pub(crate) async fn read_along(scene: &mut Scene) -> Result<()> {
    let answer = Answer::Json(200, "{}".to_owned());
    let intruder = TlsIntruder::start(Certificate::SelfSigned, answer)?;
    told_at(
        scene,
        &ConnectionSpec::to(&some_pool(), &intruder.base_url()),
        "tls-untrusted",
    )
    .await?;
    ensure(intruder.requests() == 0, || {
        "the intruder was sent something".to_owned()
    })
}

/// The same, in an organisation that does so itself and says so in the connection.
pub(crate) async fn read_along_with_consent(scene: &mut Scene) -> Result<()> {
    let delivery = json!({ "CodeDeliveryDetails":
        { "Destination": "r***@e***", "DeliveryMedium": "EMAIL", "AttributeName": "email" } });
    let answer = Answer::Json(200, delivery.to_string());
    let proxy = TlsIntruder::start(Certificate::ByTestAuthority, answer)?;
    let mut connection = ConnectionSpec::to(&some_pool(), &proxy.base_url());
    connection.ca_file = Some(proxy.ca_file());
    let window = scene
        .open_file(&connection_file(scene.directory(), &connection)?)
        .await?;
    ask_for_code(&window, RUTH).await?;
    window.on("code").await
}

/// To a clock that is years ahead, a good certificate has expired.
pub(crate) async fn wrong_clock(scene: &mut Scene) -> Result<()> {
    let server = TlsIntruder::start(Certificate::Expired, Answer::Json(200, "{}".to_owned()))?;
    let mut connection = ConnectionSpec::to(&some_pool(), &server.base_url());
    connection.ca_file = Some(server.ca_file());
    told_at(scene, &connection, "clock-wrong").await?;
    ensure(server.requests() == 0, || {
        "something was sent all the same".to_owned()
    })
}

/// A firewall before the pool turns this computer away.
pub(crate) async fn firewall(scene: &mut Scene) -> Result<()> {
    let port = Port::with_ruth(&PoolSpec::default()).await?;
    port.pool_port
        .inject(&json!({ "fault": "firewall", "operation": "ForgotPassword" }).to_string())?;
    told_at(scene, &port.connection(), "blocked-by-firewall").await
}

/// The connection's secret is not the client's any more.
pub(crate) async fn secret_out_of_date(scene: &mut Scene) -> Result<()> {
    let port = Port::with_ruth(&PoolSpec {
        secret: true,
        ..PoolSpec::default()
    })
    .await?;
    let mut connection = port.connection();
    connection.client_secret = connection
        .client_secret
        .map(|secret| secret.chars().rev().collect());
    let window = scene
        .open_file(&connection_file(scene.directory(), &connection)?)
        .await?;
    ask_for_code(&window, RUTH).await?;
    window.told("secret-wrong").await?;
    window.look("stuck", "secret-wrong").await?;
    let seen = window.seen().await?;
    let secret = connection.client_secret.unwrap_or_default();
    ensure(!seen.contains(&secret), || "the page shows the secret".to_owned())
}

/// Slow: after ten seconds it is told what we wait for, and one can stop.
pub(crate) async fn slow(scene: &mut Scene) -> Result<()> {
    let port = Port::with_ruth(&PoolSpec::default()).await?;
    let late =
        json!({ "fault": "latency", "operation": "ForgotPassword", "times": 1, "milliseconds": 20_000 });
    port.pool_port.inject(&late.to_string())?;
    let window = scene.open_file(&port.file(scene)?).await?;
    ask_for_code(&window, RUTH).await?;
    window
        .until(
            "it is told what we wait for",
            "return document.querySelector('[data-waiting]')?.dataset.waiting === 'send-code'",
        )
        .await?;
    window.look("who", "waiting").await?;
    window.press("stop-waiting").await?;
    window.told("stopped-waiting").await?;
    window.look("who", "stopped-waiting").await?;
    ensure(window.value("username").await? == RUTH, || {
        "the name is gone".to_owned()
    })?;
    window
        .until(
            "nothing is waited for any more",
            "return !document.querySelector('[data-waiting]')",
        )
        .await
}

/// The answer is lost on its way back: it is told that nobody knows, and nothing is sent twice.
pub(crate) async fn answer_lost(scene: &mut Scene) -> Result<()> {
    let port = Port::with_ruth(&PoolSpec::default()).await?;
    let window = scene.open_file(&port.file(scene)?).await?;
    ask_for_code(&window, RUTH).await?;
    window.on("code").await?;
    let code = port.code()?;
    port.pool_port
        .inject(&json!({ "fault": "lost-answer", "operation": "ConfirmForgotPassword" }).to_string())?;
    change_password(&window, &code, NEW_PASSWORD).await?;
    window.told("answer-lost").await?;
    window.look("code", "answer-lost").await?;
    ensure(window.value("password").await? == NEW_PASSWORD, || {
        "the password is gone".to_owned()
    })?;
    ensure(window.value("code").await? == code, || {
        "the code is gone".to_owned()
    })?;
    let sent = port.pool_port.requests("ConfirmForgotPassword")?;
    ensure(sent == 1, || format!("sent {sent} times instead of once"))
}

/// The service has a fault of its own, and no answer ever comes: neither ends the window's patience unannounced.
pub(crate) async fn silent(scene: &mut Scene) -> Result<()> {
    let server = Scripted::start(vec![
        Answer::Error(500, "InternalErrorException", "Internal error."),
        Answer::Error(429, "TooManyRequestsException", "Rate exceeded"),
        Answer::Silence(Duration::from_secs(120)),
    ])?;
    let file = connection_file(
        scene.directory(),
        &ConnectionSpec::to(&some_pool(), &server.base_url()),
    )?;
    let window = scene.open_file(&file).await?;
    for (told, requests) in [("service-fault", 1), ("busy", 2)] {
        ask_for_code(&window, RUTH).await?;
        window.told(told).await?;
        window.look("who", told).await?;
        ensure(server.requests() == requests, || {
            format!("{told}: asked {} times", server.requests())
        })?;
    }
    window.press("send-code").await?;
    window.told_within("timed-out", Duration::from_secs(90)).await?;
    window.look("who", "timed-out").await?;
    ensure(server.requests() == 3, || {
        format!("timed-out: asked {} times", server.requests())
    })
}
