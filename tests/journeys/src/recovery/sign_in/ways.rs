//! What an app client may allow: each way in works, or it is said that there is none.

use peers::{ConnectionSpec, MadePool, PoolSpec, PracticePort, UserSpec, connection_file};

use super::{Way, answer, forgets, sign_in, signed_in};
use crate::desk::PASSWORD;
use crate::recovery::{Port, RUTH, RUTHS_EMAIL, other_than};
use crate::scene::Scene;
use crate::trouble::{Result, Trouble, ensure};

/// The password itself, where the client allows no proof of it.
pub(crate) async fn password_only(scene: &mut Scene) -> Result<()> {
    let port = Port::start(&PoolSpec {
        secret: true,
        ..PoolSpec::default()
    })
    .await?;
    make_ruth(&port.pool_port, &port.pool).await?;
    allow(&port.pool_port, &port.pool, "ALLOW_USER_PASSWORD_AUTH").await?;
    let window = scene.open_file(&port.file(scene)?).await?;
    sign_in(&window, Way::Check, RUTH, "Wrong-Words-42").await?;
    window.told("wrong-password").await?;
    super::prove(&window, PASSWORD).await?;
    signed_in(&window, "password", &[PASSWORD]).await
}

/// No way that there is here: it says nothing about the password, and is said.
pub(crate) async fn none(scene: &mut Scene) -> Result<()> {
    let port = Port::start(&PoolSpec::default()).await?;
    make_ruth(&port.pool_port, &port.pool).await?;
    allow(&port.pool_port, &port.pool, "ALLOW_CUSTOM_AUTH").await?;
    let window = scene.open_file(&port.file(scene)?).await?;
    sign_in(&window, Way::Check, RUTH, PASSWORD).await?;
    window.told("flow-not-enabled").await?;
    window.look("stuck", "flow-not-enabled").await?;
    window.press("back").await?;
    window.on("sign-in").await
}

/// Where the pool takes a password or a code, the password that was typed is what it gets.
pub(crate) async fn choice_with_password(scene: &mut Scene) -> Result<()> {
    let (port, pool) = choosing(&["PASSWORD", "EMAIL_OTP"]).await?;
    let file = connection_file(scene.directory(), &ConnectionSpec::to(&pool, port.base_url()))?;
    let window = scene.open_file(&file).await?;
    sign_in(&window, Way::Check, RUTH, PASSWORD).await?;
    signed_in(&window, "password", &[PASSWORD]).await
}

/// Where the pool takes only codes, one chooses, and what is proven is a code and not the password.
pub(crate) async fn choice_of_codes(scene: &mut Scene) -> Result<()> {
    let (port, pool) = choosing(&["EMAIL_OTP", "SMS_OTP"]).await?;
    let file = connection_file(scene.directory(), &ConnectionSpec::to(&pool, port.base_url()))?;
    let window = scene.open_file(&file).await?;
    sign_in(&window, Way::Check, RUTH, "Wrong-Words-42").await?;
    window.look("choose-first-factor", "codes").await?;
    window
        .click("[data-act='choose-first-factor'][data-choice='email-code']")
        .await?;
    window.look("sign-in-code", "first-factor").await?;
    let code = port.newest_code(RUTHS_EMAIL)?;
    answer(&window, &other_than(&code)).await?;
    window.told("code-wrong").await?;
    answer(&window, &code).await?;
    window.look("signed-in", "code").await?;
    signed_in(&window, "code", &[&code]).await?;
    forgets(&window, &["Wrong-Words-42"]).await
}

async fn make_ruth(port: &PracticePort, pool: &MadePool) -> Result<()> {
    let ruth = UserSpec {
        username: RUTH,
        password: Some(PASSWORD),
        email: Some((RUTHS_EMAIL, true)),
        phone: Some(("+12065550117", true)),
    };
    port.administrator().create_user(pool, &ruth).await?;
    Ok(())
}

/// Lets the pool's app client sign in this way and no other.
async fn allow(port: &PracticePort, pool: &MadePool, flow: &str) -> Result<()> {
    let outside = port.administrator();
    let change = outside.client().update_user_pool_client();
    change
        .user_pool_id(&pool.pool_id)
        .client_id(&pool.client_id)
        .explicit_auth_flows(flow.into())
        .send()
        .await
        .map(drop)
        .map_err(|error| Trouble::new(format!("the app client can't be changed: {error:?}")))
}

/// A pool that leaves it to Ruth which of these she begins with.
async fn choosing(first_factors: &[&str]) -> Result<(PracticePort, MadePool)> {
    let port = PracticePort::start(&["--empty"])?;
    let outside = port.administrator();
    let refuse = |what: &str, error: String| Trouble::new(format!("{what}: {error}"));
    let made = outside.client().create_user_pool().pool_name("Made by a test");
    let made = made
        .send()
        .await
        .map_err(|error| refuse("no pool is made", format!("{error:?}")))?;
    let made = made.user_pool.ok_or("no pool is made")?;
    let pool_id = made.id.unwrap_or_default();
    let mut policies = made.policies;
    let sign_in = policies
        .as_mut()
        .and_then(|policies| policies.sign_in_policy.as_mut());
    let sign_in = sign_in.ok_or("the pool says nothing about first factors")?;
    sign_in.allowed_first_auth_factors = Some(first_factors.iter().map(|name| (*name).into()).collect());
    let change = outside.client().update_user_pool().user_pool_id(&pool_id);
    change
        .set_policies(policies)
        .send()
        .await
        .map_err(|error| refuse("the pool can't be changed", format!("{error:?}")))?;
    let client = outside.client().create_user_pool_client();
    let client = client
        .user_pool_id(&pool_id)
        .client_name("Made by a test")
        .explicit_auth_flows("ALLOW_USER_AUTH".into())
        .send()
        .await
        .map_err(|error| refuse("no app client is made", format!("{error:?}")))?;
    let client_id = client.user_pool_client.and_then(|client| client.client_id);
    let pool = MadePool {
        region: "eu-central-1".to_owned(),
        pool_id,
        client_id: client_id.unwrap_or_default(),
        client_secret: None,
    };
    ensure(!pool.client_id.is_empty(), || {
        "the app client has no id".to_owned()
    })?;
    make_ruth(&port, &pool).await?;
    Ok((port, pool))
}
