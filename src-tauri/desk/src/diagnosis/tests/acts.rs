//! What each act would do, in the order to tell it, and why some can't be done.

use cognito::RecoveryMechanism::{AdminOnly, VerifiedEmail, VerifiedPhone};
use cognito::SecondFactor::{Authenticator, Email, Sms};
use cognito::UserStatus::{
    self, Archived, Confirmed, ExternalProvider, ForceChangePassword, ResetRequired, Unconfirmed,
};
use cognito::{MfaRule, SecondFactor};

use super::samples::{Sample, sample};
use crate::act::Act;
use crate::diagnosis::{Certainty, ContactKind, Effect, NotPossible};

const MAIL: ContactKind = ContactKind::Email;
const DAYS: Effect = Effect::MustChooseWithin { days: 7 };

fn effects(sample: &Sample, act: Act) -> Vec<Effect> {
    let offer = sample.offer(act);
    assert_eq!(offer.not_possible, None);
    offer.effects
}

fn not_possible(sample: &Sample, act: Act) -> NotPossible {
    let offer = sample.offer(act);
    assert_eq!(offer.effects, []);
    offer.not_possible.unwrap()
}

fn asked(factor: SecondFactor) -> Effect {
    Effect::FactorStillAsked { factor }
}

#[test]
fn every_act_is_offered_once_in_the_order_to_show_them() {
    for status in [
        Unconfirmed,
        Confirmed,
        ForceChangePassword,
        ExternalProvider,
        Archived,
    ] {
        let acts: Vec<_> = sample(status)
            .diagnosis()
            .acts
            .iter()
            .map(|offer| offer.act)
            .collect();
        assert_eq!(acts, Act::ALL);
    }
}

#[test]
fn an_act_that_can_be_done_says_what_it_does() {
    for status in [
        Unconfirmed,
        Confirmed,
        ResetRequired,
        ForceChangePassword,
        ExternalProvider,
        Archived,
    ] {
        for sample in [
            sample(status),
            sample(status).off(),
            sample(status).email(Some(false)),
        ] {
            for offer in sample.diagnosis().acts {
                assert_eq!(
                    offer.effects.is_empty(),
                    offer.not_possible.is_some(),
                    "{status:?} {:?}",
                    offer.act
                );
            }
        }
    }
}

#[test]
fn pitfall_10_a_reset_kills_the_password_first() {
    let sample = sample(Confirmed).factors(&[Authenticator], Some(Authenticator));
    assert_eq!(
        effects(&sample, Act::SendResetCode),
        [
            Effect::PasswordStopsWorking,
            Effect::CodeGoesTo { channel: MAIL },
            Effect::LockedOutUntilCode,
            asked(Authenticator),
            Effect::SessionsStayOpen,
        ]
    );
}

#[test]
fn facts_5_1_a_second_code_voids_the_first() {
    assert_eq!(
        effects(&sample(ResetRequired), Act::SendResetCode),
        [
            Effect::EarlierCodeVoid,
            Effect::CodeGoesTo { channel: MAIL },
            Effect::LockedOutUntilCode,
            Effect::SessionsStayOpen,
        ]
    );
}

#[test]
fn facts_5_1_what_a_temporary_password_does() {
    let give = |sample: Sample| effects(&sample, Act::GiveTemporaryPassword);
    let told = Effect::YouTellThePassword;
    assert_eq!(
        give(sample(Confirmed)),
        [Effect::PasswordStopsWorking, told, DAYS, Effect::SessionsStayOpen]
    );
    assert_eq!(
        give(sample(ForceChangePassword)),
        [Effect::TemporaryPasswordStopsWorking, told, DAYS]
    );
    assert_eq!(
        give(sample(ResetRequired)),
        [Effect::EarlierCodeVoid, told, DAYS, Effect::SessionsStayOpen]
    );
    assert_eq!(
        give(sample(Confirmed).mfa(MfaRule::Required)),
        [
            Effect::PasswordStopsWorking,
            told,
            DAYS,
            Effect::NewFactorAtSignIn,
            Effect::SessionsStayOpen,
        ]
    );
    let off = sample(Confirmed).off();
    assert_eq!(
        give(off),
        [Effect::PasswordStopsWorking, told, DAYS, Effect::StaysSwitchedOff]
    );
}

#[test]
fn facts_5_1_what_a_permanent_password_does() {
    let set = |status| effects(&sample(status), Act::SetPermanentPassword);
    let told = Effect::YouTellThePassword;
    let stays = Effect::PasswordStays;
    assert_eq!(
        set(Confirmed),
        [
            Effect::PasswordStopsWorking,
            told,
            stays,
            Effect::SessionsStayOpen
        ]
    );
    assert_eq!(
        set(ForceChangePassword),
        [
            Effect::TemporaryPasswordStopsWorking,
            told,
            stays,
            Effect::BecomesConfirmed
        ]
    );
}

