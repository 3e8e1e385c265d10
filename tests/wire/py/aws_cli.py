"""The AWS CLI, once for every operation: its own parsers, its own signatures, its own error texts."""

import json
import os
import subprocess
import sys
import time

from checks import check, finish, same
from practice import AFTER, BEFORE, REGION, URL, advance_clock, authenticators, newest_code, other_code, requests

AWS = os.path.join(os.path.dirname(sys.executable), "aws")
KEY = {"AWS_ACCESS_KEY_ID": "practice", "AWS_SECRET_ACCESS_KEY": "practice-secret"}


def aws(operation, *arguments, sign=True, service="cognito-idp"):
    """Runs one `aws` command; returns its status and what it printed, parsed or as text."""
    command = [AWS, service, operation, "--endpoint-url", URL, "--region", REGION, "--output", "json", *arguments]
    if not sign:
        command.append("--no-sign-request")
    ran = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **(KEY if sign else {})}, check=False)
    if ran.returncode:
        return ran.returncode, ran.stderr.strip()
    return 0, json.loads(ran.stdout) if ran.stdout.strip() else None


def answered(operation, *arguments, **how):
    status, answer = aws(operation, *arguments, **how)
    assert status == 0, answer
    return answer


def refused(text, operation, *arguments, **how):
    status, answer = aws(operation, *arguments, **how)
    assert status != 0, f"answered {answer!r}"
    assert text in answer, f"{answer!r}, not {text!r}"


def error(code, operation, message):
    """The line that the CLI prints for a refused operation."""
    return f"An error occurred ({code}) when calling the {operation} operation: {message}"


with check("create-user-pool"):
    pool = answered(
        "create-user-pool", "--pool-name", "Northwind", "--alias-attributes", "email",
        "--auto-verified-attributes", "email", "--account-recovery-setting",
        "RecoveryMechanisms=[{Priority=1,Name=verified_email}]", "--policies",
        "PasswordPolicy={MinimumLength=10,RequireUppercase=true,RequireLowercase=true,RequireNumbers=true,RequireSymbols=true}",
    )["UserPool"]["Id"]
in_pool = ("--user-pool-id", pool)
with check("describe-user-pool"):
    described = answered("describe-user-pool", *in_pool)["UserPool"]
    same(described["Policies"]["PasswordPolicy"]["MinimumLength"], 10)
    # This version of the CLI prints times as they came: seconds since 1970.
    assert abs(time.time() - described["CreationDate"]) < 300, described["CreationDate"]
with check("update-user-pool"):
    same(answered(
        "update-user-pool", *in_pool, "--auto-verified-attributes", "email", "--account-recovery-setting",
        "RecoveryMechanisms=[{Priority=1,Name=verified_email}]", "--policies", "PasswordPolicy={MinimumLength=8}",
    ) or {}, {})
with check("list-user-pools"):
    listed = answered("list-user-pools", "--max-results", "60")["UserPools"]
    assert pool in [entry["Id"] for entry in listed], listed

with check("create-user-pool-client"):
    client = answered(
        "create-user-pool-client", *in_pool, "--client-name", "desktop", "--explicit-auth-flows",
        "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH",
    )["UserPoolClient"]["ClientId"]
in_client = (*in_pool, "--client-id", client)
by = ("--client-id", client, "--username", "maria")
with check("update-user-pool-client"):
    updated = answered(
        "update-user-pool-client", *in_client, "--client-name", "desktop", "--explicit-auth-flows",
        "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH",
    )["UserPoolClient"]
    assert "ALLOW_USER_PASSWORD_AUTH" in updated["ExplicitAuthFlows"], updated
with check("describe-user-pool-client"):
    same(answered("describe-user-pool-client", *in_client)["UserPoolClient"]["ClientName"], "desktop")
with check("list-user-pool-clients"):
    listed = answered("list-user-pool-clients", *in_pool)["UserPoolClients"]
    same([entry["ClientId"] for entry in listed], [client])

with check("sign-up"):
    made = answered("sign-up", *by, "--password", BEFORE, "--user-attributes", "Name=email,Value=maria@example.com", sign=False)
    same((made["UserConfirmed"], made["CodeDeliveryDetails"]["DeliveryMedium"]), (False, "EMAIL"))
with check("resend-confirmation-code"):
    same(answered("resend-confirmation-code", *by, sign=False)["CodeDeliveryDetails"]["Destination"], "m***@e***")
