//! From the SDK's error to a [`Failure`], for one call.

use std::error::Error;

use ::network::NetworkFault;
pub use ::network::find;
use aws_sdk_cognitoidentityprovider::error::ProvideErrorMetadata;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::{ConnectorError, SdkError};

use crate::classify::{classify, retry_after_answer};
use crate::failure::{Failure, FailureCode, Retry};
use crate::input::Username;
use crate::scrub::scrub;

/// One call that was sent, with what a person typed for it: none of that may come back in an
/// error text.
pub(crate) struct Sent<'a> {
    typed: Vec<&'a str>,
}

impl<'a> Sent<'a> {
    pub(crate) fn with(username: &'a Username) -> Self {
        Self {
            typed: vec![username.as_str()],
        }
    }

    /// A call for which `typed` was typed, all of it.
    pub(crate) fn of(typed: Vec<&'a str>) -> Self {
        Self { typed }
    }

    pub(crate) fn and(mut self, typed: &'a str) -> Self {
        self.typed.push(typed);
        self
    }

    /// What to tell of `error`.
    pub(crate) fn failure<E: ProvideErrorMetadata + Error + 'static>(
        &self,
        error: SdkError<E, HttpResponse>,
    ) -> Failure {
        let mut failure = failure(error, Wire::Json, &self.typed, classify);
        // A service that failed may have done it before.
        if failure.code == FailureCode::ServiceFault {
            failure = failure.retry(Retry::UnknownOutcome);
        }
        // Not even the log of the recovery window tells whether an account exists.
        if failure.code != FailureCode::UserNotFound {
            log(&failure);
        }
        failure
    }
}

/// How the asked service writes its answers; what is written otherwise came from somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wire {
    /// JSON: Cognito, IAM Identity Center.
    Json,
    /// XML: STS.
    Xml,
}

impl Wire {
    /// Whether this answer is written as the service writes.
    fn is_spoken_in(self, raw: &HttpResponse) -> bool {
        let content_type = raw.headers().get("content-type").unwrap_or_default();
        match self {
            Self::Json => content_type.contains("json"),
            // Not `application/xhtml+xml`, which is for people.
            Self::Xml => content_type.starts_with("text/xml") || content_type.starts_with("application/xml"),
        }
    }
}

/// What to tell of the `error` of one call to a service that writes as `wire` says.
///
/// `typed` is what a person typed for it, none of which comes back in `detail`; `classify` knows
/// the service's errors by their code and message. A failure that the credentials provider had
/// before anything was sent comes out as it went in.
pub fn failure<E: ProvideErrorMetadata + Error + 'static>(
    error: SdkError<E, HttpResponse>,
    wire: Wire,
    typed: &[&str],
    classify: impl Fn(&str, &str) -> Option<FailureCode>,
) -> Failure {
    if let Some(failure) = find::<Failure>(&error) {
        return failure.clone();
    }
    match &error {
        SdkError::ServiceError(answer) => answered(answer.err(), answer.raw(), wire, typed, classify),
        SdkError::ResponseError(answer) => unreadable(answer.raw(), wire),
        SdkError::DispatchFailure(failure) => match failure.as_connector_error() {
            Some(error) => undelivered(error),
            None => Failure::new(FailureCode::Unknown),
        },
        // The clock ran out on the whole operation: it may have arrived.
        SdkError::TimeoutError(_) => Failure::new(FailureCode::TimedOut).retry(Retry::UnknownOutcome),
        _ => Failure::new(FailureCode::Unknown),
    }
}

/// Notes in the log that a call failed, without anything that identifies anybody.
pub fn log(failure: &Failure) {
    tracing::info!(
        code = %failure.code,
        request_id = failure.request_id.as_deref().unwrap_or("none"),
        "the call failed"
    );
}

fn answered(
    error: &impl ProvideErrorMetadata,
    raw: &HttpResponse,
    wire: Wire,
    typed: &[&str],
    classify: impl Fn(&str, &str) -> Option<FailureCode>,
) -> Failure {
    let Some(code) = error.code() else {
        return unreadable(raw, wire);
    };
    let message = error.message().unwrap_or_default();
    let mut failure = match classify(code, message) {
        Some(known) => Failure::new(known).retry(retry_after_answer(known)),
        None if raw.status().is_server_error() => Failure::new(FailureCode::ServiceFault).retry(Retry::Now),
        None => Failure::new(FailureCode::Unknown).detail(scrub(&format!("{code}: {message}"), typed)),
    };
    failure.request_id = request_id(raw);
    failure
}

/// The service's id of a request, if it looks like one.
pub(crate) fn request_id(raw: &HttpResponse) -> Option<String> {
    let id = raw.headers().get("x-amzn-requestid")?;
    let well_formed = id.len() <= 64
        && id
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    well_formed.then(|| id.to_owned())
}

/// An answer without one of the service's errors in it.
fn unreadable(raw: &HttpResponse, wire: Wire) -> Failure {
    let ours = wire.is_spoken_in(raw);
    match raw.status().as_u16() {
        407 => Failure::new(FailureCode::ProxyAsksForPassword),
        // A web firewall in front of the service may answer in its own words.
        403 if ours => Failure::new(FailureCode::BlockedByFirewall),
        500..=599 if raw.status().as_u16() != 511 => {
            // A gateway that gave up may have passed the request on.
            Failure::new(FailureCode::ServiceFault).retry(Retry::UnknownOutcome)
        }
        _ if ours => Failure::new(FailureCode::AnswerLost).retry(Retry::UnknownOutcome),
        _ => Failure::new(FailureCode::CaptivePortal).retry(Retry::Now),
    }
}

/// A request that got no answer. Whether it arrived decides what may be said: with a
/// [`NetworkFault`] nothing was sent.
#[must_use]
pub fn undelivered(error: &ConnectorError) -> Failure {
    if let Some(fault) = find::<NetworkFault>(error) {
        fault.clone().into()
    } else if error.is_timeout() {
        Failure::new(FailureCode::TimedOut).retry(Retry::UnknownOutcome)
    } else {
        Failure::new(FailureCode::AnswerLost).retry(Retry::UnknownOutcome)
    }
}
