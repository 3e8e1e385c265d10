import assert from "node:assert/strict";
import { after, test } from "node:test";
import { bundle, languages, messages, union } from "./sources.mjs";
import { begun, calls, close, failing, nowAnswers, view } from "./window.mjs";

// Node has none before version 21, and nothing here depends on which languages it names.
if (!globalThis.navigator) Object.defineProperty(globalThis, "navigator", { value: { languages: ["en-US"] } });
after(close);

const newPassword = (...attributes) => view({ step: "new-password", attributes });
const code = (via, renewed = false) => view({ step: "code", via, destination: null }, renewed);
const setUp = (secret, renewed = false) => view({ step: "set-up-authenticator", secret, qr: { size: 1, path: "M0 0h1v1h-1z" } }, renewed);
const done = view({ step: "done" });
const called = (name) => calls.filter(([each]) => each === name).map(([, args]) => args);

/** A journey whose user name and password are answered with this. */
async function signedIn(answer, more = {}, purpose = "temporary") {
  const journey = begun({ sign_in: answer, ...more });
  journey.beginSignIn(purpose);
  journey.username = " jane@example.com ";
  journey.signIn.password = "Temporary-1";
  await journey.signIn.begin();
  return journey;
}

/** How long an act is not to be tried again, in whole seconds from now; nought where there is no reason to wait. */
const pause = (journey, act) => Math.round(Math.max(0, journey.pausedUntil(act) - Date.now()) / 1000);

test("from the temporary password to one's own, and nothing is kept", async () => {
  const journey = await signedIn(newPassword(), { choose_own_password: done });
  assert.deepEqual(called("sign_in"), [{ username: "jane@example.com", password: "Temporary-1" }]);
  assert.equal(journey.screen, "own-password");
  journey.signIn.own = "correct horse battery";
  await journey.signIn.chooseOwnPassword();
  assert.deepEqual(called("choose_own_password"), [{ password: "correct horse battery", attributes: {} }]);
  assert.equal(journey.screen, "signed-in");
  assert.equal(journey.signIn.proven, "chosen");
  assert.equal(journey.signIn.password + journey.signIn.own, "");
  assert.equal(called("abandon_sign_in").length, 1);
});

test("nothing is sent without a name, a password or a code", async () => {
  const journey = begun();
  journey.beginSignIn("temporary");
  await journey.signIn.begin();
  assert.equal(journey.at("username").failure.code, "username-empty");
  journey.username = "jane@example.com";
  await journey.signIn.begin();
  assert.equal(journey.at("password").failure.code, "password-empty");
  assert.deepEqual(calls, []);

  const inside = await signedIn(code("email"));
  inside.signIn.code = "  ";
  await inside.signIn.answerCode();
  assert.equal(inside.at("code").failure.code, "code-empty");
  assert.equal(called("answer_sign_in_code").length, 0);
});

test("the asked attributes go along, joined, and a wrong one is shown at its field", async () => {
  const asked = [{ name: "phone_number", kind: "phone" }, { name: "birthdate", kind: "date" }, { name: "custom:team", kind: "text" }];
  const journey = await signedIn(newPassword(...asked), { choose_own_password: done });
  const [phone, birth, team] = journey.signIn.drafts;
  journey.signIn.own = "correct horse battery";
  await journey.signIn.chooseOwnPassword();
  assert.equal(journey.at("attribute").failure.code, "attribute-missing");
  assert.equal(journey.at("attribute").failure.detail, "phone_number");
  Object.assign(phone, { country: "GB", text: "020 7946 0018" });
  Object.assign(birth, { year: "1990", month: "2", day: "31" });
  team.text = "Sales";
  await journey.signIn.chooseOwnPassword();
  assert.deepEqual([journey.at("attribute").failure.code, journey.at("attribute").failure.detail], ["attribute-malformed", "birthdate"]);
  assert.equal(called("choose_own_password").length, 0);
  birth.day = "3";
  await journey.signIn.chooseOwnPassword();
  const [{ attributes }] = called("choose_own_password");
  assert.deepEqual(attributes, { phone_number: "+442079460018", birthdate: "1990-02-03", "custom:team": "Sales" });
});

