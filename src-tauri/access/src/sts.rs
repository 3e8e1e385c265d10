//! The two things asked of STS: who am I, and to act in a role.

use std::time::Duration;

use ::network::FipsService;
use aws_credential_types::Credentials;
use aws_sdk_sts as sdk;
use aws_smithy_async::time::SharedTimeSource;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use cognito::{Failure, FailureCode, network, sent};
use sdk::config::retry::RetryConfig;
use sdk::config::{BehaviorVersion, Config, IdentityCache, Region, StalledStreamProtectionConfig};
use sdk::error::ProvideErrorMetadata;

use crate::caller::Caller;
use crate::network::Network;
use crate::role::{AssumedRole, FactorCode};

/// How long a role's session lasts, in seconds: the most where one role leads to the next (STS
/// API reference, `AssumeRole`).
const SESSION_SECONDS: i32 = 3600;

/// One row: an error code, a part of its message (empty: any), and what it becomes.
type Row = (&'static str, &'static str, FailureCode);

/// In order: the first row that fits decides. Codes from the API reference's "Common errors" and
/// the two operations' own; messages as the service sends them.
#[rustfmt::skip]
const ROWS: &[Row] = &[
    ("InvalidClientTokenId", "", FailureCode::AccessInvalid),
    ("UnrecognizedClientException", "", FailureCode::AccessInvalid),
    ("SignatureDoesNotMatch", "signature expired", FailureCode::ClockWrong),
    ("SignatureDoesNotMatch", "signature not yet current", FailureCode::ClockWrong),
    ("SignatureDoesNotMatch", "", FailureCode::AccessInvalid),
    ("InvalidSignatureException", "signature expired", FailureCode::ClockWrong),
    ("InvalidSignatureException", "signature not yet current", FailureCode::ClockWrong),
    ("InvalidSignatureException", "", FailureCode::AccessInvalid),
    ("IncompleteSignature", "", FailureCode::AccessInvalid),
    ("MissingAuthenticationToken", "", FailureCode::AccessInvalid),
    ("MissingAuthenticationTokenException", "", FailureCode::AccessInvalid),
    ("RequestExpired", "", FailureCode::ClockWrong),
    ("RequestTimeTooSkewed", "", FailureCode::ClockWrong),
    ("ExpiredToken", "", FailureCode::AccessExpired),
    ("ExpiredTokenException", "", FailureCode::AccessExpired),
    ("AccessDenied", "multifactorauthentication failed", FailureCode::FactorCodeWrong),
    ("AccessDenied", "", FailureCode::AccessDenied),
    ("AccessDeniedException", "", FailureCode::AccessDenied),
    ("OptInRequired", "", FailureCode::AccessDenied),
    ("RegionDisabledException", "", FailureCode::NotSupported),
    ("ValidationError", "tokencode", FailureCode::FactorCodeMalformed),
    ("ValidationError", "serialnumber", FailureCode::FactorSerialMalformed),
    ("ValidationError", "rolearn", FailureCode::RoleMalformed),
    ("ValidationError", "is invalid", FailureCode::RoleMalformed),
    ("ValidationError", "", FailureCode::InputRefused),
    ("Throttling", "", FailureCode::Busy),
    ("ThrottlingException", "", FailureCode::Busy),
    ("RequestLimitExceeded", "", FailureCode::Busy),
    ("InternalFailure", "", FailureCode::ServiceFault),
    ("ServiceUnavailable", "", FailureCode::ServiceFault),
];

/// What an error with this code and message is, if it is known.
fn classify(code: &str, message: &str) -> Option<FailureCode> {
    let message = message.to_lowercase();
    ROWS.iter()
        .find(|(row_code, part, _)| *row_code == code && message.contains(part))
        .map(|(_, _, becomes)| *becomes)
}

/// A client of STS in one Region. It learns how far this computer's clock is off, so one is kept
/// as long as what it is used for.
#[derive(Clone)]
pub(crate) struct Sts {
    region: String,
    time: SharedTimeSource,
    client: sdk::Client,
}

impl Sts {
    /// # Errors
    /// `FipsUnavailable`.
    pub(crate) fn new(network: &Network, region: &str) -> Result<Self, Failure> {
        let fips = network.fips_in(FipsService::Sts, region)?;
        let mut config = Config::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .region(Region::new(region.to_owned()))
            .http_client(network.http.clone())
            .use_fips(fips)
            .time_source(network.time.clone())
            .timeout_config(network::time_limits())
            .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
            // Every call brings its own credentials.
            .identity_cache(IdentityCache::no_cache())
            .retry_config(RetryConfig::standard());
        if let Some(endpoint) = &network.endpoints.sts {
            config = config.endpoint_url(endpoint.as_str());
        }
        Ok(Self {
            region: region.to_owned(),
            time: network.time.clone(),
            client: sdk::Client::from_conf(config.build()),
        })
    }

