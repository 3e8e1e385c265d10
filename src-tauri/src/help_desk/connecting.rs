//! The connections of the desk: keeping one, turning to it, removing it.

use access::keychain;
use cognito::{AppClient, ClientSecret, Connection, Failure, FailureCode, PoolSettings, SignInName};
use desk::PoolAtHand;

use super::kept::{Colour, KeptConnection};
use super::{AtHand, Desk, State, lock_whole, practising};
use crate::view::{ConnectionForm, DeskConnection};

/// A connection to work with, and who brings it.
pub(super) struct AtWork {
    /// As it is kept, or would be.
    pub connection: KeptConnection,
    /// Whether IT brings it.
    pub managed: bool,
}

impl State {
    /// The pools to work with.
    pub(super) fn connections(&self) -> Vec<DeskConnection> {
        if self.practice.is_some() {
            return practising::connections();
        }
        let endpoint = self.foreign_endpoints();
        let view = |AtWork { connection, managed }| DeskConnection {
            id: connection.id,
            name: connection.name,
            organisation: connection.organisation,
            region: connection.region,
            pool_id: connection.pool_id,
            client_id: connection.client_id,
            client_name: connection.client_name,
            secret_configured: connection.secret_in_keychain,
            colour: connection.colour,
            production: connection.production,
            endpoint: endpoint.clone(),
            practice: false,
            managed,
        };
        self.all_connections().into_iter().map(view).collect()
    }

    /// IT's connections, and after them this desk's own where it may have some.
    fn all_connections(&self) -> Vec<AtWork> {
        let decided = self.managed.now();
        let endpoint = &self.kept.endpoints.cognito;
        // A pool that answers elsewhere than where this desk speaks to can't be reached from it.
        let reachable =
            |connection: &&Connection| connection.endpoint.is_none() || connection.endpoint == *endpoint;
        let managed = decided
            .connections()
            .iter()
            .filter(reachable)
            .map(|connection| AtWork {
                connection: as_kept(connection),
                managed: true,
            });
        let mut all: Vec<AtWork> = managed.collect();
        if decided.own_connections().is_ok() {
            for own in &self.kept.connections {
                if !all.iter().any(|other| other.connection.id == own.id) {
                    all.push(AtWork {
                        connection: own.clone(),
                        managed: false,
                    });
                }
            }
        }
        all
    }

    /// One of the desk's connections.
    ///
    /// # Errors
    /// `ConnectionEmpty` if there is none of this id.
    pub(super) fn kept_connection(&self, id: &str) -> Result<AtWork, Failure> {
        self.all_connections()
            .into_iter()
            .find(|one| one.connection.id == id)
            .ok_or(FailureCode::ConnectionEmpty.into())
    }

    /// The id of the one at work.
    pub(super) fn current(&self) -> Option<String> {
        match &self.practice {
            Some(practice) => practice.current.clone(),
            None => {
                let all = self.all_connections();
                let is_there = |id: &String| all.iter().any(|one| one.connection.id == *id);
                let last = self.kept.current.clone().filter(is_there);
                last.or_else(|| all.first().map(|one| one.connection.id.clone()))
            }
        }
    }

    fn connection(&self, id: &str) -> Result<DeskConnection, Failure> {
        self.connections()
            .into_iter()
            .find(|connection| connection.id == id)
            .ok_or(FailureCode::ConnectionEmpty.into())
    }
}

