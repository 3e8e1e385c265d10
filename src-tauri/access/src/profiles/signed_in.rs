//! Credentials from a sign-in that the AWS CLI made and keeps in its own cache: to IAM Identity
//! Center (`aws sso login`) or to the console (`aws login`).
//!
//! Both are the SDK's business: it finds the token under `~/.aws`, refreshes it where that can be
//! done without a person, and writes it back so that the CLI goes on with it.

use std::error::Error;
use std::time::{Duration, SystemTime};

use ::network::{FipsService, NetworkFault};
use aws_config::SdkConfig;
use aws_config::login::LoginCredentialsProvider;
use aws_config::provider_config::ProviderConfig;
use aws_config::sso::SsoTokenProvider;
use aws_credential_types::Credentials;
use aws_credential_types::provider::{ProvideCredentials, token::ProvideToken};
use aws_sdk_sso as sdk;
use aws_smithy_async::rt::sleep::default_async_sleep;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient,
    SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::retry::RetryConfig;
use cognito::{Failure, FailureCode, network, sent};
use sdk::config::{BehaviorVersion, Config, Region, StalledStreamProtectionConfig};

use crate::network::Network;
use crate::profiles::files::unusable;

/// Which account and role of an Identity Center, and where its token is.
pub(crate) struct IdentityCenter<'a> {
    pub(crate) token_name: &'a str,
    pub(crate) start_url: &'a str,
    pub(crate) region: &'a str,
    pub(crate) account_id: &'a str,
    pub(crate) role_name: &'a str,
}

/// Credentials of a role that the CLI's sign-in to Identity Center gives.
///
/// # Errors
/// `ProfileSignInOver` if there is no token, or it is too old and can't be refreshed;
/// `RoleRefused` if the role isn't this person's any more; else what is in the way.
pub(crate) async fn identity_center(
    from: IdentityCenter<'_>,
    network: &Network,
) -> Result<Credentials, Failure> {
    let fips = network.fips_in(FipsService::IdentityCenter, from.region)?;
    let region = Region::new(from.region.to_owned());
    let mut config = SdkConfig::builder()
        .behavior_version(BehaviorVersion::v2026_01_12())
        .region(region.clone())
        .http_client(network.http.clone())
        .use_fips(fips)
        .time_source(network.time.clone())
        .timeout_config(network::time_limits())
        // A refresh token may be good for one use.
        .retry_config(RetryConfig::disabled());
    config.set_sleep_impl(default_async_sleep());
    if let Some(endpoint) = &network.endpoints.oidc {
        config = config.endpoint_url(endpoint.as_str());
    }
    let token = SsoTokenProvider::builder()
        .configure(&config.build())
        .region(region.clone())
        .session_name(from.token_name)
        .start_url(from.start_url)
        .build()
        .await
        .provide_token()
        .await
        .map_err(|_| FailureCode::ProfileSignInOver)?;

    let mut config = Config::builder()
        .behavior_version(BehaviorVersion::v2026_01_12())
        .region(region)
        .http_client(network.http.clone())
        .use_fips(fips)
        .time_source(network.time.clone())
        .timeout_config(network::time_limits())
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        .retry_config(RetryConfig::standard());
    if let Some(endpoint) = &network.endpoints.portal {
        config = config.endpoint_url(endpoint.as_str());
    }
    let answer = sdk::Client::from_conf(config.build())
        .get_role_credentials()
        .access_token(token.token())
        .account_id(from.account_id)
        .role_name(from.role_name)
        .send()
        .await
        .map_err(|error| {
            let failure = sent::failure(error, sent::Wire::Json, &[token.token()], |code, _| {
                portal_code(code)
            });
            sent::log(&failure);
            failure
        })?;
    let given = answer.role_credentials;
    let (Some(id), Some(secret), expiration) = given.map_or((None, None, 0), |given| {
        (
            given.access_key_id.zip(given.session_token),
            given.secret_access_key,
            given.expiration,
        )
    }) else {
        return Err(FailureCode::CaptivePortal.into());
    };
    let (id, session_token) = id;
    let expiry = u64::try_from(expiration)
        .ok()
        .and_then(|milliseconds| SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(milliseconds)));
    Ok(Credentials::new(
        id,
        secret,
        Some(session_token),
        expiry,
        "readmit",
    ))
}

