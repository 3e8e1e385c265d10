//! Connections of our own, step by step: to learn what the SDK's client doesn't tell.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, aws_lc_rs};
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, SignatureScheme};
use rustls_pki_types::{CertificateDer, ServerName, UnixTime};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use x509_parser::prelude::{FromDer, X509Certificate, X509Name};

use crate::chain::find;
use crate::fault::NetworkFault;
use crate::trust::Trust;

/// How long one address may take; a name may have several.
const ADDRESS_LIMIT: Duration = Duration::from_secs(4);
/// Longest issuer that is told, in characters.
const LONGEST_ISSUER: usize = 200;

/// What bytes go over: TCP, TLS, or a proxy's tunnel.
pub(crate) trait Stream: AsyncRead + AsyncWrite + Send + Unpin + 'static {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin + 'static> Stream for T {}

/// Any of them.
pub(crate) type AnyStream = Box<dyn Stream>;

/// Connects to the first of `addresses` that lets us.
///
/// # Errors
/// [`NetworkFault::Offline`], [`NetworkFault::Blocked`].
pub(crate) async fn tcp(addresses: &[IpAddr], port: u16) -> Result<TcpStream, NetworkFault> {
    let mut fault = NetworkFault::Offline;
    for address in addresses {
        let connecting = TcpStream::connect(SocketAddr::new(*address, port));
        match tokio::time::timeout(ADDRESS_LIMIT, connecting).await {
            Ok(Ok(stream)) => return Ok(stream),
            // One family of addresses without a network isn't offline while the other has one.
            Ok(Err(error)) if refusal(&error) == NetworkFault::Offline => {}
            _ => fault = NetworkFault::Blocked,
        }
    }
    Err(fault)
}

/// Whether a connection failed for want of a network or because something is in its way.
pub(crate) fn refusal(error: &io::Error) -> NetworkFault {
    match error.kind() {
        io::ErrorKind::NetworkUnreachable
        | io::ErrorKind::NetworkDown
        | io::ErrorKind::HostUnreachable
        | io::ErrorKind::AddrNotAvailable => NetworkFault::Offline,
        _ => NetworkFault::Blocked,
    }
}

/// A TLS connection that didn't come about.
pub(crate) struct TlsRefused {
    /// Why.
    pub(crate) fault: NetworkFault,
    /// Who issued the certificate that nobody here trusts.
    pub(crate) issuer: Option<String>,
}

/// TLS with `host` over `stream`.
pub(crate) async fn tls<S: Stream>(
    stream: S,
    host: &str,
    trust: &Trust,
) -> Result<tokio_rustls::client::TlsStream<S>, TlsRefused> {
    let refused = |fault| TlsRefused { fault, issuer: None };
    let name = ServerName::try_from(host.trim_matches(['[', ']']).to_owned())
        .map_err(|_| refused(NetworkFault::Untrusted))?;
    let provider = Arc::new(aws_lc_rs::default_provider());
    let witness = Witness::new(trust, &provider).ok_or_else(|| refused(NetworkFault::Untrusted))?;
    let witness = Arc::new(witness);
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|_| refused(NetworkFault::Untrusted))?
        .dangerous()
        .with_custom_certificate_verifier(witness.clone())
        .with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    let connector = TlsConnector::from(Arc::new(config));
    match connector.connect(name, stream).await {
        Ok(stream) => Ok(stream),
        Err(error) => Err(TlsRefused {
            fault: match find::<rustls::Error>(&error) {
                Some(error) => certificate_fault(error),
                // Broken off: by what looks into the names that connections ask for.
                None => NetworkFault::Blocked,
            },
            issuer: witness.issuer(),
        }),
    }
}

/// What a failed TLS handshake means.
pub(crate) fn certificate_fault(error: &rustls::Error) -> NetworkFault {
    match error {
        rustls::Error::InvalidCertificate(
            CertificateError::Expired
            | CertificateError::ExpiredContext { .. }
            | CertificateError::NotValidYet
            | CertificateError::NotValidYetContext { .. },
        ) => NetworkFault::ClockWrong,
        // With everything else, something that doesn't speak TLS, or not as we do, sits in between.
        _ => NetworkFault::Untrusted,
    }
}

/// Checks certificates as everybody does, and remembers who issued the one it didn't trust.
#[derive(Debug)]
struct Witness {
    verifier: Arc<WebPkiServerVerifier>,
    issuer: Mutex<Option<String>>,
}

impl Witness {
    fn new(trust: &Trust, provider: &Arc<CryptoProvider>) -> Option<Self> {
        let verifier =
            WebPkiServerVerifier::builder_with_provider(trust.roots(), Arc::clone(provider)).build();
        Some(Self {
            verifier: verifier.ok()?,
            issuer: Mutex::default(),
        })
    }

    fn issuer(&self) -> Option<String> {
        self.issuer.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl ServerCertVerifier for Witness {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let verdict =
            self.verifier
                .verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now);
        if let Err(rustls::Error::InvalidCertificate(CertificateError::UnknownIssuer)) = &verdict {
            *self.issuer.lock().unwrap_or_else(PoisonError::into_inner) = issuer_of(end_entity);
        }
        verdict
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.verifier.verify_tls12_signature(message, certificate, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.verifier.verify_tls13_signature(message, certificate, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.verifier.supported_verify_schemes()
    }
}

/// The name of a certificate's issuer as people know it: its common name, else its organisation.
/// It is a stranger's text: cut, and without control characters.
fn issuer_of(certificate: &CertificateDer<'_>) -> Option<String> {
    let (_, certificate) = X509Certificate::from_der(certificate).ok()?;
    let issuer: &X509Name<'_> = certificate.issuer();
    let name = issuer
        .iter_common_name()
        .chain(issuer.iter_organization())
        .find_map(|part| part.as_str().ok().filter(|name| !name.trim().is_empty()))?;
    Some(
        name.trim()
            .chars()
            .filter(|character| !character.is_control())
            .take(LONGEST_ISSUER)
            .collect(),
    )
}
