//! The access crate against servers that none of us wrote: ministack, which checks signatures,
//! permissions and the clock; moto, for the code of a second factor; scripted ones for what
//! neither of them says.
//!
//! Where they differ from the service: ministack doesn't know second factors (a role that wants one
//! refuses everybody); moto takes any key, any signature and any code, and lets everybody act in
//! every role, even one that isn't there.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use access::{Access, AssumedRole, Endpoints, FactorCode, Network, ProfileFiles, Session, Sessions, Way};
use aws_credential_types::provider::ProvideCredentials;
use aws_smithy_async::time::TimeSource;
use cognito::{Failure, FailureCode, NetworkSettings, network};
use emulators::{Outcome, outcome};
use peers::{Answer, IamKey, Ministack, Moto, Scripted};
use secrecy::SecretString;
use tempfile::TempDir;
use url::Url;

const MFA_SERIAL: &str = "arn:aws:iam::123456789012:mfa/noah";

fn network_to(sts: &str) -> Result<Network, Box<dyn std::error::Error>> {
    let sts = Url::parse(sts)?;
    let http = network::https_client_to(&NetworkSettings::default(), Some(&sts), None)?;
    let endpoints = Endpoints {
        sts: Some(sts),
        ..Endpoints::default()
    };
    Ok(Network::over(http, endpoints)?)
}

/// A home directory with a profile `desk` of these keys, and more lines.
struct Home {
    directory: TempDir,
    files: ProfileFiles,
}

impl Home {
    fn with(key: &IamKey, more: &str) -> std::io::Result<Self> {
        let directory = tempfile::tempdir()?;
        let config = directory.path().join("config");
        let home = Self {
            files: ProfileFiles::at(&config, directory.path().join("credentials")),
            directory,
        };
        fs::write(config, more)?;
        home.write_keys(key)?;
        Ok(home)
    }

    fn write_keys(&self, key: &IamKey) -> std::io::Result<()> {
        let text = format!(
            "[desk]\naws_access_key_id = {}\naws_secret_access_key = {}\n",
            key.id, key.secret
        );
        fs::write(self.path().join("credentials"), text)
    }

    fn path(&self) -> &Path {
        self.directory.path()
    }
}

fn profile(name: &str, role: Option<AssumedRole>) -> Access {
    Access {
        way: Way::Profile {
            name: name.to_owned(),
        },
        role,
        region: None,
    }
}

fn role(arn: &str, mfa_serial: &str) -> Result<AssumedRole, Failure> {
    AssumedRole::parse(arn, mfa_serial, "")
}

fn code() -> Result<FactorCode, Failure> {
    FactorCode::parse(&SecretString::from("123456"))
}

async fn opened_as(sessions: &Sessions, access: &Access) -> Result<String, FailureCode> {
    let (_, caller) = outcome(sessions.open(access, None).await)?;
    Ok(caller.name)
}

/// The key id that the SDK would be handed now.
async fn key_id(session: &Session) -> Result<String, Box<dyn std::error::Error>> {
    let credentials = session.credentials().provide_credentials().await?;
    Ok(credentials.access_key_id().to_owned())
}

fn any_key() -> IamKey {
    IamKey {
        id: "AKIAIOSFODNN7EXAMPLE".to_owned(),
        secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".to_owned(),
    }
}

/// Makes a role that everybody in the account may be allowed to assume. Answers its ARN.
fn make_role(ministack: &Ministack, name: &str) -> Result<String, peers::Error> {
    let trust = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::000000000000:root"},"Action":"sts:AssumeRole"}]}"#;
    ministack.iam(
        "CreateRole",
        &[("RoleName", name), ("AssumeRolePolicyDocument", trust)],
    )?;
    Ok(format!("arn:aws:iam::000000000000:role/{name}"))
}

