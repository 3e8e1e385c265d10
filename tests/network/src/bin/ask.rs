//! Asks for a code at `ask URL [--proxy URL | --direct] [--ca FILE]`, then probes the same address. Prints
//! the failure's code, or `delivered`, and what the probe found.

use std::error::Error;
use std::path::PathBuf;

use cognito::{Client, Failure, NetworkSettings, ProxySetting, Username, connection_file, recovery};
use url::Url;

#[tokio::main]
#[expect(clippy::print_stdout, reason = "the test reads it")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let address = Url::parse(&arguments.next().ok_or("no address")?)?;
    let mut settings = NetworkSettings::default();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--direct" => settings.proxy = ProxySetting::Direct,
            "--proxy" => {
                settings.proxy = ProxySetting::At {
                    address: Url::parse(&arguments.next().ok_or("no proxy")?)?,
                    except: Vec::new(),
                }
            }
            "--ca" => settings
                .ca_files
                .push(PathBuf::from(arguments.next().ok_or("no file")?)),
            other => return Err(other.into()),
        }
    }
    let file = format!(
        r#"{{"readmit": 1, "name": "Test", "region": "eu-central-1", "userPoolId": "eu-central-1_Abc123def",
            "clientId": "1h57kf5cpq17m0eml12EXAMPLE", "endpoint": "{}"}}"#,
        address.as_str().trim_end_matches('/')
    );
    let connection = connection_file::parse(file.as_bytes())?.connection;
    let asked = match Client::new(connection, None, &settings) {
        Ok(client) => {
            recovery::forgot_password(&client, &Username::parse("maria", &[]).map_err(Failure::from)?).await
        }
        Err(failure) => Err(failure),
    };
    match asked {
        Ok(_) => println!("delivered"),
        Err(failure) => println!("{} {:?}", failure.code, failure.retry),
    }
    println!("{:?}", network::probe(&settings, None, &address).await);
    Ok(())
}
