//! Which quota each operation counts against (AWS developer guide, "Quotas in Amazon Cognito").

use crate::limits::Category::{self, *};
use crate::operations;

#[test]
fn every_operation_counts_where_the_guide_says() {
    let expected: [(Category, &[&str]); 12] = [
        (UserAuthentication, &["InitiateAuth", "RespondToAuthChallenge"]),
        (
            UserCreation,
            &["SignUp", "ConfirmSignUp", "AdminCreateUser", "AdminConfirmSignUp"],
        ),
        (
            UserAccountRecovery,
            &[
                "ForgotPassword",
                "ConfirmForgotPassword",
                "AdminResetUserPassword",
                "AdminSetUserPassword",
            ],
        ),
        (UserRead, &["AdminGetUser", "GetUser", "AdminGetUserAuthFactors"]),
        (
            UserUpdate,
            &[
                "AdminUpdateUserAttributes",
                "AdminEnableUser",
                "AdminDisableUser",
                "AdminUserGlobalSignOut",
                "AdminAddUserToGroup",
                "AdminRemoveUserFromGroup",
                "AdminDeleteUser",
            ],
        ),
        (UserToken, &["RevokeToken"]),
        (
            UserResourceRead,
            &["AdminListGroupsForUser", "ResendConfirmationCode"],
        ),
        (
            UserResourceUpdate,
            &["AdminSetUserMFAPreference", "AdminDeleteSoftwareToken"],
        ),
        (UserList, &["ListUsers", "ListUsersInGroup"]),
        (UserPoolRead, &["DescribeUserPool", "ListUserPools"]),
        (UserPoolResourceRead, &["ListGroups", "GetUserPoolMfaConfig"]),
        (
            UserPoolClientRead,
            &["DescribeUserPoolClient", "ListUserPoolClients"],
        ),
    ];
    for (category, names) in expected {
        for name in names {
            let operation = operations::find(name).unwrap();
            assert_eq!(operation.category(None), category, "{name}");
        }
    }
}

#[test]
fn a_second_takes_so_many() {
    for (category, requests) in [
        (UserAuthentication, 120),
        (UserCreation, 50),
        (UserAccountRecovery, 30),
        (UserRead, 120),
        (UserUpdate, 25),
        (UserToken, 120),
        (UserResourceRead, 50),
        (UserResourceUpdate, 25),
        (UserList, 30),
        (UserPoolRead, 15),
        (UserPoolResourceRead, 20),
        (UserPoolClientRead, 15),
        (UserPoolClientUpdate, 15),
    ] {
        assert_eq!(category.per_second(), requests, "{category:?}");
    }
}
