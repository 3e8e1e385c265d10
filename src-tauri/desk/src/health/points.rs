//! Each point by itself.

use cognito::{AppClient, Mailer, MfaRule, PoolSettings, RecoveryMechanism, SecondFactor, SignInName};

use super::HealthState::{self, Bad, Good, Mind};
use super::{HealthPoint, HealthTopic};
use crate::diagnosis::ContactKind;
use crate::diagnosis::recovery_channel::order;

/// Messages a day that Cognito's own mailer sends, for a whole AWS account (developer guide, quotas).
const SMALL_MAILERS_DAY: u32 = 50;
/// Fewer days than this and a weekend outlasts a temporary password.
const SHORT_LIFE_DAYS: u32 = 3;
/// More days than this and a slip of paper stays dangerous for long.
const LONG_LIFE_DAYS: u32 = 30;
/// What NIST SP 800-63B asks of a password at least, and the service's own default.
const SHORT_PASSWORD: u32 = 8;

fn point(what: HealthTopic, state: HealthState) -> HealthPoint {
    HealthPoint { what, state }
}

fn only_administrators(pool: &PoolSettings) -> bool {
    pool.recovery.contains(&RecoveryMechanism::AdminOnly)
}

pub(super) fn recovery(pool: &PoolSettings) -> HealthPoint {
    if only_administrators(pool) {
        point(HealthTopic::RecoveryByAdministrators, Mind)
    } else if pool.recovery.is_empty() {
        point(HealthTopic::RecoveryNeverSet, Mind)
    } else {
        let contacts = order(&pool.recovery);
        point(HealthTopic::RecoveryByCode { contacts }, Good)
    }
}

pub(super) fn verification(pool: &PoolSettings) -> Option<HealthPoint> {
    if only_administrators(pool) {
        return None;
    }
    let used = order(&pool.recovery);
    let contacts: Vec<_> = used
        .iter()
        .copied()
        .filter(|contact| {
            let name = match contact {
                ContactKind::Email => SignInName::Email,
                ContactKind::Phone => SignInName::Phone,
            };
            !pool.auto_verified.contains(&name)
        })
        .collect();
    Some(if contacts.is_empty() {
        point(HealthTopic::ContactsVerified, Good)
    } else {
        let state = if contacts.len() == used.len() { Bad } else { Mind };
        point(HealthTopic::ContactsNotVerified { contacts }, state)
    })
}

pub(super) fn mail(pool: &PoolSettings) -> HealthPoint {
    if let Some(reason) = pool.mail_failure.clone() {
        return point(HealthTopic::MailFails { reason }, Bad);
    }
    match pool.mailer {
        Mailer::CognitoDefault => point(
            HealthTopic::SmallMailer {
                per_day: SMALL_MAILERS_DAY,
            },
            Mind,
        ),
        Mailer::Ses => point(
            HealthTopic::OwnMailer {
                from: pool.mail_from.clone(),
            },
            Good,
        ),
    }
}

pub(super) fn text_messages(pool: &PoolSettings) -> Option<HealthPoint> {
    let counted_on = pool.recovery.contains(&RecoveryMechanism::VerifiedPhone)
        || pool.auto_verified.contains(&SignInName::Phone)
        || has_factor(pool, SecondFactor::Sms);
    if let Some(reason) = pool.sms_failure.clone() {
        let what = if reason == "SNSSandbox" {
            HealthTopic::TextMessagesInSandbox
        } else {
            HealthTopic::TextMessagesFail { reason }
        };
        return Some(point(what, Bad));
    }
    if pool.sms_configured {
        return Some(point(HealthTopic::TextMessagesWork, Good));
    }
    counted_on.then(|| point(HealthTopic::TextMessagesNotSetUp, Bad))
}

fn has_factor(pool: &PoolSettings, factor: SecondFactor) -> bool {
    pool.mfa != MfaRule::Off
        && pool
            .factors
            .as_ref()
            .is_some_and(|factors| factors.contains(&factor))
}

/// The rule for second factors, and what it takes from recovery: a contact can't be both, but for a phone under
/// the old rule (API reference, `AccountRecoverySettingType`).
pub(super) fn factors(pool: &PoolSettings) -> Vec<HealthPoint> {
    let mut points = vec![match pool.mfa {
        MfaRule::Off => return vec![point(HealthTopic::FactorsOff, Good)],
        MfaRule::Optional => point(HealthTopic::FactorsOptional, Good),
        MfaRule::Required => point(HealthTopic::FactorsRequired, Mind),
    }];
    let Some(offered) = &pool.factors else {
        points.push(point(HealthTopic::FactorsUnknown, Mind));
        return points;
    };
    let takes = |contact: &ContactKind| {
        let spared = pool.recovery.is_empty() && *contact == ContactKind::Phone;
        !spared && offered.contains(&contact.factor())
    };
    let used = order(&pool.recovery);
    if !used.is_empty() && used.iter().all(takes) {
        // One factor is enough for a user, so two contacts leave the other one, unless both are switched on.
        let state = if pool.mfa == MfaRule::Required && used.len() == 1 && offered.len() == 1 {
            Bad
        } else {
            Mind
        };
        let factors = used.iter().map(|contact| contact.factor()).collect();
        points.push(point(HealthTopic::FactorsTakeRecovery { factors }, state));
    }
    points
}

pub(super) fn client(client: Option<&AppClient>) -> Vec<HealthPoint> {
    let Some(client) = client else {
        return vec![point(HealthTopic::NoAppClient, Mind)];
    };
    let existence = if client.hides_accounts {
        point(HealthTopic::AccountsHidden, Good)
    } else {
        point(HealthTopic::AccountsShown, Mind)
    };
    let without_sending_it = client.password_by_srp || client.choice_of_factors;
    let sign_in = if without_sending_it || client.password_plain {
        let state = if without_sending_it { Good } else { Mind };
        point(HealthTopic::PasswordSignIn { without_sending_it }, state)
    } else {
        point(HealthTopic::NoPasswordSignIn, Bad)
    };
    vec![existence, sign_in]
}

pub(super) fn case(pool: &PoolSettings) -> HealthPoint {
    if pool.case_sensitive {
        point(HealthTopic::CaseMatters, Mind)
    } else {
        point(HealthTopic::CaseIgnored, Good)
    }
}

pub(super) fn temporary_password(pool: &PoolSettings) -> HealthPoint {
    let days = crate::diagnosis::temporary_password_days(pool);
    let state = if (SHORT_LIFE_DAYS..=LONG_LIFE_DAYS).contains(&days) {
        Good
    } else {
        Mind
    };
    point(HealthTopic::TemporaryPasswordLife { days }, state)
}

pub(super) fn password_rules(pool: &PoolSettings) -> HealthPoint {
    let minimum_length = pool.password_policy.minimum_length;
    let state = if minimum_length < SHORT_PASSWORD {
        Mind
    } else {
        Good
    };
    point(HealthTopic::PasswordRules { minimum_length }, state)
}

pub(super) fn password_history(pool: &PoolSettings) -> Option<HealthPoint> {
    let size = pool.password_history;
    (size > 0).then(|| point(HealthTopic::PasswordHistory { size }, Mind))
}

pub(super) fn functions(pool: &PoolSettings) -> Option<HealthPoint> {
    let names = pool.functions.clone();
    (!names.is_empty()).then(|| point(HealthTopic::OwnersFunctions { names }, Mind))
}
