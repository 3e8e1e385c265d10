//! The sentence, what goes with it, and the act to do first: facts 6.4 and 6.6, and the pitfalls.

use cognito::RecoveryMechanism::{self, AdminOnly, VerifiedEmail, VerifiedPhone};
use cognito::SecondFactor::{Authenticator, Email, Sms};
use cognito::UserStatus::{
    Archived, Confirmed, ExternalProvider, ForceChangePassword, ResetRequired, Unconfirmed,
};
use cognito::{Mailer, MfaRule};

use super::samples::{DAY, Sample, sample};
use crate::act::Act;
use crate::diagnosis::{Also, Certainty, ContactKind, Finding};

const BOTH: &[RecoveryMechanism] = &[VerifiedEmail, VerifiedPhone];

fn found(sample: &Sample) -> (Finding, Certainty, Option<Act>) {
    let diagnosis = sample.diagnosis();
    (diagnosis.finding, diagnosis.certainty, sample.recommended())
}

#[test]
fn nothing_is_wrong_and_nothing_is_recommended() {
    let sample = sample(Confirmed);
    let channel = ContactKind::Email;
    assert_eq!(
        found(&sample),
        (Finding::NothingWrong { channel }, Certainty::Certain, None)
    );
    assert_eq!(sample.diagnosis().also, []);
}

#[test]
fn pitfall_1_and_11_who_never_signed_in_gets_a_new_invitation() {
    let life_days = 7;
    let resend = Some(Act::ResendInvitation);
    for (ago, finding) in [
        (
            Some(DAY),
            Finding::InvitationWaiting {
                days_old: Some(1),
                life_days,
            },
        ),
        (
            Some(7 * DAY - 1),
            Finding::InvitationWaiting {
                days_old: Some(6),
                life_days,
            },
        ),
        (
            Some(7 * DAY),
            Finding::InvitationProbablyExpired {
                days_old: 7,
                life_days,
            },
        ),
        (
            Some(400 * DAY),
            Finding::InvitationProbablyExpired {
                days_old: 400,
                life_days,
            },
        ),
        // A clock that is behind.
        (
            Some(-DAY),
            Finding::InvitationWaiting {
                days_old: Some(0),
                life_days,
            },
        ),
        (
            None,
            Finding::InvitationWaiting {
                days_old: None,
                life_days,
            },
        ),
    ] {
        let sample = sample(ForceChangePassword).changed(ago);
        // Facts 6.6: an estimate.
        assert_eq!(found(&sample), (finding, Certainty::Likely, resend), "{ago:?}");
    }
}

#[test]
fn facts_6_5_a_life_of_zero_days_is_seven() {
    let mut sample = sample(ForceChangePassword).changed(Some(7 * DAY));
    sample.pool.temporary_password_days = 0;
    let finding = Finding::InvitationProbablyExpired {
        days_old: 7,
        life_days: 7,
    };
    assert_eq!(sample.diagnosis().finding, finding);
}

#[test]
fn pitfall_1_without_anywhere_to_send_it_gets_a_temporary_password() {
    let give = Some(Act::GiveTemporaryPassword);
    assert_eq!(sample(ForceChangePassword).email(None).recommended(), give);
    let unverified = sample(ForceChangePassword).email(Some(false));
    assert_eq!(
        unverified.recommended(),
        Some(Act::ResendInvitation),
        "it needn't be verified"
    );
    let mut by_phone = sample(ForceChangePassword).email(None).phone(Some(false));
    assert_eq!(by_phone.recommended(), Some(Act::ResendInvitation));
    by_phone.pool.sms_failure = Some("SNSSandbox".to_owned());
    assert_eq!(by_phone.recommended(), give, "pitfall 17");
    by_phone.pool.sms_configured = false;
    assert_eq!(by_phone.recommended(), give);
}

