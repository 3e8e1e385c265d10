//! The calls of a sign-in, and the service's answers to them in one form. Each is sent once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use aws_sdk_cognitoidentityprovider::error::ProvideErrorMetadata;
use aws_sdk_cognitoidentityprovider::operation::initiate_auth::InitiateAuthOutput;
use aws_sdk_cognitoidentityprovider::operation::respond_to_auth_challenge::RespondToAuthChallengeOutput;
use aws_sdk_cognitoidentityprovider::types::{
    AuthFlowType, AuthenticationResultType, ChallengeNameType, VerifySoftwareTokenResponseType,
};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::BeforeDeserializationInterceptorContextRef;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::DateTime;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::date_time::Format;
use secrecy::{ExposeSecret, SecretString};

use super::attributes;
use crate::client::Client;
use crate::failure::{Failure, FailureCode};
use crate::input::ConfirmationCode;
use crate::sent::Sent;
use crate::srp::ClockOffset;
use crate::unlogged::unlogged;

/// What the service says next: a challenge with its session and parameters, or tokens.
/// Without `Debug`: the parameters hold the user's attributes.
#[derive(Default)]
pub(super) struct Answer {
    pub(super) challenge: Option<ChallengeNameType>,
    pub(super) session: Option<SecretString>,
    parameters: HashMap<String, String>,
    pub(super) available: Vec<ChallengeNameType>,
    pub(super) tokens: Option<AuthenticationResultType>,
}

impl Answer {
    /// One of `ChallengeParameters`, unless it is empty.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters
            .get(name)
            .map(String::as_str)
            .filter(|text| !text.is_empty())
    }

    /// A list that the service writes as JSON text in one of `ChallengeParameters`. Nothing if it
    /// isn't there or isn't a list.
    pub(super) fn listed(&self, name: &str) -> Option<Vec<String>> {
        serde_json::from_str(self.parameter(name)?).ok()
    }
}

impl From<InitiateAuthOutput> for Answer {
    fn from(answer: InitiateAuthOutput) -> Self {
        Self {
            challenge: answer.challenge_name,
            session: answer.session.map(SecretString::from),
            parameters: answer.challenge_parameters.unwrap_or_default(),
            available: answer.available_challenges.unwrap_or_default(),
            tokens: answer.authentication_result,
        }
    }
}

impl From<RespondToAuthChallengeOutput> for Answer {
    fn from(answer: RespondToAuthChallengeOutput) -> Self {
        Self {
            challenge: answer.challenge_name,
            session: answer.session.map(SecretString::from),
            parameters: answer.challenge_parameters.unwrap_or_default(),
            available: answer.available_challenges.unwrap_or_default(),
            tokens: answer.authentication_result,
        }
    }
}

/// Members of AuthParameters or ChallengeResponses.
pub(super) type Members = HashMap<String, String>;

/// `InitiateAuth`. Also says how far the service's clock is from this computer's, where the answer
/// has a date.
pub(super) async fn initiate(
    client: &Client,
    flow: AuthFlowType,
    members: Members,
    sent: Sent<'_>,
) -> Result<(Answer, Option<ClockOffset>), Failure> {
    let clock = ServiceClock::default();
    let answer = client
        .sdk
        .initiate_auth()
        .client_id(client.client_id())
        .auth_flow(flow)
        .set_auth_parameters(Some(members))
        .customize()
        .interceptor(clock.clone())
        .send();
    let answer = unlogged(answer).await.map_err(|error| sent.failure(error))?;
    Ok((answer.into(), clock.offset()))
}

/// `RespondToAuthChallenge`.
pub(super) async fn respond(
    client: &Client,
    challenge: ChallengeNameType,
    session: Option<&SecretString>,
    members: Members,
    sent: Sent<'_>,
) -> Result<Answer, Failure> {
    let answer = client
        .sdk
        .respond_to_auth_challenge()
        .client_id(client.client_id())
        .challenge_name(challenge)
        .set_session(text_of(session))
        .set_challenge_responses(Some(members.clone()))
        .send();
    let answer = unlogged(answer).await.map_err(|error| {
        let attribute = refused_attribute(error.message(), &members);
        let failure = sent.failure(error);
        match (failure.code, attribute) {
            (FailureCode::AttributeFixed, Some(name)) => failure.detail(name),
            _ => failure,
        }
    })?;
    Ok(answer.into())
}