test("an attribute that the service refuses is shown at its field, and one that wasn't asked for is told to the help desk", async () => {
  const journey = await signedIn(newPassword({ name: "nickname", kind: "text" }), { choose_own_password: failing("attribute-malformed", { detail: "nickname" }) });
  journey.signIn.own = "correct horse battery";
  journey.signIn.drafts[0].text = "Jane";
  await journey.signIn.chooseOwnPassword();
  assert.equal(journey.trouble.place, "attribute");
  nowAnswers({ choose_own_password: failing("attribute-missing", { detail: "custom:badge" }) });
  await journey.signIn.chooseOwnPassword();
  assert.equal(journey.screen, "stuck");
  journey.back();
  assert.equal(journey.screen, "own-password");
  assert.equal(journey.signIn.own, "correct horse battery");
  assert.equal(journey.signIn.drafts[0].text, "Jane");
});

test("the temporary password is not taken for one's own, and a broken rule is not sent", async () => {
  const journey = await signedIn(newPassword());
  journey.signIn.own = "Temporary-1";
  await journey.signIn.chooseOwnPassword();
  assert.equal(journey.at("password").failure.code, "password-not-new");
  nowAnswers({ check_password: { rules: [{ rule: "length", met: false, minimum: 12 }], strength: 1, acceptable: false } });
  journey.signIn.own = "short";
  await journey.signIn.chooseOwnPassword();
  assert.equal(journey.at("password").failure.code, "password-too-short");
  assert.equal(journey.refusedRule, "length");
  assert.equal(called("choose_own_password").length, 0);
});

for (const via of ["email", "sms", "authenticator"]) {
  test(`a code (${via}) is asked for, answered, and kept when it is refused`, async () => {
    const journey = await signedIn(code(via), { answer_sign_in_code: failing("code-wrong") }, "check");
    assert.equal(journey.screen, "sign-in-code");
    journey.signIn.code = "123 456";
    await journey.signIn.answerCode();
    assert.equal(journey.at("code").failure.code, "code-wrong");
    assert.equal(journey.signIn.code, "123 456");
    assert.equal(journey.screen, "sign-in-code");
    nowAnswers({ answer_sign_in_code: done });
    await journey.signIn.answerCode();
    assert.deepEqual(called("answer_sign_in_code"), [{ code: "123 456" }, { code: "123 456" }]);
    assert.equal(journey.screen, "signed-in");
    assert.equal(journey.signIn.proven, "password");
  });
}

test("another code can be sent after a pause, and empties the field", async () => {
  const journey = await signedIn(code("sms"), { send_sign_in_code_again: code("sms") });
  assert.equal(pause(journey, "send-sign-in-code-again"), 30);
  journey.signIn.code = "123456";
  await journey.signIn.sendCodeAgain();
  assert.equal(journey.signIn.sent.again, true);
  assert.equal(journey.signIn.code, "");
  assert.equal(journey.screen, "sign-in-code");
});

test("a code that couldn't be sent again leaves everything as it is", async () => {
  const journey = await signedIn(code("email"), { send_sign_in_code_again: failing("mail-limit", { retry: { kind: "never" } }) });
  journey.signIn.code = "123456";
  await journey.signIn.sendCodeAgain();
  assert.equal(journey.screen, "sign-in-code");
  assert.equal(journey.at("banner").failure.code, "mail-limit");
  assert.equal(journey.signIn.code, "123456");
});

