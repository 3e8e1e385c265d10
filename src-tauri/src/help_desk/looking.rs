//! Looking at pools before one is chosen: where they are, what they are set to, what this access may do there.

use std::collections::BTreeMap;

use cognito::{AdminClient, AppClient, ClientSecret, Failure, FailureCode, ListedPool, Username};
use desk::find::Pace;
use desk::health::health;
use desk::permissions::{Job, Permission, policy, standings};
use tokio::task::JoinSet;

use super::{Desk, lock_whole, regions};
use crate::view::{AppClientChoice, PoolReport, Regions};

/// How many Regions are asked at once: `ListUserPools` takes 15 requests a second, per Region.
const REGIONS_AT_ONCE: usize = 8;
/// A user name that nobody has: asking for it tells whether asking is allowed, and counts nobody as active.
const NOBODY: &str = "readmit-permission-check-nobody";
/// The most pages of pools or app clients that are read: the service's limit is 1,000 each, 60 a page.
const MOST_PAGES: usize = 17;
/// App clients that are described in a second: the service takes five for one pool (quota "Resource-level").
const CLIENTS_A_SECOND: usize = 4;

/// Which IAM actions were tried, and whether AWS let them through.
#[derive(Default)]
struct Tried(BTreeMap<String, bool>);

impl Tried {
    fn found(&mut self, action: &str, allowed: bool) {
        self.0.insert(action.to_owned(), allowed);
    }

    /// Notes what a call says of its own action.
    fn note(&mut self, action: &str, outcome: Result<(), &Failure>) {
        match outcome {
            Ok(()) => self.found(action, true),
            Err(failure) if failure.code == FailureCode::AccessDenied => self.found(action, false),
            // Any other refusal of the service comes after its permission check.
            Err(failure) if failure.request_id.is_some() => self.found(action, true),
            Err(_) => {}
        }
    }
}

impl Desk {
    /// The Regions that this access reaches; all of them where there is none yet.
    pub fn regions(&self) -> Regions {
        let view = lock_whole(&self.state).access_view();
        let arn = view.as_ref().map(|view| view.caller.arn.clone());
        Regions {
            all: regions::reachable(&arn.unwrap_or_default())
                .map(str::to_owned)
                .collect(),
            guess: view.and_then(|view| view.region),
        }
    }

    /// The pools of one Region.
    ///
    /// # Errors
    /// `NoPoolsHere`; `RegionMalformed`; those of the access and the way there.
    pub async fn pools(&self, region: &str) -> Result<Vec<ListedPool>, Failure> {
        if !cognito::is_region(region) {
            return Err(FailureCode::RegionMalformed.into());
        }
        let admin = self.admin(region)?;
        let mut pools = self.wait_for(all_pools(&admin)).await?;
        if pools.is_empty() {
            return Err(FailureCode::NoPoolsHere.into());
        }
        pools.sort_by_key(|pool| pool.name.to_lowercase());
        Ok(pools)
    }

    /// The pools of every Region whose name holds `name`. Regions that can't be asked (not switched on for
    /// the account, or not permitted) are passed over, unless none can.
    ///
    /// # Errors
    /// What is in the way, if no Region answered, or if none is found and a Region couldn't be asked just now.
    pub async fn pools_everywhere(&self, name: &str) -> Result<Vec<ListedPool>, Failure> {
        let wanted = name.trim().to_lowercase();
        let mut left = self.regions().all.into_iter();
        let mut asked = JoinSet::new();
        let (mut found, mut trouble) = (Vec::new(), None);
        let (mut answered, mut unasked) = (false, false);
        loop {
            while asked.len() < REGIONS_AT_ONCE
                && let Some(region) = left.next()
            {
                let admin = self.admin(&region)?;
                asked.spawn(async move { all_pools(&admin).await });
            }
            let next = async { Ok(asked.join_next().await) };
            match self.wait_for(next).await? {
                Some(Ok(Ok(pools))) => {
                    answered = true;
                    found.extend(pools);
                }
                Some(Ok(Err(failure))) => {
                    // Worse than a Region that isn't one's own is one that can't be asked just now.
                    let own = !matches!(
                        failure.code,
                        FailureCode::AccessDenied | FailureCode::AccessInvalid
                    );
                    if trouble.is_none() || own {
                        trouble = Some(failure);
                    }
                    unasked |= own;
                }
                Some(Err(_)) => {}
                None => break,
            }
        }
        found.retain(|pool: &ListedPool| pool.name.to_lowercase().contains(&wanted));
        found.sort_by_key(|pool| (pool.name.to_lowercase(), pool.region.clone()));
        match trouble {
            Some(failure) if !answered || (found.is_empty() && unasked) => Err(failure),
            _ => Ok(found),
        }
    }

