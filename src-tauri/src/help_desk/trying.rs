//! Whether a password would work, where finding out harms nobody.

use cognito::{ClientSecret, Failure, FailureCode, TrialClient, TriedPassword, Username};
use secrecy::SecretString;

use super::{Desk, lock_whole, practising};

impl Desk {
    /// Signs in as a user once with this password, and out again. A wrong one counts towards the lock of the account.
    ///
    /// # Errors
    /// `ActNotPossible` where it would harm: a temporary password may be used up by it, a code would go out.
    /// `ClientNotFound` without an app client; `FlowNotEnabled` where that doesn't allow it; `SecretMissing`; those of
    /// the access and the way there.
    pub async fn try_password(
        &self,
        username: &str,
        password: SecretString,
    ) -> Result<TriedPassword, Failure> {
        let at_hand = self.at_hand().await?;
        let username = Username::parse(username, &[])?;
        let client = at_hand.pool.client.as_ref();
        let client = client.ok_or(FailureCode::ClientNotFound)?;
        let secret = match client.has_secret {
            true => Some(self.secret_at_hand(&at_hand.id).await?),
            false => None,
        };
        let trial = TrialClient {
            id: &client.id,
            secret: secret.as_ref(),
        };
        let call = at_hand
            .admin
            .try_password(&at_hand.pool.pool.id, trial, &username, &password);
        self.noting_denial(self.wait_for(call).await)
    }

    /// The secret of the app client at work.
    async fn secret_at_hand(&self, id: &str) -> Result<ClientSecret, Failure> {
        let kept = {
            let state = lock_whole(&self.state);
            if state.practice.is_some() {
                return practising::client_secret(id);
            }
            state.kept.connections.iter().find(|kept| kept.id == id).cloned()
        };
        let kept = kept.ok_or(FailureCode::ConnectionEmpty)?;
        let secret = self.client_secret(&kept).await?;
        secret.ok_or(FailureCode::SecretMissing.into())
    }
}
