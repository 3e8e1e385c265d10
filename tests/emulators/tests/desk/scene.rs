//! The pool that the desk works on, and who looks at it.

use cognito::{AdminClient, Failure, Filter, FilterAttribute, FilterMatch, UserStatus, Username};
use desk::permissions::{Job, policy};
use emulators::{REGION, admin_client, credentials, username};
use peers::{Administrator, Identity, MadePool, Ministack, PoolSpec, SignedIn, UserSpec};

pub const BEFORE: &str = "Before-2026!";

pub const AFTER: &str = "After the summer, 2026";

pub const EMAIL: &str = "maria@example.com";

pub const PHONE: &str = "+4915112349934";

/// A ministack with a pool, and the desk's client with the key of somebody who has the policy for
/// work on many.
pub struct Scene {
    pub ministack: Ministack,
    pub administrator: Administrator,
    pub pool: MadePool,
    pub client: AdminClient,
}

impl Scene {
    pub async fn set(spec: PoolSpec) -> Result<Self, Box<dyn std::error::Error>> {
        let ministack = Ministack::start()?;
        let pool = ministack.create_pool(&spec).await?;
        let key = ministack.create_iam_user("desk")?;
        let policy = policy(Job::Bulk, REGION, Ministack::ACCOUNT, &pool.pool_id).ok_or("no policy")?;
        ministack.allow(Identity::User("desk"), &policy)?;
        Ok(Self {
            administrator: ministack.administrator(),
            client: admin_client(ministack.base_url(), credentials(&key, None))?,
            pool,
            ministack,
        })
    }

    /// With maria in the pool, her email verified, her phone not.
    pub async fn with_maria() -> Result<(Self, Username), Box<dyn std::error::Error>> {
        let scene = Self::set(PoolSpec::default()).await?;
        let maria = UserSpec {
            username: "maria",
            password: Some(BEFORE),
            email: Some((EMAIL, true)),
            phone: Some((PHONE, false)),
        };
        scene.administrator.create_user(&scene.pool, &maria).await?;
        Ok((scene, username("maria")?))
    }

    pub async fn sign_in(&self, name: &str, password: &str) -> Result<SignedIn, peers::Error> {
        self.administrator.sign_in(&self.pool, name, password).await
    }

    pub async fn status(&self, name: &str) -> Result<String, peers::Error> {
        Ok(self.administrator.observe(&self.pool, name).await?.status)
    }

    /// How the desk's own client sees somebody: in a list, and opened.
    pub async fn seen(&self, name: &Username) -> Result<(UserStatus, bool), Failure> {
        let opened = self.client.get_user(&self.pool.pool_id, name).await?.user;
        let filter = Filter::new(FilterAttribute::Username, FilterMatch::Whole, name.as_str())?;
        let listed = self
            .client
            .list_users(&self.pool.pool_id, Some(&filter), None, 60)
            .await?
            .users;
        assert!(listed == [opened.clone()], "a list and the opened user differ");
        Ok((opened.status, opened.enabled))
    }
}

/// A sign-in that was refused with this error code.
pub fn refused(code: &str) -> SignedIn {
    SignedIn::No(code.to_owned())
}
