//! Finishing a sign-up: the code that confirms a new account.

use crate::client::Client;
use crate::delivery::Delivery;
use crate::failure::Failure;
use crate::input::{ConfirmationCode, Username};
use crate::sent::Sent;

/// Asks the service to send the sign-up code again (`ResendConfirmationCode`).
///
/// The code is good for 24 hours; each call voids the one before and is sent once.
///
/// # Errors
/// `AlreadyConfirmed`, `CodesNotSent` where the pool verifies nothing by itself, and any
/// [`FailureCode`](crate::FailureCode) of the account, the pool and the way there.
pub async fn resend_confirmation_code(client: &Client, username: &Username) -> Result<Delivery, Failure> {
    let answer = client
        .sdk
        .resend_confirmation_code()
        .client_id(client.client_id())
        .username(username.as_str())
        .set_secret_hash(client.secret_hash(username.as_str()))
        .send()
        .await
        .map_err(|error| Sent::with(username).failure(error))?;
    Ok(Delivery::from_details(answer.code_delivery_details()))
}

/// Confirms a sign-up with its code (`ConfirmSignUp`). Sent once: 15 tries an hour.
///
/// # Errors
/// `CodeWrong`, `CodeExpired`, `AlreadyConfirmed`, `AliasTaken`, and any [`FailureCode`](crate::FailureCode) of the
/// account, the pool and the way there.
pub async fn confirm_sign_up(
    client: &Client,
    username: &Username,
    code: &ConfirmationCode,
) -> Result<(), Failure> {
    client
        .sdk
        .confirm_sign_up()
        .client_id(client.client_id())
        .username(username.as_str())
        .confirmation_code(code.expose())
        .set_secret_hash(client.secret_hash(username.as_str()))
        .send()
        .await
        .map_err(|error| Sent::with(username).and(code.expose()).failure(error))?;
    Ok(())
}
