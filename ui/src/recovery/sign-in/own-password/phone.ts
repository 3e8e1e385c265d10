/** Phone numbers: a country and what one dials inside it, joined to what the service takes. */
import { diallingCodes } from "./diallingCodes";

/** ISO 3166-1, two letters. */
export type Country = string;

/** Where several countries share a code, the one that most numbers are of. */
const foremost: Record<string, Country> = {
  "1": "US",
  "7": "RU",
  "39": "IT",
  "44": "GB",
  "47": "NO",
  "61": "AU",
  "212": "MA",
  "262": "RE",
  "290": "SH",
  "358": "FI",
  "590": "GP",
  "599": "CW",
};

/** What is dialled before a number inside the country and falls away from abroad, where that isn't a nought. */
const trunks: Record<string, RegExp> = {
  "1": /^1(?=\d{10}$)/,
  "7": /^8(?=\d{10}$)/,
  "36": /^06/,
  "370": /^[08](?=\d{8}$)/,
  "375": /^80?(?=\d{9}$)/,
  "993": /^8(?=\d{8}$)/,
};

/** Countries whose numbers keep the nought that they begin with. */
const keepsNought = ["IT", "SM", "VA", "CI", "CG", "BJ", "BF"];

/** The shortest and longest number in E.164, with the country's code and without the plus. */
const SHORTEST = 7;
const LONGEST = 15;

const digits = (text: string): string => text.replace(/[\s().\-/\u2010-\u2015\u202A-\u202E\u2066-\u2069]/gu, "");

/** A number that brings its country along, as digits without the plus; null for any other. */
function complete(text: string): string | null {
  const found = /^(?:\+|00)(\d*)$/.exec(digits(text).replace(/^\+\(?/, "+"));
  return found?.[1] ?? null;
}

/** E.164, or null where it can't be a number. A number with a plus is taken as it stands, whatever the country. */
export function joinedPhone(country: Country, typed: string): string | null {
  let whole = complete(typed.replace("(0)", ""));
  if (whole === null) {
    const code = diallingCodes.get(country);
    const inside = digits(typed);
    if (code === undefined || !/^\d+$/.test(inside)) return null;
    const trunk = trunks[code] ?? (keepsNought.includes(country) ? null : /^0/);
    // The codes of the Caribbean are the area codes of one country code, so the number may be written with them.
    const own = code.length === 4 && code.startsWith("1") && inside.length >= 10 ? inside.replace(/^1?/, "").slice(3) : inside;
    whole = code + (trunk ? own.replace(trunk, "") : own);
  }
  return whole.length >= SHORTEST && whole.length <= LONGEST && !whole.startsWith("0") ? `+${whole}` : null;
}

/** The country that a number with a plus is of; `otherwise` for any other number, and where the plus fits that country too. */
export function dialled(typed: string, otherwise: Country): Country {
  const whole = complete(typed);
  if (whole === null) return otherwise;
  const own = diallingCodes.get(otherwise);
  const fitting = [...diallingCodes].filter(([, code]) => whole.startsWith(code));
  const longest = Math.max(0, ...fitting.map(([, code]) => code.length));
  if (own !== undefined && own.length === longest && whole.startsWith(own)) return otherwise;
  const code = whole.slice(0, longest);
  return foremost[code] ?? fitting.find(([, each]) => each === code)?.[0] ?? otherwise;
}

/** The country to begin with, from a BCP 47 tag: its own, or the one where most speak the language. */
export function presetCountry(tag: string): Country {
  try {
    const region = new Intl.Locale(tag).maximize().region;
    return region !== undefined && diallingCodes.has(region) ? region : "US";
  } catch {
    return "US";
  }
}

/** Every country by its name in a language, with its code, in that language's order. */
export function countries(language: string): { value: Country; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: "region" });
  return [...diallingCodes]
    .map(([value, code]) => ({ value, label: `${names.of(value) ?? value} (+${code})` }))
    .sort((one, other) => one.label.localeCompare(other.label, language));
}
