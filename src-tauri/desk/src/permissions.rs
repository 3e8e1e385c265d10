//! IAM permissions: what each job needs, what is missing, and the policy that allows a job and nothing else.
//!
//! One action allows one operation (service authorization reference). What a job needs is what this program calls
//! for it.

mod policy;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::act::Act;

pub use policy::policy;

/// What somebody is to do at the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum Job {
    /// Find users and see why they are stuck.
    LookOnly,
    /// That, and get one user back in.
    HelpDesk,
    /// That, and get many back in, by group too, or keep them out.
    Bulk,
}

/// Actions that look, without `cognito-idp:`.
const LOOKING: &[&str] = &[
    "ListUserPools",
    "DescribeUserPool",
    "ListUserPoolClients",
    "DescribeUserPoolClient",
    "GetUserPoolMfaConfig",
    "ListUsers",
    "AdminGetUser",
    "AdminListGroupsForUser",
];
/// Actions that get one user back in.
const HELPING: &[&str] = &[
    "AdminResetUserPassword",
    "AdminSetUserPassword",
    "AdminCreateUser",
    "AdminConfirmSignUp",
    "AdminUpdateUserAttributes",
    "AdminEnableUser",
    "AdminUserGlobalSignOut",
    "AdminSetUserMFAPreference",
];
/// Actions that work through many.
const MANY: &[&str] = &["ListGroups", "ListUsersInGroup", "AdminDisableUser"];

/// The actions that a job needs, without `cognito-idp:`, in the order to show them.
#[must_use]
pub fn actions(job: Job) -> Vec<&'static str> {
    let parts: &[&[&str]] = match job {
        Job::LookOnly => &[LOOKING],
        Job::HelpDesk => &[LOOKING, HELPING],
        Job::Bulk => &[LOOKING, HELPING, MANY],
    };
    parts.concat()
}

/// What is known of a permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum Standing {
    /// The service answered.
    Allowed,
    /// AWS refused.
    Denied,
    /// Not tried, because trying it is doing it.
    NotTried,
}

/// What doesn't work without a permission.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase", tag = "kind")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum Breaks {
    /// Pools can't be listed: the pool's id has to be typed.
    ListingPools,
    /// The pool's settings can't be read: there is no diagnosis and no health.
    ReadingPool,
    /// App clients can't be listed: the client's id has to be typed.
    ListingAppClients,
    /// The app client's settings and secret can't be read: what "forgot password" answers isn't known, and the
    /// secret has to be typed.
    ReadingAppClient,
    /// Which second factors the pool offers can't be read.
    ReadingPoolFactors,
    /// Users can't be searched for.
    Searching,
    /// A user can't be opened: there is no card, and no act.
    OpeningUsers,
    /// A user's groups aren't shown.
    ShowingGroups,
    /// Groups can't be listed: a run can't be made from one.
    ListingGroups,
    /// A group's users can't be listed: a run can't be made from one.
    ListingUsersOfGroups,
    /// These acts can't be done.
    Acts {
        /// Which, of those that are part of the job.
        acts: Vec<Act>,
    },
}

/// A permission of a job, and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct Permission {
    /// The action, without `cognito-idp:`.
    pub action: String,
    /// What is known of it.
    pub standing: Standing,
    /// What doesn't work without it.
    pub breaks: Breaks,
}

/// The permissions of a job as they stand. `tried` says of each action that was tried whether AWS let it through.
#[must_use]
pub fn standings(job: Job, tried: &BTreeMap<String, bool>) -> Vec<Permission> {
    actions(job)
        .into_iter()
        .map(|action| Permission {
            action: action.to_owned(),
            standing: match tried.get(action) {
                Some(true) => Standing::Allowed,
                Some(false) => Standing::Denied,
                None => Standing::NotTried,
            },
            breaks: breaks(job, action),
        })
        .collect()
}

/// The acts that are part of a job. Permanent passwords are part of none: they are a setting's to allow, and use a
/// permission that temporary ones need as well.
fn acts(job: Job) -> Vec<Act> {
    let allowed = actions(job);
    Act::ALL
        .into_iter()
        .filter(|act| *act != Act::SetPermanentPassword && allowed.contains(&act.iam_action()))
        .collect()
}

fn breaks(job: Job, action: &str) -> Breaks {
    match action {
        "ListUserPools" => Breaks::ListingPools,
        "DescribeUserPool" => Breaks::ReadingPool,
        "ListUserPoolClients" => Breaks::ListingAppClients,
        "DescribeUserPoolClient" => Breaks::ReadingAppClient,
        "GetUserPoolMfaConfig" => Breaks::ReadingPoolFactors,
        "ListUsers" => Breaks::Searching,
        "AdminGetUser" => Breaks::OpeningUsers,
        "AdminListGroupsForUser" => Breaks::ShowingGroups,
        "ListGroups" => Breaks::ListingGroups,
        "ListUsersInGroup" => Breaks::ListingUsersOfGroups,
        act => Breaks::Acts {
            acts: acts(job)
                .into_iter()
                .filter(|of_job| of_job.iam_action() == act)
                .collect(),
        },
    }
}

#[cfg(test)]
mod tests;
