//! The acts and reads of an administrator against the practice pool, and what its people are like
//! before and after.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::time::Duration;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use cognito::{
    AdminClient, FailureCode, InvitationMedium, MfaRule, NewPassword, PasswordLife, RecoveryMechanism,
    SecondFactor, SignInName, UserStatus, Username,
};
use practice::seeds::{ACCESS_KEY, FABRIKAM, NORTHWIND, TAILSPIN};
use practice::{Clock, Contents, Fault, FaultKind, PracticePools};
use secrecy::{ExposeSecret, SecretString};

fn client_with(pools: &PracticePools, id: &str, secret: &str) -> AdminClient {
    let keys = Credentials::new(id, secret, None, None, "test");
    AdminClient::over(
        FABRIKAM.region,
        None,
        SharedCredentialsProvider::new(keys),
        practice::connector::http_client(pools),
    )
    .unwrap()
}

fn client(pools: &PracticePools) -> AdminClient {
    client_with(pools, ACCESS_KEY.0, ACCESS_KEY.1)
}

fn named(name: &str) -> Username {
    Username::parse(name, &[]).unwrap()
}

fn password() -> NewPassword {
    NewPassword::parse(SecretString::from("Correct-Horse-42")).unwrap()
}

#[tokio::test]
async fn pools_and_clients_are_described_as_they_were_planted() {
    let pools = PracticePools::seeded();
    let client = client(&pools);
    let listed = client.list_user_pools(None).await.unwrap();
    let ids: Vec<&str> = listed.pools.iter().map(|pool| pool.id.as_str()).collect();
    assert!(ids.contains(&NORTHWIND.pool_id) && ids.contains(&FABRIKAM.pool_id));

    let northwind = client.describe_user_pool(NORTHWIND.pool_id).await.unwrap();
    assert_eq!(northwind.name, "Northwind");
    assert_eq!(northwind.username_contacts, [SignInName::Email]);
    assert!(!northwind.case_sensitive);
    assert_eq!(
        northwind.recovery,
        [RecoveryMechanism::VerifiedEmail, RecoveryMechanism::VerifiedPhone]
    );
    assert_eq!(northwind.password_policy.minimum_length, 12);

    let clients = client.list_app_clients(NORTHWIND.pool_id, None).await.unwrap();
    assert_eq!(clients.clients[0].id, NORTHWIND.client_id);
    let (described, secret) = client
        .describe_app_client(NORTHWIND.pool_id, NORTHWIND.client_id)
        .await
        .unwrap();
    assert!(described.has_secret && described.hides_accounts && described.password_by_srp);
    assert_eq!(
        secret
            .map(|secret| secret.expose().expose_secret().to_owned())
            .as_deref(),
        NORTHWIND.client_secret
    );
    let nowhere = client.describe_user_pool("eu-central-1_Nowhere00").await;
    assert_eq!(nowhere.unwrap_err().code, FailureCode::PoolNotFound);
}

#[tokio::test]
async fn an_invitation_goes_out_again_to_those_who_never_came_and_creates_nobody() {
    let pools = PracticePools::seeded();
    let client = client(&pools);
    let again = |name: &'static str| {
        let client = client.clone();
        async move {
            client
                .resend_invitation(FABRIKAM.pool_id, &named(name), InvitationMedium::Email)
                .await
        }
    };
    assert!(again("aiko").await.unwrap().request_id.is_some());
    assert_eq!(pools.inbox().len(), 1);
    assert_eq!(
        again("maria").await.unwrap_err().code,
        FailureCode::InvitationNotPossible
    );
    assert_eq!(again("nobody").await.unwrap_err().code, FailureCode::UserNotFound);
    let nobody = client.get_user(FABRIKAM.pool_id, &named("nobody")).await;
    assert!(nobody.is_err_and(|failure| failure.code == FailureCode::UserNotFound));
    assert_eq!(pools.inbox().len(), 1);
}

