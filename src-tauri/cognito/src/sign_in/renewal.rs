//! Beginning again where the service's session has run out: the person types nothing twice.

use std::collections::BTreeMap;

use super::{Factor, FirstFactor, SignIn, Step};
use crate::failure::{Failure, FailureCode};
use crate::input::{ConfirmationCode, NewPassword};

/// How many steps there can be before the one that the person was at.
const LONGEST_WALK: usize = 4;

/// What a person answers to a step.
pub(super) enum Reply {
    /// How to begin.
    FirstFactor(FirstFactor),
    /// A password of one's own, and what was typed for the attributes.
    OwnPassword(NewPassword, BTreeMap<String, String>),
    /// A code.
    Code(ConfirmationCode),
    /// A second factor.
    Factor(Factor),
    /// A code of an authenticator that is being set up.
    SetUp(ConfirmationCode),
}

impl SignIn {
    /// Signs in again up to the step that the person was at, and answers it again where that does
    /// no harm: a code by email or text is void by then, and so is the secret of an authenticator.
    pub(super) async fn begin_again(&mut self, reply: &Reply) -> Result<Step, Failure> {
        // The service refused the session before it looked at the code, so an authenticator's is still unused.
        let harmless = match (reply, &self.step) {
            (Reply::Code(_), Step::Code { via, .. }) => *via == Factor::Authenticator,
            (Reply::SetUp(_) | Reply::Code(_), _) => false,
            (Reply::FirstFactor(_) | Reply::OwnPassword(..) | Reply::Factor(_), _) => true,
        };
        let asked = self.step.clone();
        let sent_before = self.own_password.clone();
        let arrived = self.walk_again().await?;
        if let (Reply::OwnPassword(password, _), Some((before, _))) = (reply, sent_before)
            && before.expose() != password.expose()
            && !arrived.is_like(&asked)
        {
            // The answer to an earlier one was lost, and that one is the password now.
            return Err(FailureCode::TemporaryPasswordSpent.into());
        }
        if harmless && arrived.is_like(&asked) {
            self.astray = false;
            return self.send(reply, &arrived).await;
        }
        Ok(arrived)
    }

    /// Signs in again with the password in memory, up to the step that the person was at; to
    /// another one only where that is no longer asked.
    pub(super) async fn walk_again(&mut self) -> Result<Step, Failure> {
        self.astray = true;
        let asked = self.step.clone();
        self.walk_to(&asked).await
    }

    async fn walk_to(&mut self, asked: &Step) -> Result<Step, Failure> {
        let mut step = self.start_with_either_password(asked).await?;
        for _ in 0..LONGEST_WALK {
            if step.is_like(asked) {
                break;
            }
            let known = match &step {
                Step::NewPassword { .. } => self
                    .own_password
                    .clone()
                    .map(|(password, attributes)| Reply::OwnPassword(password, attributes)),
                Step::ChooseFactor { factors } => self
                    .factor
                    .filter(|factor| factors.contains(factor))
                    .map(Reply::Factor),
                Step::ChooseFirstFactor { choices } => self
                    .first_factor
                    .filter(|choice| choices.contains(choice))
                    .map(Reply::FirstFactor),
                _ => None,
            };
            let Some(reply) = known else { break };
            step = self.send(&reply, &step).await?;
        }
        Ok(step)
    }

    /// Once a password of one's own was sent, that one should work; where its answer was lost, the
    /// temporary one may be it still.
    async fn start_with_either_password(&mut self, asked: &Step) -> Result<Step, Failure> {
        let first = self.start().await;
        let wrong = |outcome: &Result<Step, Failure>| matches!(outcome, Err(failure) if failure.code == FailureCode::WrongPassword);
        let outcome = if wrong(&first) && self.own_password.is_some() {
            let own = self.own_password.take();
            let second = self.start().await;
            if second.is_ok() {
                // To be answered again with it.
                self.own_password = own;
            }
            second
        } else {
            first
        };
        outcome.map_err(|failure| {
            let spent = matches!(
                failure.code,
                FailureCode::WrongPassword
                    | FailureCode::TemporaryPasswordExpired
                    | FailureCode::UserNotFound
            );
            if spent && matches!(asked, Step::NewPassword { .. }) {
                Failure {
                    code: FailureCode::TemporaryPasswordSpent,
                    ..failure
                }
            } else {
                failure
            }
        })
    }
}
