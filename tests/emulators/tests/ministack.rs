//! The self-service operations against ministack with `AUTH=true`.
//!
//! It differs from the service. Nothing is concluded here from what it takes and the service
//! would refuse: a reset for a user with a temporary password or without a verified contact,
//! any number of tries, codes of any age. Its codes are always the same two, so "the newest
//! code only" cannot be seen here either. Smaller differences are noted where they show.

use cognito::recovery::{confirm_forgot_password, forgot_password};
use cognito::sign_up::{confirm_sign_up, resend_confirmation_code};
use cognito::{DeliveryMedium, FailureCode, discretion};
use emulators::{Outcome, client, code, outcome, password, username};
use peers::{Administrator, MadePool, Ministack, PoolSpec, SignInNames, SignedIn, UserSpec};

const BEFORE: &str = "Before-2026!";
const AFTER: &str = "After the summer, 2026";
const EMAIL: &str = "maria@example.com";
/// A code that was never sent.
const WRONG_CODE: &str = "000 000";

async fn maria(administrator: &Administrator, pool: &MadePool, name: &str) -> Result<String, peers::Error> {
    let user = UserSpec {
        username: name,
        password: Some(BEFORE),
        email: Some((EMAIL, true)),
        ..UserSpec::default()
    };
    administrator.create_user(pool, &user).await
}

