/** The pages' state without a page: modules with runes, put together as for the window, over a desk that a test plays. */
import { basename, join } from "node:path";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { build } from "vite";
import { ui } from "./sources.mjs";

/** What a test answers each command with, by name; a call is noted before it is answered. */
export const desk = { answers: {}, calls: [] };

/** A failure as Rust sends it. */
export const failure = (code, detail = null) => ({ code, retry: { kind: "now" }, requestId: null, detail });

/** An answer that comes when the test says so. */
export function later() {
  const held = {};
  held.promise = new Promise((resolve, reject) => Object.assign(held, { resolve, reject }));
  return held;
}

/** Lets everything that is ready happen. */
export const settled = () => new Promise((resolve) => setTimeout(resolve));

globalThis.window = {
  __TAURI_INTERNALS__: {
    async invoke(name, args) {
      desk.calls.push(name);
      const answer = desk.answers[name];
      return typeof answer === "function" ? answer(args) : answer;
    },
  },
};

/**
 * What these modules of `ui/src` export, all of them from one building; a component by its file's name. With them comes
 * `render`, which makes HTML of a component.
 */
export async function page(...paths) {
  const exported = (path) => (path.endsWith(".svelte") ? `{ default as ${basename(path, ".svelte")} }` : "*");
  const lines = paths.map((path) => `export ${exported(path)} from ${JSON.stringify(join(ui, path))};`);
  const entry = [...lines, 'export { render } from "svelte/server";'].join("\n");
  const virtual = { name: "entry", resolveId: (id) => (id === "entry" ? "\0entry" : null), load: (id) => (id === "\0entry" ? entry : null) };
  const made = await build({
    configFile: false,
    root: ui,
    logLevel: "silent",
    plugins: [virtual, svelte({ configFile: false })],
    ssr: { noExternal: true },
    build: { write: false, ssr: true, minify: false, rolldownOptions: { input: "entry" } },
  });
  const { code } = [made].flat()[0].output[0];
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}
