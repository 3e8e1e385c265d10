"""boto3 at the help desk: who signs, finding users, their states, factors and groups, what a policy refuses."""

from checks import check, finish, refused, same
from practice import advance_clock, change_lists, deny, newest, populate, real_time, requests, signed, sts

NORTHWIND, FABRIKAM, TAILSPIN = "eu-central-1_Nw1ndPrct", "eu-central-1_Fabr1kam0", "eu-central-1_Ta1lsp1n0"
ACCOUNT = "111122223333"
ME = f"arn:aws:iam::{ACCOUNT}:user/practice-helpdesk"
cognito = signed()


def everybody(**arguments):
    """Every user that a paginator brings, and how many were on each page."""
    pages = list(cognito.get_paginator("list_users").paginate(**arguments))
    return [user for page in pages for user in page["Users"]], [len(page["Users"]) for page in pages]


def names(users):
    return sorted(user["Username"] for user in users)


# Who signs.
with check("STS knows who signs"):
    who = sts().get_caller_identity()
    same((who["Arn"], who["Account"]), (ME, ACCOUNT))
with check("STS refuses an unknown key, a wrong secret and a session token that nobody has"):
    refused("InvalidClientTokenId", None, sts(key="AKIDNOBODY").get_caller_identity)
    refused("SignatureDoesNotMatch", None, sts(secret="not the secret").get_caller_identity)
    refused("InvalidClientTokenId", None, sts(token="not a token").get_caller_identity)
with check("a role that is not there cannot be assumed"):
    refused(
        "AccessDenied", None, sts().assume_role, RoleArn=f"arn:aws:iam::{ACCOUNT}:role/none", RoleSessionName="jane"
    )
with check("a request that STS does not have"):
    refused("InvalidAction", None, sts().get_session_token)


# Finding users.
with check("a paginator turns the pages of 500 users, 60 on each"):
    populate(FABRIKAM, 500)
    users, sizes = everybody(UserPoolId=FABRIKAM)
    same(len(set(names(users))), len(users))
    assert len(users) >= 500, len(users)
    same(set(sizes[:-1]), {60})
with check("a filter finds whom the whole list holds"):
    found, _ = everybody(UserPoolId=FABRIKAM, Filter='given_name = "Diego"')
    same(names(found), names(u for u in users if {"Name": "given_name", "Value": "Diego"} in u["Attributes"]))
    assert found
with check("by email, by its beginning, by sub, by user name"):
    sub = {
        entry["Name"]: entry["Value"] for user in users if user["Username"] == "maria" for entry in user["Attributes"]
    }["sub"]
    for attribute, operator, value in [
        ("email", "=", "maria@example.com"), ("email", "^=", "maria@"), ("username", "=", "maria"), ("sub", "=", sub),
    ]:
        found, _ = everybody(UserPoolId=FABRIKAM, Filter=f'{attribute} {operator} "{value}"')
        same((attribute, names(found)), (attribute, ["maria"]))
with check("who is switched off, who has to reset"):
    for part, holds in {
        'status = "Disabled"': lambda user: not user["Enabled"],
        'cognito:user_status = "RESET_REQUIRED"': lambda user: user["UserStatus"] == "RESET_REQUIRED",
    }.items():
        found, _ = everybody(UserPoolId=FABRIKAM, Filter=part)
        same(names(found), names(filter(holds, users)))
        assert found
with check("quotes and backslashes in a value are escaped, and end nothing"):
    cognito.admin_create_user(
        UserPoolId=FABRIKAM, Username="quoted", MessageAction="SUPPRESS",
        UserAttributes=[{"Name": "name", "Value": r'Jo "J\o" Low'}],
    )
    found, _ = everybody(UserPoolId=FABRIKAM, Filter=r'name = "Jo \"J\\o\" Low"')
    same(names(found), ["quoted"])
    same(everybody(UserPoolId=FABRIKAM, Filter=r'name = "\" or name ^= \""')[0], [])
    cognito.admin_delete_user(UserPoolId=FABRIKAM, Username="quoted")
with check("a filter that cannot be read, or asks for what cannot be searched, is told"):
    refused(
        "InvalidParameterException", "Invalid search attribute: custom:x", cognito.list_users, UserPoolId=NORTHWIND,
        Filter='custom:x = "y"',
    )
    refused("InvalidParameterException", None, cognito.list_users, UserPoolId=NORTHWIND, Filter="email")
    refused("InvalidParameterException", None, cognito.list_users, UserPoolId=NORTHWIND, Filter="x" * 257)
    refused("InvalidParameterException", None, cognito.list_users, UserPoolId=NORTHWIND, Limit=61)
with check("empty pages are gone through"):
    change_lists(pages=[0, 2, 0])
    found, sizes = everybody(UserPoolId=TAILSPIN)
    same((len(found), sizes[:3]), (7, [0, 2, 0]))