/// `GetRoleCredentials`' errors (its API reference, and cognito.md 10: "Unauthorized (401) =>
/// re-login").
fn portal_code(code: &str) -> Option<FailureCode> {
    Some(match code {
        "UnauthorizedException" => FailureCode::ProfileSignInOver,
        // What the portal says where the permission set was taken away.
        "ForbiddenException" | "ResourceNotFoundException" => FailureCode::RoleRefused,
        "TooManyRequestsException" => FailureCode::Busy,
        "InvalidRequestException" => FailureCode::ProfileUnusable,
        _ => return None,
    })
}

/// Credentials of the CLI's sign-in to the console.
///
/// The SDK can't be told where to refresh it, and would obey `AWS_ENDPOINT_URL`: what isn't
/// Amazon's is refused instead.
///
/// # Errors
/// `ProfileSignInOver` if there is no sign-in or it is over; `ProfileUnusable` where
/// `AWS_ENDPOINT_URL` leads elsewhere; `FipsUnavailable`; else what is in the way.
pub(crate) async fn console(session: &str, region: &str, network: &Network) -> Result<Credentials, Failure> {
    if network.is_fips() {
        return Err(NetworkFault::FipsUnavailable.into());
    }
    let mut config = ProviderConfig::without_region()
        .with_region(Some(Region::new(region.to_owned())))
        .with_behavior_version(Some(BehaviorVersion::v2026_01_12()))
        .with_http_client(OnlyAmazon {
            http: network.http.clone(),
            region: region.to_owned(),
        })
        .with_time_source(network.time.clone())
        .with_timeout_config(network::time_limits())
        .with_retry_config(RetryConfig::disabled());
    if let Some(sleep) = default_async_sleep() {
        config = config.with_sleep_impl(sleep);
    }
    LoginCredentialsProvider::builder(session)
        .configure(&config)
        .build()
        .provide_credentials()
        .await
        .map_err(|error| {
            if sent::find::<NotAmazon>(&error).is_some() {
                return unusable("AWS_ENDPOINT_URL");
            }
            match sent::find::<ConnectorError>(&error) {
                Some(error) => sent::undelivered(error),
                None => FailureCode::ProfileSignInOver.into(),
            }
        })
}

/// An HTTP client that reaches Amazon's sign-in in one Region and nothing else.
#[derive(Clone)]
struct OnlyAmazon {
    http: SharedHttpClient,
    region: String,
}

impl std::fmt::Debug for OnlyAmazon {
    // The HTTP client holds the proxy's password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OnlyAmazon")
    }
}

impl HttpClient for OnlyAmazon {
    fn http_connector(
        &self,
        settings: &HttpConnectorSettings,
        components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(Guarded {
            connector: self.http.http_connector(settings, components),
            region: self.region.clone(),
        })
    }
}

#[derive(Debug)]
struct Guarded {
    connector: SharedHttpConnector,
    region: String,
}

impl HttpConnector for Guarded {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        if is_sign_in(request.uri(), &self.region) {
            self.connector.call(request)
        } else {
            HttpConnectorFuture::ready(Err(ConnectorError::user(Box::new(NotAmazon))))
        }
    }
}

/// Whether this is Amazon's sign-in in that Region, in whichever partition (the endpoint rules of
/// `aws-sdk-signin`).
fn is_sign_in(uri: &str, region: &str) -> bool {
    let hosts = [
        format!("{region}.signin.aws.amazon.com"),
        format!("{region}.signin.amazonaws.cn"),
        format!("{region}.signin.amazonaws-us-gov.com"),
        format!("signin.{region}.amazonaws.eu"),
    ];
    url::Url::parse(uri).is_ok_and(|uri| {
        uri.scheme() == "https"
            && uri
                .host_str()
                .is_some_and(|host| hosts.iter().any(|known| known == host))
    })
}

/// The error behind [`OnlyAmazon`].
#[derive(Debug)]
struct NotAmazon;

impl std::fmt::Display for NotAmazon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the sign-in's address isn't Amazon's")
    }
}

impl Error for NotAmazon {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_amazons_sign_in_is_reached() {
        assert!(is_sign_in(
            "https://eu-central-1.signin.aws.amazon.com/v1/token",
            "eu-central-1"
        ));
        assert!(is_sign_in(
            "https://cn-north-1.signin.amazonaws.cn/v1/token",
            "cn-north-1"
        ));
        for uri in [
            "http://eu-central-1.signin.aws.amazon.com/v1/token",
            "https://us-east-1.signin.aws.amazon.com/v1/token",
            "https://eu-central-1.signin.aws.amazon.com.example.com/",
            "https://example.com/?.signin.aws.amazon.com",
            "http://127.0.0.1:8000/v1/token",
            "nonsense",
        ] {
            assert!(!is_sign_in(uri, "eu-central-1"), "{uri}");
        }
    }
}