#[tokio::test]
async fn passwords_are_given_and_codes_sent() {
    let pools = PracticePools::seeded();
    let client = client(&pools);
    let status = |name: &'static str| {
        let client = client.clone();
        async move {
            let user = client.get_user(FABRIKAM.pool_id, &named(name)).await.unwrap();
            user.user.status
        }
    };
    let give = |name: &'static str, life| {
        let client = client.clone();
        async move {
            client
                .set_password(FABRIKAM.pool_id, &named(name), &password(), life)
                .await
        }
    };
    give("maria", PasswordLife::Temporary).await.unwrap();
    assert_eq!(status("maria").await, UserStatus::ForceChangePassword);
    give("maria", PasswordLife::Permanent).await.unwrap();
    assert_eq!(status("maria").await, UserStatus::Confirmed);
    let weak = NewPassword::parse(SecretString::from("correct-horse")).unwrap();
    let refused = client
        .set_password(FABRIKAM.pool_id, &named("maria"), &weak, PasswordLife::Permanent)
        .await;
    assert_eq!(refused.unwrap_err().code, FailureCode::PasswordNeedsUppercase);

    client
        .reset_password(FABRIKAM.pool_id, &named("maria"))
        .await
        .unwrap();
    assert_eq!(status("maria").await, UserStatus::ResetRequired);
    assert_eq!(pools.inbox().len(), 1);
    for (name, code) in [
        ("kiosk-4", FailureCode::NoVerifiedContact),
        ("aiko", FailureCode::TemporaryPasswordPending),
        ("sam", FailureCode::UserDisabled),
        ("felix", FailureCode::TemporaryPasswordPending),
        ("nobody", FailureCode::UserNotFound),
    ] {
        let refused = client.reset_password(FABRIKAM.pool_id, &named(name)).await;
        assert_eq!(refused.unwrap_err().code, code, "{name}");
    }
}

#[tokio::test]
async fn a_contact_is_marked_and_nothing_else_changes() {
    let pools = PracticePools::seeded();
    let client = client(&pools);
    let noah = named("noah");
    let before = client.get_user(FABRIKAM.pool_id, &noah).await.unwrap().user;
    assert!(before.email.as_ref().is_some_and(|email| !email.verified));
    client.mark_email_verified(FABRIKAM.pool_id, &noah).await.unwrap();
    let mut after = client.get_user(FABRIKAM.pool_id, &noah).await.unwrap().user;
    assert!(after.email.as_ref().is_some_and(|email| email.verified));
    after.email.clone_from(&before.email);
    after.modified_at = before.modified_at;
    assert!(after == before);
    assert!(pools.inbox().is_empty());
}

#[tokio::test]
async fn an_act_whose_answer_is_lost_happened_once() {
    let pools = PracticePools::seeded();
    let client = client(&pools);
    pools.inject(Fault::new(FaultKind::LostAnswer));
    let lost = client.reset_password(FABRIKAM.pool_id, &named("maria")).await;
    assert_eq!(lost.unwrap_err().code, FailureCode::AnswerLost);
    assert_eq!(pools.requests().get("AdminResetUserPassword"), Some(&1));
    assert_eq!(pools.inbox().len(), 1);
}

#[tokio::test]
async fn keys_of_nobody_and_wrong_secrets_are_told() {
    let pools = PracticePools::seeded();
    for (id, secret) in [("AKIAIOSFODNN7EXAMPLE", "x"), (ACCESS_KEY.0, "wrong")] {
        let client = client_with(&pools, id, secret);
        let failure = client.list_user_pools(None).await.unwrap_err();
        assert_eq!(failure.code, FailureCode::AccessInvalid);
        let failure = client.enable(FABRIKAM.pool_id, &named("sam")).await.unwrap_err();
        assert_eq!(failure.code, FailureCode::AccessInvalid);
    }
}

/// Facts 11.4: the wrong clock is learned from an answer, and only a read is tried again with it.
#[tokio::test]
async fn a_wrong_clock_is_put_right_by_one_read() {
    let hour = Duration::from_secs(3600);
    let clock = Clock::running();
    clock.advance(hour);
    let pools = PracticePools::with_clock(clock, Contents::Seeded);
    let maria = named("maria");
    let give = |client: AdminClient| {
        let maria = maria.clone();
        async move {
            client
                .set_password(FABRIKAM.pool_id, &maria, &password(), PasswordLife::Temporary)
                .await
        }
    };

    let unprepared = give(client(&pools)).await;
    assert_eq!(unprepared.unwrap_err().code, FailureCode::ClockWrong);
    assert_eq!(pools.requests().get("AdminSetUserPassword"), Some(&1));

    let prepared = client(&pools);
    prepared.get_user(FABRIKAM.pool_id, &maria).await.unwrap();
    assert_eq!(pools.requests().get("AdminGetUser"), Some(&2));
    give(prepared.clone()).await.unwrap();
    assert_eq!(pools.requests().get("AdminSetUserPassword"), Some(&2));
}

#[tokio::test]
async fn accounts_are_switched_off_and_on_and_signed_out() {
    let pools = PracticePools::seeded();
    let client = client(&pools);
    let maria = named("maria");
    let enabled = || async {
        let user = client.get_user(FABRIKAM.pool_id, &maria).await.unwrap();
        user.user.enabled
    };
    let acted = client.disable(FABRIKAM.pool_id, &maria).await.unwrap();
    assert!(acted.request_id.is_some());
    assert!(!enabled().await);
    client.enable(FABRIKAM.pool_id, &maria).await.unwrap();
    assert!(enabled().await);
    client
        .sign_out_everywhere(FABRIKAM.pool_id, &maria)
        .await
        .unwrap();
    let nobody = client
        .sign_out_everywhere(FABRIKAM.pool_id, &named("nobody"))
        .await;
    assert_eq!(nobody.unwrap_err().code, FailureCode::UserNotFound);
}

