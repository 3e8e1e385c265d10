/** The support window's words: for everything that a check can find and that a policy can be refused for. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bundle, files, languages, load, messages, union } from "./sources.mjs";

const { found, problem } = await load("src/support/checks/words.ts");
const generated = (name) => union(`src/backend/generated/${name}.ts`, name);
const all = new Map(languages.map((language) => [language, messages(language)]));
const text = (folder) => files(folder, ".svelte", ".ts").map(([, each]) => each).join("\n");

/** What a pattern fills in. */
const filledIn = (pattern) => [...new Set([...JSON.stringify(pattern).matchAll(/"type":"var","name":"([^"]+)"/g)].map(([, name]) => name))];

for (const language of languages) {
  const words = all.get(language);
  const made = bundle(language);

  /** The words as the page puts them together. */
  function said({ id, args, chosen }) {
    const errors = [];
    const spoken = made.formatPattern(words.get(id), { ...args, ...chosen }, errors);
    assert.deepEqual(errors, [], id);
    return spoken;
  }

  test(`${language}: every check has a name, and every state that it can be in`, () => {
    for (const name of generated("CheckName")) assert.ok(words.has(`check-name-${name}`), name);
    for (const state of [...generated("CheckState"), "waiting", "running", "broken"]) assert.ok(words.has(`support-state-${state}`), state);
  });

  test(`${language}: everything that a check can find is said, and no words are left over`, () => {
    const codes = generated("CheckCode");
    for (const code of codes) assert.ok(words.has(`check-${code}`), code);
    const known = new Set([...codes.map((code) => `check-${code}`), ...generated("CheckName").map((name) => `check-name-${name}`)]);
    for (const id of words.keys()) if (id.startsWith("check-")) assert.ok(known.has(id.split(".")[0]), id);
  });

  test(`${language}: where a proxy is set is said in words of its own`, () => {
    const origins = ["policy", "environment", "desktop", "system"];
    const script = (origin) => said(found({ code: "proxy-script", facts: { origin } }));
    for (const origin of origins) assert.notEqual(script(origin), script("Q").replace("Q", origin), origin);
  });

  test(`${language}: every mistake in a policy is said, with and without what would be right`, () => {
    for (const kind of generated("PolicyProblemKind")) {
      for (const expected of [null, "1 to 240"]) {
        const spoken = said(problem({ key: "lockMinutes", kind, expected }, "/etc/readmit/policy.json"));
        assert.doesNotMatch(spoken, /\bnone\b|\{|\$/, kind);
        const pattern = words.get(`policy-problem-${kind}`);
        if (expected && filledIn(pattern).includes("expected")) assert.match(spoken, /1 to 240/, kind);
      }
    }
  });

  test(`${language}: the report's title, its done lines and its failures each say what comes next`, () => {
    for (const id of ["support-saved", "support-copied", "support-mended", "support-broken", "support-failure-unknown"]) {
      assert.ok(words.has(id), id);
      assert.ok(words.has(`${id}.next`) || words.has(`${id}.mend`), id);
    }
    for (const kind of ["running", "fine", "noted", "failed"]) {
      for (const id of [`support-summary-${kind}`, `support-summary-${kind}.next`, `support-others-${kind}`]) assert.ok(words.has(id), id);
    }
  });
}

test("what stands out in a sentence is what was filled in, and never what it was chosen by", () => {
  assert.deepEqual(found({ code: "proxy-in-use", facts: { proxy: "http://p:3128", origin: "policy" } }), {
    id: "check-proxy-in-use",
    args: { proxy: "http://p:3128" },
    chosen: { origin: "policy" },
  });
  assert.deepEqual(found({ code: "proxy-refused", facts: { proxy: "http://p:3128", host: "none" } }).chosen, { host: "none" });
  assert.deepEqual(problem({ key: null, kind: "symlink", expected: null }, "/etc/readmit/policy.json"), {
    id: "policy-problem-symlink",
    args: { source: "/etc/readmit/policy.json" },
    chosen: { key: "none", expected: "none" },
  });
});

test("the window calls nothing of the other windows", () => {
  assert.doesNotMatch(text("src/support"), /from "[./]*\/backend"|\/recovery\/|\/desk\//);
  assert.match(text("src/support"), /from "[./]*\/backend\/support"/);
});
