//! From a profile's lines to how its credentials come about: what comes first, and which roles
//! follow. The order of precedence is the SDKs' own (SDKs and tools reference guide, "Assume role
//! credential provider"; `aws-config`, `profile/credentials/repr.rs`).

use std::path::PathBuf;

use aws_config::profile::{Profile, ProfileSet};
use cognito::{Failure, FailureCode, is_region};
use secrecy::{ExposeSecret, SecretString};

use crate::keys::AccessKeys;
use crate::profiles::files::unusable;
use crate::role::{AssumedRole, FactorSerial, RoleArn, is_external_id, is_name_byte};

/// How the credentials of a profile come about.
#[derive(Clone, PartialEq)]
pub(crate) struct Chain {
    pub(crate) first: First,
    /// In the order in which they are assumed.
    pub(crate) roles: Vec<Hop>,
    /// The Region of the profile that was asked for.
    pub(crate) region: Option<String>,
    /// The certificate authority file of the profile that was asked for (AWS CLI user guide,
    /// `ca_bundle`).
    pub(crate) ca_bundle: Option<PathBuf>,
}

/// A role that a profile names.
#[derive(Clone, PartialEq)]
pub(crate) struct Hop {
    pub(crate) role: AssumedRole,
    /// The session's name, where the profile gives one.
    pub(crate) session_name: Option<String>,
}

/// What the first credentials of a profile come from.
#[derive(Clone)]
pub(crate) enum First {
    /// Keys in the file.
    Keys(AccessKeys),
    /// A program. Its arguments may be secrets.
    Program(SecretString),
    /// A sign-in to IAM Identity Center by the AWS CLI.
    IdentityCenter {
        /// What the token's file is called after: the session's name, or the start page.
        token_name: String,
        start_url: String,
        region: String,
        account_id: String,
        role_name: String,
    },
    /// A sign-in to the console by the AWS CLI (`aws login`).
    ConsoleLogin { session: String },
}

impl PartialEq for First {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Keys(one), Self::Keys(other)) => one == other,
            (Self::Program(one), Self::Program(other)) => one.expose_secret() == other.expose_secret(),
            (Self::IdentityCenter { .. }, Self::IdentityCenter { .. }) => {
                let parts = |first: &Self| match first {
                    Self::IdentityCenter {
                        token_name,
                        start_url,
                        region,
                        account_id,
                        role_name,
                    } => [token_name, start_url, region, account_id, role_name].map(Clone::clone),
                    _ => Default::default(),
                };
                parts(self) == parts(other)
            }
            (Self::ConsoleLogin { session: one }, Self::ConsoleLogin { session: other }) => one == other,
            _ => false,
        }
    }
}

/// How the credentials of the profile `name` come about.
///
/// # Errors
/// `ProfileNotFound`; `ProfileLoops`; `ProfileUnusable` with the key at fault as its detail.
pub(crate) fn chain(profiles: &ProfileSet, name: &str) -> Result<Chain, Failure> {
    let asked_for = profiles
        .get_profile(name)
        .ok_or_else(|| Failure::new(FailureCode::ProfileNotFound))?;
    let mut seen = vec![name];
    let mut roles = Vec::new();
    let mut profile = asked_for;
    let first = loop {
        // A source that has keys of its own is not asked where it has keys from.
        if seen.len() > 1
            && let Some(keys) = keys(profile)
        {
            break First::Keys(keys);
        }
        if text(profile, "role_arn").is_none() {
            break first(profiles, profile)?;
        }
        if text(profile, "web_identity_token_file").is_some() {
            return Err(unusable("web_identity_token_file"));
        }
        if text(profile, "credential_source").is_some() {
            return Err(unusable("credential_source"));
        }
        roles.push(hop(profile)?);
        let source = text(profile, "source_profile").ok_or_else(|| unusable("source_profile"))?;
        if source == profile.name() {
            break first(profiles, profile)?;
        }
        if seen.contains(&source) {
            return Err(FailureCode::ProfileLoops.into());
        }
        profile = profiles
            .get_profile(source)
            .ok_or_else(|| unusable("source_profile"))?;
        seen.push(source);
    };
    roles.reverse();
    Ok(Chain {
        first,
        roles,
        region: region(asked_for),
        ca_bundle: text(asked_for, "ca_bundle").map(PathBuf::from),
    })
}

