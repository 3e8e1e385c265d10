"""boto3 and pycognito: signing in, by a plain password and by SRP; tokens; lockout."""

from botocore.exceptions import ClientError
from checks import check, finish, refused, same
from practice import AFTER, BEFORE, REGION, URL, Pool, advance_clock, newest, real_time, session, unsigned
from pycognito import AWSSRP, Cognito
from pycognito.exceptions import ForceChangePasswordException

cognito = unsigned()
WRONG_PASSWORD = ("NotAuthorizedException", "Incorrect username or password.")


def srp(pool, username, password):
    """Signs in by SRP: pycognito's arithmetic, not ours."""
    return AWSSRP(
        username=username, password=password, pool_id=pool.id, client_id=pool.client_id, client_secret=pool.secret,
        client=unsigned(),
    ).authenticate_user()


def pycognito(pool, username=None, **tokens):
    return Cognito(
        pool.id, pool.client_id, user_pool_region=REGION, username=username, client_secret=pool.secret,
        boto3_client_kwargs={"endpoint_url": URL}, session=session, **tokens,
    )


def walk(label, pool, name, typed, email):
    pool.user(name, email=email)
    with check(f"{label}: a plain password signs in"):
        tokens = pool.sign_in(typed, BEFORE)["AuthenticationResult"]
        same(sorted(tokens), ["AccessToken", "ExpiresIn", "IdToken", "RefreshToken", "TokenType"])
        same((tokens["TokenType"], tokens["ExpiresIn"]), ("Bearer", 3600))
    with check(f"{label}: a wrong plain password does not"):
        refused(*WRONG_PASSWORD, pool.sign_in, username=typed, password=AFTER)
    with check(f"{label}: SRP with the right password signs in"):
        tokens = srp(pool, typed, BEFORE)["AuthenticationResult"]
        same(sorted(tokens), ["AccessToken", "ExpiresIn", "IdToken", "RefreshToken", "TokenType"])
    with check(f"{label}: SRP with a wrong password does not"):
        refused(*WRONG_PASSWORD, srp, pool=pool, username=typed, password=AFTER)
    with check(f"{label}: pycognito verifies the tokens against our keys and issuer"):
        person = pycognito(pool, typed)
        person.authenticate(password=BEFORE)
        same(person.id_claims["iss"], f"{URL}/{pool.id}")
        same(person.id_claims["aud"], pool.client_id)
        same(person.id_claims["email"], email)
        same(person.access_claims["client_id"], pool.client_id)
        same(person.access_claims["username"], person.id_claims["cognito:username"])
    with check(f"{label}: pycognito reads the user with the access token"):
        same(pycognito(pool, typed, access_token=person.access_token).get_user().email, email)


walk("no secret", Pool(), "maria", "maria", "maria@example.com")
walk("secret", Pool(secret=True), "maria", "maria", "maria@example.com")
walk("alias", Pool(), "maria", "maria@example.com", "maria@example.com")
walk("alias and secret", Pool(secret=True), "maria", "maria@example.com", "maria@example.com")
walk("email as user name", Pool(secret=True, hides=True, sign_in="email"), "jane@example.com", "jane@example.com",
     "jane@example.com")
real_time()

with check("24 proofs with values of every shape are right, 24 wrong ones are not"):
    # The numbers of SRP begin with a zero or a set top bit now and then; each must be padded alike.
    pool = Pool()
    for number in range(4):
        pool.user(f"user-{number}", password=f"Before-2026!-{number}")
        for _ in range(6):
            assert srp(pool, f"user-{number}", f"Before-2026!-{number}")["AuthenticationResult"]["IdToken"]
            refused(*WRONG_PASSWORD, srp, pool=pool, username=f"user-{number}", password="Before-2026!")
    real_time()


# What SRP is asked to tell.
pool = Pool()
sub = pool.user("maria", email="maria@example.com")
helper = AWSSRP(username="maria@example.com", password=BEFORE, pool_id=pool.id, client_id=pool.client_id,
                client=unsigned())
