//! Forgot password and unfinished sign-ups.

use cognito::{ConfirmationCode, Delivery, Failure, NewPassword, Username, discretion, recovery, sign_up};
use secrecy::SecretString;
use tauri::State;

use crate::connected::Connected;
use crate::view::PasswordCheck;

/// Sends a code. Says the same whether or not there is such an account.
#[tauri::command]
pub async fn forgot_password(connected: State<'_, Connected>, username: String) -> Result<Delivery, Failure> {
    let client = connected.client()?;
    let username = Username::parse(&username, &client.connection().sign_in_names)?;
    let outcome = connected
        .wait_for(recovery::forgot_password(&client, &username))
        .await;
    discretion::delivery(outcome, &username, &client.connection().user_pool_id)
}

/// Sets a new password with the code.
#[tauri::command]
pub async fn confirm_forgot_password(
    connected: State<'_, Connected>,
    username: String,
    code: SecretString,
    password: SecretString,
) -> Result<(), Failure> {
    let client = connected.client()?;
    let username = Username::parse(&username, &client.connection().sign_in_names)?;
    let code = ConfirmationCode::parse(&code)?;
    let password = NewPassword::parse(password)?;
    let call = recovery::confirm_forgot_password(&client, &username, &code, &password);
    discretion::confirmation(connected.wait_for(call).await)
}

/// Sends the sign-up code again. Says the same whether or not there is such an account.
#[tauri::command]
pub async fn resend_sign_up_code(
    connected: State<'_, Connected>,
    username: String,
) -> Result<Delivery, Failure> {
    let client = connected.client()?;
    let username = Username::parse(&username, &client.connection().sign_in_names)?;
    let outcome = connected
        .wait_for(sign_up::resend_confirmation_code(&client, &username))
        .await;
    discretion::delivery(outcome, &username, &client.connection().user_pool_id)
}

/// Finishes a sign-up with its code.
#[tauri::command]
pub async fn confirm_sign_up(
    connected: State<'_, Connected>,
    username: String,
    code: SecretString,
) -> Result<(), Failure> {
    let client = connected.client()?;
    let username = Username::parse(&username, &client.connection().sign_in_names)?;
    let code = ConfirmationCode::parse(&code)?;
    let call = sign_up::confirm_sign_up(&client, &username, &code);
    discretion::confirmation(connected.wait_for(call).await)
}

/// The checklist and the strength of a password while it is typed, off the thread that draws.
#[tauri::command]
pub async fn check_password(
    connected: State<'_, Connected>,
    password: SecretString,
) -> Result<PasswordCheck, Failure> {
    let connection = connected.client()?.connection().clone();
    let mut known = vec![connection.name];
    known.extend(connection.organisation);
    PasswordCheck::of(password, connection.password_policy, known).await
}

/// Gives up on the calls under way.
#[tauri::command]
pub fn stop_waiting(connected: State<'_, Connected>) {
    connected.stop_waiting();
}
