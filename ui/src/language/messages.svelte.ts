/** The words on the page, in the language of the moment. Only that language's file is fetched and read. */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

export type Language = "en" | "de";
export type Args = Record<string, FluentVariable>;

/** The languages one can choose, each by its own name. */
export const languages: Record<Language, string> = { en: "English", de: "Deutsch" };

/** One language's Fluent files, for one window. */
type Load = () => Promise<{ default: string[] }>;

let sources: Record<Language, Load>;
let bundle = $state.raw<FluentBundle>();
let current = $state<Language>("en");

/** The language that the page is in. */
export const language = (): Language => current;

/** The nearest language there is to a BCP 47 tag. */
export function nearestLanguage(tag: string | null): Language {
  const primary = (tag ?? "").toLowerCase().split(/[-_]/)[0];
  return primary === "de" ? "de" : "en";
}

/** Says where this window's messages come from. To be called once, before `speak`. */
export function setSources(loads: Record<Language, Load>): void {
  sources = loads;
}

/** Changes to a language, on the page as it stands. */
export async function speak(to: Language): Promise<void> {
  if (bundle && current === to) return;
  const files = (await sources[to]()).default;
  // What people and pools are called stands in <bdi>, so no isolation characters are needed.
  const next = new FluentBundle(to, { useIsolating: false });
  for (const file of files) next.addResource(new FluentResource(file));
  bundle = next;
  current = to;
  document.documentElement.lang = to;
  document.documentElement.dir = "ltr";
}

function pattern(id: string) {
  const [name = "", attribute] = id.split(".");
  const message = bundle?.getMessage(name);
  return (attribute === undefined ? message?.value : message?.attributes[attribute]) ?? null;
}

/** Whether there is such a message, or attribute (`id.attribute`). */
export const exists = (id: string): boolean => pattern(id) !== null;

/** A message, or one of its attributes (`id.attribute`). */
export function t(id: string, args?: Args): string {
  const found = pattern(id);
  // An empty list keeps Fluent from throwing: a half-filled sentence is better than no screen.
  return found === null || !bundle ? id : bundle.formatPattern(found, args ?? null, []);
}

const START = "\uE000";
const END = "\uE001";

/** A piece of a sentence; `mark` is set where it came from a person or a connection. */
export type Piece = { text: string; mark: boolean };

/**
 * A message in pieces, so that what was filled in can be set apart without any markup in a string. `chosen` is filled in
 * as it is: what a message chooses its words by must reach it unchanged.
 */
export function pieces(id: string, args: Args = {}, chosen: Args = {}): Piece[] {
  const fenced: Args = { ...chosen };
  for (const [name, value] of Object.entries(args)) {
    fenced[name] = typeof value === "string" ? START + value.replace(/[\uE000\uE001]/g, "") + END : value;
  }
  return t(id, fenced)
    .split(/(\uE000[^\uE001]*\uE001)/)
    .filter((text) => text !== "")
    .map((text) => (text.startsWith(START) ? { text: text.slice(1, -1), mark: true } : { text, mark: false }));
}