fn allow_roles(ministack: &Ministack, user: &str) -> Result<(), peers::Error> {
    let policy = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}]}"#;
    let parameters = [
        ("UserName", user),
        ("PolicyName", "roles"),
        ("PolicyDocument", policy),
    ];
    ministack.iam("PutUserPolicy", &parameters).map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_profile_with_keys_says_who_we_are() -> Outcome {
    let ministack = Ministack::start()?;
    let noah = ministack.create_iam_user("noah")?;
    let maria = ministack.create_iam_user("maria")?;
    let home = Home::with(&noah, "[profile desk]\nregion = eu-central-1\n")?;
    let sessions = Sessions::new(network_to(ministack.base_url())?, home.files.clone());
    let (session, caller) = sessions.open(&profile("desk", None), None).await?;
    assert_eq!(caller.name, "noah");
    assert_eq!(caller.account, "000000000000");
    assert_eq!(session.region().await.as_deref(), Some("eu-central-1"));
    assert_eq!(key_id(&session).await?, noah.id);

    // The file changes under the open session.
    home.write_keys(&maria)?;
    assert_eq!(key_id(&session).await?, maria.id);
    assert_eq!(session.caller().await?.name, "maria");
    assert_eq!(
        opened_as(&sessions, &profile("desk", None)).await,
        Ok("maria".to_owned())
    );

    // The profile is taken out of it, under the session too.
    fs::write(home.path().join("credentials"), "")?;
    fs::write(home.path().join("config"), "")?;
    assert_eq!(
        outcome(session.renew(None).await),
        Err(FailureCode::ProfileNotFound)
    );
    // The failure comes through the SDK as it is.
    let error = session
        .credentials()
        .provide_credentials()
        .await
        .err()
        .ok_or("no error")?;
    let failure = cognito::sent::find::<Failure>(&error).ok_or("no failure")?;
    assert_eq!(failure.code, FailureCode::ProfileNotFound);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_that_are_wrong_are_told_from_keys_that_are_over() -> Outcome {
    let ministack = Ministack::start()?;
    let noah = ministack.create_iam_user("noah")?;
    let home = Home::with(&noah, "")?;
    let sessions = Sessions::new(network_to(ministack.base_url())?, home.files.clone());
    let desk = profile("desk", None);

    home.write_keys(&IamKey {
        secret: "w".repeat(40),
        ..noah.clone()
    })?;
    assert_eq!(opened_as(&sessions, &desk).await, Err(FailureCode::AccessInvalid));
    home.write_keys(&any_key())?;
    assert_eq!(opened_as(&sessions, &desk).await, Err(FailureCode::AccessInvalid));
    home.write_keys(&noah)?;
    assert_eq!(opened_as(&sessions, &desk).await, Ok("noah".to_owned()));
    let parameters = [("UserName", "noah"), ("AccessKeyId", noah.id.as_str())];
    ministack.iam("DeleteAccessKey", &parameters)?;
    assert_eq!(opened_as(&sessions, &desk).await, Err(FailureCode::AccessInvalid));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn roles_are_assumed_where_they_may_be() -> Outcome {
    let ministack = Ministack::start()?;
    let noah = ministack.create_iam_user("noah")?;
    let desk = make_role(&ministack, "desk")?;
    let by_profile = format!("[profile in-role]\nrole_arn = {desk}\nsource_profile = desk\n");
    let home = Home::with(&noah, &by_profile)?;
    let sessions = Sessions::new(network_to(ministack.base_url())?, home.files.clone());
    let chosen = profile("desk", Some(role(&desk, "")?));
    for access in [&chosen, &profile("in-role", None)] {
        assert_eq!(opened_as(&sessions, access).await, Err(FailureCode::RoleRefused));
    }

    allow_roles(&ministack, "noah")?;
    for access in [&chosen, &profile("in-role", None)] {
        let (session, caller) = sessions.open(access, None).await?;
        assert_eq!(caller.name, "desk");
        assert!(
            caller.arn.contains(":assumed-role/desk/readmit-"),
            "{}",
            caller.arn
        );
        // The same credentials serve until they end.
        let first = key_id(&session).await?;
        assert!(first.starts_with("ASIA"));
        assert_eq!(key_id(&session).await?, first);
        // And after a change in the file that isn't this profile's.
        let config = fs::read_to_string(home.path().join("config"))?;
        fs::write(
            home.path().join("config"),
            format!("{config}\n[profile more{}]\n", config.len()),
        )?;
        assert_eq!(key_id(&session).await?, first);
    }
    let nowhere = role("arn:aws:iam::000000000000:role/nowhere", "")?;
    assert_eq!(
        opened_as(&sessions, &profile("desk", Some(nowhere))).await,
        Err(FailureCode::RoleRefused)
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_gives_keys_and_is_not_run_again_while_they_are_good() -> Outcome {
    let ministack = Ministack::start()?;
    let noah = ministack.create_iam_user("noah")?;
    let home = Home::with(&noah, "")?;
    let runs = home.path().join("runs");
    let keys = serde_json::json!({
        "Version": 1, "AccessKeyId": noah.id, "SecretAccessKey": noah.secret,
    });
    fs::write(home.path().join("keys.json"), keys.to_string())?;
    let config = format!(
        "[profile program]\ncredential_process = echo run >> {} && cat {}\n[profile broken]\ncredential_process = exit 1\n",
        runs.display(),
        home.path().join("keys.json").display(),
    );
    fs::write(home.path().join("config"), config)?;
    let sessions = Sessions::new(network_to(ministack.base_url())?, home.files.clone());
    let program = profile("program", None);
    assert_eq!(opened_as(&sessions, &program).await, Ok("noah".to_owned()));
    assert_eq!(opened_as(&sessions, &program).await, Ok("noah".to_owned()));
    assert_eq!(fs::read_to_string(runs)?.lines().count(), 1);
    assert_eq!(
        opened_as(&sessions, &profile("broken", None)).await,
        Err(FailureCode::ProfileProgramFailed)
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn profiles_that_lead_nowhere_are_told_before_anything_is_sent() -> Outcome {
    let server = Scripted::start(vec![Answer::Xml(500, String::new())])?;
    let loops = "
[profile one]
role_arn = arn:aws:iam::123456789012:role/desk
source_profile = other
[profile other]
role_arn = arn:aws:iam::123456789012:role/desk
source_profile = one
[profile cloud]
role_arn = arn:aws:iam::123456789012:role/desk
credential_source = Ec2InstanceMetadata
";
    let home = Home::with(&any_key(), loops)?;
    let sessions = Sessions::new(network_to(&server.base_url())?, home.files.clone());
    let unusable = |key: &str| Failure::new(FailureCode::ProfileUnusable).detail(key);
    for (name, failure) in [
        ("one", FailureCode::ProfileLoops.into()),
        ("cloud", unusable("credential_source")),
        ("nobody", FailureCode::ProfileNotFound.into()),
    ] {
        let opened = sessions.open(&profile(name, None), None).await;
        assert_eq!(opened.map(|_| ()), Err(failure), "{name}");
    }
    assert_eq!(server.requests(), 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_with_a_second_factor_asks_for_its_code() -> Outcome {
    let moto = Moto::start()?;
    let arn = "arn:aws:iam::123456789012:role/desk";
    let asking =
        format!("[profile in-role]\nrole_arn = {arn}\nsource_profile = desk\nmfa_serial = {MFA_SERIAL}\n");
    let home = Home::with(&any_key(), &asking)?;
    for access in [
        profile("desk", Some(role(arn, MFA_SERIAL)?)),
        profile("in-role", None),
    ] {
        let sessions = Sessions::new(network_to(moto.base_url())?, home.files.clone());
        assert_eq!(
            opened_as(&sessions, &access).await,
            Err(FailureCode::FactorCodeNeeded)
        );
        let (session, caller) = sessions.open(&access, Some(&code()?)).await?;
        assert_eq!(caller.name, "desk");
        // While the role's session lasts nobody is asked again.
        let first = key_id(&session).await?;
        assert_eq!(opened_as(&sessions, &access).await, Ok("desk".to_owned()));
        assert_eq!(key_id(&session).await?, first);
        // A desk that locked itself wants to see the second factor again.
        sessions.close().await;
        assert_eq!(
            opened_as(&sessions, &access).await,
            Err(FailureCode::FactorCodeNeeded)
        );
    }
    Ok(())
}

/// A clock that is wrong by this much, and can be put forward.
#[derive(Clone, Debug)]
struct Clock(std::sync::Arc<std::sync::Mutex<Duration>>);

impl Clock {
    fn ahead_by(ahead: Duration) -> Self {
        Self(std::sync::Arc::new(std::sync::Mutex::new(ahead)))
    }

    fn put_forward(&self, by: Duration) {
        if let Ok(mut ahead) = self.0.lock() {
            *ahead += by;
        }
    }
}

impl TimeSource for Clock {
    fn now(&self) -> SystemTime {
        SystemTime::now() + self.0.lock().map(|ahead| *ahead).unwrap_or_default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_roles_session_that_ended_is_renewed_or_asked_for() -> Outcome {
    let moto = Moto::start()?;
    let home = Home::with(&any_key(), "")?;
    let clock = Clock::ahead_by(Duration::ZERO);
    let network = network_to(moto.base_url())?.at_time(clock.clone());
    let arn = "arn:aws:iam::123456789012:role/desk";

    let sessions = Sessions::new(network.clone(), home.files.clone());
    let (silent, _) = sessions
        .open(&profile("desk", Some(role(arn, "")?)), None)
        .await?;
    let asking = profile("desk", Some(role(arn, MFA_SERIAL)?));
    let sessions = Sessions::new(network, home.files.clone());
    let (asks, _) = sessions.open(&asking, Some(&code()?)).await?;
    let before = (key_id(&silent).await?, key_id(&asks).await?);

    clock.put_forward(Duration::from_secs(3590));
    assert_ne!(key_id(&silent).await?, before.0);
    assert_eq!(
        outcome(asks.renew(None).await),
        Err(FailureCode::FactorCodeNeeded)
    );
    assert_eq!(
        opened_as(&sessions, &asking).await,
        Err(FailureCode::FactorCodeNeeded)
    );
    // Whoever holds the session has what the code brought.
    sessions.open(&asking, Some(&code()?)).await?;
    assert_ne!(key_id(&asks).await?, before.1);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_two_hours_off_does_not_keep_anybody_out() -> Outcome {
    let ministack = Ministack::start()?;
    let noah = ministack.create_iam_user("noah")?;
    allow_roles(&ministack, "noah")?;
    let desk = role(&make_role(&ministack, "desk")?, "")?;
    let home = Home::with(&noah, "")?;
    let wrong = Clock::ahead_by(Duration::from_secs(2 * 3600));
    let network = network_to(ministack.base_url())?.at_time(wrong);
    let sessions = Sessions::new(network, home.files.clone());
    assert_eq!(
        opened_as(&sessions, &profile("desk", None)).await,
        Ok("noah".to_owned())
    );
    let (session, caller) = sessions.open(&profile("desk", Some(desk)), None).await?;
    assert_eq!(caller.name, "desk");
    // The hour of the role is reckoned by the same wrong clock: it isn't over at once.
    let first = key_id(&session).await?;
    assert_eq!(key_id(&session).await?, first);
    Ok(())
}

/// STS's answer to `GetCallerIdentity` (its API reference).
fn identity(arn: &str) -> Answer {
    Answer::Xml(
        200,
        format!(
            r#"<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>{arn}</Arn><UserId>AIDAEXAMPLE</UserId><Account>123456789012</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ResponseMetadata></GetCallerIdentityResponse>"#
        ),
    )
}

/// STS's answer to `AssumeRole` (its API reference).
fn assumed() -> Answer {
    Answer::Xml(
        200,
        r#"<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>"#
            .to_owned(),
    )
}

/// One of STS's errors.
fn refusal(status: u16, code: &str, message: &str) -> Answer {
    Answer::Xml(
        status,
        format!(
            r#"<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ErrorResponse>"#
        ),
    )
}

const NOAH: &str = "arn:aws:iam::123456789012:user/noah";
const IN_ROLE: &str = "arn:aws:sts::123456789012:assumed-role/desk/readmit-noah";

#[tokio::test(flavor = "multi_thread")]
async fn one_code_serves_all_who_come_at_once() -> Outcome {
    let server = Scripted::start(vec![identity(NOAH), assumed(), identity(IN_ROLE)])?;
    let home = Home::with(&any_key(), "")?;
    let sessions = Sessions::new(network_to(&server.base_url())?, home.files.clone());
    let access = profile(
        "desk",
        Some(role("arn:aws:iam::123456789012:role/desk", MFA_SERIAL)?),
    );
    let code = code()?;
    let (one, other, third) = tokio::join!(
        sessions.open(&access, Some(&code)),
        sessions.open(&access, Some(&code)),
        sessions.open(&access, None),
    );
    for opened in [one, other, third] {
        assert_eq!(opened?.1.name, "desk");
    }
    // Who we are, the role once, and each time who we are in it.
    assert_eq!(server.requests(), 5);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_sts_refuses_is_told_and_a_code_never_sent_twice() -> Outcome {
    let home = Home::with(&any_key(), "")?;
    let arn = "arn:aws:iam::123456789012:role/desk";
    let access = profile("desk", Some(role(arn, MFA_SERIAL)?));
    let wrong_code = "MultiFactorAuthentication failed with invalid MFA one time pass code. ";
    let denied = format!("User: {NOAH} is not authorized to perform: sts:AssumeRole on resource: {arn}");
    for (answer, code, requests) in [
        (
            refusal(403, "AccessDenied", wrong_code),
            FailureCode::FactorCodeWrong,
            2,
        ),
        (refusal(403, "AccessDenied", &denied), FailureCode::RoleRefused, 2),
        (
            refusal(503, "ServiceUnavailable", "busy"),
            FailureCode::ServiceFault,
            2,
        ),
        (refusal(400, "Throttling", "Rate exceeded"), FailureCode::Busy, 2),
        (Answer::Lost, FailureCode::AnswerLost, 2),
    ] {
        let server = Scripted::start(vec![identity(NOAH), answer])?;
        let sessions = Sessions::new(network_to(&server.base_url())?, home.files.clone());
        let opened = sessions.open(&access, Some(&self::code()?)).await;
        assert_eq!(outcome(opened.map(drop)), Err(code));
        assert_eq!(server.requests(), requests, "{code}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_in_the_way_to_sts_is_told() -> Outcome {
    let home = Home::with(&any_key(), "")?;
    let expired = "Signature expired: 20261123T100000Z is now earlier than 20261123T114500Z (20261123T120000Z - 15 min.)";
    for (answer, code) in [
        // Without the service's `Date` the clock can't be put right.
        (
            refusal(403, "SignatureDoesNotMatch", expired),
            FailureCode::ClockWrong,
        ),
        (
            refusal(
                403,
                "ExpiredToken",
                "The security token included in the request is expired",
            ),
            FailureCode::ProfileSignInOver,
        ),
        (
            Answer::Page(200, "<html>Welcome to the hotel</html>".to_owned()),
            FailureCode::CaptivePortal,
        ),
        (
            Answer::Page(407, "proxy".to_owned()),
            FailureCode::ProxyAsksForPassword,
        ),
        (
            Answer::Page(502, "bad gateway".to_owned()),
            FailureCode::ServiceFault,
        ),
    ] {
        let server = Scripted::start(vec![answer])?;
        let sessions = Sessions::new(network_to(&server.base_url())?, home.files.clone());
        assert_eq!(opened_as(&sessions, &profile("desk", None)).await, Err(code));
    }
    let nothing = Scripted::start(vec![Answer::Reset])?.base_url();
    let sessions = Sessions::new(network_to(&nothing)?, home.files.clone());
    assert_eq!(
        opened_as(&sessions, &profile("desk", None)).await,
        Err(FailureCode::ConnectionBlocked)
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_refusal_says_nothing_of_what_was_typed() -> Outcome {
    let server = Scripted::start(vec![
        identity(NOAH),
        refusal(
            400,
            "SomethingNew",
            &format!("bad code 123456 of {MFA_SERIAL} for tenant-0815"),
        ),
    ])?;
    let home = Home::with(&any_key(), "")?;
    let sessions = Sessions::new(network_to(&server.base_url())?, home.files.clone());
    let role = AssumedRole::parse("arn:aws:iam::123456789012:role/desk", MFA_SERIAL, "tenant-0815")?;
    let opened = sessions.open(&profile("desk", Some(role)), Some(&code()?)).await;
    let failure = opened.err().ok_or("opened")?;
    assert_eq!(failure.code, FailureCode::Unknown);
    let detail = failure.detail.unwrap_or_default();
    for typed in ["123456", "noah", "0815"] {
        assert!(!detail.contains(typed), "{detail}");
    }
    Ok(())
}

#[test]
fn access_is_not_asked_for_in_the_clear() {
    let over = |sts: &str| {
        let sts = Url::parse(sts).ok();
        let http = network::https_client_to(&NetworkSettings::default(), None, None)?;
        Network::over(
            http,
            Endpoints {
                sts,
                ..Endpoints::default()
            },
        )
        .map(drop)
    };
    assert_eq!(outcome(over("https://sts.example.com")), Ok(()));
    assert_eq!(outcome(over("http://127.0.0.1:1")), Ok(()));
    assert_eq!(
        outcome(over("http://sts.example.com")),
        Err(FailureCode::ConnectionInsecureEndpoint)
    );
    assert_eq!(
        outcome(over("https://user:pass@sts.example.com")),
        Err(FailureCode::ConnectionWrongValue)
    );
}
