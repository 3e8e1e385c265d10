//! The sign-in to IAM Identity Center over real sockets, against a server whose wire is others'
//! work: AWS's models as botocore ships them, read and written by moto's parsers.
//!
//! moto itself has neither `sso-oidc` nor `sso` (only `sso-admin`), and no other server that can be
//! had knows them, so the behaviour behind that wire is ours; the script of
//! `peers::IdentityCenter` says where
//! each piece of it comes from. What the models and the RFCs don't say is not shown here: how
//! long the service honours a registration, whether it notices a wrong Region.

use std::error::Error;
use std::time::{Duration, Instant};

use access::identity_center::{Flow, IdentityCenter, Landing, Prompt, SignIn, SignedIn, StartUrl, Token};
use access::{Endpoints, Network};
use cognito::network::https_client_to;
use cognito::{Failure, FailureCode, NetworkSettings};
use emulators::{Outcome, outcome};

/// What the tests do there.
struct Server(peers::IdentityCenter);

impl Server {
    fn start() -> Result<Self, Box<dyn Error>> {
        Ok(Self(peers::IdentityCenter::start()?))
    }

    fn center(&self, start_page: &str) -> Result<IdentityCenter, Box<dyn Error>> {
        let endpoint = self.0.base_url().parse()?;
        let http = https_client_to(&NetworkSettings::default(), Some(&endpoint), None)?;
        let endpoints = Endpoints {
            sts: None,
            oidc: Some(endpoint.clone()),
            portal: Some(endpoint),
        };
        let start_url = StartUrl::parse(&format!("{}{start_page}", self.0.base_url()))?;
        let network = Network::over(http, endpoints)?;
        Ok(IdentityCenter::new(start_url, "eu-central-1", &network)?)
    }

    /// A sign-in to this start page, and what it ends with once somebody has been to the prompt's
    /// address, with `answer` added to it.
    async fn sign_in(
        &self,
        center: &IdentityCenter,
        flow: Flow,
        answer: &str,
    ) -> Result<(Prompt, String, Result<Token, Failure>), Box<dyn Error>> {
        let (sign_in, prompt) = SignIn::begin(center, flow).await?;
        let finishing = tokio::spawn(sign_in.finish());
        let page = self.0.browse(&format!("{}{answer}", prompt.open))?;
        Ok((prompt, page, finishing.await?))
    }
}

fn in_browser() -> Flow {
    Flow::Browser(Landing {
        language: "en".into(),
        done: "You can go back to Readmit.".into(),
        refused: "You said no.".into(),
    })
}

