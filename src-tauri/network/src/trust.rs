//! Whose certificates are believed: this computer's roots, and the files that say more.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use aws_smithy_http_client::tls::{TlsContext, TrustStore};
use rustls::RootCertStore;
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject;

use crate::fault::NetworkFault;
use crate::settings::NetworkSettings;

/// Largest certificate authority file, in bytes; all public roots together have a third of it.
const LARGEST_CA_FILE: u64 = 1024 * 1024;
/// The AWS CLI's and SDKs' variable for the same thing; the Rust SDK doesn't read it itself.
const CA_BUNDLE: &str = "AWS_CA_BUNDLE";

/// This computer's own roots. Loading them takes a third of a second on macOS, so it is done once.
static SYSTEM_ROOTS: LazyLock<RootCertStore> = LazyLock::new(|| {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    roots
});

/// The certificate authorities beside this computer's own.
#[derive(Clone, Default)]
pub(crate) struct Trust {
    files: Vec<(Vec<u8>, Vec<CertificateDer<'static>>)>,
}

impl Trust {
    /// Those of the settings, of a connection, and of `AWS_CA_BUNDLE`.
    ///
    /// # Errors
    /// [`NetworkFault::CaFile`] with the first that can't be used.
    pub(crate) fn read(settings: &NetworkSettings, ca_file: Option<&Path>) -> Result<Self, NetworkFault> {
        let bundle = std::env::var_os(CA_BUNDLE)
            .filter(|path| !path.is_empty())
            .map(PathBuf::from);
        let files = settings
            .ca_files
            .iter()
            .map(PathBuf::as_path)
            .chain(ca_file)
            .chain(bundle.as_deref())
            .map(read_certificates)
            .collect::<Result<_, _>>()?;
        Ok(Self { files })
    }

    /// For the SDK's client.
    pub(crate) fn for_sdk(&self) -> TlsContext {
        let mut store = TrustStore::default();
        for (pem, _) in &self.files {
            store.add_pem_certificate(pem.clone());
        }
        let tls = TlsContext::builder().with_trust_store(store).build();
        tls.unwrap_or_default()
    }

    /// For a connection of our own.
    pub(crate) fn roots(&self) -> Arc<RootCertStore> {
        let mut roots = SYSTEM_ROOTS.clone();
        for (_, certificates) in &self.files {
            roots.add_parsable_certificates(certificates.iter().cloned());
        }
        Arc::new(roots)
    }
}

/// The file and every certificate in it. The SDK takes the file as it is and panics where it
/// can't be read, so each certificate is tried here.
fn read_certificates(path: &Path) -> Result<(Vec<u8>, Vec<CertificateDer<'static>>), NetworkFault> {
    let unusable = || NetworkFault::CaFile {
        file: path.to_owned(),
    };
    // Opening a named pipe would wait for whoever writes into it.
    if !std::fs::metadata(path).is_ok_and(|found| found.is_file()) {
        return Err(unusable());
    }
    let mut pem = Vec::new();
    std::fs::File::open(path)
        .map_err(|_| unusable())?
        .take(LARGEST_CA_FILE + 1)
        .read_to_end(&mut pem)
        .map_err(|_| unusable())?;
    if pem.len() as u64 > LARGEST_CA_FILE {
        return Err(unusable());
    }
    let certificates = CertificateDer::pem_slice_iter(&pem)
        .collect::<Result<Vec<_>, _>>()
        .map_err(|_| unusable())?;
    let mut tried = RootCertStore::empty();
    for certificate in &certificates {
        tried.add(certificate.clone()).map_err(|_| unusable())?;
    }
    if tried.is_empty() {
        return Err(unusable());
    }
    Ok((pem, certificates))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_no_authority_is_named() {
        let directory = tempfile::tempdir().unwrap();
        let broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        let large = " ".repeat(1024 * 1024 + 1);
        for (name, content) in [
            ("empty", ""),
            ("text", "hello"),
            ("broken", broken),
            ("large", &large),
        ] {
            let file = directory.path().join(name);
            std::fs::write(&file, content).unwrap();
            let settings = NetworkSettings::default();
            let refused = Trust::read(&settings, Some(&file)).err();
            assert_eq!(refused, Some(NetworkFault::CaFile { file }), "{name}");
        }
        let refused = read_certificates(directory.path()).err();
        assert!(matches!(refused, Some(NetworkFault::CaFile { .. })));
    }
}
