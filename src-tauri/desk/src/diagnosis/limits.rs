//! What the desk doesn't allow, whatever the service would.

use std::collections::BTreeSet;

use super::NotPossible;
use crate::act::Act;

/// What narrows a card beyond what the service itself refuses. The default narrows nothing but the one thing that
/// is guarded everywhere: users of another provider get no password here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Acts that the desk's mode or settings keep back.
    pub not_in_this_mode: BTreeSet<Act>,
    /// IAM actions known to be denied, without `cognito-idp:`.
    pub denied: BTreeSet<String>,
    /// Whether a password may be given to users who sign in at another provider. It makes them local users, and
    /// AWS advises against it (API reference, `AdminSetUserPassword`).
    pub passwords_for_federated: bool,
}

impl Limits {
    /// Why the desk keeps this act back, if it does.
    pub(super) fn because(&self, act: Act) -> Option<NotPossible> {
        if self.not_in_this_mode.contains(&act) {
            Some(NotPossible::NotInThisMode)
        } else if self.denied.contains(act.iam_action()) {
            Some(NotPossible::NoPermission)
        } else {
            None
        }
    }
}
