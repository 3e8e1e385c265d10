//! Whether the service answers and knows the app client, without touching anybody.

use aws_sdk_cognitoidentityprovider::types::AuthFlowType;

use crate::client::Client;
use crate::failure::Failure;
use crate::sent::Sent;

/// No token: the service's are encrypted JWTs of over a thousand characters.
const NO_TOKEN: &str = "readmit-self-check";

/// Whether the service knows a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It knows the pool and the app client.
    Yes,
    /// It answers, and knows no such pool or app client.
    No,
}

/// Asks the service to renew a sign-in with what is no token (`InitiateAuth`, `REFRESH_TOKEN_AUTH`).
///
/// It names no user, so none is touched, counted or sent anything; the pool's functions aren't called. The service looks
/// for the app client first, so any refusal but "there is no such client" says that it is there: that the token is
/// none, that the flow is off, or that a secret hash is missing (the client secret isn't needed, nor read, for this).
///
/// # Errors
/// The codes of the way there; `Busy`, `ServiceFault`, `BlockedByFirewall`.
pub async fn ask(client: &Client) -> Result<Known, Failure> {
    let asked = client
        .sdk
        .initiate_auth()
        .client_id(client.client_id())
        .auth_flow(AuthFlowType::RefreshTokenAuth)
        .auth_parameters("REFRESH_TOKEN", NO_TOKEN)
        .send();
    let error = match asked.await {
        Ok(_) => return Ok(Known::Yes),
        Err(error) => error,
    };
    let refusal = error.as_service_error().map(|refusal| {
        (
            refusal.is_not_authorized_exception() || refusal.is_invalid_parameter_exception(),
            refusal.is_resource_not_found_exception(),
        )
    });
    match refusal {
        Some((true, _)) => Ok(Known::Yes),
        Some((_, true)) => Ok(Known::No),
        _ => Err(Sent::of(Vec::new()).failure(error)),
    }
}
