//! A live identity: credentials as they are needed, renewed as they end.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider, future};
use cognito::{Failure, FailureCode, sent};
use tokio::sync::Mutex;

use crate::caller::Caller;
use crate::keys::AccessKeys;
use crate::network::Network;
use crate::profiles::{Chain, Hop, ProfileFiles, Stamp, chain, seen_from_a_profile};
use crate::role::{AssumedRole, FactorCode, session_name};
use crate::sts::Sts;

/// Credentials with less life than this are renewed before they are used.
const NEAR_THE_END: Duration = Duration::from_secs(60);
/// How long the SDK may keep what it was handed before it asks again, so that a changed file or
/// an ended sign-in is noticed soon.
const LOOK_AGAIN: Duration = Duration::from_secs(60);
/// The Region whose STS is asked where nobody names one: it knows every account of its partition.
const ANY_REGION: &str = "us-east-1";

/// What the first credentials come from.
pub(crate) enum Base {
    /// Keys that were typed in.
    Keys(AccessKeys),
    /// A profile.
    Profile { files: ProfileFiles, name: String },
    /// Somebody else's provider: Identity Center's.
    Given(SharedCredentialsProvider),
}

/// A live identity that the desk acts as. Clones are the same session: what one learns or renews,
/// all have.
#[derive(Clone)]
pub struct Session(Arc<Inner>);

struct Inner {
    base: Base,
    role: Option<Hop>,
    region: Option<String>,
    network: Network,
    /// One at a time: whoever comes while credentials are fetched gets those, and no code of a
    /// second factor is spent twice.
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    profile: Option<(Stamp, Chain)>,
    /// The network with what the profile trusts.
    network: Option<Network>,
    sts: Option<Sts>,
    /// Whether STS has told once whose the first credentials are: by that it is known that they
    /// are right, and by how much the clock is wrong.
    greeted: bool,
    first: Option<Credentials>,
    roles: Vec<Option<Credentials>>,
}

impl State {
    fn forget_credentials(&mut self) {
        self.first = None;
        self.roles.clear();
        self.greeted = false;
    }
}

impl Session {
    pub(crate) fn new(
        base: Base,
        role: Option<AssumedRole>,
        region: Option<String>,
        network: Network,
    ) -> Self {
        let role = role.map(|role| Hop {
            role,
            session_name: None,
        });
        Self(Arc::new(Inner {
            base,
            role,
            region,
            network,
            state: Mutex::default(),
        }))
    }

    /// What to give to a client of the AWS SDK. A failure comes out of the client's error as it
    /// is, by [`cognito::sent::failure`].
    #[must_use]
    pub fn credentials(&self) -> SharedCredentialsProvider {
        SharedCredentialsProvider::new(self.clone())
    }

    /// The profile's Region, or the one this session was opened for.
    pub async fn region(&self) -> Option<String> {
        let state = self.0.state.lock().await;
        let of_profile = state.profile.as_ref().and_then(|(_, chain)| chain.region.clone());
        self.0.region.clone().or(of_profile)
    }

    /// The profile's `ca_bundle`: who is asked with these credentials may be certified by it.
    pub async fn ca_bundle(&self) -> Option<PathBuf> {
        let state = self.0.state.lock().await;
        let (_, chain) = state.profile.as_ref()?;
        chain.ca_bundle.clone()
    }

    /// Renews what has ended, with `code` where a role asks for one. A code is spent only if it
    /// is needed: with two calls at once, the second finds what the first got.
    ///
    /// # Errors
    /// `FactorCodeNeeded`, `FactorCodeWrong`, `RoleRefused`; `AccessInvalid`, `AccessExpired`,
    /// `ClockWrong`; the `Profile…` codes; or what is in the way.
    pub async fn renew(&self, code: Option<&FactorCode>) -> Result<(), Failure> {
        self.fetch(code).await.map(drop)
    }

    /// Who AWS says we are now.
    ///
    /// # Errors
    /// As [`Session::renew`].
    pub async fn caller(&self) -> Result<Caller, Failure> {
        let (credentials, sts) = self.fetch(None).await?;
        let outcome = sts
            .caller(&credentials)
            .await
            .map_err(|failure| self.seen(failure));
        if let Err(failure) = &outcome
            && is_about_credentials(failure.code)
        {
            // They were taken back before their time: the next try begins anew.
            self.0.state.lock().await.forget_credentials();
        }
        outcome
    }

