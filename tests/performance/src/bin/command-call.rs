//! `command-call ENDPOINT BATCHES CALLS`: what the command `forgot_password` does, from the name as the page
//! hands it over to the answer that the page gets, one after another. Prints the microseconds that a call took
//! on average, one batch a line.
#![expect(clippy::print_stdout, reason = "the figures")]

use std::time::Instant;

use cognito::{Client, Failure, NetworkSettings, Username, connection_file, discretion, recovery};

type Error = Box<dyn std::error::Error>;

fn main() -> Result<(), Error> {
    let mut words = std::env::args().skip(1);
    let endpoint = words.next().ok_or("ENDPOINT?")?;
    let batches: u32 = words.next().ok_or("BATCHES?")?.parse()?;
    let calls: u32 = words.next().ok_or("CALLS?")?.parse()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime
        .block_on(call(&endpoint, batches, calls))
        .map_err(|failure| format!("{failure:?}").into())
}

async fn call(endpoint: &str, batches: u32, calls: u32) -> Result<(), Failure> {
    let file = format!(
        r#"{{ "readmit": 1, "name": "Measured", "region": "eu-central-1", "userPoolId": "eu-central-1_Measured0",
            "clientId": "1h57kf5cpq17m0eml12example", "endpoint": "{endpoint}" }}"#
    );
    let client = Client::new(
        connection_file::parse(file.as_bytes())?.connection,
        None,
        &NetworkSettings::default(),
    )?;
    for batch in 0..=batches {
        let start = Instant::now();
        for _ in 0..calls {
            let username = Username::parse("someone", &client.connection().sign_in_names)?;
            let outcome = recovery::forgot_password(&client, &username).await;
            discretion::delivery(outcome, &username, &client.connection().user_pool_id)?;
        }
        // The first one opens the connection and warms up.
        if batch > 0 {
            println!("{}", start.elapsed().as_micros() / u128::from(calls));
        }
    }
    Ok(())
}
