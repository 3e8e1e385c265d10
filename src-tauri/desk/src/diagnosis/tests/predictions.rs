//! Facts 6.4 and 6.1: status by operation.

use cognito::FailureCode::{
    self, NoVerifiedContact, RecoveryByAdminOnly, TemporaryPasswordPending, UserDisabled,
};
use cognito::RecoveryMechanism::AdminOnly;
use cognito::UserStatus::{
    self, Archived, Compromised, Confirmed, ExternalProvider, ForceChangePassword, ResetRequired,
    Unconfirmed, Unknown,
};

use super::samples::{Sample, sample};
use crate::diagnosis::Certainty::{self, Certain, Likely};
use crate::diagnosis::{ContactKind, Outcome, Prediction};

const ALL: [UserStatus; 8] = [
    Unconfirmed,
    Confirmed,
    ResetRequired,
    ForceChangePassword,
    ExternalProvider,
    Archived,
    Compromised,
    Unknown,
];

fn sent(certainty: Certainty) -> Prediction {
    let outcome = Outcome::CodeSent {
        channel: ContactKind::Email,
    };
    Prediction { outcome, certainty }
}

fn refused(code: FailureCode, certainty: Certainty) -> Prediction {
    let outcome = Outcome::Refused { code };
    Prediction { outcome, certainty }
}

fn pretended() -> Prediction {
    Prediction {
        outcome: Outcome::Pretended,
        certainty: Likely,
    }
}

fn forgot(sample: &Sample) -> Prediction {
    sample.diagnosis().predictions.forgot_password.unwrap()
}

#[test]
fn facts_6_4_forgot_password() {
    for (status, verified, expected) in [
        (Confirmed, true, sent(Certain)),
        (Confirmed, false, refused(NoVerifiedContact, Certain)),
        (ResetRequired, true, sent(Certain)),
        (
            ForceChangePassword,
            true,
            refused(TemporaryPasswordPending, Certain),
        ),
        (Unconfirmed, false, refused(NoVerifiedContact, Certain)),
        (Unconfirmed, true, sent(Likely)),
        (ExternalProvider, true, refused(TemporaryPasswordPending, Likely)),
        (Archived, true, refused(FailureCode::Unknown, Likely)),
    ] {
        let sample = sample(status).email(Some(verified));
        assert_eq!(forgot(&sample), expected, "{status:?} {verified}");
    }
}

#[test]
fn facts_6_4_nobody_gets_a_code_whose_account_is_off() {
    for status in ALL {
        let off = sample(status).off();
        assert_eq!(forgot(&off), refused(UserDisabled, Likely), "{status:?}");
        let reset = off.diagnosis().predictions.admin_reset;
        assert_eq!(reset, refused(UserDisabled, Likely), "{status:?}");
        let set = off.diagnosis().predictions.admin_set;
        assert_eq!(
            (set.outcome, set.certainty),
            (Outcome::Done, Likely),
            "{status:?}"
        );
    }
}

#[test]
fn facts_6_1_an_app_client_that_hides_accounts_pretends_where_no_code_goes() {
    for hiding in [
        sample(Confirmed).off(),
        sample(Confirmed).email(Some(false)),
        sample(Confirmed).email(None),
        sample(ForceChangePassword),
        sample(Unconfirmed).email(Some(false)),
    ] {
        assert_eq!(forgot(&hiding.hiding()), pretended());
    }
    assert_eq!(forgot(&sample(Confirmed).hiding()), sent(Certain));
    // Admin operations are never masked.
    let off = sample(Confirmed).off().hiding();
    assert_eq!(
        off.diagnosis().predictions.admin_reset,
        refused(UserDisabled, Likely)
    );
}

#[test]
fn facts_3_1_only_an_administrator_resets() {
    for sample in [sample(Confirmed), sample(Confirmed).hiding()] {
        let sample = sample.recovery(&[AdminOnly]);
        assert_eq!(forgot(&sample), refused(RecoveryByAdminOnly, Likely));
        let predictions = sample.diagnosis().predictions;
        assert_eq!(predictions.admin_reset, refused(RecoveryByAdminOnly, Certain));
        assert_eq!(
            predictions.admin_set.outcome,
            Outcome::Done,
            "facts 5.1: not blocked by it"
        );
    }
}

#[test]
fn facts_6_4_admin_reset_user_password() {
    for (status, verified, expected) in [
        (Confirmed, true, sent(Certain)),
        (Confirmed, false, refused(NoVerifiedContact, Likely)),
        (ResetRequired, true, sent(Likely)),
        // CONFLICT: the developer guide says it can, the service was seen to refuse.
        (
            ForceChangePassword,
            true,
            refused(TemporaryPasswordPending, Likely),
        ),
        (Unconfirmed, true, refused(TemporaryPasswordPending, Likely)),
        (ExternalProvider, true, refused(TemporaryPasswordPending, Likely)),
    ] {
        let sample = sample(status).email(Some(verified));
        let got = sample.diagnosis().predictions.admin_reset;
        assert_eq!(got, expected, "{status:?} {verified}");
    }
}

#[test]
fn facts_6_4_admin_set_user_password_is_taken_in_every_state() {
    for status in ALL {
        let prediction = sample(status).email(None).diagnosis().predictions.admin_set;
        let certainty = match status {
            Confirmed | ResetRequired | ForceChangePassword | ExternalProvider => Certain,
            Unconfirmed | Archived | Compromised | Unknown => Likely,
        };
        let outcome = Outcome::Done;
        assert_eq!(prediction, Prediction { outcome, certainty }, "{status:?}");
    }
}

#[test]
fn without_an_app_client_nothing_is_said_of_forgot_password() {
    let mut sample = sample(Confirmed);
    sample.client = None;
    assert_eq!(sample.diagnosis().predictions.forgot_password, None);
}