#[test]
fn facts_5_4_an_invitation_goes_out_again_before_the_first_sign_in_only() {
    let mut invited = sample(ForceChangePassword).phone(Some(true));
    invited.pool.temporary_password_days = 30;
    let to = |channel| Effect::InvitationGoesTo { channel, days: 30 };
    let voided = Effect::TemporaryPasswordStopsWorking;
    assert_eq!(effects(&invited, Act::ResendInvitation), [voided, to(MAIL)]);
    invited.user.user.email = None;
    assert_eq!(
        effects(&invited, Act::ResendInvitation),
        [voided, to(ContactKind::Phone)]
    );
    invited.pool.sms_configured = false;
    assert_eq!(
        not_possible(&invited, Act::ResendInvitation),
        NotPossible::NowhereToSend
    );
    for (status, why) in [
        (Confirmed, NotPossible::SignedInBefore),
        (ResetRequired, NotPossible::SignedInBefore),
        (Unconfirmed, NotPossible::SignUpUnfinished),
        (ExternalProvider, NotPossible::SignsInElsewhere),
        (Archived, NotPossible::StatusNotInUse),
    ] {
        assert_eq!(not_possible(&sample(status), Act::ResendInvitation), why);
    }
    let off = sample(ForceChangePassword).off().offer(Act::ResendInvitation);
    assert_eq!(off.certainty, Certainty::Likely);
    assert_eq!(off.effects.last(), Some(&Effect::StaysSwitchedOff));
}

#[test]
fn facts_6_4_why_no_reset_code_can_go_out() {
    let why = |sample: Sample| not_possible(&sample, Act::SendResetCode);
    assert_eq!(why(sample(Confirmed).off()), NotPossible::SwitchedOff);
    assert_eq!(why(sample(ForceChangePassword)), NotPossible::NeverSignedIn);
    assert_eq!(why(sample(Unconfirmed)), NotPossible::SignUpUnfinished);
    assert_eq!(why(sample(ExternalProvider)), NotPossible::SignsInElsewhere);
    assert_eq!(why(sample(Archived)), NotPossible::StatusNotInUse);
    assert_eq!(
        why(sample(Confirmed).recovery(&[AdminOnly])),
        NotPossible::OnlyAdministratorsReset
    );
    assert_eq!(
        why(sample(Confirmed).email(Some(false))),
        NotPossible::NoVerifiedContact
    );
    let conflict = sample(ForceChangePassword).offer(Act::SendResetCode);
    assert_eq!(conflict.certainty, Certainty::Likely, "CONFLICT in facts 6.4");
}

#[test]
fn facts_5_4_confirming_a_sign_up_verifies_nothing() {
    let unverified = sample(Unconfirmed).email(Some(false));
    assert_eq!(
        effects(&unverified, Act::ConfirmSignUp),
        [Effect::SignUpConfirmed]
    );
    assert_eq!(
        effects(&sample(Unconfirmed), Act::ConfirmSignUp),
        [Effect::BecomesConfirmed]
    );
    assert_eq!(
        not_possible(&sample(Confirmed), Act::ConfirmSignUp),
        NotPossible::AlreadyConfirmed
    );
}

#[test]
fn pitfall_2_marking_a_contact_lets_codes_go_there_if_recovery_uses_it() {
    let counts = |channel| Effect::CountsAsVerified { channel };
    let codes = |channel| Effect::CodesCanGoTo { channel };
    let unverified = |status| sample(status).email(Some(false));
    let mark = |sample: Sample| effects(&sample, Act::MarkEmailVerified);
    assert_eq!(mark(unverified(Confirmed)), [counts(MAIL), codes(MAIL)]);
    assert_eq!(
        mark(unverified(ForceChangePassword)),
        [counts(MAIL)],
        "no codes before the first sign-in"
    );
    assert_eq!(
        mark(unverified(Confirmed).recovery(&[VerifiedPhone])),
        [counts(MAIL)]
    );
    let is_factor = unverified(Confirmed).factors(&[Email], Some(Email));
    assert_eq!(mark(is_factor), [counts(MAIL)], "no codes to a second factor");
    let phone_first = unverified(Confirmed)
        .recovery(&[VerifiedPhone, VerifiedEmail])
        .phone(Some(true));
    assert_eq!(
        mark(phone_first),
        [counts(MAIL)],
        "codes go to the phone before and after"
    );
    let hearsay = unverified(Unconfirmed).offer(Act::MarkEmailVerified);
    assert_eq!(hearsay.certainty, Certainty::Likely);
    assert_eq!(
        not_possible(&sample(Confirmed), Act::MarkEmailVerified),
        NotPossible::AlreadyVerified
    );
    assert_eq!(
        not_possible(&sample(Confirmed), Act::MarkPhoneVerified),
        NotPossible::NoSuchContact
    );
}

