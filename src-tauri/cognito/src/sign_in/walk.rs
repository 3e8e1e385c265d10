//! From the service's challenges to the steps of a person. Challenges that need nobody are answered here.

use std::collections::BTreeMap;
use std::time::Duration;

use aws_sdk_cognitoidentityprovider::types::ChallengeNameType as Challenge;
use secrecy::ExposeSecret;

use super::calls::{self, Answer, Members};
use super::renewal::Reply;
use super::{Factor, FirstFactor, OwnApp, SignIn, Step, attributes};
use crate::failure::{Failure, FailureCode, Retry};
use crate::input::NewPassword;

/// How many challenges in a row may need nobody.
const LONGEST_WALK: usize = 8;
/// How long the end of a sign-in waits for its tokens to be revoked.
const A_MOMENT: Duration = Duration::from_millis(800);

impl SignIn {
    /// Goes on from the service's answer to the next step that needs a person.
    pub(super) async fn follow(&mut self, mut answer: Answer) -> Result<Step, Failure> {
        self.astray = true;
        for _ in 0..LONGEST_WALK {
            self.session = answer.session.take();
            self.challenge = answer.challenge.clone();
            if let Some(user_id) = answer.parameter("USER_ID_FOR_SRP") {
                self.user_id = Some(user_id.to_owned());
            }
            let Some(challenge) = answer.challenge.clone() else {
                return self.finish(answer).await;
            };
            answer = match challenge {
                Challenge::PasswordVerifier => self.prove(&answer).await?,
                Challenge::Password => self.give_password(Challenge::Password, None).await?,
                Challenge::PasswordSrp => self.give_public_value(Challenge::PasswordSrp, None).await?,
                Challenge::SelectChallenge => match self.begin_by_password(&answer.available) {
                    Some(way) => self.choose_way(way).await?,
                    None => return Ok(first_choice(&answer.available)),
                },
                other => return self.step_of(&other, &answer).await,
            };
        }
        Err(FailureCode::Unknown.into())
    }

    async fn step_of(&mut self, challenge: &Challenge, answer: &Answer) -> Result<Step, Failure> {
        if *challenge != Challenge::EmailOtp && *challenge != Challenge::SmsOtp {
            // Whatever comes after the first factor says that it was right.
            self.client.learned.password_was_right(&self.username);
        }
        let destination = || answer.parameter("CODE_DELIVERY_DESTINATION").map(str::to_owned);
        let code = |via| Step::Code {
            via,
            destination: destination(),
        };
        let own_app = |why| Step::OwnApp { why };
        Ok(match challenge {
            Challenge::NewPasswordRequired => Step::NewPassword {
                attributes: attributes::asked(
                    answer.parameter("requiredAttributes"),
                    answer.parameter("userAttributes"),
                ),
            },
            Challenge::EmailOtp => code(Factor::Email),
            Challenge::SmsMfa | Challenge::SmsOtp => code(Factor::Sms),
            Challenge::SoftwareTokenMfa => Step::Code {
                via: Factor::Authenticator,
                destination: None,
            },
            Challenge::SelectMfaType => {
                let listed = answer.listed("MFAS_CAN_CHOOSE").unwrap_or_default();
                let factors: Vec<Factor> = listed.iter().filter_map(|name| factor_named(name)).collect();
                if factors.is_empty() {
                    own_app(OwnApp::Unknown)
                } else {
                    Step::ChooseFactor { factors }
                }
            }
            Challenge::MfaSetup => {
                let can = answer.listed("MFAS_CAN_SETUP");
                if can.is_none_or(|names| names.iter().any(|name| name == "SOFTWARE_TOKEN_MFA")) {
                    let (secret, session) =
                        calls::associate(&self.client, self.session.as_ref(), self.typed()).await?;
                    self.session = session;
                    Step::SetUpAuthenticator { secret }
                } else {
                    own_app(OwnApp::FactorSetUpElsewhere)
                }
            }
            Challenge::WebAuthn => own_app(OwnApp::Passkey),
            Challenge::CustomChallenge => own_app(OwnApp::CustomChallenge),
            // Only asked of those who name a device, which this program never does.
            Challenge::DeviceSrpAuth | Challenge::DevicePasswordVerifier => own_app(OwnApp::Device),
            _ => own_app(OwnApp::Unknown),
        })
    }