with check("the challenge names the user as the proof must, and has no session"):
    answer = cognito.initiate_auth(
        ClientId=pool.client_id, AuthFlow="USER_SRP_AUTH", AuthParameters=helper.get_auth_params()
    )
    same(answer["ChallengeName"], "PASSWORD_VERIFIER")
    same(sorted(answer["ChallengeParameters"]), ["SALT", "SECRET_BLOCK", "SRP_B", "USERNAME", "USER_ID_FOR_SRP"])
    same(answer["ChallengeParameters"]["USER_ID_FOR_SRP"], "maria")
    assert "Session" not in answer, answer
with check("a proof works once"):
    responses = helper.process_challenge(answer["ChallengeParameters"], {"USERNAME": "maria"})
    respond = {
        "ClientId": pool.client_id, "ChallengeName": "PASSWORD_VERIFIER", "ChallengeResponses": responses,
    }
    assert cognito.respond_to_auth_challenge(**respond)["AuthenticationResult"]
    refused("NotAuthorizedException", None, cognito.respond_to_auth_challenge, **respond)
with check("a proof with a timestamp padded by a zero is refused"):
    answer = cognito.initiate_auth(
        ClientId=pool.client_id, AuthFlow="USER_SRP_AUTH", AuthParameters=helper.get_auth_params()
    )
    responses = helper.process_challenge(answer["ChallengeParameters"], {"USERNAME": "maria"})
    fields = responses["TIMESTAMP"].split(" ")
    fields[2] = "0" + fields[2]
    responses["TIMESTAMP"] = " ".join(fields)
    refused(
        *WRONG_PASSWORD, cognito.respond_to_auth_challenge, ClientId=pool.client_id,
        ChallengeName="PASSWORD_VERIFIER", ChallengeResponses=responses,
    )
with check("an A that is a multiple of N is refused"):
    # In which words is not documented.
    try:
        answer = cognito.initiate_auth(
            ClientId=pool.client_id, AuthFlow="USER_SRP_AUTH",
            AuthParameters={"USERNAME": "maria", "SRP_A": f"{helper.big_n:x}"},
        )
    except ClientError:
        pass
    else:
        raise AssertionError(f"answered {answer['ChallengeName']}")
real_time()


# Users that do not exist, users that may not sign in yet.
lenient, strict = Pool(), Pool(hides=True)
with check("LEGACY: SRP for nobody says so"):
    refused("UserNotFoundException", "User does not exist.", srp, pool=lenient, username="nobody", password=BEFORE)
with check("ENABLED: SRP for nobody goes on to a proof that fails like a wrong password"):
    refused(*WRONG_PASSWORD, srp, pool=strict, username="nobody", password=BEFORE)
with check("ENABLED: what it pretends is the same each time"):
    def pretended():
        return cognito.initiate_auth(
            ClientId=strict.client_id, AuthFlow="USER_SRP_AUTH",
            AuthParameters={"USERNAME": "nobody", "SRP_A": f"{helper.large_a_value:x}"},
        )["ChallengeParameters"]

    one, other = pretended(), pretended()
    same((one["SALT"], one["USER_ID_FOR_SRP"]), (other["SALT"], other["USER_ID_FOR_SRP"]))
    assert one["SRP_B"] != other["SRP_B"]

with check("a temporary password brings the challenge to choose another"):
    lenient.administrator.admin_create_user(
        UserPoolId=lenient.id, Username="nina", DesiredDeliveryMediums=["EMAIL"],
        UserAttributes=[{"Name": "email", "Value": "nina@example.com"}],
    )
    message = newest("nina@example.com")
    same(message["purpose"], "invitation")
    answer = lenient.sign_in("nina", message["code"])
    same(answer["ChallengeName"], "NEW_PASSWORD_REQUIRED")
    assert len(answer["Session"]) >= 20
    same(answer["ChallengeParameters"]["USER_ID_FOR_SRP"], "nina")
with check("by SRP too"):
    try:
        srp(lenient, "nina", message["code"])
    except ForceChangePasswordException:
        pass
    else:
        raise AssertionError("signed in")
with check("a temporary password expires after its days"):
    advance_clock(8 * 24 * 3_600)
    refused(
        "NotAuthorizedException", "Temporary password has expired and must be reset by an administrator.",
        lenient.sign_in, username="nina", password=message["code"],
    )
    real_time()


