//! The desk on the practice pools: everything works, and nobody's account is touched.

use access::Caller;
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use cognito::{AdminClient, ClientSecret, Failure, FailureCode};
use practice::seeds::{ACCESS_KEY, SeededPool};

use super::kept::{Colour, DeskSettings, KeptConnection};
use super::lock::Moment;
use super::{Desk, lock_whole};
use crate::practice::{DESK_POOLS, Practice};
use crate::view::{AccessView, AccessWay, DeskConnection, DeskStart};

/// The practice pools, as the desk reaches them.
pub struct PracticeDesk {
    admin: AdminClient,
    /// The id of the pool at work.
    pub(super) current: Option<String>,
    /// Whether the desk was locked, or has been since: practising opens nothing but the practice pools.
    pub(super) locks_after: bool,
    /// The desk's settings as they are tried out: they end with practising.
    pub(super) settings: DeskSettings,
}

impl PracticeDesk {
    fn new(practice: &Practice, locks_after: bool, settings: DeskSettings) -> Result<Self, Failure> {
        let (id, secret) = ACCESS_KEY;
        let credentials = Credentials::new(id, secret, None, None, "practice");
        let admin = AdminClient::over(
            DESK_POOLS[0].region,
            Some(&Practice::endpoint()?),
            SharedCredentialsProvider::new(credentials),
            practice.http_client(),
        )?;
        Ok(Self {
            admin,
            current: None,
            locks_after,
            settings,
        })
    }

    /// Speaks to the practice pools.
    pub(super) fn admin(&self) -> AdminClient {
        self.admin.clone()
    }

    /// Who one is there.
    pub(super) fn access_view(&self) -> AccessView {
        AccessView {
            way: AccessWay::Practice,
            caller: Caller {
                account: "111122223333".to_owned(),
                account_name: None,
                arn: "arn:aws:iam::111122223333:user/practice-helpdesk".to_owned(),
                name: "practice-helpdesk".to_owned(),
            },
            label: String::new(),
            role: None,
            region: Some(DESK_POOLS[0].region.to_owned()),
            kept: false,
            notice: None,
        }
    }
}

/// The practice pools as connections of the desk.
pub(super) fn connections() -> Vec<DeskConnection> {
    DESK_POOLS.iter().map(|pool| connection(pool)).collect()
}

fn connection(pool: &SeededPool) -> DeskConnection {
    let mut name = pool.name.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    DeskConnection {
        id: pool.pool_id.to_owned(),
        organisation: Some(name.clone()),
        name,
        region: pool.region.to_owned(),
        pool_id: pool.pool_id.to_owned(),
        client_id: Some(pool.client_id.to_owned()),
        client_name: Some("readmit".to_owned()),
        secret_configured: pool.client_secret.is_some(),
        colour: match pool.name {
            "northwind" => Colour::Blue,
            "fabrikam" => Colour::Green,
            _ => Colour::Violet,
        },
        production: false,
        endpoint: None,
        practice: true,
        managed: false,
    }
}

impl Desk {
    /// Turns to the practice pools. What the desk works with otherwise is left as it is.
    ///
    /// # Errors
    /// None in practice: the practice pools answer.
    pub async fn start_practice(&self) -> Result<DeskStart, Failure> {
        self.begun.get_or_init(|| self.begin_once()).await;
        self.turn_to_practice().await?;
        Ok(self.start())
    }

    /// Turns to the practice pools, without a word on where that leads.
    pub(super) async fn turn_to_practice(&self) -> Result<(), Failure> {
        let locked = self.lock.is_locked(Moment::now(), self.lock_limit());
        self.lock.unlock(Moment::now());
        let settings = lock_whole(&self.state).kept.settings.clone();
        let practice = PracticeDesk::new(&self.practice, locked, settings)?;
        {
            let mut state = lock_whole(&self.state);
            state.at_hand = None;
            state.denied.clear();
            state.practice = Some(practice);
        }
        self.choose_connection(DESK_POOLS[0].pool_id).await.map(drop)
    }

    /// Goes back from the practice pools.
    pub fn leave_practice(&self) -> DeskStart {
        let locked = self.lock.is_locked(Moment::now(), self.lock_limit());
        {
            let mut state = lock_whole(&self.state);
            let locks = locked
                || state
                    .practice
                    .as_ref()
                    .is_some_and(|practice| practice.locks_after);
            if locks {
                self.lock.lock();
            }
            state.practice = None;
            state.at_hand = None;
            state.denied.clear();
        }
        self.forget_temporary_password();
        self.start()
    }
}

/// The secret of a practice pool's app client. It guards nothing but made-up people.
///
/// # Errors
/// `SecretMissing` where there is none.
pub(super) fn client_secret(id: &str) -> Result<ClientSecret, Failure> {
    let pool = DESK_POOLS.iter().find(|pool| pool.pool_id == id);
    let secret = pool.and_then(|pool| pool.client_secret);
    ClientSecret::parse(secret.ok_or(FailureCode::SecretMissing)?.into())
}

/// A practice pool as a connection that is kept: to be exported like any other. Its secret is in no keychain.
pub(super) fn kept(id: &str) -> Option<KeptConnection> {
    let pool = DESK_POOLS.iter().find(|pool| pool.pool_id == id)?;
    let view = connection(pool);
    Some(KeptConnection {
        id: view.id,
        name: view.name,
        organisation: view.organisation,
        region: view.region,
        pool_id: view.pool_id,
        client_id: view.client_id,
        client_name: view.client_name,
        secret_in_keychain: false,
        colour: view.colour,
        production: false,
    })
}
