"""boto3, unsigned: what a client meets when a fault is put in its way, and what has happened all the same."""

import time

from botocore.exceptions import ClientError, ConnectionClosedError
from checks import check, finish, refused, same
from practice import AFTER, BEFORE, Pool, clear_faults, inbox, inject, newest_code, real_time, requests, unsigned

cognito = unsigned()
pool = Pool()
maria = pool.named("maria")
pool.user("maria", email="maria@example.com")


def lost(call, **arguments):
    """Fails unless the connection is closed without an answer."""
    try:
        answer = call(**arguments)
    except ConnectionClosedError:
        return
    raise AssertionError(f"answered {answer!r}")


with check("a lost request has done nothing"):
    inject("lost-request", operation="ForgotPassword")
    lost(cognito.forgot_password, **maria)
    same(inbox(), [])
with check("a lost answer has done everything"):
    inject("lost-answer", operation="ForgotPassword")
    lost(cognito.forgot_password, **maria)
    same(len(inbox()), 1)
    inject("lost-answer", operation="ConfirmForgotPassword")
    lost(
        cognito.confirm_forgot_password, **maria, ConfirmationCode=newest_code("maria@example.com"), Password=AFTER
    )
    assert pool.sign_in("maria", AFTER)["AuthenticationResult"]
with check("each of them was counted once"):
    same((requests("ForgotPassword"), requests("ConfirmForgotPassword")), (2, 1))
with check("a fault waits for its operation"):
    inject("server-error", operation="ForgotPassword")
    assert pool.sign_in("maria", AFTER)["AuthenticationResult"]
    answer = refused("InternalErrorException", None, cognito.forgot_password, **maria)
    same(answer["ResponseMetadata"]["HTTPStatusCode"], 500)
    cognito.forgot_password(**maria)
with check("a throttled request is too many"):
    inject("throttle")
    answer = refused("TooManyRequestsException", None, cognito.forgot_password, **maria)
    same(answer["ResponseMetadata"]["HTTPStatusCode"], 400)
with check("a web firewall refuses"):
    inject("firewall")
    answer = refused("ForbiddenException", "Request not allowed due to WAF block.", cognito.forgot_password, **maria)
    same(answer["ResponseMetadata"]["HTTPStatusCode"], 403)
with check("garbage is not the service's answer"):
    inject("garbage")
    try:
        answer = cognito.forgot_password(**maria)
    except ClientError as error:
        raise AssertionError("an error of the service") from error
    except Exception:  # noqa: BLE001 - a parser may complain as it likes
        pass
    else:
        assert "CodeDeliveryDetails" not in answer, answer
with check("any other error, as often as told"):
    inject("error", operation="ForgotPassword", times=2, code="CodeDeliveryFailureException", message="Not today.")
    for _ in range(2):
        refused("CodeDeliveryFailureException", "Not today.", cognito.forgot_password, **maria)
    cognito.forgot_password(**maria)
with check("latency takes its time"):
    inject("latency", milliseconds=300)
    started = time.monotonic()
    assert pool.sign_in("maria", AFTER)["AuthenticationResult"]
    assert time.monotonic() - started >= 0.3
with check("faults can be taken back"):
    inject("server-error", times=9)
    clear_faults()
    refused("NotAuthorizedException", None, pool.sign_in, username="maria", password=BEFORE)
real_time()

finish()
