//! Signing in at ministack with `AUTH=true`, which checks proofs, secret hashes and authenticator codes.
//!
//! It differs from the service: in this challenge it takes any session and any new password, and it
//! never asks for an authenticator to be set up. Nothing is concluded here from what it takes so.

use std::collections::BTreeMap;
use std::error::Error;
use std::process::Command;

use aws_sdk_cognitoidentityprovider::types::{AuthFlowType, SoftwareTokenMfaConfigType, UserPoolMfaType};
use cognito::sign_in::{Factor, Progress, SignIn, Step};
use cognito::{Client, Failure, FailureCode};
use emulators::{Outcome, client, code, outcome, password, username};
use peers::{Administrator, MadePool, Ministack, PoolSpec, SignInNames, SignedIn, UserSpec};
use secrecy::SecretString;

const EMAIL: &str = "maria@example.com";
const TEMPORARY: &str = "Temporary-2026!";
const OWN: &str = "After the summer, 2026";

async fn begin(client: &Client, typed: &str, password: &str) -> Result<(SignIn, Progress), Failure> {
    SignIn::begin(client, username(typed)?, SecretString::from(password)).await
}

/// Maria, with a temporary password or one of her own.
async fn maria(administrator: &Administrator, pool: &MadePool, name: &str, temporary: bool) -> Outcome {
    let user = UserSpec {
        username: name,
        password: Some(if temporary { TEMPORARY } else { OWN }),
        email: Some((EMAIL, true)),
        ..UserSpec::default()
    };
    let stored = administrator.create_user(pool, &user).await?;
    if temporary {
        administrator
            .client()
            .admin_set_user_password()
            .user_pool_id(&pool.pool_id)
            .username(stored)
            .password(TEMPORARY)
            .permanent(false)
            .send()
            .await?;
    }
    Ok(())
}

/// The code that an authenticator app with this secret shows `periods` times 30 seconds from now
/// (RFC 6238), by Python's standard library.
fn authenticator_code(secret: &str, periods: i64) -> Result<String, Box<dyn Error>> {
    const PROGRAM: &str = "
import base64, hmac, struct, sys, time
key = base64.b32decode(sys.argv[1] + '=' * (-len(sys.argv[1]) % 8))
digest = hmac.digest(key, struct.pack('>Q', int(time.time()) // 30 + int(sys.argv[2])), 'sha1')
start = digest[-1] & 15
print('%06d' % ((struct.unpack('>I', digest[start:start + 4])[0] & 0x7fffffff) % 1000000), end='')
";
    let shown = Command::new("python3")
        .args(["-c", PROGRAM, secret, &periods.to_string()])
        .output()?;
    Ok(String::from_utf8(shown.stdout)?)
}

/// A proof of the right password signs in, one of a wrong password doesn't.
async fn proves_a_password(spec: PoolSpec, name: &str, typed: &str) -> Outcome {
    let ministack = Ministack::start()?;
    let pool = ministack.create_pool(&spec).await?;
    maria(&ministack.administrator(), &pool, name, false).await?;
    let client = client(&pool, ministack.base_url(), None)?;
    for _ in 0..5 {
        let (_, progress) = begin(&client, typed, OWN).await?;
        assert_eq!(progress.step, Step::Done);
    }
    let wrong = begin(&client, typed, "Before the summer, 2026").await;
    assert_eq!(outcome(wrong).map(|_| ()), Err(FailureCode::WrongPassword));
    let nobody = begin(&client, "nobody@example.com", OWN).await;
    assert_eq!(outcome(nobody).map(|_| ()), Err(FailureCode::WrongPassword));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_is_proven() -> Outcome {
    proves_a_password(PoolSpec::default(), "maria", "maria").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_is_proven_by_an_alias_with_a_client_secret() -> Outcome {
    let spec = PoolSpec {
        secret: true,
        ..PoolSpec::default()
    };
    proves_a_password(spec, "maria", EMAIL).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_is_proven_where_the_email_is_the_user_name() -> Outcome {
    let spec = PoolSpec {
        sign_in_names: SignInNames::Email,
        case_sensitive: false,
        hides_existence: true,
        secret: true,
        ..PoolSpec::default()
    };
    proves_a_password(spec, EMAIL, EMAIL).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_temporary_password_makes_way_for_ones_own() -> Outcome {
    let ministack = Ministack::start()?;
    let spec = PoolSpec {
        secret: true,
        ..PoolSpec::default()
    };
    let pool = ministack.create_pool(&spec).await?;
    let administrator = ministack.administrator();
    maria(&administrator, &pool, "maria", true).await?;
    let client = client(&pool, ministack.base_url(), None)?;
    let (mut sign_in, progress) = begin(&client, EMAIL, TEMPORARY).await?;
    let asked = Step::NewPassword {
        attributes: Vec::new(),
    };
    assert_eq!(progress.step, asked);
    let done = sign_in
        .choose_own_password(password(OWN)?, BTreeMap::new())
        .await?;
    assert_eq!(done.step, Step::Done);
    assert_eq!(administrator.sign_in(&pool, "maria", OWN).await?, SignedIn::Yes);
    Ok(())
}

/// Sets up an authenticator for Maria in another way than ours; its secret.
async fn authenticator(administrator: &Administrator, pool: &MadePool) -> Result<String, Box<dyn Error>> {
    let sdk = administrator.client();
    sdk.set_user_pool_mfa_config()
        .user_pool_id(&pool.pool_id)
        .mfa_configuration(UserPoolMfaType::On)
        .software_token_mfa_configuration(SoftwareTokenMfaConfigType::builder().enabled(true).build())
        .send()
        .await?;
    let signed_in = sdk
        .initiate_auth()
        .client_id(&pool.client_id)
        .auth_flow(AuthFlowType::UserPasswordAuth)
        .auth_parameters("USERNAME", "maria")
        .auth_parameters("PASSWORD", OWN)
        .send()
        .await?;
    let access_token = signed_in
        .authentication_result
        .and_then(|tokens| tokens.access_token)
        .ok_or("no tokens")?;
    let associated = sdk.associate_software_token().access_token(&access_token);
    let secret = associated.send().await?.secret_code.ok_or("no secret")?;
    sdk.verify_software_token()
        .access_token(access_token)
        .user_code(authenticator_code(&secret, -1)?)
        .send()
        .await?;
    Ok(secret)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_code_of_an_authenticator_is_asked_for() -> Outcome {
    let ministack = Ministack::start()?;
    let pool = ministack.create_pool(&PoolSpec::default()).await?;
    let administrator = ministack.administrator();
    maria(&administrator, &pool, "maria", false).await?;
    let secret = authenticator(&administrator, &pool).await?;
    let client = client(&pool, ministack.base_url(), None)?;
    let (mut sign_in, progress) = begin(&client, "maria", OWN).await?;
    let asked = Step::Code {
        via: Factor::Authenticator,
        destination: None,
    };
    assert_eq!(progress.step, asked);
    let shown = authenticator_code(&secret, 0)?;
    let other = if shown == "000000" { "000001" } else { "000000" };
    let wrong = sign_in.answer_code(code(other)?).await;
    assert_eq!(outcome(wrong).map(|_| ()), Err(FailureCode::CodeWrong));
    let done = sign_in.answer_code(code(&shown)?).await?;
    assert_eq!(done.step, Step::Done);
    Ok(())
}
