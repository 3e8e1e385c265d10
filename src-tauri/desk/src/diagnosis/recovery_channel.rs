//! The one contact that a code goes to, by the pool's `AccountRecoverySetting` (API reference,
//! `AccountRecoverySettingType`; developer guide, "Recovering user accounts").

use cognito::{MfaRule, OpenedUser, RecoveryMechanism, SecondFactor};

use super::{Certainty, ContactKind};

impl ContactKind {
    /// Both, in the order to show them.
    pub const ALL: [ContactKind; 2] = [ContactKind::Email, ContactKind::Phone];

    /// The second factor that uses this contact.
    #[must_use]
    pub fn factor(self) -> SecondFactor {
        match self {
            ContactKind::Email => SecondFactor::Email,
            ContactKind::Phone => SecondFactor::Sms,
        }
    }
}

/// Where a code goes, and how sure that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Channel {
    pub(super) contact: Option<ContactKind>,
    pub(super) certainty: Certainty,
}

/// The contacts that recovery tries, the first first. A pool that never set it goes by the old rule: the phone,
/// then the email address.
pub(crate) fn order(recovery: &[RecoveryMechanism]) -> Vec<ContactKind> {
    if recovery.is_empty() {
        return vec![ContactKind::Phone, ContactKind::Email];
    }
    recovery
        .iter()
        .filter_map(|mechanism| match mechanism {
            RecoveryMechanism::VerifiedEmail => Some(ContactKind::Email),
            RecoveryMechanism::VerifiedPhone => Some(ContactKind::Phone),
            RecoveryMechanism::AdminOnly => None,
        })
        .collect()
}

/// What a user could receive a code with, and what stands in the way.
#[derive(Clone)]
pub(super) struct Means {
    email_verified: bool,
    phone_verified: bool,
    factors: Vec<SecondFactor>,
    preferred: Option<SecondFactor>,
}

impl Means {
    pub(super) fn of(user: &OpenedUser) -> Self {
        Self {
            email_verified: user.user.email.as_ref().is_some_and(|contact| contact.verified),
            phone_verified: user.user.phone.as_ref().is_some_and(|contact| contact.verified),
            factors: user.factors.clone(),
            preferred: user.preferred_factor,
        }
    }

    /// The same, with this contact verified.
    pub(super) fn with_verified(mut self, kind: ContactKind) -> Self {
        match kind {
            ContactKind::Email => self.email_verified = true,
            ContactKind::Phone => self.phone_verified = true,
        }
        self
    }

    /// The same, with this factor switched off.
    pub(super) fn without_factor(mut self, factor: SecondFactor) -> Self {
        self.factors.retain(|other| *other != factor);
        self.preferred = self.preferred.filter(|preferred| *preferred != factor);
        self
    }

    /// Whether this contact is verified and recovery passes over it because it is a second factor. Some sources
    /// say so of a factor that is switched on, others of the preferred one: either counts here.
    pub(super) fn is_kept_for_factor(&self, kind: ContactKind, recovery: &[RecoveryMechanism]) -> bool {
        // The old rule lets a phone be both.
        let spared = recovery.is_empty() && kind == ContactKind::Phone;
        !spared && self.is_verified(kind) && self.uses(kind.factor())
    }

    /// Where a code goes.
    pub(super) fn channel(&self, recovery: &[RecoveryMechanism], mfa: MfaRule) -> Channel {
        let mut certainty = Certainty::Certain;
        for kind in order(recovery) {
            if !self.is_verified(kind) {
                continue;
            }
            if !self.is_kept_for_factor(kind, recovery) {
                return Channel {
                    contact: Some(kind),
                    certainty,
                };
            }
            let factor = kind.factor();
            // Documented for this and nothing less: switched on, preferred, and asked for.
            let beyond_doubt = self.factors.contains(&factor)
                && self.preferred == Some(factor)
                && mfa != MfaRule::Off
                && !recovery.is_empty();
            if !beyond_doubt {
                certainty = Certainty::Likely;
            }
        }
        Channel {
            contact: None,
            certainty,
        }
    }

    fn is_verified(&self, kind: ContactKind) -> bool {
        match kind {
            ContactKind::Email => self.email_verified,
            ContactKind::Phone => self.phone_verified,
        }
    }

    fn uses(&self, factor: SecondFactor) -> bool {
        self.factors.contains(&factor) || self.preferred == Some(factor)
    }
}