#[test]
fn the_server_is_understood_by_botocore() -> Outcome {
    let server = Server::start()?;
    server.0.check()?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_browser_comes_back_and_everything_opens() -> Outcome {
    let server = Server::start()?;
    let center = server.center("/start")?;
    let (prompt, page, token) = server.sign_in(&center, in_browser(), "").await?;
    assert_eq!(prompt.user_code, None);
    assert!(page.contains("You can go back to Readmit."), "{page}");
    everything_opens(SignedIn::new(center, token?)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_code_opens_everything_too() -> Outcome {
    let server = Server::start()?;
    let center = server.center("/start")?;
    let (prompt, page, token) = server.sign_in(&center, Flow::DeviceCode, "").await?;
    assert!(prompt.user_code.is_some());
    assert!(page.contains("Request approved."), "{page}");
    everything_opens(SignedIn::new(center, token?)).await
}

/// Accounts over two pages, roles, credentials; and what is not there.
async fn everything_opens(person: SignedIn) -> Outcome {
    let accounts = person.accounts().await?;
    let names: Vec<_> = accounts
        .iter()
        .map(|account| (account.id.as_str(), account.name.as_deref()))
        .collect();
    assert_eq!(
        names,
        [
            ("333333333333", Some("Empty")),
            ("111111111111", Some("Production")),
            ("222222222222", Some("Test")),
        ]
    );
    assert_eq!(person.roles("111111111111").await?, ["HelpDesk", "ReadOnly"]);
    assert_eq!(
        outcome(person.roles("333333333333").await),
        Err(FailureCode::IdentityCenterNothing)
    );
    let credentials = person.credentials("111111111111", "HelpDesk").fetch().await?;
    assert!(credentials.access_key_id().starts_with("ASIA"));
    assert!(credentials.expiry().is_some());
    assert_eq!(
        outcome(person.credentials("111111111111", "Admin").fetch().await).err(),
        Some(FailureCode::RoleRefused)
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_lasts_a_minute_is_renewed_as_long_as_its_chain_holds() -> Outcome {
    let server = Server::start()?;
    let center = server.center("/brief")?;
    let (_, _, token) = server.sign_in(&center, in_browser(), "").await?;
    let token = token?;
    let person = SignedIn::new(center.clone(), token.clone());
    // The server takes each refresh token once: these two together renew it once.
    let (one, other) = tokio::join!(person.accounts(), person.accounts());
    assert_eq!((one?.len(), other?.len()), (3, 3));
    // A second desk with the same token finds its refresh token spent, and the token still good.
    assert_eq!(SignedIn::new(center, token).accounts().await?.len(), 3);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_of_the_services_length_fits_into_a_keychain() -> Outcome {
    let server = Server::start()?;
    let center = server.center("/start")?;
    let (_, _, token) = server.sign_in(&center, in_browser(), "").await?;
    let parts = token?.to_parts()?;
    assert!(parts.len() > 1);
    assert!(parts.iter().all(|part| part.len() <= 2_560));
    let again = SignedIn::new(center, Token::from_parts(&parts)?);
    assert_eq!(again.accounts().await?.len(), 3);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_no_is_a_no_either_way() -> Outcome {
    let server = Server::start()?;
    let center = server.center("/start")?;
    for flow in [in_browser(), Flow::DeviceCode] {
        let (_, page, token) = server.sign_in(&center, flow, "&answer=no").await?;
        assert_eq!(
            outcome(token).err(),
            Some(FailureCode::IdentityCenterDenied),
            "{page}"
        );
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_service_is_asked_less_often_when_it_says_so() -> Outcome {
    let server = Server::start()?;
    let center = server.center("/strict")?;
    let began = Instant::now();
    // After the one time, anything under six seconds would be slowed down again.
    let (_, _, token) = server.sign_in(&center, Flow::DeviceCode, "").await?;
    token?;
    assert!(began.elapsed() >= Duration::from_secs(7), "{:?}", began.elapsed());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_comes_too_late_is_told_so() -> Outcome {
    let server = Server::start()?;
    let center = server.center("/hasty")?;
    let (sign_in, _) = SignIn::begin(&center, Flow::DeviceCode).await?;
    assert_eq!(
        outcome(sign_in.finish().await).err(),
        Some(FailureCode::IdentityCenterTooLate)
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_identity_center_without_the_authorization_code_is_signed_in_to_with_a_code() -> Outcome {
    let server = Server::start()?;
    let center = server.center("/old")?;
    let (prompt, _, token) = server.sign_in(&center, in_browser(), "").await?;
    assert!(prompt.user_code.is_some());
    assert_eq!(SignedIn::new(center, token?).accounts().await?.len(), 3);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_page_that_nobody_knows_is_told() -> Outcome {
    let server = Server::start()?;
    let center = server.center("/nowhere")?;
    for flow in [in_browser(), Flow::DeviceCode] {
        assert_eq!(
            outcome(SignIn::begin(&center, flow).await).err(),
            Some(FailureCode::IdentityCenterUnknown)
        );
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_guesses_the_state_ends_nothing() -> Outcome {
    let server = Server::start()?;
    let center = server.center("/start")?;
    let (sign_in, prompt) = SignIn::begin(&center, in_browser()).await?;
    let redirect = prompt
        .open
        .query_pairs()
        .find_map(|(name, value)| (name == "redirect_uri").then(|| value.into_owned()))
        .ok_or("no redirect")?;
    let finishing = tokio::spawn(sign_in.finish());
    let refused = server.0.browse(&format!("{redirect}?code=stolen&state=guessed"));
    assert!(
        refused.is_err_and(|error| error.to_string().contains("400")),
        "a stranger's code was taken"
    );
    server.0.browse(prompt.open.as_str())?;
    finishing.await??;
    let closed = server.0.browse(&format!("{redirect}?code=late&state=late"));
    assert!(closed.is_err_and(|error| error.to_string().contains("refused")));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_gives_up_midway_leaves_nothing_open() -> Outcome {
    let server = Server::start()?;
    let center = server.center("/start")?;
    let (sign_in, prompt) = SignIn::begin(&center, in_browser()).await?;
    let finishing = tokio::spawn(sign_in.finish());
    tokio::time::sleep(Duration::from_millis(100)).await;
    finishing.abort();
    assert!(finishing.await.is_err_and(|gone| gone.is_cancelled()));
    let closed = server.0.browse(prompt.open.as_str());
    assert!(closed.is_err_and(|error| error.to_string().contains("refused")));
    // And nothing keeps them from signing in after all.
    let (_, _, token) = server.sign_in(&center, in_browser(), "").await?;
    token?;
    Ok(())
}
