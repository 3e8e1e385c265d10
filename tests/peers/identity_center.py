"""An IAM Identity Center on loopback: `sso-oidc`, `sso`, and the pages that a person sees.

No server that can be had knows these two services: moto 5.2.5 has only `sso-admin`, ministack
neither. So the wire is others' work and only the behaviour is ours. Requests are read and answers
written by moto's own parsers and serializers after AWS's models as botocore ships them, and
botocore checks every request against its model: what is missing, of the wrong type, too long
or not in the model at all is an `InvalidRequestException`. `identity_center.py check URL` has
botocore's own clients walk the same ways, which shows that the answers are ones that a client none
of us wrote understands.

What the start page's path asks for:

| path | what is different |
|---|---|
| /start | nothing |
| /old | no authorization code: `UnsupportedGrantTypeException` |
| /strict | the first question is answered with `SlowDownException`, and a second within six seconds too |
| /hasty | the device code is too old after a second, whatever was said of it |
| /brief | tokens last a minute |

Behaviour that the models don't say is from RFC 8628 (intervals), RFC 7636 (S256), RFC 6749 (one use of
codes), the AWS CLI (registrations, redirect, "scopes") and what people met with the real
service: a client for both grants gets an internal error (sorah/mairu#18).
"""

import base64
import hashlib
import json
import secrets
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import ProxyHandler, build_opener

from botocore.validate import ParamValidator
from moto.core.parse import RestJSONParser
from moto.core.serialize import RestJSONSerializer
from moto.core.utils import get_service_model
from werkzeug.datastructures import Headers, MultiDict

DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code"
OPERATIONS = {
    (operation.http["method"], operation.http["requestUri"]): operation
    for service in ("sso-oidc", "sso")
    for model in [get_service_model(service)]
    for operation in map(model.operation_model, model.operation_names)
}
ACCOUNTS = [("222222222222", "Test"), ("111111111111", "Production"), ("333333333333", "Empty")]
ROLES = {"111111111111": ["ReadOnly", "HelpDesk"], "222222222222": ["HelpDesk"]}


