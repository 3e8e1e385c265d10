//! How a sign-in at the practice pool begins: the proof, the lock, the clock, the names, the flows.

use std::time::Duration;

use aws_sdk_cognitoidentityprovider::types::{
    AliasAttributeType, ExplicitAuthFlowsType as Flow, PreventUserExistenceErrorTypes, UsernameAttributeType,
};
use cognito::sign_in::Step;
use cognito::{FailureCode, Retry};
use practice::Moment;
use practice::seeds::{FABRIKAM, NORTHWIND, PASSWORD};
use serde_json::Value;

use super::super::practised_pool::{Bench, USUAL, begin};
use super::super::words::refusal;

const WRONG: &str = "Wrong-Passw0rd";

/// The step that a sign-in comes to by the password alone.
async fn step(bench: &Bench, name: &str) -> Result<Step, cognito::Failure> {
    bench
        .begin(name, PASSWORD)
        .await
        .map(|(_, progress)| progress.step)
}

#[tokio::test]
async fn the_right_password_works_and_leaves_no_tokens() {
    for (pool, names) in [
        (&NORTHWIND, ["jane@example.com", "Jane@Example.com"]),
        (&FABRIKAM, ["maria", "maria@example.com"]),
    ] {
        let bench = Bench::seeded(pool);
        for name in names {
            assert_eq!(step(&bench, name).await, Ok(Step::Done), "{name}");
        }
        let counted = ["InitiateAuth", "RespondToAuthChallenge"].map(|name| bench.requests(name));
        assert_eq!(counted, [2, 2]);
        bench.all_tokens_are_revoked(2).await;
    }
}

/// The pool refuses an alias in the proof, and a hash over anything but the name beside it.
#[tokio::test]
async fn a_proof_of_an_alias_with_a_secret_names_whom_the_pool_names() {
    let canonical = |bench: &Bench| {
        let said = bench.said();
        let names: Vec<Value> = said
            .iter()
            .filter(|said| said.operation == "RespondToAuthChallenge")
            .map(|said| said.asked["ChallengeResponses"]["USERNAME"].clone())
            .collect();
        names
    };
    let aliases = Bench::new(
        |pool| {
            pool.alias_attributes(AliasAttributeType::Email)
                .alias_attributes(AliasAttributeType::PhoneNumber)
        },
        |client| client.generate_secret(true),
    )
    .await;
    aliases.plant("ada", |_| {});
    for name in ["ada", "ada@example.com", "+4915112349934"] {
        assert_eq!(step(&aliases, name).await, Ok(Step::Done), "{name}");
    }
    assert_eq!(canonical(&aliases), ["ada", "ada", "ada"]);
    aliases.all_tokens_are_revoked(3).await;

    let contacts = Bench::new(
        |pool| pool.username_attributes(UsernameAttributeType::Email),
        |client| client.generate_secret(true),
    )
    .await;
    contacts.plant("ada", |_| {});
    assert_eq!(step(&contacts, "ada@example.com").await, Ok(Step::Done));
    let names = canonical(&contacts);
    assert_eq!(names[0].as_str().unwrap().len(), 36, "a UUID");
    contacts.all_tokens_are_revoked(1).await;
}

#[tokio::test]
async fn a_wrong_password_and_nobody_are_told_the_same() {
    for existence in [
        PreventUserExistenceErrorTypes::Enabled,
        PreventUserExistenceErrorTypes::Legacy,
    ] {
        for flow in [
            Flow::AllowUserSrpAuth,
            Flow::AllowUserPasswordAuth,
            Flow::AllowUserAuth,
        ] {
            let bench = Bench::new(
                |pool| pool,
                |client| {
                    client
                        .prevent_user_existence_errors(existence.clone())
                        .explicit_auth_flows(flow.clone())
                },
            )
            .await;
            bench.plant("ada", |_| {});
            for name in ["ada", "nobody"] {
                let wrong = bench.begin(name, WRONG).await;
                assert_eq!(
                    refusal(wrong),
                    FailureCode::WrongPassword,
                    "{existence} {flow} {name}"
                );
            }
        }
    }
}

