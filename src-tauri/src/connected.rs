//! The connection that the recovery window works with, from its offer to its end.

use std::future::Future;
use std::path::Path;
use std::sync::{Arc, Mutex};

use access::keychain;
use cognito::connection_file::Offer;
use cognito::{Client, ClientSecret, Connection, Failure, FailureCode, Retry};
use tokio::sync::{Notify, OnceCell};

use crate::arguments::{Arrived, Beginning};
use crate::arrivals;
use crate::lock_whole;
use crate::managed::Managed;
use crate::practice::Practice;
use crate::settings::{Kept, Settings, read_connection_file};
use crate::sign_in::SigningIn;
use crate::view::{Accepted, ArrivedOffer, ConnectionRule, ConnectionView, PracticePoolName};

/// How the recovery window began.
#[derive(Clone, Default)]
struct Begun {
    refused: Option<Failure>,
    notice: Option<FailureCode>,
}

/// What is on offer: what arrived is shown in front of what the person chose.
#[derive(Default)]
struct Offers {
    chosen: Option<Offer>,
    arrived: Option<Offer>,
}

/// The connection at work and the one on offer.
pub struct Connected {
    settings: Settings,
    beginning: Beginning,
    begun: OnceCell<Begun>,
    practice: Arc<Practice>,
    managed: Arc<Managed>,
    current: Mutex<Option<(Client, ConnectionView)>>,
    /// IT's connections, as the page was told them.
    choices: Mutex<Vec<Connection>>,
    offers: Mutex<Offers>,
    /// What came by a file or a link, and wasn't shown yet.
    arrived: Mutex<Option<Arrived>>,
    pub(crate) signing_in: SigningIn,
    stopped: Notify,
}

impl Connected {
    /// Nothing is read or connected until the window asks where to begin.
    pub fn new(
        settings: Settings,
        beginning: Beginning,
        practice: Arc<Practice>,
        managed: Arc<Managed>,
    ) -> Self {
        Self {
            settings,
            beginning,
            begun: OnceCell::new(),
            practice,
            managed,
            current: Mutex::new(None),
            choices: Mutex::default(),
            offers: Mutex::default(),
            arrived: Mutex::new(None),
            signing_in: SigningIn::default(),
            stopped: Notify::new(),
        }
    }

    /// Which practice pool is at work, if one is.
    pub fn practice_pool(&self) -> Option<PracticePoolName> {
        let current = lock_whole(&self.current);
        current.as_ref().and_then(|(_, view)| view.practice())
    }

    /// The practice accounts.
    pub fn practice(&self) -> &Practice {
        &self.practice
    }

    /// Where the window begins: the connection, why there is none, and what else to know.
    pub async fn begin(&self) -> (Option<ConnectionView>, Option<Failure>, Option<FailureCode>) {
        let begun = self.begun.get_or_init(|| self.begin_once()).await.clone();
        let view = lock_whole(&self.current).as_ref().map(|(_, view)| view.clone());
        let refused = begun.refused.filter(|_| view.is_none());
        (view, refused, begun.notice)
    }

    async fn begin_once(&self) -> Begun {
        let begun = match &self.beginning {
            Beginning::Settings => self.begin_as_before().await,
            Beginning::Practice => self.start_practice(PracticePoolName::Northwind).map(|_| None),
            Beginning::ConnectionFile(path) => self.begin_with(path).map(|_| None),
        };
        match begun {
            Ok(notice) => Begun {
                refused: None,
                notice,
            },
            Err(failure) => Begun {
                refused: Some(failure),
                notice: None,
            },
        }
    }

    fn begin_with(&self, path: &Path) -> Result<ConnectionView, Failure> {
        self.managed.now().own_connections()?;
        let offer = read_connection_file(path)?;
        self.connect(offer.connection, offer.client_secret)
    }

    async fn begin_as_before(&self) -> Result<Option<FailureCode>, Failure> {
        let decided = self.managed.now();
        let locked = decided.connection_rule() == ConnectionRule::Locked;
        let kept = match self.settings.open() {
            // Where IT alone says which connection it is, a file that can't be read is in nobody's way.
            Err(_) if locked => None,
            kept => kept?,
        };
        match kept {
            Some(mut kept) => {
                let newest = decided.newest(&kept.connection).cloned();
                if let Some(newest) = newest {
                    kept.connection = newest;
                } else if locked {
                    return self.connect_to_the_only_one().map(|()| None);
                }
                self.connect_as_kept(kept).await
            }
            None => self.connect_to_the_only_one().map(|()| None),
        }
    }