class Refused(Exception):
    """One of the service's errors, by its name."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


class IdentityCenter:
    """Clients, codes and tokens, all of them in memory."""

    def __init__(self, base, key):
        self.base = base
        self.key = key
        self.lock = threading.Lock()
        self.clients = {}
        self.devices = {}
        self.codes = {}
        self.refresh_tokens = {}
        self.tokens = {}

    def kind(self, start_url):
        """The path of one of our start pages."""
        path = start_url.removeprefix(self.base)
        if path not in ("/start", "/old", "/strict", "/hasty", "/brief"):
            raise Refused("InvalidRequestException")
        return path

    def client(self, asked, grant):
        client = self.clients.get(asked["clientId"])
        if not client or client["secret"] != asked["clientSecret"]:
            raise Refused("InvalidClientException")
        if grant not in client["grants"]:
            raise Refused("UnauthorizedClientException")
        return client

    def RegisterClient(self, asked):
        grants = asked.get("grantTypes") or [DEVICE_CODE, "refresh_token"]
        if asked["clientType"] != "public":
            raise Refused("InvalidClientMetadataException")
        if asked.get("scopes") != ["sso:account:access"]:
            raise Refused("InvalidScopeException")
        if "authorization_code" in grants:
            if DEVICE_CODE in grants:
                raise Refused("InternalServerException")
            if asked.get("redirectUris") != ["http://127.0.0.1/oauth/callback"]:
                raise Refused("InvalidRedirectUriException")
            if self.kind(asked.get("issuerUrl", "")) == "/old":
                raise Refused("UnsupportedGrantTypeException")
        client_id = secrets.token_urlsafe(16)
        # The service's secrets are tokens of more than a thousand characters.
        secret = secrets.token_urlsafe(900)
        kind = self.kind(asked["issuerUrl"]) if "issuerUrl" in asked else None
        self.clients[client_id] = {"secret": secret, "grants": grants, "kind": kind}
        now = int(time.time())
        return {
            "clientId": client_id,
            "clientSecret": secret,
            "clientIdIssuedAt": now,
            "clientSecretExpiresAt": now + 90 * 24 * 3600,
        }

    def StartDeviceAuthorization(self, asked):
        self.client(asked, DEVICE_CODE)
        kind = self.kind(asked["startUrl"])
        device_code, user_code = secrets.token_urlsafe(32), secrets.token_hex(2) + "-" + secrets.token_hex(2)
        self.devices[device_code] = {
            "client": asked["clientId"],
            "user_code": user_code.upper(),
            "kind": kind,
            "begun": time.monotonic(),
            "asked": time.monotonic(),
            "interval": 1,
            "answer": None,
            "slowed": False,
        }
        return {
            "deviceCode": device_code,
            "userCode": user_code.upper(),
            "verificationUri": self.base + "/device",
            "verificationUriComplete": f"{self.base}/device?user_code={user_code.upper()}",
            "expiresIn": 600,
            "interval": 1,
        }

    def CreateToken(self, asked):
        grant = asked["grantType"]
        if grant == DEVICE_CODE:
            self.client(asked, grant)
            return self.token(asked["clientId"], self.from_device(asked))
        if grant == "authorization_code":
            self.client(asked, grant)
            return self.token(asked["clientId"], self.from_code(asked))
        if grant == "refresh_token":
            self.client(asked, grant)
            owner, kind = self.refresh_tokens.pop(asked.get("refreshToken"), (None, None))
            if owner != asked["clientId"]:
                raise Refused("InvalidGrantException")
            return self.token(owner, kind)
        raise Refused("UnsupportedGrantTypeException")

    def from_device(self, asked):
        device = self.devices.get(asked.get("deviceCode"))
        if not device or device["client"] != asked["clientId"]:
            raise Refused("InvalidGrantException")
        now = time.monotonic()
        too_soon = now - device["asked"] < device["interval"]
        device["asked"] = now
        if device["kind"] == "/strict" and not device["slowed"]:
            device["slowed"] = too_soon = True
        if too_soon:
            device["interval"] += 5
            raise Refused("SlowDownException")
        if device["kind"] == "/hasty" and now - device["begun"] > 1:
            raise Refused("ExpiredTokenException")
        if device["answer"] is None:
            raise Refused("AuthorizationPendingException")
        del self.devices[asked["deviceCode"]]
        if device["answer"] == "no":
            raise Refused("AccessDeniedException")
        return device["kind"]

    def from_code(self, asked):
        code = self.codes.pop(asked.get("code"), None)
        if not code:
            raise Refused("InvalidGrantException")
        challenge = hashlib.sha256(asked.get("codeVerifier", "").encode()).digest()
        proven = base64.urlsafe_b64encode(challenge).decode().rstrip("=") == code["challenge"]
        if not proven or (asked["clientId"], asked.get("redirectUri")) != (code["client"], code["redirect"]):
            raise Refused("InvalidGrantException")
        return self.clients[code["client"]]["kind"]

    def token(self, client, kind):
        # The service's tokens are long too.
        access, refresh = secrets.token_urlsafe(900), secrets.token_urlsafe(900)
        self.tokens[access] = True
        self.refresh_tokens[refresh] = (client, kind)
        lasts = 60 if kind == "/brief" else 28800
        return {"accessToken": access, "refreshToken": refresh, "tokenType": "Bearer", "expiresIn": lasts}

    def signed_in(self, asked):
        if asked["accessToken"] not in self.tokens:
            raise Refused("UnauthorizedException")

    def ListAccounts(self, asked):
        self.signed_in(asked)
        # Two at a time, however many are asked for.
        start = int(asked.get("nextToken") or 0)
        page = [
            {"accountId": number, "accountName": name, "emailAddress": "root@example.com"}
            for number, name in ACCOUNTS[start : start + 2]
        ]
        answer = {"accountList": page}
        if start + 2 < len(ACCOUNTS):
            answer["nextToken"] = str(start + 2)
        return answer

    def ListAccountRoles(self, asked):
        self.signed_in(asked)
        roles = ROLES.get(asked["accountId"], [])
        return {"roleList": [{"roleName": role, "accountId": asked["accountId"]} for role in roles]}

    def GetRoleCredentials(self, asked):
        self.signed_in(asked)
        if asked["roleName"] not in ROLES.get(asked["accountId"], []):
            raise Refused("ResourceNotFoundException")
        key_id, secret, token = self.key or (
            "ASIA" + secrets.token_hex(8).upper(),
            secrets.token_urlsafe(30),
            secrets.token_urlsafe(600),
        )
        return {
            "roleCredentials": {
                "accessKeyId": key_id,
                "secretAccessKey": secret,
                "sessionToken": token,
                "expiration": int((time.time() + 3600) * 1000),
            }
        }

    def device_page(self, query):
        """Where a person types the code and says yes, or `answer=no`."""
        for device in self.devices.values():
            if device["user_code"] == query.get("user_code"):
                device["answer"] = query.get("answer", "yes")
                return 200, {}, "Request approved."
        return 404, {}, "No such code."

    def authorize_page(self, query):
        """Where a person says yes, or `answer=no`, and is sent back."""
        client = self.clients.get(query.get("client_id"))
        redirect = urlsplit(query.get("redirect_uri", ""))
        fine = (
            client
            and "authorization_code" in client["grants"]
            and (redirect.scheme, redirect.hostname, redirect.path) == ("http", "127.0.0.1", "/oauth/callback")
            and query.get("response_type") == "code"
            and query.get("code_challenge_method") == "S256"
            and len(query.get("code_challenge", "")) == 43
            and query.get("scopes") == "sso:account:access"
            and query.get("state")
        )
        if not fine:
            return 400, {}, "invalid_request"
        back = {"state": query["state"]}
        if query.get("answer") == "no":
            back["error"] = "access_denied"
        else:
            back["code"] = secrets.token_urlsafe(32)
            self.codes[back["code"]] = {
                "client": query["client_id"],
                "redirect": query["redirect_uri"],
                "challenge": query["code_challenge"],
            }
        return 302, {"Location": f"{query['redirect_uri']}?{urlencode(back)}"}, ""


def answer(center, method, url, headers, body):
    """Status, headers and body for one request."""
    path, query = url.path, dict((name, values[0]) for name, values in parse_qs(url.query).items())
    if (method, path) == ("GET", "/device"):
        return center.device_page(query)
    if (method, path) == ("GET", "/authorize"):
        return center.authorize_page(query)
    operation = OPERATIONS.get((method, path))
    if operation is None:
        return 404, {}, "no such operation"
    if "authorization" in headers:
        return 403, {}, "these operations are unsigned"
    serializer = RestJSONSerializer(operation)
    try:
        result = getattr(center, operation.name)(read(operation, query, headers, body))
    except Refused as refused:
        result = refused
    written = serializer.serialize(result)
    return written["status_code"], {**written["headers"], "Content-Type": "application/json"}, written["body"]


def read(operation, query, headers, body):
    """The request's parameters, checked against the model."""
    shape = operation.input_shape
    known = {
        (member.serialization.get("location", "body"), member.serialization.get("name", name))
        for name, member in shape.members.items()
    }
    sent = {("body", name) for name in json.loads(body or "{}")} | {("querystring", name) for name in query}
    if not sent <= known:
        raise Refused("InvalidRequestException")
    asked = RestJSONParser(operation).parse(
        {
            "body": body or "{}",
            "headers": Headers(headers.items()),
            "method": operation.http["method"],
            "url_params": {},
            "url_path": operation.http["requestUri"],
            "values": MultiDict(query),
        }
    )
    # Numbers in a query are text.
    if "maxResults" in asked:
        asked["maxResults"] = int(asked["maxResults"])
    if ParamValidator().validate(asked, shape).has_errors():
        raise Refused("InvalidRequestException")
    return asked