#[tokio::test]
async fn somebody_switched_off_is_told_so_where_the_pool_tells() {
    for (existence, expected) in [
        (
            PreventUserExistenceErrorTypes::Enabled,
            FailureCode::WrongPassword,
        ),
        (PreventUserExistenceErrorTypes::Legacy, FailureCode::UserDisabled),
    ] {
        let bench = Bench::new(
            |pool| pool,
            |client| client.prevent_user_existence_errors(existence),
        )
        .await;
        bench.plant("ada", |ada| ada.enabled = false);
        assert_eq!(refusal(step(&bench, "ada").await), expected);
    }
}

#[tokio::test]
async fn each_flow_suffices() {
    for (flow, attempts) in [
        (Flow::AllowUserSrpAuth, 1),
        (Flow::AllowUserAuth, 2),
        (Flow::AllowUserPasswordAuth, 3),
    ] {
        let bench = Bench::allowing(&[flow.clone(), Flow::AllowRefreshTokenAuth]).await;
        bench.plant("ada", |_| {});
        let client = bench.client();
        let (_, progress) = begin(&client, "ada", PASSWORD).await.unwrap();
        assert_eq!(progress.step, Step::Done, "{flow}");
        assert_eq!(bench.requests("InitiateAuth"), attempts, "{flow}");
        begin(&client, "ada", PASSWORD).await.unwrap();
        assert_eq!(
            bench.requests("InitiateAuth"),
            attempts + 1,
            "{flow} is remembered"
        );
        let tells_the_password = bench.said().iter().any(|said| {
            let said = said.asked.to_string();
            said.contains(PASSWORD)
        });
        assert_eq!(tells_the_password, flow == Flow::AllowUserPasswordAuth);
        bench.all_tokens_are_revoked(2).await;
    }
}

/// A custom sign-in is for the pool's own apps.
#[tokio::test]
async fn a_client_without_any_of_them_is_told_so() {
    for flow in [
        Flow::AllowCustomAuth,
        Flow::AllowAdminUserPasswordAuth,
        Flow::AllowRefreshTokenAuth,
    ] {
        let bench = Bench::allowing(&[flow]).await;
        bench.plant("ada", |_| {});
        assert_eq!(refusal(step(&bench, "ada").await), FailureCode::FlowNotEnabled);
        assert_eq!(bench.requests("InitiateAuth"), 3);
    }
}

#[tokio::test]
async fn the_lock_is_told_as_long_as_it_is() {
    for flow in [
        Flow::AllowUserSrpAuth,
        Flow::AllowUserPasswordAuth,
        Flow::AllowUserAuth,
    ] {
        let bench = Bench::allowing(std::slice::from_ref(&flow)).await;
        bench.plant("ada", |_| {});
        let client = bench.client();
        let mut locks = Vec::new();
        for wrong in 1..=8 {
            assert_eq!(
                refusal(begin(&client, "ada", WRONG).await),
                FailureCode::WrongPassword
            );
            if wrong < 5 {
                continue;
            }
            let locked = begin(&client, "ada", PASSWORD).await.map(|_| ()).unwrap_err();
            assert_eq!(locked.code, FailureCode::LockedOut, "{flow} after {wrong}");
            let Retry::After { seconds } = locked.retry else {
                panic!("{locked:?}");
            };
            locks.push(seconds);
            bench.wait(u64::from(seconds));
        }
        for (told, lock) in locks.iter().zip([1, 2, 4, 8]) {
            assert!((lock..=lock + 1).contains(told), "{flow}: {told} for {lock}");
        }
        assert_eq!(begin(&client, "ada", PASSWORD).await.unwrap().1.step, Step::Done);
    }
}

/// The pool takes no proof whose time is more than five minutes from its own.
#[tokio::test]
async fn a_clock_that_is_wrong_here_stops_nobody() {
    let six_minutes = Duration::from_secs(6 * 60);
    let a_day = Duration::from_secs(86_400);
    let bench = Bench::allowing(&USUAL).await;
    bench.plant("ada", |_| {});
    let now = bench.pools.clock().now();
    for moment in [
        now.minus(six_minutes),
        now.plus(six_minutes),
        now.minus(a_day),
        now.plus(a_day),
        Moment::from_epoch_seconds(951_827_696),
    ] {
        bench.pools.clock().set(moment);
        assert_eq!(step(&bench, "ada").await, Ok(Step::Done));
    }
}
