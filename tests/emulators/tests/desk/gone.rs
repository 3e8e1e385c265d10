//! What is acted on and is not there any more.

use cognito::{Failure, FailureCode, InvitationMedium, PasswordLife, SecondFactor, Username};
use emulators::{Outcome, outcome, password};

use crate::scene::{AFTER, Scene};

/// Every act, and what comes of it.
async fn acts(scene: &Scene, who: &Username) -> Result<Vec<Result<(), FailureCode>>, Failure> {
    let (client, pool) = (&scene.client, scene.pool.pool_id.as_str());
    let typed = password(AFTER)?;
    let email = InvitationMedium::Email;
    let authenticator = SecondFactor::Authenticator;
    Ok([
        client.reset_password(pool, who).await,
        client
            .set_password(pool, who, &typed, PasswordLife::Temporary)
            .await,
        client
            .set_password(pool, who, &typed, PasswordLife::Permanent)
            .await,
        client.resend_invitation(pool, who, email).await,
        client.mark_email_verified(pool, who).await,
        client.mark_phone_verified(pool, who).await,
        client.confirm_sign_up(pool, who).await,
        client.enable(pool, who).await,
        client.disable(pool, who).await,
        client.sign_out_everywhere(pool, who).await,
        client.turn_off_factor(pool, who, authenticator).await,
    ]
    .into_iter()
    .map(|came| outcome(came.map(drop)))
    .collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_user_who_is_deleted_between_list_and_act_is_told_and_not_made_again() -> Outcome {
    let (scene, maria) = Scene::with_maria().await?;
    scene.seen(&maria).await?;
    scene.administrator.delete_user(&scene.pool, "maria").await?;
    for came in acts(&scene, &maria).await? {
        assert_eq!(came, Err(FailureCode::UserNotFound));
    }
    let opened = scene.client.get_user(&scene.pool.pool_id, &maria).await;
    assert_eq!(
        opened.err().map(|failure| failure.code),
        Some(FailureCode::UserNotFound)
    );
    assert!(scene.administrator.everybody(&scene.pool).await?.is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pool_that_is_deleted_meanwhile_is_told() -> Outcome {
    let (scene, maria) = Scene::with_maria().await?;
    let pool = scene.pool.pool_id.as_str();
    let deleting = scene.administrator.client().delete_user_pool().user_pool_id(pool);
    deleting.send().await?;
    for came in acts(&scene, &maria).await? {
        assert_eq!(came, Err(FailureCode::PoolNotFound));
    }
    let reads = [
        outcome(scene.client.list_users(pool, None, None, 60).await.map(drop)),
        outcome(scene.client.describe_user_pool(pool).await.map(drop)),
        outcome(scene.client.list_groups(pool, None).await.map(drop)),
    ];
    assert_eq!(reads, [Err(FailureCode::PoolNotFound); 3]);
    Ok(())
}
