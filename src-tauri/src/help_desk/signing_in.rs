//! The desk's access to AWS: opening it by one of three ways, confirming it, forgetting it.

use access::identity_center::{Account, IdentityCenter, SignIn, SignedIn, StartUrl};
use access::{
    Access, AccessKeys, AssumedRole, Caller, Endpoints, FactorCode, Network, Profile, ProfileFiles, Session,
    Sessions, Way, profiles,
};
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use cognito::{AdminClient, Failure, FailureCode, NetworkSettings, network};
use secrecy::SecretString;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use tokio::sync::Mutex as AsyncMutex;
use url::Url;

use super::kept::Kept;
use super::lock::Moment;
use super::{Desk, State, lock_whole};
use crate::view::{AccessView, AccessWay, RoleForm};

/// An access that is open.
pub(super) struct Live {
    session: Session,
    /// The way to the pools.
    http: SharedHttpClient,
    /// Its clients, by Region: each keeps its connections, and what it learned of the service's clock.
    clients: BTreeMap<String, AdminClient>,
    view: AccessView,
}

/// What signing in needs while it is under way.
#[derive(Default)]
pub(super) struct SignIns {
    sessions: Mutex<Option<Arc<Sessions>>>,
    pub(super) browser: AsyncMutex<Option<InBrowser>>,
    pub(super) signed_in: Mutex<Option<SignedIn>>,
    pub(super) accounts: Mutex<Vec<Account>>,
    pub(super) page: Mutex<Option<String>>,
}

/// A sign-in that waits for the browser.
pub(super) struct InBrowser {
    pub(super) center: IdentityCenter,
    pub(super) sign_in: SignIn,
}

/// Access keys, as somebody typed them.
pub struct KeysForm {
    /// The id.
    pub id: String,
    /// The secret key.
    pub secret: SecretString,
    /// The session token of keys that end.
    pub token: Option<SecretString>,
    /// The Region to begin with.
    pub region: Option<String>,
}

impl State {
    /// The access at work.
    pub(super) fn access_view(&self) -> Option<AccessView> {
        match &self.practice {
            Some(practice) => Some(practice.access_view()),
            None => self.live.as_ref().map(|live| live.view.clone()),
        }
    }

    /// Where AWS is spoken to, if not at Amazon's own addresses: each address once, as a list to read.
    pub(super) fn foreign_endpoints(&self) -> Option<String> {
        let addresses = self.kept.endpoints.all();
        let each: BTreeSet<&str> = addresses
            .map(|address| address.as_str().trim_end_matches('/'))
            .collect();
        let each: Vec<&str> = each.into_iter().collect();
        (!each.is_empty()).then(|| each.join(", "))
    }
}

impl Desk {
    /// The profiles on this computer.
    ///
    /// # Errors
    /// `ProfileUnusable` with the file at fault.
    pub async fn profiles(&self) -> Result<Vec<Profile>, Failure> {
        profiles(&ProfileFiles::of_this_person()).await
    }

    /// Tries access keys, keeps them, and opens access with them.
    ///
    /// # Errors
    /// `AccessKeyMalformed`, `SecretKeyMalformed`, `SessionTokenMalformed`, `RoleMalformed`,
    /// `FactorSerialMalformed`, `FactorCodeMalformed`; those of `Sessions::open`; `StoppedWaiting`. Then what was
    /// at work before still is.
    pub async fn use_keys(
        &self,
        keys: KeysForm,
        role: Option<RoleForm>,
        code: Option<SecretString>,
    ) -> Result<AccessView, Failure> {
        let typed = AccessKeys::parse(&keys.id, &keys.secret, keys.token.as_ref())?;
        let role = role.map(assumed_role).transpose()?;
        let code = factor_code(code)?;
        let sessions = self.sessions()?;
        let region = keys.region.filter(|region| !region.is_empty());
        let accepted = self.wait_for(sessions.accept(typed, region.as_deref())).await?;
        let way = accepted.way.clone();
        let access = Access {
            way: accepted.way,
            role,
            region,
        };
        let notice = accepted.not_kept.map(|failure| failure.code);
        let opened = self.open(access, code, notice).await;
        if opened.is_err() {
            self.forget_unless_kept(&way).await;
        }
        opened
    }

    /// Opens access by a profile.
    ///
    /// # Errors
    /// As [`Desk::use_keys`].
    pub async fn use_profile(
        &self,
        name: String,
        role: Option<RoleForm>,
        code: Option<SecretString>,
    ) -> Result<AccessView, Failure> {
        let role = role.map(assumed_role).transpose()?;
        let code = factor_code(code)?;
        let access = Access {
            way: Way::Profile { name },
            role,
            region: None,
        };
        self.open(access, code, None).await
    }

