/** The page on which every failure's words are read through. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { languages, ui, union } from "./sources.mjs";

test("every failure is on the page, for both windows and in every language, with nothing left to fill in", () => {
  const folder = mkdtempSync(join(tmpdir(), "failures-"));
  try {
    const file = join(folder, "failures.html");
    execFileSync(process.execPath, [join(ui, "gallery/failures.mjs"), file]);
    const page = readFileSync(file, "utf8");
    const generated = (name) => union(`src/backend/generated/${name}.ts`, name);
    const times = (text) => page.split(text).length - 1;
    for (const code of generated("FailureCode")) assert.ok(times(`<code>${code}</code>`) >= 2, code);
    for (const code of [...generated("CheckCode"), ...generated("PolicyProblemKind")]) assert.ok(times(`<code>${code}</code>`) >= 1, code);
    for (const language of languages) assert.equal(times(`<td lang="${language}">`), times('<th scope="row">'));
    assert.doesNotMatch(page, /<td [^>]*><\/td>|\{\s*\$|<p class="\w+"><\/p>/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
