/** The recovery window's journey over a backend of the test's own, at the border to Tauri. */
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { createServer } from "vite";
import { ui } from "./sources.mjs";

/** Answers, by command: what comes back, or a function of the arguments. A failure is thrown. */
let answers = {};
/** Every call, as [command, arguments]. */
export let calls = [];

globalThis.answerCommand = async (name, args) => {
  calls.push([name, args]);
  const answer = answers[name];
  if (answer === undefined) throw new Error(`${name} was not expected`);
  return typeof answer === "function" ? answer(args) : answer;
};

/** Tauri's own module, as far as the pages use it. */
const tauri = {
  name: "tauri-of-the-test",
  enforce: "pre",
  resolveId: (id) => (id === "@tauri-apps/api/core" ? "\0tauri" : undefined),
  load: (id) => (id === "\0tauri" ? "export const invoke = (name, args) => globalThis.answerCommand(name, args);" : undefined),
};

const server = await createServer({
  configFile: false,
  root: ui,
  logLevel: "error",
  appType: "custom",
  plugins: [tauri, svelte({ configFile: false })],
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
  ssr: { noExternal: ["@tauri-apps/api"] },
});

/** A module of the pages, whatever it imports. */
export const page = (path) => server.ssrLoadModule(`/${path}`);
export const close = () => server.close();

const { Journey } = await page("src/recovery/journey.svelte.ts");
// The very same Svelte that the pages import.
const { render } = await server.ssrLoadModule("svelte/server");
const { default: Recovery } = await page("src/recovery/Recovery.svelte");

/** The window as it stands, as HTML. There are no words in it but the names of messages. */
export const shown = (journey) => render(Recovery, { props: { journey } }).body;

export const connection = {
  name: "Northwind",
  organisation: "Northwind",
  region: "eu-central-1",
  userPoolId: "eu-central-1_test",
  endpoint: null,
  secretConfigured: false,
  signInNames: ["email"],
  caseSensitive: false,
  passwordPolicy: null,
  temporaryPasswordDays: 7,
  helpDesk: null,
  practice: null,
};

/** What every journey may call; a test adds what it is about. */
const always = { abandon_sign_in: null, check_password: { rules: [], strength: 4, acceptable: true } };

/** A computer that nobody manages. */
export const house = { managed: false, organisation: null, logo: null, accent: null, helpDesk: null, windows: "both", connections: "free" };

/** A journey at its first screen; `start` is what it begins with, where that is anything else than a connection. */
export function begun(more = {}, start = {}) {
  answers = { ...always, ...more };
  calls = [];
  const journey = new Journey();
  journey.begin({ connection, refused: null, language: "en", notice: null, house, choices: [], arrived: null, ...start });
  return journey;
}

/** From here on, a command answers something else. */
export const nowAnswers = (more) => (answers = { ...answers, ...more });

export const view = (at, renewed = false) => ({ at, renewed, sessionSeconds: 180 });

export function failing(code, { retry = { kind: "now" }, detail = null } = {}) {
  return () => {
    throw { code, retry, requestId: null, detail };
  };
}
