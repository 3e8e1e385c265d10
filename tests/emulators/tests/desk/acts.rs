//! Every act but the passwords: each once, and what it did.

use cognito::{FailureCode, InvitationMedium, SecondFactor, UserStatus};
use emulators::{Outcome, outcome, password, username};
use peers::{SignedIn, UserSpec};

use crate::scene::{AFTER, BEFORE, EMAIL, PHONE, Scene, refused};

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_code_is_sent_and_ends_the_password() -> Outcome {
    let (scene, maria) = Scene::with_maria().await?;
    let acted = scene.client.reset_password(&scene.pool.pool_id, &maria).await?;
    assert!(acted.request_id.is_some());
    assert_eq!(scene.status("maria").await?, "RESET_REQUIRED");
    assert_eq!(scene.seen(&maria).await?, (UserStatus::ResetRequired, true));
    assert_eq!(
        scene.sign_in("maria", BEFORE).await?,
        refused("PasswordResetRequiredException")
    );

    // The code is one that gets her back in.
    assert_eq!(scene.ministack.messages_to(EMAIL)?, 1);
    let code = emulators::code(&scene.ministack.newest_code(EMAIL)?)?;
    let own = emulators::client(&scene.pool, scene.ministack.base_url(), None)?;
    cognito::recovery::confirm_forgot_password(&own, &maria, &code, &password(AFTER)?).await?;
    assert_eq!(scene.sign_in("maria", AFTER).await?, SignedIn::Yes);
    assert_eq!(scene.seen(&maria).await?, (UserStatus::Confirmed, true));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_is_sent_again_and_never_makes_anybody() -> Outcome {
    let (scene, _) = Scene::with_maria().await?;
    let pool = scene.pool.pool_id.as_str();
    let nina = UserSpec {
        username: "nina",
        email: Some(("nina@example.com", true)),
        ..UserSpec::default()
    };
    scene.administrator.create_user(&scene.pool, &nina).await?;
    assert_eq!(scene.ministack.messages_to("nina@example.com")?, 0);
    for times in 1..=2 {
        scene
            .client
            .resend_invitation(pool, &username("nina")?, InvitationMedium::Email)
            .await?;
        assert_eq!(scene.ministack.messages_to("nina@example.com")?, times);
    }
    assert_eq!(scene.status("nina").await?, "FORCE_CHANGE_PASSWORD");

    let came = scene
        .client
        .resend_invitation(pool, &username("nobody@example.com")?, InvitationMedium::Email)
        .await;
    assert_eq!(outcome(came), Err(FailureCode::UserNotFound));
    let mut everybody = scene.administrator.everybody(&scene.pool).await?;
    everybody.sort_unstable();
    assert_eq!(everybody, ["maria", "nina"]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contact_is_marked_verified_and_nothing_else_about_it_changes() -> Outcome {
    let (scene, maria) = Scene::with_maria().await?;
    let pool = scene.pool.pool_id.as_str();
    let before = scene.administrator.observe(&scene.pool, "maria").await?;
    assert_eq!(before.attribute("phone_number_verified"), Some("false"));

    scene.client.mark_phone_verified(pool, &maria).await?;
    let mut expected = before;
    expected
        .attributes
        .insert("phone_number_verified".into(), "true".into());
    assert_eq!(scene.administrator.observe(&scene.pool, "maria").await?, expected);
    let phone = scene.client.get_user(pool, &maria).await?.user.phone;
    assert!(phone.is_some_and(|phone| phone.verified && phone.value == PHONE));

    let ruth = UserSpec {
        username: "ruth",
        email: Some(("ruth@example.com", false)),
        ..UserSpec::default()
    };
    scene.administrator.create_user(&scene.pool, &ruth).await?;
    scene.client.mark_email_verified(pool, &username("ruth")?).await?;
    let ruth = scene.administrator.observe(&scene.pool, "ruth").await?;
    assert_eq!(
        (ruth.attribute("email"), ruth.attribute("email_verified")),
        (Some("ruth@example.com"), Some("true"))
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_up_is_confirmed_in_the_users_place() -> Outcome {
    let (scene, _) = Scene::with_maria().await?;
    scene
        .administrator
        .sign_up(&scene.pool, "noah", BEFORE, "noah@example.com")
        .await?;
    assert_eq!(
        scene.sign_in("noah", BEFORE).await?,
        refused("UserNotConfirmedException")
    );
    let noah = username("noah")?;
    assert_eq!(scene.seen(&noah).await?, (UserStatus::Unconfirmed, true));
    scene.client.confirm_sign_up(&scene.pool.pool_id, &noah).await?;
    let seen = scene.administrator.observe(&scene.pool, "noah").await?;
    assert_eq!(seen.status, "CONFIRMED");
    assert_ne!(
        seen.attribute("email_verified"),
        Some("true"),
        "no contact is verified by it"
    );
    assert_eq!(scene.sign_in("noah", BEFORE).await?, SignedIn::Yes);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_is_switched_off_and_on() -> Outcome {
    let (scene, maria) = Scene::with_maria().await?;
    let pool = scene.pool.pool_id.as_str();
    let refresh_token = scene
        .administrator
        .refresh_token(&scene.pool, "maria", BEFORE)
        .await?;
    scene.client.disable(pool, &maria).await?;
    assert!(!scene.administrator.observe(&scene.pool, "maria").await?.enabled);
    assert_eq!(scene.seen(&maria).await?, (UserStatus::Confirmed, false));
    assert_eq!(
        scene.sign_in("maria", BEFORE).await?,
        refused("NotAuthorizedException")
    );

    scene.client.enable(pool, &maria).await?;
    assert!(scene.administrator.observe(&scene.pool, "maria").await?.enabled);
    assert_eq!(scene.sign_in("maria", BEFORE).await?, SignedIn::Yes);
    // What was signed in before it was switched off stays ended.
    assert_eq!(
        scene.administrator.refresh(&scene.pool, &refresh_token).await?,
        refused("NotAuthorizedException")
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn sign_ins_are_ended_everywhere_and_the_password_stays() -> Outcome {
    let (scene, maria) = Scene::with_maria().await?;
    let signed_in = [
        scene
            .administrator
            .refresh_token(&scene.pool, "maria", BEFORE)
            .await?,
        scene
            .administrator
            .refresh_token(&scene.pool, "maria", BEFORE)
            .await?,
    ];
    for token in &signed_in {
        assert_eq!(
            scene.administrator.refresh(&scene.pool, token).await?,
            SignedIn::Yes
        );
    }
    scene
        .client
        .sign_out_everywhere(&scene.pool.pool_id, &maria)
        .await?;
    for token in &signed_in {
        assert_eq!(
            scene.administrator.refresh(&scene.pool, token).await?,
            refused("NotAuthorizedException")
        );
    }
    assert_eq!(scene.status("maria").await?, "CONFIRMED");
    assert_eq!(scene.sign_in("maria", BEFORE).await?, SignedIn::Yes);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn one_factor_is_turned_off_and_the_other_stays() -> Outcome {
    let (scene, maria) = Scene::with_maria().await?;
    let pool = scene.pool.pool_id.as_str();
    scene
        .administrator
        .switch_on_factors(&scene.pool, "maria")
        .await?;
    let opened = scene.client.get_user(pool, &maria).await?;
    let mut factors = opened.factors;
    factors.sort_unstable();
    assert_eq!(factors, [SecondFactor::Sms, SecondFactor::Authenticator]);
    assert_eq!(opened.preferred_factor, Some(SecondFactor::Authenticator));

    scene
        .client
        .turn_off_factor(pool, &maria, SecondFactor::Authenticator)
        .await?;
    let seen = scene.administrator.observe(&scene.pool, "maria").await?;
    assert_eq!(seen.factors, ["SMS_MFA"]);
    scene
        .client
        .turn_off_factor(pool, &maria, SecondFactor::Sms)
        .await?;
    assert!(
        scene
            .administrator
            .observe(&scene.pool, "maria")
            .await?
            .factors
            .is_empty()
    );
    assert_eq!(scene.client.get_user(pool, &maria).await?.preferred_factor, None);
    Ok(())
}