#[test]
fn pitfall_14_switching_on_and_off() {
    let on = |status| effects(&sample(status).off(), Act::SwitchOn);
    assert_eq!(on(Confirmed), [Effect::CanSignInAgain]);
    assert_eq!(on(ResetRequired), [Effect::OnAgain]);
    assert_eq!(
        not_possible(&sample(Confirmed), Act::SwitchOn),
        NotPossible::AlreadyOn
    );
    let ends = Effect::SessionsEnd { minutes: 60 };
    assert_eq!(
        effects(&sample(Confirmed), Act::SwitchOff),
        [Effect::CanNotSignInAnyMore, ends]
    );
    assert_eq!(
        not_possible(&sample(Confirmed).off(), Act::SwitchOff),
        NotPossible::AlreadyOff
    );
}

#[test]
fn pitfall_25_access_tokens_outlive_a_sign_out() {
    let mut sample = sample(Confirmed);
    if let Some(client) = &mut sample.client {
        client.access_token_minutes = 5;
    }
    assert_eq!(
        effects(&sample, Act::SignOutEverywhere),
        [Effect::SessionsEnd { minutes: 5 }]
    );
    sample.client = None;
    let offer = sample.offer(Act::SignOutEverywhere);
    assert_eq!(offer.effects, [Effect::SessionsEnd { minutes: 60 }]);
    assert_eq!(offer.certainty, Certainty::Likely, "the service's default");
}

#[test]
fn pitfall_16_a_factor_is_switched_off_where_the_pool_lets_it() {
    let none = |factor| Effect::FactorNoLongerAsked { factor };
    let authenticator = || sample(Confirmed).factors(&[Authenticator], Some(Authenticator));
    let off = Act::TurnOffAuthenticator;
    assert_eq!(effects(&authenticator(), off), [none(Authenticator)]);
    let required = authenticator().mfa(MfaRule::Required);
    assert_eq!(not_possible(&required, off), NotPossible::FactorRequired);
    let two = sample(Confirmed)
        .phone(Some(true))
        .mfa(MfaRule::Required)
        .factors(&[Sms, Authenticator], Some(Authenticator));
    assert_eq!(effects(&two, off), [none(Authenticator), asked(Sms)]);
    assert_eq!(
        not_possible(&two, Act::TurnOffEmailFactor),
        NotPossible::NoSuchFactor
    );
}

#[test]
fn facts_6_3_switching_a_factor_off_frees_its_contact() {
    let sample = sample(Confirmed).factors(&[Email], Some(Email));
    let offer = sample.offer(Act::TurnOffEmailFactor);
    let codes = Effect::CodesCanGoTo { channel: MAIL };
    let off = Effect::FactorNoLongerAsked { factor: Email };
    assert_eq!(offer.effects, [off, codes]);
    assert_eq!(offer.certainty, Certainty::Likely);
}

#[test]
fn pitfall_15_federated_users_are_guarded_until_somebody_decides_otherwise() {
    let mut sample = sample(ExternalProvider);
    for act in [
        Act::GiveTemporaryPassword,
        Act::SetPermanentPassword,
        Act::MarkEmailVerified,
    ] {
        assert_eq!(not_possible(&sample, act), NotPossible::SignsInElsewhere);
    }
    sample.limits.passwords_for_federated = true;
    assert_eq!(
        effects(&sample, Act::GiveTemporaryPassword),
        [
            Effect::BecomesLocal,
            Effect::YouTellThePassword,
            DAYS,
            Effect::SessionsStayOpen,
        ]
    );
    assert_eq!(sample.recommended(), None, "allowed is not advised");
}

#[test]
fn what_the_desk_keeps_back_is_not_recommended() {
    let mut invited = sample(ForceChangePassword);
    assert_eq!(invited.recommended(), Some(Act::ResendInvitation));
    invited.limits.denied = ["AdminCreateUser".to_owned()].into();
    assert_eq!(
        not_possible(&invited, Act::ResendInvitation),
        NotPossible::NoPermission
    );
    assert_eq!(invited.recommended(), Some(Act::GiveTemporaryPassword));
    invited.limits.not_in_this_mode = [Act::GiveTemporaryPassword].into();
    assert_eq!(
        not_possible(&invited, Act::GiveTemporaryPassword),
        NotPossible::NotInThisMode
    );
    assert_eq!(invited.recommended(), None);
}

#[test]
fn nothing_recommended_is_ever_impossible() {
    let statuses: [UserStatus; 6] = [
        Unconfirmed,
        Confirmed,
        ResetRequired,
        ForceChangePassword,
        ExternalProvider,
        Archived,
    ];
    for status in statuses {
        for sample in [
            sample(status),
            sample(status).off(),
            sample(status).email(None),
            sample(status).recovery(&[AdminOnly]),
        ] {
            for offer in sample.diagnosis().acts {
                assert!(!offer.recommended || offer.not_possible.is_none());
            }
        }
    }
}
