"""Named checks: each is printed, and the script fails if one of them did."""

import contextlib
import sys
import traceback

from botocore.exceptions import ClientError

_failed = []


@contextlib.contextmanager
def check(name):
    """One thing that must be so. A failure is printed, and the next check goes on."""
    try:
        yield
    except Exception:  # noqa: BLE001 - whatever it was, it is this check's failure
        _failed.append(name)
        print(f"FAILED  {name}")
        traceback.print_exc(limit=-3, file=sys.stdout)
    else:
        print(f"ok      {name}")


def same(actual, expected):
    """Fails with both values unless they are equal."""
    assert actual == expected, f"{actual!r}, not {expected!r}"


def refused(code, message, call, /, **arguments):
    """Fails unless the call is refused with this error code and, if given, exactly this message."""
    try:
        answer = call(**arguments)
    except ClientError as error:
        same(error.response["Error"]["Code"], code)
        if message is not None:
            same(error.response["Error"]["Message"], message)
        return error.response
    raise AssertionError(f"answered {answer!r}, not {code}")


def finish():
    """Ends the script, successfully only if every check was."""
    if _failed:
        sys.exit(f"{len(_failed)} failed: " + "; ".join(_failed))
