// AWS Amplify, as an application of today would use it: signing in by SRP, every challenge, a new password.
// The people are those that the pools are seeded with.
"use strict";

const assert = require("node:assert/strict");
const { Amplify } = require("aws-amplify");
const {
  confirmResetPassword, confirmSignIn, fetchAuthSession, fetchUserAttributes, getCurrentUser, resetPassword, setUpTOTP,
  signIn, signOut, updateMFAPreference, updatePassword, verifyTOTPSetup,
} = require("aws-amplify/auth");
const { check, end, newestCode, oneStepLater, totp, url } = require("./bench.cjs");

const PASSWORD = "Practice-Pool-2026";
const CHOSEN = "After the summer, 2026";
// The secret that the pools publish for the people who have an authenticator.
const SECRET = "PRACT5CEPRACT5CEPRACT5CEPRACT5CE";

const use = (userPoolId, userPoolClientId) => Amplify.configure({
  Auth: { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint: url } },
});
const fabrikam = () => use("eu-central-1_Fabr1kam0", "7fabr1kampract1ceclientid0");
const tailspin = () => use("eu-central-1_Ta1lsp1n0", "5ta1lsp1npract1ceclientid0");

/** Begins to sign in, and gives what is asked next. Nobody is signed in before. */
async function begin(username, password = PASSWORD) {
  await signOut();
  return (await signIn({ username, password })).nextStep;
}

const refused = (name, message) => (error) => {
  assert.equal(error.name, name);
  if (message) assert.equal(error.message, message);
  return true;
};

async function answer(challengeResponse, options) {
  return (await confirmSignIn({ challengeResponse, options })).nextStep;
}

async function main() {
  fabrikam();
  await check("signs in by SRP, with a name or a verified email", async () => {
    for (const name of ["maria", "maria@example.com"]) {
      assert.equal((await begin(name)).signInStep, "DONE");
      assert.equal((await getCurrentUser()).username, "maria");
      assert.equal((await fetchAuthSession()).tokens.idToken.payload.email, "maria@example.com");
      assert.equal((await fetchUserAttributes()).email, "maria@example.com");
    }
  });
  await check("gets new tokens", async () => {
    const { tokens } = await fetchAuthSession({ forceRefresh: true });
    assert.equal(tokens.accessToken.payload.username, "maria");
  });
  await check("not with a wrong password", () => assert.rejects(
    begin("maria", CHOSEN), refused("NotAuthorizedException", "Incorrect username or password."),
  ));
  await check("gets back in with a code", async () => {
    const { nextStep } = await resetPassword({ username: "maria" });
    assert.equal(nextStep.resetPasswordStep, "CONFIRM_RESET_PASSWORD_WITH_CODE");
    assert.equal(nextStep.codeDeliveryDetails.destination, "m***@e***");
    const code = await newestCode("maria@example.com");
    const give = (confirmationCode, newPassword) => confirmResetPassword({
      username: "maria", confirmationCode, newPassword,
    });
    await assert.rejects(give(code === "000000" ? "000001" : "000000", CHOSEN), refused("CodeMismatchException"));
    await assert.rejects(give(code, "short"), refused("InvalidPasswordException"));
    await give(code, CHOSEN);
    assert.equal((await begin("maria", CHOSEN)).signInStep, "DONE");
  });
  await check("changes the password when signed in", async () => {
    await assert.rejects(
      updatePassword({ oldPassword: PASSWORD, newPassword: PASSWORD }), refused("NotAuthorizedException"),
    );
    await updatePassword({ oldPassword: CHOSEN, newPassword: PASSWORD });
    assert.equal((await begin("maria")).signInStep, "DONE");
  });
  await check("signs out everywhere", async () => {
    await signOut({ global: true });
    await assert.rejects(getCurrentUser());
  });
  await check("a temporary password asks for a new one", async () => {
    const step = await begin("nina");
    assert.equal(step.signInStep, "CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED");
    assert.deepEqual(step.missingAttributes, []);
    await assert.rejects(answer("short"), refused("InvalidPasswordException"));
    assert.equal((await answer(CHOSEN, { userAttributes: { nickname: "Nina" } })).signInStep, "DONE");
    assert.equal((await fetchUserAttributes()).nickname, "Nina");
  });
  await check("an authenticator's code, wrong and right", async () => {
    assert.equal((await begin("vera")).signInStep, "CONFIRM_SIGN_IN_WITH_TOTP_CODE");
    const code = await totp(SECRET);
    await assert.rejects(answer(code === "000000" ? "000001" : "000000"), refused("CodeMismatchException"));
    assert.equal((await answer(code)).signInStep, "DONE");
  });
  await check("a code by text message", async () => {
    const step = await begin("wim");
    assert.equal(step.signInStep, "CONFIRM_SIGN_IN_WITH_SMS_CODE");
    assert.equal(step.codeDeliveryDetails.destination, "+*******0117");
    assert.equal((await answer(await newestCode("+12065550117"))).signInStep, "DONE");
  });
  await check("a code by email", async () => {
    const step = await begin("elin");
    assert.equal(step.signInStep, "CONFIRM_SIGN_IN_WITH_EMAIL_CODE");
    assert.equal(step.codeDeliveryDetails.destination, "e***@e***");
    assert.equal((await answer(await newestCode("elin@example.com"))).signInStep, "DONE");
  });
  await check("one of two factors", async () => {
    const step = await begin("bao");
    assert.equal(step.signInStep, "CONTINUE_SIGN_IN_WITH_MFA_SELECTION");
    assert.deepEqual(step.allowedMFATypes, ["SMS", "TOTP"]);
    assert.equal((await answer("SMS")).signInStep, "CONFIRM_SIGN_IN_WITH_SMS_CODE");
    assert.equal((await answer(await newestCode("+12065550139"))).signInStep, "DONE");
  });
  await check("an authenticator of one's own accord", async () => {
    await begin("maria");
    const { sharedSecret } = await setUpTOTP();
    await assert.rejects(
      updateMFAPreference({ totp: "PREFERRED" }), refused("InvalidParameterException"), "before it is verified",
    );
    await verifyTOTPSetup({ code: await totp(sharedSecret) });
    await updateMFAPreference({ totp: "PREFERRED" });
    await oneStepLater();
    assert.equal((await begin("maria")).signInStep, "CONFIRM_SIGN_IN_WITH_TOTP_CODE");
    assert.equal((await answer(await totp(sharedSecret))).signInStep, "DONE");
  });
  tailspin();
  await check("an authenticator that the pool wants", async () => {
    const step = await begin("zoe");
    assert.equal(step.signInStep, "CONTINUE_SIGN_IN_WITH_TOTP_SETUP");
    const secret = step.totpSetupDetails.sharedSecret;
    assert.equal((await answer(await totp(secret))).signInStep, "DONE");
    await oneStepLater();
    assert.equal((await begin("zoe")).signInStep, "CONFIRM_SIGN_IN_WITH_TOTP_CODE");
    assert.equal((await answer(await totp(secret))).signInStep, "DONE");
  });
}

main().then(end);
