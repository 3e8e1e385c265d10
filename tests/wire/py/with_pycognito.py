"""pycognito, as a program would use it: sign up, confirm, forget, get back in."""

from checks import check, finish, refused, same
from practice import AFTER, BEFORE, REGION, URL, Pool, newest_code, other_code, session
from pycognito import Cognito


def user(pool, username):
    return Cognito(
        pool.id, pool.client_id, user_pool_region=REGION, username=username, client_secret=pool.secret,
        boto3_client_kwargs={"endpoint_url": URL}, session=session,
    )


for label, pool in {"no secret": Pool(), "secret": Pool(secret=True)}.items():
    noah = user(pool, "noah")
    with check(f"{label}: signs up"):
        noah.set_base_attributes(email="noah@example.com")
        same(noah.register("noah", BEFORE)["UserConfirmed"], False)
    with check(f"{label}: cannot sign in before the code"):
        refused("UserNotConfirmedException", "User is not confirmed.", noah.authenticate, password=BEFORE)
    with check(f"{label}: confirms with the code"):
        noah.confirm_sign_up(newest_code("noah@example.com"), username="noah")
    with check(f"{label}: signs in by SRP, tokens verified"):
        noah.authenticate(password=BEFORE)
        assert noah.access_token and noah.id_claims["email_verified"] is True, noah.id_claims
    with check(f"{label}: forgets, and is refused with a wrong code"):
        noah = user(pool, "noah")
        noah.initiate_forgot_password()
        code = newest_code("noah@example.com")
        refused(
            "CodeMismatchException", None, noah.confirm_forgot_password, confirmation_code=other_code(code),
            password=AFTER,
        )
    with check(f"{label}: gets back in with the right one"):
        noah.confirm_forgot_password(code, AFTER)
        noah.authenticate(password=AFTER)
        assert noah.access_token
    with check(f"{label}: not with the old password"):
        refused(
            "NotAuthorizedException", "Incorrect username or password.", user(pool, "noah").authenticate,
            password=BEFORE,
        )

finish()
