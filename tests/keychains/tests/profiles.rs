//! Profiles as the AWS CLI leaves them in a home directory, and an environment that would lead a
//! careless program astray.
#![cfg(target_os = "linux")]

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use keychains::{Came, Outcome, Plan, Step, done};
use peers::{Answer, Desktop, IamKey, Keychain, Ministack, Scripted};

/// `sha1("work")`, `sha1("https://d-1234567890.awsapps.com/start")`: the CLI calls a token's file
/// after its session's name, or in the older form after the start page.
const SESSION_FILE: &str = "e274eeff768c6396088ec6eb091f4bf4d47ab1e0.json";
const START_PAGE_FILE: &str = "7487b5b67d5fa1132cf33fa93ae51ef38cc37752.json";
/// `sha256("arn:aws:iam::123456789012:user/noah")`, for a sign-in to the console.
const CONSOLE_FILE: &str = "43f8d8ed8b3a7496ffffaeb85a3b87b27ba327aae4e35a700e62bff0777d46c2.json";

const CONFIG: &str = "
[profile center]
sso_session = work
sso_account_id = 123456789012
sso_role_name = HelpDesk

[profile center-old]
sso_start_url = https://d-1234567890.awsapps.com/start
sso_region = eu-central-1
sso_account_id = 123456789012
sso_role_name = HelpDesk

[profile console]
login_session = arn:aws:iam::123456789012:user/noah
region = eu-central-1

[sso-session work]
sso_start_url = https://d-1234567890.awsapps.com/start
sso_region = eu-central-1
";

fn came(
    environment: &HashMap<&'static str, String>,
    plan: &Plan,
) -> Result<Vec<Came>, Box<dyn std::error::Error>> {
    let program = Path::new(env!("CARGO_BIN_EXE_access-steps"));
    done(program, environment, plan, |_| {
        Err("nothing was to be done meanwhile".into())
    })
}

fn open(name: &str) -> Step {
    Step::OpenProfile {
        name: name.to_owned(),
    }
}

fn write(home: &Path, file: &str, text: &str) -> std::io::Result<()> {
    let file = home.join(file);
    fs::create_dir_all(file.parent().unwrap_or(home))?;
    fs::write(file, text)
}

fn hours_from_now(hours: u64) -> Duration {
    let hours = Duration::from_secs(hours * 3600);
    SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default()
        + hours
}

/// What the portal gives: a user's permanent key in place of a temporary one, since ministack checks it.
fn role_credentials(key: &IamKey) -> Answer {
    Answer::Json(
        200,
        serde_json::json!({"roleCredentials": {
            "accessKeyId": key.id,
            "secretAccessKey": key.secret,
            "sessionToken": "",
            "expiration": u64::try_from(hours_from_now(1).as_millis()).unwrap_or_default(),
        }})
        .to_string(),
    )
}

fn token(expires_at: &str) -> String {
    serde_json::json!({
        "accessToken": "a-token-of-identity-center",
        "expiresAt": expires_at,
        "region": "eu-central-1",
        "startUrl": "https://d-1234567890.awsapps.com/start",
    })
    .to_string()
}

fn console_sign_in(key: &IamKey, expires_at: &str) -> String {
    serde_json::json!({
        "accessToken": {
            "accessKeyId": key.id,
            "secretAccessKey": key.secret,
            "sessionToken": "",
            "accountId": "123456789012",
            "expiresAt": expires_at,
        },
        "tokenType": "aws_sigv4",
        "refreshToken": "a-refresh-token",
        "clientId": "arn:aws:signin:::devtools/same-device",
        // The example key in the SDK's own documentation.
        "dpopKey": "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIFDZHUzOG1Pzq+6F0mjMlOSp1syN9LRPBuHMoCFXTcXhoAoGCCqGSM49\nAwEHoUQDQgAE9qhj+KtcdHj1kVgwxWWWw++tqoh7H7UHs7oXh8jBbgF47rrYGC+t\ndjiIaHK3dBvvdE7MGj5HsepzLm3Kj91bqA==\n-----END EC PRIVATE KEY-----\n",
    })
    .to_string()
}

