import assert from "node:assert/strict";
import { test } from "node:test";
import { load, union } from "./sources.mjs";

const { trimmedUsername, usernameFault, signInKind, ruleFailures, refusedRule } = await load("src/recovery/typed.ts");

test("a user name loses the white space at its ends and nothing else", () => {
  assert.equal(trimmedUsername("  Jane.Doe@Example.com\n"), "Jane.Doe@Example.com");
  assert.equal(trimmedUsername(" a b "), "a b");
});

test("what a user name cannot be made of is refused where it is typed", () => {
  assert.equal(usernameFault("", []), "username-empty");
  for (const bad of ["a b", "a\tb", "a\u0000b", "a\u200Bb", "\u200Fjane", "jane\u202E", "a\u2066b", "a\u00A0b", "a\u00ADb", "\uD800"]) {
    assert.equal(usernameFault(bad, []), "username-malformed", JSON.stringify(bad));
  }
  for (const good of ["jane@example.com", "JANE", "+442079460018", "佐藤", "מרים", "jane😀", "o'neil", "a_b-c"]) {
    assert.equal(usernameFault(good, []), null, good);
  }
});

test("a user name has 128 UTF-16 units at most", () => {
  assert.equal(usernameFault("x".repeat(128), []), null);
  assert.equal(usernameFault("x".repeat(129), []), "username-too-long");
  assert.equal(usernameFault("😀".repeat(64), []), null);
  assert.equal(usernameFault("😀".repeat(65), []), "username-too-long");
});

test("a phone number may be written with spaces where people sign in with one, and only there", () => {
  assert.equal(usernameFault("+44 (20) 7946-0018", ["phone"]), null);
  assert.equal(usernameFault("+44 (20) 7946-0018", ["email"]), "username-malformed");
  assert.equal(usernameFault("jane +44", ["phone", "email"]), "username-malformed");
});

test("the label says what this pool takes", () => {
  assert.equal(signInKind([]), "any");
  assert.equal(signInKind(["username", "phone", "email"]), "any");
  assert.equal(signInKind(["phone", "email"]), "email-phone");
  assert.equal(signInKind(["username"]), "username");
});

test("every rule of the checklist has its failure, and the way back", () => {
  const rules = union("src/backend/generated/PasswordRule.ts", "PasswordRule");
  assert.deepEqual(Object.keys(ruleFailures).sort(), [...rules].sort());
  for (const rule of rules) assert.equal(refusedRule(ruleFailures[rule]), rule);
  assert.equal(refusedRule("code-wrong"), null);
});
