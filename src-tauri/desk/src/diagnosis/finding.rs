//! The one sentence: why this user can't get in.

use cognito::UserStatus;

use super::case::Case;
use super::recovery_channel::order;
use super::{Certainty, ContactKind, Finding};

/// What is wrong, and how sure that is.
pub(super) fn finding(case: &Case<'_>) -> (Finding, Certainty) {
    if case.is_on() {
        finding_if_on(case)
    } else {
        (Finding::SwitchedOff, Certainty::Certain)
    }
}

/// What would be wrong if the account were switched on.
pub(super) fn finding_if_on(case: &Case<'_>) -> (Finding, Certainty) {
    match case.status() {
        UserStatus::ExternalProvider => (
            Finding::SignsInElsewhere {
                providers: case.user.user.identity_providers.clone(),
            },
            Certainty::Certain,
        ),
        // No field says when a temporary password ends; its age is an estimate.
        UserStatus::ForceChangePassword => (invitation(case), Certainty::Likely),
        UserStatus::Unconfirmed => (
            Finding::SignUpUnfinished {
                contact_verified: case.has_verified_contact(),
            },
            Certainty::Certain,
        ),
        UserStatus::ResetRequired => {
            let channel = case.channel();
            match channel.contact {
                Some(contact) => (
                    Finding::ResetWaiting { channel: contact },
                    channel.certainty.and(case.delivery(contact)),
                ),
                None => (Finding::ResetWithoutContact, channel.certainty),
            }
        }
        UserStatus::Confirmed => self_recovery(case),
        UserStatus::Archived | UserStatus::Compromised | UserStatus::Unknown => {
            (Finding::StatusNotInUse, Certainty::Likely)
        }
    }
}

fn invitation(case: &Case<'_>) -> Finding {
    let life_days = case.temporary_password_days();
    match case.days_since_change() {
        Some(days_old) if days_old >= life_days => Finding::InvitationProbablyExpired { days_old, life_days },
        days_old => Finding::InvitationWaiting { days_old, life_days },
    }
}

/// Whether a user who may sign in could get back in alone.
fn self_recovery(case: &Case<'_>) -> (Finding, Certainty) {
    if case.only_administrators_reset() {
        return (Finding::OnlyAdministratorsReset, Certainty::Certain);
    }
    let channel = case.channel();
    if let Some(contact) = channel.contact {
        let certainty = channel.certainty.and(case.delivery(contact));
        return (Finding::NothingWrong { channel: contact }, certainty);
    }
    let means = case.means();
    let tried = order(&case.pool.recovery);
    if let Some(contact) = tried
        .iter()
        .copied()
        .find(|kind| means.is_kept_for_factor(*kind, &case.pool.recovery))
    {
        return (Finding::ContactIsSecondFactor { contact }, channel.certainty);
    }
    let contacts: Vec<ContactKind> = tried
        .into_iter()
        .filter(|kind| case.contact(*kind).is_some())
        .collect();
    let finding = if contacts.is_empty() {
        Finding::NoContact
    } else {
        Finding::ContactNotVerified { contacts }
    };
    (finding, Certainty::Certain)
}
