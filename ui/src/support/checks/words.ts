/** The words for what a check found, and for what is wrong with a policy. */
import type { CheckResult, PolicyProblem } from "../../backend/support";
import type { Args } from "../../language/messages.svelte";

/** A message, with what stands out in it and what it chooses its words by. */
export type Said = { id: string; args: Args; chosen: Args };

/** Where Rust knows nothing to fill in, it says this; messages have other words for it. */
const NOTHING = "none";
/** A setting's origin may be one of a few words, for which messages have their own. */
const CHOOSING = ["origin"];

/** What a check found. */
export function found({ code, facts }: CheckResult): Said {
  const chooses = ([name, value]: [string, string]) => CHOOSING.includes(name) || value === NOTHING;
  const entries = Object.entries(facts);
  return {
    id: `check-${code}`,
    args: Object.fromEntries(entries.filter((entry) => !chooses(entry))),
    chosen: Object.fromEntries(entries.filter(chooses)),
  };
}

/** What is wrong with one entry of a policy, or with all of it. */
export function problem({ key, kind, expected }: PolicyProblem, source: string): Said {
  const known = { key, expected, source };
  const entries = Object.entries(known);
  return {
    id: `policy-problem-${kind}`,
    args: Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== null)),
    chosen: Object.fromEntries(entries.filter(([, value]) => value === null).map(([name]) => [name, NOTHING])),
  };
}
