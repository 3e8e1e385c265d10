//! What an act does to this user now, in the order to tell it: first what stops, then what happens and what the
//! user has to do, then what stays as it was.

use cognito::{SecondFactor, UserStatus};

use super::case::Case;
use super::{ContactKind, Effect};
use crate::act::Act;

/// Of an act that can be done.
pub(super) fn effects(case: &Case<'_>, act: Act) -> Vec<Effect> {
    let mut effects = match act {
        Act::SendResetCode => reset(case),
        Act::GiveTemporaryPassword => {
            let days = case.temporary_password_days();
            let mut effects = password_given(case);
            effects.push(Effect::MustChooseWithin { days });
            effects.extend(stays_after_password(case));
            effects
        }
        Act::SetPermanentPassword => {
            let mut effects = password_given(case);
            effects.push(Effect::PasswordStays);
            if case.status() != UserStatus::Confirmed {
                effects.push(Effect::BecomesConfirmed);
            }
            effects.extend(stays_after_password(case));
            effects
        }
        Act::ResendInvitation => invitation(case),
        Act::ConfirmSignUp if case.has_verified_contact() => vec![Effect::BecomesConfirmed],
        Act::ConfirmSignUp => vec![Effect::SignUpConfirmed],
        Act::MarkEmailVerified => marked(case, ContactKind::Email),
        Act::MarkPhoneVerified => marked(case, ContactKind::Phone),
        Act::SwitchOn => return switched_on(case),
        Act::SwitchOff => {
            let minutes = case.access_token_minutes();
            return vec![Effect::CanNotSignInAnyMore, Effect::SessionsEnd { minutes }];
        }
        Act::SignOutEverywhere => vec![Effect::SessionsEnd {
            minutes: case.access_token_minutes(),
        }],
        Act::TurnOffAuthenticator => factor_off(case, SecondFactor::Authenticator),
        Act::TurnOffSmsFactor => factor_off(case, SecondFactor::Sms),
        Act::TurnOffEmailFactor => factor_off(case, SecondFactor::Email),
    };
    if !case.is_on() {
        effects.push(Effect::StaysSwitchedOff);
    }
    effects
}

/// A code takes the password's place (API reference, `AdminResetUserPassword`).
fn reset(case: &Case<'_>) -> Vec<Effect> {
    let mut effects = Vec::new();
    if case.status() == UserStatus::ResetRequired {
        effects.push(Effect::EarlierCodeVoid);
    } else {
        effects.push(Effect::PasswordStopsWorking);
    }
    if let Some(channel) = case.channel().contact {
        effects.push(Effect::CodeGoesTo { channel });
    }
    effects.push(Effect::LockedOutUntilCode);
    effects.extend(stays_after_password(case));
    effects
}

/// What a password set by an administrator does, whether it is temporary or not.
fn password_given(case: &Case<'_>) -> Vec<Effect> {
    let first = match case.status() {
        UserStatus::ForceChangePassword => Effect::TemporaryPasswordStopsWorking,
        // The password stopped working before; the code that was sent goes the same way.
        UserStatus::ResetRequired => Effect::EarlierCodeVoid,
        UserStatus::ExternalProvider => Effect::BecomesLocal,
        UserStatus::Confirmed
        | UserStatus::Unconfirmed
        | UserStatus::Archived
        | UserStatus::Compromised
        | UserStatus::Unknown => Effect::PasswordStopsWorking,
    };
    vec![first, Effect::YouTellThePassword]
}

/// What a new password leaves as it was.
fn stays_after_password(case: &Case<'_>) -> Vec<Effect> {
    let mut effects = factors_still_asked(case);
    let may_have_sessions = matches!(
        case.status(),
        UserStatus::Confirmed | UserStatus::ResetRequired | UserStatus::ExternalProvider
    );
    // To switch an account off ends its sessions.
    if may_have_sessions && case.is_on() {
        effects.push(Effect::SessionsStayOpen);
    }
    effects
}

fn factors_still_asked(case: &Case<'_>) -> Vec<Effect> {
    if case.misses_required_factor() {
        return vec![Effect::NewFactorAtSignIn];
    }
    case.factors_asked()
        .into_iter()
        .map(|factor| Effect::FactorStillAsked { factor })
        .collect()
}

fn invitation(case: &Case<'_>) -> Vec<Effect> {
    let days = case.temporary_password_days();
    let mut effects = vec![Effect::TemporaryPasswordStopsWorking];
    if let Some(channel) = case.invitation_channel() {
        effects.push(Effect::InvitationGoesTo { channel, days });
    }
    effects.extend(factors_still_asked(case));
    effects
}

fn marked(case: &Case<'_>, kind: ContactKind) -> Vec<Effect> {
    let mut effects = vec![Effect::CountsAsVerified { channel: kind }];
    let after = case.channel_with(&case.means().with_verified(kind)).contact;
    if gets_codes(case) && after == Some(kind) {
        effects.push(Effect::CodesCanGoTo { channel: kind });
    }
    effects
}

/// Whether a code would be sent to a user of this status, given somewhere to send it.
fn gets_codes(case: &Case<'_>) -> bool {
    matches!(
        case.status(),
        UserStatus::Confirmed | UserStatus::ResetRequired | UserStatus::Unconfirmed
    )
}

fn switched_on(case: &Case<'_>) -> Vec<Effect> {
    let mut effects = if case.status() == UserStatus::Confirmed {
        vec![Effect::CanSignInAgain]
    } else {
        vec![Effect::OnAgain]
    };
    if case.status() != UserStatus::ExternalProvider {
        effects.extend(factors_still_asked(case));
    }
    effects
}

fn factor_off(case: &Case<'_>, factor: SecondFactor) -> Vec<Effect> {
    let mut effects = vec![Effect::FactorNoLongerAsked { factor }];
    effects.extend(
        case.user
            .factors
            .iter()
            .copied()
            .filter(|other| *other != factor && case.pool.mfa != cognito::MfaRule::Off)
            .map(|factor| Effect::FactorStillAsked { factor }),
    );
    let before = case.channel().contact;
    let after = case.channel_with(&case.means().without_factor(factor)).contact;
    if let Some(channel) = after
        && after != before
        && gets_codes(case)
    {
        effects.push(Effect::CodesCanGoTo { channel });
    }
    effects
}
