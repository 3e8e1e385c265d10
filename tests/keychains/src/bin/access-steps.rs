//! Does the steps of a plan with the access crate, in the environment it finds itself in.
//!
//! Reads the plan as one line of JSON from its standard input and writes a line for each step.

use std::error::Error;
use std::io::{self, BufRead, Write};

use access::identity_center::{Flow, IdentityCenter, SignIn, SignedIn, StartUrl};
use access::{Access, AccessKeys, Endpoints, Network, ProfileFiles, Sessions, Way, keychain};
use cognito::{Failure, FailureCode, NetworkSettings, network};
use keychains::{Came, Plan, Step};
use secrecy::SecretString;
use url::Url;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut lines = io::stdin().lock().lines();
    let plan: Plan = serde_json::from_str(&lines.next().ok_or("no plan")??)?;
    let url = |text: &Option<String>| text.as_deref().map(Url::parse).transpose();
    let endpoints = Endpoints {
        sts: url(&plan.sts)?,
        oidc: url(&plan.oidc)?,
        portal: url(&plan.portal)?,
    };
    let http = network::https_client_to(
        &NetworkSettings::default(),
        endpoints.sts.as_ref().or(endpoints.oidc.as_ref()),
        None,
    )?;
    let network = Network::over(http, endpoints)?;
    let sessions = Sessions::new(network.clone(), ProfileFiles::of_this_person());
    let mut output = io::stdout();
    for step in plan.steps {
        let outcome = match step {
            Step::Pause => {
                writeln!(output, "paused ")?;
                lines.next().ok_or("nobody goes on")??;
                continue;
            }
            Step::SignIn { start_url } => {
                let center = center(&network, &start_url)?;
                let (sign_in, prompt) = SignIn::begin(&center, Flow::DeviceCode).await?;
                writeln!(output, "paused {}", prompt.open)?;
                lines.next().ok_or("nobody goes on")??;
                signed_in(center, sign_in).await
            }
            step => taken(&sessions, &network, step).await,
        };
        let came = outcome.unwrap_or_else(|failure| Came {
            failure: Some(failure.code.name()),
            detail: failure.detail,
            ..Came::default()
        });
        writeln!(output, "{}", serde_json::to_string(&came)?)?;
    }
    Ok(())
}

fn center(network: &Network, start_url: &str) -> Result<IdentityCenter, Failure> {
    IdentityCenter::new(StartUrl::parse(start_url)?, "eu-central-1", network)
}

async fn signed_in(center: IdentityCenter, sign_in: SignIn) -> Result<Came, Failure> {
    let signed_in = SignedIn::new(center, sign_in.finish().await?);
    let kept = signed_in.keep().await;
    Ok(Came {
        not_kept: kept.err().map(|failure| failure.code.name()),
        ..names(&signed_in).await?
    })
}

/// What the accounts are called, as one name.
async fn names(signed_in: &SignedIn) -> Result<Came, Failure> {
    let accounts = signed_in.accounts().await?;
    let names: Vec<String> = accounts.into_iter().filter_map(|account| account.name).collect();
    Ok(Came::named(&names.join(", ")))
}

async fn taken(sessions: &Sessions, network: &Network, step: Step) -> Result<Came, Failure> {
    match step {
        Step::Accept { id, secret, token } => {
            let token = token.map(SecretString::from);
            let keys = AccessKeys::parse(&id, &SecretString::from(secret), token.as_ref())?;
            let accepted = sessions.accept(keys, None).await?;
            Ok(Came {
                not_kept: accepted.not_kept.map(|failure| failure.code.name()),
                ..Came::named(&accepted.caller.name)
            })
        }
        Step::OpenKeys { ending } => {
            opened(
                sessions,
                Way::Keys {
                    key_id_ending: ending,
                },
            )
            .await
        }
        Step::OpenProfile { name } => opened(sessions, Way::Profile { name }).await,
        Step::Forget { ending } => {
            sessions
                .forget(&Way::Keys {
                    key_id_ending: ending,
                })
                .await?;
            Ok(Came::default())
        }
        Step::StoreLong { bytes } => {
            let secret = vec![b'k'; bytes];
            keychain::store("something long", &secret).await?;
            let read = keychain::read("something long").await?;
            keychain::forget("something long").await?;
            match read {
                Some(read) if *read == secret => Ok(Came::default()),
                _ => Err(FailureCode::KeychainFailed.into()),
            }
        }
        Step::TryOut => keychain::try_out().await.map(|()| Came::default()),
        Step::ForgetAll => {
            let there = keychain::count_all().await?;
            let forgotten = keychain::forget_all().await?;
            Ok(Came::named(&format!("{there}, {forgotten}")))
        }
        Step::Accounts { start_url } => match SignedIn::kept(center(network, &start_url)?).await? {
            Some(signed_in) => names(&signed_in).await,
            None => Ok(Came::default()),
        },
        Step::SignOut { start_url } => {
            center(network, &start_url)?.forget_token().await?;
            Ok(Came::default())
        }
        Step::Pause | Step::SignIn { .. } => Ok(Came::default()),
    }
}

async fn opened(sessions: &Sessions, way: Way) -> Result<Came, Failure> {
    let access = Access {
        way,
        role: None,
        region: None,
    };
    let (_, caller) = sessions.open(&access, None).await?;
    Ok(Came::named(&caller.name))
}