with check("a token of another list is refused"):
    token = cognito.list_users(UserPoolId=FABRIKAM)["PaginationToken"]
    refused("InvalidParameterException", None, cognito.list_users, UserPoolId=TAILSPIN, PaginationToken=token)
with check("a list lags behind, AdminGetUser does not"):
    change_lists(lag_seconds=30)
    cognito.admin_disable_user(UserPoolId=FABRIKAM, Username="nina")
    nina = {"UserPoolId": FABRIKAM, "Filter": 'username = "nina"'}
    same(cognito.list_users(**nina)["Users"][0]["Enabled"], True)
    same(cognito.admin_get_user(UserPoolId=FABRIKAM, Username="nina")["Enabled"], False)
    advance_clock(31)
    same(cognito.list_users(**nina)["Users"][0]["Enabled"], False)
    cognito.admin_enable_user(UserPoolId=FABRIKAM, Username="nina")
    change_lists(lag_seconds=0)
    real_time()


# Acts.
with check("a sign-up is confirmed once, and no contact is verified by it"):
    noah = {"UserPoolId": FABRIKAM, "Username": "noah"}
    cognito.admin_confirm_sign_up(**noah)
    user = cognito.admin_get_user(**noah)
    same(user["UserStatus"], "CONFIRMED")
    assert {"Name": "email_verified", "Value": "true"} not in user["UserAttributes"], user
    refused(
        "NotAuthorizedException", "User cannot be confirmed. Current status is CONFIRMED",
        cognito.admin_confirm_sign_up, **noah,
    )
with check("signing out everywhere answers, and an unknown name is told"):
    cognito.admin_user_global_sign_out(**noah)
    refused(
        "UserNotFoundException", "User does not exist.", cognito.admin_user_global_sign_out, UserPoolId=FABRIKAM,
        Username="nobody",
    )
with check("an administrator's reset sends a code and ends the password"):
    maria = {"UserPoolId": FABRIKAM, "Username": "maria"}
    cognito.admin_reset_user_password(**maria)
    same(newest("maria@example.com")["purpose"], "reset")
    same(cognito.admin_get_user(**maria)["UserStatus"], "RESET_REQUIRED")
with check("a factor is switched off, and one that is not set up cannot be switched on"):
    yuki = {"UserPoolId": FABRIKAM, "Username": "yuki"}
    same(cognito.admin_get_user(**yuki)["PreferredMfaSetting"], "SOFTWARE_TOKEN_MFA")
    cognito.admin_set_user_mfa_preference(SoftwareTokenMfaSettings={"Enabled": False, "PreferredMfa": False}, **yuki)
    same(cognito.admin_get_user(**yuki).get("UserMFASettingList", []), [])
    refused(
        "InvalidParameterException", "User does not have delivery config set to turn on SMS_MFA",
        cognito.admin_set_user_mfa_preference, SMSMfaSettings={"Enabled": True}, **yuki,
    )
with check("what the pool asks for is described"):
    same(cognito.get_user_pool_mfa_config(UserPoolId=TAILSPIN)["MfaConfiguration"], "ON")
with check("groups and who is in them"):
    cognito.create_group(UserPoolId=FABRIKAM, GroupName="new", Precedence=1)
    cognito.admin_add_user_to_group(GroupName="new", **maria)
    same(names(cognito.list_users_in_group(UserPoolId=FABRIKAM, GroupName="new")["Users"]), ["maria"])
    groups = cognito.admin_list_groups_for_user(**maria)["Groups"]
    same([group["GroupName"] for group in groups], ["managers", "new"])
    cognito.admin_remove_user_from_group(GroupName="new", **maria)
    cognito.delete_group(UserPoolId=FABRIKAM, GroupName="new")
    same([group["GroupName"] for group in cognito.list_groups(UserPoolId=FABRIKAM)["Groups"]], ["kiosks", "managers"])


# What a policy refuses.
with check("an operation that is denied is refused in IAM's words, and nothing happens"):
    omid = {"UserPoolId": FABRIKAM, "Username": "omid"}
    before = cognito.admin_get_user(**omid)["UserLastModifiedDate"]
    deny("AdminDisableUser")
    refused(
        "AccessDeniedException",
        f"User: {ME} is not authorized to perform: cognito-idp:AdminDisableUser on resource: "
        f"arn:aws:cognito-idp:eu-central-1:{ACCOUNT}:userpool/{FABRIKAM} because no identity-based policy "
        "allows the cognito-idp:AdminDisableUser action",
        cognito.admin_disable_user, **omid,
    )
    user = cognito.admin_get_user(**omid)
    same((user["Enabled"], user["UserLastModifiedDate"]), (True, before))
with check("who is denied cannot tell whether there is such a user"):
    refused("AccessDeniedException", None, cognito.admin_disable_user, UserPoolId=FABRIKAM, Username="nobody")
    deny()
    refused("UserNotFoundException", None, cognito.admin_disable_user, UserPoolId=FABRIKAM, Username="nobody")
    same(requests("AdminDisableUser"), 4)

finish()
