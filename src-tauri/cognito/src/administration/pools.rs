//! Reads of user pools and their app clients.

use secrecy::SecretString;

use aws_sdk_cognitoidentityprovider::operation::describe_user_pool::DescribeUserPoolError;
use aws_sdk_cognitoidentityprovider::operation::describe_user_pool_client::DescribeUserPoolClientError;
use aws_sdk_cognitoidentityprovider::operation::get_user_pool_mfa_config::{
    GetUserPoolMfaConfigError, GetUserPoolMfaConfigOutput,
};
use aws_sdk_cognitoidentityprovider::operation::list_user_pool_clients::ListUserPoolClientsError;
use aws_sdk_cognitoidentityprovider::operation::list_user_pools::ListUserPoolsError;

use super::{AdminClient, PageToken, read, told};
use crate::connection::ClientSecret;
use crate::failure::{Failure, FailureCode};
use crate::pool::{AppClient, ListedAppClient, ListedPool, PoolSettings};

/// The most that the service puts on a page.
const LARGEST_PAGE: i32 = 60;

/// One page of user pools.
#[derive(Clone, Debug)]
pub struct PoolPage {
    /// The pools; there may be none although more follow.
    pub pools: Vec<ListedPool>,
    /// Where the list goes on, if it does.
    pub next: Option<PageToken>,
}

/// One page of app clients.
#[derive(Clone, Debug)]
pub struct AppClientPage {
    /// The app clients; there may be none although more follow.
    pub clients: Vec<ListedAppClient>,
    /// Where the list goes on, if it does.
    pub next: Option<PageToken>,
}

impl AdminClient {
    /// The user pools of the Region, up to 60 at a time (`ListUserPools`).
    ///
    /// # Errors
    /// Any [`FailureCode`] of the access to AWS and the way there.
    pub async fn list_user_pools(&self, page: Option<&PageToken>) -> Result<PoolPage, Failure> {
        let answer = self
            .sdk
            .list_user_pools()
            .max_results(LARGEST_PAGE)
            .set_next_token(PageToken::text(page))
            .customize()
            .config_override(read::<ListUserPoolsError>())
            .send()
            .await
            .map_err(|error| told::read(Vec::new(), error))?;
        let pools = answer.user_pools.unwrap_or_default().into_iter();
        Ok(PoolPage {
            pools: pools
                .filter_map(|pool| {
                    let id = pool.id?;
                    Some(ListedPool {
                        region: self.region().to_owned(),
                        name: pool.name.unwrap_or_else(|| id.clone()),
                        id,
                    })
                })
                .collect(),
            next: PageToken::of(answer.next_token),
        })
    }

    /// A pool's settings (`DescribeUserPool`), and which second factors it has switched on
    /// (`GetUserPoolMfaConfig`) where that may be read; else `factors` is `None`.
    ///
    /// # Errors
    /// `PoolNotFound`, and any [`FailureCode`] of the access to AWS and the way there.
    pub async fn describe_user_pool(&self, pool_id: &str) -> Result<PoolSettings, Failure> {
        let described = self
            .sdk
            .describe_user_pool()
            .user_pool_id(pool_id)
            .customize()
            .config_override(read::<DescribeUserPoolError>())
            .send()
            .await
            .map_err(|error| told::read(vec![pool_id], error))?;
        let pool = described.user_pool.ok_or(FailureCode::PoolNotFound)?;
        let factors = self.second_factors(pool_id).await?;
        Ok(PoolSettings::described(self.region(), pool, factors.as_ref()))
    }

    async fn second_factors(&self, pool_id: &str) -> Result<Option<GetUserPoolMfaConfigOutput>, Failure> {
        let answer = self
            .sdk
            .get_user_pool_mfa_config()
            .user_pool_id(pool_id)
            .customize()
            .config_override(read::<GetUserPoolMfaConfigError>())
            .send()
            .await
            .map_err(|error| told::read(vec![pool_id], error));
        match answer {
            Ok(config) => Ok(Some(config)),
            Err(failure) if failure.code == FailureCode::AccessDenied => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// A pool's app clients, up to 60 at a time (`ListUserPoolClients`).
    ///
    /// # Errors
    /// `PoolNotFound`, and any [`FailureCode`] of the access to AWS and the way there.
    pub async fn list_app_clients(
        &self,
        pool_id: &str,
        page: Option<&PageToken>,
    ) -> Result<AppClientPage, Failure> {
        let answer = self
            .sdk
            .list_user_pool_clients()
            .user_pool_id(pool_id)
            .max_results(LARGEST_PAGE)
            .set_next_token(PageToken::text(page))
            .customize()
            .config_override(read::<ListUserPoolClientsError>())
            .send()
            .await
            .map_err(|error| told::read(vec![pool_id], error))?;
        let clients = answer.user_pool_clients.unwrap_or_default().into_iter();
        Ok(AppClientPage {
            clients: clients
                .filter_map(|client| {
                    let id = client.client_id?;
                    Some(ListedAppClient {
                        name: client.client_name.unwrap_or_else(|| id.clone()),
                        id,
                    })
                })
                .collect(),
            next: PageToken::of(answer.next_token),
        })
    }

    /// An app client's settings, and its secret if it has one (`DescribeUserPoolClient`, whose
    /// permission is as good as the secret itself).
    ///
    /// # Errors
    /// `ClientNotFound`, `PoolNotFound`, `ConnectionWrongValue` for a secret that can't be one, and
    /// any [`FailureCode`] of the access to AWS and the way there.
    pub async fn describe_app_client(
        &self,
        pool_id: &str,
        client_id: &str,
    ) -> Result<(AppClient, Option<ClientSecret>), Failure> {
        let answer = self
            .sdk
            .describe_user_pool_client()
            .user_pool_id(pool_id)
            .client_id(client_id)
            .customize()
            .config_override(read::<DescribeUserPoolClientError>())
            .send()
            .await
            .map_err(|error| told::read(vec![pool_id, client_id], error))?;
        let client = answer.user_pool_client.ok_or(FailureCode::ClientNotFound)?;
        let secret = client
            .client_secret()
            .filter(|secret| !secret.is_empty())
            .map(|secret| ClientSecret::parse(SecretString::from(secret)))
            .transpose()?;
        Ok((AppClient::described(client), secret))
    }
}