    async fn connect_as_kept(&self, kept: Kept) -> Result<Option<FailureCode>, Failure> {
        let secret = if kept.secret_in_keychain {
            keychain::client_secret(&kept.connection).await
        } else {
            Ok(None)
        };
        match secret {
            Ok(secret) => self.connect(kept.connection, secret).map(|_| None),
            // The connection is shown all the same, with what is wrong: unlocking may be all it takes.
            Err(failure) => self.connect(kept.connection, None).map(|_| Some(failure.code)),
        }
    }

    /// Where IT has locked a single connection, nobody has to choose.
    fn connect_to_the_only_one(&self) -> Result<(), Failure> {
        let decided = self.managed.now();
        match (decided.connection_rule(), decided.connections()) {
            (ConnectionRule::Locked, [only]) => self.connect(only.clone(), None).map(drop),
            _ => Ok(()),
        }
    }

    /// The connections of IT's to choose from, by their places in what was told last.
    pub fn choices(&self) -> Vec<ConnectionView> {
        let connections = self.managed.now().connections().to_vec();
        let view = |connection| ConnectionView::new(connection, false);
        let views = connections.iter().map(view).collect();
        *lock_whole(&self.choices) = connections;
        views
    }

    /// Works with one of IT's connections, by its place among the choices, and from the next start on too.
    ///
    /// # Errors
    /// `ConnectionEmpty` where there is none in that place; `ManagedByOrganisation` where it isn't IT's any more;
    /// `CaFileUnreadable`.
    pub fn choose(&self, place: usize) -> Result<Accepted, Failure> {
        let decided = self.managed.now();
        let seen = lock_whole(&self.choices).get(place).cloned();
        let seen = seen.ok_or(FailureCode::ConnectionEmpty)?;
        let chosen = decided.newest(&seen).ok_or(FailureCode::ManagedByOrganisation)?;
        let connection = self.connect(chosen.clone(), None)?;
        let kept = self.settings.keep(&Kept {
            connection: chosen.clone(),
            secret_in_keychain: false,
        });
        Ok(Accepted {
            connection,
            notice: kept.err().map(|failure| failure.code),
        })
    }

    /// Notes what came by a file or a link, until the window asks for it.
    pub fn arrive(&self, arrived: Arrived) {
        *lock_whole(&self.arrived) = Some(arrived);
    }

    /// Offers what came by a file or a link, if anything did. It is asked for once.
    pub async fn take_arrived(&self) -> Option<ArrivedOffer> {
        let arrived = lock_whole(&self.arrived).take()?;
        let read = match self.managed.now().own_connections() {
            // A file may lie on a computer far away.
            Ok(()) => tokio::task::spawn_blocking(move || arrivals::read(&arrived))
                .await
                .unwrap_or(Err(FailureCode::ConnectionUnreadable.into())),
            Err(managed) => Err(managed),
        };
        Some(match read {
            Ok(offer) => {
                let view = ConnectionView::new(&offer.connection, offer.client_secret.is_some());
                lock_whole(&self.offers).arrived = Some(offer);
                ArrivedOffer {
                    connection: Some(view),
                    refused: None,
                }
            }
            Err(failure) => ArrivedOffer {
                connection: None,
                refused: Some(failure),
            },
        })
    }

    /// The person doesn't want what arrived. What they chose themselves is on offer as before.
    pub fn decline(&self) {
        lock_whole(&self.offers).arrived = None;
    }

    /// Holds `offer` until the person takes it.
    pub fn offer(&self, offer: Offer) -> ConnectionView {
        let view = ConnectionView::new(&offer.connection, offer.client_secret.is_some());
        lock_whole(&self.offers).chosen = Some(offer);
        view
    }

