//! The service's errors, row by row: which [`FailureCode`] each becomes.
//!
//! The code string decides first, then the message: the same exception means different things
//! with different words. Messages are matched in part and without regard to case, because their
//! ends and prefixes have changed over the years. Not every error that an operation sends is in
//! its model, so nothing here depends on the SDK's typed variants.

use crate::failure::{FailureCode, Retry};

/// Seconds to wait after too many tries: the service counts them by the hour.
const AN_HOUR: u32 = 60 * 60;
/// Seconds to wait after too many wrong passwords: the longest lock.
const LONGEST_LOCK: u32 = 15 * 60;
/// Seconds to wait after a quota: quotas are per second, and shared with everybody.
const A_MOMENT: u32 = 5;

/// One row: an exception, a part of its message (empty: any), and what it becomes.
type Row = (&'static str, &'static str, FailureCode);

/// In order: the first row that fits decides.
#[rustfmt::skip]
const ROWS: &[Row] = &[
    ("NotAuthorizedException", "incorrect username or password", FailureCode::WrongPassword),
    ("NotAuthorizedException", "password attempts exceeded", FailureCode::LockedOut),
    ("NotAuthorizedException", "user is disabled", FailureCode::UserDisabled),
    ("NotAuthorizedException", "cannot be reset in the current state", FailureCode::TemporaryPasswordPending),
    ("NotAuthorizedException", "contact administrator to reset password", FailureCode::RecoveryByAdminOnly),
    ("NotAuthorizedException", "temporary password has expired", FailureCode::TemporaryPasswordExpired),
    ("NotAuthorizedException", "unable to verify secret hash", FailureCode::SecretWrong),
    ("InvalidParameterException", "not configured for secret", FailureCode::SecretWrong),
    ("NotAuthorizedException", "secret_hash was not received", FailureCode::SecretMissing),
    ("NotAuthorizedException", "secret was not received", FailureCode::SecretMissing),
    ("NotAuthorizedException", "invalid session for the user", FailureCode::SessionEnded),
    ("NotAuthorizedException", "token has been revoked", FailureCode::SignedOut),
    ("NotAuthorizedException", "token has expired", FailureCode::SignedOut),
    ("NotAuthorizedException", "invalid access token", FailureCode::SignedOut),
    ("NotAuthorizedException", "invalid refresh token", FailureCode::SignedOut),
    ("NotAuthorizedException", "does not have required scopes", FailureCode::NotSupported),
    ("NotAuthorizedException", "because of security reasons", FailureCode::BlockedByRisk),
    ("NotAuthorizedException", "current status is confirmed", FailureCode::AlreadyConfirmed),
    ("NotAuthorizedException", "auto verification not turned on", FailureCode::CodesNotSent),
    ("NotAuthorizedException", "cannot modify an already provided", FailureCode::AttributeFixed),

    ("InvalidParameterException", "no registered/verified email or phone", FailureCode::NoVerifiedContact),
    ("InvalidParameterException", "could not reset password for the account", FailureCode::NoVerifiedContact),
    ("InvalidParameterException", "user is already confirmed", FailureCode::AlreadyConfirmed),
    ("InvalidParameterException", "secret was not received", FailureCode::SecretMissing),
    ("InvalidParameterException", "flow not enabled", FailureCode::FlowNotEnabled),
    ("InvalidParameterException", "is not enabled for the client", FailureCode::FlowNotEnabled),
    ("InvalidParameterException", "initiate auth method not supported", FailureCode::FlowNotEnabled),
    ("InvalidParameterException", "username should be either an email or a phone", FailureCode::UsernameNotContact),
    ("InvalidParameterException", "invalid attributes given", FailureCode::AttributeMissing),
    ("InvalidParameterException", "does not have delivery config", FailureCode::SecondFactorMissing),
    ("InvalidParameterException", "error while parsing filter", FailureCode::FilterMalformed),
    ("InvalidParameterException", "invalid search attribute", FailureCode::FilterMalformed),
    ("InvalidParameterException", "paging marker", FailureCode::SearchEnded),
    ("InvalidParameterException", "at 'filter' failed to satisfy", FailureCode::FilterMalformed),
    ("InvalidParameterException", "at 'userpoolid' failed to satisfy", FailureCode::PoolNotFound),
    ("InvalidParameterException", "at 'clientid' failed to satisfy", FailureCode::ClientNotFound),
    ("InvalidParameterException", "at 'password' failed to satisfy", FailureCode::PasswordEdgeSpace),
    ("InvalidParameterException", "at 'username' failed to satisfy", FailureCode::UsernameMalformed),
    ("InvalidParameterException", "at 'confirmationcode' failed to satisfy", FailureCode::CodeMalformed),
    ("InvalidParameterException", "", FailureCode::InputRefused),

    ("InvalidPasswordException", "not long enough", FailureCode::PasswordTooShort),
    ("InvalidPasswordException", "uppercase", FailureCode::PasswordNeedsUppercase),
    ("InvalidPasswordException", "lowercase", FailureCode::PasswordNeedsLowercase),
    ("InvalidPasswordException", "numeric", FailureCode::PasswordNeedsNumber),
    ("InvalidPasswordException", "symbol", FailureCode::PasswordNeedsSymbol),
    ("InvalidPasswordException", "histor", FailureCode::PasswordReused),
    ("InvalidPasswordException", "previous", FailureCode::PasswordReused),
    ("InvalidPasswordException", "", FailureCode::PasswordRefused),
    ("PasswordHistoryPolicyViolationException", "", FailureCode::PasswordReused),

    ("CodeMismatchException", "", FailureCode::CodeWrong),
    ("ExpiredCodeException", "software token has already been used", FailureCode::AuthenticatorCodeUsed),
    ("ExpiredCodeException", "", FailureCode::CodeExpired),
    ("EnableSoftwareTokenMFAException", "", FailureCode::CodeWrong),

    ("UserNotFoundException", "", FailureCode::UserNotFound),
    ("UserNotConfirmedException", "", FailureCode::SignUpUnfinished),
    ("PasswordResetRequiredException", "", FailureCode::PasswordResetRequired),
    ("AliasExistsException", "", FailureCode::AliasTaken),
    ("UsernameExistsException", "", FailureCode::UserExists),
    ("UnsupportedUserStateException", "", FailureCode::InvitationNotPossible),
    ("MFAMethodNotFoundException", "", FailureCode::SecondFactorMissing),
    ("SoftwareTokenMFANotFoundException", "", FailureCode::SecondFactorMissing),

    ("LimitExceededException", "daily email limit", FailureCode::MailLimit),
    ("LimitExceededException", "", FailureCode::TooManyTries),
    ("TooManyFailedAttemptsException", "", FailureCode::TooManyTries),
    ("TooManyRequestsException", "", FailureCode::Busy),
    ("ThrottlingException", "", FailureCode::Busy),

    ("CodeDeliveryFailureException", "", FailureCode::DeliveryFailed),
    ("InvalidSmsRoleAccessPolicyException", "", FailureCode::DeliverySetup),
    ("InvalidSmsRoleTrustRelationshipException", "", FailureCode::DeliverySetup),
    ("InvalidEmailRoleAccessPolicyException", "", FailureCode::DeliverySetup),
    ("UnexpectedLambdaException", "", FailureCode::PoolFunctionFailed),
    ("UserLambdaValidationException", "", FailureCode::PoolFunctionFailed),
    ("InvalidLambdaResponseException", "", FailureCode::PoolFunctionFailed),
    ("ForbiddenException", "", FailureCode::BlockedByFirewall),

    ("ResourceNotFoundException", "user pool client", FailureCode::ClientNotFound),
    ("ResourceNotFoundException", "user pool", FailureCode::PoolNotFound),
    ("ResourceNotFoundException", "group", FailureCode::GroupNotFound),
    ("ResourceNotFoundException", "", FailureCode::PoolNotFound),
    ("InvalidUserPoolConfigurationException", "", FailureCode::PoolMisconfigured),
    ("PreconditionNotMetException", "", FailureCode::PoolMisconfigured),
    ("UserPoolTaggingException", "", FailureCode::PoolMisconfigured),
    ("InvalidOAuthFlowException", "", FailureCode::PoolMisconfigured),
    ("ScopeDoesNotExistException", "", FailureCode::PoolMisconfigured),
    ("UserPoolAddOnNotEnabledException", "", FailureCode::TierLacksFeature),
    ("FeatureUnavailableInTierException", "", FailureCode::TierLacksFeature),
    ("OperationNotEnabledException", "", FailureCode::WrongRegion),
    ("ConcurrentModificationException", "", FailureCode::ChangedMeanwhile),
    ("UnsupportedOperationException", "", FailureCode::NotSupported),
    ("UnsupportedTokenTypeException", "", FailureCode::NotSupported),
    ("UnauthorizedException", "", FailureCode::NotSupported),
    ("UnknownOperationException", "", FailureCode::NotSupported),

    ("AccessDeniedException", "", FailureCode::AccessDenied),
    ("AccessDenied", "", FailureCode::AccessDenied),
    ("UnrecognizedClientException", "", FailureCode::AccessInvalid),
    ("InvalidClientTokenId", "", FailureCode::AccessInvalid),
    ("InvalidSignatureException", "signature expired", FailureCode::ClockWrong),
    ("InvalidSignatureException", "signature not yet current", FailureCode::ClockWrong),
    ("InvalidSignatureException", "", FailureCode::AccessInvalid),
    ("SignatureDoesNotMatch", "signature expired", FailureCode::ClockWrong),
    ("SignatureDoesNotMatch", "signature not yet current", FailureCode::ClockWrong),
    ("SignatureDoesNotMatch", "", FailureCode::AccessInvalid),
    ("IncompleteSignatureException", "", FailureCode::AccessInvalid),
    ("MissingAuthenticationToken", "", FailureCode::AccessInvalid),
    ("MissingAuthenticationTokenException", "", FailureCode::AccessInvalid),
    ("RequestExpired", "", FailureCode::ClockWrong),
    ("RequestTimeTooSkewed", "", FailureCode::ClockWrong),
    ("ExpiredTokenException", "", FailureCode::AccessExpired),
    ("ExpiredToken", "", FailureCode::AccessExpired),

    ("InternalErrorException", "", FailureCode::ServiceFault),
    ("InternalServerException", "", FailureCode::ServiceFault),
    ("InternalFailure", "", FailureCode::ServiceFault),
    ("ServiceUnavailable", "", FailureCode::ServiceFault),
];

