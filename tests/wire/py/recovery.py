"""boto3, unsigned: a forgotten password, from the request for a code to the next sign-in."""

import http.client
import json
import re

from checks import check, finish, refused, same
from practice import (
    AFTER, BEFORE, URL, Pool, advance_clock, inbox, newest, newest_code, other_code, real_time, requests, unsigned,
)

cognito = unsigned()
MISMATCH = ("CodeMismatchException", "Invalid verification code provided, please try again.")
EXPIRED = ("ExpiredCodeException", "Invalid code provided, please request a code again.")
WRONG_PASSWORD = ("NotAuthorizedException", "Incorrect username or password.")


def walk(label, pool, name, typed, email):
    """Forgot, confirm, sign in, for one kind of pool and one way to name the user."""
    named = pool.named(typed)
    pool.user(name, email=email)

    with check(f"{label}: without a code that was asked for, the code is expired"):
        refused(*EXPIRED, cognito.confirm_forgot_password, **named, ConfirmationCode="123456", Password=AFTER)
    with check(f"{label}: the answer says where the code went, masked"):
        details = cognito.forgot_password(**named)["CodeDeliveryDetails"]
        same(details, {
            "Destination": f"{email[0]}***@{email.split('@')[1][0]}***", "DeliveryMedium": "EMAIL",
            "AttributeName": "email",
        })
    with check(f"{label}: the message lies in the inbox"):
        message = newest(email)
        same(sorted(message), ["code", "medium", "pool", "purpose", "sent_at", "sub", "to", "username"])
        same((message["pool"], message["purpose"], message["medium"]), (pool.id, "reset", "email"))
        assert re.fullmatch("[0-9]{6}", message["code"]), message["code"]
        assert re.fullmatch("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", message["sub"]), message["sub"]
    with check(f"{label}: the old password works until the new one is set"):
        assert pool.sign_in(typed, BEFORE)["AuthenticationResult"]["AccessToken"]
    first = newest_code(email)
    cognito.forgot_password(**named)
    code = newest_code(email)
    with check(f"{label}: a second request voids the first code"):
        if first != code:  # Once in a million requests they are the same.
            refused(*MISMATCH, cognito.confirm_forgot_password, **named, ConfirmationCode=first, Password=AFTER)
    with check(f"{label}: a wrong code is a mismatch"):
        refused(
            *MISMATCH, cognito.confirm_forgot_password, **named, ConfirmationCode=other_code(code), Password=AFTER
        )
    with check(f"{label}: a refused password leaves the code as it was"):
        refused(
            "InvalidPasswordException",
            "Password did not conform with policy: Password must have uppercase characters",
            cognito.confirm_forgot_password, **named, ConfirmationCode=code, Password="no capitals, 2026",
        )
    with check(f"{label}: the right code sets the new password"):
        answer = cognito.confirm_forgot_password(**named, ConfirmationCode=code, Password=AFTER)
        same(sorted(answer), ["ResponseMetadata"])
        same(answer["ResponseMetadata"]["HTTPStatusCode"], 200)
        assert answer["ResponseMetadata"]["RequestId"]
    with check(f"{label}: the new password signs in"):
        assert pool.sign_in(typed, AFTER)["AuthenticationResult"]["IdToken"]
    with check(f"{label}: the old password is over"):
        refused(*WRONG_PASSWORD, pool.sign_in, username=typed, password=BEFORE)
    with check(f"{label}: a code works once"):
        refused(*EXPIRED, cognito.confirm_forgot_password, **named, ConfirmationCode=code, Password=AFTER)


walk("no secret", Pool(), "maria", "maria", "maria@example.com")
walk("secret", Pool(secret=True), "maria", "maria", "maria@example.com")
walk("alias", Pool(), "maria", "maria@example.com", "maria@example.com")
walk("alias and secret", Pool(secret=True), "maria", "maria@example.com", "maria@example.com")
walk("email as user name", Pool(secret=True, hides=True, sign_in="email"), "jane@example.com", "jane@example.com",
     "jane@example.com")


# The code's hour, on a clock that is moved.
pool = Pool()
pool.user("noah", email="noah@example.com")
with check("a code is good for most of an hour"):
    cognito.forgot_password(**pool.named("noah"))
    advance_clock(3_590)
    cognito.confirm_forgot_password(
        **pool.named("noah"), ConfirmationCode=newest_code("noah@example.com"), Password=AFTER
    )
