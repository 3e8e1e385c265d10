//! Every act as it stands for this user: whether it can be done, and if not, why.

use cognito::{MfaRule, SecondFactor, UserStatus};

use super::case::Case;
use super::effects::effects;
use super::limits::Limits;
use super::{ActOffer, Certainty, ContactKind, Effect, NotPossible, Outcome, Predictions};
use crate::act::Act;

/// All of [`Act::ALL`], none of them recommended yet.
pub(super) fn offers(case: &Case<'_>, predictions: &Predictions, limits: &Limits) -> Vec<ActOffer> {
    Act::ALL
        .into_iter()
        .map(|act| {
            // The service's own reason first: it holds at every desk.
            let not_possible = not_possible(case, act, predictions, limits).or_else(|| limits.because(act));
            let effects = match not_possible {
                Some(_) => Vec::new(),
                None => effects(case, act),
            };
            ActOffer {
                act,
                certainty: certainty(case, act, not_possible, &effects, predictions),
                not_possible,
                effects,
                recommended: false,
            }
        })
        .collect()
}

/// Why the service refuses an act, or why there is nothing for it to do.
fn not_possible(
    case: &Case<'_>,
    act: Act,
    predictions: &Predictions,
    limits: &Limits,
) -> Option<NotPossible> {
    let status = case.status();
    let federated = status == UserStatus::ExternalProvider;
    let out_of_use = matches!(
        status,
        UserStatus::Archived | UserStatus::Compromised | UserStatus::Unknown
    );
    match act {
        Act::SendResetCode => reset_not_possible(case, predictions),
        Act::GiveTemporaryPassword | Act::SetPermanentPassword => {
            (federated && !limits.passwords_for_federated).then_some(NotPossible::SignsInElsewhere)
        }
        Act::ResendInvitation => match status {
            UserStatus::ForceChangePassword => case
                .invitation_channel()
                .is_none()
                .then_some(NotPossible::NowhereToSend),
            UserStatus::Confirmed | UserStatus::ResetRequired => Some(NotPossible::SignedInBefore),
            UserStatus::Unconfirmed => Some(NotPossible::SignUpUnfinished),
            UserStatus::ExternalProvider => Some(NotPossible::SignsInElsewhere),
            UserStatus::Archived | UserStatus::Compromised | UserStatus::Unknown => {
                Some(NotPossible::StatusNotInUse)
            }
        },
        Act::ConfirmSignUp => match status {
            UserStatus::Unconfirmed => None,
            _ if federated => Some(NotPossible::SignsInElsewhere),
            _ if out_of_use => Some(NotPossible::StatusNotInUse),
            _ => Some(NotPossible::AlreadyConfirmed),
        },
        Act::MarkEmailVerified => marking_not_possible(case, ContactKind::Email),
        Act::MarkPhoneVerified => marking_not_possible(case, ContactKind::Phone),
        Act::SwitchOn => case.is_on().then_some(NotPossible::AlreadyOn),
        Act::SwitchOff => (!case.is_on()).then_some(NotPossible::AlreadyOff),
        Act::SignOutEverywhere => None,
        Act::TurnOffAuthenticator => turning_off_not_possible(case, SecondFactor::Authenticator),
        Act::TurnOffSmsFactor => turning_off_not_possible(case, SecondFactor::Sms),
        Act::TurnOffEmailFactor => turning_off_not_possible(case, SecondFactor::Email),
    }
}

fn reset_not_possible(case: &Case<'_>, predictions: &Predictions) -> Option<NotPossible> {
    if !matches!(predictions.admin_reset.outcome, Outcome::Refused { .. }) {
        return None;
    }
    if !case.is_on() {
        return Some(NotPossible::SwitchedOff);
    }
    Some(match case.status() {
        UserStatus::ForceChangePassword => NotPossible::NeverSignedIn,
        UserStatus::Unconfirmed => NotPossible::SignUpUnfinished,
        UserStatus::ExternalProvider => NotPossible::SignsInElsewhere,
        UserStatus::Archived | UserStatus::Compromised | UserStatus::Unknown => NotPossible::StatusNotInUse,
        UserStatus::Confirmed | UserStatus::ResetRequired if case.only_administrators_reset() => {
            NotPossible::OnlyAdministratorsReset
        }
        UserStatus::Confirmed | UserStatus::ResetRequired => NotPossible::NoVerifiedContact,
    })
}

fn marking_not_possible(case: &Case<'_>, kind: ContactKind) -> Option<NotPossible> {
    // The other provider's word overwrites ours at the next sign-in.
    if case.status() == UserStatus::ExternalProvider {
        return Some(NotPossible::SignsInElsewhere);
    }
    match case.contact(kind) {
        None => Some(NotPossible::NoSuchContact),
        Some(contact) if contact.verified => Some(NotPossible::AlreadyVerified),
        Some(_) => None,
    }
}

fn turning_off_not_possible(case: &Case<'_>, factor: SecondFactor) -> Option<NotPossible> {
    if !case.user.factors.contains(&factor) {
        return Some(NotPossible::NoSuchFactor);
    }
    // Where everybody needs one, the last one goes on being asked for after it was switched off.
    (case.pool.mfa == MfaRule::Required && case.user.factors.len() == 1)
        .then_some(NotPossible::FactorRequired)
}

/// How sure it is that an act does what is said of it, or is refused as is said of it.
fn certainty(
    case: &Case<'_>,
    act: Act,
    not_possible: Option<NotPossible>,
    effects: &[Effect],
    predictions: &Predictions,
) -> Certainty {
    // Ours to say, or plain from the user.
    if matches!(
        not_possible,
        Some(
            NotPossible::NotInThisMode
                | NotPossible::NoPermission
                | NotPossible::AlreadyOn
                | NotPossible::AlreadyOff
                | NotPossible::AlreadyVerified
                | NotPossible::NoSuchContact
                | NotPossible::NoSuchFactor
        )
    ) {
        return Certainty::Certain;
    }
    let in_use = !matches!(
        case.status(),
        UserStatus::Archived | UserStatus::Compromised | UserStatus::Unknown
    );
    let sure = |sure: bool| {
        if sure {
            Certainty::Certain
        } else {
            Certainty::Likely
        }
    };
    match act {
        Act::SendResetCode => predictions.admin_reset.certainty,
        Act::GiveTemporaryPassword | Act::SetPermanentPassword => predictions.admin_set.certainty,
        // What an invitation does to an account that is switched off isn't documented.
        Act::ResendInvitation => match case.invitation_channel() {
            Some(contact) => sure(in_use && case.is_on()).and(case.delivery(contact)),
            None => sure(in_use),
        },
        Act::ConfirmSignUp => sure(in_use && case.is_on()),
        Act::SwitchOff | Act::SignOutEverywhere => sure(case.client.is_some()),
        // Which factors keep a contact from recovery is told in two ways.
        Act::TurnOffAuthenticator | Act::TurnOffSmsFactor | Act::TurnOffEmailFactor => sure(
            case.pool.mfa != MfaRule::Off
                && !effects
                    .iter()
                    .any(|effect| matches!(effect, Effect::CodesCanGoTo { .. })),
        ),
        // Whether a user whose sign-up is unfinished gets codes is known by hearsay only.
        Act::MarkEmailVerified | Act::MarkPhoneVerified => sure(
            case.status() != UserStatus::Unconfirmed
                || !effects
                    .iter()
                    .any(|effect| matches!(effect, Effect::CodesCanGoTo { .. })),
        ),
        Act::SwitchOn => Certainty::Certain,
    }
}
