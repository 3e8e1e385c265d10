//! Puts the practice pools on a loopback port:
//! `practice-pool --port N [--empty] [--key ID:SECRET] [--people COUNT]`.

use std::io::Write as _;
use std::process::ExitCode;

use practice::port::Port;
use practice::seeds::{FABRIKAM, NORTHWIND, TAILSPIN};
use practice::{Contents, PracticePools};

const USAGE: &str = "usage: practice-pool --port N [--empty] [--key ID:SECRET] [--people COUNT]";

struct Arguments {
    port: u16,
    contents: Contents,
    key: Option<(String, String)>,
    /// How many invented people the pool northwind is filled with.
    people: Option<u32>,
}

fn arguments(mut given: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let mut port = None;
    let mut contents = Contents::Seeded;
    let mut key = None;
    let mut people = None;
    while let Some(name) = given.next() {
        let mut value = || given.next().ok_or(format!("{name} wants a value\n{USAGE}"));
        match name.as_str() {
            "--port" => {
                let text = value()?;
                port = Some(text.parse().map_err(|_| format!("{text} is no port\n{USAGE}"))?);
            }
            "--empty" => contents = Contents::Empty,
            "--key" => {
                let (id, secret) = value()?
                    .split_once(':')
                    .map(|(id, secret)| (id.to_owned(), secret.to_owned()))
                    .ok_or(format!("--key wants ID:SECRET\n{USAGE}"))?;
                key = Some((id, secret));
            }
            "--people" => {
                let text = value()?;
                let count = text
                    .parse()
                    .map_err(|_| format!("{text} is no number of people\n{USAGE}"))?;
                people = Some(count);
            }
            _ => return Err(format!("{name} is not known\n{USAGE}")),
        }
    }
    let port = port.ok_or(USAGE)?;
    Ok(Arguments {
        port,
        contents,
        key,
        people,
    })
}

async fn run(arguments: Arguments) -> std::io::Result<()> {
    let pools = match arguments.contents {
        Contents::Seeded => PracticePools::seeded(),
        Contents::Empty => PracticePools::empty(),
    };
    if let Some((id, secret)) = &arguments.key {
        pools.accept_only_key(id, secret);
    }
    if let Some(count) = arguments.people {
        pools
            .populate(NORTHWIND.pool_id, count)
            .map_err(std::io::Error::other)?;
    }
    let port = Port::bind(arguments.port).await?;
    let mut out = std::io::stdout();
    writeln!(out, "practice pool on http://{}", port.address())?;
    if arguments.contents == Contents::Seeded {
        for pool in [NORTHWIND, FABRIKAM, TAILSPIN] {
            let secret = pool.client_secret.map(|secret| format!(" secret {secret}"));
            let secret = secret.unwrap_or_default();
            writeln!(
                out,
                "{} pool {} client {}{secret}",
                pool.name, pool.pool_id, pool.client_id
            )?;
        }
    }
    out.flush()?;
    port.serve(pools).await
}

fn main() -> ExitCode {
    let outcome = arguments(std::env::args().skip(1)).and_then(|arguments| {
        tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .and_then(|runtime| runtime.block_on(run(arguments)))
            .map_err(|error| error.to_string())
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // There is nowhere left to tell it if standard error is gone too.
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}
