//! The beginning of a sign-in: which flow the app client allows, and the password's proof.

use std::time::SystemTime;

use aws_sdk_cognitoidentityprovider::types::{AuthFlowType, ChallengeNameType};
use secrecy::{ExposeSecret, SecretString};

use super::calls::{self, Answer, Members};
use super::learned::Flow;
use super::{SignIn, Step};
use crate::failure::{Failure, FailureCode};
use crate::srp::{Exchange, Prover, Question, timestamp};

impl SignIn {
    /// Begins with the password at hand, in the best way that the app client allows.
    ///
    /// A flow that isn't allowed is refused before the password is looked at and costs none of the
    /// user's tries; a wrong password ends the search.
    pub(super) async fn start(&mut self) -> Result<Step, Failure> {
        self.lose_session();
        let known = self.client.learned.flow();
        if let Some(flow) = known {
            match self.start_by(flow).await {
                Err(failure) if is_off(flow, failure.code) => self.client.learned.set_flow(None),
                outcome => return outcome,
            }
        }
        for flow in Flow::ALL.into_iter().filter(|flow| Some(*flow) != known) {
            match self.start_by(flow).await {
                Err(failure) if is_off(flow, failure.code) => {}
                outcome => return outcome,
            }
        }
        Err(FailureCode::FlowNotEnabled.into())
    }

    async fn start_by(&mut self, flow: Flow) -> Result<Step, Failure> {
        let mut members = Members::from([("USERNAME".into(), self.username.as_str().to_owned())]);
        if let Some(hash) = self.client.secret_hash(self.username.as_str()) {
            members.insert("SECRET_HASH".into(), hash);
        }
        let name = match flow {
            Flow::Proof => {
                members.insert("SRP_A".into(), self.new_exchange()?);
                AuthFlowType::UserSrpAuth
            }
            Flow::Choice => {
                members.insert("PREFERRED_CHALLENGE".into(), "PASSWORD_SRP".into());
                members.insert("SRP_A".into(), self.new_exchange()?);
                AuthFlowType::UserAuth
            }
            Flow::Password => {
                members.insert(
                    "PASSWORD".into(),
                    self.current_password().expose_secret().to_owned(),
                );
                AuthFlowType::UserPasswordAuth
            }
        };
        let begun = calls::initiate(&self.client, name, members, self.typed()).await;
        let begun = begun.map_err(|failure| self.counted(failure));
        let (answer, offset) = begun?;
        self.client.learned.set_flow(Some(flow));
        if let Some(offset) = offset {
            self.offset = offset;
        }
        self.follow(answer).await
    }

    /// A new exchange's public value. The exchange is good for one proof.
    pub(super) fn new_exchange(&mut self) -> Result<String, Failure> {
        let exchange = Exchange::begin()?;
        let public = exchange.public_hex();
        self.exchange = Some(exchange);
        Ok(public)
    }

    /// Answers `PASSWORD_VERIFIER` with the proof of the password.
    pub(super) async fn prove(&mut self, asked: &Answer) -> Result<Answer, Failure> {
        let lacks = |name: &str| Failure::new(FailureCode::Unknown).detail(name);
        let parameter = |name: &str| asked.parameter(name).ok_or_else(|| lacks(name));
        let exchange = self.exchange.take().ok_or_else(|| lacks("SRP_A"))?;
        let question = Question {
            salt: parameter("SALT")?,
            service_public: parameter("SRP_B")?,
            secret_block: parameter("SECRET_BLOCK")?,
        };
        let pool_id = &self.client.connection().user_pool_id;
        let prover = Prover {
            pool_name: pool_id.split_once('_').map_or(pool_id, |(_, name)| name),
            user_id: parameter("USER_ID_FOR_SRP")?,
        };
        let timestamp = timestamp(self.offset.applied_to(SystemTime::now()));
        let password = self.current_password().expose_secret();
        let claim = exchange.claim(&prover, password, &question, &timestamp)?;
        let mut members = self.members();
        members.insert(
            "PASSWORD_CLAIM_SIGNATURE".into(),
            claim.expose_secret().to_owned(),
        );
        members.insert(
            "PASSWORD_CLAIM_SECRET_BLOCK".into(),
            question.secret_block.to_owned(),
        );
        members.insert("TIMESTAMP".into(), timestamp);
        self.respond_with_password(ChallengeNameType::PasswordVerifier, members)
            .await
    }

    /// Sends an answer that shows the password, and counts what comes of it.
    pub(super) async fn respond_with_password(
        &mut self,
        challenge: ChallengeNameType,
        members: Members,
    ) -> Result<Answer, Failure> {
        let answer = self.respond(challenge, members).await;
        answer.map_err(|failure| self.counted(failure))
    }

    /// The password that works by all that is known: one's own once it was sent.
    pub(super) fn current_password(&self) -> &SecretString {
        match &self.own_password {
            Some((own, _)) => own.secret(),
            None => &self.password,
        }
    }

    /// Takes note of a wrong password. An account that doesn't exist is counted like one that does.
    fn counted(&self, failure: Failure) -> Failure {
        if matches!(
            failure.code,
            FailureCode::WrongPassword | FailureCode::UserNotFound
        ) {
            self.client.learned.password_was_wrong(&self.username);
        }
        failure
    }
}

/// Whether the app client doesn't allow `flow`, so that another is worth a try.
fn is_off(flow: Flow, code: FailureCode) -> bool {
    match code {
        FailureCode::FlowNotEnabled => true,
        // A server that is older than USER_AUTH, or a plan without it.
        FailureCode::InputRefused | FailureCode::NotSupported | FailureCode::TierLacksFeature => {
            flow == Flow::Choice
        }
        _ => false,
    }
}
