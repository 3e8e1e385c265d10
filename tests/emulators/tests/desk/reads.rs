//! What is read, and what is shown of an answer that does not fit the question.

use cognito::{
    Failure, FailureCode, Filter, FilterAttribute, FilterMatch, MfaRule, RecoveryMechanism, SignInName,
    UserStatus,
};
use emulators::{Outcome, REGION, username};
use peers::{PoolSpec, Recovery, UserSpec};
use secrecy::ExposeSecret;

use crate::scene::Scene;

#[tokio::test(flavor = "multi_thread")]
async fn pools_clients_and_groups_are_read_as_they_were_made() -> Outcome {
    let scene = Scene::set(PoolSpec {
        recovery: Recovery::PhoneThenEmail,
        secret: true,
        hides_existence: true,
        ..PoolSpec::default()
    })
    .await?;
    let (client, pool) = (&scene.client, scene.pool.pool_id.as_str());
    let listed = client.list_user_pools(None).await?.pools;
    let entry = listed.iter().find(|entry| entry.id == pool);
    let entry = entry.map(|entry| (entry.region.as_str(), entry.name.as_str()));
    assert_eq!(entry, Some((REGION, "Made by a test")));

    let settings = client.describe_user_pool(pool).await?;
    let in_order = [RecoveryMechanism::VerifiedPhone, RecoveryMechanism::VerifiedEmail];
    assert_eq!(settings.recovery, in_order);
    assert_eq!(settings.alias_contacts, [SignInName::Email]);
    assert!(settings.case_sensitive && settings.username_contacts.is_empty());
    assert_eq!(settings.mfa, MfaRule::Off);

    let clients = client.list_app_clients(pool, None).await?.clients;
    let ids: Vec<_> = clients.iter().map(|client| client.id.as_str()).collect();
    assert_eq!(ids, [scene.pool.client_id.as_str()]);
    let (app_client, secret) = client.describe_app_client(pool, &scene.pool.client_id).await?;
    assert!(app_client.has_secret && app_client.hides_accounts);
    assert!(app_client.password_by_srp && app_client.password_plain);
    let secret = secret.map(|secret| secret.expose().expose_secret().to_owned());
    assert_eq!(secret, scene.pool.client_secret);

    let maria = UserSpec {
        username: "maria",
        ..UserSpec::default()
    };
    scene.administrator.create_user(&scene.pool, &maria).await?;
    scene
        .administrator
        .put_in_group(&scene.pool, "staff", "maria")
        .await?;
    let groups = client.list_groups(pool, None).await?.groups;
    assert_eq!(groups, client.groups_of_user(pool, &username("maria")?).await?);
    assert_eq!(
        groups.iter().map(|group| group.name.as_str()).collect::<Vec<_>>(),
        ["staff"]
    );
    let members = client.users_in_group(pool, "staff", None).await?.users;
    assert_eq!(
        members
            .iter()
            .map(|user| user.username.as_str())
            .collect::<Vec<_>>(),
        ["maria"]
    );
    let nobodys = client.users_in_group(pool, "no such group", None).await;
    assert_eq!(
        nobodys.err().map(|failure| failure.code),
        Some(FailureCode::GroupNotFound)
    );
    Ok(())
}

/// ministack answers with everybody, or with the wrong people, where it can't read a filter. The
/// desk shows nobody who doesn't fit what was asked.
#[tokio::test(flavor = "multi_thread")]
async fn an_answer_to_another_question_shows_nobody() -> Outcome {
    let (scene, _) = Scene::with_maria().await?;
    let pool = scene.pool.pool_id.as_str();
    let tove = UserSpec {
        username: "tove",
        email: Some(("\"tove\"@example.com", false)),
        ..UserSpec::default()
    };
    scene.administrator.create_user(&scene.pool, &tove).await?;
    let found = |filter: Filter| {
        let client = &scene.client;
        async move {
            let page = client.list_users(pool, Some(&filter), None, 60).await?;
            let names = page.users.into_iter().map(|user| user.username);
            Ok::<Vec<String>, Failure>(names.collect())
        }
    };
    let invited = Filter::in_status(UserStatus::ForceChangePassword).ok_or("no such status")?;
    assert_eq!(found(invited).await?, ["tove"]);
    let reset = Filter::in_status(UserStatus::ResetRequired).ok_or("no such status")?;
    assert!(found(reset).await?.is_empty());
    for (matching, typed) in [
        (FilterMatch::Beginning, r#"" or email ^= ""#),
        (FilterMatch::Beginning, r"\"),
        (FilterMatch::Whole, r#"maria@example.com" or email = "x"#),
    ] {
        let filter = Filter::new(FilterAttribute::Email, matching, typed).map_err(Failure::from)?;
        assert!(found(filter).await?.is_empty(), "{typed}");
    }
    let without_case = Filter::new(FilterAttribute::Email, FilterMatch::Whole, "MARIA@example.com")
        .map_err(Failure::from)?;
    let page = scene
        .client
        .list_users(pool, Some(&without_case), None, 60)
        .await?;
    assert!(page.any_case && page.users.len() == 1);
    Ok(())
}
