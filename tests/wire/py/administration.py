"""boto3, signed: pools, app clients and users; and what is not signed rightly is refused."""

import datetime
import re

from checks import check, finish, refused, same
from practice import AFTER, BEFORE, Pool, advance_clock, inbox, newest, real_time, signed, unsigned

cognito = signed()


# Signatures.
with check("an administrator's request without a signature is refused"):
    refused("MissingAuthenticationTokenException", None, unsigned().list_user_pools, MaxResults=10)
with check("an unknown key is refused"):
    refused(
        "UnrecognizedClientException", "The security token included in the request is invalid.",
        signed(key="AKIDNOBODY").list_user_pools, MaxResults=10,
    )
with check("a signature with another secret is refused"):
    refused("InvalidSignatureException", None, signed(secret="not the secret").list_user_pools, MaxResults=10)
with check("a request that was changed after signing is refused"):
    def change(request, **_):
        request.body = request.body.replace(b"10", b"11")

    tampered = signed()
    tampered.meta.events.register("before-send.cognito-identity-provider.ListUserPools", change)
    refused("InvalidSignatureException", None, tampered.list_user_pools, MaxResults=10)
with check("a signature from a computer whose clock is six minutes behind is refused"):
    advance_clock(360)
    answer = refused("InvalidSignatureException", None, cognito.list_user_pools, MaxResults=10)
    assert answer["Error"]["Message"].startswith("Signature expired"), answer
    real_time()
with check("a public operation needs no signature"):
    refused(
        "ResourceNotFoundException", None, unsigned().forgot_password, ClientId="0" * 26, Username="maria"
    )


# Pools.
with check("CreateUserPool makes what DescribeUserPool shows"):
    made = cognito.create_user_pool(
        PoolName="Northwind",
        Policies={"PasswordPolicy": {
            "MinimumLength": 12, "RequireUppercase": True, "RequireLowercase": True, "RequireNumbers": True,
            "RequireSymbols": False, "TemporaryPasswordValidityDays": 3,
        }},
        UsernameAttributes=["email"], UsernameConfiguration={"CaseSensitive": False}, AutoVerifiedAttributes=["email"],
        AccountRecoverySetting={"RecoveryMechanisms": [
            {"Priority": 1, "Name": "verified_email"}, {"Priority": 2, "Name": "verified_phone_number"},
        ]},
    )["UserPool"]
    assert re.fullmatch("eu-central-1_[0-9A-Za-z]{9}", made["Id"]), made["Id"]
    assert isinstance(made["CreationDate"], datetime.datetime), made["CreationDate"]
    described = cognito.describe_user_pool(UserPoolId=made["Id"])["UserPool"]
    same(described["Name"], "Northwind")
    same(described["Policies"]["PasswordPolicy"]["MinimumLength"], 12)
    same(described["Policies"]["PasswordPolicy"]["TemporaryPasswordValidityDays"], 3)
    same(described["UsernameAttributes"], ["email"])
    same(described["UsernameConfiguration"], {"CaseSensitive": False})
    same(described["AccountRecoverySetting"]["RecoveryMechanisms"][0], {"Priority": 1, "Name": "verified_email"})
    same(described["EstimatedNumberOfUsers"], 0)
    assert f":userpool/{made['Id']}" in described["Arn"], described["Arn"]
with check("a pool without a recovery setting shows none"):
    plain = cognito.create_user_pool(PoolName="Fabrikam")["UserPool"]["Id"]
    assert "AccountRecoverySetting" not in cognito.describe_user_pool(UserPoolId=plain)["UserPool"]
with check("UpdateUserPool changes the policy"):
    cognito.update_user_pool(UserPoolId=plain, Policies={"PasswordPolicy": {"MinimumLength": 20}})
    policy = cognito.describe_user_pool(UserPoolId=plain)["UserPool"]["Policies"]["PasswordPolicy"]
    same(policy["MinimumLength"], 20)
with check("ListUserPools pages through all of them"):
    third = cognito.create_user_pool(PoolName="Contoso")["UserPool"]["Id"]
    pages = list(cognito.get_paginator("list_user_pools").paginate(MaxResults=2))
    assert all(len(page["UserPools"]) <= 2 for page in pages), pages
    found = [pool["Id"] for page in pages for pool in page["UserPools"]]
    assert {made["Id"], plain, third} <= set(found) and len(found) == len(set(found)), found
with check("MaxResults beyond 60 is a validation error"):
    answer = refused("InvalidParameterException", None, cognito.list_user_pools, MaxResults=61)
    assert "Member must have value less than or equal to 60" in answer["Error"]["Message"], answer
with check("a setting that names admin_only beside another is refused"):
    refused(
        "InvalidParameterException", None, cognito.create_user_pool, PoolName="Odd",
        AccountRecoverySetting={"RecoveryMechanisms": [
            {"Priority": 1, "Name": "admin_only"}, {"Priority": 2, "Name": "verified_email"},
        ]},
    )


