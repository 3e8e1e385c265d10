//! Identity Center's errors: which [`FailureCode`] each becomes, by what was asked.
//!
//! The service's own names decide, as `sso-oidc` and `sso` model them. The same name means
//! different things: a grant that isn't good any more is a person who took too long while they
//! sign in, and the end of a sign-in when its token is renewed.

use std::error::Error;

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use cognito::sent::{self, Wire};
use cognito::{Failure, FailureCode, Retry};

/// What was asked of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// `RegisterClient`, `StartDeviceAuthorization`: the first that hears of a start page.
    Client,
    /// `CreateToken` at the end of a sign-in.
    SignIn,
    /// `CreateToken` with a refresh token.
    Renewal,
    /// `ListAccounts`, `ListAccountRoles`.
    List,
    /// `GetRoleCredentials`.
    Role,
}

/// What to tell of `error`, the answer to what was `asked`.
pub(crate) fn failure<E: ProvideErrorMetadata + Error + 'static>(
    asked: Asked,
    error: SdkError<E, HttpResponse>,
) -> Failure {
    // Nothing that a person typed is in these requests but the start page's address.
    let mut failure = sent::failure(error, Wire::Json, &[], |code, _| classify(asked, code));
    match failure.code {
        FailureCode::IdentityCenterDenied | FailureCode::IdentityCenterTooLate => failure.retry = Retry::Now,
        // What the service says beside a name that isn't known may quote the request.
        FailureCode::Unknown => failure.detail = failure.detail.as_deref().map(name_only),
        _ => {}
    }
    sent::log(&failure);
    failure
}

/// The answer lacks what the service always sends.
pub(crate) fn incomplete() -> Failure {
    Failure::new(FailureCode::AnswerLost).retry(Retry::UnknownOutcome)
}

/// What an error of the service means; `None` where its name isn't known.
fn classify(asked: Asked, name: &str) -> Option<FailureCode> {
    use Asked::{Client, List, Renewal, Role, SignIn};
    let code = match (asked, name) {
        (_, "SlowDownException" | "TooManyRequestsException" | "ThrottlingException") => FailureCode::Busy,
        (_, "InternalServerException") => FailureCode::ServiceFault,

        (List | Role, "UnauthorizedException") => FailureCode::AccessExpired,
        // "No access": the role isn't assigned to this person, or not any more.
        (Role, "ForbiddenException" | "ResourceNotFoundException") => FailureCode::RoleRefused,
        (List, "ForbiddenException" | "ResourceNotFoundException") => FailureCode::IdentityCenterNothing,
        (List | Role, "InvalidRequestException") => FailureCode::InputRefused,

        (
            Renewal,
            "AccessDeniedException"
            | "ExpiredTokenException"
            | "InvalidClientException"
            | "InvalidGrantException"
            | "InvalidRequestException"
            | "UnauthorizedClientException",
        ) => FailureCode::AccessExpired,

        (SignIn, "AccessDeniedException") => FailureCode::IdentityCenterDenied,
        // A code that was used or is too old is an invalid grant too (RFC 6749, 5.2).
        (SignIn, "ExpiredTokenException" | "InvalidGrantException") => FailureCode::IdentityCenterTooLate,

        (
            Client | SignIn | Renewal,
            "AccessDeniedException"
            | "InvalidClientException"
            | "InvalidClientMetadataException"
            | "InvalidGrantException"
            | "InvalidRedirectUriException"
            | "InvalidRequestException"
            | "InvalidRequestRegionException"
            | "InvalidScopeException"
            | "UnauthorizedClientException"
            | "UnsupportedGrantTypeException",
        ) => FailureCode::IdentityCenterUnknown,
        _ => return None,
    };
    Some(code)
}

/// The error's name out of "name: message".
fn name_only(detail: &str) -> String {
    detail
        .chars()
        .take_while(|character| character.is_ascii_alphanumeric())
        .take(100)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Facts 10, the table of operations, with the modelled errors of `sso-oidc` and `sso`.
    #[test]
    fn every_modelled_error_has_its_meaning() {
        use Asked::{Client, List, Renewal, Role, SignIn};
        use FailureCode as Code;
        #[rustfmt::skip]
        let table = [
            (Client, "InvalidRequestException", Code::IdentityCenterUnknown),
            (Client, "InvalidClientException", Code::IdentityCenterUnknown),
            (Client, "InvalidScopeException", Code::IdentityCenterUnknown),
            (Client, "InvalidClientMetadataException", Code::IdentityCenterUnknown),
            (Client, "InvalidRedirectUriException", Code::IdentityCenterUnknown),
            (Client, "UnsupportedGrantTypeException", Code::IdentityCenterUnknown),
            (Client, "UnauthorizedClientException", Code::IdentityCenterUnknown),
            (Client, "InvalidRequestRegionException", Code::IdentityCenterUnknown),
            (Client, "SlowDownException", Code::Busy),
            (Client, "InternalServerException", Code::ServiceFault),
            (SignIn, "AccessDeniedException", Code::IdentityCenterDenied),
            (SignIn, "ExpiredTokenException", Code::IdentityCenterTooLate),
            (SignIn, "InvalidGrantException", Code::IdentityCenterTooLate),
            (SignIn, "InvalidClientException", Code::IdentityCenterUnknown),
            (SignIn, "InvalidRequestException", Code::IdentityCenterUnknown),
            (SignIn, "UnauthorizedClientException", Code::IdentityCenterUnknown),
            (SignIn, "UnsupportedGrantTypeException", Code::IdentityCenterUnknown),
            (SignIn, "InvalidScopeException", Code::IdentityCenterUnknown),
            (SignIn, "InternalServerException", Code::ServiceFault),
            (Renewal, "InvalidGrantException", Code::AccessExpired),
            (Renewal, "ExpiredTokenException", Code::AccessExpired),
            (Renewal, "AccessDeniedException", Code::AccessExpired),
            (Renewal, "InvalidClientException", Code::AccessExpired),
            (Renewal, "InvalidRequestException", Code::AccessExpired),
            (Renewal, "SlowDownException", Code::Busy),
            (Renewal, "InternalServerException", Code::ServiceFault),
            (List, "UnauthorizedException", Code::AccessExpired),
            (List, "TooManyRequestsException", Code::Busy),
            (List, "ResourceNotFoundException", Code::IdentityCenterNothing),
            (List, "InvalidRequestException", Code::InputRefused),
            (Role, "UnauthorizedException", Code::AccessExpired),
            (Role, "TooManyRequestsException", Code::Busy),
            (Role, "ResourceNotFoundException", Code::RoleRefused),
            (Role, "ForbiddenException", Code::RoleRefused),
            (Role, "InvalidRequestException", Code::InputRefused),
        ];
        for (asked, name, expected) in table {
            assert_eq!(classify(asked, name), Some(expected), "{asked:?} {name}");
        }
        for asked in [Client, SignIn, Renewal, List, Role] {
            assert_eq!(classify(asked, "SomethingNewException"), None);
        }
    }

    #[test]
    fn of_an_error_that_is_not_known_only_the_name_is_told() {
        assert_eq!(name_only("NewException: the token abc is odd"), "NewException");
    }
}
