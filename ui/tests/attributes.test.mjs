import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { bundle, languages, messages } from "./sources.mjs";
import { close, page } from "./window.mjs";

const { joinedDate, dateOrder, monthNames } = await page("src/recovery/sign-in/own-password/dates.ts");
const { AttributeDraft } = await page("src/recovery/sign-in/own-password/draft.svelte.ts");
const { attributeWords } = await page("src/recovery/sign-in/own-password/attributeWords.ts");
const { setSources, speak } = await page("src/language/messages.svelte.ts");
after(close);

// OpenID Connect Core 1.0, 5.1, as far as user pools know them (AWS developer guide, "Working with user attributes").
const standard = [
  "name", "given_name", "family_name", "middle_name", "nickname", "preferred_username", "profile", "picture", "website",
  "email", "gender", "birthdate", "zoneinfo", "locale", "phone_number", "address", "updated_at",
];

for (const language of languages) {
  test(`${language}: every standard attribute has words of its own`, () => {
    const found = messages(language);
    const words = standard.map((name) => bundle(language).formatPattern(found.get(`attribute-${name.replaceAll("_", "-")}`)));
    assert.equal(new Set(words).size, standard.length);
    for (const each of words) assert.doesNotMatch(each, /_/);
  });
}

test("an attribute is called by its words, and a pool's own by its name", async () => {
  globalThis.document = { documentElement: {} };
  const load = (language) => async () => ({ default: [readFileSync(new URL(`../locales/${language}/sign-in.ftl`, import.meta.url), "utf8")] });
  setSources({ en: load("en"), de: load("de") });
  await speak("en");
  assert.equal(attributeWords("given_name"), "First name");
  assert.equal(attributeWords("custom:department"), "department");
  assert.equal(attributeWords("something_new"), "something_new");
  await speak("de");
  assert.equal(attributeWords("birthdate"), "Geburtsdatum");
});

test("a date is one that exists, written as the standard has it", () => {
  assert.equal(joinedDate("1990", "2", "28"), "1990-02-28");
  assert.equal(joinedDate("2000", "2", "29"), "2000-02-29");
  assert.equal(joinedDate("1985", "12", " 7 "), "1985-12-07");
  for (const [year, month, day] of [["1900", "2", "29"], ["1990", "2", "31"], ["1990", "13", "1"], ["1990", "", "1"], ["90", "2", "1"], ["1990", "2", "0"], ["1990", "2", "x"], ["", "", ""]]) {
    assert.equal(joinedDate(year, month, day), null, `${year}-${month}-${day}`);
  }
});

test("a date is asked for in the order that the language writes it", () => {
  assert.deepEqual(dateOrder("en-US"), ["month", "day", "year"]);
  assert.deepEqual(dateOrder("de"), ["day", "month", "year"]);
  assert.deepEqual(dateOrder("hu"), ["year", "month", "day"]);
  assert.equal(monthNames("de")[2], "März");
  assert.equal(monthNames("en").length, 12);
});

const draft = (name, kind, typed) => Object.assign(new AttributeDraft({ name, kind }, "de-DE"), typed);

test("what is typed becomes what is sent", () => {
  assert.equal(draft("phone_number", "phone", { text: "0170 1234567" }).value, "+491701234567");
  assert.equal(draft("birthdate", "date", { year: "1990", month: "2", day: "3" }).value, "1990-02-03");
  assert.equal(draft("email", "email", { text: " jane@example.com " }).value, "jane@example.com");
  assert.equal(draft("name", "text", { text: " Jane Doe " }).value, "Jane Doe");
});

test("what can't be right is told from what is missing", () => {
  for (const kind of ["phone", "date", "email", "text"]) assert.equal(draft("x", kind, { text: "  " }).fault, "attribute-missing", kind);
  for (const [kind, typed] of [["phone", { text: "12" }], ["date", { year: "1990", month: "2", day: "31" }], ["date", { day: "3" }], ["email", { text: "jane" }], ["email", { text: "a b@c" }]]) {
    assert.equal(draft("x", kind, typed).fault, "attribute-malformed", JSON.stringify(typed));
  }
  assert.equal(draft("x", "text", { text: "-" }).fault, null);
});

test("a pasted number turns the country and stays as it was pasted", () => {
  const made = draft("phone_number", "phone", { text: "+44 20 7946 0018" });
  made.followCountry();
  assert.equal(made.country, "GB");
  assert.equal(made.text, "+44 20 7946 0018");
});