with check("a code is expired after its hour"):
    cognito.forgot_password(**pool.named("noah"))
    advance_clock(3_601)
    refused(
        *EXPIRED, cognito.confirm_forgot_password, **pool.named("noah"),
        ConfirmationCode=newest_code("noah@example.com"), Password=BEFORE,
    )
real_time()


# The service allows between 5 and 20 requests and tries together, for a user in an hour.
LIMIT = ("LimitExceededException", "Attempt limit exceeded, please try after some time.")


def calls_until_refused(call, **arguments):
    for number in range(21):
        try:
            call(**arguments)
        except cognito.exceptions.LimitExceededException:
            return number
        except cognito.exceptions.CodeMismatchException:
            pass
    raise AssertionError("21 calls were answered")


pool = Pool()
pool.user("aiko", email="aiko@example.com")
with check("requests for codes are limited"):
    allowed = calls_until_refused(cognito.forgot_password, **pool.named("aiko"))
    assert 5 <= allowed <= 20, allowed
    refused(*LIMIT, cognito.forgot_password, **pool.named("aiko"))
    same(sum(message["to"] == "aiko@example.com" for message in inbox()), allowed)
with check("the limit is over after an hour"):
    advance_clock(3_601)
    cognito.forgot_password(**pool.named("aiko"))
with check("wrong codes count against the same limit"):
    wrong = other_code(newest_code("aiko@example.com"))
    tries = calls_until_refused(
        cognito.confirm_forgot_password, **pool.named("aiko"), ConfirmationCode=wrong, Password=AFTER
    )
    assert tries + 1 <= allowed, (tries, allowed)
real_time()
with check("the counts tell every request, answered or refused"):
    assert requests("ForgotPassword") >= allowed + 2


with check("a burst of requests is too many for a second"):
    # Written plainly, so that a slow computer is quick enough.
    connection = http.client.HTTPConnection(URL.removeprefix("http://"), timeout=10)
    answers = set()
    for number in range(60):
        connection.request(
            "POST", "/", json.dumps({"ClientId": pool.client_id, "Username": f"nobody-{number}"}), {
                "Content-Type": "application/x-amz-json-1.1",
                "X-Amz-Target": "AWSCognitoIdentityProviderService.ForgotPassword",
            },
        )
        answer = connection.getresponse()
        answers.add((answer.status, json.loads(answer.read())["__type"]))
    same(answers, {(400, "UserNotFoundException"), (400, "TooManyRequestsException")})
    advance_clock(1)


# Whether a user exists.
UNKNOWN_CLIENT_COMBINATION = ("UserNotFoundException", "Username/client id combination not found.")
lenient, strict = Pool(), Pool(hides=True)
nobody = "nobody@example.com"
with check("LEGACY: ForgotPassword says that there is no such user"):
    refused(*UNKNOWN_CLIENT_COMBINATION, cognito.forgot_password, **lenient.named(nobody))
with check("LEGACY: ResendConfirmationCode says so too"):
    refused(*UNKNOWN_CLIENT_COMBINATION, cognito.resend_confirmation_code, **lenient.named(nobody))
with check("LEGACY: ConfirmForgotPassword says so too"):
    refused(
        "UserNotFoundException", None, cognito.confirm_forgot_password, **lenient.named(nobody),
        ConfirmationCode="123456", Password=AFTER,
    )
with check("LEGACY: sign-in says so too"):
    refused("UserNotFoundException", "User does not exist.", lenient.sign_in, username=nobody, password=AFTER)
with check("ENABLED: ForgotPassword pretends, the same way each time, and sends nothing"):
    before = len(inbox())
    details = cognito.forgot_password(**strict.named(nobody))["CodeDeliveryDetails"]
    same(details["DeliveryMedium"], "EMAIL")
    assert "***" in details["Destination"] and nobody not in details["Destination"], details
    same(cognito.forgot_password(**strict.named(nobody))["CodeDeliveryDetails"], details)
    same(len(inbox()), before)
with check("ENABLED: ResendConfirmationCode pretends"):
    assert cognito.resend_confirmation_code(**strict.named(nobody))["CodeDeliveryDetails"]["Destination"]
with check("ENABLED: any code is a mismatch"):
    refused(
        *MISMATCH, cognito.confirm_forgot_password, **strict.named(nobody), ConfirmationCode="123456", Password=AFTER
    )
with check("ENABLED: sign-in says no more than for a wrong password"):
    refused(*WRONG_PASSWORD, strict.sign_in, username=nobody, password=AFTER)


