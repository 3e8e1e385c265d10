import assert from "node:assert/strict";
import { after, test } from "node:test";
import { begun, calls, close, connection, failing, house, nowAnswers, shown } from "./window.mjs";

if (!globalThis.navigator) Object.defineProperty(globalThis, "navigator", { value: { languages: ["en-US"] } });
after(close);

const called = (name) => calls.filter(([each]) => each === name).map(([, args]) => args);
const acts = (html) => [...html.matchAll(/data-act="([\w-]+)"/g)].map(([, act]) => act);
const screen = (html) => /data-screen="([\w-]+)"/.exec(html)[1];
const choices = ["Payroll", "Shop", "Travel"].map((name) => ({ ...connection, name, userPoolId: `eu-central-1_${name}` }));
const of = (part) => ({ ...house, managed: true, organisation: "Contoso", ...part });
const locked = of({ connections: "locked" });
const offered = of({ connections: "offered" });
const choosing = { choose_connection: ({ index }) => ({ connection: choices[index], notice: null }) };

test("where nobody manages the computer, nothing of it is said", () => {
  for (const start of [{}, { connection: null }]) {
    const html = shown(begun({}, start));
    assert.doesNotMatch(html, /data-managed/);
    assert.ok(!acts(html).includes("choose-connection"));
  }
  const html = shown(begun({}, { connection: null }));
  for (const act of ["open-file", "paste-code", "practice", "help-desk"]) assert.ok(acts(html).includes(act), act);
});

test("offered: what IT set up comes first, and a connection of one's own can still be had", async () => {
  const journey = begun(choosing, { connection: null, house: offered, choices });
  const html = shown(journey);
  assert.equal(screen(html), "start");
  assert.deepEqual(acts(html).filter((act) => act !== "language" && act !== "open-support"), [
    "choose-connection", "choose-connection", "choose-connection", "open-file", "paste-code", "practice", "help-desk",
  ]);
  assert.doesNotMatch(html, /data-managed/);
  await journey.policy.choose(1);
  assert.deepEqual(called("choose_connection"), [{ index: 1 }]);
  assert.deepEqual([journey.screen, journey.connection.name], ["who", "Shop"]);
  journey.visitLeave();
  assert.equal(journey.screen, "leave");
  assert.match(shown(journey), /leave-text-offered/);
});

test("locked with one: one begins with it, and where another would be it says who decides", () => {
  const journey = begun({}, { house: locked, choices: choices.slice(0, 1) });
  const html = shown(journey);
  assert.equal(screen(html), "who");
  assert.ok(!acts(html).includes("leave"));
  assert.match(html, /frame-foot[^]*data-managed/);
});

test("locked with several: one chooses, and can come back to choose another with everything as it was typed", async () => {
  const journey = begun(choosing, { connection: null, house: locked, choices });
  const first = shown(journey);
  assert.equal(screen(first), "choose-connection");
  assert.deepEqual(acts(first).filter((act) => act === "choose-connection").length, 3);
  for (const act of ["open-file", "paste-code"]) assert.ok(!acts(first).includes(act), act);
  assert.ok(acts(first).includes("practice"));
  assert.match(first, /data-managed/);
  assert.equal(journey.behind, null);

  await journey.policy.choose(2);
  assert.equal(journey.connection.name, "Travel");
  journey.username = "jane@example.com";
  assert.ok(acts(shown(journey)).includes("leave"));
  journey.visitLeave();
  assert.equal(journey.screen, "choose-connection");
  // The one at work is no change, and neither is going back.
  await journey.policy.choose(2);
  assert.deepEqual([journey.screen, journey.username, called("choose_connection").length], ["who", "jane@example.com", 1]);
  journey.visitLeave();
  journey.back();
  assert.deepEqual([journey.screen, journey.username], ["who", "jane@example.com"]);
  journey.visitLeave();
  await journey.policy.choose(0);
  assert.deepEqual([journey.screen, journey.connection.name, journey.username], ["who", "Payroll", ""]);
  assert.equal(called("leave_connection").length, 0);
});

test("a choice that can't be used now is said where it was pressed, and the others are still there", async () => {
  const journey = begun({ choose_connection: failing("keychain-locked") }, { connection: null, house: locked, choices });
  await journey.policy.choose(0);
  assert.deepEqual([journey.screen, journey.at("banner").failure.code], ["choose-connection", "keychain-locked"]);
  nowAnswers(choosing);
  await journey.policy.choose(1);
  assert.deepEqual([journey.screen, journey.connection.name, journey.trouble], ["who", "Shop", null]);
});

