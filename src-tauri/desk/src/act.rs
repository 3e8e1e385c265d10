//! The acts: what the help desk can change about one user.

mod change;
mod perform;

pub use change::changes;
pub use perform::{ActResult, Actor, DeskRules, Order, Performed, PoolAtHand, perform};

use serde::{Deserialize, Serialize};

/// One change to one user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum Act {
    /// `AdminResetUserPassword`: the password dies, a code goes out.
    SendResetCode,
    /// `AdminSetUserPassword`, temporary: it has to be changed at the first sign-in.
    GiveTemporaryPassword,
    /// `AdminSetUserPassword`, permanent. Behind a setting.
    SetPermanentPassword,
    /// `AdminCreateUser` with `RESEND`: a new invitation with a new temporary password.
    ResendInvitation,
    /// `AdminUpdateUserAttributes`: `email_verified`.
    MarkEmailVerified,
    /// `AdminUpdateUserAttributes`: `phone_number_verified`.
    MarkPhoneVerified,
    /// `AdminConfirmSignUp`.
    ConfirmSignUp,
    /// `AdminEnableUser`.
    SwitchOn,
    /// `AdminDisableUser`.
    SwitchOff,
    /// `AdminUserGlobalSignOut`.
    SignOutEverywhere,
    /// `AdminSetUserMFAPreference`: the authenticator app.
    TurnOffAuthenticator,
    /// `AdminSetUserMFAPreference`: text messages.
    TurnOffSmsFactor,
    /// `AdminSetUserMFAPreference`: email codes.
    TurnOffEmailFactor,
}

impl Act {
    /// All acts, in the order to show them.
    pub const ALL: [Act; 13] = [
        Act::SendResetCode,
        Act::GiveTemporaryPassword,
        Act::ResendInvitation,
        Act::ConfirmSignUp,
        Act::MarkEmailVerified,
        Act::MarkPhoneVerified,
        Act::SwitchOn,
        Act::SignOutEverywhere,
        Act::TurnOffAuthenticator,
        Act::TurnOffSmsFactor,
        Act::TurnOffEmailFactor,
        Act::SetPermanentPassword,
        Act::SwitchOff,
    ];

    /// The IAM action that allows it, without `cognito-idp:` (the service authorization reference: one action per
    /// operation).
    #[must_use]
    pub fn iam_action(self) -> &'static str {
        match self {
            Act::SendResetCode => "AdminResetUserPassword",
            Act::GiveTemporaryPassword | Act::SetPermanentPassword => "AdminSetUserPassword",
            Act::ResendInvitation => "AdminCreateUser",
            Act::MarkEmailVerified | Act::MarkPhoneVerified => "AdminUpdateUserAttributes",
            Act::ConfirmSignUp => "AdminConfirmSignUp",
            Act::SwitchOn => "AdminEnableUser",
            Act::SwitchOff => "AdminDisableUser",
            Act::SignOutEverywhere => "AdminUserGlobalSignOut",
            Act::TurnOffAuthenticator | Act::TurnOffSmsFactor | Act::TurnOffEmailFactor => {
                "AdminSetUserMFAPreference"
            }
        }
    }
}