    async fn fetch(&self, code: Option<&FactorCode>) -> Result<(Credentials, Sts), Failure> {
        let mut state = self.0.state.lock().await;
        self.look_at_profile(&mut state).await?;
        let sts = self.sts(&mut state)?;
        let mut hops: Vec<Hop> = match &state.profile {
            Some((_, chain)) => chain.roles.clone(),
            None => Vec::new(),
        };
        hops.extend(self.0.role.clone());
        state.roles.resize(hops.len(), None);

        let last_good = (0..hops.len())
            .rev()
            .find_map(|index| Some((index, self.still_good(state.roles.get(index)?.as_ref())?)));
        let (next, mut current) = match last_good {
            Some((index, credentials)) => (index + 1, credentials),
            None => (0, self.first(&mut state, &sts).await?),
        };
        let mut code = code;
        for (index, hop) in hops.iter().enumerate().skip(next) {
            if !state.greeted {
                sts.caller(&current).await.map_err(|failure| self.seen(failure))?;
                state.greeted = true;
            }
            let code = match hop.role.mfa_serial {
                // With two roles that ask, each wants a fresh one.
                Some(_) => Some(code.take().ok_or(FailureCode::FactorCodeNeeded)?),
                None => None,
            };
            let name = hop.session_name.clone().unwrap_or_else(session_name);
            current = sts
                .assume(&current, &hop.role, &name, code)
                .await
                .map_err(|failure| {
                    if is_about_credentials(failure.code) {
                        state.first = None;
                        state.greeted = false;
                    }
                    self.seen(failure)
                })?;
            if let Some(kept) = state.roles.get_mut(index) {
                *kept = Some(current.clone());
            }
        }
        Ok((current, sts))
    }

    /// Reads the profile if it wasn't yet, or if a file changed since. Credentials are dropped
    /// only if the profile itself is another: the AWS CLI writes to these files too.
    async fn look_at_profile(&self, state: &mut State) -> Result<(), Failure> {
        let Base::Profile { files, name } = &self.0.base else {
            return Ok(());
        };
        let now = files.stamp().await?;
        if state.profile.as_ref().is_some_and(|(stamp, _)| *stamp == now) {
            return Ok(());
        }
        let (set, stamp) = files.read().await?;
        let chain = chain(&set, name)?;
        if state.profile.as_ref().is_none_or(|(_, before)| *before != chain) {
            state.forget_credentials();
            let bundle = chain.ca_bundle.as_deref();
            state.network = bundle.map(|bundle| self.0.network.trusting(bundle)).transpose()?;
            state.sts = None;
        }
        state.profile = Some((stamp, chain));
        Ok(())
    }

    /// The network, with what the profile trusts.
    fn network<'a>(&'a self, state: &'a State) -> &'a Network {
        state.network.as_ref().unwrap_or(&self.0.network)
    }

    fn sts(&self, state: &mut State) -> Result<Sts, Failure> {
        let of_profile = state
            .profile
            .as_ref()
            .and_then(|(_, chain)| chain.region.as_deref());
        let region = self.0.region.as_deref().or(of_profile).unwrap_or(ANY_REGION);
        match &state.sts {
            Some(sts) if sts.region() == region => Ok(sts.clone()),
            _ => {
                let sts = Sts::new(self.network(state), region)?;
                state.sts = Some(sts.clone());
                Ok(sts)
            }
        }
    }

    async fn first(&self, state: &mut State, sts: &Sts) -> Result<Credentials, Failure> {
        if let Some(credentials) = self.still_good(state.first.as_ref()) {
            return Ok(credentials);
        }
        let credentials = match (&self.0.base, &state.profile) {
            (Base::Keys(keys), _) => keys.credentials(),
            (Base::Given(provider), _) => provider.provide_credentials().await.map_err(|error| {
                let failure = sent::find::<Failure>(&error).cloned();
                failure.unwrap_or_else(|| FailureCode::AccessExpired.into())
            })?,
            (Base::Profile { .. }, Some((_, chain))) => {
                chain.first.credentials(sts.region(), self.network(state)).await?
            }
            (Base::Profile { .. }, None) => return Err(FailureCode::ProfileNotFound.into()),
        };
        // Another provider keeps its own, and knows better when they end.
        if !matches!(self.0.base, Base::Given(_)) {
            state.first = Some(credentials.clone());
        }
        Ok(credentials)
    }

    fn still_good(&self, credentials: Option<&Credentials>) -> Option<Credentials> {
        let soon = self.0.network.time.now().checked_add(NEAR_THE_END)?;
        credentials
            .filter(|credentials| credentials.expiry().is_none_or(|expiry| expiry > soon))
            .cloned()
    }

    fn seen(&self, failure: Failure) -> Failure {
        match self.0.base {
            Base::Profile { .. } => seen_from_a_profile(failure),
            _ => failure,
        }
    }

    async fn provide(&self) -> Result<Credentials, CredentialsError> {
        let (mut credentials, _) = self.fetch(None).await.map_err(|failure| {
            tracing::info!(code = %failure.code, "no credentials");
            CredentialsError::provider_error(failure)
        })?;
        let again = self.0.network.time.now().checked_add(LOOK_AGAIN);
        let expiry = credentials.expiry_mut();
        *expiry = match (*expiry, again) {
            (Some(expiry), Some(again)) => Some(expiry.min(again)),
            (expiry, again) => expiry.or(again),
        };
        Ok(credentials)
    }
}

fn is_about_credentials(code: FailureCode) -> bool {
    matches!(
        code,
        FailureCode::AccessInvalid | FailureCode::AccessExpired | FailureCode::ProfileSignInOver
    )
}

impl ProvideCredentials for Session {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(self.provide())
    }
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Session(…)")
    }
}
