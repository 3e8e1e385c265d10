import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./sources.mjs";

const { pastedKeys, needsToken } = await load("src/desk/access/pastedKeys.ts");

// The example key of the IAM user guide, which opens nothing.
const id = "AKIAIOSFODNN7EXAMPLE";
const secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const keys = { accessKeyId: id, secretAccessKey: secret, sessionToken: "" };
const token = `IQoJb3JpZ2luX2Vj${"Ab1/+".repeat(60)}==`;

test("keys are found in two lines, whichever comes first", () => {
  assert.deepEqual(pastedKeys(`${id}\n${secret}`), keys);
  assert.deepEqual(pastedKeys(`  ${secret}\r\n${id}\r\n`), keys);
});

test("keys are found in what the console lets one download", () => {
  assert.deepEqual(pastedKeys(`Access key ID,Secret access key\r\n${id},${secret}\r\n`), keys);
  assert.deepEqual(
    pastedKeys(`\uFEFFUser name,Password,Access key ID,Secret access key,Console login link\nana,,${id},${secret},https://123456789012.signin.aws.amazon.com/console\n`),
    keys,
  );
});

test("keys are found in a file of the AWS CLI and in a shell's settings, with their token", () => {
  assert.deepEqual(pastedKeys(`[default]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`), keys);
  const session = { accessKeyId: "ASIAIOSFODNN7EXAMPLE", secretAccessKey: secret, sessionToken: token };
  assert.deepEqual(
    pastedKeys(`export AWS_ACCESS_KEY_ID="${session.accessKeyId}"\nexport AWS_SECRET_ACCESS_KEY="${secret}"\nexport AWS_SESSION_TOKEN="${token}"`),
    session,
  );
  assert.deepEqual(
    pastedKeys(JSON.stringify({ Credentials: { AccessKeyId: session.accessKeyId, SecretAccessKey: secret, SessionToken: token } })),
    session,
  );
});

test("what isn't both halves is pasted as it is", () => {
  for (const text of ["", id, secret, "hello", `${id} ${secret.slice(1)}`, `x${id}y\n${secret}`, token]) assert.equal(pastedKeys(text), null, text);
});

test("keys of a session want their token", () => {
  assert.ok(needsToken(" ASIAIOSFODNN7EXAMPLE"));
  assert.ok(!needsToken(id));
});
