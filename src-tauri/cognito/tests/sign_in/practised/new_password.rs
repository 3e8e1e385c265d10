//! A password of one's own in place of a temporary one, at the practice pool.

use std::collections::BTreeMap;
use std::time::Duration;

use aws_sdk_cognitoidentityprovider::types::{
    AttributeType, ExplicitAuthFlowsType as Flow, PasswordPolicyType, SchemaAttributeType, UserPoolMfaType,
    UserPoolPolicyType,
};
use cognito::FailureCode;
use cognito::sign_in::{AskedAttribute, AttributeKind, Factor, Step};
use practice::seeds::{FABRIKAM, NORTHWIND, PASSWORD};
use practice::{Factor as Has, UserStatus};

use super::super::practised_pool::{Bench, USUAL};
use super::super::words::{OWN, password, refusal};

fn typed(values: &[(&str, &str)]) -> BTreeMap<String, String> {
    values
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

fn asked(step: Step) -> Vec<AskedAttribute> {
    match step {
        Step::NewPassword { attributes } => attributes,
        step => panic!("{step:?}"),
    }
}

#[tokio::test]
async fn an_invitation_becomes_an_account_of_ones_own() {
    for (pool, name) in [(&NORTHWIND, "diego@example.com"), (&FABRIKAM, "nina")] {
        let bench = Bench::seeded(pool);
        let (mut sign_in, first) = bench.begin(name, PASSWORD).await.unwrap();
        assert_eq!(asked(first.step), []);
        let last = sign_in
            .choose_own_password(password(OWN), BTreeMap::new())
            .await
            .unwrap();
        assert_eq!((last.step, last.renewed), (Step::Done, false));
        assert_eq!(bench.begin(name, OWN).await.unwrap().1.step, Step::Done);
        assert_eq!(
            refusal(bench.begin(name, PASSWORD).await),
            FailureCode::WrongPassword
        );
        bench.all_tokens_are_revoked(2).await;
    }
}

#[tokio::test]
async fn what_the_profile_lacks_is_filled_in() {
    let bench = Bench::seeded(&NORTHWIND);
    let name = "mei@example.com";
    let (mut sign_in, first) = bench.begin(name, PASSWORD).await.unwrap();
    let names: Vec<String> = asked(first.step).into_iter().map(|asked| asked.name).collect();
    assert_eq!(names.len(), 2);
    assert!(names.contains(&"given_name".to_owned()) && names.contains(&"family_name".to_owned()));
    let before = bench.requests("RespondToAuthChallenge");
    let half = sign_in
        .choose_own_password(password(OWN), typed(&[("given_name", "Mei")]))
        .await;
    assert_eq!(refusal(half), FailureCode::AttributeMissing);
    assert_eq!(
        bench.requests("RespondToAuthChallenge"),
        before,
        "the pool isn't asked"
    );
    let whole = typed(&[("given_name", "Mei"), ("family_name", "Tanaka")]);
    let last = sign_in.choose_own_password(password(OWN), whole).await.unwrap();
    assert_eq!(last.step, Step::Done);
    let found = bench
        .sdk()
        .admin_get_user()
        .user_pool_id(&bench.pool_id)
        .username(name)
        .send()
        .await
        .unwrap();
    let family = found
        .user_attributes()
        .iter()
        .find(|attribute| attribute.name() == "family_name");
    assert_eq!(family.and_then(AttributeType::value), Some("Tanaka"));
    bench.all_tokens_are_revoked(1).await;
}

/// Every kind of attribute, written as the pool wants it.
#[tokio::test]
async fn each_kind_of_attribute_is_written_as_the_pool_takes_it() {
    let required = |name| SchemaAttributeType::builder().name(name).required(true).build();
    let bench = Bench::new(
        |pool| {
            let names = ["birthdate", "phone_number", "email", "locale"];
            pool.set_schema(Some(names.map(required).to_vec()))
        },
        |client| client,
    )
    .await;
    bench.plant("ada", |ada| {
        ada.status = UserStatus::ForceChangePassword;
        ada.phone_number = None;
    });
    let (mut sign_in, first) = bench.begin("ada", PASSWORD).await.unwrap();
    let mut kinds: Vec<(String, AttributeKind)> = asked(first.step)
        .into_iter()
        .map(|asked| (asked.name, asked.kind))
        .collect();
    kinds.sort_by(|one, other| one.0.cmp(&other.0));
    let expected = [
        ("birthdate", AttributeKind::Date),
        ("locale", AttributeKind::Text),
        ("phone_number", AttributeKind::Phone),
    ];
    assert_eq!(kinds, expected.map(|(name, kind)| (name.to_owned(), kind)));
    let values = typed(&[
        ("birthdate", "1990-02-28"),
        ("locale", "de"),
        ("phone_number", "+49 (151) 1234 9934"),
        // Not asked for, as she has one: the pool would refuse to have it changed.
        ("email", "other@example.com"),
    ]);
    let last = sign_in.choose_own_password(password(OWN), values).await.unwrap();
    assert_eq!(last.step, Step::Done);
}

/// Somebody fills the attribute in while the person types: it is fixed from then on.
#[tokio::test]
async fn what_was_filled_in_meanwhile_is_fixed() {
    let bench = Bench::seeded(&NORTHWIND);
    let name = "mei@example.com";
    let (mut sign_in, _) = bench.begin(name, PASSWORD).await.unwrap();
    let given = AttributeType::builder()
        .name("given_name")
        .value("Mei-Lin")
        .build()
        .unwrap();
    bench
        .sdk()
        .admin_update_user_attributes()
        .user_pool_id(&bench.pool_id)
        .username(name)
        .user_attributes(given)
        .send()
        .await
        .unwrap();
    let whole = typed(&[("given_name", "Mei"), ("family_name", "Tanaka")]);
    let refused = sign_in
        .choose_own_password(password(OWN), whole.clone())
        .await
        .unwrap_err();
    assert_eq!(refused.code, FailureCode::AttributeFixed);
    assert_eq!(refused.detail.as_deref(), Some("given_name"));
    // Whoever begins again is asked for the rest only.
    let (mut sign_in, first) = bench.begin(name, PASSWORD).await.unwrap();
    assert_eq!(asked(first.step).len(), 1);
    let last = sign_in.choose_own_password(password(OWN), whole).await.unwrap();
    assert_eq!(last.step, Step::Done);
}

#[tokio::test]
async fn the_policy_refuses_by_each_of_its_rules_and_takes_the_next() {
    let bench = Bench::new(
        |pool| {
            let policy = PasswordPolicyType::builder()
                .minimum_length(10)
                .require_uppercase(true)
                .require_lowercase(true)
                .require_numbers(true)
                .require_symbols(true)
                .build();
            pool.policies(UserPoolPolicyType::builder().password_policy(policy).build())
        },
        |client| client.set_explicit_auth_flows(Some(USUAL.to_vec())),
    )
    .await;
    bench.plant("ada", |ada| ada.status = UserStatus::ForceChangePassword);
    let (mut sign_in, _) = bench.begin("ada", PASSWORD).await.unwrap();
    for (tried, expected) in [
        ("Short-1", FailureCode::PasswordTooShort),
        ("no-uppercase-1", FailureCode::PasswordNeedsUppercase),
        ("NO-LOWERCASE-1", FailureCode::PasswordNeedsLowercase),
        ("No-numbers-here", FailureCode::PasswordNeedsNumber),
        ("NoSymbolsHere1", FailureCode::PasswordNeedsSymbol),
        (PASSWORD, FailureCode::PasswordNotNew),
    ] {
        let refused = sign_in
            .choose_own_password(password(tried), BTreeMap::new())
            .await;
        assert_eq!(refusal(refused), expected);
    }
    let last = sign_in
        .choose_own_password(password(OWN), BTreeMap::new())
        .await
        .unwrap();
    assert_eq!((last.step, last.renewed), (Step::Done, false));
    bench.all_tokens_are_revoked(1).await;
}

#[tokio::test]
async fn a_password_of_before_is_refused_where_the_pool_remembers() {
    let bench = Bench::new(
        |pool| {
            let policy = PasswordPolicyType::builder()
                .minimum_length(8)
                .password_history_size(3)
                .build();
            pool.policies(UserPoolPolicyType::builder().password_policy(policy).build())
        },
        |client| client,
    )
    .await;
    bench.plant("ada", |_| {});
    let set = |text: &str| {
        bench
            .sdk()
            .admin_set_user_password()
            .user_pool_id(&bench.pool_id)
            .username("ada")
            .password(text)
            .send()
    };
    set("Temporary-Passw0rd").await.unwrap();
    let (mut sign_in, _) = bench.begin("ada", "Temporary-Passw0rd").await.unwrap();
    let refused = sign_in
        .choose_own_password(password(PASSWORD), BTreeMap::new())
        .await;
    assert_eq!(refusal(refused), FailureCode::PasswordReused);
    let last = sign_in
        .choose_own_password(password(OWN), BTreeMap::new())
        .await
        .unwrap();
    assert_eq!(last.step, Step::Done);
}

/// The service's order: the password first, then the second factor.
#[tokio::test]
async fn a_second_factor_follows_the_new_password() {
    for flow in [
        Flow::AllowUserSrpAuth,
        Flow::AllowUserAuth,
        Flow::AllowUserPasswordAuth,
    ] {
        let bench = Bench::allowing(&[flow]).await;
        bench.offer_every_factor(UserPoolMfaType::Optional).await;
        bench.plant("ada", |ada| {
            ada.status = UserStatus::ForceChangePassword;
            ada.factors = vec![Has::Email];
        });
        let (mut sign_in, _) = bench.begin("ada", PASSWORD).await.unwrap();
        assert_eq!(bench.codes_sent(), 0);
        let second = sign_in
            .choose_own_password(password(OWN), BTreeMap::new())
            .await
            .unwrap();
        assert!(matches!(
            second.step,
            Step::Code {
                via: Factor::Email,
                ..
            }
        ));
        let last = sign_in.answer_code(bench.sent_code()).await.unwrap();
        assert_eq!((last.step, last.renewed), (Step::Done, false));
        bench.all_tokens_are_revoked(1).await;
    }
}

#[tokio::test]
async fn an_invitation_that_has_expired_is_told_from_a_wrong_password() {
    let bench = Bench::seeded(&FABRIKAM);
    assert_eq!(
        refusal(bench.begin("aiko", PASSWORD).await),
        FailureCode::TemporaryPasswordExpired
    );
    assert_eq!(
        refusal(bench.begin("aiko", "Wrong-Passw0rd").await),
        FailureCode::WrongPassword
    );
}

/// It expires while the person thinks of a password, longer than the session lasts.
#[tokio::test]
async fn an_invitation_that_expires_meanwhile_is_spent() {
    let bench = Bench::allowing(&USUAL).await;
    let a_week = Duration::from_secs(7 * 86_400);
    bench.plant("ada", |ada| {
        ada.status = UserStatus::ForceChangePassword;
        ada.age = a_week - Duration::from_secs(120);
    });
    let (mut sign_in, _) = bench.begin("ada", PASSWORD).await.unwrap();
    bench.wait(150);
    let within = sign_in.choose_own_password(password(OWN), BTreeMap::new()).await;
    assert_eq!(refusal(within), FailureCode::TemporaryPasswordExpired);
    bench.wait(60);
    let after = sign_in.choose_own_password(password(OWN), BTreeMap::new()).await;
    assert_eq!(refusal(after), FailureCode::TemporaryPasswordSpent);
}
