import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { desk as rust, failure, later, page, settled } from "./page.mjs";

const { CommandFailed, DeskState, Attempt, OpeningAccess, Connecting, ActInHand, TheRecord } = await page(
  "src/backend/index.ts",
  "src/desk/desk.svelte.ts",
  "src/desk/attempt.svelte.ts",
  "src/desk/access/openingAccess.ts",
  "src/desk/connect/connecting.svelte.ts",
  "src/desk/acts/inHand.svelte.ts",
  "src/desk/record/record.svelte.ts",
);

const access = { way: "keys", label: "MPLE", region: "eu-central-1", role: null, kept: true, notice: null, caller: { name: "Ana", account: "123456789012", accountName: null, arn: "arn:aws:iam::123456789012:user/Ana" } };
const connection = (id) => ({ id, name: id, organisation: null, region: "eu-central-1", poolId: `eu-central-1_${id}`, clientId: null, clientName: null, secretConfigured: false, colour: "blue", production: false, endpoint: null, practice: false, managed: false });
const settings = { mode: "full", permanentPasswords: true, reason: "optional", checklist: ["Asked for the birthday"], recordDays: null, lockMinutes: 15 };
const house = { managed: false, organisation: null, logo: null, accent: null, helpDesk: null, windows: "both", connections: "free" };
const start = (part) => ({
  access, accessTrouble: null, connections: [connection("a"), connection("b")], current: "a", settings, locked: false, endpoint: null,
  house, managedSettings: [], tryPassword: true, ...part,
});

/** A desk that begins like this. */
async function begun(part = {}) {
  rust.answers.desk_start = () => start(part);
  const desk = new DeskState();
  await desk.open();
  return desk;
}

/** A call that rejects as a command does. */
const refused = (code) => () => Promise.reject(failure(code));

/** The same, as the modules see it. */
const commandFailed = (code) => new CommandFailed(failure(code));

beforeEach(() => {
  rust.answers = {};
  rust.calls = [];
});

test("the lock comes in front of a way in that is open, which is there again after it", async () => {
  const desk = await begun();
  desk.setup = "connect";
  await desk.lock();
  assert.ok(desk.frontShown && desk.locked);
  assert.equal(desk.setup, "connect");
  desk.confirmed(access);
  assert.deepEqual([desk.front, desk.setup], [null, "connect"]);
});

test("the lock comes in front of the very first way in too, and that isn't made anew", async () => {
  const desk = await begun({ connections: [], current: null });
  assert.deepEqual([desk.setup, desk.setupAhead], ["connect", false]);
  await desk.lock();
  assert.ok(desk.frontShown);
  assert.equal(desk.setupAhead, false);
  desk.confirmed(access);
  assert.deepEqual([desk.setup, desk.setupAhead], ["connect", false]);
});

test("another way in that is opened from the lock is shown, and leads back to the lock or in", async () => {
  const desk = await begun();
  await desk.lock();
  desk.signInAnotherWay();
  assert.deepEqual([desk.frontShown, desk.setupAhead, desk.setup], [false, true, "welcome"]);
  desk.behindSetup();
  assert.ok(desk.frontShown);
  desk.signInAnotherWay();
  desk.cameIn(access);
  assert.deepEqual([desk.front, desk.setup], [null, null]);
});

test("whoever gives up on the sheet after looking at another way in is back on the way to a pool", async () => {
  const desk = await begun({ connections: [], current: null });
  rust.answers.list_regions = refused("access-expired");
  const beginning = new Connecting(desk).begin();
  await settled();
  desk.signInAnotherWay();
  desk.behindSetup();
  assert.ok(desk.frontShown);
  desk.giveUp();
  await beginning;
  assert.deepEqual([desk.front, desk.setup], [null, "connect"]);
});

test("a sign-in that was begun before the lock doesn't open the lock", async () => {
  const desk = await begun();
  desk.setup = "access-keys";
  await desk.lock();
  desk.cameIn(access);
  assert.ok(desk.locked && desk.frontShown);
});

