// What the scripts do at the practice pool: checks, the inbox, the clock, an authenticator.
"use strict";

const { createHmac } = require("node:crypto");

const url = process.env.PRACTICE_URL;
const failed = [];

const practice = async (path, body) => (await fetch(`${url}/_practice/${path}`, body && {
  method: "POST", body: JSON.stringify(body),
})).json();

const advance = (seconds) => practice("clock", { advance_seconds: seconds });

/** Lets a second pass on the pool's clock: the quotas are per second. */
const oneSecondLater = () => advance(1);

/** One thing that must be so. A failure is printed, and the next check goes on. */
async function check(name, body) {
  await oneSecondLater();
  try {
    await body();
    console.log(`ok      ${name}`);
  } catch (error) {
    failed.push(name);
    console.log(`FAILED  ${name}\n${error.stack}`);
  }
}

/** Ends the script, successfully only if every check was. */
function end() {
  if (failed.length) {
    console.error(`${failed.length} failed: ${failed.join("; ")}`);
    process.exitCode = 1;
  }
}

/** The code in the newest message to this address or number. */
const newestCode = async (to) => (await practice("inbox")).findLast((message) => message.to === to).code;

/** Lets so many steps of an authenticator pass. */
const oneStepLater = (steps = 1) => advance(30 * steps);

/** The code of an authenticator app (RFC 6238), by the pool's clock. */
async function totp(secret) {
  const bits = [...secret].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor((await practice("clock")).now / 30)));
  const digest = createHmac("sha1", key).update(counter).digest();
  const number = digest.readUInt32BE(digest[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

module.exports = { check, end, newestCode, oneSecondLater, oneStepLater, totp, url };