with check("confirm-sign-up"):
    answered("confirm-sign-up", *by, "--confirmation-code", newest_code("maria@example.com"), sign=False)
with check("admin-get-user"):
    same(answered("admin-get-user", *in_pool, "--username", "maria")["UserStatus"], "CONFIRMED")

with check("forgot-password"):
    details = answered("forgot-password", *by, sign=False)["CodeDeliveryDetails"]
    same(details, {"Destination": "m***@e***", "DeliveryMedium": "EMAIL", "AttributeName": "email"})
code = newest_code("maria@example.com")
confirm = ("confirm-forgot-password", *by, "--password", AFTER, "--confirmation-code")
with check("confirm-forgot-password with a wrong code"):
    refused(
        error("CodeMismatchException", "ConfirmForgotPassword", "Invalid verification code provided, please try again."),
        *confirm, other_code(code), sign=False,
    )
with check("confirm-forgot-password with the right one"):
    answered(*confirm, code, sign=False)
with check("confirm-forgot-password with the same one again"):
    refused(
        error("ExpiredCodeException", "ConfirmForgotPassword", "Invalid code provided, please request a code again."),
        *confirm, code, sign=False,
    )

sign_in = ("initiate-auth", "--client-id", client, "--auth-flow", "USER_PASSWORD_AUTH", "--auth-parameters")
with check("initiate-auth with the new password"):
    tokens = answered(*sign_in, json.dumps({"USERNAME": "maria", "PASSWORD": AFTER}), sign=False)["AuthenticationResult"]
with check("initiate-auth with the old one"):
    refused(
        error("NotAuthorizedException", "InitiateAuth", "Incorrect username or password."),
        *sign_in, json.dumps({"USERNAME": "maria", "PASSWORD": BEFORE}), sign=False,
    )
with check("initiate-auth and respond-to-auth-challenge by SRP, with a proof that proves nothing"):
    challenge = answered(
        "initiate-auth", "--client-id", client, "--auth-flow", "USER_SRP_AUTH", "--auth-parameters",
        json.dumps({"USERNAME": "maria", "SRP_A": "2" * 64}), sign=False,
    )
    same(challenge["ChallengeName"], "PASSWORD_VERIFIER")
    refused(
        error("NotAuthorizedException", "RespondToAuthChallenge", "Incorrect username or password."),
        "respond-to-auth-challenge", "--client-id", client, "--challenge-name", "PASSWORD_VERIFIER",
        "--challenge-responses", json.dumps({
            "USERNAME": "maria", "PASSWORD_CLAIM_SIGNATURE": "AAAA", "TIMESTAMP": "Wed Apr 5 22:42:34 UTC 2017",
            "PASSWORD_CLAIM_SECRET_BLOCK": challenge["ChallengeParameters"]["SECRET_BLOCK"],
        }), sign=False,
    )
with check("get-user"):
    same(answered("get-user", "--access-token", tokens["AccessToken"], sign=False)["Username"], "maria")
with check("revoke-token"):
    # With an equals sign, as a token may begin with a hyphen.
    answered("revoke-token", f"--token={tokens['RefreshToken']}", "--client-id", client, sign=False)
    refused(
        error("NotAuthorizedException", "GetUser", "Access Token has been revoked"),
        "get-user", "--access-token", tokens["AccessToken"], sign=False,
    )

nina = (*in_pool, "--username", "nina")
with check("admin-create-user, suppressed"):
    user = answered(
        "admin-create-user", *nina, "--message-action", "SUPPRESS", "--user-attributes",
        "Name=email,Value=nina@example.com", "Name=email_verified,Value=true",
    )["User"]
    same((user["Username"], user["UserStatus"]), ("nina", "FORCE_CHANGE_PASSWORD"))
with check("admin-create-user, sent again"):
    answered("admin-create-user", *nina, "--message-action", "RESEND", "--desired-delivery-mediums", "EMAIL")
    same(answered(*sign_in, json.dumps({"USERNAME": "nina", "PASSWORD": newest_code("nina@example.com")}), sign=False)[
        "ChallengeName"
    ], "NEW_PASSWORD_REQUIRED")
with check("admin-set-user-password"):
    answered("admin-set-user-password", *nina, "--password", AFTER, "--permanent")
