//! From the SDK's error to a [`Failure`], for a call signed with AWS credentials.

use std::error::Error;

use aws_credential_types::provider::error::CredentialsError;
use aws_sdk_cognitoidentityprovider::error::ProvideErrorMetadata;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;

use crate::classify::denied_action;
use crate::failure::{Failure, FailureCode, Retry};
use crate::sent::{Sent, find};

/// What to tell of an act that failed. `typed` is what a person gave for it: none of it comes back.
pub(super) fn act<E>(typed: Vec<&str>, error: SdkError<E, HttpResponse>) -> Failure
where
    E: Error + ProvideErrorMetadata + 'static,
{
    if let Some(failure) = no_credentials(&error) {
        return failure;
    }
    let action = error
        .as_service_error()
        .and_then(|refused| refused.message())
        .and_then(denied_action)
        .map(str::to_owned);
    let mut failure = Sent::of(typed).failure(error);
    if failure.code == FailureCode::AccessDenied {
        failure.detail = action;
    }
    failure
}

/// What to tell of a read that failed. Nothing can have happened by it, so where no answer came it
/// may be tried again.
pub(super) fn read<E>(typed: Vec<&str>, error: SdkError<E, HttpResponse>) -> Failure
where
    E: Error + ProvideErrorMetadata + 'static,
{
    let failure = act(typed, error);
    match failure.retry {
        Retry::UnknownOutcome => failure.retry(Retry::Now),
        _ => failure,
    }
}

/// Whether the call ended before it was sent, because there were no credentials to sign it with, and
/// their provider gave no [`Failure`] of its own as the reason.
fn no_credentials(error: &(dyn Error + 'static)) -> Option<Failure> {
    if find::<Failure>(error).is_some() {
        return None;
    }
    Some(match find::<CredentialsError>(error)? {
        CredentialsError::ProviderTimedOut(_) => Failure::new(FailureCode::TimedOut).retry(Retry::Now),
        CredentialsError::CredentialsNotLoaded(_) => FailureCode::AccessMissing.into(),
        _ => FailureCode::Unknown.into(),
    })
}