test("locked with none: it says whom to ask, and practising harms nobody", () => {
  const html = shown(begun({}, { connection: null, house: locked, choices: [] }));
  assert.equal(screen(html), "start");
  assert.match(html, /start-intro-locked/);
  assert.match(html, /data-managed/);
  for (const act of ["open-file", "paste-code", "choose-connection"]) assert.ok(!acts(html).includes(act), act);
  assert.ok(acts(html).includes("practice"));
});

test("practice ends where one began: with the only connection, or with the choice", async () => {
  const practising = { ...connection, practice: "northwind" };
  const answers = { ...choosing, leave_connection: null };
  const one = begun(answers, { connection: practising, house: locked, choices: choices.slice(0, 1) });
  assert.ok(acts(shown(one)).includes("leave"));
  one.visitLeave();
  assert.equal(one.screen, "leave");
  await one.leave();
  assert.deepEqual([one.screen, one.connection.name], ["who", "Payroll"]);
  const several = begun(answers, { connection: practising, house: locked, choices });
  await several.leave();
  assert.deepEqual([several.screen, several.connection], ["choose-connection", null]);
});

test("whoever has no help desk's window is shown no way to it", () => {
  for (const [windows, there] of [["both", true], ["recovery", false], ["desk", true]]) {
    for (const start of [{ house: of({ windows }) }, { house: of({ windows, connections: "locked" }), choices }]) {
      assert.equal(acts(shown(begun({}, { connection: null, ...start }))).includes("help-desk"), there, windows);
    }
  }
});

test("the help desk of the house comes in place of the connection's, on every screen", () => {
  const desk = (phone) => ({ phone, email: null, link: null, hours: null });
  const own = { ...connection, helpDesk: desk("111") };
  const journey = begun({}, { connection: own, house: of({ helpDesk: desk("222") }) });
  for (const name of ["who", "code", "sign-up", "sign-in", "done", "leave"]) {
    journey.go(name);
    const html = shown(journey);
    assert.match(html, /222/, name);
    assert.doesNotMatch(html, /111/, name);
  }
  assert.match(shown(begun({}, { connection: own, house: of({}) })), /111/);
});

test("the logo says whose it is, and a practised one isn't the house's", () => {
  const logo = "data:image/png;base64,AAAA";
  const html = shown(begun({}, { house: of({ logo }) }));
  assert.match(html, /<img[^>]*src="data:image\/png;base64,AAAA"[^>]*alt="Contoso"/);
  assert.doesNotMatch(shown(begun({}, { house: of({ logo }), connection: { ...connection, practice: "northwind" } })), /<img/);
});

test("a new decision of IT holds at once, and nothing that is typed is lost", async () => {
  const journey = begun({ house: locked }, { house: offered, choices: choices.slice(0, 1), connection: choices[0] });
  journey.beginSignIn("temporary");
  journey.username = "jane@example.com";
  journey.signIn.password = "Temporary-1";
  assert.ok(acts(shown(journey)).includes("leave"));
  await journey.policy.decideAnew();
  const html = shown(journey);
  assert.equal(screen(html), "sign-in");
  assert.deepEqual([journey.username, journey.signIn.password], ["jane@example.com", "Temporary-1"]);
  assert.ok(!acts(html).includes("leave"));
  assert.match(html, /data-managed/);
  assert.equal(called("abandon_sign_in").length, 0);
});

test("locked while one is about to leave: there is nothing to confirm any more, and the way back is there", async () => {
  const journey = begun({ house: locked }, { house: offered, choices: choices.slice(0, 1), connection: choices[0] });
  journey.visitLeave();
  await journey.policy.decideAnew();
  const html = shown(journey);
  assert.equal(screen(html), "leave");
  assert.ok(!acts(html).includes("leave-confirm"));
  assert.match(html, /data-managed/);
  journey.back();
  assert.equal(journey.screen, "who");
});

test("where Rust can't say what is decided, the last decision stays", async () => {
  const journey = begun({ house: failing("unknown") }, { house: locked, choices });
  await journey.policy.decideAnew();
  assert.equal(journey.policy.house, locked);
});

test("what may be this computer's fault leads to its check; what isn't doesn't", async () => {
  const banner = async (code) => {
    const journey = begun({ forgot_password: failing(code) });
    journey.username = "jane@example.com";
    await journey.sendCode();
    return /<div class="banner[^]*?<\/div>/.exec(shown(journey))?.[0] ?? "";
  };
  for (const code of ["offline", "timed-out", "captive-portal", "tls-untrusted", "clock-wrong", "proxy-refused"]) {
    assert.match(await banner(code), /data-act="open-support"/, code);
  }
  for (const code of ["delivery-failed", "busy"]) assert.doesNotMatch(await banner(code), /open-support/, code);
});
