//! The help desk at work: its access to AWS, its pools, its searches, its record, its lock.

mod acting;
mod connecting;
mod exporting;
mod identity_center;
pub mod kept;
mod lock;
mod looking;
mod practising;
mod recording;
mod regions;
mod searching;
mod signing_in;
mod trying;

use std::collections::BTreeSet;
use std::future::Future;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use access::Access;
use cognito::{AdminClient, Failure, FailureCode, Retry};
use desk::{Actor, PoolAtHand};
use secrecy::SecretString;
use tokio::sync::{Notify, OnceCell};

use self::kept::{DeskFile, DeskSettings, Kept};
use self::lock::{IdleLock, Moment};
use self::practising::PracticeDesk;
pub use self::recording::RecordFormat;
use self::recording::Records;
use self::searching::Searches;
pub use self::signing_in::KeysForm;
use self::signing_in::{Live, SignIns};
use crate::clipboard::SystemClipboard;
use crate::lock_whole;
use crate::managed::Managed;
use crate::practice::Practice;
use crate::view::{DeskStart, ManagedSetting, WindowRule};

/// The help desk, from its window's opening to its end.
pub struct Desk {
    file: DeskFile,
    folder: PathBuf,
    practice: Arc<Practice>,
    begins_practising: bool,
    state: Mutex<State>,
    begun: OnceCell<()>,
    lock: IdleLock,
    records: Records,
    clipboard: Arc<SystemClipboard>,
    searches: Searches,
    sign_ins: SignIns,
    /// The temporary password that was made last, until it was told.
    told: Mutex<Option<SecretString>>,
    stopped: Notify,
}

/// What changes while the desk is at work.
#[derive(Default)]
struct State {
    managed: Arc<Managed>,
    kept: Kept,
    /// Why what was kept couldn't be read.
    unreadable: Option<Failure>,
    /// The access that was opened last, whether it is open now or not, kept or held.
    access: Option<Access>,
    live: Option<Live>,
    trouble: Option<Failure>,
    practice: Option<PracticeDesk>,
    at_hand: Option<AtHand>,
    /// IAM actions that were refused since access was opened.
    denied: BTreeSet<String>,
}

/// The connection at work, as it was read.
#[derive(Clone)]
struct AtHand {
    id: String,
    admin: AdminClient,
    pool: PoolAtHand,
}

impl State {
    /// The settings at work: this desk's own, with what IT decided in their place.
    fn settings(&self) -> DeskSettings {
        self.managed.now().settings_over(self.own_settings())
    }

    fn own_settings(&self) -> &DeskSettings {
        match &self.practice {
            Some(practice) => &practice.settings,
            None => &self.kept.settings,
        }
    }

    /// Days that the record of real acts is kept.
    fn record_days(&self) -> Option<u32> {
        self.managed.now().settings_over(&self.kept.settings).record_days
    }

    /// Passes if the desk isn't practising: then its own connections are none of anybody's business.
    ///
    /// # Errors
    /// `NotAllowedHere`.
    fn not_practising(&self) -> Result<(), Failure> {
        match self.practice {
            Some(_) => Err(FailureCode::NotAllowedHere.into()),
            None => Ok(()),
        }
    }
}

impl Desk {
    /// Nothing is read or asked until the window asks where to begin.
    pub fn new(
        folder: PathBuf,
        practice: Arc<Practice>,
        managed: Arc<Managed>,
        begins_practising: bool,
    ) -> Self {
        let state = State {
            managed,
            ..State::default()
        };
        Self {
            file: DeskFile::in_folder(folder.clone()),
            folder,
            practice,
            begins_practising,
            state: Mutex::new(state),
            begun: OnceCell::new(),
            lock: IdleLock::open(Moment::now()),
            records: Records::default(),
            clipboard: Arc::default(),
            searches: Searches::default(),
            sign_ins: SignIns::default(),
            told: Mutex::default(),
            stopped: Notify::new(),
        }
    }

    /// Where the window begins. The first time, the access that was kept is opened.
    pub async fn begin(&self) -> DeskStart {
        self.begun.get_or_init(|| self.begin_once()).await;
        self.start()
    }

    async fn begin_once(&self) {
        match self.file.open() {
            Ok(kept) => lock_whole(&self.state).kept = kept,
            Err(failure) => {
                let mut state = lock_whole(&self.state);
                state.trouble = Some(failure.clone());
                // What is set aside can't be written over.
                if failure.code != FailureCode::SettingsSetAside {
                    state.unreadable = Some(failure);
                }
                return;
            }
        }
        if self.begins_practising {
            let turned = self.turn_to_practice().await;
            lock_whole(&self.state).trouble = turned.err();
            return;
        }
        let access = lock_whole(&self.state).kept.access.clone();
        if let Some(access) = access {
            let opened = self.open_kept(access, None).await;
            lock_whole(&self.state).trouble = opened.err();
        }
    }

    fn start(&self) -> DeskStart {
        let locked = self.lock.is_locked(Moment::now(), self.lock_limit());
        if locked {
            self.lock();
        }
        let decided = lock_whole(&self.state).managed.now();
        let house = decided.house();
        let state = lock_whole(&self.state);
        DeskStart {
            access: state.access_view(),
            access_trouble: state.trouble.clone(),
            connections: state.connections(),
            current: state.current(),
            settings: state.settings(),
            locked,
            endpoint: state.foreign_endpoints(),
            house,
            managed_settings: decided.settings(),
            try_password: decided.allows_trying(),
        }
    }