with check("admin-update-user-attributes"):
    answered("admin-update-user-attributes", *nina, "--user-attributes", "Name=name,Value=Nina")
    attributes = answered("admin-get-user", *nina)["UserAttributes"]
    assert {"Name": "name", "Value": "Nina"} in attributes, attributes
with check("list-users, by email and with the CLI's own paging"):
    for number in range(3):
        answered("admin-create-user", *in_pool, "--username", f"guest-{number}", "--message-action", "SUPPRESS")
    found = answered("list-users", *in_pool, "--filter", 'email = "nina@example.com"')["Users"]
    same([user["Username"] for user in found], ["nina"])
    found = answered("list-users", *in_pool, "--page-size", "2")["Users"]
    same(sorted(user["Username"] for user in found), ["guest-0", "guest-1", "guest-2", "maria", "nina"])
    first = answered("list-users", *in_pool, "--max-items", "2")
    same(len(first["Users"]), 2)
    rest = answered("list-users", *in_pool, "--starting-token", first["NextToken"])["Users"]
    same(sorted(user["Username"] for user in first["Users"] + rest), sorted(user["Username"] for user in found))
with check("list-users with a filter that cannot be read"):
    refused("An error occurred (InvalidParameterException)", "list-users", *in_pool, "--filter", "nina")
with check("admin-disable-user and admin-enable-user"):
    answered("admin-disable-user", *nina)
    same(answered("admin-get-user", *nina)["Enabled"], False)
    same(len(answered("list-users", *in_pool, "--filter", 'status = "Disabled"')["Users"]), 1)
    answered("admin-enable-user", *nina)
    same(answered("admin-get-user", *nina)["Enabled"], True)
with check("admin-user-global-sign-out"):
    tokens = answered(*sign_in, json.dumps({"USERNAME": "nina", "PASSWORD": AFTER}), sign=False)["AuthenticationResult"]
    answered("admin-user-global-sign-out", *nina)
    refused(
        error("NotAuthorizedException", "GetUser", "Access Token has been revoked"),
        "get-user", "--access-token", tokens["AccessToken"], sign=False,
    )
with check("admin-reset-user-password"):
    answered("admin-reset-user-password", *nina)
    same(answered("admin-get-user", *nina)["UserStatus"], "RESET_REQUIRED")
    refused(
        error("PasswordResetRequiredException", "InitiateAuth", "Password reset required for the user"),
        *sign_in, json.dumps({"USERNAME": "nina", "PASSWORD": AFTER}), sign=False,
    )
with check("admin-confirm-sign-up"):
    answered(
        "sign-up", "--client-id", client, "--username", "noah", "--password", BEFORE, "--user-attributes",
        "Name=email,Value=noah@example.com", sign=False,
    )
    answered("admin-confirm-sign-up", *in_pool, "--username", "noah")
    same(answered("admin-get-user", *in_pool, "--username", "noah")["UserStatus"], "CONFIRMED")
    refused(
        error("NotAuthorizedException", "AdminConfirmSignUp", "User cannot be confirmed. Current status is CONFIRMED"),
        "admin-confirm-sign-up", *in_pool, "--username", "noah",
    )
with check("create-group, admin-add-user-to-group and who is in it"):
    answered("create-group", *in_pool, "--group-name", "staff", "--description", "Everybody employed")
    answered("admin-add-user-to-group", *nina, "--group-name", "staff")
    same([group["GroupName"] for group in answered("list-groups", *in_pool)["Groups"]], ["staff"])
    listed = answered("list-users-in-group", *in_pool, "--group-name", "staff")["Users"]
    same([user["Username"] for user in listed], ["nina"])
    listed = answered("admin-list-groups-for-user", *nina)["Groups"]
    same([(group["GroupName"], group["Description"]) for group in listed], [("staff", "Everybody employed")])
with check("admin-remove-user-from-group and delete-group"):
    answered("admin-remove-user-from-group", *nina, "--group-name", "staff")
    same(answered("list-users-in-group", *in_pool, "--group-name", "staff")["Users"], [])
    answered("delete-group", *in_pool, "--group-name", "staff")
    refused(
        "An error occurred (ResourceNotFoundException)", "list-users-in-group", *in_pool, "--group-name", "staff"
    )
