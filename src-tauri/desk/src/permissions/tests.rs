use serde_json::Value;

use super::*;

const JOBS: [Job; 3] = [Job::LookOnly, Job::HelpDesk, Job::Bulk];
const POOL: &str = "eu-central-1_Nw1ndPrct";
const ACCOUNT: &str = "111122223333";

fn parsed(job: Job, region: &str, pool_id: &str) -> Value {
    serde_json::from_str(&policy(job, region, ACCOUNT, pool_id).unwrap()).unwrap()
}

fn statements(policy: &Value) -> &Vec<Value> {
    policy["Statement"].as_array().unwrap()
}

fn actions_of(statement: &Value) -> Vec<&str> {
    statement["Action"]
        .as_array()
        .unwrap()
        .iter()
        .map(|action| action.as_str().unwrap().strip_prefix("cognito-idp:").unwrap())
        .collect()
}

#[test]
fn facts_12_every_action_is_one_of_the_services_sets() {
    // The rows "discover", "look up", "recover" and "sessions/MFA" of the fact sheet.
    let known = [
        "ListUserPools",
        "DescribeUserPool",
        "ListUserPoolClients",
        "DescribeUserPoolClient",
        "GetUserPoolMfaConfig",
        "ListUsers",
        "AdminGetUser",
        "AdminListGroupsForUser",
        "ListGroups",
        "ListUsersInGroup",
        "AdminResetUserPassword",
        "AdminSetUserPassword",
        "AdminCreateUser",
        "AdminConfirmSignUp",
        "AdminUpdateUserAttributes",
        "AdminEnableUser",
        "AdminDisableUser",
        "AdminUserGlobalSignOut",
        "AdminSetUserMFAPreference",
    ];
    for job in JOBS {
        for action in actions(job) {
            assert!(known.contains(&action), "{action}");
        }
    }
}

#[test]
fn a_job_allows_its_acts_and_no_more() {
    assert!(acts(Job::LookOnly).is_empty());
    assert!(
        actions(Job::LookOnly)
            .iter()
            .all(|action| !action.contains("AdminSet"))
    );
    // Help-desk mode hides permanent passwords and disabling.
    assert!(!actions(Job::HelpDesk).contains(&"AdminDisableUser"));
    assert!(!actions(Job::HelpDesk).contains(&"ListUsersInGroup"));
    assert!(actions(Job::Bulk).contains(&"AdminDisableUser"));
    for act in Act::ALL {
        assert!(actions(Job::Bulk).contains(&act.iam_action()), "{act:?}");
    }
}

#[test]
fn the_policy_allows_exactly_the_jobs_actions_on_this_pool() {
    for job in JOBS {
        let policy = parsed(job, "eu-central-1", POOL);
        assert_eq!(policy["Version"], "2012-10-17");
        let mut allowed: Vec<&str> = Vec::new();
        for statement in statements(&policy) {
            assert_eq!(statement["Effect"], "Allow");
            let sid = statement["Sid"].as_str().unwrap();
            assert!(
                sid.bytes().all(|byte| byte.is_ascii_alphanumeric()),
                "IAM takes no other Sid"
            );
            let actions = actions_of(statement);
            let resource = if actions == ["ListUserPools"] {
                "*".to_owned()
            } else {
                format!("arn:aws:cognito-idp:eu-central-1:{ACCOUNT}:userpool/{POOL}")
            };
            assert_eq!(statement["Resource"], resource);
            allowed.extend(actions);
        }
        let mut wanted = actions(job);
        allowed.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(allowed, wanted);
    }
}

#[test]
fn facts_12_what_says_more_than_it_seems_stands_apart_under_a_sid_that_says_so() {
    let sid_of = |job, action: &str| {
        let policy = parsed(job, "eu-central-1", POOL);
        statements(&policy)
            .iter()
            .find(|statement| actions_of(statement).contains(&action))
            .map(|statement| {
                assert_eq!(actions_of(statement), [action]);
                statement["Sid"].as_str().unwrap().to_owned()
            })
    };
    for job in JOBS {
        assert!(
            sid_of(job, "DescribeUserPoolClient")
                .unwrap()
                .contains("ExposesItsSecret")
        );
    }
    assert_eq!(sid_of(Job::LookOnly, "AdminCreateUser"), None);
    assert!(
        sid_of(Job::HelpDesk, "AdminCreateUser")
            .unwrap()
            .contains("AllowsCreatingUsers")
    );
}

#[test]
fn the_arn_is_of_the_regions_partition() {
    for (region, partition) in [
        ("eu-central-1", "aws"),
        ("us-east-1", "aws"),
        ("cn-north-1", "aws-cn"),
        ("us-gov-west-1", "aws-us-gov"),
        ("eusc-de-east-1", "aws-eusc"),
    ] {
        let policy = parsed(Job::HelpDesk, region, &format!("{region}_Abc123"));
        let arn = format!("arn:{partition}:cognito-idp:{region}:{ACCOUNT}:userpool/{region}_Abc123");
        assert!(
            statements(&policy)
                .iter()
                .all(|statement| statement["Resource"] == arn || actions_of(statement) == ["ListUserPools"])
        );
    }
}

#[test]
fn nothing_makes_the_policy_wider_than_the_pool() {
    for (region, account, pool_id) in [
        ("eu-central-1", ACCOUNT, "*"),
        ("eu-central-1", ACCOUNT, "eu-central-1_*"),
        ("eu-central-1", ACCOUNT, "eu-central-1_"),
        ("eu-central-1", "*", POOL),
        ("eu-central-1", "1111", POOL),
        ("us-east-1", ACCOUNT, POOL),
        ("*", ACCOUNT, "*_Abc"),
        ("", ACCOUNT, "_Abc"),
    ] {
        assert_eq!(
            policy(Job::HelpDesk, region, account, pool_id),
            None,
            "{region} {account} {pool_id}"
        );
    }
}

#[test]
fn every_permission_breaks_something() {
    for job in JOBS {
        for permission in standings(job, &BTreeMap::new()) {
            assert_eq!(permission.standing, Standing::NotTried);
            assert_ne!(
                permission.breaks,
                Breaks::Acts { acts: vec![] },
                "{}",
                permission.action
            );
        }
    }
}

#[test]
fn standings_tell_what_was_tried() {
    let tried = BTreeMap::from([("ListUsers".to_owned(), true), ("AdminGetUser".to_owned(), false)]);
    let standing = |action: &str| {
        standings(Job::HelpDesk, &tried)
            .into_iter()
            .find(|permission| permission.action == action)
            .unwrap()
            .standing
    };
    assert_eq!(standing("ListUsers"), Standing::Allowed);
    assert_eq!(standing("AdminGetUser"), Standing::Denied);
    assert_eq!(standing("AdminSetUserPassword"), Standing::NotTried);
}
