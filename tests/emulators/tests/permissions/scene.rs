//! The pool that policies are for, and every operation tried on it.

use std::collections::BTreeSet;

use cognito::{
    AdminClient, Failure, FailureCode, InvitationMedium, PasswordLife, Retry, SecondFactor, Username,
};
use desk::permissions::{Job, policy};
use emulators::{REGION, admin_client, credentials, password, username};
use peers::{IamKey, Identity, MadePool, Ministack, Observed, PoolSpec, UserSpec};

pub const GROUP: &str = "staff";

pub const AFTER: &str = "After the summer, 2026";

/// A ministack with a pool, and maria in it.
pub struct Scene {
    pub ministack: Ministack,
    pub pool: MadePool,
}

impl Scene {
    pub async fn set() -> Result<Self, peers::Error> {
        let ministack = Ministack::start()?;
        let pool = populated(&ministack).await?;
        Ok(Self { ministack, pool })
    }

    /// A new IAM user with a key, who may do what this job's policy for the pool allows.
    pub fn somebody_for(&self, name: &str, job: Job) -> Result<IamKey, Box<dyn std::error::Error>> {
        let key = self.ministack.create_iam_user(name)?;
        self.ministack.allow(Identity::User(name), &self.policy(job)?)?;
        Ok(key)
    }

    pub fn policy(&self, job: Job) -> Result<String, &'static str> {
        policy(job, REGION, Ministack::ACCOUNT, &self.pool.pool_id).ok_or("no policy for this pool")
    }

    pub fn client(&self, key: &IamKey) -> Result<AdminClient, Box<dyn std::error::Error>> {
        admin_client(self.ministack.base_url(), credentials(key, None))
    }

    pub async fn maria(&self) -> Result<Observed, peers::Error> {
        self.ministack.administrator().observe(&self.pool, "maria").await
    }
}

pub async fn populated(ministack: &Ministack) -> Result<MadePool, peers::Error> {
    let administrator = ministack.administrator();
    let pool = ministack.create_pool(&PoolSpec::default()).await?;
    let maria = UserSpec {
        username: "maria",
        password: Some("Before-2026!"),
        email: Some(("maria@example.com", true)),
        phone: Some(("+4915112349934", false)),
    };
    administrator.create_user(&pool, &maria).await?;
    administrator.put_in_group(&pool, GROUP, "maria").await?;
    Ok(pool)
}

/// What came of an operation, by the action that allows it.
pub type Came = Vec<(&'static str, Result<(), Failure>)>;

/// Every read but `GetUserPoolMfaConfig`, which goes with `DescribeUserPool`.
pub async fn reads(client: &AdminClient, pool: &MadePool, who: &Username) -> Came {
    let id = pool.pool_id.as_str();
    vec![
        ("ListUserPools", client.list_user_pools(None).await.map(drop)),
        ("DescribeUserPool", client.describe_user_pool(id).await.map(drop)),
        (
            "ListUserPoolClients",
            client.list_app_clients(id, None).await.map(drop),
        ),
        (
            "DescribeUserPoolClient",
            client.describe_app_client(id, &pool.client_id).await.map(drop),
        ),
        ("ListUsers", client.list_users(id, None, None, 60).await.map(drop)),
        ("AdminGetUser", client.get_user(id, who).await.map(drop)),
        (
            "AdminListGroupsForUser",
            client.groups_of_user(id, who).await.map(drop),
        ),
        ("ListGroups", client.list_groups(id, None).await.map(drop)),
        (
            "ListUsersInGroup",
            client.users_in_group(id, GROUP, None).await.map(drop),
        ),
    ]
}

/// Every act.
pub async fn acts(client: &AdminClient, pool: &MadePool, who: &Username) -> Result<Came, Failure> {
    let id = pool.pool_id.as_str();
    let new_password = password(AFTER)?;
    Ok(vec![
        (
            "AdminResetUserPassword",
            client.reset_password(id, who).await.map(drop),
        ),
        (
            "AdminSetUserPassword",
            client
                .set_password(id, who, &new_password, PasswordLife::Temporary)
                .await
                .map(drop),
        ),
        (
            "AdminCreateUser",
            client
                .resend_invitation(id, who, InvitationMedium::Email)
                .await
                .map(drop),
        ),
        (
            "AdminConfirmSignUp",
            client.confirm_sign_up(id, who).await.map(drop),
        ),
        (
            "AdminUpdateUserAttributes",
            client.mark_phone_verified(id, who).await.map(drop),
        ),
        ("AdminDisableUser", client.disable(id, who).await.map(drop)),
        ("AdminEnableUser", client.enable(id, who).await.map(drop)),
        (
            "AdminUserGlobalSignOut",
            client.sign_out_everywhere(id, who).await.map(drop),
        ),
        (
            "AdminSetUserMFAPreference",
            client
                .turn_off_factor(id, who, SecondFactor::Authenticator)
                .await
                .map(drop),
        ),
    ])
}

/// The actions that were let through; the others were refused by name and by nothing else.
pub async fn let_through(client: &AdminClient, pool: &MadePool) -> Result<BTreeSet<&'static str>, Failure> {
    let mut through = BTreeSet::new();
    let maria = username("maria")?;
    let mut all = reads(client, pool, &maria).await;
    all.extend(acts(client, pool, &maria).await?);
    for (action, came) in all {
        match came {
            Ok(()) => {
                through.insert(action);
            }
            Err(failure) => {
                let told = (failure.code, failure.retry, failure.detail.as_deref());
                assert_eq!(told, (FailureCode::AccessDenied, Retry::Never, Some(action)));
            }
        }
    }
    if let Ok(settings) = client.describe_user_pool(&pool.pool_id).await
        && settings.factors.is_some()
    {
        through.insert("GetUserPoolMfaConfig");
    }
    Ok(through)
}

pub fn set(actions: Vec<&'static str>) -> BTreeSet<&'static str> {
    actions.into_iter().collect()
}
