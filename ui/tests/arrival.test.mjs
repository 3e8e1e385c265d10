import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { begun, calls, close, connection, failing, nowAnswers, shown, view } from "./window.mjs";

if (!globalThis.navigator) Object.defineProperty(globalThis, "navigator", { value: { languages: ["en-US"] } });
after(close);

const other = { ...connection, name: "Fabrikam", organisation: "Fabrikam", userPoolId: "eu-central-1_other" };
const offered = { connection: other, refused: null };
const refusal = (code) => ({ connection: null, refused: { code, retry: { kind: "never" }, requestId: null, detail: null } });
const called = (name) => calls.filter(([each]) => each === name).length;
const settled = () => new Promise((resolve) => setTimeout(resolve));
const delivery = { medium: "email", destination: "j***@c***", attribute: null };

/** What Rust holds: one offer, until it is decided. */
let waiting = null;
const rust = {
  arrived_offer: () => waiting,
  decline_offer: () => ((waiting = null), null),
  accept_connection: () => ((waiting = null), { connection: other, notice: null }),
};
beforeEach(() => (waiting = null));

async function arrives(journey, offer) {
  waiting = offer;
  await journey.arrival.came();
}

/** Everything that somebody may have typed or be at. */
const state = (journey) => [
  journey.screen, journey.connection, journey.offer, journey.username, journey.code, journey.password, journey.signUpCode, journey.setupCode,
  journey.asked, journey.trouble, journey.signIn.at, journey.signIn.password, journey.signIn.own, journey.signIn.code,
];

/** The ways to every kind of screen, with something typed on each. */
const ways = {
  start: () => begun(rust, { connection: null }),
  "setup-code": () => {
    const journey = begun(rust, { connection: null });
    journey.go("setup-code");
    journey.setupCode = "READMIT1-half";
    return journey;
  },
  "confirm-connection": async () => {
    const journey = begun({ ...rust, read_setup_code: { ...connection, name: "Typed" } }, { connection: null });
    journey.go("setup-code");
    journey.setupCode = "READMIT1-whole";
    await journey.readSetupCode();
    return journey;
  },
  who: () => {
    const journey = begun(rust);
    journey.username = "jane@example.com";
    return journey;
  },
  code: async () => {
    const journey = begun({ ...rust, forgot_password: delivery });
    journey.username = "jane@example.com";
    await journey.sendCode();
    journey.code = "123 4";
    journey.password = "half a passw";
    return journey;
  },
  stuck: async () => {
    const journey = begun({ ...rust, forgot_password: failing("recovery-by-admin-only") });
    journey.username = "jane@example.com";
    await journey.sendCode();
    return journey;
  },
  leave: () => {
    const journey = begun(rust);
    journey.username = "jane@example.com";
    journey.visitLeave();
    return journey;
  },
  "sign-up-code": () => {
    const journey = begun(rust);
    journey.username = "jane@example.com";
    journey.haveSignUpCode();
    journey.signUpCode = "99";
    return journey;
  },
  "own-password": async () => {
    const journey = begun({ ...rust, sign_in: view({ step: "new-password", attributes: [] }) });
    journey.beginSignIn("temporary");
    journey.username = "jane@example.com";
    journey.signIn.password = "Temporary-1";
    await journey.signIn.begin();
    journey.signIn.own = "correct horse";
    return journey;
  },
};

for (const [screen, way] of Object.entries(ways)) {
  test(`${screen}: an offer comes in front, and turned down leads back to everything as it was typed`, async () => {
    const journey = await way();
    assert.equal(journey.screen, screen);
    const before = state(journey);
    await arrives(journey, offered);
    assert.equal(journey.arrival.offer, other);
    assert.deepEqual(state(journey), before);
    const html = shown(journey);
    assert.match(html, new RegExp(`data-screen="${screen}"`));
    assert.match(html, /data-screen="arrived-offer"/);
    await journey.arrival.decline();
    assert.equal(called("decline_offer"), 1);
    assert.equal(called("accept_connection"), 0);
    assert.equal(called("abandon_sign_in"), 0);
    assert.equal(journey.arrival.offer, null);
    assert.deepEqual(state(journey), before);
  });

  test(`${screen}: an offer that is taken begins anew with it, and nothing typed is left`, async () => {
    const journey = await way();
    await arrives(journey, offered);
    await journey.arrival.accept();
    assert.deepEqual([journey.screen, journey.connection, journey.arrival.offer, journey.pending], ["who", other, null, null]);
    const { username, code, password, signUpCode, setupCode, signIn } = journey;
    assert.equal(username + code + password + signUpCode + setupCode + signIn.password + signIn.own, "");
    assert.equal(called("abandon_sign_in"), screen === "own-password" ? 1 : 0);
  });

  test(`${screen}: a refusal is said above it, and nothing else changes`, async () => {
    const journey = await way();
    const before = state(journey);
    await arrives(journey, refusal("managed-by-organisation"));
    assert.deepEqual(state(journey), before);
    const html = shown(journey);
    assert.match(html, new RegExp(`data-screen="${screen}"`));
    assert.match(html, /data-arrived-refused[^]*data-failure="managed-by-organisation"/);
    assert.doesNotMatch(html, /data-screen="arrived-offer"/);
    journey.arrival.read();
    assert.doesNotMatch(shown(journey), /data-arrived-refused/);
  });
}