    /// Passes if the desk isn't locked, and counts as using it. Every command of the desk that shows or does
    /// anything begins here.
    ///
    /// # Errors
    /// `DeskLocked`; `ManagedByOrganisation` where there is no desk on this computer any more.
    pub fn unlocked(&self) -> Result<&Self, Failure> {
        if lock_whole(&self.state).managed.now().windows() == WindowRule::Recovery {
            return Err(FailureCode::ManagedByOrganisation.into());
        }
        if self.lock.used(Moment::now(), self.lock_limit()) {
            self.lock();
            return Err(FailureCode::DeskLocked.into());
        }
        Ok(self)
    }

    /// Locks the desk, and lets go of the session to AWS, and of everything that still uses it.
    pub fn lock(&self) {
        self.lock.lock();
        self.close_session();
        self.forget_temporary_password();
    }

    /// Nobody sees the desk any more: what is open is locked, as if everybody had left.
    pub fn window_closed(&self) {
        let open = {
            let state = lock_whole(&self.state);
            state.live.is_some() || state.practice.is_some()
        };
        if open {
            self.lock();
        }
    }

    fn lock_limit(&self) -> Duration {
        let state = lock_whole(&self.state);
        let minutes = state
            .managed
            .now()
            .settings_over(&state.kept.settings)
            .lock_minutes;
        Duration::from_secs(60 * u64::from(minutes))
    }

    /// Changes the settings. While practising, only those of the practice.
    ///
    /// # Errors
    /// `ManagedByOrganisation`, `InputRefused`, `SettingsUnwritable`.
    pub async fn change_settings(&self, wanted: DeskSettings) -> Result<DeskSettings, Failure> {
        let settings = {
            let mut state = lock_whole(&self.state);
            let settings = state.own_settings().change_to(wanted, &state.managed.now())?;
            if let Some(practice) = &mut state.practice {
                practice.settings = settings;
                return Ok(state.settings());
            }
            self.change_kept(&mut state, |kept| kept.settings = settings)?;
            state.settings()
        };
        self.apply_retention().await;
        Ok(settings)
    }

    /// Changes what is kept, here and in the file; in neither where the file can't be written.
    ///
    /// # Errors
    /// `SettingsUnwritable`; why the file couldn't be read.
    fn change_kept(&self, state: &mut State, change: impl FnOnce(&mut Kept)) -> Result<(), Failure> {
        let before = state.kept.clone();
        change(&mut state.kept);
        self.keep(state).inspect_err(|_| state.kept = before)
    }

    /// Writes down what is kept. A file that couldn't be read is never overwritten.
    fn keep(&self, state: &State) -> Result<(), Failure> {
        match &state.unreadable {
            Some(failure) => Err(failure.clone()),
            None => self.file.keep(&state.kept),
        }
    }

    /// The connection at work. One that couldn't be read when the desk opened is read now.
    ///
    /// # Errors
    /// `AccessMissing`, or why there is no access; `ConnectionEmpty` without a connection; those of reading the pool.
    async fn at_hand(&self) -> Result<AtHand, Failure> {
        let (at_hand, current) = {
            let state = lock_whole(&self.state);
            if state.live.is_none() && state.practice.is_none() {
                return Err(state.trouble.clone().unwrap_or(FailureCode::AccessMissing.into()));
            }
            (state.at_hand.clone(), state.current())
        };
        // IT may have decided for other pools meanwhile.
        if let Some(at_hand) = at_hand.filter(|at_hand| current.as_ref() == Some(&at_hand.id)) {
            return Ok(at_hand);
        }
        let current = current.ok_or(FailureCode::ConnectionEmpty)?;
        self.choose_connection(&current).await?;
        let read = lock_whole(&self.state).at_hand.clone();
        read.ok_or(FailureCode::ConnectionEmpty.into())
    }

    /// Heeds that IT has decided anew: what was begun on a pool that isn't the desk's any more ends.
    pub async fn heed_policy(&self) {
        let gone = {
            let mut state = lock_whole(&self.state);
            let current = state.current();
            let gone = state
                .at_hand
                .as_ref()
                .is_some_and(|at_hand| current.as_ref() != Some(&at_hand.id));
            if gone {
                state.at_hand = None;
            }
            gone
        };
        if gone {
            self.searches.end().await;
            self.forget_temporary_password();
        }
        // A policy that says nothing of the record's life may be one that is just being replaced: only at the next start
        // does the desk's own setting hold then, for what is deleted doesn't come back.
        if self.is_retention_decided() {
            self.apply_retention().await;
        }
    }

    fn is_retention_decided(&self) -> bool {
        let decided = lock_whole(&self.state).managed.now();
        decided.settings().contains(&ManagedSetting::RecordDays)
    }

    fn actor(&self) -> Actor {
        let state = lock_whole(&self.state);
        Actor {
            arn: state
                .access_view()
                .map(|view| view.caller.arn)
                .unwrap_or_default(),
            os_user: os_user(),
        }
    }

    /// Waits for `call`, or until the person stops waiting.
    ///
    /// # Errors
    /// Those of `call`; `StoppedWaiting`.
    async fn wait_for<T>(&self, call: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
        tokio::select! {
            outcome = call => outcome,
            () = self.stopped.notified() => {
                Err(Failure::new(FailureCode::StoppedWaiting).retry(Retry::Now))
            }
        }
    }

    /// Ends every wait for access.
    pub fn stop_waiting(&self) {
        self.stopped.notify_waiters();
    }

    /// The clipboard.
    pub fn clipboard(&self) -> &Arc<SystemClipboard> {
        &self.clipboard
    }
}

/// The time, in milliseconds since 1970.
fn now() -> i64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .ok()
        .and_then(|since| i64::try_from(since.as_millis()).ok())
        .unwrap_or_default()
}

fn os_user() -> String {
    std::env::var("USER")
        .or_else(|_| std::env::var("USERNAME"))
        .unwrap_or_default()
}
