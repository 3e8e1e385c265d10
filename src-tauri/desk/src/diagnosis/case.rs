//! What a diagnosis is made from, and the questions that every part of it asks.

use cognito::{
    AppClient, Contact, MfaRule, OpenedUser, PoolSettings, RecoveryMechanism, SecondFactor, UserStatus,
};

use super::recovery_channel::{Channel, Means};
use super::{Certainty, ContactKind};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// How many days a temporary password is good for. Zero counts as unset, which is seven (API reference,
/// `TemporaryPasswordValidityDays`).
pub(crate) fn temporary_password_days(pool: &PoolSettings) -> u32 {
    match pool.temporary_password_days {
        0 => 7,
        days => days,
    }
}

/// A user, their pool, and the app client they sign in with.
#[derive(Clone, Copy)]
pub(super) struct Case<'a> {
    pub(super) user: &'a OpenedUser,
    pub(super) pool: &'a PoolSettings,
    pub(super) client: Option<&'a AppClient>,
    /// Milliseconds since 1970.
    pub(super) now: i64,
}

impl Case<'_> {
    pub(super) fn status(&self) -> UserStatus {
        self.user.user.status
    }

    pub(super) fn is_on(&self) -> bool {
        self.user.user.enabled
    }

    pub(super) fn contact(&self, kind: ContactKind) -> Option<&Contact> {
        match kind {
            ContactKind::Email => self.user.user.email.as_ref(),
            ContactKind::Phone => self.user.user.phone.as_ref(),
        }
    }

    pub(super) fn is_verified(&self, kind: ContactKind) -> bool {
        self.contact(kind).is_some_and(|contact| contact.verified)
    }

    pub(super) fn has_verified_contact(&self) -> bool {
        ContactKind::ALL.into_iter().any(|kind| self.is_verified(kind))
    }

    /// Whether the pool leaves recovery to administrators. Then nothing else is in its setting.
    pub(super) fn only_administrators_reset(&self) -> bool {
        self.pool.recovery.contains(&RecoveryMechanism::AdminOnly)
    }

    pub(super) fn means(&self) -> Means {
        Means::of(self.user)
    }

    /// Where a code would go, whatever the status.
    pub(super) fn channel(&self) -> Channel {
        self.channel_with(&self.means())
    }

    /// The same, if the user had these contacts and factors.
    pub(super) fn channel_with(&self, means: &Means) -> Channel {
        means.channel(&self.pool.recovery, self.pool.mfa)
    }

    /// The second factors that a sign-in asks for: the preferred one, else whichever the user picks.
    pub(super) fn factors_asked(&self) -> Vec<SecondFactor> {
        if self.pool.mfa == MfaRule::Off {
            return Vec::new();
        }
        match self.user.preferred_factor {
            Some(preferred) => vec![preferred],
            None => self.user.factors.clone(),
        }
    }

    /// Whether the pool asks this user for a second factor that they don't have.
    pub(super) fn misses_required_factor(&self) -> bool {
        self.pool.mfa == MfaRule::Required
            && self.user.factors.is_empty()
            && self.user.preferred_factor.is_none()
    }

    pub(super) fn temporary_password_days(&self) -> u32 {
        temporary_password_days(self.pool)
    }

    /// Whole days since the user was last changed. A temporary password is at least as old: to set one is a
    /// change, and nothing tells of it but the latest change of all.
    pub(super) fn days_since_change(&self) -> Option<u32> {
        let since = self.now.saturating_sub(self.user.user.modified_at?);
        // A clock that is behind makes the change one to come.
        Some(u32::try_from(since.max(0) / DAY).unwrap_or(u32::MAX))
    }

    /// How sure it is that a message by this channel arrives, as far as the pool's settings tell.
    pub(super) fn delivery(&self, kind: ContactKind) -> Certainty {
        let fails = match kind {
            ContactKind::Email => self.pool.mail_failure.is_some(),
            ContactKind::Phone => !self.pool.sms_configured || self.pool.sms_failure.is_some(),
        };
        if fails {
            Certainty::Likely
        } else {
            Certainty::Certain
        }
    }

    /// The contact that an invitation is for: the email address, else the phone. It needn't be verified.
    pub(super) fn invitation_contact(&self) -> Option<ContactKind> {
        ContactKind::ALL
            .into_iter()
            .find(|kind| self.contact(*kind).is_some())
    }

    /// The same, if the pool can send there at all.
    pub(super) fn invitation_channel(&self) -> Option<ContactKind> {
        self.invitation_contact()
            .filter(|kind| *kind != ContactKind::Phone || self.pool.sms_configured)
    }

    /// How many minutes an access token goes on working; the service's default where no app client is known.
    pub(super) fn access_token_minutes(&self) -> u32 {
        self.client.map_or(60, |client| client.access_token_minutes)
    }
}
