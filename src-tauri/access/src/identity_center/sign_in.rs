//! One sign-in: a person says yes in their browser, and a token comes of it.

mod exchange;

use std::time::Duration;

use aws_lc_rs::{digest, rand};
use aws_sdk_ssooidc::error::ProvideErrorMetadata;
use aws_sdk_ssooidc::operation::start_device_authorization::StartDeviceAuthorizationOutput;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use cognito::{Failure, FailureCode, Retry};
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use tokio::time::{Instant, timeout_at};
use url::Url;
use zeroize::Zeroizing;

use super::answer::{Asked, failure, incomplete};
use super::callback::{Callback, Landing};
use super::registration::{Grant, Registration, SCOPE};
use super::token::Token;
use super::{IdentityCenter, is_private};
use exchange::Proof;

/// Between two questions, where the service names no other time (RFC 8628, 3.2).
const USUAL_INTERVAL: Duration = Duration::from_secs(5);
/// How long a person has, where the service names no other time, and for the way over the
/// browser's return: as long as a device code lives, and as the AWS CLI waits.
const USUAL_TIME: Duration = Duration::from_secs(10 * 60);
/// Longest time and interval that are believed.
const LONGEST_TIME: Duration = Duration::from_secs(60 * 60);
const LONGEST_INTERVAL: Duration = Duration::from_secs(60);
/// Most characters of a code that a person is to compare.
const LONGEST_USER_CODE: usize = 64;

/// Which way to sign in.
#[derive(Clone, Debug)]
pub enum Flow {
    /// The browser comes back to this computer by itself, with an authorization code that only
    /// this sign-in can use (PKCE). Where Identity Center or this computer doesn't do that, the
    /// device code is used.
    Browser(Landing),
    /// The person compares a code. The browser may be another computer's.
    DeviceCode,
}

/// What a person has to do now.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct Prompt {
    /// The code that the browser shows too, to compare; none where the browser comes back by itself.
    pub user_code: Option<String>,
    /// What the browser is to open: always `https`, or on this computer.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub open: Url,
    /// How long there is time, in seconds.
    pub expires_in_seconds: u32,
}

/// A sign-in under way. Dropped, it is over: its port closes and nothing is asked any more.
pub struct SignIn {
    center: IdentityCenter,
    registration: Registration,
    deadline: Instant,
    way: Way,
}

/// What is waited for.
enum Way {
    Browser {
        callback: Callback,
        state: String,
        verifier: SecretString,
        landing: Landing,
    },
    DeviceCode {
        device_code: SecretString,
        interval: Duration,
    },
}

impl SignIn {
    /// Begins to sign in to `center`. Show the [`Prompt`], open its address, then [`finish`](Self::finish).
    ///
    /// # Errors
    /// `IdentityCenterUnknown` if there is no such start page in that Region (the service doesn't
    /// notice every wrong Region: then the browser shows an error, and nothing comes back);
    /// `Busy`, `ServiceFault`, and those of the network.
    pub async fn begin(center: &IdentityCenter, flow: Flow) -> Result<(Self, Prompt), Failure> {
        if let Flow::Browser(landing) = flow
            && let Some(begun) = Self::begin_in_browser(center, landing).await?
        {
            return Ok(begun);
        }
        Self::begin_with_code(center).await
    }

    /// Waits until the person has said yes or no, or the time is over.
    ///
    /// The future may be dropped at any time to give up.
    ///
    /// # Errors
    /// `IdentityCenterDenied`, `IdentityCenterTooLate`, `IdentityCenterUnknown`, and those of the
    /// network, where it wasn't back in time.
    pub async fn finish(self) -> Result<Token, Failure> {
        let Self {
            center,
            registration,
            deadline,
            way,
        } = self;
        match way {
            Way::DeviceCode {
                device_code,
                interval,
            } => {
                let proof = Proof::DeviceCode(&device_code);
                center.poll(&registration, &proof, interval, deadline).await
            }
            Way::Browser {
                callback,
                state,
                verifier,
                landing,
            } => {
                let redirect = callback.redirect().to_owned();
                let code = timeout_at(deadline, callback.wait(&state, &landing))
                    .await
                    .map_err(|_| too_late())??;
                let proof = Proof::AuthorizationCode {
                    code: &code,
                    verifier: &verifier,
                    redirect: &redirect,
                };
                center.exchange(&registration, &proof, deadline).await
            }
        }
    }