/// Forgot, wrong code, refused password, right code; the new password signs in, the old one no
/// longer, and the code is spent.
async fn gets_back_in(spec: PoolSpec, name: &str, typed: &str) -> Outcome {
    let ministack = Ministack::start()?;
    let administrator = ministack.administrator();
    let pool = ministack.create_pool(&spec).await?;
    assert_eq!(pool.client_secret.is_some(), spec.secret);
    maria(&administrator, &pool, name).await?;
    let client = client(&pool, ministack.base_url(), None)?;
    let who = username(typed)?;

    let no_code = confirm_forgot_password(&client, &who, &code(WRONG_CODE)?, &password(AFTER)?).await;
    assert_eq!(
        outcome(no_code),
        Err(FailureCode::CodeExpired),
        "before a code was asked for"
    );

    let delivery = forgot_password(&client, &who).await?;
    assert_eq!(delivery.medium, DeliveryMedium::Email);
    // Masked with four stars here, with three by the service.
    assert_eq!(delivery.target.as_deref(), Some("m****@e****"));
    assert_eq!(
        administrator.sign_in(&pool, typed, BEFORE).await?,
        SignedIn::Yes,
        "the old password until then"
    );

    let right_code = code(&ministack.newest_code(EMAIL)?)?;
    let wrong_code = confirm_forgot_password(&client, &who, &code(WRONG_CODE)?, &password(AFTER)?).await;
    assert_eq!(outcome(wrong_code), Err(FailureCode::CodeWrong));
    let refused = confirm_forgot_password(&client, &who, &right_code, &password("no capitals, 2026")?).await;
    assert_eq!(outcome(refused), Err(FailureCode::PasswordNeedsUppercase));
    assert_eq!(
        administrator.sign_in(&pool, typed, BEFORE).await?,
        SignedIn::Yes,
        "nothing has changed so far"
    );

    confirm_forgot_password(&client, &who, &right_code, &password(AFTER)?).await?;
    assert_eq!(administrator.sign_in(&pool, typed, AFTER).await?, SignedIn::Yes);
    assert_eq!(
        administrator.sign_in(&pool, typed, BEFORE).await?,
        SignedIn::No("NotAuthorizedException".into()),
        "the old password is over"
    );
    let again = confirm_forgot_password(&client, &who, &right_code, &password(AFTER)?).await;
    assert_eq!(outcome(again), Err(FailureCode::CodeExpired), "a code works once");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_password_without_a_client_secret() -> Outcome {
    gets_back_in(PoolSpec::default(), "maria", "maria").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_password_with_a_client_secret() -> Outcome {
    gets_back_in(
        PoolSpec {
            secret: true,
            ..PoolSpec::default()
        },
        "maria",
        "maria",
    )
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_password_by_an_alias_with_a_client_secret() -> Outcome {
    gets_back_in(
        PoolSpec {
            secret: true,
            ..PoolSpec::default()
        },
        "maria",
        EMAIL,
    )
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_password_where_the_email_is_the_user_name() -> Outcome {
    let spec = PoolSpec {
        sign_in_names: SignInNames::Email,
        case_sensitive: false,
        hides_existence: true,
        secret: true,
        ..PoolSpec::default()
    };
    gets_back_in(spec, EMAIL, EMAIL).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_password_names_its_rule() -> Outcome {
    let ministack = Ministack::start()?;
    let pool = ministack.create_pool(&PoolSpec::default()).await?;
    maria(&ministack.administrator(), &pool, "maria").await?;
    let client = client(&pool, ministack.base_url(), None)?;
    let who = username("maria")?;
    forgot_password(&client, &who).await?;
    let right_code = code(&ministack.newest_code(EMAIL)?)?;

    for (typed, expected) in [
        ("no-capitals-2026", FailureCode::PasswordNeedsUppercase),
        ("NO-SMALLS-2026", FailureCode::PasswordNeedsLowercase),
        ("No-numbers", FailureCode::PasswordNeedsNumber),
        // The service counts this space as a symbol, ministack counts none.
        ("NoSymbols2026", FailureCode::PasswordNeedsSymbol),
        // The service says "Password not long enough", ministack words it otherwise: refused,
        // by a rule that isn't recognised.
        ("Short-1", FailureCode::PasswordRefused),
    ] {
        let refused = confirm_forgot_password(&client, &who, &right_code, &password(typed)?).await;
        assert_eq!(outcome(refused), Err(expected), "{typed}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_user_where_the_pool_says_so() -> Outcome {
    let ministack = Ministack::start()?;
    let pool = ministack.create_pool(&PoolSpec::default()).await?;
    let client = client(&pool, ministack.base_url(), None)?;
    let nobody = username("nobody@example.com")?;
    let (some_code, some_password) = (code(WRONG_CODE)?, password(AFTER)?);

    let forgot = forgot_password(&client, &nobody).await;
    assert_eq!(outcome(forgot.clone()), Err(FailureCode::UserNotFound));
    let confirmed = confirm_forgot_password(&client, &nobody, &some_code, &some_password).await;
    assert_eq!(outcome(confirmed.clone()), Err(FailureCode::UserNotFound));
    let resent = resend_confirmation_code(&client, &nobody).await;
    assert_eq!(outcome(resent), Err(FailureCode::UserNotFound));
    let signed_up = confirm_sign_up(&client, &nobody, &some_code).await;
    assert_eq!(outcome(signed_up), Err(FailureCode::UserNotFound));

    // What the recovery window makes of it.
    let told = discretion::delivery(forgot, &nobody, &pool.pool_id)?;
    assert_eq!(
        (told.medium, told.target.as_deref()),
        (DeliveryMedium::Email, Some("n***@e***"))
    );
    assert_eq!(
        outcome(discretion::confirmation(confirmed)),
        Err(FailureCode::CodeWrong)
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_user_where_the_pool_hides_it() -> Outcome {
    let ministack = Ministack::start()?;
    let pool = ministack
        .create_pool(&PoolSpec {
            hides_existence: true,
            ..PoolSpec::default()
        })
        .await?;
    let client = client(&pool, ministack.base_url(), None)?;
    let nobody = username("nobody@example.com")?;
    let (some_code, some_password) = (code(WRONG_CODE)?, password(AFTER)?);

    assert_eq!(
        forgot_password(&client, &nobody).await?.medium,
        DeliveryMedium::Email
    );
    assert!(
        ministack.newest_code("nobody@example.com").is_err(),
        "nothing is sent"
    );
    let confirmed = confirm_forgot_password(&client, &nobody, &some_code, &some_password).await;
    assert_eq!(outcome(confirmed), Err(FailureCode::CodeWrong));
    assert_eq!(
        resend_confirmation_code(&client, &nobody).await?.medium,
        DeliveryMedium::Email
    );
    let signed_up = confirm_sign_up(&client, &nobody, &some_code).await;
    assert_eq!(outcome(signed_up), Err(FailureCode::CodeWrong));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_up_is_finished() -> Outcome {
    let ministack = Ministack::start()?;
    let administrator = ministack.administrator();
    for secret in [false, true] {
        let pool = ministack
            .create_pool(&PoolSpec {
                secret,
                ..PoolSpec::default()
            })
            .await?;
        administrator
            .sign_up(&pool, "noah", BEFORE, "noah@example.com")
            .await?;
        let client = client(&pool, ministack.base_url(), None)?;
        let who = username("noah")?;
        assert_eq!(
            administrator.sign_in(&pool, "noah", BEFORE).await?,
            SignedIn::No("UserNotConfirmedException".into())
        );
        assert_eq!(
            resend_confirmation_code(&client, &who).await?.medium,
            DeliveryMedium::Email
        );
        let right_code = code(&ministack.newest_code("noah@example.com")?)?;
        assert_eq!(
            outcome(confirm_sign_up(&client, &who, &code(WRONG_CODE)?).await),
            Err(FailureCode::CodeWrong)
        );
        confirm_sign_up(&client, &who, &right_code).await?;
        assert_eq!(administrator.sign_in(&pool, "noah", BEFORE).await?, SignedIn::Yes);
        assert_eq!(
            outcome(confirm_sign_up(&client, &who, &right_code).await),
            Err(FailureCode::AlreadyConfirmed),
            "twice"
        );
    }
    Ok(())
}

/// All four operations through a connection whose client secret is not what the pool has.
async fn all_refused(pool: &MadePool, ministack: &Ministack, expected: FailureCode) -> Outcome {
    let client = client(pool, ministack.base_url(), None)?;
    let who = username("maria")?;
    let (some_code, some_password) = (code(WRONG_CODE)?, password(AFTER)?);
    assert_eq!(outcome(forgot_password(&client, &who).await), Err(expected));
    let confirmed = confirm_forgot_password(&client, &who, &some_code, &some_password).await;
    assert_eq!(outcome(confirmed), Err(expected));
    assert_eq!(
        outcome(resend_confirmation_code(&client, &who).await),
        Err(expected)
    );
    assert_eq!(
        outcome(confirm_sign_up(&client, &who, &some_code).await),
        Err(expected)
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_or_missing_client_secret_is_told_apart() -> Outcome {
    let ministack = Ministack::start()?;
    let pool = ministack
        .create_pool(&PoolSpec {
            secret: true,
            ..PoolSpec::default()
        })
        .await?;
    maria(&ministack.administrator(), &pool, "maria").await?;

    let another = MadePool {
        client_secret: Some("0".repeat(51)),
        ..pool.clone()
    };
    all_refused(&another, &ministack, FailureCode::SecretWrong).await?;
    let none = MadePool {
        client_secret: None,
        ..pool
    };
    all_refused(&none, &ministack, FailureCode::SecretMissing).await?;
    assert!(ministack.newest_code(EMAIL).is_err(), "nothing was sent");
    Ok(())
}
