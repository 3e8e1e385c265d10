use cognito::RecoveryMechanism::{AdminOnly, VerifiedEmail, VerifiedPhone};
use cognito::SecondFactor::{Authenticator, Email, Sms};
use cognito::{AppClient, Mailer, MfaRule, PoolSettings, SignInName};

use super::HealthState::{Bad, Good, Mind};
use super::*;
use crate::diagnosis::tests::samples::{client, pool};

/// The points of this pool that a pool in good health doesn't have.
fn remarkable(pool: &PoolSettings, client: Option<&AppClient>) -> Vec<(HealthTopic, HealthState)> {
    let plain = health(&self::pool(), Some(&self::client()));
    health(pool, client)
        .into_iter()
        .filter(|point| !plain.contains(point))
        .map(|point| (point.what, point.state))
        .collect()
}

fn of_pool(change: impl FnOnce(&mut PoolSettings)) -> Vec<(HealthTopic, HealthState)> {
    let mut pool = pool();
    change(&mut pool);
    remarkable(&pool, Some(&client()))
}

fn of_client(change: impl FnOnce(&mut AppClient)) -> Vec<(HealthTopic, HealthState)> {
    let mut client = client();
    change(&mut client);
    remarkable(&pool(), Some(&client))
}

#[test]
fn a_pool_in_good_health_has_nothing_bad_to_tell() {
    let points = health(&pool(), Some(&client()));
    let topics: Vec<_> = points.iter().map(|point| &point.what).collect();
    assert_eq!(
        topics,
        [
            &HealthTopic::RecoveryByCode {
                contacts: vec![ContactKind::Email]
            },
            &HealthTopic::ContactsVerified,
            &HealthTopic::OwnMailer {
                from: Some("help@example.com".to_owned())
            },
            &HealthTopic::TextMessagesWork,
            &HealthTopic::FactorsOptional,
            &HealthTopic::AccountsShown,
            &HealthTopic::PasswordSignIn {
                without_sending_it: true
            },
            &HealthTopic::CaseIgnored,
            &HealthTopic::TemporaryPasswordLife { days: 7 },
            &HealthTopic::PasswordRules { minimum_length: 12 },
        ]
    );
    assert!(points.iter().all(|point| point.state != Bad));
}

#[test]
fn facts_6_3_who_gets_users_back_in() {
    let by_administrators = of_pool(|pool| pool.recovery = vec![AdminOnly]);
    assert_eq!(by_administrators, [(HealthTopic::RecoveryByAdministrators, Mind)]);
    let never_set = of_pool(|pool| {
        pool.recovery = vec![];
        pool.auto_verified = vec![SignInName::Email, SignInName::Phone];
    });
    assert_eq!(never_set, [(HealthTopic::RecoveryNeverSet, Mind)]);
}

#[test]
fn pitfall_2_a_pool_that_verifies_nothing_keeps_people_out() {
    let not_verified = |contacts| HealthTopic::ContactsNotVerified { contacts };
    assert_eq!(
        of_pool(|pool| pool.auto_verified = vec![]),
        [(not_verified(vec![ContactKind::Email]), Bad)]
    );
    let one_of_two = of_pool(|pool| pool.recovery = vec![VerifiedEmail, VerifiedPhone]);
    assert!(one_of_two.contains(&(not_verified(vec![ContactKind::Phone]), Mind)));
}

#[test]
fn pitfall_8_the_small_mailer() {
    let small = HealthTopic::SmallMailer { per_day: 50 };
    assert_eq!(
        of_pool(|pool| pool.mailer = Mailer::CognitoDefault),
        [(small, Mind)]
    );
    let reason = "EmailNotVerified".to_owned();
    assert_eq!(
        of_pool(|pool| pool.mail_failure = Some(reason.clone())),
        [(
            HealthTopic::MailFails {
                reason: reason.clone()
            },
            Bad
        )]
    );
}