    /// The end: the tokens are revoked, without keeping anybody waiting for it.
    async fn finish(&mut self, answer: Answer) -> Result<Step, Failure> {
        let tokens = answer.tokens.ok_or(FailureCode::Unknown)?;
        self.client.learned.password_was_right(&self.username);
        let revoking = tokio::spawn(calls::revoke(self.client.clone(), tokens));
        // Whatever is not revoked by then goes on by itself.
        let _outcome = tokio::time::timeout(A_MOMENT, revoking).await;
        Ok(Step::Done)
    }

    /// Sends the answer to the challenge at hand, which is `at` for a person.
    pub(super) async fn send(&mut self, reply: &Reply, at: &Step) -> Result<Step, Failure> {
        let challenge = self.challenge.clone().ok_or(FailureCode::SessionEnded)?;
        let mut members = self.members();
        let (name, value) = match reply {
            Reply::FirstFactor(FirstFactor::Password) => {
                let answer = self.choose_way(Challenge::PasswordSrp).await?;
                return self.follow(answer).await;
            }
            Reply::FirstFactor(FirstFactor::EmailCode) => ("ANSWER", "EMAIL_OTP"),
            Reply::FirstFactor(FirstFactor::SmsCode) => ("ANSWER", "SMS_OTP"),
            // The answer would have to come with what the passkey signed.
            Reply::FirstFactor(FirstFactor::Passkey) => return Ok(Step::OwnApp { why: OwnApp::Passkey }),
            Reply::OwnPassword(password, typed) => {
                if let Step::NewPassword { attributes } = at {
                    members.extend(attributes::answers(attributes, typed)?);
                }
                return self.send_own_password(password, typed, members).await;
            }
            Reply::Code(code) => (code_member(&challenge), code.expose()),
            Reply::Factor(factor) => ("ANSWER", factor_name(*factor)),
            Reply::SetUp(code) => {
                let sent = self.typed().and(code.expose());
                let (right, session) = calls::verify(&self.client, self.session.as_ref(), code, sent).await?;
                if right || session.is_some() {
                    self.session = session;
                }
                if !right {
                    return Err(FailureCode::CodeWrong.into());
                }
                let answer = self.respond(challenge, members).await?;
                return self.follow(answer).await;
            }
        };
        members.insert(name.to_owned(), value.to_owned());
        let answer = self.respond(challenge, members).await?;
        self.follow(answer).await
    }

    async fn send_own_password(
        &mut self,
        password: &NewPassword,
        typed: &BTreeMap<String, String>,
        mut members: Members,
    ) -> Result<Step, Failure> {
        members.insert("NEW_PASSWORD".into(), password.expose().to_owned());
        // Should no answer come, either password may be the right one from here on.
        let before = self.own_password.replace((password.clone(), typed.clone()));
        let outcome = self.respond(Challenge::NewPasswordRequired, members).await;
        if let Err(failure) = &outcome {
            match (failure.code, failure.retry) {
                (_, Retry::UnknownOutcome) => {}
                (FailureCode::SessionEnded, _) => self.own_password = before,
                // Refused: the temporary password is still the right one.
                _ => self.own_password = None,
            }
        }
        self.follow(outcome?).await
    }

    /// What every answer has: who it is from.
    pub(super) fn members(&self) -> Members {
        let who = self.user_id.as_deref().unwrap_or(self.username.as_str());
        let mut members = Members::from([("USERNAME".into(), who.to_owned())]);
        if let Some(hash) = self.client.secret_hash(who) {
            members.insert("SECRET_HASH".into(), hash);
        }
        members
    }

