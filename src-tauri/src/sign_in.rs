//! The sign-in under way in the recovery window.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use cognito::sign_in::{Factor, FirstFactor, Progress, SignIn};
use cognito::{Client, ConfirmationCode, Failure, FailureCode, NewPassword, Username};
use secrecy::SecretString;
use tokio::sync::Mutex as AsyncMutex;

use crate::connected::Connected;
use crate::lock_whole;
use crate::view::{Labels, SignInView};

/// One sign-in, and whose it is. Dropping it forgets the password and the session.
struct Attempt {
    sign_in: AsyncMutex<SignIn>,
    issuer: String,
    account: Username,
}

/// The sign-in under way, if there is one.
#[derive(Default)]
pub struct SigningIn(Mutex<Option<Arc<Attempt>>>);

impl SigningIn {
    /// Forgets the sign-in. One that waits for the service is forgotten when the wait is over.
    pub fn forget(&self) {
        *lock_whole(&self.0) = None;
    }

    fn attempt(&self) -> Result<Arc<Attempt>, Failure> {
        lock_whole(&self.0)
            .clone()
            .ok_or_else(|| FailureCode::SessionEnded.into())
    }
}

/// What a person gives to a step of a sign-in.
pub enum Given {
    /// How to begin.
    FirstFactor(FirstFactor),
    /// A password of their own, and the attributes that were asked for, by name.
    OwnPassword(NewPassword, BTreeMap<String, String>),
    /// A code.
    Code(ConfirmationCode),
    /// The second factor to use.
    Factor(Factor),
    /// A code of the authenticator that is being set up.
    Authenticator(ConfirmationCode),
    /// The wish for another code.
    AnotherCode,
}

impl Attempt {
    async fn take(&self, given: Given) -> Result<Progress, Failure> {
        let mut sign_in = self.sign_in.lock().await;
        match given {
            Given::FirstFactor(choice) => sign_in.choose_first_factor(choice).await,
            Given::OwnPassword(password, attributes) => {
                sign_in.choose_own_password(password, attributes).await
            }
            Given::Code(code) => sign_in.answer_code(code).await,
            Given::Factor(factor) => sign_in.choose_factor(factor).await,
            Given::Authenticator(code) => sign_in.confirm_authenticator(code).await,
            Given::AnotherCode => sign_in.send_code_again().await,
        }
    }

    fn view(&self, progress: Progress) -> Result<SignInView, Failure> {
        let labels = Labels {
            issuer: &self.issuer,
            account: self.account.as_str(),
        };
        Ok(SignInView::new(progress, &labels)?)
    }
}

impl Connected {
    /// Begins a sign-in; one under way is forgotten.
    ///
    /// # Errors
    /// As [`SignIn::begin`], and `StoppedWaiting`.
    pub async fn sign_in(
        &self,
        client: &Client,
        username: Username,
        password: SecretString,
    ) -> Result<SignInView, Failure> {
        self.signing_in.forget();
        let account = username.clone();
        let (sign_in, progress) = self.wait_for(SignIn::begin(client, username, password)).await?;
        let connection = client.connection();
        let attempt = Attempt {
            sign_in: AsyncMutex::new(sign_in),
            issuer: connection
                .organisation
                .as_ref()
                .unwrap_or(&connection.name)
                .clone(),
            account,
        };
        let over = progress.session_seconds.is_none();
        let view = attempt.view(progress)?;
        if !over {
            *lock_whole(&self.signing_in.0) = Some(Arc::new(attempt));
        }
        Ok(view)
    }

    /// Goes on with what the person gave.
    ///
    /// # Errors
    /// Those of the step; `SessionEnded` where no sign-in is under way; `StoppedWaiting`, after
    /// which the same may be given again.
    pub async fn go_on(&self, given: Given) -> Result<SignInView, Failure> {
        let attempt = self.signing_in.attempt()?;
        let progress = self.wait_for(attempt.take(given)).await?;
        if progress.session_seconds.is_none() {
            self.signing_in.forget();
        }
        attempt.view(progress)
    }

    /// Ends the sign-in and the wait for it. Its password and session are dropped.
    pub fn abandon_sign_in(&self) {
        self.stop_waiting();
        self.signing_in.forget();
    }
}

#[cfg(test)]
mod tests {
    use practice::seeds::PASSWORD;

    use super::*;
    use crate::arguments::Beginning;
    use crate::practice::Practice;
    use crate::settings::Settings;
    use crate::view::{PracticePoolName, SignInStep};

    fn connected(folder: &tempfile::TempDir) -> Connected {
        let settings = Settings::in_folder(folder.path().to_owned());
        let practice = Arc::new(Practice::default());
        let connected = Connected::new(settings, Beginning::Practice, practice, Arc::default());
        connected.start_practice(PracticePoolName::Northwind).unwrap();
        connected
    }

    async fn sign_in(connected: &Connected, name: &str) -> Result<SignInView, Failure> {
        let client = connected.client().unwrap();
        let name = Username::parse(name, &[]).unwrap();
        connected
            .sign_in(&client, name, SecretString::from(PASSWORD))
            .await
    }

    fn code() -> Given {
        Given::Code(ConfirmationCode::parse(&SecretString::from("123456")).unwrap())
    }

    async fn going_on(connected: &Connected) -> FailureCode {
        connected.go_on(code()).await.map(|_| ()).unwrap_err().code
    }

    /// Somebody of the practice pool with a temporary password.
    async fn invited(connected: &Connected) {
        let view = sign_in(connected, "diego@example.com").await.unwrap();
        assert!(matches!(view.at, SignInStep::NewPassword { .. }));
        assert_eq!(going_on(connected).await, FailureCode::NotSupported, "it is kept");
    }

    #[tokio::test]
    async fn a_sign_in_that_is_over_is_not_kept() {
        let folder = tempfile::tempdir().unwrap();
        let connected = connected(&folder);
        assert_eq!(going_on(&connected).await, FailureCode::SessionEnded);
        let view = sign_in(&connected, "jane@example.com").await.unwrap();
        assert!(matches!(view.at, SignInStep::Done));
        assert_eq!(going_on(&connected).await, FailureCode::SessionEnded);
    }

    #[tokio::test]
    async fn a_sign_in_ends_when_it_is_given_up_and_with_its_connection() {
        let folder = tempfile::tempdir().unwrap();
        let connected = connected(&folder);
        invited(&connected).await;
        connected.abandon_sign_in();
        assert_eq!(going_on(&connected).await, FailureCode::SessionEnded);
        invited(&connected).await;
        connected.start_practice(PracticePoolName::Fabrikam).unwrap();
        assert_eq!(going_on(&connected).await, FailureCode::SessionEnded);
    }
}
