import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./sources.mjs";

const { recommended, takesPasswords } = await load("src/desk/connect/recommend.ts");

const client = (id, settings) => ({ id, name: id, client: settings && { passwordBySrp: true, passwordPlain: false, choiceOfFactors: false, hasSecret: false, hidesAccounts: true, ...settings } });

test("an app without a secret that hides accounts comes before one with", () => {
  assert.equal(recommended([client("server", { hasSecret: true }), client("web", {})]), "web");
  assert.equal(recommended([client("old", { hidesAccounts: false }), client("web", {})]), "web");
});

test("an app where nobody signs in with a password is never suggested", () => {
  const machine = client("machine", { passwordBySrp: false });
  assert.ok(!takesPasswords(machine));
  assert.equal(recommended([machine]), null);
  assert.equal(recommended([machine, client("server", { hasSecret: true })]), "server");
});

test("nothing is suggested where nothing stands out or nothing is known", () => {
  assert.equal(recommended([]), null);
  assert.equal(recommended([client("hidden", null)]), null);
  assert.equal(recommended([client("a", {}), client("b", {})]), null);
});