impl Desk {
    /// Keeps a connection and turns to it. The app client's secret goes to the keychain without anyone seeing it.
    ///
    /// # Errors
    /// `ConnectionWrongValue` with the field as `detail`; those of reading the pool; `SettingsUnwritable`;
    /// `ManagedByOrganisation` where only IT's connections are worked with, or this is one of them.
    pub async fn keep_connection(&self, form: ConnectionForm) -> Result<DeskConnection, Failure> {
        {
            let state = lock_whole(&self.state);
            state.not_practising()?;
            let decided = state.managed.now();
            decided.own_connections()?;
            let id = id_of(&form.pool_id, form.client_id.as_deref());
            let of_its = |one: &Connection| {
                let managed = id_of(&one.user_pool_id, Some(&one.client_id));
                managed == id || form.id.as_ref() == Some(&managed)
            };
            if decided.connections().iter().any(of_its) {
                return Err(FailureCode::ManagedByOrganisation.into());
            }
        }
        let name = form.name.trim().to_owned();
        let organisation = form.organisation.map(|text| text.trim().to_owned());
        let organisation = organisation.filter(|text| !text.is_empty());
        let admin = self.admin(&form.region)?;
        let pool = self.wait_for(admin.describe_user_pool(&form.pool_id)).await?;
        let described = match &form.client_id {
            Some(client_id) => self.described_client(&admin, &form.pool_id, client_id).await?,
            None => None,
        };
        let (client, secret) = described.unzip();
        let mut kept = KeptConnection {
            id: form
                .id
                .unwrap_or_else(|| id_of(&form.pool_id, form.client_id.as_deref())),
            name,
            organisation,
            region: form.region,
            pool_id: form.pool_id,
            client_id: form.client_id,
            client_name: client.as_ref().map(|client| client.name.clone()),
            secret_in_keychain: false,
            colour: form.colour,
            production: form.production,
        };
        let connection = self.as_connection(&kept, &pool)?;
        // Without the secret the desk does all but export it: a keychain that refuses stops nothing here.
        if let Some(secret) = secret.flatten() {
            let stored = keychain::store_client_secret(&connection, &secret).await;
            kept.secret_in_keychain = stored.is_ok();
        }
        let id = kept.id.clone();
        self.change_kept(&mut lock_whole(&self.state), |all| {
            all.connections.retain(|other| other.id != id);
            all.connections.push(kept);
            all.current = Some(id.clone());
        })?;
        self.turn_to(&id, pool, client).await
    }

    /// Turns to a connection: reads its pool anew.
    ///
    /// # Errors
    /// `ConnectionEmpty` for one that isn't there; those of reading the pool. Then the desk stays where it was.
    pub async fn choose_connection(&self, id: &str) -> Result<DeskConnection, Failure> {
        let chosen = lock_whole(&self.state).connection(id)?;
        let admin = self.admin(&chosen.region)?;
        let pool = self.wait_for(admin.describe_user_pool(&chosen.pool_id)).await?;
        let client = match &chosen.client_id {
            Some(client_id) => self.described_client(&admin, &chosen.pool_id, client_id).await?,
            None => None,
        };
        self.turn_to(id, pool, client.map(|(client, _secret)| client))
            .await
    }

    async fn turn_to(
        &self,
        id: &str,
        pool: PoolSettings,
        client: Option<AppClient>,
    ) -> Result<DeskConnection, Failure> {
        let chosen = lock_whole(&self.state).connection(id)?;
        let admin = self.admin(&chosen.region)?;
        self.searches.end().await;
        self.forget_temporary_password();
        let mut state = lock_whole(&self.state);
        // What was refused may have been allowed since.
        state.denied.clear();
        state.at_hand = Some(AtHand {
            id: id.to_owned(),
            admin,
            pool: PoolAtHand {
                connection: chosen.name.clone(),
                pool,
                client,
            },
        });
        match &mut state.practice {
            Some(practice) => practice.current = Some(id.to_owned()),
            None => {
                state.kept.current = Some(id.to_owned());
                // Where the desk was is a convenience: a disk that is full doesn't stop it.
                let _not_kept = self.keep(&state);
            }
        }
        Ok(chosen)
    }

    /// Goes back to the connection that was at work. A pool that can't be read now is read when it is used.
    pub(super) async fn return_to_connection(&self) {
        let current = lock_whole(&self.state).current();
        if let Some(id) = current {
            let _read_later = self.choose_connection(&id).await;
        }
    }

