import assert from "node:assert/strict";
import { test } from "node:test";
import { bundle, files, languages, load, messages, union } from "./sources.mjs";

const codes = union("src/backend/generated/FailureCode.ts", "FailureCode");
const { failures } = await load("src/desk/failures.ts");
const all = new Map(languages.map((language) => [language, messages(language)]));
const sources = files("src/desk", ".svelte", ".ts").map(([, text]) => text).join("\n");

test("every failure has a place at the desk, and there is none besides", () => {
  assert.deepEqual(Object.keys(failures).sort(), [...codes].sort());
});

test("no desk failure's message outlives its failure", () => {
  const known = new Set(codes);
  for (const id of all.get("en").keys()) {
    if (id.startsWith("desk-failure-")) assert.ok(known.has(id.slice("desk-failure-".length).split(".")[0]), id);
  }
});

for (const language of languages) {
  const found = all.get(language);
  const made = bundle(language);
  const said = (id, args = {}) => made.formatPattern(found.get(id), { detail: "none", minimum: 8, days: 7, kind: "any", minutes: 1, ...args }, []);
  const own = (code) => (found.has(`desk-failure-${code}`) ? `desk-failure-${code}` : `failure-${code}`);

  test(`${language}: a desk failure says both what it is and what to do next`, () => {
    for (const id of found.keys()) {
      if (id.startsWith("desk-failure-") && !id.includes(".")) assert.ok(found.has(`${id}.next`), id);
    }
  });

  test(`${language}: nobody at the help desk is sent to the help desk`, () => {
    for (const code of codes) {
      const text = `${said(own(code))} ${said(`${own(code)}.next`)}`;
      assert.doesNotMatch(text, /your help desk|Ihre[nm]? Helpdesk/i, code);
    }
  });

  test(`${language}: a missing permission is named, and a profile's fault too`, () => {
    assert.match(said("desk-failure-access-denied", { detail: "AdminEnableUser" }), /AdminEnableUser/);
    assert.doesNotMatch(said("desk-failure-access-denied"), /none/);
    assert.match(said("failure-profile-unusable", { detail: "role_arn" }), /role_arn/);
  });

  test(`${language}: every button beside a failure has its label`, () => {
    for (const { remedy } of Object.values(failures)) if (remedy) assert.ok(found.has(`desk-remedy-${remedy}`), remedy);
  });

  test(`${language}: whatever the frame puts together from a closed list has a message for each`, () => {
    const wanted = [
      ...["users", "record", "pool", "settings"].map((view) => `nav-${view}`),
      ...["keys", "profile", "identity-center"].map((way) => `way-${way}`),
      ...["static", "role", "process", "identity-center", "console-login", "incomplete"].map((kind) => `profile-${kind}`),
      ...["slate", "blue", "green", "amber", "red", "violet"].map((colour) => `colour-${colour}`),
      ...["help-desk", "full"].flatMap((mode) => [`mode-${mode}`, `mode-${mode}.hint`]),
      ...["look-only", "help-desk", "bulk"].flatMap((job) => [`job-${job}`, `job-${job}.hint`]),
      ...["good", "mind", "bad"].map((state) => `health-state-${state}`),
      ...["allowed", "denied", "not-tried"].map((state) => `permission-${state}`),
    ];
    for (const id of wanted) assert.ok(found.has(id), id);
  });

  test(`${language}: every point of a pool's health says what it means`, () => {
    const points = [...found.keys()].filter((id) => id.startsWith("health-") && !id.startsWith("health-state-") && !id.includes("."));
    assert.ok(points.length >= 20);
    for (const id of points) assert.ok(found.has(`${id}.means`), id);
  });

  test(`${language}: every action that a policy can hold says what breaks without it`, () => {
    // The service's operations that the desk calls (Cognito's API reference), by the names that IAM has for them.
    const actions = [
      "ListUserPools", "DescribeUserPool", "ListUserPoolClients", "DescribeUserPoolClient", "GetUserPoolMfaConfig",
      "ListUsers", "AdminGetUser", "AdminListGroupsForUser", "AdminResetUserPassword", "AdminSetUserPassword",
      "AdminCreateUser", "AdminConfirmSignUp", "AdminUpdateUserAttributes", "AdminEnableUser", "AdminDisableUser",
      "AdminUserGlobalSignOut", "AdminSetUserMFAPreference", "ListGroups", "ListUsersInGroup",
    ];
    for (const action of actions) assert.ok(found.has(`breaks-${action}`), action);
  });
}

test("every screen that the desk has says its name", () => {
  const frame = [
    "welcome", "access-keys", "access-profile", "access-identity-center", "access-browser", "access-account", "access-role",
    "factor-code", "connect-pool", "connect-client", "connect-name", "pool", "settings", "locked", "confirm-access",
  ];
  for (const name of frame) assert.match(sources, new RegExp(`(?:<(?:Screen|Room|Dialog)\\s+name|data-screen)="${name}"`), name);
});

test("nothing typed is kept beyond the window", () => {
  assert.doesNotMatch(sources, /localStorage|sessionStorage|indexedDB|document\.cookie/);
});