    /// The app clients of a pool, with what each can do where that may be read.
    ///
    /// # Errors
    /// `PoolNotFound`; those of the access and the way there; `StoppedWaiting`.
    pub async fn app_clients(&self, region: &str, pool_id: &str) -> Result<Vec<AppClientChoice>, Failure> {
        let admin = self.admin(region)?;
        let pace = Pace::of(CLIENTS_A_SECOND);
        let mut choices = Vec::new();
        let mut page = None;
        for _ in 0..MOST_PAGES {
            let answer = self
                .wait_for(admin.list_app_clients(pool_id, page.as_ref()))
                .await?;
            for listed in answer.clients {
                pace.turn().await;
                let described = self.described_client(&admin, pool_id, &listed.id).await?;
                choices.push(AppClientChoice {
                    id: listed.id,
                    name: listed.name,
                    client: described.map(|(client, _secret)| client),
                });
            }
            page = answer.next;
            if page.is_none() {
                break;
            }
        }
        Ok(choices)
    }

    /// Reads a pool's settings, its health, and what this access may do there, by reading harmlessly.
    ///
    /// # Errors
    /// Those of reading the pool itself; what else can't be read is among the permissions.
    pub async fn examine(
        &self,
        region: &str,
        pool_id: &str,
        client_id: Option<&str>,
    ) -> Result<PoolReport, Failure> {
        let admin = self.admin(region)?;
        let settings = self.wait_for(admin.describe_user_pool(pool_id)).await?;
        let mut tried = Tried::default();
        tried.note("DescribeUserPool", Ok(()));
        tried.found("GetUserPoolMfaConfig", settings.factors.is_some());
        let mut client = None;
        if let Some(id) = client_id {
            let described = self.wait_for(admin.describe_app_client(pool_id, id)).await;
            tried.note("DescribeUserPoolClient", described.as_ref().map(drop));
            client = described.ok().map(|(client, _secret)| client);
        }
        let permissions = self.wait_for(self.permissions(&admin, pool_id, tried)).await?;
        Ok(PoolReport {
            health: health(&settings, client.as_ref()),
            permissions,
            settings,
            client,
        })
    }

    /// An app client, with its secret, if this access may read it.
    ///
    /// # Errors
    /// All but `AccessDenied` and `ClientNotFound`.
    pub(super) async fn described_client(
        &self,
        admin: &AdminClient,
        pool_id: &str,
        client_id: &str,
    ) -> Result<Option<(AppClient, Option<ClientSecret>)>, Failure> {
        match self.wait_for(admin.describe_app_client(pool_id, client_id)).await {
            Ok(described) => Ok(Some(described)),
            Err(failure)
                if matches!(
                    failure.code,
                    FailureCode::AccessDenied | FailureCode::ClientNotFound
                ) =>
            {
                Ok(None)
            }
            Err(failure) => Err(failure),
        }
    }

    /// What this access may do with a pool, where some of it was `tried` before.
    async fn permissions(
        &self,
        admin: &AdminClient,
        pool_id: &str,
        mut tried: Tried,
    ) -> Result<Vec<Permission>, Failure> {
        let nobody = Username::parse(NOBODY, &[])?;
        tried.note(
            "ListUserPools",
            admin.list_user_pools(None).await.as_ref().map(drop),
        );
        let clients = admin.list_app_clients(pool_id, None).await;
        tried.note("ListUserPoolClients", clients.as_ref().map(drop));
        let users = admin.list_users(pool_id, None, None, 1).await;
        tried.note("ListUsers", users.as_ref().map(drop));
        let user = admin.get_user(pool_id, &nobody).await;
        tried.note("AdminGetUser", user.as_ref().map(drop));
        let groups = admin.groups_of_user(pool_id, &nobody).await;
        tried.note("AdminListGroupsForUser", groups.as_ref().map(drop));
        for action in &lock_whole(&self.state).denied {
            tried.0.entry(action.clone()).or_insert(false);
        }
        Ok(standings(Job::HelpDesk, &tried.0))
    }

    /// The least-privilege policy for a job on one pool, as JSON.
    ///
    /// # Errors
    /// `AccessMissing` without access: the policy names the account.
    pub fn policy(&self, job: Job, region: &str, pool_id: &str) -> Result<String, Failure> {
        let view = lock_whole(&self.state).access_view();
        let account = view.ok_or(FailureCode::AccessMissing)?.caller.account;
        policy(job, region, &account, pool_id).ok_or(FailureCode::InputRefused.into())
    }
}

/// The pools of one Region, page by page.
async fn all_pools(admin: &AdminClient) -> Result<Vec<ListedPool>, Failure> {
    let mut pools = Vec::new();
    let mut page = None;
    for _ in 0..MOST_PAGES {
        let answer = admin.list_user_pools(page.as_ref()).await?;
        pools.extend(answer.pools);
        page = answer.next;
        if page.is_none() {
            break;
        }
    }
    Ok(pools)
}