    /// Removes a connection, and its secret from the keychain. If it was at work, the desk turns to the one that was
    /// kept last of those that remain.
    ///
    /// # Errors
    /// `NotAllowedHere` while practising; `ManagedByOrganisation` for one of IT's; the `Keychain…` codes, `SettingsUnwritable`: then it is still there.
    pub async fn remove_connection(&self, id: &str) -> Result<(), Failure> {
        let kept = {
            let state = lock_whole(&self.state);
            state.not_practising()?;
            state.kept_connection(id)
        };
        let kept = match kept {
            Ok(AtWork { managed: true, .. }) => return Err(FailureCode::ManagedByOrganisation.into()),
            Ok(own) => own.connection,
            Err(_) => return Ok(()),
        };
        // A file that can't be written is noticed before anything is gone.
        self.keep(&lock_whole(&self.state))?;
        if kept.secret_in_keychain {
            keychain::forget_client_secret(&self.addressed(&kept)).await?;
        }
        let was_at_work = {
            let mut state = lock_whole(&self.state);
            let was_at_work = state.kept.current.as_deref() == Some(id);
            self.change_kept(&mut state, |all| {
                all.connections.retain(|other| other.id != id);
                if was_at_work {
                    all.current = all.connections.last().map(|other| other.id.clone());
                }
            })?;
            if was_at_work {
                state.at_hand = None;
            }
            was_at_work
        };
        if was_at_work {
            self.searches.end().await;
            self.return_to_connection().await;
        }
        Ok(())
    }

    /// The secret of a kept connection's app client, where the keychain holds it.
    ///
    /// # Errors
    /// The `Keychain…` codes.
    pub(super) async fn client_secret(&self, kept: &KeptConnection) -> Result<Option<ClientSecret>, Failure> {
        if kept.secret_in_keychain {
            keychain::client_secret(&self.addressed(kept)).await
        } else {
            Ok(None)
        }
    }

    /// The connection as end users have it.
    ///
    /// # Errors
    /// `ConnectionWrongValue` with the key as `detail`.
    pub(super) fn as_connection(
        &self,
        kept: &KeptConnection,
        pool: &PoolSettings,
    ) -> Result<Connection, Failure> {
        let mut connection = self.addressed(kept);
        connection.sign_in_names = sign_in_names(pool);
        connection.case_sensitive = pool.case_sensitive;
        connection.password_policy = Some(pool.password_policy);
        connection.temporary_password_days = Some(pool.temporary_password_days);
        if kept.client_id.is_some() {
            connection.validate()?;
        } else {
            connection.validate_words()?;
        }
        Ok(connection)
    }

    fn addressed(&self, kept: &KeptConnection) -> Connection {
        let endpoint = lock_whole(&self.state).kept.endpoints.cognito.clone();
        Connection {
            name: kept.name.clone(),
            organisation: kept.organisation.clone(),
            region: kept.region.clone(),
            user_pool_id: kept.pool_id.clone(),
            client_id: kept.client_id.clone().unwrap_or_default(),
            endpoint,
            sign_in_names: Vec::new(),
            case_sensitive: true,
            password_policy: None,
            temporary_password_days: None,
            help_desk: None,
            ca_file: None,
        }
    }
}

/// Names a connection among the others.
fn id_of(pool_id: &str, client_id: Option<&str>) -> String {
    format!("{pool_id}/{}", client_id.unwrap_or_default())
}

/// A connection of IT's as the desk would keep it. What is said to be in use is taken to be.
fn as_kept(connection: &Connection) -> KeptConnection {
    KeptConnection {
        id: id_of(&connection.user_pool_id, Some(&connection.client_id)),
        name: connection.name.clone(),
        organisation: connection.organisation.clone(),
        region: connection.region.clone(),
        pool_id: connection.user_pool_id.clone(),
        client_id: Some(connection.client_id.clone()),
        client_name: None,
        secret_in_keychain: false,
        colour: Colour::Blue,
        production: true,
    }
}

/// Under what people of this pool sign in: contacts that are user names; else user names, and the contacts that stand
/// in for them.
fn sign_in_names(pool: &PoolSettings) -> Vec<SignInName> {
    if pool.username_contacts.is_empty() {
        let mut names = vec![SignInName::Username];
        names.extend(pool.alias_contacts.iter().copied());
        names
    } else {
        pool.username_contacts.clone()
    }
}