    /// The way over the browser's return, or `None` where it can't be gone.
    async fn begin_in_browser(
        center: &IdentityCenter,
        landing: Landing,
    ) -> Result<Option<(Self, Prompt)>, Failure> {
        let Ok(callback) = Callback::open().await else {
            tracing::info!("no port for the browser to come back to: signing in with a code");
            return Ok(None);
        };
        let registration = match center.registration(Grant::AuthorizationCode).await {
            Ok(registration) => registration,
            // Whether it is the grant or the start page that it doesn't know, the other way tells.
            Err(refused)
                if matches!(
                    refused.code,
                    FailureCode::IdentityCenterUnknown | FailureCode::Unknown
                ) =>
            {
                tracing::info!("no registration for the authorization code: signing in with a code");
                return Ok(None);
            }
            Err(failure) => return Err(failure),
        };
        // Where the service has forgotten this registration only the browser gets to know. So it
        // isn't used again before a sign-in with it has come to a token.
        center.registrations.forget(&registration);
        let state = random_text()?;
        let verifier = random_text()?;
        let mut open = center.authorize_url().await?;
        // The service calls it "scopes", unlike RFC 6749.
        open.query_pairs_mut()
            .append_pair("response_type", "code")
            .append_pair("client_id", &registration.client_id)
            .append_pair("redirect_uri", callback.redirect())
            .append_pair("state", &state)
            .append_pair("code_challenge_method", "S256")
            .append_pair("code_challenge", &code_challenge(&verifier))
            .append_pair("scopes", SCOPE);
        let prompt = Prompt {
            user_code: None,
            open,
            expires_in_seconds: whole_seconds(USUAL_TIME),
        };
        let sign_in = Self {
            center: center.clone(),
            registration,
            deadline: Instant::now() + USUAL_TIME,
            way: Way::Browser {
                callback,
                state: state.to_string(),
                verifier: SecretString::from(verifier.as_str()),
                landing,
            },
        };
        Ok(Some((sign_in, prompt)))
    }

    /// The way over a code that the person compares.
    async fn begin_with_code(center: &IdentityCenter) -> Result<(Self, Prompt), Failure> {
        let (registration, answer) = center.start_device_authorization().await?;
        let open = answer
            .verification_uri_complete
            .or(answer.verification_uri)
            .ok_or_else(incomplete)?;
        let open = Url::parse(&open)
            .ok()
            .filter(is_private)
            .ok_or_else(|| Failure::new(FailureCode::Unknown).detail("verificationUri"))?;
        let user_code = answer
            .user_code
            .filter(|code| {
                code.chars().count() <= LONGEST_USER_CODE && code.chars().all(|c| c.is_ascii_graphic())
            })
            .ok_or_else(incomplete)?;
        let expires_in = believed(answer.expires_in, USUAL_TIME, LONGEST_TIME);
        let prompt = Prompt {
            user_code: Some(user_code),
            open,
            expires_in_seconds: whole_seconds(expires_in),
        };
        let sign_in = Self {
            center: center.clone(),
            registration,
            deadline: Instant::now() + expires_in,
            way: Way::DeviceCode {
                device_code: SecretString::from(answer.device_code.ok_or_else(incomplete)?),
                interval: believed(answer.interval, USUAL_INTERVAL, LONGEST_INTERVAL),
            },
        };
        Ok((sign_in, prompt))
    }
}

impl std::fmt::Debug for SignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SignIn(…)")
    }
}

impl IdentityCenter {
    /// Asks for a device code. Where the service has forgotten the registration at hand, with a
    /// new one.
    async fn start_device_authorization(
        &self,
    ) -> Result<(Registration, StartDeviceAuthorizationOutput), Failure> {
        let mut forgotten = false;
        loop {
            let registration = self.registration(Grant::DeviceCode).await?;
            let call = self
                .oidc
                .start_device_authorization()
                .client_id(&registration.client_id)
                .client_secret(registration.client_secret.expose_secret())
                .start_url(self.start_url.as_str());
            match call.send().await {
                Ok(answer) => return Ok((registration, answer)),
                Err(error) if error.code() == Some("InvalidClientException") && !forgotten => {
                    self.registrations.forget(&registration);
                    forgotten = true;
                }
                Err(error) => return Err(failure(Asked::Client, error)),
            }
        }
    }
}

/// The person didn't come back in time.
fn too_late() -> Failure {
    Failure::new(FailureCode::IdentityCenterTooLate).retry(Retry::Now)
}

/// A time in seconds as the service named it, within reason.
fn believed(seconds: i32, usual: Duration, longest: Duration) -> Duration {
    match u64::try_from(seconds) {
        Ok(seconds @ 1..) => Duration::from_secs(seconds).min(longest),
        _ => usual,
    }
}

fn whole_seconds(time: Duration) -> u32 {
    u32::try_from(time.as_secs()).unwrap_or(u32::MAX)
}

/// 43 characters out of 256 random bits, fit for a `state` and a PKCE verifier (RFC 7636, 4.1).
fn random_text() -> Result<Zeroizing<String>, Failure> {
    let mut bytes = Zeroizing::new([0; 32]);
    rand::fill(&mut *bytes).map_err(|_| FailureCode::Unknown)?;
    Ok(Zeroizing::new(URL_SAFE_NO_PAD.encode(*bytes)))
}

/// The verifier's challenge, method `S256` (RFC 7636, 4.2).
fn code_challenge(verifier: &str) -> String {
    URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA256, verifier.as_bytes()))
}

#[cfg(test)]
mod tests;
