// amazon-cognito-identity-js, as a web page would use it: what lies between a password and the tokens.
// The people are those that the pools are seeded with; the codes of authenticators are computed here.
"use strict";

const assert = require("node:assert/strict");
const { AuthenticationDetails, CognitoUser, CognitoUserPool } = require("amazon-cognito-identity-js");
const { check, end, newestCode, oneStepLater, totp, url } = require("./bench.cjs");

const PASSWORD = "Practice-Pool-2026";
const CHOSEN = "After the summer, 2026";
// The secret that the pools publish for the people who have an authenticator.
const SECRET = "PRACT5CEPRACT5CEPRACT5CEPRACT5CE";

const pool = (UserPoolId, ClientId) => new CognitoUserPool({ UserPoolId, ClientId, endpoint: url });
const fabrikam = pool("eu-central-1_Fabr1kam0", "7fabr1kampract1ceclientid0");
const tailspin = pool("eu-central-1_Ta1lsp1n0", "5ta1lsp1npract1ceclientid0");

/** The library's callbacks as a promise: what it asks for, with what it says about it. */
const next = (call) => new Promise((resolve, reject) => {
  const asks = (what) => (...about) => resolve({ what, about });
  call({
    onSuccess: (answer) => resolve({ what: "success", answer }),
    onFailure: reject,
    newPasswordRequired: asks("new password"),
    mfaRequired: asks("text message"),
    totpRequired: asks("authenticator"),
    mfaSetup: asks("set-up"),
    selectMFAType: asks("choice"),
    associateSecretCode: (secret) => resolve({ what: "secret", secret }),
  });
});

async function begin(inPool, name, password = PASSWORD) {
  const user = new CognitoUser({ Username: name, Pool: inPool });
  const details = new AuthenticationDetails({ Username: name, Password: password });
  return { user, ...(await next((callbacks) => user.authenticateUser(details, callbacks))) };
}

const refused = (code, message) => (error) => {
  assert.equal(error.code, code);
  assert.equal(error.message, message);
  return true;
};

async function main() {
  await check("a temporary password asks for a new one, which signs in", async () => {
    const asked = await begin(fabrikam, "nina");
    assert.equal(asked.what, "new password");
    const [attributes, required] = asked.about;
    assert.equal(attributes.email, "nina@example.com");
    assert.deepEqual(required, []);
    const give = (password, more = {}) => next(
      (callbacks) => asked.user.completeNewPasswordChallenge(password, more, callbacks),
    );
    await assert.rejects(give("short"), refused(
      "InvalidPasswordException", "Password did not conform with policy: Password not long enough",
    ));
    await assert.rejects(give(CHOSEN, { email: "nina@example.com" }), refused(
      "NotAuthorizedException", "Cannot modify an already provided email",
    ));
    const done = await give(CHOSEN, { nickname: "Nina" });
    assert.equal(done.what, "success");
    assert.equal(done.answer.getIdToken().decodePayload().nickname, "Nina");
    assert.equal((await begin(fabrikam, "nina", CHOSEN)).what, "success");
  });
  await check("an expired one says so", () => assert.rejects(begin(fabrikam, "aiko"), refused(
    "NotAuthorizedException", "Temporary password has expired and must be reset by an administrator.",
  )));
  await check("an authenticator's code signs in, once", async () => {
    const asked = await begin(fabrikam, "vera");
    assert.equal(asked.what, "authenticator");
    const code = await totp(SECRET);
    const give = (user, typed) => next(
      (callbacks) => user.sendMFACode(typed, callbacks, "SOFTWARE_TOKEN_MFA"),
    );
    const wrong = code === "000000" ? "000001" : "000000";
    await assert.rejects(give(asked.user, wrong), refused("CodeMismatchException", "Invalid code received for user"));
    assert.equal((await give(asked.user, code)).what, "success");
    const again = await begin(fabrikam, "vera");
    await assert.rejects(give(again.user, code), refused(
      "ExpiredCodeException", "Your software token has already been used once.",
    ));
    await oneStepLater();
    assert.equal((await give(again.user, await totp(SECRET))).what, "success");
  });
  await check("a text message's code signs in", async () => {
    const asked = await begin(fabrikam, "wim");
    assert.equal(asked.what, "text message");
    assert.equal(asked.about[1].CODE_DELIVERY_DESTINATION, "+*******0117");
    const code = await newestCode("+12065550117");
    const give = (typed) => next((callbacks) => asked.user.sendMFACode(typed, callbacks, "SMS_MFA"));
    await assert.rejects(give(code === "000000" ? "000001" : "000000"), refused(
      "CodeMismatchException", "Invalid code or auth state for the user.",
    ));
    assert.equal((await give(code)).what, "success");
  });
  await check("of two factors one is chosen", async () => {
    const asked = await begin(fabrikam, "bao");
    assert.equal(asked.what, "choice");
    assert.deepEqual(JSON.parse(asked.about[1].MFAS_CAN_CHOOSE), ["SMS_MFA", "SOFTWARE_TOKEN_MFA"]);
    const chosen = await next(
      (callbacks) => asked.user.sendMFASelectionAnswer("SOFTWARE_TOKEN_MFA", callbacks),
    );
    assert.equal(chosen.what, "authenticator");
    const done = await next(
      async (callbacks) => asked.user.sendMFACode(await totp(SECRET), callbacks, "SOFTWARE_TOKEN_MFA"),
    );
    assert.equal(done.what, "success");
  });
  await check("an authenticator is set up where the pool wants one", async () => {
    const asked = await begin(tailspin, "zoe");
    assert.equal(asked.what, "set-up");
    assert.deepEqual(JSON.parse(asked.about[1].MFAS_CAN_SETUP), ["SOFTWARE_TOKEN_MFA"]);
    const { secret } = await next((callbacks) => asked.user.associateSoftwareToken(callbacks));
    const verify = (code) => next((callbacks) => asked.user.verifySoftwareToken(code, "Zoe's phone", callbacks));
    const code = await totp(secret);
    await assert.rejects(verify(code === "000000" ? "000001" : "000000"), refused(
      "EnableSoftwareTokenMFAException", "Code mismatch",
    ));
    assert.equal((await verify(code)).what, "success");
    const again = await begin(tailspin, "zoe");
    assert.equal(again.what, "authenticator");
    await oneStepLater();
    const done = await next(
      async (callbacks) => again.user.sendMFACode(await totp(secret), callbacks, "SOFTWARE_TOKEN_MFA"),
    );
    assert.equal(done.what, "success");
  });
  await check("a session is good for three minutes", async () => {
    const asked = await begin(fabrikam, "wim");
    await oneStepLater(7);
    const code = await newestCode("+12065550117");
    await assert.rejects(
      next((callbacks) => asked.user.sendMFACode(code, callbacks, "SMS_MFA")),
      refused("NotAuthorizedException", "Invalid session for the user, session is expired."),
    );
  });
  await check("signing out everywhere", async () => {
    const { user, answer } = await begin(fabrikam, "maria");
    await next((callbacks) => user.globalSignOut(callbacks));
    const session = await fetch(url, {
      method: "POST",
      headers: { "x-amz-target": "AWSCognitoIdentityProviderService.GetUser" },
      body: JSON.stringify({ AccessToken: answer.getAccessToken().getJwtToken() }),
    });
    assert.equal((await session.json()).message, "Access Token has been revoked");
  });
}

main().then(end);
