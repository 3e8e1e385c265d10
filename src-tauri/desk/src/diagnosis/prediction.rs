//! What the three operations that matter would answer now (developer guide, "Managing error responses" and
//! "User account states"; answers recorded on the service).

use cognito::{AppClient, FailureCode, UserStatus};

use super::case::Case;
use super::{Certainty, ContactKind, Outcome, Prediction, Predictions};

pub(super) fn predictions(case: &Case<'_>) -> Predictions {
    Predictions {
        forgot_password: case.client.map(|client| forgot_password(case, client)),
        admin_reset: admin_reset(case),
        admin_set: admin_set(case),
    }
}

fn refused(code: FailureCode, certainty: Certainty) -> Prediction {
    Prediction {
        outcome: Outcome::Refused { code },
        certainty,
    }
}

fn code_sent(case: &Case<'_>, channel: ContactKind, certainty: Certainty) -> Prediction {
    Prediction {
        outcome: Outcome::CodeSent { channel },
        certainty: certainty.and(case.delivery(channel)),
    }
}

fn forgot_password(case: &Case<'_>, client: &AppClient) -> Prediction {
    if !client.hides_accounts {
        return forgot_password_openly(case);
    }
    if case.only_administrators_reset() {
        // Says something about the pool and nothing about the user.
        return refused(FailureCode::RecoveryByAdminOnly, Certainty::Likely);
    }
    match forgot_password_openly(case) {
        // Documented as a pretence, and as one that may alternate with a refusal.
        Prediction {
            outcome: Outcome::Refused { .. },
            ..
        } => Prediction {
            outcome: Outcome::Pretended,
            certainty: Certainty::Likely,
        },
        sent => sent,
    }
}

/// Where a code would go that the user asked for, whether or not the app client hides accounts.
pub(super) fn code_goes_to(case: &Case<'_>) -> Option<ContactKind> {
    match forgot_password_openly(case).outcome {
        Outcome::CodeSent { channel } => Some(channel),
        Outcome::Pretended | Outcome::Done | Outcome::Refused { .. } => None,
    }
}

/// As an app client answers that doesn't hide which accounts exist.
fn forgot_password_openly(case: &Case<'_>) -> Prediction {
    if !case.is_on() {
        return refused(FailureCode::UserDisabled, Certainty::Likely);
    }
    let unconfirmed = match case.status() {
        UserStatus::ForceChangePassword => {
            // What comes first where both apply isn't known.
            let certainty = if case.only_administrators_reset() {
                Certainty::Likely
            } else {
                Certainty::Certain
            };
            return refused(FailureCode::TemporaryPasswordPending, certainty);
        }
        UserStatus::ExternalProvider => {
            return refused(FailureCode::TemporaryPasswordPending, Certainty::Likely);
        }
        UserStatus::Archived | UserStatus::Compromised | UserStatus::Unknown => {
            return refused(FailureCode::Unknown, Certainty::Likely);
        }
        UserStatus::Unconfirmed => true,
        UserStatus::Confirmed | UserStatus::ResetRequired => false,
    };
    if case.only_administrators_reset() {
        return refused(FailureCode::RecoveryByAdminOnly, Certainty::Likely);
    }
    let channel = case.channel();
    match channel.contact {
        Some(contact) if unconfirmed => code_sent(case, contact, Certainty::Likely),
        Some(contact) => code_sent(case, contact, channel.certainty),
        None => refused(FailureCode::NoVerifiedContact, channel.certainty),
    }
}

fn admin_reset(case: &Case<'_>) -> Prediction {
    if !case.is_on() {
        return refused(FailureCode::UserDisabled, Certainty::Likely);
    }
    let again = match case.status() {
        // The developer guide lists it as a way to renew a temporary password; the service was seen to refuse.
        UserStatus::ForceChangePassword | UserStatus::Unconfirmed | UserStatus::ExternalProvider => {
            return refused(FailureCode::TemporaryPasswordPending, Certainty::Likely);
        }
        UserStatus::Archived | UserStatus::Compromised | UserStatus::Unknown => {
            return refused(FailureCode::Unknown, Certainty::Likely);
        }
        UserStatus::ResetRequired => true,
        UserStatus::Confirmed => false,
    };
    if case.only_administrators_reset() {
        return refused(FailureCode::RecoveryByAdminOnly, Certainty::Certain);
    }
    let channel = case.channel();
    match channel.contact {
        Some(contact) if again => code_sent(case, contact, Certainty::Likely),
        Some(contact) => code_sent(case, contact, channel.certainty),
        None => refused(FailureCode::NoVerifiedContact, Certainty::Likely),
    }
}

fn admin_set(case: &Case<'_>) -> Prediction {
    let documented = match case.status() {
        UserStatus::Confirmed
        | UserStatus::ResetRequired
        | UserStatus::ForceChangePassword
        | UserStatus::ExternalProvider => true,
        UserStatus::Unconfirmed | UserStatus::Archived | UserStatus::Compromised | UserStatus::Unknown => {
            false
        }
    };
    Prediction {
        outcome: Outcome::Done,
        certainty: if documented && case.is_on() {
            Certainty::Certain
        } else {
            Certainty::Likely
        },
    }
}
