//! IAM Identity Center: the whole sign-in inside the app, and what it opens.
//!
//! An [`IdentityCenter`] is one organisation's start page in its Region. [`SignIn`] walks a person
//! through their browser and ends in a [`Token`]; [`SignedIn`] holds the token, renews it, lists
//! the accounts and roles it opens, and hands out a role's credentials to the SDK.
//!
//! Two ways lead to a token, both modelled by the service (`sso-oidc`): the authorization code
//! with PKCE, as `aws sso login` does it, where the browser comes back to a port on this
//! computer; and the device code, where a person compares a code. Every call is unsigned.

mod answer;
mod callback;
mod kept;
mod registration;
mod sign_in;
mod signed_in;
mod start_url;
mod token;

#[cfg(test)]
mod scripted;

use std::time::SystemTime;

use ::network::FipsService;
use aws_sdk_ssooidc::config::endpoint::{DefaultResolver, Params, ResolveEndpoint};
use aws_sdk_ssooidc::config::{BehaviorVersion, Region, StalledStreamProtectionConfig};
use aws_smithy_types::retry::RetryConfig;
use cognito::network::time_limits;
use cognito::{Failure, FailureCode, OnlyTheService, is_region};
use url::{Host, Url};

pub use callback::Landing;
pub use sign_in::{Flow, Prompt, SignIn};
pub use signed_in::{Account, RoleCredentials, SignedIn};
pub use start_url::StartUrl;
pub use token::Token;

use crate::Network;
use registration::Registrations;

/// How often a read is sent at most.
const READ_ATTEMPTS: u32 = 3;

/// One organisation's Identity Center. Cheap to clone; clones share their client registrations.
#[derive(Clone)]
pub struct IdentityCenter {
    start_url: StartUrl,
    region: String,
    network: Network,
    oidc: aws_sdk_ssooidc::Client,
    portal: aws_sdk_sso::Client,
    registrations: Registrations,
}

impl IdentityCenter {
    /// The Identity Center of `start_url`, which is at home in `region`.
    ///
    /// # Errors
    /// `RegionMalformed`; `FipsUnavailable`.
    pub fn new(start_url: StartUrl, region: &str, network: &Network) -> Result<Self, Failure> {
        let region = region.trim();
        if !is_region(region) {
            return Err(FailureCode::RegionMalformed.into());
        }
        let fips = network.fips_in(FipsService::IdentityCenter, region)?;
        let endpoints = &network.endpoints;
        let mut oidc = aws_sdk_ssooidc::Config::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .region(Region::new(region.to_owned()))
            .http_client(network.http.clone())
            .use_fips(fips)
            .timeout_config(time_limits())
            .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
            .interceptor(OnlyTheService)
            // Codes and refresh tokens are good for one use: none is ever sent twice by itself.
            .retry_config(RetryConfig::disabled());
        oidc.set_endpoint_url(endpoints.oidc.as_ref().map(Url::to_string));
        let mut portal = aws_sdk_sso::Config::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .region(Region::new(region.to_owned()))
            .http_client(network.http.clone())
            .use_fips(fips)
            .timeout_config(time_limits())
            .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
            .interceptor(OnlyTheService)
            .retry_config(RetryConfig::standard().with_max_attempts(READ_ATTEMPTS));
        portal.set_endpoint_url(endpoints.portal.as_ref().map(Url::to_string));
        Ok(Self {
            start_url,
            region: region.to_owned(),
            network: network.clone(),
            oidc: aws_sdk_ssooidc::Client::from_conf(oidc.build()),
            portal: aws_sdk_sso::Client::from_conf(portal.build()),
            registrations: Registrations::default(),
        })
    }

    /// The start page.
    #[must_use]
    pub fn start_url(&self) -> &StartUrl {
        &self.start_url
    }

    /// The Region it is at home in, for example `eu-central-1`.
    #[must_use]
    pub fn region(&self) -> &str {
        &self.region
    }

    /// The time.
    fn now(&self) -> SystemTime {
        self.network.time.now()
    }

    /// Where the browser asks for an authorization code. The operation isn't in the service's
    /// model; it is beside the others, as the AWS CLI has it (`botocore.utils`,
    /// `SSOTokenFetcherAuth`).
    async fn authorize_url(&self) -> Result<Url, Failure> {
        let unknown_region = || Failure::new(FailureCode::RegionMalformed);
        let parameters = Params::builder()
            .region(self.region.clone())
            .use_fips(self.network.is_fips())
            .set_endpoint(self.network.endpoints.oidc.as_ref().map(Url::to_string))
            .build()
            .map_err(|_| unknown_region())?;
        let resolver: &dyn ResolveEndpoint = &DefaultResolver::new();
        let endpoint = resolver
            .resolve_endpoint(&parameters)
            .await
            .map_err(|_| unknown_region())?;
        Url::parse(endpoint.url())
            .and_then(|endpoint| endpoint.join("/authorize"))
            .map_err(|_| unknown_region())
    }
}

impl std::fmt::Debug for IdentityCenter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("IdentityCenter(…)")
    }
}

/// Whether nobody on the way can read along: encrypted, or never leaving this computer.
fn is_private(url: &Url) -> bool {
    let on_this_computer = match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    };
    match url.scheme() {
        "https" => url.has_host(),
        "http" => on_this_computer,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::scripted::{Script, start_url};
    use super::*;

    fn center(region: &str) -> Result<IdentityCenter, Failure> {
        IdentityCenter::new(start_url(), region, &Script::new([]).network())
    }

    #[test]
    fn a_region_is_words_and_a_number() {
        for region in [" eu-central-1 ", "us-gov-west-1", "eusc-de-east-1", "cn-north-1"] {
            assert_eq!(center(region).unwrap().region(), region.trim());
        }
        for region in [
            "",
            "eu",
            "Frankfurt",
            "eu-central-1.evil.example",
            "eu-central-1/",
        ] {
            let refused = center(region).err().unwrap();
            assert_eq!(refused.code, FailureCode::RegionMalformed, "{region:?}");
        }
    }

    #[tokio::test]
    async fn the_browser_is_sent_to_the_regions_own_partition() {
        for (region, expected) in [
            (
                "eu-central-1",
                "https://oidc.eu-central-1.amazonaws.com/authorize",
            ),
            (
                "us-gov-west-1",
                "https://oidc.us-gov-west-1.amazonaws.com/authorize",
            ),
            ("cn-north-1", "https://oidc.cn-north-1.amazonaws.com.cn/authorize"),
        ] {
            let url = center(region).unwrap().authorize_url().await.unwrap();
            assert_eq!(url.as_str(), expected);
        }
    }
}
