//! An administrator tries a password at the practice pool, in every state that a user can be in.

use aws_sdk_cognitoidentityprovider::types::{
    AliasAttributeType, ExplicitAuthFlowsType as Flow, UserPoolMfaType,
};
use cognito::{Failure, FailureCode, TrialClient, TriedPassword, Username};
use practice::seeds::PASSWORD;
use practice::{Factor as Has, UserStatus};
use secrecy::SecretString;

use super::super::practised_pool::Bench;

const WRONG: &str = "Wrong-Passw0rd";

async fn bench() -> Bench {
    Bench::new(
        |pool| pool.alias_attributes(AliasAttributeType::Email),
        |client| {
            client
                .generate_secret(true)
                .explicit_auth_flows(Flow::AllowAdminUserPasswordAuth)
                .explicit_auth_flows(Flow::AllowRefreshTokenAuth)
        },
    )
    .await
}

async fn tried(bench: &Bench, name: &str, password: &str) -> Result<TriedPassword, Failure> {
    let secret = bench.client_secret();
    let client = TrialClient {
        id: &bench.client_id,
        secret: secret.as_ref(),
    };
    let name = Username::parse(name, &[]).unwrap();
    let password = SecretString::from(password);
    bench
        .admin()
        .try_password(&bench.pool_id, client, &name, &password)
        .await
}

async fn not_tried(bench: &Bench, name: &str) {
    let refused = tried(bench, name, PASSWORD).await;
    assert_eq!(
        refused.map_err(|failure| failure.code),
        Err(FailureCode::ActNotPossible)
    );
    assert_eq!(bench.requests("AdminInitiateAuth"), 0, "nothing was tried");
    assert_eq!(bench.codes_sent(), 0);
}

#[tokio::test]
async fn a_right_password_works_by_any_name_and_leaves_no_tokens() {
    let bench = bench().await;
    bench.plant("ada", |_| {});
    for name in ["ada", "ada@example.com"] {
        assert_eq!(tried(&bench, name, PASSWORD).await, Ok(TriedPassword::Works));
    }
    bench.all_tokens_are_revoked(2).await;
}

#[tokio::test]
async fn a_wrong_password_counts_until_the_lock() {
    let bench = bench().await;
    bench.plant("ada", |_| {});
    for _ in 0..5 {
        assert_eq!(tried(&bench, "ada", WRONG).await, Ok(TriedPassword::Wrong));
    }
    assert_eq!(tried(&bench, "ada", PASSWORD).await, Ok(TriedPassword::LockedOut));
    bench.wait(1);
    assert_eq!(tried(&bench, "ada", PASSWORD).await, Ok(TriedPassword::Works));
}

#[tokio::test]
async fn nothing_is_tried_in_a_state_that_it_would_harm_or_say_nothing_of() {
    for status in [
        UserStatus::ForceChangePassword,
        UserStatus::ResetRequired,
        UserStatus::Unconfirmed,
        UserStatus::ExternalProvider,
    ] {
        let bench = bench().await;
        bench.plant("ada", |ada| ada.status = status);
        not_tried(&bench, "ada").await;
    }
    let bench = bench().await;
    bench.plant("ada", |ada| ada.enabled = false);
    not_tried(&bench, "ada").await;
}

#[tokio::test]
async fn nobody_gets_a_code_for_a_trial() {
    for factors in [
        vec![Has::Sms],
        vec![Has::Email],
        vec![Has::Sms, Has::Authenticator],
    ] {
        let bench = bench().await;
        bench.offer_every_factor(UserPoolMfaType::Optional).await;
        bench.plant("ada", |ada| ada.factors = factors);
        not_tried(&bench, "ada").await;
    }
}

/// A pool that wants a second factor sends a code to whatever contact there is, though nobody
/// switched it on.
#[tokio::test]
async fn nobody_gets_a_code_that_only_the_pool_wants() {
    let bench = bench().await;
    bench.offer_every_factor(UserPoolMfaType::On).await;
    bench.plant("ada", |ada| ada.phone_number = None);
    not_tried(&bench, "ada").await;
}

#[tokio::test]
async fn a_password_before_an_authenticator_can_be_tried() {
    for rule in [UserPoolMfaType::Optional, UserPoolMfaType::On] {
        let bench = bench().await;
        bench.offer_every_factor(rule).await;
        bench.plant("ada", |ada| ada.factors = vec![Has::Authenticator]);
        assert_eq!(tried(&bench, "ada", PASSWORD).await, Ok(TriedPassword::Works));
        assert_eq!(tried(&bench, "ada", WRONG).await, Ok(TriedPassword::Wrong));
        bench.all_tokens_are_revoked(0).await;
    }
}

#[tokio::test]
async fn nobody_and_a_client_without_the_flow_are_told() {
    let bench = bench().await;
    let refused = tried(&bench, "nobody", PASSWORD).await;
    assert_eq!(
        refused.map_err(|failure| failure.code),
        Err(FailureCode::UserNotFound)
    );
    let bench = Bench::allowing(&[Flow::AllowUserSrpAuth]).await;
    bench.plant("ada", |_| {});
    let refused = tried(&bench, "ada", PASSWORD).await;
    assert_eq!(
        refused.map_err(|failure| failure.code),
        Err(FailureCode::FlowNotEnabled)
    );
}