# Where a code may go.
with check("a pool for administrators only refuses"):
    pool = Pool(recovery=("admin_only",))
    pool.user("maria", email="maria@example.com")
    refused(
        "NotAuthorizedException", "Contact administrator to reset password.", cognito.forgot_password,
        **pool.named("maria"),
    )
with check("without a verified contact there is no recovery"):
    pool = Pool()
    pool.user("kiosk-4", email="kiosk-4@example.com", verified=False)
    refused(
        "InvalidParameterException",
        "Cannot reset password for the user as there is no registered/verified email or phone_number",
        cognito.forgot_password, **pool.named("kiosk-4"),
    )
with check("a verified phone gets a text message where the setting names phones"):
    pool = Pool(recovery=("verified_email", "verified_phone_number"))
    pool.user("omar", email="omar@example.com", verified=False, phone="+15550109934")
    details = cognito.forgot_password(**pool.named("omar"))["CodeDeliveryDetails"]
    same((details["DeliveryMedium"], details["AttributeName"]), ("SMS", "phone_number"))
    same(details["Destination"], "+*******9934")
    same(newest("+15550109934")["medium"], "sms")
with check("a pool without a setting prefers the phone"):
    pool = Pool(recovery=())
    pool.user("ruth", email="ruth@example.com", phone="+15550100001")
    same(cognito.forgot_password(**pool.named("ruth"))["CodeDeliveryDetails"]["DeliveryMedium"], "SMS")


# The states a user can be in.
pool = Pool()
with check("an invited user cannot reset yet"):
    pool.user("nina", email="nina@example.com", password=None)
    refused(
        "NotAuthorizedException", "User password cannot be reset in the current state.", cognito.forgot_password,
        **pool.named("nina"),
    )
with check("an unconfirmed user has no verified contact"):
    cognito.sign_up(
        **pool.named("lena"), Password=BEFORE, UserAttributes=[{"Name": "email", "Value": "lena@example.com"}]
    )
    refused("InvalidParameterException", None, cognito.forgot_password, **pool.named("lena"))
with check("an unverified email is no alias yet"):
    refused(
        "UserNotFoundException", None, cognito.forgot_password, **pool.named("lena@example.com")
    )
with check("an unconfirmed user cannot sign in"):
    refused("UserNotConfirmedException", "User is not confirmed.", pool.sign_in, username="lena", password=BEFORE)


# Finishing a sign-up.
with check("a sign-up code is sent again on request"):
    first = newest_code("lena@example.com")
    details = cognito.resend_confirmation_code(**pool.named("lena"))["CodeDeliveryDetails"]
    same(details, {"Destination": "l***@e***", "DeliveryMedium": "EMAIL", "AttributeName": "email"})
    same(newest("lena@example.com")["purpose"], "sign-up")
with check("a wrong sign-up code is a mismatch"):
    code = newest_code("lena@example.com")
    refused(*MISMATCH, cognito.confirm_sign_up, **pool.named("lena"), ConfirmationCode=other_code(code))
with check("the right one confirms, and the user signs in"):
    cognito.confirm_sign_up(**pool.named("lena"), ConfirmationCode=code)
    assert pool.sign_in("lena", BEFORE)["AuthenticationResult"]["RefreshToken"]
with check("the email is verified now, and an alias"):
    assert pool.sign_in("lena@example.com", BEFORE)["AuthenticationResult"]["RefreshToken"]
with check("twice is refused"):
    refused(
        "NotAuthorizedException", "User cannot be confirmed. Current status is CONFIRMED", cognito.confirm_sign_up,
        **pool.named("lena"), ConfirmationCode=code,
    )
with check("a confirmed user gets no sign-up code"):
    refused(
        "InvalidParameterException", "User is already confirmed.", cognito.resend_confirmation_code,
        **pool.named("lena"),
    )
with check("an email that is somebody's alias cannot become another's, unless it is taken over"):
    cognito.sign_up(
        **pool.named("lena2"), Password=BEFORE, UserAttributes=[{"Name": "email", "Value": "lena@example.com"}]
    )
    code = newest_code("lena@example.com")
    refused("AliasExistsException", None, cognito.confirm_sign_up, **pool.named("lena2"), ConfirmationCode=code)
    cognito.confirm_sign_up(**pool.named("lena2"), ConfirmationCode=code, ForceAliasCreation=True)
    tokens = pool.sign_in("lena@example.com", BEFORE)["AuthenticationResult"]
    same(cognito.get_user(AccessToken=tokens["AccessToken"])["Username"], "lena2")
