//! A user, a pool and an app client with nothing wrong, and ways to put something wrong with them.

use cognito::password::PasswordPolicy;
use cognito::{
    AppClient, Contact, Mailer, MfaRule, OpenedUser, PoolSettings, RecoveryMechanism, SecondFactor,
    SignInName, User, UserStatus,
};

use crate::act::Act;
use crate::diagnosis::{ActOffer, Diagnosis, Limits, diagnose_within};

pub(crate) const NOW: i64 = 1_790_000_000_000;
pub(crate) const DAY: i64 = 24 * 60 * 60 * 1000;

/// A user with a verified email address, in a pool whose recovery goes there, with messages that arrive.
pub(crate) struct Sample {
    pub(crate) user: OpenedUser,
    pub(crate) pool: PoolSettings,
    pub(crate) client: Option<AppClient>,
    pub(crate) limits: Limits,
}

pub(crate) fn sample(status: UserStatus) -> Sample {
    Sample {
        user: OpenedUser {
            user: User {
                username: "jane".to_owned(),
                sub: None,
                status,
                enabled: true,
                name: None,
                email: Some(Contact {
                    value: "jane@example.com".to_owned(),
                    verified: true,
                }),
                phone: None,
                identity_providers: Vec::new(),
                created_at: Some(NOW - 40 * DAY),
                modified_at: Some(NOW - DAY),
            },
            factors: Vec::new(),
            preferred_factor: None,
        },
        pool: pool(),
        client: Some(client()),
        limits: Limits::default(),
    }
}

pub(crate) fn pool() -> PoolSettings {
    PoolSettings {
        region: "eu-central-1".to_owned(),
        id: "eu-central-1_Sample".to_owned(),
        name: "Sample".to_owned(),
        recovery: vec![RecoveryMechanism::VerifiedEmail],
        username_contacts: Vec::new(),
        alias_contacts: Vec::new(),
        case_sensitive: false,
        mfa: MfaRule::Optional,
        factors: Some(vec![SecondFactor::Authenticator]),
        auto_verified: vec![SignInName::Email],
        password_policy: PasswordPolicy {
            minimum_length: 12,
            require_uppercase: true,
            require_lowercase: true,
            require_numbers: true,
            require_symbols: false,
        },
        password_history: 0,
        temporary_password_days: 7,
        mailer: Mailer::Ses,
        mail_from: Some("help@example.com".to_owned()),
        sms_configured: true,
        sms_failure: None,
        mail_failure: None,
        admin_creates_only: false,
        functions: Vec::new(),
        estimated_users: 1_000,
        tier: Some("ESSENTIALS".to_owned()),
    }
}

pub(crate) fn client() -> AppClient {
    AppClient {
        id: "sampleclient".to_owned(),
        name: "Sample".to_owned(),
        has_secret: false,
        hides_accounts: false,
        password_by_srp: true,
        password_plain: false,
        choice_of_factors: false,
        revokes_tokens: true,
        session_minutes: 3,
        access_token_minutes: 60,
    }
}

impl Sample {
    pub(crate) fn off(mut self) -> Self {
        self.user.user.enabled = false;
        self
    }

    pub(crate) fn email(mut self, verified: Option<bool>) -> Self {
        self.user.user.email = verified.map(|verified| Contact {
            value: "jane@example.com".to_owned(),
            verified,
        });
        self
    }

    pub(crate) fn phone(mut self, verified: Option<bool>) -> Self {
        self.user.user.phone = verified.map(|verified| Contact {
            value: "+12065559934".to_owned(),
            verified,
        });
        self
    }

    pub(crate) fn factors(mut self, factors: &[SecondFactor], preferred: Option<SecondFactor>) -> Self {
        self.user.factors = factors.to_vec();
        self.user.preferred_factor = preferred;
        self
    }

    pub(crate) fn recovery(mut self, recovery: &[RecoveryMechanism]) -> Self {
        self.pool.recovery = recovery.to_vec();
        self
    }

    pub(crate) fn mfa(mut self, mfa: MfaRule) -> Self {
        self.pool.mfa = mfa;
        self
    }

    pub(crate) fn hiding(mut self) -> Self {
        self.client = Some(AppClient {
            hides_accounts: true,
            ..client()
        });
        self
    }

    pub(crate) fn changed(mut self, ago: Option<i64>) -> Self {
        self.user.user.modified_at = ago.map(|ago| NOW - ago);
        self
    }

    pub(crate) fn diagnosis(&self) -> Diagnosis {
        diagnose_within(&self.user, &self.pool, self.client.as_ref(), NOW, &self.limits)
    }

    pub(crate) fn offer(&self, act: Act) -> ActOffer {
        let offers = self.diagnosis().acts;
        offers.into_iter().find(|offer| offer.act == act).unwrap()
    }

    pub(crate) fn recommended(&self) -> Option<Act> {
        let offers = self.diagnosis().acts;
        let mut marked = offers.iter().filter(|offer| offer.recommended);
        let first = marked.next().map(|offer| offer.act);
        assert!(marked.next().is_none(), "at most one act is recommended");
        first
    }
}
