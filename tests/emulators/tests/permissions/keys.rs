//! Keys that are wrong, over, or a role's.

use access::{Access, AssumedRole, Endpoints, Network, ProfileFiles, Sessions, Way};
use aws_credential_types::Credentials;
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use cognito::{FailureCode, NetworkSettings, network};
use desk::permissions::{Job, actions};
use emulators::{Outcome, REGION, admin_client, credentials, outcome, username};
use peers::{IamKey, Identity};
use url::Url;

use crate::scene::{Scene, let_through, set};

/// What comes of a read and of an act with these credentials.
async fn read_and_act(
    scene: &Scene,
    credentials: SharedCredentialsProvider,
) -> Result<[Result<(), FailureCode>; 2], Box<dyn std::error::Error>> {
    let client = admin_client(scene.ministack.base_url(), credentials)?;
    let pool = &scene.pool.pool_id;
    Ok([
        outcome(client.list_users(pool, None, None, 60).await.map(drop)),
        outcome(client.disable(pool, &username("maria")?).await.map(drop)),
    ])
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_that_are_wrong_are_told_from_keys_that_may_not() -> Outcome {
    let scene = Scene::set().await?;
    let ministack = &scene.ministack;
    let key = scene.somebody_for("noah", Job::HelpDesk)?;
    let invalid = [Err(FailureCode::AccessInvalid); 2];
    let may_not = [Ok(()), Err(FailureCode::AccessDenied)];

    assert_eq!(read_and_act(&scene, credentials(&key, None)).await?, may_not);
    let other_secret = IamKey {
        secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".into(),
        ..key.clone()
    };
    assert_eq!(
        read_and_act(&scene, credentials(&other_secret, None)).await?,
        invalid
    );
    let other_id = IamKey {
        id: "AKIAIOSFODNN7EXAMPLE".into(),
        ..key.clone()
    };
    assert_eq!(read_and_act(&scene, credentials(&other_id, None)).await?, invalid);
    let with_token = credentials(&key, Some("a token that comes with no such key"));
    assert_eq!(read_and_act(&scene, with_token).await?, invalid);

    // Its owner switches the key off and on again, then deletes it.
    let key_of_noah = [("UserName", "noah"), ("AccessKeyId", key.id.as_str())];
    for (status, expected) in [("Inactive", invalid), ("Active", may_not)] {
        let mut parameters = key_of_noah.to_vec();
        parameters.push(("Status", status));
        ministack.iam("UpdateAccessKey", &parameters)?;
        let came = read_and_act(&scene, credentials(&key, None)).await?;
        assert_eq!(came, expected, "{status}");
    }
    ministack.iam("DeleteAccessKey", &key_of_noah)?;
    assert_eq!(read_and_act(&scene, credentials(&key, None)).await?, invalid);
    assert!(scene.maria().await?.enabled);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_roles_session_may_what_the_role_may_and_needs_its_token() -> Outcome {
    let scene = Scene::set().await?;
    let ministack = &scene.ministack;
    let trust = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::000000000000:root"},"Action":"sts:AssumeRole"}]}"#;
    let role = [("RoleName", "desk"), ("AssumeRolePolicyDocument", trust)];
    ministack.iam("CreateRole", &role)?;
    ministack.allow(Identity::Role("desk"), &scene.policy(Job::LookOnly)?)?;
    // Nothing by itself but to become the role.
    let key = ministack.create_iam_user("noah")?;
    let assume = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}]}"#;
    ministack.allow(Identity::User("noah"), assume)?;

    let home = tempfile::tempdir()?;
    let (config, keys) = (home.path().join("config"), home.path().join("credentials"));
    std::fs::write(&config, "")?;
    let text = format!(
        "[noah]\naws_access_key_id = {}\naws_secret_access_key = {}\n",
        key.id, key.secret
    );
    std::fs::write(&keys, text)?;
    let sts = Url::parse(ministack.base_url())?;
    let http = network::https_client_to(&NetworkSettings::default(), Some(&sts), None)?;
    let endpoints = Endpoints {
        sts: Some(sts),
        ..Endpoints::default()
    };
    let sessions = Sessions::new(Network::over(http, endpoints)?, ProfileFiles::at(&config, &keys));
    let access = Access {
        way: Way::Profile { name: "noah".into() },
        role: Some(AssumedRole::parse("arn:aws:iam::000000000000:role/desk", "", "")?),
        region: Some(REGION.into()),
    };
    let (session, _) = sessions.open(&access, None).await?;

    let client = admin_client(ministack.base_url(), session.credentials())?;
    assert_eq!(
        let_through(&client, &scene.pool).await?,
        set(actions(Job::LookOnly))
    );

    let of_role = session.credentials().provide_credentials().await?;
    for token in [None, Some("another token".to_owned())] {
        let spoilt = Credentials::new(
            of_role.access_key_id(),
            of_role.secret_access_key(),
            token,
            None,
            "tests",
        );
        let came = read_and_act(&scene, SharedCredentialsProvider::new(spoilt)).await?;
        assert_eq!(came, [Err(FailureCode::AccessInvalid); 2]);
    }
    Ok(())
}
