//! The service's error catalogue, each message as it was observed or documented.

use super::*;
use FailureCode as Is;

/// Exception, exact message, what it has to become.
#[rustfmt::skip]
const CATALOGUE: &[(&str, &str, FailureCode)] = &[
    ("ResourceNotFoundException", "User pool eu-central-1_abc does not exist.", Is::PoolNotFound),
    ("ResourceNotFoundException", "User pool client 4p1c2e3x does not exist.", Is::ClientNotFound),
    ("ResourceNotFoundException", "User pool client does not exist.", Is::ClientNotFound),
    ("UserNotFoundException", "User does not exist.", Is::UserNotFound),
    ("UserNotFoundException", "Username/client id combination not found.", Is::UserNotFound),
    ("UserNotConfirmedException", "User is not confirmed.", Is::SignUpUnfinished),
    ("PasswordResetRequiredException", "Password reset required for the user", Is::PasswordResetRequired),
    ("TooManyRequestsException", "Too many requests", Is::Busy),
    ("TooManyRequestsException", "Rate exceeded", Is::Busy),
    ("LimitExceededException", "Attempt limit exceeded, please try after some time.", Is::TooManyTries),
    ("LimitExceededException", "Exceeded daily email limit for the operation or the account. If a higher limit is required, please configure your user pool to use your own Amazon SES configuration for sending email.", Is::MailLimit),
    ("TooManyFailedAttemptsException", "Too many failed attempts", Is::TooManyTries),
    ("CodeMismatchException", "Invalid verification code provided, please try again.", Is::CodeWrong),
    ("CodeMismatchException", "Invalid code or auth state for the user.", Is::CodeWrong),
    ("CodeMismatchException", "Invalid code received for user", Is::CodeWrong),
    ("ExpiredCodeException", "Invalid code provided, please request a code again.", Is::CodeExpired),
    ("ExpiredCodeException", "Your software token has already been used once.", Is::AuthenticatorCodeUsed),
    ("PasswordHistoryPolicyViolationException", "", Is::PasswordReused),
    ("CodeDeliveryFailureException", "", Is::DeliveryFailed),
    ("UnexpectedLambdaException", "", Is::PoolFunctionFailed),
    ("UserLambdaValidationException", "PreSignUp failed with error nope.", Is::PoolFunctionFailed),
    ("InvalidLambdaResponseException", "Unrecognizable lambda output", Is::PoolFunctionFailed),
    ("InvalidSmsRoleAccessPolicyException", "", Is::DeliverySetup),
    ("InvalidSmsRoleTrustRelationshipException", "", Is::DeliverySetup),
    ("InvalidEmailRoleAccessPolicyException", "", Is::DeliverySetup),
    ("ForbiddenException", "Request not allowed due to WAF block.", Is::BlockedByFirewall),
    ("AliasExistsException", "An account with the email already exists.", Is::AliasTaken),
    ("AliasExistsException", "An account with the given email already exists.", Is::AliasTaken),
    ("UnsupportedUserStateException", "Resend not possible. x status is not FORCE_CHANGE_PASSWORD", Is::InvitationNotPossible),
    ("UsernameExistsException", "User account already exists", Is::UserExists),
    ("UsernameExistsException", "User already exists", Is::UserExists),
    ("MFAMethodNotFoundException", "", Is::SecondFactorMissing),
    ("SoftwareTokenMFANotFoundException", "", Is::SecondFactorMissing),
    ("EnableSoftwareTokenMFAException", "Code mismatch", Is::CodeWrong),
    ("EnableSoftwareTokenMFAException", "Code mismatch and fail enable Software Token MFA", Is::CodeWrong),
    ("InvalidUserPoolConfigurationException", "", Is::PoolMisconfigured),
    ("UnsupportedOperationException", "", Is::NotSupported),
    ("PreconditionNotMetException", "", Is::PoolMisconfigured),
    ("ConcurrentModificationException", "", Is::ChangedMeanwhile),
    ("UserPoolAddOnNotEnabledException", "", Is::TierLacksFeature),
    ("UserPoolTaggingException", "", Is::PoolMisconfigured),
    ("ScopeDoesNotExistException", "", Is::PoolMisconfigured),
    ("InvalidOAuthFlowException", "", Is::PoolMisconfigured),
    ("FeatureUnavailableInTierException", "", Is::TierLacksFeature),
    ("UnauthorizedException", "", Is::NotSupported),
    ("UnsupportedTokenTypeException", "", Is::NotSupported),
    ("OperationNotEnabledException", "", Is::WrongRegion),
    ("InternalErrorException", "", Is::ServiceFault),
    ("AccessDeniedException", "User: arn:aws:iam::1:user/x is not authorized to perform: cognito-idp:AdminGetUser on resource: y", Is::AccessDenied),
    ("UnrecognizedClientException", "The security token included in the request is invalid.", Is::AccessInvalid),
    ("ExpiredTokenException", "The security token included in the request is expired", Is::AccessExpired),
    ("InvalidSignatureException", "The request signature we calculated does not match the signature you provided.", Is::AccessInvalid),
    ("InvalidSignatureException", "Signature expired: 20260101T000000Z is now earlier than 20260101T001000Z", Is::ClockWrong),
    ("MissingAuthenticationToken", "Missing Authentication Token", Is::AccessInvalid),
    ("SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided.", Is::AccessInvalid),
    ("SignatureDoesNotMatch", "Signature not yet current: 20260101T001000Z is still later than 20260101T000500Z", Is::ClockWrong),
    ("IncompleteSignatureException", "Authorization header requires 'Credential' parameter.", Is::AccessInvalid),
    ("AccessDenied", "User: arn:aws:iam::1:user/x is not authorized to perform: sts:AssumeRole on resource: y", Is::AccessDenied),
    ("RequestTimeTooSkewed", "The difference between the request time and the current time is too large.", Is::ClockWrong),
    ("ExpiredToken", "The security token included in the request is expired", Is::AccessExpired),
    ("InvalidParameterException", "Paging marker CAISlAIIARKT is invalid for request 1", Is::SearchEnded),
    ("InvalidParameterException", "1 validation error detected: Value at 'filter' failed to satisfy constraint: Member must have length less than or equal to 256", Is::FilterMalformed),
    ("InvalidParameterException", "1 validation error detected: Value 'x' at 'userPoolId' failed to satisfy constraint: Member must satisfy regular expression pattern: x", Is::PoolNotFound),

    ("NotAuthorizedException", "Incorrect username or password.", Is::WrongPassword),
    ("NotAuthorizedException", "Password attempts exceeded", Is::LockedOut),
    ("NotAuthorizedException", "User is disabled.", Is::UserDisabled),
    ("NotAuthorizedException", "User is disabled", Is::UserDisabled),
    ("NotAuthorizedException", "User password cannot be reset in the current state.", Is::TemporaryPasswordPending),
    ("NotAuthorizedException", "Contact administrator to reset password.", Is::RecoveryByAdminOnly),
    ("NotAuthorizedException", "Temporary password has expired and must be reset by an administrator.", Is::TemporaryPasswordExpired),
    ("NotAuthorizedException", "Unable to verify secret hash for client 4p1c2e3x", Is::SecretWrong),
    ("InvalidParameterException", "App client 4p1c2e3x is not configured for secret but secret hash was received", Is::SecretWrong),
    ("NotAuthorizedException", "Client 4p1c2e3x is configured with secret but SECRET_HASH was not received", Is::SecretMissing),
    ("NotAuthorizedException", "Client 4p1c2e3x is configured for secret but secret was not received", Is::SecretMissing),
    ("InvalidParameterException", "Client 4p1c2e3x is configured for secret but secret was not received", Is::SecretMissing),
    ("NotAuthorizedException", "Invalid session for the user, session is expired.", Is::SessionEnded),
    ("NotAuthorizedException", "Invalid session for the user, session can only be used once.", Is::SessionEnded),
    ("NotAuthorizedException", "Invalid session for the user.", Is::SessionEnded),
    ("NotAuthorizedException", "Access Token has been revoked", Is::SignedOut),
    ("NotAuthorizedException", "Access Token has expired", Is::SignedOut),
    ("NotAuthorizedException", "Invalid Access Token", Is::SignedOut),
    ("NotAuthorizedException", "Access Token does not have required scopes", Is::NotSupported),
    ("NotAuthorizedException", "Refresh Token has been revoked", Is::SignedOut),
    ("NotAuthorizedException", "Refresh Token has expired", Is::SignedOut),
    ("NotAuthorizedException", "Invalid Refresh Token", Is::SignedOut),
    ("NotAuthorizedException", "Unable to login because of security reasons.", Is::BlockedByRisk),
    ("NotAuthorizedException", "User cannot be confirmed. Current status is CONFIRMED", Is::AlreadyConfirmed),
    ("NotAuthorizedException", "Cannot resend codes. Auto verification not turned on.", Is::CodesNotSent),
    ("NotAuthorizedException", "Cannot modify an already provided email", Is::AttributeFixed),
    ("InvalidParameterException", "User is already confirmed.", Is::AlreadyConfirmed),
    ("InvalidParameterException", "Cannot reset password for the user as there is no registered/verified email or phone_number", Is::NoVerifiedContact),
    ("InvalidParameterException", "Could not reset password for the account, please contact support or try again", Is::NoVerifiedContact),
    ("InvalidParameterException", "USER_PASSWORD_AUTH flow not enabled for this client", Is::FlowNotEnabled),
    ("InvalidParameterException", "Auth flow not enabled for this client", Is::FlowNotEnabled),
    ("InvalidParameterException", "Initiate Auth method not supported.", Is::FlowNotEnabled),
    ("InvalidParameterException", "Username should be either an email or a phone number.", Is::UsernameNotContact),
    ("InvalidParameterException", "Missing required parameter USERNAME", Is::InputRefused),
    ("InvalidParameterException", "Invalid attributes given, name is missing", Is::AttributeMissing),
    ("InvalidParameterException", "User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA", Is::SecondFactorMissing),
    ("InvalidParameterException", "Error while parsing filter", Is::FilterMalformed),
    ("InvalidParameterException", "Invalid search attribute: fax", Is::FilterMalformed),
    ("InvalidParameterException", r"1 validation error detected: Value at 'password' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[\S]+.*[\S]+$", Is::PasswordEdgeSpace),
    ("InvalidPasswordException", "Password did not conform with policy: Password not long enough", Is::PasswordTooShort),
    ("InvalidPasswordException", "Password did not conform with password policy: Password must have uppercase characters", Is::PasswordNeedsUppercase),
    ("InvalidPasswordException", "Password does not conform to policy: Password must have lowercase characters", Is::PasswordNeedsLowercase),
    ("InvalidPasswordException", "Password did not conform with policy: Password must have numeric characters", Is::PasswordNeedsNumber),
    ("InvalidPasswordException", "Password did not conform with policy: Password must have symbol characters", Is::PasswordNeedsSymbol),
    ("InvalidPasswordException", "Something new", Is::PasswordRefused),
];

