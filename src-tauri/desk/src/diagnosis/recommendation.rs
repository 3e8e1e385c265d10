//! The one act to do first.

use super::case::Case;
use super::{ActOffer, Certainty, Finding};
use crate::act::Act;

/// Marks the first act that helps and can be done. None is marked where nothing is wrong and where nothing helps.
pub(super) fn recommend(case: &Case<'_>, finding: &Finding, offers: &mut [ActOffer]) {
    let found = acts_that_help(case, finding).iter().find_map(|act| {
        offers
            .iter()
            .position(|offer| offer.act == *act && offer.not_possible.is_none())
    });
    if let Some(offer) = found.and_then(|index| offers.get_mut(index)) {
        offer.recommended = true;
    }
}

/// The best first. Where the service's answer is in doubt, what works either way comes first: a temporary password
/// needs no contact, no message and no recovery setting.
fn acts_that_help(case: &Case<'_>, finding: &Finding) -> &'static [Act] {
    match finding {
        Finding::SwitchedOff => &[Act::SwitchOn],
        Finding::SignsInElsewhere { .. } => &[],
        Finding::InvitationWaiting { .. } | Finding::InvitationProbablyExpired { .. } => {
            let arrives = case
                .invitation_channel()
                .is_some_and(|contact| case.delivery(contact) == Certainty::Certain);
            if arrives {
                &[Act::ResendInvitation, Act::GiveTemporaryPassword]
            } else {
                &[Act::GiveTemporaryPassword, Act::ResendInvitation]
            }
        }
        Finding::SignUpUnfinished { .. } => &[Act::ConfirmSignUp, Act::GiveTemporaryPassword],
        Finding::ResetWaiting { channel } => match case.delivery(*channel) {
            Certainty::Certain => &[Act::SendResetCode, Act::GiveTemporaryPassword],
            Certainty::Likely => &[Act::GiveTemporaryPassword, Act::SendResetCode],
        },
        Finding::NothingWrong { channel } => match case.delivery(*channel) {
            Certainty::Certain => &[],
            // The code that the user could ask for wouldn't arrive.
            Certainty::Likely => &[Act::GiveTemporaryPassword],
        },
        Finding::ResetWithoutContact | Finding::ContactNotVerified { .. } | Finding::NoContact => &[
            Act::GiveTemporaryPassword,
            Act::MarkEmailVerified,
            Act::MarkPhoneVerified,
        ],
        Finding::OnlyAdministratorsReset
        | Finding::ContactIsSecondFactor { .. }
        | Finding::StatusNotInUse => &[Act::GiveTemporaryPassword],
    }
}
