/**
 * Writes every failure's words on one page, for whoever reads them through: `node ui/gallery/failures.mjs FILE`.
 *
 * They are put together as the windows do, once for everything that a sentence chooses between. Where a failure has no
 * words, or they can't be put together from what the windows fill in, there is no page and it says which.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { bundle, languages, load, messages, union } from "../tests/sources.mjs";

const generated = (name) => union(`src/backend/generated/${name}.ts`, name);
const { failures: inRecovery } = await load("src/recovery/failures.ts");
const { failures: atDesk } = await load("src/desk/failures.ts");
const codes = generated("FailureCode");

/** What the windows fill in, by name: one of these each. */
const examples = {
  attribute: generated("AttributeKind"),
  code: ["pool-misconfigured"],
  days: [0, 1, 7],
  detail: ["none", "cognito-idp:AdminGetUser"],
  expected: ["none", "1–240"],
  file: ["/etc/ssl/certs/northwind.pem"],
  folder: ["/home/sam/.config/app.readmit.Readmit"],
  host: ["cognito-idp.eu-central-1.amazonaws.com"],
  issuer: ["Northwind Inspection CA"],
  key: ["lockMinutes"],
  kind: ["any", "email", "phone"],
  minimum: [0, 12],
  minutes: [1, 7],
  name: ["Northwind"],
  organisation: ["Northwind Traders"],
  origin: ["policy", "environment", "desktop", "system", "/etc/environment"],
  proxy: ["http://proxy.northwind.example:3128"],
  source: ["/etc/readmit/policy.json"],
  version: ["2.48.1"],
  via: ["message", "email", "sms", "authenticator"],
};

// English first: it is what the others are read against.
const shown = languages.toSorted((one, other) => Number(other === "en") - Number(one === "en"));
const spoken = new Map(languages.map((language) => [language, { words: messages(language), made: bundle(language) }]));
const missing = [];

/** What a policy's mistake expects, where it is no value: where the mistake is, and what has to be there too. */
const expected = { malformed: ["none", "3:14"], "needs-key": ["none", "proxy"] };

/** Every way to fill these names in. */
const filled = (names, from) =>
  names.reduce((ways, name) => ways.flatMap((way) => (from[name] ?? []).map((value) => ({ ...way, [name]: value }))), [{}]);

