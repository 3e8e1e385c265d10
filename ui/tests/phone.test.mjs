import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, page } from "./window.mjs";

const { joinedPhone, dialled, presetCountry, countries } = await page("src/recovery/sign-in/own-password/phone.ts");
const { diallingCodes } = await page("src/recovery/sign-in/own-password/diallingCodes.ts");
after(close);

// Numbers that regulators keep free for films and examples, or that are public.
const numbers = [
  ["DE", "0170 1234567", "+491701234567"],
  ["DE", "(030) 90 18 20", "+4930901820"],
  ["GB", "020 7946 0018", "+442079460018"],
  ["US", "(212) 555-0123", "+12125550123"],
  ["US", "1-212-555-0123", "+12125550123"],
  ["JM", "876 555 0123", "+18765550123"],
  ["BS", "242 555 0123", "+12425550123"],
  ["BS", "1 242 555 0123", "+12425550123"],
  ["BS", "555 0123", "+12425550123"],
  // A nought that belongs to the number (ITU, national numbering plans of Italy, Côte d'Ivoire and Benin).
  ["IT", "06 698 12345", "+390669812345"],
  ["CI", "01 23 45 67 89", "+2250123456789"],
  ["BJ", "01 95 12 34 56", "+2290195123456"],
  // Other digits than a nought, dialled inside the country alone.
  ["RU", "8 (495) 123-45-67", "+74951234567"],
  ["RU", "495 123-45-67", "+74951234567"],
  ["HU", "06 1 234 5678", "+3612345678"],
  ["FR", "01.99.00.12.34", "+33199001234"],
];

test("a country and a number as one dials it there make an international number", () => {
  for (const [country, typed, whole] of numbers) assert.equal(joinedPhone(country, typed), whole, `${country} ${typed}`);
});

test("a number with its own country code is taken as it stands, whatever the country", () => {
  for (const typed of ["+44 20 7946 0018", "0044 20 7946 0018", "+44 (0)20 7946 0018", "(+44) 20 7946 0018", " +44-20-7946-0018\u202C"]) {
    assert.equal(joinedPhone("DE", typed), "+442079460018", typed);
  }
});

test("what can't be a number is none", () => {
  for (const typed of ["", " ", "+", "+49", "12", "abc", "030 9018 x20", "+0301234567", "1234567890123456", "+1234567890123456", "٠١٢٣٤٥٦٧٨٩"]) {
    assert.equal(joinedPhone("DE", typed), null, typed);
  }
  assert.equal(joinedPhone("??", "301234567"), null);
});

test("whatever is joined is E.164", () => {
  for (const country of diallingCodes.keys()) assert.match(joinedPhone(country, "0201 555 0123") ?? "", /^\+[1-9]\d{6,14}$/, country);
});

test("a pasted number turns the country, one without a plus doesn't", () => {
  assert.equal(dialled("+49 30 901820", "US"), "DE");
  assert.equal(dialled("+1 212 555 0123", "DE"), "US");
  assert.equal(dialled("+1 242 555 0123", "DE"), "BS");
  assert.equal(dialled("+44 20 7946 0018", "DE"), "GB");
  assert.equal(dialled("030 901820", "US"), "US");
  assert.equal(dialled("+", "AT"), "AT");
});

test("a country that shares its code is kept", () => {
  assert.equal(dialled("+44 1481 123456", "GG"), "GG");
  assert.equal(dialled("+1 416 555 0123", "CA"), "CA");
});

test("the country begins as the language's region, or where most speak it", () => {
  for (const [tag, country] of [["de-AT", "AT"], ["en-GB", "GB"], ["de", "DE"], ["en", "US"], ["x!", "US"]]) {
    assert.equal(presetCountry(tag), country, tag);
  }
});

test("every country has a name in every language, and no two look alike", () => {
  for (const language of ["en", "de"]) {
    const labels = countries(language).map(({ label }) => label);
    assert.equal(new Set(labels).size, labels.length);
    // A country without a name stands by its two letters.
    for (const label of labels) assert.match(label, /^\p{L}.{3,} \(\+\d+\)$/u, label);
  }
  assert.ok(countries("de").some(({ label }) => label === "Deutschland (+49)"));
});