#[test]
fn a_sign_in_of_the_cli_to_identity_center_is_used_while_it_lasts() -> Outcome {
    let ministack = Ministack::start()?;
    let noah = ministack.create_iam_user("noah")?;
    let portal = Scripted::start(vec![role_credentials(&noah)])?;
    let desktop = Desktop::start(Keychain::Absent)?;
    let plan = Plan {
        sts: Some(ministack.base_url().to_owned()),
        oidc: Some(portal.base_url()),
        portal: Some(portal.base_url()),
        steps: vec![open("center"), open("center-old")],
    };
    write(desktop.home(), ".aws/config", CONFIG)?;
    let over = || {
        [
            Came::failed("profile-sign-in-over"),
            Came::failed("profile-sign-in-over"),
        ]
    };

    // Nobody has signed in yet.
    assert_eq!(came(desktop.environment(), &plan)?, over());
    for file in [SESSION_FILE, START_PAGE_FILE] {
        write(
            desktop.home(),
            &format!(".aws/sso/cache/{file}"),
            &token("2020-01-01T00:00:00Z"),
        )?;
    }
    assert_eq!(came(desktop.environment(), &plan)?, over());
    assert_eq!(portal.requests(), 0);

    for file in [SESSION_FILE, START_PAGE_FILE] {
        write(
            desktop.home(),
            &format!(".aws/sso/cache/{file}"),
            &token("2099-01-01T00:00:00Z"),
        )?;
    }
    assert_eq!(
        came(desktop.environment(), &plan)?,
        [Came::named("noah"), Came::named("noah")]
    );
    assert_eq!(portal.requests(), 2);
    Ok(())
}

#[test]
fn the_portals_refusals_are_told() -> Outcome {
    let desktop = Desktop::start(Keychain::Absent)?;
    write(desktop.home(), ".aws/config", CONFIG)?;
    write(
        desktop.home(),
        &format!(".aws/sso/cache/{SESSION_FILE}"),
        &token("2099-01-01T00:00:00Z"),
    )?;
    for (answer, code) in [
        (
            Answer::Error(401, "UnauthorizedException", "Session token not found or invalid"),
            "profile-sign-in-over",
        ),
        (
            Answer::Error(403, "ForbiddenException", "No access"),
            "role-refused",
        ),
        (
            Answer::Page(200, "<html>Welcome to the hotel</html>".to_owned()),
            "captive-portal",
        ),
    ] {
        let portal = Scripted::start(vec![answer])?;
        let plan = Plan {
            sts: Some(portal.base_url()),
            oidc: Some(portal.base_url()),
            portal: Some(portal.base_url()),
            steps: vec![open("center")],
        };
        let came = came(desktop.environment(), &plan)?;
        assert_eq!(came.first().and_then(|came| came.failure.as_deref()), Some(code));
    }
    Ok(())
}

#[test]
fn a_sign_in_of_the_cli_to_the_console_is_used_while_it_lasts() -> Outcome {
    let ministack = Ministack::start()?;
    let noah = ministack.create_iam_user("noah")?;
    let elsewhere = Scripted::start(vec![Answer::Json(200, "{}".to_owned())])?;
    let desktop = Desktop::start(Keychain::Absent)?;
    let plan = Plan {
        sts: Some(ministack.base_url().to_owned()),
        oidc: None,
        portal: None,
        steps: vec![open("console")],
    };
    write(desktop.home(), ".aws/config", CONFIG)?;
    assert_eq!(
        came(desktop.environment(), &plan)?,
        [Came::failed("profile-sign-in-over")]
    );
    let file = format!(".aws/login/cache/{CONSOLE_FILE}");
    write(
        desktop.home(),
        &file,
        &console_sign_in(&noah, "2099-01-01T00:00:00Z"),
    )?;
    assert_eq!(came(desktop.environment(), &plan)?, [Came::named("noah")]);

    // It wants to be refreshed, and the environment says that Amazon is somewhere else.
    write(
        desktop.home(),
        &file,
        &console_sign_in(&noah, "2020-01-01T00:00:00Z"),
    )?;
    let mut hostile = desktop.environment().clone();
    hostile.insert("AWS_ENDPOINT_URL", elsewhere.base_url());
    let refused = Came {
        detail: Some("AWS_ENDPOINT_URL".to_owned()),
        ..Came::failed("profile-unusable")
    };
    assert_eq!(came(&hostile, &plan)?, [refused]);
    assert_eq!(elsewhere.requests(), 0);
    Ok(())
}

