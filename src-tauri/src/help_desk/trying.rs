//! Whether a password would work, where finding out harms nobody.

use cognito::{ClientSecret, Failure, FailureCode, TrialClient, TriedPassword, Username};
use secrecy::SecretString;

use super::{AtHand, Desk, lock_whole, practising};

impl Desk {
    /// Signs in as a user once with this password, and out again. A wrong one counts towards the lock of the account.
    ///
    /// # Errors
    /// `ManagedByOrganisation` where IT doesn't allow it; `ActNotPossible` where it would harm: a temporary password may be used up by it, a code would go out.
    /// `ClientNotFound` without an app client; `FlowNotEnabled` where that doesn't allow it; `SecretMissing`; those of
    /// the access and the way there.
    pub async fn try_password(
        &self,
        username: &str,
        password: SecretString,
    ) -> Result<TriedPassword, Failure> {
        if !lock_whole(&self.state).managed.now().allows_trying() {
            return Err(FailureCode::ManagedByOrganisation.into());
        }
        let at_hand = self.at_hand().await?;
        let username = Username::parse(username, &[])?;
        let client = at_hand.pool.client.as_ref();
        let client = client.ok_or(FailureCode::ClientNotFound)?;
        let secret = match client.has_secret {
            true => Some(self.secret_at_hand(&at_hand).await?),
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

    /// The secret of the app client at work. The keychain holds none for a connection of IT's: that one is asked for.
    async fn secret_at_hand(&self, at_hand: &AtHand) -> Result<ClientSecret, Failure> {
        let kept = {
            let state = lock_whole(&self.state);
            if state.practice.is_some() {
                return practising::client_secret(&at_hand.id);
            }
            state.kept_connection(&at_hand.id)?
        };
        let secret = match (kept.managed, &kept.connection.client_id) {
            (true, Some(client_id)) => {
                let pool_id = &at_hand.pool.pool.id;
                let described = self.described_client(&at_hand.admin, pool_id, client_id).await?;
                described.and_then(|(_, secret)| secret)
            }
            _ => self.client_secret(&kept.connection).await?,
        };
        secret.ok_or(FailureCode::SecretMissing.into())
    }
}