with check("ENABLED: a sign-up code for nobody is a mismatch"):
    refused(*MISMATCH, cognito.confirm_sign_up, **strict.named(nobody), ConfirmationCode="123456")
with check("the same user name cannot sign up again"):
    refused(
        "UsernameExistsException", "User already exists", cognito.sign_up, **pool.named("lena"), Password=BEFORE,
        UserAttributes=[{"Name": "email", "Value": "another@example.com"}],
    )


# The client secret.
pool = Pool(secret=True)
pool.user("maria", email="maria@example.com")
code = {"ConfirmationCode": "123456"}
operations = {
    "ForgotPassword": (cognito.forgot_password, {}),
    "ConfirmForgotPassword": (cognito.confirm_forgot_password, {**code, "Password": AFTER}),
    "ResendConfirmationCode": (cognito.resend_confirmation_code, {}),
    "ConfirmSignUp": (cognito.confirm_sign_up, code),
    "SignUp": (cognito.sign_up, {"Password": AFTER}),
}
for operation, (call, arguments) in operations.items():
    with check(f"{operation} without its secret hash is refused"):
        refused(
            "NotAuthorizedException",
            f"Client {pool.client_id} is configured with secret but SECRET_HASH was not received",
            call, ClientId=pool.client_id, Username="maria", **arguments,
        )
    with check(f"{operation} with the hash of another name is refused"):
        refused(
            "NotAuthorizedException", f"Unable to verify secret hash for client {pool.client_id}",
            call, ClientId=pool.client_id, Username="maria", SecretHash=pool.hash("maria@example.com"), **arguments,
        )


# Every rule of a policy, one at a time, in the service's words.
pool = Pool()
pool.user("maria", email="maria@example.com")
cognito.forgot_password(**pool.named("maria"))
code = newest_code("maria@example.com")
for password, rule in {
    "Short-1": "Password not long enough",
    "no-capitals-2026": "Password must have uppercase characters",
    "NO-SMALLS-2026": "Password must have lowercase characters",
    "No-numbers": "Password must have numeric characters",
    "NoSymbols2026": "Password must have symbol characters",
}.items():
    with check(f"policy: {rule}"):
        refused(
            "InvalidPasswordException", f"Password did not conform with policy: {rule}",
            cognito.confirm_forgot_password, **pool.named("maria"), ConfirmationCode=code, Password=password,
        )
with check("a space inside counts as a symbol"):
    cognito.confirm_forgot_password(**pool.named("maria"), ConfirmationCode=code, Password="Inner space 2026")


with check("a pool with a history takes none of the last passwords"):
    pool = Pool(policy={
        "MinimumLength": 8, "RequireUppercase": True, "RequireLowercase": True, "RequireNumbers": True,
        "RequireSymbols": True, "PasswordHistorySize": 2,
    })
    pool.user("maria", email="maria@example.com")
    cognito.forgot_password(**pool.named("maria"))
    code = newest_code("maria@example.com")
    refused(
        "PasswordHistoryPolicyViolationException", None, cognito.confirm_forgot_password, **pool.named("maria"),
        ConfirmationCode=code, Password=BEFORE,
    )
    cognito.confirm_forgot_password(**pool.named("maria"), ConfirmationCode=code, Password=AFTER)


# Input that the service's model does not allow.
pool = Pool()
with check("a user name with a space is a validation error in the service's form"):
    answer = refused("InvalidParameterException", None, cognito.forgot_password, **pool.named("jane doe"))
    message = answer["Error"]["Message"]
    assert message.startswith("1 validation error detected: Value") and "at 'username'" in message, message
    assert "Member must satisfy regular expression pattern" in message, message
with check("a user name of 129 characters too"):
    answer = refused("InvalidParameterException", None, cognito.forgot_password, **pool.named("a" * 129))
    assert "Member must have length less than or equal to 128" in answer["Error"]["Message"], answer
with check("a password with a space at its end too"):
    answer = refused(
        "InvalidParameterException", None, cognito.confirm_forgot_password, **pool.named("maria"),
        ConfirmationCode="123456", Password="Ends in space 1 ",
    )
    assert "at 'password' failed to satisfy constraint" in answer["Error"]["Message"], answer
with check("a client that does not exist"):
    refused("ResourceNotFoundException", None, cognito.forgot_password, ClientId="0" * 26, Username="maria")

finish()
