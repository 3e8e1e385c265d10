//! The least-privilege policy of a job, as JSON to paste into IAM.

use serde_json::{Value, json};

use super::{HELPING, Job, LOOKING, MANY};

/// A statement's Sid, and the actions that it takes out of the job's.
type Group = (&'static str, &'static [&'static str]);

/// Actions that say more by themselves than beside others, each in a statement of its own whose Sid is the warning:
/// the first answers with the client's secret, the second is needed to send an invitation again, and nothing in IAM
/// tells that from making a new user.
const APART: [Group; 2] = [
    ("ReadAppClientWhichExposesItsSecret", &["DescribeUserPoolClient"]),
    (
        "ResendInvitationsWhichAlsoAllowsCreatingUsers",
        &["AdminCreateUser"],
    ),
];
/// This action knows no pool: AWS wants `*` for it.
const WITHOUT_POOL: &str = "ListUserPools";

/// The policy that allows `job` on one user pool, and nothing else.
///
/// `region` is the pool's, `account` the twelve digits of its AWS account. `None` where one of the three isn't what
/// it should be, so that nothing (a wildcard, for example) can make the policy wider than the pool.
#[must_use]
pub fn policy(job: Job, region: &str, account: &str, pool_id: &str) -> Option<String> {
    let pool = pool_arn(region, account, pool_id)?;
    let groups: &[Group] = match job {
        Job::LookOnly => &[("Look", LOOKING)],
        Job::HelpDesk => &[("Look", LOOKING), ("GetUsersBackIn", HELPING)],
        Job::Bulk => &[
            ("Look", LOOKING),
            ("GetUsersBackIn", HELPING),
            ("WorkThroughMany", MANY),
        ],
    };
    let mut statements = vec![statement("FindUserPools", &[WITHOUT_POOL], "*")];
    for (sid, actions) in groups {
        let is_apart = |action: &str| APART.iter().any(|(_, apart)| apart.contains(&action));
        let together: Vec<_> = actions
            .iter()
            .copied()
            .filter(|action| *action != WITHOUT_POOL && !is_apart(action))
            .collect();
        statements.push(statement(sid, &together, &pool));
        for (sid, apart) in APART {
            if apart.iter().all(|action| actions.contains(action)) {
                statements.push(statement(sid, apart, &pool));
            }
        }
    }
    let policy = json!({ "Version": "2012-10-17", "Statement": statements });
    Some(format!("{policy:#}"))
}

fn statement(sid: &str, actions: &[&str], resource: &str) -> Value {
    let actions: Vec<_> = actions
        .iter()
        .map(|action| format!("cognito-idp:{action}"))
        .collect();
    json!({ "Sid": sid, "Effect": "Allow", "Action": actions, "Resource": resource })
}

fn pool_arn(region: &str, account: &str, pool_id: &str) -> Option<String> {
    let (pool_region, name) = pool_id.split_once('_')?;
    let whole = pool_region == region
        && !region.is_empty()
        && region
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && account.len() == 12
        && account.bytes().all(|byte| byte.is_ascii_digit())
        && !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let partition = partition(region);
    whole.then(|| format!("arn:{partition}:cognito-idp:{region}:{account}:userpool/{pool_id}"))
}

/// The partition that a Region is in (endpoint rules of the AWS SDKs).
fn partition(region: &str) -> &'static str {
    if region.starts_with("cn-") {
        "aws-cn"
    } else if region.starts_with("us-gov-") {
        "aws-us-gov"
    } else if region.starts_with("eusc-") {
        "aws-eusc"
    } else {
        "aws"
    }
}
