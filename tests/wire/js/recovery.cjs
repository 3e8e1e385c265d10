// amazon-cognito-identity-js, as a web page would use it: sign up, confirm, forget, get back in.
// It signs in by SRP unless told otherwise, and knows no client secret.
"use strict";

const assert = require("node:assert/strict");
const { AuthenticationDetails, CognitoUser, CognitoUserAttribute, CognitoUserPool } = require("amazon-cognito-identity-js");
const { check, end, newestCode, oneSecondLater, url } = require("./bench.cjs");

const BEFORE = "Before-2026!";
const AFTER = "After the summer, 2026";
const { POOL_ID: poolId, CLIENT_ID: clientId } = process.env;

const pool = new CognitoUserPool({ UserPoolId: poolId, ClientId: clientId, endpoint: url });
const user = (name) => new CognitoUser({ Username: name, Pool: pool });

/** The library's callbacks as a promise. */
const called = (call) => new Promise((resolve, reject) => {
  call({
    onSuccess: resolve,
    onFailure: reject,
    inputVerificationCode: resolve,
    newPasswordRequired: () => reject(new Error("NEW_PASSWORD_REQUIRED")),
  });
});
const answered = (call) => new Promise((resolve, reject) => {
  call((error, answer) => (error ? reject(error) : resolve(answer)));
});

function signIn(name, password, flow) {
  const person = user(name);
  if (flow) person.setAuthenticationFlowType(flow);
  const details = new AuthenticationDetails({ Username: name, Password: password });
  return called((callbacks) => person.authenticateUser(details, callbacks));
}

const refused = (code, message) => (error) => {
  assert.equal(error.code, code);
  assert.equal(error.message, message);
  return true;
};
const wrongPassword = refused("NotAuthorizedException", "Incorrect username or password.");

async function main() {
  await check("signs up", async () => {
    const email = new CognitoUserAttribute({ Name: "email", Value: "noah@example.com" });
    const made = await answered((done) => pool.signUp("noah", BEFORE, [email], [], done));
    assert.equal(made.userConfirmed, false);
    assert.equal(made.codeDeliveryDetails.Destination, "n***@e***");
  });
  await check("cannot sign in before the code", () => assert.rejects(
    signIn("noah", BEFORE), refused("UserNotConfirmedException", "User is not confirmed."),
  ));
  await check("asks for the code again and confirms", async () => {
    const again = await answered((done) => user("noah").resendConfirmationCode(done));
    assert.equal(again.CodeDeliveryDetails.DeliveryMedium, "EMAIL");
    const code = await newestCode("noah@example.com");
    assert.equal(await answered((done) => user("noah").confirmRegistration(code, false, done)), "SUCCESS");
  });
  await check("signs in by SRP", async () => {
    const session = await signIn("noah", BEFORE);
    const claims = session.getIdToken().decodePayload();
    assert.equal(claims.iss, `${url}/${poolId}`);
    assert.equal(claims.email, "noah@example.com");
    assert.ok(session.isValid());
  });
  await check("signs in by SRP with the verified email", async () => {
    const session = await signIn("noah@example.com", BEFORE);
    assert.equal(session.getAccessToken().decodePayload().username, "noah");
  });
  await check("signs in with a plain password", async () => {
    assert.ok((await signIn("noah", BEFORE, "USER_PASSWORD_AUTH")).isValid());
  });
  await check("not with a wrong one, by SRP or plainly", async () => {
    await assert.rejects(signIn("noah", AFTER), wrongPassword);
    await assert.rejects(signIn("noah", AFTER, "USER_PASSWORD_AUTH"), wrongPassword);
  });
  await check("forgets, and learns where the code went", async () => {
    const sent = await called((callbacks) => user("noah").forgotPassword(callbacks));
    assert.deepEqual(sent.CodeDeliveryDetails, {
      Destination: "n***@e***", DeliveryMedium: "EMAIL", AttributeName: "email",
    });
  });
  const code = await newestCode("noah@example.com");
  const confirm = (typed, password) => called(
    (callbacks) => user("noah").confirmPassword(typed, password, callbacks),
  );
  await check("is refused with a wrong code", () => assert.rejects(
    confirm(code === "000000" ? "000001" : "000000", AFTER),
    refused("CodeMismatchException", "Invalid verification code provided, please try again."),
  ));
  await check("is refused with a weak password", () => assert.rejects(
    confirm(code, "no capitals, 2026"),
    refused("InvalidPasswordException", "Password did not conform with policy: Password must have uppercase characters"),
  ));
  await check("gets back in with the right code", async () => {
    assert.equal(await confirm(code, AFTER), "SUCCESS");
    assert.ok((await signIn("noah", AFTER)).isValid());
  });
  await check("not with the old password, nor the same code", async () => {
    await assert.rejects(signIn("noah", BEFORE), wrongPassword);
    await assert.rejects(
      confirm(code, AFTER), refused("ExpiredCodeException", "Invalid code provided, please request a code again."),
    );
  });
  await check("many proofs in a row are right", async () => {
    // The numbers of SRP begin with a zero or a set top bit now and then; each must be padded alike.
    for (let round = 0; round < 12; round += 1) {
      assert.ok((await signIn("noah", AFTER)).isValid());
      await oneSecondLater();
    }
  });
  await check("nobody is told apart where the pool says so", () => assert.rejects(
    signIn("nobody", BEFORE), refused("UserNotFoundException", "User does not exist."),
  ));
}

main().then(end);
