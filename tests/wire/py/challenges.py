"""pycognito and boto3: the challenges between a password and the tokens."""

import base64
import hmac
import json
import struct

from checks import check, finish, refused, same
from practice import (
    AFTER, BEFORE, REGION, URL, Pool, advance_clock, authenticators, clock, newest, newest_code, other_code, real_time,
    session, unsigned,
)
from pycognito import AWSSRP, Cognito
from pycognito.exceptions import (
    ForceChangePasswordException, SMSMFAChallengeException, SoftwareTokenMFAChallengeException,
)

cognito = unsigned()
USED = ("NotAuthorizedException", "Invalid session for the user, session can only be used once.")
FACTORS = {
    "SoftwareTokenMfaConfiguration": {"Enabled": True}, "EmailMfaConfiguration": {},
    "SmsMfaConfiguration": {"SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::111122223333:role/texts"}},
}


def person(pool, username, **tokens):
    return Cognito(
        pool.id, pool.client_id, user_pool_region=REGION, username=username, client_secret=pool.secret,
        boto3_client_kwargs={"endpoint_url": URL}, session=session, **tokens,
    )


def totp(secret):
    """The code of an authenticator app (RFC 6238), by the pool's clock."""
    digest = hmac.new(base64.b32decode(secret + "=" * (-len(secret) % 8)), struct.pack(">Q", clock() // 30), "sha1")
    at = digest.digest()[-1] & 15
    return f"{(struct.unpack('>I', digest.digest()[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def raised(exception, call, **arguments):
    """The exception that pycognito makes of a challenge."""
    try:
        call(**arguments)
    except exception as challenge:
        return challenge
    raise AssertionError(f"no {exception.__name__}")


def factors(pool, mfa):
    pool.administrator.set_user_pool_mfa_config(UserPoolId=pool.id, MfaConfiguration=mfa, **FACTORS)


def responses(pool, username, **given):
    given["USERNAME"] = username
    if pool.secret:
        given["SECRET_HASH"] = pool.hash(username)
    return given


def respond(pool, challenge, username, **given):
    return cognito.respond_to_auth_challenge(
        ClientId=pool.client_id, ChallengeName=challenge["ChallengeName"], Session=challenge["Session"],
        ChallengeResponses=responses(pool, username, **given),
    )


def temporary(pool, username):
    pool.administrator.admin_set_user_password(UserPoolId=pool.id, Username=username, Password=BEFORE, Permanent=False)


for label, pool in {
    "no secret": Pool(), "secret": Pool(secret=True), "email as user name": Pool(secret=True, hides=True, sign_in="email"),
}.items():
    name = pool.user("jane@example.com" if label.startswith("email") else "jane", email="jane@example.com")
    typed = "jane@example.com"
    factors(pool, "OPTIONAL")
    temporary(pool, name)
    with check(f"{label}: pycognito is asked for a new password"):
        raised(ForceChangePasswordException, person(pool, typed).authenticate, password=BEFORE)
    with check(f"{label}: and gives one"):
        jane = person(pool, typed)
        jane.new_password_challenge(BEFORE, AFTER)
        assert jane.access_token and jane.id_claims["email"] == "jane@example.com", jane.id_claims
        jane.authenticate(password=AFTER)
    with check(f"{label}: the authenticator is set up"):
        secret = jane.associate_software_token()
        refused(
            "EnableSoftwareTokenMFAException", "Code mismatch", jane.verify_software_token, code=other_code(totp(secret))
        )
        typed_in = totp(secret)
        same(jane.verify_software_token(typed_in, "My phone"), True)
        jane.set_user_mfa_preference(False, True, "SOFTWARE_TOKEN")
        same(cognito.get_user(AccessToken=jane.access_token)["PreferredMfaSetting"], "SOFTWARE_TOKEN_MFA")
    with check(f"{label}: the code that set it up does not sign in, the next one does"):
        jane = person(pool, typed)
        asked = raised(SoftwareTokenMFAChallengeException, jane.authenticate, password=AFTER).get_tokens()
        same(asked["ChallengeParameters"]["FRIENDLY_DEVICE_NAME"], "My phone")
        refused(
            "ExpiredCodeException", "Your software token has already been used once.",
            jane.respond_to_software_token_mfa_challenge, code=typed_in,
        )
        advance_clock(30)
        refused(
            "CodeMismatchException", "Invalid code received for user", jane.respond_to_software_token_mfa_challenge,
            code=other_code(totp(secret)),
        )
        jane.respond_to_software_token_mfa_challenge(totp(secret))
        assert jane.access_token
        same([shown["code"] for shown in authenticators() if shown["pool"] == pool.id], [totp(secret)])
    with check(f"{label}: the session is good once"):
        refused(*USED, jane.respond_to_software_token_mfa_challenge, code=totp(secret))
    with check(f"{label}: a text message"):
        pool.administrator.admin_update_user_attributes(
            UserPoolId=pool.id, Username=name, UserAttributes=[{"Name": "phone_number", "Value": "+12065550142"}]
        )
        jane.set_user_mfa_preference(True, False, "SMS")
        jane = person(pool, typed)
        asked = raised(SMSMFAChallengeException, jane.authenticate, password=AFTER).get_tokens()
        same(asked["ChallengeParameters"]["CODE_DELIVERY_DESTINATION"], "+*******0142")
        same(newest("+12065550142")["purpose"], "mfa")
        for _ in range(6):
            refused(
                "CodeMismatchException", "Invalid code or auth state for the user.", jane.respond_to_sms_mfa_challenge,
                code=other_code(newest_code("+12065550142")),
            )
        jane.respond_to_sms_mfa_challenge(newest_code("+12065550142"))
        assert jane.access_token
    with check(f"{label}: signing out everywhere"):
        token = jane.access_token
        jane.logout()
        refused("NotAuthorizedException", "Access Token has been revoked", cognito.get_user, AccessToken=token)
    real_time()

pool = Pool(schema=[{"Name": "given_name", "Required": True}, {"Name": "family_name", "Required": True}])
with check("boto3 fills in what is required, and nothing that is there already"):
    pool.user("noah", email="noah@example.com", password=None)
    temporary(pool, "noah")
    asked = pool.sign_in("noah", BEFORE)
    same(asked["ChallengeName"], "NEW_PASSWORD_REQUIRED")
    parameters = asked["ChallengeParameters"]
    same(json.loads(parameters["requiredAttributes"]), ["userAttributes.given_name", "userAttributes.family_name"])
    same(json.loads(parameters["userAttributes"])["email"], "noah@example.com")
    given = {"NEW_PASSWORD": AFTER, "userAttributes.given_name": "Noah"}
    refused(
        "InvalidParameterException", "Invalid attributes given, family_name is missing", respond, pool=pool,
        challenge=asked, username="noah", **given,
    )
    given["userAttributes.family_name"] = "Lind"
    refused(
        "NotAuthorizedException", "Cannot modify an already provided email", respond, pool=pool, challenge=asked,
        username="noah", **given, **{"userAttributes.email": "noah@example.com"},
    )
    assert respond(pool, asked, "noah", **given)["AuthenticationResult"]["IdToken"]
    refused(*USED, respond, pool=pool, challenge=asked, username="noah", **given)
with check("a session expires after three minutes"):
    temporary(pool, "noah")
    asked = pool.sign_in("noah", BEFORE)
    advance_clock(181)
    refused(
        "NotAuthorizedException", "Invalid session for the user, session is expired.", respond, pool=pool,
        challenge=asked, username="noah", NEW_PASSWORD=AFTER + "!",
    )
    real_time()

pool = Pool()
factors(pool, "ON")
with check("a pool that wants a factor asks which, or for it to be set up"):
    pool.user("mia", email="mia@example.com", phone="+12065550153")
    asked = pool.sign_in("mia", BEFORE)
    same(json.loads(asked["ChallengeParameters"]["MFAS_CAN_CHOOSE"]), ["SMS_MFA", "EMAIL_OTP"])
    asked = respond(pool, asked, "mia", ANSWER="EMAIL_OTP")
    same(asked["ChallengeName"], "EMAIL_OTP")
    assert respond(pool, asked, "mia", EMAIL_OTP_CODE=newest_code("mia@example.com"))["AuthenticationResult"]
    pool.user("lee")
    asked = pool.sign_in("lee", BEFORE)
    same(asked["ChallengeName"], "MFA_SETUP")
    same(
        json.loads(asked["ChallengeParameters"]["MFAS_CAN_SETUP"]), ["SMS_MFA", "EMAIL_OTP", "SOFTWARE_TOKEN_MFA"]
    )
    associated = cognito.associate_software_token(Session=asked["Session"])
    verified = cognito.verify_software_token(
        Session=associated["Session"], UserCode=totp(associated["SecretCode"]), FriendlyDeviceName="Lee's phone"
    )
    same(verified["Status"], "SUCCESS")
    refused(
        "NotAuthorizedException", None, respond, pool=pool, challenge=asked, username="lee",
    )
    asked["Session"] = verified["Session"]
    assert respond(pool, asked, "lee")["AuthenticationResult"]["AccessToken"]
    same(pool.sign_in("lee", BEFORE)["ChallengeName"], "SOFTWARE_TOKEN_MFA")

pool = Pool(secret=True, flows=("ALLOW_USER_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"))
pool.user("ivy", email="ivy@example.com")
with check("boto3 chooses a proof as its first factor; the arithmetic is pycognito's"):
    proof = AWSSRP(
        username="ivy", password=BEFORE, pool_id=pool.id, client_id=pool.client_id, client_secret=pool.secret,
        client=unsigned(),
    )
    asked = cognito.initiate_auth(
        ClientId=pool.client_id, AuthFlow="USER_AUTH", AuthParameters=responses(pool, "ivy"),
    )
    same((asked["ChallengeName"], asked["AvailableChallenges"]), ("SELECT_CHALLENGE", ["PASSWORD", "PASSWORD_SRP"]))
    asked = respond(pool, asked, "ivy", ANSWER="PASSWORD_SRP", SRP_A=proof.get_auth_params()["SRP_A"])
    same(asked["ChallengeName"], "PASSWORD_VERIFIER")
    answer = cognito.respond_to_auth_challenge(
        ClientId=pool.client_id, ChallengeName="PASSWORD_VERIFIER",
        ChallengeResponses=proof.process_challenge(asked["ChallengeParameters"], {"USERNAME": "ivy"}),
    )
    assert answer["AuthenticationResult"]["AccessToken"]
with check("an administrator signs somebody in, and finishes it the same way"):
    temporary(pool, "ivy")
    asked = pool.administrator.admin_initiate_auth(
        UserPoolId=pool.id, ClientId=pool.client_id, AuthFlow="ADMIN_USER_PASSWORD_AUTH",
        AuthParameters=responses(pool, "ivy", PASSWORD=BEFORE),
    )
    refused(
        "NotAuthorizedException", "Invalid session for the user.", respond, pool=pool, challenge=asked, username="ivy",
        NEW_PASSWORD=AFTER,
    )
    answer = pool.administrator.admin_respond_to_auth_challenge(
        UserPoolId=pool.id, ClientId=pool.client_id, ChallengeName="NEW_PASSWORD_REQUIRED", Session=asked["Session"],
        ChallengeResponses=responses(pool, "ivy", NEW_PASSWORD=AFTER),
    )
    token = answer["AuthenticationResult"]["AccessToken"]
with check("somebody signed in changes the password"):
    refused(
        "NotAuthorizedException", "Incorrect username or password.", cognito.change_password, AccessToken=token,
        PreviousPassword=BEFORE, ProposedPassword="Later-2026!",
    )
    cognito.change_password(AccessToken=token, PreviousPassword=AFTER, ProposedPassword="Later-2026!")

finish()
