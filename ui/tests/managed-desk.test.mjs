import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { desk as rust, failure, later, page, settled } from "./page.mjs";
import { union } from "./sources.mjs";

const { DeskState, render, Desk, onHouseChanged, onOfferArrived } = await page(
  "src/desk/desk.svelte.ts",
  "src/backend/events.ts",
  "src/desk/Desk.svelte",
);

const access = { way: "keys", label: "MPLE", region: "eu-central-1", role: null, kept: true, notice: null, caller: { name: "Ana", account: "123456789012", accountName: null, arn: "arn:aws:iam::123456789012:user/Ana" } };
const connection = (id, part = {}) => ({ id, name: id, organisation: null, region: "eu-central-1", poolId: `eu-central-1_${id}`, clientId: null, clientName: null, secretConfigured: false, colour: "blue", production: false, endpoint: null, practice: false, managed: false, ...part });
const settings = { mode: "full", permanentPasswords: true, reason: "optional", checklist: ["Asked for the birthday"], recordDays: null, lockMinutes: 15 };
const house = { managed: true, organisation: "Contoso", logo: null, accent: null, helpDesk: null, windows: "both", connections: "free" };
const start = (part) => ({
  access, accessTrouble: null, connections: [connection("a", { managed: true }), connection("b")], current: "a", settings, locked: false,
  endpoint: null, house, managedSettings: [], tryPassword: true, ...part,
});
const all = union("src/backend/generated/ManagedSetting.ts", "ManagedSetting");

async function begun(part = {}) {
  rust.answers.desk_start = () => start(part);
  const desk = new DeskState();
  await desk.open();
  return desk;
}

/** A room as it stands, as HTML. */
function room(desk, view = "settings") {
  desk.view = view;
  return render(Desk, { props: { desk } }).body;
}
const acts = (html) => [...html.matchAll(/data-act="([\w-]+)"/g)].map(([, act]) => act);
/** Whether the control with this id, or the group that it is in, is switched off. */
function off(html, id) {
  const tag = new RegExp(`<(?:input|select)[^>]*\\bid="${id}"[^>]*>`).exec(html);
  if (!tag) return null;
  const group = html.lastIndexOf("<fieldset", tag.index);
  const inGroup = group > html.lastIndexOf("</fieldset", tag.index) ? /^<fieldset[^>]*>/.exec(html.slice(group))[0] : "";
  return / disabled/.test(tag[0]) || / disabled/.test(inGroup);
}
const controls = { mode: "mode-full", "permanent-passwords": "permanent-passwords", reason: "reason-rule-mandatory", "record-days": "record-days", "lock-minutes": "lock-minutes" };
const parts = {
  mode: { mode: "help-desk" }, "permanent-passwords": { permanentPasswords: false }, reason: { reason: "mandatory" },
  checklist: { checklist: [] }, "record-days": { recordDays: 90 }, "lock-minutes": { lockMinutes: 60 },
};

beforeEach(() => {
  rust.answers = {};
  rust.calls = [];
});

for (const setting of all) {
  test(`${setting}: managed, it is shown, can't be changed, and says so; the others can`, async () => {
    const desk = await begun({ managedSettings: [setting], connections: [connection("a")] });
    const html = room(desk);
    for (const [other, id] of Object.entries(controls)) assert.equal(off(html, id), other === setting, other);
    assert.equal(acts(html).includes("checklist-add"), setting !== "checklist");
    assert.equal(acts(html).includes("checklist-remove"), setting !== "checklist");
    assert.match(html, /Asked for the birthday/);
    assert.equal([...html.matchAll(/data-managed/g)].length, 1);

    rust.answers.change_desk_settings = ({ settings }) => settings;
    await assert.rejects(desk.change(parts[setting]), (thrown) => thrown.failure.code === "managed-by-organisation");
    assert.ok(!rust.calls.includes("change_desk_settings"));
    assert.equal(desk.settings, settings);
    for (const other of all.filter((each) => each !== setting)) await desk.change(parts[other]);
    assert.equal(rust.calls.filter((name) => name === "change_desk_settings").length, all.length - 1);
  });
}

test("what IT set up can't be removed; what was added can", async () => {
  const html = room(await begun());
  const line = (id) => new RegExp(`<li[^>]*data-connection="${id}"[^]*?</li>`).exec(html)[0];
  assert.match(line("a"), /data-managed/);
  assert.doesNotMatch(line("a"), /remove-connection/);
  assert.match(line("b"), /remove-connection/);
  assert.ok(acts(html).includes("connect-another"));
});

