//! Every combination that can exist.

use cognito::RecoveryMechanism::{self, AdminOnly, VerifiedEmail, VerifiedPhone};
use cognito::{SecondFactor, UserStatus};
use desk::diagnosis::ContactKind;

/// The statuses in use.
pub(crate) const STATUSES: [(UserStatus, &str); 5] = [
    (UserStatus::Unconfirmed, "UNCONFIRMED"),
    (UserStatus::Confirmed, "CONFIRMED"),
    (UserStatus::ResetRequired, "RESET_REQUIRED"),
    (UserStatus::ForceChangePassword, "FORCE_CHANGE_PASSWORD"),
    (UserStatus::ExternalProvider, "EXTERNAL_PROVIDER"),
];
pub(crate) const FACTORS: [(SecondFactor, &str); 3] = [
    (SecondFactor::Sms, "SMS_MFA"),
    (SecondFactor::Email, "EMAIL_OTP"),
    (SecondFactor::Authenticator, "SOFTWARE_TOKEN_MFA"),
];
/// Absent, and every setting that the API takes; `admin_only` stands alone there.
const RECOVERY: [&[RecoveryMechanism]; 6] = [
    &[],
    &[VerifiedEmail],
    &[VerifiedPhone],
    &[VerifiedEmail, VerifiedPhone],
    &[VerifiedPhone, VerifiedEmail],
    &[AdminOnly],
];
/// Absent, unverified, verified.
const CONTACT: [Option<bool>; 3] = [None, Some(false), Some(true)];
/// Flows by which a client may sign users in; absent is what the service takes for SRP and custom.
const FLOWS: [Option<&[&str]>; 4] = [
    None,
    Some(&[
        "ALLOW_USER_SRP_AUTH",
        "ALLOW_USER_PASSWORD_AUTH",
        "ALLOW_REFRESH_TOKEN_AUTH",
    ]),
    Some(&["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]),
    Some(&["ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]),
];

/// One state that a user can be in.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) status: UserStatus,
    pub(crate) enabled: bool,
    /// Whether it is there, and whether it is verified.
    pub(crate) email: Option<bool>,
    pub(crate) phone: Option<bool>,
    pub(crate) factors: Vec<SecondFactor>,
    pub(crate) preferred_factor: Option<SecondFactor>,
}

impl Person {
    pub(crate) fn contact(&self, kind: ContactKind) -> Option<bool> {
        match kind {
            ContactKind::Email => self.email,
            ContactKind::Phone => self.phone,
        }
    }
}

/// People who are asked about in the same pool.
pub(crate) struct Room {
    pub(crate) recovery: &'static [RecoveryMechanism],
    pub(crate) people: Vec<Person>,
}

/// How a client is set up.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ClientSettings {
    pub(crate) hides_accounts: bool,
    pub(crate) flows: Option<&'static [&'static str]>,
}

impl ClientSettings {
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        [false, true].into_iter().flat_map(|hides_accounts| {
            FLOWS.into_iter().map(move |flows| Self {
                hides_accounts,
                flows,
            })
        })
    }
}

/// Everybody, by recovery setting, status, and whether the account is on.
pub(crate) fn rooms() -> Vec<Room> {
    let mut rooms = Vec::new();
    for recovery in RECOVERY {
        for (status, _) in STATUSES {
            for enabled in [true, false] {
                for email in CONTACT {
                    for phone in CONTACT {
                        let people = factor_sets(email.is_some(), phone.is_some())
                            .into_iter()
                            .map(|(factors, preferred_factor)| Person {
                                status,
                                enabled,
                                email,
                                phone,
                                factors,
                                preferred_factor,
                            })
                            .collect();
                        rooms.push(Room { recovery, people });
                    }
                }
            }
        }
    }
    rooms
}

/// Every set of factors that the contacts allow, with none of them preferred, and with each.
fn factor_sets(email: bool, phone: bool) -> Vec<(Vec<SecondFactor>, Option<SecondFactor>)> {
    let allowed: Vec<_> = FACTORS
        .into_iter()
        .map(|(factor, _)| factor)
        .filter(|factor| match factor {
            SecondFactor::Sms => phone,
            SecondFactor::Email => email,
            SecondFactor::Authenticator => true,
        })
        .collect();
    let mut sets = Vec::new();
    for mask in 0..1_u32 << allowed.len() {
        let set: Vec<_> = allowed
            .iter()
            .enumerate()
            .filter(|(index, _)| mask & (1 << index) != 0)
            .map(|(_, factor)| *factor)
            .collect();
        sets.push((set.clone(), None));
        sets.extend(set.iter().map(|preferred| (set.clone(), Some(*preferred))));
    }
    sets
}