/** What a message says in a language, in all its forms; none, and a note, where it can't. */
function forms(language, id, own = {}) {
  const { words, made } = spoken.get(language);
  const pattern = words.get(id);
  if (pattern === undefined) {
    missing.push(`${language}: ${id} has no words`);
    return [];
  }
  const names = [...new Set([...JSON.stringify(pattern).matchAll(/"type":"var","name":"([^"]+)"/g)].map(([, name]) => name))];
  for (const name of names) if (!(name in examples)) missing.push(`${language}: ${id} fills in ${name}, of which there is no example`);
  const said = filled(names, { ...examples, ...own }).map((args) => {
    const errors = [];
    const text = made.formatPattern(pattern, args, errors);
    for (const error of errors) missing.push(`${language}: ${id}: ${error}`);
    return text;
  });
  return [...new Set(said)];
}

const has = (id) => languages.some((language) => spoken.get(language).words.has(id));
const escaped = (text) => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);

/** One piece of a failure's words: what it is shown as, and the message. */
const part = (look, id, own) => ({ look, id, own });
const optional = (look, id) => (has(id) ? [part(look, id)] : []);
const titleAndNext = (id) => [part("title", id), part("next", `${id}.next`)];

/** A row: the code, where it is shown, and its words in every language. */
function row(code, place, parts) {
  const cells = shown.map((language) => {
    const said = parts.map(({ look, id, own }) => forms(language, id, own).map((text) => `<p class="${look}">${escaped(text)}</p>`).join(""));
    return `<td lang="${language}">${said.join("")}</td>`;
  });
  return `<tr><th scope="row"><code>${code}</code><small>${escaped(place)}</small></th>${cells.join("")}</tr>`;
}

function recovery() {
  return codes.flatMap((code) => {
    const { place, remedy } = inRecovery[code];
    const id = `failure-${code}`;
    const action = remedy === null ? [] : [part("action", `${id}.action`)];
    const rows = [row(code, place, [...titleAndNext(id), ...optional("say", `${id}.say`), ...action])];
    const signIn = `sign-in-${id}`;
    if (has(signIn)) rows.push(row(code, `${place}, signing in`, [...titleAndNext(signIn), ...optional("say", `${signIn}.say`), ...action]));
    return rows;
  });
}

function desk() {
  return codes.map((code) => {
    const { place, remedy } = atDesk[code];
    const own = `desk-failure-${code}`;
    const action = remedy === null ? [] : [part("action", `desk-remedy-${remedy}`)];
    return row(code, has(own) ? place : `${place}, the same words`, [...titleAndNext(has(own) ? own : `failure-${code}`), ...action]);
  });
}

/** What is said in place of a failure where the answer to an act was lost, by the acts that have such words. */
function unsure() {
  const known = [...spoken.get(languages[0]).words.keys()].filter((id) => /^unsure-[^.]+$/.test(id));
  return known.map((id) => row(id.slice("unsure-".length), "answer lost", titleAndNext(id)));
}

const support = () => codes.filter((code) => has(`support-failure-${code}`)).map((code) => row(code, "report", titleAndNext(`support-failure-${code}`)));

function checks() {
  const names = generated("CheckName");
  const of = (code) => names.find((name) => code.startsWith(name)) ?? "any";
  return [
    ...names.map((name) => row(name, "name", [part("title", `check-name-${name}`)])),
    ...generated("CheckCode").map((code) => row(code, of(code), [part("title", `check-${code}`), ...optional("next", `check-${code}.mend`)])),
  ];
}

const problems = () =>
  generated("PolicyProblemKind").map((kind) =>
    row(kind, "policy", [part("next", `policy-problem-${kind}`, kind in expected ? { expected: expected[kind] } : {})]),
  );

const sections = [
  ["Recovery window", recovery()],
  ["Recovery window, when an answer was lost", unsure()],
  ["Help desk", desk()],
  ["Support window", support()],
  ["Check of this computer", checks()],
  ["What is wrong with a policy", problems()],
];

const style = `:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:1200px;margin:24px auto;padding:0 24px}
table{border-collapse:collapse;width:100%;table-layout:fixed}th,td{padding:8px 12px 8px 0;vertical-align:top;text-align:start;border-top:1px solid #8886}
th:first-child{width:22%;font-weight:400}code{overflow-wrap:anywhere}small{display:block;opacity:.75}thead th{font-weight:600}
p{margin:0 0 2px}.title{font-weight:600}.say::before{content:"“"}.say::after{content:"”"}.say{font-style:italic}
.action{display:inline-block;margin-top:4px;padding:1px 10px;border:1px solid #888;border-radius:8px;font-size:13px}`;
const names = new Intl.DisplayNames("en", { type: "language" });
const table = (rows) =>
  `<table><thead><tr><th scope="col">Code, and where it is shown${shown.map((language) => `<th scope="col">${names.of(language)}`).join("")}</thead><tbody>\n${rows.join("\n")}\n</tbody></table>`;
const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Readmit, every failure</title><style>${style}</style></head>
<body><main><h1>Readmit, every failure</h1>
<p>In all of its forms, one below the other. A frame is a button’s label; italics are what to tell the help desk.</p>
<ul>${sections.map(([title, rows], at) => `<li><a href="#section-${at}">${title}</a>: ${rows.length}</li>`).join("")}</ul>
${sections.map(([title, rows], at) => `<h2 id="section-${at}">${title}</h2>\n${table(rows)}`).join("\n")}
</main></body></html>
`;

const [file] = process.argv.slice(2);
if (file === undefined) missing.push("say which file to write");
if (missing.length > 0) {
  process.stderr.write(`${[...new Set(missing)].join("\n")}\n`);
  process.exit(1);
}
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, page);
process.stdout.write(`${sections.reduce((sum, [, rows]) => sum + rows.length, 0)} texts in ${languages.length} languages: ${file}\n`);