test("a renewed sign-in empties a code that is void, and keeps an authenticator's", async () => {
  const mailed = await signedIn(code("email"), { answer_sign_in_code: code("email", true) });
  mailed.signIn.code = "123456";
  await mailed.signIn.answerCode();
  assert.deepEqual([mailed.signIn.renewed, mailed.signIn.code, mailed.screen], [true, "", "sign-in-code"]);

  const shown = await signedIn(code("authenticator"), { answer_sign_in_code: code("authenticator", true) });
  shown.signIn.code = "123456";
  await shown.signIn.answerCode();
  assert.deepEqual([shown.signIn.renewed, shown.signIn.code], [true, "123456"]);
});

test("a renewed choice of password keeps what was typed, and nothing is proven yet", async () => {
  const asked = { name: "name", kind: "text" };
  const journey = await signedIn(newPassword(asked), { choose_own_password: view({ step: "new-password", attributes: [asked] }, true) });
  journey.signIn.own = "correct horse battery";
  journey.signIn.drafts[0].text = "Jane";
  await journey.signIn.chooseOwnPassword();
  assert.equal(journey.screen, "own-password");
  assert.equal(journey.signIn.renewed, true);
  assert.equal(journey.signIn.own, "correct horse battery");
  assert.equal(journey.signIn.drafts[0].text, "Jane");
  assert.equal(journey.signIn.proven, "password");
});

test("an authenticator is set up, and a renewed set-up shows the new secret", async () => {
  const journey = await signedIn(setUp("AAAA"), { confirm_authenticator: setUp("BBBB", true) });
  assert.equal(journey.screen, "set-up-authenticator");
  journey.signIn.code = "123456";
  await journey.signIn.confirmAuthenticator();
  assert.deepEqual([journey.signIn.at.secret, journey.signIn.code, journey.signIn.renewed], ["BBBB", "", true]);
  nowAnswers({ confirm_authenticator: done });
  journey.signIn.code = "654321";
  await journey.signIn.confirmAuthenticator();
  assert.deepEqual(called("confirm_authenticator"), [{ code: "123456" }, { code: "654321" }]);
  assert.equal(journey.screen, "signed-in");
});

test("a second step can be chosen", async () => {
  const journey = await signedIn(view({ step: "choose-factor", factors: ["sms", "authenticator"] }), { choose_factor: code("authenticator") });
  assert.equal(journey.screen, "choose-factor");
  await journey.signIn.chooseFactor("authenticator");
  assert.deepEqual(called("choose_factor"), [{ factor: "authenticator" }]);
  assert.equal(journey.screen, "sign-in-code");
  assert.equal(journey.signIn.sent, null);
});

test("a first step can be chosen; a passkey is refused here, and back leads to the choice", async () => {
  const choice = view({ step: "choose-first-factor", choices: ["password", "email-code", "passkey"] });
  const journey = await signedIn(choice, { choose_first_factor: code("email"), answer_sign_in_code: done });
  await journey.signIn.chooseFirstFactor("passkey");
  assert.equal(journey.screen, "own-app");
  assert.equal(called("choose_first_factor").length, 0);
  journey.back();
  assert.equal(journey.screen, "choose-first-factor");
  assert.equal(called("abandon_sign_in").length, 0);
  await journey.signIn.chooseFirstFactor("email-code");
  assert.deepEqual(called("choose_first_factor"), [{ choice: "email-code" }]);
  journey.signIn.code = "123456";
  await journey.signIn.answerCode();
  assert.equal(journey.signIn.proven, "code");
});

test("an ended session leads back to the form with everything that was typed", async () => {
  const journey = await signedIn(newPassword(), { choose_own_password: failing("session-ended") });
  journey.signIn.own = "correct horse battery";
  await journey.signIn.chooseOwnPassword();
  assert.equal(journey.screen, "sign-in");
  assert.equal(journey.at("banner").failure.code, "session-ended");
  assert.equal(journey.username, "jane@example.com");
  assert.equal(journey.signIn.password, "Temporary-1");
  assert.equal(journey.signIn.own, "correct horse battery");
});