#[tokio::test]
async fn a_sign_up_is_confirmed_once_and_verifies_nothing() {
    let pools = PracticePools::seeded();
    let client = client(&pools);
    let noah = named("noah");
    client.confirm_sign_up(FABRIKAM.pool_id, &noah).await.unwrap();
    let user = client.get_user(FABRIKAM.pool_id, &noah).await.unwrap().user;
    assert_eq!(user.status, UserStatus::Confirmed);
    assert!(user.email.is_some_and(|email| !email.verified));
    let again = client.confirm_sign_up(FABRIKAM.pool_id, &noah).await;
    assert_eq!(again.unwrap_err().code, FailureCode::AlreadyConfirmed);
}

#[tokio::test]
async fn one_factor_goes_and_the_others_stay_as_they_are() {
    let pools = PracticePools::seeded();
    let client = client(&pools);
    let mut planted = practice::Planted::new("two-factors");
    planted.email = Some(practice::Address {
        value: "two@example.com".into(),
        verified: true,
    });
    planted.factors = vec![practice::Factor::Authenticator, practice::Factor::Email];
    planted.preferred_factor = Some(practice::Factor::Email);
    pools.plant(FABRIKAM.pool_id, planted).unwrap();
    let two = named("two-factors");
    let before = client.get_user(FABRIKAM.pool_id, &two).await.unwrap();
    assert_eq!(before.factors.len(), 2);
    client
        .turn_off_factor(FABRIKAM.pool_id, &two, SecondFactor::Authenticator)
        .await
        .unwrap();
    let after = client.get_user(FABRIKAM.pool_id, &two).await.unwrap();
    assert_eq!(after.factors, [SecondFactor::Email]);
    assert_eq!(after.preferred_factor, Some(SecondFactor::Email));
}

#[tokio::test]
async fn groups_are_listed_with_who_is_in_them() {
    let pools = PracticePools::seeded();
    let client = client(&pools);
    let page = client.list_groups(FABRIKAM.pool_id, None).await.unwrap();
    let mut names: Vec<&str> = page.groups.iter().map(|group| group.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["kiosks", "managers"]);
    let groups = client
        .groups_of_user(FABRIKAM.pool_id, &named("maria"))
        .await
        .unwrap();
    assert_eq!(groups[0].name, "managers");
    assert_eq!(groups[0].description.as_deref(), Some("Run a shop"));
    let page = client
        .users_in_group(FABRIKAM.pool_id, "managers", None)
        .await
        .unwrap();
    let mut names: Vec<&str> = page.users.iter().map(|user| user.username.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["Tove", "maria", "yuki"]);
    let nowhere = client
        .users_in_group(FABRIKAM.pool_id, "nowhere", None)
        .await
        .map(drop);
    assert_eq!(nowhere.unwrap_err().code, FailureCode::GroupNotFound);
}

#[tokio::test]
async fn a_strict_pool_is_described_and_resets_nothing_by_code() {
    let pools = PracticePools::seeded();
    let client = client(&pools);
    let tailspin = client.describe_user_pool(TAILSPIN.pool_id).await.unwrap();
    assert_eq!(tailspin.recovery, [RecoveryMechanism::AdminOnly]);
    assert_eq!(tailspin.mfa, MfaRule::Required);
    assert_eq!(tailspin.factors, Some(vec![SecondFactor::Authenticator]));
    let refused = client.reset_password(TAILSPIN.pool_id, &named("grace")).await;
    assert_eq!(refused.unwrap_err().code, FailureCode::RecoveryByAdminOnly);
}

#[tokio::test]
async fn a_missing_permission_is_named_and_a_pool_is_described_without_its_factors() {
    let pools = PracticePools::seeded();
    let client = client(&pools);
    pools.deny(&["AdminResetUserPassword", "GetUserPoolMfaConfig"]);
    let refused = client
        .reset_password(FABRIKAM.pool_id, &named("maria"))
        .await
        .unwrap_err();
    assert_eq!(refused.code, FailureCode::AccessDenied);
    assert_eq!(refused.detail.as_deref(), Some("AdminResetUserPassword"));
    let settings = client.describe_user_pool(FABRIKAM.pool_id).await.unwrap();
    assert_eq!(settings.factors, None);
}
