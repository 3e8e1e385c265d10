//! How long one call takes in the real window, from the page's command to its answer. For the benchmark, which
//! starts the server that answers.

use peers::{ConnectionSpec, connection_file};
use serde_json::{Value, json};

use crate::manner::Manner;
use crate::scene::Scene;
use crate::trouble::{Result, Trouble};

/// What is to be called.
pub(crate) struct Calls {
    /// Where something answers every ForgotPassword.
    pub(crate) endpoint: String,
    /// How many averages to take.
    pub(crate) batches: u32,
    /// Over how many calls each.
    pub(crate) calls: u32,
}

/// Calls one after another, and gives the milliseconds that it took.
const BATCH: &str = "
    const [calls, done] = [arguments[0], arguments[arguments.length - 1]];
    const { invoke } = window.__TAURI_INTERNALS__;
    (async () => {
        const start = performance.now();
        for (let call = 0; call < calls; call += 1) await invoke('forgot_password', { username: 'someone' });
        return performance.now() - start;
    })().then(done, (error) => done(JSON.stringify(error)));";

/// Prints the microseconds that a call took on average, one batch a line. Gives whether it went well.
pub(crate) async fn call(manner: &Manner, calls: &Calls) -> bool {
    match measured(manner, calls).await {
        Ok(()) => true,
        Err(trouble) => {
            eprintln!("journeys: {trouble}");
            false
        }
    }
}

async fn measured(manner: &Manner, calls: &Calls) -> Result<()> {
    let mut scene = Scene::set(manner, true).await?;
    let connection = ConnectionSpec {
        name: "Measured".to_owned(),
        region: "eu-central-1".to_owned(),
        user_pool_id: "eu-central-1_Measured0".to_owned(),
        client_id: "1h57kf5cpq17m0eml12example".to_owned(),
        endpoint: Some(calls.endpoint.clone()),
        ..ConnectionSpec::default()
    };
    let window = scene
        .open_file(&connection_file(scene.directory(), &connection)?)
        .await?;
    window.on("who").await?;
    for batch in 0..=calls.batches {
        let took = window.ask_later(BATCH, vec![json!(calls.calls)]).await?;
        let Value::Number(milliseconds) = took else {
            return Err(Trouble::new(format!("the call failed: {took}")));
        };
        // The first one opens the connection and warms up.
        if batch > 0 {
            let microseconds = milliseconds.as_f64().unwrap_or(f64::NAN) * 1000.0 / f64::from(calls.calls);
            println!("{microseconds:.0}");
        }
    }
    scene.close().await
}
