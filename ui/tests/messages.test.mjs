import assert from "node:assert/strict";
import { test } from "node:test";
import { bundle, files, languages, load, messages, ui, union } from "./sources.mjs";

const codes = union("src/backend/generated/FailureCode.ts", "FailureCode");
const { failures } = await load("src/recovery/failures.ts");
const all = new Map(languages.map((language) => [language, messages(language)]));
const english = [...all.get("en").keys()].sort();

/** The names of what is filled in, wherever it stands in a message. */
function filledIn(pattern) {
  return [...new Set([...JSON.stringify(pattern).matchAll(/"type":"var","name":"([^"]+)"/g)].map(([, name]) => name))].sort();
}

/** Every id the sources ask for: as it stands, or as far as it is known where the rest is put together. */
function asked() {
  const whole = new Set();
  const begun = new Set();
  for (const [path, text] of files("src", ".svelte", ".ts")) {
    if (path.includes("generated")) continue;
    for (const [, id] of text.matchAll(/\bt\(\s*"([^"]+)"/g)) whole.add(id);
    for (const [, start] of text.matchAll(/`([a-z]+-[a-z-]*)\$\{/g)) begun.add(start);
    for (const [, id] of text.matchAll(/<Rich\s+id="([^"{]+)"/g)) whole.add(id);
    // Ids that are chosen first and looked up later stand as strings of their own.
    for (const [, id] of text.matchAll(/"([a-z]+(?:-[a-z0-9]+)+(?:\.[a-z]+)?)"/g)) if (english.includes(id)) whole.add(id);
    for (const [, id] of text.matchAll(/message="([^"{]+)"/g)) begun.add(id);
  }
  return { whole, begun };
}

test("there is more than one language, and no message file is missing or empty", () => {
  assert.ok(languages.length >= 2);
  for (const language of languages) {
    const names = files(`locales/${language}`, ".ftl").map(([path]) => path.split("/").at(-1));
    assert.deepEqual(names.sort(), files("locales/en", ".ftl").map(([path]) => path.split("/").at(-1)).sort(), language);
  }
});

for (const language of languages) {
  test(`${language}: has exactly the messages and attributes that English has`, () => {
    assert.deepEqual([...all.get(language).keys()].sort(), english);
  });

  test(`${language}: fills in exactly what English fills in`, () => {
    for (const id of english) {
      assert.deepEqual(filledIn(all.get(language).get(id)), filledIn(all.get("en").get(id)), id);
    }
  });

  test(`${language}: every message can be formatted`, () => {
    const made = bundle(language);
    for (const [id, pattern] of all.get(language)) {
      const args = Object.fromEntries(
        filledIn(pattern).map((name) => [name, ["minimum", "minimumLength", "days", "count", "minutes", "perDay", "size", "step", "steps"].includes(name) ? 7 : "x"]),
      );
      const errors = [];
      assert.notEqual(made.formatPattern(pattern, args, errors).trim(), "", id);
      assert.deepEqual(errors, [], id);
    }
  });

  test(`${language}: every failure says what it is and what to do next`, () => {
    for (const code of codes) {
      for (const id of [`failure-${code}`, `failure-${code}.next`]) assert.ok(all.get(language).has(id), id);
    }
  });

  test(`${language}: a failure has a button's label exactly where it has a button`, () => {
    for (const code of codes) {
      assert.equal(all.get(language).has(`failure-${code}.action`), failures[code].remedy !== null, code);
    }
  });

  test(`${language}: nothing a person reads is jargon, and quotes and apostrophes are set properly`, () => {
    for (const [path, text] of files(`locales/${language}`, ".ftl")) {
      // Whoever connects a pool sees the AWS console's own names beside ours: there these stand once, where they help.
      const names = path.endsWith("pools.ftl") ? "" : "user pools?|app clients?|Cognito|";
      const jargon = new RegExp(`\\b(${names}SECRET_HASH|endpoint|exception|FORCE_CHANGE|UNCONFIRMED|boto|API)\\b`, "i");
      for (const line of text.split("\n").filter((each) => !each.startsWith("#"))) {
        const value = line.replace(/^\s*[\w.-]+ = /, "").replace(/\{ \$\w+/g, "");
        assert.doesNotMatch(value, jargon, path);
        assert.doesNotMatch(value, /["']/, `${path}: ${line}`);
      }
    }
  });
}

test("every failure of the generated type has a place, and there is none besides", () => {
  assert.deepEqual(Object.keys(failures).sort(), [...codes].sort());
});

test("no failure's message outlives its failure", () => {
  const known = new Set(codes.map((code) => `failure-${code}`));
  for (const id of english) if (id.startsWith("failure-")) assert.ok(known.has(id.split(".")[0]), id);
});

test("every message that the pages ask for exists, and every message is asked for", () => {
  const { whole, begun } = asked();
  for (const id of whole) assert.ok(english.includes(id), `${id} is asked for and missing`);
  for (const start of begun) assert.ok(english.some((id) => id.startsWith(start)), `${start}… is asked for and missing`);
  for (const id of english) {
    const used = whole.has(id) || [...begun].some((start) => id.startsWith(start));
    assert.ok(used, `${id} is asked for nowhere`);
  }
});

test("whatever is put together from a closed list has a message for each", () => {
  const generated = (name, type = name) => union(`src/backend/generated/${name}.ts`, type);
  const screens = files("src", ".svelte");
  const acts = ["send-code", "resend", "change-password", "send-sign-up-code", "confirm-sign-up"];
  const wanted = [
    ...generated("PasswordRule").map((rule) => `password-rule-${rule}`),
    ...[0, 1, 2, 3, 4].map((strength) => `password-strength-${strength}`),
    ...generated("PracticeStory").map((story) => `practice-story-${story}`),
    ...generated("PracticePoolName").flatMap((pool) => [`practice-pool-${pool}`, `practice-pool-${pool}.hint`]),
    ...generated("SignInName").map((name) => `name-${name}`),
    ...["any", "email", "phone", "username", "email-phone", "email-username", "phone-username"].map((kind) => `who-label-${kind}`),
    ...["email", "sms", "unknown"].flatMap((medium) => [`code-sent-${medium}`, `sign-up-code-sent-${medium}`, `practice-by-${medium}`]),
    ...["reset", "sign-up", "invitation", "verify", "mfa"].map((purpose) => `practice-purpose-${purpose}`),
    ...acts.flatMap((act) => [`waiting-${act}`, `unsure-${act}`, `unsure-${act}.next`]),
  ];
  for (const id of wanted) assert.ok(english.includes(id), id);
  assert.ok(screens.length > 0);
});

test("every screen that the journey names has a component, and that component says its name", () => {
  const names = union("src/recovery/screens.ts", "Screen");
  const sources = files("src/recovery", ".svelte").map(([, text]) => text).join("\n");
  const frame = files("src/recovery", ".svelte").find(([path]) => path.endsWith("Recovery.svelte"))[1];
  for (const name of names) {
    assert.match(sources, new RegExp(`(?:<Screen name|data-screen)="${name}"`), name);
    assert.match(frame, new RegExp(`"?${name}"?: [A-Z]`), name);
  }
});

test("only the backend folder imports from Tauri, and nothing writes to the console", () => {
  for (const [path, text] of files("src", ".svelte", ".ts")) {
    if (!path.startsWith("src/backend/")) assert.doesNotMatch(text, /@tauri-apps/, path);
    assert.doesNotMatch(text, /\bconsole\./, path);
  }
});

test("nothing needs an inline style or script, which the content security policy forbids", () => {
  for (const [path, text] of files("src", ".svelte")) {
    assert.doesNotMatch(text, /\sstyle="/, path);
    assert.doesNotMatch(text, /\{@html/, path);
  }
  for (const [path, text] of files(".", ".html").filter(([each]) => !each.includes("/"))) {
    assert.doesNotMatch(text, /<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=|data:/, path);
  }
  assert.ok(ui.endsWith("ui"));
});