    /// Opens the access that is kept once more, from where it is kept, and unlocks the desk.
    ///
    /// # Errors
    /// As [`Desk::use_keys`]; `AccessMissing` where nothing is kept.
    pub async fn confirm_access(&self, code: Option<SecretString>) -> Result<AccessView, Failure> {
        let locked = self.lock.is_locked(Moment::now(), self.lock_limit());
        let practising = {
            let mut state = lock_whole(&self.state);
            state.practice.as_mut().map(|practice| {
                practice.locks_after |= locked;
                practice.access_view()
            })
        };
        if let Some(view) = practising {
            self.lock.unlock(Moment::now());
            return Ok(view);
        }
        let access = {
            let state = lock_whole(&self.state);
            state.access.clone().or_else(|| state.kept.access.clone())
        };
        let access = access.ok_or(FailureCode::AccessMissing)?;
        self.open_kept(access, factor_code(code)?).await
    }

    /// Opens an access that was kept before.
    pub(super) async fn open_kept(
        &self,
        access: Access,
        code: Option<FactorCode>,
    ) -> Result<AccessView, Failure> {
        if let Way::IdentityCenter {
            start_url,
            region,
            account_id,
            role_name,
            ..
        } = &access.way
        {
            let held = lock_whole(&self.sign_ins.signed_in).clone();
            let held = held.filter(|held| {
                held.center().start_url().as_str() == start_url && held.center().region() == region
            });
            let signed_in = match held {
                Some(held) => held,
                None => {
                    let center = self.identity_center(StartUrl::parse(start_url)?, region)?;
                    SignedIn::kept(center).await?.ok_or(FailureCode::AccessExpired)?
                }
            };
            let credentials = signed_in.credentials(account_id, role_name);
            self.sessions()?
                .signed_in(access.way.clone(), SharedCredentialsProvider::new(credentials))
                .await;
            *lock_whole(&self.sign_ins.signed_in) = Some(signed_in);
        }
        self.open(access, code, None).await
    }

    pub(super) async fn open(
        &self,
        access: Access,
        code: Option<FactorCode>,
        notice: Option<FailureCode>,
    ) -> Result<AccessView, Failure> {
        let sessions = self.sessions()?;
        if self.lock.is_locked(Moment::now(), self.lock_limit()) {
            // Whoever unlocks the desk shows anew that they may.
            sessions.close().await;
        }
        let (session, caller) = self.wait_for(sessions.open(&access, code.as_ref())).await?;
        let region = access.region.clone().or(session.region().await);
        let http = {
            let (kept, mut settings) = {
                let state = lock_whole(&self.state);
                (state.kept.clone(), state.managed.now().network())
            };
            settings.ca_files.extend(session.ca_bundle().await);
            network::https_client_to(
                &settings,
                kept.endpoints.cognito.as_ref(),
                kept.ca_file.as_deref(),
            )?
        };
        let mut view = view_of(&access, caller, region, notice);
        let replaced = {
            let mut state = lock_whole(&self.state);
            state.denied.clear();
            state.access = Some(access.clone());
            let before = state.kept.access.clone();
            if notice.is_none()
                && let Err(failure) = self.change_kept(&mut state, |kept| kept.access = Some(access))
            {
                view.kept = false;
                view.notice = Some(failure.code);
            }
            state.trouble = None;
            state.at_hand = None;
            state.live = Some(Live {
                session,
                http,
                clients: BTreeMap::new(),
                view: view.clone(),
            });
            before
        };
        self.lock.unlock(Moment::now());
        self.searches.end().await;
        if let Some(replaced) = replaced {
            self.forget_unless_kept(&replaced.way).await;
        }
        self.return_to_connection().await;
        Ok(view)
    }

    /// Takes what belongs to `way` alone out of the keychain, if it isn't the way that is kept: nobody could find it
    /// there again. That it can't be removed now stops nothing.
    pub(super) async fn forget_unless_kept(&self, way: &Way) {
        let kept = lock_whole(&self.state).kept.access.clone().map(|kept| kept.way);
        if kept.as_ref() == Some(way) {
            return;
        }
        let same_center = match (way, &kept) {
            (
                Way::IdentityCenter {
                    start_url, region, ..
                },
                Some(Way::IdentityCenter {
                    start_url: kept_url,
                    region: kept_region,
                    ..
                }),
            ) => start_url == kept_url && region == kept_region,
            _ => false,
        };
        if !same_center {
            let _still_there = self.forget_way(way).await;
        }
    }

    /// Takes everything of `way` out of the keychain and out of memory.
    ///
    /// # Errors
    /// The `Keychain…` codes.
    async fn forget_way(&self, way: &Way) -> Result<(), Failure> {
        if let Way::IdentityCenter {
            start_url, region, ..
        } = way
        {
            let is_of = |signed_in: &mut SignedIn| {
                signed_in.center().start_url().as_str() == start_url && signed_in.center().region() == region
            };
            let signed_in = lock_whole(&self.sign_ins.signed_in).take_if(is_of);
            match signed_in {
                Some(signed_in) => signed_in.forget().await?,
                None => {
                    let center = self.identity_center(StartUrl::parse(start_url)?, region)?;
                    center.forget_token().await?;
                }
            }
        }
        self.sessions()?.forget(way).await
    }

