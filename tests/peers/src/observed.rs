//! What an administrator of a peer sees of a user, and what else one does there to set a scene.

use std::collections::BTreeMap;

use aws_sdk_cognitoidentityprovider::error::ProvideErrorMetadata;
use aws_sdk_cognitoidentityprovider::types::{
    AttributeType, AuthFlowType, SmsMfaSettingsType, SoftwareTokenMfaSettingsType,
};

use crate::administrator::{missing, refused};
use crate::{Administrator, Error, MadePool, SignedIn};

/// A user, as `AdminGetUser` describes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observed {
    /// The status, in the service's word.
    pub status: String,
    /// Whether the account is switched on.
    pub enabled: bool,
    /// Every attribute, by name.
    pub attributes: BTreeMap<String, String>,
    /// The second factors that are switched on, in the service's words.
    pub factors: Vec<String>,
}

impl Observed {
    /// The value of an attribute, where the user has it.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

impl Administrator {
    /// A user as they are now.
    ///
    /// # Errors
    /// The peer refuses: there may be no such user.
    pub async fn observe(&self, pool: &MadePool, username: &str) -> Result<Observed, Error> {
        let user = self
            .client()
            .admin_get_user()
            .user_pool_id(&pool.pool_id)
            .username(username)
            .send()
            .await
            .map_err(|error| refused("AdminGetUser", &error))?;
        let value = |attribute: &AttributeType| attribute.value().unwrap_or_default().to_owned();
        Ok(Observed {
            status: user
                .user_status()
                .map(|status| status.as_str().to_owned())
                .ok_or_else(|| missing("AdminGetUser", "UserStatus"))?,
            enabled: user.enabled(),
            attributes: user
                .user_attributes()
                .iter()
                .map(|attribute| (attribute.name().to_owned(), value(attribute)))
                .collect(),
            factors: user.user_mfa_setting_list().to_vec(),
        })
    }

    /// The names of everybody in a pool of at most 60 users.
    ///
    /// # Errors
    /// The peer refuses.
    pub async fn everybody(&self, pool: &MadePool) -> Result<Vec<String>, Error> {
        let page = self
            .client()
            .list_users()
            .user_pool_id(&pool.pool_id)
            .send()
            .await
            .map_err(|error| refused("ListUsers", &error))?;
        let users = page.users.unwrap_or_default().into_iter();
        Ok(users.filter_map(|user| user.username).collect())
    }

    /// Makes a group and puts a user into it.
    ///
    /// # Errors
    /// The peer refuses.
    pub async fn put_in_group(&self, pool: &MadePool, group: &str, username: &str) -> Result<(), Error> {
        self.client()
            .create_group()
            .user_pool_id(&pool.pool_id)
            .group_name(group)
            .description("Made by a test")
            .send()
            .await
            .map_err(|error| refused("CreateGroup", &error))?;
        self.client()
            .admin_add_user_to_group()
            .user_pool_id(&pool.pool_id)
            .group_name(group)
            .username(username)
            .send()
            .await
            .map_err(|error| refused("AdminAddUserToGroup", &error))?;
        Ok(())
    }

    /// Deletes a user.
    ///
    /// # Errors
    /// The peer refuses.
    pub async fn delete_user(&self, pool: &MadePool, username: &str) -> Result<(), Error> {
        self.client()
            .admin_delete_user()
            .user_pool_id(&pool.pool_id)
            .username(username)
            .send()
            .await
            .map_err(|error| refused("AdminDeleteUser", &error))?;
        Ok(())
    }

    /// Switches on text messages and the authenticator app as second factors, the latter preferred.
    ///
    /// # Errors
    /// The peer refuses, for example because they are not set up.
    pub async fn switch_on_factors(&self, pool: &MadePool, username: &str) -> Result<(), Error> {
        self.client()
            .admin_set_user_mfa_preference()
            .user_pool_id(&pool.pool_id)
            .username(username)
            .sms_mfa_settings(SmsMfaSettingsType::builder().enabled(true).build())
            .software_token_mfa_settings(
                SoftwareTokenMfaSettingsType::builder()
                    .enabled(true)
                    .preferred_mfa(true)
                    .build(),
            )
            .send()
            .await
            .map_err(|error| refused("AdminSetUserMFAPreference", &error))?;
        Ok(())
    }

    /// Switches on text messages as the only second factor.
    ///
    /// # Errors
    /// The peer refuses, for example because the user has no phone number.
    pub async fn switch_on_text_messages(&self, pool: &MadePool, username: &str) -> Result<(), Error> {
        let factor = SmsMfaSettingsType::builder()
            .enabled(true)
            .preferred_mfa(true)
            .build();
        self.client()
            .admin_set_user_mfa_preference()
            .user_pool_id(&pool.pool_id)
            .username(username)
            .sms_mfa_settings(factor)
            .send()
            .await
            .map_err(|error| refused("AdminSetUserMFAPreference", &error))?;
        Ok(())
    }

    /// Signs in with a password and gives the refresh token, in a pool whose client has no secret.
    ///
    /// # Errors
    /// The peer refuses, or wants something more first.
    pub async fn refresh_token(
        &self,
        pool: &MadePool,
        username: &str,
        password: &str,
    ) -> Result<String, Error> {
        self.client()
            .initiate_auth()
            .client_id(&pool.client_id)
            .auth_flow(AuthFlowType::UserPasswordAuth)
            .auth_parameters("USERNAME", username)
            .auth_parameters("PASSWORD", password)
            .send()
            .await
            .map_err(|error| refused("InitiateAuth", &error))?
            .authentication_result
            .and_then(|tokens| tokens.refresh_token)
            .ok_or_else(|| missing("InitiateAuth", "RefreshToken"))
    }

    /// Whether a refresh token still brings new tokens, in a pool whose client has no secret.
    ///
    /// # Errors
    /// The peer does not answer as the service does.
    pub async fn refresh(&self, pool: &MadePool, refresh_token: &str) -> Result<SignedIn, Error> {
        let answer = self
            .client()
            .initiate_auth()
            .client_id(&pool.client_id)
            .auth_flow(AuthFlowType::RefreshTokenAuth)
            .auth_parameters("REFRESH_TOKEN", refresh_token)
            .send()
            .await;
        match answer {
            Ok(answer) if answer.authentication_result.is_some() => Ok(SignedIn::Yes),
            Ok(_) => Err(missing("InitiateAuth", "AuthenticationResult")),
            Err(error) => match error.code() {
                Some(code) => Ok(SignedIn::No(code.to_owned())),
                None => Err(refused("InitiateAuth", &error)),
            },
        }
    }
}