/// The Region that a profile names, if it is one.
pub(crate) fn region(profile: &Profile) -> Option<String> {
    text(profile, "region")
        .filter(|region| is_region(region))
        .map(str::to_owned)
}

/// The value of a key, where there is one; an empty value counts as none.
fn text<'a>(profile: &'a Profile, key: &str) -> Option<&'a str> {
    profile.get(key).map(str::trim).filter(|value| !value.is_empty())
}

fn hop(profile: &Profile) -> Result<Hop, Failure> {
    let arn = text(profile, "role_arn").unwrap_or_default();
    let mfa_serial = text(profile, "mfa_serial")
        .map(FactorSerial::parse)
        .transpose()
        .map_err(|_| unusable("mfa_serial"))?;
    let external_id = text(profile, "external_id");
    if external_id.is_some_and(|id| !is_external_id(id)) {
        return Err(unusable("external_id"));
    }
    let session_name = text(profile, "role_session_name");
    if session_name.is_some_and(|name| !(2..=64).contains(&name.len()) || !name.bytes().all(is_name_byte)) {
        return Err(unusable("role_session_name"));
    }
    Ok(Hop {
        role: AssumedRole {
            arn: RoleArn::parse(arn).map_err(|_| unusable("role_arn"))?,
            mfa_serial,
            external_id: external_id.map(str::to_owned),
        },
        session_name: session_name.map(str::to_owned),
    })
}

fn first(profiles: &ProfileSet, profile: &Profile) -> Result<First, Failure> {
    // Those of a computer in the cloud; none of them is asked for on a desktop.
    for key in ["credential_source", "web_identity_token_file"] {
        if text(profile, key).is_some() {
            return Err(unusable(key));
        }
    }
    if let Some(first) = identity_center(profiles, profile)? {
        return Ok(first);
    }
    if let Some(session) = text(profile, "login_session") {
        return Ok(First::ConsoleLogin {
            session: session.to_owned(),
        });
    }
    if let Some(command) = text(profile, "credential_process") {
        return Ok(First::Program(SecretString::from(command)));
    }
    match keys(profile) {
        Some(keys) => Ok(First::Keys(keys)),
        None if text(profile, "aws_access_key_id").is_none() => Err(unusable("aws_access_key_id")),
        None => Err(unusable("aws_secret_access_key")),
    }
}

fn keys(profile: &Profile) -> Option<AccessKeys> {
    let id = text(profile, "aws_access_key_id")?;
    let secret = text(profile, "aws_secret_access_key")?;
    Some(AccessKeys::from_profile(
        id,
        secret,
        text(profile, "aws_session_token"),
    ))
}

fn identity_center(profiles: &ProfileSet, profile: &Profile) -> Result<Option<First>, Failure> {
    const KEYS: [&str; 5] = [
        "sso_session",
        "sso_account_id",
        "sso_role_name",
        "sso_start_url",
        "sso_region",
    ];
    if KEYS.iter().all(|key| text(profile, key).is_none()) {
        return Ok(None);
    }
    let needed = |key| text(profile, key).map(str::to_owned).ok_or_else(|| unusable(key));
    let (token_name, start_url, region) = match text(profile, "sso_session") {
        Some(name) => {
            let session = profiles
                .sso_session(name)
                .ok_or_else(|| unusable("sso_session"))?;
            let needed = |key| {
                let value = session.get(key).map(str::trim).filter(|value| !value.is_empty());
                value.map(str::to_owned).ok_or_else(|| unusable(key))
            };
            (name.to_owned(), needed("sso_start_url")?, needed("sso_region")?)
        }
        // The older form: the token's file is called after the start page.
        None => {
            let start_url = needed("sso_start_url")?;
            (start_url.clone(), start_url, needed("sso_region")?)
        }
    };
    if !is_region(&region) {
        return Err(unusable("sso_region"));
    }
    Ok(Some(First::IdentityCenter {
        token_name,
        start_url,
        region,
        account_id: needed("sso_account_id")?,
        role_name: needed("sso_role_name")?,
    }))
}