# The lockout: from the fifth wrong password on a second, doubling each time.
LOCKED = ("NotAuthorizedException", "Password attempts exceeded")
pool = Pool()
pool.user("sam")
with check("four wrong passwords lock nobody out, and the right one starts the count anew"):
    for _ in range(2):
        for _ in range(4):
            refused(*WRONG_PASSWORD, pool.sign_in, username="sam", password=AFTER)
        assert pool.sign_in("sam", BEFORE)["AuthenticationResult"]
with check("after the tenth the right password is refused too, for 32 seconds"):
    for failures in range(1, 11):
        refused(*WRONG_PASSWORD, pool.sign_in, username="sam", password=AFTER)
        if 5 <= failures < 10:
            advance_clock(2 ** (failures - 5))
    refused(*LOCKED, pool.sign_in, username="sam", password=BEFORE)
with check("what is tried during the lock does not prolong it"):
    for _ in range(3):
        refused(*LOCKED, pool.sign_in, username="sam", password=AFTER)
    advance_clock(32)
    assert pool.sign_in("sam", BEFORE)["AuthenticationResult"]
real_time()


# Flows, hashes, tokens.
with check("a flow that the client does not allow"):
    pool = Pool(flows=("ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"))
    pool.user("maria")
    refused(
        "InvalidParameterException", "USER_PASSWORD_AUTH flow not enabled for this client", pool.sign_in,
        username="maria", password=BEFORE,
    )
pool = Pool(secret=True)
pool.user("maria", email="maria@example.com")
with check("sign-in without the secret hash"):
    refused(
        "NotAuthorizedException",
        f"Client {pool.client_id} is configured with secret but SECRET_HASH was not received",
        cognito.initiate_auth, ClientId=pool.client_id, AuthFlow="USER_PASSWORD_AUTH",
        AuthParameters={"USERNAME": "maria", "PASSWORD": BEFORE},
    )
with check("sign-in with the secret hash of another name"):
    refused(
        "NotAuthorizedException", f"Unable to verify secret hash for client {pool.client_id}",
        cognito.initiate_auth, ClientId=pool.client_id, AuthFlow="USER_PASSWORD_AUTH",
        AuthParameters={"USERNAME": "maria", "PASSWORD": BEFORE, "SECRET_HASH": pool.hash("maria@example.com")},
    )

pool = Pool()
pool.user("maria", email="maria@example.com")
tokens = pool.sign_in("maria", BEFORE)["AuthenticationResult"]
with check("GetUser reads the user with the access token"):
    user = cognito.get_user(AccessToken=tokens["AccessToken"])
    same(user["Username"], "maria")
    attributes = {entry["Name"]: entry["Value"] for entry in user["UserAttributes"]}
    same((attributes["email"], attributes["email_verified"]), ("maria@example.com", "true"))
    assert attributes["sub"]
with check("GetUser refuses what is no access token"):
    refused("NotAuthorizedException", None, cognito.get_user, AccessToken=tokens["IdToken"])
    refused("NotAuthorizedException", None, cognito.get_user, AccessToken=tokens["AccessToken"][:-8] + "AAAAAAAA")
with check("a refresh token brings new tokens"):
    refreshed = cognito.initiate_auth(
        ClientId=pool.client_id, AuthFlow="REFRESH_TOKEN_AUTH",
        AuthParameters={"REFRESH_TOKEN": tokens["RefreshToken"]},
    )["AuthenticationResult"]
    same(cognito.get_user(AccessToken=refreshed["AccessToken"])["Username"], "maria")
with check("RevokeToken ends the refresh token's access token"):
    cognito.revoke_token(Token=tokens["RefreshToken"], ClientId=pool.client_id)
    refused(
        "NotAuthorizedException", "Access Token has been revoked", cognito.get_user, AccessToken=tokens["AccessToken"]
    )
with check("another sign-in's token is not touched by it"):
    tokens = pool.sign_in("maria", BEFORE)["AuthenticationResult"]
    assert cognito.get_user(AccessToken=tokens["AccessToken"])
with check("an access token expires after an hour"):
    advance_clock(3_700)
    refused("NotAuthorizedException", "Access Token has expired", cognito.get_user, AccessToken=tokens["AccessToken"])
    real_time()

finish()
