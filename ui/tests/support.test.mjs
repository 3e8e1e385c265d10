/** The support window: what it does with what each check answers, over a Rust that the test plays. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { desk, failure, later, page, settled } from "./page.mjs";

const { SelfCheck, checks, Report } = await page("src/support/selfCheck.svelte.ts", "src/support/report/report.svelte.ts");

const house = { managed: true, organisation: "Northwind", logo: null, accent: null, helpDesk: null, windows: "both", connections: "locked" };
const refusal = { source: "/etc/readmit/policy.json", problems: [{ key: "lockMinutes", kind: "wrong-value", expected: "1 to 240" }] };
const start = (policy = null) => ({ house, language: "en", version: "1.0.0", policy });
const result = (check, state = "passed") => ({ check, state, code: `${check}-fine`, facts: {}, problems: [] });
const states = (check) => Object.fromEntries(check.rows.map((row) => [row.check, row.state]));

/** A self-check over these answers, before anything is asked. */
function begun(answers) {
  desk.calls = [];
  desk.answers = { support_start: start(), run_check: ({ check }) => result(check), ...answers };
  return new SelfCheck();
}

async function whole(answers) {
  const check = begun(answers);
  await check.open();
  await check.run();
  return check;
}

test("nine checks run one after the other, none before the one above it has ended", async () => {
  const held = new Map();
  const check = begun({ run_check: ({ check: name }) => held.set(name, later()).get(name).promise });
  await check.open();
  const running = check.run();
  assert.equal(checks.length, 9);
  for (const [at, name] of checks.entries()) {
    assert.deepEqual([...held.keys()], checks.slice(0, at + 1));
    assert.equal(states(check)[name], "running");
    assert.deepEqual(check.summary, { kind: "running", count: at + 1 });
    held.get(name).resolve(result(name));
    await settled();
  }
  await running;
  assert.deepEqual(check.summary, { kind: "fine", count: 0 });
});

test("what fails counts, what is only good to know doesn't while anything fails, and what was left out is no trouble", async () => {
  const some = { keychain: "noted", proxy: "failed", clock: "skipped", pool: "skipped" };
  const answered = (given) => ({ run_check: ({ check }) => result(check, given[check] ?? "passed") });
  assert.deepEqual((await whole(answered(some))).summary, { kind: "failed", count: 1 });
  assert.deepEqual((await whole(answered({ ...some, proxy: "noted" }))).summary, { kind: "noted", count: 2 });
  assert.deepEqual((await whole(answered({ pool: "skipped" }))).summary, { kind: "fine", count: 0 });
});

test("a check that can't be done needs attention, and those after it are done all the same", async () => {
  const check = await whole({ run_check: ({ check: name }) => (name === "clock" ? Promise.reject(failure("unknown")) : result(name)) });
  assert.equal(states(check).clock, "broken");
  assert.equal(states(check).pool, "passed");
  assert.deepEqual(check.summary, { kind: "failed", count: 1 });
});

test("where the window's own start can't be asked, the checks run all the same", async () => {
  const check = await whole({ support_start: () => Promise.reject(failure("unknown")) });
  assert.ok(check.opened);
  assert.equal(check.start, null);
  assert.deepEqual(check.summary, { kind: "fine", count: 0 });
});

test("checking again forgets what was found, and can't be begun while it runs", async () => {
  const check = await whole({ run_check: ({ check: name }) => result(name, "failed") });
  assert.equal(check.summary.count, 9);
  const held = later();
  desk.answers.run_check = ({ check: name }) => held.promise.then(() => result(name));
  const again = check.again();
  await settled();
  assert.equal(states(check).pool, "waiting");
  desk.calls = [];
  await check.again();
  await check.run();
  assert.deepEqual(desk.calls, []);
  held.resolve();
  await again;
  assert.deepEqual(check.summary, { kind: "fine", count: 0 });
});

test("a refused policy is said by itself and not among the checks", async () => {
  const failing = ({ check: name }) => result(name, name === "policy" ? "failed" : "passed");
  const check = await whole({ support_start: start(refusal), run_check: failing });
  assert.deepEqual(check.refused, refusal);
  assert.equal(check.shown.length, 8);
  assert.deepEqual(check.summary, { kind: "fine", count: 0 });
  assert.equal(check.mended, false);
});

test("a policy that was put right meanwhile is no longer refused, and that is said; refused again, it isn't", async () => {
  const check = await whole({ support_start: start(refusal) });
  desk.answers.support_start = start();
  await check.again();
  assert.deepEqual([check.refused, check.mended], [null, true]);
  await check.again();
  assert.equal(check.mended, true);
  desk.answers.support_start = start(refusal);
  await check.again();
  assert.deepEqual([check.refused, check.mended], [refusal, false]);
});

test("a start that can't be asked once more takes nothing back: a refused policy stays refused", async () => {
  const check = await whole({ support_start: start(refusal) });
  desk.answers.support_start = () => Promise.reject(failure("unknown"));
  await check.again();
  assert.deepEqual([check.refused, check.mended], [refusal, false]);
});

test("the report is shown before it can be saved, and saved under the title of the dialog", async () => {
  let title = null;
  desk.answers = { preview_report: "Readmit 1.0.0\n", save_report: (args) => ((title = args.title), true) };
  const report = new Report();
  assert.equal(report.text, null);
  await report.preview();
  assert.equal(report.text, "Readmit 1.0.0\n");
  await report.save("Save it");
  assert.deepEqual([title, report.done, report.failure], ["Save it", "saved", null]);
});

test("whoever closes the dialog is told nothing, neither that it was saved nor that it failed", async () => {
  desk.answers = { preview_report: "text", save_report: false };
  const report = new Report();
  await report.preview();
  await report.save("");
  assert.deepEqual([report.done, report.failure, report.pending], [null, null, null]);
});

test("a report that can't be saved says why, still stands there, and the next try begins afresh", async () => {
  desk.answers = { preview_report: "text", save_report: () => Promise.reject(failure("export-unwritable")), copy_report: null };
  const report = new Report();
  await report.preview();
  await report.save("");
  assert.deepEqual([report.failure.code, report.done, report.text], ["export-unwritable", null, "text"]);
  await report.copy();
  assert.deepEqual([report.failure, report.done], [null, "copied"]);
});

test("a second press while one is under way does nothing", async () => {
  const held = later();
  desk.calls = [];
  desk.answers = { preview_report: "text", save_report: () => held.promise };
  const report = new Report();
  await report.preview();
  const saving = report.save("");
  await report.save("");
  await report.copy();
  assert.deepEqual(desk.calls, ["preview_report", "save_report"]);
  held.resolve(true);
  await saving;
  assert.equal(report.done, "saved");
});