test("a wrong password is shown at its field, and nothing that was typed is lost", async () => {
  const journey = await signedIn(failing("wrong-password"));
  assert.equal(journey.screen, "sign-in");
  assert.equal(journey.at("password").failure.code, "wrong-password");
  assert.equal(journey.signIn.password, "Temporary-1");
});

test("a pause is counted for this user name and no other, from wherever it was met", async () => {
  const lockedOut = failing("locked-out", { retry: { kind: "after", seconds: 64 } });
  const journey = await signedIn(lockedOut);
  assert.equal(journey.at("banner").failure.code, "locked-out");
  assert.equal(pause(journey, "sign-in"), 64);
  journey.username = "john@example.com";
  assert.equal(pause(journey, "sign-in"), 0);

  const later = await signedIn(code("sms"), { send_sign_in_code_again: lockedOut });
  await later.signIn.sendCodeAgain();
  assert.equal(later.screen, "sign-in");
  assert.equal(pause(later, "sign-in"), 64);
});

test("a spent or expired temporary password ends it, and back leads to the form", async () => {
  for (const spent of ["temporary-password-spent", "temporary-password-expired"]) {
    const journey = await signedIn(newPassword(), { choose_own_password: failing(spent, { retry: { kind: "never" } }) });
    journey.signIn.own = "correct horse battery";
    await journey.signIn.chooseOwnPassword();
    assert.equal(journey.screen, "stuck");
    journey.back();
    assert.equal(journey.screen, "sign-in");
  }
});

test("a lost answer to the choice of a password says that nobody knows", async () => {
  const journey = await signedIn(newPassword(), { choose_own_password: failing("timed-out", { retry: { kind: "unknown-outcome" } }) });
  journey.signIn.own = "correct horse battery";
  await journey.signIn.chooseOwnPassword();
  assert.equal(journey.at("banner").unsure, "choose-own-password");
  assert.equal(journey.signIn.own, "correct horse battery");
});

test("whoever has to choose a new password comes to the code with their user name", async () => {
  const journey = await signedIn(view({ step: "reset-required" }), { forgot_password: { medium: "email", target: null } }, "check");
  assert.equal(journey.screen, "code");
  assert.equal(journey.resetDemanded, "jane@example.com");
  assert.equal(journey.asked, null);
  assert.equal(journey.signIn.password, "");
  assert.equal(called("forgot_password").length, 0);
  await journey.resendCode();
  assert.deepEqual(called("forgot_password"), [{ username: "jane@example.com" }]);
  assert.equal(journey.asked.username, "jane@example.com");
});

test("turning away from any step gives the sign-in up and forgets every password", async () => {
  const ways = {
    back: (journey) => journey.back(),
    leave: (journey) => journey.visitLeave(),
    again: (journey) => journey.again(),
  };
  for (const [name, turnAway] of Object.entries(ways)) {
    for (const answer of [newPassword(), code("email"), setUp("AAAA"), view({ step: "own-app", why: "device" })]) {
      const journey = await signedIn(answer);
      journey.signIn.own = "correct horse battery";
      journey.signIn.code = "123456";
      turnAway(journey);
      const which = `${name} from ${answer.at.step}`;
      assert.equal(called("abandon_sign_in").length, 1, which);
      assert.equal(journey.signIn.password + journey.signIn.own + journey.signIn.code, "", which);
      assert.equal(journey.signIn.at, null, which);
      if (name === "back") assert.equal(journey.screen, "sign-in", which);
      if (name !== "leave") continue;
      journey.back();
      assert.equal(journey.screen, "sign-in", which);
    }
  }
});

test("an answer that comes after the sign-in was given up shows nothing, and is given up too", async () => {
  let answer;
  const journey = begun({ sign_in: () => new Promise((resolve) => (answer = resolve)) });
  journey.beginSignIn("temporary");
  journey.username = "jane@example.com";
  journey.signIn.password = "Temporary-1";
  const waiting = journey.signIn.begin();
  journey.again();
  answer(newPassword());
  await waiting;
  assert.equal(journey.screen, "who");
  assert.equal(journey.signIn.at, null);
  assert.equal(called("abandon_sign_in").length, 2);
});

