//! How the desk reaches AWS. What is typed here goes inward only.

use access::Profile;
use access::identity_center::{Account, Landing, Prompt};
use cognito::Failure;
use secrecy::SecretString;
use tauri::State;

use crate::help_desk::{Desk, KeysForm};
use crate::view::{AccessView, LandingTexts, RoleForm};

/// The profiles of the AWS CLI on this computer.
#[tauri::command]
pub async fn access_profiles(desk: State<'_, Desk>) -> Result<Vec<Profile>, Failure> {
    desk.profiles().await
}

/// Tries access keys, keeps them, and opens access with them.
#[tauri::command]
pub async fn use_keys(
    desk: State<'_, Desk>,
    access_key_id: String,
    secret_access_key: SecretString,
    session_token: Option<SecretString>,
    region: Option<String>,
    role: Option<RoleForm>,
    factor_code: Option<SecretString>,
) -> Result<AccessView, Failure> {
    let keys = KeysForm {
        id: access_key_id,
        secret: secret_access_key,
        token: session_token,
        region,
    };
    desk.use_keys(keys, role, factor_code).await
}

/// Opens access by a profile.
#[tauri::command]
pub async fn use_profile(
    desk: State<'_, Desk>,
    name: String,
    role: Option<RoleForm>,
    factor_code: Option<SecretString>,
) -> Result<AccessView, Failure> {
    desk.use_profile(name, role, factor_code).await
}

/// Begins to sign in to Identity Center, and opens the browser.
#[tauri::command]
pub async fn begin_identity_center(
    desk: State<'_, Desk>,
    start_url: String,
    region: String,
    landing: LandingTexts,
) -> Result<Prompt, Failure> {
    let landing = Landing {
        language: landing.language,
        done: landing.done,
        refused: landing.refused,
    };
    desk.begin_identity_center(&start_url, &region, landing).await
}

/// Opens the browser once more.
#[tauri::command]
pub async fn open_identity_center_page(desk: State<'_, Desk>) -> Result<(), Failure> {
    desk.open_identity_center_page().await
}

/// Waits for the browser; gives the accounts.
#[tauri::command]
pub async fn finish_identity_center(desk: State<'_, Desk>) -> Result<Vec<Account>, Failure> {
    desk.finish_identity_center().await
}

/// The roles in one account.
#[tauri::command]
pub async fn identity_center_roles(
    desk: State<'_, Desk>,
    account_id: String,
) -> Result<Vec<String>, Failure> {
    desk.identity_center_roles(&account_id).await
}

/// Opens access by Identity Center.
#[tauri::command]
pub async fn use_identity_center(
    desk: State<'_, Desk>,
    account_id: String,
    role_name: String,
    role: Option<RoleForm>,
    factor_code: Option<SecretString>,
) -> Result<AccessView, Failure> {
    desk.use_identity_center(&account_id, role_name, role, factor_code)
        .await
}

/// Opens the access that is kept once more, and unlocks the desk.
#[tauri::command]
pub async fn confirm_access(
    desk: State<'_, Desk>,
    factor_code: Option<SecretString>,
) -> Result<AccessView, Failure> {
    desk.confirm_access(factor_code).await
}

/// Forgets the access.
#[tauri::command]
pub async fn forget_access(desk: State<'_, Desk>) -> Result<(), Failure> {
    desk.forget_access().await
}