test("it is said what ends by taking it: the connection, the practice, the sign-in", async () => {
  const ends = async (journey) => {
    await arrives(journey, offered);
    return [...shown(journey).matchAll(/data-ends="([\w-]+)"/g)].map(([, what]) => what);
  };
  assert.deepEqual(await ends(await ways.start()), []);
  assert.deepEqual(await ends(await ways.who()), ["connection"]);
  assert.deepEqual(await ends(await ways["own-password"]()), ["connection", "sign-in"]);
  assert.deepEqual(await ends(begun(rust, { connection: { ...connection, practice: "northwind" } })), ["practice"]);
});

test("a call under way comes to its end first, and its answer is not lost", async () => {
  let answer;
  const journey = begun({ ...rust, forgot_password: () => new Promise((resolve) => (answer = resolve)) });
  journey.username = "jane@example.com";
  const sending = journey.sendCode();
  await arrives(journey, offered);
  assert.equal(journey.arrival.offer, null);
  assert.equal(called("arrived_offer"), 0);
  answer(delivery);
  await sending;
  await settled();
  assert.equal(journey.screen, "code");
  assert.equal(journey.arrival.offer, other);
});

test("a call that begins while the offer is being asked for comes to its end first too", async () => {
  let answer, hand;
  const journey = begun({
    ...rust,
    arrived_offer: () => new Promise((resolve) => (hand = resolve)),
    forgot_password: () => new Promise((resolve) => (answer = resolve)),
  });
  const coming = journey.arrival.came();
  journey.username = "jane@example.com";
  const sending = journey.sendCode();
  hand(offered);
  await coming;
  assert.equal(journey.arrival.offer, null);
  answer(delivery);
  await sending;
  await settled();
  assert.equal(journey.arrival.offer, other);
  assert.equal(called("arrived_offer"), 1);
});

test("what is pressed belongs to what is read: a second offer waits for the first to be decided", async () => {
  const journey = await ways.who();
  await arrives(journey, offered);
  const second = { ...other, name: "Second" };
  waiting = { connection: second, refused: null };
  nowAnswers({ ...rust, decline_offer: null });
  await journey.arrival.came();
  assert.equal(journey.arrival.offer, other);
  await journey.arrival.decline();
  assert.equal(journey.arrival.offer, second);
});

test("where it can't be taken that is said where it was pressed, and what is behind stays", async () => {
  const journey = await ways.stuck();
  const before = state(journey);
  await arrives(journey, offered);
  nowAnswers({ ...rust, accept_connection: failing("keychain-locked") });
  await journey.arrival.accept();
  assert.equal(journey.arrival.failure.code, "keychain-locked");
  assert.deepEqual([journey.arrival.offer, journey.pending], [other, null]);
  assert.deepEqual(state(journey), before);
  await journey.arrival.decline();
  assert.deepEqual(state(journey), before);
});

test("nothing is pressed twice while it is being taken", async () => {
  let answer;
  const journey = begun({ ...rust, accept_connection: () => new Promise((resolve) => (answer = resolve)) });
  await arrives(journey, offered);
  const taking = journey.arrival.accept();
  await journey.arrival.accept();
  await journey.arrival.decline();
  assert.deepEqual([called("accept_connection"), called("decline_offer"), journey.arrival.offer], [1, 0, other]);
  answer({ connection: other, notice: null });
  await taking;
  assert.equal(journey.connection, other);
});

test("one that the program was opened with is there from the start, and so is a refusal", () => {
  assert.equal(begun(rust, { arrived: offered }).arrival.offer, other);
  const refused = begun(rust, { connection: null, arrived: refusal("link-malformed") });
  assert.equal(refused.arrival.refused.code, "link-malformed");
  assert.match(shown(refused), /data-screen="start"[^]*/);
});

test("nothing waits, or Rust can't say: nothing changes", async () => {
  const journey = await ways.who();
  const before = state(journey);
  await journey.arrival.came();
  nowAnswers({ arrived_offer: failing("unknown") });
  await journey.arrival.came();
  assert.deepEqual([state(journey), journey.arrival.offer, journey.arrival.refused], [before, null, null]);
});