test("an access that runs out on the way to a pool is said at once", async () => {
  const desk = await begun({ connections: [], current: null });
  rust.answers.list_regions = refused("access-expired");
  const connecting = new Connecting(desk);
  const beginning = connecting.begin();
  await settled();
  assert.ok(desk.frontShown);
  desk.giveUp();
  await beginning;
  assert.equal(connecting.looking.failure.code, "access-expired");
});

test("a prompt for a code gives way to the lock, which may need one itself", async () => {
  const desk = await begun();
  const attempt = new OpeningAccess(desk);
  const opening = attempt.open((code) => (code === null ? Promise.reject(commandFailed("factor-code-needed")) : access));
  await settled();
  assert.ok(desk.factor.asked);
  await desk.lock();
  assert.equal(desk.factor.asked, false);
  assert.equal(await opening, null);
});

test("where there is an access but no connection, the ways in lead on", async () => {
  const desk = await begun({ connections: [], current: null });
  desk.behindSetup();
  assert.equal(desk.setup, "welcome");
  assert.equal(desk.behindSetup, null);
  desk.goOn();
  assert.equal(desk.setup, "connect");
});

test("when the connection at work is removed, the desk goes on where Rust turned to", async () => {
  const desk = await begun();
  desk.disconnected("a", "b");
  assert.deepEqual([desk.connection.id, desk.setup], ["b", null]);
  desk.disconnected("b", null);
  assert.deepEqual([desk.connection, desk.setup], [null, "connect"]);
});

test("a try that is stopped says so and can be tried again; its late answer counts for nothing", async () => {
  const attempt = new Attempt();
  const answer = later();
  const running = attempt.run(() => answer.promise);
  attempt.stop();
  assert.deepEqual([attempt.busy, attempt.failure.code], [false, "stopped-waiting"]);
  answer.resolve();
  assert.equal(await running, false);
  assert.ok(await attempt.run(async () => undefined));
  assert.equal(attempt.failure, null);
  attempt.stop();
  assert.equal(attempt.failure, null, "there was nothing to stop");
});

test("a sign-in that is left is stopped at AWS, and its late answer opens nothing", async () => {
  const desk = await begun();
  const answer = later();
  const attempt = new OpeningAccess(desk);
  const opening = attempt.open(() => answer.promise);
  attempt.leave();
  assert.equal(rust.calls.at(-1), "stop_desk");
  answer.resolve(access);
  assert.equal(await opening, null);
});

test("leaving once the access is open stops nothing of what comes next", async () => {
  const desk = await begun();
  const attempt = new OpeningAccess(desk);
  assert.equal(await attempt.open(async () => access), access);
  attempt.leave();
  assert.ok(!rust.calls.includes("stop_desk"));
});

test("giving up while a code is on its way stops it at AWS", async () => {
  const desk = await begun();
  const answer = later();
  const asked = desk.factor.with((code) => (code === null ? Promise.reject(commandFailed("factor-code-needed")) : answer.promise));
  asked.catch(() => undefined);
  await settled();
  desk.factor.code = "123456";
  void desk.factor.send();
  desk.factor.giveUp();
  assert.equal(rust.calls.at(-1), "stop_desk");
  await assert.rejects(asked);
});

test("Enter in the filter goes on with the only pool, and looks everywhere where there is none", async () => {
  const desk = await begun();
  const pool = { region: "eu-central-1", id: "eu-central-1_one", name: "One" };
  rust.answers = { list_regions: { all: ["eu-central-1"], guess: null }, find_pools: refused("no-pools-here"), find_pools_everywhere: [pool], list_app_clients: [] };
  const connecting = new Connecting(desk);
  await connecting.begin();
  assert.equal(connecting.looking.failure.code, "no-pools-here");
  await connecting.enter();
  assert.ok(!rust.calls.includes("find_pools_everywhere"), "nothing was typed");
  connecting.filter = "one";
  await connecting.enter();
  assert.deepEqual([connecting.everywhere, connecting.shown], ["one", [pool]]);
  await connecting.enter();
  assert.equal(connecting.pool.id, pool.id);
});

