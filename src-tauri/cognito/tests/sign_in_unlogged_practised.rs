//! Nor has it anything of whole sign-ins at the practice pool, whatever was said there. A process of its
//! own, too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod everything_logged;
mod practised_pool;
mod scripted;
#[path = "sign_in/words.rs"]
mod words;

use std::collections::BTreeMap;

use aws_sdk_cognitoidentityprovider::types::{
    AliasAttributeType, AuthFactorType, ExplicitAuthFlowsType as Flow, SignInPolicyType, UserPoolMfaType,
    UserPoolPolicyType,
};
use cognito::sign_in::{Factor, FirstFactor, Step};
use cognito::{TrialClient, TriedPassword, Username};
use practice::seeds::PASSWORD;
use practice::{Factor as Has, Purpose, UserStatus};
use secrecy::SecretString;
use serde_json::Value;

use everything_logged::listened_to;
use practised_pool::Bench;
use words::{OWN, code, password};

const WRONG: &str = "Wrong-Passw0rd";

/// A pool with people for every challenge, whose client has a secret.
async fn bench(flow: Flow) -> Bench {
    let every_factor = [
        AuthFactorType::Password,
        AuthFactorType::EmailOtp,
        AuthFactorType::SmsOtp,
    ];
    let policy = SignInPolicyType::builder()
        .set_allowed_first_auth_factors(Some(every_factor.to_vec()))
        .build();
    let bench = Bench::new(
        |pool| {
            pool.alias_attributes(AliasAttributeType::Email)
                .policies(UserPoolPolicyType::builder().sign_in_policy(policy).build())
        },
        |client| {
            client
                .generate_secret(true)
                .explicit_auth_flows(flow)
                .explicit_auth_flows(Flow::AllowAdminUserPasswordAuth)
        },
    )
    .await;
    bench.offer_every_factor(UserPoolMfaType::Optional).await;
    let people: [(&str, &[Has]); 4] = [
        ("hedwig-plain", &[]),
        ("hedwig-several", &[Has::Sms, Has::Email, Has::Authenticator]),
        ("hedwig-invited", &[Has::Sms]),
        ("hedwig-nopassword", &[]),
    ];
    for (name, factors) in people {
        bench.plant(name, |planted| {
            planted.phone_number = planted.phone_number.take().map(|mut number| {
                number.value = format!("+49151{:07}", name.len() * 7919);
                number
            });
            planted.factors = factors.to_vec();
            match name {
                "hedwig-invited" => planted.status = UserStatus::ForceChangePassword,
                "hedwig-nopassword" => planted.password = None,
                _ => {}
            }
        });
    }
    bench
}

/// Signs everybody in, with wrong answers and sessions that end among the right ones. What was shown
/// on the way is logged, too.
async fn sign_everybody_in(bench: &Bench, flow: &Flow) {
    let refused = bench.begin("hedwig-plain", WRONG).await.map(|_| ()).unwrap_err();
    let plain = bench.begin("hedwig-plain@example.com", PASSWORD).await.unwrap().1;
    assert_eq!(plain.step, Step::Done);
    let nobody = bench.begin("hedwig-nobody", WRONG).await.map(|_| ()).unwrap_err();
    tracing::info!(?refused, ?plain, ?nobody, "shown");

    for factor in [Factor::Sms, Factor::Email, Factor::Authenticator] {
        let (mut sign_in, first) = bench.begin("hedwig-several", PASSWORD).await.unwrap();
        let second = sign_in.choose_factor(factor).await.unwrap();
        let wrong = sign_in.answer_code(code("271828")).await.unwrap_err();
        let right = match factor {
            Factor::Authenticator => bench.shown_code("hedwig-several"),
            _ => bench.sent_code(),
        };
        let last = sign_in.answer_code(right).await.unwrap();
        assert_eq!(last.step, Step::Done);
        tracing::info!(?first, ?second, ?wrong, ?last, "shown");
    }

    let (mut sign_in, first) = bench.begin("hedwig-invited", PASSWORD).await.unwrap();
    let short = sign_in
        .choose_own_password(password("Sh0rt-1"), BTreeMap::new())
        .await
        .unwrap_err();
    bench.wait(180);
    let second = sign_in
        .choose_own_password(password(OWN), BTreeMap::new())
        .await
        .unwrap();
    assert!(second.renewed);
    let last = sign_in.answer_code(bench.sent_code()).await.unwrap();
    assert_eq!(last.step, Step::Done);
    tracing::info!(?first, ?short, ?second, ?last, "shown");

    if *flow == Flow::AllowUserAuth {
        let (mut sign_in, first) = bench.begin("hedwig-nopassword", PASSWORD).await.unwrap();
        let second = sign_in.choose_first_factor(FirstFactor::EmailCode).await.unwrap();
        let last = sign_in.answer_code(bench.sent_code()).await.unwrap();
        assert_eq!(last.step, Step::Done);
        tracing::info!(?first, ?second, ?last, "shown");
    }

    let secret = bench.client_secret();
    let client = TrialClient {
        id: &bench.client_id,
        secret: secret.as_ref(),
    };
    let name = Username::parse("hedwig-plain", &[]).unwrap();
    bench
        .pools
        .clock()
        .set(practice::Moment::from_epoch_seconds(now()));
    for (tried, expected) in [(PASSWORD, TriedPassword::Works), (WRONG, TriedPassword::Wrong)] {
        let outcome = bench
            .admin()
            .try_password(&bench.pool_id, client, &name, &SecretString::from(tried))
            .await;
        assert_eq!(outcome, Ok(expected));
    }

    bench.offer_every_factor(UserPoolMfaType::On).await;
    bench.plant("hedwig-unprotected", |planted| {
        planted.email = None;
        planted.phone_number = None;
    });
    let (mut sign_in, first) = bench.begin("hedwig-unprotected", PASSWORD).await.unwrap();
    let wrong = sign_in.confirm_authenticator(code("161803")).await.unwrap_err();
    let shown = bench.shown_code("hedwig-unprotected");
    let last = sign_in.confirm_authenticator(shown).await.unwrap();
    assert_eq!(last.step, Step::Done);
    tracing::info!(?first, ?wrong, ?last, "shown");
}

