//! Names to addresses, so that a name that isn't known can be told from everything else.

use std::io;
use std::net::IpAddr;

use aws_smithy_runtime_api::client::dns::{DnsFuture, ResolveDns, ResolveDnsError};

/// The operating system's own look-up.
#[derive(Clone, Debug)]
pub(crate) struct SystemResolver;

impl ResolveDns for SystemResolver {
    fn resolve_dns<'a>(&'a self, name: &'a str) -> DnsFuture<'a> {
        DnsFuture::new(async move { addresses(name).await.map_err(ResolveDnsError::new) })
    }
}

/// The addresses of `name`, at least one, in the order in which to try them.
pub(crate) async fn addresses(name: &str) -> io::Result<Vec<IpAddr>> {
    let found: Vec<IpAddr> = tokio::net::lookup_host((name, 0))
        .await?
        .map(|address| address.ip())
        .collect();
    if found.is_empty() {
        return Err(io::ErrorKind::NotFound.into());
    }
    Ok(found)
}