#[test]
fn pitfall_2_a_contact_nobody_verified_gets_a_temporary_password_first() {
    let sample = sample(Confirmed)
        .recovery(BOTH)
        .email(Some(false))
        .phone(Some(false));
    let finding = Finding::ContactNotVerified {
        contacts: vec![ContactKind::Email, ContactKind::Phone],
    };
    let give = Some(Act::GiveTemporaryPassword);
    assert_eq!(found(&sample), (finding, Certainty::Certain, give));
    assert_eq!(sample.diagnosis().also, [], "the finding says which already");
}

#[test]
fn pitfall_2_contacts_that_recovery_doesnt_use_are_none() {
    let sample = sample(Confirmed).email(None).phone(Some(true));
    let give = Some(Act::GiveTemporaryPassword);
    assert_eq!(found(&sample), (Finding::NoContact, Certainty::Certain, give));
    let contact = ContactKind::Phone;
    assert_eq!(sample.diagnosis().also, [Also::NotInRecoverySetting { contact }]);
}

#[test]
fn pitfall_3_a_pretending_app_client_is_told_of() {
    let sample = sample(Confirmed).email(Some(false)).hiding();
    assert_eq!(sample.diagnosis().also, [Also::ForgotPasswordPretends]);
}

#[test]
fn pitfall_4_an_unfinished_sign_up_is_confirmed() {
    for contact_verified in [false, true] {
        let sample = sample(Unconfirmed).email(Some(contact_verified));
        let finding = Finding::SignUpUnfinished { contact_verified };
        let expected = (finding, Certainty::Certain, Some(Act::ConfirmSignUp));
        assert_eq!(found(&sample), expected);
    }
}

#[test]
fn pitfall_9_and_29_a_waiting_reset_gets_its_code_again() {
    let sample = sample(ResetRequired);
    let channel = ContactKind::Email;
    let expected = (
        Finding::ResetWaiting { channel },
        Certainty::Certain,
        Some(Act::SendResetCode),
    );
    assert_eq!(found(&sample), expected);
    assert_eq!(sample.diagnosis().also, [Also::MayBeStolenPassword]);
}

#[test]
fn pitfall_9_a_waiting_reset_without_contact_gets_a_temporary_password() {
    let give = Some(Act::GiveTemporaryPassword);
    for sample in [
        sample(ResetRequired).email(None),
        sample(ResetRequired).email(Some(false)),
        sample(ResetRequired).recovery(&[AdminOnly]),
    ] {
        assert_eq!(
            found(&sample),
            (Finding::ResetWithoutContact, Certainty::Certain, give)
        );
    }
    let admin_only = sample(ResetRequired).recovery(&[AdminOnly]).diagnosis().also;
    assert!(admin_only.contains(&Also::OnlyAdministratorsReset), "it says why");
}

#[test]
fn pitfall_10_where_only_administrators_reset_a_temporary_password_is_given() {
    let sample = sample(Confirmed).recovery(&[AdminOnly]);
    let give = Some(Act::GiveTemporaryPassword);
    let finding = Finding::OnlyAdministratorsReset;
    assert_eq!(found(&sample), (finding, Certainty::Certain, give));
    assert_eq!(sample.diagnosis().also, []);
}

#[test]
fn pitfall_14_an_account_that_is_off_is_switched_on_first() {
    let sample = sample(ResetRequired).email(None).off();
    let expected = (Finding::SwitchedOff, Certainty::Certain, Some(Act::SwitchOn));
    assert_eq!(found(&sample), expected);
    let finding = Box::new(Finding::ResetWithoutContact);
    assert_eq!(sample.diagnosis().also[0], Also::WouldBe { finding });
}

#[test]
fn pitfall_15_a_federated_user_is_sent_to_their_provider() {
    let mut sample = sample(ExternalProvider);
    sample.user.user.identity_providers = vec!["Google".to_owned()];
    let providers = vec!["Google".to_owned()];
    assert_eq!(
        found(&sample),
        (Finding::SignsInElsewhere { providers }, Certainty::Certain, None)
    );
}

