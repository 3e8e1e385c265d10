"""What every script does at the practice pool: clients, the inbox, the clock, a pool to work in."""

import base64
import hashlib
import hmac
import json
import itertools
import os
import time
import urllib.request

import boto3
from botocore import UNSIGNED
from botocore.config import Config

URL = os.environ["PRACTICE_URL"]
REGION = "eu-central-1"
BEFORE = "Before-2026!"
AFTER = "After the summer, 2026"

# One attempt only: a retry would spend what the checks count.
_once = {"retries": {"mode": "standard", "total_max_attempts": 1}}


_requests = itertools.count(1)


def _before_send(**_):
    """Lets a second pass on the pool's clock after every few requests: the quotas are per second."""
    if next(_requests) % 4 == 0:
        advance_clock(1)


session = boto3.Session(region_name=REGION)
session.events.register("before-send.cognito-identity-provider.*", _before_send)


def signed(key="practice", secret="practice-secret"):
    """A client that signs every request that the service wants signed."""
    return session.client(
        "cognito-idp", endpoint_url=URL, config=Config(**_once), aws_access_key_id=key, aws_secret_access_key=secret
    )


def sts(key="practice", secret="practice-secret", token=None):
    """A client for AWS STS, which answers on the same port."""
    return session.client(
        "sts", endpoint_url=URL, config=Config(**_once), aws_access_key_id=key, aws_secret_access_key=secret,
        aws_session_token=token,
    )


def unsigned():
    """A client without any key, as on a user's own computer."""
    return session.client("cognito-idp", endpoint_url=URL, config=Config(signature_version=UNSIGNED, **_once))


def _practice(path, body=None, method=None):
    request = urllib.request.Request(
        f"{URL}/_practice/{path}", method=method, data=None if body is None else json.dumps(body).encode()
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        text = answer.read()
    return json.loads(text) if text.strip() else None


def inbox():
    """Every message sent so far, newest last."""
    return _practice("inbox")


def newest(to):
    """The newest message to this address or number."""
    return [message for message in inbox() if message["to"] == to][-1]


def newest_code(to):
    """The code in the newest message to this address or number."""
    return newest(to)["code"]


def authenticators():
    """What the authenticator app of everybody shows who has one."""
    return _practice("authenticators")


def clock():
    """What the pool's clock shows, in seconds since 1970."""
    return _practice("clock")["now"]


def other_code(code):
    """A code that was not sent."""
    return f"{(int(code) + 1) % 1_000_000:06}"


def advance_clock(seconds):
    """Moves the pool's clock forward; returns what it shows then, in seconds since 1970."""
    return _practice("clock", {"advance_seconds": seconds})["now"]


def real_time():
    """Sets the pool's clock back to this computer's, as signatures and proofs carry the time."""
    return _practice("clock", {"set": int(time.time())})["now"]


def inject(fault, **details):
    """Puts a fault in the way of the next request, or of `times` requests for `operation`."""
    _practice("faults", {"fault": fault, **details})


def clear_faults():
    """Takes back every fault that has not happened yet."""
    _practice("faults", method="DELETE")


def requests(operation):
    """How often an operation was asked for."""
    return _practice("requests").get(operation, 0)


def change_lists(**habits):
    """Changes how ListUsers behaves: `pages` (sizes of the next ones), `lag_seconds`, `case`."""
    _practice("lists", habits)


def deny(*operations):
    """Refuses these operations as if no policy allowed them, and no others from now on."""
    _practice("deny", {"operations": operations})


def populate(pool, count):
    """Fills a pool with invented people."""
    _practice("people", {"pool": pool, "count": count})


_public = unsigned()


class Pool:
    """A user pool with one app client, made by a signed boto3."""

    def __init__(
        self, secret=False, hides=False, sign_in="username or email", recovery=("verified_email",), policy=None,
        flows=("ALLOW_USER_SRP_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"), schema=(),
    ):
        self.administrator = signed()
        arguments = {
            "PoolName": "Made by a test",
            "AutoVerifiedAttributes": ["email"],
            "Policies": {"PasswordPolicy": policy or {
                "MinimumLength": 8, "RequireUppercase": True, "RequireLowercase": True,
                "RequireNumbers": True, "RequireSymbols": True,
            }},
        }
        if sign_in == "email":
            arguments["UsernameAttributes"] = ["email"]
            arguments["UsernameConfiguration"] = {"CaseSensitive": False}
        elif sign_in == "username or email":
            arguments["AliasAttributes"] = ["email"]
        if schema:
            arguments["Schema"] = list(schema)
        if recovery:
            arguments["AccountRecoverySetting"] = {"RecoveryMechanisms": [
                {"Priority": priority, "Name": name} for priority, name in enumerate(recovery, start=1)
            ]}
        self.id = self.administrator.create_user_pool(**arguments)["UserPool"]["Id"]
        client = self.administrator.create_user_pool_client(
            UserPoolId=self.id, ClientName="Made by a test", GenerateSecret=secret, ExplicitAuthFlows=list(flows),
            PreventUserExistenceErrors="ENABLED" if hides else "LEGACY",
        )["UserPoolClient"]
        self.client_id = client["ClientId"]
        self.secret = client.get("ClientSecret")

    def user(self, name, email=None, verified=True, phone=None, password=BEFORE, attributes=()):
        """Makes a confirmed user without a message; returns the name that the pool gave it."""
        attributes = list(attributes)
        if email:
            attributes += [("email", email), ("email_verified", "true" if verified else "false")]
        if phone:
            attributes += [("phone_number", phone), ("phone_number_verified", "true")]
        made = self.administrator.admin_create_user(
            UserPoolId=self.id, Username=name, MessageAction="SUPPRESS",
            UserAttributes=[{"Name": key, "Value": value} for key, value in attributes],
        )["User"]["Username"]
        if password:
            self.administrator.admin_set_user_password(
                UserPoolId=self.id, Username=made, Password=password, Permanent=True
            )
        return made

    def hash(self, username):
        """The secret hash for this user name, or None without a secret."""
        if not self.secret:
            return None
        digest = hmac.new(self.secret.encode(), (username + self.client_id).encode(), hashlib.sha256).digest()
        return base64.b64encode(digest).decode()

    def named(self, username):
        """ClientId, Username and, with a secret, SecretHash: what the self-service operations take."""
        arguments = {"ClientId": self.client_id, "Username": username}
        if self.secret:
            arguments["SecretHash"] = self.hash(username)
        return arguments

    def sign_in(self, username, password):
        """InitiateAuth with USER_PASSWORD_AUTH, unsigned; the whole answer."""
        parameters = {"USERNAME": username, "PASSWORD": password}
        if self.secret:
            parameters["SECRET_HASH"] = self.hash(username)
        return _public.initiate_auth(
            ClientId=self.client_id, AuthFlow="USER_PASSWORD_AUTH", AuthParameters=parameters
        )
