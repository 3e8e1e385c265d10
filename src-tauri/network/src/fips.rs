//! Where FIPS endpoints exist.
//!
//! The SDK makes up a FIPS host name for every Region, and most of them are nobody's: so it is
//! asked for one only where AWS lists it (`endpoints.json` of botocore 1.44, variants tagged
//! `fips`).

/// A service that has FIPS endpoints in some Regions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FipsService {
    /// Amazon Cognito user pools.
    Cognito,
    /// AWS STS.
    Sts,
    /// IAM Identity Center: its sign-in and its portal. None is listed; in GovCloud the ordinary
    /// endpoints are the FIPS ones (the services' endpoint rules).
    IdentityCenter,
}

impl FipsService {
    /// Whether the service has a FIPS endpoint in `region`.
    #[must_use]
    pub fn is_in(self, region: &str) -> bool {
        let regions: &[&str] = match self {
            Self::Cognito => &[
                "us-east-1",
                "us-east-2",
                "us-west-1",
                "us-west-2",
                "us-gov-west-1",
            ],
            Self::Sts => &[
                "us-east-1",
                "us-east-2",
                "us-west-1",
                "us-west-2",
                "us-gov-east-1",
                "us-gov-west-1",
            ],
            Self::IdentityCenter => &["us-gov-east-1", "us-gov-west-1"],
        };
        regions.contains(&region)
    }
}
