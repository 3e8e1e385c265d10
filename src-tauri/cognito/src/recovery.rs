//! Forgot password: ask for a code, then choose a new password with it.

use crate::client::Client;
use crate::delivery::Delivery;
use crate::failure::Failure;
use crate::input::{ConfirmationCode, NewPassword, Username};
use crate::sent::Sent;

/// Asks the service to send a confirmation code (`ForgotPassword`).
///
/// The present password goes on working. Each call voids the code before it, so it is sent once
/// and never retried; a code is good for one hour.
///
/// # Errors
/// Any [`FailureCode`](crate::FailureCode) of the account, the pool and the way there. `Retry::UnknownOutcome` where
/// no answer came: a code may be on its way.
pub async fn forgot_password(client: &Client, username: &Username) -> Result<Delivery, Failure> {
    let answer = client
        .sdk
        .forgot_password()
        .client_id(client.client_id())
        .username(username.as_str())
        .set_secret_hash(client.secret_hash(username.as_str()))
        .send()
        .await
        .map_err(|error| Sent::with(username).failure(error))?;
    Ok(Delivery::from_details(answer.code_delivery_details()))
}

/// Sets a new password with the code that was sent (`ConfirmForgotPassword`).
///
/// `username` has to be the one that the code was asked for. A wrong code spends one of the 5 to
/// 20 tries that the service allows an hour, so it is never retried.
///
/// # Errors
/// As [`forgot_password`]; `CodeWrong`, `CodeExpired`, the `Password…` codes.
/// `Retry::UnknownOutcome` where no answer came: the password may be changed.
pub async fn confirm_forgot_password(
    client: &Client,
    username: &Username,
    code: &ConfirmationCode,
    password: &NewPassword,
) -> Result<(), Failure> {
    client
        .sdk
        .confirm_forgot_password()
        .client_id(client.client_id())
        .username(username.as_str())
        .confirmation_code(code.expose())
        .password(password.expose())
        .set_secret_hash(client.secret_hash(username.as_str()))
        .send()
        .await
        .map_err(|error| {
            Sent::with(username)
                .and(code.expose())
                .and(password.expose())
                .failure(error)
        })?;
    Ok(())
}
