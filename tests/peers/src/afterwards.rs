//! What happens to a user after they were made: somebody changes them, or they come back with a code.

use crate::Error;
use crate::administrator::{Administrator, MadePool, attribute, refused, secret_hash};

impl Administrator {
    /// Gives a user's attribute another value.
    ///
    /// # Errors
    /// The peer refuses.
    pub async fn change_attribute(
        &self,
        pool_id: &str,
        username: &str,
        name: &str,
        value: &str,
    ) -> Result<(), Error> {
        self.client()
            .admin_update_user_attributes()
            .user_pool_id(pool_id)
            .username(username)
            .user_attributes(attribute(name, value)?)
            .send()
            .await
            .map(drop)
            .map_err(|error| refused("AdminUpdateUserAttributes", &error))
    }

    /// Sets a new password with the code of a reset, as the person does.
    ///
    /// # Errors
    /// The peer refuses.
    pub async fn confirm_forgotten_password(
        &self,
        pool: &MadePool,
        username: &str,
        code: &str,
        password: &str,
    ) -> Result<(), Error> {
        self.client()
            .confirm_forgot_password()
            .client_id(&pool.client_id)
            .set_secret_hash(secret_hash(pool, username)?)
            .username(username)
            .confirmation_code(code)
            .password(password)
            .send()
            .await
            .map(drop)
            .map_err(|error| refused("ConfirmForgotPassword", &error))
    }
}
