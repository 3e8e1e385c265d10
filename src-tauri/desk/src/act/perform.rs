//! Carrying out an act: look, write it down, send it once, look again.

use std::pin::pin;
use std::time::Duration;

use cognito::{
    Acted, AdminClient, AppClient, Failure, FailureCode, InvitationMedium, NewPassword, OpenedUser,
    PasswordLife, PoolSettings, Retry, SecondFactor, UserStatus, Username,
};

use tokio::time::timeout;

use super::{Act, changes};
use crate::diagnosis::{ContactKind, Diagnosis, Effect, Limits, NotPossible, diagnose_within};
use crate::record::{Change, EntryId, Intent, Outcome, Record, UserState};
use crate::temporary_password::{TemporaryPassword, generate};

/// How long to wait for the look afterwards: the record is completed with it.
const LOOK_AGAIN_LIMIT: Duration = Duration::from_secs(10);
/// The longest reason, in characters.
const LONGEST_REASON: usize = 500;

/// The pool at hand, as it was read when the desk turned to it.
#[derive(Clone)]
pub struct PoolAtHand {
    /// What people call the connection.
    pub connection: String,
    /// The pool.
    pub pool: PoolSettings,
    /// The app client, where one is known.
    pub client: Option<AppClient>,
}

impl PoolAtHand {
    /// The diagnosis of `user` in this pool, at a desk with these limits. `now` is in milliseconds since 1970.
    #[must_use]
    pub fn diagnose(&self, user: &OpenedUser, limits: &Limits, now: i64) -> Diagnosis {
        diagnose_within(user, &self.pool, self.client.as_ref(), now, limits)
    }
}

/// What this desk allows, whatever the service would.
#[derive(Clone, Debug, Default)]
pub struct DeskRules {
    /// Which acts it keeps back.
    pub limits: Limits,
    /// Whether an act needs a reason.
    pub reason_needed: bool,
    /// What to ask a caller; all of it has to be ticked.
    pub checklist: Vec<String>,
}

/// Who does it.
pub struct Actor {
    /// The ARN that AWS knows them by.
    pub arn: String,
    /// The account on this computer.
    pub os_user: String,
}

/// An act, as somebody confirmed it.
pub struct Order {
    /// By whom.
    pub by: Actor,
    /// On whom: the canonical user name.
    pub username: Username,
    /// Which.
    pub act: Act,
    /// Why.
    pub reason: Option<String>,
    /// The items of the checklist that were ticked.
    pub verified_by: Vec<String>,
    /// When the user was changed last, as the card said that was on screen, in milliseconds since 1970.
    pub seen_modified_at: Option<i64>,
    /// Where an invitation goes; by default where the diagnosis says.
    pub channel: Option<ContactKind>,
    /// For a permanent password only.
    pub password: Option<NewPassword>,
}

/// What came of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActResult {
    /// The service did it.
    Done,
    /// The service refused.
    Refused(Failure),
    /// Nobody knows: the answer was lost, and reading again didn't tell.
    Unknown(Failure),
}

/// An act, as it turned out.
pub struct Performed {
    /// What came of it.
    pub result: ActResult,
    /// The user after it; `None` where reading again failed.
    pub after: Option<OpenedUser>,
    /// What is different now.
    pub changes: Vec<Change>,
    /// The temporary password, if one was made and may be good.
    pub temporary_password: Option<TemporaryPassword>,
    /// The entry in the record.
    pub entry: EntryId,
    /// The service's id of the request.
    pub request_id: Option<String>,
    /// Whether the record could be completed; if not, its entry says "unknown".
    pub recorded: bool,
}

