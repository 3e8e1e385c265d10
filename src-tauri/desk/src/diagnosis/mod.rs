//! The diagnosis: why this user can't get in, what each act would do, and the one to recommend.
//!
//! A pure function of the user, the pool, the app client and the time. Its rules are the service's (AWS developer
//! guide, API reference, and answers recorded on the service); where those contradict each other or are silent it
//! says [`Certainty::Likely`] and recommends what works either way.

mod also;
mod case;
mod effects;
mod finding;
mod limits;
mod masking;
mod offers;
mod prediction;
mod recommendation;
pub(crate) mod recovery_channel;
mod shape;
#[cfg(test)]
pub(crate) mod tests;

use cognito::{AppClient, OpenedUser, PoolSettings};

use case::Case;
pub(crate) use case::temporary_password_days;
pub use limits::Limits;
pub use shape::{
    ActOffer, Also, Certainty, ContactKind, Diagnosis, Effect, Finding, NotPossible, Outcome, Prediction,
    Predictions, RecoveryTarget,
};

/// Diagnoses one user, as the service would have it: nothing is kept back but passwords for users who sign in at
/// another provider.
///
/// `client` is the app client that the user signs in with; without one, what "forgot password" would answer isn't
/// known. `now` is in milliseconds since 1970.
#[must_use]
pub fn diagnose(user: &OpenedUser, pool: &PoolSettings, client: Option<&AppClient>, now: i64) -> Diagnosis {
    diagnose_within(user, pool, client, now, &Limits::default())
}

/// The same, at a desk that doesn't allow everything. What is recommended is what is left.
#[must_use]
pub fn diagnose_within(
    user: &OpenedUser,
    pool: &PoolSettings,
    client: Option<&AppClient>,
    now: i64,
    limits: &Limits,
) -> Diagnosis {
    let case = Case {
        user,
        pool,
        client,
        now,
    };
    let (finding, certainty) = finding::finding(&case);
    let (if_on, _) = finding::finding_if_on(&case);
    let predictions = prediction::predictions(&case);
    let mut acts = offers::offers(&case, &predictions, limits);
    recommendation::recommend(&case, &finding, &mut acts);
    Diagnosis {
        also: also::also(&case, &if_on, &predictions),
        recovery_target: recovery_target(&case),
        finding,
        certainty,
        predictions,
        acts,
    }
}

/// Where a code would go now, if one would.
fn recovery_target(case: &Case<'_>) -> Option<RecoveryTarget> {
    let channel = prediction::code_goes_to(case)?;
    let contact = case.contact(channel)?;
    Some(RecoveryTarget {
        channel,
        masked: masking::masked(channel, &contact.value),
    })
}
