//! `bare-call ENDPOINT BATCHES CALLS`: one ForgotPassword after another by the bare SDK. Prints the
//! microseconds that a call took on average, one batch a line.
#![expect(clippy::print_stdout, reason = "the figures")]

use std::time::Instant;

use aws_sdk_cognitoidentityprovider as sdk;
use sdk::config::retry::RetryConfig;
use sdk::config::{BehaviorVersion, Region};

type Error = Box<dyn std::error::Error>;

fn main() -> Result<(), Error> {
    let mut words = std::env::args().skip(1);
    let endpoint = words.next().ok_or("ENDPOINT?")?;
    let batches: u32 = words.next().ok_or("BATCHES?")?.parse()?;
    let calls: u32 = words.next().ok_or("CALLS?")?.parse()?;
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?
        .block_on(call(&endpoint, batches, calls))
}

async fn call(endpoint: &str, batches: u32, calls: u32) -> Result<(), Error> {
    let config = sdk::Config::builder()
        .behavior_version(BehaviorVersion::v2026_01_12())
        .region(Region::new("eu-central-1"))
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .retry_config(RetryConfig::disabled())
        .endpoint_url(endpoint)
        .build();
    let client = sdk::Client::from_conf(config);
    for batch in 0..=batches {
        let start = Instant::now();
        for _ in 0..calls {
            client
                .forgot_password()
                .client_id("1h57kf5cpq17m0eml12example")
                .username("someone")
                .send()
                .await?;
        }
        // The first one opens the connection and warms up.
        if batch > 0 {
            println!("{}", start.elapsed().as_micros() / u128::from(calls));
        }
    }
    Ok(())
}