/// Carries out `order`: looks at the user first, writes the act down, sends it once, completes the entry, and
/// looks again. `now` tells the time in milliseconds since 1970. Once `given_up` is done, the answer is waited for no
/// longer: the outcome is unknown then, unless the look afterwards tells.
///
/// # Errors
/// Only where nothing was sent: `ReasonMissing`, `ReasonTooLong`, `CallerNotVerified`; `UserNotFound`;
/// `ChangedMeanwhile` where the user isn't as the card showed them; `NotAllowedHere` and `ActNotPossible` with the
/// reason as `detail`; the `Password…` codes; `RecordUnwritable`; and those of reading. What the service says to the act
/// itself is in [`Performed`].
pub async fn perform(
    admin: &AdminClient,
    at: &PoolAtHand,
    rules: &DeskRules,
    record: &Record,
    order: Order,
    now: impl Fn() -> i64,
    given_up: impl Future<Output = ()>,
) -> Result<Performed, Failure> {
    let reason = checked_reason(&order, rules)?;
    let mut given_up = pin!(given_up);
    let before = tokio::select! {
        before = admin.get_user(&at.pool.id, &order.username) => before?,
        () = &mut given_up => return Err(FailureCode::StoppedWaiting.into()),
    };
    if order.seen_modified_at != before.user.modified_at {
        return Err(FailureCode::ChangedMeanwhile.into());
    }
    let diagnosis = at.diagnose(&before, &rules.limits, now());
    check_possible(&diagnosis, order.act)?;
    let message = Message::prepare(&order, at, &before, &diagnosis)?;

    let intent = Intent {
        at: now(),
        who: order.by.arn.clone(),
        os_user: order.by.os_user.clone(),
        connection: at.connection.clone(),
        pool_id: at.pool.id.clone(),
        region: at.pool.region.clone(),
        whom: before.user.username.clone(),
        contact: shown_contact(&before),
        sub: before.user.sub.clone(),
        act: order.act,
        reason,
        verified_by: order.verified_by.clone(),
        before: state_of(&before),
    };
    let entry = on_disk(record, move |record| record.begin(&intent)).await?;
    let answer = tokio::select! {
        biased;
        answer = message.send(admin, at, &order) => answer,
        () = &mut given_up => Err(Failure::new(FailureCode::StoppedWaiting).retry(Retry::UnknownOutcome)),
    };
    let (mut result, outcome) = match answer {
        Ok(acted) => (ActResult::Done, Outcome::done(now(), acted.request_id)),
        Err(failure) => {
            let outcome = Outcome::failed(now(), &failure);
            match failure.retry {
                Retry::UnknownOutcome => (ActResult::Unknown(failure), outcome),
                _ => (ActResult::Refused(failure), outcome),
            }
        }
    };
    let request_id = outcome.request_id.clone();
    let after = timeout(LOOK_AGAIN_LIMIT, admin.get_user(&at.pool.id, &order.username))
        .await
        .ok()
        .and_then(Result::ok);
    let changes = match &after {
        Some(after) => changes(&before, after),
        None => Vec::new(),
    };
    let seen = |outcome: Outcome| match &after {
        Some(after) => outcome.seen(state_of(after), changes.clone()),
        None => outcome,
    };
    let outcome = seen(outcome);
    let mut recorded = on_disk(record, move |record| record.complete(entry, &outcome))
        .await
        .is_ok();
    if matches!(result, ActResult::Unknown(_)) && shows(order.act, &changes) {
        result = ActResult::Done;
        let settled = seen(Outcome::done(now(), None));
        recorded &= on_disk(record, move |record| record.resolve(entry, &settled))
            .await
            .is_ok();
    }
    let temporary_password = match (&result, message) {
        (ActResult::Refused(_), _) => None,
        (_, Message::TemporaryPassword(password)) => Some(password),
        _ => None,
    };
    Ok(Performed {
        result,
        after,
        changes,
        temporary_password,
        entry,
        request_id,
        recorded,
    })
}

/// Reading and writing the record blocks for some milliseconds.
async fn on_disk<T: Send + 'static>(
    record: &Record,
    work: impl FnOnce(&Record) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let record = record.clone();
    tokio::task::spawn_blocking(move || work(&record))
        .await
        .map_err(|_| Failure::new(FailureCode::RecordUnwritable))?
}

fn state_of(user: &OpenedUser) -> UserState {
    UserState {
        status: user.user.status,
        enabled: user.user.enabled,
    }
}

/// The contact that the desk shows beside the name.
fn shown_contact(user: &OpenedUser) -> Option<String> {
    let contact = user.user.email.as_ref().or(user.user.phone.as_ref())?;
    Some(contact.value.clone())
}

fn checked_reason(order: &Order, rules: &DeskRules) -> Result<Option<String>, Failure> {
    let reason = order
        .reason
        .as_deref()
        .map(str::trim)
        .filter(|reason| !reason.is_empty());
    if rules.reason_needed && reason.is_none() {
        return Err(FailureCode::ReasonMissing.into());
    }
    if reason.is_some_and(|reason| reason.chars().count() > LONGEST_REASON) {
        return Err(FailureCode::ReasonTooLong.into());
    }
    let asked = |item: &String| order.verified_by.contains(item);
    if !rules.checklist.iter().all(asked) {
        return Err(FailureCode::CallerNotVerified.into());
    }
    Ok(reason.map(str::to_owned))
}

fn check_possible(diagnosis: &Diagnosis, act: Act) -> Result<(), Failure> {
    let offer = diagnosis.acts.iter().find(|offer| offer.act == act);
    match offer.map(|offer| offer.not_possible) {
        Some(None) => Ok(()),
        Some(Some(NotPossible::NotInThisMode)) => Err(FailureCode::NotAllowedHere.into()),
        Some(Some(because)) => {
            let because = serde_json::to_value(because).ok();
            let because = because.as_ref().and_then(serde_json::Value::as_str);
            Err(Failure::new(FailureCode::ActNotPossible).detail(because.unwrap_or_default()))
        }
        None => Err(FailureCode::ActNotPossible.into()),
    }
}

/// What an act needs beside the user's name, made before anything is written down.
enum Message {
    Plain,
    TemporaryPassword(TemporaryPassword),
    Permanent(NewPassword),
    Invitation(InvitationMedium),
}