    /// Takes the connection on offer, the one that `arrived` or the one that was chosen, and keeps it: its secret in the keychain, the rest in the
    /// settings. Where the keychain refuses, the connection works until the program closes.
    ///
    /// # Errors
    /// `CaFileUnreadable`; `ConnectionEmpty` where nothing is on offer; `ManagedByOrganisation`.
    pub async fn accept(&self, arrived: bool) -> Result<Accepted, Failure> {
        self.managed.now().own_connections()?;
        let offer = {
            let offers = lock_whole(&self.offers);
            if arrived {
                offers.arrived.clone()
            } else {
                offers.chosen.clone()
            }
        };
        let offer = offer.ok_or(FailureCode::ConnectionEmpty)?;
        let connection = self.connect(offer.connection.clone(), offer.client_secret.clone())?;
        let stored = match &offer.client_secret {
            Some(secret) => keychain::store_client_secret(&offer.connection, secret).await,
            None => Ok(()),
        };
        let kept = stored.and_then(|()| {
            self.settings.keep(&Kept {
                connection: offer.connection,
                secret_in_keychain: offer.client_secret.is_some(),
            })
        });
        *lock_whole(&self.offers) = Offers::default();
        Ok(Accepted {
            connection,
            notice: kept.err().map(|failure| failure.code),
        })
    }

    /// Works with one of the practice pools.
    ///
    /// # Errors
    /// None in practice: the practice connections are valid.
    pub fn start_practice(&self, pool: PracticePoolName) -> Result<ConnectionView, Failure> {
        let offer = Practice::offer(pool)?;
        let secret_configured = offer.client_secret.is_some();
        let view = ConnectionView::new(&offer.connection, secret_configured).of_practice(pool);
        let client = Client::over(offer.connection, offer.client_secret, self.practice.http_client());
        self.work_with(client, &view);
        Ok(view)
    }

    /// Leaves the connection at work. If it is the one that was kept, it is forgotten with its
    /// secret; a practice connection, or one for this time only, leaves the kept one alone. Where IT has locked a
    /// single connection, that one follows.
    ///
    /// # Errors
    /// `SettingsUnwritable`, or the keychain's codes: then the connection stays.
    pub async fn leave(&self) -> Result<(), Failure> {
        let current = lock_whole(&self.current)
            .clone()
            .ok_or(FailureCode::ConnectionEmpty)?;
        let current = current.0.connection().clone();
        let kept = self.settings.connection().unwrap_or_default();
        let decided = self.managed.now();
        let is_current =
            |kept: &Kept| kept.connection == current || decided.newest(&kept.connection) == Some(&current);
        if let Some(kept) = kept.filter(is_current) {
            if kept.secret_in_keychain {
                keychain::forget_client_secret(&kept.connection).await?;
            }
            self.settings.forget()?;
        }
        self.signing_in.forget();
        *lock_whole(&self.current) = None;
        self.connect_to_the_only_one()
    }

    /// The client at work.
    ///
    /// # Errors
    /// `ConnectionEmpty` where nothing is connected; `ManagedByOrganisation` where IT has locked the connections
    /// meanwhile, and this isn't one of them.
    pub fn client(&self) -> Result<Client, Failure> {
        let current = lock_whole(&self.current).clone();
        let (client, view) = current.ok_or(FailureCode::ConnectionEmpty)?;
        let decided = self.managed.now();
        let is_its = decided.connections().contains(client.connection());
        if !is_its && view.practice().is_none() {
            decided.own_connections()?;
        }
        Ok(client)
    }

    /// Waits for `call`, or until the person stops waiting.
    ///
    /// # Errors
    /// Those of `call`; `StoppedWaiting`, of which nobody knows whether it arrived.
    pub async fn wait_for<T>(&self, call: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
        tokio::select! {
            outcome = call => outcome,
            () = self.stopped.notified() => {
                Err(Failure::new(FailureCode::StoppedWaiting).retry(Retry::UnknownOutcome))
            }
        }
    }

    /// Ends every wait under way.
    pub fn stop_waiting(&self) {
        self.stopped.notify_waiters();
    }

    fn connect(
        &self,
        connection: Connection,
        secret: Option<ClientSecret>,
    ) -> Result<ConnectionView, Failure> {
        let view = ConnectionView::new(&connection, secret.is_some());
        let client = Client::new(connection, secret, &self.managed.now().network())?;
        self.work_with(client, &view);
        Ok(view)
    }

    /// Changes to another connection. A sign-in at the one before is over.
    fn work_with(&self, client: Client, view: &ConnectionView) {
        self.signing_in.forget();
        *lock_whole(&self.current) = Some((client, view.clone()));
    }
}
