//! Pool health: what a pool's settings mean for getting people back in.

mod points;

use cognito::{AppClient, PoolSettings, SecondFactor};
use serde::Serialize;

use crate::diagnosis::ContactKind;

/// How a setting bears on recovery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum HealthState {
    /// As it should be.
    Good,
    /// Works, and has a side to know about.
    Mind,
    /// Keeps people out.
    Bad,
}

/// One setting, and what it is set to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase", tag = "kind")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum HealthTopic {
    /// Users get back in by themselves with a code to these contacts, the first that is verified.
    RecoveryByCode {
        /// In the order in which they are tried.
        contacts: Vec<ContactKind>,
    },
    /// The pool never set how users recover: the old rule holds, the phone first, then the email address.
    RecoveryNeverSet,
    /// Only administrators get anybody back in.
    RecoveryByAdministrators,
    /// The pool has every contact verified that recovery uses.
    ContactsVerified,
    /// The pool doesn't have these contacts verified, and recovery sends codes to verified ones only.
    ContactsNotVerified {
        /// Which.
        contacts: Vec<ContactKind>,
    },
    /// Mail is handed over by Cognito itself, which sends few a day for the whole AWS account.
    SmallMailer {
        /// Messages a day.
        per_day: u32,
    },
    /// Mail is handed over by the owner's Amazon SES.
    OwnMailer {
        /// The address that it comes from, where one was set.
        from: Option<String>,
    },
    /// Mail fails.
    MailFails {
        /// Why, in the service's word.
        reason: String,
    },
    /// Text messages are set up.
    TextMessagesWork,
    /// Text messages aren't set up, and the pool counts on them.
    TextMessagesNotSetUp,
    /// Text messages go to numbers on a list only (the SNS sandbox).
    TextMessagesInSandbox,
    /// Text messages fail.
    TextMessagesFail {
        /// Why, in the service's word.
        reason: String,
    },
    /// The app client hides which accounts exist: "forgot password" then says a code was sent even where none was.
    AccountsHidden,
    /// The app client tells anybody which accounts exist.
    AccountsShown,
    /// No app client is known.
    NoAppClient,
    /// Users can sign in with a password.
    PasswordSignIn {
        /// In the way that doesn't send it (SRP), or by choosing among factors, which includes that way.
        without_sending_it: bool,
    },
    /// Users can't sign in with a password: a temporary one gets nobody in.
    NoPasswordSignIn,
    /// `Jane` and `jane` are two users.
    CaseMatters,
    /// `Jane` and `jane` are one user.
    CaseIgnored,
    /// How long a temporary password is good for.
    TemporaryPasswordLife {
        /// Days.
        days: u32,
    },
    /// What a password has to be.
    PasswordRules {
        /// Characters at least.
        minimum_length: u32,
    },
    /// Passwords that may not be used again, temporary ones included.
    PasswordHistory {
        /// How many.
        size: u32,
    },
    /// Functions of the owner's that are called on the way. One that fails stops a recovery halfway.
    OwnersFunctions {
        /// As the service calls them.
        names: Vec<String>,
    },
    /// No second factor is asked for.
    FactorsOff,
    /// Those who have a second factor are asked for it.
    FactorsOptional,
    /// Everybody is asked for a second factor: the last one of a user can't be switched off here.
    FactorsRequired,
    /// A contact can be a second factor, and recovery has no other: who uses it so can't recover alone.
    FactorsTakeRecovery {
        /// Which factors.
        factors: Vec<SecondFactor>,
    },
    /// Which second factors the pool offers couldn't be read.
    FactorsUnknown,
}

/// One setting, and how it bears on recovery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct HealthPoint {
    /// Which.
    pub what: HealthTopic,
    /// How.
    pub state: HealthState,
}

/// A pool's health, point by point, in the order to show it. `client` is the app client that users sign in with.
#[must_use]
pub fn health(pool: &PoolSettings, client: Option<&AppClient>) -> Vec<HealthPoint> {
    let mut points = vec![points::recovery(pool)];
    points.extend(points::verification(pool));
    points.push(points::mail(pool));
    points.extend(points::text_messages(pool));
    points.extend(points::factors(pool));
    points.extend(points::client(client));
    points.push(points::case(pool));
    points.push(points::temporary_password(pool));
    points.push(points::password_rules(pool));
    points.extend(points::password_history(pool));
    points.extend(points::functions(pool));
    points
}

#[cfg(test)]
mod tests;