# App clients.
with check("a client id and a secret look like the service's"):
    client = cognito.create_user_pool_client(
        UserPoolId=made["Id"], ClientName="desktop", GenerateSecret=True,
        ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"], PreventUserExistenceErrors="ENABLED",
    )["UserPoolClient"]
    assert re.fullmatch("[0-9a-z]{26}", client["ClientId"]), client["ClientId"]
    assert re.fullmatch("[0-9a-z]{51}", client["ClientSecret"]), "the secret's form"
with check("DescribeUserPoolClient shows the client and its secret"):
    described = cognito.describe_user_pool_client(UserPoolId=made["Id"], ClientId=client["ClientId"])["UserPoolClient"]
    same(described["ClientSecret"], client["ClientSecret"])
    same(described["PreventUserExistenceErrors"], "ENABLED")
    same(sorted(described["ExplicitAuthFlows"]), ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"])
with check("a client made through the API tells who exists unless told otherwise, and has no secret"):
    other = cognito.create_user_pool_client(UserPoolId=made["Id"], ClientName="other")["UserPoolClient"]
    same(other.get("PreventUserExistenceErrors", "LEGACY"), "LEGACY")
    assert "ClientSecret" not in other
with check("UpdateUserPoolClient changes it and keeps the secret"):
    updated = cognito.update_user_pool_client(
        UserPoolId=made["Id"], ClientId=client["ClientId"], ClientName="desktop",
        ExplicitAuthFlows=["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        PreventUserExistenceErrors="LEGACY",
    )["UserPoolClient"]
    same(updated["PreventUserExistenceErrors"], "LEGACY")
    same(updated["ClientSecret"], client["ClientSecret"])
with check("ListUserPoolClients names them and no more"):
    pages = list(cognito.get_paginator("list_user_pool_clients").paginate(UserPoolId=made["Id"], MaxResults=1))
    listed = [entry for page in pages for entry in page["UserPoolClients"]]
    same({entry["ClientId"] for entry in listed}, {client["ClientId"], other["ClientId"]})
    assert all(set(entry) <= {"ClientId", "UserPoolId", "ClientName"} for entry in listed), "more than names"
with check("old and new names of flows cannot be mixed"):
    refused(
        "InvalidParameterException", None, cognito.create_user_pool_client, UserPoolId=made["Id"], ClientName="mixed",
        ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ADMIN_NO_SRP_AUTH"],
    )
with check("DeleteUserPoolClient deletes"):
    cognito.delete_user_pool_client(UserPoolId=made["Id"], ClientId=other["ClientId"])
    refused(
        "ResourceNotFoundException", f"User pool client {other['ClientId']} does not exist.",
        cognito.describe_user_pool_client, UserPoolId=made["Id"], ClientId=other["ClientId"],
    )
with check("DeleteUserPool deletes"):
    cognito.delete_user_pool(UserPoolId=third)
    refused(
        "ResourceNotFoundException", f"User pool {third} does not exist.", cognito.describe_user_pool, UserPoolId=third
    )


# Users.
pool = Pool()
here = {"UserPoolId": pool.id}
email = [{"Name": "email", "Value": "nina@example.com"}, {"Name": "email_verified", "Value": "true"}]
with check("AdminCreateUser invites by email"):
    user = cognito.admin_create_user(
        **here, Username="nina", UserAttributes=email, DesiredDeliveryMediums=["EMAIL"]
    )["User"]
    same((user["Username"], user["UserStatus"], user["Enabled"]), ("nina", "FORCE_CHANGE_PASSWORD", True))
    assert isinstance(user["UserCreateDate"], datetime.datetime)
    first = newest("nina@example.com")
    same((first["purpose"], first["medium"], first["username"]), ("invitation", "email", "nina"))
with check("twice is refused"):
    refused("UsernameExistsException", None, cognito.admin_create_user, **here, Username="nina", UserAttributes=email)
with check("RESEND sends another temporary password"):
    cognito.admin_create_user(**here, Username="nina", MessageAction="RESEND", DesiredDeliveryMediums=["EMAIL"])
    second = newest("nina@example.com")
    assert second["code"] != first["code"]
    refused("NotAuthorizedException", None, pool.sign_in, username="nina", password=first["code"])
    same(pool.sign_in("nina", second["code"])["ChallengeName"], "NEW_PASSWORD_REQUIRED")
with check("RESEND for nobody is refused"):
    refused("UserNotFoundException", None, cognito.admin_create_user, **here, Username="nobody", MessageAction="RESEND")
with check("SUPPRESS sends nothing"):
    before = len(inbox())
    pool.user("maria", email="maria@example.com")
    same(len(inbox()), before)
with check("RESEND for a user who has a password is refused"):
    answer = refused(
        "UnsupportedUserStateException", None, cognito.admin_create_user, **here, Username="maria",
        MessageAction="RESEND",
    )
    assert "status is not FORCE_CHANGE_PASSWORD" in answer["Error"]["Message"], answer
with check("a temporary password is checked against the policy, in its own words"):
    refused(
        "InvalidPasswordException",
        "Password did not conform with password policy: Password must have uppercase characters",
        cognito.admin_create_user, **here, Username="weak", TemporaryPassword="no-capitals-2026",
        MessageAction="SUPPRESS",
    )
with check("AdminGetUser shows the user, by an alias too"):
    for name in ("maria", "maria@example.com"):
        user = cognito.admin_get_user(**here, Username=name)
        same((user["Username"], user["UserStatus"], user["Enabled"]), ("maria", "CONFIRMED", True))
    attributes = {entry["Name"]: entry["Value"] for entry in user["UserAttributes"]}
    same((attributes["email"], attributes["email_verified"]), ("maria@example.com", "true"))
with check("AdminGetUser for nobody is refused, never masked"):
    refused("UserNotFoundException", "User does not exist.", cognito.admin_get_user, **here, Username="nobody")
with check("AdminSetUserPassword, not permanent, brings the challenge"):
    cognito.admin_set_user_password(**here, Username="maria", Password=AFTER)
    same(cognito.admin_get_user(**here, Username="maria")["UserStatus"], "FORCE_CHANGE_PASSWORD")
    same(pool.sign_in("maria", AFTER)["ChallengeName"], "NEW_PASSWORD_REQUIRED")
with check("AdminSetUserPassword, permanent, signs in"):
    cognito.admin_set_user_password(**here, Username="maria", Password=BEFORE, Permanent=True)
    same(cognito.admin_get_user(**here, Username="maria")["UserStatus"], "CONFIRMED")
    assert pool.sign_in("maria", BEFORE)["AuthenticationResult"]
with check("AdminSetUserPassword keeps to the policy"):
    refused(
        "InvalidPasswordException", None, cognito.admin_set_user_password, **here, Username="maria",
        Password="Short-1", Permanent=True,
    )
with check("AdminResetUserPassword ends the password at once and sends a code"):
    cognito.admin_reset_user_password(**here, Username="maria")
    same(cognito.admin_get_user(**here, Username="maria")["UserStatus"], "RESET_REQUIRED")
    same(newest("maria@example.com")["purpose"], "reset")
    refused(
        "PasswordResetRequiredException", "Password reset required for the user", pool.sign_in, username="maria",
        password=BEFORE,
    )
with check("with that code the user chooses another and is confirmed"):
    unsigned().confirm_forgot_password(
        **pool.named("maria"), ConfirmationCode=newest("maria@example.com")["code"], Password=BEFORE
    )
    same(cognito.admin_get_user(**here, Username="maria")["UserStatus"], "CONFIRMED")
    assert pool.sign_in("maria", BEFORE)["AuthenticationResult"]
with check("AdminUpdateUserAttributes changes the email and leaves it unverified"):
    cognito.admin_update_user_attributes(
        **here, Username="maria", UserAttributes=[{"Name": "email", "Value": "maria@new.example.com"}]
    )
    user = cognito.admin_get_user(**here, Username="maria")
    attributes = {entry["Name"]: entry["Value"] for entry in user["UserAttributes"]}
    same(attributes["email"], "maria@new.example.com")
    assert attributes.get("email_verified") != "true", attributes
with check("AdminUpdateUserAttributes verifies it"):
    cognito.admin_update_user_attributes(
        **here, Username="maria", UserAttributes=[{"Name": "email_verified", "Value": "true"}]
    )
    assert pool.sign_in("maria@new.example.com", BEFORE)["AuthenticationResult"]
with check("in a pool of emails the pool names the user itself"):
    emails = Pool(sign_in="email")
    name = emails.user("jane@example.com", email="jane@example.com")
    assert re.fullmatch("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", name), name
    user = cognito.admin_get_user(UserPoolId=emails.id, Username="Jane@Example.com")
    same(user["Username"], name)
    same({entry["Name"]: entry["Value"] for entry in user["UserAttributes"]}["sub"], name)
with check("in a pool of emails a user name that is none is refused"):
    answer = refused(
        "InvalidParameterException", None, cognito.admin_create_user, UserPoolId=emails.id, Username="jane",
        MessageAction="SUPPRESS",
    )
    assert answer["Error"]["Message"].startswith("Username should be"), answer
with check("AdminDeleteUser deletes"):
    cognito.admin_delete_user(**here, Username="nina")
    refused("UserNotFoundException", None, cognito.admin_get_user, **here, Username="nina")


# What is not there.
with check("an operation that the pool does not have answers as the service does"):
    answer = refused("UnknownOperationException", None, cognito.list_devices, AccessToken="a.b.c")
    same(answer["ResponseMetadata"]["HTTPStatusCode"], 400)

finish()