fn now() -> i64 {
    let since = std::time::UNIX_EPOCH.elapsed().unwrap();
    since.as_secs().try_into().unwrap()
}

/// Every member of what was said that nobody else may know.
fn secrets_in(said: &Value, found: &mut Vec<String>) {
    const SECRET: [&str; 19] = [
        "AccessToken",
        "IdToken",
        "RefreshToken",
        "Token",
        "Session",
        "SECRET_HASH",
        "SRP_A",
        "SRP_B",
        "SALT",
        "SECRET_BLOCK",
        "PASSWORD_CLAIM_SIGNATURE",
        "PASSWORD_CLAIM_SECRET_BLOCK",
        "PASSWORD",
        "NEW_PASSWORD",
        "SecretCode",
        "USERNAME",
        "USER_ID_FOR_SRP",
        "Username",
        "ClientSecret",
    ];
    match said {
        Value::Object(members) => {
            for (name, value) in members {
                let is_code = name.ends_with("_CODE") || name == "UserCode";
                match value {
                    Value::String(text) if is_code || SECRET.contains(&name.as_str()) => {
                        found.push(text.clone())
                    }
                    other => secrets_in(other, found),
                }
            }
        }
        Value::Array(members) => members.iter().for_each(|member| secrets_in(member, found)),
        _ => {}
    }
}

/// Whether a line of the log holds a secret. A code has to stand by itself: other numbers have digits, too.
fn holds(line: &str, secret: &str) -> bool {
    if !secret.bytes().all(|byte| byte.is_ascii_digit()) {
        return line.contains(secret);
    }
    let without_ids: Vec<&str> = line
        .split("sdk_invocation_id=")
        .enumerate()
        .map(|(part, text)| match part {
            0 => text,
            _ => text.trim_start_matches(|digit: char| digit.is_ascii_digit()),
        })
        .collect();
    without_ids
        .iter()
        .flat_map(|text| text.split(|character: char| !character.is_ascii_alphanumeric()))
        .any(|word| word == secret)
}

#[test]
fn nothing_that_was_said_at_the_practice_pool_is_in_a_log_of_everything() {
    for flow in [
        Flow::AllowUserSrpAuth,
        Flow::AllowUserAuth,
        Flow::AllowUserPasswordAuth,
    ] {
        // The SDK by itself logs the secret of a client that it makes.
        let (bench, _) = listened_to(bench(flow.clone()));
        let ((), logged) = listened_to(sign_everybody_in(&bench, &flow));
        assert!(logged.contains("TRACE") && logged.contains("the call failed code=code-wrong"));
        let mut secrets = vec![
            "hedwig".to_owned(),
            PASSWORD.to_owned(),
            WRONG.to_owned(),
            OWN.to_owned(),
        ];
        let mut challenges = Vec::new();
        for said in bench.said() {
            secrets_in(&said.asked, &mut secrets);
            secrets_in(&said.answered, &mut secrets);
            challenges.extend(said.answered["ChallengeName"].as_str().map(str::to_owned));
        }
        secrets.extend(bench.secret.clone());
        let sent = bench.pools.inbox();
        secrets.extend(
            sent.iter()
                .filter(|message| message.purpose == Purpose::Mfa)
                .flat_map(|message| [message.code.clone(), message.to.clone()]),
        );
        for met in [
            "NEW_PASSWORD_REQUIRED",
            "SMS_MFA",
            "EMAIL_OTP",
            "SOFTWARE_TOKEN_MFA",
            "SELECT_MFA_TYPE",
            "MFA_SETUP",
        ] {
            assert!(challenges.iter().any(|name| name == met), "{met}");
        }
        secrets.sort();
        secrets.dedup();
        assert!(secrets.len() > 60, "{}", secrets.len());
        for secret in secrets {
            let line = logged.lines().find(|line| holds(line, &secret));
            assert_eq!(line, None, "{flow}: {secret}");
        }
    }
}
