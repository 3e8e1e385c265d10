//! The end of a sign-in: what a person's yes brought is exchanged for a token.

use std::time::Duration;

use aws_sdk_ssooidc::error::ProvideErrorMetadata;
use cognito::{Failure, FailureCode};
use secrecy::{ExposeSecret, SecretString};
use tokio::time::{Instant, sleep};

use super::too_late;
use crate::identity_center::IdentityCenter;
use crate::identity_center::answer::{Asked, failure};
use crate::identity_center::registration::Registration;
use crate::identity_center::token::Token;

const DEVICE_CODE: &str = "urn:ietf:params:oauth:grant-type:device_code";
/// What is added to the interval when the service wants to be asked less often (RFC 8628, 3.5),
/// and when it could not be asked at all.
const SLOWER: Duration = Duration::from_secs(5);

/// What a sign-in asks `CreateToken` with.
pub(super) enum Proof<'a> {
    DeviceCode(&'a SecretString),
    AuthorizationCode {
        code: &'a SecretString,
        verifier: &'a SecretString,
        redirect: &'a str,
    },
}

/// What `CreateToken` said.
enum Progress {
    Done(Token),
    Pending,
    SlowDown,
    Failed(Failure),
}

impl IdentityCenter {
    /// Asks again and again whether the person has said yes.
    ///
    /// A question that gets lost is asked again: as long as it is pending nothing is spent, and a
    /// network that was away for a moment must not cost the person their sign-in.
    pub(super) async fn poll(
        &self,
        registration: &Registration,
        proof: &Proof<'_>,
        mut interval: Duration,
        deadline: Instant,
    ) -> Result<Token, Failure> {
        let mut trouble = None;
        while Instant::now() + interval < deadline {
            sleep(interval).await;
            trouble = match self.create_token(registration, proof).await {
                Progress::Done(token) => return Ok(token),
                Progress::Pending => None,
                Progress::SlowDown => {
                    interval += SLOWER;
                    None
                }
                Progress::Failed(failure) if is_passing(failure.code) => {
                    interval += SLOWER;
                    Some(failure)
                }
                Progress::Failed(failure) => return Err(failure),
            };
        }
        sleep(deadline.saturating_duration_since(Instant::now())).await;
        Err(trouble.unwrap_or_else(too_late))
    }

    /// Exchanges an authorization code, once: it is sent again only while it was never sent.
    pub(super) async fn exchange(
        &self,
        registration: &Registration,
        proof: &Proof<'_>,
        deadline: Instant,
    ) -> Result<Token, Failure> {
        loop {
            match self.create_token(registration, proof).await {
                Progress::Done(token) => return Ok(token),
                Progress::Failed(failure)
                    if is_unsent(failure.code) && Instant::now() + SLOWER < deadline =>
                {
                    sleep(SLOWER).await;
                }
                Progress::Failed(failure) => return Err(failure),
                // Not for this grant.
                Progress::Pending | Progress::SlowDown => return Err(FailureCode::Busy.into()),
            }
        }
    }

    async fn create_token(&self, registration: &Registration, proof: &Proof<'_>) -> Progress {
        let call = self
            .oidc
            .create_token()
            .client_id(&registration.client_id)
            .client_secret(registration.client_secret.expose_secret());
        let call = match proof {
            Proof::DeviceCode(code) => call.grant_type(DEVICE_CODE).device_code(code.expose_secret()),
            Proof::AuthorizationCode {
                code,
                verifier,
                redirect,
            } => call
                .grant_type("authorization_code")
                .code(code.expose_secret())
                .code_verifier(verifier.expose_secret())
                .redirect_uri(*redirect),
        };
        let error = match call.send().await {
            Ok(answer) => {
                return Token::from_answer(answer, None, registration.clone(), self.now())
                    .map_or_else(Progress::Failed, Progress::Done);
            }
            Err(error) => error,
        };
        match error.code() {
            Some("AuthorizationPendingException") => Progress::Pending,
            Some("SlowDownException") => Progress::SlowDown,
            _ => Progress::Failed(failure(Asked::SignIn, error)),
        }
    }
}

/// Whether the network was away, so that nothing was sent.
fn is_unsent(code: FailureCode) -> bool {
    matches!(
        code,
        FailureCode::Offline
            | FailureCode::NameNotFound
            | FailureCode::ConnectionBlocked
            | FailureCode::ProxyUnreachable
    )
}

/// Whether asking once more may bring an answer.
fn is_passing(code: FailureCode) -> bool {
    is_unsent(code)
        || matches!(
            code,
            FailureCode::TimedOut | FailureCode::AnswerLost | FailureCode::ServiceFault | FailureCode::Busy
        )
}