    /// Forgets the access and everything of it in the keychain.
    ///
    /// # Errors
    /// The `Keychain…` codes, `SettingsUnwritable`: then it is still there, and the desk says so.
    pub async fn forget_access(&self) -> Result<(), Failure> {
        let access = {
            let state = lock_whole(&self.state);
            state.access.clone().or_else(|| state.kept.access.clone())
        };
        let Some(access) = access else {
            return Ok(());
        };
        // A file that can't be written is noticed before anything is gone.
        self.keep(&lock_whole(&self.state))?;
        self.forget_way(&access.way).await?;
        self.close_session();
        let mut state = lock_whole(&self.state);
        state.access = None;
        state.trouble = None;
        self.change_kept(&mut state, |kept| kept.access = None)
    }

    /// Lets go of what is open: the next use begins anew, with the code of a second factor where a role asks for one.
    pub(super) fn close_session(&self) {
        self.searches.end_at_once();
        let sessions = lock_whole(&self.sign_ins.sessions).clone();
        if let Some(sessions) = sessions {
            tauri::async_runtime::spawn(async move { sessions.close().await });
        }
        let mut state = lock_whole(&self.state);
        state.live = None;
        if state.practice.is_none() {
            state.at_hand = None;
        }
    }

    /// A client for the pools of `region`, with the access at work.
    ///
    /// # Errors
    /// `AccessMissing`, or why there is none.
    pub(super) fn admin(&self, region: &str) -> Result<AdminClient, Failure> {
        let state = &mut *lock_whole(&self.state);
        if let Some(practice) = &state.practice {
            return Ok(practice.admin());
        }
        let Some(live) = &mut state.live else {
            return Err(state.trouble.clone().unwrap_or(FailureCode::AccessMissing.into()));
        };
        if let Some(client) = live.clients.get(region) {
            return Ok(client.clone());
        }
        let endpoint = state.kept.endpoints.cognito.as_ref();
        let client = AdminClient::new(
            region,
            endpoint,
            live.session.credentials(),
            live.http.clone(),
            &state.managed.now().network(),
        )?;
        live.clients.insert(region.to_owned(), client.clone());
        Ok(client)
    }

    pub(super) fn sessions(&self) -> Result<Arc<Sessions>, Failure> {
        let kept = lock_whole(&self.state).kept.clone();
        let mut sessions = lock_whole(&self.sign_ins.sessions);
        if let Some(open) = sessions.as_ref() {
            return Ok(Arc::clone(open));
        }
        let settings = lock_whole(&self.state).managed.now().network();
        let network = network_to(&settings, kept.endpoints.sts.as_ref(), &kept)?;
        let opened = Arc::new(Sessions::new(network, ProfileFiles::of_this_person()));
        *sessions = Some(Arc::clone(&opened));
        Ok(opened)
    }
}

/// The way to `endpoint`, or to Amazon where there is none, as the `settings` say.
pub(super) fn network_to(
    settings: &NetworkSettings,
    endpoint: Option<&Url>,
    kept: &Kept,
) -> Result<Network, Failure> {
    let endpoints = Endpoints {
        sts: kept.endpoints.sts.clone(),
        oidc: kept.endpoints.oidc.clone(),
        portal: kept.endpoints.portal.clone(),
    };
    Network::new(settings, endpoint, kept.ca_file.as_deref(), endpoints)
}

pub(super) fn assumed_role(form: RoleForm) -> Result<AssumedRole, Failure> {
    AssumedRole::parse(
        &form.arn,
        form.factor_serial.as_deref().unwrap_or_default(),
        form.external_id.as_deref().unwrap_or_default(),
    )
}

pub(super) fn factor_code(typed: Option<SecretString>) -> Result<Option<FactorCode>, Failure> {
    typed.as_ref().map(FactorCode::parse).transpose()
}

fn view_of(
    access: &Access,
    caller: Caller,
    region: Option<String>,
    notice: Option<FailureCode>,
) -> AccessView {
    let (way, label) = match &access.way {
        Way::Keys { key_id_ending } => (AccessWay::Keys, key_id_ending.clone()),
        Way::Profile { name } => (AccessWay::Profile, name.clone()),
        Way::IdentityCenter { role_name, .. } => (AccessWay::IdentityCenter, role_name.clone()),
    };
    AccessView {
        way,
        caller,
        label,
        role: access.role.as_ref().map(|role| role.arn.as_str().to_owned()),
        region,
        kept: notice.is_none(),
        notice,
    }
}
