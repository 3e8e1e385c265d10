//! Opening the desk's access to AWS, and closing it for good.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use aws_credential_types::provider::SharedCredentialsProvider;
use cognito::{Failure, FailureCode, is_region};

use crate::caller::Caller;
use crate::keys::AccessKeys;
use crate::network::Network;
use crate::profiles::ProfileFiles;
use crate::role::FactorCode;
use crate::session::{Base, Session};
use crate::way::{Access, Way};

/// Opens sessions over one network, one at a time, and holds until the program ends what no
/// keychain takes. The desk has one.
pub struct Sessions {
    network: Network,
    files: ProfileFiles,
    /// Keys that the keychain refused, by the ending of their id.
    held: Mutex<HashMap<String, AccessKeys>>,
    /// Sign-ins to Identity Center that stand.
    signed_in: Mutex<Vec<(Way, SharedCredentialsProvider)>>,
    /// What was opened last. Locked while something is opened, so that of two calls at once the
    /// second finds what the first opened, and a person is never asked twice.
    live: tokio::sync::Mutex<Option<(Access, Session)>>,
}

/// What became of keys that AWS knows.
pub struct Accepted {
    /// What to remember in the settings.
    pub way: Way,
    /// Whose they are.
    pub caller: Caller,
    /// Why the keychain didn't take them, if so: they are held in memory, and gone when the
    /// program ends.
    pub not_kept: Option<Failure>,
}

impl Sessions {
    /// Nothing is opened yet.
    #[must_use]
    pub fn new(network: Network, files: ProfileFiles) -> Self {
        Self {
            network,
            files,
            held: Mutex::default(),
            signed_in: Mutex::default(),
            live: tokio::sync::Mutex::default(),
        }
    }

    /// Asks AWS whose `keys` these are and then puts them into the keychain, or, where it
    /// refuses, holds them in memory. A role is none of their business: [`Sessions::open`] them
    /// with one next. Keys that these replace are forgotten by [`Sessions::forget`].
    ///
    /// # Errors
    /// `AccessInvalid`, `AccessExpired`, `ClockWrong`, `RegionMalformed`, or what is in the way.
    /// Then the keys are kept nowhere.
    pub async fn accept(&self, keys: AccessKeys, region: Option<&str>) -> Result<Accepted, Failure> {
        check_region(region)?;
        let base = Base::Keys(keys.clone());
        let session = Session::new(base, None, region.map(str::to_owned), self.network.clone());
        let caller = session.caller().await?;
        let ending = keys.id_ending();
        let mut live = self.live.lock().await;
        let not_kept = keys.keep().await.err();
        if not_kept.is_some() {
            lock(&self.held).insert(ending.clone(), keys);
        } else {
            lock(&self.held).remove(&ending);
        }
        let way = Way::Keys {
            key_id_ending: ending,
        };
        // It may be open with other keys of the same ending.
        live.take_if(|(access, _)| access.way == way);
        Ok(Accepted {
            way,
            caller,
            not_kept,
        })
    }

    /// Takes up a sign-in to Identity Center: `provider` gives the credentials of what `way`
    /// names, in place of any before it.
    pub async fn signed_in(&self, way: Way, provider: SharedCredentialsProvider) {
        let mut live = self.live.lock().await;
        live.take_if(|(access, _)| access.way == way);
        let mut signed_in = lock(&self.signed_in);
        signed_in.retain(|(before, _)| *before != way);
        signed_in.push((way, provider));
    }

    /// The session for `access`: the live one where there is one, else a new one; renewed if it
    /// has ended, and known to AWS.
    ///
    /// Where a role asks for the code of a second factor, the first call fails with
    /// `FactorCodeNeeded`; a second one brings the code. Calls at the same moment wait for each
    /// other, and one code serves them all.
    ///
    /// # Errors
    /// `FactorCodeNeeded`, `FactorCodeWrong`, `RoleRefused`; `AccessInvalid`, `AccessExpired` (for
    /// Identity Center also where nobody has signed in), `ClockWrong`; `RegionMalformed`;
    /// `KeychainItemGone` and the other `Keychain…` codes; the `Profile…` codes; or what is in
    /// the way.
    pub async fn open(
        &self,
        access: &Access,
        code: Option<&FactorCode>,
    ) -> Result<(Session, Caller), Failure> {
        check_region(access.region.as_deref())?;
        let mut live = self.live.lock().await;
        let session = match live.as_ref() {
            Some((opened, session)) if opened == access => session.clone(),
            _ => {
                let base = self.base(&access.way).await?;
                Session::new(
                    base,
                    access.role.clone(),
                    access.region.clone(),
                    self.network.clone(),
                )
            }
        };
        // Kept before it is known to work: the roles on the way to a second code are not assumed twice.
        *live = Some((access.clone(), session.clone()));
        session.renew(code).await?;
        let mut caller = session.caller().await?;
        if let Way::IdentityCenter { account_name, .. } = &access.way {
            caller.account_name.clone_from(account_name);
        }
        Ok((session, caller))
    }

    /// Lets go of what is open, so that the next [`Sessions::open`] begins anew and a role asks for
    /// its code again: for a desk that locks itself. Whoever still has the [`Session`] can go on
    /// with it.
    pub async fn close(&self) {
        *self.live.lock().await = None;
    }

    /// Forgets everything about `way`: what is in the keychain, what is held in memory, what is
    /// open. Of a profile nothing but an open session is ours. The tokens of Identity Center are
    /// forgotten where they were kept.
    ///
    /// # Errors
    /// The `Keychain…` codes. Then what is in memory is gone all the same.
    pub async fn forget(&self, way: &Way) -> Result<(), Failure> {
        self.live.lock().await.take_if(|(access, _)| access.way == *way);
        lock(&self.signed_in).retain(|(before, _)| before != way);
        let Way::Keys { key_id_ending } = way else {
            return Ok(());
        };
        lock(&self.held).remove(key_id_ending);
        AccessKeys::forget(key_id_ending).await
    }

    async fn base(&self, way: &Way) -> Result<Base, Failure> {
        match way {
            Way::Keys { key_id_ending } => {
                let held = lock(&self.held).get(key_id_ending).cloned();
                let keys = match held {
                    Some(keys) => keys,
                    None => AccessKeys::kept(key_id_ending).await?,
                };
                Ok(Base::Keys(keys))
            }
            Way::Profile { name } => Ok(Base::Profile {
                files: self.files.clone(),
                name: name.clone(),
            }),
            Way::IdentityCenter { .. } => lock(&self.signed_in)
                .iter()
                .find(|(signed_in, _)| signed_in == way)
                .map(|(_, provider)| Base::Given(provider.clone()))
                .ok_or_else(|| FailureCode::AccessExpired.into()),
        }
    }
}

fn check_region(region: Option<&str>) -> Result<(), Failure> {
    match region {
        Some(region) if !is_region(region) => Err(FailureCode::RegionMalformed.into()),
        _ => Ok(()),
    }
}

/// What panicked while it held the lock left nothing half done.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
