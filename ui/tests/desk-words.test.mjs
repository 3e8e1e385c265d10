import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import ts from "typescript";
import { languages, messages, ui, union } from "./sources.mjs";

const options = { compilerOptions: { target: "ES2022", module: "ESNext", verbatimModuleSyntax: true } };
const compiled = (path) => ts.transpileModule(readFileSync(join(ui, path), "utf8"), options).outputText;
const address = (text) => `data:text/javascript,${encodeURIComponent(text)}`;

// One table of words leans on the other.
const usersAt = address(compiled("src/desk/users/words.ts"));
const users = await import(usersAt);
const acts = await import(address(compiled("src/desk/acts/words.ts").replace('"../users/words"', JSON.stringify(usersAt))));

const all = new Map(languages.map((language) => [language, messages(language)]));
const generated = (name) => union(`src/backend/generated/${name}.ts`, name);
const text = (path) => readFileSync(join(ui, path), "utf8");

/** The kinds of an exported union of objects. Comments may hold anything but a closing brace and a semicolon at the end. */
function kinds(path, name) {
  const body = text(path).split(`export type ${name} =`)[1].split(/;\s*(?:\n\n|\n*$)/)[0];
  return [...new Set([...body.matchAll(/"?kind"?: "([^"]+)"/g)].map(([, kind]) => kind))];
}

/** What a message fills in. */
const filledIn = (pattern) => [...new Set([...JSON.stringify(pattern).matchAll(/"type":"var","name":"([^"]+)"/g)].map(([, name]) => name))];

function holds(said, why) {
  for (const [language, found] of all) {
    assert.ok(found.has(said.id), `${language}: ${said.id} (${why})`);
    for (const name of filledIn(found.get(said.id))) assert.ok(name in said.args, `${language}: ${said.id} fills in ${name} (${why})`);
  }
}

const about = { name: "Diego", email: "diego@example.com", phone: "+442079460018", list: (names) => names.join(" or ") };
const contacts = ["email", "phone"];
const factors = generated("SecondFactor");
const findings = [
  ...["switched-off", "reset-without-contact", "only-administrators-reset", "no-contact", "status-not-in-use"].map((kind) => ({ kind })),
  { kind: "signs-in-elsewhere", providers: [] },
  { kind: "signs-in-elsewhere", providers: ["Google", "Okta"] },
  { kind: "invitation-waiting", daysOld: null, lifeDays: 7 },
  { kind: "invitation-waiting", daysOld: 0, lifeDays: 1 },
  { kind: "invitation-probably-expired", daysOld: 9, lifeDays: 7 },
  ...[true, false].map((contactVerified) => ({ kind: "sign-up-unfinished", contactVerified })),
  ...contacts.flatMap((channel) => ["reset-waiting", "nothing-wrong"].map((kind) => ({ kind, channel }))),
  ...contacts.map((contact) => ({ kind: "contact-is-second-factor", contact })),
  ...[["email"], ["phone"], ["email", "phone"]].map((each) => ({ kind: "contact-not-verified", contacts: each })),
];

/** Every value that one kind can come with, from whatever its fields can be. */
const filled = (kind) =>
  contacts.flatMap((contact) => factors.map((factor) => ({ kind, contact, channel: contact, factor, days: 7, minutes: 60 })));

test("the samples of findings are all the findings there are", () => {
  assert.deepEqual([...new Set(findings.map(({ kind }) => kind))].sort(), kinds("src/backend/generated/Finding.ts", "Finding").sort());
});

test("every finding has its sentence, whatever it comes with", () => {
  for (const finding of findings) holds(users.from(users.findings, finding, about), JSON.stringify(finding));
  assert.deepEqual(Object.keys(users.tellings).sort(), Object.keys(users.findings).sort());
  for (const finding of findings) {
    const told = users.telling(finding, about);
    if (told) holds(told, `told of ${finding.kind}`);
  }
});

test("everything else to know has its sentence, also what would be found were the account on", () => {
  const named = kinds("src/backend/generated/Also.ts", "Also");
  assert.deepEqual(Object.keys(users.alsos).sort(), named.sort());
  for (const kind of named) {
    const each = kind === "would-be" ? findings.map((finding) => ({ kind, finding })) : filled(kind);
    for (const also of each) holds(users.from(users.alsos, also, about), JSON.stringify(also));
  }
});

test("every status, factor, certainty and outcome of “Forgot password” has its words", () => {
  assert.deepEqual(Object.keys(users.statuses).sort(), generated("UserStatus").sort());
  for (const { id } of Object.values(users.statuses)) holds({ id, args: {} }, "status");
  for (const factor of factors) holds({ id: users.factors[factor], args: {} }, factor);
  assert.deepEqual(Object.keys(users.certainties).sort(), generated("Certainty").sort());
  const codes = union("src/backend/generated/FailureCode.ts", "FailureCode");
  for (const kind of kinds("src/backend/generated/Outcome.ts", "Outcome")) {
    const each = kind === "refused" ? codes.map((code) => ({ kind, code })) : filled(kind);
    for (const outcome of each) holds(users.from(users.forgotten, outcome, about), JSON.stringify(outcome));
  }
  for (const id of Object.values(users.hints)) holds({ id, args: {} }, "hint");
});

test("every act has its name, its buttons, its question, what came of it, and the words for the phone", () => {
  const named = generated("Act");
  assert.deepEqual(Object.keys(acts.acts).sort(), named.sort());
  for (const act of named) {
    holds({ id: acts.acts[act], args: {} }, act);
    for (const part of acts.parts) holds({ id: acts.part(act, part), args: { name: "Diego" } }, part);
    for (const channel of [...contacts, null]) holds(acts.scripts[act]({ about, channel, days: 7 }), `script of ${act}`);
  }
});

test("every effect and every reason against an act has its sentence", () => {
  const named = kinds("src/backend/generated/Effect.ts", "Effect");
  assert.deepEqual(Object.keys(acts.effects).sort(), named.sort());
  for (const effect of named.flatMap(filled)) {
    holds(users.from(acts.effects, effect, about), JSON.stringify(effect));
    const end = acts.scriptEnd(effect);
    if (end) holds({ id: end, args: {} }, `end of a script for ${effect.kind}`);
  }
  assert.deepEqual(Object.keys(acts.reasons).sort(), generated("NotPossible").sort());
  for (const id of Object.values(acts.reasons)) holds({ id, args: {} }, "reason");
});

test("every change has its sentence, and so does every way that a character is spelled", () => {
  for (const to of generated("UserStatus")) holds(users.from(acts.changes, { kind: "status", from: "confirmed", to }, about), to);
  for (const to of [true, false]) {
    holds(users.from(acts.changes, { kind: "enabled", to }, about), `on ${to}`);
    for (const contact of contacts) holds(users.from(acts.changes, { kind: "verified", contact, to }, about), contact);
    for (const factor of factors) holds(users.from(acts.changes, { kind: "factor", factor, to }, about), factor);
  }
  holds(users.from(acts.changes, { kind: "unseen" }, about), "unseen");
  for (const id of Object.values(acts.characters)) holds({ id, args: { word: "Kilo" } }, "character");
  for (const id of Object.values(acts.symbols)) holds({ id, args: {} }, "symbol");
  for (const digit of "0123456789") holds({ id: `acts-digit-${digit}`, args: {} }, digit);
});
