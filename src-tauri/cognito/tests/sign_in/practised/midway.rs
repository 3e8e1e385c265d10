//! What happens at the practice pool while a person reads and types: sessions end, answers are lost,
//! administrators act.

use std::collections::BTreeMap;

use aws_sdk_cognitoidentityprovider::types::{PreventUserExistenceErrorTypes, UserPoolMfaType};
use cognito::sign_in::{Factor, SignIn, Step};
use cognito::{FailureCode, Retry};
use practice::seeds::PASSWORD;
use practice::{Factor as Has, Fault, FaultKind, UserStatus};

use super::super::practised_pool::{Bench, USUAL};
use super::super::words::{OWN, password, refusal};

/// How long the service keeps a session, if nothing else was set.
const SESSION: u64 = 180;

/// Ada is invited, or is confirmed and has these factors.
async fn bench(invited: bool, factors: &[Has]) -> Bench {
    let bench = Bench::with_factors(UserPoolMfaType::Optional).await;
    bench.plant("ada", |ada| {
        ada.factors = factors.to_vec();
        if invited {
            ada.status = UserStatus::ForceChangePassword;
        }
    });
    bench
}

fn asks_for_code(step: &Step, wanted: Factor) -> bool {
    matches!(step, Step::Code { via, .. } if *via == wanted)
}

async fn own_password(sign_in: &mut SignIn) -> Result<cognito::sign_in::Progress, cognito::Failure> {
    sign_in.choose_own_password(password(OWN), BTreeMap::new()).await
}

#[tokio::test]
async fn a_session_holds_three_minutes_and_no_longer() {
    for (waited, renewed) in [(SESSION - 1, false), (SESSION, true)] {
        let bench = bench(true, &[]).await;
        let (mut sign_in, _) = bench.begin("ada", PASSWORD).await.unwrap();
        // Each request takes the pool's clock an eighth of a second on.
        bench.wait(waited);
        let last = own_password(&mut sign_in).await.unwrap();
        assert_eq!((last.step, last.renewed), (Step::Done, renewed));
        bench.all_tokens_are_revoked(1).await;
    }
}

#[tokio::test]
async fn a_session_holds_as_long_as_the_client_was_set_to() {
    let bench = Bench::new(|pool| pool, |client| client.auth_session_validity(15)).await;
    bench.plant("ada", |ada| ada.status = UserStatus::ForceChangePassword);
    let (mut sign_in, _) = bench.begin("ada", PASSWORD).await.unwrap();
    bench.wait(15 * 60 - 1);
    let last = own_password(&mut sign_in).await.unwrap();
    assert_eq!((last.step, last.renewed), (Step::Done, false));
}

#[tokio::test]
async fn a_sent_code_whose_session_ended_is_replaced() {
    for (has, via) in [(Has::Sms, Factor::Sms), (Has::Email, Factor::Email)] {
        let bench = bench(false, &[has]).await;
        let (mut sign_in, _) = bench.begin("ada", PASSWORD).await.unwrap();
        bench.wait(SESSION);
        let again = sign_in.answer_code(bench.sent_code()).await.unwrap();
        assert!(again.renewed && asks_for_code(&again.step, via));
        assert_eq!(bench.codes_sent(), 2);
        let last = sign_in.answer_code(bench.sent_code()).await.unwrap();
        assert_eq!((last.step, last.renewed), (Step::Done, false));
        bench.all_tokens_are_revoked(1).await;
    }
}

#[tokio::test]
async fn an_authenticators_code_goes_through_although_the_session_ended() {
    let bench = bench(false, &[Has::Authenticator]).await;
    let (mut sign_in, _) = bench.begin("ada", PASSWORD).await.unwrap();
    bench.wait(SESSION);
    let last = sign_in.answer_code(bench.shown_code("ada")).await.unwrap();
    assert_eq!((last.step, last.renewed), (Step::Done, true));
    bench.all_tokens_are_revoked(1).await;
}

#[tokio::test]
async fn a_chosen_factor_is_chosen_again_wherever_the_session_ended() {
    let bench = bench(false, &[Has::Sms, Has::Email]).await;
    let (mut sign_in, _) = bench.begin("ada", PASSWORD).await.unwrap();
    bench.wait(SESSION);
    let code = sign_in.choose_factor(Factor::Email).await.unwrap();
    assert!(code.renewed && asks_for_code(&code.step, Factor::Email));
    assert_eq!(bench.codes_sent(), 1);
    bench.wait(SESSION);
    let again = sign_in.answer_code(bench.sent_code()).await.unwrap();
    assert!(again.renewed && asks_for_code(&again.step, Factor::Email));
    let last = sign_in.answer_code(bench.sent_code()).await.unwrap();
    assert_eq!(last.step, Step::Done);
}

/// The temporary password is gone by then, and the person's own takes its place.
#[tokio::test]
async fn a_session_that_ended_after_the_new_password_goes_on_with_it() {
    let bench = bench(true, &[Has::Email]).await;
    let (mut sign_in, _) = bench.begin("ada", PASSWORD).await.unwrap();
    let second = own_password(&mut sign_in).await.unwrap();
    assert!(asks_for_code(&second.step, Factor::Email));
    bench.wait(SESSION);
    let again = sign_in.answer_code(bench.sent_code()).await.unwrap();
    assert!(again.renewed && asks_for_code(&again.step, Factor::Email));
    let last = sign_in.answer_code(bench.sent_code()).await.unwrap();
    assert_eq!(last.step, Step::Done);
}