class Handler(BaseHTTPRequestHandler):
    """Hands every request to the one Identity Center."""

    def do_GET(self):
        center = self.server.center
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        with center.lock:
            status, headers, text = answer(center, self.command, urlsplit(self.path), self.headers, body)
        self.send_response(status)
        for name, value in {"Content-Type": "text/plain", **headers}.items():
            self.send_header(name, value)
        self.send_header("x-amzn-RequestId", "00000000-0000-4000-8000-000000000000")
        self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    do_POST = do_GET

    def log_message(self, *_):
        pass


def serve(*key):
    """Serves on a free port, which is told on the first line. `key` is what every role gets: id, secret, token."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    base = f"http://127.0.0.1:{server.server_port}"
    server.center = IdentityCenter(base, key)
    print(base, flush=True)
    server.serve_forever()


def browse(url):
    """What a browser does with an address: it goes where it is sent, and shows what it gets."""
    # Loopback needs no proxy, whatever the environment says.
    with build_opener(ProxyHandler({})).open(url) as page:
        return page.read().decode()


def check(base):
    """botocore's own clients walk the way of the device code."""
    import botocore.session
    from botocore import UNSIGNED
    from botocore.config import Config

    def client(name):
        config = Config(signature_version=UNSIGNED, proxies={})
        session = botocore.session.get_session()
        return session.create_client(name, region_name="eu-central-1", endpoint_url=base, config=config)

    oidc, sso = client("sso-oidc"), client("sso")
    registered = oidc.register_client(
        clientName="botocore", clientType="public", scopes=["sso:account:access"]
    )
    us = {"clientId": registered["clientId"], "clientSecret": registered["clientSecret"]}
    begun = oidc.start_device_authorization(**us, startUrl=base + "/start")

    def token():
        time.sleep(begun["interval"])
        return oidc.create_token(**us, grantType=DEVICE_CODE, deviceCode=begun["deviceCode"])

    try:
        token()
        raise AssertionError("nobody has said yes yet")
    except oidc.exceptions.AuthorizationPendingException:
        pass
    assert browse(begun["verificationUriComplete"]) == "Request approved."
    access = token()["accessToken"]
    pages = sso.get_paginator("list_accounts").paginate(accessToken=access)
    assert [account["accountId"] for page in pages for account in page["accountList"]] == [
        number for number, _ in ACCOUNTS
    ]
    roles = sso.list_account_roles(accessToken=access, accountId="111111111111")["roleList"]
    assert [role["roleName"] for role in roles] == ROLES["111111111111"]
    given = sso.get_role_credentials(accessToken=access, accountId="111111111111", roleName="HelpDesk")
    assert given["roleCredentials"]["accessKeyId"].startswith("ASIA")
    try:
        sso.list_accounts(accessToken="another")
        raise AssertionError("nobody has this token")
    except sso.exceptions.UnauthorizedException:
        pass


if __name__ == "__main__":
    commands = {"serve": serve, "check": check, "browse": lambda url: print(browse(url))}
    commands[sys.argv[1]](*sys.argv[2:])