with check("set-user-pool-mfa-config and get-user-pool-mfa-config"):
    answered(
        "set-user-pool-mfa-config", *in_pool, "--mfa-configuration", "OPTIONAL",
        "--software-token-mfa-configuration", "Enabled=true",
    )
    described = answered("get-user-pool-mfa-config", *in_pool)
    same((described["MfaConfiguration"], described["SoftwareTokenMfaConfiguration"]), ("OPTIONAL", {"Enabled": True}))
with check("admin-set-user-mfa-preference"):
    off = ("--software-token-mfa-settings", "Enabled=false,PreferredMfa=false")
    answered("admin-set-user-mfa-preference", *nina, *off)
    refused(
        error(
            "InvalidParameterException", "AdminSetUserMFAPreference",
            "User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA",
        ),
        "admin-set-user-mfa-preference", *in_pool, "--username", "noah", "--software-token-mfa-settings",
        "Enabled=true",
    )
by_password = json.dumps({"USERNAME": "noah", "PASSWORD": BEFORE})
with check("associate-software-token, verify-software-token and set-user-mfa-preference"):
    tokens = answered(*sign_in, by_password, sign=False)["AuthenticationResult"]
    own = ("--access-token", tokens["AccessToken"])
    assert answered("associate-software-token", *own, sign=False)["SecretCode"]
    code = next(shown["code"] for shown in authenticators() if shown["username"] == "noah")
    same(answered("verify-software-token", *own, "--user-code", code, sign=False)["Status"], "SUCCESS")
    answered(
        "set-user-mfa-preference", *own, "--software-token-mfa-settings", "Enabled=true,PreferredMfa=true", sign=False
    )
with check("admin-initiate-auth and admin-respond-to-auth-challenge"):
    answered(
        "update-user-pool-client", *in_client, "--client-name", "desktop", "--explicit-auth-flows",
        "ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH",
    )
    asked = answered(
        "admin-initiate-auth", *in_client, "--auth-flow", "ADMIN_USER_PASSWORD_AUTH", "--auth-parameters", by_password
    )
    same(asked["ChallengeName"], "SOFTWARE_TOKEN_MFA")
    advance_clock(30)
    code = next(shown["code"] for shown in authenticators() if shown["username"] == "noah")
    tokens = answered(
        "admin-respond-to-auth-challenge", *in_client, "--challenge-name", "SOFTWARE_TOKEN_MFA",
        f"--session={asked['Session']}", "--challenge-responses",
        json.dumps({"USERNAME": "noah", "SOFTWARE_TOKEN_MFA_CODE": code}),
    )["AuthenticationResult"]
with check("get-tokens-from-refresh-token"):
    renewed = answered(
        "get-tokens-from-refresh-token", f"--refresh-token={tokens['RefreshToken']}", "--client-id", client, sign=False
    )
    own = ("--access-token", renewed["AuthenticationResult"]["AccessToken"])
with check("change-password and global-sign-out"):
    answered("change-password", *own, "--previous-password", BEFORE, "--proposed-password", AFTER, sign=False)
    answered("global-sign-out", *own, sign=False)
    refused(error("NotAuthorizedException", "GetUser", "Access Token has been revoked"), "get-user", *own, sign=False)
with check("sts get-caller-identity, and assume-role for a role that is not there"):
    who = answered("get-caller-identity", service="sts")
    same((who["Account"], who["Arn"]), ("111122223333", "arn:aws:iam::111122223333:user/practice-helpdesk"))
    refused(
        "An error occurred (AccessDenied) when calling the AssumeRole operation", "assume-role", "--role-arn",
        "arn:aws:iam::111122223333:role/none", "--role-session-name", "jane", service="sts",
    )
with check("admin-delete-user"):
    answered("admin-delete-user", *nina)
    refused(error("UserNotFoundException", "AdminGetUser", "User does not exist."), "admin-get-user", *nina)

with check("an administrator's command without a signature"):
    refused("MissingAuthenticationTokenException", "list-user-pools", "--max-results", "1", sign=False)
with check("an operation that the pool does not have"):
    refused("UnknownOperationException", "list-devices", "--access-token", "a.b.c", sign=False)
with check("the CLI repeats nothing that was answered"):
    same(requests("ConfirmForgotPassword"), 3)
with check("delete-user-pool-client"):
    answered("delete-user-pool-client", *in_client)
    refused("ResourceNotFoundException", "describe-user-pool-client", *in_client)
with check("delete-user-pool"):
    answered("delete-user-pool", *in_pool)
    refused("ResourceNotFoundException", "describe-user-pool", *in_pool)

finish()
