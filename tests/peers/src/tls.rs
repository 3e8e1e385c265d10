//! A server whose certificate should not be trusted, or not without its own authority.

use std::fs;
use std::io::BufReader;
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use tempfile::TempDir;
use time::OffsetDateTime;

use crate::listening::Listening;
use crate::scripted::{give, read_request};
use crate::{Answer, Error};

/// What is wrong with the certificate, if anything. All name `127.0.0.1` and `localhost`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certificate {
    /// Signed by itself: nobody vouches for it, as when a proxy reads along.
    SelfSigned,
    /// By a test authority, and expired years ago: also what a clock far ahead sees.
    Expired,
    /// By a test authority, and good for whoever trusts that one.
    ByTestAuthority,
}

/// A TLS server on loopback; ends when dropped.
#[derive(Debug)]
pub struct TlsIntruder {
    listening: Listening,
    directory: TempDir,
    requests: Arc<AtomicU32>,
}

/// The file with the certificate to trust.
const CA_FILE: &str = "ca.pem";

impl TlsIntruder {
    /// Starts with this certificate; whoever trusts it gets `answer` to every request.
    ///
    /// # Errors
    /// The certificate cannot be made, or no port can be opened.
    pub fn start(certificate: Certificate, answer: Answer) -> Result<Self, Error> {
        let what = "starting a TLS server";
        let (chain, key, authority) =
            certificates(certificate).map_err(|error| Error::answer(what, error.to_string()))?;
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .and_then(|config| config.with_no_client_auth().with_single_cert(chain, key))
            .map_err(|error| Error::answer(what, error.to_string()))?;
        let config = Arc::new(config);
        let directory = TempDir::new().map_err(Error::io(what))?;
        fs::write(directory.path().join(CA_FILE), authority).map_err(Error::io(what))?;
        let requests = Arc::new(AtomicU32::new(0));
        let counted = Arc::clone(&requests);
        let listening =
            Listening::start(move |stream| serve(stream, Arc::clone(&config), &counted, &answer))?;
        Ok(Self {
            listening,
            directory,
            requests,
        })
    }

    /// Where it answers: `https://127.0.0.1:PORT`.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("https://{}", self.listening.address())
    }

    /// The certificate that would have to be trusted: the test authority's, or the self-signed one.
    /// Gone with this value.
    #[must_use]
    pub fn ca_file(&self) -> PathBuf {
        self.directory.path().join(CA_FILE)
    }

    /// How many requests came through: none while nobody trusts the certificate.
    #[must_use]
    pub fn requests(&self) -> u32 {
        self.requests.load(Ordering::SeqCst)
    }
}

fn serve(stream: TcpStream, config: Arc<ServerConfig>, requests: &AtomicU32, answer: &Answer) {
    let Ok(connection) = ServerConnection::new(config) else {
        return;
    };
    let mut stream = BufReader::new(StreamOwned::new(connection, stream));
    // A client that turns the certificate down never gets as far as a request.
    if read_request(&mut stream).is_err() {
        return;
    }
    requests.fetch_add(1, Ordering::SeqCst);
    let mut stream = stream.into_inner();
    let _ = give(answer, &mut stream);
    stream.conn.send_close_notify();
    let _ = stream.conn.complete_io(&mut stream.sock);
}

type Made = (Vec<CertificateDer<'static>>, PrivateKeyDer<'static>, String);

/// The chain to show, its key, and the certificate to trust, in PEM.
fn certificates(certificate: Certificate) -> Result<Made, rcgen::Error> {
    let now = OffsetDateTime::now_utc();
    let years = |years: i64| time::Duration::days(365 * years);
    let mut leaf = CertificateParams::new(vec!["127.0.0.1".to_owned(), "localhost".to_owned()])?;
    leaf.distinguished_name
        .push(DnType::CommonName, "A server in a test");
    (leaf.not_before, leaf.not_after) = match certificate {
        Certificate::Expired => (now - years(3), now - years(2)),
        Certificate::SelfSigned | Certificate::ByTestAuthority => (now - years(1), now + years(1)),
    };
    let key = KeyPair::generate()?;
    let private = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    if certificate == Certificate::SelfSigned {
        let made = leaf.self_signed(&key)?;
        return Ok((vec![made.der().clone()], private, made.pem()));
    }
    let mut authority = CertificateParams::new(Vec::new())?;
    authority
        .distinguished_name
        .push(DnType::CommonName, "An authority in a test");
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    authority.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    (authority.not_before, authority.not_after) = (now - years(4), now + years(4));
    let authority_key = KeyPair::generate()?;
    let authority_made = authority.self_signed(&authority_key)?;
    let made = leaf.signed_by(&key, &Issuer::new(authority, authority_key))?;
    Ok((vec![made.der().clone()], private, authority_made.pem()))
}