    pub(crate) fn region(&self) -> &str {
        &self.region
    }

    /// Whose `credentials` these are. A read, so it is retried; the retry is signed with the
    /// service's own time if this computer's is far off.
    ///
    /// # Errors
    /// `AccessInvalid`, `AccessExpired`, `ClockWrong`, or what is in the way.
    pub(crate) async fn caller(&self, credentials: &Credentials) -> Result<Caller, Failure> {
        let answer = self
            .client
            .get_caller_identity()
            .customize()
            .config_override(Config::builder().credentials_provider(credentials.clone()))
            .send()
            .await
            .map_err(|error| told(error, &[]))?;
        match (answer.account, answer.arn) {
            (Some(account), Some(arn)) => Ok(Caller::new(account, arn)),
            _ => Err(FailureCode::CaptivePortal.into()),
        }
    }

    /// Credentials of `role`, for an hour. Sent once: a code of the second factor is good for one use.
    ///
    /// # Errors
    /// `RoleRefused`, `FactorCodeWrong`; else as [`Sts::caller`].
    pub(crate) async fn assume(
        &self,
        credentials: &Credentials,
        role: &AssumedRole,
        session_name: &str,
        code: Option<&FactorCode>,
    ) -> Result<Credentials, Failure> {
        let serial = role.mfa_serial.as_ref();
        let typed: Vec<&str> = [
            serial.map(|serial| serial.as_str()),
            role.external_id.as_deref(),
            code.map(FactorCode::expose),
        ]
        .into_iter()
        .flatten()
        .collect();
        // Reckoned by this computer's clock, by which it is compared too: were that an hour wrong,
        // the service's own time would make every session look over at once, or far too late.
        let expiry = self
            .time
            .now()
            .checked_add(Duration::from_secs(u64::from(SESSION_SECONDS.unsigned_abs())));
        let answer = self
            .client
            .assume_role()
            .role_arn(role.arn.as_str())
            .role_session_name(session_name)
            .duration_seconds(SESSION_SECONDS)
            .set_external_id(role.external_id.clone())
            .set_serial_number(serial.map(|serial| serial.as_str().to_owned()))
            .set_token_code(code.map(|code| code.expose().to_owned()))
            .customize()
            .config_override(
                Config::builder()
                    .credentials_provider(credentials.clone())
                    .retry_config(RetryConfig::disabled()),
            )
            .send()
            .await
            .map_err(|error| {
                let mut failure = told(error, &typed);
                if failure.code == FailureCode::AccessDenied {
                    failure.code = FailureCode::RoleRefused;
                }
                failure
            })?;
        let given = answer
            .credentials
            .ok_or_else(|| Failure::new(FailureCode::CaptivePortal))?;
        Ok(Credentials::new(
            given.access_key_id,
            given.secret_access_key,
            Some(given.session_token),
            expiry,
            "readmit",
        ))
    }
}

fn told<E: ProvideErrorMetadata + std::error::Error + 'static>(
    error: SdkError<E, HttpResponse>,
    typed: &[&str],
) -> Failure {
    let failure = sent::failure(error, sent::Wire::Xml, typed, classify);
    sent::log(&failure);
    failure
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_refusal_of_sts_has_its_code() {
        for (code, message, becomes) in [
            (
                "InvalidClientTokenId",
                "The security token included in the request is invalid.",
                FailureCode::AccessInvalid,
            ),
            (
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.",
                FailureCode::AccessInvalid,
            ),
            (
                "SignatureDoesNotMatch",
                "Signature expired: 20261123T100000Z is now earlier than 20261123T110000Z (20261123T111500Z - 15 min.)",
                FailureCode::ClockWrong,
            ),
            (
                "SignatureDoesNotMatch",
                "Signature not yet current: 20261123T120000Z is still later than 20261123T111500Z",
                FailureCode::ClockWrong,
            ),
            ("RequestExpired", "Request has expired.", FailureCode::ClockWrong),
            (
                "ExpiredToken",
                "The security token included in the request is expired",
                FailureCode::AccessExpired,
            ),
            (
                "AccessDenied",
                "MultiFactorAuthentication failed with invalid MFA one time pass code. ",
                FailureCode::FactorCodeWrong,
            ),
            (
                "AccessDenied",
                "User: arn:aws:iam::123456789012:user/noah is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/desk",
                FailureCode::AccessDenied,
            ),
            (
                "ValidationError",
                "1 validation error detected: Value '12345' at 'tokenCode' failed to satisfy constraint",
                FailureCode::FactorCodeMalformed,
            ),
            (
                "ValidationError",
                "arn:aws:iam::1:role/desk is invalid",
                FailureCode::RoleMalformed,
            ),
            ("Throttling", "Rate exceeded", FailureCode::Busy),
        ] {
            assert_eq!(classify(code, message), Some(becomes), "{code}: {message}");
        }
        assert_eq!(classify("SomethingNew", "whatever"), None);
    }
}
