//! Signing in at the practice pool, which was written without this client and checks proofs, the
//! time in them and both secret hashes.

use cognito::sign_in::{SignIn, Step};
use cognito::{Client, FailureCode, Retry, Username, connection_file};
use practice::PracticePools;
use practice::seeds::{FABRIKAM, NORTHWIND, PASSWORD, SeededPool};
use secrecy::SecretString;

use super::words::refusal;

fn client(pools: &PracticePools, pool: &SeededPool) -> Client {
    let file = format!(
        r#"{{"readmit": 1, "name": "Test", "region": "{}", "userPoolId": "{}", "clientId": "{}", "clientSecret": {}}}"#,
        pool.region,
        pool.pool_id,
        pool.client_id,
        serde_json::json!(pool.client_secret)
    );
    let offer = connection_file::parse(file.as_bytes()).unwrap();
    let http = practice::connector::http_client(pools);
    Client::over(offer.connection, offer.client_secret, http)
}

async fn step(client: &Client, name: &str, password: &str) -> Result<Step, cognito::Failure> {
    let name = Username::parse(name, &[]).unwrap();
    let (_, progress) = SignIn::begin(client, name, SecretString::from(password)).await?;
    Ok(progress.step)
}

#[tokio::test]
async fn the_right_password_works_and_leaves_no_tokens() {
    let pools = PracticePools::seeded();
    for (pool, name) in [
        (&NORTHWIND, "jane@example.com"),
        (&NORTHWIND, "Jane@Example.com"),
        (&FABRIKAM, "maria"),
        (&FABRIKAM, "maria@example.com"),
    ] {
        assert_eq!(
            step(&client(&pools, pool), name, PASSWORD).await,
            Ok(Step::Done),
            "{name}"
        );
    }
    let requests = pools.requests();
    let counted = ["InitiateAuth", "RespondToAuthChallenge", "RevokeToken"].map(|name| requests[name]);
    assert_eq!(counted, [4, 4, 4]);
}

#[tokio::test]
async fn a_wrong_password_and_nobody_are_told_the_same() {
    let pools = PracticePools::seeded();
    for pool in [&NORTHWIND, &FABRIKAM] {
        let client = client(&pools, pool);
        let known = if pool.client_secret.is_some() {
            "jane@example.com"
        } else {
            "maria"
        };
        for name in [known, "nobody@example.com"] {
            let wrong = step(&client, name, "Wrong-Passw0rd").await;
            assert_eq!(refusal(wrong), FailureCode::WrongPassword);
        }
    }
}

#[tokio::test]
async fn the_lock_is_told_as_long_as_it_is() {
    let pools = PracticePools::seeded();
    let client = client(&pools, &NORTHWIND);
    for _ in 0..5 {
        let wrong = step(&client, "jane@example.com", "Wrong-Passw0rd").await;
        assert_eq!(refusal(wrong), FailureCode::WrongPassword);
    }
    let locked = step(&client, "jane@example.com", PASSWORD).await.unwrap_err();
    assert_eq!(locked.code, FailureCode::LockedOut);
    let Retry::After { seconds } = locked.retry else {
        panic!("{locked:?}");
    };
    assert!(seconds <= 2, "{seconds}");
    tokio::time::sleep(std::time::Duration::from_secs(seconds.into())).await;
    assert_eq!(step(&client, "jane@example.com", PASSWORD).await, Ok(Step::Done));
}

#[tokio::test]
async fn a_clock_that_is_wrong_here_stops_nobody() {
    let pools = PracticePools::seeded();
    let a_day = std::time::Duration::from_secs(86_400);
    let client = client(&pools, &NORTHWIND);
    for _ in 0..2 {
        pools.clock().advance(a_day);
        assert_eq!(step(&client, "jane@example.com", PASSWORD).await, Ok(Step::Done));
    }
}