/// Which of the attributes that were sent the refusal ends with ("Cannot modify an already provided
/// email"). Nothing else of the text.
fn refused_attribute(message: Option<&str>, members: &Members) -> Option<String> {
    let last = message?.split_whitespace().next_back()?;
    members
        .contains_key(&format!("{}{last}", attributes::PREFIX))
        .then(|| last.to_owned())
}

/// `AssociateSoftwareToken`: the secret for an authenticator app, in Base32, and the next session.
pub(super) async fn associate(
    client: &Client,
    session: Option<&SecretString>,
    sent: Sent<'_>,
) -> Result<(SecretString, Option<SecretString>), Failure> {
    let answer = client
        .sdk
        .associate_software_token()
        .set_session(text_of(session))
        .send();
    let answer = unlogged(answer).await.map_err(|error| sent.failure(error))?;
    let secret = answer.secret_code.ok_or(FailureCode::Unknown)?;
    Ok((SecretString::from(secret), answer.session.map(SecretString::from)))
}

/// `VerifySoftwareToken`: whether the code was right, and the next session.
///
/// The service may refuse a code in an answer that is no error (`Status` other than `SUCCESS`), and
/// even that answer uses the session up.
pub(super) async fn verify(
    client: &Client,
    session: Option<&SecretString>,
    code: &ConfirmationCode,
    sent: Sent<'_>,
) -> Result<(bool, Option<SecretString>), Failure> {
    let answer = client
        .sdk
        .verify_software_token()
        .set_session(text_of(session))
        .user_code(code.expose())
        .send();
    let answer = unlogged(answer).await.map_err(|error| sent.failure(error))?;
    let right = answer.status == Some(VerifySoftwareTokenResponseType::Success);
    Ok((right, answer.session.map(SecretString::from)))
}

/// `RevokeToken`: the refresh token, and with it the access tokens that came of it. Whether it
/// worked changes nothing for anybody.
///
/// Not `GlobalSignOut`: that would end the person's sign-ins on every other device, too.
pub(super) async fn revoke(client: Client, tokens: AuthenticationResultType) {
    let Some(refresh) = tokens.refresh_token else {
        return;
    };
    let revoked = client
        .sdk
        .revoke_token()
        .client_id(client.client_id())
        .set_client_secret(client.raw_secret())
        .token(&refresh)
        .send();
    let revoked = unlogged(revoked)
        .await
        .map_err(|error| Sent::of(vec![&refresh]).failure(error));
    if revoked.is_err() {
        tracing::info!("the tokens of a sign-in were not revoked; they are gone from this computer");
    }
}

fn text_of(secret: Option<&SecretString>) -> Option<String> {
    secret.map(|secret| secret.expose_secret().to_owned())
}

/// Reads the service's clock off the `Date` of an answer.
#[derive(Clone, Debug, Default)]
struct ServiceClock(Arc<Mutex<Option<ClockOffset>>>);

impl ServiceClock {
    fn offset(&self) -> Option<ClockOffset> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Intercept for ServiceClock {
    fn name(&self) -> &'static str {
        "ServiceClock"
    }

    fn read_before_deserialization(
        &self,
        context: &BeforeDeserializationInterceptorContextRef<'_>,
        _components: &RuntimeComponents,
        _config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let date = context.response().headers().get("date");
        let service = date.and_then(|date| DateTime::from_str(date, Format::HttpDate).ok());
        let here = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let here = i64::try_from(here.as_secs()).unwrap_or_default();
        if let Some(service) = service {
            let offset = ClockOffset::between(here, service.secs());
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(offset);
        }
        Ok(())
    }
}