    pub(super) async fn respond(
        &mut self,
        challenge: Challenge,
        members: Members,
    ) -> Result<Answer, Failure> {
        let typed = members.clone();
        let mut sent = self.typed();
        for (name, value) in &typed {
            if name.ends_with("_CODE") || name.ends_with("PASSWORD") {
                sent = sent.and(value);
            }
        }
        calls::respond(&self.client, challenge, self.session.as_ref(), members, sent).await
    }

    /// How a pool that leaves the beginning to the person takes the password, if it does.
    fn begin_by_password(&self, available: &[Challenge]) -> Option<Challenge> {
        let chose_otherwise = self
            .first_factor
            .is_some_and(|choice| choice != FirstFactor::Password);
        if chose_otherwise {
            return None;
        }
        [Challenge::PasswordSrp, Challenge::Password]
            .into_iter()
            .find(|way| available.contains(way))
    }

    /// Answers `SELECT_CHALLENGE` with a way that takes the password.
    async fn choose_way(&mut self, way: Challenge) -> Result<Answer, Failure> {
        let answer = way.as_str().to_owned();
        match way {
            Challenge::Password => self.give_password(Challenge::SelectChallenge, Some(answer)).await,
            _ => {
                self.give_public_value(Challenge::SelectChallenge, Some(answer))
                    .await
            }
        }
    }

    async fn give_password(
        &mut self,
        challenge: Challenge,
        answer: Option<String>,
    ) -> Result<Answer, Failure> {
        let mut members = self.members();
        members.extend(answer.map(|answer| ("ANSWER".to_owned(), answer)));
        let password = self.current_password().expose_secret().to_owned();
        members.insert("PASSWORD".into(), password);
        self.respond_with_password(challenge, members).await
    }

    async fn give_public_value(
        &mut self,
        challenge: Challenge,
        answer: Option<String>,
    ) -> Result<Answer, Failure> {
        let mut members = self.members();
        members.extend(answer.map(|answer| ("ANSWER".to_owned(), answer)));
        members.insert("SRP_A".into(), self.new_exchange()?);
        self.respond_with_password(challenge, members).await
    }
}

/// The step of a pool that leaves the beginning to the person and takes no password of this user.
fn first_choice(available: &[Challenge]) -> Step {
    let choices: Vec<FirstFactor> = available
        .iter()
        .filter_map(|way| match way {
            Challenge::Password | Challenge::PasswordSrp => Some(FirstFactor::Password),
            Challenge::EmailOtp => Some(FirstFactor::EmailCode),
            Challenge::SmsOtp => Some(FirstFactor::SmsCode),
            Challenge::WebAuthn => Some(FirstFactor::Passkey),
            _ => None,
        })
        .collect();
    match choices.as_slice() {
        [] => Step::OwnApp { why: OwnApp::Unknown },
        [FirstFactor::Passkey] => Step::OwnApp { why: OwnApp::Passkey },
        _ => Step::ChooseFirstFactor { choices },
    }
}

/// The member that carries a code.
fn code_member(challenge: &Challenge) -> &'static str {
    match challenge {
        Challenge::EmailOtp => "EMAIL_OTP_CODE",
        Challenge::SmsOtp => "SMS_OTP_CODE",
        Challenge::SmsMfa => "SMS_MFA_CODE",
        _ => "SOFTWARE_TOKEN_MFA_CODE",
    }
}

/// A factor as `SELECT_MFA_TYPE` lists it; by email, documents have both names.
fn factor_named(name: &str) -> Option<Factor> {
    match name {
        "EMAIL_MFA" | "EMAIL_OTP" => Some(Factor::Email),
        "SMS_MFA" => Some(Factor::Sms),
        "SOFTWARE_TOKEN_MFA" => Some(Factor::Authenticator),
        _ => None,
    }
}

/// A factor as the answer to `SELECT_MFA_TYPE` names it.
fn factor_name(factor: Factor) -> &'static str {
    match factor {
        Factor::Email => "EMAIL_MFA",
        Factor::Sms => "SMS_MFA",
        Factor::Authenticator => "SOFTWARE_TOKEN_MFA",
    }
}
