//! Where everything the pool sends arrives, instead of somebody's mailbox or phone.

use serde::Serialize;

use crate::clock::Moment;

/// What a message is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// A code to choose a new password.
    Reset,
    /// A code to confirm a new account.
    SignUp,
    /// A temporary password for a user an administrator made.
    Invitation,
    /// A code to verify an email address or a phone number.
    Verify,
    /// A one-time code to finish signing in.
    Mfa,
}

/// How a message travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Medium {
    /// By email.
    Email,
    /// By text message.
    Sms,
}

/// One message the pool sent.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Message {
    /// The id of the pool that sent it.
    pub pool: String,
    /// The user's name as the pool stores it.
    pub username: String,
    /// The user's `sub`.
    pub sub: String,
    /// What it is for.
    pub purpose: Purpose,
    /// How it travelled.
    pub medium: Medium,
    /// The whole address or number.
    pub to: String,
    /// The code, or for an invitation the temporary password.
    pub code: String,
    /// When it was sent; in JSON epoch seconds with a fraction.
    pub sent_at: Moment,
}

/// Shows neither whom it is to nor what it says.
impl std::fmt::Debug for Message {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Message")
            .field("pool", &self.pool)
            .field("purpose", &self.purpose)
            .field("medium", &self.medium)
            .field("sent_at", &self.sent_at)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message() -> Message {
        Message {
            pool: "eu-central-1_Nw1ndPrct".into(),
            username: "maria".into(),
            sub: "a-sub".into(),
            purpose: Purpose::SignUp,
            medium: Medium::Sms,
            to: "+491520000000".into(),
            code: "135790".into(),
            sent_at: Moment::from_epoch_seconds(1_700_000_000),
        }
    }

    #[test]
    fn the_json_has_the_agreed_names() -> serde_json::Result<()> {
        assert_eq!(
            serde_json::to_value(message())?,
            serde_json::json!({
                "pool": "eu-central-1_Nw1ndPrct", "username": "maria", "sub": "a-sub",
                "purpose": "sign-up", "medium": "sms", "to": "+491520000000", "code": "135790",
                "sent_at": 1_700_000_000.0,
            })
        );
        Ok(())
    }

    #[test]
    fn debug_shows_nobody_and_no_code() {
        let shown = format!("{:?}", message());
        for secret in ["maria", "a-sub", "+49", "135790"] {
            assert!(!shown.contains(secret), "{secret}");
        }
    }
}
