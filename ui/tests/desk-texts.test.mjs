import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./sources.mjs";

const { cut } = await load("src/desk/frame/cut.ts");
const { wrongAt } = await load("src/desk/connect/wrongAt.ts");

test("what was typed is said back to sixty characters, whole ones", () => {
  assert.equal(cut("x".repeat(60)), "x".repeat(60));
  assert.equal(cut("x".repeat(10_000)), `${"x".repeat(60)}…`);
  assert.equal(cut("😀".repeat(61)), `${"😀".repeat(60)}…`);
});

test("a value that was refused is shown at its own field, and nowhere else", () => {
  const refused = (detail, code = "connection-wrong-value") => ({ code, retry: { kind: "now" }, requestId: null, detail });
  const fields = { name: "connection-name", "helpDesk.phone": "phone" };
  assert.equal(wrongAt(refused("name"), fields), "connection-name");
  assert.equal(wrongAt(refused("helpDesk.phone"), fields), "phone");
  for (const other of [null, refused(null), refused("region"), refused("toString"), refused("name", "offline")]) assert.equal(wrongAt(other, fields), null);
});