impl Message {
    fn prepare(
        order: &Order,
        at: &PoolAtHand,
        before: &OpenedUser,
        diagnosis: &Diagnosis,
    ) -> Result<Self, Failure> {
        Ok(match order.act {
            Act::GiveTemporaryPassword => Self::TemporaryPassword(generate(&at.pool.password_policy)),
            Act::SetPermanentPassword => {
                let password = order.password.clone().ok_or(FailureCode::PasswordEmpty)?;
                Self::Permanent(password)
            }
            Act::ResendInvitation => {
                let channel = order.channel.or_else(|| invitation_channel(diagnosis));
                Self::Invitation(match channel.unwrap_or(ContactKind::Email) {
                    ContactKind::Email if before.user.email.is_some() => InvitationMedium::Email,
                    ContactKind::Phone if before.user.phone.is_some() => InvitationMedium::Sms,
                    _ => {
                        return Err(Failure::new(FailureCode::ActNotPossible).detail("no-such-contact"));
                    }
                })
            }
            _ => Self::Plain,
        })
    }

    async fn send(&self, admin: &AdminClient, at: &PoolAtHand, order: &Order) -> Result<Acted, Failure> {
        let (pool, user) = (at.pool.id.as_str(), &order.username);
        match (order.act, self) {
            (Act::GiveTemporaryPassword, Self::TemporaryPassword(password)) => {
                let password = NewPassword::parse(password.to_send())?;
                admin
                    .set_password(pool, user, &password, PasswordLife::Temporary)
                    .await
            }
            (Act::SetPermanentPassword, Self::Permanent(password)) => {
                admin
                    .set_password(pool, user, password, PasswordLife::Permanent)
                    .await
            }
            (Act::ResendInvitation, Self::Invitation(medium)) => {
                admin.resend_invitation(pool, user, *medium).await
            }
            (Act::SendResetCode, _) => admin.reset_password(pool, user).await,
            (Act::MarkEmailVerified, _) => admin.mark_email_verified(pool, user).await,
            (Act::MarkPhoneVerified, _) => admin.mark_phone_verified(pool, user).await,
            (Act::ConfirmSignUp, _) => admin.confirm_sign_up(pool, user).await,
            (Act::SwitchOn, _) => admin.enable(pool, user).await,
            (Act::SwitchOff, _) => admin.disable(pool, user).await,
            (Act::SignOutEverywhere, _) => admin.sign_out_everywhere(pool, user).await,
            (Act::TurnOffAuthenticator, _) => {
                admin
                    .turn_off_factor(pool, user, SecondFactor::Authenticator)
                    .await
            }
            (Act::TurnOffSmsFactor, _) => admin.turn_off_factor(pool, user, SecondFactor::Sms).await,
            (Act::TurnOffEmailFactor, _) => admin.turn_off_factor(pool, user, SecondFactor::Email).await,
            (Act::GiveTemporaryPassword | Act::SetPermanentPassword | Act::ResendInvitation, _) => {
                Err(FailureCode::ActNotPossible.into())
            }
        }
    }
}

fn invitation_channel(diagnosis: &Diagnosis) -> Option<ContactKind> {
    let offer = diagnosis
        .acts
        .iter()
        .find(|offer| offer.act == Act::ResendInvitation)?;
    offer.effects.iter().find_map(|effect| match effect {
        Effect::InvitationGoesTo { channel, .. } => Some(*channel),
        _ => None,
    })
}

/// Whether these changes can only come of that act: what a lost answer is settled by.
fn shows(act: Act, changes: &[Change]) -> bool {
    let verified = |wanted| {
        changes
            .iter()
            .any(|change| matches!(change, Change::Verified { contact, to: true } if *contact == wanted))
    };
    let status = |wanted: UserStatus| {
        changes
            .iter()
            .any(|change| matches!(change, Change::Status { to, .. } if *to == wanted))
    };
    let off = |wanted: SecondFactor| {
        changes
            .iter()
            .any(|change| matches!(change, Change::Factor { factor, to: false } if *factor == wanted))
    };
    match act {
        Act::SendResetCode => status(UserStatus::ResetRequired),
        Act::GiveTemporaryPassword => status(UserStatus::ForceChangePassword),
        Act::SetPermanentPassword => status(UserStatus::Confirmed),
        Act::MarkEmailVerified => verified(ContactKind::Email),
        Act::MarkPhoneVerified => verified(ContactKind::Phone),
        Act::ConfirmSignUp => status(UserStatus::Confirmed),
        Act::SwitchOn => changes.contains(&Change::Enabled { to: true }),
        Act::SwitchOff => changes.contains(&Change::Enabled { to: false }),
        // Nothing that the service shows. That the user was changed at all may be somebody else's doing.
        Act::ResendInvitation | Act::SignOutEverywhere => false,
        Act::TurnOffAuthenticator => off(SecondFactor::Authenticator),
        Act::TurnOffSmsFactor => off(SecondFactor::Sms),
        Act::TurnOffEmailFactor => off(SecondFactor::Email),
    }
}