#[test]
fn pitfall_17_text_messages() {
    let failing = |reason: &str| of_pool(|pool| pool.sms_failure = Some(reason.to_owned()));
    assert_eq!(failing("SNSSandbox"), [(HealthTopic::TextMessagesInSandbox, Bad)]);
    let reason = "SMSSpendLimit".to_owned();
    assert_eq!(
        failing(&reason),
        [(HealthTopic::TextMessagesFail { reason }, Bad)]
    );
    assert_eq!(
        of_pool(|pool| pool.sms_configured = false),
        [],
        "nothing counts on them"
    );
    let counted_on = of_pool(|pool| {
        pool.sms_configured = false;
        pool.auto_verified = vec![SignInName::Email, SignInName::Phone];
    });
    assert_eq!(counted_on, [(HealthTopic::TextMessagesNotSetUp, Bad)]);
}

#[test]
fn pitfall_16_second_factors_against_recovery() {
    let with = |mfa, factors: Option<Vec<SecondFactor>>| {
        of_pool(|pool| {
            pool.mfa = mfa;
            pool.factors = factors;
        })
    };
    let takes = |state| (HealthTopic::FactorsTakeRecovery { factors: vec![Email] }, state);
    let required = (HealthTopic::FactorsRequired, Mind);
    assert_eq!(with(MfaRule::Off, None), [(HealthTopic::FactorsOff, Good)]);
    assert_eq!(with(MfaRule::Optional, Some(vec![Email])), [takes(Mind)]);
    assert_eq!(
        with(MfaRule::Required, Some(vec![Email])),
        [required.clone(), takes(Bad)]
    );
    assert_eq!(
        with(MfaRule::Required, Some(vec![Email, Authenticator])),
        [required.clone(), takes(Mind)],
        "who uses the app can still recover"
    );
    assert_eq!(
        with(MfaRule::Required, Some(vec![Authenticator])),
        std::slice::from_ref(&required)
    );
    assert_eq!(
        with(MfaRule::Required, None),
        [required, (HealthTopic::FactorsUnknown, Mind)]
    );
    let old_rule = of_pool(|pool| {
        pool.recovery = vec![];
        pool.auto_verified = vec![SignInName::Email, SignInName::Phone];
        pool.factors = Some(vec![Sms, Email]);
    });
    assert_eq!(
        old_rule,
        [(HealthTopic::RecoveryNeverSet, Mind)],
        "the old rule spares the phone"
    );
}

#[test]
fn facts_6_1_pitfalls_3_and_22_the_app_client() {
    assert_eq!(
        of_client(|client| client.hides_accounts = true),
        [(HealthTopic::AccountsHidden, Good)]
    );
    let plain_only = of_client(|client| {
        client.password_by_srp = false;
        client.password_plain = true;
    });
    let without_sending_it = false;
    assert_eq!(
        plain_only,
        [(HealthTopic::PasswordSignIn { without_sending_it }, Mind)]
    );
    assert_eq!(
        of_client(|client| client.password_by_srp = false),
        [(HealthTopic::NoPasswordSignIn, Bad)]
    );
    assert_eq!(remarkable(&pool(), None), [(HealthTopic::NoAppClient, Mind)]);
}

#[test]
fn pitfalls_11_13_18_and_20_what_else_bears_on_it() {
    assert_eq!(
        of_pool(|pool| pool.case_sensitive = true),
        [(HealthTopic::CaseMatters, Mind)]
    );
    for (set, days, state) in [(1, 1, Mind), (0, 7, Good), (30, 30, Good), (365, 365, Mind)] {
        let points = health(
            &PoolSettings {
                temporary_password_days: set,
                ..pool()
            },
            None,
        );
        let what = HealthTopic::TemporaryPasswordLife { days };
        assert!(points.contains(&HealthPoint { what, state }), "{set}");
    }
    assert_eq!(
        of_pool(|pool| pool.password_history = 24),
        [(HealthTopic::PasswordHistory { size: 24 }, Mind)]
    );
    assert_eq!(
        of_pool(|pool| pool.password_policy.minimum_length = 6),
        [(HealthTopic::PasswordRules { minimum_length: 6 }, Mind)]
    );
    let names = vec!["CustomMessage".to_owned()];
    assert_eq!(
        of_pool(|pool| pool.functions = names.clone()),
        [(HealthTopic::OwnersFunctions { names: names.clone() }, Mind)]
    );
}
