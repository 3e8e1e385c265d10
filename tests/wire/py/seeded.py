"""boto3: everyone that the practice pool is seeded with is in the state that their story says."""

import json

from checks import check, finish, refused, same
from practice import Pool, authenticators, inbox, newest, signed, unsigned

PASSWORD = "Practice-Pool-2026"
NO_CONTACT = (
    "InvalidParameterException",
    "Cannot reset password for the user as there is no registered/verified email or phone_number",
)
NOT_NOW = ("NotAuthorizedException", "User password cannot be reset in the current state.")

administrator, cognito = signed(), unsigned()


class Seeded:
    """One of the seeded pools, with its only client."""

    def __init__(self, pool_id):
        self.id = pool_id
        clients = administrator.list_user_pool_clients(UserPoolId=pool_id, MaxResults=60)["UserPoolClients"]
        same(len(clients), 1)
        self.client_id = clients[0]["ClientId"]
        described = administrator.describe_user_pool_client(UserPoolId=pool_id, ClientId=self.client_id)
        self.client = described["UserPoolClient"]
        self.secret = self.client.get("ClientSecret")

    # The hash and the sign-in are those of a pool that a script makes.
    hash, named, sign_in = Pool.hash, Pool.named, Pool.sign_in

    def forgot(self, name):
        return cognito.forgot_password(**self.named(name))["CodeDeliveryDetails"]

    def status(self, name):
        user = administrator.admin_get_user(UserPoolId=self.id, Username=name)
        return user["UserStatus"], user["Enabled"]


with check("three pools are there: a strict one, a lenient one, one for administrators only"):
    listed = {pool["Id"] for pool in administrator.list_user_pools(MaxResults=60)["UserPools"]}
    same(listed, {"eu-central-1_Nw1ndPrct", "eu-central-1_Fabr1kam0", "eu-central-1_Ta1lsp1n0"})
northwind, fabrikam = Seeded("eu-central-1_Nw1ndPrct"), Seeded("eu-central-1_Fabr1kam0")
tailspin = Seeded("eu-central-1_Ta1lsp1n0")
with check("in tailspin only an administrator resets passwords, and everybody needs a second factor"):
    described = administrator.describe_user_pool(UserPoolId=tailspin.id)["UserPool"]
    same(described["AccountRecoverySetting"], {"RecoveryMechanisms": [{"Priority": 1, "Name": "admin_only"}]})
    same(described["MfaConfiguration"], "ON")
with check("northwind hides who exists and has a secret of 51 characters"):
    same((northwind.client["PreventUserExistenceErrors"], len(northwind.secret)), ("ENABLED", 51))
with check("fabrikam tells who exists and has no secret nor recovery setting"):
    same((fabrikam.client.get("PreventUserExistenceErrors", "LEGACY"), fabrikam.secret), ("LEGACY", None))
    assert "AccountRecoverySetting" not in administrator.describe_user_pool(UserPoolId=fabrikam.id)["UserPool"]

with check("jane gets a code by email"):
    same(northwind.forgot("jane@example.com")["DeliveryMedium"], "EMAIL")
    same(newest("jane@example.com")["purpose"], "reset")
with check("jane signs in with the seeded password until she changes it"):
    assert northwind.sign_in("JANE@example.com", PASSWORD)["AuthenticationResult"]
with check("omar gets one by text message"):
    same(northwind.forgot("omar@example.com")["DeliveryMedium"], "SMS")
    same(inbox()[-1]["medium"], "sms")
for name, status in {
    "lena@example.com": ("UNCONFIRMED", True), "diego@example.com": ("FORCE_CHANGE_PASSWORD", True),
    "priya@example.com": ("CONFIRMED", False),
}.items():
    with check(f"{name} is {status[0]} and gets nothing, as nobody would"):
        same(northwind.status(name), status)
        before = len(inbox())
        same(northwind.forgot(name)["DeliveryMedium"], "EMAIL")
        same(len(inbox()), before)
