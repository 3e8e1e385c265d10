//! What one `ForgotPassword` costs on loopback, from command to answer: ours beside the bare
//! SDK's and the AWS CLI's. Prints three medians in microseconds, ours, bare, CLI, one a line.

use std::error::Error;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use aws_sdk_cognitoidentityprovider as sdk;
use aws_smithy_http_client::tls::Provider;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use cognito::{Client, Username, connection_file, discretion, recovery};
use peers::{Answer, Scripted, venv};
use sdk::config::{BehaviorVersion, Config, Region};

const POOL: &str = "eu-central-1_abcDEF123";
const CLIENT: &str = "4p1c2e3x4a5m6p7l8e9c0l1i2n";
const USERNAME: &str = "jane@example.com";
const ANSWER: &str =
    r#"{"CodeDeliveryDetails":{"Destination":"j***@e***","DeliveryMedium":"EMAIL","AttributeName":"email"}}"#;
/// Pairs of calls, ours and the bare one in turn, after as many again to warm up.
const PAIRS: usize = 300;
/// The CLI takes about a second a call.
const CLI_CALLS: usize = 7;

#[tokio::main]
#[expect(clippy::print_stdout, reason = "the figures")]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = Scripted::start(vec![Answer::Json(200, ANSWER.to_owned())])?;
    let endpoint = server.base_url();
    let ours = our_client(&endpoint)?;
    let bare = bare_client(&endpoint);
    let mut of_ours = Vec::new();
    let mut of_bare = Vec::new();
    for pair in 0..PAIRS * 2 {
        let took = (our_call(&ours).await?, bare_call(&bare).await?);
        if pair >= PAIRS {
            of_ours.push(took.0);
            of_bare.push(took.1);
        }
    }
    let of_cli = cli_calls(&endpoint)?;
    for times in [of_ours, of_bare, of_cli] {
        println!("{}", median(times).as_micros());
    }
    Ok(())
}

fn our_client(endpoint: &str) -> Result<Client, Box<dyn Error>> {
    let file = format!(
        r#"{{"readmit": 1, "name": "Bench", "region": "eu-central-1", "userPoolId": "{POOL}",
            "clientId": "{CLIENT}", "endpoint": "{endpoint}"}}"#
    );
    let offer = connection_file::parse(file.as_bytes())?;
    Ok(Client::new(offer.connection, offer.client_secret)?)
}

/// All that the command does: check what was typed, send, answer discreetly.
async fn our_call(client: &Client) -> Result<Duration, Box<dyn Error>> {
    let begun = Instant::now();
    let username = Username::parse(USERNAME, &[]).map_err(|code| code.name())?;
    let outcome = recovery::forgot_password(client, &username).await;
    discretion::delivery(outcome, &username, POOL)?;
    Ok(begun.elapsed())
}

/// The SDK as its documentation sets it up, over the same kind of HTTP client.
fn bare_client(endpoint: &str) -> sdk::Client {
    let http = aws_smithy_http_client::Builder::new()
        .tls_provider(Provider::Rustls(CryptoMode::AwsLc))
        .build_https();
    let config = Config::builder()
        .behavior_version(BehaviorVersion::v2026_01_12())
        .region(Region::new("eu-central-1"))
        .endpoint_url(endpoint)
        .http_client(http)
        .build();
    sdk::Client::from_conf(config)
}

async fn bare_call(client: &sdk::Client) -> Result<Duration, Box<dyn Error>> {
    let begun = Instant::now();
    let call = client.forgot_password().client_id(CLIENT).username(USERNAME);
    call.send().await?;
    Ok(begun.elapsed())
}

fn cli_calls(endpoint: &str) -> Result<Vec<Duration>, Box<dyn Error>> {
    let aws = venv("awscli", &["awscli==1.46.3"])?.join("bin/aws");
    let call = || -> Result<Duration, Box<dyn Error>> {
        let begun = Instant::now();
        let status = Command::new(&aws)
            .args([
                "cognito-idp",
                "forgot-password",
                "--no-sign-request",
                "--region",
                "eu-central-1",
            ])
            .args([
                "--endpoint-url",
                endpoint,
                "--client-id",
                CLIENT,
                "--username",
                USERNAME,
            ])
            .stdout(Stdio::null())
            .status()?;
        if status.success() {
            Ok(begun.elapsed())
        } else {
            Err("the AWS CLI's call failed".into())
        }
    };
    call()?;
    (0..CLI_CALLS).map(|_| call()).collect()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
