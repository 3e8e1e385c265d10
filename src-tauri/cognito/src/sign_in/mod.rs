//! Signing in, as far as people get stuck in it: a password of one's own in place of a temporary
//! one, second factors, and the setting up of one. What comes of it, tokens, is revoked at once.

mod attributes;
mod calls;
mod learned;
mod password;
mod renewal;
mod step;
mod walk;

use std::collections::BTreeMap;

use aws_sdk_cognitoidentityprovider::types::ChallengeNameType;
use secrecy::{ExposeSecret, SecretString};

pub(crate) use learned::Learned;
pub use step::{AskedAttribute, AttributeKind, Factor, FirstFactor, OwnApp, Progress, Step};

use crate::client::Client;
use crate::failure::{Failure, FailureCode, Retry};
use crate::input::{ConfirmationCode, NewPassword, Username};
use crate::sent::Sent;
use crate::srp::{ClockOffset, Exchange};
use renewal::Reply;

/// How long the service keeps a session at least, in seconds (`AuthSessionValidity`, 3 to 15
/// minutes: the default is the shortest).
const SESSION_SECONDS: u32 = 3 * 60;
/// Longest password the service takes.
const PASSWORD_MAX: usize = 256;

/// One attempt to sign in, from the password to the end. Without `Debug`.
///
/// It keeps the password, so that nothing has to be typed again where the service's session runs
/// out. Dropping it forgets everything. After a call that was given up (its future dropped) it is
/// still good: if the service had taken the answer, the next one begins again by itself.
pub struct SignIn {
    client: Client,
    username: Username,
    password: SecretString,
    /// What was answered so far, to answer it again where the session has run out.
    own_password: Option<(NewPassword, BTreeMap<String, String>)>,
    first_factor: Option<FirstFactor>,
    factor: Option<Factor>,
    /// `USER_ID_FOR_SRP`: who the service says this is.
    user_id: Option<String>,
    offset: ClockOffset,
    exchange: Option<Exchange>,
    /// The challenge to answer, with the newest session; nothing where there is none to answer any more.
    challenge: Option<ChallengeNameType>,
    session: Option<SecretString>,
    /// The service has gone on from what the person was last asked: true at rest only where the
    /// wait for a call was given up.
    astray: bool,
    /// What the person was last asked.
    step: Step,
}

impl SignIn {
    /// Begins: sends a proof of the password, or the password where the app client allows nothing better.
    ///
    /// `password` may be a temporary one. It is tried only to go on from there: some pools take a
    /// temporary password once (observed).
    ///
    /// # Errors
    /// `PasswordEmpty`, `PasswordTooLong`; `WrongPassword` also where there is no such account;
    /// `LockedOut` with how long; `FlowNotEnabled` where the app client allows no sign-in with a
    /// password; any [`FailureCode`] of the account, the pool and the way there.
    pub async fn begin(
        client: &Client,
        username: Username,
        password: SecretString,
    ) -> Result<(Self, Progress), Failure> {
        if password.expose_secret().is_empty() {
            return Err(FailureCode::PasswordEmpty.into());
        }
        if password.expose_secret().encode_utf16().count() > PASSWORD_MAX {
            return Err(FailureCode::PasswordTooLong.into());
        }
        let mut sign_in = Self {
            client: client.clone(),
            username,
            password,
            own_password: None,
            first_factor: None,
            factor: None,
            user_id: None,
            offset: ClockOffset::default(),
            exchange: None,
            challenge: None,
            session: None,
            astray: false,
            step: Step::Done,
        };
        let begun = sign_in.start().await;
        let progress = sign_in.arrive(begun, false)?;
        Ok((sign_in, progress))
    }

    /// Begins in the way that the person chose, where the pool leaves it to them.
    ///
    /// # Errors
    /// As [`SignIn::begin`]; `NotSupported` at another step.
    pub async fn choose_first_factor(&mut self, choice: FirstFactor) -> Result<Progress, Failure> {
        match &self.step {
            Step::ChooseFirstFactor { choices } if choices.contains(&choice) => {}
            _ => return Err(FailureCode::NotSupported.into()),
        }
        self.first_factor = Some(choice);
        self.answer(Reply::FirstFactor(choice)).await
    }

    /// Sets a password of the user's own in place of the temporary one, and the attributes that
    /// were asked for, by name.
    ///
    /// # Errors
    /// `PasswordNotNew`, the `Password…` codes, `AttributeMissing`, `AttributeMalformed` and
    /// `AttributeFixed` with the name as `detail`; `TemporaryPasswordSpent` where the session had
    /// run out and the temporary password doesn't work any more; `NotSupported` at another step.
    /// `Retry::UnknownOutcome` where no answer came: the next try finds out.
    pub async fn choose_own_password(
        &mut self,
        password: NewPassword,
        attributes: BTreeMap<String, String>,
    ) -> Result<Progress, Failure> {
        let Step::NewPassword { attributes: asked } = &self.step else {
            return Err(FailureCode::NotSupported.into());
        };
        if password.expose() == self.password.expose_secret() {
            return Err(FailureCode::PasswordNotNew.into());
        }
        attributes::answers(asked, &attributes)?;
        self.answer(Reply::OwnPassword(password, attributes)).await
    }