test("trying again once the Regions could not be read reads them", async () => {
  const desk = await begun();
  rust.answers.list_regions = refused("offline");
  const connecting = new Connecting(desk);
  await connecting.begin();
  rust.answers.list_regions = { all: ["eu-central-1"], guess: null };
  rust.answers.find_pools = [];
  await connecting.again();
  assert.deepEqual(connecting.regions, ["eu-central-1"]);
});

test("a connection without a name isn't kept, and says why until something is typed", async () => {
  const connecting = new Connecting(await begun());
  connecting.pool = { region: "eu-central-1", id: "eu-central-1_one", name: "One" };
  connecting.name = "  ";
  await connecting.keep();
  assert.ok(connecting.nameless);
  assert.ok(!rust.calls.includes("keep_desk_connection"));
  connecting.touched();
  assert.equal(connecting.nameless, false);
});

const user = { username: "diego", email: null, phone: null, status: "confirmed", enabled: true, modifiedAt: 1 };
const card = (modifiedAt) => ({ user: { ...user, modifiedAt }, diagnosis: { finding: { kind: "nothing-wrong", channel: "email" }, also: [] } });
const done = (part) => ({ act: "set-permanent-password", outcome: "refused", failure: null, card: card(2), changes: [], temporaryPassword: null, entry: 7, recorded: true, requestId: null, ...part });

/** An act that is filled in. */
function inHand(act = "set-permanent-password") {
  const made = new ActInHand((call) => call, { seen() {}, overtaken() {}, lookAgain() {}, gone() {} });
  made.begin(card(1), { act, effects: [], certainty: "certain" }, settings);
  made.ticked = [true];
  made.reason = "Ticket 7";
  made.password = "Old-password-1";
  return made;
}

test("a password that AWS refuses is refused at its field, with everything else as it was filled in", async () => {
  const act = inHand();
  rust.answers.perform_act = done({ failure: failure("password-reused") });
  await act.confirm(settings);
  assert.equal(act.at("permanent-password").code, "password-reused");
  assert.deepEqual([act.done, act.password, act.reason, act.ticked, act.pending], [null, "Old-password-1", "Ticket 7", [true], false]);
  assert.equal(act.card.user.modifiedAt, 2, "the next try is for the user as they are now");
});

test("what belongs to no field of the question is told afterwards, and the password is gone", async () => {
  for (const [kind, part] of [["set-permanent-password", { failure: failure("mail-limit") }], ["send-reset-code", { failure: failure("password-reused") }], ["set-permanent-password", { outcome: "done" }]]) {
    const act = inHand(kind);
    rust.answers.perform_act = done(part);
    await act.confirm(settings);
    assert.notEqual(act.done, null, kind);
    assert.equal(act.password, "");
  }
});

test("a reason is as long as what is sent of it", async () => {
  const act = inHand();
  rust.answers.perform_act = done({ outcome: "done" });
  act.reason = `  ${"x".repeat(501)}  `;
  await act.confirm(settings);
  assert.equal(act.at("reason").code, "reason-too-long");
  act.reason = ` \n${"x".repeat(500)}${" ".repeat(300)}`;
  await act.confirm(settings);
  assert.equal(act.failure, null);
  assert.equal(rust.calls.filter((name) => name === "perform_act").length, 1);
});

test("too much to look for in the record is said at the search, also when it is to be saved", async () => {
  const record = new TheRecord((call) => call);
  rust.answers.search_record = rust.answers.export_record = refused("search-too-long");
  await record.look();
  assert.ok(record.tooLong);
  record.typed();
  assert.equal(record.tooLong, false);
  record.leave();
  await record.save("csv", "Save");
  assert.ok(record.tooLong);
  assert.equal(record.trouble, null);
});