#[test]
fn pitfall_16_a_contact_that_is_the_second_factor_is_no_way_back() {
    let give = Some(Act::GiveTemporaryPassword);
    let sample = sample(Confirmed).factors(&[Email], Some(Email));
    let contact = ContactKind::Email;
    let finding = Finding::ContactIsSecondFactor { contact };
    assert_eq!(found(&sample), (finding, Certainty::Certain, give));
    assert_eq!(
        sample.diagnosis().also,
        [Also::FactorStillAsked { factor: Email }]
    );
}

#[test]
fn pitfall_16_the_other_contact_is_the_way_back() {
    let sample = sample(Confirmed)
        .recovery(BOTH)
        .phone(Some(true))
        .factors(&[Email], Some(Email));
    let channel = ContactKind::Phone;
    assert_eq!(sample.diagnosis().finding, Finding::NothingWrong { channel });
    let contact = ContactKind::Email;
    assert!(
        sample
            .diagnosis()
            .also
            .contains(&Also::FactorNotForRecovery { contact })
    );
}

#[test]
fn pitfall_16_which_factors_a_sign_in_asks_for() {
    let asked = |sample: Sample| -> Vec<_> {
        sample
            .diagnosis()
            .also
            .into_iter()
            .filter_map(|also| match also {
                Also::FactorStillAsked { factor } => Some(factor),
                _ => None,
            })
            .collect()
    };
    let two = || {
        sample(Confirmed)
            .phone(Some(true))
            .factors(&[Sms, Authenticator], None)
    };
    assert_eq!(asked(two()), [Sms, Authenticator], "whichever the user picks");
    assert_eq!(asked(two().factors(&[Sms, Authenticator], Some(Sms))), [Sms]);
    assert_eq!(asked(two().mfa(MfaRule::Off)), []);
    let none = sample(Confirmed).mfa(MfaRule::Required).diagnosis();
    assert_eq!(none.also, [Also::FactorRequiredAndMissing]);
}

#[test]
fn pitfall_8_and_17_messages_that_may_not_arrive_are_told_of() {
    let mut mail = sample(Confirmed);
    mail.pool.mailer = Mailer::CognitoDefault;
    assert_eq!(mail.diagnosis().also, [Also::SmallMailer]);
    assert_eq!(mail.recommended(), None);
    mail.pool.mail_failure = Some("EmailNotVerified".to_owned());
    assert_eq!(mail.diagnosis().also, [Also::MailFails, Also::SmallMailer]);
    let mut texts = sample(Confirmed).recovery(&[VerifiedPhone]).phone(Some(true));
    texts.pool.sms_configured = false;
    assert_eq!(texts.diagnosis().certainty, Certainty::Likely);
    assert!(texts.diagnosis().also.contains(&Also::TextMessagesFail));
    assert_eq!(texts.recommended(), Some(Act::GiveTemporaryPassword));
    let mut waiting = sample(ResetRequired).recovery(&[VerifiedPhone]).phone(Some(true));
    waiting.pool.sms_failure = Some("SNSSandbox".to_owned());
    assert_eq!(waiting.recommended(), Some(Act::GiveTemporaryPassword));
}

#[test]
fn pitfall_20_22_what_the_pool_and_the_app_client_add() {
    let mut sample = sample(Confirmed);
    sample.pool.case_sensitive = true;
    if let Some(client) = &mut sample.client {
        client.password_by_srp = false;
    }
    assert_eq!(sample.diagnosis().also, [Also::NoPasswordFlow, Also::CaseMatters]);
    sample.client = None;
    assert_eq!(sample.diagnosis().also, [Also::NoAppClient, Also::CaseMatters]);
}

#[test]
fn facts_6_4_a_status_out_of_use_gets_a_try() {
    let give = Some(Act::GiveTemporaryPassword);
    let expected = (Finding::StatusNotInUse, Certainty::Likely, give);
    assert_eq!(found(&sample(Archived)), expected);
}
