//! What the service answers when it refuses, with its own texts (AWS API reference; observed answers).

use std::borrow::Cow;

/// A refusal: the exception's name, its message and the HTTP status.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct ServiceError {
    pub(crate) code: Cow<'static, str>,
    pub(crate) message: Cow<'static, str>,
    pub(crate) status: u16,
}

/// The message may echo a user name, so only the code is shown.
impl std::fmt::Debug for ServiceError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "ServiceError({}, {})", self.code, self.status)
    }
}

impl ServiceError {
    pub(crate) fn new(code: impl Into<Cow<'static, str>>, message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            code: code.into(),
            message: message.into(),
            status: 400,
        }
    }

    pub(crate) fn with_status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    pub(crate) fn invalid_parameter(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new("InvalidParameterException", message)
    }

    pub(crate) fn not_authorized(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new("NotAuthorizedException", message)
    }

    pub(crate) fn internal() -> Self {
        Self::new("InternalErrorException", "Something went wrong").with_status(500)
    }

    pub(crate) fn serialization() -> Self {
        Self::new(
            "SerializationException",
            "Unable to parse the request as JSON of this operation",
        )
    }

    pub(crate) fn unknown_operation() -> Self {
        Self::new("UnknownOperationException", "")
    }

    pub(crate) fn access_denied(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new("AccessDeniedException", message)
    }

    pub(crate) fn firewall() -> Self {
        Self::new("ForbiddenException", "Request not allowed due to WAF block.").with_status(403)
    }

    pub(crate) fn too_many_requests() -> Self {
        Self::new("TooManyRequestsException", "Too many requests")
    }

    pub(crate) fn attempt_limit() -> Self {
        Self::new(
            "LimitExceededException",
            "Attempt limit exceeded, please try after some time.",
        )
    }

    pub(crate) fn pool_not_found(id: &str) -> Self {
        Self::new(
            "ResourceNotFoundException",
            format!("User pool {id} does not exist."),
        )
    }

    pub(crate) fn client_not_found(id: &str) -> Self {
        Self::new(
            "ResourceNotFoundException",
            format!("User pool client {id} does not exist."),
        )
    }

    pub(crate) fn user_not_found() -> Self {
        Self::new("UserNotFoundException", "User does not exist.")
    }

    /// What ForgotPassword and ResendConfirmationCode say instead (observed).
    pub(crate) fn username_client_combination_not_found() -> Self {
        Self::new(
            "UserNotFoundException",
            "Username/client id combination not found.",
        )
    }

    pub(crate) fn incorrect_username_or_password() -> Self {
        Self::not_authorized("Incorrect username or password.")
    }

    pub(crate) fn user_disabled() -> Self {
        Self::not_authorized("User is disabled.")
    }

    pub(crate) fn password_reset_required() -> Self {
        Self::new(
            "PasswordResetRequiredException",
            "Password reset required for the user",
        )
    }

    pub(crate) fn user_not_confirmed() -> Self {
        Self::new("UserNotConfirmedException", "User is not confirmed.")
    }

    pub(crate) fn cannot_confirm(status: &str) -> Self {
        Self::not_authorized(format!("User cannot be confirmed. Current status is {status}"))
    }

    pub(crate) fn cannot_reset_in_this_state() -> Self {
        Self::not_authorized("User password cannot be reset in the current state.")
    }

    pub(crate) fn administrator_resets() -> Self {
        Self::not_authorized("Contact administrator to reset password.")
    }

    pub(crate) fn no_recovery_contact() -> Self {
        Self::invalid_parameter(
            "Cannot reset password for the user as there is no registered/verified email or phone_number",
        )
    }

    pub(crate) fn code_mismatch() -> Self {
        Self::new(
            "CodeMismatchException",
            "Invalid verification code provided, please try again.",
        )
    }

    pub(crate) fn code_expired() -> Self {
        Self::new(
            "ExpiredCodeException",
            "Invalid code provided, please request a code again.",
        )
    }

    pub(crate) fn alias_exists(attribute: &str) -> Self {
        Self::new(
            "AliasExistsException",
            format!("An account with the {attribute} already exists."),
        )
    }

    pub(crate) fn invalid_session() -> Self {
        Self::not_authorized("Invalid session for the user.")
    }

    pub(crate) fn session_expired() -> Self {
        Self::not_authorized("Invalid session for the user, session is expired.")
    }

    /// A wrong one-time code at sign-in, unless it is an authenticator's (observed).
    pub(crate) fn wrong_one_time_code() -> Self {
        Self::new(
            "CodeMismatchException",
            "Invalid code or auth state for the user.",
        )
    }

    /// An authenticator's code that was right once (observed).
    pub(crate) fn authenticator_code_used() -> Self {
        Self::new(
            "ExpiredCodeException",
            "Your software token has already been used once.",
        )
    }

    /// The service's words for a pool without authenticators; for a user without one they are not known.
    pub(crate) fn software_token_not_found() -> Self {
        Self::new(
            "SoftwareTokenMFANotFoundException",
            "Software Token MFA has not been enabled by the userpool.",
        )
    }

    pub(crate) fn missing_auth_parameter(name: &str) -> Self {
        Self::invalid_parameter(format!("Missing required parameter {name}"))
    }

    pub(crate) fn bad_pagination_token() -> Self {
        Self::invalid_parameter("Invalid pagination token.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_the_code_and_not_the_message() {
        let error = ServiceError::new("UserNotFoundException", "no such user jane@example.com");
        assert_eq!(format!("{error:?}"), "ServiceError(UserNotFoundException, 400)");
    }
}
