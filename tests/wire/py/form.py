"""No client at all: the form of an answer, read plainly, as every client's parser expects it."""

import http.client
import json
import re

from checks import check, finish, same
from practice import AFTER, URL, Pool

TARGET = "AWSCognitoIdentityProviderService."
pool = Pool()
pool.user("maria", email="maria@example.com")
maria = pool.named("maria")


def post(operation, body, method="POST", path="/"):
    """Sends one request; returns status, headers in lower case, and the body."""
    connection = http.client.HTTPConnection(URL.removeprefix("http://"), timeout=10)
    headers = {"Content-Type": "application/x-amz-json-1.1"}
    if operation:
        headers["X-Amz-Target"] = operation if "." in operation else TARGET + operation
    connection.request(method, path, body if isinstance(body, (str, bytes)) else json.dumps(body), headers)
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, text


def request_id(headers):
    assert re.fullmatch("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", headers["x-amzn-requestid"]), headers
    return headers["x-amzn-requestid"]


def refused(code, message, operation, body):
    status, headers, text = post(operation, body)
    same((status, headers["content-type"]), (400, "application/x-amz-json-1.1"))
    request_id(headers)
    answer = json.loads(text)
    same(answer["__type"].split("#")[-1], code)
    if message:
        same(answer["message"], message)
    assert headers["x-amzn-errortype"].startswith(code), headers
    return answer.get("message", "")


with check("an answer is JSON 1.1 with an id of its own"):
    status, headers, text = post("ForgotPassword", maria)
    same((status, headers["content-type"]), (200, "application/x-amz-json-1.1"))
    assert request_id(headers) != request_id(post("ForgotPassword", maria)[1])
    same(list(json.loads(text)), ["CodeDeliveryDetails"])
with check("a refusal names its type in the body and in a header, and its message"):
    refused(
        "CodeMismatchException", "Invalid verification code provided, please try again.", "ConfirmForgotPassword",
        {**maria, "ConfirmationCode": "0", "Password": AFTER},
    )
with check("an operation that nobody has"):
    refused("UnknownOperationException", None, "MakeCoffee", {})
with check("no operation, and another service's"):
    same(post("", {})[0], 400)
    refused("UnknownOperationException", None, "AWSOtherService.ForgotPassword", maria)
with check("a body that is no JSON"):
    refused("SerializationException", None, "ForgotPassword", "{\"ClientId\": ")
    refused("SerializationException", None, "ForgotPassword", "[]")
with check("a number where a text belongs"):
    refused("SerializationException", None, "ForgotPassword", {**maria, "Username": 7})
with check("a member that is missing"):
    message = refused("InvalidParameterException", None, "ForgotPassword", {"ClientId": pool.client_id})
    same(
        message,
        "1 validation error detected: Value null at 'username' failed to satisfy constraint: Member must not be null",
    )
with check("two members that are wrong are told in one message"):
    message = refused("InvalidParameterException", None, "ForgotPassword", {"ClientId": "no-client", "Username": "a b"})
    assert message.startswith("2 validation errors detected: ") and message.count("failed to satisfy") == 2, message
with check("a password is not repeated in a message"):
    message = refused(
        "InvalidParameterException", None, "ConfirmForgotPassword",
        {**maria, "ConfirmationCode": "123456", "Password": " secret words"},
    )
    assert "secret" not in message, message
with check("members that nobody knows are let be"):
    same(post("ForgotPassword", {**maria, "Unheard": {"Of": 1}})[0], 200)
with check("characters beyond Latin in a user name"):
    name = "Zoë-名前-\N{GRINNING FACE}"
    pool.user(name, email="zoe@example.com")
    same(post("ForgotPassword", pool.named(name))[0], 200)
with check("the keys that tokens are verified with are public"):
    status, headers, text = post("", b"", method="GET", path=f"/{pool.id}/.well-known/jwks.json")
    key = json.loads(text)["keys"][0]
    same((status, key["kty"], key["alg"], key["use"]), (200, "RSA", "RS256", "sig"))
    same(post("", b"", method="GET", path="/eu-central-1_Nobody000/.well-known/jwks.json")[0], 404)

finish()