    /// Answers with a code that came by email or text, or from an authenticator.
    ///
    /// # Errors
    /// `CodeWrong`, `CodeExpired`; `AuthenticatorCodeUsed`, also without asking the service where
    /// the same code went out less than 30 s ago; `NotSupported` at another step.
    pub async fn answer_code(&mut self, code: ConfirmationCode) -> Result<Progress, Failure> {
        match self.step {
            Step::Code {
                via: Factor::Authenticator,
                ..
            } => self.check_unused(&code)?,
            Step::Code { .. } => {}
            _ => return Err(FailureCode::NotSupported.into()),
        }
        self.answer(Reply::Code(code)).await
    }

    /// Chooses among the second factors that the user has. By email and text, a code goes out.
    ///
    /// # Errors
    /// `NotSupported` at another step or for another factor; those of the account and the way there.
    pub async fn choose_factor(&mut self, factor: Factor) -> Result<Progress, Failure> {
        match &self.step {
            Step::ChooseFactor { factors } if factors.contains(&factor) => {}
            _ => return Err(FailureCode::NotSupported.into()),
        }
        self.factor = Some(factor);
        self.answer(Reply::Factor(factor)).await
    }

    /// Finishes the setting up of an authenticator with a code that it shows.
    ///
    /// # Errors
    /// As [`SignIn::answer_code`].
    pub async fn confirm_authenticator(&mut self, code: ConfirmationCode) -> Result<Progress, Failure> {
        if !matches!(self.step, Step::SetUpAuthenticator { .. }) {
            return Err(FailureCode::NotSupported.into());
        }
        self.check_unused(&code)?;
        self.answer(Reply::SetUp(code)).await
    }

    /// Begins again, up to the same step: a new code goes out by email or text.
    ///
    /// # Errors
    /// As [`SignIn::begin`]; `NotSupported` unless a code by email or text is awaited.
    pub async fn send_code_again(&mut self) -> Result<Progress, Failure> {
        match self.step {
            Step::Code { via, .. } if via != Factor::Authenticator => {}
            _ => return Err(FailureCode::NotSupported.into()),
        }
        let arrived = self.walk_again().await;
        self.arrive(arrived, false)
    }

    fn check_unused(&self, code: &ConfirmationCode) -> Result<(), Failure> {
        if self.client.learned.may_send(&self.username, code) {
            Ok(())
        } else {
            Err(FailureCode::AuthenticatorCodeUsed.into())
        }
    }

    /// Sends what was answered; where the session has run out, begins again first.
    async fn answer(&mut self, reply: Reply) -> Result<Progress, Failure> {
        if self.astray {
            self.lose_session();
        }
        let at = self.step.clone();
        match self.send(&reply, &at).await {
            Err(failure) if failure.code == FailureCode::SessionEnded => {
                let arrived = self.begin_again(&reply).await;
                self.arrive(arrived, true)
            }
            outcome => self.arrive(outcome, false),
        }
    }

    fn lose_session(&mut self) {
        self.challenge = None;
        self.session = None;
    }

    /// What to tell of where the sign-in has come to.
    fn arrive(&mut self, outcome: Result<Step, Failure>, renewed: bool) -> Result<Progress, Failure> {
        if outcome.is_err() && self.astray {
            // The person still sees the step as it was; their next answer begins again.
            self.lose_session();
        }
        self.astray = false;
        let step = match outcome {
            Ok(step) => step,
            Err(failure) if failure.code == FailureCode::PasswordResetRequired => Step::ResetRequired,
            Err(failure) => return Err(self.told(failure)),
        };
        let session_seconds = step.awaits_answer().then_some(SESSION_SECONDS);
        self.step = step.clone();
        Ok(Progress {
            step,
            renewed,
            session_seconds,
        })
    }

    /// The failure as a person in front of this program may know it.
    fn told(&self, failure: Failure) -> Failure {
        match failure.code {
            // Not even a lenient pool tells here whether an account exists.
            FailureCode::UserNotFound => Failure::new(FailureCode::WrongPassword),
            FailureCode::LockedOut => {
                let seconds = self.client.learned.lock_seconds(&self.username);
                failure.retry(Retry::After { seconds })
            }
            _ => failure,
        }
    }

    /// Everything that was typed so far, to be kept out of error texts.
    fn typed(&self) -> Sent<'_> {
        let mut sent = Sent::with(&self.username).and(self.password.expose_secret());
        if let Some((password, attributes)) = &self.own_password {
            sent = sent.and(password.expose());
            for value in attributes.values() {
                sent = sent.and(value);
            }
        }
        match &self.user_id {
            Some(user_id) => sent.and(user_id),
            None => sent,
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_sign_in_may_wait_between_threads() {
        fn goes_anywhere<T: Send>() {}
        goes_anywhere::<super::SignIn>();
    }
}