test("leaving the form itself forgets its password, and keeps the user name on the way back", async () => {
  const journey = await signedIn(failing("wrong-password"));
  journey.back();
  assert.equal(journey.screen, "who");
  assert.equal(journey.signIn.password, "");
  assert.equal(journey.username, "jane@example.com");
});

test("after a reset the user name is there to check the new password with", async () => {
  const journey = begun({ confirm_forgot_password: null });
  journey.username = "jane@example.com";
  journey.haveCode();
  Object.assign(journey, { code: "123456", password: "correct horse battery" });
  await journey.changePassword();
  assert.equal(journey.screen, "done");
  assert.equal(journey.password + journey.code, "");
  journey.beginSignIn("check");
  assert.deepEqual([journey.screen, journey.username], ["sign-in", "jane@example.com"]);
  journey.again();
  assert.equal(journey.username, "");
});

test("a practice invitation fills in the password it brings, and a sign-in code its field", async () => {
  const journey = begun({ sign_in: code("email") });
  journey.username = "jane@example.com";
  journey.useCode("Temp-1234", "invitation");
  assert.deepEqual([journey.screen, journey.signIn.purpose, journey.signIn.password], ["sign-in", "temporary", "Temp-1234"]);
  await journey.signIn.begin();
  journey.useCode("123456", "mfa");
  assert.deepEqual([journey.screen, journey.signIn.code], ["sign-in-code", "123456"]);
});

test("whoever stops waiting keeps what was typed", async () => {
  const journey = await signedIn(failing("stopped-waiting"));
  assert.equal(journey.at("banner").failure.code, "stopped-waiting");
  assert.equal(journey.signIn.password, "Temporary-1");
});

const codes = union("src/backend/generated/FailureCode.ts", "FailureCode");
for (const language of languages) {
  const found = messages(language);
  test(`${language}: what is told of a sign-in's failure has both parts, and outlives no failure`, () => {
    for (const id of found.keys()) {
      if (!id.startsWith("sign-in-failure-")) continue;
      assert.ok(codes.includes(id.slice("sign-in-failure-".length).split(".")[0]), id);
      assert.ok(found.has(`${id.split(".")[0]}.next`), id);
    }
  });

  test(`${language}: whatever a sign-in puts together from a closed list has a message for each`, () => {
    const generated = (name) => union(`src/backend/generated/${name}.ts`, name);
    const wanted = [
      ...generated("Factor").flatMap((via) => [`second-step-${via}`, `sign-in-code-title-${via}`, `sign-in-code-${via}`, `sign-in-renewed-${via}`]),
      ...["email", "sms"].map((via) => `sign-in-sent-${via}`),
      ...["new-password", "choose-factor", "choose-first-factor", "set-up-authenticator"].map((step) => `sign-in-renewed-${step}`),
      ...generated("FirstFactor").map((choice) => `first-factor-${choice}`),
      ...generated("OwnAppReason").flatMap((why) => [`own-app-${why}`, `own-app-${why}.next`]),
      ...["chosen", "password", "code"].map((proven) => `signed-in-${proven}`),
      ...["title", "intro", "password", "go"].flatMap((part) => [`sign-in-${part}`, `sign-in-${part}-temporary`]),
      ...["waiting-sign-in", "waiting-choose-own-password", "unsure-choose-own-password", "unsure-choose-own-password.next"],
    ];
    for (const id of wanted) assert.ok(found.has(id), id);
  });

  test(`${language}: a code from an app is never looked for in a message`, () => {
    const made = bundle(language);
    for (const code of ["code-empty", "code-malformed", "code-too-long", "code-wrong", "code-expired"]) {
      const said = made.formatPattern(found.get(`sign-in-failure-${code}.next`), { via: "authenticator" }, []);
      assert.doesNotMatch(said, /message|Nachricht|send/i, code);
    }
  });
}