with check("lena gets her sign-up code again"):
    cognito.resend_confirmation_code(**northwind.named("lena@example.com"))
    same(newest("lena@example.com")["purpose"], "sign-up")
with check("diego's invitation still works"):
    same(northwind.sign_in("diego@example.com", PASSWORD)["ChallengeName"], "NEW_PASSWORD_REQUIRED")
with check("priya cannot sign in"):
    refused("NotAuthorizedException", None, northwind.sign_in, username="priya@example.com", password=PASSWORD)
with check("tom has to reset before he signs in, and can"):
    same(northwind.status("tom@example.com"), ("RESET_REQUIRED", True))
    refused(
        "PasswordResetRequiredException", "Password reset required for the user", northwind.sign_in,
        username="tom@example.com", password=PASSWORD,
    )
    northwind.forgot("tom@example.com")
    same(newest("tom@example.com")["purpose"], "reset")

with check("maria gets a code, by user name or email"):
    for name in ("maria", "maria@example.com"):
        assert fabrikam.forgot(name)["Destination"]
with check("Maria with a capital is somebody else there"):
    refused("UserNotFoundException", None, fabrikam.forgot, name="Maria")
with check("kiosk-4 and ruth have nothing that a code could go to"):
    refused(*NO_CONTACT, fabrikam.forgot, name="kiosk-4")
    refused(*NO_CONTACT, fabrikam.forgot, name="ruth")
with check("noah never confirmed"):
    same(fabrikam.status("noah"), ("UNCONFIRMED", True))
    refused("InvalidParameterException", None, fabrikam.forgot, name="noah")
with check("aiko's invitation has expired"):
    refused(*NOT_NOW, fabrikam.forgot, name="aiko")
    refused(
        "NotAuthorizedException", "Temporary password has expired and must be reset by an administrator.",
        fabrikam.sign_in, username="aiko", password=PASSWORD,
    )
with check("nina's has not"):
    refused(*NOT_NOW, fabrikam.forgot, name="nina")
    same(fabrikam.sign_in("nina", PASSWORD)["ChallengeName"], "NEW_PASSWORD_REQUIRED")
with check("sam is disabled, and told so"):
    refused("NotAuthorizedException", "User is disabled.", fabrikam.forgot, name="sam")
with check("felix signs in elsewhere"):
    same(fabrikam.status("felix")[0], "EXTERNAL_PROVIDER")
    refused(*NOT_NOW, fabrikam.forgot, name="felix")

with check("mei's profile has gaps to fill in"):
    asked = northwind.sign_in("mei@example.com", PASSWORD)
    same(asked["ChallengeName"], "NEW_PASSWORD_REQUIRED")
    same(
        json.loads(asked["ChallengeParameters"]["requiredAttributes"]),
        ["userAttributes.given_name", "userAttributes.family_name"],
    )
for name, challenge in {
    "vera": "SOFTWARE_TOKEN_MFA", "wim": "SMS_MFA", "elin": "EMAIL_OTP", "bao": "SELECT_MFA_TYPE",
}.items():
    with check(f"{name} meets {challenge}, and can get a reset code nevertheless"):
        same(fabrikam.sign_in(name, PASSWORD)["ChallengeName"], challenge)
        assert fabrikam.forgot(name)["Destination"]
with check("zoe has to set an authenticator up"):
    same(tailspin.sign_in("zoe", PASSWORD)["ChallengeName"], "MFA_SETUP")
with check("authenticators show what the pool takes"):
    code = next(shown["code"] for shown in authenticators() if shown["username"] == "vera")
    asked = fabrikam.sign_in("vera", PASSWORD)
    answer = cognito.respond_to_auth_challenge(
        ClientId=fabrikam.client_id, ChallengeName="SOFTWARE_TOKEN_MFA", Session=asked["Session"],
        ChallengeResponses={"USERNAME": "vera", "SOFTWARE_TOKEN_MFA_CODE": code},
    )
    assert answer["AuthenticationResult"]["AccessToken"]

finish()
