//! Passwords that an administrator gives.

use cognito::{Failure, FailureCode, NewPassword, PasswordLife, UserStatus};
use desk::temporary_password;
use emulators::{Outcome, outcome, password, username};
use peers::{Policy, PoolSpec, SignedIn};

use crate::scene::{AFTER, BEFORE, EMAIL, Scene, refused};

#[tokio::test(flavor = "multi_thread")]
async fn a_temporary_password_asks_for_another_and_a_permanent_one_does_not() -> Outcome {
    let (scene, maria) = Scene::with_maria().await?;
    let pool = scene.pool.pool_id.as_str();
    let set = |life| {
        let typed = password(AFTER);
        let (client, maria) = (&scene.client, &maria);
        async move { client.set_password(pool, maria, &typed?, life).await }
    };
    set(PasswordLife::Temporary).await?;
    assert_eq!(scene.status("maria").await?, "FORCE_CHANGE_PASSWORD");
    assert_eq!(scene.seen(&maria).await?, (UserStatus::ForceChangePassword, true));
    let challenge = SignedIn::Challenge("NEW_PASSWORD_REQUIRED".into());
    assert_eq!(scene.sign_in("maria", AFTER).await?, challenge);
    assert_eq!(
        scene.sign_in("maria", BEFORE).await?,
        refused("NotAuthorizedException")
    );

    set(PasswordLife::Permanent).await?;
    assert_eq!(scene.status("maria").await?, "CONFIRMED");
    assert_eq!(scene.sign_in("maria", AFTER).await?, SignedIn::Yes);
    assert_eq!(scene.ministack.messages_to(EMAIL)?, 0, "nobody is told of it");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_against_the_policy_is_refused_and_the_old_one_stays() -> Outcome {
    let (scene, maria) = Scene::with_maria().await?;
    for (typed, expected) in [
        ("no-capitals-2026", FailureCode::PasswordNeedsUppercase),
        ("NO-SMALLS-2026", FailureCode::PasswordNeedsLowercase),
        ("No-numbers", FailureCode::PasswordNeedsNumber),
        ("NoSymbols2026", FailureCode::PasswordNeedsSymbol),
    ] {
        for life in [PasswordLife::Temporary, PasswordLife::Permanent] {
            let came = scene
                .client
                .set_password(&scene.pool.pool_id, &maria, &password(typed)?, life)
                .await;
            assert_eq!(outcome(came), Err(expected), "{typed}");
        }
    }
    assert_eq!(scene.sign_in("maria", BEFORE).await?, SignedIn::Yes);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn passwords_that_the_desk_makes_are_taken_by_the_pools_they_were_made_for() -> Outcome {
    let strictest = Policy {
        minimum_length: 99,
        ..PoolSpec::default().policy
    };
    let laxest = Policy {
        minimum_length: 6,
        uppercase: false,
        lowercase: false,
        numbers: false,
        symbols: false,
    };
    for policy in [PoolSpec::default().policy, strictest, laxest] {
        let scene = Scene::set(PoolSpec {
            policy,
            ..PoolSpec::default()
        })
        .await?;
        // Where 99 characters are wanted, ministack refuses the password that it makes up itself.
        let own = "Before-2026!".repeat(9);
        scene
            .administrator
            .sign_up(&scene.pool, "noah", &own, "noah@example.com")
            .await?;
        scene
            .client
            .confirm_sign_up(&scene.pool.pool_id, &username("noah")?)
            .await?;
        let pool = scene.client.describe_user_pool(&scene.pool.pool_id).await?;
        let made = temporary_password::generate(&pool.password_policy);
        let sent = NewPassword::parse(made.to_send()).map_err(Failure::from)?;
        scene
            .client
            .set_password(&pool.id, &username("noah")?, &sent, PasswordLife::Temporary)
            .await?;
        let challenge = SignedIn::Challenge("NEW_PASSWORD_REQUIRED".into());
        assert_eq!(
            scene.sign_in("noah", &made.expose()).await?,
            challenge,
            "{policy:?}"
        );
    }
    Ok(())
}