#[test]
fn every_row_of_the_catalogue_is_classified() {
    for (code, message, expected) in CATALOGUE {
        assert_eq!(classify(code, message), Some(*expected), "{code}: {message}");
    }
}

#[test]
fn every_row_of_the_table_is_in_the_catalogue() {
    let reached: Vec<&str> = CATALOGUE.iter().map(|(code, ..)| *code).collect();
    for (code, ..) in ROWS {
        let newer = [
            "ThrottlingException",
            "UnknownOperationException",
            "InvalidClientTokenId",
            "RequestExpired",
        ];
        let spelling = [
            "MissingAuthenticationTokenException",
            "InternalServerException",
            "InternalFailure",
            "ServiceUnavailable",
        ];
        assert!(
            reached.contains(code) || newer.contains(code) || spelling.contains(code),
            "{code}"
        );
    }
}

#[test]
fn the_same_words_in_another_exception_mean_nothing() {
    assert_eq!(classify("SomethingNewException", "User is disabled."), None);
    assert_eq!(classify("NotAuthorizedException", "Something new"), None);
}

#[test]
fn waiting_times_follow_the_services_limits() {
    assert_eq!(
        retry_after_answer(Is::TooManyTries),
        Retry::After { seconds: 3600 }
    );
    assert_eq!(retry_after_answer(Is::LockedOut), Retry::After { seconds: 900 });
    assert_eq!(retry_after_answer(Is::CodeWrong), Retry::Never);
    assert_eq!(retry_after_answer(Is::ServiceFault), Retry::Now);
}

#[test]
fn a_refusal_of_iam_names_its_action_and_nobody() {
    let refused = |action: &str| {
        format!(
            "User: arn:aws:sts::111122223333:assumed-role/HelpDesk/jane is not authorized to perform: {action} on \
             resource: arn:aws:cognito-idp:eu-central-1:111122223333:userpool/eu-central-1_abc because no \
             identity-based policy allows the {action} action"
        )
    };
    for (action, named) in [
        (
            "cognito-idp:AdminResetUserPassword",
            Some("AdminResetUserPassword"),
        ),
        ("kms:Decrypt", Some("kms:Decrypt")),
        ("execute-api:Invoke", Some("execute-api:Invoke")),
        ("arn:aws:iam::1:user/x", None),
        ("", None),
        ("jane@example.com", None),
    ] {
        assert_eq!(denied_action(&refused(action)), named);
    }
    assert_eq!(
        denied_action("User is not authorized to access this resource"),
        None
    );
    assert_eq!(denied_action(""), None);
}