/// What an error with this code string and message is, if it is known.
#[must_use]
pub fn classify(code: &str, message: &str) -> Option<FailureCode> {
    let message = message.to_lowercase();
    ROWS.iter()
        .find(|(row_code, part, _)| *row_code == code && message.contains(part))
        .map(|(_, _, becomes)| *becomes)
}

/// The action that a refusal of IAM names: `AdminGetUser` for Amazon Cognito's own, with the
/// service's prefix for another's (`kms:Decrypt`). Nothing else of the message, least of all an ARN.
#[must_use]
pub fn denied_action(message: &str) -> Option<&str> {
    let (_, rest) = message.split_once("not authorized to perform: ")?;
    let action = rest.split(|character: char| character.is_whitespace()).next()?;
    let (service, operation) = action.split_once(':')?;
    let is_word = |word: &str| {
        (1..=64).contains(&word.len())
            && word
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    if !is_word(service) || !is_word(operation) {
        None
    } else if service == "cognito-idp" {
        Some(operation)
    } else {
        Some(action)
    }
}

/// Whether the same call makes sense again after the service answered with `code`.
#[must_use]
pub fn retry_after_answer(code: FailureCode) -> Retry {
    match code {
        FailureCode::TooManyTries => Retry::After { seconds: AN_HOUR },
        FailureCode::LockedOut => Retry::After {
            seconds: LONGEST_LOCK,
        },
        FailureCode::Busy => Retry::After { seconds: A_MOMENT },
        FailureCode::ServiceFault | FailureCode::DeliveryFailed | FailureCode::ChangedMeanwhile => Retry::Now,
        _ => Retry::Never,
    }
}

#[cfg(test)]
mod tests;
