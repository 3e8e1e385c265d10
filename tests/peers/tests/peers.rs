//! The peers do what the tests that lean on them believe.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::{Duration, Instant};

use peers::{
    Answer, Certificate, ConnectionSpec, Error, Ministack, Moto, Policy, PoolSpec, PracticePort, Recovery,
    Scripted, SignInNames, SignedIn, TlsIntruder, UserSpec, connection_file,
};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// What comes back for one request, or `None` if the connection just ends.
fn asked(base_url: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(base_url.trim_start_matches("http://"))?;
    stream.write_all(
        b"POST / HTTP/1.1\r\nX-Amz-Target: Service.ForgotPassword\r\nContent-Length: 2\r\n\r\n{}",
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

#[test]
fn a_scripted_server_answers_in_order_and_counts() -> Outcome {
    let server = Scripted::start(vec![
        Answer::Error(400, "LimitExceededException", "Attempt limit exceeded"),
        Answer::Page(200, "<html>".into()),
        Answer::Lost,
        Answer::Json(200, "{}".into()),
    ])?;
    let limited = asked(&server.base_url())?;
    assert!(
        limited.starts_with("HTTP/1.1 400 ") && limited.contains(r#""__type":"LimitExceededException""#),
        "{limited}"
    );
    assert!(asked(&server.base_url())?.contains("text/html"));
    assert_eq!(asked(&server.base_url())?, "");
    for _ in 0..2 {
        assert!(asked(&server.base_url())?.ends_with("\r\n\r\n{}"));
    }
    assert_eq!(server.requests(), 5);
    assert_eq!(server.operations(), ["ForgotPassword"; 5]);
    Ok(())
}

#[test]
fn a_reset_connection_is_an_error_and_counts() -> Outcome {
    let server = Scripted::start(vec![Answer::Reset])?;
    assert!(asked(&server.base_url()).is_err());
    assert_eq!(server.requests(), 1);
    Ok(())
}

#[test]
fn silence_lasts_as_long_as_it_was_told_to() -> Outcome {
    let server = Scripted::start(vec![Answer::Silence(Duration::from_millis(200))])?;
    let started = Instant::now();
    assert_eq!(asked(&server.base_url())?, "");
    assert!(started.elapsed() >= Duration::from_millis(200));
    Ok(())
}

/// Asks over TLS, trusting nothing but the authority given.
fn asked_over_tls(
    server: &TlsIntruder,
    trusted: Option<CertificateDer<'static>>,
) -> Result<String, Box<dyn std::error::Error>> {
    let mut roots = RootCertStore::empty();
    if let Some(trusted) = trusted {
        roots.add(trusted)?;
    }
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let connection = ClientConnection::new(Arc::new(config), ServerName::try_from("127.0.0.1")?)?;
    let stream = TcpStream::connect(server.base_url().trim_start_matches("https://"))?;
    let mut stream = StreamOwned::new(connection, stream);
    stream.write_all(b"POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

#[test]
fn only_the_certificate_by_the_test_authority_can_be_trusted() -> Outcome {
    for (certificate, trusted) in [
        (Certificate::SelfSigned, false),
        (Certificate::Expired, true),
        (Certificate::ByTestAuthority, false),
    ] {
        let server = TlsIntruder::start(certificate, Answer::Json(200, "{}".into()))?;
        let authority = trusted
            .then(|| CertificateDer::from_pem_file(server.ca_file()))
            .transpose()?;
        assert!(asked_over_tls(&server, authority).is_err(), "{certificate:?}");
        assert_eq!(server.requests(), 0, "{certificate:?}");
    }
    let server = TlsIntruder::start(Certificate::ByTestAuthority, Answer::Json(200, "{}".into()))?;
    let authority = CertificateDer::from_pem_file(server.ca_file())?;
    assert!(asked_over_tls(&server, Some(authority))?.ends_with("{}"));
    assert_eq!(server.requests(), 1);
    Ok(())
}

#[test]
fn a_connection_file_has_the_keys_it_was_given_and_no_others() -> Outcome {
    let directory = tempfile::tempdir()?;
    let spec = ConnectionSpec {
        name: "Northwind".into(),
        region: "eu-central-1".into(),
        user_pool_id: "eu-central-1_abc".into(),
        client_id: "client".into(),
        password_policy: Some(Policy {
            minimum_length: 12,
            uppercase: true,
            lowercase: true,
            numbers: true,
            symbols: false,
        }),
        ..ConnectionSpec::default()
    };
    let written: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(connection_file(directory.path(), &spec)?)?)?;
    assert_eq!(
        written,
        serde_json::json!({
            "readmit": 1, "name": "Northwind", "region": "eu-central-1", "userPoolId": "eu-central-1_abc", "clientId": "client",
            "passwordPolicy": {"minimumLength": 12, "requireUppercase": true, "requireLowercase": true,
                "requireNumbers": true, "requireSymbols": false},
        })
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn pools_and_users_are_made_at_the_practice_pool() -> Result<(), Error> {
    let port = PracticePort::start(&["--empty"])?;
    let administrator = port.administrator();
    for recovery in [
        Recovery::Unset,
        Recovery::Email,
        Recovery::PhoneThenEmail,
        Recovery::AdminOnly,
    ] {
        let pool = administrator
            .create_pool(&PoolSpec {
                recovery,
                secret: true,
                ..PoolSpec::default()
            })
            .await?;
        assert!(pool.client_secret.is_some());
        let user = UserSpec {
            username: "maria",
            password: Some("Before-2026!"),
            email: Some(("maria@example.com", true)),
            ..UserSpec::default()
        };
        administrator.create_user(&pool, &user).await?;
        assert_eq!(
            administrator
                .sign_in(&pool, "maria@example.com", "Before-2026!")
                .await?,
            SignedIn::Yes
        );
        assert_eq!(
            administrator.sign_in(&pool, "maria", "Before-2025!").await?,
            SignedIn::No("NotAuthorizedException".into())
        );
    }
    assert_eq!(port.requests("CreateUserPool")?, 4);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_inbox_the_clock_and_the_faults_of_the_practice_pool_are_in_reach() -> Result<(), Error> {
    let port = PracticePort::start(&["--empty"])?;
    let administrator = port.administrator();
    let pool = administrator
        .create_pool(&PoolSpec {
            sign_in_names: SignInNames::Email,
            ..PoolSpec::default()
        })
        .await?;
    let before = port.advance_clock(0)?;
    let after = port.advance_clock(3_600)?;
    assert!(
        (3_600.0..3_610.0).contains(&(after - before)),
        "{before} to {after}"
    );

    port.inject(r#"{"fault": "error", "operation": "SignUp", "code": "LimitExceededException"}"#)?;
    port.clear_faults()?;
    administrator
        .sign_up(&pool, "jane@example.com", "Before-2026!", "jane@example.com")
        .await?;
    let inbox = port.inbox()?;
    assert_eq!(inbox.len(), 1);
    assert!(inbox.iter().all(|message| message.pool == pool.pool_id
        && message.purpose == "sign-up"
        && message.medium == "email"));
    assert!(
        inbox
            .iter()
            .all(|message| message.sent_at >= after && message.username == message.sub),
        "{inbox:?}"
    );
    assert_eq!(port.newest_code("jane@example.com")?.len(), 6);
    assert!(port.newest_code("nobody@example.com").is_err());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn pools_and_users_are_made_at_ministack() -> Result<(), Error> {
    let ministack = Ministack::start()?;
    let administrator = ministack.administrator();
    let pool = administrator
        .create_pool(&PoolSpec {
            secret: true,
            ..PoolSpec::default()
        })
        .await?;
    administrator
        .sign_up(&pool, "noah", "Before-2026!", "noah@example.com")
        .await?;
    assert_eq!(ministack.newest_code("noah@example.com")?.len(), 6);
    let user = UserSpec {
        username: "maria",
        password: Some("Before-2026!"),
        email: Some(("maria@example.com", true)),
        ..UserSpec::default()
    };
    administrator.create_user(&pool, &user).await?;
    assert_eq!(
        administrator.sign_in(&pool, "maria", "Before-2026!").await?,
        SignedIn::Yes
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn users_made_at_moto_are_found_there() -> Outcome {
    let moto = Moto::start()?;
    let administrator = moto.administrator();
    let pool = administrator.create_pool(&PoolSpec::default()).await?;
    for (username, email) in [("noah", "noah@example.com"), ("maria", "maria@example.com")] {
        let user = UserSpec {
            username,
            email: Some((email, true)),
            ..UserSpec::default()
        };
        administrator.create_user(&pool, &user).await?;
    }
    let listed = administrator
        .client()
        .list_users()
        .user_pool_id(&pool.pool_id)
        .filter("email ^= \"maria@\"")
        .send()
        .await?;
    let names: Vec<_> = listed.users().iter().map(|user| user.username()).collect();
    assert_eq!(names, [Some("maria")]);
    Ok(())
}
