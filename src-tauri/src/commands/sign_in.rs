//! Signing in, one command a step.

use std::collections::BTreeMap;
use std::sync::Arc;

use cognito::sign_in::{Factor, FirstFactor};
use cognito::{ConfirmationCode, Failure, NewPassword, Username};
use secrecy::SecretString;
use tauri::State;

use crate::clipboard::SystemClipboard;
use crate::connected::Connected;
use crate::sign_in::Given;
use crate::view::SignInView;

/// Begins to sign in with a password, a temporary one or one's own.
#[tauri::command]
pub async fn sign_in(
    connected: State<'_, Connected>,
    username: String,
    password: SecretString,
) -> Result<SignInView, Failure> {
    let client = connected.client()?;
    let username = Username::parse(&username, &client.connection().sign_in_names)?;
    connected.sign_in(&client, username, password).await
}

/// Begins in another way, where the pool leaves it to the person.
#[tauri::command]
pub async fn choose_first_factor(
    connected: State<'_, Connected>,
    choice: FirstFactor,
) -> Result<SignInView, Failure> {
    connected.go_on(Given::FirstFactor(choice)).await
}

/// Sets a password of one's own in place of the temporary one.
#[tauri::command]
pub async fn choose_own_password(
    connected: State<'_, Connected>,
    password: SecretString,
    attributes: BTreeMap<String, String>,
) -> Result<SignInView, Failure> {
    let password = NewPassword::parse(password)?;
    connected.go_on(Given::OwnPassword(password, attributes)).await
}

/// Answers with a code.
#[tauri::command]
pub async fn answer_sign_in_code(
    connected: State<'_, Connected>,
    code: SecretString,
) -> Result<SignInView, Failure> {
    let code = ConfirmationCode::parse(&code)?;
    connected.go_on(Given::Code(code)).await
}

/// Chooses a second factor.
#[tauri::command]
pub async fn choose_factor(connected: State<'_, Connected>, factor: Factor) -> Result<SignInView, Failure> {
    connected.go_on(Given::Factor(factor)).await
}

/// Finishes the setting up of an authenticator with a code that it shows.
#[tauri::command]
pub async fn confirm_authenticator(
    connected: State<'_, Connected>,
    code: SecretString,
) -> Result<SignInView, Failure> {
    let code = ConfirmationCode::parse(&code)?;
    connected.go_on(Given::Authenticator(code)).await
}

/// Begins again, so that another code goes out.
#[tauri::command]
pub async fn send_sign_in_code_again(connected: State<'_, Connected>) -> Result<SignInView, Failure> {
    connected.go_on(Given::AnotherCode).await
}

/// Copies the secret that an authenticator is set up with, for as long as a password stays on the clipboard.
#[tauri::command]
pub async fn copy_authenticator_secret(
    clipboard: State<'_, Arc<SystemClipboard>>,
    secret: SecretString,
) -> Result<(), Failure> {
    clipboard.copy_password(secret).await
}

/// Gives the sign-in up. Its password, session and tokens are dropped.
#[tauri::command]
pub fn abandon_sign_in(connected: State<'_, Connected>) {
    connected.abandon_sign_in();
}
