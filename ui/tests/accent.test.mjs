import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { load, ui } from "./sources.mjs";

const { shades } = await load("src/design/house/accent.ts");
const { lightness } = await load("src/design/house/plate.ts");

/** The colours of tokens.css, in each theme. */
const css = readFileSync(join(ui, "src/design/tokens.css"), "utf8");
const tokens = (text) => Object.fromEntries([...text.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
const [light, dark] = css.split("@media (prefers-color-scheme: dark)");
const themes = { light: tokens(light), dark: { ...tokens(light), ...tokens(dark) } };
const surfaces = ["--paper", "--raised", "--sunken", "--warn-soft", "--bad-soft"];

/** Relative luminance and contrast by the words of WCAG 2.2, written apart from the page's own. */
function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a, b) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);

const steps = ["00", "33", "66", "99", "cc", "ff"];
const colours = [
  ...steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`))),
  "#0B57D0", "#e30613", "#ffdd00", "#808080", "#777777", "#010101", "#fefefe",
];

test("the contrast is measured as WCAG's own examples have it", () => {
  assert.equal(contrast("#000000", "#ffffff"), 21);
  assert.ok(contrast("#777777", "#ffffff") < 4.5 && contrast("#767676", "#ffffff") >= 4.5);
});

for (const [name, theme] of Object.entries(themes)) {
  test(`${name}: whatever the colour, text, buttons, links and the focus ring can be seen`, () => {
    for (const colour of colours) {
      const made = shades(colour, surfaces.map((each) => theme[each]), name === "dark");
      const reads = (one, other, least, why) => assert.ok(contrast(one, other) >= least, `${colour}: ${why} ${contrast(one, other)}`);
      for (const surface of surfaces) reads(made.accent, theme[surface], 4.5, `accent on ${surface}`);
      reads(made.onAccent, made.accent, 4.5, "a button's text");
      reads(made.onAccent, made.accentPress, 4.5, "a pressed button's text");
      reads(made.accent, made.accentSoft, 4.5, "accent on its soft shade");
      reads(theme["--ink"], made.accentSoft, 4.5, "text on the soft shade");
      reads(theme["--ink-2"], made.accentSoft, 4.5, "quiet text on the soft shade");
      reads(made.onMark, made.mark, 4.5, "the initial");
      assert.equal(made.mark, colour.toLowerCase());
      assert.notEqual(made.accentPress, made.accent, `${colour}: a button that is pressed looks it`);
    }
  });

  test(`${name}: a colour that is safe as it is stays as it is`, () => {
    const safe = name === "dark" ? "#8ab4f8" : "#0b57d0";
    assert.equal(shades(safe, surfaces.map((each) => theme[each]), name === "dark").accent, safe);
  });
}

test("what is no colour makes none", () => {
  for (const none of ["", "red", "#12345", "#1234567", "rgb(1,2,3)", "url(x)", "#ggg000"]) assert.equal(shades(none, ["#ffffff"], false), null);
});

test("only what can be seen of a logo counts for how light it is", () => {
  assert.equal(lightness([255, 255, 255, 0, 0, 0, 0, 255]), 0);
  assert.equal(Math.round(lightness([255, 255, 255, 255, 0, 0, 0, 0])), 255);
  assert.equal(lightness([9, 9, 9, 0]), null);
});
