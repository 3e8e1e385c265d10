//! The profiles on this computer: which there are, and their credentials.
//!
//! Read here rather than by the SDK's own provider, which keeps what it read for ever, follows
//! `AWS_ENDPOINT_URL` and `endpoint_url`, asks a cloud computer's metadata, and can't ask for the
//! code of a second factor.

mod chain;
mod files;
mod program;
mod signed_in;

use aws_credential_types::Credentials;
use cognito::{Failure, FailureCode};
use secrecy::ExposeSecret;
use serde::Serialize;

use crate::network::Network;

pub(crate) use chain::{Chain, First, Hop, chain};
pub use files::ProfileFiles;
pub(crate) use files::Stamp;

/// What kind of profile it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum ProfileKind {
    /// Keys in the file.
    Static,
    /// A role, assumed with another profile's credentials.
    Role,
    /// A program that makes keys.
    Process,
    /// A sign-in to IAM Identity Center by the AWS CLI.
    IdentityCenter,
    /// A sign-in to the console by the AWS CLI.
    ConsoleLogin,
    /// Not one to sign in with.
    Incomplete,
}

/// One profile, to be chosen from a list. Nothing in it is a secret.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct Profile {
    /// What the files call it.
    pub name: String,
    /// What kind it is.
    pub kind: ProfileKind,
    /// The Region it names.
    pub region: Option<String>,
    /// Whether a role in it asks for the code of a second factor.
    pub needs_factor: bool,
    /// Why it can't be used, where that can be told by looking.
    pub problem: Option<Failure>,
}

/// All profiles in `files`, `default` first, then by name.
///
/// # Errors
/// `ProfileUnusable`, with the file (and line) as its detail, if one can't be read.
pub async fn profiles(files: &ProfileFiles) -> Result<Vec<Profile>, Failure> {
    let (set, _) = files.read().await?;
    let mut names: Vec<&str> = set.profiles().collect();
    names.sort_by_key(|name| (*name != "default", *name));
    let listed = names.into_iter().map(|name| match chain(&set, name) {
        Ok(chain) => Profile {
            name: name.to_owned(),
            kind: chain.kind(),
            needs_factor: chain.roles.iter().any(|hop| hop.role.mfa_serial.is_some()),
            region: chain.region,
            problem: None,
        },
        Err(problem) => Profile {
            name: name.to_owned(),
            kind: ProfileKind::Incomplete,
            region: set.get_profile(name).and_then(chain::region),
            needs_factor: false,
            problem: Some(problem),
        },
    });
    Ok(listed.collect())
}

impl Chain {
    fn kind(&self) -> ProfileKind {
        if !self.roles.is_empty() {
            return ProfileKind::Role;
        }
        match self.first {
            First::Keys(_) => ProfileKind::Static,
            First::Program(_) => ProfileKind::Process,
            First::IdentityCenter { .. } => ProfileKind::IdentityCenter,
            First::ConsoleLogin { .. } => ProfileKind::ConsoleLogin,
        }
    }
}

impl First {
    /// The credentials that a profile begins with. `region` is where the console's sign-in is.
    ///
    /// # Errors
    /// `ProfileProgramFailed`, `ProfileSignInOver`, `ProfileUnusable`, `RoleRefused`, or what is
    /// in the way.
    pub(crate) async fn credentials(&self, region: &str, network: &Network) -> Result<Credentials, Failure> {
        match self {
            Self::Keys(keys) => Ok(keys.credentials()),
            Self::Program(command) => program::credentials(command.expose_secret()).await,
            Self::IdentityCenter {
                token_name,
                start_url,
                region,
                account_id,
                role_name,
            } => {
                let from = signed_in::IdentityCenter {
                    token_name,
                    start_url,
                    region,
                    account_id,
                    role_name,
                };
                signed_in::identity_center(from, network).await
            }
            Self::ConsoleLogin { session } => signed_in::console(session, region, network).await,
        }
    }
}

/// What an expired token is called where it came from a profile: it is renewed where it was made.
pub(crate) fn seen_from_a_profile(mut failure: Failure) -> Failure {
    if failure.code == FailureCode::AccessExpired {
        failure.code = FailureCode::ProfileSignInOver;
    }
    failure
}

#[cfg(test)]
mod tests;
