//! The policies of the jobs.

use std::collections::{BTreeMap, BTreeSet};

use aws_sdk_cognitoidentityprovider::error::ProvideErrorMetadata;
use cognito::FailureCode;
use desk::Act;
use desk::permissions::{Job, Standing, actions, standings};
use emulators::{Outcome, outcome, username};
use peers::Identity;

use crate::scene::{GROUP, Scene, let_through, populated, reads, set};

#[tokio::test(flavor = "multi_thread")]
async fn a_jobs_policy_lets_its_operations_through_and_no_others() -> Outcome {
    let scene = Scene::set().await?;
    for (name, job) in [
        ("look", Job::LookOnly),
        ("help", Job::HelpDesk),
        ("bulk", Job::Bulk),
    ] {
        let before = scene.maria().await?;
        let client = scene.client(&scene.somebody_for(name, job)?)?;
        assert_eq!(
            let_through(&client, &scene.pool).await?,
            set(actions(job)),
            "{job:?}"
        );
        if job == Job::LookOnly {
            assert_eq!(
                scene.maria().await?,
                before,
                "what was refused has changed nothing"
            );
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_policy_everything_is_refused_and_nothing_changed() -> Outcome {
    let scene = Scene::set().await?;
    let before = scene.maria().await?;
    let key = scene.ministack.create_iam_user("nobody")?;
    let client = scene.client(&key)?;
    assert_eq!(let_through(&client, &scene.pool).await?, BTreeSet::new());
    assert_eq!(scene.maria().await?, before);
    assert_eq!(scene.ministack.messages_to("maria@example.com")?, 0);

    // Allowed meanwhile, with the same key and the same client.
    scene
        .ministack
        .allow(Identity::User("nobody"), &scene.policy(Job::HelpDesk)?)?;
    assert_eq!(
        let_through(&client, &scene.pool).await?,
        set(actions(Job::HelpDesk))
    );
    Ok(())
}

/// The service's code of what was refused.
fn error_code<T, E: ProvideErrorMetadata>(came: Result<T, E>) -> Option<String> {
    came.err().and_then(|error| error.code().map(str::to_owned))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_widest_policy_goes_no_further_than_its_pool_and_the_desk() -> Outcome {
    let scene = Scene::set().await?;
    let another = populated(&scene.ministack).await?;
    let key = scene.somebody_for("bulk", Job::Bulk)?;
    let client = scene.client(&key)?;
    assert_eq!(let_through(&client, &another).await?, set(vec!["ListUserPools"]));

    // What an administrator could do with the same key and another program.
    let sdk = scene.ministack.administrator_as(&key).client().clone();
    let pool = &scene.pool.pool_id;
    let deleted_user = sdk.admin_delete_user().user_pool_id(pool).username("maria");
    let deleted_pool = sdk.delete_user_pool().user_pool_id(pool);
    let app_client = sdk
        .create_user_pool_client()
        .user_pool_id(pool)
        .client_name("mine");
    let changed_pool = sdk.update_user_pool().user_pool_id(pool);
    let made_pool = sdk.create_user_pool().pool_name("mine");
    let added = sdk
        .admin_add_user_to_group()
        .user_pool_id(pool)
        .group_name(GROUP)
        .username("maria");
    let refused = [
        error_code(deleted_user.send().await),
        error_code(deleted_pool.send().await),
        error_code(app_client.send().await),
        error_code(changed_pool.send().await),
        error_code(made_pool.send().await),
        error_code(added.send().await),
    ];
    assert_eq!(
        refused,
        std::array::from_fn(|_| Some("AccessDeniedException".to_owned()))
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_permission_is_checked_by_reading_with_a_name_that_nobody_has() -> Outcome {
    let scene = Scene::set().await?;
    let client = scene.client(&scene.somebody_for("look", Job::LookOnly)?)?;
    let (pool, nobody) = (&scene.pool, username("nobody-by-this-name")?);
    let mut tried = BTreeMap::new();
    for (action, came) in reads(&client, pool, &nobody).await {
        if let Err(failure) = &came {
            let expected = match action {
                "AdminGetUser" | "AdminListGroupsForUser" => FailureCode::UserNotFound,
                _ => FailureCode::AccessDenied,
            };
            assert_eq!(failure.code, expected, "{action}");
        }
        let denied = outcome(came) == Err(FailureCode::AccessDenied);
        tried.insert(action.to_owned(), !denied);
    }
    let settings = client.describe_user_pool(&pool.pool_id).await?;
    tried.insert("GetUserPoolMfaConfig".to_owned(), settings.factors.is_some());
    // Everything that changes nothing, and nothing else.
    let is_act = |action: &&str| Act::ALL.iter().any(|act| act.iam_action() == *action);
    let harmless: BTreeSet<_> = actions(Job::Bulk)
        .into_iter()
        .filter(|action| !is_act(action))
        .collect();
    assert_eq!(
        tried.keys().map(String::as_str).collect::<BTreeSet<_>>(),
        harmless
    );

    let known = standings(Job::Bulk, &tried);
    let those = |standing| -> Vec<&str> {
        let fitting = known.iter().filter(|permission| permission.standing == standing);
        fitting.map(|permission| permission.action.as_str()).collect()
    };
    assert_eq!(those(Standing::Allowed), actions(Job::LookOnly));
    assert_eq!(those(Standing::Denied), ["ListGroups", "ListUsersInGroup"]);
    assert!(those(Standing::NotTried).contains(&"AdminDisableUser"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn second_factors_that_may_not_be_read_are_unknown_and_nothing_else_fails() -> Outcome {
    let scene = Scene::set().await?;
    let key = scene.ministack.create_iam_user("half")?;
    let half = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"cognito-idp:DescribeUserPool","Resource":"*"}]}"#;
    scene.ministack.allow(Identity::User("half"), half)?;
    let settings = scene
        .client(&key)?
        .describe_user_pool(&scene.pool.pool_id)
        .await?;
    assert_eq!((settings.id, settings.factors), (scene.pool.pool_id, None));
    Ok(())
}