test("locked, no pool can be added, and the choice is among those that there are", async () => {
  const locked = { ...house, connections: "locked" };
  const html = room(await begun({ house: locked }));
  assert.ok(!acts(html).includes("connect-another"));
  assert.match(html, /data-connections-locked/);
  const none = await begun({ house: locked, current: null });
  assert.equal(none.setup, "connect");
  const screen = render(Desk, { props: { desk: none } }).body;
  assert.match(screen, /data-screen="connect-managed"/);
  assert.equal(acts(screen).filter((act) => act === "choose-connection").length, 2);
});

test("a desk on a computer without a recovery window shows no way to one", async () => {
  for (const [windows, there] of [["both", true], ["desk", false]]) {
    const desk = await begun({ house: { ...house, windows }, access: null });
    assert.equal(acts(render(Desk, { props: { desk } }).body).includes("open-recovery"), there, windows);
  }
});

test("the bar says whose computer it is, if somebody says", async () => {
  assert.match(room(await begun(), "users"), /data-house[^]*Contoso/);
  assert.doesNotMatch(room(await begun({ house: { ...house, organisation: null } }), "users"), /data-house/);
});

test("a new decision holds at once; where one is, what is typed and the time without use stay", async () => {
  const desk = await begun();
  desk.view = "record";
  desk.setup = "access-keys";
  const { connection: same } = desk;
  rust.answers.desk_start = () => start({ house: { ...house, organisation: "Fabrikam" }, managedSettings: ["mode"], tryPassword: false, settings: { ...settings, mode: "help-desk" } });
  await desk.decideAnew();
  assert.deepEqual([desk.view, desk.setup, desk.current, desk.house.organisation, desk.tryPassword, desk.settings.mode], ["record", "access-keys", "a", "Fabrikam", false, "help-desk"]);
  assert.deepEqual(desk.connection, same);
  assert.ok(desk.manages("mode") && !desk.manages("reason"));
});

test("a connection that IT took away is worked with no longer; another one at work stays", async () => {
  const desk = await begun();
  rust.answers.desk_start = () => start({ connections: [connection("b")], current: "b" });
  await desk.decideAnew();
  assert.deepEqual([desk.current, desk.setup], ["b", null]);
  rust.answers.desk_start = () => start({ connections: [], current: null });
  await desk.decideAnew();
  assert.deepEqual([desk.connection, desk.setup], [null, "connect"]);
});

test("a lock that Rust has put on meanwhile holds here too, and one that is here stays", async () => {
  const desk = await begun();
  rust.answers.desk_start = () => start({ locked: true });
  await desk.decideAnew();
  assert.ok(desk.locked);
  rust.answers.desk_start = () => start({ locked: false });
  await desk.decideAnew();
  assert.ok(desk.locked);
});

test("where Rust can't say, or practice began meanwhile, nothing changes", async () => {
  const desk = await begun();
  rust.answers.desk_start = () => Promise.reject(failure("unknown"));
  await desk.decideAnew();
  assert.equal(desk.house.organisation, "Contoso");
  const answer = later();
  rust.answers.desk_start = () => answer.promise;
  const deciding = desk.decideAnew();
  desk.take(start({ access: { ...access, way: "practice" }, connections: [connection("p", { practice: true })], current: "p" }));
  answer.resolve(start({ house: { ...house, organisation: "Late" } }));
  await deciding;
  assert.deepEqual([desk.current, desk.house.organisation], ["p", "Contoso"]);
});

test("the pages hear both events by Tauri's own names, and do without where they may not", async () => {
  const heard = [];
  const handlers = new Map();
  Object.assign(window.__TAURI_INTERNALS__, {
    transformCallback: (handler) => (handlers.set(handlers.size + 1, handler), handlers.size),
  });
  const listening = [];
  rust.answers["plugin:event|listen"] = (args) => (listening.push(args), 1);
  onHouseChanged(() => heard.push("house"));
  onOfferArrived(() => heard.push("offer"));
  await settled();
  assert.deepEqual(listening.map(({ event }) => event), ["house-changed", "offer-arrived"]);
  for (const { handler } of listening) handlers.get(handler)({ payload: null });
  assert.deepEqual(heard, ["house", "offer"]);
  rust.answers["plugin:event|listen"] = () => Promise.reject("not allowed");
  onHouseChanged(() => heard.push("never"));
  await settled();
  assert.deepEqual(heard, ["house", "offer"]);
});