#[test]
fn neither_the_environment_nor_a_profile_says_where_amazon_is() -> Outcome {
    let ministack = Ministack::start()?;
    let noah = ministack.create_iam_user("noah")?;
    let elsewhere = Scripted::start(vec![Answer::Error(403, "AccessDenied", "gotcha")])?;
    let portal = Scripted::start(vec![role_credentials(&noah)])?;
    let desktop = Desktop::start(Keychain::Absent)?;
    let hostile_lines = format!(
        "endpoint_url = {url}\nservices = elsewhere\nsts_regional_endpoints = legacy\n",
        url = elsewhere.base_url()
    );
    let config = format!(
        "{}\n[profile keys]\naws_access_key_id = {}\naws_secret_access_key = {}\n{hostile_lines}\n\
         [services elsewhere]\nsts =\n  endpoint_url = {url}\nsso =\n  endpoint_url = {url}\n",
        CONFIG.replace(
            "[profile center]\n",
            &format!("[profile center]\n{hostile_lines}")
        ),
        noah.id,
        noah.secret,
        url = elsewhere.base_url(),
    );
    write(desktop.home(), ".aws/config", &config)?;
    write(
        desktop.home(),
        &format!(".aws/sso/cache/{SESSION_FILE}"),
        &token("2099-01-01T00:00:00Z"),
    )?;
    let mut hostile = desktop.environment().clone();
    for variable in [
        "AWS_ENDPOINT_URL",
        "AWS_ENDPOINT_URL_STS",
        "AWS_ENDPOINT_URL_SSO",
        "AWS_ENDPOINT_URL_SSO_OIDC",
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        "AWS_EC2_METADATA_SERVICE_ENDPOINT",
    ] {
        hostile.insert(variable, elsewhere.base_url());
    }
    // Somebody else's keys, which are nobody's choice here.
    hostile.insert("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE".to_owned());
    hostile.insert(
        "AWS_SECRET_ACCESS_KEY",
        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".to_owned(),
    );
    hostile.insert("AWS_PROFILE", "keys".to_owned());
    let plan = Plan {
        sts: Some(ministack.base_url().to_owned()),
        oidc: Some(portal.base_url()),
        portal: Some(portal.base_url()),
        steps: vec![open("keys"), open("center"), open("nobody")],
    };
    assert_eq!(
        came(&hostile, &plan)?,
        [
            Came::named("noah"),
            Came::named("noah"),
            Came::failed("profile-not-found"),
        ]
    );
    assert_eq!(elsewhere.requests(), 0);
    Ok(())
}

#[test]
fn the_files_are_where_the_environment_says() -> Outcome {
    let ministack = Ministack::start()?;
    let noah = ministack.create_iam_user("noah")?;
    let desktop = Desktop::start(Keychain::Absent)?;
    write(
        desktop.home(),
        "elsewhere/settings",
        "[profile desk]\nregion = eu-central-1\n",
    )?;
    write(
        desktop.home(),
        "elsewhere/keys",
        &format!(
            "[desk]\naws_access_key_id = {}\naws_secret_access_key = {}\n",
            noah.id, noah.secret
        ),
    )?;
    let mut environment = desktop.environment().clone();
    environment.insert("AWS_CONFIG_FILE", "~/elsewhere/settings".to_owned());
    let keys = desktop.home().join("elsewhere/keys");
    environment.insert("AWS_SHARED_CREDENTIALS_FILE", keys.display().to_string());
    let plan = Plan {
        sts: Some(ministack.base_url().to_owned()),
        oidc: None,
        portal: None,
        steps: vec![open("desk")],
    };
    assert_eq!(came(&environment, &plan)?, [Came::named("noah")]);
    Ok(())
}
