//! One user at the desk: opening them, and changing them.

use cognito::{Failure, FailureCode, OpenedUser, Username};
use desk::diagnosis::Limits;
use desk::temporary_password::{TemporaryPassword, spelling};
use desk::{Act, ActResult, DeskRules, Order, perform};
use secrecy::SecretString;

use super::kept::{DeskMode, ReasonRule};
use super::lock::Moment;
use super::{AtHand, Desk, State, lock_whole, now};
use crate::clipboard::PASSWORD_STAYS;
use crate::view::{ActDone, ActForm, ActOutcome, Card, PasswordCheck, ShownPassword};

impl State {
    /// What this desk allows, by its settings and by what IT decided.
    fn rules(&self) -> DeskRules {
        let settings = self.settings();
        let mut limits = Limits {
            denied: self.denied.clone(),
            passwords_for_federated: settings.mode == DeskMode::Full,
            ..Limits::default()
        };
        if settings.mode == DeskMode::HelpDesk {
            limits.not_in_this_mode.insert(Act::SwitchOff);
        }
        if !settings.permanent_passwords {
            limits.not_in_this_mode.insert(Act::SetPermanentPassword);
        }
        let decided = self.managed.now();
        let forbidden = Act::ALL.into_iter().filter(|act| !decided.allows(*act));
        limits.not_in_this_mode.extend(forbidden);
        DeskRules {
            limits,
            reason_needed: settings.reason == ReasonRule::Mandatory,
            checklist: settings.checklist,
        }
    }
}

impl Desk {
    /// Opens one user. The service counts a user that is opened as active for the month's bill.
    ///
    /// # Errors
    /// `UserNotFound`; those of the access and the way there.
    pub async fn open_user(&self, username: &str) -> Result<Card, Failure> {
        let at_hand = self.at_hand().await?;
        let username = Username::parse(username, &[])?;
        let call = at_hand.admin.get_user(&at_hand.pool.pool.id, &username);
        let user = self.noting_denial(self.wait_for(call).await)?;
        Ok(self.card(&at_hand, user).await)
    }

    async fn card(&self, at_hand: &AtHand, user: OpenedUser) -> Card {
        let groups = match Username::parse(&user.user.username, &[]) {
            Ok(username) => {
                let call = at_hand.admin.groups_of_user(&at_hand.pool.pool.id, &username);
                call.await.ok()
            }
            Err(_) => None,
        };
        let rules = lock_whole(&self.state).rules();
        let read_at = now();
        Card {
            diagnosis: at_hand.pool.diagnose(&user, &rules.limits, read_at),
            groups: groups.map(|groups| groups.into_iter().map(|group| group.name).collect()),
            user,
            read_at,
        }
    }

    /// Does an act, records it, and looks at the user again.
    ///
    /// # Errors
    /// Only where nothing was sent: those of `desk::perform`.
    pub async fn act(&self, mut form: ActForm) -> Result<ActDone, Failure> {
        let at_hand = self.at_hand().await?;
        let order = Order {
            by: self.actor(),
            username: Username::parse(&form.username, &[])?,
            act: form.act,
            password: form.new_password()?,
            reason: form.reason,
            verified_by: form.verified_by,
            seen_modified_at: form.seen_modified_at,
            channel: form.channel.map(Into::into),
        };
        let act = order.act;
        let record = self.record().await?;
        let rules = lock_whole(&self.state).rules();
        let (admin, pool) = (&at_hand.admin, &at_hand.pool);
        let given_up = self.stopped.notified();
        let performed = perform(admin, pool, &rules, &record, order, now, given_up).await;
        let performed = self.noting_denial(performed)?;
        let (outcome, failure) = match performed.result {
            ActResult::Done => (ActOutcome::Done, None),
            ActResult::Refused(failure) => (ActOutcome::Refused, Some(failure)),
            ActResult::Unknown(failure) => (ActOutcome::Unknown, Some(failure)),
        };
        if let Some(failure) = &failure {
            self.note_denial(failure);
        }
        let card = match performed.after {
            Some(user) => Some(self.card(&at_hand, user).await),
            None => None,
        };
        let valid_days = at_hand.pool.pool.temporary_password_days;
        Ok(ActDone {
            act,
            outcome,
            failure,
            card,
            changes: performed.changes,
            temporary_password: performed
                .temporary_password
                .map(|password| self.show(password, valid_days)),
            entry: performed.entry,
            recorded: performed.recorded,
            request_id: performed.request_id,
        })
    }

    /// Shows a temporary password, this once, and holds it for the clipboard until it was told.
    fn show(&self, password: TemporaryPassword, valid_days: u32) -> ShownPassword {
        let shown = password.expose();
        // A desk that was locked meanwhile holds nothing.
        if !self.lock.is_locked(Moment::now(), self.lock_limit()) {
            *lock_whole(&self.told) = Some(SecretString::from(shown.as_str()));
        }
        ShownPassword {
            spelling: spelling(&shown),
            password: (*shown).clone(),
            valid_days,
        }
    }

    /// Copies the temporary password that was made last; says after how many seconds it is cleared.
    ///
    /// # Errors
    /// `PasswordTold` where it isn't held any more; `ClipboardUnavailable`.
    pub async fn copy_temporary_password(&self) -> Result<u64, Failure> {
        let password = lock_whole(&self.told).clone();
        let password = password.ok_or(FailureCode::PasswordTold)?;
        self.clipboard.copy_password(password).await?;
        Ok(PASSWORD_STAYS.as_secs())
    }

    /// The temporary password was told. What is on the clipboard stays there for its minute.
    pub fn forget_temporary_password(&self) {
        *lock_whole(&self.told) = None;
    }

    /// The checklist and the strength of a permanent password, by the rules of the pool at hand.
    ///
    /// # Errors
    /// Those of reading the pool.
    pub async fn check_password(&self, password: SecretString) -> Result<PasswordCheck, Failure> {
        let at_hand = self.at_hand().await?;
        let policy = at_hand.pool.pool.password_policy;
        PasswordCheck::of(password, Some(policy), vec![at_hand.pool.connection]).await
    }

    /// Notes which action was refused, so that the acts that need it are not offered again.
    pub(super) fn noting_denial<T>(&self, outcome: Result<T, Failure>) -> Result<T, Failure> {
        if let Err(failure) = &outcome {
            self.note_denial(failure);
        }
        outcome
    }

    fn note_denial(&self, failure: &Failure) {
        if failure.code == FailureCode::AccessDenied
            && let Some(action) = &failure.detail
        {
            lock_whole(&self.state).denied.insert(action.clone());
        }
    }
}
