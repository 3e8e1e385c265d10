//! Looking at pools before one is chosen: where they are, what they are set to, what this access may do there.

use std::collections::BTreeMap;

use cognito::{AdminClient, Failure, FailureCode, ListedPool, Username};
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
        let mut pools = Vec::new();
        let mut page = None;
        for _ in 0..MOST_PAGES {
            let answer = self.wait_for(admin.list_user_pools(page.as_ref())).await?;
            pools.extend(answer.pools);
            page = answer.next;
            if page.is_none() {
                break;
            }
        }
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
                asked.spawn(async move { admin.list_user_pools(None).await });
            }
            let next = async { Ok(asked.join_next().await) };
            match self.wait_for(next).await? {
                Some(Ok(Ok(page))) => {
                    answered = true;
                    found.extend(page.pools);
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
    /// `PoolNotFound`; those of the access and the way there.
    pub async fn app_clients(&self, region: &str, pool_id: &str) -> Result<Vec<AppClientChoice>, Failure> {
        let admin = self.admin(region)?;
        let mut choices = Vec::new();
        let mut page = None;
        for _ in 0..MOST_PAGES {
            let answer = self
                .wait_for(admin.list_app_clients(pool_id, page.as_ref()))
                .await?;
            for listed in answer.clients {
                let described = self
                    .wait_for(admin.describe_app_client(pool_id, &listed.id))
                    .await;
                let client = match described {
                    Ok((client, _secret)) => Some(client),
                    Err(failure) if failure.code == FailureCode::StoppedWaiting => return Err(failure),
                    Err(_) => None,
                };
                choices.push(AppClientChoice {
                    id: listed.id,
                    name: listed.name,
                    client,
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
        let client = match client_id {
            Some(id) => self.wait_for(admin.describe_app_client(pool_id, id)).await.ok(),
            None => None,
        };
        let client = client.map(|(client, _secret)| client);
        let permissions = self
            .wait_for(self.permissions(&admin, pool_id, client_id))
            .await?;
        Ok(PoolReport {
            health: health(&settings, client.as_ref()),
            permissions,
            settings,
            client,
        })
    }

    async fn permissions(
        &self,
        admin: &AdminClient,
        pool_id: &str,
        client_id: Option<&str>,
    ) -> Result<Vec<Permission>, Failure> {
        let nobody = Username::parse(NOBODY, &[])?;
        let mut tried = BTreeMap::new();
        let mut note = |action: &str, outcome: Result<(), Failure>| {
            let allowed = match outcome {
                Ok(()) => true,
                Err(failure) if failure.code == FailureCode::AccessDenied => false,
                // Any other refusal of the service comes after its permission check.
                Err(failure) if failure.request_id.is_some() => true,
                Err(_) => return,
            };
            tried.insert(action.to_owned(), allowed);
        };
        note("ListUserPools", admin.list_user_pools(None).await.map(drop));
        let described = admin.describe_user_pool(pool_id).await;
        let factors_read = described.as_ref().ok().map(|pool| pool.factors.is_some());
        note("DescribeUserPool", described.map(drop));
        note(
            "ListUserPoolClients",
            admin.list_app_clients(pool_id, None).await.map(drop),
        );
        if let Some(client_id) = client_id {
            let described = admin.describe_app_client(pool_id, client_id).await;
            note("DescribeUserPoolClient", described.map(drop));
        }
        note(
            "ListUsers",
            admin.list_users(pool_id, None, None, 1).await.map(drop),
        );
        note("AdminGetUser", admin.get_user(pool_id, &nobody).await.map(drop));
        note(
            "AdminListGroupsForUser",
            admin.groups_of_user(pool_id, &nobody).await.map(drop),
        );
        if let Some(read) = factors_read {
            tried.insert("GetUserPoolMfaConfig".to_owned(), read);
        }
        for action in &lock_whole(&self.state).denied {
            tried.entry(action.clone()).or_insert(false);
        }
        Ok(standings(Job::HelpDesk, &tried))
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
