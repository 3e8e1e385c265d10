//! Does the steps of a plan with the access crate, in the environment it finds itself in.
//!
//! Reads the plan as one line of JSON from its standard input and writes a line for each step.

use std::error::Error;
use std::io::{self, BufRead, Write};

use access::{Access, AccessKeys, Endpoints, Network, ProfileFiles, Sessions, Way, keychain};
use cognito::{Failure, FailureCode, network};
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
    let http = network::https_client_to(endpoints.sts.as_ref(), None)?;
    let sessions = Sessions::new(Network::over(http, endpoints)?, ProfileFiles::of_this_person());
    let mut output = io::stdout();
    for step in plan.steps {
        if matches!(step, Step::Pause) {
            writeln!(output, "paused")?;
            lines.next().ok_or("nobody goes on")??;
            continue;
        }
        let came = taken(&sessions, step).await.unwrap_or_else(|failure| Came {
            failure: Some(failure.code.name()),
            detail: failure.detail,
            ..Came::default()
        });
        writeln!(output, "{}", serde_json::to_string(&came)?)?;
    }
    Ok(())
}

async fn taken(sessions: &Sessions, step: Step) -> Result<Came, Failure> {
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
        Step::Pause => Ok(Came::default()),
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
