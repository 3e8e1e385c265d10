//! Facts 6.3: the one contact that a code goes to.

use cognito::MfaRule;
use cognito::RecoveryMechanism::{self, AdminOnly, VerifiedEmail, VerifiedPhone};
use cognito::SecondFactor::{self, Authenticator, Email, Sms};
use cognito::UserStatus;

use super::samples::sample;
use crate::diagnosis::recovery_channel::order;
use crate::diagnosis::{Certainty, ContactKind, Outcome};

const BOTH_EMAIL_FIRST: &[RecoveryMechanism] = &[VerifiedEmail, VerifiedPhone];
const BOTH_PHONE_FIRST: &[RecoveryMechanism] = &[VerifiedPhone, VerifiedEmail];
const NEVER_SET: &[RecoveryMechanism] = &[];

fn reset(
    recovery: &[RecoveryMechanism],
    email: Option<bool>,
    phone: Option<bool>,
    factors: &[SecondFactor],
    preferred: Option<SecondFactor>,
    mfa: MfaRule,
) -> (Option<ContactKind>, Certainty) {
    let prediction = sample(UserStatus::Confirmed)
        .recovery(recovery)
        .email(email)
        .phone(phone)
        .factors(factors, preferred)
        .mfa(mfa)
        .diagnosis()
        .predictions
        .forgot_password
        .unwrap();
    match prediction.outcome {
        Outcome::CodeSent { channel } => (Some(channel), prediction.certainty),
        _ => (None, prediction.certainty),
    }
}

#[test]
fn facts_6_3_one_message_to_the_highest_verified_contact() {
    use ContactKind::{Email, Phone};
    for (recovery, email, phone, goes_to) in [
        (BOTH_EMAIL_FIRST, Some(true), Some(true), Some(Email)),
        (BOTH_EMAIL_FIRST, Some(false), Some(true), Some(Phone)),
        (BOTH_EMAIL_FIRST, None, Some(true), Some(Phone)),
        (BOTH_EMAIL_FIRST, Some(false), Some(false), None),
        (BOTH_EMAIL_FIRST, None, None, None),
        (BOTH_PHONE_FIRST, Some(true), Some(true), Some(Phone)),
        (BOTH_PHONE_FIRST, Some(true), Some(false), Some(Email)),
        (&[VerifiedEmail], None, Some(true), None),
        (&[VerifiedPhone], Some(true), None, None),
        (&[AdminOnly], Some(true), Some(true), None),
        (NEVER_SET, Some(true), Some(true), Some(Phone)),
        (NEVER_SET, Some(true), Some(false), Some(Email)),
        (NEVER_SET, Some(false), Some(false), None),
    ] {
        let (channel, _) = reset(recovery, email, phone, &[], None, MfaRule::Optional);
        assert_eq!(channel, goes_to, "{recovery:?} {email:?} {phone:?}");
    }
}

#[test]
fn facts_6_3_a_second_factor_is_passed_over_and_beyond_doubt_only_where_it_is_on_and_preferred() {
    let (yes, both) = (Some(true), BOTH_EMAIL_FIRST);
    let (email, phone) = (Some(ContactKind::Email), Some(ContactKind::Phone));
    let (on, off) = (MfaRule::Optional, MfaRule::Off);
    use Certainty::{Certain, Likely};
    for (recovery, factors, preferred, mfa, expected) in [
        (both, &[Email][..], Some(Email), on, (phone, Certain)),
        // The developer guide speaks of the preferred factor, the API reference of an active one.
        (both, &[Email], None, on, (phone, Likely)),
        (
            both,
            &[Email, Authenticator],
            Some(Authenticator),
            on,
            (phone, Likely),
        ),
        (both, &[Email], Some(Email), off, (phone, Likely)),
        // Never reached, so no doubt.
        (both, &[Sms], None, on, (email, Certain)),
        (both, &[Authenticator], Some(Authenticator), on, (email, Certain)),
        (both, &[Email, Sms], Some(Sms), on, (None, Likely)),
        (BOTH_PHONE_FIRST, &[Sms], Some(Sms), on, (email, Certain)),
        // The old rule spares the phone.
        (NEVER_SET, &[Sms], Some(Sms), on, (phone, Certain)),
        (NEVER_SET, &[Email], Some(Email), on, (phone, Certain)),
    ] {
        let got = reset(recovery, yes, yes, factors, preferred, mfa);
        assert_eq!(got, expected, "{recovery:?} {factors:?} {preferred:?} {mfa:?}");
    }
    let alone = reset(NEVER_SET, yes, None, &[Email], Some(Email), on);
    assert_eq!(
        alone,
        (None, Likely),
        "of mail under the old rule the sources say nothing"
    );
}

#[test]
fn facts_6_3_an_unset_setting_is_the_old_rule() {
    assert_eq!(order(&[]), [ContactKind::Phone, ContactKind::Email]);
    assert!(order(&[AdminOnly]).is_empty());
}

#[test]
fn pitfall_17_a_message_that_the_pool_cant_send_is_at_most_likely() {
    let mut sample = sample(UserStatus::Confirmed)
        .recovery(BOTH_PHONE_FIRST)
        .phone(Some(true));
    for (configured, failure) in [(false, None), (true, Some("SNSSandbox".to_owned()))] {
        sample.pool.sms_configured = configured;
        sample.pool.sms_failure = failure;
        let diagnosis = sample.diagnosis();
        assert_eq!(diagnosis.certainty, Certainty::Likely);
        assert_eq!(diagnosis.predictions.admin_reset.certainty, Certainty::Likely);
    }
}

#[test]
fn facts_5_1_the_target_is_where_a_code_would_go_now_masked() {
    let shown =
        |sample: super::samples::Sample| sample.diagnosis().recovery_target.map(|target| target.masked);
    let confirmed = || sample(UserStatus::Confirmed);
    assert_eq!(shown(confirmed()), Some("j***@e***".to_owned()));
    let by_phone = confirmed().recovery(BOTH_PHONE_FIRST).phone(Some(true));
    assert_eq!(shown(by_phone), Some("+*******9934".to_owned()));
    assert_eq!(shown(confirmed().hiding()), Some("j***@e***".to_owned()));
    assert_eq!(shown(confirmed().off()), None);
    assert_eq!(shown(confirmed().recovery(&[AdminOnly])), None);
    assert_eq!(shown(sample(UserStatus::ForceChangePassword)), None);
    let debug = format!("{:?}", confirmed().diagnosis());
    assert!(!debug.contains("j***"), "not even masked in a log");
}
