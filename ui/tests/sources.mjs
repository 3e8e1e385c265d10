/** What the tests read: the Fluent files, the page's sources, and TypeScript modules that need no page. */
import { readFileSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import ts from "typescript";

export const ui = resolve(import.meta.dirname, "..");

/** Every file below a folder of `ui` with one of these endings, as [path, text]. */
export function files(folder, ...endings) {
  return readdirSync(join(ui, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(ui, path), readFileSync(path, "utf8")]);
}

export const languages = readdirSync(join(ui, "locales"));

/** One language's messages: id, or id.attribute, to what it is made of. */
export function messages(language) {
  const found = new Map();
  for (const [path, text] of files(`locales/${language}`, ".ftl")) {
    for (const { id, value, attributes } of new FluentResource(text).body) {
      if (found.has(id)) throw new Error(`${path}: ${id} stands twice`);
      if (value !== null) found.set(id, value);
      for (const [name, pattern] of Object.entries(attributes)) found.set(`${id}.${name}`, pattern);
    }
  }
  return found;
}

/** A language's bundle, as the page makes it. */
export function bundle(language) {
  const made = new FluentBundle(language, { useIsolating: false });
  for (const [, text] of files(`locales/${language}`, ".ftl")) made.addResource(new FluentResource(text));
  return made;
}

/** The strings of an exported union of string literals. */
export function union(path, name) {
  const text = readFileSync(join(ui, path), "utf8");
  const body = new RegExp(`export type ${name} =([^;]*);`).exec(text)?.[1] ?? "";
  return [...body.matchAll(/"([^"]+)"/g)].map(([, each]) => each);
}

/** A TypeScript module that imports nothing but types. */
export async function load(path) {
  const options = { compilerOptions: { target: "ES2022", module: "ESNext", verbatimModuleSyntax: true } };
  const { outputText } = ts.transpileModule(readFileSync(join(ui, path), "utf8"), options);
  return import(`data:text/javascript,${encodeURIComponent(outputText)}`);
}
