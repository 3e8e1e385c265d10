//! Writes connection files (`.readmit`), for the app and its tests to open.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::{Error, MadePool, Policy};

/// What a connection file says. `None` and empty leave the key out.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ConnectionSpec {
    /// The pool's name, as people see it.
    pub name: String,
    /// The organisation that runs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// The AWS region.
    pub region: String,
    /// The user pool's id.
    pub user_pool_id: String,
    /// The app client's id.
    pub client_id: String,
    /// The app client's secret.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_secret: Option<String>,
    /// Where the pool answers, if not at Amazon's own address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
    /// `email`, `phone`, `username`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sign_in_names: Vec<String>,
    /// Whether upper and lower case differ in user names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case_sensitive: Option<bool>,
    /// The password policy, as the pool has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password_policy: Option<Policy>,
    /// How many days a temporary password lasts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporary_password_days: Option<u32>,
    /// The help desk to name on screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help_desk: Option<HelpDesk>,
    /// Certificates to trust beside the system's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ca_file: Option<PathBuf>,
}

/// How to reach the help desk.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HelpDesk {
    /// Telephone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Email.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// A page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// When somebody is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
}

impl ConnectionSpec {
    /// The connection to a pool made at a peer.
    #[must_use]
    pub fn to(pool: &MadePool, base_url: &str) -> Self {
        Self {
            name: "Made by a test".to_owned(),
            region: pool.region.clone(),
            user_pool_id: pool.pool_id.clone(),
            client_id: pool.client_id.clone(),
            client_secret: pool.client_secret.clone(),
            endpoint: Some(base_url.to_owned()),
            ..Self::default()
        }
    }
}

/// Writes a connection file into a directory and returns its path.
///
/// # Errors
/// The file cannot be written.
pub fn connection_file(directory: &Path, connection: &ConnectionSpec) -> Result<PathBuf, Error> {
    /// The version of the format comes first.
    #[derive(Serialize)]
    struct File<'a> {
        readmit: u32,
        #[serde(flatten)]
        connection: &'a ConnectionSpec,
    }
    let text = serde_json::to_string_pretty(&File {
        readmit: 1,
        connection,
    })
    .map_err(|error| Error::answer("writing a connection file", error.to_string()))?;
    let path = directory.join(format!("{}.readmit", connection.user_pool_id));
    fs::write(&path, text).map_err(Error::io("writing a connection file"))?;
    Ok(path)
}