/// A session is used up though nobody heard so: the next answer finds out and begins again.
#[tokio::test]
async fn an_answer_that_is_lost_is_found_out() {
    let lose = |bench: &Bench, kind| {
        bench.pools.inject(Fault::new(kind).on("RespondToAuthChallenge"));
    };
    let bench_of = bench;
    let bench = bench_of(true, &[]).await;
    let (mut sign_in, _) = bench.begin("ada", PASSWORD).await.unwrap();
    lose(&bench, FaultKind::LostAnswer);
    let lost = own_password(&mut sign_in).await.unwrap_err();
    assert_eq!(lost.retry, Retry::UnknownOutcome);
    let last = own_password(&mut sign_in).await.unwrap();
    assert_eq!((last.step, last.renewed), (Step::Done, true));

    let bench = bench_of(true, &[]).await;
    let (mut sign_in, _) = bench.begin("ada", PASSWORD).await.unwrap();
    lose(&bench, FaultKind::LostAnswer);
    own_password(&mut sign_in).await.unwrap_err();
    let other = sign_in
        .choose_own_password(password("Another-Passw0rd"), BTreeMap::new())
        .await;
    assert_eq!(refusal(other), FailureCode::TemporaryPasswordSpent);
    assert_eq!(bench.begin("ada", OWN).await.unwrap().1.step, Step::Done);

    let bench = bench_of(false, &[Has::Email]).await;
    let (mut sign_in, _) = bench.begin("ada", PASSWORD).await.unwrap();
    lose(&bench, FaultKind::LostAnswer);
    let lost = sign_in.answer_code(bench.sent_code()).await.unwrap_err();
    assert_eq!(lost.retry, Retry::UnknownOutcome);
    let again = sign_in.answer_code(bench.sent_code()).await.unwrap();
    assert!(again.renewed && asks_for_code(&again.step, Factor::Email));
    assert_eq!(
        sign_in.answer_code(bench.sent_code()).await.unwrap().step,
        Step::Done
    );

    let bench = bench_of(false, &[Has::Email]).await;
    let (mut sign_in, _) = bench.begin("ada", PASSWORD).await.unwrap();
    lose(&bench, FaultKind::LostRequest);
    sign_in.answer_code(bench.sent_code()).await.unwrap_err();
    let last = sign_in.answer_code(bench.sent_code()).await.unwrap();
    assert_eq!(
        (last.step, last.renewed),
        (Step::Done, false),
        "the session is still good"
    );
}

#[tokio::test]
async fn a_reset_that_an_administrator_asks_for_midway_leads_to_forgot_password() {
    let bench = bench(false, &[Has::Sms]).await;
    let (mut sign_in, _) = bench.begin("ada", PASSWORD).await.unwrap();
    bench
        .sdk()
        .admin_reset_user_password()
        .user_pool_id(&bench.pool_id)
        .username("ada")
        .send()
        .await
        .unwrap();
    let last = sign_in.answer_code(bench.sent_code()).await.unwrap();
    assert_eq!((last.step, last.session_seconds), (Step::ResetRequired, None));
    let from_the_beginning = bench.begin("ada", PASSWORD).await.unwrap().1;
    assert_eq!(from_the_beginning.step, Step::ResetRequired);
    bench.all_tokens_are_revoked(0).await;
}

#[tokio::test]
async fn whoever_is_switched_off_midway_gets_no_further() {
    for (existence, expected) in [
        (PreventUserExistenceErrorTypes::Legacy, FailureCode::UserDisabled),
        (
            PreventUserExistenceErrorTypes::Enabled,
            FailureCode::WrongPassword,
        ),
    ] {
        let bench = Bench::new(
            |pool| pool,
            |client| client.prevent_user_existence_errors(existence),
        )
        .await;
        bench.plant("ada", |ada| ada.status = UserStatus::ForceChangePassword);
        let (mut sign_in, _) = bench.begin("ada", PASSWORD).await.unwrap();
        let sdk = bench.sdk();
        sdk.admin_disable_user()
            .user_pool_id(&bench.pool_id)
            .username("ada")
            .send()
            .await
            .unwrap();
        assert_eq!(refusal(own_password(&mut sign_in).await), expected);
        sdk.admin_enable_user()
            .user_pool_id(&bench.pool_id)
            .username("ada")
            .send()
            .await
            .unwrap();
        let last = own_password(&mut sign_in).await.unwrap();
        assert_eq!(last.step, Step::Done);
    }
}

/// Another password from an administrator, for good: nothing is left of the temporary one.
#[tokio::test]
async fn a_password_that_an_administrator_sets_midway_spends_the_temporary_one() {
    let bench = Bench::allowing(&USUAL).await;
    bench.plant("ada", |ada| ada.status = UserStatus::ForceChangePassword);
    let (mut sign_in, _) = bench.begin("ada", PASSWORD).await.unwrap();
    bench
        .sdk()
        .admin_set_user_password()
        .user_pool_id(&bench.pool_id)
        .username("ada")
        .password("Given-Passw0rd")
        .permanent(true)
        .send()
        .await
        .unwrap();
    let refused = own_password(&mut sign_in).await;
    assert_eq!(refusal(refused), FailureCode::TemporaryPasswordSpent);
    bench.all_tokens_are_revoked(0).await;
}

#[tokio::test]
async fn an_unconfirmed_account_is_told_so_before_its_password_is_looked_at() {
    let bench = Bench::allowing(&USUAL).await;
    bench.plant("ada", |ada| ada.status = UserStatus::Unconfirmed);
    for tried in [PASSWORD, "Wrong-Passw0rd"] {
        let refused = bench.begin("ada", tried).await;
        assert_eq!(refusal(refused), FailureCode::SignUpUnfinished);
    }
}
